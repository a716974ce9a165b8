import { DIGIT_ZEROS } from './digit-table.js';
import { LETTER_RUNS } from './letter-table.js';
import { type Runs, summed, unpackNumbers, unpackRuns, valueAt } from './packed-numbers.js';

/**
 * The version of Unicode that says what is a letter, what its lower case is and which texts are the same. It is the library’s own, so
 * that every engine gives the same results: a code point that this version does not assign is no letter, even where the engine knows it.
 */
export const UNICODE_VERSION = '17.0';

let letterRuns: Runs | undefined;

/** 0 none of these, 1 a letter (L), 2 a mark (M), 3 a number (N). */
export const signClass = (codePoint: number): number => valueAt((letterRuns ??= unpackRuns(LETTER_RUNS, 4)), codePoint);

/** Whether a code point is a letter of any script (general category L). */
export const isLetter = (codePoint: number): boolean => signClass(codePoint) === 1;

/** Whether a code point is a mark that belongs to the sign before it (general category M). */
export const isMark = (codePoint: number): boolean => signClass(codePoint) === 2;

/** Whether a code point is a number of any kind (general category N): ², Ⅳ and ½ are some. */
export const isNumber = (codePoint: number): boolean => signClass(codePoint) === 3;

let zeros: readonly number[] | undefined;

/** What a decimal digit of any script (general category Nd) counts: 0 to 9; nothing for any other sign. */
export const digitValue = (codePoint: number): number | undefined => {
  if (codePoint < 0x80) return codePoint >= 48 && codePoint <= 57 ? codePoint - 48 : undefined;
  zeros ??= summed(unpackNumbers(DIGIT_ZEROS));
  for (const zero of zeros) if (codePoint >= zero && codePoint <= zero + 9) return codePoint - zero;
  return undefined;
};

/** Whether a code point is a decimal digit of any script (general category Nd). */
export const isDigit = (codePoint: number): boolean => digitValue(codePoint) !== undefined;
