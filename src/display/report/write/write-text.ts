import { at as itemAt } from '../../../common/at.js';
import {
  type Block,
  type Item,
  type Line,
  type ReportDocument,
  SIGNS,
  type Table,
  type Words,
} from '../document/blocks.js';
import { isForeign } from '../document/is-foreign.js';
import { ownWords, plainWords, terminalWords } from '../document/plain-words.js';
import { fold } from './fold.js';
import { shownWidth } from './shown-width.js';

/** Between two columns of a table. */
const GAP = 2;

/** A document as text for a terminal, folded to so many columns. Pictures are left out: their figures stand in the text. */
export const writeText = (document: ReportDocument, width: number): string => new TextWriter(document, width).all();

class TextWriter {
  readonly #document: ReportDocument;
  readonly #width: number;
  readonly #out: string[] = [];

  constructor(document: ReportDocument, width: number) {
    this.#document = document;
    this.#width = width;
  }

  all(): string {
    this.#heading(this.#inside(this.#document.title), '=');
    for (const one of this.#document.blocks) this.#block(one, 2, '');
    return `${this.#out
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()}\n`;
  }

  /** @param title the heading that the block stands under */
  #block(one: Block, level: number, title: string): void {
    switch (one.kind) {
      case 'section':
        this.#heading(this.#inside(one.title), level === 2 ? '=' : level === 3 ? '-' : '');
        for (const inner of one.blocks) this.#block(inner, level + 1, this.#inside(one.title));
        return;
      case 'paragraph':
        this.#say(this.#inside(one.line));
        break;
      case 'facts':
        this.#facts(one);
        break;
      case 'list':
        this.#list(one.items, '');
        if (one.foot !== undefined) this.#say(own(one.foot), '  ');
        break;
      case 'table':
        this.#table(one, title);
        return;
      case 'picture':
        return;
      case 'notice':
        this.#out.push(`${own(one.title)}${own(this.#document.colon)}`.trimEnd());
        for (const line of one.lines) this.#say(this.#inside(line), '  ');
        break;
    }
    this.#out.push('');
  }

  #inside(line: Line): string {
    return line
      .map((one) => this.#words(one))
      .join('')
      .trim();
  }

  #words(one: string | Words): string {
    if (typeof one === 'string') return own(one);
    const text = terminalWords(plainWords(one.text));
    const address =
      one.address === undefined || one.address === one.text ? '' : ` (${terminalWords(plainWords(one.address))})`;
    const sign = one.mark ? `${SIGNS[one.mark]} ` : '';
    return `${isForeign(one, this.#document) ? '[en] ' : ''}${sign}${text}${address}`;
  }

  /** A paragraph, its first line led by some words, the others indented as far; where that leaves little room, by four. */
  #say(text: string, lead = ''): void {
    const indent = shownWidth(lead);
    const isNarrow = indent > this.#width / 2;
    const lines = isNarrow ? fold(lead + text, this.#width - 4) : fold(text, this.#width - indent);
    for (const [at, line] of lines.entries()) {
      const first = isNarrow ? '' : lead;
      const others = ' '.repeat(isNarrow ? 4 : indent);
      this.#out.push(`${at === 0 ? first : others}${line}`.trimEnd());
    }
  }

  #heading(text: string, under: string): void {
    if (this.#out.length > 0 && this.#out.at(-1) !== '') this.#out.push('');
    const from = this.#out.length;
    this.#say(text);
    if (under !== '') this.#out.push(under.repeat(widest(this.#out.slice(from))));
    this.#out.push('');
  }

  #list(items: readonly Item[], indent: string): void {
    for (const item of items) {
      this.#say(this.#inside(item.line), `${indent}- `);
      if (item.items) this.#list(item.items, `${indent}  `);
    }
  }

  /** What is said of each name, side by side with it. */
  #facts({ entries }: Extract<Block, { kind: 'facts' }>): void {
    const names = entries.map(([name]) => `${own(name)}${this.#document.colon.trimEnd()}`);
    const most = Math.min(Math.floor(this.#width / 2), widest(names));
    for (const [at, [, said]] of entries.entries()) {
      const name = itemAt(names, at);
      this.#say(this.#inside(said), `${name}${' '.repeat(Math.max(1, most + 1 - shownWidth(name)))}`);
    }
  }

  /** A table; its caption is left out where it says what the heading above says. */
  #table({ caption, columns, rows, foot }: Table, title: string): void {
    const name = this.#inside(caption);
    if (name !== title) this.#paragraph(name);
    const head = columns.map(({ title }) => own(title));
    const cells = rows.map((row) => row.map((cell) => this.#inside(cell)));
    const widths = columnWidths([head, ...cells], this.#width);
    if (widths === undefined) this.#rowsAsLists(head, cells);
    else {
      const row = (texts: readonly string[]): void => {
        this.#out.push(...rowLines(texts, widths, columns));
      };
      row(head);
      this.#out.push(widths.map((wide) => '-'.repeat(wide)).join(' '.repeat(GAP)));
      for (const texts of cells) row(texts);
      this.#out.push('');
    }
    if (foot !== undefined) this.#paragraph(own(foot));
  }

  #paragraph(text: string): void {
    this.#say(text);
    this.#out.push('');
  }

  /** A table that is too wide: each row below the other, with the headings before the cells. */
  #rowsAsLists(head: readonly string[], cells: readonly (readonly string[])[]): void {
    for (const [first = '', ...others] of cells) {
      this.#say(first);
      for (const [at, cell] of others.entries())
        this.#say(cell, `  ${itemAt(head, at + 1)}${this.#document.colon.trimEnd()} `);
      this.#out.push('');
    }
  }
}

/** The lines of a row whose cells are folded to their columns; numbers stand on the right. */
const rowLines = (
  texts: readonly string[],
  widths: readonly number[],
  columns: Table['columns'],
): readonly string[] => {
  const folded = texts.map((text, at) => fold(text, widths[at] ?? 1));
  const height = folded.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((wide, column) => {
        const text = folded[column]?.[at] ?? '';
        const space = ' '.repeat(Math.max(0, wide - shownWidth(text)));
        return columns[column]?.numbers ? space + text : text + space;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
};

const own = (text: string): string => terminalWords(ownWords(text));

/**
 * How wide each column becomes: as wide as what it holds where all fits. Else each begins at its longest word, and what room is left goes,
 * column by column, to the one whose longest cell would be folded most. Nothing where not even the words fit beside each other.
 */
const columnWidths = (rows: readonly (readonly string[])[], width: number): number[] | undefined => {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
  const whole = columns.map((cells) => widest(cells));
  const room = width - GAP * (columns.length - 1);
  const sum = (widths: readonly number[]): number => widths.reduce((total, wide) => total + wide, 0);
  if (sum(whole) <= room) return whole;
  const widths = columns.map((cells) => Math.min(WIDEST_WORD, widest(cells.flatMap((cell) => cell.split(' ')))));
  let left = room - sum(widths);
  if (left < 0) return undefined;
  for (; left > 0; left--) {
    let most = 0;
    widths.forEach((wide, at) => {
      if ((whole[at] ?? 0) * (widths[most] ?? 1) > (whole[most] ?? 0) * wide) most = at;
    });
    widths[most] = (widths[most] ?? 0) + 1;
  }
  return widths;
};

/** Longer words are broken in a table. */
const WIDEST_WORD = 24;

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, shownWidth(text)), 1);
