import { type BigFraction, bigFraction, minus, plus } from '../../common/big-fractions.js';
import type { Fraction } from '../../common/fractions.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { Plan } from '../program/plan.js';
import { LEFT_OUT } from '../program/reading.js';
import { shares } from './score.js';
import type { Sheet } from '../program/sheet.js';
import { type Scene, type Truth, truth } from './truth.js';

/** The score with one criterion counted at its lowest, whatever it was; nothing where that criterion does not count towards the score. */
export type LoweredScore = (at: number) => Fraction | undefined;

/**
 * For many criteria in turn, the score of some levels with this one at its lowest. What the others come to is added up once: one criterion
 * is taken out of the sums, and put back in.
 *
 * @param levels positions of levels; criteria that are left out do not count
 */
export const loweredScore = (plan: Plan, levels: readonly number[], sheet: Sheet): LoweredScore => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  const weight = (at: number): number => plan.criteria[at]?.weight ?? 0;
  const points = (at: number, level: number): number => plan.levels[at]?.[level]?.points ?? 0;
  switch (scoring.kind) {
    case 'none':
      return () => undefined;
    case 'weighted-mean': {
      const up = shares(plan, all, scoring.from);
      const lowered = loweringIn(all, levels, weight, (at, level) => weight(at) * (up.of[at]?.[level] ?? 0));
      return (at) => {
        const { reached, weighs } = lowered(at);
        return { numerator: reached, denominator: weighs * up.denominator };
      };
    }
    case 'sum': {
      const lowered = loweringIn(all, levels, weight, (at, level) => weight(at) * points(at, level));
      return (at) => ({ numerator: lowered(at).reached, denominator: 1 });
    }
    case 'count': {
      const counted = plan.select(scoring.of, all);
      const isCounted = new Set(counted);
      const need = (at: number): number => plan.levelOf(at, scoring.level) ?? 0;
      const lowered = loweringIn(counted, levels, weight, (at, level) => (level >= need(at) ? 1 : 0));
      return (at) => (isCounted.has(at) ? { numerator: lowered(at).reached, denominator: 1 } : undefined);
    }
    case 'minimum':
      return loweredMinimum(plan, plan.select(scoring.of, all), scoring.from, levels);
    case 'mean-of-groups':
      return loweredMean(plan, scoring.from, levels);
    case 'count-groups':
      return loweredCount(plan, scoring.rule, levels, sheet);
  }
};

const loweringIn = (
  criteria: readonly number[],
  levels: readonly number[],
  weight: (at: number) => number,
  worth: (at: number, level: number) => number,
) => {
  let [reached, weighs] = [0, 0];
  const counts = (at: number): boolean => (levels[at] ?? LEFT_OUT) !== LEFT_OUT;
  for (const at of criteria) {
    if (!counts(at)) continue;
    reached += worth(at, levels[at] ?? 0);
    weighs += weight(at);
  }
  return (at: number): { readonly reached: number; readonly weighs: number } =>
    counts(at)
      ? { reached: reached - worth(at, levels[at] ?? 0) + worth(at, 0), weighs }
      : { reached: reached + worth(at, 0), weighs: weighs + weight(at) };
};

const loweredMinimum = (
  plan: Plan,
  criteria: readonly number[],
  from: 'lowest' | 'zero',
  levels: readonly number[],
): LoweredScore => {
  const up = shares(plan, criteria, from);
  const selected = new Set(criteria);
  // The lowest share, whose it is, and the lowest of all the others.
  let [lowest, whose, next] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY];
  for (const at of criteria) {
    const level = levels[at] ?? LEFT_OUT;
    if (level === LEFT_OUT) continue;
    const share = up.of[at]?.[level] ?? 0;
    if (share < lowest) [lowest, whose, next] = [share, at, lowest];
    else next = Math.min(next, share);
  }
  return (at) => {
    if (!selected.has(at)) return undefined;
    const others = at === whose ? next : lowest;
    return { numerator: Math.min(others, up.of[at]?.[0] ?? 0), denominator: up.denominator };
  };
};

