import { describe, expect, test } from 'vitest';
import { assessmentSchemaFor } from '../../src/model/assessment.js';
import { rubricSchema } from '../../src/model/rubric-schema.js';
import { smallRubric } from '../support/small-rubric.js';

type Json = Record<string, unknown>;

const copy = (): Json & { criteria: Json[]; outcomes: Json[]; scale: { levels: Json[] } } =>
  JSON.parse(JSON.stringify(smallRubric));

/** The issues of a rubric as `path: message`. */
const issues = (rubric: unknown): string[] =>
  rubricSchema.safeParse(rubric).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a rubric read at run time', () => {
  test('is taken as it is where it is sound', () => {
    expect(rubricSchema.parse(copy())).toEqual(smallRubric);
  });

  test('may not use an id twice in one list', () => {
    const rubric = copy();
    rubric.criteria.push({ id: 'plan', label: 'Again', weight: 1 });
    rubric.outcomes.push({ ...rubric.outcomes[0] });
    expect(issues(rubric)).toEqual([
      'criteria.3.id: “plan” stands twice: it is already at position 0',
      'outcomes.2.id: “begun” stands twice: it is already at position 0',
    ]);
  });

  test('is told the nearest name for one it does not have', () => {
    const rubric = copy();
    rubric.outcomes[0] = { ...rubric.outcomes[0], rule: { kind: 'at-least', criterion: 'vioce', level: 'high' } };
    rubric.outcomes[1] = { ...rubric.outcomes[1], rule: { kind: 'all', rules: [{ kind: 'every', level: 'hihg' }] } };
    expect(issues(rubric)).toEqual([
      'outcomes.0.rule.criterion: there is no criterion “vioce”; is it “voice”?',
      'outcomes.1.rule.rules.0.level: “plan” has no level “hihg”; is it “high”?',
    ]);
  });

  test('may not have outcomes that need one another', () => {
    const rubric = copy();
    rubric.outcomes[0] = { ...rubric.outcomes[0], rule: { kind: 'achieves', outcome: 'secure' } };
    rubric.outcomes[1] = {
      ...rubric.outcomes[1],
      rule: { kind: 'any', rules: [{ kind: 'achieves', outcome: 'begun' }] },
    };
    expect(issues(rubric)).toEqual([
      'outcomes.0.rule: “begun” needs itself, by way of the outcomes it achieves',
      'outcomes.1.rule: “secure” needs itself, by way of the outcomes it achieves',
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN])('has weights that are whole numbers from 1, so not %s', (weight) => {
    const rubric = copy();
    rubric.criteria[0] = { ...rubric.criteria[0], weight };
    expect(issues(rubric).some((issue) => issue.startsWith('criteria.0.weight'))).toBe(true);
  });

  test('has points that never fall as levels rise', () => {
    const rubric = copy();
    rubric.scale.levels[1] = { ...rubric.scale.levels[1], points: 3 };
    expect(issues(rubric)).toEqual(['scale.levels.2.points: points fall from 3 to 2; write the lowest level first']);
  });

  test('needs points where it has a score', () => {
    const rubric = copy();
    for (const level of rubric.scale.levels) delete level['points'];
    expect(issues(rubric)).toEqual(['scale.levels: a score needs points on every level of this scale']);
  });

  test('is refused where exact arithmetic would leave the whole numbers', () => {
    const rubric = copy();
    rubric.scale.levels[1] = { ...rubric.scale.levels[1], points: 999_983 };
    rubric.scale.levels[2] = { ...rubric.scale.levels[2], points: 999_983 };
    rubric.criteria = Array.from({ length: 20 }, (_, i) => ({ id: `c${i}`, label: 'C', weight: 9_973 }));
    rubric.outcomes = [];
    expect(issues(rubric)).toEqual([
      'criteria: weights and points are too large for exact arithmetic; divide them by a common factor',
    ]);
  });

  test('is refused, not followed, where it nests without end', () => {
    const deep = copy();
    let rule: unknown = { kind: 'every', level: 'high' };
    for (let depth = 0; depth < 100_000; depth++) rule = { kind: 'all', rules: [rule] };
    deep.outcomes[0] = { ...deep.outcomes[0], rule };
    expect(issues(deep)).toEqual([': the value nests deeper than 64 levels']);
    const circle: Json = copy();
    circle['self'] = circle;
    expect(issues(circle)).toEqual([': the value nests deeper than 64 levels']);
  });

  test('keeps prototype-named keys out', () => {
    const hostile = JSON.parse(JSON.stringify(smallRubric).replace('{', '{"__proto__":{"weight":9},'));
    expect(rubricSchema.safeParse(hostile).success).toBe(false);
    expect(({} as Json)['weight']).toBeUndefined();
  });
});

describe('an assessment read at run time', () => {
  const assessment = {
    rubric: { id: 'small', version: '1.0.0' },
    kind: 'self-evaluation',
    setting: 'hilltop-primary',
    assessor: 'A co-ordinator',
    date: '2026-03-02',
    ratings: { plan: 'high', team: { notApplicable: 'we are two' } },
  };
  const told = (value: unknown): string[] =>
    assessmentSchemaFor(smallRubric)
      .safeParse(value)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  test('is taken as it is where every name is the rubric’s', () => {
    expect(told(assessment)).toEqual([]);
  });

  test('is told of unknown criteria and levels, with the nearest name', () => {
    expect(told({ ...assessment, ratings: { paln: 'high', plan: 'hihg' } })).toEqual([
      'ratings.paln: there is no criterion “paln”; is it “plan”?',
      'ratings.plan: “plan” has no level “hihg”; is it “high”?',
    ]);
  });

  test('may not say not-applicable where the rubric refuses it, nor without a reason', () => {
    expect(told({ ...assessment, ratings: { plan: { notApplicable: 'no plan' } } })).toEqual([
      'ratings.plan: the rubric does not allow not-applicable for “plan”; rate it, or leave it out while it is unrated',
    ]);
    expect(told({ ...assessment, ratings: { team: { notApplicable: ' ' } } })).toHaveLength(1);
  });

  test('must be of this rubric in this version', () => {
    expect(told({ ...assessment, rubric: { id: 'small', version: '2.0.0' } })).toEqual([
      'rubric: the assessment is of “small” 2.0.0, the rubric is “small” 1.0.0',
    ]);
  });

  test('has calendar dates that exist', () => {
    expect(told({ ...assessment, date: '2026-02-30' })).toHaveLength(1);
    expect(told({ ...assessment, date: '2028-02-29' })).toEqual([]);
  });
});
