import { afterBlanks, afterSigns } from './leading-signs.js';

/** An answer by its lines: as they stand, and as the Markdown reader is to see them. All lists have the same number of lines. */
export interface StructuredLines {
  readonly lines: readonly string[];
  /** With the numbers of items as Markdown writes them, and otherwise as they stand. */
  readonly texts: readonly string[];
  readonly structure: readonly string[];
  /** The true numbers of items whose line was written anew, by the index of the line. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Lines that were read as items though Markdown sees none. */
  readonly guessed: ReadonlySet<number>;
  /** Lines within code fences. */
  readonly code: ReadonlySet<number>;
}

/** What a bold name begins with, in Markdown or in HTML. A link’s bracket may stand before it, which is a sign as others are. */
const BOLD = /(?:\*\*|__|\*__|_\*\*|<b>|<strong>)/y;
/** What ends the signs before a bold name. */
const MEANT = '\\|*_<>$`#.)';
const MOST_SIGNS = 8;
/** A number that Markdown does not know as one: escaped, in brackets, of full width, without a space or with another one after it. */
const FOREIGN_NUMBER = /^( {0,3})\\?\(?([0-9０-９]{1,9})(?:\\?[.)．）、]|[ \t]*[:：])\s{0,4}/;
/** What a foreign number or a bold one begins with: most lines begin with a letter and are asked no more. */
const MAY_BEGIN_NUMBER = /^ {0,3}[\\(*_0-9０-９]/;
const MARKDOWN_NUMBER = /^ {0,3}[0-9]{1,9}[.)][ \t]/;
/** The number inside the bold: `**2. Name**`. */
const BOLD_NUMBER = /^( {0,3})(\*\*|__)([0-9０-９]{1,9})(?:\\?[.)．）])[ \t]*(?=[^\s*_])/u;
const NUMBER_AND_BLANKS = /^( {0,3})([0-9]{1,3})([.)]) {1,4}/;
const FENCE = /^([ \t]*)(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;

/**
 * Prepares an answer for the Markdown reader. Where an answer means an item and Markdown sees none, the line is written as Markdown would
 * have it. Lines of displayed formulas and of code stand for themselves and are veiled, so that a line `=`, `- x` or a quoted text that
 * lost its indentation cannot end an item.
 */
export function structureLines(answer: string): StructuredLines {
  const lines = answer.replace(/\r\n?/g, '\n').split('\n');
  const [texts, structure] = [[...lines], [...lines]];
  const numbers = new Map<number, number>();
  const guessed = new Set<number>();
  const code = new Set<number>();
  const closers = new Closers(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = line.includes('```') || line.includes('~~~') ? FENCE.exec(line) : null;
    const fenceEnd = fence ? closers.fence(at, fence[2] ?? '') : -1;
    if (fenceEnd !== -1) {
      mendFence(structure, at, fenceEnd, line.search(/[`~]/));
      for (let inner = at; inner <= fenceEnd; inner += 1) code.add(inner);
      at = fenceEnd;
      continue;
    }
    const mended = mendNumber(line);
    if (mended) {
      guessed.add(at);
      numbers.set(at, mended.number);
      texts[at] = structure[at] = mended.line;
    }
    const seen = allowUnderParagraph(structure, at, numbers);
    structure[at] = seen.includes('>') ? seen.replace(DEEP_QUOTE, '$1') : seen;
    const end = opensFormula(line) ? closers.formula(at) : -1;
    if (end === -1) continue;
    for (let inner = at + 1; inner <= end; inner += 1) {
      const indent = /^[ \t]*/.exec(lines[inner] ?? '')?.[0] ?? '';
      if ((lines[inner] ?? '').trim() !== '') structure[inner] = `${indent}x`;
    }
    at = end;
  }
  return { lines, texts, structure, numbers, guessed, code };
}

/** Quotes within quotes within quotes: the reader looks at a line as often as they are deep, and nobody writes more than five. */
const DEEP_QUOTE = /^( {0,3}>(?: ?>){4})(?: ?>)+/;

/** Right under a paragraph Markdown begins a list with number 1 only; so a 1 is written where the number goes on. */
function allowUnderParagraph(structure: readonly string[], at: number, numbers: Map<number, number>): string {
  const line = structure[at] ?? '';
  if (!NUMBER_AND_BLANKS.test(line) || (structure[at - 1] ?? '').trim() === '') return line;
  const head = line.slice(0, 60);
  const marker = NUMBER_AND_BLANKS.exec(head);
  if (!marker || marker[2] === '1' || !opensBold(head, marker[0].length)) return line;
  const [all, indent = '', digits = '', sign = ''] = marker;
  numbers.set(at, Number(digits));
  return `${indent}1${sign}${' '.repeat(all.length - indent.length - 2)}${line.slice(all.length)}`;
}

/** Answers where the next closing line stands; each kind is looked for from the front once, so that time grows with the lines only. */
class Closers {
  private readonly dollars: number[] = [];
  private readonly fences: { readonly at: number; readonly sign: string; readonly length: number }[] = [];
  private nextDollar = 0;
  private nextFence = 0;
  constructor(lines: readonly string[]) {
    for (const [at, line] of lines.entries()) {
      if (line.includes('$$')) this.dollars.push(at);
      const mark = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (mark) this.fences.push({ at, sign: mark[0] ?? '', length: mark.length });
    }
  }

  formula(from: number): number {
    while ((this.dollars[this.nextDollar] ?? Number.POSITIVE_INFINITY) <= from) this.nextDollar += 1;
    return this.dollars[this.nextDollar] ?? -1;
  }

  /** Looks at sixteen closing lines at most: an answer does not nest more kinds of fences. */
  fence(from: number, mark: string): number {
    while ((this.fences[this.nextFence]?.at ?? Number.POSITIVE_INFINITY) <= from) this.nextFence += 1;
    for (let next = this.nextFence; next < this.nextFence + 16; next += 1) {
      const fence = this.fences[next];
      if (!fence) return -1;
      if (fence.sign === mark[0] && fence.length >= mark.length) return fence.at;
    }
    return -1;
  }
}

/** An odd number of `$$` on a line: the last one opens a formula over several lines. */
function opensFormula(line: string): boolean {
  let count = 0;
  for (let at = line.indexOf('$$'); at !== -1; at = line.indexOf('$$', at + 2)) count += 1;
  return count % 2 === 1;
}

/** Items within items are indented less; without a bound, many lines under one far fence would each become as long as its indentation. */
const DEEPEST_FENCE = 100;

/** Lines of code that lost their indentation would end the item the code stands in. */
function mendFence(structure: string[], start: number, end: number, column: number): void {
  const indent = Math.min(column, DEEPEST_FENCE);
  if (indent <= 0) return;
  for (let at = start + 1; at <= end; at += 1) {
    const line = structure[at] ?? '';
    if (line.trim() !== '' && line.search(/\S/) < indent) structure[at] = `${' '.repeat(indent)}${line.trimStart()}`;
  }
}

function mendNumber(line: string): { readonly line: string; readonly number: number } | undefined {
  if (!MAY_BEGIN_NUMBER.test(line)) return undefined;
  if (MARKDOWN_NUMBER.test(line)) return undefined;
  const head = line.slice(0, 60);
  const bold = BOLD_NUMBER.exec(head);
  if (bold && line.includes(bold[2] ?? '', bold[0].length)) {
    const number = numberOf(bold[3] ?? '');
    return { number, line: `${bold[1] ?? ''}${number}. ${bold[2] ?? ''}${line.slice(bold[0].length)}` };
  }
  const foreign = FOREIGN_NUMBER.exec(head);
  if (!foreign || !opensBold(head, foreign[0].length)) return undefined;
  const number = numberOf(foreign[2] ?? '');
  return { number, line: `${foreign[1] ?? ''}${number}. ${line.slice(foreign[0].length)}` };
}

function numberOf(digits: string): number {
  return Number(digits.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)));
}

/** A bold name at `from`, with emoji or a bracket before it or without. */
function opensBold(text: string, from: number): boolean {
  BOLD.lastIndex = afterBlanks(text, afterSigns(text, from, MOST_SIGNS, MEANT));
  return BOLD.test(text);
}

const LOOKS_LIKE_ITEM = /^[ \t>|#-]{0,20}\\?\(?([0-9０-９]{1,9})\\?[.)．）、:|]?[)]?[ \t|\u00a0]{0,6}/;

/** The number a line seems to have as an item with a bold name, wherever it stands. */
export function seemingNumber(line: string): number | undefined {
  const head = line.slice(0, 80);
  const found = LOOKS_LIKE_ITEM.exec(head);
  return found && opensBold(head, found[0].length) ? numberOf(found[1] ?? '') : undefined;
}
