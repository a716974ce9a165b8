import type { CriterionId, Judgements } from '../../model/rubrics/assessment.js';
import type { ExactNumber, Fraction } from '../../model/shared/fraction.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { verdictOf } from '../verdict/findings.js';
import { exact } from '../../common/fractions.js';
import { type Plan, planRubric, type RuleNode } from '../program/plan.js';
import { complete, LEFT_OUT, type Reading } from '../program/reading.js';
import { shares } from '../verdict/score.js';
import { readSheet } from '../program/sheet.js';
import type { Scene, Truth } from '../verdict/truth.js';

/** One end of an interval of weights; `included` where every outcome keeps its verdict at the end itself. */
export interface WeightBound {
  readonly at: ExactNumber;
  readonly included: boolean;
}

/** How far one weight may move, the others fixed, before any outcome's verdict changes. */
export interface WeightInterval<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly weight: number;
  /** The lower end; absent where the weight may fall as near to zero as one likes. */
  readonly least?: WeightBound | undefined;
  /** The upper end; absent where the weight may grow without bound. */
  readonly greatest?: WeightBound | undefined;
}

/**
 * How firmly the verdicts stand against the choice of weights: one weight at a time, the others fixed, the interval of that
 * weight in which every outcome keeps its verdict. Weights matter only to rules on the score or its bands; without such
 * rules every interval is open at both ends. Criteria that are not applicable are left out. Exact: each threshold is
 * solved for the weight as a fraction.
 *
 * @throws as `evaluate`.
 *
 * @example
 * const rubric = defineRubric({
 *   id: 'two', version: '1.0.0', label: 'Two', notice: 'An example.', scale: metPartlyNotYet,
 *   criteria: [{ id: 'plan', label: 'Plan', weight: 1 }, { id: 'team', label: 'Team', weight: 1 }],
 *   scoring: { kind: 'weighted-mean', from: 'lowest' },
 *   outcomes: [{ id: 'half', label: 'Half', origin: 'project', rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } } }],
 * });
 * const [plan] = sensitivity(rubric, { ratings: { plan: 'met', team: 'not-yet' } });
 * plan?.least // => { at: { numerator: 1, denominator: 1, decimal: 1 }, included: true }
 * plan?.greatest // => undefined
 */
export const sensitivity = <const R extends Rubric>(
  rubric: R,
  assessment: Judgements<R>,
): readonly WeightInterval<CriterionId<R>>[] => {
  refuseNoRubric('sensitivity', 'rubric', rubric);
  const plan = planRubric(rubric);
  const sheet = readSheet(plan, assessment as Judgements<Rubric>, 'sensitivity');
  const readings = { lowest: complete(plan, sheet, 'lowest'), highest: complete(plan, sheet, 'highest') };
  const thresholds = thresholdsOf(plan);
  return plan.criteria.flatMap(({ id, weight }, at) => {
    if (readings.lowest.levels[at] === LEFT_OUT) return [];
    const verdictsAt = (x: BigFraction): string => verdictsWith(plan, readings, at, x);
    const breaks = thresholds.flatMap((threshold) =>
      [readings.lowest, readings.highest].flatMap(
        (reading) => breakOf(conditionOf(plan, reading, at, threshold)) ?? [],
      ),
    );
    const interval = keepInterval(weight, sortUnique(breaks), verdictsAt);
    return [{ criterion: id as CriterionId<R>, weight, ...interval }];
  });
};

/** Every threshold a rule sets on the score. */
const thresholdsOf = (plan: Plan): readonly Fraction[] => {
  const found = new Map<string, Fraction>();
  const add = (one: Fraction) => found.set(`${one.numerator}/${one.denominator}`, one);
  const seen = new Set<RuleNode>();
  const visit = (node: RuleNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const { rule } = node;
    if (rule.kind === 'score') add(rule.atLeast);
    if (rule.kind === 'band') {
      const from = plan.rubric.bands?.find(({ id }) => id === rule.band)?.from;
      if (from) add(from);
    }
    node.inner.forEach(visit);
  };
  plan.outcomes.forEach(visit);
  return [...found.values()];
};

/** With one weight x free, “the score reaches the threshold” is slope · x ≥ level. None where there is no score. */
interface Condition {
  readonly slope: bigint;
  readonly level: bigint;
}

