import { type Block, type Item, type Line, type ReportDocument, SIGNS, type Words } from '../document/blocks.js';
import { addressOf } from '../document/address-of.js';
import { isForeign } from '../document/is-foreign.js';
import { ownWords, plainWords } from '../document/plain-words.js';
import { escapeMarkdown, markdownAddress } from './escape-markdown.js';

/** A document as Markdown with tables, as GitHub and most others know it. Pictures are left out: their figures stand in the text. */
export const writeMarkdown = (document: ReportDocument): string => {
  const out: string[] = [];

  const oneOf = (one: string | Words): string => {
    if (typeof one === 'string') return own(one);
    let text = escapeMarkdown(plainWords(one.text));
    if (text === '') return '';
    const address = addressOf(one);
    if (address !== undefined) text = `[${text}](<${markdownAddress(address)}>)`;
    if (one.strong) text = `**${text}**`;
    if (one.mark) text = `${SIGNS[one.mark]} ${text}`;
    return isForeign(one, document) ? `\\[en\\] ${text}` : text;
  };
  const inside = (line: Line): string => line.map(oneOf).join('').trim();

  const list = (items: readonly Item[], indent: string): void => {
    for (const item of items) {
      out.push(`${indent}- ${inside(item.line)}\n`);
      if (item.items) list(item.items, `${indent}  `);
    }
  };

  const row = (cells: readonly string[]): void => {
    out.push(`| ${cells.join(' | ')} |\n`);
  };

  const block = (one: Block, level: number, title: string): void => {
    switch (one.kind) {
      case 'section':
        out.push(`${'#'.repeat(level)} ${inside(one.title)}\n\n`);
        for (const inner of one.blocks) block(inner, Math.min(6, level + 1), inside(one.title));
        return;
      case 'paragraph':
        out.push(`${inside(one.line)}\n\n`);
        return;
      case 'facts':
        for (const [name, said] of one.entries) {
          out.push(`* **${own(name)}**${own(document.colon)}${inside(said)}\n`);
        }
        out.push('\n');
        return;
      case 'list':
        list(one.items, '');
        out.push('\n');
        if (one.foot !== undefined) out.push(`${own(one.foot)}\n\n`);
        return;
      case 'table':
        // The heading above may have said it.
        if (inside(one.caption) !== title) out.push(`${inside(one.caption)}\n\n`);
        row(one.columns.map(({ title }) => own(title)));
        row(one.columns.map(({ numbers }) => (numbers ? '--:' : '---')));
        for (const cells of one.rows) row(cells.map(inside));
        out.push('\n');
        if (one.foot !== undefined) out.push(`${own(one.foot)}\n\n`);
        return;
      case 'picture':
        return;
      case 'notice':
        out.push(`> **${own(one.title)}**\n`);
        for (const line of one.lines) out.push(`>\n> ${inside(line)}\n`);
        out.push('\n');
        return;
    }
  };

  out.push(`# ${inside(document.title)}\n\n`);
  for (const one of document.blocks) block(one, 2, '');
  return `${out.join('').trimEnd()}\n`;
};

const own = (text: string): string => escapeMarkdown(ownWords(text));
