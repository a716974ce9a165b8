import { isId } from '../../model/shared/record-name.js';
import { dayNumberIn } from '../../common/calendar-date.js';
import { shownValue } from '../../common/shown-value.js';
import type { ReasonedAttestation, Attestation } from '../../model/awards/attestation.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Result } from '../../model/shared/issue.js';
import { expectForm } from './expect-form.js';
import { FieldReader } from './field-reader.js';
import type { CriterionField, FactField, FormField, FormModel } from './form.js';
import { type FormInput, readInput } from './form-input.js';
import { FormIssues } from './form-issues.js';
import { readEvidence } from './read-evidence.js';

/**
 * What a form gave, as `evaluate` takes it: ratings, facts, evidence, priorities, and who judged what, when. Takes the values of any form as
 * they come: a FormData, a URLSearchParams, a Map, an object of texts, lists and *on*, or objects within objects as libraries of forms make
 * them. What is empty was not answered, and is left out.
 *
 * Whatever cannot be read is an issue at the name of its field, and the result is then not `ok`: an answer is never lost in silence. Codes:
 * `unknown-field`, `unknown-choice`, `several-values`, `no-reason`, `not-applicable-refused`, `not-a-date`, `no-id`, `other-rubric`,
 * `too-many-priorities`, `incomplete-evidence`, `repeated-evidence`, `not-a-text`, `not-a-field`, `too-long`, `too-many-values`. A name that is
 * no field and not near one (a token, a button) is a warning; so are a note without a level (`note-without-level`), a reason that nothing
 * asks for (`reason-without-answer`), and evidence for an indicator that the form does not have (`unknown-indicator`).
 *
 * @param values what the form gave
 * @throws TypeError or RangeError for what is no form of `formModel`, or is nothing that a form gives.
 *
 * @example
 * const form = formModel(stemNationLeadership);
 * const read = readAnswers(form, {
 *   'ratings.shared-vision': 'met', 'notes.shared-vision': '', 'ratings.use-of-data': null,
 *   'ratings.core-team': 'n/a', 'reasons.core-team': 'We are two teachers.',
 * });
 * read.ok && read.value.ratings // => { 'shared-vision': 'met', 'core-team': { notApplicable: 'We are two teachers.' } }
 * const wrong = readAnswers(form, { 'ratings.shared-vison': 'met' });
 * wrong.issues.map(({ path, hint }) => [path, hint]) // => [[['ratings.shared-vison'], 'Is it “ratings.shared-vision”?']]
 */
export const readAnswers = <R extends Rubric>(form: FormModel<R>, values: FormInput): Result<Judgements<R>> => {
  expectForm('readAnswers', form);
  refuseNoInput(values);
  const issues = new FormIssues();
  const input = readInput(values, issues);
  const reader = new FieldReader(input, issues);
  const version = readVersion(form, reader);
  const about = Object.fromEntries(form.about.flatMap((field) => entry(field.name, readAbout(field, reader))));
  const ratings = form.groups.flatMap(({ criteria }) =>
    criteria.flatMap((field) => entry(field.criterion, readRating(field, reader))),
  );
  const facts = form.facts.flatMap((field) => entry(field.fact, readFact(field, reader)));
  const priorities = form.priorities && readPriorities(form.priorities, reader);
  const evidence = readEvidence(form.evidence, reader);
  reportStrangers(form, reader);
  if (issues.hasErrors) return { ok: false, issues: issues.all() };
  const value = {
    ...(version && { rubric: form.rubric }),
    ...about,
    ratings: Object.fromEntries(ratings),
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(evidence.length > 0 && { evidence }),
    ...(priorities && priorities.length > 0 && { priorities }),
  };
  return { ok: true, value: value as unknown as Judgements<R>, issues: issues.all() };
};

const entry = <T>(name: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[name, value]]);

const refuseNoInput = (values: unknown): void => {
  if (typeof values === 'object' && values !== null) {
    const isList = typeof (values as Iterable<unknown>)[Symbol.iterator] === 'function';
    if (isList || Object.prototype.toString.call(values) === '[object Object]') return;
  }
  const right = 'it is what a form gives, an object of names and values or pairs of them, as a FormData is';
  throw new TypeError(`readAnswers: values is ${shownValue(values)}; ${right}`);
};

/** Whether the answers say that they are answers to this form. */
const readVersion = ({ version }: FormModel, reader: FieldReader): boolean => {
  const given = reader.one(version.name);
  if (given === undefined) return false;
  if (given !== version.value) {
    const message = `The answers are for the form of ${shownValue(given)}; this is the form of ${shownValue(version.value)}.`;
    reader.issue('other-rubric', 'error', version.name, message, 'Show the form again, or migrate the assessment.');
  }
  return true;
};

