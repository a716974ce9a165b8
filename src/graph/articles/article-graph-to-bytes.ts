import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { sealBuffer } from '../packed/seal-buffer.js';

/**
 * “STAG”, as an Int32 in the byte order of the machine, the version, how many bytes each of the two buffers has, and, in two 32-bit words
 * from word `seal` on, a checksum of all bytes.
 */
export const SNAPSHOT = { magic: 0x53544147, version: 2, headerBytes: 32, seal: 6 } as const;

/** Both buffers begin at a multiple of 8. */
export const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * A snapshot of the graph in one piece, for a file or a store: `articleGraphFromBytes` reads it again. The same articles make the
 * same bytes. They hold a checksum, so that any change is seen.
 *
 * @example
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] }]);
 * const again = articleGraphFromBytes(articleGraphToBytes(graph));
 * again.ok && again.value.urlAt(0); // => '/a'
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
  sealBuffer(bytes.buffer, SNAPSHOT.seal);
  return bytes;
};
