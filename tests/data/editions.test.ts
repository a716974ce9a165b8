// Two awards are here in two editions each. What one edition was judged by is brought to the next by a migration, or refused in words.
import { describe, expect, test } from 'vitest';
import { compareJudgements, settingProgress, summarisePortfolio } from '../../src/award/index.js';
import { gatsbyBenchmarksGatsbyBenchmarks2024 } from '../../src/data/migrations/gatsby-benchmarks--gatsby-benchmarks-2024.js';
import { onlineSafetyMark2020OnlineSafetyMark } from '../../src/data/migrations/online-safety-mark-2020--online-safety-mark.js';
import { gatsbyBenchmarks } from '../../src/data/rubrics/gatsby-benchmarks.js';
import { gatsbyBenchmarks2024 } from '../../src/data/rubrics/gatsby-benchmarks-2024.js';
import { onlineSafetyMark } from '../../src/data/rubrics/online-safety-mark.js';
import { onlineSafetyMark2020 } from '../../src/data/rubrics/online-safety-mark-2020.js';
import { ratingRows } from '../../src/agreement/index.js';
import { compareEvaluations, diffRubrics, evaluate, migrateAssessment } from '../../src/evaluation/index.js';
import type { Evidence, Migration, Rating, Rubric } from '../../src/model/index.js';

const editions: readonly (readonly [Rubric, Rubric, Migration])[] = [
  [gatsbyBenchmarks, gatsbyBenchmarks2024, gatsbyBenchmarksGatsbyBenchmarks2024],
  [onlineSafetyMark2020, onlineSafetyMark, onlineSafetyMark2020OnlineSafetyMark],
];
const best = (rubric: Rubric): Record<string, Rating> =>
  Object.fromEntries(rubric.criteria.map(({ id }) => [id, rubric.scale.levels.at(-1)!.id]));

describe.each(editions)('$id and the edition after it', (older, newer, migration) => {
  const before = evaluate(older, { ratings: best(older) });
  const after = evaluate(newer, { ratings: best(newer) });
  const both = [
    { date: '2024-06-01', evaluation: before },
    { date: '2026-06-01', evaluation: after },
  ];

  test('are not compared: each verb refuses, and names both', () => {
    const named = new RegExp(`“${older.id}” [0-9.]+.*“${newer.id}” [0-9.]+`, 'u');
    expect(() => compareEvaluations(before, after)).toThrow(named);
    expect(() => compareJudgements(before, after, newer)).toThrow(named);
    expect(() => diffRubrics(older, newer)).toThrow(new RegExp(`“${older.id}” and “${newer.id}”`, 'u'));
    expect(() => evaluate(newer, { rubric: older, ratings: best(newer) } as never)).toThrow(named);
    expect(() => evaluate(newer, { ratings: best(older) })).toThrow(/there is no criterion/u);
    expect(() => ratingRows(newer, [{ assessor: 'A', ratings: best(older) }] as never)).toThrow(/no criterion/u);
    expect(() => migrateAssessment(newer, older, migration, { ratings: {} })).toThrow(/The map is from/u);
  });

  test('stand apart over time: the earlier evaluation is refused with its reason, unless the caller brings it forward', () => {
    const apart = settingProgress(both);
    expect(apart.steps).toEqual([]);
    expect(apart.refused).toMatchObject([{ date: '2024-06-01', because: 'other-rubric' }]);
    expect(apart.refused[0]!.message).toContain(`does not compare with “${newer.id}”`);
    const { assessment } = migrateAssessment(older, newer, migration, { ratings: best(older) });
    const joined = settingProgress(both, { map: () => evaluate(newer, assessment) });
    expect(joined.refused).toEqual([]);
    expect(joined.points[0]!.mappedFrom).toEqual({ id: older.id, version: older.version });
    expect(joined.steps.length).toBe(1);
  });

  test('have tables of their own in a portfolio, and no movement from one to the other', () => {
    const setting = { id: 'hilltop', name: 'Hilltop', sector: 'secondary' } as const;
    const { all } = summarisePortfolio([{ setting, evaluations: both }], { on: '2026-07-01' });
    expect(all.rubrics.map(({ rubric }) => rubric.id).sort()).toEqual([older.id, newer.id].sort());
    for (const { indicators } of all.rubrics)
      for (const { sinceBaseline } of indicators) expect([sinceBaseline.up, sinceBaseline.down]).toEqual([0, 0]);
  });

  test('lose nothing silently, whole or in part: every answer is kept, asked again or dropped', () => {
    const whole = best(older);
    const half = Object.fromEntries(Object.entries(whole).filter((_, at) => at % 2 === 0));
    for (const ratings of [whole, half, {}]) {
      const { assessment, askAgain, dropped, firstAsked } = migrateAssessment(older, newer, migration, { ratings });
      const kept = Object.keys(assessment.ratings).length;
      expect(kept + askAgain.length + dropped.length).toBe(Object.keys(ratings).length);
      for (const id of Object.keys(assessment.ratings)) expect(firstAsked).not.toContain(id);
      // What is brought forward never decides an outcome by itself: much is asked anew.
      const { verdicts } = evaluate(newer, assessment);
      expect(Object.values(verdicts)).not.toContain('met');
    }
  });
});

