/** What `answersOf` writes `readAnswers` reads back: over every shipped rubric with its worked examples, and over random rubrics. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, formModel, type FormModel, readAnswers } from '../../../src/display/index.js';
import { evaluate } from '../../../src/evaluation/index.js';
import type { Judgements, Rating, Rubric } from '../../../src/model/index.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { shippedRubrics } from '../../support/rubrics.js';
import { runs } from '../../support/runs.js';

/** An assessment as a form can show it: a note that says nothing is none, and levels that all assessors gave are one level. */
const asShown = (given: Judgements<Rubric>): Judgements<Rubric> => {
  const ratings = Object.entries(given.ratings).flatMap(([id, rating]): [string, Rating][] => {
    if (rating === undefined) return [];
    if (typeof rating === 'string' || 'notApplicable' in rating) return [[id, rating]];
    if ('level' in rating) return [[id, rating.note === undefined ? rating.level : rating]];
    const levels = [...new Set(rating.levels)];
    return levels.length === 1 ? [[id, levels[0]!]] : [];
  });
  const { facts = {}, evidence = [], priorities = [], ...rest } = given;
  return {
    ...rest,
    ratings: Object.fromEntries(ratings),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(evidence.length > 0 && { evidence }),
    ...(priorities.length > 0 && { priorities }),
  };
};

/** By way of JSON, as a page and a server pass a form and its values round. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const roundTrip = (rubric: Rubric, given: Judgements<Rubric>) => {
  const form: FormModel = throughJson(formModel(rubric));
  expect(form).toStrictEqual(formModel(rubric));
  const { values, issues } = answersOf(form, given);
  const read = readAnswers(form, throughJson(values));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(read.value).toEqual(asShown(given));
  const contested = Object.values(given.ratings).filter(
    (rating) => typeof rating === 'object' && 'levels' in rating && new Set(rating.levels).size > 1,
  );
  expect(issues.filter(({ code }) => code === 'contested')).toHaveLength(contested.length);
  // Entries, as a FormData has them, say the same as the object.
  const entries = Object.entries(values).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  expect(readAnswers(form, entries)).toEqual(read);
  return read.value;
};

describe('what a form shows of an assessment is read back as the same assessment', () => {
  test.each(shippedRubrics.map((rubric) => [rubric.id, rubric] as const))('%s, with its examples', (_, rubric) => {
    for (const { ratings, facts, evidence } of rubric.examples ?? []) {
      const given = {
        rubric: { id: rubric.id, version: rubric.version },
        kind: 'validation' as const,
        setting: 'a-school',
        settingName: 'St Mary’s',
        assessor: 'A. Co-ordinator',
        date: '2026-03-02',
        ratings,
        ...(facts && { facts }),
        ...(evidence && { evidence }),
        ...(rubric.priorities && { priorities: [rubric.criteria[0]!.id] }),
      };
      const read = roundTrip(rubric, given);
      expect(evaluate(rubric, read)).toEqual(evaluate(rubric, given));
    }
    for (const example of rubric.examples ?? []) {
      expect(answersOf(formModel(rubric), example as Judgements<Rubric>).issues).toEqual([]);
    }
  });

  test('random rubrics', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        roundTrip(rubric, given);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('whatever a form gives, its answers are an assessment that evaluate takes, or there are issues', () => {
  const value = fc.oneof(
    fc.constantFrom('', 'on', 'true', 'ready', 'model', 'n/a', '0', '2026-03-02', 'constructor', '__proto__'),
    fc.anything({ maxDepth: 2 }),
    fc.string(),
  );
  fc.assert(
    fc.property(arbitraryCase, fc.array(fc.tuple(fc.nat(60), value)), ({ rubric }, given) => {
      const form = formModel(rubric);
      const names = [
        ...form.groups.flatMap(({ criteria }) =>
          criteria.flatMap(({ name, noteField, notApplicable }) => [
            name,
            noteField.name,
            notApplicable?.reason.name ?? '__proto__',
          ]),
        ),
        ...form.facts.flatMap(({ name, reason, by, date }) => [name, reason.name, by.name, date.name]),
        ...form.about.map(({ name }) => name),
        ...form.evidence.fields.flatMap(({ name }) => [`evidence.0.${name}`, `evidence.17.${name}`]),
        'priorities',
        'constructor',
        '__proto__',
        'toString',
        'evidence.x.kind',
        'ratings',
      ];
      const values: [string, unknown][] = given.map(([at, one]) => [names[at % names.length]!, one]);
      const read = readAnswers(form, values);
      expect(read.issues.length).toBeLessThanOrEqual(101);
      if (read.ok) expect(() => evaluate(rubric, read.value)).not.toThrow();
      else expect(read.issues.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});
