import { at as itemAt } from '../../common/at.js';
import { type BigFraction, bigFraction, fractionOf, minus, plus } from '../../common/big-fractions.js';
import type { Fraction } from '../../common/fractions.js';
import type { Sums, Truth } from './program.js';
import type { Gain } from './score-of.js';

/** A node that compares a score. */
export interface Comparison {
  readonly node: number;
  readonly atLeast: Fraction;
}

/** A score kept up to date while what its terms gain changes, and the nodes that compare it. */
export class LiveScore {
  /** The first node that compares it: when that one is judged, all are. None where nothing asks for it. */
  readonly first: number | undefined;
  readonly #score: Sums;
  readonly #isMeanOfParts: boolean;
  /** What each part gains, and weighs. */
  readonly #gained: number[];
  readonly #weights: number[];
  /** How many terms apply in all; of a lowest gain, also how many by what they gain. */
  #applying = 0;
  readonly #byGain = new Map<number, number>();
  /** Of a mean of several parts: their means, added up, and how many of them there are. */
  #means = bigFraction(0n);
  #parts = 0;
  /** What it is compared with, lowest first, and how many of these it reaches; nothing where there is no score. */
  readonly #thresholds: readonly { readonly node: number; readonly atLeast: BigFraction }[];
  #reached: number | undefined;

  constructor(score: Sums, gain: Gain, comparisons: readonly Comparison[]) {
    this.#score = score;
    this.#isMeanOfParts = score.kind === 'mean' && score.parts.length > 1;
    this.#gained = score.parts.map(() => 0);
    this.#weights = score.parts.map(() => 0);
    for (const [part, terms] of score.parts.entries()) {
      for (const term of terms) {
        const gains = gain(term);
        if (gains !== undefined) this.#add(part, term.weight, gains, 1);
      }
      if (this.#isMeanOfParts) this.#changeMean(undefined, this.#meanOf(part));
    }
    this.first =
      comparisons.length === 0
        ? undefined
        : comparisons.reduce((least, { node }) => Math.min(least, node), Number.POSITIVE_INFINITY);
    this.#thresholds = comparisons
      .map(({ node, atLeast }) => ({ node, atLeast: fractionOf(atLeast) }))
      .sort((a, b) => compareBig(a.atLeast, b.atLeast));
    // How it stands at first is what the nodes are judged as already.
    if (comparisons.length > 0) this.compare(() => {});
  }

  /** None where nothing that it looks at applies. */
  value(): BigFraction | undefined {
    if (this.#applying === 0) return undefined;
    const denominator = BigInt(this.#score.denominator);
    switch (this.#score.kind) {
      case 'mean':
        return this.#isMeanOfParts ? bigFraction(this.#means.n, this.#means.d * BigInt(this.#parts)) : this.#meanOf(0);
      case 'sum':
        return bigFraction(BigInt(this.#gained.reduce((sum, one) => sum + one, 0)), denominator);
      case 'lowest': {
        let lowest = Number.POSITIVE_INFINITY;
        for (const [gains, times] of this.#byGain) if (times > 0 && gains < lowest) lowest = gains;
        return bigFraction(BigInt(lowest), denominator);
      }
    }
  }

  /** Says what a term of a part gained before and gains now; nothing where it did not apply, or no longer does. */
  regain(part: number, weight: number, before: number | undefined, after: number | undefined): void {
    const mean = this.#isMeanOfParts ? this.#meanOf(part) : undefined;
    if (before !== undefined) this.#add(part, weight, before, -1);
    if (after !== undefined) this.#add(part, weight, after, 1);
    if (this.#isMeanOfParts) this.#changeMean(mean, this.#meanOf(part));
  }

  /** Tells the nodes that compare the score what they come to now. Only thresholds between the score before and now change. */
  compare(become: (node: number, truth: Truth) => void): void {
    const now = this.value();
    const thresholds = this.#thresholds;
    if (now === undefined) {
      for (const { node } of thresholds) become(node, 'not-applicable');
      this.#reached = undefined;
      return;
    }
    if (this.#reached === undefined) for (const { node } of thresholds) become(node, 'false');
    let at = this.#reached ?? 0;
    for (; at < thresholds.length && compareBig(now, itemAt(thresholds, at).atLeast) >= 0; at++)
      become(itemAt(thresholds, at).node, 'true');
    for (; at > 0 && compareBig(now, itemAt(thresholds, at - 1).atLeast) < 0; at--)
      become(itemAt(thresholds, at - 1).node, 'false');
    this.#reached = at;
  }

  #add(part: number, weight: number, gains: number, by: 1 | -1): void {
    this.#gained[part] = itemAt(this.#gained, part) + by * gains;
    this.#weights[part] = itemAt(this.#weights, part) + by * weight;
    this.#applying += by;
    if (this.#score.kind === 'lowest') this.#byGain.set(gains, (this.#byGain.get(gains) ?? 0) + by);
  }

  #meanOf(part: number): BigFraction | undefined {
    const weight = itemAt(this.#weights, part);
    if (weight === 0) return undefined;
    return bigFraction(BigInt(itemAt(this.#gained, part)), BigInt(weight) * BigInt(this.#score.denominator));
  }

  #changeMean(before: BigFraction | undefined, after: BigFraction | undefined): void {
    if (before !== undefined) [this.#means, this.#parts] = [minus(this.#means, before), this.#parts - 1];
    if (after !== undefined) [this.#means, this.#parts] = [plus(this.#means, after), this.#parts + 1];
  }
}

const compareBig = (a: BigFraction, b: BigFraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
