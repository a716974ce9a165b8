/** Outcomes that lean on one another many times over, contested ratings, and what some assessor gave. */
import { expect, test } from 'vitest';
import { evaluate, nextSteps, type Outcome, type Rubric, whatIf } from '../../src/index.js';
import { compileScorer, sensitivity } from '../../src/evaluation/index.js';

const scale = {
  id: 'four',
  label: 'Four',
  levels: [
    { id: 'none', label: 'None', points: 0 },
    { id: 'some', label: 'Some', points: 1 },
    { id: 'good', label: 'Good', points: 2 },
    { id: 'best', label: 'Best', points: 3 },
  ],
};

const rubricOf = (outcomes: readonly Outcome[], more: Partial<Rubric> = {}): Rubric => ({
  id: 'r',
  version: '1.0.0',
  label: 'R',
  notice: 'Nobody’s award.',
  scale,
  criteria: [{ id: 'a', label: 'A', weight: 1 }],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes,
  ...more,
});

const achieves = (at: number) => ({ kind: 'achieves' as const, outcome: `o${at}` });

// Each leans twice on the one before: 2^60 judgements, were each mention judged anew. That this ends at all is the promise.
const chain = (kind: 'all' | 'any'): Rubric =>
  rubricOf(
    Array.from(
      { length: 60 },
      (_, at): Outcome => ({
        id: `o${at}`,
        label: `O${at}`,
        origin: 'project',
        rule:
          at === 0
            ? { kind: 'score', atLeast: { numerator: 1, denominator: 2 } }
            : { kind, rules: [achieves(at - 1), achieves(at - 1)] },
      }),
    ),
  );

test.each(['all', 'any'] as const)(
  'each of 60 outcomes that needs %s of two mentions of the one before is judged once',
  (kind) => {
    const rubric = chain(kind);
    const low = { ratings: { a: 'some' } };
    // 1/3 is below a half, 2/3 is not.
    expect(evaluate(rubric, low).verdicts['o59']).toBe('not-yet-met');
    expect(whatIf(rubric, low, { ratings: { a: 'good' } }).after.verdicts['o59']).toBe('met');
    expect(nextSteps(rubric, low, { to: 'o59' })).toMatchObject({ kind: 'steps', cost: 1, proved: true });
    expect(sensitivity(rubric, low)).toHaveLength(1);
    expect(compileScorer(rubric).score({ ratings: { a: Uint8Array.of(1, 2) } }).verdicts['o59']).toEqual(
      Uint8Array.of(0, 2),
    );
  },
);

test('a contested rating is settled on the cheapest level between those given that is enough', () => {
  const rubric = rubricOf([{ id: 'o', label: 'O', origin: 'project', rule: { kind: 'every', level: 'some' } }]);
  const price: Readonly<Record<string, number>> = { some: 1, good: 2, best: 5 };
  const answer = nextSteps(
    rubric,
    { ratings: { a: { levels: ['none', 'best'] } } },
    { to: 'o', effort: (step) => ('level' in step ? (price[step.level] ?? 9) : 9) },
  );
  expect(answer).toMatchObject({ kind: 'steps', cost: 1, proved: true, steps: [{ kind: 'settle', level: 'some' }] });
});

test('an obligation is triggered by a level in the middle that some assessor gave, not by one that nobody gave', () => {
  const rubric = rubricOf([], {
    obligations: [
      { id: 'given', label: 'Given', when: { level: 'some' } },
      { id: 'not-given', label: 'Not given', when: { level: 'good' } },
    ],
  });
  const { obligations } = evaluate(rubric, { ratings: { a: { levels: ['none', 'some', 'best'] } } });
  expect(obligations.map(({ id }) => id)).toEqual(['given']);
});
