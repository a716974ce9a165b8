import type { Token } from 'markdown-it';
import { markdown } from './markdown.js';

/** A bold opening of a text: its name without markers, and what follows it. */
export interface BoldName {
  readonly name: string;
  readonly rest: string;
}

/** A name is a few words; the limit keeps a paragraph of a million asterisks cheap. */
const LONGEST_OPENING = 1000;

/**
 * The bold words a text opens with, by the Markdown reader and not by an own idea of asterisks. The reader gives no positions inside a
 * paragraph, so the end is found as the shortest opening that by itself reads as the same bold words. A colon or dash that ends the
 * name, inside the bold or behind it, separates and belongs to neither side.
 */
export function readBoldName(text: string): BoldName | undefined {
  const mark = text.startsWith('**') ? '**' : text.startsWith('__') ? '__' : undefined;
  if (mark === undefined) return undefined;
  const opening = text.slice(0, LONGEST_OPENING);
  const bold = boldStart(inlineTokens(opening));
  const name = bold && withoutSeparator(plainText(bold));
  if (!bold || !name) return undefined;
  const end = endOfBold(opening, mark, plainText(bold));
  return end === -1 ? undefined : { name, rest: text.slice(end).replace(SEPARATOR, '') };
}

function endOfBold(opening: string, mark: string, words: string): number {
  let tries = 0;
  for (let at = opening.indexOf(mark, 2); at !== -1 && tries < 20; at = opening.indexOf(mark, at + 1)) {
    tries += 1;
    let end = at + 2;
    while (opening[end] === mark[0]) end += 1;
    const tokens = inlineTokens(opening.slice(0, end));
    const bold = boldStart(tokens);
    if (bold?.length === tokens.filter(isShown).length && plainText(bold) === words) return end;
  }
  return -1;
}

/** Plain text of a line of Markdown, without its markers; formulas and code keep their source. */
export function plainInline(text: string): string {
  return withoutSeparator(plainText(inlineTokens(text.slice(0, LONGEST_OPENING))));
}

const SEPARATOR = /^[ \t]*(?:[:：]|[-–—]+(?=[ \t\n]|$)|\.(?=[ \t\n]|$))?[ \t]*/;
const END_OF_NAME = /[ \t]*(?:[:：]|[ \t][-–—])$/;

function withoutSeparator(name: string): string {
  return name.trim().replace(END_OF_NAME, '').trim();
}

function inlineTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const reader = markdown();
  reader.inline.parse(text, reader, {}, tokens);
  return tokens;
}

/** The tokens of the bold words at the start, alone or within italics; `undefined` where the text opens otherwise. */
function boldStart(tokens: readonly Token[]): Token[] | undefined {
  const shown = tokens.filter(isShown);
  const [first, second] = shown;
  if (first?.type !== 'strong_open' && !(first?.type === 'em_open' && second?.type === 'strong_open')) return undefined;
  const closing = shown.findIndex((token, index) => index > 0 && token.level === first.level && token.nesting === -1);
  return shown.slice(0, closing + 1);
}

/** The reader leaves empty texts where markers stood. */
function isShown(token: Token): boolean {
  return token.type !== 'text' || token.content !== '';
}

function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += plainText(token.children ?? []);
    else text += token.content;
  }
  return text;
}
