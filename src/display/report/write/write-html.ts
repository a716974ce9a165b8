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
export const writeHtml = (document: ReportDocument, { idPrefix, headingLevel }: HtmlPlace): string => {
  const out: string[] = [];
  let ids = 0;
  const newId = (): string => `${idPrefix}${++ids}`;

  const oneOf = (one: string | Words): string => {
    if (typeof one === 'string') return escapeMarkup(ownWords(one));
    const text = escapeMarkup(plainWords(one.text));
    const address = addressOf(one);
    let html = address === undefined ? text : `<a href="${escapeMarkup(address)}">${text}</a>`;
    if (one.mark) html = `<span class="${one.mark}"><span aria-hidden="true">${SIGNS[one.mark]}</span> ${html}</span>`;
    if (one.strong) html = `<strong>${html}</strong>`;
    const lang = isForeign(one, document) ? ' lang="en"' : '';
    // What runs the other way is kept from turning around the words beside it.
    const isolate = lang !== '' || document.direction === 'rtl' || FROM_RIGHT.test(one.text);
    return isolate ? `<bdi${lang}>${html}</bdi>` : html;
  };
  const inside = (line: Line): string => line.map(oneOf).join('');
  const paragraph = (line: Line): string => `<p>${inside(line)}</p>\n`;

  const list = (items: readonly Item[]): void => {
    out.push('<ul>\n');
    for (const item of items) {
      out.push(`<li>${inside(item.line)}`);
      if (item.items && item.items.length > 0) {
        out.push('\n');
        list(item.items);
      }
      out.push('</li>\n');
    }
    out.push('</ul>\n');
  };

  /** A table wider than the screen is moved sideways by itself, by keyboard too. A caption that says what the heading above says is only heard. */
  const table = ({ caption, columns, rows, foot }: Table, title: string): void => {
    const id = newId();
    const side = columns.map(({ numbers }) => (numbers ? ' class="number"' : ''));
    out.push(`<div class="wide" role="group" tabindex="0" aria-labelledby="${id}">\n<table>\n`);
    out.push(
      `<caption id="${id}"${inside(caption) === title ? ' class="said"' : ''}>${inside(caption)}</caption>\n<thead>\n<tr>`,
    );
    columns.forEach(({ title }, at) => out.push(`<th scope="col"${side[at]}>${oneOf(title)}</th>`));
    out.push('</tr>\n</thead>\n<tbody>\n');
    for (const [first = [], ...others] of rows) {
      out.push(`<tr><th scope="row"${isDate(first) ? ' class="date"' : side[0]}>${inside(first)}</th>`);
      others.forEach((cell, at) =>
        out.push(`<td${isDate(cell) ? ' class="date"' : side[at + 1]}>${inside(cell)}</td>`),
      );
      out.push('</tr>\n');
    }
    out.push('</tbody>\n</table>\n</div>\n');
    if (foot !== undefined) out.push(paragraph([foot]));
  };

  const block = (one: Block, level: number, title = ''): void => {
    switch (one.kind) {
      case 'section': {
        const id = newId();
        out.push(`<section>\n<h${level} id="${id}">${inside(one.title)}</h${level}>\n`);
        for (const inner of one.blocks) block(inner, Math.min(6, level + 1), inside(one.title));
        out.push('</section>\n');
        return;
      }
      case 'paragraph':
        out.push(paragraph(one.line));
        return;
      case 'facts':
        out.push('<dl>\n');
        for (const [name, said] of one.entries) {
          out.push(`<div><dt>${oneOf(name)}</dt><dd>${inside(said)}</dd></div>\n`);
        }
        out.push('</dl>\n');
        return;
      case 'list':
        list(one.items);
        if (one.foot !== undefined) out.push(paragraph([one.foot]));
        return;
      case 'table':
        table(one, title);
        return;
      case 'picture':
        out.push(`<figure tabindex="0">${one.svg}</figure>\n`);
        return;
      case 'notice':
        out.push(`<div class="notice" role="note">\n<p><strong>${oneOf(one.title)}</strong></p>\n`);
        for (const line of one.lines) out.push(paragraph(line));
        out.push('</div>\n');
        return;
    }
  };

  out.push(`<h${headingLevel}>${inside(document.title)}</h${headingLevel}>\n`);
  for (const one of document.blocks) block(one, headingLevel + 1);
  return out.join('');
};

/** A date is not broken at its hyphens. */
const isDate = ([first, ...more]: Line): boolean =>
  more.length === 0 && typeof first === 'object' && /^\d{4}-\d\d-\d\d$/u.test(first.text);

/** The words of a line alone. */
export const lineText = (line: Line): string =>
  line.map((one) => (typeof one === 'string' ? one : plainWords(one.text))).join('');
