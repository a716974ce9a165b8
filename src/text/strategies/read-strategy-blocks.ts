import { plainInline, readBoldName } from './read-bold-name.js';
import { type Block, type NumberedItem, type Stretch, sourceOfBlock, trimBlankLines } from './read-blocks.js';

/** A numbered item or heading, with the lines it covers. */
export interface Found extends Stretch {
  readonly number: number;
  /** `undefined` for an item without a bold name that stands between items with one. */
  readonly name: string | undefined;
  readonly description: string;
  readonly signs?: string | undefined;
  readonly links?: readonly string[] | undefined;
}

/** Walks the outermost blocks of an answer and takes the strategies of its lists and numbered headings, in the order they stand. */
export function readStrategyBlocks(blocks: readonly Block[], lines: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.kind === 'heading' && headingNumber(block.text) !== undefined) {
      index = readSections(blocks, lines, index, block.level, found);
    } else if (block?.kind === 'numbered') {
      index = readList(blocks, lines, index, found);
    }
  }
  return found;
}

/**
 * A list with the lists that go on with its numbers. Blocks between two of them are read as part of the item before: an unindented
 * paragraph, bullet list or code block interrupts a list for Markdown, not for the reader. Returns the index of the last block used.
 */
function readList(blocks: readonly Block[], lines: readonly string[], start: number, found: Found[]): number {
  const own: Found[] = [];
  const last = readRun(blocks, lines, start, own);
  // Numbered items without any bold name are no strategies, and nobody misses them.
  if (own.some((item) => item.name !== undefined)) for (const item of own) found.push(item);
  return last;
}

function readRun(blocks: readonly Block[], lines: readonly string[], start: number, found: Found[]): number {
  let at = start;
  let takenBefore = 0;
  for (;;) {
    const block = blocks[at];
    if (block?.kind !== 'numbered') return at;
    const next = continuation(blocks, at, block.items);
    const last = block.items[block.items.length - 1];
    const until =
      next ?? at + 1 + (takenBefore > 0 && last && isNameAlone(last) ? followers(blocks, at, takenBefore) : 0);
    const between = until > at + 1 ? blocks.slice(at + 1, until) : [];
    for (const item of block.items) addItem(item, item === last ? between : [], lines, found);
    if (next === undefined) return until - 1;
    takenBefore = between.length;
    at = next;
  }
}

/** The list after `at` that goes on counting where this one stops, if no heading or rule comes between. */
function continuation(blocks: readonly Block[], at: number, items: readonly NumberedItem[]): number | undefined {
  const last = items[items.length - 1]?.number;
  if (last === undefined) return undefined;
  for (let index = at + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block || block.kind === 'heading' || block.kind === 'rule') return undefined;
    if (block.kind === 'numbered') return block.items[0]?.number === last + 1 ? index : undefined;
  }
  return undefined;
}

/** The last item of such a list: it gets as many blocks as the item before it had, so that the closing words stay out. */
function followers(blocks: readonly Block[], at: number, most: number): number {
  let count = 0;
  while (count < most) {
    const block = blocks[at + 1 + count];
    if (!block || block.kind === 'heading' || block.kind === 'rule' || block.kind === 'numbered') break;
    count += 1;
  }
  return count;
}

function isNameAlone(item: NumberedItem): boolean {
  return item.rest === '' && readBoldName(item.opening)?.rest.trim() === '';
}

function addItem(item: NumberedItem, between: readonly Block[], lines: readonly string[], found: Found[]): void {
  const bold = readBoldName(item.opening);
  const { from, number } = item;
  const to = between[between.length - 1]?.to ?? item.to;
  const text = bold ? bold.rest.trim() : item.opening;
  const own = item.rest === '' ? text : text === '' ? item.rest : `${text}${joint(item)}${item.rest}`;
  const description =
    between.length === 0
      ? own
      : [own, ...between.map((block) => sourceOfBlock(lines, block))].filter((part) => part !== '').join('\n\n');
  found.push({ from, to, number, name: bold?.name, description, signs: bold?.signs, links: bold?.links });
}

/** Bullets directly under a paragraph stay directly under it. */
function joint(item: NumberedItem): string {
  return item.looseRest ? '\n\n' : '\n';
}

/** `1. Name` or `1) Name` as the text of a heading, with or without bold around it. */
const NUMBERED = /^\d{1,3}[.)][ \t]+(?=\S)/;

function headingNumber(text: string): string | undefined {
  if (!/\d/.test(text)) return undefined;
  const plain = plainInline(text);
  return NUMBERED.test(plain) ? plain : undefined;
}

type Section = { readonly name: string; readonly number: number; readonly from: number; readonly blocks: Block[] };

/** Numbered headings of one level, up to a heading that is not one of them. Returns the index of the last block used. */
function readSections(
  blocks: readonly Block[],
  lines: readonly string[],
  start: number,
  level: number,
  found: Found[],
): number {
  const sections: Section[] = [];
  let at = start;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    if (block.kind === 'heading' && block.level <= level) {
      const title = block.level === level ? headingNumber(block.text) : undefined;
      if (title === undefined) break;
      sections.push({
        name: title.replace(NUMBERED, ''),
        number: Number.parseInt(title, 10),
        from: block.from,
        blocks: [],
      });
    } else sections[sections.length - 1]?.blocks.push(block);
  }
  dropClosing(sections, lines);
  for (const { name, number, from, blocks: inside } of sections) {
    const to = inside[inside.length - 1]?.to ?? from + 1;
    const description = trimBlankLines(inside.map((block) => sourceOfBlock(lines, block)).join('\n\n'));
    found.push({ name, number, from, to, description });
  }
  return at - 1;
}

const CLOSING =
  /^(?:In (?:summary|conclusion|essence|short|closing)\b|Overall\b|To (?:summari[sz]e|sum up|conclude)\b|Ultimately,|In the end,)/;

/**
 * The last section has no end of its own: closing words of the whole answer stand after it. Its last paragraph is left out where it
 * says so ("In summary …") or where, without it, the section is built like an earlier one, and with it like none.
 */
function dropClosing(sections: readonly Section[], lines: readonly string[]): void {
  const last = sections[sections.length - 1];
  const end = last?.blocks[last.blocks.length - 1];
  if (!last || last.blocks.length < 2 || end?.kind !== 'paragraph') return;
  const shapes = new Set(sections.slice(0, -1).map((section) => shapeOf(section.blocks)));
  const unlikeOthers = !shapes.has(shapeOf(last.blocks)) && shapes.has(shapeOf(last.blocks.slice(0, -1)));
  if (CLOSING.test(sourceOfBlock(lines, end)) || unlikeOthers) last.blocks.pop();
}

function shapeOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'other' ? block.type : block.kind)).join(' ');
}
