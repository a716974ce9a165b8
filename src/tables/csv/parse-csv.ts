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
    return tooLarge(`The text has ${text.length} characters; at most 100,000,000 are read.`);
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
        message: `It is unclear which character separates the cells; ${shown(delimiter)} was used.`,
        hint: 'Give the option “delimiter”.',
      });
    }
  }
  const unguard = options.formulas === 'guard' ? unguardCell : (cell: string): string => cell;
  return new RowReader(text, { start, firstLine: named === undefined ? 1 : 2, delimiter, unguard, issues }).all();
};

const OPTIONS = /* @__PURE__ */ (() => ({ delimiter: maybe(wordOf(DELIMITERS)), formulas: maybe(wordOf(FORMULAS)) }))();

const shown = (delimiter: string): string => (delimiter === '\t' ? 'a tab' : `“${delimiter}”`);

const tooLarge = (message: string): Result<string[][]> => ({
  ok: false,
  issues: [{ code: 'too-large', severity: 'error', path: [], message, hint: 'Split it into several files.' }],
});

interface Reading {
  readonly start: number;
  readonly firstLine: number;
  readonly delimiter: string;
  readonly unguard: (cell: string) => string;
  readonly issues: Issue[];
}

/** Reads a text from its first cell to its last. */
class RowReader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #unguard: (cell: string) => string;
  readonly #issues: Issue[];
  /** What ends a cell that is not quoted. */
  readonly #ends: RegExp;
  readonly #rows: string[][] = [];
  #row: string[] = [];
  #at: number;
  #line: number;
  #untold = 0;

  constructor(text: string, { start, firstLine, delimiter, unguard, issues }: Reading) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#unguard = unguard;
    this.#issues = issues;
    this.#ends = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\r\n]`, 'gu');
    this.#at = start;
    this.#line = firstLine;
  }

  all(): Result<string[][]> {
    for (let cells = 1; this.#at < this.#text.length; cells++) {
      const cell = this.#cell();
      if (cell === undefined) return { ok: false, issues: [...this.#issues, this.#unclosed()] };
      if (cells > MOST_CELLS) return tooLarge('The text has more than 10,000,000 cells; no more are read.');
      this.#row.push(this.#unguard(cell));
      if (this.#at < this.#text.length) this.#passEnd();
    }
    if (this.#row.length > 0) this.#rows.push(this.#row);
    if (this.#untold > 0) {
      const message = `${this.#untold} more issues are not listed here.`;
      this.#issues.push({ code: 'more-issues', severity: 'warning', path: [], message });
    }
    return { ok: true, value: this.#rows, issues: this.#issues };
  }

  /** The cell that begins here, without its quotes; nothing where a quote is never closed. */
  #cell(): string | undefined {
    const isQuoted = this.#text[this.#at] === '"';
    let cell = '';
    if (isQuoted) {
      const quoted = readQuoted(this.#text, this.#at);
      if (quoted === undefined) return undefined;
      cell = quoted.cell;
      this.#line += lineBreaksIn(cell);
      this.#at = quoted.end;
    }
    this.#ends.lastIndex = this.#at;
    const end = this.#ends.exec(this.#text)?.index ?? this.#text.length;
    if (end === this.#at) return cell;
    const rest = this.#text.slice(this.#at, end);
    this.#at = end;
    if (isQuoted) this.#warn(...TEXT_AFTER_QUOTE);
    else if (rest.includes('"')) this.#warn(...STRAY_QUOTE);
    return cell + rest;
  }

  /** Goes behind the separator or the line break that ends a cell. */
  #passEnd(): void {
    if (this.#text[this.#at] === this.#delimiter) {
      this.#at++;
      // A separator at the very end has an empty cell behind it.
      if (this.#at === this.#text.length) this.#row.push('');
      return;
    }
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line++;
    this.#rows.push(this.#row);
    this.#row = [];
  }

  get #place(): (string | number)[] {
    return [this.#rows.length, this.#row.length, `line ${this.#line}`];
  }

  #warn(code: string, message: string, hint: string): void {
    if (this.#issues.length < MOST_ISSUES)
      this.#issues.push({ code, severity: 'warning', path: this.#place, message, hint });
    else this.#untold++;
  }

  #unclosed(): Issue {
    return {
      code: 'unclosed-quote',
      severity: 'error',
      path: this.#place,
      message: 'A cell begins with a quote that is never closed.',
      hint: 'Close the quote, or double each quote inside a quoted cell.',
    };
  }
}

const TEXT_AFTER_QUOTE = [
  'text-after-quote',
  'Text follows a closing quote; it was added to the cell.',
  'Double each quote inside a quoted cell.',
] as const;
const STRAY_QUOTE = [
  'stray-quote',
  'A cell that is not quoted has a quote inside it; it was kept.',
  'Quote the cell, and double the quotes inside it.',
] as const;

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
