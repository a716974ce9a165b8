import { expectOptions, expectShape, listOf, maybe, name, text, wordOf } from '../../common/expect-shape.js';
import { shownValue } from '../../common/shown-value.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { headingKey } from './fields.js';
import { sheetIssue } from './sheet-issue.js';
import { ERROR_HINT, isBlank, isSpreadsheetError, sameTexts, trimmed, wordKey } from './word-key.js';

/** Ratings as the verbs of agreement take them, with the names of the subjects and the raters. */
export interface RaterRows {
  readonly subjects: readonly string[];
  readonly raters: readonly string[];
  /** A row for each subject, in it a place for each rater; `null` where a rater gave none. */
  readonly ratings: readonly (readonly (string | null)[])[];
  /** Every category, lowest first, where these were given. */
  readonly categories?: readonly string[] | undefined;
}

export interface RatersFromRowsOptions {
  /** Every category, lowest first; cells are read as one of them, whatever their case and spacing. Left out: cells are taken as they are, without the space around them. */
  readonly categories?: readonly string[] | undefined;
  /** Words for *no rating* beside blank cells: `['NA', '-']`. */
  readonly missing?: readonly string[] | undefined;
  /** `wide`: a row a subject, a column a rater; `long`: subject, rater and rating on each row. Found where left out. */
  readonly shape?: 'wide' | 'long' | undefined;
}

const SUBJECT = ['subject', 'setting', 'school', 'case', 'item', 'unit', 'criterion', 'target'];
const RATER = ['rater', 'assessor', 'validator', 'judge', 'moderator', 'observer', 'reviewer', 'coder'];
const RATING = ['rating', 'level', 'category', 'judgement', 'judgment', 'grade', 'score', 'code', 'value'];

/**
 * A table of raters’ ratings as `agreement` takes it. *Wide*: the first row has the raters’ names over their columns, the first column names the subjects.
 * *Long*: the headings subject (or setting), rater (or validator) and rating (or level). A blank subject repeats the one above it in a long table.
 *
 * Issues: `no-headings`, `too-large` (errors: there is no value); `unknown-category`, `repeated-rating`, `spreadsheet-error`, `no-subject`, `no-rater` (errors: the cell or row is not read), at row
 * and column.
 *
 * @throws TypeError or RangeError for rows that are no lists of texts, and for options that do not exist.
 *
 * @example
 * const read = ratersFromRows([['setting', 'A', 'B'], ['Hilltop', 'met', 'Met '], ['Bay', 'partly', '']], { categories: ['partly', 'met'] });
 * read.ok && read.value.ratings // => [['met', 'met'], ['partly', null]]
 */
export const ratersFromRows = (
  rows: readonly (readonly string[])[],
  options: RatersFromRowsOptions = {},
): Result<RaterRows> => {
  expectShape('ratersFromRows', 'rows', rows, ROWS);
  expectOptions('ratersFromRows', options, OPTIONS);
  const issues: Issue[] = [];
  const head = rows.findIndex((row) => row.filter((cell) => !isBlank(cell)).length >= 2);
  const headings = rows[head] ?? [];
  const columnOf = (words: readonly string[]): number =>
    headings.findIndex((heading) => words.includes(headingKey(heading)));
  const [subject, rater, rating] = [columnOf(SUBJECT), columnOf(RATER), columnOf(RATING)];
  const isLong = subject >= 0 && rater >= 0 && rating >= 0;
  if (head < 0 || (options.shape === 'long' && !isLong)) {
    const hint = 'head the columns with the raters’ names, the subjects first; or with “subject”, “rater” and “rating”';
    issues.push(sheetIssue('no-headings', 'error', [], 'no row has the headings of a table of raters', hint));
    return { ok: false, issues };
  }
  const table = new RaterTable(options, issues);
  const same = sameTexts();
  if (isLong && options.shape !== 'wide') {
    let above = '';
    rows.slice(head + 1).forEach((row, i) => {
      if (row.every(isBlank)) return;
      const named = trimmed(row[subject] ?? '');
      if (named !== '') above = same(named);
      table.add(head + 1 + i, rating, above, trimmed(row[rater] ?? ''), row[rating] ?? '');
    });
  } else {
    const first = headings.findIndex((heading) => !isBlank(heading));
    const subjectColumn = subject >= 0 ? subject : Math.min(first, 0);
    const columns = headings.flatMap((heading, column) =>
      column !== subjectColumn && !isBlank(heading) ? [{ column, rater: same(trimmed(heading)) }] : [],
    );
    rows.slice(head + 1).forEach((row, i) => {
      if (row.every(isBlank)) return;
      const named = trimmed(row[subjectColumn] ?? '');
      for (const { column, rater: of } of columns) table.add(head + 1 + i, column, named, of, row[column] ?? '');
    });
  }
  if (table.cells() > MOST_CELLS) {
    const message = `the table has ${table.cells()} places of raters by subjects; at most 10,000,000 are read`;
    return {
      ok: false,
      issues: [sheetIssue('too-large', 'error', [], message, 'split it into several tables')],
    };
  }
  return { ok: true, value: table.value(), issues };
};

