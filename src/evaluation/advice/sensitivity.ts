import { type BigFraction, bigFraction, exactOf, fractionOf, minus, plus, times } from '../../common/big-fractions.js';
import { lcmOf } from '../../common/big-integers.js';
import { compareFractions } from '../../common/fractions.js';
import type { CriterionId, Judgements } from '../../model/rubrics/assessment.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { ExactNumber, Fraction } from '../../model/shared/fraction.js';
import { type Plan, planRubric, type RuleNode } from '../program/plan.js';
import { complete, LEFT_OUT, type Reading } from '../program/reading.js';
import { readSheet } from '../program/sheet.js';
import { keepingFound, truth } from '../verdict/truth.js';

/** One end of an interval of weights; `included` where every outcome keeps its verdict at the end itself. */
export interface WeightBound {
  /** The end; absent where it is no fraction of two whole numbers that a number holds exactly. */
  readonly at?: ExactNumber | undefined;
  /** Why the end is not given. */
  readonly because?: 'out-of-range' | undefined;
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
 * solved for the weight as a fraction; an end that takes larger whole numbers than a number holds says `out-of-range`.
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
  const plan = planRubric(rubric, 'sensitivity');
  const sheet = readSheet(plan, assessment as Judgements<Rubric>, 'sensitivity');
  const thresholds = thresholdsOf(plan);
  const kept = (['lowest', 'highest'] as const).flatMap((open) => {
    const reading = complete(plan, sheet, open);
    const score = weightedScore(plan, reading);
    return score === undefined ? [] : [{ score, between: keptThresholds(plan, reading, thresholds, score.now) }];
  });
  return plan.criteria.flatMap(({ id, weight }, at) => {
    if (sheet.states[at]?.kind === 'not-applicable') return [];
    const ends = kept.flatMap(({ score, between: { reached, missed } }) => [
      ...(reached === undefined ? [] : endOf(score.reaches(at, reached), true)),
      ...(missed === undefined ? [] : endOf(score.reaches(at, missed), false)),
    ]);
    return [{ criterion: id as CriterionId<R>, weight, ...intervalOf(ends) }];
  });
};

/** Every threshold a rule sets on the score, lowest first. */
const thresholdsOf = (plan: Plan): readonly Fraction[] => {
  const found = new Map<string, Fraction>();
  const seen = new Set<RuleNode>();
  const open = [...plan.outcomes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const { rule } = node;
    const asked =
      rule.kind === 'score' ? rule.atLeast : rule.kind === 'band' ? plan.bands.get(rule.band)?.from : undefined;
    if (asked !== undefined) found.set(`${asked.numerator}/${asked.denominator}`, asked);
    for (const inner of node.inner) open.push(inner);
  }
  return [...found.values()].sort(compareFractions);
};

/** The thresholds a score must not leave: the one it must go on reaching, and the one it must go on missing. */
interface Kept {
  readonly reached?: Fraction | undefined;
  readonly missed?: Fraction | undefined;
}

/**
 * The thresholds that decide, in one completion. All that outcomes see of the score is how many thresholds it reaches, and none turns
 * false as it reaches more of them. So every outcome stays as it is from some number of thresholds to some other, and both are found by
 * halving. A verdict is what an outcome comes to at the lowest and at the highest completion, where the score at the highest is never
 * the smaller one: no change in one of the two is ever made up for by the other. It is the same for whichever weight moves.
 */
const keptThresholds = (plan: Plan, reading: Reading, thresholds: readonly Fraction[], score: BigFraction): Kept => {
  const truthsAt = (reached: number): string => {
    const scene = keepingFound({
      reading,
      // A score that reaches just so many thresholds: the last of them, or one below all.
      score: () => thresholds[reached - 1] ?? { numerator: -1, denominator: 1 },
      bandFrom: (id) => plan.bands.get(id)?.from,
    });
    return plan.outcomes.map((node) => truth(node, scene)).join(' ');
  };
  const reached = thresholds.filter((one) => minus(score, fractionOf(one)).n >= 0n).length;
  const now = truthsAt(reached);
  /** Halves between a number of thresholds at which all is as now, and one beyond the last. */
  const furthest = (same: number, beyond: number): number => {
    if (Math.abs(beyond - same) <= 1) return same;
    const middle = Math.floor((same + beyond) / 2);
    return truthsAt(middle) === now ? furthest(middle, beyond) : furthest(same, middle);
  };
  return {
    reached: thresholds[furthest(reached, -1) - 1],
    missed: thresholds[furthest(reached, thresholds.length + 1)],
  };
};

/** With one weight x free, “the score reaches the threshold” is slope · x ≥ level. */
interface Condition {
  readonly slope: bigint;
  readonly level: bigint;
}

/** A score as it depends on weights. */
interface WeightedScore {
  readonly now: BigFraction;
  /** When the score reaches a threshold, with the weight of this criterion free. */
  readonly reaches: (free: number, threshold: Fraction) => Condition;
}

/** The score of one completion; none where it does not depend on weights, or nothing applies. */
const weightedScore = (plan: Plan, reading: Reading): WeightedScore | undefined => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  switch (scoring.kind) {
    case 'weighted-mean': {
      const mean = meanOf(plan, reading, all, scoring.from);
      return mean && { now: mean.now, reaches: (free, threshold) => mean.reaches(free, fractionOf(threshold)) };
    }
    case 'sum':
      return sumOf(plan, reading, all);
    case 'mean-of-groups':
      return meanOfGroups(plan, reading, scoring.from);
    case 'minimum':
    case 'count':
    case 'count-groups':
    case 'none':
      return undefined;
  }
};

