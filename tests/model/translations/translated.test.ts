import { describe, expect, test } from 'vitest';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { stemNationLeadershipFr } from '../../../src/data/translations/stem-nation-leadership--fr.js';
import { formModel } from '../../../src/display/index.js';
import { evaluate } from '../../../src/evaluation/index.js';
import { french } from '../../../src/messages/french.js';
import { rubricSchema, translated, type Rubric, type Translation } from '../../../src/model/index.js';
import { ratingsFromRows } from '../../../src/tables/index.js';
import { smallRubric } from '../../support/small-rubric.js';

const inGaelic = (rubric: Partial<Translation['rubric'] & object>): Translation => ({
  id: 'small--gd',
  language: 'gd',
  origin: 'project',
  rubric: { id: 'small', version: '1.0.0', ...rubric },
});
const told = (rubric: Rubric, words: Partial<Translation['rubric'] & object>) =>
  translated(rubric, inGaelic(words)).issues.map(({ code, path }) => [code, path.join('.')]);

describe('a rubric in another language', () => {
  const { record, issues } = translated(stemNationLeadership, stemNationLeadershipFr);

  test('is the same rubric in other words: valid, with the same ids, and the same verdicts', () => {
    expect(issues).toEqual([]);
    expect(rubricSchema.safeParse(record).error?.issues).toBeUndefined();
    expect(record.language).toBe('fr');
    for (const { ratings } of stemNationLeadership.examples ?? []) {
      const [inEnglish, inFrench] = [evaluate(stemNationLeadership, { ratings }), evaluate(record, { ratings })];
      expect(inFrench.verdicts).toEqual(inEnglish.verdicts);
      expect(inFrench.score).toEqual(inEnglish.score);
    }
  });

  test('speaks in sentences of that language, with nothing of the first left', () => {
    const { outcomes } = evaluate(record, { ratings: { 'use-of-data': 'not-yet' } }, { messages: french });
    const said = outcomes.flatMap(({ finding, gaps }) => [finding.message, ...gaps.map(({ message }) => message)]);
    expect(said.join(' ')).not.toMatch(/Use of data|Not yet|Partly|Met\b|Shared vision/u);
    expect(said[0]).toBe(
      'Tous les critères doivent atteindre « En partie » : aucun ne l’atteint encore. En dessous : « Usage des données » (Pas encore). Pas encore évalués : « Vision partagée », « Équipe de pilotage », « Dialogue professionnel », « Travail en commun », « Leadership des praticiens » et « Leadership des apprenants ».',
    );
  });

  test('makes a form in that language, with the statements of the framework in it', () => {
    const framework = translated(stemNationAwardFramework, stemNationLeadershipFr);
    expect(framework.issues).toEqual([]);
    const form = formModel(record, { framework: framework.record, messages: french });
    expect([form.language, form.rubricLanguage]).toEqual(['fr', 'fr']);
    expect(form.groups[0]?.criteria[0]).toMatchObject({
      label: 'Vision partagée',
      statement:
        'Pourquoi nous faisons des STEM, et où nous voulons aller, nous l’avons établi avec beaucoup de ceux que cela concerne.',
      levels: [{ label: 'Pas encore' }, { label: 'En partie' }, { label: 'Atteint' }],
    });
  });

  test('is read from sheets in either language', () => {
    const rows = [
      ['setting', 'Vision partagée', 'Équipe de pilotage', 'Use of data', 'Travail en commun'],
      ['a-school', ' ATTEINT ', 'sans objet – nous sommes deux', 'Partly', 'pas  encore'],
    ];
    const options = { assessor: 'A', date: '2026-03-02', kind: 'peer', notApplicable: ['sans objet', 's.o.'] } as const;
    const read = ratingsFromRows(record, rows, options);
    expect(read.issues).toEqual([]);
    expect(read.ok && read.value[0]?.ratings).toEqual({
      'shared-vision': 'met',
      'core-team': { notApplicable: 'nous sommes deux' },
      'use-of-data': 'partly',
      'collaborative-practice': 'not-yet',
    });
    const cell = (said: string) =>
      ratingsFromRows(record, [rows[0]!, ['a-school', '', said]], { ...options, reason: 'petit' });
    const team = (said: string) => {
      const result = cell(said);
      return result.ok ? (result.value[0]?.ratings['core-team'] ?? result.issues[0]?.code) : 'none';
    };
    expect(['S.O.', 'Sans objet (deux)', 'SANS OBJET', 'sans objets', 'n/a'].map(team)).toEqual([
      { notApplicable: 'petit' },
      { notApplicable: 'deux' },
      { notApplicable: 'petit' },
      'unknown-level',
      { notApplicable: 'petit' },
    ]);
  });

  test('keeps what the translation lacks, and tells it', () => {
    const { record: half, issues: gaps } = translated(
      smallRubric,
      inGaelic({ label: 'Beag', criteria: { plan: { label: 'Plana' } } }),
    );
    expect([half.label, half.criteria[0]?.label, half.criteria[1]?.label]).toEqual(['Beag', 'Plana', 'A team']);
    expect(half.criteria[0]?.alsoCalled).toEqual(['A plan']);
    expect(gaps.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['missing-translation', 'notice'],
      ['missing-translation', 'scale.levels.0.label'],
      ['missing-translation', 'scale.levels.1.label'],
      ['missing-translation', 'scale.levels.2.label'],
      ['missing-translation', 'scale.label'],
      ['missing-translation', 'criteria.1.label'],
      ['missing-translation', 'criteria.2.label'],
      ['missing-translation', 'outcomes.0.label'],
      ['missing-translation', 'outcomes.1.label'],
    ]);
    expect(gaps[5]).toEqual({
      code: 'missing-translation',
      severity: 'warning',
      path: ['criteria', 1, 'label'],
      message: '“team” has no label in “gd”; it stays as it is.',
    });
  });

  test('is told where the translation names what the rubric has not, or was made for another version', () => {
    expect(told(smallRubric, { criteria: { plna: { label: 'Plana' } } })).toContainEqual([
      'unknown-name',
      'criteria.plna',
    ]);
    expect(told(smallRubric, { facts: { visited: { label: 'Tadhal' } } })).toContainEqual([
      'unknown-name',
      'facts.visited',
    ]);
    expect(told(smallRubric, { scales: { lights: {} } })).toContainEqual(['unknown-name', 'scale.lights']);
    expect(told(smallRubric, { version: '0.9.0' })[0]).toEqual(['other-version', '']);
    const hostile = JSON.parse('{"__proto__": {"label": "x"}, "constructor": {"label": "x"}}') as {};
    expect(told(smallRubric, { criteria: hostile }).filter(([code]) => code === 'unknown-name')).toEqual([
      ['unknown-name', 'criteria.__proto__'],
      ['unknown-name', 'criteria.constructor'],
    ]);
  });

  test('tells a hundred issues one by one, and counts the rest', () => {
    const criteria = Array.from({ length: 500 }, (_, at) => ({ id: `c-${at}`, label: `C ${at}`, weight: 1 }));
    const many = translated({ ...smallRubric, criteria, outcomes: [] }, inGaelic({})).issues;
    expect(many).toHaveLength(101);
    // The label and the notice, the scale with its three levels, and 500 criteria: 506.
    expect(many.at(-1)?.message).toBe('There are 406 more issues of these kinds.');
  });

  test('is refused of another rubric, and of what is none', () => {
    expect(() => translated(smallRubric, stemNationLeadershipFr)).toThrow(
      'translated: the translation “stem-nation-leadership--fr” is of the rubric “stem-nation-leadership”, not of “small”',
    );
    expect(() => translated(stemNationAwardFramework, inGaelic({}))).toThrow(
      'translated: the translation “small--gd” is of no framework, not of “stem-nation-award”',
    );
    expect(() => translated(5 as never, stemNationLeadershipFr)).toThrow('translated: record is 5; it is a rubric');
    expect(() => translated(smallRubric, 'fr' as never)).toThrow(
      'translated: translation is “fr”; it is a translation',
    );
  });
});
