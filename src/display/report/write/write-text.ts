import { type Block, type Item, type Line, type ReportDocument, SIGNS, type Table, type Words } from '../document/blocks.js';
import { isForeign } from '../document/is-foreign.js';
import { ownWords, plainWords, terminalWords } from '../document/plain-words.js';
import { fold } from './fold.js';
import { shownWidth } from './shown-width.js';

/** Between two columns of a table. */
const GAP = 2;
/** No column of a table is narrower, unless all it holds is. */
const NARROWEST = 12;

/** A document as text for a terminal, folded to so many columns. Pictures are left out: their figures stand in the text. */
export const writeText = (document: ReportDocument, width: number): string => {
  const out: string[] = [];

  const oneOf = (one: string | Words): string => {
    if (typeof one === 'string') return own(one);
    const text = terminalWords(plainWords(one.text));
    const address = one.address === undefined ? '' : ` (${terminalWords(plainWords(one.address))})`;
    const sign = one.mark ? `${SIGNS[one.mark]} ` : '';
    return `${isForeign(one, document) ? '[en] ' : ''}${sign}${text}${address}`;
  };
  const inside = (line: Line): string => line.map(oneOf).join('').trim();

  const gap = (): void => {
    if (out.length > 0 && out.at(-1) !== '') out.push('');
  };
  /** A paragraph, its first line led by some words, the others indented as far. */
  const say = (text: string, lead = ''): void => {
    const indent = shownWidth(lead);
    fold(text, Math.max(NARROWEST, width - indent)).forEach((line, at) => {
      out.push(`${at === 0 ? lead : ' '.repeat(indent)}${line}`.trimEnd());
    });
  };
  const heading = (text: string, under: string): void => {
    gap();
    const from = out.length;
    say(text);
    const widest = out.slice(from).reduce((most, line) => Math.max(most, shownWidth(line)), 0);
    if (under !== '') out.push(under.repeat(widest));
    out.push('');
  };

  const list = (items: readonly Item[], indent: string): void => {
    for (const item of items) {
      say(inside(item.line), `${indent}- `);
      if (item.items) list(item.items, `${indent}  `);
    }
  };

  const table = ({ caption, columns, rows, foot }: Table): void => {
    say(inside(caption));
    out.push('');
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
        const folded = texts.map((text, at) => fold(text, widths[at] ?? NARROWEST));
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

  const block = (one: Block, level: number): void => {
    switch (one.kind) {
      case 'section':
        heading(inside(one.title), level === 2 ? '=' : level === 3 ? '-' : '');
        for (const inner of one.blocks) block(inner, level + 1);
        return;
      case 'paragraph':
        say(inside(one.line));
        out.push('');
        return;
      case 'facts': {
        const names = one.entries.map(([name]) => `${own(name)}${document.colon.trimEnd()}`);
        const widest = Math.min(
          Math.floor(width / 3),
          names.reduce((most, name) => Math.max(most, shownWidth(name)), 0),
        );
        one.entries.forEach(([, said], at) => {
          const name = names[at] ?? '';
          say(inside(said), `${name}${' '.repeat(Math.max(1, widest + 1 - shownWidth(name)))}`);
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
        table(one);
        return;
      case 'picture':
        return;
      case 'notice':
        out.push(own(one.title).toUpperCase());
        for (const line of one.lines) say(inside(line), '  ');
        out.push('');
        return;
    }
  };

  heading(inside(document.title), '=');
  for (const one of document.blocks) block(one, 2);
  return `${out.join('\n').replace(/\n{3,}/gu, '\n\n').trim()}\n`;
};

const own = (text: string): string => terminalWords(ownWords(text));

/**
 * How wide each column becomes: as wide as what it holds where all fits, else the widest are made narrower, as little as will do. Nothing
 * where there are too many columns to stand beside each other.
 */
const columnWidths = (rows: readonly (readonly string[])[], width: number): number[] | undefined => {
  const widths = (rows[0] ?? []).map(() => 1);
  for (const row of rows) row.forEach((text, at) => (widths[at] = Math.max(widths[at] ?? 1, shownWidth(text))));
  const room = width - GAP * (widths.length - 1);
  const least = widths.reduce((sum, wide) => sum + Math.min(wide, NARROWEST), 0);
  if (least > room) return undefined;
  // The common bound for those that are too wide: the greatest with which all fit.
  const fits = (bound: number): boolean => widths.reduce((sum, wide) => sum + Math.min(wide, bound), 0) <= room;
  let bound = NARROWEST;
  while (bound < width && fits(bound + 1)) bound++;
  return widths.map((wide) => Math.min(wide, bound));
};
