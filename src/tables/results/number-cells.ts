import { maybe, wholeFrom, wordOf } from '../../common/expect-shape.js';
import type { Fraction } from '../../common/fractions.js';
import { readNumber } from '../../common/read-number.js';
import { shownNumber } from '../../common/shown-number.js';

export interface NumberOptions {
  /** How many places a decimal has at most; 4 where left out. It is for reading: the exact number stands beside it. */
  readonly decimals?: number | undefined;
  /** The sign before them, a point where left out. */
  readonly decimal?: '.' | ',' | undefined;
}

export const numberOptions = /* @__PURE__ */ (() => ({
  decimals: maybe(wholeFrom(0, 20)),
  decimal: maybe(wordOf(['.', ','])),
}))();

/** The headings of a number: its numerator, its denominator and its decimal. */
export const numberHeadings = (name: string): string[] => [`${name} numerator`, `${name} denominator`, name];

/** An exact number in three cells: numerator, denominator and decimal; three blank ones where there is none. */
export const numberCells = (value: Fraction | undefined, { decimals = 4, decimal = '.' }: NumberOptions): string[] =>
  value === undefined
    ? ['', '', '']
    : [
        String(value.numerator),
        String(value.denominator),
        shownNumber(value, { as: 'number', decimals, rounding: 'half-up', decimalSign: decimal, plainWholes: true }),
      ];

/**
 * A number that has no exact form, such as a square root, in one cell: its shortest decimal by the same rounding. Blank where there is none, or where it has no end.
 */
export const decimalCell = (value: number | undefined, { decimals = 4, decimal = '.' }: NumberOptions): string => {
  const read = readNumber(value);
  if (read === undefined) return '';
  const exactly = { numerator: read.units, denominator: 10n ** BigInt(read.places) };
  return shownNumber(exactly, { as: 'number', decimals, rounding: 'half-up', decimalSign: decimal, plainWholes: true });
};
