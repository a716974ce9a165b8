import type { Fraction } from '../../../common/fractions.js';
import { inSentence, placesApart, type ShownAs, shownNumber } from '../../../common/shown-number.js';

const WHOLE = { numerator: 1, denominator: 1 } as const;

/** How the numbers of one picture are shown: rounded once, by the one rule, with as many places as tell different numbers apart. */
export interface Figures {
  /** A number of the score’s unit: a share in percent, points or a count as they are. */
  readonly number: (value: Fraction) => string;
  readonly share: (value: Fraction) => string;
}

export const figuresOf = (
  numbers: readonly Fraction[],
  unit: 'share' | 'points' | 'count',
  outOf: Fraction,
  decimalSign: string,
): Figures => {
  const share: ShownAs = { ...inSentence, as: 'percent', decimalSign, highest: WHOLE };
  const own: ShownAs = unit === 'share' ? share : { ...inSentence, as: 'number', decimalSign, highest: outOf };
  const decimals = placesApart(numbers, own);
  return {
    number: (value) => shownNumber(value, { ...own, decimals }),
    share: (value) => shownNumber(value, share),
  };
};

/** How far along a number lies, for drawing alone: 0 at nothing, 1 at the highest there is, never outside. */
export const shareAlong = (value: Fraction, outOf: Fraction): number => {
  const whole = outOf.numerator / outOf.denominator;
  if (!(whole > 0)) return 0;
  return Math.min(1, Math.max(0, value.numerator / value.denominator / whole));
};
