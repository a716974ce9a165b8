import type { Choices, Sum } from './goal-search.js';
import type { Joint, Looks } from './joint-search.js';

/** A choice of a variable, by its position, with its cost beyond the first choice and what it gains. */
interface Gain {
  readonly choice: number;
  readonly cost: number;
  readonly steps: number;
  readonly gain: number;
}

interface Item {
  readonly v: number;
  /** By cost, each with a greater gain than the one before. */
  readonly gains: readonly Gain[];
}

/** A way through the last of the variables: the most it gains at a cost; by cost, each with a greater gain than the one before. */
interface Front {
  readonly costs: readonly number[];
  readonly gains: readonly number[];
}

/**
 * The cheapest choices under which one sum comes to its need: a knapsack, found as `cheapestJoint` finds what several parts need, by lists of
 * plain numbers.
 *
 * Which variables gain how much does not matter to the rest, only how much is gained at which cost; so, variable by variable from the last
 * one, only the ways are kept of which none gains as much for less. Of those in turn only the ones that may still belong to a cheapest
 * answer: a price for each unit of gain bounds from below what the other variables cost in any case, and some answer is known from above.
 * Then the variables are gone through once more from the first, each taking the most steps with which the least cost can still be kept.
 */
export const cheapestSum = (sum: Sum, choices: Choices, looks: Looks): Joint => {
  const { need } = sum;
  const items = itemsOf(sum, choices);
  const { price, taken: greedy } = byPrice(items, need);
  const enough = costOf(greedy);
  // Whatever the first i variables do, it costs at least price · gain + least[i].
  const least = [0];
  for (const { gains } of items) {
    const cheapest = gains.reduce(
      (less, { cost, gain }) => Math.min(less, cost - price * gain),
      Number.POSITIVE_INFINITY,
    );
    least.push((least.at(-1) ?? 0) + cheapest);
  }
  const fronts = frontsOf(items, need, price, least, enough, looks);
  if (fronts === undefined) {
    return { taken: choicesOf(greedy), cost: enough, atLeast: Math.min(enough, price * need + (least.at(-1) ?? 0)) };
  }
  const found = earliest(items, need, fronts, enough);
  return { ...found, atLeast: found.cost };
};

const itemsOf = ({ gains: ofSum }: Sum, choices: Choices): readonly Item[] =>
  [...ofSum.keys()]
    .sort((a, b) => a - b)
    .map((v) => {
      const of = choices(v);
      const gains: Gain[] = [];
      ofSum.get(v)?.forEach((gain, choice) => {
        const cost = (of[choice]?.cost ?? 0) - (of[0]?.cost ?? 0);
        if (gains.length === 0 || gain > (gains.at(-1)?.gain ?? 0))
          gains.push({ choice, cost, steps: of[choice]?.steps ?? 0, gain });
      });
      return { v, gains };
    });

type Taken = ReadonlyMap<number, Gain>;

const costOf = (taken: Taken): number => [...taken.values()].reduce((sum, { cost }) => sum + cost, 0);

const choicesOf = (taken: Taken): ReadonlyMap<number, number> =>
  new Map([...taken].map(([v, { choice }]) => [v, choice]));

/** A good answer, by what is gained for the money, and the price of a unit of gain at which it stops. */
const byPrice = (items: readonly Item[], need: number): { readonly price: number; readonly taken: Taken } => {
  const rises = items.flatMap(({ v, gains }) => hull(gains).map((rise) => ({ ...rise, v })));
  rises.sort((a, b) => a.price - b.price);
  const taken = new Map<number, Gain>(items.flatMap(({ v, gains }) => (gains[0] ? [[v, gains[0]]] : [])));
  let reached = [...taken.values()].reduce((sum, { gain }) => sum + gain, 0);
  let price = 0;
  for (const { v, to, price: ofRise } of rises) {
    if (reached >= need) break;
    reached += to.gain - (taken.get(v)?.gain ?? 0);
    taken.set(v, to);
    price = ofRise;
  }
  // What turns out not to be needed is taken back, the dearest first.
  const byCost = [...items].sort((a, b) => (taken.get(b.v)?.cost ?? 0) - (taken.get(a.v)?.cost ?? 0));
  for (const { v, gains } of byCost) {
    const now = taken.get(v)?.gain ?? 0;
    const less = gains.find(({ gain }) => reached - now + gain >= need);
    if (less === undefined || less.gain >= now) continue;
    reached += less.gain - now;
    taken.set(v, less);
  }
  return { price, taken };
};

