import type { Category } from '../../model/agreement/agreement.js';
import { refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { decimalUnits } from '../../common/big-fractions.js';
import { INTERVAL_OPTIONS, type IntervalOptions, refuseInterval } from '../ratings/agreement.js';
import {
  between0And1,
  type Disagreement,
  bipolarDisagreement,
  circularDisagreement,
  kernelDisagreement,
  ratioDisagreement,
  linearDisagreement,
  nominalDisagreement,
  ordinalDisagreement,
  quadraticDisagreement,
  tableDisagreement,
} from './disagreement.js';
import type { Sample } from '../ratings/ratings.js';

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
 * | `bipolar` | (a − b)² / ((a + b − 2 L) (2 H − a − b)), which is 1 from L to H |
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

export const WEIGHT_NAMES: readonly WeightName[] = [
  'identity',
  'linear',
  'quadratic',
  'radical',
  'ratio',
  'ordinal',
  'circular',
  'bipolar',
];

export const WEIGHT_OPTIONS = ['weights', 'disagreement'] as const;

/** A caller's own function is asked about each pair of at most so many categories. */
const MOST_OWN = 2_000;

/** The disagreement that the options ask for. */
export const disagreementOf = (
  caller: string,
  sample: Sample,
  { weights, disagreement }: WeightOptions,
  allowsAsymmetry = false,
): Disagreement => {
  if (weights !== undefined && disagreement !== undefined) {
    throw new TypeError(`${caller}: give weights or disagreement, not both`);
  }
  const { categories } = sample;
  if (disagreement !== undefined) {
    const table = tableOf(caller, 'disagreement', disagreement, categories, allowsAsymmetry);
    return ownDisagreement(caller, 'disagreement', table);
  }
  if (weights === undefined || weights === 'identity') return nominalDisagreement(categories.length);
  if (typeof weights !== 'string') {
    const table = tableOf(caller, 'weights', weights, categories, allowsAsymmetry);
    // 1 − 0.9 is 0.1 as written, not the 0.09999999999999998 that subtracting doubles gives.
    const decimals = decimalUnits(table.flat());
    const away = table.map((row) => row.map((weight) => 1 - weight));
    check(caller, 'weights', away, 'a weight is 1 for a category with itself, else at most 1');
    const q = categories.length;
    return tableDisagreement(
      away,
      decimals && { at: (k, l) => decimals.unit - (decimals.units[k * q + l] ?? 0n), unit: decimals.unit },
    );
  }
  return namedDisagreement(caller, weights, sample);
};

/** A table of differences, of which only the ratios matter: the greatest is made 1. */
export const ownDisagreement = (
  caller: string,
  option: string,
  table: readonly (readonly number[])[],
): Disagreement => {
  check(caller, option, table, 'a difference is 0 for a category with itself, else not negative');
  const decimals = decimalUnits(table.flat());
  const q = table.length;
  let greatest = 0;
  for (const row of table) for (const value of row) if (value > greatest) greatest = value;
  const shares = greatest === 0 ? table : table.map((row) => row.map((value) => value / greatest));
  if (!decimals) return tableDisagreement(shares, undefined);
  const unit = decimals.units.reduce((most, one) => (one > most ? one : most), 0n) || 1n;
  return tableDisagreement(shares, { at: (k, l) => decimals.units[k * q + l] ?? 0n, unit });
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
  switch (name) {
    case 'linear':
      return linearDisagreement(values);
    case 'quadratic':
      return quadraticDisagreement(values);
    case 'ordinal':
      return ordinalDisagreement(values);
    case 'radical':
      return kernelDisagreement(between0And1(values), (x, y) => Math.sqrt(Math.abs(x - y)));
    case 'ratio': {
      const low = values.find((value) => value < 0);
      if (low !== undefined) {
        throw new RangeError(`${caller}: the weighting “ratio” has no negative values, got ${low}`);
      }
      return ratioDisagreement(values);
    }
    case 'circular':
      return circularDisagreement(values);
    case 'bipolar':
      return bipolarDisagreement(values);
    default:
      throw new RangeError(
        `${caller}: weights is ${shownValue(name)}; there is no weighting of that name; the weightings are ${WEIGHT_NAMES.join(', ')}`,
      );
  }
};

export const tableOf = (
  caller: string,
  option: string,
  own: OwnWeights,
  categories: readonly Category[],
  allowsAsymmetry: boolean,
): readonly (readonly number[])[] => {
  const q = categories.length;
  if (typeof own !== 'function' && !Array.isArray(own)) {
    throw new TypeError(`${caller}: ${option} is ${shownValue(own)}; it is a table or a function of two categories`);
  }
  if (typeof own === 'function' && q > MOST_OWN) {
    throw new RangeError(
      `${caller}: ${option} as a function is asked about each pair of at most ${MOST_OWN} different values, got ${q}; a weighting by name takes more`,
    );
  }
  const table: readonly (readonly number[])[] =
    typeof own === 'function' ? categories.map((a) => categories.map((b) => asked(caller, option, own, a, b))) : own;
  if (table.length !== q || table.some((row) => !Array.isArray(row) || row.length !== q)) {
    const size = `${table.length} rows of ${table[0]?.length ?? 0}`;
    throw new RangeError(`${caller}: ${option} for ${q} categories is a table of ${q} rows of ${q}, got ${size}`);
  }
  table.forEach((row, k) =>
    row.forEach((value, l) => {
      if (!Number.isFinite(value)) {
        throw new RangeError(`${caller}: ${option} holds ${shownValue(value)}; it holds finite numbers`);
      }
      if (allowsAsymmetry || value === table[l]?.[k]) return;
      throw new RangeError(`${caller}: ${option} is the same both ways, got ${value} and ${String(table[l]?.[k])}`);
    }),
  );
  return table;
};

/** What a caller's own function says of two categories. */
const asked = (
  caller: string,
  option: string,
  own: (a: Category, b: Category) => number,
  a: Category,
  b: Category,
): number => {
  try {
    return own(a, b);
  } catch (error) {
    throw new TypeError(
      `${caller}: ${option} is a function that throws for ${shownValue(a)} and ${shownValue(b)}; its error is the cause of this one`,
      { cause: error },
    );
  }
};

const check = (caller: string, option: string, table: readonly (readonly number[])[], rule: string): void => {
  table.forEach((row, k) =>
    row.forEach((value, l) => {
      if (k === l ? value === 0 : value >= 0) return;
      throw new RangeError(`${caller}: ${option}: ${rule}; the table breaks this in row ${k}, column ${l}`);
    }),
  );
};

/** What every weighted coefficient begins with: its options refused where they make no sense, its ratings read, its weights looked up. */
export const weightedSample = <Data>(
  caller: string,
  data: Data,
  options: WeightOptions & IntervalOptions,
  read: (caller: string, data: Data) => Sample,
): { readonly sample: Sample; readonly v: Disagreement } => {
  refuseUnknown(caller, options, [...WEIGHT_OPTIONS, ...INTERVAL_OPTIONS]);
  refuseInterval(caller, options);
  const sample = read(caller, data);
  return { sample, v: disagreementOf(caller, sample, options) };
};
