import { sineOfHalfTurns } from '../../common/exponential.js';

/** A formula of two positions. It need be smooth only where the two lie apart. */
export type Kernel = (x: number, y: number) => number;

/** So many points stand for a cell. Cells are taken together only at twice their width from each other, where 16 leave an error of some 10⁻¹⁶. */
const NODES = 16;
/** A cell of so few points is not divided. */
const FEW_POINTS = 16;
/** The zeros of the Chebyshev polynomial T₁₆, cos π (2m + 1) / 32. */
const ZEROS = /* @__PURE__ */ (() =>
  Float64Array.from({ length: NODES }, (_, m) => sineOfHalfTurns(0.5 - (2 * m + 1) / (2 * NODES))))();
/** Tⱼ at each zero m, at j · 16 + m. */
const AT_ZEROS = /* @__PURE__ */ (() => {
  const table = new Float64Array(NODES * NODES);
  const values = new Float64Array(NODES);
  for (let m = 0; m < NODES; m++) {
    chebyshev(ZEROS[m]!, values);
    for (let j = 0; j < NODES; j++) table[j * NODES + m] = values[j]!;
  }
  return table;
})();

/** T₀(t) … T₁₅(t), written into a list. */
function chebyshev(t: number, into: Float64Array): void {
  into[0] = 1;
  into[1] = t;
  for (let j = 2; j < NODES; j++) into[j] = 2 * t * (into[j - 1] ?? 0) - (into[j - 2] ?? 0);
}

/** Some sorted points next to each other, and how they are divided in the middle of the stretch that they take up. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly half: number;
  readonly parts: readonly Cell[];
  /** Of sources: the amounts that, at the nodes, act on what is far as the points do. Of targets: the sums at the nodes. */
  readonly atNodes: Float64Array;
}

const divide = (points: Float64Array, from: number, to: number): Cell => {
  const [low, high] = [points[from] ?? 0, points[to - 1] ?? 0];
  const middle = low + (high - low) / 2;
  let split = from;
  if (to - from > FEW_POINTS) {
    let end = to;
    while (split < end) {
      const place = (split + end) >>> 1;
      if ((points[place] ?? 0) <= middle) split = place + 1;
      else end = place;
    }
  }
  const parts = split > from && split < to ? [divide(points, from, split), divide(points, split, to)] : [];
  return { from, to, centre: middle, half: (high - low) / 2, parts, atNodes: new Float64Array(NODES) };
};

const inCell = ({ centre, half }: Cell, x: number): number =>
  half === 0 ? 0 : Math.max(-1, Math.min(1, (x - centre) / half));

const nodeOf = ({ centre, half }: Cell, m: number): number => centre + half * (ZEROS[m] ?? 0);

/** Gives each cell of sources its amounts at the nodes, from its points or from the nodes of its parts. */
const gatherUp = (cell: Cell, points: Float64Array, amounts: Float64Array): void => {
  const moments = new Float64Array(NODES);
  const values = new Float64Array(NODES);
  const add = (x: number, amount: number): void => {
    chebyshev(inCell(cell, x), values);
    for (let j = 0; j < NODES; j++) moments[j] = (moments[j] ?? 0) + amount * (values[j] ?? 0);
  };
  for (const part of cell.parts) {
    gatherUp(part, points, amounts);
    for (let m = 0; m < NODES; m++) add(nodeOf(part, m), part.atNodes[m] ?? 0);
  }
  if (cell.parts.length === 0) for (let i = cell.from; i < cell.to; i++) add(points[i] ?? 0, amounts[i] ?? 0);
  for (let m = 0; m < NODES; m++) {
    let sum = (moments[0] ?? 0) / 2;
    for (let j = 1; j < NODES; j++) sum += (moments[j] ?? 0) * (AT_ZEROS[j * NODES + m] ?? 0);
    cell.atNodes[m] = (2 * sum) / NODES;
  }
};

