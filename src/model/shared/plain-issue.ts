import type * as z from 'zod';
import { isIt } from '../../common/nearest-name.js';
import { shownValue } from '../../common/shown-value.js';
import type { Fault } from './fault.js';

/** What is known of the fields of a record beyond their types, by path; of a position in a list only that it is one: `evidence[].date`. */
export interface FieldWords {
  /** What the whole value is called. */
  readonly whole: string;
  /** What a field is: *a calendar date, such as 2026-03-02*. */
  readonly right: Readonly<Record<string, string>>;
  /** The names of the fields there are, for the nearest right one; the empty path is the whole value. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

type Path = readonly (string | number)[];

/** One of zod's issues in this library's own words: which field, what it got, what is right. One for each key that there is no field for. */
export const plainIssue = (issue: z.core.$ZodIssue, value: unknown, words: FieldWords): readonly Fault[] => {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const got = valueAt(value, path);
  const name = nameOf(path, words);
  const plainPath = joined(path.map((key) => (typeof key === 'number' ? '[]' : key)));
  const known = Object.hasOwn(words.right, plainPath) ? words.right[plainPath] : undefined;
  const said = (right: string): readonly Fault[] => {
    const message =
      got === undefined ? `${name} is missing; it is ${right}` : `${name} is ${shownValue(got)}; it is ${right}`;
    return [{ path, message }];
  };
  switch (issue.code) {
    case 'invalid_type':
      return said(known ?? TYPES[issue.expected] ?? `of the type ${issue.expected}`);
    case 'invalid_format':
      if (known !== undefined) return said(known);
      return said(issue.format === 'date' ? A_DATE : `written otherwise: ${issue.message}`);
    case 'invalid_value':
      return said(issue.values.map((one) => shownValue(one)).join(' or '));
    case 'too_small':
      if (typeof got === 'string' && got.trim() === '') return said(known ?? 'a text that says something');
      if (Array.isArray(got)) return said(known ?? `a list of at least ${issue.minimum}`);
      return said(known ?? `at least ${issue.minimum}${typeof got === 'string' ? ' characters' : ''}`);
    case 'too_big':
      if (typeof got === 'string')
        return [{ path, message: `${name} has ${got.length} characters; at most ${issue.maximum} are read` }];
      if (Array.isArray(got))
        return [{ path, message: `${name} has ${got.length} entries; at most ${issue.maximum} are read` }];
      return said(`at most ${issue.maximum}`);
    case 'unrecognized_keys': {
      const fields = (Object.hasOwn(words.fields, plainPath) ? words.fields[plainPath] : undefined) ?? [];
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${name} has no field ${shownValue(key)}${isIt(key, fields)}`,
      }));
    }
    case 'custom':
      return [{ path, message: issue.message }];
    case 'invalid_union': {
      // An object that says of which kind it is: zod knows the kinds there are, from 4.6 on.
      const kinds = 'options' in issue ? (issue.options ?? []).filter((one) => typeof one === 'string') : [];
      if (known !== undefined || kinds.length === 0) return said(known ?? 'of another form');
      const near = typeof got === 'string' ? isIt(got, kinds) : '';
      return near === ''
        ? said(kinds.map((one) => shownValue(one)).join(' or '))
        : [{ path, message: `${name} is ${shownValue(got)}${near}` }];
    }
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return said(known ?? 'of another form');
  }
};

export const A_DATE = 'a calendar date, such as 2026-03-02';

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** A path as code writes it: *evidence[0].date*. */
const joined = (keys: readonly string[]): string =>
  keys.reduce((name, key) => (name === '' || key.startsWith('[') ? `${name}${key}` : `${name}.${key}`), '');

const nameOf = (path: Path, { whole }: FieldWords): string =>
  path.length === 0 ? whole : joined(path.map((key) => (typeof key === 'number' ? `[${key}]` : key)));

const valueAt = (value: unknown, path: Path): unknown => {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[key];
  }
  return here;
};
