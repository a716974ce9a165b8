import type { Token } from 'markdown-it';
import { at } from '../../common/at.js';
import { markdown } from './markdown.js';
import type { StructuredLines } from './structure-lines.js';

/** Lines of the answer by their index, without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An item of a numbered list, by the lines it covers. */
export interface NumberedItem extends Stretch {
  readonly number: number;
  /** The first text of the item, if it opens with one. */
  readonly opening: string;
  /** The lines of the item after that text, without the item's indentation. */
  readonly rest: string;
  /** True where a blank line stands between the two. */
  readonly looseRest: boolean;
}

/** One outermost block of a Markdown text. */
export type Block = Stretch & { readonly type: string } & (
    | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
    | { readonly kind: 'heading'; readonly level: number; readonly text: string }
    | { readonly kind: 'rule' | 'paragraph' | 'other' }
  );

/** Cuts Markdown into its outermost blocks, by the line numbers of the CommonMark reader. */
export function readBlocks(answer: StructuredLines): readonly Block[] {
  const tokens = markdown().parse(answer.structure.join('\n'), {});
  const blocks: Block[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token?.map || token.level !== 0) continue;
    let end = index + 1;
    while (end < tokens.length && tokens[end]?.level !== 0) end += 1;
    blocks.push(toBlock(tokens, index, end, answer));
    index = end - 1;
  }
  return blocks;
}

function toBlock(tokens: readonly Token[], start: number, end: number, answer: StructuredLines): Block {
  const token = at(tokens, start);
  const [from, to] = token.map ?? [0, 0];
  const { type } = token;
  if (type === 'ordered_list_open') {
    return { from, to, type, kind: 'numbered', items: readItems(tokens, start + 1, end, answer) };
  }
  if (type === 'heading_open') {
    return { from, to, type, kind: 'heading', level: Number(token.tag[1]), text: tokens[start + 1]?.content ?? '' };
  }
  return { from, to, type, kind: type === 'hr' ? 'rule' : type === 'paragraph_open' ? 'paragraph' : 'other' };
}

/** Cut out only where a description needs it: most blocks are paragraphs that belong to no item. */
export function sourceOfBlock(lines: readonly string[], block: Block): string {
  return sourceOf(lines, block.from, block.to);
}

/** The lines of a block; an indentation of the whole block, which Markdown allows up to three blanks, is taken away. */
function sourceOf(lines: readonly string[], start: number, end: number): string {
  const own = lines.slice(start, end);
  const indent = /^ {0,3}/.exec(own.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  return trimBlankLines(own.map((line) => dedent(line, indent)).join('\n'));
}

function readItems(
  tokens: readonly Token[],
  first: number,
  last: number,
  { lines, texts, structure, numbers }: StructuredLines,
): NumberedItem[] {
  const items: NumberedItem[] = [];
  for (let index = first; index < last; index += 1) {
    const token = tokens[index];
    if (token?.type !== 'list_item_open' || !token.map) continue;
    const [start, end] = token.map;
    const inline = tokens[index + 2];
    const opens = tokens[index + 1]?.type === 'paragraph_open' && inline?.map ? inline : undefined;
    const from = opens?.map?.[1] ?? start;
    // Most items are one line, which is not indented.
    const indent = from < end || from > start + 1 ? indentOf(structure[start] ?? '') : 0;
    const rest = from < end ? lines.slice(from, end).map((line) => dedent(line, indent)) : undefined;
    // The reader saw some lines veiled; the item opens with what they say.
    const opening = opens?.map?.[0] === start ? openingOf(lines, texts, start, from, indent) : opens?.content;
    items.push({
      number: (numbers.size > 0 ? numbers.get(start) : undefined) ?? Number(token.info),
      from: start,
      to: end,
      opening: opening ?? '',
      rest: rest ? trimBlankLines(rest.join('\n')) : '',
      looseRest: rest?.[0]?.trim() === '',
    });
  }
  return items;
}

function openingOf(
  lines: readonly string[],
  texts: readonly string[],
  from: number,
  to: number,
  indent: number,
): string {
  const first = (texts[from] ?? '').replace(MARKER, '');
  if (to === from + 1) return first.trim();
  return [first, ...lines.slice(from + 1, to).map((line) => dedent(line, indent))].join('\n').trim();
}

const MARKER = /^ {0,3}\d{1,9}[.)][ \t]*/;

/** How far the text of an item is indented: its number, the sign after it and up to four blanks. */
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
  if (!text.includes('\n')) return text.trim() === '' ? '' : text.trimEnd();
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? '' : lines.slice(first).join('\n').trimEnd();
}
