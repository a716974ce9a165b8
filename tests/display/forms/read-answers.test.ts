import { describe, expect, test } from 'vitest';
import { answersOf, formModel, readAnswers } from '../../../src/display/index.js';
import { defineRubric } from '../../../src/model/define.js';
import type { Rubric } from '../../../src/model/index.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const asking = defineRubric({
  id: 'asking',
  version: '1.0.0',
  label: 'A rubric that asks for everything',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [
    { id: 'plan', label: 'A plan', weight: 1 },
    { id: 'team', label: 'A team', weight: 1, notApplicable: 'waived' },
    { id: 'constructor', label: 'A constructor', weight: 1 },
  ],
  facts: [{ id: 'visited', label: 'A visit was made' }],
  priorities: { atMost: 1 },
  scoring: { kind: 'none' },
  outcomes: [],
});
const form = formModel(asking);
const read = (values: Readonly<Record<string, unknown>>) => readAnswers(form, values);
const value = (values: Readonly<Record<string, unknown>>): unknown => {
  const result = read(values);
  return result.ok ? result.value : result.issues;
};
const issues = (values: Readonly<Record<string, unknown>>) =>
  read(values).issues.map(({ code, severity, path, hint }) => [code, severity, path[0], ...(hint ? [hint] : [])]);

