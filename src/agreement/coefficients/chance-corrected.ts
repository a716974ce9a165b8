import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import type { BigFraction } from '../../common/big-fractions.js';
import {
  type IntervalOptions,
  finiteCorrection,
  intervalAround,
  significanceOf,
  undefinedBecause,
} from '../ratings/agreement.js';
import type { Disagreement } from './disagreement.js';
import { exactObserved, valuesFrom } from './exactly.js';
import { type Counts, type Pattern, type Sample, countsOf } from '../ratings/ratings.js';
import { scoreInterval } from '../ratings/score-interval.js';
import { sumOf } from '../ratings/sums.js';

/** How a coefficient computes the disagreement that chance alone would give. */
export interface Chance {
  /** Over all subjects, Dₑ = 1 − pₑ. */
  readonly expected: number;
  /** The same as a fraction, where ratings are counted and disagreement is a fraction of whole numbers. */
  readonly exactly?: BigFraction | undefined;
  /** The part of one subject in it, such that the mean over subjects is Dₑ. */
  readonly ofSubject: (pattern: Pattern) => number;
}

/** Why the ratings give no coefficient at all, if they give none. */
export const whyNone = (sample: Sample): UndefinedAgreement | undefined => {
  if (sample.raters === 0) return undefinedBecause('no-subjects', 'no subject has a rating');
  if (sample.raters < 2) return undefinedBecause('too-few-raters', 'agreement takes two raters; there is one');
  if (sample.patterns.some(({ rated }) => rated >= 2)) return undefined;
  return undefinedBecause('no-pairs', 'no subject has two ratings, so there is nothing to compare');
};

export const noVariation = (): UndefinedAgreement =>
  undefinedBecause(
    'no-variation',
    'chance alone would give complete agreement, as where all ratings are one category; the coefficient is 0 / 0',
  );

/** Up to so many different ratings of one subject are compared pair by pair; more by the formulas for sums. */
const FEW = 16;

/** The disagreement within one subject: the mean over all pairs of its ratings; 0 where there is no pair. */
export const disagreementWithin = ({ counts, rated }: Pattern, v: Disagreement): number => {
  if (rated < 2) return 0;
  const { categories, amounts } = counts;
  const away = categories.length > FEW ? v.awayFrom(counts, categories) : undefined;
  let pairs = 0;
  for (let i = 0; i < categories.length; i++) {
    const k = categories[i] ?? 0;
    let sum = 0;
    if (away) sum = away(k);
    else for (let j = 0; j < categories.length; j++) sum += (amounts[j] ?? 0) * v.between(k, categories[j] ?? 0);
    pairs += (amounts[i] ?? 0) * sum;
  }
  return pairs / (rated * (rated - 1));
};

/** Σ amount × f(category). */
export const sumOver = ({ categories, amounts }: Counts, f: (k: number) => number): number =>
  sumOf(categories, (k, i) => (amounts[i] ?? 0) * f(k));

/** The mean of a function over subjects. */
export const meanOver = (sample: Sample, f: (pattern: Pattern) => number): number =>
  sumOf(sample.patterns, (pattern) => pattern.times * f(pattern)) / sample.total;

/** The share of each category: the mean over subjects of its share of the subject’s ratings. */
export const categoryShares = (sample: Sample): Counts => {
  const shares = new Float64Array(sample.categories.length);
  for (const { counts, rated, times } of sample.patterns) {
    counts.categories.forEach((k, i) => {
      shares[k] = (shares[k] ?? 0) + ((counts.amounts[i] ?? 0) * times) / rated / sample.total;
    });
  }
  return countsOf(shares);
};

/**
 * A chance-corrected coefficient κ = (pₒ − pₑ) / (1 − pₑ), worked out as 1 − Dₒ / Dₑ so that little is lost near 1, with
 * Gwet’s variance: each subject i gets the value
 *
 *   κᵢ = (n / n₂) (pₒᵢ − pₑ) / (1 − pₑ) − 2 (1 − κ) (pₑᵢ − pₑ) / (1 − pₑ),
 *
 * n₂ the number of subjects with two ratings or more and the first part 0 for the others, and the variance is
 * (1 − n / N) Σ (κᵢ − κ)² / (n (n − 1)). It is the delta method written for a sample of subjects; from a table of two
 * raters it is the multinomial delta method, whose divisor is n² instead: for Cohen’s kappa that of Fleiss, Cohen and Everitt.
 *
 * @see Gwet (2008), doi:10.1348/000711006X126600; Gwet (2014), chapter 5
 */
