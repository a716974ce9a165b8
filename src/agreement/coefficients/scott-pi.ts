import type { Agreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { type IntervalOptions } from '../ratings/agreement.js';
import { chanceCorrected, whyNone } from './chance-corrected.js';
import { fleissChance } from './fleiss-chance.js';
import type { TwoRaterData } from '../ratings/ratings.js';
import { readTwoRaters } from '../ratings/read-ratings.js';
import { type WeightOptions, weightedSample } from './weights.js';

/**
 * Scott’s pi: agreement of two raters beyond chance, π = (pₒ − pₑ) / (1 − pₑ), with pₒ the (weighted) share of subjects on which
 * they agree and pₑ = Σₖₗ wₖₗ πₖ πₗ, where πₖ is the mean of the two raters’ shares of category k and wₖₗ how much k and l agree.
 *
 * It differs from Cohen’s kappa in what chance is: both raters are taken to draw from the same shares, so that a difference
 * between their habits counts as disagreement; π is never above κ. For more raters it becomes `fleissKappa`, with the
 * correction for few ratings `krippendorffAlpha`. Subjects that only one of the two rated are left out.
 *
 * The standard error is the multinomial delta method’s as Gwet writes it for a table; Scott’s own is known to be wrong.
 *
 * @param data counts, rater A’s categories down, rater B’s across; or `{ table }`, `{ proportions }`, `{ ratings }` of two raters
 * @throws TypeError or RangeError for ratings or options that make no sense.
 * @see Scott (1955), doi:10.1086/266577; Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 5
 * @example
 * const pi = scottPi([[13, 0, 0], [0, 20, 7], [0, 4, 56]]);
 * pi.kind === 'agreement' && pi.coefficient // ≈ 0.79624
 */
export const scottPi = (
  data: TwoRaterData,
  options: WeightOptions & IntervalOptions = {},
): Agreement | UndefinedAgreement => {
  const { sample, v } = weightedSample('scottPi', data, options, readTwoRaters);
  return whyNone(sample) ?? chanceCorrected('scottPi', sample, v, fleissChance(sample, v), options);
};
