import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluation/index.js';
import { defineRubric } from '../../../src/model/define.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const grouped = <const K extends 'mean-of-groups' | 'minimum' | 'sum'>(kind: K) =>
  defineRubric({
    id: 'grouped',
    version: '1.0.0',
    label: 'Grouped',
    notice: 'For tests.',
    scale: threeLevels,
    groups: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    criteria: [
      { id: 'a1', label: 'A1', weight: 1, group: 'a' },
      { id: 'a2', label: 'A2', weight: 2, group: 'a', notApplicable: 'waived' },
      { id: 'b1', label: 'B1', weight: 5, group: 'b' },
    ],
    scoring: kind === 'sum' ? { kind: 'sum' } : { kind, from: 'lowest' },
    outcomes: [],
  });

describe('contributions', () => {
  test('to a weighted mean are w·u over the rated weight, and add up to the value', () => {
    // plan middle: 1·1/2 of weight 1, voice high: 3·1; over 4 with halves as unit: 1/8 and 6/8.
    const { contributions, score } = evaluate(smallRubric, { ratings: { plan: 'middle', voice: 'high' } });
    expect(contributions).toEqual({
      denominator: 8,
      parts: [
        { criterion: 'plan', numerator: 1 },
        { criterion: 'voice', numerator: 6 },
      ],
      binding: [],
      notApplicable: [],
    });
    expect(score).toMatchObject({ value: { numerator: 7, denominator: 8 } });
  });

  test('to a mean of groups give each group the same say', () => {
    // Group a: (1·1/2 + 2·1)/3 = 5/6, group b: 1/2. Mean 8/12 = 2/3: a1 1/12, a2 4/12, b1 3/12.
    const { contributions, score } = evaluate(grouped('mean-of-groups'), {
      ratings: { a1: 'middle', a2: 'high', b1: 'middle' },
    });
    expect(score).toMatchObject({ value: { numerator: 2, denominator: 3 } });
    expect(contributions?.parts.map(({ numerator }) => numerator / (contributions?.denominator ?? 0))).toEqual([
      1 / 12,
      4 / 12,
      3 / 12,
    ]);
  });

  test('to a sum are weighted points', () => {
    const { contributions } = evaluate(grouped('sum'), { ratings: { a1: 'middle', a2: 'high', b1: 'middle' } });
    expect(contributions).toMatchObject({
      denominator: 1,
      parts: [{ numerator: 1 }, { numerator: 4 }, { numerator: 5 }],
    });
  });

  test('to a minimum are none: the criteria that bind it are named', () => {
    const { contributions } = evaluate(grouped('minimum'), { ratings: { a1: 'middle', a2: 'high', b1: 'middle' } });
    expect(contributions).toMatchObject({ parts: [], binding: ['a1', 'b1'] });
  });

  test('show apart what a not-applicable criterion shifted', () => {
    // Without the team: (1·1 + 3·1/2)/4 = 5/8. Counted at its lowest: 5/2 over 6 = 5/12. Shift 5/8 − 5/12 = 5/24.
    const { contributions } = evaluate(smallRubric, {
      ratings: { plan: 'high', team: { notApplicable: 'two of us' }, voice: 'middle' },
    });
    expect(contributions?.notApplicable).toEqual([
      { criterion: 'team', shift: { numerator: 5, denominator: 24, decimal: 5 / 24 } },
    ]);
  });

  test('wait until assessors agree', () => {
    expect(evaluate(smallRubric, { ratings: { plan: { levels: ['low', 'high'] } } }).contributions).toBeUndefined();
  });
});
