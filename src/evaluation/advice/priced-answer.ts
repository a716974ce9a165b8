import { at } from '../../common/at.js';
import { type Part, Standing } from './goal-search.js';
import type { Looks, Search } from './joint-search.js';
import { leastAt, type Shares } from './part-shares.js';

/** Choices with which all parts hold. */
export interface Answer {
  readonly taken: ReadonlyMap<number, number>;
  readonly cost: number;
  /** How many looks it took. */
  readonly work: number;
}

/**
 * A good answer at some prices. From everything at its highest, each variable falls to the choice that costs least less the prices of its shares,
 * as far as all parts still hold, those first that fall by the most; then, the dearest first, to the lowest that serves.
 */
export const answerAt = (
  parts: readonly Part[],
  search: Search,
  shares: Shares,
  prices: Float64Array,
  looks: Looks,
): Answer => {
  const { order, costs } = search;
  const stand = new Standing(parts);
  const lessShares = order.map((_, i) =>
    at(costs, i).map((cost, k) =>
      at(shares, i).reduce((sum, { root, of }) => sum - (prices[root] ?? 0) * (of[k] ?? 0), cost),
    ),
  );
  order.forEach((v, i) => {
    stand.choose(v, at(costs, i).length - 1);
  });
  const lower = (i: number, from: number): void => {
    const v = at(order, i);
    const now = stand.chosen(v);
    for (let k = from; k < now; k++) {
      stand.choose(v, k);
      if (stand.holds()) return;
    }
    stand.choose(v, now);
  };
  const target = order.map((_, i) => leastAt(at(costs, i), at(shares, i), prices).choice);
  const byRank = (rank: (i: number) => number): readonly number[] => {
    const ranks = order.map((_, i) => rank(i));
    return order.map((_, i) => i).sort((a, b) => at(ranks, b) - at(ranks, a) || b - a);
  };
  const fall = (i: number): number => (at(lessShares, i).at(-1) ?? 0) - at(at(lessShares, i), at(target, i));
  for (const i of byRank(fall)) lower(i, at(target, i));
  const now = (i: number): number => stand.chosen(at(order, i));
  for (const i of byRank((one) => at(at(lessShares, one), now(one)) - at(at(lessShares, one), 0))) lower(i, 0);
  for (const i of byRank((one) => at(at(costs, one), now(one)))) lower(i, 0);
  looks.left -= stand.work;
  const taken = new Map(order.map((v) => [v, stand.chosen(v)]));
  const cost = order.reduce((sum, _, i) => sum + at(at(costs, i), now(i)), 0);
  return { taken, cost, work: stand.work };
};