describe('from 2014 to 2024', () => {
  const move = (ratings: Record<string, Rating>) =>
    migrateAssessment(
      gatsbyBenchmarks as Rubric,
      gatsbyBenchmarks2024 as Rubric,
      gatsbyBenchmarksGatsbyBenchmarks2024,
      {
        ratings,
      },
    );

  test.each(['not-started', 'in-progress', 'achieved'])('the trained leader stays %s', (level) => {
    expect(move({ 'trained-lead': level }).assessment.ratings).toEqual({ 'careers-leader': level });
  });

  test('what did not apply is asked again as well, with the reason that was given', () => {
    const was = { notApplicable: 'Pupils leave us at 16.' };
    expect(move({ 'interview-by-18': was, 'stem-careers-by-14': 'achieved' })).toMatchObject({
      assessment: { ratings: {} },
      askAgain: [{ criterion: 'interview-by-18', was }],
      dropped: [{ criterion: 'stem-careers-by-14', was: 'achieved' }],
    });
  });

  test('the places and what is new are asked for the first time', () => {
    const { firstAsked } = move({});
    // 26 criteria, of which one has a predecessor of the same meaning.
    expect(firstAsked.length).toBe(gatsbyBenchmarks2024.criteria.length - 1);
    expect(firstAsked).toEqual(
      expect.arrayContaining(['needs-not-read', 'guidance-not-read', 'careers-in-every-subject']),
    );
  });
});

describe('from 21 to 18 aspects', () => {
  const commentary: Evidence = {
    id: 'commentary',
    kind: 'other',
    date: '2026-05-04',
    shows: 'What we wrote.',
    supports: onlineSafetyMark2020.criteria.map(({ id }) => id),
  };
  const moved = migrateAssessment(
    onlineSafetyMark2020 as Rubric,
    onlineSafetyMark as Rubric,
    onlineSafetyMark2020OnlineSafetyMark,
    { ratings: best(onlineSafetyMark2020), facts: { registered: true }, evidence: [commentary] },
  );

  test('a commentary on an unnamed aspect counts for none of the newer places, and none for cyber security', () => {
    const { evidence, ratings } = moved.assessment;
    const written = onlineSafetyMark.criteria.filter(({ id }) =>
      evidence?.some(({ supports }) => supports.includes(id)),
    );
    expect(written.map(({ id }) => id)).toEqual(['technical-security']);
    // All at the best level, the visit passed: seventeen commentaries are still to be written.
    const assessment = {
      ...moved.assessment,
      ratings: { ...best(onlineSafetyMark), ...ratings },
      facts: { registered: true, visit: true },
    };
    expect(evaluate(onlineSafetyMark as Rubric, assessment).verdicts['mark']).toBe('not-yet-met');
  });

  test('a waiver of technical security stays one, and the mark stays open for the assessor', () => {
    const waived = { notApplicable: 'The authority runs our systems.' };
    const { assessment } = migrateAssessment(
      onlineSafetyMark2020 as Rubric,
      onlineSafetyMark as Rubric,
      onlineSafetyMark2020OnlineSafetyMark,
      { ratings: { ...best(onlineSafetyMark2020), 'technical-security': waived } },
    );
    expect(assessment.ratings).toEqual({ 'technical-security': waived });
  });
});
