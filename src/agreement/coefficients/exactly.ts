import type { Agreement } from '../../model/agreement/agreement.js';
import { type BigFraction, bigFraction, minus, over, plus, times, toNumber } from '../../common/big-fractions.js';
import { lcmOf } from '../../common/big-integers.js';
import { type Disagreement, type ExactDisagreement, MOST_EXACT } from './disagreement.js';
import type { Sample } from '../ratings/ratings.js';

/**
 * Coefficients of whole counts as fractions, divided once: so that one that is exactly 2/5 is 0.4, and stands in the band that begins
 * there. Larger samples are computed in doubles, whose last digits no band was ever drawn by.
 */
const MOST_PAIRS = 100_000;

/** A whole number for each of some categories. */
export type Amounts = ReadonlyMap<number, bigint>;

const isWhole = (sample: Sample): boolean => sample.patterns.every((pattern) => Number.isSafeInteger(pattern.times));

/** Whether a sample is counted, and small enough. */
const isExact = (sample: Sample): boolean => {
  if (sample.categories.length > MOST_EXACT) return false;
  let pairs = 0;
  for (const { counts } of sample.patterns) pairs += counts.categories.length * counts.categories.length;
  return pairs <= MOST_PAIRS && isWhole(sample);
};

/** Σₖₗ aₖ bₗ vₖₗ in units of v. */
export const exactSum = (a: Amounts, b: Amounts, { at }: ExactDisagreement): bigint => {
  let sum = 0n;
  for (const [k, n] of a) for (const [l, m] of b) sum += n * m * at(k, l);
  return sum;
};

/** Each category's share, as a whole number over one denominator: the mean over subjects of its share of the subject's ratings. */
export const exactShares = (sample: Sample): { readonly amounts: Amounts; readonly whole: bigint } => {
  let common = 1n;
  for (const { rated } of sample.patterns) common = lcmOf(common, BigInt(rated));
  const amounts = new Map<number, bigint>();
  for (const pattern of sample.patterns) {
    const each = (common / BigInt(pattern.rated)) * BigInt(pattern.times);
    pattern.counts.categories.forEach((k, i) => {
      amounts.set(k, (amounts.get(k) ?? 0n) + each * BigInt(pattern.counts.amounts[i] ?? 0));
    });
  }
  return { amounts, whole: common * BigInt(sample.total) };
};

/** Σₖₗ nₖ nₗ vₖₗ of the subjects that have a pair, by their number of ratings, which each coefficient divides them by in its own way. */
export const pairsByRated = (sample: Sample, exact: ExactDisagreement): ReadonlyMap<number, bigint> => {
  const sums = new Map<number, bigint>();
  for (const { rated, counts, times: many } of sample.patterns) {
    if (rated < 2) continue;
    const own = new Map(counts.categories.map((k, i) => [k, BigInt(counts.amounts[i] ?? 0)]));
    sums.set(rated, (sums.get(rated) ?? 0n) + BigInt(many) * exactSum(own, own, exact));
  }
  return sums;
};

/** The mean over subjects of the disagreement of their pairs, over all subjects that have one. */
export const exactObserved = (sample: Sample, exact: ExactDisagreement): BigFraction => {
  let paired = 0n;
  for (const { rated, times: many } of sample.patterns) if (rated >= 2) paired += BigInt(many);
  let sum = bigFraction(0n);
  for (const [rated, pairs] of pairsByRated(sample, exact)) {
    sum = plus(sum, bigFraction(pairs, BigInt(rated) * BigInt(rated - 1)));
  }
  return over(sum, bigFraction(paired * exact.unit));
};

/** What a coefficient is made of, from its two disagreements; a factor stands before their ratio where the coefficient has one. */
export const valuesFrom = (
  observed: BigFraction,
  expected: BigFraction,
  factor: BigFraction = bigFraction(1n),
): Pick<Agreement, 'coefficient' | 'observed' | 'expected'> => {
  const one = bigFraction(1n);
  return {
    coefficient: toNumber(minus(one, times(factor, over(observed, expected)))),
    observed: toNumber(minus(one, times(factor, observed))),
    expected: toNumber(minus(one, expected)),
  };
};

/** The expected disagreement as a fraction; undefined where a sample or a disagreement is none of whole numbers, or too large. */
export const exactChance = (
  sample: Sample,
  { exact }: Disagreement,
  reckon: (exact: ExactDisagreement) => BigFraction,
): BigFraction | undefined => (exact && isExact(sample) ? reckon(exact) : undefined);

/** Σₖₗ vₖₗ over all pairs of categories, in units of v. */
export const exactTotal = (size: number, exact: ExactDisagreement): bigint => {
  const each = new Map(Array.from({ length: size }, (_, k) => [k, 1n]));
  return exactSum(each, each, exact);
};
