import { at as itemAt } from '../../common/at.js';
import { type BigFraction, bigFraction, fractionOf, minus, plus } from '../../common/big-fractions.js';
import type { Fraction } from '../../common/fractions.js';
import type { Sums, Truth } from './program.js';
import type { Gain } from './score-of.js';

/** A score kept up to date while what its terms gain changes, and the nodes that compare it. */
export interface LiveScore {
  /** The first node that compares it: when that one is judged, all are. None where nothing asks for it. */
  readonly first: number | undefined;
  /** None where nothing that it looks at applies. */
  readonly value: () => BigFraction | undefined;
  /** Says what a term of a part gained before and gains now; nothing where it did not apply, or no longer does. */
  readonly regain: (part: number, weight: number, before: number | undefined, after: number | undefined) => void;
  /** Tells the nodes that compare the score what they come to now. Only thresholds between the score before and now change. */
  readonly compare: (become: (node: number, truth: Truth) => void) => void;
}

/** A node that compares a score. */
export interface Comparison {
  readonly node: number;
  readonly atLeast: Fraction;
}

export const liveScore = (score: Sums, gain: Gain, comparisons: readonly Comparison[]): LiveScore => {
  const isMeanOfParts = score.kind === 'mean' && score.parts.length > 1;
  const gained = score.parts.map(() => 0);
  const weights = score.parts.map(() => 0);
  /** How many terms apply in all; of a lowest gain, also how many by what they gain. */
  let applying = 0;
  const byGain = new Map<number, number>();
  /** Of a mean of several parts: their means, added up, and how many of them there are. */
  let means = bigFraction(0n);
  let parts = 0;

  const add = (part: number, weight: number, gains: number, by: 1 | -1): void => {
    gained[part] = itemAt(gained, part) + by * gains;
    weights[part] = itemAt(weights, part) + by * weight;
    applying += by;
    if (score.kind === 'lowest') byGain.set(gains, (byGain.get(gains) ?? 0) + by);
  };
  const meanOf = (part: number): BigFraction | undefined => {
    const weight = itemAt(weights, part);
    if (weight === 0) return undefined;
    return bigFraction(BigInt(itemAt(gained, part)), BigInt(weight) * BigInt(score.denominator));
  };
  const changeMean = (before: BigFraction | undefined, after: BigFraction | undefined): void => {
    if (before !== undefined) [means, parts] = [minus(means, before), parts - 1];
    if (after !== undefined) [means, parts] = [plus(means, after), parts + 1];
  };
  score.parts.forEach((terms, part) => {
    for (const term of terms) {
      const gains = gain(term);
      if (gains !== undefined) add(part, term.weight, gains, 1);
    }
    if (isMeanOfParts) changeMean(undefined, meanOf(part));
  });

  const value = (): BigFraction | undefined => {
    if (applying === 0) return undefined;
    switch (score.kind) {
      case 'mean':
        return isMeanOfParts ? bigFraction(means.n, means.d * BigInt(parts)) : meanOf(0);
      case 'sum':
        return bigFraction(BigInt(gained.reduce((sum, one) => sum + one, 0)), BigInt(score.denominator));
      case 'lowest': {
        let lowest = Number.POSITIVE_INFINITY;
        for (const [gains, times] of byGain) if (times > 0 && gains < lowest) lowest = gains;
        return bigFraction(BigInt(lowest), BigInt(score.denominator));
      }
    }
  };

  const thresholds = comparisons
    .map(({ node, atLeast }) => ({ node, atLeast: fractionOf(atLeast) }))
    .sort((a, b) => compareBig(a.atLeast, b.atLeast));
  /** How many thresholds the score reaches; nothing where there is no score. */
  let reached: number | undefined;
  const compare = (become: (node: number, truth: Truth) => void): void => {
    const now = value();
    if (now === undefined) {
      for (const { node } of thresholds) become(node, 'not-applicable');
      reached = undefined;
      return;
    }
    if (reached === undefined) for (const { node } of thresholds) become(node, 'false');
    let at = reached ?? 0;
    for (; at < thresholds.length && compareBig(now, itemAt(thresholds, at).atLeast) >= 0; at++)
      become(itemAt(thresholds, at).node, 'true');
    for (; at > 0 && compareBig(now, itemAt(thresholds, at - 1).atLeast) < 0; at--)
      become(itemAt(thresholds, at - 1).node, 'false');
    reached = at;
  };
  // How it stands at first is what the nodes are judged as already.
  if (thresholds.length > 0) compare(() => {});
  return {
    first: comparisons.reduce<number | undefined>(
      (least, { node }) => (least === undefined ? node : Math.min(least, node)),
      undefined,
    ),
    value,
    regain: (part, weight, before, after) => {
      const mean = isMeanOfParts ? meanOf(part) : undefined;
      if (before !== undefined) add(part, weight, before, -1);
      if (after !== undefined) add(part, weight, after, 1);
      if (isMeanOfParts) changeMean(mean, meanOf(part));
    },
    compare,
  };
};

const compareBig = (a: BigFraction, b: BigFraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
