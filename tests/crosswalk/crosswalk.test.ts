import { describe, expect, test } from 'vitest';
import { checkCrosswalk, suggestStrategies, unaddressedIndicators } from '../../src/crosswalk/index.js';
import { coordinatorRoleStemNationLeadership } from '../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import { evaluate } from '../../src/evaluation/index.js';
import type { Crosswalk } from '../../src/model/articles/crosswalk.js';

describe('the crosswalk of coordinator strategies and leadership indicators', () => {
  test('judges all 56 pairs: 10 main levers, 25 helps, 21 without a link', () => {
    const of = (strength: string) =>
      coordinatorRoleStemNationLeadership.mappings.filter((mapping) => mapping.strength === strength).length;
    expect([of('strong'), of('partial'), of('none')]).toEqual([10, 25, 21]);
  });

  test('says honestly that learner leadership has no main lever', () => {
    expect(unaddressedIndicators(coordinatorRoleStemNationLeadership).map(({ id }) => id)).toEqual([
      'learner-leadership',
    ]);
    expect(unaddressedIndicators(coordinatorRoleStemNationLeadership, { strength: 'partial' })).toEqual([]);
  });
});

describe('suggestions', () => {
  const evaluation = evaluate(stemNationLeadership, {
    ratings: {
      'shared-vision': 'partly',
      'use-of-data': 'not-yet',
      'professional-dialogue': 'met',
      'learner-leadership': 'not-yet',
    },
  });

  test('come weakest first, in the rubric’s order where equally weak, and leave the unrated out', () => {
    const suggestions = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership);
    expect(suggestions.map(({ indicator }) => indicator)).toEqual([
      'use-of-data',
      'learner-leadership',
      'shared-vision',
    ]);
  });

  test('put main levers before helps, and say where there is none', () => {
    const [data, learners] = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership, { atMost: 2 });
    expect(data?.strategies.map(({ strategy, strength }) => `${strategy} ${strength}`)).toEqual([
      'data-driven-decisions strong',
      'professional-development partial',
      'curriculum-development partial',
      'resource-advocacy partial',
    ]);
    expect(data?.hasMainLever).toBe(true);
    expect(learners?.hasMainLever).toBe(false);
  });

  test('are refused across editions of the framework', () => {
    const later: Crosswalk = {
      ...coordinatorRoleStemNationLeadership,
      indicators: { ...coordinatorRoleStemNationLeadership.indicators, edition: 'another' },
    };
    expect(() => suggestStrategies(evaluation, later)).toThrow(RangeError);
  });
});

describe('a check of a crosswalk', () => {
  test('finds pairs nobody judged and strategies that strengthen nothing', () => {
    const side = { framework: 'f', edition: '1', element: 'e' };
    const crosswalk: Crosswalk = {
      id: 'c',
      version: '1.0.0',
      label: 'C',
      origin: 'project',
      strategies: {
        ...side,
        items: [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
      },
      indicators: { ...side, items: [{ id: 'x', label: 'X' }] },
      mappings: [{ strategy: 'b', indicator: 'x', strength: 'none', reason: 'no link' }],
      sources: [{ title: 'S', url: 'https://example.org', read: '2026-01-05' }],
    };
    expect(checkCrosswalk(crosswalk).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'unmapped-pair strategies.items.0',
      'idle-strategy strategies.items.1',
      'no-main-lever indicators.items.0',
    ]);
  });
});
