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
export const writeText = (document: ReportDocument, width: number): string => {
  const out: string[] = [];

  const oneOf = (one: string | Words): string => {
    if (typeof one === 'string') return own(one);
    const text = terminalWords(plainWords(one.text));
    const address =
      one.address === undefined || one.address === one.text ? '' : ` (${terminalWords(plainWords(one.address))})`;
    const sign = one.mark ? `${SIGNS[one.mark]} ` : '';
    return `${isForeign(one, document) ? '[en] ' : ''}${sign}${text}${address}`;
  };
  const inside = (line: Line): string => line.map(oneOf).join('').trim();

  const gap = (): void => {
    if (out.length > 0 && out.at(-1) !== '') out.push('');
  };
  /** A paragraph, its first line led by some words, the others indented as far; where that leaves little room, by four. */
  const say = (text: string, lead = ''): void => {
    const indent = shownWidth(lead);
    if (indent > width / 2) {
      fold(lead + text, width - 4).forEach((line, at) => out.push(`${at === 0 ? '' : '    '}${line}`.trimEnd()));
      return;
    }
    fold(text, width - indent).forEach((line, at) => {
      out.push(`${at === 0 ? lead : ' '.repeat(indent)}${line}`.trimEnd());
    });
  };
  const heading = (text: string, under: string): void => {
    gap();
    const from = out.length;
    say(text);
    if (under !== '') out.push(under.repeat(widest(out.slice(from))));
    out.push('');
  };

  const list = (items: readonly Item[], indent: string): void => {
    for (const item of items) {
      say(inside(item.line), `${indent}- `);
      if (item.items) list(item.items, `${indent}  `);
    }
  };

  /** A table; its caption is left out where it says what the heading above says. */
  const table = ({ caption, columns, rows, foot }: Table, title: string): void => {
    const name = inside(caption);
    if (name !== title) {
      say(name);
      out.push('');
    }
    const head = columns.map(({ title }) => own(title));
    const cells = rows.map((row) => row.map(inside));
    const widths = columnWidths([head, ...cells], width);
    if (widths === undefined) {
      for (const [first = '', ...others] of cells) {
        say(first);
        others.forEach((cell, at) => say(cell, `  ${head[at + 1] ?? ''}${document.colon.trimEnd()} `));
        out.push('');
      }
    } else {
      const row = (texts: readonly string[]): void => {
        const folded = texts.map((text, at) => fold(text, widths[at] ?? 1));
        const height = folded.reduce((most, lines) => Math.max(most, lines.length), 1);
        for (let at = 0; at < height; at++) {
          const line = widths.map((wide, column) => {
            const text = folded[column]?.[at] ?? '';
            const space = ' '.repeat(Math.max(0, wide - shownWidth(text)));
            return columns[column]?.numbers ? space + text : text + space;
          });
          out.push(line.join(' '.repeat(GAP)).trimEnd());
        }
      };
      row(head);
      out.push(widths.map((wide) => '-'.repeat(wide)).join(' '.repeat(GAP)));
      for (const texts of cells) row(texts);
      out.push('');
    }
    if (foot !== undefined) {
      say(own(foot));
      out.push('');
    }
  };

  const block = (one: Block, level: number, title: string): void => {
    switch (one.kind) {
      case 'section':
        heading(inside(one.title), level === 2 ? '=' : level === 3 ? '-' : '');
        for (const inner of one.blocks) block(inner, level + 1, inside(one.title));
        return;
      case 'paragraph':
        say(inside(one.line));
        out.push('');
        return;
      case 'facts': {
        const names = one.entries.map(([name]) => `${own(name)}${document.colon.trimEnd()}`);
        const most = Math.min(Math.floor(width / 2), widest(names));
        one.entries.forEach(([, said], at) => {
          const name = names[at] ?? '';
          say(inside(said), `${name}${' '.repeat(Math.max(1, most + 1 - shownWidth(name)))}`);
        });
        out.push('');
        return;
      }
      case 'list':
        list(one.items, '');
        if (one.foot !== undefined) say(own(one.foot), '  ');
        out.push('');
        return;
      case 'table':
        table(one, title);
        return;
      case 'picture':
        return;
      case 'notice':
        out.push(`${own(one.title)}${own(document.colon)}`.trimEnd());
        for (const line of one.lines) say(inside(line), '  ');
        out.push('');
        return;
    }
  };

  heading(inside(document.title), '=');
  for (const one of document.blocks) block(one, 2, '');
  return `${out
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
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
