import type { ExactNumber, Fraction } from '../../model/shared/fraction.js';
import type { Score, ScoreInterval } from '../../model/rubrics/evaluation.js';
import type { Scoring } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { compareFractions, exact, lcm } from '../../common/fractions.js';
import type { Plan } from '../program/plan.js';
import { best, complete, LEFT_OUT, ratedOnly, type Reading } from '../program/reading.js';
import type { Sheet } from '../program/sheet.js';
import { type CompletedScore, type Scene, truth } from './truth.js';

/** Levels by criterion position to a score; LEFT_OUT criteria do not count. */
type Formula = (levels: readonly number[]) => Fraction | undefined;

/** A rubric's scoring, ready to compute. */
export interface Scorer {
  readonly completed: CompletedScore;
  readonly score: (sheet: Sheet) => Score;
  /** The score of some levels, with the facts and the evidence of a sheet. */
  readonly ofLevels: (levels: readonly number[], sheet: Sheet) => Fraction | undefined;
}

/** Reads a rubric's scoring rule once. */
export const planScore = (plan: Plan): Scorer => {
  const { scoring } = plan.rubric;
  const scored = scoredCriteria(plan, scoring);
  const completed = completedScore(plan, scoring, scored);
  const ofLevels: Scorer['ofLevels'] = (levels, sheet) =>
    completed({
      levels: [...levels],
      named: [...levels],
      fact: (id) => sheet.facts.get(id) ?? false,
      evidence: sheet.evidence,
    });
  return { completed, ofLevels, score: (sheet) => scoreOf(plan, sheet, scored, completed, ofLevels) };
};

/** Positions of the criteria that the scoring looks at. */
const scoredCriteria = (plan: Plan, scoring: Scoring): readonly number[] => {
  const all = plan.criteria.map((_, at) => at);
  switch (scoring.kind) {
    case 'minimum':
    case 'count':
      return plan.select(scoring.of, all);
    case 'count-groups':
      return plan.groups.flatMap(({ criteria }) => criteria).sort((a, b) => a - b);
    case 'weighted-mean':
    case 'mean-of-groups':
    case 'sum':
    case 'none':
      return all;
  }
};

const completedScore = (plan: Plan, scoring: Scoring, scored: readonly number[]): CompletedScore => {
  switch (scoring.kind) {
    case 'none':
      return () => undefined;
    case 'weighted-mean': {
      const formula = weightedMean(plan, scored, scoring.from);
      return ({ levels }) => formula(levels);
    }
    case 'mean-of-groups': {
      const formula = meanOfGroups(plan, scoring.from);
      return ({ levels }) => formula(levels);
    }
    case 'minimum': {
      const formula = minimum(plan, scored, scoring.from);
      return ({ levels }) => formula(levels);
    }
    case 'sum': {
      const formula = sum(plan, scored);
      return ({ levels }) => formula(levels);
    }
    case 'count': {
      const node = plan.node(
        { kind: 'count', atLeast: 1, level: scoring.level, of: scoring.of },
        plan.criteria.map((_, at) => at),
      );
      return ({ levels }) => {
        let [reaching, applicable] = [0, 0];
        node.criteria.forEach((at, i) => {
          const level = levels[at] ?? LEFT_OUT;
          if (level === LEFT_OUT) return;
          applicable++;
          if (level >= (node.needs[i] ?? 0)) reaching++;
        });
        return applicable === 0 ? undefined : { numerator: reaching, denominator: 1 };
      };
    }
    case 'count-groups': {
      const truths = groupTruths(plan, scoring.rule);
      return (reading) => {
        const applicable = truths(reading);
        if (applicable.length === 0) return undefined;
        return { numerator: applicable.filter((holds) => holds).length, denominator: 1 };
      };
    }
  }
};

