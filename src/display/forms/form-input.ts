import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { FormIssues } from './form-issues.js';

/** What a form may give: an object, or pairs of a name and a value such as those of a FormData, a URLSearchParams or a Map. */
export type FormInput = Readonly<Record<string, unknown>> | Iterable<readonly [string, unknown]>;

/** More values than this come from no form that a person filled in. */
const MOST_VALUES = 100_000;
/** Objects within objects are read this deep: `evidence`, its items, their permissions. */
const DEEPEST = 4;
const LONGEST_TEXT = 1_000_000;

/**
 * All that a form gave, as lists of texts by the names of its fields. Values that stand in objects within objects, as some libraries of forms
 * make them, have the names on the way joined by dots: `{ ratings: { plan: 'met' } }` is `ratings.plan`. What is empty is left out.
 */
export const readInput = (values: FormInput, issues: FormIssues): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  let read = 0;
  const add = (name: string, value: unknown, depth: number): void => {
    if (read > MOST_VALUES) return;
    if (value === undefined || value === null || value === '') {
      read++;
      return;
    }
    if (isRecord(value) && depth < DEEPEST) {
      for (const key of Object.keys(value)) {
        if (++read > MOST_VALUES) return;
        add(name === '' ? key : `${name}.${key}`, value[key], depth + 1);
      }
    } else if (Array.isArray(value) && depth < DEEPEST) {
      // A list of objects has their positions for names; a list of texts is one field with several values.
      for (let at = 0; at < value.length; at++) {
        if (++read > MOST_VALUES) return;
        const item: unknown = value[at];
        add(isRecord(item) ? `${name}.${at}` : name, item, depth + 1);
      }
    } else {
      read++;
      const text = textOf(value);
      if (text === undefined || text.length > LONGEST_TEXT) {
        const message =
          text === undefined
            ? `The field has ${shownValue(value)}, which is not a text.`
            : `The field has ${text.length} characters; at most ${LONGEST_TEXT} are read.`;
        issues.add(text === undefined ? 'not-a-text' : 'too-long', 'error', name, message);
        return;
      }
      const texts = found.get(name);
      if (texts === undefined) found.set(name, [text]);
      else texts.push(text);
    }
  };
  if (isRecord(values)) add('', values, 0);
  else {
    for (const pair of values as Iterable<unknown>) {
      if (++read > MOST_VALUES) break;
      const [name, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      if (typeof name === 'string') add(name, value, 1);
      else issues.add('not-a-field', 'error', '', `A pair has the name ${shownValue(name)}, which is not a text.`);
    }
  }
  if (read > MOST_VALUES) {
    issues.add('too-many-values', 'error', '', `The form gives more than ${MOST_VALUES} values; the rest is not read.`);
  }
  return found;
};

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)) return String(value);
  return undefined;
};
