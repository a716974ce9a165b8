import { at } from '../../common/at.js';
import { isIt } from '../../common/nearest-name.js';
import { shownValue } from '../../common/shown-value.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Issue } from '../../model/shared/issue.js';
import { besideIn, type Field, fieldOf, headingKey } from './fields.js';
import { sheetIssue } from './sheet-issue.js';
import { isBlank, trimmed } from './word-key.js';

/** What stands in each column of a sheet. */
export interface Layout {
  /** The position of the row of headings. */
  readonly row: number;
  readonly shape: 'wide' | 'long';
  /** The column of each field there is. */
  readonly fields: ReadonlyMap<Field, number>;
  /** Of a wide sheet, the criteria with their columns. */
  readonly criteria: readonly CriterionColumns[];
}

export interface CriterionColumns {
  readonly criterion: Criterion;
  readonly column: number;
  readonly note?: number | undefined;
  readonly reason?: number | undefined;
}

/** The criteria that a heading or a cell names, by id, label or another word. */
export interface CriterionNames {
  readonly find: (name: string) => Criterion | readonly Criterion[] | undefined;
  readonly names: readonly string[];
}

const MOST_ROWS_ABOVE = 50;
const MOST_HINTS = 100;
const NUMBER_BEFORE = /^q?\d{1,3}(?:\.\d{1,3}){0,2}\s{0,3}(?:[.):\u2013-]\s{0,3}|\s)/iu;
/** Written where neither its label nor its id would be read as the criterion. */
const PREFIX = /^criterion\s*:\s*/iu;

export const criterionNames = (rubric: Rubric): CriterionNames => {
  const exact = new Map<string, Criterion | undefined>();
  const byKey = new Map<string, Criterion[]>();
  const byId = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  for (const criterion of rubric.criteria) {
    exact.set(criterion.label, exact.has(criterion.label) ? undefined : criterion);
    for (const name of [criterion.id, criterion.label, ...(criterion.alsoCalled ?? [])]) {
      const key = headingKey(name);
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [criterion]);
      else if (!same.includes(criterion)) same.push(criterion);
    }
  }
  const find = (given: string): Criterion | readonly Criterion[] | undefined => {
    const name = trimmed(given).replace(PREFIX, '');
    const one = byId.get(name) ?? exact.get(name);
    if (one !== undefined || name === '' || name.length > 1_000) return one;
    // *1. Shared vision*, *Q2) Use of data*: forms number their columns.
    const same = byKey.get(headingKey(name)) ?? byKey.get(headingKey(name.replace(NUMBER_BEFORE, '')));
    return same?.length === 1 ? at(same, 0) : same;
  };
  return {
    find,
    names: rubric.criteria.flatMap(({ id, label, alsoCalled = [] }) => [...new Set([label, id, ...alsoCalled])]),
  };
};

