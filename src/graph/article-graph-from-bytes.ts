import { aligned, SNAPSHOT } from './article-graph-to-bytes.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { openArticleGraph } from './open-article-graph.js';
import { isBuffer } from '../common/refuse.js';
import { shownValue } from '../common/shown-value.js';

/** A piece of the bytes in a buffer of its own. (`slice` would not do: of a Node Buffer it is no copy.) */
const piece = (bytes: Uint8Array, from: number, to: number): ArrayBuffer => {
  const copy = new Uint8Array(Math.max(0, Math.min(to, bytes.length) - from));
  copy.set(bytes.subarray(from, from + copy.length));
  return copy.buffer;
};

const bytesOf = (snapshot: Uint8Array | ArrayBuffer): Uint8Array => {
  if (isBuffer(snapshot)) return new Uint8Array(snapshot);
  if (ArrayBuffer.isView(snapshot) && snapshot.BYTES_PER_ELEMENT === 1) return snapshot;
  throw new TypeError(`articleGraphFromBytes: the bytes are ${shownValue(snapshot)}; they are a Uint8Array`);
};

/**
 * The graph of a snapshot that `articleGraphToBytes` made. The bytes are copied once, into the two buffers of the graph.
 *
 * Bytes that are cut short or of something else are refused. Other damage is refused too, or gives a graph that is safe to ask but not
 * necessarily right: keep a digest of the bytes where it matters.
 *
 * @throws TypeError for what is neither a Uint8Array nor an ArrayBuffer
 * @throws RangeError for bytes that are no snapshot, or not a whole one
 * @example
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] }]);
 * articleGraphFromBytes(articleGraphToBytes(graph)).idAt(0); // => 1
 */
export const articleGraphFromBytes = (snapshot: Uint8Array | ArrayBuffer): FrozenArticleGraph => {
  const bytes = bytesOf(snapshot);
  const { magic, version, headerBytes } = SNAPSHOT;
  const header = piece(bytes, 0, headerBytes);
  const [foundMagic, foundVersion] = header.byteLength === headerBytes ? new Int32Array(header, 0, 2) : [];
  if (foundMagic !== magic) {
    throw new RangeError(
      'articleGraphFromBytes: these bytes are not a snapshot of an article graph written on such a machine',
    );
  }
  if (foundVersion !== version) {
    throw new RangeError(`articleGraphFromBytes: this snapshot is version ${foundVersion}; version ${version} is read`);
  }
  const [linkBytes, tableBytes] = new Float64Array(header, 8, 2) as unknown as readonly [number, number];
  const isPossible =
    Number.isSafeInteger(linkBytes) && linkBytes >= 0 && Number.isSafeInteger(tableBytes) && tableBytes >= 0;
  if (!isPossible || bytes.length !== headerBytes + aligned(linkBytes) + aligned(tableBytes)) {
    throw new RangeError(
      `articleGraphFromBytes: the snapshot has ${bytes.length} bytes, which is not what its header tells`,
    );
  }
  const tableAt = headerBytes + aligned(linkBytes);
  return openArticleGraph(
    piece(bytes, headerBytes, headerBytes + linkBytes),
    piece(bytes, tableAt, tableAt + tableBytes),
  );
};
