import { describe, expect, test } from 'vitest';
import { computingQualityMark } from '../../src/data/rubrics/computing-quality-mark.js';
import { checkRubric, evaluate, nextSteps } from '../../src/evaluation/index.js';
import type { Evidence, Rating, Rubric } from '../../src/model/index.js';

const rubric: Rubric = computingQualityMark;
const dimensions = rubric.criteria.map(({ id }) => id);

/** Levels by number, one dimension after the other; those left out are not rated. */
const rate = (...levels: readonly number[]): Record<string, Rating> =>
  Object.fromEntries(levels.map((level, at) => [dimensions[at]!, `level-${level}`]));
const evidenceIn = (count: number): readonly Evidence[] =>
  dimensions.slice(0, count).map((id) => ({
    id: `commentary-${id}`,
    kind: 'other',
    date: '2026-05-04',
    shows: 'What we wrote.',
    supports: [id],
  }));
const agreed = { registered: true, 'assessor-agrees': true };

describe('the Computing Quality Mark', () => {
  test('has seven dimensions and five levels, the fifth the best, and nothing wrong with it', () => {
    expect(dimensions.length).toBe(7);
    expect(rubric.scale.levels.map(({ id }) => id)).toEqual(['level-1', 'level-2', 'level-3', 'level-4', 'level-5']);
    expect(checkRubric(rubric).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  // Published: level 4 or above in all seven, 100 % of the evidence, and an assessor.
  test.each([
    { levels: [4, 4, 4, 4, 4, 4, 4], evidence: 7, facts: agreed, mark: 'met' },
    { levels: [5, 4, 5, 4, 5, 4, 5], evidence: 7, facts: agreed, mark: 'met' },
    { levels: [5, 5, 5, 5, 5, 5, 3], evidence: 7, facts: agreed, mark: 'not-yet-met' },
    { levels: [4, 4, 4, 4, 4, 4, 4], evidence: 6, facts: agreed, mark: 'not-yet-met' },
    { levels: [4, 4, 4, 4, 4, 4, 4], evidence: 7, facts: { ...agreed, 'assessor-agrees': false }, mark: 'not-yet-met' },
    { levels: [4, 4, 4, 4, 4, 4, 4], evidence: 7, facts: { registered: true }, mark: 'undecided' },
    { levels: [4, 4, 4, 4, 4, 4], evidence: 7, facts: agreed, mark: 'undecided' },
    { levels: [4, 4, 4, 4, 4, 4], evidence: 6, facts: agreed, mark: 'not-yet-met' },
  ])(
    'is $mark at levels $levels with evidence in $evidence dimensions, $facts',
    ({ levels, evidence, facts, mark }) => {
      const { verdicts } = evaluate(rubric, { ratings: rate(...levels), facts, evidence: evidenceIn(evidence) });
      expect(verdicts['mark']).toBe(mark);
    },
  );

  test('commits who registers, and calls two of seven progress by the older rule', () => {
    const judge = (facts: Record<string, boolean>, evidence = 0) => {
      const { commitment, progress } = evaluate(rubric, {
        ratings: {},
        facts,
        evidence: evidenceIn(evidence),
      }).verdicts;
      return [commitment, progress];
    };
    expect(judge({})).toEqual(['undecided', 'undecided']);
    expect(judge({ registered: true })).toEqual(['met', 'undecided']);
    expect(judge({ registered: true, 'two-dimensions': false })).toEqual(['met', 'not-yet-met']);
    expect(judge({ registered: true, 'two-dimensions': true })).toEqual(['met', 'met']);
    expect(judge({ registered: false, 'two-dimensions': true })).toEqual(['not-yet-met', 'not-yet-met']);
    expect(judge({ registered: true }, 7)).toEqual(['met', 'met']);
  });

  test('counts the dimensions at level 4 or above', () => {
    const { score } = evaluate(rubric, { ratings: rate(1, 3, 4, 5, 2, 4, 4) });
    expect(score).toMatchObject({ kind: 'scored', value: { numerator: 4, denominator: 1 } });
  });

  test('the way from level 3 to the mark is one level and an item of evidence', () => {
    const assessment = { ratings: rate(4, 4, 4, 4, 4, 4, 3), facts: agreed, evidence: evidenceIn(6) };
    expect(nextSteps(rubric, assessment, { to: 'mark' })).toMatchObject({ kind: 'steps', cost: 2, proved: true });
  });
});