/** Hands the sums at the nodes of a cell of targets down to its points, by the polynomial through them. */
const handDown = (cell: Cell, points: Float64Array, sums: Float64Array): void => {
  const factors = new Float64Array(NODES);
  for (let j = 0; j < NODES; j++) {
    let sum = 0;
    for (let m = 0; m < NODES; m++) sum += (cell.atNodes[m] ?? 0) * (AT_ZEROS[j * NODES + m] ?? 0);
    factors[j] = ((j === 0 ? 1 : 2) * sum) / NODES;
  }
  const values = new Float64Array(NODES);
  const at = (x: number): number => {
    chebyshev(inCell(cell, x), values);
    let value = 0;
    for (let j = 0; j < NODES; j++) value += (factors[j] ?? 0) * (values[j] ?? 0);
    return value;
  };
  for (const part of cell.parts) {
    for (let m = 0; m < NODES; m++) part.atNodes[m] = (part.atNodes[m] ?? 0) + at(nodeOf(part, m));
    handDown(part, points, sums);
  }
  if (cell.parts.length === 0) for (let i = cell.from; i < cell.to; i++) sums[i] = (sums[i] ?? 0) + at(points[i] ?? 0);
};

/**
 * Σ amountₗ · kernel(x, yₗ) for each x of many, in some n log n steps instead of one for each pair: the fast multipole method on a line. Points are
 * put into cells, halved again and again; two cells that lie apart by twice their width see of each other only 16 nodes, between which
 * the kernel is a polynomial to the last digit; only neighbours are compared point by point. Each way of dividing gives at most some constant times n
 * pairs of cells (Callahan and Kosaraju), however unevenly the points lie.
 *
 * With points 0 … 99,999 the kernel is asked some 230 times for each.
 *
 * @param targets sorted, lowest first
 * @param sources sorted, lowest first
 * @see Greengard and Rokhlin (1987), doi:10.1016/0021-9991(87)90140-9; Fong and Darve (2009), doi:10.1016/j.jcp.2009.08.031; Callahan and
 * Kosaraju (1995), doi:10.1145/200836.200853
 */
export const farSums = (
  targets: Float64Array,
  sources: Float64Array,
  amounts: Float64Array,
  kernel: Kernel,
): Float64Array => {
  const sums = new Float64Array(targets.length);
  if (targets.length === 0 || sources.length === 0) return sums;
  const [onto, of] = [divide(targets, 0, targets.length), divide(sources, 0, sources.length)];
  gatherUp(of, sources, amounts);
  // A list instead of a recursion, since uneven points may be divided a thousand times over.
  const open: [Cell, Cell][] = [[onto, of]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    const apart = Math.abs(a.centre - b.centre) - a.half - b.half;
    if (apart > 0 && apart >= 4 * Math.max(a.half, b.half) && (a.to - a.from) * (b.to - b.from) > NODES * NODES) {
      for (let m = 0; m < NODES; m++) {
        const x = nodeOf(a, m);
        let sum = 0;
        for (let i = 0; i < NODES; i++) sum += (b.atNodes[i] ?? 0) * kernel(x, nodeOf(b, i));
        a.atNodes[m] = (a.atNodes[m] ?? 0) + sum;
      }
    } else if (a.parts.length > 0 && (a.half >= b.half || b.parts.length === 0)) {
      for (const part of a.parts) open.push([part, b]);
    } else if (b.parts.length > 0) {
      for (const part of b.parts) open.push([a, part]);
    } else {
      for (let i = a.from; i < a.to; i++) {
        let sum = 0;
        for (let j = b.from; j < b.to; j++) sum += (amounts[j] ?? 0) * kernel(targets[i] ?? 0, sources[j] ?? 0);
        sums[i] = (sums[i] ?? 0) + sum;
      }
    }
  }
  handDown(onto, targets, sums);
  return sums;
};