export interface HeadingOptions {
  /** Headings as they stand in the sheet, and what each means: the id of a criterion, or a field. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
  readonly shape?: 'wide' | 'long' | undefined;
}

type Meaning =
  | { readonly field: Field }
  | { readonly criterion: Criterion }
  | { readonly criteria: readonly Criterion[] };

/** Finds the row of headings, and reads it; without one there is an issue. */
export const findLayout = (
  rows: readonly (readonly string[])[],
  names: CriterionNames,
  { headings = {}, shape }: HeadingOptions,
  issues: Issue[],
): Layout | undefined => {
  const given = new Map(Object.entries(headings).map(([heading, means]) => [headingKey(heading), means]));
  const meaningOf = (heading: string): Meaning | undefined => {
    if (isBlank(heading)) return undefined;
    const means = given.get(headingKey(heading));
    const criterion =
      means === undefined ? (isPlainField(heading) ? undefined : names.find(heading)) : names.find(means);
    if (means !== undefined && fieldOf(means) !== undefined && criterion === undefined)
      return { field: fieldOf(means)! };
    if (criterion !== undefined) return 'id' in criterion ? { criterion } : { criteria: criterion };
    const field = fieldOf(heading);
    return field === undefined ? undefined : { field };
  };
  // Where a criterion is called as a field is, only its id behind “criterion:” or the option means the criterion.
  const isPlainField = (heading: string): boolean => fieldOf(heading) !== undefined && !PREFIX.test(trimmed(heading));
  let best: { readonly row: number; readonly shape: 'wide' | 'long'; readonly score: number } | undefined;
  for (let row = 0; row < Math.min(rows.length, MOST_ROWS_ABOVE); row++) {
    const fields = new Set<Field>();
    let criteria = 0;
    for (const cell of at(rows, row)) {
      const meaning = meaningOf(cell);
      if (meaning === undefined) continue;
      if ('field' in meaning) fields.add(meaning.field);
      else criteria++;
    }
    const isLong = fields.has('criterion') && fields.has('level');
    if (isLong && shape !== 'wide') {
      best = { row, shape: 'long', score: Number.POSITIVE_INFINITY };
      break;
    }
    if (shape === 'long' || criteria === 0) continue;
    const score = criteria + fields.size;
    if (best === undefined || score > best.score) best = { row, shape: 'wide', score };
  }
  if (best === undefined) {
    const message = `none of the first ${Math.min(rows.length, MOST_ROWS_ABOVE)} rows has the headings of a sheet of ratings`;
    const hint =
      'head columns with the criteria, by label or id; or with “setting”, “criterion” and “level”; or say what headings mean by the option “headings”';
    issues.push(sheetIssue('no-headings', 'error', [], message, hint));
    return undefined;
  }
  return readHeadings(rows, best, meaningOf, names, issues);
};

const readHeadings = (
  rows: readonly (readonly string[])[],
  { row, shape }: { readonly row: number; readonly shape: 'wide' | 'long' },
  meaningOf: (heading: string) => Meaning | undefined,
  names: CriterionNames,
  issues: Issue[],
): Layout => {
  const fields = new Map<Field, number>();
  const criteria = new Map<Criterion, { criterion: Criterion; column: number; note?: number; reason?: number }>();
  const asides: { readonly column: number; readonly of: Criterion; readonly field: 'note' | 'reason' }[] = [];
  let hints = 0;
  const issue = (code: string, severity: Issue['severity'], column: number, message: string, hint?: string): void => {
    issues.push(sheetIssue(code, severity, [row, column], message, hint));
  };
  const headings = at(rows, row);
  let last: Criterion | undefined;
  for (let column = 0; column < headings.length; column++) {
    const heading = headingAt(rows, row, column, meaningOf);
    if (isBlank(heading)) continue;
    const meaning = meaningOf(heading);
    if (meaning !== undefined && 'criteria' in meaning) {
      const ids = meaning.criteria
        .slice(0, 5)
        .map(({ id }) => `“${id}”`)
        .join(' and ');
      issue(
        'ambiguous-heading',
        'error',
        column,
        `the heading ${shownValue(trimmed(heading))} can mean ${ids}`,
        'head the column with the id',
      );
    } else if (meaning !== undefined && 'criterion' in meaning) {
      last = meaning.criterion;
      if (shape === 'wide' && criteria.has(last)) {
        issue(
          'repeated-heading',
          'error',
          column,
          `“${last.label}” heads two columns; the first is read`,
          'keep one of them',
        );
      } else criteria.set(last, { criterion: last, column });
    } else if (meaning !== undefined) {
      const { field } = meaning;
      if (shape === 'wide' && (field === 'note' || field === 'reason') && last !== undefined)
        asides.push({ column, of: last, field });
      else if (fields.has(field)) {
        issue(
          'repeated-heading',
          'error',
          column,
          `two columns are headed as ${field}; the first is read`,
          'keep one of them',
        );
      } else fields.set(field, column);
    } else {
      const beside = besideIn(trimmed(heading));
      const of = beside === undefined ? undefined : names.find(beside.name);
      if (beside !== undefined && of !== undefined && 'id' in of) {
        asides.push({ column, of, field: beside.field });
        continue;
      }
      const near = hints++ < MOST_HINTS ? isIt(trimmed(heading), names.names) : '';
      const isNear = near.startsWith('; is it');
      issue(
        'unknown-heading',
        isNear ? 'warning' : 'info',
        column,
        `the heading ${shownValue(trimmed(heading))} names no criterion; its column is not read`,
        isNear ? near.slice(2) : undefined,
      );
    }
  }
  for (const { column, of, field } of asides) {
    const its = criteria.get(of);
    if (its !== undefined && its[field] === undefined) its[field] = column;
  }
  return { row, shape, fields, criteria: shape === 'wide' ? [...criteria.values()] : [] };
};

/** A heading; where it is blank, as below a merged cell, the nearest one above it that names a field. */
const headingAt = (
  rows: readonly (readonly string[])[],
  row: number,
  column: number,
  meaningOf: (heading: string) => Meaning | undefined,
): string => {
  const heading = rows[row]?.[column] ?? '';
  if (!isBlank(heading)) return heading;
  for (let above = row - 1; above >= Math.max(0, row - 3); above--) {
    const cell = rows[above]?.[column] ?? '';
    if (isBlank(cell)) continue;
    const meaning = meaningOf(cell);
    return meaning !== undefined && 'field' in meaning ? cell : '';
  }
  return '';
};
