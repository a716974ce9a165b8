import type { KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { refuseUnknown } from '../../common/refuse.js';
import { INTERVAL_OPTIONS, refuseInterval, type IntervalOptions } from '../ratings/agreement.js';
import type { TwoRaterData } from '../ratings/ratings.js';
import { twoRaterKappa } from './two-rater-kappa.js';

/**
 * Cohen’s kappa: agreement of two raters beyond chance, κ = (pₒ − pₑ) / (1 − pₑ), with pₒ the share of subjects on which they
 * agree and pₑ = Σₖ pₖ. p.ₖ the share on which they would agree if each kept to their own habits (pₖ. the share of category k
 * with rater A, p.ₖ with rater B) but looked at nothing.
 *
 * When both use one and the same category throughout, pₑ = 1 and kappa is undefined, not 1. It is low where one category is
 * much more frequent than the others, however often the raters agree; `gwetAC` and `brennanPrediger` are not. Use `weightedKappa`
 * where categories are ordered, `congerKappa` for more than two raters.
 *
 * Subjects that only one of the two rated are left out. The standard error is that of Fleiss, Cohen and Everitt, which replaced
 * Cohen’s own; the interval around it takes Student’s t with n − 1 degrees of freedom, as Gwet’s programs do, where
 * older books take the normal distribution (`distribution: 'normal'`). `nullStandardError` is the one to test κ = 0 with.
 *
 * @param data counts, rater A’s categories down, rater B’s across; or `{ table }`, `{ proportions }`, `{ ratings }` of two raters
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Cohen (1960), doi:10.1177/001316446002000104; Fleiss, Cohen and Everitt (1969), doi:10.1037/h0028106
 * @example
 * const kappa = cohenKappa([[20, 5], [10, 15]]);
 * kappa.kind === 'agreement' && kappa.coefficient // ≈ 0.4
 * cohenKappa([[0, 0], [0, 7]]) // => { kind: 'undefined', because: 'no-variation', … }
 */
export const cohenKappa = (data: TwoRaterData, options: IntervalOptions = {}): KappaAgreement | UndefinedAgreement => {
  refuseUnknown('cohenKappa', options, INTERVAL_OPTIONS);
  refuseInterval('cohenKappa', options);
  return twoRaterKappa('cohenKappa', data, options);
};
