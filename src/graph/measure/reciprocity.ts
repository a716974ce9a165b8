import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseStranger, refuseUnknown } from '../../common/refuse.js';

export interface ReciprocityOptions {
  /** Only the links of this node, out and in. Those of all nodes by default. */
  readonly node?: number | undefined;
}

/** How far links are returned. Links of a node to itself are left aside, and repeated links count once. */
export interface NodeReciprocity {
  /** How many links there are: ordered pairs of different nodes, the first naming the second. */
  readonly links: number;
  /** How many of them are returned: the second names the first too. */
  readonly reciprocatedLinks: number;
  /** `reciprocatedLinks / links`; undefined where there is no link. */
  readonly overall: number | undefined;
  /** Of the pairs of nodes linked in any direction, the share linked in both; undefined where there is no link. */
  readonly ofPairs: number | undefined;
}

/** The same for a whole graph. */
export interface Reciprocity extends NodeReciprocity {
  /** How many nodes each node is linked with in both directions. */
  readonly mutual: Int32Array;
}

/**
 * Reciprocity: of the related links, how many are returned by the article they lead to.
 *
 * Two ways of counting are in use. By links, `overall` = returned links / links: networkx’s `overall_reciprocity`, igraph’s
 * `reciprocity` in its default mode. By pairs, `ofPairs` = pairs linked both ways / pairs linked at all: igraph’s mode “ratio”.
 * A link of a node to itself can neither be returned nor not be; it is left aside, as igraph does where not told otherwise, while networkx
 * counts it among the links and not among the returned.
 *
 * Of one node the links counted are those it has, out and in, and only its rows are read: `overall` is then networkx’s `reciprocity(G, node)`,
 * 2 · |out ∩ in| / (|out| + |in|), with out and in the sets of other nodes it names and is named by.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1
 * @throws TypeError for an option that does not exist
 * @see Garlaschelli and Loffredo (2004), doi:10.1103/PhysRevLett.93.268701, on this measure and its limits
 * @example
 * const graph = buildLinkGraph({ nodeCount: 4, sources: [0, 0, 0, 1, 2, 3], targets: [1, 2, 3, 0, 3, 2] });
 * const { overall, ofPairs, mutual } = reciprocity(graph);
 * overall; // ≈ 0.6666666666666666
 * ofPairs; // => 0.5
 * Array.from(mutual); // => [1, 1, 1, 1]
 * reciprocity(graph, { node: 0 }); // => { links: 4, reciprocatedLinks: 2, overall: 0.5, ofPairs: 0.3333333333333333 }
 */
export function reciprocity(graph: LinkGraph, options?: { readonly node?: undefined }): Reciprocity;
export function reciprocity(graph: LinkGraph, options: { readonly node: number }): NodeReciprocity;
export function reciprocity(graph: LinkGraph, options?: ReciprocityOptions): Reciprocity | NodeReciprocity;
export function reciprocity(graph: LinkGraph, options: ReciprocityOptions = {}): Reciprocity | NodeReciprocity {
  refuseNoGraph('reciprocity', graph);
  refuseUnknown('reciprocity', options, ['node']);
  const { node } = options;
  if (node === undefined) return ofGraph(graph);
  refuseStranger('reciprocity', node, graph.nodeCount);
  return ofNode(graph, node);
}

const shares = (links: number, reciprocatedLinks: number): NodeReciprocity => ({
  links,
  reciprocatedLinks,
  overall: links === 0 ? undefined : reciprocatedLinks / links,
  ofPairs: links === 0 ? undefined : reciprocatedLinks / 2 / (links - reciprocatedLinks / 2),
});

const ofNode = ({ outStarts, outTargets, inStarts, inSources }: LinkGraph, node: number): NodeReciprocity => {
  const named = new Set(outTargets.subarray(outStarts[node], outStarts[node + 1]));
  const naming = new Set(inSources.subarray(inStarts[node], inStarts[node + 1]));
  named.delete(node);
  naming.delete(node);
  let both = 0;
  for (const source of naming) if (named.has(source)) both++;
  return shares(named.size + naming.size, 2 * both);
};

const ofGraph = (graph: LinkGraph): Reciprocity => {
  const { nodeCount, outStarts, outTargets, inStarts, inSources } = graph;
  const mutual = new Int32Array(nodeCount);
  const seenBy = new Int32Array(nodeCount).fill(-1);
  let links = 0;
  let reciprocatedLinks = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      if (seenBy[target] === v || target === v) continue;
      seenBy[target] = v;
      links++;
    }
    let last = -1;
    let both = 0;
    for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) {
      const source = inSources[e]!;
      if (source !== last && seenBy[source] === v) both++;
      last = source;
    }
    mutual[v] = both;
    reciprocatedLinks += both;
  }
  return { ...shares(links, reciprocatedLinks), mutual };
};
