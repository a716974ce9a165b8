import { describe, expect, test } from 'vitest';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { ncStemAttributes2013 } from '../../../src/data/rubrics/nc-stem-attributes-2013.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { formModel } from '../../../src/display/index.js';
import { french } from '../../../src/messages/french.js';
import type { Rubric, Rule } from '../../../src/model/index.js';
import { smallRubric } from '../../support/small-rubric.js';

const criteriaOf = (rubric: Rubric) => formModel(rubric).groups.flatMap(({ criteria }) => criteria);
const withRules = (...rules: Rule[]): Rubric => ({
  ...smallRubric,
  groups: [
    { id: 'people', label: 'People' },
    { id: 'places', label: 'Places' },
  ],
  criteria: smallRubric.criteria.map((criterion) => ({
    ...criterion,
    ...(criterion.id === 'team' && { group: 'people' }),
    ...(criterion.id === 'voice' && { group: 'places' }),
  })),
  outcomes: rules.map((rule, at) => ({ id: `o-${at}`, label: 'O', origin: 'project', rule })),
});

describe('the form of a rubric', () => {
  const form = formModel(stemNationLeadership, { framework: stemNationAwardFramework });
  const [vision, team] = form.groups[0]!.criteria;

  test('has a criterion with the statement of its indicator, and levels with what they look like', () => {
    expect(vision).toEqual({
      criterion: 'shared-vision',
      indicator: 'shared-vision',
      label: 'Shared vision',
      statement: stemNationAwardFramework.elements[0].indicators[0]!.statement,
      name: 'ratings.shared-vision',
      levels: stemNationLeadership.scale.levels.map(({ id, label, descriptor }) => ({ value: id, label, descriptor })),
      unrated: { value: '', label: 'Not rated yet' },
      noteField: { name: 'notes.shared-vision', label: 'Note', kind: 'long-text' },
    });
  });

  test('offers not applicable only where the rubric allows it, and then asks why', () => {
    const offered = form.groups[0]!.criteria.filter(({ notApplicable }) => notApplicable !== undefined);
    expect(offered.map(({ criterion }) => criterion)).toEqual(['core-team']);
    expect(team?.note).toBe(stemNationLeadership.criteria[1]!.note);
    expect(team?.notApplicable).toEqual({
      value: 'n/a',
      label: 'Not applicable',
      reason: { name: 'reasons.core-team', label: 'Why does it not apply here?', kind: 'text' },
    });
  });

  test('has a value for not applicable that no level has', () => {
    const levels = ['n/a', 'n/a/'].map((id) => ({ id, label: id }));
    const odd: Rubric = { ...smallRubric, scale: { id: 'odd', label: 'Odd', levels }, outcomes: [] };
    expect(criteriaOf(odd)[1]?.notApplicable?.value).toBe('n/a//');
  });

  test('keeps groups and criteria in the rubric’s order, those of no group last, and leaves empty groups out', () => {
    const { groups } = formModel({ ...withRules(), groups: [...withRules().groups!, { id: 'none', label: 'None' }] });
    expect(groups.map(({ id, criteria }) => [id, criteria.map(({ criterion }) => criterion)])).toEqual([
      ['people', ['team']],
      ['places', ['voice']],
      [undefined, ['plan']],
    ]);
    expect(formModel(ncStemAttributes2013).groups.map(({ label }) => label)).toEqual(
      ncStemAttributes2013.groups?.map(({ label }) => label),
    );
  });

  test('says how much evidence the rules ask of a criterion: the most that one of them asks', () => {
    const items = (...rules: Rule[]) =>
      criteriaOf(withRules(...rules)).map(({ evidenceAsked }) => evidenceAsked?.items);
    // In the order of the form: team, voice, plan.
    expect(items()).toEqual([undefined, undefined, undefined]);
    expect(
      items({ kind: 'evidence', atLeast: 1 }, { kind: 'evidence', atLeast: 3, of: { criteria: ['plan'] } }),
    ).toEqual([1, 1, 3]);
    expect(items({ kind: 'every-group', groups: ['people'], rule: { kind: 'evidence', atLeast: 2 } })).toEqual([
      2,
      undefined,
      undefined,
    ]);
    expect(items({ kind: 'count-groups', atLeast: 1, rule: { kind: 'evidence', atLeast: 2 } })).toEqual([
      2,
      2,
      undefined,
    ]);
    const message = criteriaOf(withRules({ kind: 'evidence', atLeast: 2 }))[0]?.evidenceAsked?.message;
    expect(message).toBe('At least 2 items of evidence are asked for.');
  });

  test('asks for facts, for priorities where the rubric wants them, and for evidence', () => {
    const { facts, priorities, evidence, about } = formModel({
      ...smallRubric,
      facts: [{ id: 'visited', label: 'A visit was made' }],
      priorities: { atMost: 2 },
    });
    expect(facts.map(({ fact, name, choices }) => [fact, name, choices?.map(({ value }) => value)])).toEqual([
      ['visited', 'facts.visited', ['true', 'false', '']],
    ]);
    expect(priorities).toMatchObject({ name: 'priorities', atMost: 2, kind: 'choices' });
    expect(formModel(smallRubric).priorities).toBeUndefined();
    expect(evidence.fields.find(({ name }) => name === 'supports')?.choices).toEqual([
      { value: 'plan', label: 'A plan' },
      { value: 'team', label: 'A team' },
      { value: 'learner-voice', label: 'Learner voice' },
    ]);
    expect(about.map(({ name }) => name)).toEqual(['setting', 'settingName', 'assessor', 'date', 'kind']);
  });

  test('speaks the language it is given, and says which, and which way it is written', () => {
    const inFrench = formModel(smallRubric, { messages: french });
    expect([inFrench.language, inFrench.direction]).toEqual(['fr', 'ltr']);
    expect(inFrench.groups[0]?.criteria[0]?.unrated.label).toBe('Pas encore évalué');
    expect(formModel(smallRubric, { messages: { ...french, language: 'ar', direction: 'rtl' } }).direction).toBe('rtl');
  });

  test('never has two fields of one name, whatever the ids', () => {
    const { groups, facts, about, version } = formModel({
      ...smallRubric,
      criteria: ['date', 'rubric', 'priorities', 'constructor', '__proto__'].map((id) => ({
        id,
        label: id,
        weight: 1,
      })),
      facts: ['date', 'reason', '__proto__'].map((id) => ({ id, label: id })),
      outcomes: [],
      scoring: { kind: 'none' },
    });
    const names = [
      version.name,
      ...about.map(({ name }) => name),
      ...groups.flatMap(({ criteria }) => criteria.flatMap(({ name, noteField }) => [name, noteField.name])),
      ...facts.flatMap(({ name, reason, by, date }) => [name, reason.name, by.name, date.name]),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  test('is refused for the framework of another award, and for what is none', () => {
    const other = { ...stemNationAwardFramework, edition: '2030' };
    expect(() => formModel(stemNationLeadership, { framework: other })).toThrow(
      'formModel: framework is “stem-nation-award” 2030; the rubric “stem-nation-leadership” judges “stem-nation-award” web-2026-11-22',
    );
    expect(() => formModel(stemNationLeadership, { framework: {} as never })).toThrow(
      'formModel: framework.id is undefined',
    );
    expect(() =>
      formModel(smallRubric, { messages: { ...french, form: { ...french.form, note: 1 } } as never }),
    ).toThrow('formModel: messages.form.note is 1');
  });
});
