import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { shownValue } from '../../common/shown-value.js';
import { significanceOf, undefinedBecause } from '../ratings/agreement.js';
import { isRecord, refuseNoRecord, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { type AgreementBand, BENCHMARK_SCALES, type BenchmarkScale } from './benchmark-scales.js';
import { normalBetween } from '../ratings/distributions.js';

export interface BenchmarkOptions {
  /** The words: a published scale, or bands of one’s own. `landis-koch` where left out. */
  readonly scale?: BenchmarkScale | readonly AgreementBand[] | undefined;
  /** How probable it must be that agreement is at least so good; 0.95 where left out. */
  readonly confidence?: number | undefined;
}

/** A band and how probable it is. */
export interface BandProbability extends AgreementBand {
  readonly to: number;
  /** That the true coefficient lies in the band. */
  readonly probability: number;
  /** That it lies in the band or above it. */
  readonly cumulative: number;
}

export interface BenchmarkedAgreement {
  readonly kind: 'benchmark';
  /** The highest band that agreement reaches with the confidence asked for. */
  readonly band: BandProbability;
  /** The band in which the coefficient itself lies, which takes no account of how sure it is. */
  readonly nominal: BandProbability;
  /** All bands, highest first. */
  readonly bands: readonly BandProbability[];
}

/**
 * Benchmarking by probability: which words an agreement coefficient deserves, given how sure it is. For each band of a scale of
 * words the probability that the true coefficient lies in it,
 *
 *   P = [Φ((b − κ) / s) − Φ((a − κ) / s)] / [Φ((1 − κ) / s) − Φ((−1 − κ) / s)],
 *
 * with κ the coefficient, s its standard error, a and b the ends of the band, and Φ the normal distribution, cut off at −1 and 1.
 * Probabilities are added up from the highest band down, and the first band at which they reach 95 % is the one reached.
 *
 * To read the word straight off the coefficient, as is common, makes ten subjects look as sure as a thousand; `nominal` is that
 * reading, for comparison. The bands are those authors’ rules of thumb. A coefficient on an end belongs to the band above.
 *
 * A standard error of 0, as of subjects that are all alike, gives no probabilities: the result is undefined.
 *
 * @param agreement what a coefficient’s function gave, or any coefficient with its standard error; what is undefined stays so
 * @throws RangeError where the scale or the numbers cannot be meant.
 * @see Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 6
 * @example
 * const benchmark = benchmarkAgreement({ coefficient: 0.67, standardError: 0.15 });
 * benchmark.kind === 'benchmark' && benchmark.band.label // => 'Moderate'
 * benchmark.kind === 'benchmark' && benchmark.band.cumulative // ≈ 0.96356
 * benchmark.kind === 'benchmark' && benchmark.nominal.label // => 'Substantial'
 */
export const benchmarkAgreement = (
  agreement: Pick<Agreement, 'coefficient' | 'standardError'> | UndefinedAgreement,
  options: BenchmarkOptions = {},
): BenchmarkedAgreement | UndefinedAgreement => {
  const caller = 'benchmarkAgreement';
  refuseUnknown(caller, options, ['scale', 'confidence']);
  const needed = 1 - significanceOf(caller, options);
  const scale = readScale(caller, options.scale === undefined ? 'landis-koch' : options.scale);
  refuseNoRecord(
    caller,
    'agreement',
    agreement,
    'what a coefficient’s function gave, or { coefficient, standardError }',
  );
  if ('because' in agreement) return agreement;
  const { coefficient, standardError } = agreement;
  if (!(coefficient >= -1 && coefficient <= 1)) {
    throw new RangeError(`${caller}: coefficient is ${shownValue(coefficient)}; a coefficient is between −1 and 1`);
  }
  if (standardError === undefined) {
    return undefinedBecause(
      'no-standard-error',
      'the coefficient has no standard error, so nothing is known of its bands',
    );
  }
  if (!(standardError >= 0))
    throw new RangeError(`${caller}: standardError is ${shownValue(standardError)}; a standard error is not negative`);
  if (standardError === 0) {
    // Subjects that are all alike vary by nothing, and tell nothing of others: to take the coefficient as sure would make two of them as good as a thousand.
    return undefinedBecause(
      'no-standard-error',
      'the standard error is 0, since all subjects are alike, so nothing is known of its bands',
    );
  }
  const between = probabilityBetween(coefficient, standardError);
  const bands = scale.map((band, at): BandProbability => {
    const to = scale[at - 1]?.from ?? 1;
    return { ...band, to, probability: between(band.from, to), cumulative: between(band.from, 1) };
  });
  const nominal = bands.find(({ from }) => coefficient >= from);
  const band = bands.find(({ cumulative }) => cumulative >= needed) ?? bands.at(-1);
  if (!nominal || !band) throw new RangeError(`${caller}: the scale has no band for ${coefficient}`);
  return { kind: 'benchmark', band, nominal, bands };
};

const probabilityBetween =
  (coefficient: number, standardError: number) =>
  (from: number, to: number): number => {
    const within = (a: number, b: number) =>
      normalBetween((a - coefficient) / standardError, (b - coefficient) / standardError);
    return from <= -1 && to >= 1 ? 1 : within(from, to) / within(-1, 1);
  };

const readScale = (caller: string, scale: BenchmarkScale | readonly AgreementBand[]): readonly AgreementBand[] => {
  if (!Array.isArray(scale)) {
    refuseWord(caller, 'scale', scale, Object.keys(BENCHMARK_SCALES));
    return BENCHMARK_SCALES[scale as BenchmarkScale];
  }
  const given = scale as readonly unknown[];
  for (let at = 0; at < given.length; at++) {
    const band = given[at];
    if (isRecord(band) && typeof band['from'] === 'number') continue;
    throw new TypeError(`${caller}: scale, at ${at}, holds ${shownValue(band)}; it holds bands { id, label, from }`);
  }
  const bands = [...(scale as readonly AgreementBand[])].sort((a, b) => b.from - a.from);
  const froms = bands.map(({ from }) => from);
  if (froms.at(-1) === -1 && froms.every((from, at) => from < (froms[at - 1] ?? 1))) return bands;
  const got = froms.length === 0 ? 'no band' : froms.slice(0, 20).join(', ');
  throw new RangeError(
    `${caller}: scale has bands that begin below 1, at different places, the lowest at −1; got ${got}`,
  );
};
