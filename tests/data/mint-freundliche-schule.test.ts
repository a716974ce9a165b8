import { expect, test } from 'vitest';
import { mintFreundlicheSchule } from '../../src/data/rubrics/mint-freundliche-schule.js';
import { evaluate, nextSteps } from '../../src/evaluation/index.js';
import type { Rating, Rubric } from '../../src/model/index.js';

const rubric: Rubric = mintFreundlicheSchule;
const rate = (met: number, notYet: number): Record<string, Rating> =>
  Object.fromEntries(
    rubric.criteria.slice(0, met + notYet).map(({ id }, at): [string, Rating] => [id, at < met ? 'met' : 'not-yet']),
  );

// Fourteen criteria, ten of them needed. With k known not to be met, at most 14 − k can be.
test.each([
  [10, 4, 'met'],
  [9, 5, 'not-yet-met'],
  [14, 0, 'met'],
  [10, 0, 'met'],
  [9, 4, 'undecided'],
  [0, 4, 'undecided'],
  [0, 5, 'not-yet-met'],
  [0, 0, 'undecided'],
])('with %i of fourteen met and %i not, ten of fourteen is %s', (met, notYet, verdict) => {
  expect(rubric.criteria.length).toBe(14);
  expect(evaluate(rubric, { ratings: rate(met, notYet) }).verdicts['ten-of-fourteen']).toBe(verdict);
});

test('the honour needs the jury, and a renewal the account of the three years besides', () => {
  const judge = (facts: Record<string, boolean>, met = 10) =>
    Object.values(evaluate(rubric, { ratings: rate(met, 14 - met), facts }).verdicts).slice(1);
  expect(judge({})).toEqual(['undecided', 'undecided']);
  expect(judge({ jury: true })).toEqual(['met', 'undecided']);
  expect(judge({ jury: true, 'account-of-development': false })).toEqual(['met', 'not-yet-met']);
  expect(judge({ jury: true, 'account-of-development': true })).toEqual(['met', 'met']);
  expect(judge({ jury: false, 'account-of-development': true })).toEqual(['not-yet-met', 'not-yet-met']);
  expect(judge({ jury: true, 'account-of-development': true }, 9)).toEqual(['not-yet-met', 'not-yet-met']);
});

test('the way from eight to the honour is two criteria and the jury', () => {
  expect(nextSteps(rubric, { ratings: rate(8, 6) }, { to: 'honoured' })).toMatchObject({
    kind: 'steps',
    cost: 3,
    proved: true,
  });
});
