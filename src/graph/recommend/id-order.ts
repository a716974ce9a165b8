import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { LinkRows } from '../links/link-rows.js';
import { addTo, type ScoreAccumulator } from '../links/score-accumulator.js';

/** Articles in the order of their ids, and how many links lead to a place near by. */
export interface IdOrder {
  /** The id of each node. */
  readonly ids: Float64Array;
  /** Nodes by id, those of one id by number. */
  readonly nodes: Int32Array;
  /** The place of each node in it. */
  readonly places: Int32Array;
  /** How many of the graph’s links lead to one of the nearest articles in this order. */
  readonly nearLinks: number;
}

/** So many places to each side count as near. */
const NEAR = 60;
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
  let nearLinks = 0;
  for (let node = 0; node < nodeCount; node++) nearLinks += nearLinksOf(graph, places, node);
  const made = { ids, nodes, places, nearLinks };
  orders.set(graph, made);
  return made;
};

const nearLinksOf = ({ outStarts, outTargets }: FrozenArticleGraph, places: Int32Array, node: number): number => {
  let near = 0;
  for (let e = outStarts[node]!; e < outStarts[node + 1]!; e++) {
    if (Math.abs(places[node]! - places[outTargets[e]!]!) <= NEAR) near++;
  }
  return near;
};

/**
 * Whether far more links lead to one of the nearest articles in the order of ids than would by chance. Sites that file articles in
 * batches on one topic have such ids; where ids are dealt out otherwise, they are not looked at. The links of an article whose row is
 * left out are no proof.
 */
export const doIdsTell = (graph: FrozenArticleGraph, rows: LinkRows, order: IdOrder, node: number): boolean => {
  const { nodeCount, outStarts } = graph;
  const isLeftOut = rows.outEnds[node] !== outStarts[node + 1];
  const links = graph.linkCount - (isLeftOut ? outStarts[node + 1]! - outStarts[node]! : 0);
  const near = order.nearLinks - (isLeftOut ? nearLinksOf(graph, order.places, node) : 0);
  const byChance = Math.min(1, (2 * NEAR) / Math.max(1, nodeCount - 1));
  return links >= FEW_LINKS && near / links - byChance >= EXCESS;
};

/**
 * Deals out a share among the articles filed nearest to one, by id, in parts of 1 / (1 + difference of ids). The article itself and
 * its copies get none.
 */
export const giveToNear = (
  { ids, nodes, places }: IdOrder,
  node: number,
  share: number,
  accumulator: ScoreAccumulator,
): void => {
  const id = ids[node]!;
  const from = Math.max(0, places[node]! - NEAR);
  const to = Math.min(nodes.length - 1, places[node]! + NEAR);
  let all = 0;
  for (let place = from; place <= to; place++) {
    const difference = Math.abs(ids[nodes[place]!]! - id);
    if (difference > 0) all += 1 / (1 + difference);
  }
  for (let place = from; place <= to; place++) {
    const difference = Math.abs(ids[nodes[place]!]! - id);
    if (difference > 0) addTo(accumulator, nodes[place]!, (share * (1 / (1 + difference))) / all);
  }
};
