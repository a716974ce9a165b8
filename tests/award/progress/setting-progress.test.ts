import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingProgress } from '../../../src/award/progress/setting-progress.js';
import { compareEvaluations, evaluate } from '../../../src/evaluation/index.js';
import type { Evaluation } from '../../../src/model/index.js';
import { arbitraryCase, arbitraryImprovement } from '../../support/arbitrary-rubric.js';
import { smallRubric } from '../../support/small-rubric.js';

const spring = evaluate(smallRubric, { ratings: { plan: 'high', voice: 'middle' } });
const summer = evaluate(smallRubric, { ratings: { plan: 'middle', team: 'high', voice: 'high' } });
const autumn = evaluate(smallRubric, { ratings: { plan: 'low', team: 'high', voice: 'high' } });
const three = [
  { date: '2025-03-01', evaluation: spring },
  { date: '2025-07-01', evaluation: summer },
  { date: '2025-11-01', evaluation: autumn },
];

describe('a setting over time', () => {
  const progress = settingProgress(three);

  test('stands where its verdicts and the lower end of its score put it, date by date', () => {
    expect(progress.points.map(({ date, standing }) => [date, standing.met, standing.least?.decimal])).toEqual([
      // plan 1, team open, voice 1/2: (1·1 + 2·0 + 3·1/2)/6 = 5/12.
      ['2025-03-01', [], 5 / 12],
      // (1·1/2 + 2 + 3)/6 = 11/12; (0 + 2 + 3)/6 = 5/6.
      ['2025-07-01', ['begun', 'secure'], 11 / 12],
      ['2025-11-01', ['secure'], 5 / 6],
    ]);
  });

  test('moves from each date to the next, and a fall is told like a rise', () => {
    expect(progress.steps.map(({ message }) => message)).toEqual([
      'From 2025-03-01 to 2025-07-01: 1 up, 1 down, 1 newly rated. Gained: “Begun”, “Secure”.',
      'From 2025-07-01 to 2025-11-01: 1 down, 2 as before. No longer met: “Begun”.',
    ]);
    // 11/12 − 5/12 = 1/2; 5/6 − 11/12 = −1/12.
    expect(progress.steps.map(({ leastChange }) => [leastChange?.numerator, leastChange?.denominator])).toEqual([
      [1, 2],
      [-1, 12],
    ]);
  });

  test('is told against its own first assessment', () => {
    expect(progress.sinceBaseline).toMatchObject({ from: '2025-03-01', to: '2025-11-01', counts: { up: 1, down: 1 } });
  });

  test('has a best of each thing, with the day it was first there and whether it is there now', () => {
    expect(progress.best.outcomes).toEqual([
      { outcome: 'begun', label: 'Begun', firstMet: '2025-07-01', lastMet: '2025-07-01', metNow: false },
      { outcome: 'secure', label: 'Secure', firstMet: '2025-07-01', lastMet: '2025-11-01', metNow: true },
    ]);
    expect(progress.best.criteria.map(({ criterion, level, date, isNow }) => [criterion, level, date, isNow])).toEqual([
      ['plan', 'high', '2025-03-01', false],
      ['team', 'high', '2025-07-01', true],
      ['voice', 'high', '2025-07-01', true],
    ]);
    expect(progress.best.least).toMatchObject({ value: { decimal: 11 / 12 }, date: '2025-07-01', isNow: false });
  });

  test('is the same whatever the order it is given in, and survives JSON', () => {
    expect(settingProgress([three[2]!, three[0]!, three[1]!])).toEqual(progress);
    expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
  });

  test('of which nothing is known yet has no points and no rubric', () => {
    expect(settingProgress([])).toEqual({
      points: [],
      steps: [],
      best: { outcomes: [], criteria: [] },
      refused: [],
    });
  });

  test('may fall from all to four fifths and rise to all again, and no step is missing', () => {
    const levels = [
      ['2023-07-31', 'high'],
      ['2024-07-31', 'middle'],
      ['2025-07-31', 'high'],
    ] as const;
    const { steps } = settingProgress(
      levels.map(([date, plan]) => ({ date, evaluation: evaluate(smallRubric, { ratings: { plan } }) })),
    );
    expect(steps.map(({ criteria }) => criteria[0]?.movement)).toEqual(['down', 'up']);
  });
});

