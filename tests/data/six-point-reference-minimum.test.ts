import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sixPointReferenceMinimum } from '../../src/data/rubrics/six-point-reference-minimum.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';
import { type Rubric, rubricSchema } from '../../src/model/index.js';

type Grade = (typeof sixPointReferenceMinimum.scale.levels)[number]['id'];

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'scoring.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors)
  console.warn('SKIPPED: the published inspection grades. Set STEM_VECTORS_DIR to the folder of scoring.json.');

const judge = ([first, second, third]: readonly Grade[]) =>
  evaluate(sixPointReferenceMinimum, {
    ratings: {
      ...(first && { 'first-reference': first }),
      ...(second && { 'second-reference': second }),
      ...(third && { 'third-reference': third }),
    },
  });

describe('the lowest of three reference indicators', () => {
  test('has nothing wrong with it', () => {
    expect(checkRubric(sixPointReferenceMinimum)).toEqual([]);
  });

  test.skipIf(!hasVectors)('is positive exactly where the published cases are', () => {
    const { 'reference-minimum': published } = JSON.parse(readFileSync(file!, 'utf8')) as {
      'reference-minimum': { cases: { grades: Grade[]; positive: boolean }[] };
    };
    expect(published.cases.length).toBeGreaterThan(0);
    for (const { grades, positive } of published.cases) {
      expect(judge(grades).verdicts.positive, grades.join(', ')).toBe(positive ? 'met' : 'not-yet-met');
    }
  });

  // The lowest grade n gives (n − 1) / 5, and the rungs up to it.
  test.each([
    { grades: ['unsatisfactory', 'excellent', 'excellent'] as const, rungs: 0, score: 0 },
    { grades: ['weak', 'excellent', 'excellent'] as const, rungs: 0, score: 1 / 5 },
    { grades: ['excellent', 'satisfactory', 'excellent'] as const, rungs: 1, score: 2 / 5 },
    { grades: ['good', 'good', 'excellent'] as const, rungs: 2, score: 3 / 5 },
    { grades: ['very-good', 'excellent', 'very-good'] as const, rungs: 3, score: 4 / 5 },
    { grades: ['excellent', 'excellent', 'excellent'] as const, rungs: 3, score: 1 },
  ])('climbs $rungs rungs with $grades', ({ grades, rungs, score }) => {
    const evaluation = judge(grades);
    expect(Object.values(evaluation.verdicts).filter((verdict) => verdict === 'met').length).toBe(rungs);
    expect(evaluation.score.kind === 'scored' && evaluation.score.value?.decimal).toBe(score);
  });

  test('does not hear of an indicator that a host adds beside the three', () => {
    const { examples: _, ...record } = sixPointReferenceMinimum;
    const more: Rubric = rubricSchema.parse({
      ...record,
      criteria: [...record.criteria, { id: 'partnerships', label: 'Partnerships', weight: 1 }],
    });
    const ratings = {
      'first-reference': 'good',
      'second-reference': 'good',
      'third-reference': 'good',
      partnerships: 'unsatisfactory',
    };
    expect(evaluate(more, { ratings }).verdicts['good-or-better']).toBe('met');
  });
});
