import { describe, expect, test } from 'vitest';
import { onlineSafetyMarkFramework } from '../../src/data/frameworks/online-safety-mark.js';
import { onlineSafetyMark2020Framework } from '../../src/data/frameworks/online-safety-mark-2020.js';
import { onlineSafetyMark2020OnlineSafetyMark as migration } from '../../src/data/migrations/online-safety-mark-2020--online-safety-mark.js';
import { onlineSafetyMark } from '../../src/data/rubrics/online-safety-mark.js';
import { onlineSafetyMark2020 } from '../../src/data/rubrics/online-safety-mark-2020.js';
import {
  checkFramework,
  checkRubric,
  compareEvaluations,
  evaluate,
  migrateAssessment,
  nextSteps,
} from '../../src/evaluation/index.js';
import type { Evidence, Rating, Rubric, Rule } from '../../src/model/index.js';

const aspects = onlineSafetyMark.criteria.map(({ id }) => id);
const commentary: readonly Evidence[] = [
  { id: 'commentary', kind: 'other', date: '2026-05-04', shows: 'What we wrote.', supports: aspects },
];
const all = (level: string): Record<string, Rating> => Object.fromEntries(aspects.map((id) => [id, level]));
const visited = { registered: true, visit: true };

/** The record as a host completes it: every aspect has the benchmark level that the host knows. */
const withBenchmarks = (benchmark: (at: number) => string): Rubric => {
  const { examples: _, ...record } = onlineSafetyMark as Rubric;
  const bars: Rule = {
    kind: 'all',
    rules: aspects.map((criterion, at) => ({ kind: 'at-least', criterion, level: benchmark(at) })),
  };
  const outcomes = record.outcomes.map((one) =>
    one.id === 'mark'
      ? {
          ...one,
          rule: {
            kind: 'all' as const,
            rules: [
              { kind: 'achieves' as const, outcome: 'commitment' },
              bars,
              { kind: 'evidence' as const, atLeast: 1 },
              { kind: 'attested' as const, fact: 'visit' },
            ],
          },
        }
      : one,
  );
  return { ...record, outcomes };
};

