import { expectShape, listOf, recordOf, text } from '../../common/expect-shape.js';
import { own } from '../../common/own.js';
import { refuseNoRecord, refuseUnknown } from '../../common/refuse.js';
import type { Issue } from '../../model/shared/issue.js';
import { expectForm } from './expect-form.js';
import type { CriterionField, FormChoice, FormField, FormModel, FormValues } from './form.js';

/** A field with all that a page shows of it. A choice always has one more choice that says nothing, last. */
export interface FilledField extends Omit<FormField, 'kind'> {
  readonly kind: FormField['kind'] | 'hidden';
  readonly choices: readonly FormChoice[];
  /** What the rubric says of it: of a criterion the statement of its indicator, a note, the evidence that is asked for. */
  readonly texts: readonly string[];
  /** What it holds; a single empty text where a choice has nothing chosen. */
  readonly values: readonly string[];
  /** What is wrong with what it holds. */
  readonly messages: readonly string[];
}

export interface FormSection {
  readonly title?: string | undefined;
  readonly fields: readonly FilledField[];
}

export interface FormSectionsOptions {
  /** What the fields hold: those of `answersOf`. */
  readonly values?: FormValues | undefined;
  /** What is wrong with them: those of `readAnswers`. */
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * A form as a page shows it from top to bottom: sections of fields of one shape, each with what it holds and what is wrong with it. So a page needs
 * one function for a field, and no more. Evidence has a section an item, and an empty one at the end for the next.
 *
 * @throws TypeError or RangeError for what is no form, and for values or issues that are none.
 *
 * @example
 * const form = formModel(stemNationLeadership);
 * const sections = formSections(form, { values: { 'ratings.shared-vision': 'met' } });
 * const [vision, note] = sections[1]?.fields ?? [];
 * vision?.values // => ['met']
 * vision?.choices.map(({ value }) => value) // => ['not-yet', 'partly', 'met', '']
 * note?.kind // => 'long-text'
 */
export const formSections = (form: FormModel, options: FormSectionsOptions = {}): readonly FormSection[] => {
  expectForm('formSections', form);
  refuseUnknown('formSections', options, ['values', 'issues']);
  const { values = {}, issues = [] } = options;
  refuseNoRecord('formSections', 'values', values, 'an object of the values of fields, as answersOf gives it');
  expectShape('formSections', 'issues', issues, ISSUES);
  const messages = messagesByField(issues);
  const filled = (field: FormField | HiddenField, texts: readonly string[] = []): FilledField => {
    const { name, label, kind, choices = [] } = field;
    const said: unknown = own(values, name) ?? [];
    const held = (Array.isArray(said) ? said : [said]).filter((one) => typeof one === 'string');
    const withNone = kind === 'choice' && !choices.some(({ value }) => value === '');
    return {
      name,
      label,
      kind,
      choices: withNone ? [...choices, { value: '', label: '–' }] : choices,
      texts,
      values: kind === 'choice' && held.length === 0 ? [''] : held,
      messages: messages.get(name) ?? [],
    };
  };
  const fieldsOf = (criterion: CriterionField): FilledField[] => {
    const { name, label, levels, notApplicable, unrated, noteField, statement, note, evidenceAsked } = criterion;
    const choices = [...levels, ...(notApplicable ? [notApplicable] : []), unrated].map(plainChoice);
    const texts = [statement, note, evidenceAsked?.message].filter((text) => text !== undefined);
    const reason = notApplicable && filled(notApplicable.reason);
    return [filled({ name, label, kind: 'choice', choices }, texts), ...(reason ? [reason] : []), filled(noteField)];
  };
  const { version, about, groups, facts, priorities, evidence } = form;
  const hidden: FilledField = { ...filled({ name: version.name, label: '', kind: 'hidden' }), values: [version.value] };
  const items = Array.from({ length: itemsIn(values, evidence.name) + 1 }, (_, at): FormSection => {
    const start = `${evidence.name}.${at}.`;
    const named = evidence.fields.map((field) => filled({ ...field, name: start + field.name }));
    const title = `${evidence.label} ${at + 1}`;
    return { title, fields: [filled({ name: `${start}id`, label: '', kind: 'hidden' }), ...named] };
  });
  return [
    { title: form.label, fields: [hidden, ...about.map((field) => filled(field))] },
    ...groups.map(({ label, criteria }) => ({
      ...(label !== undefined && { title: label }),
      fields: criteria.flatMap(fieldsOf),
    })),
    ...facts.map((fact) => ({ fields: [fact, fact.reason, fact.by, fact.date].map((field) => filled(field)) })),
    ...(priorities ? [{ fields: [filled(priorities)] }] : []),
    ...items,
  ];
};

const ISSUES = /* @__PURE__ */ (() =>
  listOf('issues', recordOf('an issue', { path: listOf('names', () => undefined), message: text }, false)))();

interface HiddenField extends Omit<FormField, 'kind'> {
  readonly kind: 'hidden';
}

const plainChoice = ({ value, label, descriptor }: FormChoice): FormChoice =>
  descriptor === undefined ? { value, label } : { value, label, descriptor };

const messagesByField = (issues: readonly Issue[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '');
    const messages = found.get(name);
    if (messages === undefined) found.set(name, [message]);
    else messages.push(message);
  }
  return found;
};

/** More items than this no page shows. */
const MOST_ITEMS = 1_000;

/** How many items of evidence have a field that holds something. */
const itemsIn = (values: FormValues, name: string): number => {
  let items = 0;
  for (const field of Object.keys(values)) {
    if (!field.startsWith(`${name}.`)) continue;
    const [, digits] = /^(0|[1-9]\d{0,5})\./u.exec(field.slice(name.length + 1)) ?? [];
    if (digits !== undefined) items = Math.max(items, Number(digits) + 1);
  }
  return Math.min(items, MOST_ITEMS);
};
