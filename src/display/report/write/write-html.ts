import { escapeMarkup } from '../../markup/escape-markup.js';
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

export interface HtmlPlace {
  /** What every id begins with. */
  readonly idPrefix: string;
  /** The level of the title’s heading; those inside follow on. */
  readonly headingLevel: number;
}

/** Hebrew, Arabic and the other scripts from right to left, and the marks of direction. */
const FROM_RIGHT = /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A document as the inside of a page: its title and its blocks. */
export const writeHtml = (document: ReportDocument, place: HtmlPlace): string => new HtmlWriter(document, place).all();

class HtmlWriter {
  readonly #document: ReportDocument;
  readonly #place: HtmlPlace;
  readonly #out: string[] = [];
  #ids = 0;

  constructor(document: ReportDocument, place: HtmlPlace) {
    this.#document = document;
    this.#place = place;
  }

  all(): string {
    const { headingLevel } = this.#place;
    this.#out.push(`<h${headingLevel}>${this.#inside(this.#document.title)}</h${headingLevel}>\n`);
    for (const one of this.#document.blocks) this.#block(one, headingLevel + 1);
    return this.#out.join('');
  }

  /** @param title the heading that the block stands under */
  #block(one: Block, level: number, title = ''): void {
    switch (one.kind) {
      case 'section': {
        const id = this.#newId();
        this.#out.push(`<section>\n<h${level} id="${id}">${this.#inside(one.title)}</h${level}>\n`);
        for (const inner of one.blocks) this.#block(inner, Math.min(6, level + 1), this.#inside(one.title));
        this.#out.push('</section>\n');
        return;
      }
      case 'paragraph':
        this.#paragraph(one.line);
        return;
      case 'facts':
        this.#facts(one);
        return;
      case 'list':
        this.#list(one.items);
        if (one.foot !== undefined) this.#paragraph([one.foot]);
        return;
      case 'table':
        this.#table(one, title);
        return;
      case 'picture':
        this.#out.push(`<figure tabindex="0">${one.svg}</figure>\n`);
        return;
      case 'notice':
        this.#out.push(`<div class="notice" role="note">\n<p><strong>${this.#words(one.title)}</strong></p>\n`);
        for (const line of one.lines) this.#paragraph(line);
        this.#out.push('</div>\n');
        return;
    }
  }

  #newId(): string {
    return `${this.#place.idPrefix}${++this.#ids}`;
  }

  #inside(line: Line): string {
    return line.map((one) => this.#words(one)).join('');
  }

  #words(one: string | Words): string {
    if (typeof one === 'string') return escapeMarkup(ownWords(one));
    const text = escapeMarkup(plainWords(one.text));
    const address = addressOf(one);
    let html = address === undefined ? text : `<a href="${escapeMarkup(address)}">${text}</a>`;
    if (one.mark) html = `<span class="${one.mark}"><span aria-hidden="true">${SIGNS[one.mark]}</span> ${html}</span>`;
    if (one.strong) html = `<strong>${html}</strong>`;
    const lang = isForeign(one, this.#document) ? ' lang="en"' : '';
    // What runs the other way is kept from turning around the words beside it.
    const isolate = lang !== '' || this.#document.direction === 'rtl' || FROM_RIGHT.test(one.text);
    return isolate ? `<bdi${lang}>${html}</bdi>` : html;
  }

  #paragraph(line: Line): void {
    this.#out.push(`<p>${this.#inside(line)}</p>\n`);
  }

  #facts({ entries }: Extract<Block, { kind: 'facts' }>): void {
    this.#out.push('<dl>\n');
    for (const [name, said] of entries)
      this.#out.push(`<div><dt>${this.#words(name)}</dt><dd>${this.#inside(said)}</dd></div>\n`);
    this.#out.push('</dl>\n');
  }

  #list(items: readonly Item[]): void {
    this.#out.push('<ul>\n');
    for (const item of items) {
      this.#out.push(`<li>${this.#inside(item.line)}`);
      if (item.items && item.items.length > 0) {
        this.#out.push('\n');
        this.#list(item.items);
      }
      this.#out.push('</li>\n');
    }
    this.#out.push('</ul>\n');
  }

  /** A table wider than the screen is moved sideways by itself, by keyboard too. A caption that says what the heading above says is only heard. */
  #table({ caption, columns, rows, foot }: Table, title: string): void {
    const id = this.#newId();
    const name = this.#inside(caption);
    const side = columns.map(({ numbers }) => (numbers ? ' class="number"' : ''));
    const classOf = (cell: Line, at: number): string => (isDate(cell) ? ' class="date"' : (side[at] ?? ''));
    this.#out.push(`<div class="wide" role="group" tabindex="0" aria-labelledby="${id}">\n<table>\n`);
    this.#out.push(`<caption id="${id}"${name === title ? ' class="said"' : ''}>${name}</caption>\n<thead>\n<tr>`);
    for (const [at, column] of columns.entries())
      this.#out.push(`<th scope="col"${side[at]}>${this.#words(column.title)}</th>`);
    this.#out.push('</tr>\n</thead>\n<tbody>\n');
    for (const [first = [], ...others] of rows) {
      this.#out.push(`<tr><th scope="row"${classOf(first, 0)}>${this.#inside(first)}</th>`);
      for (const [at, cell] of others.entries())
        this.#out.push(`<td${classOf(cell, at + 1)}>${this.#inside(cell)}</td>`);
      this.#out.push('</tr>\n');
    }
    this.#out.push('</tbody>\n</table>\n</div>\n');
    if (foot !== undefined) this.#paragraph([foot]);
  }
}

/** A date is not broken at its hyphens. */
const isDate = ([first, ...more]: Line): boolean =>
  more.length === 0 && typeof first === 'object' && /^\d{4}-\d\d-\d\d$/u.test(first.text);

/** The words of a line alone. */
export const lineText = (line: Line): string =>
  line.map((one) => (typeof one === 'string' ? one : plainWords(one.text))).join('');