describe('evaluations by other rubrics or versions', () => {
  const older: Evaluation = { ...spring, rubric: { id: 'small', version: '0.9.0' } };
  const stranger: Evaluation = { ...spring, rubric: { id: 'other', version: '1.0.0' } };
  const entries = [
    { date: '2024-03-01', evaluation: older },
    { date: '2024-04-01', evaluation: stranger },
    { date: '2025-07-01', evaluation: summer },
  ];

  test('are refused, and say so, where nobody brings them forward', () => {
    const { points, refused } = settingProgress(entries);
    expect(points.map(({ date }) => date)).toEqual(['2025-07-01']);
    expect(refused.map(({ date, because }) => [date, because])).toEqual([
      ['2024-03-01', 'other-version'],
      ['2024-04-01', 'other-rubric'],
    ]);
    expect(refused[0]?.message).toBe(
      'The evaluation of 2024-03-01 is by “small” 0.9.0 and does not compare with “small” 1.0.0.',
    );
  });

  test('are compared once the caller brings them forward, and keep where they came from', () => {
    const { points, steps, refused } = settingProgress(entries, {
      map: ({ evaluation }, to) => (evaluation.rubric.id === to.id ? { ...evaluation, rubric: to } : undefined),
    });
    expect(points[0]).toMatchObject({ date: '2024-03-01', mappedFrom: { id: 'small', version: '0.9.0' } });
    expect(steps).toHaveLength(1);
    expect(refused.map(({ because }) => because)).toEqual(['other-rubric']);
  });

  test('can be followed by an earlier version where that is asked for', () => {
    const { points } = settingProgress(entries, { rubric: older.rubric });
    expect(points.map(({ date }) => date)).toEqual(['2024-03-01']);
  });

  test('are a mistake of the caller where the mapping gives another rubric than asked', () => {
    expect(() => settingProgress(entries, { map: ({ evaluation }) => evaluation })).toThrow(
      'was asked for “small” 1.0.0',
    );
  });

  test('may not fall on the date of another once brought forward', () => {
    const same = [
      { date: '2025-07-01', evaluation: older },
      { date: '2025-07-01', evaluation: summer },
    ];
    expect(() => settingProgress(same, { map: ({ evaluation }, to) => ({ ...evaluation, rubric: to }) })).toThrow(
      'once brought forward there are two evaluations of 2025-07-01',
    );
  });
});

describe('dates and periods', () => {
  test('a date that is none, or one date twice, is refused', () => {
    expect(() => settingProgress([{ date: '1/3/2025', evaluation: spring }])).toThrow('it is a calendar date');
    expect(() => settingProgress([{ date: '2025-02-29', evaluation: spring }])).toThrow('it is a calendar date');
    expect(() => settingProgress([three[0]!, { ...three[0]!, evaluation: summer }])).toThrow(
      'two evaluations by “small” 1.0.0 of 2025-03-01',
    );
  });

  test('years come before half-terms, and a step never leads from the one to the other', () => {
    const year = (label: string, first: string, last: string) => ({ kind: 'year' as const, label, first, last });
    const halfTerm = (label: string, first: string, last: string) => ({
      ...year(label, first, last),
      kind: 'half-term' as const,
    });
    const { points, steps, sinceBaseline } = settingProgress([
      { date: '2025-10-10', evaluation: autumn, period: halfTerm('Autumn 1', '2025-08-18', '2025-10-10') },
      { date: '2025-06-27', evaluation: summer, period: year('2024–25', '2024-08-19', '2025-06-27') },
      { date: '2025-12-19', evaluation: spring, period: halfTerm('Autumn 2', '2025-10-20', '2025-12-19') },
      { date: '2026-06-26', evaluation: autumn, period: year('2025–26', '2025-08-18', '2026-06-26') },
    ]);
    expect(points.map(({ period }) => period?.label)).toEqual(['2024–25', '2025–26', 'Autumn 1', 'Autumn 2']);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['2025-06-27', '2026-06-26'],
      ['2025-10-10', '2025-12-19'],
    ]);
    expect(sinceBaseline).toMatchObject({ from: '2025-06-27', to: '2026-06-26' });
  });
});

describe('the movement of a step', () => {
  test('is what compareEvaluations says of the same two evaluations', () => {
    fc.assert(
      fc.property(arbitraryImprovement, ({ rubric, given, better }) => {
        const [one, two] = [evaluate(rubric, given), evaluate(rubric, better)];
        for (const [before, after] of [
          [one, two],
          [two, one],
        ] as const) {
          const [step] = settingProgress([
            { date: '2025-01-01', evaluation: before },
            { date: '2026-01-01', evaluation: after },
          ]).steps;
          const compared = compareEvaluations(before, after);
          expect(step?.criteria).toEqual(compared.criteria);
          expect(step?.outcomes).toEqual(compared.outcomes);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('counts every criterion once, and nothing moves between two equal evaluations', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const evaluation = evaluate(rubric, given);
        const [step] = settingProgress([
          { date: '2025-01-01', evaluation },
          { date: '2026-01-01', evaluation },
        ]).steps;
        const { same, contested, ...moved } = step!.counts;
        expect(same + contested).toBe(rubric.criteria.length);
        expect(Object.values(moved).every((count) => count === 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
