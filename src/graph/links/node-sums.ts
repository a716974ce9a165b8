import type { LinkGraph } from './link-graph.js';
import { scratchOf } from './scratch.js';
import { topNodes } from './top-nodes.js';

/** Sums by node in the room kept with a graph, all 0 between uses, so that a query makes nothing in proportion to the graph. */
export interface NodeSums {
  readonly values: Float64Array;
  /** The nodes with a sum, in the order in which they first got one. */
  readonly touched: Int32Array;
  count: number;
}

/** Hands `use` the sums of a graph, and takes them back to 0 whatever happens. Not to be nested. */
export const withSums = <T>(graph: LinkGraph, use: (sums: NodeSums) => T): T => {
  const { sums: values, touched } = scratchOf(graph);
  const sums: NodeSums = { values, touched, count: 0 };
  try {
    return use(sums);
  } finally {
    clearAll(sums);
  }
};

/** @param more above 0 */
export const addTo = (sums: NodeSums, node: number, more: number): void => {
  const sum = sums.values[node]!;
  if (sum === 0) sums.touched[sums.count++] = node;
  sums.values[node] = sum + more;
};

export const clearAll = (sums: NodeSums): void => {
  const { values, touched, count } = sums;
  for (let i = 0; i < count; i++) values[touched[i]!] = 0;
  sums.count = 0;
};

/** The nodes with the greatest sums, greatest first and of equal ones the lower number first, and all sums back to 0. */
export const takeTop = (sums: NodeSums, most: number): Int32Array => {
  const top = topNodes(sums.touched, sums.count, sums.values, most);
  clearAll(sums);
  return top;
};