const weightOf = (plan: Plan, at: number): bigint => BigInt(plan.criteria[at]?.weight ?? 0);

const applying = (reading: Reading, criteria: readonly number[]): readonly number[] =>
  criteria.filter((at) => reading.levels[at] !== LEFT_OUT);

/** A weighted mean: R of the way up in units of 1/D, by weights of W in all. None where nothing applies. */
const meanOf = (plan: Plan, reading: Reading, of: readonly number[], from: 'lowest' | 'zero') => {
  const criteria = applying(reading, of);
  if (criteria.length === 0) return undefined;
  const points = (at: number): { readonly above: bigint; readonly span: bigint } => {
    const levels = plan.levels[at] ?? [];
    const base = from === 'lowest' ? (levels[0]?.points ?? 0) : 0;
    const here = levels[reading.levels[at] ?? 0]?.points ?? 0;
    return { above: BigInt(here - base), span: BigInt((levels.at(-1)?.points ?? 0) - base) || 1n };
  };
  const unit = criteria.reduce((common, at) => lcmOf(common, points(at).span), 1n);
  const up = (at: number): bigint => (points(at).above * unit) / points(at).span;
  const reached = criteria.reduce((sum, at) => sum + weightOf(plan, at) * up(at), 0n);
  const weight = criteria.reduce((sum, at) => sum + weightOf(plan, at), 0n);
  return {
    now: bigFraction(reached, weight * unit),
    reaches: (free: number, { n, d }: BigFraction): Condition => {
      // (R + x·u) / ((W + x)·D) ≥ n/d  ⟺  (d·u − n·D)·x ≥ n·W·D − d·R, with R and W those of the others.
      const w = weightOf(plan, free);
      const others = { reached: reached - w * up(free), weight: weight - w };
      return { slope: d * up(free) - n * unit, level: n * others.weight * unit - d * others.reached };
    },
  };
};

const sumOf = (plan: Plan, reading: Reading, of: readonly number[]): WeightedScore | undefined => {
  const criteria = applying(reading, of);
  if (criteria.length === 0) return undefined;
  const points = (at: number): bigint => BigInt(plan.levels[at]?.[reading.levels[at] ?? 0]?.points ?? 0);
  const total = criteria.reduce((sum, at) => sum + weightOf(plan, at) * points(at), 0n);
  return {
    now: bigFraction(total),
    // R + x·p ≥ n/d  ⟺  d·p·x ≥ n − d·R
    reaches: (free, threshold) => {
      const { n, d } = fractionOf(threshold);
      return { slope: d * points(free), level: n - d * (total - weightOf(plan, free) * points(free)) };
    },
  };
};

const meanOfGroups = (plan: Plan, reading: Reading, from: 'lowest' | 'zero'): WeightedScore | undefined => {
  const means = plan.groups.flatMap(({ criteria }) => {
    const mean = meanOf(plan, reading, criteria, from);
    return mean === undefined ? [] : [{ mean, criteria }];
  });
  if (means.length === 0) return undefined;
  const groups = bigFraction(BigInt(means.length));
  const total = totalOf(means.map(({ mean }) => mean.now));
  const ofCriterion = new Map(means.flatMap(({ mean, criteria }) => criteria.map((at) => [at, mean] as const)));
  return {
    now: bigFraction(total.n, total.d * groups.n),
    reaches: (free, threshold) => {
      const own = ofCriterion.get(free);
      // A criterion of no group moves nothing.
      if (own === undefined) return { slope: 0n, level: 0n };
      // (M + g(x)) / G ≥ t  ⟺  g(x) ≥ t·G − M, with M the sum of the other groups' means: a weighted mean under another threshold.
      return own.reaches(free, minus(times(fractionOf(threshold), groups), minus(total, own.now)));
    },
  };
};

/** A sum of many fractions, in pairs of pairs, so that the large denominators are met but a few times. */
const totalOf = (fractions: readonly BigFraction[]): BigFraction => {
  if (fractions.length <= 1) return fractions[0] ?? bigFraction(0n);
  const half = fractions.length >> 1;
  return plus(totalOf(fractions.slice(0, half)), totalOf(fractions.slice(half)));
};

/** A weight beyond which one condition no longer is as it is now. */
interface End {
  readonly side: 'least' | 'greatest';
  readonly at: BigFraction;
  readonly included: boolean;
}

/** The end of a condition that must stay true, or must stay false; none where no weight above zero turns it. */
const endOf = ({ slope, level }: Condition, holds: boolean): readonly End[] => {
  if (slope === 0n) return [];
  const at = bigFraction(level, slope);
  if (at.n <= 0n) return [];
  // slope · x ≥ level holds from the end on upwards, or downwards where the slope is below zero; the end itself is among what holds.
  return [{ side: slope > 0n === holds ? 'least' : 'greatest', at, included: holds }];
};

/** What all ends leave: the greatest of the lower ones, the least of the upper ones; of two at one weight, the one that leaves it out. */
const intervalOf = (ends: readonly End[]): Pick<WeightInterval, 'least' | 'greatest'> => {
  const found: { least?: End; greatest?: End } = {};
  for (const end of ends) {
    const other = found[end.side];
    const difference = other === undefined ? 1n : minus(end.at, other.at).n * (end.side === 'least' ? 1n : -1n);
    if (difference > 0n || (difference === 0n && !end.included)) found[end.side] = end;
  }
  const { least, greatest } = found;
  return { ...(least && { least: boundOf(least) }), ...(greatest && { greatest: boundOf(greatest) }) };
};

const boundOf = ({ at, included }: End): WeightBound => {
  const exact = exactOf(at);
  return exact ? { at: exact, included } : { because: 'out-of-range', included };
};
