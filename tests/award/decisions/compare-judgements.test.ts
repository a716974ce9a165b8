import { describe, expect, test } from 'vitest';
import { compareJudgements } from '../../../src/award/decisions/compare-judgements.js';
import { evaluate } from '../../../src/evaluation/index.js';
import { smallRubric } from '../../support/small-rubric.js';

const judge = (ratings: Parameters<typeof evaluate<typeof smallRubric>>[1]['ratings']) =>
  evaluate(smallRubric, { ratings });

describe('a self-evaluation beside a validation', () => {
  const beside = compareJudgements(
    judge({ plan: 'high', team: 'low', voice: 'high' }),
    judge({ plan: 'low', team: 'middle', voice: 'high' }),
    smallRubric,
  );

  test('over-claims and under-claims criterion by criterion, in levels', () => {
    expect(
      beside.criteria.map((pair) => pair.kind === 'compared' && [pair.criterion, pair.claim, pair.levelsAbove]),
    ).toEqual([
      ['plan', 'over', 2],
      ['team', 'under', -1],
      ['voice', 'same', 0],
    ]);
  });

  test('says so in words', () => {
    expect(beside.criteria.map(({ message }) => message)).toEqual([
      '“A plan”: the self-evaluation says “High”, the validation “Low”, 2 levels lower.',
      '“A team”: the self-evaluation says “Low”, the validation “Middle”, 1 level higher.',
      '“Learner voice”: both say “High”.',
    ]);
    expect(beside.message).toBe(
      'Of 3 criteria the self-evaluation claims more than the validation on 1, less on 1, the same on 1; 0 cannot be compared.',
    );
  });

  test('is counted by distance, never averaged: claims in both directions do not cancel', () => {
    expect(beside.counts).toEqual({ over: 1, under: 1, same: 1, 'not-compared': 0 });
    expect(beside.distances).toEqual([
      { levelsAbove: -1, criteria: 1 },
      { levelsAbove: 0, criteria: 1 },
      { levelsAbove: 2, criteria: 1 },
    ]);
  });

  test('tells the outcomes that only one of them sees met', () => {
    // Self-evaluation: plan and voice high, so secure; validation: only voice high.
    expect(beside.outcomes.map(({ outcome, claim }) => [outcome, claim])).toEqual([['secure', 'over']]);
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(beside))).toEqual(beside);
  });

  test('seen from the other side has the same distances with the other sign', () => {
    const back = compareJudgements(
      judge({ plan: 'low', team: 'middle', voice: 'high' }),
      judge({ plan: 'high', team: 'low', voice: 'high' }),
      smallRubric,
    );
    expect(back.distances).toEqual(
      beside.distances.map(({ levelsAbove, criteria }) => ({ levelsAbove: 0 - levelsAbove, criteria })).reverse(),
    );
  });
});

describe('what has no distance', () => {
  const reasonFor = (own: Parameters<typeof judge>[0], their: Parameters<typeof judge>[0]) => {
    const pair = compareJudgements(judge(own), judge(their), smallRubric).criteria[1];
    return pair?.kind === 'not-compared' ? pair.because : pair?.claim;
  };
  const away = { notApplicable: 'two of us' };

  test.each([
    ['not-rated-by-either', {}, {}],
    ['not-rated-in-self-evaluation', {}, { team: 'low' }],
    ['not-rated-in-validation', { team: 'low' }, {}],
    ['not-applicable-in-both', { team: away }, { team: away }],
    ['not-applicable-in-self-evaluation', { team: away }, { team: 'low' }],
    ['not-applicable-in-validation', {}, { team: away }],
    ['contested', { team: 'low' }, { team: { levels: ['low', 'high'] } }],
  ] as const)('is told as %s', (because, own, their) => {
    expect(reasonFor(own, their)).toBe(because);
  });

  test('is a comparison across versions: it is refused', () => {
    const own = judge({ plan: 'low' });
    const other = { ...own, rubric: { id: 'small', version: '2.0.0' } };
    expect(() => compareJudgements(own, other, smallRubric)).toThrow('the validation is by “small” 2.0.0');
    expect(() => compareJudgements(other, own, smallRubric)).toThrow('the self-evaluation is by “small” 2.0.0');
  });

  test('is a level that the rubric does not have: it is refused', () => {
    const own = judge({ plan: 'low' });
    const odd = { ...smallRubric, scale: { ...smallRubric.scale, levels: smallRubric.scale.levels.slice(1) } };
    expect(() => compareJudgements(own, own, odd)).toThrow('has no level “low”');
  });
});
