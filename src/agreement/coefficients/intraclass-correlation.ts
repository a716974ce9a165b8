import type { UndefinedAgreement } from '../../model/agreement/agreement.js';
import { type IntervalOptions, significanceOf, undefinedBecause } from '../ratings/agreement.js';
import { refuseUnknown, refuseWord } from '../../common/refuse.js';
import { fUpperQuantile, fUpperTail } from '../ratings/distributions.js';
import { type MeanSquares, meanSquaresOf, readNumbers } from './mean-squares.js';

/** The six forms of Shrout and Fleiss: which model, and whether of one rating or of the mean of k. */
export type IntraclassForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';

export interface IntraclassOptions extends Pick<IntervalOptions, 'confidence'> {
  /** `ICC(2,1)` where left out. */
  readonly form?: IntraclassForm | undefined;
}

/** An intraclass correlation and how sure it is. */
export interface IntraclassCorrelation {
  readonly kind: 'agreement';
  readonly form: IntraclassForm;
  readonly coefficient: number;
  /** Absent where it has no end, or its approximation none that holds the coefficient: where subjects hardly differ. */
  readonly interval?: readonly [low: number, high: number] | undefined;
  /** The F test of a true correlation of 0; absent where nothing is left over to test against. */
  readonly test?:
    | { readonly f: number; readonly df1: number; readonly df2: number; readonly probability: number }
    | undefined;
  readonly meanSquares: MeanSquares;
  /** The subjects that every rater rated; the others are left out. */
  readonly subjects: number;
  readonly leftOut: number;
  readonly raters: number;
}

/**
 * Intraclass correlation in the six forms of Shrout and Fleiss: of all the variance in numeric ratings, the share that comes from
 * the subjects rather than from who rated them. With n subjects, k raters, and the mean squares of an analysis of variance
 * between subjects (B), within subjects (W), between raters (J) and left over (E):
 *
 * | form | raters | one rating | the mean of k |
 * |---|---|---|---|
 * | 1 | others for each subject | (B − W) / (B + (k − 1) W) | (B − W) / B |
 * | 2 | drawn from many, all rate all | (B − E) / (B + (k − 1) E + k (J − E) / n) | (B − E) / (B + (J − E) / n) |
 * | 3 | these and no others, all rate all | (B − E) / (B + (k − 1) E) | (B − E) / B |
 *
 * Forms 1 and 2 ask for the same numbers (agreement); form 3 only for the same differences (consistency): a rater who is
 * always a point more generous lowers form 2, not form 3. The default, ICC(2,1), is for validators who might have been others and
 * whose single judgement is used.
 *
 * Books differ on intervals for form 2, since its F is only approximate: these are those of Shrout and Fleiss (as of McGraw and
 * Wong, case 2A) with Satterthwaite’s degrees of freedom. The F test of form 2 is that of form 3. The analysis takes a full
 * table, so subjects with a missing rating are left out and counted in `leftOut`. Levels by name have no distances; say them
 * in points, or use `weightedKappa` and its kin.
 *
 * @param data a row for each subject, in it each rater’s number, `null` or `undefined` where there is none
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Shrout and Fleiss (1979), doi:10.1037/0033-2909.86.2.420; McGraw and Wong (1996), doi:10.1037/1082-989X.1.1.30
 * @example
 * const ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * const single = intraclassCorrelation({ ratings }, { form: 'ICC(2,1)' });
 * single.kind === 'agreement' && single.coefficient // ≈ 0.29
 * single.kind === 'agreement' && single.interval // ≈ [0.019, 0.761]
 */
