import { type Agreement, type IntervalOptions, type UndefinedAgreement } from './agreement.js';
import { meanOver, noVariation, whyNone, withPrecision } from './chance-corrected.js';
import type { Pattern, TwoRaterData } from './ratings.js';
import { readTwoRaters } from './read-ratings.js';
import { sumOf } from './sums.js';
import { disagreementOf, type WeightOptions } from './weights.js';

/** A kappa of two raters, with its standard error where there is no agreement beyond chance. */
export interface KappaAgreement extends Agreement {
  /** The standard error where the true kappa is 0: κ divided by it is the test statistic z. */
  readonly nullStandardError?: number | undefined;
}

/**
 * Cohen’s kappa with weights, from the marginal shares of two raters. The weights may lean: rater A a level above B may count
 * as worse than below.
 */
export const twoRaterKappa = (
  caller: string,
  data: TwoRaterData,
  options: WeightOptions & IntervalOptions,
): KappaAgreement | UndefinedAgreement => {
  const sample = readTwoRaters(caller, data);
  const v = disagreementOf(caller, sample, options, true);
  const none = whyNone(sample);
  if (none) return none;
  const shares = (rater: 0 | 1) =>
    sample.categories.map((_, k) => meanOver(sample, ({ cells }) => (cells[rater] === k ? 1 : 0)));
  const down = shares(0);
  const across = shares(1);
  const at = (k: number, l: number) => v[k]?.[l] ?? 0;
  // How far each category lies, on average, from what the other rater says.
  const downAway = down.map((_, k) => sumOf(across, (p, l) => p * at(k, l)));
  const acrossAway = across.map((_, l) => sumOf(down, (p, k) => p * at(k, l)));
  const expected = sumOf(down, (p, k) => p * (downAway[k] ?? 0));
  if (!(expected > 0)) return noVariation();
  const own = ({ cells: [k = 0, l = 0] }: Pattern) => at(k, l);
  const ratio = meanOver(sample, own) / expected;
  // w − (1 − κ)(w̄ₖ. + w̄.ₗ) of Fleiss, Cohen and Everitt, less its mean, over Dₑ.
  const ofCell = (pattern: Pattern): number => {
    const [k = 0, l = 0] = pattern.cells;
    const by = ratio * ((downAway[k] ?? 0) + (acrossAway[l] ?? 0));
    return (by - own(pattern) - ratio * expected) / expected;
  };
  const result = withPrecision(
    caller,
    sample,
    { coefficient: 1 - ratio, observed: 1 - ratio * expected, expected: 1 - expected },
    meanOver(sample, (pattern) => ofCell(pattern) ** 2),
    options,
  );
  if (result.standardError === undefined || sample.subjects === undefined) return result;
  const underNull = sumOf(
    down,
    (p, k) => p * sumOf(across, (r, l) => r * ((downAway[k] ?? 0) + (acrossAway[l] ?? 0) - at(k, l) - expected) ** 2),
  );
  return { ...result, nullStandardError: Math.sqrt(underNull / sample.subjects) / expected };
};
