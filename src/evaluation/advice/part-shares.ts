import { at } from '../../common/at.js';
import type { Search } from './joint-search.js';

/** By position, how far each choice brings each of the parts that must all be met, as a share of what it needs. */
export type Shares = readonly (readonly { readonly root: number; readonly of: readonly number[] }[])[];

/** @param most how many shares may be looked at; a part that takes more has no price */
export const sharesOf = ({ order, counters, roots, adds, first, last }: Search, most: number): Shares => {
  const position = new Map(order.map((v, i) => [v, i]));
  let left = most;
  const known = new Map<number, ReadonlyMap<number, readonly number[]>>();
  /** By position; none where that takes more than may be looked at. */
  const sharesIn = (counter: number): ReadonlyMap<number, readonly number[]> | undefined => {
    const { need, parts, gains } = at(counters, counter);
    const before = known.get(counter);
    if (before !== undefined) return before;
    const own = new Map<number, readonly number[]>();
    left -= gains?.size ?? 0;
    if (left < 0) return undefined;
    for (const [v, byState] of gains ?? []) {
      own.set(
        position.get(v) ?? 0,
        byState.map((gain) => gain / need),
      );
    }
    for (const part of parts) {
      const inner = left < 0 ? undefined : sharesIn(part);
      if (inner === undefined) return undefined;
      left -= inner.size;
      for (const [i, of] of inner) {
        const so = own.get(i);
        own.set(
          i,
          of.map((share, choice) => (so?.[choice] ?? 0) + share / need),
        );
      }
    }
    known.set(counter, own);
    return left < 0 ? undefined : own;
  };
  const shares: { root: number; of: readonly number[] }[][] = adds.map(() => []);
  // Sums first, then what reaches over the fewest variables. A part beyond the most that may be looked at each time has no price.
  const width = (root: number): number => {
    const counter = at(roots, root);
    return at(last, counter) - at(first, counter) + (at(counters, counter).gains === undefined ? adds.length : 0);
  };
  const byWidth = roots.map((_, root) => root).sort((a, b) => width(a) - width(b) || a - b);
  for (const root of byWidth) {
    const own = left < 0 ? undefined : sharesIn(at(roots, root));
    for (const [i, of] of own ?? []) at(shares, i).push({ root, of });
  }
  return shares;
};

/** The choice of one variable that costs least less the prices of its shares; the cheapest of them. */
export const leastAt = (costs: readonly number[], terms: Shares[number], prices: Float64Array) => {
  let choice = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < costs.length; k++) {
    let cost = costs[k] ?? 0;
    for (const { root, of } of terms) cost -= (prices[root] ?? 0) * (of[k] ?? 0);
    if (cost < least) [choice, least] = [k, cost];
  }
  return { choice, least };
};

export const valueAt = (costs: Search['costs'], shares: Shares, prices: Float64Array): number =>
  costs.reduce((sum, of, i) => sum + leastAt(of, at(shares, i), prices).least, 0) +
  prices.reduce((sum, price) => sum + price, 0);
