import type { Category } from './agreement.js';
import type { Sample } from './ratings.js';

/**
 * How much two different categories still agree, by name. With a and b the values of two categories (numbers stand for
 * themselves, names for their places 1, 2, 3 …), L and H the least and the greatest value, and w = 1 − v:
 *
 * | name | disagreement v |
 * |---|---|
 * | `identity` | 0 where a = b, else 1 |
 * | `linear` | \|a − b\| / (H − L) |
 * | `quadratic` | (a − b)² / (H − L)² |
 * | `radical` | √\|a − b\| / √(H − L) |
 * | `ratio` | ((a − b) / (a + b))² / ((H − L) / (H + L))²; no value may be negative |
 * | `ordinal` | m (m − 1) / 2, where m categories lie from a to b, both counted; over the greatest |
 * | `circular` | sin²(π (a − b) / (H − L + 1)), over the greatest |
 * | `bipolar` | (a − b)² / ((a + b − 2 L) (2 H − a − b)), over the greatest |
 *
 * @see Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 3; the last two after Krippendorff (2011).
 */
export type WeightName = 'identity' | 'linear' | 'quadratic' | 'radical' | 'ratio' | 'ordinal' | 'circular' | 'bipolar';

/** Weights of one’s own: a square table in the order of the categories, or a function of two categories. */
export type OwnWeights = readonly (readonly number[])[] | ((a: Category, b: Category) => number);

/** How much categories differ. Left out: any two different categories differ entirely. */
export interface WeightOptions {
  /** How much two categories agree: 1 for a category with itself, 0 for those furthest apart. */
  readonly weights?: WeightName | OwnWeights | undefined;
  /** The other way about: how much two categories disagree, 0 for a category with itself. Only ratios matter. */
  readonly disagreement?: OwnWeights | undefined;
}

export const WEIGHT_OPTIONS = ['weights', 'disagreement'] as const;

/** A table of disagreement: 0 on the diagonal, 1 the greatest of the named ones. */
export type Disagreement = readonly (readonly number[])[];

/** The table of disagreement that the options ask for. */
export const disagreementOf = (
  caller: string,
  sample: Sample,
  { weights, disagreement }: WeightOptions,
  mayLean = false,
): Disagreement => {
  if (weights !== undefined && disagreement !== undefined) {
    throw new TypeError(`${caller}: give weights or disagreement, not both`);
  }
  const { categories } = sample;
  if (disagreement !== undefined) {
    const table = tableOf(caller, 'disagreement', disagreement, categories, mayLean);
    return shareOfGreatest(check(caller, table, 'a disagreement is 0 for a category with itself, else not negative'));
  }
  if (weights === undefined || weights === 'identity') return named(categories, (a, b) => (a === b ? 0 : 1));
  if (typeof weights !== 'string') {
    const table = tableOf(caller, 'weights', weights, categories, mayLean);
    const away = table.map((row) => row.map((weight) => 1 - weight));
    return check(caller, away, 'a weight is 1 for a category with itself, else at most 1');
  }
  return namedDisagreement(caller, weights, sample);
};

/** The values that stand for the categories in a formula: numbers themselves, or places from 1. */
export const valuesOf = (caller: string, sample: Sample, wanted: string): readonly number[] => {
  if (!sample.ordered && sample.categories.length > 1) {
    throw new RangeError(
      `${caller}: ${wanted} needs the order of the categories; name them, lowest first, in { ratings, categories }`,
    );
  }
  return sample.categories.map((category, at) => (typeof category === 'number' ? category : at + 1));
};

const namedDisagreement = (caller: string, name: Exclude<WeightName, 'identity'>, sample: Sample): Disagreement => {
  const values = valuesOf(caller, sample, `the weighting “${name}”`);
  const low = Math.min(...values);
  const high = Math.max(...values);
  switch (name) {
    case 'linear':
      return named(values, (a, b) => Math.abs(a - b) / (high - low));
    case 'quadratic':
      return named(values, (a, b) => square(a - b) / square(high - low));
    case 'radical':
      return named(values, (a, b) => Math.sqrt(Math.abs(a - b)) / Math.sqrt(high - low));
    case 'ratio':
      if (low < 0) throw new RangeError(`${caller}: the weighting “ratio” has no negative values, got ${low}`);
      return named(values, (a, b) => square((a - b) / (a + b)) / square((high - low) / (high + low)));
    case 'ordinal': {
      const sorted = [...values].sort((a, b) => a - b);
      const m = (a: number, b: number) => Math.abs(sorted.indexOf(a) - sorted.indexOf(b)) + 1;
      return shareOfGreatest(named(values, (a, b) => (m(a, b) * (m(a, b) - 1)) / 2));
    }
    case 'circular':
      return shareOfGreatest(named(values, (a, b) => square(Math.sin((Math.PI * (a - b)) / (high - low + 1)))));
    case 'bipolar':
      return shareOfGreatest(named(values, (a, b) => square(a - b) / ((a + b - 2 * low) * (2 * high - a - b))));
    default:
      throw new RangeError(`${caller}: there is no weighting “${String(name)}”`);
  }
};

const square = (x: number): number => x * x;

/** A table by a formula, with 0 on the diagonal, where some formulas have 0 / 0. */
const named = <T>(values: readonly T[], v: (a: T, b: T) => number): Disagreement =>
  values.map((a, k) => values.map((b, l) => (k === l ? 0 : v(a, b))));

export const shareOfGreatest = (table: Disagreement): Disagreement => {
  const greatest = Math.max(0, ...table.flat());
  return greatest === 0 ? table : table.map((row) => row.map((value) => value / greatest));
};

export const tableOf = (
  caller: string,
  option: string,
  own: OwnWeights,
  categories: readonly Category[],
  mayLean: boolean,
): Disagreement => {
  const q = categories.length;
  if (typeof own !== 'function' && !Array.isArray(own)) {
    throw new TypeError(`${caller}: ${option} is a table or a function of two categories, got ${typeof own}`);
  }
  const table: Disagreement = typeof own === 'function' ? categories.map((a) => categories.map((b) => own(a, b))) : own;
  if (table.length !== q || table.some((row) => row.length !== q)) {
    const size = `${table.length} rows of ${table[0]?.length ?? 0}`;
    throw new RangeError(`${caller}: ${option} for ${q} categories is a table of ${q} rows of ${q}, got ${size}`);
  }
  table.forEach((row, k) =>
    row.forEach((value, l) => {
      if (!Number.isFinite(value)) throw new RangeError(`${caller}: ${option} holds ${String(value)}`);
      if (mayLean || value === table[l]?.[k]) return;
      throw new RangeError(`${caller}: ${option} is the same both ways, got ${value} and ${String(table[l]?.[k])}`);
    }),
  );
  return table;
};

export const check = (caller: string, table: Disagreement, rule: string): Disagreement => {
  table.forEach((row, k) =>
    row.forEach((value, l) => {
      if (k === l ? value === 0 : value >= 0) return;
      throw new RangeError(`${caller}: ${rule}; the table breaks this in row ${k}, column ${l}`);
    }),
  );
  return table;
};