/** Whether the counted rule holds, for each group it applies to. */
const groupTruths = (plan: Plan, rule: Rule): ((reading: Reading) => readonly boolean[]) => {
  const nodes = plan.groups.map(({ criteria }) => ({ ...plan.node(rule, criteria), members: criteria }));
  return (reading) => {
    const scene: Scene = { reading, score: () => undefined, bandFrom: () => undefined };
    return nodes
      .map((node) => truth(node, scene))
      .filter((one) => one !== 'not-applicable')
      .map((one) => one === 'true');
  };
};

/**
 * Each level's share of the way up its own scale, as whole numbers over one common denominator:
 * u = (p − b) / (P − b), with P the scale's highest points and b its lowest, or zero.
 */
export interface Shares {
  readonly of: readonly (readonly number[])[];
  readonly denominator: number;
}

export const shares = (plan: Plan, criteria: readonly number[], from: 'lowest' | 'zero'): Shares => {
  const points = plan.levels.map((levels) => levels.map((level) => level.points ?? 0));
  const base = points.map((of) => (from === 'lowest' ? (of[0] ?? 0) : 0));
  const span = points.map((of, at) => (of.at(-1) ?? 0) - (base[at] ?? 0));
  const denominator = criteria.reduce((common, at) => lcm(common, span[at] || 1), 1);
  return {
    of: points.map((of, at) => of.map((p) => (p - (base[at] ?? 0)) * (denominator / (span[at] || 1)))),
    denominator,
  };
};

/** Σ w·u / Σ w over the criteria that are not left out. */
const weightedMean = (plan: Plan, criteria: readonly number[], from: 'lowest' | 'zero'): Formula => {
  const up = shares(plan, criteria, from);
  return (levels) => {
    let [reached, weight] = [0, 0];
    for (const at of criteria) {
      const level = levels[at] ?? LEFT_OUT;
      if (level === LEFT_OUT) continue;
      const w = plan.criteria[at]?.weight ?? 0;
      reached += w * (up.of[at]?.[level] ?? 0);
      weight += w;
    }
    return weight === 0 ? undefined : { numerator: reached, denominator: weight * up.denominator };
  };
};

/** The mean, over the groups with a criterion that is not left out, of each group's weighted mean. */
const meanOfGroups = (plan: Plan, from: 'lowest' | 'zero'): Formula => {
  const means = plan.groups.map(({ criteria }) => weightedMean(plan, criteria, from));
  return (levels) => {
    const present = means.map((mean) => mean(levels)).filter((mean) => mean !== undefined);
    if (present.length === 0) return undefined;
    const common = present.reduce((denominator, mean) => lcm(denominator, mean.denominator), 1);
    const total = present.reduce((reached, mean) => reached + mean.numerator * (common / mean.denominator), 0);
    return { numerator: total, denominator: common * present.length };
  };
};

/** The lowest share of the way up. */
const minimum = (plan: Plan, criteria: readonly number[], from: 'lowest' | 'zero'): Formula => {
  const up = shares(plan, criteria, from);
  return (levels) => {
    let lowest: number | undefined;
    for (const at of criteria) {
      const level = levels[at] ?? LEFT_OUT;
      if (level === LEFT_OUT) continue;
      const share = up.of[at]?.[level] ?? 0;
      if (lowest === undefined || share < lowest) lowest = share;
    }
    return lowest === undefined ? undefined : { numerator: lowest, denominator: up.denominator };
  };
};

/** Σ w·p, in points. */
const sum =
  (plan: Plan, criteria: readonly number[]): Formula =>
  (levels) => {
    let [points, applicable] = [0, 0];
    for (const at of criteria) {
      const level = levels[at] ?? LEFT_OUT;
      if (level === LEFT_OUT) continue;
      points += (plan.criteria[at]?.weight ?? 0) * (plan.levels[at]?.[level]?.points ?? 0);
      applicable++;
    }
    return applicable === 0 ? undefined : { numerator: points, denominator: 1 };
  };

