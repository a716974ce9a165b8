import { at } from '../../common/at.js';
import type * as z from 'zod';

/** At most this many issues are listed; the rest are counted. */
const MOST_ISSUES = 100;

/** An issue as zod has it while it reads, or finished, as those within the issue of a union are. */
interface Told {
  readonly code?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly errors?: readonly (readonly Told[])[] | undefined;
  readonly message?: string | undefined;
}

/** The names that an object may not have: the first hundred, and a sentence where one was made of all. */
const withFewNames = (issue: Told): Told => {
  if (issue.code !== 'unrecognized_keys' || issue.keys === undefined || issue.keys.length <= MOST_ISSUES) return issue;
  const keys = issue.keys.slice(0, MOST_ISSUES);
  const message = `Unrecognized keys: ${keys.map((key) => JSON.stringify(key)).join(', ')} and ${issue.keys.length - MOST_ISSUES} more`;
  return { ...issue, keys, message };
};

/** The same at every depth; what stands within the issue of a union is only cut, since its count helps nobody. */
const shortened = (issue: Told): Told =>
  issue.errors === undefined
    ? withFewNames(issue)
    : { ...issue, errors: issue.errors.map((issues) => issues.slice(0, MOST_ISSUES).map(shortened)) };

/**
 * Of the issues from `before` on the first hundred, and how many more there are. One more than a hundred stays as it is: a schema that
 * counts for itself has its count there.
 */
const shorten = (issues: Told[], before: number, input: unknown): void => {
  const left = issues.length - before - MOST_ISSUES;
  if (left > 1) issues.length = before + MOST_ISSUES;
  for (let i = before; i < issues.length; i++) issues[i] = shortened(at(issues, i));
  if (left > 1) {
    const counted = { code: 'custom', path: [], input, message: `and ${left} more of these kinds` };
    issues.push(counted);
  }
};

/**
 * The same schema, which tells at most a hundred issues one by one and counts the rest: a list of a million wrong things would else come back
 * as millions of issues. It has to be the last that is done to a schema, since zod makes a new one for each further check.
 */
export const withFewIssues = <S extends Pick<z.core.$ZodType, '_zod'>>(schema: S): S => {
  const inner = schema._zod;
  const run = inner.run.bind(inner);
  inner.run = (payload, context) => {
    const before = payload.issues.length;
    const input: unknown = payload.value;
    const result = run(payload, context);
    const done = (found: typeof payload): typeof payload => {
      shorten(found.issues, before, input);
      return found;
    };
    return result instanceof Promise ? result.then(done) : done(result);
  };
  return schema;
};
