import { maskOf } from '../links/read-numbers.js';
import type { LinkGraph } from '../links/link-graph.js';
import type { RankResidual } from './rank-residual.js';

/**
 * The equations of `EqualRows` where the links of a node weigh by their slot: uᵢ = a yᵢ / W(i) with W(i) the weights of all links
 * of i together. Rows stay in the order of the nodes.
 */
export interface WeightedRows {
  readonly graph: LinkGraph;
  readonly damping: number;
  /** Beside `inSources`. 0 for a link of a node to itself, which is on the left side. */
  readonly weights: Float64Array;
  /** W(i). */
  readonly rowWeights: Float64Array;
  /** a / (W(i) − a · the weight of links of i to itself); 0 for a node without links. */
  readonly factors: Float64Array;
}

/** @param weightOfSlot the weight of slots 0 … 255 */
export const weightedRows = (graph: LinkGraph, damping: number, weightOfSlot: Float64Array): WeightedRows => {
  const { nodeCount, linkCount, outStarts, outTargets, outSlots, inStarts } = graph;
  const weights = new Float64Array(linkCount);
  const rowWeights = new Float64Array(nodeCount);
  const factors = new Float64Array(nodeCount);
  // Read in the order of the sources, links come to each target in the order in which it lists them.
  const next = inStarts.slice(0, nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let all = 0;
    let own = 0;
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      const weight = weightOfSlot[outSlots[e]!]!;
      const to = next[target]!;
      next[target] = to + 1;
      all += weight;
      if (target === v) own += weight;
      else weights[to] = weight;
    }
    rowWeights[v] = all;
    factors[v] = all > 0 ? damping / (all - damping * own) : 0;
  }
  return { graph, damping, weights, rowWeights, factors };
};

const sumInto = ({ graph, weights }: WeightedRows, u: Float64Array, node: number): number => {
  const { inStarts, inSources } = graph;
  let sum = 0;
  for (let e = inStarts[node]!; e < inStarts[node + 1]!; e++) sum += weights[e]! * u[inSources[e]!]!;
  return sum;
};

/** One Gauss–Seidel sweep. `v` is by node, or one number for all. */
export const sweepWeighted = (rows: WeightedRows, u: Float64Array, v: Float64Array): void => {
  const { graph, factors } = rows;
  const mask = maskOf(v);
  for (let i = 0; i < graph.nodeCount; i++) {
    if (factors[i]! > 0) u[i] = factors[i]! * (v[i & mask]! + sumInto(rows, u, i));
  }
};

/** How far the unknowns are from fulfilling their equations, were v multiplied by `more`. */
export const weightedGap = (rows: WeightedRows, u: Float64Array, v: Float64Array, more: number): RankResidual => {
  const { graph, damping, factors, rowWeights } = rows;
  const mask = maskOf(v);
  let gap = 0;
  let missing = 0;
  let live = 0;
  for (let i = 0; i < graph.nodeCount; i++) {
    if (factors[i] === 0) continue;
    const miss = v[i & mask]! * more + sumInto(rows, u, i) - u[i]! / factors[i]!;
    gap += Math.abs(miss);
    missing += miss;
    live += (u[i]! * rowWeights[i]!) / damping;
  }
  return { gap, missing, live };
};

/** y of every node from the unknowns. */
export const weightedValues = (rows: WeightedRows, u: Float64Array, v: Float64Array, into: Float64Array): void => {
  const { graph, damping, rowWeights } = rows;
  const mask = maskOf(v);
  for (let i = 0; i < graph.nodeCount; i++) {
    into[i] = rowWeights[i]! > 0 ? (u[i]! * rowWeights[i]!) / damping : v[i & mask]! + sumInto(rows, u, i);
  }
};
