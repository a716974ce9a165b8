import {
  type Block,
  type Item,
  type Line,
  type ReportDocument,
  SIGNS,
  type Table,
  type Words,
} from '../document/blocks.js';
import { addressOf } from '../document/address-of.js';
import { isForeign } from '../document/is-foreign.js';
import { ownWords, plainWords } from '../document/plain-words.js';
import { escapeMarkdown, markdownAddress } from './escape-markdown.js';

/** A document as Markdown with tables, as GitHub and most others know it. Pictures are left out: their figures stand in the text. */
export const writeMarkdown = (document: ReportDocument): string => new MarkdownWriter(document).all();

class MarkdownWriter {
  readonly #document: ReportDocument;
  readonly #out: string[] = [];

  constructor(document: ReportDocument) {
    this.#document = document;
  }

  all(): string {
    this.#out.push(`# ${this.#inside(this.#document.title)}\n\n`);
    for (const one of this.#document.blocks) this.#block(one, 2, '');
    return `${this.#out.join('').trimEnd()}\n`;
  }

  /** @param title the heading that the block stands under */
  #block(one: Block, level: number, title: string): void {
    switch (one.kind) {
      case 'section':
        this.#out.push(`${'#'.repeat(level)} ${this.#inside(one.title)}\n\n`);
        for (const inner of one.blocks) this.#block(inner, Math.min(6, level + 1), this.#inside(one.title));
        return;
      case 'paragraph':
        this.#out.push(this.#inside(one.line), '\n');
        break;
      case 'facts':
        for (const [name, said] of one.entries)
          this.#out.push(`* **${own(name)}**${own(this.#document.colon)}${this.#inside(said)}\n`);
        break;
      case 'list':
        this.#list(one.items, '');
        this.#foot(one.foot);
        break;
      case 'table':
        this.#table(one, title);
        break;
      case 'picture':
        return;
      case 'notice':
        this.#out.push(`> **${own(one.title)}**\n`);
        for (const line of one.lines) this.#out.push(`>\n> ${this.#inside(line)}\n`);
        break;
    }
    this.#out.push('\n');
  }

  #inside(line: Line): string {
    return line
      .map((one) => this.#words(one))
      .join('')
      .trim();
  }

  #words(one: string | Words): string {
    if (typeof one === 'string') return own(one);
    let text = escapeMarkdown(plainWords(one.text));
    if (text === '') return '';
    const address = addressOf(one);
    if (address !== undefined) text = `[${text}](<${markdownAddress(address)}>)`;
    if (one.strong) text = `**${text}**`;
    if (one.mark) text = `${SIGNS[one.mark]} ${text}`;
    return isForeign(one, this.#document) ? `\\[en\\] ${text}` : text;
  }

  #list(items: readonly Item[], indent: string): void {
    for (const item of items) {
      this.#out.push(`${indent}- ${this.#inside(item.line)}\n`);
      if (item.items) this.#list(item.items, `${indent}  `);
    }
  }

  #table({ caption, columns, rows, foot }: Table, title: string): void {
    const name = this.#inside(caption);
    // The heading above may have said it.
    if (name !== title) this.#out.push(`${name}\n\n`);
    this.#row(columns.map((column) => own(column.title)));
    this.#row(columns.map(({ numbers }) => (numbers ? '--:' : '---')));
    for (const cells of rows) this.#row(cells.map((cell) => this.#inside(cell)));
    this.#foot(foot);
  }

  #row(cells: readonly string[]): void {
    this.#out.push(`| ${cells.join(' | ')} |\n`);
  }

  /** What stands below a list or a table, as a paragraph. */
  #foot(foot: string | undefined): void {
    if (foot !== undefined) this.#out.push(`\n${own(foot)}\n`);
  }
}

const own = (text: string): string => escapeMarkdown(ownWords(text));