/** The rises from gain to gain that are worth their money: each dearer by the unit than the one before. */
const hull = (gains: readonly Gain[]): readonly { readonly to: Gain; readonly price: number }[] => {
  const corners: Gain[] = [];
  const priceBetween = (a: Gain, b: Gain): number => (b.cost - a.cost) / (b.gain - a.gain);
  for (const one of gains) {
    for (;;) {
      const [last, before] = [corners.at(-1), corners.at(-2)];
      if (last === undefined || before === undefined || priceBetween(before, last) < priceBetween(last, one)) break;
      corners.pop();
    }
    corners.push(one);
  }
  return corners.slice(1).map((to, i) => ({ to, price: priceBetween(corners[i] ?? to, to) }));
};

/** Fronts from each variable on, the last one empty; none where the looks run out. */
const frontsOf = (
  items: readonly Item[],
  need: number,
  price: number,
  least: readonly number[],
  enough: number,
  looks: Looks,
): readonly Front[] | undefined => {
  // Sums of prices that are no whole numbers may differ in their last digits.
  const limit = enough + 1e-9 * (1 + Math.abs(enough));
  const fronts: Front[] = [{ costs: [0], gains: [0] }];
  for (let i = items.length - 1; i >= 0; i--) {
    const rest = fronts.at(-1) ?? { costs: [], gains: [] };
    const options = items[i]?.gains ?? [];
    looks.left -= rest.costs.length * options.length;
    if (looks.left < 0) return undefined;
    const kept = (cost: number, gain: number): boolean => cost + price * (need - gain) + (least[i] ?? 0) <= limit;
    fronts.push(joined(rest, options, need, kept));
  }
  return fronts.reverse();
};

/** Every choice with every way through the rest, the cheapest of each gain: lists in order are merged in order. */
const joined = (
  rest: Front,
  options: readonly Gain[],
  need: number,
  kept: (cost: number, gain: number) => boolean,
): Front => {
  let lists = options.map(({ cost: ofChoice, gain }): Front => {
    const costs: number[] = [];
    const gains: number[] = [];
    for (let j = 0; j < rest.costs.length; j++) {
      const [cost, reached] = [ofChoice + (rest.costs[j] ?? 0), Math.min(need, gain + (rest.gains[j] ?? 0))];
      if (!kept(cost, reached)) continue;
      costs.push(cost);
      gains.push(reached);
    }
    return { costs, gains };
  });
  while (lists.length > 1) {
    const pairs: Front[] = [];
    for (let k = 0; k < lists.length; k += 2) {
      const [a, b] = [lists[k], lists[k + 1]];
      if (a !== undefined) pairs.push(b === undefined ? a : merged(a, b));
    }
    lists = pairs;
  }
  return merged(lists[0] ?? { costs: [], gains: [] }, { costs: [], gains: [] });
};

const merged = (a: Front, b: Front): Front => {
  const costs: number[] = [];
  const gains: number[] = [];
  let [i, j, most] = [0, 0, Number.NEGATIVE_INFINITY];
  while (i < a.costs.length || j < b.costs.length) {
    const [costA, costB] = [a.costs[i] ?? Number.POSITIVE_INFINITY, b.costs[j] ?? Number.POSITIVE_INFINITY];
    const ofA = costA < costB || (costA === costB && (a.gains[i] ?? 0) >= (b.gains[j] ?? 0));
    const [cost, gain] = ofA ? [costA, a.gains[i++] ?? 0] : [costB, b.gains[j++] ?? 0];
    if (gain <= most) continue;
    most = gain;
    costs.push(cost);
    gains.push(gain);
  }
  return { costs, gains };
};

/** Among all ways of the least cost, the one with the most steps on the first variable, then on the second, and so on. */
const earliest = (
  items: readonly Item[],
  need: number,
  fronts: readonly Front[],
  enough: number,
): { readonly taken: ReadonlyMap<number, number>; readonly cost: number } => {
  const first = fronts[0];
  const reaching = first?.gains.findIndex((gain) => gain >= need) ?? -1;
  const cost = first?.costs[reaching] ?? enough;
  const taken = new Map<number, number>();
  let [left, wanted] = [cost, need];
  items.forEach(({ v, gains }, i) => {
    const rest = fronts[i + 1] ?? { costs: [], gains: [] };
    const bySteps = [...gains].sort((a, b) => b.steps - a.steps || a.choice - b.choice);
    for (const { choice, cost: ofChoice, gain } of bySteps) {
      const at = lastWithin(rest.costs, (other) => ofChoice + other <= left);
      if (at < 0 || gain + (rest.gains[at] ?? 0) < wanted) continue;
      taken.set(v, choice);
      left = rest.costs[at] ?? 0;
      wanted -= gain;
      return;
    }
  });
  return { taken, cost };
};

/** The last place of a rising list at which something still holds; −1 where it does nowhere. */
const lastWithin = (list: readonly number[], holds: (value: number) => boolean): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
