import type { Fraction } from '../../model/shared/fraction.js';
import { INTERVAL_ONLY, NOTHING_APPLICABLE, NOTHING_RATED, SCORED } from './columns-codes.js';
import {
  type CompletedColumns,
  numberAt,
  type PointsFields,
  pointsFields,
  type ScoreColumns,
  weightFields,
  weightOf,
} from './columns-fields.js';
import { BLOCK, type Field } from './columns-lanes.js';
import { columnsOfGroups } from './columns-groups.js';
import { columnsOfMinimum } from './columns-minimum.js';
import type { Program } from './columns-program.js';
import { compileRules, countApplicable, tallyFields } from './columns-rules.js';
import type { Plan, RuleNode } from '../program/plan.js';
import { shares } from '../verdict/score.js';

export const newCompleted = (): CompletedColumns => ({
  least: new Float64Array(BLOCK),
  greatest: new Float64Array(BLOCK),
  denominator: new Float64Array(BLOCK),
});

/** Compiles a rubric's scoring; none where the rubric gives no score. */
export const compileScore = (plan: Plan, program: Program): ScoreColumns | undefined => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  switch (scoring.kind) {
    case 'none':
      return undefined;
    case 'weighted-mean': {
      const up = shares(plan, all, scoring.from);
      const worth = (at: number, level: number) => weightOf(plan, at) * (up.of[at]?.[level] ?? 0);
      return weightedMean(pointsFields(plan, program, all, worth), up.denominator);
    }
    case 'sum': {
      const worth = (at: number, level: number) => weightOf(plan, at) * (plan.levels[at]?.[level]?.points ?? 0);
      return total(pointsFields(plan, program, all, worth), countApplicable(program, all));
    }
    case 'count': {
      const node = plan.node({ kind: 'count', atLeast: 1, level: scoring.level, of: scoring.of }, all);
      const needs = new Map(node.criteria.map((at, i) => [at, node.needs[i] ?? 0]));
      const worth = (at: number, level: number) => (level >= (needs.get(at) ?? 0) ? 1 : 0);
      return total(pointsFields(plan, program, node.criteria, worth), countApplicable(program, node.criteria));
    }
    case 'count-groups':
      return countOfGroups(
        plan,
        program,
        plan.groups.map(({ criteria }) => ({ ...plan.node(scoring.rule, criteria), members: criteria })),
      );
    case 'minimum':
      return columnsOfMinimum(plan, program, plan.select(scoring.of, all), scoring.from);
    case 'mean-of-groups':
      return columnsOfGroups(plan, program, scoring.from);
  }
};

/** Σ w·u / Σ w. The one division of each number comes last, so it is that of `evaluate`. */
const weightedMean = (fields: PointsFields, denominator: number): ScoreColumns => ({
  fill: ({ state, value, least, greatest, coverage }, rows) => {
    for (let row = 0; row < rows; row++) {
      const reached = numberAt(fields.reached, row);
      const rated = numberAt(fields.rated, row);
      const applicable = rated + numberAt(fields.unrated, row);
      const whole = applicable * denominator;
      // Nothing over nothing is not a number, as documented: the state says why.
      value[row] = reached / (rated * denominator);
      least[row] = (reached + numberAt(fields.lowest, row)) / whole;
      greatest[row] = (reached + numberAt(fields.highest, row)) / whole;
      coverage[row] = rated / applicable;
      state[row] = applicable === 0 ? NOTHING_APPLICABLE : rated === 0 ? NOTHING_RATED : SCORED;
    }
  },
  complete: (into, rows) => {
    for (let row = 0; row < rows; row++) {
      const reached = numberAt(fields.reached, row);
      into.least[row] = reached + numberAt(fields.lowest, row);
      into.greatest[row] = reached + numberAt(fields.highest, row);
      into.denominator[row] = (numberAt(fields.rated, row) + numberAt(fields.unrated, row)) * denominator;
    }
  },
});

/** Points or counts over one. There is no value until all that applies is rated and nothing else is open. */
const total = (fields: PointsFields, counted: Field): ScoreColumns => ({
  fill: (into, rows) => {
    for (let row = 0; row < rows; row++) {
      const reached = numberAt(fields.reached, row);
      const lowest = reached + numberAt(fields.lowest, row);
      const highest = reached + numberAt(fields.highest, row);
      const rated = numberAt(fields.rated, row);
      const unrated = numberAt(fields.unrated, row);
      const isScored = numberAt(counted, row) > 0 && rated + unrated > 0;
      const isSettled = rated > 0 && unrated === 0 && lowest === highest;
      into.value[row] = isScored && isSettled ? lowest : Number.NaN;
      into.least[row] = isScored ? lowest : Number.NaN;
      into.greatest[row] = isScored ? highest : Number.NaN;
      into.coverage[row] = isScored ? rated / (rated + unrated) : Number.NaN;
      if (!isScored) into.state[row] = NOTHING_APPLICABLE;
      else if (rated === 0) into.state[row] = NOTHING_RATED;
      else into.state[row] = isSettled ? SCORED : INTERVAL_ONLY;
    }
  },
  complete: (into, rows) => {
    for (let row = 0; row < rows; row++) {
      const reached = numberAt(fields.reached, row);
      into.least[row] = reached + numberAt(fields.lowest, row);
      into.greatest[row] = reached + numberAt(fields.highest, row);
      into.denominator[row] = numberAt(counted, row) > 0 ? 1 : 0;
    }
  },
});

/** In how many groups the rule holds. What is rated is said of the criteria that stand in groups. */
const countOfGroups = (plan: Plan, program: Program, nodes: readonly RuleNode[]): ScoreColumns => {
  const criteria = plan.groups.flatMap((group) => group.criteria).sort((a, b) => a - b);
  const rules = compileRules(plan, program, undefined);
  const { met, undecided, applicable } = tallyFields(program, nodes.map(rules.look));
  const lowest = program.given.field([]);
  const weights = weightFields(plan, program, criteria);
  return total({ ...weights, reached: met, lowest, highest: undecided }, applicable);
};

/** Whether a fraction reaches a threshold, by cross-multiplication. */
export const reachesThreshold = (numerator: number, denominator: number, threshold: Fraction): boolean => {
  const left = numerator * threshold.denominator;
  const right = threshold.numerator * denominator;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left >= right;
  return BigInt(numerator) * BigInt(threshold.denominator) >= BigInt(threshold.numerator) * BigInt(denominator);
};