export const chanceCorrected = (
  caller: string,
  sample: Sample,
  v: Disagreement,
  chance: Chance,
  options: IntervalOptions,
): Agreement | UndefinedAgreement => {
  const paired = sumOf(sample.patterns, ({ rated, times }) => (rated >= 2 ? times : 0)) / sample.total;
  const observed = meanOver(sample, (pattern) => disagreementWithin(pattern, v)) / paired;
  const { expected, exactly } = chance;
  if (exactly ? exactly.n <= 0n : !(expected > 0)) return noVariation();
  const ratio = observed / expected;
  const ofSubject = (pattern: Pattern): number => {
    const own = pattern.rated >= 2 ? (expected - disagreementWithin(pattern, v)) / (paired * expected) : 0;
    return own - (2 * ratio * (expected - chance.ofSubject(pattern))) / expected;
  };
  return withPrecision(
    caller,
    sample,
    exactly && v.exact
      ? valuesFrom(exactObserved(sample, v.exact), exactly)
      : { coefficient: 1 - ratio, observed: 1 - observed, expected: 1 - expected },
    meanOver(sample, (pattern) => squareOf(ofSubject(pattern) - (1 - ratio))),
    options,
  );
};

const squareOf = (x: number): number => x * x;

/** A standard error below this is 0 but for the last digits of doubles. */
const NO_SPREAD = 1e-9;

/**
 * Where all subjects are alike, as where raters agree on every one, nothing of them varies, and an interval from their variance would be one point: [1, 1] for two subjects that
 * agree. Then it is Wilson’s score interval of the agreement observed, carried over with the agreement by chance held fixed: (p − pₑ) / (1 − pₑ) at both
 * ends. Of 2 of 2 with pₑ = ½ it is [−0.32, 1]. None where the agreement is no share, as with distances of one’s own.
 *
 * @see Wilson (1927), doi:10.1080/01621459.1927.10502953
 */
export const carriedInterval = (
  { observed, expected }: Pick<Agreement, 'observed' | 'expected'>,
  subjects: number,
  confidence: number,
): readonly [low: number, high: number] | undefined => {
  if (!(observed >= 0 && observed <= 1 && expected >= 0 && expected < 1)) return undefined;
  const over = (share: number): number => (share - expected) / (1 - expected);
  const [low, high] = scoreInterval(observed * subjects, subjects, confidence);
  return [over(low), over(high)];
};

/** A coefficient with the standard error and interval that follow from the mean square of its subjects’ values around it. */
export const withPrecision = (
  caller: string,
  sample: Sample,
  values: Pick<Agreement, 'coefficient' | 'observed' | 'expected'>,
  meanSquare: number,
  options: IntervalOptions,
  counted: number | undefined = sample.subjects,
): Agreement => {
  significanceOf(caller, options);
  const { subjects, raters, categories } = sample;
  const about = { kind: 'agreement' as const, ...values };
  const rest = { ...(subjects !== undefined && { subjects }), raters, categories };
  const correction = finiteCorrection(caller, subjects ?? 0, options.population);
  if (counted === undefined || counted < 2) return { ...about, ...rest };
  const divisor = sample.tabulated ? counted : counted - 1;
  const standardError = Math.sqrt((correction * meanSquare) / divisor);
  if (correction > 0 && standardError < NO_SPREAD) {
    const interval = carriedInterval(values, counted, 1 - significanceOf(caller, options));
    return { ...about, standardError, ...(interval !== undefined && { interval }), ...rest };
  }
  const interval = intervalAround(caller, values.coefficient, standardError, counted - 1, options);
  return { ...about, standardError, interval, ...rest };
};

/** Σₖₗ vₖₗ over all pairs of categories. */
export const totalOf = (v: Disagreement): number => {
  const each = countsOf(new Float64Array(v.size).fill(1));
  return sumOver(each, v.awayFrom(each));
};