const MOST_CELLS = 10_000_000;

const ROWS = /* @__PURE__ */ (() => listOf('rows', listOf('texts', text)))();
const OPTIONS = /* @__PURE__ */ (() => ({
  categories: maybe(listOf('names', name)),
  missing: maybe(listOf('words', text)),
  shape: maybe(wordOf(['wide', 'long'])),
}))();

class RaterTable {
  readonly #subjects = new Map<string, Map<number, string | null>>();
  readonly #raters = new Map<string, number>();
  readonly #categories: ReadonlyMap<string, string> | undefined;
  readonly #missing: ReadonlySet<string>;

  constructor(
    readonly options: RatersFromRowsOptions,
    readonly issues: Issue[],
  ) {
    this.#categories = options.categories && new Map(options.categories.map((one) => [wordKey(one), one]));
    this.#missing = new Set((options.missing ?? []).map(wordKey));
  }

  add(row: number, column: number, subject: string, rater: string, cell: string): void {
    const issue = (code: string, message: string, hint: string): void => {
      this.issues.push(sheetIssue(code, 'error', [row, column], message, hint));
    };
    const isBroken = (text: string): boolean => isSpreadsheetError(text) && !this.#missing.has(wordKey(text));
    const broken = (text: string): void =>
      issue('spreadsheet-error', `${shownValue(trimmed(text))} is a spreadsheet error`, ERROR_HINT);
    if (isBroken(subject) || isBroken(rater)) return broken(isBroken(subject) ? subject : rater);
    if (subject === '') return issue('no-subject', `row ${row + 1} names no subject`, 'fill it in');
    if (rater === '') return issue('no-rater', `row ${row + 1} names no rater`, 'fill it in');
    let of = this.#subjects.get(subject);
    if (of === undefined) this.#subjects.set(subject, (of = new Map()));
    let place = this.#raters.get(rater);
    if (place === undefined) this.#raters.set(rater, (place = this.#raters.size));
    if (isBlank(cell) || this.#missing.has(wordKey(cell))) return;
    if (isBroken(cell)) return broken(cell);
    const category = this.#categories === undefined ? trimmed(cell) : this.#categories.get(wordKey(cell));
    if (category === undefined) {
      const known = (this.options.categories ?? [])
        .slice(0, 10)
        .map((one) => `“${one}”`)
        .join(', ');
      return issue(
        'unknown-category',
        `${shownValue(trimmed(cell))} is not a category`,
        `the categories are ${known}; or name it in the option “missing”`,
      );
    }
    if (of.has(place)) {
      return issue(
        'repeated-rating',
        `${shownValue(rater)} rates ${shownValue(subject)} twice; the first is kept`,
        'keep one of them',
      );
    }
    of.set(place, category);
  }

  cells(): number {
    return this.#subjects.size * this.#raters.size;
  }

  value(): RaterRows {
    const raters = [...this.#raters.keys()];
    const { categories } = this.options;
    return {
      subjects: [...this.#subjects.keys()],
      raters,
      ratings: [...this.#subjects.values()].map((of) => raters.map((_, place) => of.get(place) ?? null)),
      ...(categories !== undefined && { categories }),
    };
  }
}
