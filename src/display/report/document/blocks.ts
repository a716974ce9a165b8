/**
 * What every report is made of before it is written as HTML, Markdown or text. A kind of report puts the blocks together once, and each
 * way of writing knows all blocks, so that six kinds and three ways are nine files and not eighteen.
 */

/** Words that came with the values of a report. No way of writing trusts them. */
export interface Words {
  readonly text: string;
  /** Set where the words are English whatever the language of the report: messages and hints of issues, sentences of decisions. */
  readonly lang?: 'en' | undefined;
  readonly strong?: true | undefined;
  /** Where the words lead to. Where that is not safe to follow they are no link; the address may be the words themselves. */
  readonly address?: string | undefined;
  /** How a reader should take them at a glance. A sign stands beside the words, so that colour is never all there is. */
  readonly mark?: Mark | undefined;
}

/** Good news, something short of what is asked, still open, or set aside. */
export type Mark = 'good' | 'short' | 'open' | 'aside';

/** The sign of each mark. */
export const SIGNS: Readonly<Record<Mark, string>> = { good: '✓', short: '✗', open: '?', aside: '–' };

/** A line: the report’s own words as plain strings, and words that came with the values. */
export type Line = readonly (string | Words)[];

export interface Item {
  readonly line: Line;
  readonly items?: readonly Item[] | undefined;
}

export interface Column {
  readonly title: string;
  /** True where its cells are numbers, which are set to the end of the cell. */
  readonly numbers?: true | undefined;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: Line;
  readonly columns: readonly Column[];
  /** As many cells as columns; the first of a row is its header. */
  readonly rows: readonly (readonly Line[])[];
  /** What is said below: how many rows were left out. */
  readonly foot?: string | undefined;
}

export type Block =
  | { readonly kind: 'section'; readonly title: Line; readonly blocks: readonly Block[] }
  | { readonly kind: 'paragraph'; readonly line: Line }
  /** Names with what is said of each. */
  | { readonly kind: 'facts'; readonly entries: readonly (readonly [name: string, said: Line])[] }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly foot?: string | undefined }
  | Table
  /** A picture, as SVG. What it shows stands beside it in words too, so text goes without. */
  | { readonly kind: 'picture'; readonly svg: string }
  | { readonly kind: 'notice'; readonly title: string; readonly lines: readonly Line[] };

export interface ReportDocument {
  /** The language of the report’s own words, as a BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: Line;
  readonly blocks: readonly Block[];
  /** What stands between a name and what is said of it: a colon, with the spaces of the language. */
  readonly colon: string;
}

/** Words that came with the values. */
export const given = (text: string, more: Omit<Words, 'text'> = {}): Words => ({ text, ...more });

/** The same as a line of its own. */
export const line = (text: string, more: Omit<Words, 'text'> = {}): Line => [given(text, more)];

/** No section, list or table without anything in it is put into a report. */
export const present = (blocks: readonly (Block | undefined)[]): Block[] =>
  blocks.filter((block): block is Block => block !== undefined && !isEmpty(block));

const isEmpty = (block: Block): boolean => {
  switch (block.kind) {
    case 'section':
      return block.blocks.length === 0;
    case 'facts':
      return block.entries.length === 0;
    case 'list':
      return block.items.length === 0 && block.foot === undefined;
    case 'table':
      return block.rows.length === 0 && block.foot === undefined;
    case 'notice':
      return block.lines.length === 0;
    case 'paragraph':
    case 'picture':
      return false;
  }
};
