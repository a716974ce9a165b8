import { type SharedLinkOptions, type SharedLinks, sharedLinks } from './co-citation.js';
import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';

/**
 * Bibliographic coupling: the nodes that name the same ones as this node. The count of another node is how many nodes both link to, which are
 * named; those with the greatest counts are returned, equal counts by lower number. A repeated link counts once. In matrices, AAᵀ without
 * its diagonal, with A the links as zeros and ones (igraph’s `bibcoupling`).
 *
 * The rows of links into its targets are read, each once: a query never reads more than all links of the graph. Where some articles are linked to by
 * thousands, `maxDegree` passes them over. To ask of two nodes which others both link to, give the other one as `among`.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1 or a limit that is no count
 * @throws TypeError for an option that does not exist
 * @see Kessler (1963), doi:10.1002/asi.5090140103
 * @example
 * const graph = buildLinkGraph({ nodeCount: 5, sources: [0, 0, 1, 1, 4], targets: [2, 3, 2, 3, 3] });
 * coupling(graph, 0); // => [{ node: 1, count: 2, between: [2, 3] }, { node: 4, count: 1, between: [3] }]
 * coupling(graph, 0, { among: [4] }); // => [{ node: 4, count: 1, between: [3] }]
 * coupling(graph, 0, { maxDegree: 2 }); // => [{ node: 1, count: 1, between: [2] }]
 */
export const coupling = (graph: LinkGraph, node: number, options: SharedLinkOptions = {}): SharedLinks[] => {
  refuseNoGraph('coupling', graph);
  const there = { starts: graph.outStarts, ends: graph.outTargets };
  const back = { starts: graph.inStarts, ends: graph.inSources };
  return sharedLinks('coupling', graph, node, [there, back], options);
};
