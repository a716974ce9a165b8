import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseNoNumbers, refuseNoTruth, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

export interface ModularityOptions {
  /** How much the links expected by chance weigh against those there are: 1. Above 1 smaller communities are favoured, below 1 larger. */
  readonly resolution?: number | undefined;
  /** Whether a link counts as one with a direction: false. */
  readonly directed?: boolean | undefined;
}

export const refuseResolution = (caller: string, resolution: number): void =>
  refuseNumber(
    caller,
    'resolution',
    resolution,
    'a number from 0',
    (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
  );

/** The labels, checked; each is read once. */
const ownLabels = (labels: ArrayLike<number>, nodeCount: number): Int32Array => {
  refuseNoNumbers('modularity', 'labels', labels);
  if (labels.length !== nodeCount) {
    throw new RangeError(`modularity: there are ${labels.length} labels for ${nodeCount} nodes; each has one`);
  }
  const own = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    own[v] = label;
    if (Number.isInteger(label) && label >= 0 && label < nodeCount) continue;
    throw new RangeError(
      `modularity: labels[${v}] is ${shownValue(label)}; labels are whole numbers from 0 to ${nodeCount - 1}`,
    );
  }
  return own;
};

/**
 * Modularity of a division of a graph: how much more links there are inside its communities than between nodes put together by
 * chance, Q = Σ꜀ [ L꜀ / m − γ (K꜀ / 2m)² ], with m the number of links, L꜀ those inside community c, K꜀ the degrees of its members added
 * up, out and in, and γ the resolution. Everything in one community gives 0 (for γ = 1), and no division reaches 1.
 *
 * Links count without their direction, as Louvain’s method, igraph’s `modularity` of an undirected graph and networkx’s do: a link and
 * its return are two links between a pair, a repeated link counts each time, and a link of a node to itself is one link inside
 * that adds 2 to its degree. With `directed` the second term is γ O꜀ I꜀ / m², from the degrees out and in (Leicht and Newman). All
 * sums are of whole numbers, and there is one rounding a community. Undefined where there is no link.
 *
 * @param givenLabels the community of each node, a whole number below the number of nodes
 * @throws RangeError for labels that are not one such number a node, or a resolution below 0
 * @see Newman and Girvan (2004), doi:10.1103/PhysRevE.69.026113; Reichardt and Bornholdt (2006), doi:10.1103/PhysRevE.74.016110;
 * Leicht and Newman (2008), doi:10.1103/PhysRevLett.100.118703
 * @example
 * const twoTriangles = buildLinkGraph({
 *   nodeCount: 6,
 *   sources: [0, 1, 2, 3, 4, 5, 2],
 *   targets: [1, 2, 0, 4, 5, 3, 3],
 * });
 * modularity(twoTriangles, [0, 0, 0, 1, 1, 1]); // ≈ 0.35714285714285715
 */
export const modularity = (
  graph: LinkGraph,
  givenLabels: ArrayLike<number>,
  options: ModularityOptions = {},
): number | undefined => {
  refuseNoGraph('modularity', graph);
  refuseUnknown('modularity', options, ['resolution', 'directed']);
  const { resolution = 1, directed = false } = options;
  refuseResolution('modularity', resolution);
  refuseNoTruth('modularity', 'directed', directed);
  const { nodeCount, linkCount, outStarts, outTargets, inStarts } = graph;
  const labels = ownLabels(givenLabels, nodeCount);
  if (linkCount === 0) return undefined;
  const inside = new Float64Array(nodeCount);
  const out = new Float64Array(nodeCount);
  const into = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    out[label] = out[label]! + outStarts[v + 1]! - outStarts[v]!;
    into[label] = into[label]! + inStarts[v + 1]! - inStarts[v]!;
    let links = 0;
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) if (labels[outTargets[e]!] === label) links++;
    inside[label] = inside[label]! + links;
  }
  let sum = 0;
  for (let label = 0; label < nodeCount; label++) {
    const [o, i] = [out[label]!, into[label]!];
    const both = (o + i) / (2 * linkCount);
    const expected = directed ? (o / linkCount) * (i / linkCount) : both * both;
    sum += inside[label]! / linkCount - resolution * expected;
  }
  return sum;
};
