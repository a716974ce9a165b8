import { at } from '../../common/at.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { isRecord, refuseCount, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
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

export interface BootstrappedInterval {
  readonly kind: 'bootstrap';
  readonly interval: readonly [low: number, high: number];
  /** How many samples had a coefficient. */
  readonly resamples: number;
  /** How many had none, such as those of one level throughout. */
  readonly undefinedResamples: number;
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
  const { random, resamples = 2_000, confidence = 0.95 } = options;
  if (typeof random !== 'function')
    throw new TypeError(`${caller}: random is ${shownValue(random)}; it is a function that gives numbers from 0 to 1`);
  refuseCount(caller, 'resamples', resamples);
  refuseNumber(caller, 'resamples', resamples, 'from 1 to 1,000,000', (value) => value <= 1_000_000);
  refuseNumber(caller, 'confidence', confidence, 'above 0 and below 1', (value) => value > 0 && value < 1);
  const told = longWork(caller, options, resamples);
  const subjects = rows.ratings.length;
  // What is wrong with the ratings is told of themselves, before any sample of them.
  const whole = coefficient(rows);
  if (whole.kind === 'undefined') return whole;
  if (subjects < 2) return undefinedBecause('too-few-subjects', 'of one subject no other samples can be drawn');
  const values: number[] = [];
  for (let drawn = 0; drawn < resamples; drawn++) {
    const ratings = Array.from({ length: subjects }, () => at(rows.ratings, placeOf(caller, random(), subjects)));
    const found = coefficient({ ...rows, ratings });
    if (found.kind === 'agreement') values.push(found.coefficient);
    told(drawn + 1);
  }
  if (2 * values.length <= resamples)
    return undefinedBecause('no-variation', 'more than half of the samples have no coefficient');
  values.sort((a, b) => a - b);
  const [least, most] = [at(values, 0), at(values, values.length - 1)];
  if (least === most)
    return undefinedBecause('no-variation', 'all samples give one number: the bootstrap knows nothing');
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
  refuseNumber(caller, 'random()', share, 'from 0 up to but without 1', (value) => value >= 0 && value < 1);
  return Math.floor(share * subjects);
};
