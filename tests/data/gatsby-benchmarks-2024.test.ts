import { describe, expect, test } from 'vitest';
import { gatsbyBenchmarksFramework } from '../../src/data/frameworks/gatsby-benchmarks.js';
import { gatsbyBenchmarks2024Framework } from '../../src/data/frameworks/gatsby-benchmarks-2024.js';
import { gatsbyBenchmarksGatsbyBenchmarks2024 as migration } from '../../src/data/migrations/gatsby-benchmarks--gatsby-benchmarks-2024.js';
import { gatsbyBenchmarks } from '../../src/data/rubrics/gatsby-benchmarks.js';
import { gatsbyBenchmarks2024 } from '../../src/data/rubrics/gatsby-benchmarks-2024.js';
import {
  checkFramework,
  compareEvaluations,
  evaluate,
  migrateAssessment,
  rateMeasures,
} from '../../src/evaluation/index.js';
import type { Rating, Rubric } from '../../src/model/index.js';

const newer: Rubric = gatsbyBenchmarks2024;
const older: Rubric = gatsbyBenchmarks;
const achieved = (rubric: Rubric): Record<string, Rating> =>
  Object.fromEntries(rubric.criteria.map(({ id }) => [id, 'achieved']));
const headline = (ratings: Record<string, Rating | undefined>) => {
  const { score } = evaluate(newer, { ratings });
  return score.kind === 'scored' ? [score.interval!.least.decimal, score.interval!.greatest.decimal] : [];
};

describe('the Gatsby Benchmarks of 2024', () => {
  test('are eight, each achieved only when all of its criteria are', () => {
    expect(newer.groups!.length).toBe(8);
    expect(headline(achieved(newer))).toEqual([8, 8]);
    for (const { id } of newer.criteria)
      expect(headline({ ...achieved(newer), [id]: 'in-progress' }), id).toEqual([7, 7]);
  });

  test.each(['needs-not-read', 'guidance-not-read'])(
    'the place “%s” keeps its benchmark open until it is rated',
    (place) => {
      expect(headline({ ...achieved(newer), [place]: undefined })).toEqual([7, 8]);
    },
  );

  // Meaningful: four features of an encounter with an employer; six read of a workplace; five read of a provider.
  test.each([
    ['employer-encounter-yearly', 4],
    ['workplace-by-16', 6],
    ['workplace-by-18', 6],
    ['providers-by-16', 5],
  ])('%s is achieved by all %i features, in progress by one less, not started by none', (criterion, count) => {
    const { measure } = newer.criteria.find(({ id }) => id === criterion)!;
    const features = measure?.kind === 'features' ? measure.features.map(({ id }) => id) : [];
    expect(features.length).toBe(count);
    const rate = (present: readonly string[]) => rateMeasures(newer, { [criterion]: present })[criterion];
    expect(rate(features)).toBe('achieved');
    expect(rate(features.slice(1))).toBe('in-progress');
    expect(rate([])).toBe('not-started');
  });
});

describe('the move from the edition of 2014', () => {
  const moved = migrateAssessment(older, newer, migration, { ratings: achieved(older) });

  test('keeps the trained leader, drops what has no successor, and asks the rest again', () => {
    expect(moved.assessment.ratings).toEqual({ 'careers-leader': 'achieved' });
    expect(moved.dropped).toEqual([
      { criterion: 'information-by-14', was: 'achieved' },
      { criterion: 'stem-careers-by-14', was: 'achieved' },
    ]);
    // Eighteen criteria of 2014, less one kept and two dropped.
    expect(moved.askAgain.length).toBe(older.criteria.length - 3);
    for (const id of ['advice-recorded', 'records-shared', 'destinations-kept'])
      expect(
        moved.askAgain.some((one) => 'criterion' in one && one.criterion === id),
        id,
      ).toBe(true);
  });

  test('is the only way across: evaluations of the two editions are not compared', () => {
    const before = evaluate(older, { ratings: achieved(older) });
    expect(() => compareEvaluations(before, evaluate(newer, moved.assessment))).toThrow(/gatsby-benchmarks/u);
  });

  test('is due from September 2025, when the newer edition came into force', () => {
    const codes = (on: string) =>
      [gatsbyBenchmarksFramework, gatsbyBenchmarks2024Framework].map((one) =>
        checkFramework(one, { on, readWithinMonths: 60 }).map(({ code }) => code),
      );
    expect(codes('2025-08-31')).toEqual([[], ['not-yet-in-force']]);
    expect(codes('2025-09-01')).toEqual([['superseded'], []]);
  });
});
