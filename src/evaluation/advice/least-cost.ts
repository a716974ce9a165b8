import { at } from '../../common/at.js';
import { type Part, standing } from './goal-search.js';
import type { Cut, Looks, Search } from './joint-search.js';

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

/** By position, how far each choice brings each of the parts that must all be met, as a share of what it needs. */
type Shares = readonly (readonly { readonly root: number; readonly of: readonly number[] }[])[];

/** One in so many looks may be at a share, since shares are looked at many times over. */
const MOST_SHARES = 500;

/**
 * A price for each part that must be met bounds the cost from below: whatever is chosen, it costs at least the prices of all parts and, for each
 * variable, the least of its cost less the prices of the shares it brings. (Lagrange's relaxation.) The prices are raised to where the bound is
 * best: one after another, exactly, then all together along the shares that are lacking (Polyak's steps). A quorum counts for the shares
 * of its parts, which is never more than it takes.
 */
export const boundsOf = (parts: readonly Part[], search: Search, looks: Looks): Bounds => {
  const { order, costs, roots, counters, first, last } = search;
  const shares = sharesOf(search, looks.left / MOST_SHARES);
  const grain = grainOf(costs);
  const prices = new Float64Array(roots.length);
  const answers: Answer[] = [];
  // Another answer is looked for where it takes a small part of what is left to look at.
  let ofAnswer = 0;
  const answer = (): void => {
    if (answers.length > 0 && ofAnswer > looks.left / 3) return;
    const before = looks.left;
    answers.push(answerAt(parts, search, shares, prices, looks));
    ofAnswer = before - looks.left;
  };
  answer();
  const size = shares.reduce((sum, terms, i) => sum + at(costs, i).length * (1 + terms.length), 0);
  // One round looks at each variable once for each of its parts, at all of its parts.
  const ofRound = shares.reduce(
    (sum, terms, i) => sum + at(costs, i).length * (1 + terms.length) * (1 + terms.length),
    0,
  );
  const rounds = Math.max(0, Math.min(10, Math.floor((0.05 * looks.left) / ofRound)));
  let value = raiseEach(costs, shares, prices, rounds);
  looks.left -= rounds * ofRound;
  answer();
  const cheapest = () => answers.reduce((best, one) => (one.cost < best.cost ? one : best));
  if (roots.length > 1) {
    const turns = Math.max(0, Math.min(300, Math.floor((0.35 * looks.left) / size)));
    value = raiseTogether(costs, shares, prices, cheapest().cost, turns, value);
    looks.left -= turns * size;
    answer();
  }
  // The least that the first variables cost less their shares, by how many they are.
  const leasts = [0];
  order.forEach((_, i) => {
    leasts.push(at(leasts, i) + leastAt(at(costs, i), at(shares, i), prices).least);
  });
  const { cost: enough, taken } = cheapest();
  const priceOf = new Map(roots.map((root, r) => [root, prices[r] ?? 0]));
  const hasQuorums = counters.some(({ gains }) => gains === undefined);
  return {
    least: lifted(value, grain),
    enough,
    taken,
    grain,
    before: (position, { open }) => {
      // What is wholly before has come nowhere yet; what is open lacks a share; the rest is met.
      let fixed = at(leasts, position);
      for (const root of roots) if (at(last, root) < position) fixed += priceOf.get(root) ?? 0;
      const openRoots = open.filter((counter) => priceOf.has(counter) && at(first, counter) < position);
      if (!hasQuorums) {
        const terms = openRoots.map((root) => ({ root, price: priceOf.get(root) ?? 0, need: at(counters, root).need }));
        return (now) => {
          let bound = fixed;
          for (const { root, price, need } of terms) bound += price * Math.max(0, 1 - (now[root] ?? 0) / need);
          return bound;
        };
      }
      const share = new Float64Array(counters.length);
      const isOpen = new Set(open);
      return (now) => {
        for (const counter of open) {
          const { need, parts: inner } = at(counters, counter);
          let come = Math.max(0, now[counter] ?? 0);
          if ((now[counter] ?? 0) >= 0) for (const part of inner) if (isOpen.has(part)) come += share[part] ?? 0;
          share[counter] = Math.min(1, come / need);
        }
        return openRoots.reduce((bound, root) => bound + (priceOf.get(root) ?? 0) * (1 - (share[root] ?? 0)), fixed);
      };
    },
  };
};

