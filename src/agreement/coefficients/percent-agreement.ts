import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { bigFraction, minus, toNumber } from '../../common/big-fractions.js';
import { exactChance, exactObserved } from './exactly.js';
import { refuseUnknown } from '../../common/refuse.js';
import { INTERVAL_OPTIONS, refuseInterval, type IntervalOptions } from '../ratings/agreement.js';
import { disagreementWithin, meanOver, whyNone, withPrecision } from './chance-corrected.js';
import { type Disagreement, withinDisagreement } from './disagreement.js';
import type { RatingData, Sample } from '../ratings/ratings.js';
import { readRatings } from '../ratings/read-ratings.js';
import { sumOf } from '../ratings/sums.js';
import { WEIGHT_OPTIONS, type WeightOptions, disagreementOf, valuesOf } from './weights.js';

export interface PercentAgreementOptions extends WeightOptions, IntervalOptions {
  /**
   * How far apart two ratings may lie and still count as agreeing: 1 for adjacent levels. Names are counted in places of
   * their order, numbers in their own units. Default 0: exact agreement.
   */
  readonly within?: number | undefined;
}

/**
 * Percent agreement: the share of pairs of ratings of the same subject that agree, the mean over subjects with two ratings or
 * more,
 *
 *   pₒ = (1 / n₂) Σᵢ Σₖ rᵢₖ (Σₗ wₖₗ rᵢₗ − 1) / (rᵢ (rᵢ − 1)),
 *
 * with rᵢₖ the ratings of subject i that are category k, rᵢ all of its ratings, n₂ the subjects with rᵢ ≥ 2, and wₖₗ how much
 * categories k and l agree: 1 or 0, where no weights are given. As a share, from 0 to 1.
 *
 * It answers a plain question and is asked first; but two raters who both nearly always say the same will agree often
 * whatever they look at, so it says little by itself. With `within: 1` it is adjacent agreement: pairs at most one level
 * apart. Its `expected` is 0, since nothing is taken off for chance, and so it is defined even where all ratings are alike.
 *
 * Books differ on subjects with one rating only. They hold no pair, and count only in the standard error, which is Gwet’s:
 * √[(1 − n / N) Σ (n pₒᵢ / n₂ − pₒ)² / (n (n − 1))], and √[pₒ (1 − pₒ) / n] from a table of two raters.
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 2 and 5
 * @example
 * const two = percentAgreement({ table: [[20, 5], [10, 15]] });
 * two.kind === 'agreement' && two.coefficient // ≈ 0.7
 * const ratings = [['met', 'met', 'partly'], ['not-yet', 'partly', 'met'], ['met', 'met', undefined]];
 * const adjacent = percentAgreement({ ratings, categories: ['not-yet', 'partly', 'met'] }, { within: 1 });
 * adjacent.kind === 'agreement' && adjacent.coefficient // ≈ 0.8889
 */
export const percentAgreement = (
  data: RatingData,
  options: PercentAgreementOptions = {},
): Agreement | UndefinedAgreement => {
  const caller = 'percentAgreement';
  refuseUnknown(caller, options, ['within', ...WEIGHT_OPTIONS, ...INTERVAL_OPTIONS]);
  refuseInterval(caller, options);
  const sample = readRatings(caller, data);
  const v = options.within === undefined ? disagreementOf(caller, sample, options) : beyond(caller, sample, options);
  const none = whyNone(sample);
  if (none) return none;
  const paired = sumOf(sample.patterns, ({ rated, times }) => (rated >= 2 ? times : 0)) / sample.total;
  const disagreement = meanOver(sample, (pattern) => disagreementWithin(pattern, v)) / paired;
  const meanSquare = meanOver(sample, (pattern) => {
    const own = pattern.rated >= 2 ? (1 - disagreementWithin(pattern, v)) / paired : 0;
    return (own - (1 - disagreement)) * (own - (1 - disagreement));
  });
  const exactly = exactChance(sample, v, (exact) => exactObserved(sample, exact));
  const coefficient = exactly ? toNumber(minus(bigFraction(1n), exactly)) : 1 - disagreement;
  return withPrecision(caller, sample, { coefficient, observed: coefficient, expected: 0 }, meanSquare, options);
};

const beyond = (
  caller: string,
  sample: Sample,
  { within = 0, weights, disagreement }: PercentAgreementOptions,
): Disagreement => {
  if (weights !== undefined || disagreement !== undefined) {
    throw new TypeError(`${caller}: give within or weights, not both`);
  }
  if (!(within >= 0)) throw new RangeError(`${caller}: within is a distance from 0, got ${within}`);
  if (within === 0) return disagreementOf(caller, sample, {});
  return withinDisagreement(valuesOf(caller, sample, 'adjacent agreement'), within);
};
