import { refuseNoBuffer, refuseNoNumbers, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { GREATEST_SLOT } from '../../model/articles/related-link.js';
import { isSealed, sealBuffer } from '../packed/seal-buffer.js';
import { shownValue } from '../../common/shown-value.js';

/**
 * Articles as whole numbers from 0 and the links between them, frozen: compressed rows both ways, all in one buffer that can be
 * handed to a worker. Every measure of this room takes one. An article graph is one too, with its articles numbered in the
 * code-unit order of their urls.
 */
export interface LinkGraph {
  /** Holds everything below. Its bytes are a snapshot: `openLinkGraph` reads them again. */
  readonly buffer: ArrayBuffer;
  readonly nodeCount: number;
  readonly linkCount: number;
  /** Row `v` of the links out of `v` is `outTargets[outStarts[v]]` up to, not including, `outTargets[outStarts[v + 1]]`. */
  readonly outStarts: Int32Array;
  /** In the order of the slots; where none were given, in the order of the pairs. */
  readonly outTargets: Int32Array;
  /** The slot of each link, beside `outTargets`: 1 for the first. A slot above 255 is kept as 255. */
  readonly outSlots: Uint8Array;
  readonly inStarts: Int32Array;
  /** Ascending within a row. */
  readonly inSources: Int32Array;
}

/** What `buildLinkGraph` reads: link `i` leads from `sources[i]` to `targets[i]`. */
export interface LinkPairs {
  readonly nodeCount: number;
  readonly sources: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  /** The slot of each link, from 1. Without it a row keeps the order of the pairs, and its slots count from 1. */
  readonly slots?: ArrayLike<number> | undefined;
}

export interface LinkGraphOptions {
  /** Whether a target that a row names more than once counts each time (`keep`, the default) or once, at its first place. */
  readonly repeated?: 'keep' | 'once' | undefined;
  /** Whether links of a node to itself stay (`keep`, the default) or are left out. */
  readonly selfLinks?: 'keep' | 'drop' | undefined;
}

/** “STLG”, as an Int32 in the byte order of the machine: bytes written by a machine of the other order are told apart by it. */
const MAGIC = 0x53544c47;
const VERSION = 2;
const HEADER = 6;
/** Where the checksum stands in the head. */
const SEAL = 4;
const MOST_NODES = 2 ** 30;
/** Slots beside `outTargets` are bytes. */
export const GREATEST_KEPT_SLOT = 255;

const bytesFor = (nodeCount: number, linkCount: number): number =>
  4 * (HEADER + 2 * (nodeCount + 1) + 2 * linkCount) + linkCount;

/** The arrays over a buffer that has the right size. */
const over = (buffer: ArrayBuffer, nodeCount: number, linkCount: number): LinkGraph => {
  let at = 4 * HEADER;
  const next = (length: number): Int32Array => {
    const array = new Int32Array(buffer, at, length);
    at += 4 * length;
    return array;
  };
  return {
    buffer,
    nodeCount,
    linkCount,
    outStarts: next(nodeCount + 1),
    outTargets: next(linkCount),
    inStarts: next(nodeCount + 1),
    inSources: next(linkCount),
    outSlots: new Uint8Array(buffer, at, linkCount),
  };
};

/** A graph of the right size with empty rows, for a builder of this room to fill. */
export const allocateLinkGraph = (nodeCount: number, linkCount: number): LinkGraph => {
  const buffer = new ArrayBuffer(bytesFor(nodeCount, linkCount));
  new Int32Array(buffer, 0, HEADER).set([MAGIC, VERSION, nodeCount, linkCount]);
  return over(buffer, nodeCount, linkCount);
};

/** Writes the checksum of a graph that is filled. */
export const sealLinkGraph = <G extends Pick<LinkGraph, 'buffer'>>(graph: G): G => {
  sealBuffer(graph.buffer, SEAL);
  return graph;
};

/** Counts how many links each node has, and turns the counts into where its row begins. */
const rowStarts = (nodes: ArrayLike<number>, starts: Int32Array): void => {
  const nodeCount = starts.length - 1;
  starts.fill(0);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    starts[node + 1] = starts[node + 1]! + 1;
  }
  for (let v = 0; v < nodeCount; v++) starts[v + 1] = starts[v + 1]! + starts[v]!;
};