describe('what a form gives', () => {
  test('is unrated where it is empty, however it is empty', () => {
    for (const empty of ['', ' ', '\n', null, undefined, [], ['', null]]) {
      expect(value({ 'ratings.plan': empty, 'facts.visited': empty, priorities: empty })).toEqual({ ratings: {} });
    }
    expect(value({})).toEqual({ ratings: {} });
  });

  test('is a level, with the note beside it where there is one', () => {
    expect(value({ 'ratings.plan': ' high ', 'notes.plan': '' })).toEqual({ ratings: { plan: 'high' } });
    expect(value({ 'ratings.plan': 'high', 'notes.plan': ' Seen. ' })).toEqual({
      ratings: { plan: { level: 'high', note: ' Seen. ' } },
    });
  });

  test('is a number where a level is called by one', () => {
    const levels = [1, 2].map((points) => ({ id: String(points), label: `${points}`, points }));
    const numbered = formModel({ ...smallRubric, scale: { id: 'n', label: 'N', levels }, outcomes: [] });
    const answered = readAnswers(numbered, { 'ratings.plan': 2, 'ratings.voice': '1' });
    expect(answered.ok && answered.value.ratings).toEqual({ plan: '2', voice: '1' });
  });

  test('is a ticked box for a fact: a box that is not ticked says nothing', () => {
    for (const ticked of ['on', 'true', true, ['', 'on'], ['on', 'on']]) {
      expect(value({ 'facts.visited': ticked })).toEqual({ ratings: {}, facts: { visited: true } });
    }
    for (const no of ['false', false])
      expect(value({ 'facts.visited': no })).toEqual({ ratings: {}, facts: { visited: false } });
    expect(
      value({ 'facts.visited': 'on', 'facts-reason.visited': 'Seen.', 'facts-date.visited': '2026-03-02' }),
    ).toEqual({
      ratings: {},
      facts: { visited: { holds: true, reason: 'Seen.', date: '2026-03-02' } },
    });
    expect(issues({ 'facts.visited': 'on', 'facts-by.visited': 'A. Visitor' })).toEqual([
      ['no-reason', 'error', 'facts-reason.visited', 'Give the reason as well.'],
    ]);
    expect(issues({ 'facts.visited': '1' })).toEqual([
      ['unknown-choice', 'error', 'facts.visited', 'There are “true”, “false”, “on”.'],
    ]);
    expect(issues({ 'facts-reason.visited': 'Seen.' })).toEqual([
      ['reason-without-answer', 'warning', 'facts-reason.visited'],
    ]);
  });

  test('says why where something is not applicable', () => {
    expect(value({ 'ratings.team': 'n/a', 'reasons.team': 'We are two.' })).toEqual({
      ratings: { team: { notApplicable: 'We are two.' } },
    });
    expect(issues({ 'ratings.team': 'n/a', 'reasons.team': ' ' })).toEqual([
      ['no-reason', 'error', 'reasons.team', 'Say why.'],
    ]);
    expect(issues({ 'ratings.plan': 'n/a' })).toEqual([
      ['not-applicable-refused', 'error', 'ratings.plan', 'There are “low”, “middle”, “high”.'],
    ]);
    expect(issues({ 'ratings.team': 'high', 'reasons.team': 'We are two.' })).toEqual([
      ['reason-without-answer', 'warning', 'reasons.team'],
    ]);
    expect(issues({ 'notes.plan': 'Look again.' })).toEqual([
      ['note-without-level', 'warning', 'notes.plan', 'Choose a level.'],
    ]);
  });

  test('may come as a FormData, a URLSearchParams, a Map or pairs, or as objects within objects', () => {
    const expected = { ratings: { plan: 'high' }, facts: { visited: true }, priorities: ['plan'] };
    const pairs: [string, string][] = [
      ['ratings.plan', 'high'],
      ['facts.visited', 'on'],
      ['priorities', 'plan'],
    ];
    const data = new FormData();
    for (const [name, one] of pairs) data.append(name, one);
    for (const given of [pairs, data, new URLSearchParams(pairs), new Map(pairs), Object.fromEntries(pairs)]) {
      expect(readAnswers(form, given)).toMatchObject({ ok: true, value: expected });
    }
    const nested = { ratings: { plan: 'high' }, facts: { visited: true }, priorities: ['plan'] };
    expect(readAnswers(form, nested)).toMatchObject({ ok: true, value: expected });
    const bare = Object.assign(Object.create(null) as object, { 'ratings.plan': 'low' });
    expect(readAnswers(form, bare as never)).toMatchObject({ ok: true, value: { ratings: { plan: 'low' } } });
  });

  test('holds its own names only: what every object inherits is no answer, and may be the name of a criterion', () => {
    expect(value(Object.create({ 'ratings.plan': 'high' }) as never)).toEqual({ ratings: {} });
    expect(value({ 'ratings.constructor': 'high' })).toEqual({ ratings: { constructor: 'high' } });
    const hostile = JSON.parse(
      '{"__proto__": "x", "constructor": "x", "toString": "x", "ratings.__proto__": "high"}',
    ) as {};
    expect(issues(hostile).map(([code, severity, path]) => [code, severity, path])).toEqual([
      ['unknown-field', 'warning', '__proto__'],
      ['unknown-field', 'error', 'constructor'],
      ['unknown-field', 'warning', 'toString'],
      ['unknown-field', 'error', 'ratings.__proto__'],
    ]);
  });

  test('is an issue at its field where it can be read as nothing, with the nearest right name', () => {
    expect(issues({ 'ratings.plan': 'hihg' })).toEqual([['unknown-choice', 'error', 'ratings.plan', 'Is it “high”?']]);
    expect(issues({ 'ratings.paln': 'high' })).toEqual([
      ['unknown-field', 'error', 'ratings.paln', 'Is it “ratings.plan”?'],
    ]);
    expect(issues({ plan: 'high' })).toEqual([['unknown-field', 'error', 'plan', 'Is it “ratings.plan”?']]);
    expect(issues({ 'ratings.plan': ['low', 'high'] })).toEqual([['several-values', 'error', 'ratings.plan']]);
    expect(issues({ 'ratings.plan': new Date(0) })).toEqual([['not-a-text', 'error', 'ratings.plan']]);
    expect(issues({ 'notes.plan': 'x'.repeat(1_000_001) })).toEqual([['too-long', 'error', 'notes.plan']]);
    expect(issues({ date: '02/03/2026' })).toEqual([['not-a-date', 'error', 'date', 'Write it as 2026-03-02.']]);
    expect(issues({ setting: 'St Mary’s' }).map(([code]) => code)).toEqual(['no-id']);
    expect(issues({ kind: 'self' }).map(([code]) => code)).toEqual(['unknown-choice']);
    expect(issues({ priorities: ['plan', 'team'] })).toEqual([['too-many-priorities', 'error', 'priorities']]);
    expect(issues({ priorities: 'paln' })).toEqual([['unknown-choice', 'error', 'priorities', 'Is it “plan”?']]);
    expect(issues({ rubric: 'asking 0.9.0' }).map(([code]) => code)).toEqual(['other-rubric']);
  });

  test('is read all the same beside what is no answer: a token, a button', () => {
    const result = read({ 'ratings.plan': 'high', csrfmiddlewaretoken: 'a1b2', 'submit-button': 'Save' });
    expect(result).toMatchObject({ ok: true, value: { ratings: { plan: 'high' } } });
    expect(result.issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test('is of this form where it says so', () => {
    expect(value({ rubric: form.version.value })).toEqual({ rubric: { id: 'asking', version: '1.0.0' }, ratings: {} });
  });

  const item = { kind: 'event', date: '2026-03-02', shows: 'What we did.', supports: ['plan', 'team'] };
  test('holds items of evidence by number; an item without an id is called by its number', () => {
    expect(
      value({
        evidence: [
          item,
          {},
          { ...item, id: 'evidence-1', links: 'Box 3\r\n\r\nBox 4', permissions: { consent: 'given' } },
        ],
      }),
    ).toEqual({
      ratings: {},
      evidence: [
        { id: 'evidence-2', ...item },
        { id: 'evidence-1', ...item, links: ['Box 3', 'Box 4'], permissions: { consent: 'given' } },
      ],
    });
  });

  test('lacks what an item of evidence needs, or names it twice', () => {
    expect(issues({ 'evidence.3.shows': 'What we did.' }).map(([code, , path]) => [code, path])).toEqual([
      ['incomplete-evidence', 'evidence.3.kind'],
      ['incomplete-evidence', 'evidence.3.date'],
      ['incomplete-evidence', 'evidence.3.supports'],
    ]);
    const twice = { ...item, id: 'a' };
    expect(issues({ evidence: [twice, twice] }).map(([code, , path]) => [code, path])).toEqual([
      ['repeated-evidence', 'evidence.1.id'],
    ]);
    expect(issues({ evidence: [{ ...item, supports: 'plna' }] })).toEqual([
      ['unknown-indicator', 'warning', 'evidence.0.supports', 'Is it “plan”?'],
    ]);
    expect(
      issues({ 'evidence.01.kind': 'event', 'evidence.x.kind': 'event' }).map(([code, severity]) => [code, severity]),
    ).toEqual([
      ['unknown-field', 'error'],
      ['unknown-field', 'error'],
    ]);
  });

  test('is read no further than a person can fill in, and no more than a hundred issues are listed', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`ratings.x${at}`, 'high']));
    const told = read(many).issues;
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toMatchObject({ code: 'more-issues', message: 'There are 4900 more issues of these kinds.' });
    function* endless(): Generator<[string, string]> {
      for (let at = 0; ; at++) yield [`x${at}`, 'x'];
    }
    expect(readAnswers(form, endless()).issues[0]).toMatchObject({ code: 'too-many-values' });
    const loop: Record<string, unknown> = {};
    loop['ratings'] = loop;
    expect(read(loop).ok).toBe(false);
  });
});

