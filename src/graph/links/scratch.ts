import type { LinkGraph } from './link-graph.js';

/** Room to count in, one number a node, kept with a graph so that a query need not make or clear it. All scores are 0 between queries. */
export interface Scratch {
  readonly scores: Float64Array;
  /** What last touched a node: a number `nextStamp` gave. */
  readonly stamps: Int32Array;
  /** Nodes whose score is not 0, in the order in which they were met. */
  readonly touched: Int32Array;
  /** Scores again, in the order of `touched`; anything between queries. */
  readonly beside: Float64Array;
  stamp: number;
}

const GREATEST_STAMP = 0x7fffffff;
const scratches = /* @__PURE__ */ new WeakMap<object, Scratch>();

/** The room kept with a graph. It goes when the graph goes. */
export const scratchOf = (graph: LinkGraph): Scratch => {
  const known = scratches.get(graph);
  if (known) return known;
  const { nodeCount } = graph;
  const made: Scratch = {
    scores: new Float64Array(nodeCount),
    stamps: new Int32Array(nodeCount),
    touched: new Int32Array(nodeCount),
    beside: new Float64Array(nodeCount),
    stamp: 0,
  };
  scratches.set(graph, made);
  return made;
};

/** A number that no node is stamped with yet. */
export const nextStamp = (scratch: Scratch): number => {
  if (scratch.stamp === GREATEST_STAMP) {
    scratch.stamps.fill(0);
    scratch.stamp = 0;
  }
  scratch.stamp += 1;
  return scratch.stamp;
};