/** The rows the other way round: for each target its sources, ascending because rows are read in their order. */
export const fillIncoming = ({ nodeCount, linkCount, outStarts, outTargets, inStarts, inSources }: LinkGraph): void => {
  rowStarts(outTargets, inStarts);
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      const place = inStarts[target]!;
      inSources[place] = v;
      inStarts[target] = place + 1;
    }
  }
  // Each start has moved to the end of its row, which is where the next row begins.
  inStarts.copyWithin(1, 0, nodeCount);
  inStarts[0] = 0;
  inStarts[nodeCount] = linkCount;
};

/** Puts each row in the order of its slots; links of one slot stay as they were. Rows are short. */
const sortRowsBySlot = ({ nodeCount, outStarts, outTargets, outSlots }: LinkGraph, slots: Int32Array): void => {
  for (let v = 0; v < nodeCount; v++) {
    const start = outStarts[v]!;
    for (let e = start + 1; e < outStarts[v + 1]!; e++) {
      const slot = slots[e]!;
      if (slot >= slots[e - 1]!) continue;
      if (e - start > 64) {
        sortLongRow(start, outStarts[v + 1]!, outTargets, slots);
        break;
      }
      const target = outTargets[e]!;
      let to = e;
      for (; to > start && slots[to - 1]! > slot; to--) {
        slots[to] = slots[to - 1]!;
        outTargets[to] = outTargets[to - 1]!;
      }
      slots[to] = slot;
      outTargets[to] = target;
    }
  }
  for (let e = 0; e < slots.length; e++) outSlots[e] = Math.min(slots[e]!, GREATEST_KEPT_SLOT);
};

const sortLongRow = (start: number, end: number, targets: Int32Array, slots: Int32Array): void => {
  const rows = Array.from({ length: end - start }, (_, i) => [slots[start + i]!, targets[start + i]!] as const);
  rows.sort((one, other) => one[0] - other[0]);
  rows.forEach(([slot, target], i) => {
    slots[start + i] = slot;
    targets[start + i] = target;
  });
};

const checkNode = (what: string, node: number, at: number, nodeCount: number): void => {
  if (node >= 0 && node < nodeCount && Number.isInteger(node)) return;
  throw new RangeError(
    `buildLinkGraph: ${what}[${at}] is ${shownValue(node)}; nodes are whole numbers from 0 to ${nodeCount - 1} (nodeCount is ${nodeCount})`,
  );
};

/** Numbers of the caller’s, read once: an array that is no typed one may give something else each time it is asked. */
const ownNumbers = (name: string, numbers: ArrayLike<number>): ArrayLike<number> => {
  refuseNoNumbers('buildLinkGraph', name, numbers);
  return ArrayBuffer.isView(numbers) ? numbers : Array.from(numbers);
};

