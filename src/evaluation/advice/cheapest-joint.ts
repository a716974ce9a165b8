import { at } from '../../common/at.js';
import type { Choices, Part } from './goal-search.js';
import { type Cut, cutsOf, type Joint, type Looks, newSearch, type Search } from './joint-search.js';
import { type Bounds, boundsOf, within } from './least-cost.js';

/** A way through the last of the variables: what it costs, and how far each part that is still open has come with it. */
interface Way {
  readonly cost: number;
  /** What it costs together with the least that the variables before must cost. */
  readonly bound: number;
  readonly values: readonly number[];
  readonly choice: number;
  readonly rest: Way | undefined;
}

/** This stands for a part that can no longer be met. */
const NEVER = -1;

/** Ways with which a new one is compared, to see whether one of them comes as far for no more. */
const RIVALS = 40;

/**
 * The cheapest choices after which several parts hold that share variables.
 *
 * Variable by variable from the last one, all that matters of the ways through the last variables is what they cost and how far they bring
 * the parts that are still open. A way is dropped where another brings every part as far for no more, or where with the least that the
 * variables before must cost it costs more than an answer already known. A part whose variables are all behind is met or not, and forgotten:
 * this keeps rubrics of many groups small. Where there are more ways than may be looked at, the most promising are kept, and the least bound of
 * those dropped is what can still be said for certain. Then the variables are gone through once more from the first, each taking the most steps
 * with which the least cost can still be kept.
 */
export const cheapestJoint = (
  parts: readonly Part[],
  choices: Choices,
  order: readonly number[],
  looks: Looks,
): Joint => {
  const search = newSearch(parts, choices, order);
  const bounds = boundsOf(parts, search, looks);
  const { first, last, counters, costs } = search;
  // Every part is looked at wherever it is open, with each choice: where that alone is too much, the answer known has to do.
  const dearest = Math.max(0, ...costs.map((of) => of.length));
  const least = counters.reduce(
    (sum, { parts: inner }, c) => sum + (at(last, c) - at(first, c)) * (1 + inner.length),
    0,
  );
  if (2 * dearest * least > looks.left)
    return { taken: bounds.taken, cost: bounds.enough, atLeast: Math.min(bounds.least, bounds.enough) };
  const cuts = cutsOf(search);
  const { layers, dropped } = waysOf(search, cuts, bounds, looks);
  const best = layers[0]?.[0];
  const cost = best === undefined ? bounds.enough : Math.min(best.cost, bounds.enough);
  const atLeast = Math.min(cost, Math.max(bounds.least, Math.min(dropped, cost)));
  if (best === undefined || best.cost > bounds.enough) return { taken: bounds.taken, cost, atLeast };
  const earliest = earliestWay(search, cuts, layers, best.cost, looks);
  return { taken: earliest ?? takenBy(search, best), cost, atLeast };
};

const takenBy = ({ order }: Search, way: Way): ReadonlyMap<number, number> => {
  const taken = new Map<number, number>();
  let position = 0;
  for (let one: Way | undefined = way; one?.rest !== undefined; one = one.rest)
    taken.set(at(order, position++), one.choice);
  return taken;
};

/** Ways from each position on, cheapest first; and the least that a way may have led to of those dropped without looking. */
const waysOf = (
  search: Search,
  cuts: readonly Cut[],
  bounds: Bounds,
  looks: Looks,
): { readonly layers: readonly (readonly Way[])[]; readonly dropped: number } => {
  const { order } = search;
  const layers: (readonly Way[])[] = new Array(order.length + 1);
  let ways: readonly Way[] = [{ cost: 0, bound: bounds.least, values: [], choice: 0, rest: undefined }];
  layers[order.length] = ways;
  let dropped = Number.POSITIVE_INFINITY;
  for (let i = order.length - 1; i >= 0; i--) {
    const step = new StepBefore(search, cuts, bounds, i);
    const work = at(search.costs, i).length * (5 + 2 * at(cuts, i).links);
    const most = Math.max(1, Math.floor((0.8 * looks.left) / (i + 1) / work));
    if (ways.length > most) {
      const promising = [...ways].sort((a, b) => a.bound - b.bound || a.cost - b.cost);
      dropped = Math.min(dropped, at(promising, most).bound);
      ways = promising.slice(0, most);
    }
    const next: Way[] = [];
    for (const way of ways) for (const before of step.waysFrom(way)) next.push(before);
    looks.left -= ways.length * work + search.counters.length / 4;
    ways = undominated(next, looks);
    layers[i] = ways;
  }
  return { layers, dropped };
};

