import { refuseCount, refuseDamping, refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';
import type { LinkGraph } from '../links/link-graph.js';
import { readNodes } from '../links/read-nodes.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { DANGLING_RULES, type DanglingRule } from './page-rank.js';
import { readNumbers } from '../links/read-numbers.js';
import { slotWeights } from './slot-weights.js';

/** What ranks sum to: 1, the number of nodes, or something else. */
export type RankScale = 'one' | 'nodes' | 'other';

export interface CheckRanksOptions {
  /** As in `pageRank`. By default 0.85. */
  readonly damping?: number | undefined;
  /** What becomes of the rank of nodes without links. By default `teleport`; `uniform` is the same here, where the teleport is even. */
  readonly dangling?: DanglingRule | undefined;
  /**
   * What the ranks are to sum to (less what is dropped, where it is). By default `any`: whatever they sum to is named and they are
   * rescaled, for all of these are the same ranks but for a factor.
   */
  readonly scale?: 'any' | 'one' | 'nodes' | undefined;
  /** The weight of a link by its slot, as in `pageRank`. */
  readonly slotWeight?: ((slot: number) => number) | undefined;
  /** How far a rank may be from what its links give it, as a share of the greater. By default 1e-6. */
  readonly tolerance?: number | undefined;
  /** Only these nodes are looked at, with the links into them. By default all. */
  readonly nodes?: Iterable<number> | undefined;
  /** The most disagreements that are listed. By default 10. */
  readonly limit?: number | undefined;
}

export interface RankDisagreement {
  readonly node: number;
  /** As it was given. */
  readonly rank: number;
  /** What the links into the node give it, out of the ranks that were given and in their scale. */
  readonly expected: number;
}

export interface RankCheck {
  /** Whether no rank looked at is off by more than the tolerance, and the ranks sum to what was asked. */
  readonly agrees: boolean;
  readonly nodesChecked: number;
  readonly disagreeing: number;
  /** The first of them, by node. */
  readonly disagreements: readonly RankDisagreement[];
  /** How far the ranks looked at are from what their links give, added up without sign, of ranks rescaled as asked. */
  readonly residual: number;
  /** ‖x − x*‖₁, the distance from the exact ranks, is at most this: residual ÷ (1 − damping). Nothing where only some nodes were looked at. */
  readonly errorBound: number | undefined;
  /** What the ranks sum to as given. */
  readonly sum: number;
  readonly scale: RankScale;
  /** Whether what reaches nodes without links was lost: then the ranks sum to less than 1, or than the number of nodes. */
  readonly losesDangling: boolean;
  /** By which the ranks were multiplied before they were looked at. */
  readonly factor: number;
}

const OPTIONS = ['damping', 'dangling', 'scale', 'slotWeight', 'tolerance', 'nodes', 'limit'] as const;

/**
 * Whether ranks that were computed elsewhere are PageRank of this graph. It solves nothing: each rank is held against what the links
 * into its node give it, one pass over the links, or, for some nodes, over the links into those.
 *
 * Engines differ in what ranks sum to and in what becomes of the rank of nodes without links. With an even teleport all their ranks
 * are one vector times a factor: y = 1 + a Pᵀ y over its sum. So the factor is found, named and taken out.
 *
 * @throws TypeError for what is no frozen graph, no array of ranks, and an option that does not exist
 * @throws RangeError for ranks of another length, a rank that is negative or not finite, ranks that are 0 everywhere, and options that
 * are out of range
 * @example
 * const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 1], targets: [1, 2, 2] });
 * // As engines give them that sum to the number of nodes and lose what reaches node 2, which has no links.
 * const check = checkRanks(graph, [0.5, 0.625, 0.9375], { damping: 0.5 });
 * [check.agrees, check.scale, check.losesDangling]; // => [true, 'nodes', true]
 * checkRanks(graph, [1, 1, 1], { damping: 0.5 }).disagreements[0]?.node; // => 0
 */
export const checkRanks = (graph: LinkGraph, ranks: ArrayLike<number>, options: CheckRanksOptions = {}): RankCheck => {
  refuseNoGraph('checkRanks', graph);
  const { damping, isDropped, scale, weights, tolerance, nodes, limit } = settingsOf(graph, options);
  const { nodeCount } = graph;
  const given = readNumbers('checkRanks', 'ranks', ranks, nodeCount);
  const { sum, dangling } = sumsOf(graph, given);
  // Added up, the equations say what is left of 1 where the rank of dangling nodes is lost: T = (1 − a) + a (T − T · dangling).
  const left = nodeCount === 0 ? 1 : (1 - damping) / (1 - damping + damping * (dangling / sum));
  const total = isDropped ? left : 1;
  const factor = nodeCount === 0 ? 1 : total / sum;
  const start = (1 - damping + (isDropped ? 0 : damping * dangling * factor)) / nodeCount;
  const received = nodes ? receivedByEach(graph, given, weights, nodes) : receivedByAll(graph, given, weights);

  let [residual, disagreeing, nodesChecked] = [0, 0, 0];
  const disagreements: RankDisagreement[] = [];
  const look = (node: number, gets: number): void => {
    const rank = given[node]! * factor;
    const expected = start + damping * gets * factor;
    const off = Math.abs(expected - rank);
    residual += off;
    nodesChecked++;
    if (off <= tolerance * Math.max(rank, expected)) return;
    disagreeing++;
    if (disagreements.length < limit) {
      disagreements.push({ node, rank: given[node]!, expected: expected / factor });
    }
  };
  if (nodes) nodes.forEach((node, i) => look(node, received[i]!));
  else for (let node = 0; node < nodeCount; node++) look(node, received[node]!);

  const named =
    nodeCount === 0 ? { scale: 'one' as const, losesDangling: false } : nameOf(sum, left, nodeCount, tolerance);
  const wanted = scale === 'nodes' ? nodeCount * total : total;
  const isScaled = scale === 'any' || nodeCount === 0 || isNear(sum, wanted, tolerance);
  return {
    agrees: disagreeing === 0 && isScaled,
    nodesChecked,
    disagreeing,
    disagreements,
    residual,
    errorBound: nodes ? undefined : residual / (1 - damping),
    sum,
    ...named,
    factor,
  };
};

const settingsOf = (graph: LinkGraph, options: CheckRanksOptions) => {
  refuseUnknown('checkRanks', options, OPTIONS);
  const {
    damping = 0.85,
    dangling = 'teleport',
    scale = 'any',
    slotWeight,
    tolerance = 1e-6,
    nodes,
    limit = 10,
  } = options;
  refuseDamping('checkRanks', damping);
  refuseWord('checkRanks', 'dangling', dangling, DANGLING_RULES);
  refuseWord('checkRanks', 'scale', scale, ['any', 'one', 'nodes']);
  refuseNumber('checkRanks', 'tolerance', tolerance, 'above 0 and below 1', (value) => value > 0 && value < 1);
  refuseCount('checkRanks', 'limit', limit);
  return {
    damping,
    isDropped: dangling === 'drop',
    scale,
    weights: slotWeights('checkRanks', slotWeight),
    tolerance,
    limit,
    nodes:
      nodes === undefined
        ? undefined
        : [...readNodes('checkRanks', 'nodes', nodes, graph.nodeCount)].sort((one, other) => one - other),
  };
};

const sumsOf = ({ nodeCount, outStarts }: LinkGraph, ranks: Float64Array): { sum: number; dangling: number } => {
  let [sum, dangling] = [0, 0];
  for (let node = 0; node < nodeCount; node++) {
    sum += ranks[node]!;
    if (outStarts[node] === outStarts[node + 1]) dangling += ranks[node]!;
  }
  if (nodeCount > 0 && !(sum > 0 && sum < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`checkRanks: the ranks sum to ${sum}; they sum to a finite number above 0`);
  }
  return { sum, dangling };
};

/** The weights of a node's links together. */
const rowWeight = ({ outStarts, outSlots }: LinkGraph, node: number, weights: Float64Array | undefined): number => {
  const [start, end] = [outStarts[node]!, outStarts[node + 1]!];
  if (!weights) return end - start;
  let weight = 0;
  for (let e = start; e < end; e++) weight += weights[outSlots[e]!]!;
  return weight;
};

/** Pᵀ x: each node sends its rank over its links. */
const receivedByAll = (graph: LinkGraph, ranks: Float64Array, weights: Float64Array | undefined): Float64Array => {
  const { nodeCount, outStarts, outTargets, outSlots } = graph;
  const received = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const each = ranks[node]! / rowWeight(graph, node, weights);
    for (let e = outStarts[node]!; e < outStarts[node + 1]!; e++) {
      const target = outTargets[e]!;
      received[target] = received[target]! + each * (weights ? weights[outSlots[e]!]! : 1);
    }
  }
  return received;
};