/** The pairs, checked. */
const checkedPairs = (pairs: LinkPairs): LinkPairs => {
  refuseUnknown('buildLinkGraph', pairs, ['nodeCount', 'sources', 'targets', 'slots'], 'what it reads');
  const { nodeCount, sources: givenSources, targets: givenTargets, slots: givenSlots } = pairs;
  if (!Number.isInteger(nodeCount) || nodeCount < 0 || nodeCount > MOST_NODES) {
    throw new RangeError(`buildLinkGraph: nodeCount is ${shownValue(nodeCount)}; it is a whole number from 0 to 2³⁰`);
  }
  const sources = ownNumbers('sources', givenSources);
  const targets = ownNumbers('targets', givenTargets);
  const slots = givenSlots === undefined ? undefined : ownNumbers('slots', givenSlots);
  if (sources.length !== targets.length || (slots && slots.length !== sources.length)) {
    throw new RangeError(
      `buildLinkGraph: there are ${sources.length} sources, ${targets.length} targets${slots ? ` and ${slots.length} slots` : ''}; a link has one of each`,
    );
  }
  // One pass over each array, so that a long list of pairs is read in the order in which it lies.
  for (let i = 0; i < sources.length; i++) checkNode('sources', sources[i]!, i, nodeCount);
  for (let i = 0; i < targets.length; i++) checkNode('targets', targets[i]!, i, nodeCount);
  for (let i = 0; slots && i < slots.length; i++) {
    if (Number.isInteger(slots[i]) && slots[i]! >= 1) continue;
    throw new RangeError(`buildLinkGraph: slots[${i}] is ${shownValue(slots[i])}; slots are whole numbers from 1`);
  }
  return { nodeCount, sources, targets, slots };
};

/** The graph again without the links that are not wanted. */
const without = (graph: LinkGraph, once: boolean, dropSelf: boolean): LinkGraph => {
  const { nodeCount, linkCount, outStarts, outTargets, outSlots } = graph;
  const seenBy = new Int32Array(nodeCount).fill(-1);
  const keeps = new Uint8Array(linkCount);
  let kept = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      if (dropSelf && target === v) continue;
      if (once && seenBy[target] === v) continue;
      seenBy[target] = v;
      keeps[e] = 1;
      kept++;
    }
  }
  if (kept === linkCount) return graph;
  const smaller = allocateLinkGraph(nodeCount, kept);
  let to = 0;
  for (let v = 0; v < nodeCount; v++) {
    smaller.outStarts[v] = to;
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      if (keeps[e] === 0) continue;
      smaller.outTargets[to] = outTargets[e]!;
      smaller.outSlots[to] = outSlots[e]!;
      to++;
    }
  }
  smaller.outStarts[nodeCount] = to;
  fillIncoming(smaller);
  return smaller;
};

/**
 * Freezes links given as pairs of node numbers: two counting sorts, in time and memory proportional to nodes and links, with no
 * object for a node or a link. For articles there is `buildArticleGraph`; this is for graphs from elsewhere, whose nodes the caller
 * numbers. The pairs are only read, and may be let go afterwards.
 *
 * @throws TypeError for an option that does not exist, and for what is no array of numbers
 * @throws RangeError for a node outside 0 … nodeCount − 1, lists of unequal length, or a slot that is not a whole number from 1
 * @example
 * const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 1], targets: [1, 2, 2] });
 * graph.linkCount; // => 3
 * Array.from(graph.inSources.subarray(graph.inStarts[2], graph.inStarts[3])); // => [0, 1]
 */
export const buildLinkGraph = (pairs: LinkPairs, options: LinkGraphOptions = {}): LinkGraph => {
  const { nodeCount, sources, targets, slots } = checkedPairs(pairs);
  refuseUnknown('buildLinkGraph', options, ['repeated', 'selfLinks']);
  const { repeated = 'keep', selfLinks = 'keep' } = options;
  refuseWord('buildLinkGraph', 'repeated', repeated, ['keep', 'once']);
  refuseWord('buildLinkGraph', 'selfLinks', selfLinks, ['keep', 'drop']);
  const graph = allocateLinkGraph(nodeCount, sources.length);
  const { outStarts, outTargets, outSlots } = graph;
  rowStarts(sources, outStarts);
  const next = outStarts.slice(0, nodeCount);
  const placed = slots && new Int32Array(sources.length);
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i]!;
    const place = next[source]!;
    outTargets[place] = targets[i]!;
    if (placed) placed[place] = Math.min(slots[i]!, GREATEST_SLOT);
    next[source] = place + 1;
  }
  if (placed) sortRowsBySlot(graph, placed);
  else {
    for (let v = 0; v < nodeCount; v++) {
      const start = outStarts[v]!;
      const end = outStarts[v + 1]!;
      for (let e = start; e < end; e++) outSlots[e] = Math.min(e - start + 1, GREATEST_KEPT_SLOT);
    }
  }
  if (repeated === 'once' || selfLinks === 'drop') {
    const smaller = without(graph, repeated === 'once', selfLinks === 'drop');
    if (smaller !== graph) return sealLinkGraph(smaller);
  }
  fillIncoming(graph);
  return sealLinkGraph(graph);
};

