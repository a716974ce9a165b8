import { at } from '../../common/at.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { isRecord, refuseCount, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import type { BootstrappedInterval } from '../../model/agreement/moderation-report.js';
import { undefinedBecause } from '../ratings/agreement.js';
import type { RatingRows } from '../ratings/ratings.js';

export interface BootstrapOptions extends LongWorkOptions {
  /** Gives a number from 0 up to but without 1 at each call: `Math.random`, or one with a seed, so that the same comes out again. */
  readonly random: () => number;
  /** How many samples are drawn; 2,000 where left out. */
  readonly resamples?: number | undefined;
  /** How sure the interval is to be; 0.95 where left out. */
  readonly confidence?: number | undefined;
}

/**
 * An interval of a coefficient by the bootstrap: samples of as many subjects are drawn from the rows, a row as often as it comes, the coefficient is computed of each, and the
 * interval leaves out the same share of them at both ends (percentile method). Subjects are taken as drawn apart from each other.
 *
 * Where all samples give one number, as where raters agree on everything, the bootstrap knows nothing, and the result is undefined (`no-variation`); so it is of
 * fewer than two subjects, and where more than half of the samples have no coefficient.
 *
 * @param coefficient what to compute: `(rows) => krippendorffAlpha(rows, { metric: 'ordinal' })`
 * @throws TypeError or RangeError for rows or options that make no sense, and for a random number that is none.
 * @see Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13, doi:10.1201/9780429246593
 * @example
 * // A small source of random numbers with a seed (Park and Miller 1988); a host may pass Math.random.
 * let seed = 7;
 * const random = () => { seed = (seed * 48271) % 2147483647; return (seed - 1) / 2147483646; };
 * const rows = { ratings: [['a', 'a'], ['b', 'b'], ['c', 'b'], ['c', 'c'], ['a', 'b'], ['b', 'b']], categories: ['a', 'b', 'c'] };
 * const found = bootstrapInterval(rows, (sample) => cohenKappa(sample), { random, resamples: 500 });
 * found.kind === 'bootstrap' && found.interval[0] < found.interval[1] // => true
 */
export const bootstrapInterval = (
  rows: RatingRows,
  coefficient: (sample: RatingRows) => Agreement | UndefinedAgreement,
  options: BootstrapOptions,
): BootstrappedInterval | UndefinedAgreement => {
  const caller = 'bootstrapInterval';
  if (!isRecord(rows) || !Array.isArray(rows['ratings']))
    throw new TypeError(`${caller}: rows is ${shownValue(rows)}; it is an object with ratings, a row for each subject`);
  if (typeof coefficient !== 'function')
    throw new TypeError(`${caller}: coefficient is ${shownValue(coefficient)}; it is a function of rows`);
  refuseUnknown(caller, options, ['random', 'resamples', 'confidence', ...LONG_WORK_OPTIONS]);
  const { confidence = 0.95 } = options;
  refuseNumber(caller, 'confidence', confidence, 'above 0 and below 1', (value) => value > 0 && value < 1);
  const resamples = resamplesIn(caller, options);
  const told = longWork(caller, options, resamples);
  // What is wrong with the ratings is told of themselves, before any sample of them.
  const whole = coefficient(rows);
  if (whole.kind === 'undefined') return whole;
  if (rows.ratings.length < 2)
    return undefinedBecause('too-few-subjects', 'no other samples can be drawn from one subject');
  const { random } = options;
  return resampled({
    caller,
    drawn: rows.ratings.map((row) => [row]),
    of: (ratings) => coefficient({ ...rows, ratings }),
    random,
    resamples,
    confidence,
    told,
  });
};

/** How many samples are asked for; throws where the random source or the number is none. */
export const resamplesIn = (
  caller: string,
  { random, resamples = 2_000 }: { readonly random?: unknown; readonly resamples?: number | undefined },
): number => {
  if (typeof random !== 'function')
    throw new TypeError(`${caller}: random is ${shownValue(random)}; it is a function that gives numbers from 0 to 1`);
  refuseCount(caller, 'resamples', resamples);
  refuseNumber(caller, 'resamples', resamples, 'from 1 to 1,000,000', (value) => value <= 1_000_000);
  return resamples;
};

/** What is drawn is a list of rows each time: one row, or all those of one setting. At least two of them. */
export const resampled = <Row>({
  caller,
  drawn,
  of,
  random,
  resamples,
  confidence,
  told,
}: {
  readonly caller: string;
  readonly drawn: readonly (readonly Row[])[];
  readonly of: (rows: readonly Row[]) => Agreement | UndefinedAgreement;
  readonly random: () => number;
  readonly resamples: number;
  readonly confidence: number;
  readonly told: (done: number) => void;
}): BootstrappedInterval | UndefinedAgreement => {
  const values: number[] = [];
  for (let sample = 0; sample < resamples; sample++) {
    const rows = drawn.flatMap(() => at(drawn, placeOf(caller, random(), drawn.length)));
    const found = of(rows);
    if (found.kind === 'agreement') values.push(found.coefficient);
    told(sample + 1);
  }
  if (2 * values.length <= resamples)
    return undefinedBecause('no-variation', 'more than half of the samples have no coefficient');
  values.sort((a, b) => a - b);
  const [least, most] = [at(values, 0), at(values, values.length - 1)];
  if (least === most)
    return undefinedBecause('no-variation', 'all samples give the same number, so the bootstrap says nothing');
  // The value that a share q of the samples does not exceed: the ⌈q n⌉th of n; the other end is as far from its own.
  const cut = Math.max(1, Math.ceil(((1 - confidence) / 2) * values.length));
  return {
    kind: 'bootstrap',
    interval: [at(values, cut - 1), at(values, values.length - cut)],
    resamples: values.length,
    undefinedResamples: resamples - values.length,
  };
};

const placeOf = (caller: string, share: number, subjects: number): number => {
  refuseNumber(caller, 'random()', share, 'from 0 up to but not including 1', (value) => value >= 0 && value < 1);
  return Math.floor(share * subjects);
};
