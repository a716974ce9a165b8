import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';

/** How many links each node has. Every array has one number a node. */
export interface Degrees {
  /** Links out of the node: repeated links count each time, a link to itself too. */
  readonly out: Int32Array;
  /** Links into the node, counted alike. */
  readonly in: Int32Array;
  /** Other nodes it links to, each once. */
  readonly distinctOut: Int32Array;
  /** Other nodes that link to it, each once. */
  readonly distinctIn: Int32Array;
  /** Other nodes it is linked with, in whichever direction, each once. */
  readonly neighbours: Int32Array;
}

/**
 * The degrees of all nodes: links counted (`out`, `in`), and other nodes counted once each, which leaves repeated links and links of a
 * node to itself aside (`distinctOut`, `distinctIn`, `neighbours`). In an article graph, where a target stands once in a row,
 * both ways of counting agree.
 *
 * networkx’s `out_degree` and igraph’s `degree(mode="out")` are `out`; igraph’s `degree(loops=False)` after `simplify()` is
 * `distinctOut`. What they call the degree of a node of a directed graph is `out + in`, and in its undirected form `neighbours`.
 *
 * @example
 * const { out, distinctOut, neighbours } = degrees(
 *   buildLinkGraph({ nodeCount: 3, sources: [0, 0, 0, 1], targets: [1, 1, 0, 0] }),
 * );
 * Array.from(out); // => [3, 1, 0]
 * Array.from(distinctOut); // => [1, 1, 0]
 * Array.from(neighbours); // => [1, 1, 0]
 */
export const degrees = (graph: LinkGraph): Degrees => {
  refuseNoGraph('degrees', graph);
  const { nodeCount, outStarts, outTargets, inStarts, inSources } = graph;
  const out = new Int32Array(nodeCount);
  const into = new Int32Array(nodeCount);
  const distinctOut = new Int32Array(nodeCount);
  const distinctIn = new Int32Array(nodeCount);
  const neighbours = new Int32Array(nodeCount);
  const seenBy = new Int32Array(nodeCount).fill(-1);
  for (let v = 0; v < nodeCount; v++) {
    out[v] = outStarts[v + 1]! - outStarts[v]!;
    into[v] = inStarts[v + 1]! - inStarts[v]!;
    seenBy[v] = v;
    let known = 0;
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      if (seenBy[target] === v) continue;
      seenBy[target] = v;
      known++;
    }
    distinctOut[v] = known;
    let sources = 0;
    let last = v;
    for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) {
      const source = inSources[e]!;
      if (source === last || source === v) continue;
      last = source;
      sources++;
      if (seenBy[source] !== v) known++;
    }
    distinctIn[v] = sources;
    neighbours[v] = known;
  }
  return { out, in: into, distinctOut, distinctIn, neighbours };
};
