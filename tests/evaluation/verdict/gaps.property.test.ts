import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, nextSteps } from '../../../src/evaluation/index.js';
import type { Rating } from '../../../src/model/rubrics/rating.js';
import type { Criterion, Rubric } from '../../../src/model/rubrics/rubric.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import type { Given } from '../../support/oracle.js';
import { runs } from '../../support/runs.js';

const levelsOf = (rubric: Rubric, criterion: Criterion): string[] =>
  (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);

const isAway = (rating: Rating | undefined): boolean =>
  rating !== undefined && typeof rating !== 'string' && 'notApplicable' in rating;

/** The lowest level a criterion can be said to have now. */
const stands = (rubric: Rubric, criterion: Criterion, given: Given): number => {
  const rating = given.ratings[criterion.id];
  if (rating === undefined || (typeof rating !== 'string' && 'notApplicable' in rating)) return 0;
  const levels = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
  return Math.min(...levels.map((level) => levelsOf(rubric, criterion).indexOf(level)));
};

/** Everything at its best but one criterion, which has a level of its choice. */
const bestBut = (rubric: Rubric, given: Given, one: Criterion, level: number): Given => ({
  ...given,
  ratings: Object.fromEntries(
    rubric.criteria.map((criterion): [string, Rating | undefined] => {
      const levels = levelsOf(rubric, criterion);
      if (isAway(given.ratings[criterion.id])) return [criterion.id, given.ratings[criterion.id]];
      return [criterion.id, criterion.id === one.id ? levels[level] : levels.at(-1)];
    }),
  ),
  facts: Object.fromEntries((rubric.facts ?? []).map(({ id }) => [id, true])),
  evidence: rubric.criteria.flatMap(({ id, indicator = id }) =>
    Array.from({ length: 10 }, (_, i) => ({
      id: `${id}-${i}`,
      kind: 'other' as const,
      date: '2026-01-01',
      shows: 'plenty',
      supports: [indicator],
    })),
  ),
});

describe('a gap', () => {
  test('is blocking exactly where the outcome stays out of reach while this criterion stays, and needs the lowest level that changes this', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const { outcome, verdict, because, gaps } of evaluate(rubric, given).outcomes) {
          if (verdict === 'met' || because !== undefined) {
            expect(gaps).toEqual([]);
            continue;
          }
          for (const criterion of rubric.criteria) {
            if (isAway(given.ratings[criterion.id])) continue;
            const top = levelsOf(rubric, criterion).length - 1;
            // Everything is settled here but criteria held open though not applicable, which count at their best: the
            // outcome is within reach unless it is not-yet-met.
            const reachesAt = (level: number) =>
              evaluate(rubric, bestBut(rubric, given, criterion, level)).verdicts[outcome] !== 'not-yet-met';
            const now = stands(rubric, criterion, given);
            const needed = reachesAt(now)
              ? undefined
              : Array.from({ length: top - now }, (_, i) => now + 1 + i).find(reachesAt);
            const gap = gaps.find((one) => one.criterion === criterion.id);
            expect(gap?.blocking === true ? gap.needed : undefined).toBe(
              needed === undefined ? undefined : levelsOf(rubric, criterion)[needed],
            );
          }
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('lies above where the criterion stands, and says where that is', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const { gaps } of evaluate(rubric, given).outcomes) {
          for (const gap of gaps) {
            const criterion = rubric.criteria.find(({ id }) => id === gap.criterion);
            if (criterion === undefined) throw new Error('a gap names a criterion of the rubric');
            const levels = levelsOf(rubric, criterion);
            const rating = given.ratings[criterion.id];
            expect(levels.indexOf(gap.needed)).toBeGreaterThan(stands(rubric, criterion, given));
            expect(gap.now).toBe(
              rating === undefined || isAway(rating) ? undefined : levels[stands(rubric, criterion, given)],
            );
            expect({ indicator: gap.indicator, label: gap.label }).toEqual({
              indicator: criterion.indicator ?? criterion.id,
              label: criterion.label,
            });
          }
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('is listed for every criterion that the next steps would change', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const { outcome, gaps } of evaluate(rubric, given).outcomes) {
          const steps = nextSteps(rubric, given, { to: outcome });
          if (steps.kind !== 'steps') continue;
          const listed = gaps.map(({ criterion }) => criterion);
          for (const step of steps.steps) if ('criterion' in step) expect(listed).toContain(step.criterion);
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
