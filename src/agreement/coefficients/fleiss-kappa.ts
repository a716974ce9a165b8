import type { Agreement, Category, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { type IntervalOptions, nullTest } from '../ratings/agreement.js';
import { categoryShares, chanceCorrected, meanOver, whyNone } from './chance-corrected.js';
import { fleissChance } from './fleiss-chance.js';
import type { RatingData, Sample } from '../ratings/ratings.js';
import { readRatings } from '../ratings/read-ratings.js';
import { sumOf } from '../ratings/sums.js';
import { type WeightOptions, weightedSample } from './weights.js';

/** Agreement on whether a subject is of one category or not. */
export interface CategoryKappa {
  readonly category: Category;
  /** The share of all ratings that are of it. */
  readonly share: number;
  /** Absent where all ratings, or none, are of it. */
  readonly kappa?: number | undefined;
}

export interface FleissAgreement extends Agreement {
  /** Where no weights are given: how well the raters agree on each category by itself. */
  readonly byCategory?: readonly CategoryKappa[] | undefined;
  /**
   * The standard error where the true kappa is 0, by Fleiss, Nee and Landis; κ divided by it is the test statistic z. Only
   * without weights, and where every subject has the same number of ratings.
   */
  readonly nullStandardError?: number | undefined;
  /** How often a kappa as far from 0 comes about where the true one is 0: both tails of the normal distribution at z. */
  readonly pValue?: number | undefined;
}

/**
 * Fleiss’ kappa: agreement of any number of raters beyond chance, κ = (pₒ − pₑ) / (1 − pₑ), with pₒ the (weighted) share of pairs
 * of ratings that agree, the mean over subjects (see `percentAgreement`), and pₑ = Σₖₗ wₖₗ πₖ πₗ, where πₖ is the mean over
 * subjects of the share of category k in their ratings and wₖₗ how much k and l agree.
 *
 * Who gave which rating does not matter, nor need it be the same raters throughout: it is meant for raters who are exchangeable.
 * Where the same raters rate everything, `congerKappa` takes each one’s habits into account. With two raters and all
 * ratings there it is Scott’s pi, not Cohen’s kappa.
 *
 * Fleiss asks for the same number of ratings of every subject; where some are missing, this is Gwet’s generalisation, in
 * which a subject with one rating still counts in πₖ, though not in pₒ. The standard error is Gwet’s (`expected` is not
 * taken as known), not that of Fleiss (1971), which holds only for κ = 0 and was itself corrected in 1979: that one is
 * `nullStandardError`. Of a category by itself, κₖ = 1 − Σᵢ rᵢₖ (rᵢ − rᵢₖ) / (rᵢ (rᵢ − 1)) / (n₂ πₖ (1 − πₖ)).
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Fleiss (1971), doi:10.1037/h0031619; Fleiss, Nee and Landis (1979), doi:10.1037/0033-2909.86.5.974; Gwet (2014), chapter 3
 * @example
 * const kappa = fleissKappa({ counts: [[0, 3, 0], [2, 1, 0], [0, 0, 3], [3, 0, 0], [1, 1, 1]] });
 * kappa.kind === 'agreement' && kappa.coefficient // ≈ 0.4932
 * kappa.kind === 'agreement' && kappa.observed // ≈ 0.6667
 */
export const fleissKappa = (
  data: RatingData,
  options: WeightOptions & IntervalOptions = {},
): FleissAgreement | UndefinedAgreement => {
  const { sample, v } = weightedSample('fleissKappa', data, options, readRatings);
  const none = whyNone(sample);
  if (none) return none;
  const result = chanceCorrected('fleissKappa', sample, v, fleissChance(sample, v), options);
  const isWeighted = options.disagreement !== undefined || (options.weights ?? 'identity') !== 'identity';
  if (result.kind === 'undefined' || isWeighted) return result;
  const nullStandardError = underNull(sample);
  return {
    ...result,
    ...(nullStandardError !== undefined && nullTest(result.coefficient, nullStandardError)),
    byCategory: byCategory(sample),
  };
};

const byCategory = (sample: Sample): readonly CategoryKappa[] => {
  const shares = new Float64Array(sample.categories.length);
  const split = new Float64Array(sample.categories.length);
  for (const { counts, rated, times } of sample.patterns) {
    counts.categories.forEach((k, i) => {
      const n = counts.amounts[i] ?? 0;
      shares[k] = (shares[k] ?? 0) + (times * n) / rated / sample.total;
      if (rated >= 2) split[k] = (split[k] ?? 0) + (times * n * (rated - n)) / (rated * (rated - 1)) / sample.total;
    });
  }
  const paired = meanOver(sample, ({ rated }) => (rated >= 2 ? 1 : 0));
  return sample.categories.map((category, k) => {
    const share = shares[k] ?? 0;
    const expected = share * (1 - share);
    if (!(expected > 0)) return { category, share };
    return { category, share, kappa: 1 - (split[k] ?? 0) / paired / expected };
  });
};

/** √ of 2 [(Σ pq)² − Σ pq (q − p)] / (n r (r − 1) (Σ pq)²), with p the shares, q = 1 − p and r ratings of each of n subjects. */
const underNull = (sample: Sample): number | undefined => {
  const rated = sample.patterns[0]?.rated ?? 0;
  if (sample.subjects === undefined || sample.patterns.some((pattern) => pattern.rated !== rated)) return undefined;
  const shares = categoryShares(sample);
  const spread = sumOf(shares.amounts, (p) => p * (1 - p));
  const skew = sumOf(shares.amounts, (p) => p * (1 - p) * (1 - 2 * p));
  return Math.sqrt((2 * (spread * spread - skew)) / (sample.subjects * rated * (rated - 1))) / spread;
};
