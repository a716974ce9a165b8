import type { Category } from '../../model/agreement/agreement.js';

/** A rating, or none. */
export type RatingCell = Category | null | undefined;

/** Ratings as they were given: a row for each subject, in it a place for each rater; `null` or `undefined` where a rater gave none. */
export interface RatingRows {
  readonly ratings: readonly (readonly RatingCell[])[];
  /** Every category there is, lowest first, those that nobody used included. Left out: the categories used. */
  readonly categories?: readonly Category[] | undefined;
  /** What stands for no rating beside `null`, `undefined` and blank text: `['NA']`. */
  readonly missing?: readonly Category[] | undefined;
}

/** Two raters’ ratings of the same subjects, counted: one rater’s categories down, the other’s across. */
export interface RatingTable {
  readonly table: readonly (readonly number[])[];
  /** The names of the rows, which are also those of the columns; 1, 2, 3 … where left out. */
  readonly categories?: readonly Category[] | undefined;
}

/** As a table, in shares of all subjects instead of counts. */
export interface ProportionTable {
  readonly proportions: readonly (readonly number[])[];
  /** Of how many subjects the shares are; without it there is no standard error. */
  readonly subjects?: number | undefined;
  readonly categories?: readonly Category[] | undefined;
}

/** A row for each subject, in it how many raters chose each category; who chose what is not known. */
export interface RatingCounts {
  readonly counts: readonly (readonly number[])[];
  /** The names of the columns; 1, 2, 3 … where left out. */
  readonly categories?: readonly Category[] | undefined;
}

/** What a coefficient for two raters takes; a table of counts may stand by itself. */
export type TwoRaterData = readonly (readonly number[])[] | RatingTable | ProportionTable | RatingRows;

/** What a coefficient for any number of raters takes, where it asks who gave which rating. */
export type NamedRaterData = RatingRows | RatingTable | ProportionTable;

/** What a coefficient for any number of raters takes. */
export type RatingData = NamedRaterData | RatingCounts;

/** Amounts of some categories, ascending by category; those without any are left out. */
export interface Counts {
  readonly categories: readonly number[];
  readonly amounts: readonly number[];
}

/** Subjects that were rated alike, and how many. */
export interface Pattern {
  /** A number of subjects; of a table of proportions, their share. */
  readonly times: number;
  /** How many ratings are of each category. */
  readonly counts: Counts;
  /** How many ratings there are. */
  readonly rated: number;
  /** Each rater’s category, −1 where there is none; empty where it is not known who gave which. */
  readonly cells: readonly number[];
}

/** Ratings, read and counted. */
export interface Sample {
  readonly categories: readonly Category[];
  /** Whether the order of the categories means something: they are numbers, or were declared. */
  readonly ordered: boolean;
  /** Sorted, so that the order of the subjects leaves no trace. */
  readonly patterns: readonly Pattern[];
  /** The sum of `times`. */
  readonly total: number;
  /** The number of subjects; undefined where only proportions are known. */
  readonly subjects: number | undefined;
  readonly raters: number;
  /** Whether it came as a two-rater table, whose variance is taken over n, not over n − 1. */
  readonly tabulated: boolean;
}

/** A pattern of cells. */
export const patternOf = (cells: readonly number[], times: number): Pattern => {
  const given = cells.filter((cell) => cell >= 0).sort((a, b) => a - b);
  const categories: number[] = [];
  const amounts: number[] = [];
  for (const cell of given) {
    if (categories.at(-1) === cell) amounts[amounts.length - 1] = (amounts.at(-1) ?? 0) + 1;
    else {
      categories.push(cell);
      amounts.push(1);
    }
  }
  return { times, counts: { categories, amounts }, rated: given.length, cells };
};

/** Amounts of all categories, one after another, without those that are 0. */
export const countsOf = (dense: ArrayLike<number>): Counts => {
  const categories: number[] = [];
  const amounts: number[] = [];
  for (let k = 0; k < dense.length; k++) {
    if (dense[k] === 0) continue;
    categories.push(k);
    amounts.push(dense[k] ?? 0);
  }
  return { categories, amounts };
};

/** Puts like with like; subjects that nobody rated are left out. */
export const gather = (patterns: readonly Pattern[]): readonly Pattern[] => {
  const found = new Map<string, { pattern: Pattern; times: number }>();
  for (const pattern of patterns) {
    if (pattern.rated === 0 || pattern.times === 0) continue;
    const { categories, amounts } = pattern.counts;
    const key = pattern.cells.length > 0 ? pattern.cells.join() : `${categories.join()}:${amounts.join()}`;
    const known = found.get(key);
    if (known) known.times += pattern.times;
    else found.set(key, { pattern, times: pattern.times });
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { pattern, times }]) => ({ ...pattern, times }));
};
