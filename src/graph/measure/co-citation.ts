import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseLimit, refuseStranger, refuseUnknown } from '../../common/refuse.js';
import { clearSums, nextStamp, type Scratch, scratchOf } from '../links/scratch.js';
import { topNodes } from '../links/top-nodes.js';

export interface SharedLinkOptions {
  /** How many nodes to return at most: 10. `Infinity` for all. */
  readonly k?: number | undefined;
  /**
   * Nodes in between with more links than this (repeated ones counted) are passed over: a page that links to thousands says little
   * of any two of them, and costs the most. No limit by default.
   */
  readonly maxDegree?: number | undefined;
}

/** A node and how many nodes it has in common with the one asked about. */
export interface SharedLinks {
  readonly node: number;
  readonly count: number;
}

/** The rows a measure goes along: from a node to those in between, and from there to the nodes on the other side. */
export interface Rows {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export const SHARED_LINK_OPTIONS = ['k', 'maxDegree'];

/** Counts, for every node two steps away, by how many nodes in between; returns how many nodes were touched. */
const countTwoSteps = (scratch: Scratch, node: number, there: Rows, back: Rows, maxDegree: number): number => {
  const { sums, stamps, touched } = scratch;
  let count = 0;
  const visited = new Set<number>();
  for (let e = there.starts[node]!; e < there.starts[node + 1]!; e++) {
    const between = there.ends[e]!;
    const start = back.starts[between]!;
    const end = back.starts[between + 1]!;
    if (end - start > maxDegree || visited.has(between)) continue;
    visited.add(between);
    const stamp = nextStamp(scratch);
    stamps[node] = stamp;
    for (let f = start; f < end; f++) {
      const other = back.ends[f]!;
      if (stamps[other] === stamp) continue;
      stamps[other] = stamp;
      if (sums[other] === 0) touched[count++] = other;
      sums[other] = sums[other]! + 1;
    }
  }
  return count;
};

export const sharedLinks = (
  caller: string,
  graph: LinkGraph,
  node: number,
  [there, back]: readonly [Rows, Rows],
  options: SharedLinkOptions,
): SharedLinks[] => {
  refuseUnknown(caller, options, SHARED_LINK_OPTIONS);
  const { k = 10, maxDegree = Number.POSITIVE_INFINITY } = options;
  refuseStranger(caller, node, graph.nodeCount);
  refuseLimit(caller, 'k', k);
  refuseLimit(caller, 'maxDegree', maxDegree);
  const scratch = scratchOf(graph);
  const count = countTwoSteps(scratch, node, there, back, maxDegree);
  const best = topNodes(scratch.touched, count, scratch.sums, k);
  const found = Array.from(best, (other) => ({ node: other, count: scratch.sums[other]! }));
  clearSums(scratch, count);
  return found;
};

/** The nodes that stand in both rows, ascending, each once. */
export const inBoth = ({ starts, ends }: Rows, one: number, other: number): number[] => {
  const mine = new Set(ends.subarray(starts[one]!, starts[one + 1]!));
  const both = new Set<number>();
  for (let e = starts[other]!; e < starts[other + 1]!; e++) if (mine.has(ends[e]!)) both.add(ends[e]!);
  return [...both].sort((a, b) => a - b);
};

/**
 * Co-citation: the nodes that are named together with this one. The count of another node is how many nodes link to both; the `k` with the
 * greatest counts are returned, equal counts by lower number. A repeated link counts once. In matrices, AᵀA without its diagonal,
 * with A the links as zeros and ones (igraph’s `cocitation`).
 *
 * The rows of the nodes that link here are read, each once: a query never reads more than all links of the graph, and in a related-article graph
 * some dozens. To ask it for every node of a graph in which some link to thousands, give `maxDegree`. What is in common with one other node
 * is in `commonSources`.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1 or a limit that is no count
 * @see Small (1973), doi:10.1002/asi.4630240406
 * @example
 * const graph = buildLinkGraph({ nodeCount: 5, sources: [0, 0, 1, 1, 1], targets: [2, 3, 2, 3, 4] });
 * coCitation(graph, 2); // => [{ node: 3, count: 2 }, { node: 4, count: 1 }]
 * coCitation(graph, 2, { k: 1 }); // => [{ node: 3, count: 2 }]
 * coCitation(graph, 2, { maxDegree: 2 }); // => [{ node: 3, count: 1 }]
 */
export const coCitation = (graph: LinkGraph, node: number, options: SharedLinkOptions = {}): SharedLinks[] => {
  refuseNoGraph('coCitation', graph);
  const there = { starts: graph.inStarts, ends: graph.inSources };
  const back = { starts: graph.outStarts, ends: graph.outTargets };
  return sharedLinks('coCitation', graph, node, [there, back], options);
};

/**
 * The nodes that link to both, ascending: their co-citation count is how many they are.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1
 * @example
 * const graph = buildLinkGraph({ nodeCount: 4, sources: [0, 0, 1, 1], targets: [2, 3, 2, 3] });
 * commonSources(graph, 2, 3); // => [0, 1]
 */
export const commonSources = (graph: LinkGraph, one: number, other: number): number[] => {
  refuseNoGraph('commonSources', graph);
  refuseStranger('commonSources', one, graph.nodeCount);
  refuseStranger('commonSources', other, graph.nodeCount);
  return inBoth({ starts: graph.inStarts, ends: graph.inSources }, one, other);
};
