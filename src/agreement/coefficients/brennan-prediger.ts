import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { bigFraction } from '../../common/big-fractions.js';
import { type IntervalOptions, undefinedBecause } from '../ratings/agreement.js';
import { chanceCorrected, totalOf, whyNone } from './chance-corrected.js';
import { exactChance, exactTotal } from './exactly.js';
import type { RatingData } from '../ratings/ratings.js';
import { readRatings } from '../ratings/read-ratings.js';
import { type WeightOptions, weightedSample } from './weights.js';

/**
 * Brennan and Prediger’s coefficient: agreement beyond that of raters who choose each category equally often,
 * κ = (pₒ − pₑ) / (1 − pₑ), with pₒ the (weighted) share of pairs of ratings that agree, the mean over subjects (see
 * `percentAgreement`), and pₑ = Σₖₗ wₖₗ / q², q the number of categories and wₖₗ how much k and l agree; without weights 1 / q. Also
 * known as S (Bennett, Alpert and Goldstein 1954), G, or free-marginal kappa.
 *
 * It does not fall when one category is frequent, as kappa does. In return it rests on q: give the `categories` that
 * raters could choose from, not only those that they chose. Where only one is known there is no coefficient.
 *
 * The standard error is Gwet’s; pₑ is known beforehand and adds nothing to it.
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Brennan and Prediger (1981), doi:10.1177/001316448104100307; Gwet (2014), Handbook of Inter-Rater Reliability, 4th
 * edition, chapter 5
 * @example
 * const coefficient = brennanPrediger({ table: [[13, 0, 0], [0, 20, 7], [0, 4, 56]] });
 * coefficient.kind === 'agreement' && coefficient.coefficient // ≈ 0.835
 */
export const brennanPrediger = (
  data: RatingData,
  options: WeightOptions & IntervalOptions = {},
): Agreement | UndefinedAgreement => {
  const { sample, v } = weightedSample('brennanPrediger', data, options, readRatings);
  const none = whyNone(sample);
  if (none) return none;
  const q = sample.categories.length;
  if (q < 2) return undefinedBecause('single-category', 'only one category is known; name all that could be chosen');
  const expected = totalOf(v) / (q * q);
  const exactly = exactChance(sample, v, (exact) =>
    bigFraction(exactTotal(q, exact), BigInt(q) * BigInt(q) * exact.unit),
  );
  return chanceCorrected('brennanPrediger', sample, v, { expected, exactly, ofSubject: () => expected }, options);
};
