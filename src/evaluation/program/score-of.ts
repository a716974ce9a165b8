import { at as itemAt } from '../../common/at.js';
import { lcmOf } from '../../common/big-integers.js';
import { type Fraction, lcm, refuseInexact } from '../../common/fractions.js';
import type { Sums, Term, Truth } from './program.js';
import { LEFT_OUT } from './completion.js';

/** What a term gains; nothing at all where it does not apply. */
export type Gain = (term: Term) => number | undefined;

/** What a term of a node gains, by what the node says. */
export const gainOf = ({ gains }: Term, truth: Truth): number | undefined =>
  truth === 'not-applicable' ? undefined : gains[truth === 'true' ? 1 : 0];

/** The gains of terms at some levels, and with what is known of nodes. */
export const gainsAt =
  (levels: readonly number[], holds: (node: number) => Truth): Gain =>
  (term) => {
    if (term.of === 'criterion') {
      const level = levels[term.at] ?? LEFT_OUT;
      return level === LEFT_OUT ? undefined : term.gains[level];
    }
    return gainOf(term, holds(term.at));
  };

/**
 * A score by what its terms gain: none where no term applies. Throws where weights are too large for an exact sum, or those of many groups
 * have no small multiple in common: `rubricSchema` refuses such a rubric, but not all come from there.
 */
export const total = (score: Sums, gain: Gain): Fraction | undefined => {
  const { denominator } = score;
  if (score.kind === 'lowest') {
    let lowest: number | undefined;
    for (const term of score.parts.flat()) {
      const gained = gain(term);
      if (gained !== undefined && (lowest === undefined || gained < lowest)) lowest = gained;
    }
    return lowest === undefined ? undefined : { numerator: lowest, denominator };
  }
  const sums: Fraction[] = [];
  for (const part of score.parts) {
    let [gained, weight] = [0, 0];
    for (const term of part) {
      const one = gain(term);
      if (one === undefined) continue;
      gained += one;
      weight += term.weight;
    }
    if (weight > 0)
      sums.push({ numerator: gained, denominator: score.kind === 'mean' ? weight * denominator : denominator });
  }
  const [only] = sums;
  if (sums.length <= 1) {
    if (only !== undefined) refuseInexact(only);
    return only;
  }
  const common = sums.reduce((multiple, sum) => lcm(multiple, sum.denominator), 1);
  const numerator = sums.reduce((reached, sum) => reached + sum.numerator * (common / sum.denominator), 0);
  const mean = { numerator, denominator: common * sums.length };
  refuseInexact(mean);
  return mean;
};

/** A score at some levels, and with what is known of nodes. */
export const scoreOf = (score: Sums, levels: readonly number[], holds: (node: number) => Truth): Fraction | undefined =>
  total(score, gainsAt(levels, holds));

/**
 * A mean of parts in which every term applies, over one denominator: by what the gains of each part are to be multiplied, and what all of
 * them then lie over. Each part lies over its own weight, all of them over the least common multiple of these.
 */
export const overOneDenominator = (
  parts: readonly (readonly Term[])[],
  denominator: number,
): { readonly factors: readonly number[]; readonly whole: number } => {
  const weights = parts.map((terms) => BigInt(terms.reduce((sum, { weight }) => sum + weight, 0)));
  const common = weights.reduce((multiple, weight) => lcmOf(multiple, weight), 1n);
  return {
    factors: parts.map((_, i) => Number(common / itemAt(weights, i))),
    whole: Number(common * BigInt(parts.length) * BigInt(denominator)),
  };
};

/** What a sum over a denominator must come to at least, to reach a threshold: the smallest whole number from threshold · denominator up. */
export const needFor = ({ numerator, denominator }: Fraction, of: number): number => {
  const product = BigInt(numerator) * BigInt(of);
  const divisor = BigInt(denominator);
  return Number((product + divisor - 1n) / divisor);
};
