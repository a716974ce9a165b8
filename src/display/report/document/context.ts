import type { ReportMessages, ReportWords } from '../../../model/messages/report-messages.js';
import type { PictureOptions } from '../../pictures/picture-options.js';
import type { Block, Column, Item, Line } from './blocks.js';
import { type Figures, figuresIn } from './figures.js';

/** What a kind of report is made with. */
export interface Context {
  readonly words: ReportWords;
  readonly messages: ReportMessages;
  readonly figures: Figures;
  /** The most rows of a table, or entries of a list. */
  readonly limit: number;
  /** A picture as a block; nothing where the report is not written with pictures, or where there is more than a picture shows. */
  readonly picture: (draw: (options: PictureOptions) => string) => Block | undefined;
}

/** `idPrefix` is what the ids of pictures begin with; without it there are none. */
export const contextOf = (words: ReportWords, limit: number, idPrefix: string | undefined): Context => {
  let pictures = 0;
  return {
    words,
    messages: words.report,
    figures: figuresIn(words),
    limit,
    picture: (draw) => {
      if (idPrefix === undefined) return undefined;
      pictures++;
      try {
        const svg = draw({ messages: words, width: PICTURE_WIDTH, idPrefix: `${idPrefix}picture-${pictures}-` });
        return { kind: 'picture', svg };
      } catch (error) {
        // A picture refuses what it cannot show, such as a thousand criteria. The tables beside it hold all of it.
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    },
  };
};

/** Between a telephone and a sheet of paper: the page makes it smaller on the one and leaves it as it is on the other. */
const PICTURE_WIDTH = 560;

/** The first of some things, as many as a report shows, and the sentence on the others. */
export const firstOf = <T>(
  all: readonly T[],
  { limit, messages }: Context,
): { readonly shown: readonly T[]; readonly foot: string | undefined } => ({
  shown: all.length > limit ? all.slice(0, limit) : all,
  foot: all.length > limit ? messages.leftOut(all.length - limit) : undefined,
});

/** A table of things, one a row. */
export const tableOf = <T>(
  context: Context,
  caption: Line,
  columns: readonly Column[],
  all: readonly T[],
  rowOf: (one: T, at: number) => readonly Line[],
): Block => {
  const { shown, foot } = firstOf(all, context);
  return { kind: 'table', caption, columns, rows: shown.map(rowOf), foot };
};

/** A list of things, one an entry. */
export const listOf = <T>(context: Context, all: readonly T[], itemOf: (one: T) => Item): Block => {
  const { shown, foot } = firstOf(all, context);
  return { kind: 'list', items: shown.map(itemOf), foot };
};

/** A block for each of some things, and the sentence on those left out. */
export const blocksOf = <T>(
  context: Context,
  all: readonly T[],
  blockOf: (one: T, at: number) => Block,
): readonly Block[] => {
  const { shown, foot } = firstOf(all, context);
  const blocks = shown.map(blockOf);
  return foot === undefined ? blocks : [...blocks, { kind: 'paragraph', line: [foot] }];
};

/** Things in a row with commas between, and the sentence on those left out. */
export const rowOf = <T>(context: Context, all: readonly T[], lineOf: (one: T, at: number) => Line): Line => {
  const { shown, foot } = firstOf(all, context);
  const line = inARow(shown.map(lineOf));
  return foot === undefined ? line : [...line, '. ', foot];
};

/** Lines with commas between. */
export const inARow = (lines: readonly Line[]): Line =>
  lines.flatMap((line, at) => (at === 0 ? line : [', ', ...line]));
