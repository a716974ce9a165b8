import { inRows, type OneWayRows, outRows } from '../links/link-rows.js';
import type { LinkGraph } from '../links/link-graph.js';
import { naturalLogarithm } from '../../common/natural-logarithm.js';
import { readNodes } from '../links/read-nodes.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseLimit, refuseStranger, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { addTo, withScores } from '../links/score-accumulator.js';
import { nextStamp, type Scratch, scratchOf } from '../links/scratch.js';
import { topNodes } from '../links/top-nodes.js';

export interface AdamicAdarOptions {
  /** How many nodes to return at most: 10. `Infinity` for all. */
  readonly limit?: number | undefined;
  /** Only these nodes are looked for: one, to ask how much two nodes have in common. All by default. */
  readonly among?: Iterable<number> | undefined;
  /**
   * Which nodes two have in common: those linked with both in whichever direction (`all`, the default), those both link to (`out`), or
   * those that link to both (`in`).
   */
  readonly direction?: LinkDirection | undefined;
  /** Nodes in common with more links than this, repeated ones counted, are passed over. No limit by default. */
  readonly maxDegree?: number | undefined;
}

export type LinkDirection = 'all' | 'out' | 'in';

/** A node and how much it has in common with the one asked about. */
export interface SharedNeighbours {
  readonly node: number;
  readonly score: number;
}

const rowsOf = (graph: LinkGraph, direction: LinkDirection): readonly OneWayRows[] => {
  if (direction === 'all') return [outRows(graph), inRows(graph)];
  return [direction === 'out' ? outRows(graph) : inRows(graph)];
};

const TURNED = { all: 'all', out: 'in', in: 'out' } as const;

/** The other nodes in these rows of a node, each once, ascending. */
const neighboursOf = (rows: readonly OneWayRows[], node: number): Int32Array => {
  const found = new Set<number>();
  for (const { starts, ends } of rows) for (let e = starts[node]!; e < starts[node + 1]!; e++) found.add(ends[e]!);
  found.delete(node);
  return Int32Array.from(found).sort();
};

const linksOf = (rows: readonly OneWayRows[], node: number): number =>
  rows.reduce((sum, { starts }) => sum + starts[node + 1]! - starts[node]!, 0);

/** Writes the other nodes in these rows of a node, each once, to `into`; returns how many they are. */
const readNeighbours = (scratch: Scratch, rows: readonly OneWayRows[], node: number, into: number[]): number => {
  const stamp = nextStamp(scratch);
  const { stamps } = scratch;
  stamps[node] = stamp;
  let count = 0;
  for (const { starts, ends } of rows) {
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const other = ends[e]!;
      if (stamps[other] === stamp) continue;
      stamps[other] = stamp;
      into[count++] = other;
    }
  }
  return count;
};

/**
 * The measure of Adamic and Adar: how much two nodes have in common, each node z in common counting 1 / ln d(z), with d(z) the number of
 * nodes it is a neighbour of: an article that hundreds link to says less of two of them than one that they alone share. The other
 * nodes that score highest are returned, equal scores by lower number.
 *
 * Repeated links count once and links of a node to itself not at all, so d(z) is at least 2 and no term is infinite. With
 * `direction: 'all'` this is networkx’s `adamic_adar_index` of the undirected graph and igraph’s inverse log-weighted
 * similarity in its mode “all”; with `out` the nodes both link to count, by how many link to them; with `in` those that link to both, by how many
 * they link to. The logarithm is the library’s own, and terms are added up in the order of the nodes in common: scores
 * are the same bits in every engine, and from either of two nodes.
 *
 * The rows of the neighbours are read, each once, never more than all links of the graph. Where some nodes have thousands of links, `maxDegree`
 * passes them over. To ask of two nodes how much they have in common, give the other one as `among`.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1, a limit that is no count or an unknown direction
 * @throws TypeError for an option that does not exist
 * @see Adamic and Adar (2003), doi:10.1016/S0378-8733(03)00009-1
 * @example
 * const path = buildLinkGraph({ nodeCount: 3, sources: [0, 1], targets: [1, 2] });
 * const [best] = adamicAdar(path, 0);
 * best.node; // => 2
 * best.score; // ≈ 1.4426950408889634
 * adamicAdar(path, 0, { among: [1] }); // => []
 */
export const adamicAdar = (graph: LinkGraph, node: number, options: AdamicAdarOptions = {}): SharedNeighbours[] => {
  refuseNoGraph('adamicAdar', graph);
  refuseUnknown('adamicAdar', options, ['limit', 'among', 'direction', 'maxDegree']);
  const { limit = 10, among, direction = 'all', maxDegree = Number.POSITIVE_INFINITY } = options;
  refuseStranger('adamicAdar', node, graph.nodeCount);
  refuseLimit('adamicAdar', 'limit', limit);
  refuseLimit('adamicAdar', 'maxDegree', maxDegree);
  refuseWord('adamicAdar', 'direction', direction, ['all', 'out', 'in']);
  const wanted = among === undefined ? undefined : readNodes('adamicAdar', 'among', among, graph.nodeCount);
  const back = rowsOf(graph, TURNED[direction]);
  const scratch = scratchOf(graph);
  return withScores(graph, (accumulator) => {
    const row: number[] = [];
    for (const between of neighboursOf(rowsOf(graph, direction), node)) {
      if (linksOf(back, between) > maxDegree) continue;
      const degree = readNeighbours(scratch, back, between, row);
      // A node that only this one is a neighbour of is in common with nobody.
      if (degree < 2) continue;
      const weight = 1 / naturalLogarithm(degree);
      for (let i = 0; i < degree; i++) {
        const other = row[i]!;
        if (other !== node && (!wanted || wanted.has(other))) addTo(accumulator, other, weight);
      }
    }
    const { touched, count, scores } = accumulator;
    return Array.from(topNodes(touched, count, scores, limit), (other) => ({ node: other, score: scores[other]! }));
  });
};
