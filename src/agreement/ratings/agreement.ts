import { refuseCount, refuseNumber, refuseWord } from '../../common/refuse.js';
import type { UndefinedAgreement, WhyUndefined } from '../../model/agreement/agreement.js';
import { normalTwoTailedQuantile, normalUpperTail, tTwoTailedQuantile } from './distributions.js';

/** How the interval of a coefficient is made. */
export interface IntervalOptions {
  /** How sure the interval is to be; 0.95 where left out. */
  readonly confidence?: number | undefined;
  /** Student’s t with one degree of freedom less than there are subjects, or the normal distribution; default `t`. */
  readonly distribution?: 't' | 'normal' | undefined;
  /** How many subjects there are in all, where those rated are a sample from so many: the finite-population correction. */
  readonly population?: number | undefined;
}

export const INTERVAL_OPTIONS = ['confidence', 'distribution', 'population'] as const;

export const undefinedBecause = (because: WhyUndefined, message: string): UndefinedAgreement => ({
  kind: 'undefined',
  because,
  message,
});

/** The share of subjects that were not drawn, 1 − n / N, where a population of N is given. */
export const finiteCorrection = (caller: string, subjects: number, population: number | undefined): number => {
  if (population === undefined || population === Number.POSITIVE_INFINITY) return 1;
  if (population < subjects) {
    throw new RangeError(
      `${caller}: population is ${population}, which cannot hold the ${subjects} subjects rated; it is at least that many`,
    );
  }
  return 1 - subjects / population;
};

/** Throws for what cannot be meant by the options of an interval, also where there will be no interval. */
export const refuseInterval = (caller: string, options: IntervalOptions): void => {
  significanceOf(caller, options);
  const { distribution, population } = options;
  if (distribution !== undefined) refuseWord(caller, 'distribution', distribution, ['t', 'normal']);
  if (population === undefined || population === Number.POSITIVE_INFINITY) return;
  refuseCount(caller, 'population', population);
};

export const significanceOf = (caller: string, { confidence = 0.95 }: IntervalOptions): number => {
  refuseNumber(
    caller,
    'confidence',
    confidence,
    'a number between 0 and 1, but neither of them',
    (value) => value > 0 && value < 1,
  );
  return 1 - confidence;
};

export const intervalAround = (
  caller: string,
  coefficient: number,
  standardError: number,
  df: number,
  options: IntervalOptions,
): readonly [number, number] => {
  const significance = significanceOf(caller, options);
  const { distribution = 't' } = options;
  const factor = distribution === 't' ? tTwoTailedQuantile(significance, df) : normalTwoTailedQuantile(significance);
  return [coefficient - factor * standardError, Math.min(1, coefficient + factor * standardError)];
};

/** A standard error under the null with its p-value; without one where it is 0, which makes no test. */
export const nullTest = (
  coefficient: number,
  nullStandardError: number,
): { readonly nullStandardError: number; readonly pValue?: number } => ({
  nullStandardError,
  ...(nullStandardError > 0 && { pValue: 2 * normalUpperTail(Math.abs(coefficient) / nullStandardError) }),
});
