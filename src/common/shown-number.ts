import type { Fraction } from './fractions.js';
import { placePoint, type Rounding, roundedQuotient } from './rounding.js';

/** How a number is shown: as it is, or as a percentage; with how many places; by which rule; with which decimal sign. */
export interface ShownAs {
  readonly as: 'percent' | 'number';
  readonly decimals: number;
  readonly rounding: Rounding;
  readonly decimalSign: string;
  /** The highest that the number can be, such as the points there are; 1 for a share. A smaller number never looks like it. */
  readonly highest?: Fraction | undefined;
  /** Whole numbers are then shown without places: *75 %* beside *66.7 %*. */
  readonly plainWholes?: boolean | undefined;
}

/** A fraction of whole numbers of any size. */
export interface WholeFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A number, shown the one way sentences show numbers: half up, with one place, whole numbers without. */
export const inSentence = { decimals: 1, rounding: 'half-up', plainWholes: true } as const;

/** No two fractions of safe whole numbers lie closer together than 1/2¹⁰⁶, which is above 10⁻³². */
const MOST_PLACES = 33;

/**
 * A number in figures, rounded once. A number that is not whole is never shown as a whole one: it is shown by the nearest figure on its own
 * side of that whole number (0.995 with two places is *0.99*, 1/300 is *0.01*, 30.04 % with one place is *30.1 %*). With no places that
 * can hold only for 0, 100 % and the highest there is (99.5 % is *99 %*, 2/3 is *67 %*); where no figure lies between these, one place is
 * added (a half, as a number, is *0.5*).
 */
export const shownNumber = (value: Fraction | WholeFraction, how: ShownAs): string => {
  const denominator = BigInt(value.denominator);
  const numerator = BigInt(value.numerator) * (how.as === 'percent' ? 100n : 1n);
  const isWhole = numerator % denominator === 0n;
  let places = isWhole && how.plainWholes === true ? 0 : how.decimals;
  let units = unitsOf(numerator, denominator, places, how);
  if (units === undefined) {
    places = 1;
    units = unitsOf(numerator, denominator, places, how) ?? 0n;
  }
  const text = placePoint(units, places, how.decimalSign);
  return how.as === 'percent' ? `${text} %` : text;
};

/** The number in units of its last place; none where the places asked for leave no figure that it may be shown by. */
const unitsOf = (numerator: bigint, denominator: bigint, places: number, how: ShownAs): bigint | undefined => {
  const unit = 10n ** BigInt(places);
  const rounded = roundedQuotient(numerator * unit, denominator, how.rounding);
  if (numerator % denominator === 0n) return rounded;
  const looksWhole = (units: bigint): boolean =>
    places > 0 ? units % unit === 0n : looksComplete(units, numerator, denominator, how);
  if (!looksWhole(rounded)) return rounded;
  const onOwnSide = numerator * unit < rounded * denominator ? rounded - 1n : rounded + 1n;
  return looksWhole(onOwnSide) ? undefined : onOwnSide;
};

/** Whether a figure without places is 0, 100 % or the highest there is. */
const looksComplete = (figure: bigint, numerator: bigint, denominator: bigint, how: ShownAs): boolean => {
  if (figure === 0n) return true;
  if (how.as === 'percent') return figure === 100n || figure === -100n;
  if (how.highest !== undefined) return figure * BigInt(how.highest.denominator) === BigInt(how.highest.numerator);
  // Of a number without a highest only this is known: between 0 and 1, it is a share, and between −1 and 0 the change of one.
  return (figure === 1n && numerator < denominator) || (figure === -1n && -numerator < denominator);
};

/**
 * How many places some numbers of one sentence need, from those in `how` up: as many as it takes until different numbers look different.
 * 66.6 % and two thirds need one place, 66.66 % and two thirds need two.
 */
export const placesApart = (values: readonly Fraction[], how: ShownAs): number => {
  const different = new Set(values.map(inLowestTerms)).size;
  let decimals = how.decimals;
  while (decimals < MOST_PLACES) {
    const shown = new Set(values.map((value) => shownNumber(value, { ...how, decimals })));
    if (shown.size >= different) break;
    decimals++;
  }
  return decimals;
};

const inLowestTerms = ({ numerator, denominator }: Fraction): string => {
  let [larger, smaller] = [Math.abs(numerator), denominator];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return `${numerator / larger}/${denominator / larger}`;
};
