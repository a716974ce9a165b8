import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { bigFraction, minus, times } from '../../common/big-fractions.js';
import { type IntervalOptions, undefinedBecause } from '../ratings/agreement.js';
import { categoryShares, chanceCorrected, sumOver, totalOf, whyNone } from './chance-corrected.js';
import { exactChance, exactShares, exactTotal } from './exactly.js';
import type { Pattern, RatingData } from '../ratings/ratings.js';
import { readRatings } from '../ratings/read-ratings.js';
import { type WeightOptions, weightedSample } from './weights.js';

/**
 * Gwet’s agreement coefficient: AC1, or with weights AC2, AC = (pₒ − pₑ) / (1 − pₑ), with pₒ the (weighted) share of pairs of ratings
 * that agree, the mean over subjects (see `percentAgreement`), and
 *
 *   pₑ = T Σₖ πₖ (1 − πₖ) / (q (q − 1)),
 *
 * where πₖ is the mean over subjects of the share of category k in their ratings, q the number of categories, and T the sum of
 * all weights wₖₗ (q, without weights).
 *
 * Gwet takes chance agreement to come from those subjects only on which a rater guesses, and guesses evenly; its share he
 * reads off how mixed the ratings are. So AC stays high where nearly all ratings are one category and all agree, where kappa
 * drops (the paradox of Feinstein and Cicchetti), and is defined, 1, where all are one category out of several declared.
 * Critics object that rarely used categories then hardly count; with few categories equally used the two come close.
 *
 * It rests on q: give the `categories` that raters could choose from. Where only one is known there is no coefficient. Missing
 * ratings are allowed for. The standard error is Gwet’s.
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Gwet (2008), doi:10.1348/000711006X126600; Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 4 and 5
 * @example
 * const ac1 = gwetAC({ table: [[20, 5], [10, 15]] });
 * ac1.kind === 'agreement' && ac1.coefficient // ≈ 0.40594
 * const ratings = [[1, 1], [1, 1], [1, 1]];
 * const sure = gwetAC({ ratings, categories: [1, 2, 3] });
 * sure.kind === 'agreement' && sure.coefficient // => 1
 */
export const gwetAC = (
  data: RatingData,
  options: WeightOptions & IntervalOptions = {},
): Agreement | UndefinedAgreement => {
  const { sample, v } = weightedSample('gwetAC', data, options, readRatings);
  const none = whyNone(sample);
  if (none) return none;
  const q = sample.categories.length;
  if (q < 2) return undefinedBecause('single-category', 'only one category is known; name all that could be chosen');
  const shares = categoryShares(sample);
  const scale = (q * q - totalOf(v)) / (q * (q - 1));
  const shareOf = new Map(shares.categories.map((k, i) => [k, shares.amounts[i] ?? 0]));
  const notIn = (k: number): number => 1 - (shareOf.get(k) ?? 0);
  const chance = {
    expected: 1 - scale * sumOver(shares, notIn),
    exactly: exactChance(sample, v, (exact) => {
      // 1 − (q² − Σ v) / (q (q − 1)) · Σ π (1 − π)
      const { amounts, whole } = exactShares(sample);
      let spread = 0n;
      for (const amount of amounts.values()) spread += amount * (whole - amount);
      const all = BigInt(q) * BigInt(q) * exact.unit;
      const part = bigFraction(all - exactTotal(q, exact), BigInt(q) * BigInt(q - 1) * exact.unit);
      return minus(bigFraction(1n), times(part, bigFraction(spread, whole * whole)));
    }),
    ofSubject: ({ counts, rated }: Pattern) => 1 - (scale * sumOver(counts, notIn)) / rated,
  };
  return chanceCorrected('gwetAC', sample, v, chance, options);
};