describe('the Online Safety Mark', () => {
  test('has 18 aspects, or 21 in its edition of 2020, and nothing wrong with either', () => {
    expect(onlineSafetyMark.criteria.length).toBe(18);
    expect(onlineSafetyMark2020.criteria.length).toBe(21);
    for (const rubric of [onlineSafetyMark, onlineSafetyMark2020])
      expect(checkRubric(rubric).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('rises as the printed numbers fall: level 1 is the best, level 5 the lowest', () => {
    expect(onlineSafetyMark.scale.levels.map(({ label }) => label)).toEqual(
      [5, 4, 3, 2, 1].map((number) => `Level ${number}`),
    );
    // (5 − level) / 4 for the same level throughout.
    for (const [level, quarters] of [
      ['level-5', 0],
      ['level-4', 1],
      ['level-3', 2],
      ['level-2', 3],
      ['level-1', 4],
    ] as const) {
      const { score } = evaluate(onlineSafetyMark as Rubric, { ratings: all(level) });
      expect(score.kind === 'scored' && 4 * score.value!.numerator).toBe(
        quarters * (score.kind === 'scored' ? score.value!.denominator : 0),
      );
    }
  });

  // Benchmarks 1, 2, 3 in turn: an aspect at its benchmark or at a lower number is there, one at a higher number is not.
  const benchmark = (at: number): string => `level-${1 + (at % 3)}`;
  const atBenchmark = Object.fromEntries(aspects.map((id, at) => [id, benchmark(at)]));
  test.each([
    { title: 'each at its own benchmark', changes: {}, mark: 'met' },
    { title: 'one above its benchmark of 3, at 1', changes: { [aspects[2]!]: 'level-1' }, mark: 'met' },
    { title: 'one with benchmark 2 at 3', changes: { [aspects[1]!]: 'level-3' }, mark: 'not-yet-met' },
    { title: 'one with benchmark 3 at 4', changes: { [aspects[5]!]: 'level-4' }, mark: 'not-yet-met' },
    { title: 'one with benchmark 1 at 2', changes: { [aspects[3]!]: 'level-2' }, mark: 'not-yet-met' },
    { title: 'one not rated', changes: { [aspects[4]!]: undefined }, mark: 'undecided' },
    {
      title: 'one with a reason',
      changes: { [aspects[4]!]: { notApplicable: 'We are very small.' } },
      mark: 'undecided',
    },
  ] as const)('is $mark with $title', ({ changes, mark }) => {
    const rubric = withBenchmarks(benchmark);
    const ratings: Record<string, Rating | undefined> = { ...atBenchmark, ...changes };
    expect(evaluate(rubric, { ratings, facts: visited, evidence: commentary }).verdicts['mark']).toBe(mark);
  });

  test('as shipped asks for the best level everywhere, so that it is never met too early', () => {
    const judge = (ratings: Record<string, Rating>) =>
      evaluate(onlineSafetyMark as Rubric, { ratings, facts: visited, evidence: commentary }).verdicts['mark'];
    expect(judge(all('level-1'))).toBe('met');
    for (const id of aspects) expect(judge({ ...all('level-1'), [id]: 'level-2' }), id).toBe('not-yet-met');
  });

  test('the way up is by the next lower number: from 3 to 1 in two steps', () => {
    const ratings = { ...all('level-1'), 'cyber-security': 'level-3' };
    expect(
      nextSteps(onlineSafetyMark as Rubric, { ratings, facts: visited, evidence: commentary }, { to: 'mark' }),
    ).toMatchObject({
      kind: 'steps',
      cost: 2,
      steps: [{ kind: 'raise', criterion: 'cyber-security', from: 'level-3', to: 'level-1', steps: 2 }],
    });
  });
});

describe('the move from 21 to 18 aspects', () => {
  const older = Object.fromEntries(onlineSafetyMark2020.criteria.map(({ id }) => [id, 'level-2']));
  const assessment = { ratings: older, facts: { registered: true, 'two-elements': true, visit: true } };
  const moved = migrateAssessment(onlineSafetyMark2020 as Rubric, onlineSafetyMark as Rubric, migration, assessment);

  test('drops the four that were removed, keeps technical security, asks the unnamed again, and asks for cyber security first', () => {
    // 21 − 4 + 1 = 18, as published.
    expect(moved.dropped).toEqual(
      ['professional-standards', 'learner-contribution', 'agencies', 'social-media'].map((criterion) => ({
        criterion,
        was: 'level-2',
      })),
    );
    expect(moved.assessment.ratings).toEqual({ 'technical-security': 'level-2' });
    expect(moved.askAgain.length).toBe(16 + 2);
    expect(moved.firstAsked).toContain('cyber-security');
    expect(21 - 4 + 1).toBe(onlineSafetyMark.criteria.length);
  });

  test('keeps the registration and asks again for what was attested of the older edition', () => {
    expect(moved.assessment.facts).toEqual({ registered: true });
  });

  test('lets the host copy technical security to cyber security, as the tool did, without the commentary', () => {
    const ratings = { ...moved.assessment.ratings, 'cyber-security': moved.assessment.ratings['technical-security'] };
    const { criteria } = evaluate(onlineSafetyMark as Rubric, { ratings });
    expect(criteria.filter(({ state }) => state === 'rated').map(({ criterion }) => criterion)).toEqual([
      'technical-security',
      'cyber-security',
    ]);
  });

  test('is the only way across: the editions are not compared, and the older one is said to be superseded', () => {
    const before = evaluate(onlineSafetyMark2020 as Rubric, assessment);
    const after = evaluate(onlineSafetyMark as Rubric, moved.assessment);
    expect(() => compareEvaluations(before, after)).toThrow(/online-safety-mark-2020/u);
    const on = '2026-11-28';
    expect(checkFramework(onlineSafetyMark2020Framework, { on })).toMatchObject([
      { code: 'superseded', message: expect.stringContaining('18-aspects') },
    ]);
    expect(checkFramework(onlineSafetyMarkFramework, { on })).toEqual([]);
  });
});
