import { cheapestTotal } from './cheapest-total.js';
import { type Cheapest, type Choice, gainOf, goalState, mostFrom, totalsOf } from './goal-search.js';
import type { Goal } from './goals.js';

/** How many partial answers are kept at once, while the search is exact. */
const MOST_STATES = 20_000;

/** How many ways may be looked at for one total alone, before an answer that is good but not proved has to do. */
const MOST_LOOKS = 20_000_000;

/** How many totals may be looked at before the search gives up exactness for an answer in good time. */
const MOST_WORK = 4_000_000;

/** How many partial answers are kept at once from then on. */
const FEW_STATES = 200;

interface Partial {
  readonly totals: readonly number[];
  readonly cost: number;
  /** The choices that were steps, the latest first. */
  readonly taken: Taken | undefined;
}

interface Taken {
  readonly v: number;
  readonly choice: Choice;
  readonly before: Taken | undefined;
}

/**
 * The cheapest choices after which a goal holds; none where no choice meets it.
 *
 * Dynamic programming, one variable after another. All that the rest of the search can see of the past is how far each
 * undecided total has come, so of all partial answers with the same totals the cheapest is kept, ties going to the one
 * that steps on the earlier variables. A part that can no longer fail, or no longer hold, is forgotten at once: this is
 * what keeps rubrics of many groups small, since a finished group leaves one bit behind.
 */
export const cheapest = (
  goal: Goal,
  choices: readonly (readonly Choice[])[],
  order: readonly number[],
): Cheapest | undefined => {
  if (goal.kind === 'total') {
    const found = cheapestTotal(goal, (v) => choices[v] ?? [stay], { left: MOST_LOOKS });
    if (found === undefined) return undefined;
    const taken = choices.map((of, v) => found.taken.get(v) ?? of[0] ?? stay);
    return { choices: taken, cost: taken.reduce((sum, { cost }) => sum + cost, 0), proved: found.proved };
  }
  const totals = totalsOf([goal]);
  const reachable = totals.map((total) => mostFrom(total, choices, order));
  let layer = new Map<string, Partial>();
  const start: Partial = { totals: totals.map(() => 0), cost: 0, taken: undefined };
  const first = keyOf(goal, start.totals, reachable, 0);
  if (first === undefined) return undefined;
  layer.set(first, start);
  let proved = true;
  let work = 0;
  order.forEach((v, turn) => {
    const next = new Map<string, Partial>();
    for (const partial of layer.values()) {
      for (const choice of choices[v] ?? []) {
        const reached = totals.map((total, i) =>
          Math.min(total.need, (partial.totals[i] ?? 0) + gainOf(total, v, choice.state)),
        );
        work += totals.length;
        const key = keyOf(goal, reached, reachable, turn + 1);
        if (key === undefined) continue;
        const candidate = extend(partial, reached, v, choice);
        const rival = next.get(key);
        if (rival === undefined || isBetter(candidate, rival)) next.set(key, candidate);
      }
    }
    const most = work > MOST_WORK ? FEW_STATES : MOST_STATES;
    if (next.size > most) {
      proved = false;
      layer = new Map([...next].sort(([, a], [, b]) => promise(b) - promise(a)).slice(0, most));
    } else layer = next;
  });
  let best: Partial | undefined;
  for (const partial of layer.values()) if (best === undefined || isBetter(partial, best)) best = partial;
  if (best === undefined) return undefined;
  const chosen = choices.map((of) => of[0] ?? stay);
  for (let taken = best.taken; taken; taken = taken.before) chosen[taken.v] = taken.choice;
  return { choices: chosen, cost: best.cost, proved };
};

const stay: Choice = { state: 0, cost: 0, steps: 0 };

/** When states must be dropped: keep those that came far for what they cost. */
const promise = ({ totals, cost }: Partial): number => totals.reduce((sum, reached) => sum + reached, 0) - cost;

const extend = (partial: Partial, totals: readonly number[], v: number, choice: Choice): Partial => ({
  totals,
  cost: partial.cost + choice.cost,
  taken: choice.steps === 0 ? partial.taken : { v, choice, before: partial.taken },
});

/** Cheaper; or as cheap with the steps on earlier variables. */
const isBetter = (a: Partial, b: Partial): boolean => {
  if (a.cost !== b.cost) return a.cost < b.cost;
  const [ofA, ofB] = [stepsTaken(a.taken), stepsTaken(b.taken)];
  const earliest = [...new Set([...ofA.keys(), ...ofB.keys()])].sort((v, w) => v - w);
  for (const v of earliest) {
    const difference = (ofA.get(v) ?? 0) - (ofB.get(v) ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

const stepsTaken = (last: Taken | undefined): ReadonlyMap<number, number> => {
  const steps = new Map<number, number>();
  for (let taken = last; taken; taken = taken.before) steps.set(taken.v, taken.choice.steps);
  return steps;
};

/** What still matters of a goal, as a key; none where it is out of reach. */
const keyOf = (
  goal: Goal,
  reached: readonly number[],
  reachable: readonly (readonly number[])[],
  turn: number,
): string | undefined => {
  const [state] = goalState([goal], reached, reachable, turn);
  if (state === false) return undefined;
  return state === true ? 'met' : state;
};
