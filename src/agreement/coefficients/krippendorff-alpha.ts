import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { type BigFraction, bigFraction, over, plus } from '../../common/big-fractions.js';
import { refuseUnknown, refuseWord } from '../../common/refuse.js';
import { INTERVAL_OPTIONS, refuseInterval, type IntervalOptions } from '../ratings/agreement.js';
import { disagreementWithin, meanOver, noVariation, sumOver, whyNone, withPrecision } from './chance-corrected.js';
import type { Disagreement, ExactDisagreement } from './disagreement.js';
import { exactChance, exactSum, pairsByRated, valuesFrom } from './exactly.js';
import { type AlphaMetric, metricOf } from './metrics.js';
import { type Pattern, type RatingData, type Sample, countsOf } from '../ratings/ratings.js';
import { readRatings } from '../ratings/read-ratings.js';
import { sumOf } from '../ratings/sums.js';
import { type WeightName, disagreementOf, WEIGHT_NAMES } from './weights.js';

export interface AlphaOptions extends IntervalOptions {
  /** How far two categories differ; default `nominal`. */
  readonly metric?: AlphaMetric | undefined;
  /** Instead of a metric, a weighting by its name, as the other coefficients take it. */
  readonly weights?: WeightName | undefined;
}

/**
 * Krippendorff’s alpha: α = 1 − Dₒ / Dₑ, with Dₒ the mean difference δ² between two ratings of the same subject and Dₑ the mean
 * difference between any two ratings at all,
 *
 *   Dₒ = Σᵢ Σₖₗ rᵢₖ (rᵢₗ − [k = l]) δ²ₖₗ / (rᵢ − 1) / N,   Dₑ = Σₖₗ nₖ nₗ δ²ₖₗ / (N (N − 1)),
 *
 * where rᵢₖ of the rᵢ ratings of subject i are category k, and nₖ of all N. Subjects with a single rating are left out. It
 * takes any number of raters, missing ratings, and any way in which categories differ (`AlphaMetric`): names, ranks, numbers or
 * ratios. Krippendorff would rely on data with α ≥ 0.8, and draw tentative conclusions from 0.667 up.
 *
 * For two raters and nothing missing it is Scott’s pi but for the factor (N − 1) / N, which corrects for few ratings. It
 * differs from Fleiss’ kappa, too, in counting ratings, not subjects: a subject with more ratings weighs more. Which way it
 * comes out where all ratings are one category books do not agree on; here it is undefined, since Dₑ = 0.
 *
 * The metric `ordinal` is Krippendorff’s own, which counts the ratings that lie between; `weights: 'ordinal'` is Gwet’s, which counts
 * categories. `observed` and `expected` are agreement with the greatest δ² as 1: 1 − (1 − 1 / N) Dₒ and 1 − (1 − 1 / N) Dₑ.
 * Krippendorff bootstraps his intervals, which needs random numbers. The standard error here is the infinitesimal jackknife of 1 − Dₒ / Dₑ, δ² taken
 * as fixed, times √(n / (n − 1)) with n the subjects that have a pair of ratings; `subjects`, the degrees of freedom and the interval
 * go by the same n.
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Krippendorff (1970), doi:10.1177/001316447003000105; Hayes and Krippendorff (2007), doi:10.1080/19312450709336664;
 * Krippendorff (2011), Computing Krippendorff’s Alpha-Reliability; Gwet (2014), chapter 5, for the standard error
 * @example
 * const ratings = [[1, 1, null], [2, 2, 3], [3, 3, 3], [3, null, 3], [2, 1, 2]];
 * const alpha = krippendorffAlpha({ ratings }, { metric: 'interval' });
 * alpha.kind === 'agreement' && alpha.coefficient // ≈ 0.7778
 */
export const krippendorffAlpha = (data: RatingData, options: AlphaOptions = {}): Agreement | UndefinedAgreement => {
  const caller = 'krippendorffAlpha';
  refuseUnknown(caller, options, ['metric', 'weights', ...INTERVAL_OPTIONS]);
  refuseInterval(caller, options);
  if (options.weights !== undefined) refuseWord(caller, 'weights', options.weights, WEIGHT_NAMES);
  const whole = readRatings(caller, data);
  const sample = pairable(whole);
  if (options.metric !== undefined && options.weights !== undefined) {
    throw new TypeError(`${caller}: give a metric or weights, not both`);
  }
  const v = options.weights
    ? disagreementOf(caller, sample, { weights: options.weights })
    : metricOf(caller, sample, options.metric === undefined ? 'nominal' : options.metric);
  return whyNone(whole) ?? alphaOf(caller, sample, v, options);
};

