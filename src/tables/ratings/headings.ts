import { at } from '../../common/at.js';
import { MOST_HINTS, nameHelp } from '../../common/nearest-name.js';
import { shownValue } from '../../common/shown-value.js';
import type { Criterion, Fact } from '../../model/rubrics/rubric.js';
import type { Issue } from '../../model/shared/issue.js';
import { type Aside, type Field, fieldOf, headingKey } from './fields.js';
import { type Meaning, meaningIn, meaningInLong, meaningSaid } from './meaning.js';
import type { SheetNames } from './names.js';
import { sheetIssue } from './sheet-issue.js';
import { isBlank, trimmed } from './word-key.js';

/** What stands in each column of a sheet. */
export interface Layout {
  /** The position of the row of headings. */
  readonly row: number;
  /** The first row behind the headings. */
  readonly firstRow: number;
  readonly shape: 'wide' | 'long';
  /** The column of each field there is. */
  readonly fields: ReadonlyMap<Field, number>;
  /** Of a wide sheet, the criteria with their columns. */
  readonly criteria: readonly CriterionColumns[];
  /** The facts that have columns of their own, in sheets of either shape. */
  readonly facts: readonly FactColumns[];
  /** The columns that list priorities. */
  readonly priorities: readonly number[];
}

/** The columns beside the one of a rating or an answer, by what they say. */
export type BesideColumns = { readonly [A in Aside]?: number };

export interface CriterionColumns {
  readonly criterion: Criterion;
  /** The column of the levels; absent where the sheet has only something beside them. */
  readonly column?: number | undefined;
  readonly beside: BesideColumns;
}

export interface FactColumns {
  readonly fact: Fact;
  readonly column: number;
  readonly beside: BesideColumns;
}

