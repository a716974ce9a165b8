import type { Fraction } from '../../../common/fractions.js';
import { inSentence, placesApart, type ShownAs, shownNumber } from '../../../common/shown-number.js';

/** How numbers are shown in one language. */
export interface Figures {
  /** A share in percent. */
  readonly percent: (share: Fraction) => string;
  readonly number: (value: Fraction) => string;
  /** Several numbers of one line, with as many places as tell different ones apart. */
  readonly together: (values: readonly Fraction[], as: 'percent' | 'number', highest: Fraction) => readonly string[];
  /** A measure that is no fraction, with two places. */
  readonly measure: (value: number) => string;
  /** A change, with its sign. */
  readonly change: (by: Fraction) => string;
  /** The same of a share, in percentage points. */
  readonly points: (by: Fraction) => string;
}

export const figuresIn = ({ decimalSign }: { readonly decimalSign: string }): Figures => {
  const common = { ...inSentence, decimalSign };
  const one: Fraction = { numerator: 1, denominator: 1 };
  const percent: ShownAs = { ...common, as: 'percent', highest: one };
  const number: ShownAs = { ...common, as: 'number' };
  return {
    percent: (share) => shownNumber(share, percent),
    number: (value) => shownNumber(value, number),
    together: (values, as, highest) => {
      const how: ShownAs = { ...common, as, highest };
      const decimals = placesApart(values, how);
      return values.map((value) => shownNumber(value, { ...how, decimals }));
    },
    measure: (value) => withMinus(shownNumber(fractionNear(value), { ...number, decimals: 2 })),
    change: (by) => withSign(by, shownNumber(by, number)),
    // The sign of percent goes: a share that falls from 50 % to 25 % falls by 25 points, and by half.
    points: (by) => withSign(by, shownNumber(by, percent).replace(/ %$/u, '')),
  };
};

const withSign = ({ numerator }: Fraction, figures: string): string =>
  numerator > 0 ? `+${figures}` : withMinus(figures);

/** A minus sign, where figures have a hyphen. */
const withMinus = (figures: string): string => figures.replace(/^-/u, '−');

/** A measure to nine places, as the fraction that is then rounded once. */
const fractionNear = (value: number): Fraction => {
  const denominator = Math.abs(value) < 1e6 ? 1e9 : 1;
  return { numerator: Math.round(value * denominator), denominator };
};
