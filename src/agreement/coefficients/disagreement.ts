import { decimalUnits } from '../../common/big-fractions.js';
import { lcmOf } from '../../common/big-integers.js';
import { sineOfHalfTurns } from '../../common/exponential.js';
import { farSums, type Kernel } from './far-sums.js';
import type { Counts } from '../ratings/ratings.js';
import { sum } from '../ratings/sums.js';

/**
 * How much categories disagree: 0 for a category with itself, 1 for the greatest of the named ones. Sums over many categories are taken by
 * formulas, so that no table of all pairs is ever made for the named ones.
 */
export interface Disagreement {
  /** How many categories there are. */
  readonly size: number;
  /** Between two categories. */
  readonly between: (k: number, l: number) => number;
  /**
   * For some amounts, a function that gives for a category k the sum of amount × disagreement of k with each. Where the only categories that
   * will be asked for are named, it may cost less.
   */
  readonly awayFrom: (amounts: Counts, asked?: readonly number[]) => (k: number) => number;
  /** The same where k is the second category of each pair: different only for tables that are not symmetric, as the weights of two raters may be. */
  readonly awayTo: (amounts: Counts) => (k: number) => number;
  /** The disagreement in whole numbers, over `unit`, where it is a fraction of such. */
  readonly exact?: ExactDisagreement | undefined;
}

export interface ExactDisagreement {
  readonly at: (k: number, l: number) => bigint;
  readonly unit: bigint;
}

type Away = Disagreement['awayFrom'];

const disagreement = (
  size: number,
  between: Disagreement['between'],
  awayFrom: Away,
  exact?: ExactDisagreement,
): Disagreement => ({ size, between, awayFrom, awayTo: awayFrom, exact });

/** Any two different categories differ entirely: what is away from k is all but k. */
export const nominalDisagreement = (size: number): Disagreement =>
  disagreement(
    size,
    (k, l) => (k === l ? 0 : 1),
    ({ categories, amounts }) => {
      const amountOf = new Map(categories.map((category, i) => [category, amounts[i] ?? 0]));
      const total = sum(amounts);
      return (k) => total - (amountOf.get(k) ?? 0);
    },
    { at: (k, l) => (k === l ? 0n : 1n), unit: 1n },
  );

/** Each value between the least, 0, and the greatest, 1. Very large values are halved first, so that no difference is too large for a double. */
export const between0And1 = (values: readonly number[]): Float64Array => {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const part = high - low < Number.POSITIVE_INFINITY ? 1 : 0.5;
  const range = high * part - low * part || 1;
  return Float64Array.from(values, (value) => (value * part - low * part) / range);
};

/**
 * Σ aₗ (x − yₗ)² = A (x − m)² + Σ aₗ (yₗ − m)², with A the sum of the amounts and m their mean value.
 */
const squaresFrom = (y: Float64Array, { categories, amounts }: Counts): ((k: number) => number) => {
  let total = 0;
  let first = 0;
  categories.forEach((category, i) => {
    total += amounts[i] ?? 0;
    first += (amounts[i] ?? 0) * (y[category] ?? 0);
  });
  const mean = total === 0 ? 0 : first / total;
  let second = 0;
  categories.forEach((category, i) => {
    const off = (y[category] ?? 0) - mean;
    second += (amounts[i] ?? 0) * off * off;
  });
  return (k) => {
    const off = (y[k] ?? 0) - mean;
    return total * off * off + second;
  };
};

/** Amounts in the order of their values, with the sums of amounts and of amount × value up to each. */
const sumsByValue = (y: Float64Array, { categories, amounts }: Counts) => {
  const order = categories.map((_, i) => i).sort((i, j) => (y[categories[i] ?? 0] ?? 0) - (y[categories[j] ?? 0] ?? 0));
  const values = Float64Array.from(order, (i) => y[categories[i] ?? 0] ?? 0);
  const upTo = new Float64Array(order.length + 1);
  const weighed = new Float64Array(order.length + 1);
  order.forEach((i, place) => {
    upTo[place + 1] = (upTo[place] ?? 0) + (amounts[i] ?? 0);
    weighed[place + 1] = (weighed[place] ?? 0) + (amounts[i] ?? 0) * (values[place] ?? 0);
  });
  return { values, upTo, weighed };
};

