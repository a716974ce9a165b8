import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseNoArticleGraph } from './refuse-graph.js';

/** “STAG”, as an Int32 in the byte order of the machine, the version, and how many bytes each of the two buffers has. */
export const SNAPSHOT = { magic: 0x53544147, version: 1, headerBytes: 24 } as const;

/** Both buffers begin at a multiple of 8. */
export const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * A snapshot of the graph in one piece, for a file or a store: `articleGraphFromBytes` reads it again. The same articles make the
 * same bytes.
 *
 * @example
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] }]);
 * articleGraphFromBytes(articleGraphToBytes(graph)).urlAt(0); // => '/a'
 */
export const articleGraphToBytes = (graph: FrozenArticleGraph): Uint8Array => {
  refuseNoArticleGraph('articleGraphToBytes', graph);
  const { buffer, tableBuffer } = graph;
  const tableAt = SNAPSHOT.headerBytes + aligned(buffer.byteLength);
  const bytes = new Uint8Array(tableAt + aligned(tableBuffer.byteLength));
  new Int32Array(bytes.buffer, 0, 2).set([SNAPSHOT.magic, SNAPSHOT.version]);
  new Float64Array(bytes.buffer, 8, 2).set([buffer.byteLength, tableBuffer.byteLength]);
  bytes.set(new Uint8Array(buffer), SNAPSHOT.headerBytes);
  bytes.set(new Uint8Array(tableBuffer), tableAt);
  return bytes;
};
