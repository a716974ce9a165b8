import { describe, expect, test } from 'vitest';
import { stemNationAwardFramework } from '../../src/data/frameworks/stem-nation-award.js';
import { stemNationFamilyCommunity } from '../../src/data/rubrics/stem-nation-family-community.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';
import type { Element } from '../../src/model/index.js';

const element = (stemNationAwardFramework.elements as readonly Element[]).find(({ id }) => id === 'family-community')!;
const indicators = element.indicators.filter(({ sectors }) => sectors.includes('primary'));
const criteria = stemNationFamilyCommunity.criteria;

describe('the rubric of the family-community element', () => {
  test('judges the 5 indicators that the award lists for schools, in their order, under their labels', () => {
    expect(criteria.length).toBe(5);
    expect(criteria.map(({ id, label }) => ({ id, label }))).toEqual(
      indicators.map(({ id, label }) => ({ id, label })),
    );
  });

  test('takes no not-applicable: the award says “where appropriate” of none of these', () => {
    expect(criteria.filter((one) => 'notApplicable' in one)).toEqual([]);
  });

  test('has nothing wrong with it', () => {
    expect(checkRubric(stemNationFamilyCommunity)).toEqual([]);
  });

  test.each(criteria.map(({ id }) => id))('is not ready while “%s” is partly there, nor under way without it', (id) => {
    const met = Object.fromEntries(criteria.map((one) => [one.id, 'met' as const]));
    expect(evaluate(stemNationFamilyCommunity, { ratings: { ...met, [id]: 'partly' } }).verdicts).toEqual({
      'under-way': 'met',
      'element-ready': 'not-yet-met',
    });
    expect(evaluate(stemNationFamilyCommunity, { ratings: { ...met, [id]: 'not-yet' } }).verdicts['under-way']).toBe(
      'not-yet-met',
    );
  });

  test('says whose levels these are', () => {
    expect(stemNationFamilyCommunity.outcomes.every(({ origin }) => origin === 'project')).toBe(true);
    expect(stemNationFamilyCommunity.notice).toMatch(/publishes no levels, points or scores/u);
  });
});

test('the CLD lists stay out of it: they are others, and one of them is not complete', () => {
  const cld = element.indicators.filter(({ sectors }) => sectors.includes('cld')).map(({ id }) => id);
  expect(cld.length).toBeGreaterThan(0);
  expect(criteria.map(({ id }): string => id).filter((id) => cld.includes(id))).toEqual([]);
  expect(element.strands?.some(({ complete }) => !complete)).toBe(true);
  expect(stemNationFamilyCommunity.notice).toMatch(/CLD/u);
});
