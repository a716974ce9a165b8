import { maybe, expectOptions, wordOf } from '../../common/expect-shape.js';
import { refuseNoText } from '../../common/refuse.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import { type Delimiter, DELIMITERS, findDelimiter } from './delimiters.js';
import { type Formulas, FORMULAS, unguardCell } from './formulas.js';

export interface ParseCsvOptions {
  /** What stands between two cells; found where left out. */
  readonly delimiter?: Delimiter | undefined;
  /** `guard` takes one apostrophe off each cell that `toCsv` put one before; `keep`, where left out, takes nothing off. */
  readonly formulas?: Formulas | undefined;
}

const MOST_CHARACTERS = 100_000_000;
const MOST_CELLS = 10_000_000;
const MOST_ISSUES = 1_000;

/**
 * The rows of a CSV text (RFC 4180), each a list of its cells, as they stand: nothing is trimmed, no row is made longer, and an empty
 * line is a row of one empty cell.
 *
 * - The separator (`,` `;` tab or `|`) is the one that stands in the most of the first 200 records; a first line `sep=;`, which Excel writes, names it.
 * - A byte order mark is dropped. Rows end in CRLF, LF or CR. Quoted cells may hold separators and line breaks; a quote in them is doubled.
 * - At most 100,000,000 characters and 10,000,000 cells are read, and 1,000 issues told.
 *
 * Issues: `too-large`, `unclosed-quote` (errors: there are no rows); `separator-guessed`, `text-after-quote`, `stray-quote` (warnings).
 * Paths are the row (from 0), the cell (from 0) and the line.
 *
 * @throws TypeError or RangeError for what is no text, and for an option that is none.
 *
 * @example
 * parseCsv('\uFEFFsetting;shared vision\r\nHilltop;"MET "\r\n')
 * // => { ok: true, value: [['setting', 'shared vision'], ['Hilltop', 'MET ']], issues: [] }
 */
export const parseCsv = (text: string, options: ParseCsvOptions = {}): Result<string[][]> => {
  refuseNoText('parseCsv', 'text', text);
  expectOptions('parseCsv', options, OPTIONS);
  if (text.length > MOST_CHARACTERS)
    return tooLarge(`the text has ${text.length} characters; at most 100,000,000 are read`);
  const issues: Issue[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const [, named] = /^sep=([,;\t|])(?:\r\n|\n|\r|$)/iu.exec(text.slice(start, start + 7)) ?? [];
  if (named !== undefined) {
    start += 5;
    start += text.startsWith('\r\n', start) ? 2 : start < text.length ? 1 : 0;
  }
  let delimiter: string | undefined = options.delimiter ?? named;
  if (delimiter === undefined) {
    const found = findDelimiter(start === 0 ? text : text.slice(start));
    delimiter = found.delimiter;
    if (!found.isSure) {
      issues.push({
        code: 'separator-guessed',
        severity: 'warning',
        path: [],
        message: `the cells could be parted by ${shown(delimiter)} or by another sign; ${shown(delimiter)} was taken`,
        hint: 'give the option “delimiter”',
      });
    }
  }
  const unguard = options.formulas === 'guard' ? unguardCell : (cell: string): string => cell;
  return readRows(text, { start, firstLine: named === undefined ? 1 : 2, delimiter, unguard, issues });
};

const OPTIONS = /* @__PURE__ */ (() => ({ delimiter: maybe(wordOf(DELIMITERS)), formulas: maybe(wordOf(FORMULAS)) }))();

const shown = (delimiter: string): string => (delimiter === '\t' ? 'a tab' : `“${delimiter}”`);

const tooLarge = (message: string): Result<string[][]> => ({
  ok: false,
  issues: [{ code: 'too-large', severity: 'error', path: [], message, hint: 'part it into several' }],
});

interface Reading {
  readonly start: number;
  readonly firstLine: number;
  readonly delimiter: string;
  readonly unguard: (cell: string) => string;
  readonly issues: Issue[];
}

const readRows = (text: string, { start, firstLine, delimiter, unguard, issues }: Reading): Result<string[][]> => {
  const rows: string[][] = [];
  const ends = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\r\n]`, 'gu');
  let [row, line, cells, untold]: [string[], number, number, number] = [[], firstLine, 0, 0];
  const warn = (code: string, message: string, hint: string): void => {
    const path = [rows.length, row.length, `line ${line}`];
    if (issues.length < MOST_ISSUES) issues.push({ code, severity: 'warning', path, message, hint });
    else untold++;
  };
  let at = start;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const opened = { row: rows.length, cell: row.length, line };
      const quoted = readQuoted(text, at);
      if (quoted === undefined) {
        return {
          ok: false,
          issues: [
            ...issues,
            {
              code: 'unclosed-quote',
              severity: 'error',
              path: [opened.row, opened.cell, `line ${opened.line}`],
              message: 'a cell begins with a quote that is never closed',
              hint: 'close the quote, or double each quote inside a quoted cell',
            },
          ],
        };
      }
      cell = quoted.cell;
      line += lineBreaksIn(cell);
      at = quoted.end;
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    if (end > at) {
      const rest = text.slice(at, end);
      if (cell !== '' || text[at - 1] === '"') {
        warn(
          'text-after-quote',
          'text stands behind a closing quote; it was added to the cell',
          'double each quote inside a quoted cell',
        );
      } else if (rest.includes('"')) {
        warn(
          'stray-quote',
          'a quote stands inside a cell that is not quoted; it was kept',
          'quote the cell, and double the quotes inside it',
        );
      }
      cell += rest;
    }
    if (++cells > MOST_CELLS) return tooLarge('the text has more than 10,000,000 cells, and no more are read');
    row.push(unguard(cell));
    at = end;
    if (at >= text.length) break;
    if (text[at] === delimiter) {
      at++;
      // A separator at the very end has an empty cell behind it.
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  if (untold > 0) {
    const message = `${untold} more issues are not told here`;
    issues.push({ code: 'more-issues', severity: 'warning', path: [], message });
  }
  return { ok: true, value: rows, issues };
};

/** A quoted cell without its quotes, and where its closing quote ends; nothing where it is never closed. */
const readQuoted = (text: string, open: number): { readonly cell: string; readonly end: number } | undefined => {
  const parts: string[] = [];
  for (let from = open + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return undefined;
    if (text[close + 1] !== '"') {
      parts.push(text.slice(from, close));
      return { cell: parts.join(''), end: close + 1 };
    }
    parts.push(text.slice(from, close + 1));
    from = close + 2;
  }
};

const lineBreaksIn = (cell: string): number => cell.match(/\r\n|\n|\r/gu)?.length ?? 0;
