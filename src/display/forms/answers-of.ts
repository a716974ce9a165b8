import { listed } from '../../common/list-words.js';
import { isIt } from '../../common/nearest-name.js';
import { isRecord, refuseNoRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Attestation } from '../../model/awards/attestation.js';
import type { Evidence } from '../../model/awards/evidence.js';
import type { Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseUnknownFields } from '../../model/rubrics/refuse-unknown-fields.js';
import type { Issue } from '../../model/shared/issue.js';
import { expectForm } from './expect-form.js';
import { FormIssues } from './form-issues.js';
import type { CriterionField, FactField, FormChoice, FormModel, FormValues } from './form.js';

/** What a form holds when it shows an assessment, and what no field of it can show. */
export interface FormAnswers {
  readonly values: FormValues;
  readonly issues: readonly Issue[];
}

/**
 * An assessment as the values of a form, by the names of its fields: to fill a form in again, or to show what was answered. `readAnswers` gives the
 * same assessment back. What fits no field is told: the levels of assessors who differ (`contested`), while one level that all of them gave
 * is shown as that level (`settled`); priorities of a rubric that asks for none (`not-asked`).
 *
 * @throws TypeError or RangeError for what is no form or no assessment, and for an assessment of another rubric or version, or one that names
 * what the form does not have.
 *
 * @example
 * const form = formModel(stemNationLeadership);
 * const { values, issues } = answersOf(form, {
 *   ratings: { 'shared-vision': { level: 'met', note: 'Agreed in May.' }, 'use-of-data': { levels: ['partly', 'met'] } },
 * });
 * values // => { 'ratings.shared-vision': 'met', 'notes.shared-vision': 'Agreed in May.' }
 * issues.map(({ code, path }) => [code, path]) // => [['contested', ['ratings.use-of-data']]]
 */
export const answersOf = <
  R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  form: FormModel<R>,
  assessment: JudgementsGiven<NoInfer<R>, Named, Value, Fields>,
): FormAnswers => {
  expectForm('answersOf', form);
  refuseNoAssessment(form, assessment);
  const { rubric, ratings, facts = {}, evidence = [], priorities = [] } = assessment as unknown as Judgements<Rubric>;
  const values = new Map<string, string | readonly string[]>();
  const issues = new FormIssues();
  if (rubric !== undefined) values.set(form.version.name, form.version.value);
  for (const { name } of form.about) {
    const said = (assessment as unknown as Readonly<Record<string, unknown>>)[name];
    if (typeof said === 'string') values.set(name, said);
  }
  const criteria = new Map(form.groups.flatMap((group) => group.criteria.map((field) => [field.criterion, field])));
  for (const [id, rating] of Object.entries(ratings)) {
    if (rating === undefined) continue;
    const field = criteria.get(id) ?? strange('criterion', id, [...criteria.keys()]);
    putRating(field, rating, values, issues);
  }
  const ofFacts = new Map(form.facts.map((field) => [field.fact, field]));
  for (const [id, said] of Object.entries(facts)) {
    if (said !== undefined) putFact(ofFacts.get(id) ?? strange('fact', id, [...ofFacts.keys()]), said, values);
  }
  evidence.forEach((item, at) => putEvidence(`${form.evidence.name}.${at}`, item, values));
  if (form.priorities !== undefined && priorities.length > 0) values.set(form.priorities.name, [...priorities]);
  else if (priorities.length > 0) {
    issues.add('not-asked', 'warning', 'priorities', 'The assessment has priorities; the form does not ask for any.');
  }
  return { values: Object.fromEntries(values), issues: issues.all() };
};