const conditionOf = (plan: Plan, reading: Reading, free: number, threshold: Fraction): Condition | undefined => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  const n = BigInt(threshold.numerator);
  const d = BigInt(threshold.denominator);
  switch (scoring.kind) {
    case 'weighted-mean': {
      // (A + x·s) / ((B + x)·D) ≥ n/d  ⟺  (d·s − n·D)·x ≥ n·B·D − d·A
      const mean = weighted(plan, reading, all, free, scoring.from);
      return { slope: d * mean.free - n * mean.unit, level: n * mean.weight * mean.unit - d * mean.reached };
    }
    case 'sum': {
      // A + x·p ≥ n/d  ⟺  d·p·x ≥ n − d·A
      const points = (at: number) => BigInt(plan.levels[at]?.[reading.levels[at] ?? 0]?.points ?? 0);
      const others = all
        .filter((at) => at !== free && reading.levels[at] !== LEFT_OUT)
        .reduce((sum, at) => sum + BigInt(plan.criteria[at]?.weight ?? 0) * points(at), 0n);
      return { slope: d * points(free), level: n - d * others };
    }
    case 'mean-of-groups': {
      // (M + g(x)) / G ≥ n/d  ⟺  g(x) ≥ n·G/d − M, and g is a weighted mean: as above with that threshold.
      const own = plan.groups.find(({ criteria }) => criteria.includes(free));
      const present = plan.groups.filter(({ criteria }) => criteria.some((at) => reading.levels[at] !== LEFT_OUT));
      let [mNumerator, mDenominator] = [0n, 1n];
      for (const group of present) {
        if (group === own) continue;
        const mean = weighted(plan, reading, group.criteria, -1, scoring.from);
        const denominator = mean.weight * mean.unit;
        mNumerator = mNumerator * denominator + mean.reached * mDenominator;
        mDenominator *= denominator;
      }
      const tn = n * BigInt(present.length) * mDenominator - d * mNumerator;
      const td = d * mDenominator;
      const mean = weighted(plan, reading, own?.criteria ?? [], free, scoring.from);
      return { slope: td * mean.free - tn * mean.unit, level: tn * mean.weight * mean.unit - td * mean.reached };
    }
    case 'minimum':
    case 'count':
    case 'count-groups':
    case 'none':
      return undefined;
  }
};

/** A weighted mean with one criterion set aside: what the others reach and weigh, what the free one reaches per unit of weight. */
const weighted = (plan: Plan, reading: Reading, criteria: readonly number[], free: number, from: 'lowest' | 'zero') => {
  const up = shares(plan, criteria, from);
  let [reached, weight] = [0n, 0n];
  for (const at of criteria) {
    const level = reading.levels[at] ?? LEFT_OUT;
    if (at === free || level === LEFT_OUT) continue;
    const w = BigInt(plan.criteria[at]?.weight ?? 0);
    reached += w * BigInt(up.of[at]?.[level] ?? 0);
    weight += w;
  }
  const own = free < 0 ? 0 : (up.of[free]?.[reading.levels[free] ?? 0] ?? 0);
  return { reached, weight, free: BigInt(own), unit: BigInt(up.denominator) };
};

interface BigFraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The weight at which a condition turns, where there is one above zero. */
const breakOf = (condition: Condition | undefined): BigFraction | undefined => {
  if (condition === undefined || condition.slope === 0n) return undefined;
  const { slope, level } = condition;
  const [n, d] = slope < 0n ? [-level, -slope] : [level, slope];
  return n > 0n ? { n, d } : undefined;
};

const compare = (a: BigFraction, b: BigFraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const sortUnique = (breaks: readonly BigFraction[]): readonly BigFraction[] =>
  [...breaks].sort(compare).filter((one, i, sorted) => i === 0 || compare(one, sorted[i - 1] ?? one) !== 0);

/** All verdicts, as one string to compare, with the free weight at x. */
const verdictsWith = (
  plan: Plan,
  readings: { lowest: Reading; highest: Reading },
  free: number,
  x: BigFraction,
): string => {
  const scene = (reading: Reading): Scene => ({
    reading,
    score: () => undefined,
    bandFrom: (id) => plan.rubric.bands?.find((band) => band.id === id)?.from,
    reaches: (threshold): Truth => {
      const condition = conditionOf(plan, reading, free, threshold);
      if (condition === undefined) return 'not-applicable';
      return condition.slope * x.n >= condition.level * x.d ? 'true' : 'false';
    },
  });
  const ends = { lowest: scene(readings.lowest), highest: scene(readings.highest) };
  return plan.outcomes.map((node) => verdictOf(node, ends)).join(' ');
};

/** Walks from the weight outward over the breaks, as long as the verdicts stay. */
const keepInterval = (
  weight: number,
  breaks: readonly BigFraction[],
  verdictsAt: (x: BigFraction) => string,
): Pick<WeightInterval, 'least' | 'greatest'> => {
  const here: BigFraction = { n: BigInt(weight), d: 1n };
  const now = verdictsAt(here);
  const keeps = (x: BigFraction): boolean => verdictsAt(x) === now;
  const middle = (a: BigFraction, b: BigFraction): BigFraction => ({ n: a.n * b.d + b.n * a.d, d: 2n * a.d * b.d });
  const bound = (x: BigFraction, included: boolean): WeightBound => ({ at: exact(Number(x.n), Number(x.d)), included });
  const zero: BigFraction = { n: 0n, d: 1n };
  const walk = (path: readonly BigFraction[], beyond: (last: BigFraction) => BigFraction): WeightBound | undefined => {
    for (const [i, x] of path.entries()) {
      if (compare(x, here) !== 0 && !keeps(x)) return bound(x, false);
      const next = path[i + 1];
      if (!keeps(next === undefined ? beyond(x) : middle(x, next))) return bound(x, true);
    }
    return undefined;
  };
  const below = breaks.filter((x) => compare(x, here) <= 0).reverse();
  const above = breaks.filter((x) => compare(x, here) >= 0);
  const least = walk(below, (last) => middle(zero, last));
  const greatest = walk(above, (last) => ({ n: last.n + last.d, d: last.d }));
  return { ...(least && { least }), ...(greatest && { greatest }) };
};
