import type { KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import { at } from '../../common/at.js';
import { type BigFraction, bigFraction } from '../../common/big-fractions.js';
import { type IntervalOptions, nullTest } from '../ratings/agreement.js';
import { meanOver, noVariation, sumOver, whyNone, withPrecision } from './chance-corrected.js';
import type { Disagreement, ExactDisagreement } from './disagreement.js';
import { exactChance, exactSum, valuesFrom } from './exactly.js';
import { type Counts, type Pattern, type Sample, type TwoRaterData, countsOf } from '../ratings/ratings.js';
import { readTwoRaters } from '../ratings/read-ratings.js';
import { sumOf } from '../ratings/sums.js';
import { type WeightOptions, disagreementOf } from './weights.js';

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
  const sharesOf = (rater: 0 | 1): Counts => {
    const shares = new Float64Array(sample.categories.length);
    for (const { cells, times } of sample.patterns) {
      const k = cells[rater] ?? 0;
      shares[k] = (shares[k] ?? 0) + times / sample.total;
    }
    return countsOf(shares);
  };
  const down = sharesOf(0);
  const across = sharesOf(1);
  // How far each category lies, on average, from what the other rater says.
  const downAway = v.awayFrom(across);
  const acrossAway = v.awayTo(down);
  const expected = sumOver(down, downAway);
  const exactly = exactChance(sample, v, (exact) => {
    const counts = ([0, 1] as const).map((rater) => {
      const amounts = new Map<number, bigint>();
      for (const { cells, times } of sample.patterns) {
        amounts.set(cells[rater] ?? 0, (amounts.get(cells[rater] ?? 0) ?? 0n) + BigInt(times));
      }
      return amounts;
    });
    const total = BigInt(sample.total);
    return bigFraction(exactSum(at(counts, 0), at(counts, 1), exact), total * total * exact.unit);
  });
  if (exactly ? exactly.n <= 0n : !(expected > 0)) return noVariation();
  const own = ({ cells: [k = 0, l = 0] }: Pattern) => v.between(k, l);
  const ratio = meanOver(sample, own) / expected;
  // w − (1 − κ)(w̄ₖ. + w̄.ₗ) of Fleiss, Cohen and Everitt, less its mean, over Dₑ.
  const ofCell = (pattern: Pattern): number => {
    const [k = 0, l = 0] = pattern.cells;
    const by = ratio * (downAway(k) + acrossAway(l));
    return (by - own(pattern) - ratio * expected) / expected;
  };
  const result = withPrecision(
    caller,
    sample,
    exactly && v.exact
      ? valuesFrom(observedOf(sample, v.exact), exactly)
      : { coefficient: 1 - ratio, observed: 1 - ratio * expected, expected: 1 - expected },
    meanOver(sample, (pattern) => ofCell(pattern) * ofCell(pattern)),
    options,
  );
  if (result.standardError === undefined || sample.subjects === undefined) return result;
  const underNull = nullVariance(v, down, across, downAway, acrossAway, expected);
  if (underNull === undefined) return result;
  return { ...result, ...nullTest(result.coefficient, Math.sqrt(underNull / sample.subjects) / expected) };
};

/** The share of disagreement in cells that may lean: first rater down, second across. */
const observedOf = (sample: Sample, { at: between, unit }: ExactDisagreement): BigFraction => {
  let sum = 0n;
  for (const {
    cells: [k = 0, l = 0],
    times,
  } of sample.patterns)
    sum += BigInt(times) * between(k, l);
  return bigFraction(sum, BigInt(sample.total) * unit);
};

/** The variance where there is no agreement beyond chance asks for every cell of the table; larger tables go without. */
const MOST_CELLS = 4_000_000;

const nullVariance = (
  v: Disagreement,
  down: Counts,
  across: Counts,
  downAway: (k: number) => number,
  acrossAway: (l: number) => number,
  expected: number,
): number | undefined => {
  if (down.categories.length * across.categories.length > MOST_CELLS) return undefined;
  const ofAcross = across.categories.map(acrossAway);
  return sumOf(down.categories, (k, i) => {
    const ofDown = downAway(k) - expected;
    let row = 0;
    for (let j = 0; j < ofAcross.length; j++) {
      const off = ofDown + (ofAcross[j] ?? 0) - v.between(k, across.categories[j] ?? 0);
      row += (across.amounts[j] ?? 0) * off * off;
    }
    return (down.amounts[i] ?? 0) * row;
  });
};
