import type { ReportMessages, ReportWords } from '../../../model/messages/report-messages.js';
import type { Block, Column, Item, Line } from './blocks.js';
import { type Figures, figuresIn } from './figures.js';

/** What a kind of report is made with. */
export interface Context {
  readonly words: ReportWords;
  readonly messages: ReportMessages;
  readonly figures: Figures;
  /** The most rows of a table, or entries of a list. */
  readonly limit: number;
  /** What the ids of pictures begin with. */
  readonly idPrefix: string;
}

export const contextOf = (words: ReportWords, limit: number, idPrefix: string): Context => ({
  words,
  messages: words.report,
  figures: figuresIn(words),
  limit,
  idPrefix,
});

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

/** Lines with commas between. */
export const inARow = (lines: readonly Line[]): Line =>
  lines.flatMap((line, at) => (at === 0 ? line : [', ', ...line]));