/**
 * The graph whose bytes these are: what a worker does with the buffer it was handed, or a host with a snapshot it kept.
 * Nothing is copied. All is looked through once: bytes that are cut short, of something else or changed in any bit are refused, and so
 * are rows out and rows in that do not say the same links.
 *
 * @throws TypeError for what is no ArrayBuffer
 * @throws RangeError for bytes that are not those of a graph, of another version, or of a machine with the other byte order
 * @example
 * const { buffer } = buildLinkGraph({ nodeCount: 2, sources: [0], targets: [1] });
 * openLinkGraph(buffer).linkCount; // => 1
 */
export const openLinkGraph = (buffer: ArrayBuffer): LinkGraph => readLinkGraph(buffer, 'openLinkGraph', 'buffer');

/** The same for a verb that opens more than links: it is named, and so is its argument. */
export const readLinkGraph = (buffer: ArrayBuffer, caller: string, name: string): LinkGraph => {
  refuseNoBuffer(caller, name, buffer);
  const [magic, version, nodeCount, linkCount] =
    buffer.byteLength >= 4 * HEADER ? new Int32Array(buffer, 0, HEADER) : [];
  if (magic !== MAGIC)
    throw new RangeError(
      `${caller}: these bytes are not a link graph, or come from a machine with the other byte order`,
    );
  if (version !== VERSION) throw new RangeError(`${caller}: this is version ${version}; version ${VERSION} is read`);
  if (
    nodeCount! < 0 ||
    nodeCount! > MOST_NODES ||
    linkCount! < 0 ||
    buffer.byteLength !== bytesFor(nodeCount!, linkCount!)
  ) {
    throw new RangeError(`${caller}: ${buffer.byteLength} bytes cannot hold ${nodeCount} nodes and ${linkCount} links`);
  }
  const graph = over(buffer, nodeCount!, linkCount!);
  if (!isSealed(buffer, SEAL)) throw new RangeError(`${caller}: the bytes of this graph have changed`);
  if (
    !areRows(graph.outStarts, graph.outTargets) ||
    !areRows(graph.inStarts, graph.inSources) ||
    !areMirrored(graph) ||
    !areInSlotOrder(graph)
  ) {
    throw new RangeError(`${caller}: the rows of this graph are damaged`);
  }
  return graph;
};

const areRows = (starts: Int32Array, ends: Int32Array): boolean => {
  const nodeCount = starts.length - 1;
  if (starts[0] !== 0 || starts[nodeCount] !== ends.length) return false;
  for (let v = 0; v < nodeCount; v++) if (starts[v]! > starts[v + 1]!) return false;
  for (const end of ends) if (end < 0 || end >= nodeCount) return false;
  return true;
};

/** Whether the rows in are the rows out, the other way round and ascending: the links out of each node in turn fill them from the front. */
const areMirrored = ({ nodeCount, outStarts, outTargets, inStarts, inSources }: LinkGraph): boolean => {
  const next = inStarts.slice(0, nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const target = outTargets[e]!;
      const place = next[target]!;
      if (place >= inStarts[target + 1]! || inSources[place] !== v) return false;
      next[target] = place + 1;
    }
  }
  return true;
};

const areInSlotOrder = ({ nodeCount, outStarts, outSlots }: LinkGraph): boolean => {
  for (let v = 0; v < nodeCount; v++) {
    let last = 1;
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      if (outSlots[e]! < last) return false;
      last = outSlots[e]!;
    }
  }
  return true;
};
