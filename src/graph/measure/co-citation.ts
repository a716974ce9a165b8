import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { readNodes } from '../links/read-nodes.js';
import { refuseLimit, refuseStranger, refuseUnknown } from '../../common/refuse.js';
import { addTo, takeTop, withScores } from '../links/score-accumulator.js';
import { nextStamp, type Scratch, scratchOf } from '../links/scratch.js';

export interface SharedLinkOptions {
  /** How many nodes to return at most: 10. `Infinity` for all. */
  readonly limit?: number | undefined;
  /** Only these nodes are looked for: one, to ask what two nodes have in common. All by default. */
  readonly among?: Iterable<number> | undefined;
  /**
   * Nodes in between with more links than this (repeated ones counted) are passed over: a page that links to thousands says little
   * of any two of them, and costs the most. No limit by default.
   */
  readonly maxDegree?: number | undefined;
}

/** A node and what it has in common with the one asked about. */
export interface SharedLinks {
  readonly node: number;
  readonly count: number;
  /** The nodes in between, ascending: as many as `count` says. */
  readonly between: readonly number[];
}

/** The rows a measure goes along: from a node to those in between, and from there to the nodes on the other side. */
interface Rows {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The nodes in between, each once, ascending. */
const nodesBetween = (node: number, there: Rows, back: Rows, maxDegree: number): Int32Array => {
  const found = new Set<number>();
  for (let e = there.starts[node]!; e < there.starts[node + 1]!; e++) {
    const between = there.ends[e]!;
    if (back.starts[between + 1]! - back.starts[between]! <= maxDegree) found.add(between);
  }
  return Int32Array.from(found).sort();
};

/** Calls back for each other node in the row of a node in between, once, however often the row names it. */
const eachOther = (
  scratch: Scratch,
  node: number,
  back: Rows,
  between: number,
  visit: (other: number) => void,
): void => {
  const { stamps } = scratch;
  const stamp = nextStamp(scratch);
  stamps[node] = stamp;
  for (let e = back.starts[between]!; e < back.starts[between + 1]!; e++) {
    const other = back.ends[e]!;
    if (stamps[other] === stamp) continue;
    stamps[other] = stamp;
    visit(other);
  }
};

export const sharedLinks = (
  caller: string,
  graph: LinkGraph,
  node: number,
  [there, back]: readonly [Rows, Rows],
  options: SharedLinkOptions,
): SharedLinks[] => {
  refuseUnknown(caller, options, ['limit', 'among', 'maxDegree']);
  const { limit = 10, among, maxDegree = Number.POSITIVE_INFINITY } = options;
  refuseStranger(caller, node, graph.nodeCount);
  refuseLimit(caller, 'limit', limit);
  refuseLimit(caller, 'maxDegree', maxDegree);
  const wanted = among === undefined ? undefined : readNodes(caller, 'among', among, graph.nodeCount);
  const nodes = nodesBetween(node, there, back, maxDegree);
  const best = withScores(graph, (scores) => {
    const scratch = scratchOf(graph);
    for (const between of nodes) {
      eachOther(scratch, node, back, between, (other) => {
        if (!wanted || wanted.has(other)) addTo(scores, other, 1);
      });
    }
    return takeTop(scores, limit);
  });
  // Read once more, for those alone that are returned.
  const found = new Map(Array.from(best, (other) => [other, [] as number[]]));
  const scratch = scratchOf(graph);
  if (found.size > 0) {
    for (const between of nodes) {
      eachOther(scratch, node, back, between, (other) => found.get(other)?.push(between));
    }
  }
  return Array.from(found, ([other, between]) => ({ node: other, count: between.length, between }));
};

/**
 * Co-citation: the nodes that are named together with this one. The count of another node is how many nodes link to both, which are named; those with
 * the greatest counts are returned, equal counts by lower number. A repeated link counts once. In matrices, AᵀA without its diagonal,
 * with A the links as zeros and ones (igraph’s `cocitation`).
 *
 * The rows of the nodes that link here are read, each once: a query never reads more than all links of the graph, and in a related-article graph
 * some dozens. To ask it for every node of a graph in which some link to thousands, give `maxDegree`. To ask of two
 * nodes which others link to both, give the other one as `among`.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1 or a limit that is no count
 * @throws TypeError for an option that does not exist
 * @see Small (1973), doi:10.1002/asi.4630240406
 * @example
 * const graph = buildLinkGraph({ nodeCount: 5, sources: [0, 0, 1, 1, 1], targets: [2, 3, 2, 3, 4] });
 * coCitation(graph, 2); // => [{ node: 3, count: 2, between: [0, 1] }, { node: 4, count: 1, between: [1] }]
 * coCitation(graph, 2, { limit: 1 }); // => [{ node: 3, count: 2, between: [0, 1] }]
 * coCitation(graph, 2, { among: [4] }); // => [{ node: 4, count: 1, between: [1] }]
 * coCitation(graph, 2, { maxDegree: 2 }); // => [{ node: 3, count: 1, between: [0] }]
 */
export const coCitation = (graph: LinkGraph, node: number, options: SharedLinkOptions = {}): SharedLinks[] => {
  refuseNoGraph('coCitation', graph);
  const there = { starts: graph.inStarts, ends: graph.inSources };
  const back = { starts: graph.outStarts, ends: graph.outTargets };
  return sharedLinks('coCitation', graph, node, [there, back], options);
};
