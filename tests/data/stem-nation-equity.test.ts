import { describe, expect, test } from 'vitest';
import { stemNationAwardFramework } from '../../src/data/frameworks/stem-nation-award.js';
import { stemNationEquity } from '../../src/data/rubrics/stem-nation-equity.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';
import type { Element } from '../../src/model/index.js';

const element = (stemNationAwardFramework.elements as readonly Element[]).find(({ id }) => id === 'equity-equality')!;
const indicators = element.indicators.filter(({ sectors }) => sectors.includes('primary'));
const criteria = stemNationEquity.criteria;

describe('the rubric of the equity-equality element', () => {
  test('judges the 6 indicators that the award lists for schools, in their order, under their labels', () => {
    expect(criteria.length).toBe(6);
    expect(criteria.map(({ id, label }) => ({ id, label }))).toEqual(
      indicators.map(({ id, label }) => ({ id, label })),
    );
  });

  test('takes no not-applicable: the award says “where appropriate” of none of these', () => {
    expect(criteria.filter((one) => 'notApplicable' in one)).toEqual([]);
  });

  test('has nothing wrong with it', () => {
    expect(checkRubric(stemNationEquity)).toEqual([]);
  });

  test.each(criteria.map(({ id }) => id))('is not ready while “%s” is partly there, nor under way without it', (id) => {
    const met = Object.fromEntries(criteria.map((one) => [one.id, 'met' as const]));
    expect(evaluate(stemNationEquity, { ratings: { ...met, [id]: 'partly' } }).verdicts).toEqual({
      'under-way': 'met',
      'element-ready': 'not-yet-met',
    });
    expect(evaluate(stemNationEquity, { ratings: { ...met, [id]: 'not-yet' } }).verdicts['under-way']).toBe(
      'not-yet-met',
    );
  });

  test('says whose levels these are', () => {
    expect(stemNationEquity.outcomes.every(({ origin }) => origin === 'project')).toBe(true);
    expect(stemNationEquity.notice).toMatch(/publishes no levels, points or scores/u);
  });
});