const scoreOf = (
  plan: Plan,
  sheet: Sheet,
  scored: readonly number[],
  completed: CompletedScore,
  ofLevels: Scorer['ofLevels'],
): Score => {
  const { scoring } = plan.rubric;
  if (scoring.kind === 'none') return { kind: 'unscored', because: 'profile-only' };
  const lowest = complete(plan, sheet, 'lowest');
  const highest = complete(plan, sheet, 'highest');
  const interval = intervalOf(completed(lowest), completed(highest));
  const coverage = coverageOf(plan, sheet, scored);
  if (interval === undefined || coverage === undefined) return { kind: 'unscored', because: 'nothing-applicable' };
  if (coverage.numerator === 0) return { kind: 'unscored', because: 'nothing-rated', interval, coverage };
  const value = valueOf(plan, sheet, scored, ofLevels, interval, coverage);
  const band = bandOf(plan, interval);
  return {
    kind: 'scored',
    unit: unitOf(scoring),
    ...(value && { value }),
    interval,
    coverage,
    outOf: outOf(plan, sheet, completed),
    ...(band !== undefined && { band }),
  };
};

const intervalOf = (least: Fraction | undefined, greatest: Fraction | undefined): ScoreInterval | undefined =>
  least && greatest
    ? { least: exact(least.numerator, least.denominator), greatest: exact(greatest.numerator, greatest.denominator) }
    : undefined;

/** Rated weight over applicable weight. */
const coverageOf = (plan: Plan, sheet: Sheet, scored: readonly number[]): ExactNumber | undefined => {
  let [rated, applicable] = [0, 0];
  for (const at of scored) {
    const state = sheet.states[at];
    const weight = plan.criteria[at]?.weight ?? 0;
    if (state === undefined || state.kind === 'not-applicable') continue;
    applicable += weight;
    if (state.kind === 'rated') rated += weight;
  }
  return applicable === 0 ? undefined : exact(rated, applicable);
};

/** The score of what is rated; a sum or a count waits until all is rated, and contested ratings leave an interval only. */
const valueOf = (
  plan: Plan,
  sheet: Sheet,
  scored: readonly number[],
  ofLevels: Scorer['ofLevels'],
  interval: ScoreInterval,
  coverage: ExactNumber,
): ExactNumber | undefined => {
  const contested = scored.some((at) => {
    const state = sheet.states[at];
    return state?.kind === 'rated' && state.lowest !== state.highest;
  });
  const { kind } = plan.rubric.scoring;
  if (contested) return undefined;
  if (kind === 'sum' || kind === 'count' || kind === 'count-groups') {
    const settled = coverage.decimal === 1 && compareFractions(interval.least, interval.greatest) === 0;
    return settled ? interval.least : undefined;
  }
  const value = ofLevels(ratedOnly(sheet), sheet);
  return value && exact(value.numerator, value.denominator);
};

const unitOf = (scoring: Scoring): 'share' | 'points' | 'count' => {
  switch (scoring.kind) {
    case 'weighted-mean':
    case 'mean-of-groups':
    case 'minimum':
      return 'share';
    case 'sum':
      return 'points';
    case 'count':
    case 'count-groups':
    case 'none':
      return 'count';
  }
};

/** The highest score that the criteria which apply could give; for groups, how many the counted rule applies to. */
const outOf = (plan: Plan, sheet: Sheet, completed: CompletedScore): ExactNumber => {
  const { scoring } = plan.rubric;
  const top = best(plan, sheet);
  if (scoring.kind === 'count-groups') return exact(groupTruths(plan, scoring.rule)(top).length, 1);
  const score = completed(top);
  return score ? exact(score.numerator, score.denominator) : exact(0, 1);
};

/** The band that holds the whole interval. */
const bandOf = (plan: Plan, interval: ScoreInterval): string | undefined =>
  plan.rubric.bands?.find(
    ({ from, below }) =>
      compareFractions(interval.least, from) >= 0 &&
      (below === undefined || compareFractions(interval.greatest, below) < 0),
  )?.id;