const MOST_ROWS_ABOVE = 50;
export interface HeadingOptions {
  /** Headings as they stand in the sheet, and what each means: the id of a criterion or a fact, or a field. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
  readonly shape?: 'wide' | 'long' | undefined;
}

/** Finds the row of headings, and reads it; without one there is an issue. */
export const findLayout = (
  rows: readonly (readonly string[])[],
  names: SheetNames,
  { headings = {}, shape }: HeadingOptions,
  issues: Issue[],
): Layout | undefined => {
  const said = new Map(Object.entries(headings).map(([heading, means]) => [headingKey(heading), means]));
  const meaningOf = (heading: string): Meaning | undefined => {
    if (isBlank(heading)) return undefined;
    const means = said.get(headingKey(heading));
    return means === undefined ? meaningIn(heading, names) : meaningSaid(means, names);
  };
  let best: { readonly row: number; readonly shape: 'wide' | 'long'; readonly score: number } | undefined;
  for (let row = 0; row < Math.min(rows.length, MOST_ROWS_ABOVE); row++) {
    const fields = new Set<Field>();
    let named = 0;
    for (const cell of at(rows, row)) {
      const meaning = meaningOf(cell);
      if (meaning === undefined) continue;
      if ('field' in meaning) fields.add(meaning.field);
      else named++;
    }
    const isLong = fields.has('criterion') && fields.has('level');
    if (isLong && shape !== 'wide') {
      best = { row, shape: 'long', score: Number.POSITIVE_INFINITY };
      break;
    }
    if (shape === 'long' || named === 0) continue;
    const score = named + fields.size;
    if (best === undefined || score > best.score) best = { row, shape: 'wide', score };
  }
  if (best === undefined) {
    const message = `none of the first ${Math.min(rows.length, MOST_ROWS_ABOVE)} rows has the headings of a sheet of ratings`;
    const hint =
      'head columns with the criteria, by label or id; or with “setting”, “criterion” and “level”; or say in the option “headings” what the headings mean';
    issues.push(sheetIssue('no-headings', 'error', [], message, hint));
    return undefined;
  }
  if (best.shape === 'wide' && isTurned(rows, best.row, meaningOf)) {
    const message = 'the criteria are in rows and the settings are in columns';
    issues.push(
      sheetIssue(
        'no-headings',
        'error',
        [best.row],
        message,
        'swap rows and columns: one row per setting, one column per criterion',
      ),
    );
    return undefined;
  }
  return new HeadingReader(rows, best, meaningOf, names, issues).layout();
};

/** Whether the criteria of a sheet stand in its first column, and its headings, at best one criterion, are the first of these. */
const isTurned = (
  rows: readonly (readonly string[])[],
  row: number,
  meaningOf: (heading: string) => Meaning | undefined,
): boolean => {
  const named = (cell: string | undefined): boolean => {
    const meaning = cell === undefined ? undefined : meaningOf(cell);
    return meaning !== undefined && ('criterion' in meaning || 'fact' in meaning) && meaning.aside === undefined;
  };
  const column = at(rows, row).findIndex((cell) => !isBlank(cell));
  if (!named(rows[row]?.[column]) || at(rows, row).filter(named).length > 1) return false;
  const below = rows.slice(row + 1, row + 1 + MOST_ROWS_ABOVE).filter((cells) => !cells.every(isBlank));
  return (
    below.length > 0 &&
    below.every((cells) => isBlank(cells[column] ?? '') || named(cells[column])) &&
    below.some((cells) => named(cells[column]))
  );
};

/** Whether the row below the headings divides them: *Rating* and *Comment* under a criterion that stands over both. */
const dividesHeadings = (cells: readonly string[] | undefined): boolean => {
  const given = (cells ?? []).filter((cell) => !isBlank(cell));
  return given.length > 1 && given.every((cell) => isAside(fieldOf(cell)) || fieldOf(cell) === 'level');
};

interface Columns<Of> {
  readonly of: Of;
  column?: number;
  readonly beside: { -readonly [A in Aside]?: number };
}

/** Reads the headings of a sheet from left to right. */
class HeadingReader {
  readonly #rows: readonly (readonly string[])[];
  readonly #row: number;
  readonly #shape: 'wide' | 'long';
  readonly #meaningOf: (heading: string) => Meaning | undefined;
  readonly #allNames: readonly string[];
  readonly #issues: Issue[];
  readonly #fields = new Map<Field, number>();
  readonly #criteria = new Map<string, Columns<Criterion>>();
  readonly #facts = new Map<string, Columns<Fact>>();
  readonly #priorities: number[] = [];
  /** The criterion, or in a long sheet the fact, nearest to the left: *Comments* alone is beside it. */
  #last: Columns<Criterion | Fact> | undefined;
  #hints = 0;

  constructor(
    rows: readonly (readonly string[])[],
    { row, shape }: { readonly row: number; readonly shape: 'wide' | 'long' },
    meaningOf: (heading: string) => Meaning | undefined,
    names: SheetNames,
    issues: Issue[],
  ) {
    this.#rows = rows;
    this.#row = row;
    this.#shape = shape;
    this.#meaningOf = meaningOf;
    this.#allNames = [...names.criteria, ...names.facts];
    this.#issues = issues;
  }

  layout(): Layout {
    const below = this.#rows[this.#row + 1];
    const divided = this.#shape === 'wide' && dividesHeadings(below) ? below : undefined;
    const width = Math.max(at(this.#rows, this.#row).length, divided?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const own = headingAt(this.#rows, this.#row, column, this.#meaningOf);
      const heading = isBlank(own) ? (divided?.[column] ?? '') : own;
      if (!isBlank(heading)) this.#read(heading, column);
    }
    return {
      row: this.#row,
      firstRow: this.#row + (divided === undefined ? 1 : 2),
      shape: this.#shape,
      fields: this.#fields,
      priorities: this.#priorities,
      criteria: [...this.#criteria.values()].map(({ of: criterion, column, beside }) => ({
        criterion,
        column,
        beside,
      })),
      facts: [...this.#facts.values()].flatMap(({ of: fact, column, beside }) =>
        column === undefined ? [] : [{ fact, column, beside }],
      ),
    };
  }

