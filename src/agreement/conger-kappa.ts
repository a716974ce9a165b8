import {
  type Agreement,
  INTERVAL_OPTIONS,
  type IntervalOptions,
  refuseUnknown,
  type UndefinedAgreement,
} from './agreement.js';
import { type Chance, chanceCorrected, whyNone } from './chance-corrected.js';
import type { NamedRaterData, Sample } from './ratings.js';
import { readNamedRaters } from './read-ratings.js';
import { sumOf } from './sums.js';
import { type Disagreement, disagreementOf, WEIGHT_OPTIONS, type WeightOptions } from './weights.js';

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
 * @throws TypeError or RangeError where the ratings or options cannot be meant.
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
  refuseUnknown('congerKappa', options, [...WEIGHT_OPTIONS, ...INTERVAL_OPTIONS]);
  const sample = readNamedRaters('congerKappa', data);
  const v = disagreementOf('congerKappa', sample, options);
  return whyNone(sample) ?? chanceCorrected('congerKappa', sample, v, congerChance(sample, v), options);
};

interface Rater {
  readonly at: number;
  /** The share of subjects this rater rated. */
  readonly part: number;
  /** The share of each category among this rater’s ratings. */
  readonly shares: readonly number[];
}

const congerChance = (sample: Sample, v: Disagreement): Chance => {
  const raters = ratersOf(sample);
  const all = sample.categories.map((_, k) => sumOf(raters, ({ shares }) => shares[k] ?? 0));
  const pairs = raters.length * (raters.length - 1);
  const known = raters.map(({ at, part, shares }) => {
    // How far each category lies, on average, from what the other raters say; and how far this rater does.
    const others = all.map((whole, l) => whole - (shares[l] ?? 0));
    const away = others.map((_, k) => sumOf(others, (share, l) => share * (v[k]?.[l] ?? 0)));
    return { at, part, away, mean: sumOf(shares, (share, k) => share * (away[k] ?? 0)) };
  });
  return {
    expected: sumOf(known, ({ mean }) => mean) / pairs,
    ofSubject: ({ cells }) =>
      sumOf(known, ({ at, part, away, mean }) => {
        const cell = cells[at] ?? -1;
        return mean + (cell < 0 ? 0 : ((away[cell] ?? 0) - mean) / part);
      }) / pairs,
  };
};

const ratersOf = (sample: Sample): readonly Rater[] =>
  (sample.patterns[0]?.cells ?? []).flatMap((_, at) => {
    const rated = sample.patterns.filter(({ cells }) => (cells[at] ?? -1) >= 0);
    const total = sumOf(rated, ({ times }) => times);
    if (total === 0) return [];
    const shares = sample.categories.map(
      (__, k) => sumOf(rated, ({ cells, times }) => (cells[at] === k ? times : 0)) / total,
    );
    return [{ at, part: total / sample.total, shares }];
  });
