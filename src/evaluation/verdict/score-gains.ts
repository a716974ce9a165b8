import { lcmOf } from '../../common/big-integers.js';
import type { Fraction } from '../../common/fractions.js';
import type { Plan } from '../program/plan.js';
import { shares } from './score.js';

/**
 * A completed score as a sum of whole gains, one for each criterion that applies, over a denominator: it reaches a threshold where the
 * gains come to `needFor` it. So are means, sums and counts of criteria, once it is fixed which criteria apply.
 */
export interface ScoreGains {
  /** What each level of a criterion adds, by the criterion's position; the criteria in the rubric's order, or group by group. */
  readonly gains: ReadonlyMap<number, readonly number[]>;
  readonly needFor: (threshold: Fraction) => number;
}

/** The gains of a rubric's score; none where nothing applies, and for a minimum, a count of groups or no score, which are no such sums. */
export const scoreGains = (plan: Plan, applies: (at: number) => boolean): ScoreGains | undefined => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  const weight = (at: number): number => plan.criteria[at]?.weight ?? 0;
  const sumOfWeights = (criteria: readonly number[]): number => criteria.reduce((sum, at) => sum + weight(at), 0);
  const over = (
    criteria: readonly number[],
    denominator: number,
    gain: (at: number, level: number) => number,
  ): ScoreGains | undefined => {
    if (criteria.length === 0) return undefined;
    const gains = new Map(criteria.map((at) => [at, (plan.levels[at] ?? []).map((_, level) => gain(at, level))]));
    return { gains, needFor: (threshold) => ceilOf(threshold, denominator) };
  };
  switch (scoring.kind) {
    case 'weighted-mean': {
      const criteria = all.filter(applies);
      const up = shares(plan, all, scoring.from);
      return over(
        criteria,
        up.denominator * sumOfWeights(criteria),
        (at, level) => weight(at) * (up.of[at]?.[level] ?? 0),
      );
    }
    case 'mean-of-groups': {
      const up = shares(plan, all, scoring.from);
      const groups = plan.groups
        .map(({ criteria }) => criteria.filter(applies))
        .filter((criteria) => criteria.length > 0)
        .map((criteria) => ({ criteria, weight: BigInt(sumOfWeights(criteria)) }));
      const common = groups.reduce((multiple, group) => lcmOf(multiple, group.weight), 1n);
      const factors = new Map(
        groups.flatMap((group) => group.criteria.map((at) => [at, Number(common / group.weight)] as const)),
      );
      const denominator = Number(common * BigInt(groups.length) * BigInt(up.denominator));
      return over(
        [...factors.keys()],
        denominator,
        (at, level) => weight(at) * (up.of[at]?.[level] ?? 0) * (factors.get(at) ?? 0),
      );
    }
    case 'sum':
      return over(all.filter(applies), 1, (at, level) => weight(at) * (plan.levels[at]?.[level]?.points ?? 0));
    case 'count':
      return over(plan.select(scoring.of, all).filter(applies), 1, (at, level) =>
        level >= (plan.levelOf(at, scoring.level) ?? 0) ? 1 : 0,
      );
    case 'minimum':
    case 'count-groups':
    case 'none':
      return undefined;
  }
};

/** The smallest whole number that is at least fraction · of. */
export const ceilOf = ({ numerator, denominator }: Fraction, of: number): number => {
  const product = BigInt(numerator) * BigInt(of);
  const divisor = BigInt(denominator);
  return Number((product + divisor - 1n) / divisor);
};
