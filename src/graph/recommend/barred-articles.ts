import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { type IdOrder, idOrderOf } from './id-order.js';
import type { LinkRows } from '../links/link-rows.js';
import type { RecommendSettings } from './recommend-options.js';
import { nextStamp, scratchOf } from '../links/scratch.js';

/** Which articles may not be recommended for one article. */
export interface Barred {
  /** 1 for an article that is recommended to nobody. */
  readonly never: Uint8Array;
  /** Of an article that is not recommended to this one, the stamp. */
  readonly stamps: Int32Array;
  readonly stamp: number;
  readonly rows: LinkRows;
  readonly mostInbound: number;
}

/** Stamps an article and those filed under the same id. */
const stampCopies = ({ ids, nodes, places }: IdOrder, node: number, { stamps, stamp }: Barred): void => {
  // Copies are stamped together, so an article met again, or whose copy was met before, has nothing to add.
  if (stamps[node] === stamp) return;
  const id = ids[node]!;
  for (let place = places[node]!; place >= 0 && ids[nodes[place]!] === id; place--) stamps[nodes[place]!] = stamp;
  for (let place = places[node]! + 1; place < nodes.length && ids[nodes[place]!] === id; place++) {
    stamps[nodes[place]!] = stamp;
  }
};

/** Bars the article itself and its copies alone, where nobody asked for more. */
export const stampCopiesOf = (graph: FrozenArticleGraph, rows: LinkRows, node: number, never: Uint8Array): Barred => {
  const scratch = scratchOf(graph);
  const barred = {
    never,
    stamps: scratch.stamps,
    stamp: nextStamp(scratch),
    rows,
    mostInbound: Number.POSITIVE_INFINITY,
  };
  stampCopies(idOrderOf(graph), node, barred);
  return barred;
};

/**
 * Bars the article itself and its copies; what it links to already, where that is not wanted, and where of copies one is enough also
 * the copies of that; and what is recommended to nobody.
 */
export const barredFor = (
  graph: FrozenArticleGraph,
  rows: LinkRows,
  node: number,
  settings: RecommendSettings,
): Barred => {
  const { never, mostInbound, ownLinks, copies } = settings;
  const barred = { ...stampCopiesOf(graph, rows, node, never), mostInbound };
  const order = idOrderOf(graph);
  if (ownLinks !== 'exclude') return barred;
  for (let e = rows.outStarts[node]!; e < rows.outEnds[node]!; e++) {
    const target = rows.outTargets[e]!;
    if (copies === 'one') stampCopies(order, target, barred);
    else barred.stamps[target] = barred.stamp;
  }
  return barred;
};

export const isBarred = (barred: Barred, node: number): boolean =>
  barred.stamps[node] === barred.stamp ||
  barred.never[node] === 1 ||
  (barred.mostInbound < Number.POSITIVE_INFINITY &&
    barred.rows.inEnds[node]! - barred.rows.inStarts[node]! > barred.mostInbound);

/** Takes those that are barred out of a list, which stays in its order, until it has `most`. */
export const withoutBarred = (nodes: Int32Array, barred: Barred, most: number): Int32Array => {
  const kept = new Int32Array(Math.min(most, nodes.length));
  let count = 0;
  for (let i = 0; i < nodes.length && count < kept.length; i++)
    if (!isBarred(barred, nodes[i]!)) kept[count++] = nodes[i]!;
  return kept.subarray(0, count);
};
