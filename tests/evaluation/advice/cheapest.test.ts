import { describe, expect, test } from 'vitest';
import { cheapest } from '../../../src/evaluation/advice/cheapest.js';
import { exchanged } from '../../../src/evaluation/advice/exchange.js';
import { askedOf, type Choice } from '../../../src/evaluation/advice/goal-search.js';
import type { Goal } from '../../../src/evaluation/advice/goals.js';
import { runs } from '../../support/runs.js';

/** Chance from a seed, so that a case that fails can be had again. */
const dice = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 7) % below;
  };
};

const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

/** Totals with gains of all sizes, under all, any and so many of, some of them leant on twice. */
const goalOf = (
  roll: (below: number) => number,
  variables: number,
  states: number,
  depth: number,
  made: Goal[] = [],
): Goal => {
  if (made.length > 0 && roll(6) === 0) return made[roll(made.length)] as Goal;
  let goal: Goal;
  if (depth === 0 || roll(4) === 0) {
    const gains = new Map<number, readonly number[]>();
    const most = [1, 3, 40][roll(3)] ?? 1;
    for (const v of numbers(variables)) {
      if (roll(2) === 0) continue;
      let gain = 0;
      gains.set(
        v,
        numbers(states).map(() => (gain += roll(most + 1))),
      );
    }
    const all = [...gains.values()].reduce((sum, of) => sum + (of.at(-1) ?? 0), 0);
    goal = { kind: 'total', need: roll(all + 2), gains };
  } else {
    const parts = numbers(1 + roll(4)).map(() => goalOf(roll, variables, states, depth - 1, made));
    const need = [1, parts.length, 1 + roll(parts.length)][roll(3)] ?? 1;
    goal = { kind: 'quorum', need, parts };
  }
  made.push(goal);
  return goal;
};

const holds = (goal: Goal, states: readonly number[]): boolean => {
  switch (goal.kind) {
    case 'settled':
      return goal.met;
    case 'total':
      return [...goal.gains].reduce((sum, [v, of]) => sum + (of[states[v] ?? 0] ?? 0), 0) >= goal.need;
    case 'quorum':
      return goal.parts.filter((part) => holds(part, states)).length >= goal.need;
  }
};

/** The cheapest states, and of those as cheap the ones with the most steps on the first variable, by trying all. */
const byTryingAll = (goal: Goal, choices: readonly (readonly Choice[])[]) => {
  let best: { cost: number; states: number[] } | undefined;
  const visit = (v: number, cost: number, states: number[]): void => {
    if (v === choices.length) {
      if ((best === undefined || cost < best.cost) && holds(goal, states)) best = { cost, states: [...states] };
      return;
    }
    // Most steps first: of two as cheap the first one found stays.
    for (const choice of [...(choices[v] ?? [])].reverse()) visit(v + 1, cost + choice.cost, [...states, choice.state]);
  };
  visit(0, 0, []);
  return best;
};

const caseOf = (seed: number) => {
  const roll = dice(seed);
  const variables = 2 + roll(6);
  const states = 2 + roll(2);
  const dearest = [1, 2, 9][roll(3)] ?? 1;
  const choices = numbers(variables).map(() => {
    let cost = 0;
    return numbers(states).map(
      (state): Choice => ({ state, cost: state === 0 ? 0 : (cost += 1 + roll(dearest)), steps: state }),
    );
  });
  return { goal: goalOf(roll, variables, states, 3), choices };
};

const searched = (goal: Goal, choices: readonly (readonly Choice[])[], limit: number) => {
  const of = (v: number): readonly Choice[] => choices[v] ?? [];
  const found = cheapest(askedOf(goal, of), of, { left: limit });
  return found && { ...found, states: choices.map(([first], v) => (found.taken.get(v) ?? first)?.state ?? 0) };
};

describe('the cheapest choices', () => {
  test('are those found by trying all, the most steps on the first variables among those as cheap', () => {
    for (let seed = 0; seed < runs(4000); seed++) {
      const { goal, choices } = caseOf(seed);
      const expected = byTryingAll(goal, choices);
      const found = searched(goal, choices, 1e9);
      const seen = found && { cost: found.cost, states: found.states, atLeast: found.atLeast };
      expect(seen, `seed ${seed}`).toEqual(expected && { ...expected, atLeast: expected.cost });
    }
  });

  test('are good ones where the search is cut short, and what it says they cost at least is true', () => {
    let exact = 0;
    for (let seed = 0; seed < runs(2000); seed++) {
      const { goal, choices } = caseOf(seed);
      const least = byTryingAll(goal, choices)?.cost;
      const found = searched(goal, choices, 1 + (seed % 300));
      expect(found === undefined, `seed ${seed}`).toBe(least === undefined);
      if (found === undefined || least === undefined) continue;
      expect(holds(goal, found.states), `seed ${seed}`).toBe(true);
      expect(found.cost, `seed ${seed}`).toBeGreaterThanOrEqual(least);
      expect(found.atLeast, `seed ${seed}`).toBeLessThanOrEqual(least);
      if (found.cost === least) exact++;
    }
    expect(exact).toBeGreaterThan(0.9 * runs(2000) * 0.5);
  });

  test('exchanges make an answer cheaper, never dearer, and it still holds', () => {
    let [begun, ended, optimal, cases] = [0, 0, 0, 0];
    for (let seed = 0; seed < runs(2000); seed++) {
      const { goal, choices } = caseOf(seed);
      const of = (v: number): readonly Choice[] => choices[v] ?? [];
      const asked = askedOf(goal, of);
      const least = byTryingAll(goal, choices)?.cost;
      if (typeof asked === 'boolean' || least === undefined) continue;
      // From everything at its highest, which is the dearest answer there is.
      const highest = new Map(
        choices.flatMap((ways, v) => (ways.length > 1 ? [[v, ways.at(-1) as Choice] as const] : [])),
      );
      const cost = choices.reduce((sum, ways) => sum + (ways.at(-1)?.cost ?? 0), 0);
      const found = exchanged(asked, of, { taken: highest, cost, atLeast: 0 }, { left: 1 + (seed % 7) * 2_000 });
      const states = choices.map(([first], v) => (found.taken.get(v) ?? first)?.state ?? 0);
      expect(holds(goal, states), `seed ${seed}`).toBe(true);
      expect(found.cost, `seed ${seed}`).toBe(
        states.reduce((sum, state, v) => sum + (of(v).find((one) => one.state === state)?.cost ?? 0), 0),
      );
      expect(found.cost, `seed ${seed}`).toBeGreaterThanOrEqual(least);
      expect(found.cost, `seed ${seed}`).toBeLessThanOrEqual(cost);
      cases++;
      begun += cost;
      ended += found.cost;
      if (found.cost === least) optimal++;
    }
    expect(ended).toBeLessThan(begun);
    expect(optimal).toBeGreaterThan(cases / 3);
  });
});
