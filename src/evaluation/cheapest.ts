import { gainOf, goalState, mostFrom, totalsOf } from './goal-search.js';
import type { Goal } from './goals.js';

/** What a variable may become: its state, what that costs, and how many steps it is. The first choice is to stay. */
export interface Choice {
  readonly state: number;
  readonly cost: number;
  readonly steps: number;
}

/** A cheapest way to meet a goal: the choice made for each variable, in order. */
export interface Cheapest {
  readonly choices: readonly Choice[];
  readonly cost: number;
  /** False where the search was cut short, so that a cheaper way may exist. */
  readonly proved: boolean;
}

/** How many partial answers are kept at once before the search gives up exactness for an answer in good time. */
const MOST_STATES = 50_000;

interface Partial {
  readonly totals: readonly number[];
  readonly cost: number;
  readonly steps: readonly number[];
  readonly choices: readonly Choice[];
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
  const totals = totalsOf([goal]);
  const reachable = totals.map((total) => mostFrom(total, choices, order));
  let layer = new Map<string, Partial>();
  const start: Partial = {
    totals: totals.map(() => 0),
    cost: 0,
    steps: choices.map(() => 0),
    choices: choices.map((of) => of[0] ?? stay),
  };
  const first = keyOf(goal, start.totals, reachable, 0);
  if (first === undefined) return undefined;
  layer.set(first, start);
  let proved = true;
  order.forEach((v, turn) => {
    const next = new Map<string, Partial>();
    for (const partial of layer.values()) {
      for (const choice of choices[v] ?? []) {
        const reached = totals.map((total, i) =>
          Math.min(total.need, (partial.totals[i] ?? 0) + gainOf(total, v, choice.state)),
        );
        const key = keyOf(goal, reached, reachable, turn + 1);
        if (key === undefined) continue;
        const candidate = extend(partial, reached, v, choice);
        const rival = next.get(key);
        if (rival === undefined || isBetter(candidate, rival)) next.set(key, candidate);
      }
    }
    if (next.size > MOST_STATES) {
      proved = false;
      layer = new Map([...next].sort(([, a], [, b]) => promise(b) - promise(a)).slice(0, MOST_STATES));
    } else layer = next;
  });
  let best: Partial | undefined;
  for (const partial of layer.values()) if (best === undefined || isBetter(partial, best)) best = partial;
  return best && { choices: best.choices, cost: best.cost, proved };
};

const stay: Choice = { state: 0, cost: 0, steps: 0 };

/** When states must be dropped: keep those that came far for what they cost. */
const promise = ({ totals, cost }: Partial): number => totals.reduce((sum, reached) => sum + reached, 0) - cost;

const extend = (partial: Partial, totals: readonly number[], v: number, choice: Choice): Partial => ({
  totals,
  cost: partial.cost + choice.cost,
  steps: choice.steps === 0 ? partial.steps : partial.steps.map((steps, i) => (i === v ? choice.steps : steps)),
  choices: choice.steps === 0 ? partial.choices : partial.choices.map((one, i) => (i === v ? choice : one)),
});

/** Cheaper; or as cheap with the steps on earlier variables. */
const isBetter = (a: Partial, b: Partial): boolean => {
  if (a.cost !== b.cost) return a.cost < b.cost;
  for (let v = 0; v < a.steps.length; v++) {
    const [of, than] = [a.steps[v] ?? 0, b.steps[v] ?? 0];
    if (of !== than) return of > than;
  }
  return false;
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
