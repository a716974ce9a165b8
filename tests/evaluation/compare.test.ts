import { describe, expect, test } from 'vitest';
import { compareEvaluations, evaluate, sensitivity, whatIf } from '../../src/evaluation/index.js';
import { defineRubric } from '../../src/model/define.js';
import { smallRubric, threeLevels } from '../support/small-rubric.js';

describe('a comparison of two evaluations', () => {
  const before = evaluate(smallRubric, { ratings: { plan: 'high', voice: 'middle' } });
  const after = evaluate(smallRubric, { ratings: { plan: 'middle', team: 'high', voice: 'high' } });

  test('tells for each criterion whether it rose, fell or was rated anew', () => {
    expect(compareEvaluations(before, after).criteria).toEqual([
      { criterion: 'plan', label: 'A plan', movement: 'down', from: 'high', to: 'middle' },
      { criterion: 'team', label: 'A team', movement: 'newly-rated', to: 'high' },
      { criterion: 'voice', label: 'Learner voice', movement: 'up', from: 'middle', to: 'high' },
    ]);
  });

  test('tells which outcomes were gained, and how far the value moved', () => {
    const comparison = compareEvaluations(before, after);
    expect(comparison.outcomes.map(({ outcome, movement }) => `${outcome} ${movement}`)).toEqual([
      'begun gained',
      'secure gained',
    ]);
    // (1·1 + 3·1/2)/4 = 5/8 before; (1·1/2 + 2 + 3)/6 = 11/12 after; 11/12 − 5/8 = 7/24.
    expect(comparison.scoreChange).toMatchObject({ numerator: 7, denominator: 24 });
  });

  test('is refused between versions', () => {
    const later = { ...after, rubric: { id: 'small', version: '2.0.0' } };
    expect(() => compareEvaluations(before, later)).toThrow('do not compare');
  });

  test('sees what becomes not applicable and what applies again', () => {
    const away = evaluate(smallRubric, { ratings: { team: { notApplicable: 'two of us' } } });
    const back = evaluate(smallRubric, { ratings: { team: 'low' } });
    expect(compareEvaluations(away, back).criteria[1]?.movement).toBe('applicable-again');
    expect(compareEvaluations(back, away).criteria[1]?.movement).toBe('newly-not-applicable');
  });
});

describe('what if', () => {
  test('tries changes without making them', () => {
    const assessment = { ratings: { plan: 'low' } } as const;
    const { comparison } = whatIf(smallRubric, assessment, { ratings: { plan: undefined, voice: 'low' } });
    expect(comparison.criteria.map(({ movement }) => movement)).toEqual(['no-longer-rated', 'same', 'newly-rated']);
    expect(assessment).toEqual({ ratings: { plan: 'low' } });
  });
});

test('the change between two scores that no numbers hold as a fraction is said to be out of range', () => {
  const { score, ...rest } = evaluate(smallRubric, { ratings: { plan: 'low', team: 'low', voice: 'low' } });
  const scored = (numerator: number, denominator: number) => {
    if (score.kind !== 'scored') throw new Error('it has a score');
    return { ...rest, score: { ...score, value: { numerator, denominator, decimal: numerator / denominator } } };
  };
  // 1/94,906,267 − 1/94,906,265: both are odd and two apart, so that the least common denominator is their product, above 2⁵³.
  const change = compareEvaluations(scored(1, 94_906_265), scored(1, 94_906_267));
  expect(change).toMatchObject({ because: 'out-of-range' });
  expect(change.scoreChange).toBeUndefined();
  expect(compareEvaluations(scored(1, 3), scored(1, 2)).scoreChange).toEqual({
    numerator: 1,
    denominator: 6,
    decimal: 1 / 6,
  });
});

describe('sensitivity', () => {
  const scored = (kind: 'weighted-mean' | 'mean-of-groups') =>
    defineRubric({
      id: 'scored',
      version: '1.0.0',
      label: 'Scored',
      notice: 'For tests.',
      scale: threeLevels,
      groups: [
        { id: 'g', label: 'G' },
        { id: 'h', label: 'H' },
      ],
      criteria: [
        { id: 'a', label: 'A', weight: 3, group: 'g' },
        { id: 'b', label: 'B', weight: 1, group: 'g' },
        { id: 'c', label: 'C', weight: 1, group: 'h' },
      ],
      scoring: { kind, from: 'lowest' },
      outcomes: [
        {
          id: 'third',
          label: 'Third',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 2, denominator: 3 } },
        },
      ],
    });

  test('is the interval of one weight in which every verdict stays, solved exactly', () => {
    // a high, b and c low: a/(a + 2) ≥ 2/3 from a = 4 on. With a = 3 the outcome is not met: 3/5.
    const [a, b] = sensitivity(scored('weighted-mean'), { ratings: { a: 'high', b: 'low', c: 'low' } });
    expect(a).toEqual({
      criterion: 'a',
      weight: 3,
      greatest: { at: { numerator: 4, denominator: 1, decimal: 4 }, included: false },
    });
    // 3/(4 + b) ≥ 2/3 once b ≤ 1/2: met there, so the end is not included.
    expect(b).toEqual({
      criterion: 'b',
      weight: 1,
      least: { at: { numerator: 1, denominator: 2, decimal: 0.5 }, included: false },
    });
  });

  test('moves a weight within its group for a mean of groups', () => {
    // (3/4 + c)/2 with c high: 7/8 ≥ 2/3, met; (a/(a+1) + 1)/2 ≥ 2/3 ⟺ a/(a+1) ≥ 1/3 ⟺ a ≥ 1/2.
    const [a, , c] = sensitivity(scored('mean-of-groups'), { ratings: { a: 'high', b: 'low', c: 'high' } });
    expect(a?.least).toEqual({ at: { numerator: 1, denominator: 2, decimal: 0.5 }, included: true });
    expect(a?.greatest).toBeUndefined();
    expect(c).toEqual({ criterion: 'c', weight: 1 });
  });

  test('is open at both ends where no rule looks at the score', () => {
    expect(
      sensitivity(smallRubric, { ratings: { plan: 'low' } }).every(({ least, greatest }) => !least && !greatest),
    ).toBe(true);
  });
});