/** What one more variable, before the others, makes of a way: one for each of its choices. The inner loop of the search: lists are read without a check. */
class StepBefore {
  readonly #search: Search;
  readonly #bounds: Bounds;
  readonly #position: number;
  readonly #isRoot: ReadonlySet<number>;
  /** The parts that are open after the variable, those that it opens, and those that it closes, parts before their wholes. */
  readonly #opened: readonly number[];
  readonly #starting: readonly number[];
  readonly #closing: readonly number[];
  /** The parts that are open before the variable; and of each its own open parts, and what else the variables before may add. */
  readonly #open: readonly number[];
  readonly #openParts: readonly (readonly number[])[];
  readonly #mayCome: readonly number[];
  readonly #costs: readonly number[];
  readonly #bound: (value: ArrayLike<number>) => number;
  /** How far each part has come, for one way at a time. */
  readonly #value: Float64Array;

  constructor(search: Search, cuts: readonly Cut[], bounds: Bounds, position: number) {
    const { counters, roots, first, last } = search;
    this.#search = search;
    this.#bounds = bounds;
    this.#position = position;
    this.#isRoot = new Set(roots);
    this.#opened = at(cuts, position + 1).open;
    this.#starting = counters.flatMap((_, counter) => (at(last, counter) === position ? [counter] : []));
    this.#closing = [...this.#opened, ...this.#starting]
      .filter((counter) => at(first, counter) === position)
      .sort((a, b) => a - b);
    const { open, before } = at(cuts, position);
    const isOpen = new Set(open);
    this.#open = open;
    this.#openParts = open.map((counter) => at(counters, counter).parts.filter((part) => isOpen.has(part)));
    this.#mayCome = before;
    this.#costs = at(search.costs, position);
    this.#bound = bounds.before(position, at(cuts, position));
    this.#value = new Float64Array(counters.length);
  }