const sharesOf = ({ order, counters, roots, adds, first, last }: Search, most: number): Shares => {
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
    for (const [v, of] of gains ?? []) {
      own.set(
        position.get(v) ?? 0,
        of.map((gain) => gain / need),
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

/** The greatest number that all costs are multiples of; 0 where they are not whole. */
const grainOf = (costs: readonly (readonly number[])[]): number => {
  let grain = 0;
  for (const of of costs) {
    for (const cost of of) {
      if (!Number.isSafeInteger(cost)) return 0;
      for (let rest = cost; rest !== 0; ) [grain, rest] = [rest, grain % rest];
    }
  }
  return grain;
};

/** The choice of one variable that costs least less the prices of its shares; the cheapest of them. */
const leastAt = (costs: readonly number[], terms: Shares[number], prices: Float64Array) => {
  let choice = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < costs.length; k++) {
    let cost = costs[k] ?? 0;
    for (const { root, of } of terms) cost -= (prices[root] ?? 0) * (of[k] ?? 0);
    if (cost < least) [choice, least] = [k, cost];
  }
  return { choice, least };
};

const valueAt = (costs: Search['costs'], shares: Shares, prices: Float64Array): number =>
  costs.reduce((sum, of, i) => sum + leastAt(of, at(shares, i), prices).least, 0) +
  prices.reduce((sum, price) => sum + price, 0);

/** One price after another is raised to where its part is just met, the others fixed, until nothing improves. */
const raiseEach = (costs: Search['costs'], shares: Shares, prices: Float64Array, rounds: number): number => {
  const touched: number[][] = Array.from(prices, () => []);
  shares.forEach((terms, i) => {
    for (const { root } of terms) at(touched, root).push(i);
  });
  let value = valueAt(costs, shares, prices);
  for (let round = 0; round < rounds; round++) {
    touched.forEach((positions, root) => {
      prices[root] = priceThatMeets(costs, shares, prices, root, positions);
    });
    const now = valueAt(costs, shares, prices);
    if (prices.length === 1 || now <= value + 1e-7 * Math.abs(value)) return Math.max(now, value);
    value = now;
  }
  return value;
};

/** Each variable rises from share to share, the cheapest by the share first; the price is that of the rise with which the part is met. */
const priceThatMeets = (
  costs: Search['costs'],
  shares: Shares,
  prices: Float64Array,
  root: number,
  positions: readonly number[],
): number => {
  const rises: { readonly price: number; readonly share: number }[] = [];
  let met = 0;
  for (const i of positions) {
    const terms = at(shares, i);
    const own = terms.find((term) => term.root === root)?.of ?? [];
    const left = at(costs, i).map((cost, k) =>
      terms.reduce(
        (sum, term) => (term.root === root ? sum : sum - (prices[term.root] ?? 0) * (term.of[k] ?? 0)),
        cost,
      ),
    );
    let now = 0;
    left.forEach((cost, k) => {
      if (cost <= at(left, now)) now = k;
    });
    met += own[now] ?? 0;
    for (;;) {
      let next = -1;
      let price = Number.POSITIVE_INFINITY;
      for (let k = now + 1; k < left.length; k++) {
        const more = (own[k] ?? 0) - (own[now] ?? 0);
        if (more <= 0) continue;
        const ofRise = (at(left, k) - at(left, now)) / more;
        if (ofRise <= price) [next, price] = [k, ofRise];
      }
      if (next < 0) break;
      rises.push({ price, share: (own[next] ?? 0) - (own[now] ?? 0) });
      now = next;
    }
  }
  if (met >= 1) return 0;
  rises.sort((a, b) => a.price - b.price);
  for (const { price, share } of rises) {
    met += share;
    if (met >= 1 - 1e-12) return price;
  }
  return rises.at(-1)?.price ?? 0;
};

const raiseTogether = (
  costs: Search['costs'],
  shares: Shares,
  prices: Float64Array,
  enough: number,
  turns: number,
  start: number,
): number => {
  let best = start;
  const bestPrices = Float64Array.from(prices);
  // A part of which no shares are looked at has no price.
  const isPriced = new Float64Array(prices.length);
  for (const terms of shares) for (const { root } of terms) isPriced[root] = 1;
  let length = 1;
  let idle = 0;
  for (let turn = 0; turn < turns && best < enough; turn++) {
    const lacking = Float64Array.from(isPriced);
    let value = prices.reduce((sum, price) => sum + price, 0);
    for (let i = 0; i < costs.length; i++) {
      const terms = at(shares, i);
      const { choice, least } = leastAt(at(costs, i), terms, prices);
      value += least;
      for (const { root, of } of terms) lacking[root] = (lacking[root] ?? 0) - (of[choice] ?? 0);
    }
    if (value > best) {
      if (value > best + 1e-4 * Math.abs(best)) idle = 0;
      best = value;
      bestPrices.set(prices);
    }
    if (++idle > 8) {
      length /= 2;
      idle = 0;
      prices.set(bestPrices);
      if (length < 0.01) break;
      continue;
    }
    const square = lacking.reduce(
      (sum, lack, root) => ((prices[root] ?? 0) > 0 || lack > 0 ? sum + lack * lack : sum),
      0,
    );
    if (square === 0) break;
    const step = (length * (enough - value)) / square;
    for (let root = 0; root < prices.length; root++) {
      prices[root] = Math.max(0, (prices[root] ?? 0) + step * (lacking[root] ?? 0));
    }
  }
  prices.set(bestPrices);
  return best;
};

interface Answer {
  readonly taken: ReadonlyMap<number, number>;
  readonly cost: number;
}

/**
 * A good answer at some prices. From everything at its highest, each variable falls to the choice that costs least less the prices of its shares,
 * as far as all parts still hold, those first that fall by the most; then, the dearest first, to the lowest that serves.
 */
const answerAt = (
  parts: readonly Part[],
  search: Search,
  shares: Shares,
  prices: Float64Array,
  looks: Looks,
): Answer => {
  const { order, costs } = search;
  const stand = standing(parts);
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
  looks.left -= stand.work();
  const taken = new Map(order.map((v) => [v, stand.chosen(v)]));
  return { taken, cost: order.reduce((sum, _, i) => sum + at(at(costs, i), now(i)), 0) };
};
