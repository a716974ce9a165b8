import { gainOf, goalState, mostFrom, totalsOf } from './goal-search.js';
import type { Goal } from './goals.js';

/** Which of several goals hold together, with states of the variables that show it. */
export interface JointTruth {
  readonly holds: readonly boolean[];
  readonly states: readonly number[];
}

/** How many partial answers may stand at once. */
const MOST_STATES = 20_000;

/**
 * Every combination of truths that several goals can show together, each with a witness; and whether that is all of them.
 * The same dynamic programming as for the cheapest steps, without the costs: of all partial answers that look alike to the
 * rest of the search, one is kept.
 *
 * @param states how many states each variable has
 */
export const jointTruths = (
  goals: readonly Goal[],
  states: readonly number[],
  order: readonly number[],
): { readonly truths: readonly JointTruth[]; readonly complete: boolean } => {
  const totals = totalsOf(goals);
  const choices = states.map((count) => Array.from({ length: count }, (_, state) => ({ state })));
  const reachable = totals.map((total) => mostFrom(total, choices, order));
  let complete = true;
  let layer = new Map<string, { readonly reached: readonly number[]; readonly states: readonly number[] }>();
  layer.set('', { reached: totals.map(() => 0), states: states.map(() => 0) });
  order.forEach((v, turn) => {
    const next: typeof layer = new Map();
    for (const partial of layer.values()) {
      for (const { state } of choices[v] ?? []) {
        const reached = totals.map((total, i) =>
          Math.min(total.need, (partial.reached[i] ?? 0) + gainOf(total, v, state)),
        );
        const key = goalState(goals, reached, reachable, turn + 1).join(' ');
        if (next.has(key)) continue;
        if (next.size >= MOST_STATES) {
          complete = false;
          continue;
        }
        next.set(key, { reached, states: partial.states.map((old, i) => (i === v ? state : old)) });
      }
    }
    layer = next;
  });
  const truths = [...layer.values()].map((end) => ({
    holds: goalState(goals, end.reached, reachable, order.length).map((state) => state === true),
    states: end.states,
  }));
  return { truths, complete };
};
