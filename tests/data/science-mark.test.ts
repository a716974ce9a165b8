import { expect, test } from 'vitest';
import { scienceMark } from '../../src/data/rubrics/science-mark.js';
import { evaluate } from '../../src/evaluation/index.js';
import type { Rubric } from '../../src/model/index.js';

const rubric: Rubric = scienceMark;
const criteria = rubric.criteria.map(({ id }) => id);

// Sixteen criteria at the level, each with evidence: the lowest of the sixteen decides, as far as there is evidence.
test.each([
  { levels: Array(16).fill('silver'), evidence: 16, verdicts: ['met', 'not-yet-met', 'not-yet-met'] },
  { levels: Array(16).fill('platinum'), evidence: 16, verdicts: ['met', 'met', 'met'] },
  { levels: [...Array(15).fill('platinum'), 'silver'], evidence: 16, verdicts: ['met', 'not-yet-met', 'not-yet-met'] },
  { levels: [...Array(15).fill('platinum'), 'not-yet'], evidence: 16, verdicts: Array(3).fill('not-yet-met') },
  { levels: Array(15).fill('gold'), evidence: 16, verdicts: ['undecided', 'undecided', 'not-yet-met'] },
  { levels: Array(16).fill('platinum'), evidence: 15, verdicts: Array(3).fill('not-yet-met') },
])('the Science Mark is $verdicts at $levels, with evidence for $evidence', ({ levels, evidence, verdicts }) => {
  expect(criteria.length).toBe(16);
  const ratings = Object.fromEntries(levels.map((level: string, at: number) => [criteria[at]!, level]));
  const item = {
    id: 'all',
    kind: 'other',
    date: '2026-01-12',
    shows: 'Our statements.',
    supports: criteria.slice(0, evidence),
  } as const;
  expect(Object.values(evaluate(rubric, { ratings, evidence: [item] }).verdicts)).toEqual(verdicts);
});