/** The same for some nodes, beside each in their order. */
const receivedByEach = (
  graph: LinkGraph,
  ranks: Float64Array,
  weights: Float64Array | undefined,
  nodes: readonly number[],
): Float64Array => {
  const { outStarts, outTargets, outSlots, inStarts, inSources } = graph;
  return Float64Array.from(nodes, (node) => {
    let received = 0;
    for (let i = inStarts[node]!; i < inStarts[node + 1]!; i++) {
      const source = inSources[i]!;
      if (!weights) {
        received += ranks[source]! / (outStarts[source + 1]! - outStarts[source]!);
        continue;
      }
      // A source stands once for each of its links to the node, side by side: all are found at the first.
      if (i > inStarts[node]! && inSources[i - 1] === source) continue;
      let weight = 0;
      for (let e = outStarts[source]!; e < outStarts[source + 1]!; e++) {
        if (outTargets[e] === node) weight += weights[outSlots[e]!]!;
      }
      received += (ranks[source]! * weight) / rowWeight(graph, source, weights);
    }
    return received;
  });
};

const isNear = (value: number, other: number, tolerance: number): boolean =>
  Math.abs(value - other) <= tolerance * Math.max(value, other);

/** What a sum is, of the four that engines give; where nothing is lost by losing it, nothing is said to be lost. */
const nameOf = (
  sum: number,
  left: number,
  nodeCount: number,
  tolerance: number,
): { scale: RankScale; losesDangling: boolean } => {
  if (isNear(sum, 1, tolerance)) return { scale: 'one', losesDangling: false };
  if (isNear(sum, nodeCount, tolerance)) return { scale: 'nodes', losesDangling: false };
  if (isNear(sum, left, tolerance)) return { scale: 'one', losesDangling: true };
  if (isNear(sum, nodeCount * left, tolerance)) return { scale: 'nodes', losesDangling: true };
  return { scale: 'other', losesDangling: false };
};