/** How many sorted values lie at or below one. */
const countUpTo = (values: Float64Array, value: number): number => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Σ aₗ |x − yₗ|: what lies below x and what lies above, each from running sums. */
const distancesFrom = (y: Float64Array, counts: Counts): ((k: number) => number) => {
  const { values, upTo, weighed } = sumsByValue(y, counts);
  const all = upTo.at(-1) ?? 0;
  const allWeighed = weighed.at(-1) ?? 0;
  return (k) => {
    const x = y[k] ?? 0;
    const place = countUpTo(values, x);
    const [below, belowWeighed] = [upTo[place] ?? 0, weighed[place] ?? 0];
    return x * below - belowWeighed + (allWeighed - belowWeighed - x * (all - below));
  };
};

/** So many categories at most are compared exactly. */
export const MOST_EXACT = 300;

/** Whole numbers that stand for decimals, counted from the least, and their range. */
const unitsFromLeast = (values: readonly number[]) => {
  // Nobody asks for fractions over more categories than this: see `exactly.ts`.
  if (values.length > MOST_EXACT) return undefined;
  const decimals = decimalUnits(values);
  if (!decimals) return undefined;
  const least = decimals.units.reduce((a, b) => (b < a ? b : a), decimals.units[0] ?? 0n);
  const units = decimals.units.map((unit) => unit - least);
  return { units, range: units.reduce((a, b) => (b > a ? b : a), 0n) || 1n };
};

const absolute = (x: bigint): bigint => (x < 0n ? -x : x);

/** Longer common denominators are not worth their exactness. */
const MOST_DIGITS = 2_000;

/** Fractions over all pairs of some whole numbers, as whole numbers over one denominator; undefined where that gets too long. */
const exactPairs = (
  units: readonly bigint[],
  top: (a: bigint, b: bigint) => bigint,
  bottom: (a: bigint, b: bigint) => bigint,
): ExactDisagreement | undefined => {
  const limit = 10n ** BigInt(MOST_DIGITS);
  let common = 1n;
  for (let k = 0; k < units.length; k++) {
    for (let l = 0; l < k; l++) {
      const one = bottom(units[k] ?? 0n, units[l] ?? 0n);
      if (common % one !== 0n) common = lcmOf(common, one);
      if (common > limit) return undefined;
    }
  }
  return {
    at: (k, l) => {
      const [a, b] = [units[k] ?? 0n, units[l] ?? 0n];
      return a === b ? 0n : top(a, b) * (common / bottom(a, b));
    },
    unit: common,
  };
};

/** ((a − b) / (a + b))², over the greatest, of values from 0. */
export const ratioDisagreement = (values: readonly number[]): Disagreement => {
  const high = values.reduce((a, b) => (b > a ? b : a), 0) || 1;
  const low = values.reduce((a, b) => (b < a ? b : a), high);
  const most = (1 - low / high) / (1 + low / high) || 1;
  const units = values.length <= MOST_EXACT ? decimalUnits(values)?.units : undefined;
  const greatest = units?.reduce((a, b) => (b > a ? b : a), 0n) ?? 0n;
  const least = units?.reduce((a, b) => (b < a ? b : a), greatest) ?? 0n;
  const squared = (x: bigint): bigint => x * x;
  return kernelDisagreement(
    Float64Array.from(values, (value) => value / high),
    (x, y) => {
      const share = (x - y) / (x + y) / most;
      return share * share;
    },
    units &&
      exactPairs(
        units,
        (a, b) => squared((a - b) * (greatest + least)),
        (a, b) => squared((a + b) * (greatest - least)),
      ),
  );
};

/** (a − b)² / ((a + b − 2 L) (2 H − a − b)), between the least value L and the greatest H. */
export const bipolarDisagreement = (values: readonly number[]): Disagreement => {
  const whole = unitsFromLeast(values);
  return kernelDisagreement(
    between0And1(values),
    (x, y) => ((x - y) * (x - y)) / ((x + y) * (2 - x - y)),
    whole &&
      exactPairs(
        whole.units,
        (a, b) => (a - b) * (a - b),
        (a, b) => (a + b) * (2n * whole.range - a - b),
      ),
  );
};

