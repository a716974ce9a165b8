import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluation/index.js';
import { RuleCircuit } from '../../../src/evaluation/check/rule-circuit.js';
import type { Work } from '../../../src/evaluation/check/circuit-part.js';
import { decidingQuestions, searchStates } from '../../../src/evaluation/check/search-states.js';
import { assessmentOf, stateSpace } from '../../../src/evaluation/check/state-space.js';
import type { Rubric, Verdict } from '../../../src/model/index.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { leastOf, runs } from '../../support/runs.js';

const plenty = (): Work => ({ done: 0, limit: 1e9 });

/** Every complete state, not applicable included, with its verdicts: the slow way. */
const everyState = (rubric: Rubric) => {
  const space = stateSpace(rubric);
  const { codes } = new RuleCircuit(space);
  let states: number[][] = [[]];
  for (const of of codes) states = states.flatMap((state) => of.map((_, choice) => [...state, choice]));
  return states.map((choices) => ({
    choices,
    verdicts: evaluate(rubric, assessmentOf(space, choices)).verdicts as Record<string, Verdict>,
  }));
};
const howMany = (rubric: Rubric): number =>
  new RuleCircuit(stateSpace(rubric)).codes.reduce((product, of) => product * of.length, 1);

describe('the search through states in layers', () => {
  test('finds a state just where one of all the states is as wanted, and shows it; and what decides', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ rubric }) => {
        if (howMany(rubric) > 1_500) return;
        looked++;
        const states = everyState(rubric);
        const space = stateSpace(rubric);
        const circuit = new RuleCircuit(space);
        const lows = rubric.outcomes.map((_, at) => circuit.rule(space.lowered.outcomes[at]!, 'lowest'));
        const highs = rubric.outcomes.map((_, at) => circuit.rule(space.lowered.outcomes[at]!, 'highest'));
        rubric.outcomes.forEach(({ id }, at) => {
          const ask = (nodes: readonly number[], holds: readonly boolean[]) =>
            searchStates(
              circuit,
              nodes.map((node, i) => ({ node, holds: holds[i]! })),
              plenty(),
            );
          const met = ask([lows[at]!], [true]);
          expect(met.kind).toBe(states.some(({ verdicts }) => verdicts[id] === 'met') ? 'found' : 'none');
          if (met.kind === 'found') expect(evaluate(rubric, assessmentOf(space, met.choices)).verdicts[id]).toBe('met');
          const unmet = ask([highs[at]!], [false]);
          expect(unmet.kind).toBe(states.some(({ verdicts }) => verdicts[id] === 'not-yet-met') ? 'found' : 'none');
          rubric.outcomes.forEach((other, j) => {
            if (j === at) return;
            const both = ask([lows[at]!, lows[j]!], [true, false]);
            const shows = (verdicts: Record<string, Verdict>) => verdicts[id] === 'met' && verdicts[other.id] !== 'met';
            expect(both.kind).toBe(states.some(({ verdicts }) => shows(verdicts)) ? 'found' : 'none');
            if (both.kind === 'found')
              expect(shows(evaluate(rubric, assessmentOf(space, both.choices)).verdicts)).toBe(true);
          });
          // Two states that differ in one question, and in whether the outcome is met.
          const deciding = new Set<number>();
          const met0 = new Map(states.map(({ choices, verdicts }) => [choices.join(' '), verdicts[id] === 'met']));
          for (const { choices, verdicts } of states) {
            choices.forEach((_, v) => {
              const lowest = choices.map((choice, w) => (w === v ? 0 : choice)).join(' ');
              if (met0.get(lowest) !== (verdicts[id] === 'met')) deciding.add(v);
            });
          }
          expect(new Set(decidingQuestions(circuit, lows[at]!, plenty()))).toEqual(deciding);
        });
      }),
      { numRuns: runs(60, 4) },
    );
    expect(looked).toBeGreaterThan(leastOf(60, 5, 4));
  }, 300_000);
});
