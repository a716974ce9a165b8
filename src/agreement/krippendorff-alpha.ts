import {
  type Agreement,
  INTERVAL_OPTIONS,
  type IntervalOptions,
  refuseUnknown,
  type UndefinedAgreement,
} from './agreement.js';
import { disagreementWithin, meanOver, noVariation, whyNone, withPrecision } from './chance-corrected.js';
import { metricOf, type AlphaMetric } from './metrics.js';
import type { Pattern, RatingData, Sample } from './ratings.js';
import { readRatings } from './read-ratings.js';
import { sumOf } from './sums.js';
import { type Disagreement, disagreementOf, type WeightName } from './weights.js';

export interface AlphaOptions extends IntervalOptions {
  /** How far two categories differ; `nominal` where left out. */
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
 * Krippendorff bootstraps his intervals, which takes dice; the standard error here is Gwet’s linearised one, δ² taken as fixed.
 *
 * @throws TypeError or RangeError where the ratings or options cannot be meant.
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
  const whole = readRatings(caller, data);
  const sample = pairable(whole);
  if (options.metric !== undefined && options.weights !== undefined) {
    throw new TypeError(`${caller}: give a metric or weights, not both`);
  }
  const v = options.weights
    ? disagreementOf(caller, sample, { weights: options.weights })
    : metricOf(caller, sample, options.metric ?? 'nominal');
  return whyNone(whole) ?? alphaOf(caller, sample, v, options);
};

/** Without the subjects that have a single rating. */
const pairable = (sample: Sample): Sample => {
  const patterns = sample.patterns.filter(({ rated }) => rated >= 2);
  return { ...sample, patterns, total: sumOf(patterns, ({ times }) => times) };
};

const alphaOf = (caller: string, sample: Sample, v: Disagreement, options: IntervalOptions) => {
  const mean = meanOver(sample, ({ rated }) => rated);
  const shares = sample.categories.map((_, k) => meanOver(sample, ({ counts }) => counts[k] ?? 0) / mean);
  const away = shares.map((_, k) => sumOf(shares, (share, l) => share * (v[k]?.[l] ?? 0)));
  const expected = sumOf(shares, (share, k) => share * (away[k] ?? 0));
  if (!(expected > 0)) return noVariation();
  const own = (pattern: Pattern) => (pattern.rated * disagreementWithin(pattern, v)) / mean;
  const observed = meanOver(sample, own);
  // A share of subjects has no number of ratings: there the correction for few ratings is left out.
  const isCounted = sample.subjects !== undefined;
  const counted = sample.tabulated ? sample.subjects : isCounted ? sample.total : undefined;
  const correction = counted === undefined ? 1 : 1 - 1 / (mean * counted);
  const ratio = observed / expected;
  // Gwet’s linearised value of a subject, around α without its correction; the agreement he subtracts is the corrected one.
  const ofSubject = (pattern: Pattern): number => {
    const { counts, rated } = pattern;
    const more = (rated - mean) / mean;
    const agreement = expected - own(pattern) + correction * observed * more;
    const byChance = expected - sumOf(counts, (n, k) => n * (away[k] ?? 0)) / mean + expected * more;
    return (agreement - 2 * ratio * byChance) / expected;
  };
  return withPrecision(
    caller,
    sample,
    { coefficient: 1 - correction * ratio, observed: 1 - correction * observed, expected: 1 - expected },
    meanOver(sample, (pattern) => (ofSubject(pattern) - (1 - ratio)) ** 2),
    options,
    counted,
  );
};
