import { expectOptions, expectShape, listOf, maybe, text, wordOf } from '../../common/expect-shape.js';
import { type Delimiter, DELIMITERS } from './delimiters.js';
import { type Formulas, FORMULAS, guardCell } from './formulas.js';

export interface ToCsvOptions {
  /** What stands between two cells; a comma where left out. */
  readonly delimiter?: Delimiter | undefined;
  /**
   * `guard`, where left out, puts one apostrophe before each cell that a spreadsheet would take for a formula: one that begins with
   * `=`, `+`, `-`, `@`, a tab or a carriage return, or with apostrophes and then one of these, and is no plain number. `keep` writes cells as they are.
   */
  readonly formulas?: Formulas | undefined;
}

/** What makes a cell need quotes: any separator, so that the one used is found again, quotes, and line breaks. */
const NEEDS_QUOTES = /[,;\t|"\r\n]/u;
/** What a reader would take off the beginning of a text. */
const BEGINS_LIKE_A_MARK = /^(?:\uFEFF|sep=)/iu;

/**
 * Rows as a CSV text (RFC 4180): each row ends in CRLF; cells with a separator, a quote or a line break are quoted, and quotes in them doubled.
 * `parseCsv` gives the same rows back, with `formulas: 'guard'` on both sides or `'keep'` on both; a row without cells comes back as one empty cell.
 *
 * @throws TypeError or RangeError for rows that are not lists of texts, and for an option that is none.
 *
 * @example
 * toCsv([['setting', 'note'], ['Hilltop', '=1+1'], ['Bay', 'one; two']])
 * // => "setting,note\r\nHilltop,'=1+1\r\nBay,\"one; two\"\r\n"
 */
export const toCsv = (rows: readonly (readonly string[])[], options: ToCsvOptions = {}): string => {
  expectShape('toCsv', 'rows', rows, ROWS);
  expectOptions('toCsv', options, OPTIONS);
  const { delimiter = ',', formulas = 'guard' } = options;
  const written = (cell: string, isFirst: boolean): string => {
    const safe = formulas === 'guard' ? guardCell(cell) : cell;
    const needsQuotes = NEEDS_QUOTES.test(safe) || (isFirst && BEGINS_LIKE_A_MARK.test(safe));
    return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows
    .map((row, at) => {
      // Many readers drop empty lines, so that the one empty cell of a row is shown by its quotes.
      const line =
        row.length < 2 && (row[0] ?? '') === ''
          ? '""'
          : row.map((cell, i) => written(cell, at + i === 0)).join(delimiter);
      return `${line}\r\n`;
    })
    .join('');
};

const ROWS = /* @__PURE__ */ (() => listOf('rows', listOf('texts', text)))();
const OPTIONS = /* @__PURE__ */ (() => ({ delimiter: maybe(wordOf(DELIMITERS)), formulas: maybe(wordOf(FORMULAS)) }))();
