import type { Token } from 'markdown-it';
import { markdown } from './markdown.js';

/** An item of a numbered list, by the lines it covers. */
export interface NumberedItem {
  readonly number: number;
  /** The first text of the item, if it opens with one. */
  readonly opening: string;
  /** The lines of the item behind that text, without the item's indentation. */
  readonly rest: string;
  /** True where a blank line stands between the two. */
  readonly looseRest: boolean;
}

/** One outermost block of a Markdown text. */
export type Block =
  | { readonly kind: 'numbered'; readonly source: string; readonly items: readonly NumberedItem[] }
  | { readonly kind: 'heading'; readonly source: string; readonly level: number; readonly text: string }
  | { readonly kind: 'rule' | 'paragraph' | 'other'; readonly type: string; readonly source: string };

/** Cuts Markdown into its outermost blocks, by the line numbers of the CommonMark reader. */
export function readBlocks(text: string): readonly Block[] {
  const source = text.replace(/\r\n?/g, '\n');
  const lines = source.split('\n');
  const tokens = markdown().parse(source, {});
  const blocks: Block[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token?.map || token.level !== 0 || token.nesting === -1) continue;
    const end = token.nesting === 1 ? closingOf(tokens, index) : index;
    blocks.push(toBlock(token, tokens.slice(index, end + 1), lines));
    index = end;
  }
  return blocks;
}

function closingOf(tokens: readonly Token[], opening: number): number {
  const level = tokens[opening]?.level;
  for (let index = opening + 1; index < tokens.length; index += 1) if (tokens[index]?.level === level) return index;
  return tokens.length - 1;
}

function toBlock(token: Token, tokens: readonly Token[], lines: readonly string[]): Block {
  const source = sourceOf(lines, token.map?.[0] ?? 0, token.map?.[1] ?? 0);
  if (token.type === 'ordered_list_open') return { kind: 'numbered', source, items: readItems(tokens, lines) };
  if (token.type === 'heading_open') {
    return { kind: 'heading', source, level: Number(token.tag.slice(1)), text: tokens[1]?.content ?? '' };
  }
  const kind = token.type === 'hr' ? 'rule' : token.type === 'paragraph_open' ? 'paragraph' : 'other';
  return { kind, type: token.type, source };
}

/** The lines of a block; an indentation of the whole block, which Markdown allows up to three blanks, is taken away. */
function sourceOf(lines: readonly string[], start: number, end: number): string {
  const own = lines.slice(start, end);
  const indent = /^ {0,3}/.exec(own.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  return trimBlankLines(own.map((line) => dedent(line, indent)).join('\n'));
}

function readItems(tokens: readonly Token[], lines: readonly string[]): NumberedItem[] {
  const items: NumberedItem[] = [];
  const itemLevel = (tokens[0]?.level ?? 0) + 1;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'list_item_open' || token.level !== itemLevel || !token.map) continue;
    const inline = tokens[index + 2];
    const opens = tokens[index + 1]?.type === 'paragraph_open' && inline?.map ? inline : undefined;
    const from = opens?.map?.[1] ?? token.map[0];
    const indent = indentOf(lines[token.map[0]] ?? '');
    const rest = lines.slice(from, token.map[1]).map((line) => dedent(line, indent));
    items.push({
      number: Number(token.info),
      opening: opens?.content ?? '',
      rest: trimBlankLines(rest.join('\n')),
      looseRest: rest[0]?.trim() === '',
    });
  }
  return items;
}

/** How far the text of an item is indented: its number, the sign behind it and up to four blanks. */
function indentOf(line: string): number {
  const marker = /^ {0,3}\d{1,9}[.)]( {1,4}(?! ))?/.exec(line)?.[0] ?? '';
  return marker.endsWith(' ') ? marker.length : marker.length + 1;
}

/** Takes away as much of the indentation as the item has, and no more: what is nested deeper stays nested. */
function dedent(line: string, indent: number): string {
  let width = 0;
  let at = 0;
  for (; at < line.length && width < indent; at += 1) {
    if (line[at] === ' ') width += 1;
    else if (line[at] === '\t') width += 4 - (width % 4);
    else break;
  }
  return ' '.repeat(Math.max(0, width - indent)) + line.slice(at);
}

/** Without blank lines at the start and blanks at the end; the indentation of the first line with text stays. */
export function trimBlankLines(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? '' : lines.slice(first).join('\n').trimEnd();
}
