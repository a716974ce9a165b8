import { PAIR_FIRSTS, PAIR_GAPS, PAIR_SECONDS, SECONDS, SINGLE_GAPS, SINGLE_TARGETS } from './canonical-table.js';
import { hangulOf, hangulParts, isHangulSyllable } from './hangul.js';
import { markOrder } from './mark-order.js';
import { summed, unpackNumbers, unsigned } from './packed-numbers.js';

interface Canonical {
  /** What a sign is taken apart into, one step. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** The sign that two are composed to, under first × 2²¹ + second. */
  readonly composed: ReadonlyMap<number, number>;
}

const pairKey = (first: number, second: number): number => first * 0x200000 + second;

let known: Canonical | undefined;

const canonical = (): Canonical => {
  if (known) return known;
  const parts = new Map<number, readonly number[]>();
  const composed = new Map<number, number>();
  const [singles, pairs] = [summed(unpackNumbers(SINGLE_GAPS)), summed(unpackNumbers(PAIR_GAPS))];
  const targets = summed(unpackNumbers(SINGLE_TARGETS).map(unsigned));
  singles.forEach((sign, i) => parts.set(sign, [targets[i]!]));
  const firsts = summed(unpackNumbers(PAIR_FIRSTS).map(unsigned));
  const seconds = summed(unpackNumbers(SECONDS).map(unsigned));
  unpackNumbers(PAIR_SECONDS).forEach((number, i) => {
    const [sign, first, second] = [pairs[i]!, firsts[i]!, seconds[number >>> 1]!];
    parts.set(sign, [first, second]);
    if ((number & 1) === 0) composed.set(pairKey(first, second), sign);
  });
  known = { parts, composed };
  return known;
};

/** Takes a sign apart to the end, its parts in order. */
const addParts = (codePoint: number, to: number[]): void => {
  if (isHangulSyllable(codePoint)) to.push(...hangulParts(codePoint));
  else {
    const parts = codePoint < 0xc0 ? undefined : canonical().parts.get(codePoint);
    if (parts) for (const part of parts) addParts(part, to);
    else to.push(codePoint);
  }
};

/** Puts marks that stand side by side into their order, those of one class as they stand. */
const orderMarks = (signs: number[]): void => {
  for (let i = 0; i < signs.length; i++) {
    if (markOrder(signs[i]!) === 0) continue;
    let end = i;
    while (end < signs.length && markOrder(signs[end]!) > 0) end++;
    const marks = signs.slice(i, end).sort((one, other) => markOrder(one) - markOrder(other));
    for (const mark of marks) signs[i++] = mark;
  }
};

const decomposedSigns = (text: string): number[] => {
  const signs: number[] = [];
  for (const sign of text) addParts(sign.codePointAt(0)!, signs);
  orderMarks(signs);
  return signs;
};

const textOf = (signs: readonly number[]): string => {
  let text = '';
  for (const sign of signs) text += String.fromCodePoint(sign);
  return text;
};

/**
 * A text with every sign taken apart (Normalization Form D of the library’s own version of Unicode): é is e and an accent. Halves of
 * surrogate pairs stay as they are.
 */
export const decomposedText = (text: string): string =>
  /^[\0-\xbf]*$/u.test(text) ? text : textOf(decomposedSigns(text));

/**
 * A text with every sign put together (Normalization Form C of the library’s own version of Unicode): e and an accent are é. Two texts
 * that a reader cannot tell apart because they only differ in how their letters are put together are the same in this form.
 *
 * For example `composedText('e\u0301') === 'é'` is `true`.
 */
export const composedText = (text: string): string => {
  if (/^[\0-\u02ff]*$/u.test(text)) return text;
  const signs = decomposedSigns(text);
  const { composed } = canonical();
  const kept: number[] = [];
  // The last sign that others may be composed with, and the order of the mark kept last after it; −1 where none was kept.
  let starter = -1;
  let last = -1;
  for (const sign of signs) {
    const order = markOrder(sign);
    if (starter >= 0 && last < order) {
      const one = kept[starter]!;
      const both = hangulOf(one, sign) || composed.get(pairKey(one, sign));
      if (both) {
        kept[starter] = both;
        continue;
      }
    }
    if (order === 0) {
      starter = kept.length;
      last = -1;
    } else last = order;
    kept.push(sign);
  }
  return textOf(kept);
};
