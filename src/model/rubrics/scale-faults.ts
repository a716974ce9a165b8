import { lcmOf } from '../../common/big-integers.js';
import type { Fault } from '../shared/fault.js';
import { repeatedIds } from '../shared/names.js';
import type { Rubric } from './rubric.js';
import type { Level } from './scale.js';

/** The levels of a scale of a rubric, and where it stands. */
interface PlacedScale {
  readonly levels: readonly Level[];
  readonly path: readonly (string | number)[];
}

/** The scale of a rubric, and those of its criteria. */
export const scalesOf = ({ scale, criteria }: Rubric): readonly PlacedScale[] => [
  { levels: scale.levels, path: ['scale'] },
  ...criteria.flatMap(({ scale: own }, at) => (own ? [{ levels: own.levels, path: ['criteria', at, 'scale'] }] : [])),
];

/** A level that is listed twice, points on some levels alone, and points that fall: the lowest level comes first. */
export const scaleFaults = (levels: readonly Level[], path: readonly (string | number)[]): readonly Fault[] => [
  ...repeatedIds(levels).map(({ at, id }) => ({
    path: [...path, 'levels', at, 'id'],
    message: `the level “${id}” is listed twice`,
  })),
  ...levels.flatMap(({ points }, at): readonly Fault[] => {
    const below = levels[at - 1];
    if (below === undefined) return [];
    const fault = (message: string): readonly Fault[] => [{ path: [...path, 'levels', at, 'points'], message }];
    if ((points === undefined) !== (below.points === undefined)) return fault('points on every level, or on none');
    if (points === undefined || below.points === undefined || points >= below.points) return [];
    return fault(`points fall from ${below.points} to ${points}; write the lowest level first`);
  }),
];

/** What a score by points lacks in the scales of a rubric: points, or a rise of them. */
export const pointsFaults = (rubric: Rubric): readonly Fault[] => {
  const { scoring } = rubric;
  if (scoring.kind !== 'sum' && !('from' in scoring)) return [];
  const isFromLowest = 'from' in scoring && scoring.from === 'lowest';
  return scalesOf(rubric).flatMap(({ levels, path }): readonly Fault[] => {
    // The scale of a rubric whose criteria all have their own gives no points.
    if (path.length === 1 && rubric.criteria.every(({ scale }) => scale !== undefined)) return [];
    const lowest = levels[0]?.points;
    const highest = levels.at(-1)?.points;
    const fault = (message: string): readonly Fault[] => [{ path: [...path, 'levels'], message }];
    if (lowest === undefined || highest === undefined)
      return fault('a score needs points on every level of this scale');
    if (highest > (isFromLowest ? lowest : 0)) return [];
    return fault('the points of this scale never rise, so nothing can score');
  });
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * The largest whole number that evaluating a rubric can meet, so that one too large is refused when it is defined.
 *
 * A criterion's share of the way up is (p − b) / (P − b). With D the least common multiple of all the P − b, and W the sum
 * of the weights, a weighted mean is a fraction over D·W′ for some W′ ≤ W, and the difference of two of them lies over at
 * most D·W². A mean of G groups lies over D·G′·lcm of rated weights W′₁ … W′_G: every W′ divides the lcm of 1 … the
 * heaviest group's weight, and their lcm is never above the product of the groups' weights; a difference of two needs
 * the square of the product, and G².
 */
export const exactArithmeticBound = (rubric: Rubric): bigint => {
  const { scoring } = rubric;
  // Counts, and shares of counts, stay as small as the number of criteria.
  if (scoring.kind !== 'sum' && !('from' in scoring)) return 0n;
  const points = rubric.criteria.map(({ scale }) => {
    const levels = (scale ?? rubric.scale).levels;
    return { lowest: levels[0]?.points ?? 0, highest: levels.at(-1)?.points ?? 0 };
  });
  const weights = rubric.criteria.map(({ weight }) => BigInt(weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (scoring.kind === 'sum') {
    return points.reduce((sum, { highest }, at) => sum + BigInt(highest) * (weights[at] ?? 0n), 0n);
  }
  let common = 1n;
  for (const { lowest, highest } of points) {
    common = lcmOf(common, BigInt(highest - (scoring.from === 'lowest' ? lowest : 0)));
    if (common > BigInt(Number.MAX_SAFE_INTEGER)) return common;
  }
  if (scoring.kind === 'minimum') return common * common;
  if (scoring.kind === 'weighted-mean') return common * total * total;
  const ofGroup = new Map<string, bigint>();
  rubric.criteria.forEach(({ group = '' }, at) => {
    ofGroup.set(group, (ofGroup.get(group) ?? 0n) + (weights[at] ?? 0n));
  });
  const groupWeights = [...ofGroup.values()];
  const product = groupWeights.reduce((a, b) => a * b, 1n);
  const heaviest = groupWeights.reduce((a, b) => (a > b ? a : b), 1n);
  const groups = BigInt(groupWeights.length);
  return common * groups * groups * least(product * product, lcmUpTo(heaviest));
};

/** The least common multiple of 1 … n; beyond 50 it is past every safe whole number anyway. */
const lcmUpTo = (n: bigint): bigint => {
  let multiple = 1n;
  for (let k = 2n; k <= least(n, 50n); k++) multiple = lcmOf(multiple, k);
  return multiple;
};
