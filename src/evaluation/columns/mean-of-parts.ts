import { NOTHING_APPLICABLE, NOTHING_RATED, SCORED } from './codes.js';
import { BLOCK, tooLarge } from './packed-sums.js';
import type { BlockColumns } from './block-columns.js';
import {
  type CompletedColumns,
  numberAt,
  pointsFields,
  type PointsFields,
  type ScoreColumns,
  weightFields,
  type CriterionTerm,
} from './fields.js';
import { lcm } from '../../common/fractions.js';
import type { Program, Sums } from '../program/program.js';

/** Fractions, one a row, and how many were added up into each. */
interface Running {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly groups: Float64Array;
}

const running = (): Running => ({
  numerator: new Float64Array(BLOCK),
  denominator: new Float64Array(BLOCK),
  groups: new Float64Array(BLOCK),
});

/**
 * The mean, over the parts with something applicable, of each part's weighted mean. Parts are added up one after
 * another, each over its own weight: over one denominator that every weight divides, where that stays small enough to be
 * exact, else over the product of the weights met.
 */
export const meanOfParts = (
  program: Program,
  columns: BlockColumns,
  score: Sums,
  parts: readonly (readonly CriterionTerm[])[],
): ScoreColumns => {
  const groups = parts.filter((terms) => terms.length > 0).map((terms) => pointsFields(columns, terms));
  const common = commonWeight(parts, score.denominator);
  const weights = weightFields(program, columns, score.covers);
  const [value, least, greatest] = [running(), running(), running()];

  const addUp = (into: Running, rows: number, open: 'lowest' | 'highest' | 'left-out'): void => {
    into.numerator.fill(0, 0, rows);
    into.denominator.fill(common ?? 1, 0, rows);
    into.groups.fill(0, 0, rows);
    for (const group of groups) {
      if (common === undefined) addOverProduct(into, group, open, rows);
      else addOverCommon(into, group, open, common, rows);
    }
  };
  const addUpEnds = (rows: number): void => {
    addUp(least, rows, 'lowest');
    addUp(greatest, rows, 'highest');
  };
  const whole = (of: Running, row: number) => of.denominator[row]! * of.groups[row]! * score.denominator;
  return {
    fill: (into, rows) => {
      addUp(value, rows, 'left-out');
      addUpEnds(rows);
      for (let row = 0; row < rows; row++) {
        const rated = numberAt(weights.rated, row);
        const applicable = rated + numberAt(weights.unrated, row);
        into.value[row] = value.numerator[row]! / whole(value, row);
        into.least[row] = least.numerator[row]! / whole(least, row);
        into.greatest[row] = greatest.numerator[row]! / whole(greatest, row);
        into.coverage[row] = rated / applicable;
        into.state[row] =
          applicable === 0 || least.groups[row] === 0 ? NOTHING_APPLICABLE : rated === 0 ? NOTHING_RATED : SCORED;
      }
    },
    complete: (into: CompletedColumns, rows) => {
      addUpEnds(rows);
      for (let row = 0; row < rows; row++) {
        into.least[row] = least.numerator[row]!;
        into.greatest[row] = greatest.numerator[row]!;
        into.denominator[row] = whole(least, row);
      }
    },
  };
};

/**
 * A number that every weight a group may come to divides; none where only the product of the weights stays exact. Throws
 * where neither does.
 */
const commonWeight = (parts: readonly (readonly CriterionTerm[])[], denominator: number): number | undefined => {
  const weights = parts.map((terms) => terms.reduce((sum, { weight }) => sum + weight, 0));
  const room = Number.MAX_SAFE_INTEGER / (denominator * Math.max(1, weights.length));
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  let common = 1;
  for (let weight = 2; weight <= heaviest && common <= room; weight++) common = lcm(common, weight);
  if (common <= room) return common;
  if (weights.reduce((product, weight) => product * Math.max(1, weight), 1) <= room) return undefined;
  throw new RangeError(tooLarge);
};

/** What a group adds in a row: its points, over its weight. A group of which nothing counts adds nothing. */
const pointsAt = (group: PointsFields, open: 'lowest' | 'highest' | 'left-out', row: number): number =>
  numberAt(group.reached, row) + (open === 'left-out' ? 0 : numberAt(group[open], row));

const weightAt = (group: PointsFields, open: 'lowest' | 'highest' | 'left-out', row: number): number =>
  numberAt(group.rated, row) + (open === 'left-out' ? 0 : numberAt(group.unrated, row));

const addOverCommon = (
  into: Running,
  group: PointsFields,
  open: 'lowest' | 'highest' | 'left-out',
  common: number,
  rows: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const weight = weightAt(group, open, row);
    if (weight === 0) continue;
    into.numerator[row] = into.numerator[row]! + pointsAt(group, open, row) * (common / weight);
    into.groups[row] = into.groups[row]! + 1;
  }
};

const addOverProduct = (
  into: Running,
  group: PointsFields,
  open: 'lowest' | 'highest' | 'left-out',
  rows: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const weight = weightAt(group, open, row);
    if (weight === 0) continue;
    into.numerator[row] = into.numerator[row]! * weight + pointsAt(group, open, row) * into.denominator[row]!;
    into.denominator[row] = into.denominator[row]! * weight;
    into.groups[row] = into.groups[row]! + 1;
  }
};
