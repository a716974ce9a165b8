import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';

/** The parts of a graph, numbered from 0 in the order of their first members. */
export interface Components {
  readonly count: number;
  /** The number of the component each node belongs to. */
  readonly labels: Int32Array;
  /** How many nodes each component has. */
  readonly sizes: Int32Array;
}

/** How many nodes carry each label 0 … count − 1. */
export const sizesOf = (labels: Int32Array, count: number): Int32Array => {
  const sizes = new Int32Array(count);
  for (let v = 0; v < labels.length; v++) sizes[labels[v]!] = sizes[labels[v]!]! + 1;
  return sizes;
};

/** The first member of the set a node is in; the way there is halved for those who come after. */
export const firstOf = (parents: Int32Array, node: number): number => {
  let at = node;
  let above = parents[at]!;
  while (above !== at) {
    const next = parents[above]!;
    parents[at] = next;
    at = next;
    above = parents[at]!;
  }
  return at;
};

/**
 * The weakly connected components: the parts that remain when links are read in both directions, such as groups of articles with
 * no link from one group to another. Disjoint sets in which the smaller node number always stands above the larger, so that a set is
 * named by its first member whatever the order of the links, and one pass over the nodes numbers the sets; in practice the
 * time grows with nodes and links.
 *
 * @see Galler and Fischer (1964), doi:10.1145/364099.364331; Tarjan and van Leeuwen (1984), doi:10.1145/62.2160, on halving
 * @example
 * const graph = buildLinkGraph({ nodeCount: 5, sources: [0, 3, 4], targets: [2, 4, 3] });
 * const { count, labels, sizes } = weakComponents(graph);
 * count; // => 3
 * Array.from(labels); // => [0, 1, 0, 2, 2]
 * Array.from(sizes); // => [2, 1, 2]
 */
export const weakComponents = (graph: LinkGraph): Components => {
  refuseNoGraph('weakComponents', graph);
  const { nodeCount, outStarts, outTargets } = graph;
  const labels = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) labels[v] = v;
  for (let v = 0; v < nodeCount; v++) {
    const end = outStarts[v + 1]!;
    let start = outStarts[v]!;
    if (start === end) continue;
    let one = firstOf(labels, v);
    for (; start < end; start++) {
      const other = firstOf(labels, outTargets[start]!);
      if (other > one) labels[other] = one;
      else if (other < one) {
        labels[one] = other;
        one = other;
      }
    }
  }
  // What stands above a node has a smaller number, so its label is known already.
  let count = 0;
  for (let v = 0; v < nodeCount; v++) {
    const above = labels[v]!;
    labels[v] = above === v ? count++ : labels[above]!;
  }
  return { count, labels, sizes: sizesOf(labels, count) };
};
