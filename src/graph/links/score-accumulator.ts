import type { LinkGraph } from './link-graph.js';
import { scratchOf } from './scratch.js';
import { topScored } from './top-nodes.js';

/**
 * A score for each node, added up part by part. The arrays are kept with the graph and are all 0 between uses, so that a query makes nothing
 * in proportion to the graph: ten thousand queries of a graph of ten thousand articles would else clear ten million numbers and more.
 */
export interface ScoreAccumulator {
  readonly scores: Float64Array;
  /** The nodes with a score, in the order in which they first got one. */
  readonly touched: Int32Array;
  /** Where the scores are set beside the touched nodes to take the best of them. */
  readonly beside: Float64Array;
  count: number;
}

const inUse = /* @__PURE__ */ new WeakSet<Float64Array>();

/** Hands `use` the accumulator of a graph, and takes its scores back to 0 whatever happens. There is one a graph: it is not to be nested. */
export const withScores = <T>(graph: LinkGraph, use: (accumulator: ScoreAccumulator) => T): T => {
  const { scores, touched, beside } = scratchOf(graph);
  if (inUse.has(scores))
    throw new Error('the scores of a graph are in use; this is a fault of stem-leadership, please report it');
  const accumulator: ScoreAccumulator = { scores, touched, beside, count: 0 };
  inUse.add(scores);
  try {
    return use(accumulator);
  } finally {
    clearAll(accumulator);
    inUse.delete(scores);
  }
};

/** @param more above 0 */
export const addTo = (accumulator: ScoreAccumulator, node: number, more: number): void => {
  const score = accumulator.scores[node]!;
  if (score === 0) accumulator.touched[accumulator.count++] = node;
  accumulator.scores[node] = score + more;
};

export const clearAll = (accumulator: ScoreAccumulator): void => {
  const { scores, touched, count } = accumulator;
  for (let i = 0; i < count; i++) scores[touched[i]!] = 0;
  accumulator.count = 0;
};

/**
 * The nodes with the greatest scores, greatest first and of equal ones the lower number first, and all scores back to 0.
 *
 * @param isLeftOut of nodes that are not to be among them
 */
export const takeTop = (
  accumulator: ScoreAccumulator,
  limit: number,
  isLeftOut?: (node: number) => boolean,
): Int32Array => {
  const { scores, touched, count, beside } = accumulator;
  for (let i = 0; i < count; i++) {
    const node = touched[i]!;
    beside[i] = scores[node]!;
    scores[node] = 0;
  }
  accumulator.count = 0;
  return topScored(touched, beside, count, limit, isLeftOut);
};