/** Without the subjects that have a single rating, which are none of the subjects of alpha. */
const pairable = (sample: Sample): Sample => {
  const patterns = sample.patterns.filter(({ rated }) => rated >= 2);
  const total = sumOf(patterns, ({ times }) => times);
  const isCounted = sample.subjects !== undefined && !sample.tabulated;
  return { ...sample, patterns, total, ...(isCounted && { subjects: total }) };
};

const alphaOf = (caller: string, sample: Sample, v: Disagreement, options: IntervalOptions) => {
  const mean = meanOver(sample, ({ rated }) => rated);
  const shares = new Float64Array(sample.categories.length);
  for (const { counts, times } of sample.patterns) {
    counts.categories.forEach((k, i) => {
      shares[k] = (shares[k] ?? 0) + (times * (counts.amounts[i] ?? 0)) / (sample.total * mean);
    });
  }
  const used = countsOf(shares);
  const away = v.awayFrom(used);
  const expected = sumOver(used, away);
  const exact = exactChance(sample, v, (of) => exactExpected(sample, of));
  if (exact ? exact.n <= 0n : !(expected > 0)) return noVariation();
  const own = (pattern: Pattern) => pattern.rated * disagreementWithin(pattern, v);
  const observed = meanOver(sample, own) / mean;
  // A share of subjects has no number of ratings: there the correction for few ratings is left out.
  const counted = sample.subjects;
  const correction = counted === undefined ? 1 : 1 - 1 / (mean * counted);
  const ratio = observed / expected;
  // How much α without its correction changes with the weight of a subject: its own part in Dₒ / Dₑ, less what it adds to Dₑ twice over.
  const influence = (pattern: Pattern): number => {
    const inObserved = (own(pattern) - observed * pattern.rated) / mean;
    const inExpected = (2 * (sumOver(pattern.counts, away) - expected * pattern.rated)) / mean;
    return (ratio * inExpected - inObserved) / expected;
  };
  const size = meanOver(sample, (pattern) => influence(pattern) * influence(pattern));
  const values =
    exact && v.exact && counted !== undefined
      ? valuesFrom(exactWithin(sample, v.exact), exact, exactCorrection(sample))
      : { coefficient: 1 - correction * ratio, observed: 1 - correction * observed, expected: 1 - expected };
  return withPrecision(caller, sample, values, size, options, counted);
};

/** How many ratings there are in all. */
const ratingsIn = (sample: Sample): bigint => {
  let ratings = 0n;
  for (const { rated, times } of sample.patterns) ratings += BigInt(times) * BigInt(rated);
  return ratings;
};

/** 1 − 1 / N. */
const exactCorrection = (sample: Sample): BigFraction => bigFraction(ratingsIn(sample) - 1n, ratingsIn(sample));

/** Σₖₗ nₖ nₗ vₖₗ / N². */
const exactExpected = (sample: Sample, exact: ExactDisagreement): BigFraction => {
  const amounts = new Map<number, bigint>();
  for (const { counts, times } of sample.patterns) {
    counts.categories.forEach((k, i) => {
      amounts.set(k, (amounts.get(k) ?? 0n) + BigInt(times) * BigInt(counts.amounts[i] ?? 0));
    });
  }
  const all = ratingsIn(sample);
  return bigFraction(exactSum(amounts, amounts, exact), all * all * exact.unit);
};

/** The disagreement within subjects, a subject weighing by its ratings: Σ rᵢ Dᵢ / N. */
const exactWithin = (sample: Sample, exact: ExactDisagreement): BigFraction => {
  let sum = bigFraction(0n);
  for (const [rated, pairs] of pairsByRated(sample, exact)) sum = plus(sum, bigFraction(pairs, BigInt(rated - 1)));
  return over(sum, bigFraction(ratingsIn(sample) * exact.unit));
};
