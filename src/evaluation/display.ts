import { placePoint, refuseRounding, type Rounding, roundedQuotient } from '../common/rounding.js';
import type { ExactNumber, Fraction } from '../model/fraction.js';
import type { Score } from '../model/evaluation.js';

export interface DisplayOptions {
  /** `percent` multiplies a share by a hundred and says so; `number` shows it as it is. */
  readonly as?: 'percent' | 'number' | undefined;
  /** Decimal places, from 0 to 6. */
  readonly decimals?: number | undefined;
  readonly rounding?: Rounding | undefined;
}

/**
 * An exact number in figures, rounded once, by the named rule, and never so that something incomplete looks complete:
 * a share below the whole is never shown as 100 %, and one above nothing never as 0 %, whatever the rounding; it is
 * then shown at the last figure short of it, `99.9 %` or `0.1 %`.
 *
 * @example
 * formatExact({ numerator: 2, denominator: 3 }, { as: 'percent' }) // => '67 %'
 * formatExact({ numerator: 999, denominator: 1000 }, { as: 'percent' }) // => '99 %'
 * formatExact({ numerator: 5, denominator: 4 }, { as: 'number', decimals: 1, rounding: 'half-even' }) // => '1.2'
 */
export const formatExact = (value: Fraction, options: DisplayOptions = {}): string => {
  const { as = 'number', decimals = 0, rounding = 'half-up' } = options;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) {
    throw new RangeError(`formatExact: decimals must be a whole number from 0 to 6, got ${decimals}`);
  }
  refuseRounding('formatExact', rounding);
  // In units of the last shown place, so that one whole number is rounded, once.
  const unit = 10n ** BigInt(decimals) * (as === 'percent' ? 100n : 1n);
  const denominator = BigInt(value.denominator);
  const numerator = BigInt(value.numerator) * unit;
  let shown = roundedQuotient(numerator, denominator, rounding);
  if (as === 'percent') {
    if (value.numerator < value.denominator && shown >= unit) shown = unit - 1n;
    if (value.numerator > 0 && shown <= 0n) shown = 1n;
  }
  const text = placePoint(shown, decimals);
  return as === 'percent' ? `${text} %` : text;
};

/**
 * A score in figures, with what it must not travel without: its coverage and the interval still open.
 * Coverage is by weight. A share is shown in percent unless asked otherwise, points and counts as numbers out of their highest.
 *
 * @example
 * const { score } = evaluate(coordinatorRole, { ratings: { 'growth-mindset': 'embedded' } });
 * formatScore(score) // => '100 % of what is rated (13 % rated); between 13 % and 100 % when all is'
 */
export const formatScore = (score: Score, options: DisplayOptions = {}): string => {
  if (score.kind === 'unscored') return unscored[score.because];
  const { unit, value, interval, coverage, outOf } = score;
  const figures = (number: ExactNumber): string =>
    unit === 'share' ? formatExact(number, { as: 'percent', ...options }) : formatExact(number, options);
  const top = unit === 'share' ? '' : ` out of ${formatExact(outOf, options)}`;
  const between = `between ${figures(interval.least)} and ${figures(interval.greatest)}${top}`;
  const whole = coverage.numerator === coverage.denominator;
  const rated = `${formatExact(coverage, { as: 'percent' })} rated`;
  if (value === undefined) return whole ? between : `${between} (${rated})`;
  if (whole) return `${figures(value)}${top}`;
  return `${figures(value)} of what is rated (${rated}); ${between} when all is`;
};

const unscored = {
  'nothing-applicable': 'no score: nothing applies',
  'nothing-rated': 'no score: nothing is rated yet',
  'profile-only': 'no score: this rubric gives a profile',
} as const;