const refuseNoAssessment = (form: FormModel, assessment: unknown): void => {
  refuseNoRecord('answersOf', 'assessment', assessment, 'an assessment { ratings: { criterion: level } }');
  const given = assessment as Readonly<Record<string, unknown>>;
  refuseUnknownFields('answersOf', given);
  const { rubric, ratings, facts, evidence, priorities } = given;
  refuseNoRecord('answersOf', 'assessment.ratings', ratings, 'an object { criterion: level }');
  if (facts !== undefined) refuseNoRecord('answersOf', 'assessment.facts', facts, 'an object { fact: true or false }');
  for (const [name, list] of Object.entries({ evidence, priorities })) {
    if (list === undefined || Array.isArray(list)) continue;
    throw new TypeError(`answersOf: assessment.${name} is ${shownValue(list)}; it is a list`);
  }
  if (rubric === undefined) return;
  refuseNoRecord('answersOf', 'assessment.rubric', rubric, 'the id and version of the rubric { id, version }');
  const { id, version } = rubric as Readonly<Record<string, unknown>>;
  if (id === form.rubric.id && version === form.rubric.version) return;
  throw new RangeError(
    `answersOf: the assessment is of ${shownValue(id)} ${String(version)}, the form of “${form.rubric.id}” ${form.rubric.version}`,
  );
};

const strange = (what: string, id: string, names: readonly string[]): never => {
  throw new RangeError(`answersOf: the form has no ${what} ${shownValue(id)}${isIt(id, names)}`);
};

const refuseNoRating = (criterion: string, rating: unknown): void => {
  if (typeof rating === 'string') return;
  const levels = isRecord(rating) ? rating['levels'] : null;
  if (levels === undefined || Array.isArray(levels)) return;
  const right = 'it is a level, { level, note }, { levels } or { notApplicable }';
  throw new TypeError(`answersOf: the rating of “${criterion}” is ${shownValue(rating)}; ${right}`);
};

type Values = Map<string, string | readonly string[]>;

const putRating = (field: CriterionField, rating: Rating, values: Values, issues: FormIssues): void => {
  const { criterion, name, label, levels, notApplicable, noteField } = field;
  refuseNoRating(criterion, rating);
  const levelOf = (id: unknown): FormChoice =>
    levels.find(({ value }) => value === id) ??
    strange(
      `level for “${criterion}” called`,
      String(id),
      levels.map(({ value }) => value),
    );
  if (typeof rating === 'string') values.set(name, levelOf(rating).value);
  else if ('notApplicable' in rating) {
    if (notApplicable === undefined) {
      throw new RangeError(`answersOf: the form does not offer not-applicable for “${criterion}”`);
    }
    values.set(name, notApplicable.value);
    values.set(notApplicable.reason.name, rating.notApplicable);
  } else if ('levels' in rating) {
    const given = [...new Set(rating.levels.map(levelOf))];
    const [only] = given;
    if (given.length === 1 && only !== undefined) {
      values.set(name, only.value);
      const message = `All assessors gave “${label}” the level “${only.label}”, which is shown as one level.`;
      issues.add('settled', 'info', name, message);
      return;
    }
    const message = `Assessors differ on “${label}”: they gave ${listed(given.map((level) => `“${level.label}”`))}.`;
    const hint = 'No single choice says so, so the field is left empty: settle it, or keep the rating beside the form.';
    issues.add('contested', 'warning', name, message, hint);
  } else {
    values.set(name, levelOf(rating.level).value);
    if (rating.note !== undefined && rating.note !== '') values.set(noteField.name, rating.note);
  }
};

const putFact = (field: FactField, said: Attestation, values: Values): void => {
  if (typeof said !== 'boolean')
    refuseNoRecord('answersOf', `the fact “${field.fact}”`, said, 'true, false or { holds, reason }');
  const { holds, reason, by, date } = typeof said === 'boolean' ? { holds: said } : { ...said };
  values.set(field.name, String(holds));
  if (reason !== undefined) values.set(field.reason.name, reason);
  if (by !== undefined) values.set(field.by.name, by);
  if (date !== undefined) values.set(field.date.name, date);
};

const putEvidence = (name: string, item: Evidence, values: Values): void => {
  refuseNoRecord('answersOf', `assessment.${name.replace(/\.(\d+)$/u, '[$1]')}`, item, 'an item of evidence');
  const { id, kind, date, shows, supports, voices, links, permissions = {} } = item;
  for (const [field, value] of Object.entries({ id, kind, date, shows, supports, voices, links })) {
    if (value !== undefined && value.length > 0) values.set(`${name}.${field}`, value);
  }
  for (const [of, permission] of Object.entries(permissions)) {
    if (permission !== undefined) values.set(`${name}.permissions.${of}`, permission);
  }
};