/** sin²(π (a − b) / U), over the greatest, with U one more than the way from the least to the greatest value. */
export const circularDisagreement = (values: readonly number[]): Disagreement => {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)] as const, [
    values[0] ?? 0,
    values[0] ?? 0,
  ] as const);
  // Values so far apart that their distance is no number are halved first; one step more is nothing to them.
  const part = high - low < Number.POSITIVE_INFINITY ? 1 : 0.5;
  const around = high * part - low * part + (part === 1 ? 1 : 0);
  const positions = Float64Array.from(values, (value) => (value * part - low * part) / around);
  const sine = (x: number, y: number): number => Math.abs(sineOfHalfTurns(x - y));
  // The greatest is that of the two nearest to half a turn apart: as one goes up, so does the other.
  const sorted = Float64Array.from(positions).sort();
  let greatest = 0;
  for (let i = 0, j = 0; j < sorted.length; j++) {
    const y = sorted[j] ?? 0;
    while (i < j && y - (sorted[i + 1] ?? y) >= 0.5) i++;
    greatest = Math.max(greatest, sine(y, sorted[i] ?? 0), sine(y, sorted[Math.min(i + 1, j)] ?? 0));
  }
  // Squared last: the sine of a tiny part of a turn is a number where its square is none.
  return kernelDisagreement(positions, (x, y) => {
    const share = greatest === 0 ? 0 : sine(x, y) / greatest;
    return share * share;
  });
};

export const linearDisagreement = (values: readonly number[]): Disagreement => {
  const y = between0And1(values);
  const whole = unitsFromLeast(values);
  return disagreement(
    values.length,
    (k, l) => Math.abs((y[k] ?? 0) - (y[l] ?? 0)),
    (counts) => distancesFrom(y, counts),
    whole && { at: (k, l) => absolute((whole.units[k] ?? 0n) - (whole.units[l] ?? 0n)), unit: whole.range },
  );
};

export const quadraticDisagreement = (values: readonly number[]): Disagreement => {
  const y = between0And1(values);
  const whole = unitsFromLeast(values);
  const squared = (x: bigint): bigint => x * x;
  return disagreement(
    values.length,
    (k, l) => ((y[k] ?? 0) - (y[l] ?? 0)) * ((y[k] ?? 0) - (y[l] ?? 0)),
    (counts) => squaresFrom(y, counts),
    whole && { at: (k, l) => squared((whole.units[k] ?? 0n) - (whole.units[l] ?? 0n)), unit: squared(whole.range) },
  );
};

/** d (d + 1) / 2 for d places between two categories in the order of their values, over the greatest: (d² + d) / (D² + D). */
export const ordinalDisagreement = (values: readonly number[]): Disagreement => {
  const places = new Float64Array(values.length);
  values
    .map((value, k) => ({ value, k }))
    .sort((a, b) => a.value - b.value)
    .forEach(({ k }, place) => (places[k] = place));
  const most = Math.max(1, values.length - 1);
  const y = places.map((place) => place / most);
  const whole = Array.from(places, BigInt);
  const greatest = most * most + most;
  const rank = (d: bigint): bigint => d * d + d;
  return disagreement(
    values.length,
    (k, l) => {
      const d = Math.abs((places[k] ?? 0) - (places[l] ?? 0));
      return (d * d + d) / greatest;
    },
    (counts) => {
      const [squares, distances] = [squaresFrom(y, counts), distancesFrom(y, counts)];
      return (k) => (squares(k) * most * most + distances(k) * most) / greatest;
    },
    { at: (k, l) => rank(absolute((whole[k] ?? 0n) - (whole[l] ?? 0n))), unit: rank(BigInt(most)) },
  );
};