  #read(heading: string, column: number): void {
    const plain = this.#meaningOf(heading);
    const meaning = this.#shape === 'long' ? meaningInLong(heading, plain) : plain;
    if (meaning === undefined) this.#unknown(heading, column);
    else if ('several' in meaning) this.#ambiguous(heading, column, meaning.several);
    else if ('field' in meaning) this.#field(heading, column, meaning.field);
    // Of a long sheet the criteria stand in the rows, and only facts may have columns of their own.
    else if (this.#shape !== 'long' || !('criterion' in meaning)) this.#named(column, meaning);
  }

  #issue(code: string, severity: Issue['severity'], column: number, message: string, hint?: string): void {
    this.#issues.push(sheetIssue(code, severity, [this.#row, column], message, hint));
  }

  #unknown(heading: string, column: number): void {
    const help = this.#hints++ < MOST_HINTS ? nameHelp(trimmed(heading), this.#allNames) : undefined;
    const near = help?.isNear ? help.clause : undefined;
    const message = `the heading ${shownValue(trimmed(heading))} names no criterion; its column is not read`;
    this.#issue('unknown-heading', near === undefined ? 'info' : 'warning', column, message, near);
  }

  #ambiguous(heading: string, column: number, several: readonly string[]): void {
    const ids = several
      .slice(0, 5)
      .map((id) => `“${id}”`)
      .join(' and ');
    const message = `the heading ${shownValue(trimmed(heading))} can mean ${ids}`;
    this.#issue('ambiguous-heading', 'error', column, message, 'head the column with the id');
  }

  #twice(column: number, what: string): void {
    this.#issue('repeated-heading', 'error', column, `${what}; the first is read`, 'keep one of them');
  }

  #field(heading: string, column: number, field: Field): void {
    const isWide = this.#shape === 'wide';
    if (field === 'priorities' || (field === 'priority' && isWide)) this.#priorities.push(column);
    else if (isAside(field) && this.#last !== undefined) this.#beside(this.#last, field, column);
    else if (isAside(field) && isWide) {
      const message = `the heading ${shownValue(trimmed(heading))} does not follow a criterion column; its column is not read`;
      this.#issue('unknown-heading', 'info', column, message);
    } else if (this.#fields.has(field)) this.#twice(column, `two columns are headed as ${field}`);
    else this.#fields.set(field, column);
    // Behind these, what a long sheet says beside is of the criterion in the row.
    if (field === 'criterion' || field === 'level') this.#last = undefined;
  }

  #beside(its: Columns<Criterion | Fact>, aside: Aside, column: number): void {
    if (its.beside[aside] === undefined) its.beside[aside] = column;
    else this.#twice(column, `“${its.of.label}” has two columns headed as ${aside}`);
  }

  #named(column: number, meaning: Extract<Meaning, { criterion: Criterion } | { fact: Fact }>): void {
    const its =
      'criterion' in meaning
        ? columnsOf(this.#criteria, meaning.criterion)
        : columnsOf<Fact>(this.#facts, meaning.fact);
    if (meaning.aside !== undefined) {
      this.#beside(its, meaning.aside, column);
      return;
    }
    this.#last = its;
    if (its.column === undefined) its.column = column;
    else this.#twice(column, `“${its.of.label}” heads two columns`);
  }
}

/** The columns of a criterion or a fact, none at first. */
const columnsOf = <Of extends { readonly id: string }>(known: Map<string, Columns<Of>>, of: Of): Columns<Of> => {
  const columns = known.get(of.id) ?? { of, beside: {} };
  known.set(of.id, columns);
  return columns;
};

const isAside = (field: Field | undefined): field is Exclude<Aside, 'priority'> =>
  field === 'note' || field === 'reason' || field === 'evidence' || field === 'said-by' || field === 'said-on';

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
