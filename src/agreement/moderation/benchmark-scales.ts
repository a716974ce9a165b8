import { freezeDeeply } from '../../common/freeze-deeply.js';
/** A stretch of agreement coefficients and the words for it. */
export interface AgreementBand {
  readonly id: string;
  readonly label: string;
  /** Its lower end; the highest band ends at 1, each other one where the next begins. */
  readonly from: number;
}

/** The published scales of words, by their authors. */
export type BenchmarkScale = 'landis-koch' | 'fleiss' | 'altman';

/**
 * The bands of each published scale, highest first. They were never more than a rule of thumb, as their authors say.
 *
 * @see Landis and Koch (1977), doi:10.2307/2529310; Fleiss (1981), Statistical Methods for Rates and Proportions, 2nd edition,
 * page 218; Altman (1991), Practical Statistics for Medical Research, page 404
 */
export const BENCHMARK_SCALES: Readonly<Record<BenchmarkScale, readonly AgreementBand[]>> =
  /* @__PURE__ */ freezeDeeply({
    'landis-koch': [
      { id: 'almost-perfect', label: 'Almost perfect', from: 0.8 },
      { id: 'substantial', label: 'Substantial', from: 0.6 },
      { id: 'moderate', label: 'Moderate', from: 0.4 },
      { id: 'fair', label: 'Fair', from: 0.2 },
      { id: 'slight', label: 'Slight', from: 0 },
      { id: 'poor', label: 'Poor', from: -1 },
    ],
    fleiss: [
      { id: 'excellent', label: 'Excellent', from: 0.75 },
      { id: 'intermediate-to-good', label: 'Intermediate to good', from: 0.4 },
      { id: 'poor', label: 'Poor', from: -1 },
    ],
    altman: [
      { id: 'very-good', label: 'Very good', from: 0.8 },
      { id: 'good', label: 'Good', from: 0.6 },
      { id: 'moderate', label: 'Moderate', from: 0.4 },
      { id: 'fair', label: 'Fair', from: 0.2 },
      { id: 'poor', label: 'Poor', from: -1 },
    ],
  });
