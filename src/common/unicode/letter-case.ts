import { asciiLowerCase } from '../ascii-case.js';
import { CAPITAL_RUNS } from './capital-table.js';
import { LOWER_RUNS } from './lower-case-table.js';
import { type Runs, unpackNumbers, unpackRuns, unsigned, valueAt } from './packed-numbers.js';

let lower: Map<number, number> | undefined;

const lowerLetters = (): Map<number, number> => {
  if (lower) return lower;
  lower = new Map();
  const numbers = unpackNumbers(LOWER_RUNS);
  let letter = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    const [count, step] = [numbers[i + 1]! >>> 1, 1 + (numbers[i + 1]! & 1)];
    const offset = unsigned(numbers[i + 2]!);
    letter += numbers[i]!;
    for (let j = 0; j < count; j++) lower.set(letter + j * step, letter + j * step + offset);
    letter += (count - 1) * step;
  }
  return lower;
};

const lowerSign = (sign: string): string => {
  if (sign === 'İ') return 'i\u0307';
  const small = lowerLetters().get(sign.codePointAt(0)!);
  return small === undefined ? sign : String.fromCodePoint(small);
};

/**
 * A text in lower case, by the library’s own version of Unicode and no language’s rules: İ is i with a dot above; Σ is σ, also at the end
 * of a word.
 *
 * For example `lowerCase('ΌΔΟΣ')` is `'όδοσ'`.
 */
export const lowerCase = (text: string): string =>
  asciiLowerCase(text).replace(/[^\0-\x7f]/gu, (sign) => lowerSign(sign));

let upper: Map<number, number> | undefined;

/** The capitals by their small letters. Of several the first counts, so that k is K and not the sign of kelvins, which comes later. */
const upperLetters = (): Map<number, number> => {
  if (upper) return upper;
  upper = new Map();
  for (const [capital, small] of lowerLetters()) if (!upper.has(small)) upper.set(small, capital);
  // The capital ẞ is written in no language at the beginning of a word.
  upper.delete(0xdf);
  return upper;
};

/**
 * A text that begins with a capital, for the beginning of a sentence: one letter for one, by no language’s rules. A letter that has no
 * capital of its own, such as ß, stays.
 *
 * For example `capitalised('état')` is `'État'`.
 */
export const capitalised = (text: string): string => {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const capital = first >= 97 && first <= 122 ? first - 32 : first < 0x80 ? undefined : upperLetters().get(first);
  return capital === undefined ? text : String.fromCodePoint(capital) + text.slice(first > 0xffff ? 2 : 1);
};

let capitals: Runs | undefined;
const capitalClass = (codePoint: number): number => valueAt((capitals ??= unpackRuns(CAPITAL_RUNS, 3)), codePoint);

/** Whether a code point is a capital letter (general category Lu). */
export const isCapital = (codePoint: number): boolean => capitalClass(codePoint) === 1;

/** Whether a code point is a small letter (general category Ll). */
export const isSmall = (codePoint: number): boolean => capitalClass(codePoint) === 2;
