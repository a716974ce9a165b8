import type { Token } from 'markdown-it';
import { afterBlanks, afterSigns } from './leading-signs.js';
import type { Place } from './inline-state.js';
import { markdown } from './markdown.js';

/** A bold opening of a text: its name without markers, and what follows it. */
export interface BoldName {
  readonly name: string;
  readonly rest: string;
  /** Signs before the bold, such as an emoji, that are no part of the name. */
  readonly signs: string;
  /** Where a link leads that stands around the bold or in it. */
  readonly links: readonly string[];
}

/** A name is a few words; the limit keeps a paragraph of a million asterisks cheap. */
const LONGEST_OPENING = 400;
/** Beyond this it is no name but a paragraph. */
const LONGEST_LOOSE_NAME = 200;
const TICK_BOX = /^\[[ xX]\][ \t]+/;
/** What a name may begin with, or Markdown, HTML and formulas. */
const MEANT = '*_[]()<>\\$`!&"\'“‘«:|-';
const MOST_SIGNS = 12;
/**
 * A bold name whose signs say nothing in Markdown, as most names are. It begins with a letter or a digit; it ends with one, or with a sign
 * of punctuation before a blank, a colon or the end. Other signs at either end need the rules of CommonMark for what stands beside a marker.
 */
const SIMPLE =
  /^\*\*(?=[A-Za-z0-9À-ÖØ-öø-ɏ])((?:[^*_`[\]<>&\\$!\n\0]|&(?![#A-Za-z0-9])){1,396})(?:(?<=[A-Za-z0-9À-ÖØ-öø-ɏ])|(?<=[)?%.:])(?=\*\*(?:[:\s]|$)))\*\*(?!\*)/u;
const PLAIN = /^[A-Za-z0-9 ,./’'()%?-]*$/;
const NO_LINKS: readonly string[] = [];
const HTML_BOLD = /^<(b|strong)>([^<]{1,500})<\/\1>/i;

/**
 * The bold words a text opens with, by the Markdown reader and not by an own idea of asterisks. A colon or dash that ends the name, inside
 * the bold or after it, separates and belongs to neither side. Where the reader finds no bold because a space or a letter stands on the
 * wrong side of the asterisks (`**Act:**do`, `**Act **`), the first pair of them is taken.
 */
export function readBoldName(text: string): BoldName | undefined {
  const simple = SIMPLE.exec(text);
  if (simple) return toName(simple[1] ?? '', text.slice(simple[0].length), '', NO_LINKS);
  const opening = text.slice(0, LONGEST_OPENING);
  const signs = signsBefore(opening);
  const bare = opening.slice(signs.length);
  const rest = text.slice(signs.length);
  const html = HTML_BOLD.exec(bare);
  if (html) return toName(plainInline(html[2] ?? ''), rest.slice(html[0].length), signs, NO_LINKS);
  if (!/^(?:\*{2}|_{2}|\*_|_\*|\[)/.test(bare)) return undefined;
  if (!hasTwice(bare, '**') && !hasTwice(bare, '__')) return undefined;
  const bold = boldStart(bare);
  if (bold) return toName(plainText(bold.tokens), rest.slice(bold.end), signs, linksOf(bold.tokens));
  const loose = LOOSE.exec(bare);
  const inner = (loose?.[2] ?? '').trim();
  if (!loose || inner === '' || inner.length > LONGEST_LOOSE_NAME) return undefined;
  return toName(plainInline(inner), rest.slice(loose[0].length), signs, NO_LINKS);
}

/** Emoji, arrows, a box to tick: signs that are no words and no Markdown, with the blanks after them. */
function signsBefore(text: string): string {
  const box = TICK_BOX.exec(text)?.[0].length ?? 0;
  const end = afterSigns(text, box, MOST_SIGNS, MEANT);
  return text.slice(0, end === box ? box : afterBlanks(text, end));
}

/** Bold words have a mark on either side. Most hostile text has not, and need not be read. */
function hasTwice(text: string, mark: string): boolean {
  const first = text.indexOf(mark);
  return first !== -1 && text.includes(mark, first + mark.length);
}

/** The first pair of bold marks, whatever stands beside them. */
const LOOSE = /^(\*\*|__)([^*_]{1,400})\1/;

function toName(words: string, rest: string, signs: string, links: readonly string[]): BoldName | undefined {
  const name = withoutSeparator(words);
  return name === '' ? undefined : { name, rest: rest.replace(SEPARATOR, ''), signs: signs.trim(), links };
}

/** Plain text of a line of Markdown, without its markers; formulas and code keep their source. */
export function plainInline(text: string): string {
  const opening = text.slice(0, LONGEST_OPENING);
  return withoutSeparator(PLAIN.test(opening) ? opening : plainText(inlineTokens(opening)));
}

const SEPARATOR = /^[ \t]*(?:[:：]|[-–—]+(?=[ \t\n]|$)|\.(?=[ \t\n]|$))?[ \t]*/;
const END_OF_NAME = /[ \t]*(?:[:：]|[ \t][-–—])$/;

function withoutSeparator(name: string): string {
  const trimmed = name.trim();
  return END_OF_NAME.test(trimmed.slice(-3)) ? trimmed.replace(/(?:[:：]|[-–—])$/, '').trim() : trimmed;
}

function inlineTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const reader = markdown();
  reader.inline.parse(text, reader, {}, tokens);
  return tokens;
}

/** The tokens of the bold words at the start, alone, in italics or in a link, and where they end; `undefined` where the text opens otherwise. */
function boldStart(text: string): { readonly tokens: readonly Token[]; readonly end: number } | undefined {
  const shown = inlineTokens(text).filter(isShown);
  const [first, second] = shown;
  const wrapped = (first?.type === 'em_open' || first?.type === 'link_open') && second?.type === 'strong_open';
  if (!first || (first.type !== 'strong_open' && !wrapped)) return undefined;
  const closing = shown.findIndex((token, index) => index > 0 && token.level === first.level && token.nesting === -1);
  const end = endOf(shown[closing], text);
  return end === undefined ? undefined : { tokens: shown.slice(0, closing + 1), end };
}

/** What follows the words of a link: a bracket, and where it leads. */
const END_OF_LINK = /^\]\((?:[^()\\\s]|\\.|\([^()\s]*\))*(?:[ \n]+(?:"[^"]*"|'[^']*'))?[ \n]*\)/;

function endOf(closing: Token | undefined, text: string): number | undefined {
  const place = closing?.meta as Place | null | undefined;
  if (!closing || !place) return undefined;
  if (closing.type !== 'link_close') return place.pos + place.offset + closing.markup.length;
  const end = END_OF_LINK.exec(text.slice(place.pos));
  return end ? place.pos + end[0].length : undefined;
}

function linksOf(tokens: readonly Token[]): readonly string[] {
  if (tokens.every((token) => token.type !== 'link_open')) return NO_LINKS;
  return tokens.flatMap((token) =>
    token.type === 'link_open' ? [String(token.attrs?.find(([name]) => name === 'href')?.[1] ?? '')] : [],
  );
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
