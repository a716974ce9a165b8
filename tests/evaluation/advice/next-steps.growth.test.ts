/** The work of the search of next steps is bounded: it grows no faster than the rubric, whatever the rule is. */
import { describe, expect, test } from 'vitest';
import { cheapest } from '../../../src/evaluation/advice/cheapest.js';
import { askedOf, type Choice } from '../../../src/evaluation/advice/goal-search.js';
import type { Goal } from '../../../src/evaluation/advice/goals.js';
import { countedWorks } from '../../support/counted-work.js';

const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
const total = (need: number, variables: readonly number[], gain: (v: number, state: number) => number): Goal => ({
  kind: 'total',
  need,
  gains: new Map(variables.map((v) => [v, numbers(4).map((state) => gain(v, state))])),
});
const all = (...parts: Goal[]): Goal => ({ kind: 'quorum', need: parts.length, parts });
const some = (need: number, parts: readonly Goal[]): Goal => ({ kind: 'quorum', need, parts });

const weight = (v: number): number => 1 + ((v * 37) % 101);
/** A share of all that some variables can gain by their uneven weights. */
const score = (share: number, of: readonly number[]): Goal =>
  total(Math.ceil(of.reduce((sum, v) => sum + 3 * weight(v), 0) * share), of, (v, state) => weight(v) * state);
const count = (need: number, level: number, of: readonly number[]): Goal =>
  total(need, of, (_, state) => (state >= level ? 1 : 0));

/** Variables in groups of eight, one after another; and the same across the groups. */
const groups = (n: number) => numbers(Math.ceil(n / 8)).map((g) => numbers(n).filter((v) => Math.floor(v / 8) === g));
const across = (n: number) =>
  numbers(Math.ceil(n / 8)).map((g) => numbers(n).filter((v) => v % Math.ceil(n / 8) === g));

const goals: Readonly<Record<string, (n: number) => Goal>> = {
  'a score': (n) => score(2 / 3, numbers(n)),
  'a score and a count': (n) => all(score(2 / 3, numbers(n)), count(n >> 1, 3, numbers(n))),
  'a score in every group': (n) => all(...groups(n).map((of) => score(2 / 3, of))),
  'a score, and one in every group': (n) => all(score(3 / 4, numbers(n)), ...groups(n).map((of) => score(1 / 2, of))),
  'a score, and one in half of the groups': (n) =>
    all(
      score(1 / 2, numbers(n)),
      some(
        n >> 4,
        groups(n).map((of) => score(2 / 3, of)),
      ),
    ),
  'a score, and in every group a score or a count': (n) =>
    all(score(3 / 5, numbers(n)), ...groups(n).map((of) => some(1, [score(2 / 3, of), count(6, 2, of)]))),
  'a score in every group, and across them': (n) =>
    all(...groups(n).map((of) => score(1 / 2, of)), ...across(n).map((of) => score(1 / 2, of))),
  'so many of many that all share variables': (n) =>
    some(
      4,
      numbers(8).map((i) =>
        count(
          n >> 2,
          1 + (i % 3),
          numbers(n).filter((v) => v % (2 + (i % 3)) === 0),
        ),
      ),
    ),
};

const choicesOf = (n: number): readonly (readonly Choice[])[] =>
  numbers(n).map((v) => {
    let cost = 0;
    return numbers(4).map((state) => {
      if (state > 0) cost += 1 + ((v * 13) % 17) + state * ((v * 7) % 5);
      return { state, cost, steps: state };
    });
  });

const search = (goal: Goal, n: number, limit: number) => {
  const choices = choicesOf(n);
  const of = (v: number): readonly Choice[] => choices[v] ?? [];
  return cheapest(askedOf(goal, of), of, { left: limit });
};

const LIMIT = 30_000;
/** Blocks of code that run for one look, and for one variable of one part beyond what is looked at: measured, with room. */
const [PER_LOOK, PER_VARIABLE] = [8, 400];

describe('the work is within its bound, and the answer leads there', () => {
  test.each(Object.entries(goals))('%s', (_, goalFor) => {
    search(goalFor(8), 8, LIMIT);
    const sizes = [64, 128, 256, 512];
    const searches = sizes.map((n) => {
      const goal = goalFor(n);
      return () => search(goal, n, LIMIT);
    });
    for (const run of searches) {
      const found = run();
      expect(found?.cost).toBeGreaterThanOrEqual(found?.atLeast ?? Number.NaN);
    }
    for (const [at, work] of countedWorks(searches).entries()) {
      expect(work).toBeLessThan(PER_LOOK * LIMIT + PER_VARIABLE * sizes[at]!);
    }
  });
});