const loweredMean = (plan: Plan, from: 'lowest' | 'zero', levels: readonly number[]): LoweredScore => {
  const up = shares(
    plan,
    plan.criteria.map((_, at) => at),
    from,
  );
  const weight = (at: number): number => plan.criteria[at]?.weight ?? 0;
  const mean = ({ reached, weighs }: { readonly reached: number; readonly weighs: number }): BigFraction =>
    bigFraction(BigInt(reached), BigInt(weighs) * BigInt(up.denominator));
  const groupOf = new Map<
    number,
    { readonly now: BigFraction | undefined; readonly lowered: (at: number) => BigFraction }
  >();
  let [sum, groups] = [bigFraction(0n), 0];
  for (const { criteria } of plan.groups) {
    const lowering = loweringIn(criteria, levels, weight, (at, level) => weight(at) * (up.of[at]?.[level] ?? 0));
    const counted = criteria.filter((at) => (levels[at] ?? LEFT_OUT) !== LEFT_OUT);
    const now =
      counted.length === 0
        ? undefined
        : mean({
            reached: counted.reduce((total, at) => total + weight(at) * (up.of[at]?.[levels[at] ?? 0] ?? 0), 0),
            weighs: counted.reduce((total, at) => total + weight(at), 0),
          });
    if (now !== undefined) [sum, groups] = [plus(sum, now), groups + 1];
    for (const at of criteria) groupOf.set(at, { now, lowered: (one) => mean(lowering(one)) });
  }
  return (at) => {
    const group = groupOf.get(at);
    if (group === undefined) return undefined;
    const others = group.now === undefined ? sum : minus(sum, group.now);
    const total = plus(others, group.lowered(at));
    const of = BigInt(group.now === undefined ? groups + 1 : groups);
    const { n, d } = bigFraction(total.n, total.d * of);
    return { numerator: Number(n), denominator: Number(d) };
  };
};

/** Only the rules that can see the criterion are judged anew: that of its own group, or all where the rule looks outside of its group. */
const loweredCount = (plan: Plan, rule: Rule, levels: readonly number[], sheet: Sheet): LoweredScore => {
  const changed = [...levels];
  const reading = {
    levels: changed,
    named: changed,
    fact: (id: string) => sheet.facts.get(id) ?? false,
    evidence: sheet.evidence,
  };
  const scene: Scene = { reading, score: () => undefined, bandFrom: () => undefined };
  const nodes = plan.groups.map(({ criteria }) => ({ ...plan.node(rule, criteria), members: criteria }));
  const truths = nodes.map((node) => truth(node, scene));
  const groupOf = new Map(plan.groups.flatMap(({ criteria }, g) => criteria.map((at) => [at, g] as const)));
  const outside = namedBy(rule);
  const everyGroup = nodes.map((_, g) => g);
  const seenBy = (at: number): readonly number[] => {
    if (outside.achieves || outside.criteria.has(plan.criteria[at]?.id ?? '')) return everyGroup;
    const g = groupOf.get(at);
    return g === undefined ? [] : [g];
  };
  const isCounted = (one: Truth | undefined): number => (one === 'not-applicable' ? 0 : 1);
  const count = (of: (one: Truth) => boolean): number => truths.filter(of).length;
  const [holding, applicable] = [count((one) => one === 'true'), count((one) => one !== 'not-applicable')];
  return (at) => {
    changed[at] = 0;
    let [holds, applies] = [holding, applicable];
    const judged = new Map();
    for (const g of seenBy(at)) {
      const node = nodes[g];
      const now = node && truth(node, scene, judged);
      holds += (now === 'true' ? 1 : 0) - (truths[g] === 'true' ? 1 : 0);
      applies += isCounted(now) - isCounted(truths[g]);
    }
    changed[at] = levels[at] ?? LEFT_OUT;
    return applies === 0 ? undefined : { numerator: holds, denominator: 1 };
  };
};

/** The criteria that a rule names alone, wherever they stand, and whether it leans on an outcome. */
const namedBy = (rule: Rule) => {
  const criteria = new Set<string>();
  let achieves = false;
  const visit = (one: Rule): void => {
    if (one.kind === 'at-least') criteria.add(one.criterion);
    achieves ||= one.kind === 'achieves';
    for (const inner of innerRules(one)) visit(inner.rule);
  };
  visit(rule);
  return { criteria, achieves };
};
