import { refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { normalTwoTailedQuantile } from '../ratings/distributions.js';

/** What is to be estimated, and how closely. */
export type SampleSizeQuestion =
  | {
      readonly statistic: 'percent-agreement';
      /** The share of subjects on which two raters are expected to agree, above 0 and below 1. */
      readonly expected: number;
      /** Half the width that the confidence interval is to have. */
      readonly halfWidth: number;
      /** 0.95 where left out. */
      readonly confidence?: number | undefined;
    }
  | {
      readonly statistic: 'cohen-kappa';
      /** The kappa expected, from 0 up to but without 1. */
      readonly expected: number;
      /** The share of subjects of which the rarer or commoner of two answers is true, above 0 and below 1. */
      readonly prevalence: number;
      readonly halfWidth: number;
      readonly confidence?: number | undefined;
    };

/**
 * How many subjects two raters have to rate for a confidence interval no wider than asked for: n = z² v / h², rounded up, with h the half width
 * and v the variance of one subject. Of percent agreement p it is p (1 − p). Of Cohen’s kappa of two answers, with prevalence π alike for both raters, it is
 * (1 − κ) [(1 − κ)(1 − 2κ) + κ (2 − κ) / (2 π (1 − π))]: the rarer an answer, the more subjects it takes.
 *
 * Both are for large samples: take a result below some thirty as thirty.
 *
 * @throws TypeError or RangeError for a question that is none, or a number out of its range.
 * @see Bloch and Kraemer (1989), doi:10.2307/2532052; Donner and Eliasziw (1992), doi:10.1002/sim.4780111109
 * @example
 * sampleSizeFor({ statistic: 'percent-agreement', expected: 0.8, halfWidth: 0.1 }) // => 62
 * sampleSizeFor({ statistic: 'cohen-kappa', expected: 0.8, prevalence: 0.3, halfWidth: 0.1 }) // => 167
 */
export const sampleSizeFor = (question: SampleSizeQuestion): number => {
  const caller = 'sampleSizeFor';
  refuseUnknown(caller, question, ['statistic', 'expected', 'halfWidth', 'prevalence', 'confidence'], 'question');
  refuseWord(caller, 'statistic', question.statistic, ['percent-agreement', 'cohen-kappa']);
  const inside = (value: number): boolean => value > 0 && value < 1;
  const { confidence = 0.95, expected, halfWidth } = question;
  refuseNumber(caller, 'confidence', confidence, 'above 0 and below 1', inside);
  refuseNumber(caller, 'halfWidth', halfWidth, 'at least 0.0001 and below 1', (value) => value >= 0.0001 && value < 1);
  let variance: number;
  if (question.statistic === 'percent-agreement') {
    if ('prevalence' in question)
      throw new TypeError(`${caller}: prevalence has no part in percent agreement; leave it out`);
    refuseNumber(caller, 'expected', expected, 'above 0 and below 1', inside);
    variance = expected * (1 - expected);
  } else {
    const { prevalence } = question;
    refuseNumber(caller, 'expected', expected, 'from 0 up to but not including 1', (value) => value >= 0 && value < 1);
    refuseNumber(caller, 'prevalence', prevalence, 'above 0 and below 1', inside);
    const rest = 1 - expected;
    variance = rest * (rest * (1 - 2 * expected) + (expected * (2 - expected)) / (2 * prevalence * (1 - prevalence)));
  }
  const z = normalTwoTailedQuantile(1 - confidence);
  return Math.ceil((z * z * variance) / (halfWidth * halfWidth));
};
