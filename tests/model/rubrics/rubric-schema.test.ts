import { describe, expect, test } from 'vitest';
import { assessmentSchemaFor } from '../../../src/model/rubrics/schemas/assessment-schema.js';
import { rubricSchema } from '../../../src/model/rubrics/schemas/rubric-schema.js';
import { smallRubric } from '../../support/small-rubric.js';

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
      'criteria.3.id: “plan” is listed twice: it is already at position 0',
      'outcomes.2.id: “begun” is listed twice: it is already at position 0',
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
      'outcomes.0.rule: “begun” needs itself, through the outcomes it achieves',
      'outcomes.1.rule: “secure” needs itself, through the outcomes it achieves',
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

  test('hears of everything that is wrong in one pass, in sentences that say what is right', () => {
    const form = {
      rubric: { id: 'small', version: 'one' },
      kind: 'self',
      setting: 'Hilltop Primary',
      settingName: '',
      assessor: '',
      date: '2026-02-30',
      ratings: { plan: '', team: null, voice: { level: 'hihg', note: '' }, pace: 'high' },
      facts: { visit: null },
      evidence: [
        { id: 'minutes', kind: 'plan', date: '2/3/2026', shows: '', supports: [] },
        { id: 'minutes', kind: 'picture', date: '2026-03-02', shows: 'a club', supports: ['Team Work'], show: 1 },
      ],
      priorities: ['plna'],
      asessor: 'A. Teacher',
    };
    const anId = 'an id, lower-case words joined by single hyphens, such as';
    expect(told(form)).toHaveLength(22);
    expect(told(form)).toEqual(
      expect.arrayContaining([
        'rubric.version: rubric.version is “one”; it is the version of the rubric, such as 1.0.0',
        'kind: kind is “self”; it is “self-evaluation” or “peer” or “validation”',
        `setting: setting is “Hilltop Primary”; it is ${anId} hilltop-primary; the name that people read goes into settingName`,
        'settingName: settingName is an empty text; it is the name of the setting as people read it; leave it out where there is none',
        'assessor: assessor is an empty text; it is the name of who rated',
        'date: date is “2026-02-30”; it is a calendar date, such as 2026-03-02',
        'evidence.0.date: evidence[0].date is “2/3/2026”; it is a calendar date, such as 2026-03-02',
        'evidence.0.shows: evidence[0].shows is an empty text; it is a sentence that says what the item shows',
        'evidence.0.supports: evidence[0].supports is an empty list; it is a list with the id of at least one indicator',
        expect.stringMatching(/^evidence\.1\.kind: evidence\[1\]\.kind is “picture”; it is “plan” or “policy” or /u),
        `evidence.1.supports.0: evidence[1].supports[0] is “Team Work”; it is ${anId} team-work`,
        'evidence.1.show: evidence[1] has no field “show”; is it “shows”?',
        'evidence.1.id: “minutes” is listed twice: it is already at position 0',
        'asessor: the assessment has no field “asessor”; is it “assessor”?',
        'rubric: the assessment is of “small” one, the rubric is “small” 1.0.0',
        'ratings.plan: “plan” is an empty text; leave a criterion out while it is not rated yet',
        'ratings.team: “team” is null; leave a criterion out while it is not rated yet',
        'ratings.voice.level: “voice” has no level “hihg”; is it “high”?',
        'ratings.voice.note: the note of “voice” is an empty text; leave it out where there is none',
        expect.stringMatching(/^ratings\.pace: there is no criterion “pace”/u),
        'facts.visit: the rubric “small” has no fact “visit”',
        'priorities.0: there is no criterion “plna”; is it “plan”?',
      ]),
    );
  });

  test('may give the setting a name for people beside its id', () => {
    expect(told({ ...assessment, settingName: 'Hilltop Primary School' })).toEqual([]);
  });

  test.each([
    [undefined, ': the assessment is missing; it is an object with rubric, kind, setting, assessor, date and ratings'],
    [[], ': the assessment is an empty list; it is an object with rubric, kind, setting, assessor, date and ratings'],
    [{ ...assessment, ratings: [] }, 'ratings: ratings is an empty list; it is an object { criterion: level }'],
    [{ ...assessment, ratings: undefined }, 'ratings: ratings is missing; it is an object { criterion: level }'],
    [{ ...assessment, evidence: 'none' }, 'evidence: evidence is “none”; it is a list of items of evidence'],
    [{ ...assessment, ratings: { plan: 2 } }, 'ratings.plan: “plan” is 2; a rating is a level id'],
    [{ ...assessment, ratings: { plan: true } }, 'ratings.plan: “plan” is true; a rating is a level id'],
    [{ ...assessment, ratings: { plan: { level: '' } } }, 'ratings.plan.level: a level of “plan” is an empty text'],
    [{ ...assessment, ratings: { plan: { levels: ['low', ''] } } }, 'ratings.plan.levels.1: a level of “plan” is an'],
    [
      { ...assessment, ratings: { plan: { level: 'low', nots: 'x' } } },
      'ratings.plan: the rating of “plan” says “nots”',
    ],
    [{ ...assessment, ratings: { constructor: 'low' } }, 'ratings.constructor: there is no criterion “constructor”'],
    [JSON.parse('{"ratings":{"__proto__":"low"}}'), ': no key may be called “__proto__”'],
  ])('is told in plain words: %#', (value, message) => {
    expect(told(value).some((line) => line.startsWith(message))).toBe(true);
    expect(told(value).join(' ')).not.toMatch(/Invalid|Too small|Too big|expected|pattern|\^/u);
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