export const intraclassCorrelation = (
  data: { readonly ratings: readonly (readonly (number | null | undefined)[])[] },
  options: IntraclassOptions = {},
): IntraclassCorrelation | UndefinedAgreement => {
  const caller = 'intraclassCorrelation';
  refuseUnknown(caller, options, ['form', 'confidence']);
  const { form = 'ICC(2,1)' } = options;
  refuseWord(caller, 'form', form, FORMS);
  const tail = significanceOf(caller, options) / 2;
  const { rows, leftOut } = readNumbers(caller, data);
  const raters = rows[0]?.length ?? data.ratings[0]?.length ?? 0;
  const subjects = rows.length;
  if (data.ratings.length === 0) return undefinedBecause('no-subjects', 'no subject has a rating');
  if (raters < 2) return undefinedBecause('too-few-raters', 'agreement takes two raters; there is one');
  if (subjects < 2) {
    return undefinedBecause('too-few-subjects', `variance takes two subjects that all rated; there are ${subjects}`);
  }
  const meanSquares = meanSquaresOf(caller, rows);
  const { between, within, residual } = meanSquares;
  if (!(between > 0) && !(within > 0)) {
    return undefinedBecause('no-variation', 'every rating is the same number; the coefficient is 0 / 0');
  }
  const [model, average] = [form[4], form[6] === 'k'];
  const error = model === '1' ? within : residual;
  const df1 = subjects - 1;
  const df2 = model === '1' ? subjects * (raters - 1) : df1 * (raters - 1);
  const shape = { n: subjects, k: raters, tail, df1, df2 };
  const single = model === '2' ? byAgreement(meanSquares, shape) : byRatio(between, error, shape);
  if (!single)
    return undefinedBecause(
      'no-variation',
      'there is no variance between or within subjects to take a share of; it is 0 / 0',
    );
  const [coefficient, low, high] = average ? single.map((value) => ofMean(value, raters)) : single;
  if (coefficient === undefined) {
    return undefinedBecause(
      'no-variation',
      'the means of the subjects vary no more than error makes them; there is no share of it',
    );
  }
  const f = between / error;
  return {
    kind: 'agreement',
    form,
    coefficient,
    ...intervalOf(coefficient, low, high),
    ...(Number.isFinite(f) && { test: { f, df1, df2, probability: fUpperTail(f, df1, df2) } }),
    meanSquares,
    subjects,
    leftOut,
    raters,
  };
};

const intervalOf = (coefficient: number, low = Number.NaN, high = Number.NaN) =>
  low <= coefficient + 1e-9 && coefficient <= high + 1e-9 && Number.isFinite(high - low)
    ? { interval: [low, high] as const }
    : {};

const FORMS: readonly IntraclassForm[] = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'];

interface Shape {
  readonly n: number;
  readonly k: number;
  readonly tail: number;
  readonly df1: number;
  readonly df2: number;
}

type Bounds = readonly [value: number, low: number, high: number];

/** What the mean of k ratings reaches where one rating reaches r, by Spearman and Brown; below r = −1 / (k − 1) nothing. */
const ofMean = (r: number, k: number): number | undefined => {
  const whole = 1 + (k - 1) * r;
  return whole > 1e-12 ? (k * r) / whole : undefined;
};

/** Forms 1 and 3: (F − 1) / (F + k − 1), with F between its critical values. */
const byRatio = (between: number, error: number, { k, tail, df1, df2 }: Shape): Bounds | undefined => {
  if (between === 0 && error === 0) return undefined;
  const at = (factor: number) => (between * factor - error) / (between * factor + (k - 1) * error);
  return [at(1), at(1 / fUpperQuantile(tail, df1, df2)), at(fUpperQuantile(tail, df2, df1))];
};

/** Form 2. */
const byAgreement = (
  { between, raters, residual }: MeanSquares,
  { n, k, tail, df1, df2 }: Shape,
): Bounds | undefined => {
  const whole = between + (k - 1) * residual + (k * (raters - residual)) / n;
  if (!(whole > 0)) return undefined;
  const value = (between - residual) / whole;
  // Satterthwaite’s degrees of freedom of k ρ J + (n (1 + (k − 1) ρ) − k ρ) E.
  const a = k * value * raters;
  const b = (n * (1 + (k - 1) * value) - k * value) * residual;
  const squares = (a * a) / (k - 1) + (b * b) / df2;
  if (squares === 0) return [value, value, value];
  const df = ((a + b) * (a + b)) / squares;
  if (!(df > 1e-6)) return [value, Number.NaN, Number.NaN];
  const spread = k * raters + (k * n - k - n) * residual;
  const above = fUpperQuantile(tail, df1, df);
  const below = fUpperQuantile(tail, df, df1);
  return [
    value,
    (n * (between - above * residual)) / (above * spread + n * between),
    (n * (below * between - residual)) / (spread + n * below * between),
  ];
};
