import type { Fraction } from '../../model/shared/fraction.js';
import type { Program, Sums } from '../program/program.js';
import type { BlockColumns } from './block-columns.js';
import { INTERVAL_ONLY, NOTHING_APPLICABLE, NOTHING_RATED, SCORED } from './codes.js';
import {
  type CompletedColumns,
  type CriterionTerm,
  numberAt,
  type PointsFields,
  pointsFields,
  type ScoreColumns,
  type WeightFields,
  weightFields,
} from './fields.js';
import { lowestGain } from './lowest-gain.js';
import { meanOfParts } from './mean-of-parts.js';
import { countApplicable, type Look, tallyFields } from './nodes.js';
import { BLOCK, type Field } from './packed-sums.js';

export const newCompleted = (): CompletedColumns => ({
  least: new Float64Array(BLOCK),
  greatest: new Float64Array(BLOCK),
  denominator: new Float64Array(BLOCK),
});

/**
 * Compiles one score of a program.
 *
 * @param look the verdicts of a node that the score counts
 */
export const compileScore = (
  program: Program,
  columns: BlockColumns,
  score: Sums,
  look: (node: number) => Look,
): ScoreColumns => {
  const terms = score.parts.flat();
  const weights = weightFields(program, columns, score.covers);
  const counted = terms.flatMap((term) => (term.of === 'node' ? [look(term.at)] : []));
  if (counted.length > 0) {
    const { met, undecided, applicable } = tallyFields(columns, counted);
    const lowest = columns.given.field([]);
    return total({ ...weights, reached: met, lowest, highest: undecided }, weights, applicable);
  }
  const parts = score.parts.map((part) => part.filter((term): term is CriterionTerm => term.of === 'criterion'));
  const [only = []] = parts;
  switch (score.kind) {
    case 'lowest':
      return lowestGain(program, columns, score, parts.flat());
    case 'sum': {
      const all = parts.flat();
      const applicable = countApplicable(
        columns,
        all.map(({ at }) => at),
      );
      return total(pointsFields(columns, all), weights, applicable);
    }
    case 'mean':
      return parts.length === 1 && only.length === score.covers.length
        ? weightedMean(pointsFields(columns, only), weights, score.denominator)
        : meanOfParts(program, columns, score, parts);
  }
};

/** Σ w·u / Σ w. The one division of each number comes last, so it is that of `evaluate`. */
const weightedMean = (fields: PointsFields, weights: WeightFields, denominator: number): ScoreColumns => ({
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
      const covered = numberAt(weights.rated, row);
      coverage[row] = covered / (covered + numberAt(weights.unrated, row));
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
const total = (fields: PointsFields, weights: WeightFields, counted: Field): ScoreColumns => ({
  fill: (into, rows) => {
    for (let row = 0; row < rows; row++) {
      const reached = numberAt(fields.reached, row);
      const lowest = reached + numberAt(fields.lowest, row);
      const highest = reached + numberAt(fields.highest, row);
      const rated = numberAt(weights.rated, row);
      const unrated = numberAt(weights.unrated, row);
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

/** Whether a fraction reaches a threshold, by cross-multiplication. */
export const reachesThreshold = (numerator: number, denominator: number, threshold: Fraction): boolean => {
  const left = numerator * threshold.denominator;
  const right = threshold.numerator * denominator;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left >= right;
  return BigInt(numerator) * BigInt(threshold.denominator) >= BigInt(threshold.numerator) * BigInt(denominator);
};
