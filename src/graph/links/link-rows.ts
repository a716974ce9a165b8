import type { LinkGraph } from './link-graph.js';

/** Rows of links, each with where it begins and where it ends: those of a graph, or those with some links left out. */
export interface LinkRows {
  readonly nodeCount: number;
  /** Row `v` of the links out of `v` is `outTargets[outStarts[v]]` up to, not including, `outTargets[outEnds[v]]`. */
  readonly outStarts: Int32Array;
  readonly outEnds: Int32Array;
  readonly outTargets: Int32Array;
  readonly inStarts: Int32Array;
  readonly inEnds: Int32Array;
  readonly inSources: Int32Array;
}

/** All rows of a graph: each ends where the next begins. Nothing is copied. */
export const rowsOf = ({ nodeCount, outStarts, outTargets, inStarts, inSources }: LinkGraph): LinkRows => ({
  nodeCount,
  outStarts,
  outEnds: outStarts.subarray(1),
  outTargets,
  inStarts,
  inEnds: inStarts.subarray(1),
  inSources,
});

/** How many links a node has in some rows, either way. */
export const linksAt = ({ outStarts, outEnds, inStarts, inEnds }: LinkRows, node: number): number =>
  outEnds[node]! - outStarts[node]! + inEnds[node]! - inStarts[node]!;

/** The rows of a graph one way: the nodes at the other ends of the links of `v` are `ends[starts[v]]` up to, not including, `ends[starts[v + 1]]`. */
export interface OneWayRows {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export const outRows = ({ outStarts, outTargets }: LinkGraph): OneWayRows => ({ starts: outStarts, ends: outTargets });
export const inRows = ({ inStarts, inSources }: LinkGraph): OneWayRows => ({ starts: inStarts, ends: inSources });
