import { at } from '../../common/at.js';
import type { Part } from './goal-search.js';
import type { Cut, Looks, Search } from './joint-search.js';
import { leastAt, type Shares, sharesOf } from './part-shares.js';
import { type Answer, answerAt } from './priced-answer.js';
import { raiseEach, raiseTogether } from './raise-prices.js';

/** What the cheapest answer costs at least, and what a good one costs. */
export interface Bounds {
  readonly least: number;
  /** What a known answer costs, and its choices. */
  readonly enough: number;
  readonly taken: ReadonlyMap<number, number>;
  /** What the variables before a position cost at least, by how far those from there on bring each part. */
  readonly before: (position: number, cut: Cut) => (value: ArrayLike<number>) => number;
  /** All costs are whole multiples of this; 0 where they are not whole. */
  readonly grain: number;
}

/** Whether something that costs at least so much may still be as cheap as the known answer. */
export const within = (bound: number, { enough, grain }: Bounds): boolean => lifted(bound, grain) <= enough;

/** A bound as the least cost that there can be from it on: the next multiple of what all costs are multiples of. */
const lifted = (bound: number, grain: number): number => {
  // Room for what sums of fractions lose.
  if (grain === 0) return bound - 1e-9 * (1 + Math.abs(bound));
  const grains = bound / grain;
  return Math.ceil(grains - 1e-6 - 1e-10 * Math.abs(grains)) * grain;
};

/** One in so many looks may be at a share, since shares are looked at many times over. */
const MOST_SHARES = 500;

/**
 * A price for each part that must be met bounds the cost from below: whatever is chosen, it costs at least the prices of all parts and, for each
 * variable, the least of its cost less the prices of the shares it brings. (Lagrange's relaxation.) The prices are raised to where the bound is
 * best: one after another, exactly, then all together along the shares that are lacking (Polyak's steps). A quorum counts for the shares
 * of its parts, which is never more than it takes.
 */
export const boundsOf = (parts: readonly Part[], search: Search, looks: Looks): Bounds => {
  const shares = sharesOf(search, looks.left / MOST_SHARES);
  const grain = grainOf(search.costs);
  const prices = new Float64Array(search.roots.length);
  const { value, answer } = raisePrices(parts, search, shares, prices, looks);
  return {
    least: lifted(value, grain),
    enough: answer.cost,
    taken: answer.taken,
    grain,
    before: boundBefore(search, shares, prices),
  };
};

/** Raises the prices as far as looks allow, with an answer looked for at each stage. Gives the bound and the cheapest answer. */
const raisePrices = (
  parts: readonly Part[],
  search: Search,
  shares: Shares,
  prices: Float64Array,
  looks: Looks,
): { readonly value: number; readonly answer: Answer } => {
  const { costs, roots } = search;
  const workOf = (each: (terms: number) => number): number =>
    shares.reduce((sum, terms, i) => sum + at(costs, i).length * each(1 + terms.length), 0);
  let answer = answerAt(parts, search, shares, prices, looks);
  let ofAnswer = answer.work;
  // Another answer is looked for where it takes a small part of what is left to look at.
  const lookAgain = (): void => {
    if (ofAnswer > looks.left / 3) return;
    const other = answerAt(parts, search, shares, prices, looks);
    ofAnswer = other.work;
    if (other.cost < answer.cost) answer = other;
  };
  // One round looks at each variable once for each of its parts, at all of its parts.
  const ofRound = workOf((terms) => terms * terms);
  const rounds = Math.max(0, Math.min(10, Math.floor((0.05 * looks.left) / ofRound)));
  let value = raiseEach(costs, shares, prices, rounds);
  looks.left -= rounds * ofRound;
  lookAgain();
  if (roots.length > 1) {
    const ofTurn = workOf((terms) => terms);
    const turns = Math.max(0, Math.min(300, Math.floor((0.35 * looks.left) / ofTurn)));
    value = raiseTogether(costs, shares, prices, answer.cost, turns, value);
    looks.left -= turns * ofTurn;
    lookAgain();
  }
  return { value, answer };
};

/** The bound on what the variables before a position cost, at prices that stand fast. */
const boundBefore = (search: Search, shares: Shares, prices: Float64Array): Bounds['before'] => {
  const { order, costs, roots, counters, first, last } = search;
  // The least that the first variables cost less their shares, by how many they are.
  const leasts = [0];
  for (const i of order.keys()) leasts.push(at(leasts, i) + leastAt(at(costs, i), at(shares, i), prices).least);
  const priceOf = new Map(roots.map((root, r) => [root, at(prices, r)]));
  const hasQuorums = counters.some(({ gains }) => gains === undefined);
  return (position, { open }) => {
    // What is wholly before has come nowhere yet; what is open lacks a share; the rest is met.
    let fixed = at(leasts, position);
    for (const root of roots) if (at(last, root) < position) fixed += priceOf.get(root) ?? 0;
    const priced = open.flatMap((root): Priced[] => {
      const price = priceOf.get(root);
      return price === undefined || at(first, root) >= position ? [] : [{ root, price }];
    });
    return hasQuorums ? boundOverQuorums(search, open, priced, fixed) : boundOverSums(search, priced, fixed);
  };
};

/** A part that must be met and is open, with its price. */
interface Priced {
  readonly root: number;
  readonly price: number;
}

const boundOverSums = (
  { counters }: Search,
  priced: readonly Priced[],
  fixed: number,
): ((now: ArrayLike<number>) => number) => {
  const terms = priced.map(({ root, price }) => ({ root, price, need: at(counters, root).need }));
  return (now) => {
    let bound = fixed;
    for (const { root, price, need } of terms) bound += price * Math.max(0, 1 - now[root]! / need);
    return bound;
  };
};

/** A quorum has come as far as the shares of its parts say. */
const boundOverQuorums = (
  { counters }: Search,
  open: readonly number[],
  priced: readonly Priced[],
  fixed: number,
): ((now: ArrayLike<number>) => number) => {
  const share = new Float64Array(counters.length);
  const isOpen = new Set(open);
  return (now) => {
    for (const counter of open) {
      const { need, parts } = counters[counter]!;
      const own = now[counter]!;
      let come = Math.max(0, own);
      if (own >= 0) for (const part of parts) if (isOpen.has(part)) come += share[part]!;
      share[counter] = Math.min(1, come / need);
    }
    return priced.reduce((bound, { root, price }) => bound + price * (1 - share[root]!), fixed);
  };
};

/** The greatest number that all costs are multiples of; 0 where they are not whole. */
const grainOf = (costs: readonly (readonly number[])[]): number => {
  let grain = 0;
  for (const row of costs) {
    for (const cost of row) {
      if (!Number.isSafeInteger(cost)) return 0;
      for (let rest = cost; rest !== 0; ) [grain, rest] = [rest, grain % rest];
    }
  }
  return grain;
};
