import { describe, expect, test } from 'vitest';
import { coordinatorRole } from '../../src/data/rubrics/coordinator-role.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';
import type { Rubric } from '../../src/model/rubric.js';
import { rubricSchema } from '../../src/model/rubric-schema.js';
import { smallRubric } from '../support/small-rubric.js';

/** The small rubric with some parts changed; still one that the schema takes. */
const changed = (parts: Partial<Rubric>): Rubric => rubricSchema.parse({ ...smallRubric, ...parts });

const codes = (rubric: Rubric): string[] => checkRubric(rubric).map(({ code, path }) => `${code} ${path.join('.')}`);

const outcome = (id: string, rule: Rubric['outcomes'][number]['rule']): Rubric['outcomes'][number] => ({
  id,
  label: id,
  origin: 'project',
  rule,
});

const fraction = (numerator: number, denominator = 1) => ({ numerator, denominator });

describe('the check of a rubric', () => {
  test('finds nothing in the shipped rubrics but what they mean to say', () => {
    expect(codes(stemNationLeadership)).toEqual([]);
    expect(codes(coordinatorRole)).toEqual([]);
  });

  test('finds an outcome that not even everything at its best meets, and shows it', () => {
    const rubric = changed({ outcomes: [outcome('four', { kind: 'count', atLeast: 4, level: 'low' })] });
    const issue = checkRubric(rubric).find(({ code }) => code === 'unreachable-outcome');
    expect(issue).toMatchObject({ severity: 'error', path: ['outcomes', 0] });
    expect(evaluate(rubric, issue?.reproduction ?? { ratings: {} }).verdicts['four']).toBe('not-yet-met');
  });

  test('finds a higher outcome that can be met without a lower one, and shows it', () => {
    const rubric = changed({
      outcomes: [
        outcome('all', { kind: 'every', level: 'middle' }),
        outcome('voice', { kind: 'at-least', criterion: 'voice', level: 'high' }),
      ],
    });
    const issue = checkRubric(rubric).find(({ code }) => code === 'outcome-order');
    expect(issue?.path).toEqual(['outcomes', 1]);
    expect(evaluate(rubric, issue?.reproduction ?? { ratings: {} }).verdicts).toEqual({
      all: 'not-yet-met',
      voice: 'met',
    });
  });

  test('finds a criterion, and a level, that make no difference', () => {
    const rubric = changed({
      scoring: { kind: 'none' },
      outcomes: [outcome('done', { kind: 'every', level: 'high', of: { criteria: ['plan', 'voice'] } })],
    });
    expect(codes(rubric)).toEqual(['dead-level criteria.0', 'dead-criterion criteria.1', 'dead-level criteria.2']);
  });

  test('lets a criterion be that is only asked for evidence', () => {
    const rubric = changed({
      scoring: { kind: 'none' },
      outcomes: [outcome('done', { kind: 'evidence', atLeast: 1 })],
    });
    expect(codes(rubric).filter((code) => code.startsWith('dead'))).toEqual([]);
  });

  test('finds scores in no band, and scores in two', () => {
    const band = (id: string, from: number, below?: number) => ({
      id,
      label: id,
      from: fraction(from, 10),
      ...(below !== undefined && { below: fraction(below, 10) }),
    });
    expect(
      codes(changed({ outcomes: [], bands: [band('low', 1, 4), band('middle', 5, 8), band('high', 7, 9)] })),
    ).toEqual(['band-gap bands.0', 'band-gap bands.0', 'band-overlap bands.2', 'band-gap bands.2']);
    expect(codes(changed({ outcomes: [], bands: [band('low', 0, 5), band('high', 5)] }))).toEqual([]);
  });

  test('finds a band that the other conditions of an outcome leave empty', () => {
    const bands = [
      { id: 'bronze', label: 'Bronze', from: fraction(0), below: fraction(1, 2) },
      { id: 'gold', label: 'Gold', from: fraction(1, 2) },
    ];
    const strict = outcome('bronze', {
      kind: 'all',
      rules: [
        { kind: 'band', band: 'bronze' },
        { kind: 'every', level: 'middle' },
      ],
    });
    // Everything at the middle scores a half: nothing that meets the outcome lies below gold.
    expect(codes(changed({ bands, outcomes: [strict] }))).toEqual(['gate-empties-band outcomes.0']);
    const lenient = outcome('bronze', {
      kind: 'all',
      rules: [
        { kind: 'band', band: 'bronze' },
        { kind: 'at-least', criterion: 'voice', level: 'middle' },
      ],
    });
    expect(codes(changed({ bands, outcomes: [lenient] }))).toEqual([]);
  });

  test('finds a rule that names a criterion which may be not applicable, where the rubric does not say what then', () => {
    const criteria = smallRubric.criteria.map((criterion) =>
      criterion.id === 'team' ? { ...criterion, notApplicable: 'allowed' as const } : criterion,
    );
    const rubric = changed({
      criteria,
      outcomes: [outcome('team', { kind: 'at-least', criterion: 'team', level: 'high' })],
    });
    expect(codes(rubric)).toEqual(['no-gate-policy outcomes.0.rule']);
  });

  test('finds a group that a rule over every group may lose', () => {
    const rubric = changed({
      groups: [
        { id: 'people', label: 'People' },
        { id: 'plans', label: 'Plans' },
      ],
      criteria: smallRubric.criteria.map((criterion) => ({
        ...criterion,
        group: criterion.id === 'team' ? 'people' : 'plans',
      })),
      outcomes: [outcome('done', { kind: 'every-group', rule: { kind: 'every', level: 'high' } })],
    });
    expect(codes(rubric)).toContain('vanishing-group groups.0');
  });

  test('lets a profile be a profile', () => {
    expect(codes(changed({ scoring: { kind: 'none' }, outcomes: [] }))).toEqual([]);
  });

  test('finds levels that look alike, weights that vanish and levels no measurement gives', () => {
    const levels = smallRubric.scale.levels.map((level) => ({
      ...level,
      descriptor: level.id === 'low' ? 'Some of it' : 'Most of it',
    }));
    expect(codes(changed({ outcomes: [], scale: { ...smallRubric.scale, levels } }))).toEqual([
      'same-descriptor scale.levels.2',
    ]);
    const heavy = smallRubric.criteria.map((criterion) =>
      criterion.id === 'voice' ? { ...criterion, weight: 700 } : criterion,
    );
    expect(codes(changed({ outcomes: [], criteria: heavy }))).toEqual([
      'weightless-criterion criteria.0.weight',
      'weightless-criterion criteria.1.weight',
    ]);
    const measure = {
      kind: 'thresholds',
      label: 'lessons',
      steps: [{ level: 'high', atLeast: fraction(1, 2) }],
    } as const;
    const measured = smallRubric.criteria.map((criterion) =>
      criterion.id === 'plan' ? { ...criterion, measure } : criterion,
    );
    expect(codes(changed({ outcomes: [], criteria: measured }))).toEqual(['unmeasured-level criteria.0.measure.steps']);
  });
});
