import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { type BigFraction, bigFraction } from '../../common/big-fractions.js';
import { lcmOf } from '../../common/big-integers.js';
import { type IntervalOptions } from '../ratings/agreement.js';
import { type Chance, chanceCorrected, sumOver, whyNone } from './chance-corrected.js';
import type { Disagreement, ExactDisagreement } from './disagreement.js';
import { exactChance, exactSum } from './exactly.js';
import { type Counts, type NamedRaterData, type Sample, countsOf } from '../ratings/ratings.js';
import { readNamedRaters } from '../ratings/read-ratings.js';
import { sumOf } from '../ratings/sums.js';
import { type WeightOptions, weightedSample } from './weights.js';

/**
 * Conger’s kappa: Cohen’s kappa for any number of raters, κ = (pₒ − pₑ) / (1 − pₑ), with pₒ the (weighted) share of pairs of ratings
 * that agree, the mean over subjects (see `percentAgreement`), and
 *
 *   pₑ = Σ over pairs of raters g ≠ h of Σₖₗ wₖₗ p₍g₎ₖ p₍h₎ₗ / (r (r − 1)),
 *
 * the agreement that two different raters would reach by their own habits: p₍g₎ₖ is the share of category k among rater g’s
 * ratings, r the number of raters, wₖₗ how much k and l agree. For two raters and nothing missing it is Cohen’s kappa.
 *
 * Where the same few people rate everything, this is the kappa to take; where raters change from subject to subject,
 * `fleissKappa`. With missing ratings, Gwet’s generalisation: each rater’s shares come from what that rater rated. Raters
 * who rated nothing are left out. The standard error is Gwet’s, too.
 *
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Conger (1980), doi:10.1037/0033-2909.88.2.322; Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 2 and 5
 * @example
 * const ratings = [[1, 1, 2], [2, 2, 2], [3, 3, 3], [1, 2, 2], [3, 3, undefined]];
 * const kappa = congerKappa({ ratings });
 * kappa.kind === 'agreement' && kappa.coefficient // ≈ 0.6059
 */
export const congerKappa = (
  data: NamedRaterData,
  options: WeightOptions & IntervalOptions = {},
): Agreement | UndefinedAgreement => {
  const { sample, v } = weightedSample('congerKappa', data, options, readNamedRaters);
  return whyNone(sample) ?? chanceCorrected('congerKappa', sample, v, congerChance(sample, v), options);
};

interface Rater {
  readonly at: number;
  /** The share of subjects this rater rated. */
  readonly part: number;
  /** The share of each category among this rater’s ratings. */
  readonly shares: Counts;
}

const congerChance = (sample: Sample, v: Disagreement): Chance => {
  const raters = ratersOf(sample);
  const all = new Float64Array(sample.categories.length);
  for (const { shares } of raters) {
    shares.categories.forEach((k, i) => {
      all[k] = (all[k] ?? 0) + (shares.amounts[i] ?? 0);
    });
  }
  const fromAll = v.awayFrom(countsOf(all));
  const pairs = raters.length * (raters.length - 1);
  const known = raters.map(({ at, part, shares }) => {
    // How far each category lies, on average, from what the other raters say; and how far this rater does.
    const fromOwn = v.awayFrom(shares, shares.categories);
    const away = (k: number): number => fromAll(k) - fromOwn(k);
    return { at, part, away, mean: sumOver(shares, away) };
  });
  const means = sumOf(known, ({ mean }) => mean);
  return {
    expected: means / pairs,
    exactly: exactChance(sample, v, (exact) => exactly(sample, exact)),
    ofSubject: ({ cells }) =>
      (means +
        sumOf(known, ({ at, part, away, mean }) => {
          const cell = cells[at] ?? -1;
          return cell < 0 ? 0 : (away(cell) - mean) / part;
        })) /
      pairs,
  };
};

/** Σ over pairs of raters Σₖₗ (n₁ₖ / n₁) (n₂ₗ / n₂) vₖₗ, over the number of pairs. */
const exactly = (sample: Sample, exact: ExactDisagreement): BigFraction => {
  const raters = (sample.patterns[0]?.cells ?? []).flatMap((_, at) => {
    const amounts = new Map<number, bigint>();
    let total = 0n;
    for (const { cells, times } of sample.patterns) {
      const cell = cells[at] ?? -1;
      if (cell < 0) continue;
      amounts.set(cell, (amounts.get(cell) ?? 0n) + BigInt(times));
      total += BigInt(times);
    }
    return total === 0n ? [] : [{ amounts, total }];
  });
  // All shares over one denominator: every pair of raters at once, less each with itself.
  const common = raters.reduce((so, { total }) => lcmOf(so, total), 1n);
  const all = new Map<number, bigint>();
  let own = 0n;
  for (const { amounts, total } of raters) {
    const each = common / total;
    own += each * each * exactSum(amounts, amounts, exact);
    for (const [k, amount] of amounts) all.set(k, (all.get(k) ?? 0n) + each * amount);
  }
  const pairs = BigInt(raters.length) * BigInt(raters.length - 1);
  return bigFraction(exactSum(all, all, exact) - own, common * common * exact.unit * pairs);
};

const ratersOf = (sample: Sample): readonly Rater[] =>
  (sample.patterns[0]?.cells ?? []).flatMap((_, at) => {
    const rated = new Map<number, number>();
    let total = 0;
    for (const { cells, times } of sample.patterns) {
      const cell = cells[at] ?? -1;
      if (cell < 0) continue;
      rated.set(cell, (rated.get(cell) ?? 0) + times);
      total += times;
    }
    if (total === 0) return [];
    const categories = [...rated.keys()].sort((a, b) => a - b);
    const amounts = categories.map((k) => (rated.get(k) ?? 0) / total);
    return [{ at, part: total / sample.total, shares: { categories, amounts } }];
  });
