import { aligned, SNAPSHOT } from './article-graph-to-bytes.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { Result } from '../../model/shared/issue.js';
import { openArticleGraph } from './open-article-graph.js';
import { isSealed } from '../packed/seal-buffer.js';
import { isBuffer } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

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

/** One issue, of the whole of the bytes. */
const refused = (code: string, message: string, hint: string): Result<FrozenArticleGraph> => ({
  ok: false,
  issues: [{ code, severity: 'error', path: [], message, hint }],
});

const BUILD_AGAIN = 'Build the graph of its articles again with buildArticleGraph.';

/**
 * The graph of a snapshot that `articleGraphToBytes` made. The bytes are copied, and looked through once in time that goes with their
 * number: bytes that are cut short, of something else or changed in any bit give an issue instead of a graph, and so do bytes with a
 * right checksum whose rows, offsets and orders do not agree.
 *
 * Issues: `not-a-snapshot`, also for a snapshot of a machine with the other byte order; `other-version`; `wrong-length`; `damaged`.
 *
 * @throws TypeError for what is neither a Uint8Array nor an ArrayBuffer
 * @example
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] }]);
 * const again = articleGraphFromBytes(articleGraphToBytes(graph));
 * again.ok && again.value.idAt(0); // => 1
 */
export const articleGraphFromBytes = (snapshot: Uint8Array | ArrayBuffer): Result<FrozenArticleGraph> => {
  const { magic, version, headerBytes, seal } = SNAPSHOT;
  const given = bytesOf(snapshot);
  const whole = piece(given, 0, given.length);
  const bytes = new Uint8Array(whole);
  const [foundMagic, foundVersion] = whole.byteLength >= headerBytes ? new Int32Array(whole, 0, 2) : [];
  if (foundMagic !== magic) {
    const message = `These ${bytes.length} bytes are not a snapshot of an article graph, or come from a machine with the other byte order.`;
    return refused('not-a-snapshot', message, 'Give bytes that articleGraphToBytes made, all of them.');
  }
  if (foundVersion !== version) {
    return refused(
      'other-version',
      `This snapshot is version ${foundVersion}; version ${version} is read.`,
      BUILD_AGAIN,
    );
  }
  const [linkBytes, tableBytes] = new Float64Array(whole, 8, 2) as unknown as readonly [number, number];
  const isPossible =
    Number.isSafeInteger(linkBytes) && linkBytes >= 0 && Number.isSafeInteger(tableBytes) && tableBytes >= 0;
  if (!isPossible || bytes.length !== headerBytes + aligned(linkBytes) + aligned(tableBytes)) {
    return refused(
      'wrong-length',
      `The snapshot has ${bytes.length} bytes, which is not what its head tells.`,
      BUILD_AGAIN,
    );
  }
  if (!isSealed(whole, seal)) {
    return refused('damaged', 'The bytes of this snapshot have changed since they were made.', BUILD_AGAIN);
  }
  const tableAt = headerBytes + aligned(linkBytes);
  try {
    const value = openArticleGraph(
      piece(bytes, headerBytes, headerBytes + linkBytes),
      piece(bytes, tableAt, tableAt + tableBytes),
    );
    return { ok: true, value, issues: [] };
  } catch (error) {
    // Its checksum is right: somebody has written these bytes otherwise than articleGraphToBytes does.
    if (!(error instanceof RangeError)) throw error;
    return refused('damaged', 'The parts of this snapshot do not agree with each other.', BUILD_AGAIN);
  }
};
