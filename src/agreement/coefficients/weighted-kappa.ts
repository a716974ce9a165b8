import type { KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { refuseUnknown } from '../../common/refuse.js';
import { INTERVAL_OPTIONS, refuseInterval, type IntervalOptions } from '../ratings/agreement.js';
import type { TwoRaterData } from '../ratings/ratings.js';
import { twoRaterKappa } from './two-rater-kappa.js';
import { WEIGHT_OPTIONS, type WeightOptions } from './weights.js';

/**
 * Cohen’s weighted kappa: agreement of two raters beyond chance where some disagreements are worse than others,
 *
 *   κ = 1 − Σₖₗ vₖₗ pₖₗ / Σₖₗ vₖₗ pₖ. p.ₗ = (pₒ − pₑ) / (1 − pₑ),
 *
 * with pₖₗ the share of subjects that rater A puts into category k and rater B into l, pₖ. and p.ₗ each rater’s own shares, and
 * vₖₗ = 1 − wₖₗ how much k and l disagree. Levels of a scale want `linear` weights, by which a step counts the same wherever it is, or
 * `quadratic` ones, by which two steps count as four; with quadratic weights kappa comes close to an intraclass
 * correlation. The two may differ much, so say which was used. Without weights it is `cohenKappa`.
 *
 * Own weights may lean, `weights(a, b)` differing from `weights(b, a)`, as Cohen allows. Disagreement may be on any scale: only
 * ratios of it matter to κ, while pₒ and pₑ are told with the greatest disagreement as 1.
 *
 * @param data counts, rater A’s categories down, rater B’s across; or `{ table }`, `{ proportions }`, `{ ratings }` of two raters
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Cohen (1968), doi:10.1037/h0026256; Fleiss, Cohen and Everitt (1969), doi:10.1037/h0028106; Fleiss and Cohen (1973),
 * doi:10.1177/001316447303300309
 * @example
 * const cohen1968 = [[44, 7, 9], [5, 20, 5], [1, 3, 6]];
 * const kappa = weightedKappa(cohen1968, { disagreement: [[0, 1, 3], [1, 0, 6], [3, 6, 0]] });
 * kappa.kind === 'agreement' && kappa.coefficient // ≈ 0.34783
 * const linear = weightedKappa(cohen1968, { weights: 'linear' });
 * linear.kind === 'agreement' && linear.coefficient // ≈ 0.4737
 */
export const weightedKappa = (
  data: TwoRaterData,
  options: WeightOptions & IntervalOptions,
): KappaAgreement | UndefinedAgreement => {
  refuseUnknown('weightedKappa', options, [...WEIGHT_OPTIONS, ...INTERVAL_OPTIONS]);
  refuseInterval('weightedKappa', options);
  if (options.weights === undefined && options.disagreement === undefined) {
    throw new TypeError('weightedKappa: weights is undefined; say which weights, cohenKappa has none');
  }
  return twoRaterKappa('weightedKappa', data, options);
};
