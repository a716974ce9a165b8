import { expect, test } from 'vitest';
import { curiousMinds } from '../../src/data/rubrics/curious-minds.js';
import { evaluate, rateMeasures } from '../../src/evaluation/index.js';
import type { Evidence, Rating, Rubric } from '../../src/model/index.js';

const rubric: Rubric = curiousMinds;
const steps = ['science', 'technology', 'engineering', 'maths', 'showing'];
const all = (level: string, classes: string): Record<string, Rating> => ({
  ...Object.fromEntries(steps.map((id) => [id, level])),
  classes,
});
const evidence = (science: number, technology: number): readonly Evidence[] =>
  [...Array(science).fill('science'), ...Array(technology).fill('technology')].map((supports: string, at) => ({
    id: `item-${at + 1}`,
    kind: 'learner-work',
    date: '2026-03-02',
    shows: 'What the class did.',
    supports: [supports],
  }));
const twoClasses = { 'two-classes': true };

// Silver: two classes, three investigations in science, at least one activity in technology, all five steps.
test.each([
  [3, 1, 'met'],
  [4, 2, 'met'],
  [2, 1, 'not-yet-met'],
  [3, 0, 'not-yet-met'],
])('with %i investigations and %i activities in technology, Silver is %s', (science, technology, verdict) => {
  const assessment = {
    ratings: all('silver', 'below-half'),
    facts: twoClasses,
    evidence: evidence(science, technology),
  };
  expect(evaluate(rubric, assessment).verdicts).toEqual({ silver: verdict, gold: 'not-yet-met' });
});

test.each(steps)('all five steps are asked for: without “%s” there is neither award', (step) => {
  const ratings = { ...all('gold', 'half'), [step]: 'not-yet' };
  expect(evaluate(rubric, { ratings, facts: twoClasses, evidence: evidence(3, 1) }).verdicts).toEqual({
    silver: 'not-yet-met',
    gold: 'not-yet-met',
  });
});

test.each([
  // At least half, not more than half: the edge is exactly one half.
  [1, 2, 'half'],
  [4, 8, 'half'],
  [3, 7, 'below-half'],
  [4, 7, 'half'],
  [49, 100, 'below-half'],
])('%i of %i classes are “%s” of them', (numerator, denominator, level) => {
  expect(rateMeasures(rubric, { classes: { numerator, denominator } })).toEqual({ classes: level });
});

test('Gold asks for half of the classes', () => {
  const judge = (classes: string) =>
    evaluate(rubric, { ratings: all('gold', classes), facts: twoClasses, evidence: evidence(3, 1) }).verdicts;
  expect(judge('half')).toEqual({ silver: 'met', gold: 'met' });
  expect(judge('below-half')).toEqual({ silver: 'met', gold: 'not-yet-met' });
});
