import { describe, expect, test } from 'vitest';
import { checkCrosswalk, suggestStrategies, unaddressedIndicators } from '../../src/crosswalk/index.js';
import { coordinatorRoleStemNationLeadership } from '../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { coordinatorSupportStemNationLeadership } from '../../src/data/crosswalks/coordinator-support--stem-nation-leadership.js';
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

describe('the crosswalk of what a setting does for its co-ordinator', () => {
  const crosswalk: Crosswalk = coordinatorSupportStemNationLeadership;

  test('judges all 56 pairs of eight strategies and seven indicators, as this project sees them', () => {
    const pairs = crosswalk.strategies.items.flatMap(({ id }) =>
      crosswalk.indicators.items.map((one) => `${id} ${one.id}`),
    );
    expect(crosswalk.mappings.map(({ strategy, indicator }) => `${strategy} ${indicator}`)).toEqual(pairs);
    expect(pairs.length).toBe(56);
    expect(crosswalk.origin).toBe('project');
    expect(crosswalk.note).toContain('neither Education Scotland’s');
  });

  test('has four main levers: time for dialogue, remit and team for the core team, colleagues for practitioners', () => {
    const strong = crosswalk.mappings.filter(({ strength }) => strength === 'strong');
    expect(strong.map(({ strategy, indicator }) => [strategy, indicator])).toEqual([
      ['protected-time', 'professional-dialogue'],
      ['written-remit', 'core-team'],
      ['team-of-leaders', 'core-team'],
      ['support-for-colleagues', 'practitioner-leadership'],
    ]);
  });

  test('leaves learner leadership without a main lever, as the other does, and says so', () => {
    const open = (one: Crosswalk) => unaddressedIndicators(one).map(({ id }) => id);
    const both = open(crosswalk).filter((id) => open(coordinatorRoleStemNationLeadership).includes(id));
    expect(both).toEqual(['learner-leadership']);
    expect(unaddressedIndicators(crosswalk, { strength: 'partial' })).toEqual([]);
    const helps = crosswalk.mappings.filter((one) => one.indicator === 'learner-leadership' && one.strength !== 'none');
    expect(helps.map(({ strategy, strength }) => `${strategy} ${strength}`)).toEqual(['yearly-audit partial']);
    expect(crosswalk.note).toContain('Learner leadership has no strong strategy');
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
    const [data, learners] = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership, { limit: 2 });
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

  test.each([
    [1, '“I 0”'],
    [5, '“I 0”, “I 1”, “I 2”, “I 3”, “I 4”'],
    [6, '“I 0”, “I 1”, “I 2”, “I 3”, “I 4” and 1 more'],
    [2_000, '“I 0”, “I 1”, “I 2”, “I 3”, “I 4” and 1995 more'],
  ])('names five of %i indicators that a strategy is not judged against', (size, names) => {
    const items = (sign: string, many: number) =>
      Array.from({ length: many }, (_, i) => ({ id: `${sign.toLowerCase()}-${i}`, label: `${sign} ${i}` }));
    const crosswalk: Crosswalk = {
      ...coordinatorSupportStemNationLeadership,
      strategies: { ...coordinatorSupportStemNationLeadership.strategies, items: items('S', 2) },
      indicators: { ...coordinatorSupportStemNationLeadership.indicators, items: items('I', size) },
      mappings: [],
    };
    expect(checkCrosswalk(crosswalk)[1]?.message).toBe(`“S 1” is not judged against ${names}.`);
  });
});