  /** Every choice before a way, where a part that must be met still can be, for no more than the answer known. */
  *waysFrom(way: Way): Generator<Way> {
    for (const [choice, more] of this.#costs.entries()) {
      this.#choose(way, choice);
      if (!this.#close() || !this.#settleParts()) continue;
      this.#settleWholes();
      const cost = way.cost + more;
      const bound = cost + this.#bound(this.#value);
      if (!within(bound, this.#bounds)) continue;
      yield { cost, bound, values: this.#open.map((counter) => this.#value[counter]!), choice, rest: way };
    }
  }

  /** How far the way brings each part together with a choice. */
  #choose(way: Way, choice: number): void {
    const value = this.#value;
    for (const [slot, counter] of this.#opened.entries()) value[counter] = way.values[slot]!;
    for (const counter of this.#starting) value[counter] = 0;
    for (const { counter, gains } of at(this.#search.adds, this.#position)) {
      const now = value[counter]!;
      if (now !== NEVER) value[counter] = now + gains[choice]!;
    }
  }

  /** Tells the wholes of what is met now that all of its variables are behind; false where one that must be met is not. */
  #close(): boolean {
    const value = this.#value;
    for (const counter of this.#closing) {
      const { need, parents } = this.#search.counters[counter]!;
      if (value[counter]! >= need) {
        for (const parent of parents) if (value[parent] !== NEVER) value[parent] = value[parent]! + 1;
      } else if (this.#isRoot.has(counter)) return false;
    }
    return true;
  }

  /** Parts first: what is met for certain, and what cannot be any more. False where one that must be met cannot be. */
  #settleParts(): boolean {
    const value = this.#value;
    const { counters } = this.#search;
    for (const [slot, counter] of this.#open.entries()) {
      const { need } = counters[counter]!;
      const now = value[counter]!;
      if (now === NEVER || now >= need) {
        value[counter] = Math.min(now, need);
        continue;
      }
      let [met, possible] = [now, now + this.#mayCome[slot]!];
      for (const part of this.#openParts[slot]!) {
        const ofPart = value[part]!;
        if (ofPart >= counters[part]!.need) met++;
        if (ofPart !== NEVER) possible++;
      }
      if (met >= need) value[counter] = need;
      else if (possible < need) {
        if (this.#isRoot.has(counter)) return false;
        value[counter] = NEVER;
      }
    }
    return true;
  }

  /** Wholes first: a part on which nothing depends any more is as its wholes are. */
  #settleWholes(): void {
    const value = this.#value;
    const { counters } = this.#search;
    for (let slot = this.#open.length - 1; slot >= 0; slot--) {
      const counter = this.#open[slot]!;
      const { need, parents } = counters[counter]!;
      if (parents.length === 0 || this.#isRoot.has(counter)) continue;
      let [isMet, isDecided] = [true, true];
      for (const parent of parents) {
        const ofParent = value[parent]!;
        if (ofParent === NEVER) isMet = false;
        else if (ofParent < counters[parent]!.need) isDecided = false;
      }
      if (isDecided) value[counter] = isMet ? need : NEVER;
    }
  }
}

/** The ways of which no other brings every part as far for no more; cheapest first. */
const undominated = (ways: Way[], looks: Looks): readonly Way[] => {
  ways.sort((a, b) => a.cost - b.cost || a.bound - b.bound);
  const kept: Way[] = [];
  for (const way of ways) {
    let isBeaten = false;
    const { length } = kept;
    const oldest = Math.max(0, length - RIVALS);
    for (let k = length - 1; k >= oldest && !isBeaten; k--) {
      const rival = (kept[k] as Way).values;
      let slot = 0;
      while (slot < rival.length && (rival[slot] ?? 0) >= (way.values[slot] ?? 0)) slot++;
      isBeaten = slot === rival.length;
      looks.left -= 0.5;
    }
    if (!isBeaten) kept.push(way);
  }
  return kept;
};

/** Among the ways of the least cost the one with the most steps on the first variable, then on the second, and so on; none where looks run out. */
const earliestWay = (
  search: Search,
  cuts: readonly Cut[],
  layers: readonly (readonly Way[])[],
  cost: number,
  looks: Looks,
): ReadonlyMap<number, number> | undefined => {
  const { order, counters, roots, adds, first, last, costs, steps } = search;
  const taken = new Map<number, number>();
  const isRoot = new Set(roots);
  /** How far the variables gone through bring each part. */
  let come = new Float64Array(counters.length);
  const together = new Float64Array(counters.length);
  let left = cost;
  for (let i = 0; i < order.length; i++) {
    const { open } = at(cuts, i + 1);
    const isOpen = new Set(open);
    const openParts = open.map((counter) => at(counters, counter).parts.filter((part) => isOpen.has(part)));
    const ending = counters.flatMap((_, counter) =>
      at(last, counter) === i && at(first, counter) <= i ? [counter] : [],
    );
    const reaches = (values: readonly number[], so: Float64Array): boolean =>
      open.every((counter, slot) => {
        const further = values[slot] ?? 0;
        let now = (so[counter] ?? 0) + further;
        for (const part of openParts[slot] ?? []) if (together[part] === 1) now++;
        together[counter] = further !== NEVER && now >= at(counters, counter).need ? 1 : 0;
        return together[counter] === 1 || !isRoot.has(counter);
      });
    const ofCosts = at(costs, i);
    const bySteps = ofCosts.map((_, choice) => choice);
    bySteps.sort((a, b) => at(at(steps, i), b) - at(at(steps, i), a) || a - b);
    const rest = at(layers, i + 1);
    const found = bySteps.some((choice) => {
      const so = Float64Array.from(come);
      for (const { counter, gains } of at(adds, i)) so[counter] = (so[counter] ?? 0) + (gains[choice] ?? 0);
      for (const counter of ending) {
        const isMet = (so[counter] ?? 0) >= at(counters, counter).need;
        if (!isMet && isRoot.has(counter)) return false;
        if (isMet) for (const parent of at(counters, counter).parents) so[parent] = (so[parent] ?? 0) + 1;
      }
      looks.left -= counters.length / 4;
      const most = left - (ofCosts[choice] ?? 0);
      for (const way of rest) {
        if (way.cost > most + 1e-9 * (1 + Math.abs(cost))) return false;
        looks.left -= 1 + open.length;
        if (looks.left < 0) return false;
        if (!reaches(way.values, so)) continue;
        come = so;
        left = most;
        taken.set(at(order, i), choice);
        return true;
      }
      return false;
    });
    if (!found) return undefined;
  }
  return taken;
};
