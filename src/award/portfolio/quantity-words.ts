import { freezeDeeply } from '../../common/freeze-deeply.js';
import type { Source } from '../../model/shared/source.js';
import { ROUNDINGS, type Rounding, roundedQuotient } from '../../common/rounding.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

/** The words that inspection reports use for shares. */
export type QuantityWord = 'almost all' | 'most' | 'majority' | 'less than half' | 'few';

/** One word and the whole percents it stands for, both ends included. */
export interface QuantityBand {
  readonly word: QuantityWord;
  readonly from: number;
  readonly to: number;
}

/**
 * The words for shares in Scottish inspection reports, as published, highest first: *almost all* is over 90 %, *most* 75 to 90 %, *majority* 50
 * to 74 %, *less than half* 15 to 49 %, *few* up to 15 %. They are written for whole percents. Two things they leave to the
 * reader: shares between two whole percents, and 15 %, which stands in two bands.
 *
 * @example quantityBands.bands.map(({ word, from, to }) => `${word}: ${from} to ${to}`).slice(0, 2)
 * // => ['almost all: 91 to 100', 'most: 75 to 90']
 */
export const quantityBands: { readonly bands: readonly QuantityBand[]; readonly sources: readonly Source[] } =
  /* @__PURE__ */ freezeDeeply({
    bands: [
      { word: 'almost all', from: 91, to: 100 },
      { word: 'most', from: 75, to: 90 },
      { word: 'majority', from: 50, to: 74 },
      { word: 'less than half', from: 15, to: 49 },
      { word: 'few', from: 0, to: 15 },
    ],
    sources: [
      {
        title: 'About inspection and review (Education Scotland)',
        url: 'https://education.gov.scot/inspection-and-review/what-we-do-and-how-we-do-it/02-about-inspection-and-review/',
        read: '2026-11-22',
        note: 'The five words with their percents. How to round, and which word 15 % takes, is not said there.',
      },
    ],
  });

export interface QuantityWordsOptions {
  /** How a share is brought to a whole percent before its word is looked up; `half-up` where left out. */
  readonly rounding?: Rounding | undefined;
  /** The word for 15 %, which two bands claim; `less than half` where left out. */
  readonly fifteen?: 'less than half' | 'few' | undefined;
  /** `named` says *none* and *all* at the two ends; `published` keeps to the five words. `named` where left out. */
  readonly ends?: 'named' | 'published' | undefined;
}

/** A share in words. `origin` tells whether the word is a published one or this library's. */
export type Quantity =
  | {
      readonly kind: 'quantity';
      readonly words: QuantityWord | 'none' | 'all';
      readonly origin: 'published' | 'project';
      /** The whole percent that the word was looked up by. */
      readonly percent: number;
      readonly part: number;
      readonly whole: number;
    }
  | { readonly kind: 'nothing-to-count' };

/**
 * The word for a share: *most* for 30 of 40.
 *
 * The rule: first the share is rounded to a whole percent, by the named rounding; then the word is looked up. So 74.6 % is
 * *most* by `half-up` and *majority* by `floor`, and 90.4 % is *most* by `half-up` although it is over 90. A part of some but not
 * all is never looked up as 0 or 100 %. At 15 %, after rounding, two published bands meet; the word is then *less than half*,
 * whose own printed range names 15 as its beginning, or *few* where the caller asks for it. Nothing at all is *none* and everything is *all*;
 * these two words are the library's, and `ends: 'published'` gives *few* and *almost all* instead. With nothing to
 * count there is no word.
 *
 * @param part how many there are, a whole number.
 * @param whole out of how many, a whole number.
 * @throws RangeError where these are not whole numbers from 0, or the part is above the whole.
 *
 * @example
 * quantityWords(30, 40) // => { kind: 'quantity', words: 'most', origin: 'published', percent: 75, part: 30, whole: 40 }
 * quantityWords(746, 1000, { rounding: 'floor' }) // => { words: 'majority', percent: 74, … }
 * quantityWords(3, 20, { fifteen: 'few' }) // => { words: 'few', percent: 15, … }
 * quantityWords(0, 0) // => { kind: 'nothing-to-count' }
 */
export const quantityWords = (part: number, whole: number, options: QuantityWordsOptions = {}): Quantity => {
  expectShape('quantityWords', 'part', part, shape.wholeFrom(0));
  expectShape('quantityWords', 'whole', whole, shape.wholeFrom(0));
  if (part > whole) throw new RangeError(`quantityWords: part is ${part}; it is at most the whole, ${whole}`);
  expectOptions('quantityWords', options, OPTIONS);
  if (whole === 0) return { kind: 'nothing-to-count' };
  const { rounding = 'half-up', fifteen = 'less than half', ends = 'named' } = options;
  const percent = percentOf(part, whole, rounding);
  const said = { percent, part, whole };
  if (ends === 'named' && part === 0) return { kind: 'quantity', words: 'none', origin: 'project', ...said };
  if (ends === 'named' && part === whole) return { kind: 'quantity', words: 'all', origin: 'project', ...said };
  const words =
    percent === 15 ? fifteen : quantityBands.bands.find(({ from, to }) => percent >= from && percent <= to)?.word;
  return { kind: 'quantity', words: words ?? 'few', origin: 'published', ...said };
};

const OPTIONS = /* @__PURE__ */ (() => ({
  rounding: shape.maybe(shape.wordOf(ROUNDINGS)),
  fifteen: shape.maybe(shape.wordOf(['less than half', 'few'])),
  ends: shape.maybe(shape.wordOf(['named', 'published'])),
}))();

const percentOf = (part: number, whole: number, rounding: Rounding): number => {
  const percent = Number(roundedQuotient(100n * BigInt(part), BigInt(whole), rounding));
  if (part > 0 && percent === 0) return 1;
  return part < whole && percent === 100 ? 99 : percent;
};
