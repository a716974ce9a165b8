import { shownValue } from './shown-value.js';

/** How a number is brought to its shown places: to the nearest (a half up, or to the even neighbour), down, up, or toward zero. */
export const ROUNDINGS = ['half-up', 'half-even', 'floor', 'ceiling', 'truncate'] as const;

/** One of the ways to round; the whole library knows these. */
export type Rounding = (typeof ROUNDINGS)[number];

/** Throws a RangeError that names the roundings there are, for any other. */
export const refuseRounding = (caller: string, rounding: unknown, name = 'rounding'): void => {
  if ((ROUNDINGS as readonly unknown[]).includes(rounding)) return;
  const known = ROUNDINGS.map((one) => `“${one}”`).join(', ');
  throw new RangeError(`${caller}: ${name} is ${shownValue(rounding)}; it is one of ${known}`);
};

/** `numerator / denominator` as a whole number by a named rule; the denominator is above zero. All in whole numbers. */
export const roundedQuotient = (numerator: bigint, denominator: bigint, rounding: Rounding): bigint => {
  // BigInt division drops the fraction toward zero; the rest has the sign of the numerator.
  const towardZero = numerator / denominator;
  const down = numerator % denominator < 0n ? towardZero - 1n : towardZero;
  const above = numerator - down * denominator;
  switch (rounding) {
    case 'truncate':
      return towardZero;
    case 'floor':
      return down;
    case 'ceiling':
      return above > 0n ? down + 1n : down;
    case 'half-up':
      return 2n * above >= denominator ? down + 1n : down;
    case 'half-even':
      if (2n * above === denominator) return down % 2n === 0n ? down : down + 1n;
      return 2n * above > denominator ? down + 1n : down;
  }
};

/** A whole number of units of the last place, in figures: 625 with one place is *62.5*. */
export const placePoint = (units: bigint, places: number, decimalSign = '.'): string => {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}${decimalSign}${digits.slice(-places)}`;
};
