import type { Quantity } from '../../model/progress/portfolio-tables.js';
import type { QuantityWords } from '../../model/awards/quantity-words.js';
import { ROUNDINGS, type Rounding, roundedQuotient } from '../../common/rounding.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

export interface QuantityWordsOptions {
  /** How a share is brought to a whole percent before its word is looked up; default `half-up`. */
  readonly rounding?: Rounding | undefined;
  /** Which word a percent takes that two bands claim; default `higher`. */
  readonly shared?: 'higher' | 'lower' | undefined;
  /** `named` says *none* and *all* at the two ends; `published` keeps to the words given. Default: `named`. */
  readonly ends?: 'named' | 'published' | undefined;
}

/**
 * The word for a share: *most* for 30 of 40, in the words of Scottish inspection reports.
 *
 * The rule: first the share is rounded to a whole percent, by the named rounding; then the word is looked up. So 74.6 % is
 * *most* by `half-up` and *majority* by `floor`, and 90.4 % is *most* by `half-up` although it is over 90. A part of some but not
 * all is never looked up as 0 or 100 %. A percent in two bands, as 15 % there, takes the word of the higher, or of the `lower` where the
 * caller asks for it. Nothing at all is *none* and everything is *all*; these two words are the library's, and `ends: 'published'` takes
 * the bands' words instead. With nothing to count there is no word.
 *
 * @param part how many there are, a whole number.
 * @param whole out of how many, a whole number.
 * @param words the bands, a record such as `educationScotlandInspection`.
 * @throws RangeError where the numbers are not whole numbers from 0, or the part is above the whole.
 *
 * @example
 * const words = educationScotlandInspection;
 * quantityWords(30, 40, words) // => { kind: 'quantity', words: 'most', origin: 'published', percent: 75, part: 30, whole: 40 }
 * quantityWords(746, 1000, words, { rounding: 'floor' }) // => { words: 'majority', percent: 74, … }
 * quantityWords(3, 20, words, { shared: 'lower' }) // => { words: 'few', percent: 15, … }
 * quantityWords(0, 0, words) // => { kind: 'nothing-to-count' }
 */
export const quantityWords = (
  part: number,
  whole: number,
  words: QuantityWords,
  options: QuantityWordsOptions = {},
): Quantity => {
  expectShape('quantityWords', 'part', part, shape.wholeFrom(0));
  expectShape('quantityWords', 'whole', whole, shape.wholeFrom(0));
  if (part > whole) throw new RangeError(`quantityWords: part is ${part}; it is at most the whole, ${whole}`);
  expectShape('quantityWords', 'words', words, shape.quantityWords);
  expectOptions('quantityWords', options, OPTIONS);
  return wordFor(part, whole, words, options);
};

/** The same, of arguments that were looked at before. */
export const wordFor = (
  part: number,
  whole: number,
  { bands }: QuantityWords,
  { rounding = 'half-up', shared = 'higher', ends = 'named' }: QuantityWordsOptions = {},
): Quantity => {
  if (whole === 0) return { kind: 'nothing-to-count' };
  const share = { percent: percentOf(part, whole, rounding), part, whole };
  if (ends === 'named' && part === 0) return { kind: 'quantity', words: 'none', origin: 'project', ...share };
  if (ends === 'named' && part === whole) return { kind: 'quantity', words: 'all', origin: 'project', ...share };
  const claiming = bands.filter(({ from, to }) => share.percent >= from && share.percent <= to);
  const band = shared === 'higher' ? claiming[0] : claiming.at(-1);
  return band === undefined
    ? { kind: 'no-word', ...share }
    : { kind: 'quantity', words: band.word, origin: 'published', ...share };
};

const OPTIONS = /* @__PURE__ */ (() => ({
  rounding: shape.maybe(shape.wordOf(ROUNDINGS)),
  shared: shape.maybe(shape.wordOf(['higher', 'lower'])),
  ends: shape.maybe(shape.wordOf(['named', 'published'])),
}))();

const percentOf = (part: number, whole: number, rounding: Rounding): number => {
  const percent = Number(roundedQuotient(100n * BigInt(part), BigInt(whole), rounding));
  if (part > 0 && percent === 0) return 1;
  return part < whole && percent === 100 ? 99 : percent;
};