describe('an assessment in the form', () => {
  test('is told where assessors differ, since no one choice says so', () => {
    const ratings = { plan: { levels: ['low', 'high', 'low'] }, team: { levels: ['middle', 'middle'] } };
    const { values, issues: told } = answersOf<Rubric>(form, { ratings });
    expect(values).toEqual({ 'ratings.team': 'middle' });
    expect(told.map(({ code, severity, path, message }) => [code, severity, path, message])).toEqual([
      ['contested', 'warning', ['ratings.plan'], 'Assessors differ on “A plan”: they gave “Low” and “High”.'],
      [
        'settled',
        'info',
        ['ratings.team'],
        'All assessors gave “A team” the level “Middle”, which is shown as one level.',
      ],
    ]);
  });

  test('is told where it has priorities that the form does not ask for', () => {
    const { issues: told } = answersOf(formModel(smallRubric), { ratings: {}, priorities: ['plan'] });
    expect(told.map(({ code }) => code)).toEqual(['not-asked']);
  });

  test.each([
    [{ ratings: { paln: 'high' } }, 'answersOf: the form has no criterion “paln”; is it “plan”?'],
    [{ ratings: { plan: 'hihg' } }, 'answersOf: the form has no level for “plan” called “hihg”; is it “high”?'],
    [{ ratings: { plan: { notApplicable: 'No.' } } }, 'answersOf: the form does not offer not-applicable for “plan”'],
    [{ ratings: { plan: 3 } }, 'answersOf: the rating of “plan” is 3; it is a level'],
    [{ ratings: {}, facts: { visits: true } }, 'answersOf: the form has no fact “visits”; is it “visited”?'],
    [{ ratings: {}, facts: { visited: 1 } }, 'answersOf: the fact “visited” is 1; it is true, false or'],
    [{ ratings: {}, evidence: [5] }, 'answersOf: assessment.evidence[0] is 5; it is an item of evidence'],
    [
      { ratings: {}, rubric: { id: 'asking', version: '2.0.0' } },
      'answersOf: the assessment is of “asking” 2.0.0, the form of “asking” 1.0.0',
    ],
    [{ ratings: {}, rattings: {} }, 'answersOf: assessment has no “rattings”; is it “ratings”?'],
    [{}, 'answersOf: assessment.ratings is undefined'],
  ])('is refused in words: %#', (assessment, message) => {
    expect(() => answersOf(form, assessment as never)).toThrow(message);
  });

  test('is refused in a form that is none', () => {
    expect(() => readAnswers({ ...form, groups: [{ criteria: [{}] }] } as never, {})).toThrow(
      'readAnswers: form.groups[0].criteria[0].criterion is undefined',
    );
    expect(() => readAnswers(JSON.stringify(form) as never, {})).toThrow('readAnswers: form is “{');
    expect(() => readAnswers(form, null as never)).toThrow('readAnswers: values is null; it is what a form gives');
    expect(() => readAnswers(form, 'ratings.plan=high' as never)).toThrow('readAnswers: values is “ratings.plan=high”');
  });
});