const readAbout = (field: FormField, reader: FieldReader): string | undefined => {
  if (field.kind === 'choice') return reader.choice(field.name, field.choices ?? []);
  if (field.kind === 'date') return readDate(field, reader);
  if (field.name !== 'setting') return reader.text(field.name);
  const given = reader.text(field.name)?.trim();
  if (given !== undefined && !isId(given)) {
    const message = `${shownValue(given)} cannot be the id of a setting.`;
    const hint = 'Write lower-case words joined by single hyphens; the name that people read goes into settingName.';
    reader.issue('no-id', 'error', field.name, message, hint);
  }
  return given;
};

const readDate = ({ name }: FormField, reader: FieldReader): string | undefined => {
  const given = reader.one(name)?.trim();
  if (given !== undefined && dayNumberIn(given) === undefined) {
    reader.issue(
      'not-a-date',
      'error',
      name,
      `${shownValue(given)} is not a calendar date.`,
      'Write it as 2026-03-02.',
    );
  }
  return given;
};

const readRating = (field: CriterionField, reader: FieldReader): Rating | undefined => {
  const { name, label, levels, notApplicable, noteField } = field;
  const note = reader.text(noteField.name);
  const reasonName = notApplicable?.reason.name;
  const reason = reasonName === undefined ? undefined : reader.text(reasonName);
  const level = reader.choice(name, notApplicable === undefined ? levels : [...levels, notApplicable]);
  const isNotApplicable = level !== undefined && level === notApplicable?.value;
  if (reason !== undefined && reasonName !== undefined && !isNotApplicable) {
    const message = `“${label}” has a reason, but is not marked not applicable; the reason is not kept.`;
    reader.issue('reason-without-answer', 'warning', reasonName, message);
  }
  if (note !== undefined && (level === undefined || isNotApplicable)) {
    const message = `“${label}” has a note, but no level; the note is not kept.`;
    reader.issue('note-without-level', 'warning', noteField.name, message, 'Choose a level.');
  }
  if (level === undefined) return undefined;
  if (!isNotApplicable) return note === undefined ? level : { level, note };
  if (reason !== undefined) return { notApplicable: reason };
  reader.issue('no-reason', 'error', reasonName ?? name, `“${label}” is not applicable without a reason.`, 'Say why.');
  return undefined;
};

/** A box that is ticked says “on”; one that is not says nothing, and nothing is known. */
const TRUTH = [{ value: 'true' }, { value: 'false' }, { value: 'on' }];

const readFact = (field: FactField, reader: FieldReader): Attestation | undefined => {
  const { name, label } = field;
  const given = reader.choice(name, TRUTH);
  const reason = reader.text(field.reason.name);
  const by = reader.text(field.by.name);
  const date = readDate(field.date, reader);
  const beside = [reason && field.reason, by && field.by, date && field.date].filter((one) => typeof one === 'object');
  if (given === undefined) {
    for (const one of beside) {
      const message = `“${label}” has something beside it, but neither yes nor no; it is not kept.`;
      reader.issue('reason-without-answer', 'warning', one.name, message);
    }
    return undefined;
  }
  const holds = given !== 'false';
  if (beside.length === 0) return holds;
  if (reason === undefined) {
    const message = `“${label}” says by whom or since when, but not why.`;
    reader.issue('no-reason', 'error', field.reason.name, message, 'Give the reason as well.');
    return undefined;
  }
  const attestation: ReasonedAttestation = { holds, reason, ...(by && { by }), ...(date && { date }) };
  return attestation;
};

const readPriorities = (
  { name, choices = [], atMost }: FormField & { readonly atMost: number },
  reader: FieldReader,
): readonly string[] => {
  const chosen = reader.choices(name, choices);
  if (chosen.length > atMost) {
    const message = `${chosen.length} priorities are chosen; at most ${atMost} may be.`;
    reader.issue('too-many-priorities', 'error', name, message);
  }
  return chosen;
};

/** What the form gave under names that are none of its fields. What is near to one, or begins as one does, was meant as an answer. */
const reportStrangers = (form: FormModel, reader: FieldReader): void => {
  const strangers = reader.unread();
  if (strangers.length === 0) return;
  const names = reader.known();
  const criteria = new Map(
    form.groups.flatMap((group) => group.criteria.map((field) => [field.criterion, field.name] as const)),
  );
  for (const name of strangers) {
    const meant = criteria.get(name);
    const hint = meant === undefined ? reader.nearest(name, names) : `Is it “${meant}”?`;
    const isNear = hint.startsWith('Is it');
    const isAnswer = /^(?:ratings|reasons|notes|facts(?:-reason|-by|-date)?|evidence|priorities)(?:\.|$)/u.test(name);
    const message = `The form has no field ${shownValue(name)}.`;
    reader.issue('unknown-field', isNear || isAnswer ? 'error' : 'warning', name, message, isNear ? hint : '');
  }
};
