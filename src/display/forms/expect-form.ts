import { expectShape, listOf, maybe, recordOf, text, wholeFrom } from '../../common/expect-shape.js';
import { isRecord } from '../../common/refuse.js';

const choice = /* @__PURE__ */ (() => recordOf('a choice', { value: text, label: text }, false))();
const field = /* @__PURE__ */ (() =>
  recordOf('a field', { name: text, label: text, kind: text, choices: maybe(listOf('choices', choice)) }, false))();
const criterion = /* @__PURE__ */ (() =>
  recordOf(
    'a criterion',
    {
      criterion: text,
      label: text,
      name: text,
      levels: listOf('levels', choice),
      notApplicable: maybe(recordOf('a choice', { value: text, reason: field }, false)),
      noteField: field,
    },
    false,
  ))();
const fact = /* @__PURE__ */ (() =>
  recordOf('a fact', { fact: text, name: text, label: text, reason: field, by: field, date: field }, false))();
const form = /* @__PURE__ */ (() =>
  recordOf(
    'the form of a rubric, as formModel gives it',
    {
      rubric: recordOf('the id and version of the rubric', { id: text, version: text }, false),
      version: recordOf('a field', { name: text, value: text }, false),
      about: listOf('fields', field),
      groups: listOf('groups', recordOf('a group', { criteria: listOf('criteria', criterion) }, false)),
      facts: listOf('facts', fact),
      priorities: maybe(
        recordOf('a field', { name: text, choices: listOf('choices', choice), atMost: wholeFrom(1) }, false),
      ),
      evidence: recordOf('the fields of evidence', { name: text, fields: listOf('fields', field) }, false),
    },
    false,
  ))();

/** Throws for what is no form, such as one that came back from a page changed: JSON that was kept, or sent round. */
export const expectForm = (caller: string, value: unknown): void => {
  if (isRecord(value) && 'criteria' in value && 'outcomes' in value)
    throw new TypeError(`${caller}: form is a rubric; make its form with formModel(rubric)`);
  expectShape(caller, 'form', value, form);
};
