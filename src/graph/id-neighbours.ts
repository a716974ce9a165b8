import type { FrozenArticleGraph } from './frozen-article-graph.js';

/** Articles in the order of their ids, and whether that order says anything. */
export interface IdOrder {
  /** Nodes by id, those of one id by number. */
  readonly nodes: Int32Array;
  /** The place of each node in it. */
  readonly places: Int32Array;
  /** Whether the graph’s own links show that articles filed next to each other belong together. */
  readonly tells: boolean;
}

/** So many places to each side count as near. */
export const NEAR = 60;
/** A graph whose ids say nothing has by chance as many near links as near pairs; by so much more they say something. */
const EXCESS = 0.25;
/** Fewer links than this prove nothing. */
const FEW_LINKS = 50;

const orders = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, IdOrder>();

/** The order of ids, made at the first question and kept with the graph. */
export const idOrderOf = (graph: FrozenArticleGraph): IdOrder => {
  const known = orders.get(graph);
  if (known) return known;
  const { nodeCount } = graph;
  const ids = Float64Array.from({ length: nodeCount }, (_, node) => graph.idAt(node));
  const nodes = Int32Array.from({ length: nodeCount }, (_, node) => node).sort(
    (one, other) => ids[one]! - ids[other]! || one - other,
  );
  const places = new Int32Array(nodeCount);
  for (let place = 0; place < nodeCount; place++) places[nodes[place]!] = place;
  const made = { nodes, places, tells: doIdsTell(graph, places) };
  orders.set(graph, made);
  return made;
};

/**
 * Whether far more links lead to one of the nearest articles in the order of ids than would by chance. Sites that file articles in
 * batches on one topic have such ids; where ids are dealt out otherwise, they are not looked at.
 */
const doIdsTell = (
  { nodeCount, linkCount, outStarts, outTargets }: FrozenArticleGraph,
  places: Int32Array,
): boolean => {
  if (linkCount < FEW_LINKS) return false;
  let near = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      if (Math.abs(places[v]! - places[outTargets[e]!]!) <= NEAR) near++;
    }
  }
  const byChance = Math.min(1, (2 * NEAR) / Math.max(1, nodeCount - 1));
  return near / linkCount - byChance >= EXCESS;
};

/** Calls `visit` with the articles filed nearest to one, by id, and a weight 1 / (1 + difference of ids). The article itself and its copies are not among them. */
export const visitIdNeighbours = (
  graph: FrozenArticleGraph,
  { nodes, places }: IdOrder,
  node: number,
  visit: (neighbour: number, weight: number) => void,
): void => {
  const id = graph.idAt(node);
  const from = Math.max(0, places[node]! - NEAR);
  const to = Math.min(nodes.length - 1, places[node]! + NEAR);
  for (let place = from; place <= to; place++) {
    const neighbour = nodes[place]!;
    const difference = Math.abs(graph.idAt(neighbour) - id);
    if (difference > 0) visit(neighbour, 1 / (1 + difference));
  }
};
