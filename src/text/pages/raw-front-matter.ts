/** One line of a page as it stands: its text, and the line break behind it, empty on the last. */
export interface RawLine {
  readonly text: string;
  readonly end: string;
}

/** A page taken apart without a byte of it lost: joined again, `before`, `block` and `after` are the page. */
export interface RawPage {
  /** A byte order mark, blank lines and the opening line. */
  readonly before: string;
  readonly block: readonly RawLine[];
  /** The closing line, from its first hyphen, and all that follows it. */
  readonly after: string;
  /** The body: what follows the closing line. */
  readonly body: string;
  /** The line of the page on which the block begins, from 1. */
  readonly firstLine: number;
  /** The line break of the opening line, for lines that are added. */
  readonly lineBreak: string;
}

const BREAK = /\r\n|\n|\r/gu;
const FENCE = /^---[ \t]*$/u;

/** Finds the front matter of a page; a word where there is none, or none that ends. */
export const rawFrontMatter = (page: string): RawPage | 'none' | { readonly unclosedAt: number } => {
  let at = page.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  let line = lineAt(page, at);
  while (line.text.trim() === '' && line.end !== '') {
    at += line.text.length + line.end.length;
    number++;
    line = lineAt(page, at);
  }
  if (!FENCE.test(line.text) || line.end === '') return 'none';
  const lineBreak = line.end;
  at += line.text.length + line.end.length;
  const before = page.slice(0, at);
  const block: RawLine[] = [];
  while (at < page.length) {
    line = lineAt(page, at);
    if (FENCE.test(line.text)) {
      const end = at + line.text.length + line.end.length;
      return { before, block, after: page.slice(at), body: page.slice(end), firstLine: number + 1, lineBreak };
    }
    block.push(line);
    at += line.text.length + line.end.length;
  }
  return { unclosedAt: number };
};

const lineAt = (page: string, at: number): RawLine => {
  BREAK.lastIndex = at;
  const found = BREAK.exec(page);
  return found === null ? { text: page.slice(at), end: '' } : { text: page.slice(at, found.index), end: found[0] };
};

/** The block as YAML reads it, with plain line breaks. */
export const blockText = (block: readonly RawLine[]): string => block.map(({ text }) => text).join('\n');

/** Lines put together again. */
export const joinLines = (lines: readonly RawLine[]): string => lines.map(({ text, end }) => text + end).join('');