/** 0 up to a distance between decimals as they are written, else 1. */
export const withinDisagreement = (values: readonly number[], within: number): Disagreement => {
  const decimals = Number.isFinite(within) ? decimalUnits([...values, within]) : undefined;
  // Where decimals are too long to be counted, doubles are compared.
  const at = decimals ? (k: number) => decimals.units[k] ?? 0n : (k: number) => values[k] ?? 0;
  const limit = decimals ? (decimals.units.at(-1) ?? 0n) : within;
  const order = values.map((_, k) => k).sort((k, l) => (at(k) < at(l) ? -1 : at(k) > at(l) ? 1 : 0));
  const apart = (k: number, l: number): boolean => {
    const [a, b] = [at(k), at(l)];
    const distance = typeof a === 'bigint' && typeof b === 'bigint' ? absolute(a - b) : Math.abs(Number(a) - Number(b));
    return distance > limit;
  };
  // For each category the first and last place in the order that lie within the distance, found by two pointers.
  const first = new Int32Array(values.length);
  const last = new Int32Array(values.length);
  for (let place = 0, from = 0, to = 0; place < order.length; place++) {
    const k = order[place] ?? 0;
    while (apart(order[from] ?? 0, k)) from++;
    while (to + 1 < order.length && !apart(order[to + 1] ?? 0, k)) to++;
    to = Math.max(to, place);
    first[k] = from;
    last[k] = to;
  }
  const placeOf = new Int32Array(values.length);
  order.forEach((k, place) => (placeOf[k] = place));
  return disagreement(
    values.length,
    (k, l) => (apart(k, l) ? 1 : 0),
    ({ categories, amounts }) => {
      const sums = new Float64Array(values.length + 1);
      categories.forEach((category, i) => (sums[(placeOf[category] ?? 0) + 1] = amounts[i] ?? 0));
      for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0);
      const all = sums.at(-1) ?? 0;
      return (k) => all - ((sums[(last[k] ?? 0) + 1] ?? 0) - (sums[first[k] ?? 0] ?? 0));
    },
    { at: (k, l) => (apart(k, l) ? 1n : 0n), unit: 1n },
  );
};

/** Sums over more categories than this are taken by `farSums`. */
const FEW_PAIRS = 64;

/** A formula of two positions without a formula for sums: few pairs are asked one by one, many by `farSums`. It is 0 at the same position. */
export const kernelDisagreement = (
  positions: Float64Array,
  formula: Kernel,
  exact?: ExactDisagreement,
): Disagreement => {
  const kernel: Kernel = (x, y) => (x === y ? 0 : formula(x, y));
  const between = (k: number, l: number): number => kernel(positions[k] ?? 0, positions[l] ?? 0);
  const byPosition = (k: number, l: number): number => (positions[k] ?? 0) - (positions[l] ?? 0) || k - l;
  const byPairs = pairwise(between);
  const awayFrom: Away = (counts, asked) => {
    if (counts.categories.length <= FEW_PAIRS) return byPairs(counts);
    const amountOf = new Map(counts.categories.map((k, i) => [k, counts.amounts[i] ?? 0]));
    const sources = [...counts.categories].sort(byPosition);
    const targets = (asked ? [...asked] : Array.from(positions, (_, k) => k)).sort(byPosition);
    const at = (list: readonly number[]) => Float64Array.from(list, (k) => positions[k] ?? 0);
    const sums = farSums(
      at(targets),
      at(sources),
      Float64Array.from(sources, (k) => amountOf.get(k) ?? 0),
      kernel,
    );
    const sumOf = new Map(targets.map((k, i) => [k, sums[i] ?? 0]));
    return (k) => sumOf.get(k) ?? 0;
  };
  return disagreement(positions.length, between, awayFrom, exact);
};

const pairwise =
  (between: Disagreement['between']): Away =>
  ({ categories, amounts }) =>
  (k) => {
    let sum = 0;
    for (let i = 0; i < categories.length; i++) sum += (amounts[i] ?? 0) * between(k, categories[i] ?? 0);
    return sum;
  };

/** A table of all pairs, which need not be symmetric. */
export const tableDisagreement = (
  table: readonly (readonly number[])[],
  exact: ExactDisagreement | undefined,
): Disagreement => {
  const between = (k: number, l: number): number => table[k]?.[l] ?? 0;
  return {
    size: table.length,
    between,
    awayFrom: pairwise(between),
    awayTo: pairwise((k, l) => between(l, k)),
    exact,
  };
};
