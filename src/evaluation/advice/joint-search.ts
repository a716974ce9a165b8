import { at } from '../../common/at.js';
import { type Choices, type Counter, countersOf, type Part } from './goal-search.js';

/** How many more looks a search may take. */
export interface Looks {
  left: number;
}

/** A choice for each variable, by position in its list, beyond the first of each. */
export interface Joint {
  readonly taken: ReadonlyMap<number, number>;
  readonly cost: number;
  /** What any answer costs at least. */
  readonly atLeast: number;
}

/** The parts as counters over variables in an order. */
export interface Search {
  readonly order: readonly number[];
  /** By position in the order, what each choice costs beyond the first. */
  readonly costs: readonly (readonly number[])[];
  readonly steps: readonly (readonly number[])[];
  readonly counters: readonly Counter[];
  /** The counters that must all be met, in the order of the parts. */
  readonly roots: readonly number[];
  /** By position, the sums that a variable adds to. */
  readonly adds: readonly (readonly { readonly counter: number; readonly gains: readonly number[] }[])[];
  /** By counter, the first and the last position of its variables. */
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Between two variables: what is open there. A part is open where it has variables on both sides. */
export interface Cut {
  /** The counters that are open, parts before wholes. */
  readonly open: readonly number[];
  /** What the variables before can add at most: gains to a sum, parts to a quorum. */
  readonly before: readonly number[];
  /** How many are open, and how many parts they have: the work of looking at all of them. */
  readonly links: number;
}

export const newSearch = (parts: readonly Part[], choices: Choices, order: readonly number[]): Search => {
  const { counters, places } = countersOf(parts);
  const position = new Map(order.map((v, i) => [v, i]));
  const first = counters.map(() => Number.POSITIVE_INFINITY);
  const last = counters.map(() => -1);
  const adds: { counter: number; gains: readonly number[] }[][] = order.map(() => []);
  const widen = (counter: number, from: number, to: number): void => {
    first[counter] = Math.min(at(first, counter), from);
    last[counter] = Math.max(at(last, counter), to);
  };
  counters.forEach(({ gains, parts: inner }, counter) => {
    for (const [v, byState] of gains ?? []) {
      const i = position.get(v) ?? 0;
      at(adds, i).push({ counter, gains: byState });
      widen(counter, i, i);
    }
    for (const part of inner) widen(counter, at(first, part), at(last, part));
  });
  return {
    order,
    costs: order.map((v) => choices(v).map(({ cost }) => cost - (choices(v)[0]?.cost ?? 0))),
    steps: order.map((v) => choices(v).map(({ steps }) => steps)),
    counters,
    roots: places,
    adds,
    first,
    last,
  };
};

/** What is open before each position, and after the last. */
export const cutsOf = ({ counters, adds, first, last }: Search): readonly Cut[] => {
  const opening: number[][] = adds.map(() => []);
  const closing: number[][] = adds.map(() => []);
  counters.forEach((_, counter) => {
    at(opening, at(first, counter)).push(counter);
    at(closing, at(last, counter)).push(counter);
  });
  const gained = new Float64Array(counters.length);
  let open: readonly number[] = [];
  const cuts: Cut[] = [{ open, before: [], links: 0 }];
  adds.forEach((of, i) => {
    for (const { counter, gains } of of) gained[counter] = (gained[counter] ?? 0) + (gains.at(-1) ?? 0);
    const closed = at(closing, i);
    open = [...open, ...at(opening, i)].filter((counter) => at(last, counter) > i).sort((a, b) => a - b);
    // A part that is over may have been met.
    for (const counter of closed)
      for (const parent of at(counters, counter).parents) gained[parent] = (gained[parent] ?? 0) + 1;
    const links = open.reduce((sum, counter) => sum + 1 + at(counters, counter).parts.length, 0);
    cuts.push({ open, before: open.map((counter) => gained[counter] ?? 0), links });
  });
  return cuts;
};
