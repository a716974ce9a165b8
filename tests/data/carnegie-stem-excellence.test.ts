import { describe, expect, test } from 'vitest';
import { carnegieStemExcellenceFramework as framework } from '../../src/data/frameworks/carnegie-stem-excellence.js';
import { carnegieStemExcellence } from '../../src/data/rubrics/carnegie-stem-excellence.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';

describe('the Carnegie pathway', () => {
  test('has twenty criteria, six areas, five levels and up to three priorities', () => {
    expect(carnegieStemExcellence.criteria.length).toBe(20);
    expect(carnegieStemExcellence.groups!.map(({ id }) => id)).toEqual(framework.elements.map(({ id }) => id));
    expect(carnegieStemExcellence.groups!.length).toBe(6);
    expect(carnegieStemExcellence.scale.levels.length).toBe(5);
    expect(carnegieStemExcellence.priorities).toEqual({ atMost: 3 });
  });

  test('puts into an area only the one criterion whose area was read', () => {
    expect(carnegieStemExcellence.criteria.flatMap((one) => ('group' in one ? [[one.id, one.group]] : []))).toEqual([
      ['career-awareness', 'real-world-connections'],
    ]);
  });

  test.each(carnegieStemExcellence.examples!)('makes a profile and no verdict of “$title”', ({ ratings }) => {
    const evaluation = evaluate(carnegieStemExcellence, { ratings });
    expect(evaluation.verdicts).toEqual({});
    expect(evaluation).not.toHaveProperty('achieved');
    expect(evaluation.score).toMatchObject({ kind: 'unscored', because: 'profile-only' });
    expect(evaluation.criteria.filter(({ state }) => state === 'rated').length).toBe(Object.keys(ratings).length);
  });

  test('shows how far up each criterion stands', () => {
    const { criteria } = evaluate(carnegieStemExcellence, { ratings: { 'career-awareness': 'advancing' } });
    // The fourth of five levels: three steps of four.
    expect(criteria[0]).toMatchObject({ level: 'advancing', height: 3 / 4 });
    expect(criteria[1]).toMatchObject({ state: 'unrated' });
  });

  test('has nothing wrong with it but that no outcome and no score hangs on a criterion, which is what a profile is', () => {
    const codes = checkRubric(carnegieStemExcellence).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'dead-criterion')).toEqual([]);
  });
});
