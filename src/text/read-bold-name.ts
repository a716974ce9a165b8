import type { Token } from 'markdown-it';
import { markdown } from './markdown.js';

/** A bold opening of a text: its name without markers, and what follows it. */
export interface BoldName {
  readonly name: string;
  readonly rest: string;
}

/** A name is a few words; the limit keeps a paragraph of a million asterisks cheap. */
const LONGEST_OPENING = 1000;
type Tokens = Token[];

/**
 * The bold words a text opens with, by the Markdown reader and not by its own idea of asterisks: the shortest opening that reads as one
 * bold whole. A colon or dash that ends the name, inside the bold or behind it, separates and belongs to neither side.
 */
export function readBoldName(text: string): BoldName | undefined {
  const mark = text.startsWith('**') ? '**' : text.startsWith('__') ? '__' : undefined;
  if (mark === undefined) return undefined;
  const opening = text.slice(0, LONGEST_OPENING);
  let tries = 0;
  for (let at = opening.indexOf(mark, 2); at !== -1 && tries < 20; at = opening.indexOf(mark, at + 1)) {
    tries += 1;
    let end = at + 2;
    while (opening[end] === mark[0]) end += 1;
    const tokens = inlineTokens(opening.slice(0, end));
    if (!isBoldWhole(tokens)) continue;
    const name = withoutSeparator(plainText(tokens));
    return name === '' ? undefined : { name, rest: text.slice(end).replace(SEPARATOR, '') };
  }
  return undefined;
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

function inlineTokens(text: string): Tokens {
  const tokens: Tokens = [];
  const reader = markdown();
  reader.inline.parse(text, reader, {}, tokens);
  return tokens;
}

/** True where the outermost tokens enclose everything and are bold, alone or with italics. */
function isBoldWhole(tokens: Tokens): boolean {
  const shown = tokens.filter((token) => token.type !== 'text' || token.content !== '');
  const [first, second] = shown;
  if (first?.type !== 'strong_open' && !(first?.type === 'em_open' && second?.type === 'strong_open')) return false;
  const closing = shown.findIndex((token, index) => index > 0 && token.level === first.level && token.nesting === -1);
  return closing === shown.length - 1;
}

function plainText(tokens: Tokens): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += plainText(token.children ?? []);
    else text += token.content;
  }
  return text;
}
