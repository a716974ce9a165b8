import { refuseCount, refuseUnknown } from '../../common/refuse.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { slotWeights } from './slot-weights.js';

/** A link as a row of a table: GraphFrames asks for `src` and `dst`. */
export interface EdgeRow {
  readonly src: number;
  readonly dst: number;
  /** The place of the link among those of its article, from 1. */
  readonly slot: number;
  /** What `slotWeight` gives for the slot; 1 where none was given. */
  readonly weight: number;
}

/** A node as a row of a table: GraphFrames asks for `id`. */
export interface VertexRow {
  /** The number of the node. It is not the id that an article carries, which several articles may share. */
  readonly id: number;
  /** In graphs of articles only. */
  readonly url?: string;
}

export interface ToEdgeRowsOptions {
  /** The most rows in a chunk. By default 10,000. */
  readonly chunkSize?: number | undefined;
  /** The weight of a link by its slot, as `pageRank` takes it. By default all are 1. */
  readonly slotWeight?: ((slot: number) => number) | undefined;
}

/** Each may be gone through as often as wanted; a chunk is made when it is asked for. */
export interface EdgeRows {
  readonly edges: Iterable<readonly EdgeRow[]>;
  readonly vertices: Iterable<readonly VertexRow[]>;
}

/**
 * A graph as two tables for engines that do not fit into one machine: links and nodes in chunks, so that a host can write one after the
 * other to a file and no second graph stands in memory.
 *
 * @throws TypeError for what is no frozen graph, and for an option that does not exist
 * @throws RangeError for a chunk of no rows and a weight that is not positive
 * @example
 * const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 1], targets: [1, 2, 2] });
 * const { edges, vertices } = toEdgeRows(graph, { chunkSize: 2, slotWeight: (slot) => 1 / slot });
 * const [first] = edges;
 * first; // => [{ src: 0, dst: 1, slot: 1, weight: 1 }, { src: 0, dst: 2, slot: 2, weight: 0.5 }]
 * [...vertices].length; // => 2
 */
export const toEdgeRows = (graph: LinkGraph | FrozenArticleGraph, options: ToEdgeRowsOptions = {}): EdgeRows => {
  refuseNoGraph('toEdgeRows', graph);
  refuseUnknown('toEdgeRows', options, ['chunkSize', 'slotWeight']);
  const { chunkSize = 10_000, slotWeight } = options;
  refuseCount('toEdgeRows', 'chunkSize', chunkSize);
  const weights = slotWeights('toEdgeRows', slotWeight);
  return {
    edges: { [Symbol.iterator]: () => inChunks(edgesOf(graph, weights), chunkSize) },
    vertices: { [Symbol.iterator]: () => inChunks(verticesOf(graph), chunkSize) },
  };
};

function* edgesOf(
  { nodeCount, outStarts, outTargets, outSlots }: LinkGraph,
  weights: Float64Array | undefined,
): Generator<EdgeRow> {
  for (let src = 0; src < nodeCount; src++) {
    for (let e = outStarts[src]!; e < outStarts[src + 1]!; e++) {
      const slot = outSlots[e]!;
      yield { src, dst: outTargets[e]!, slot, weight: weights ? weights[slot]! : 1 };
    }
  }
}

function* verticesOf(graph: LinkGraph | FrozenArticleGraph): Generator<VertexRow> {
  const isOfArticles = 'urlAt' in graph;
  for (let id = 0; id < graph.nodeCount; id++) yield isOfArticles ? { id, url: graph.urlAt(id) } : { id };
}

function* inChunks<Row>(rows: Iterable<Row>, size: number): Generator<readonly Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
