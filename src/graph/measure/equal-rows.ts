import { maskOf } from '../links/read-numbers.js';
import type { LinkGraph } from '../links/link-graph.js';
import type { RankResidual } from './rank-residual.js';

/**
 * The equations behind PageRank, y = v + a Pᵀ y, laid out for Gauss–Seidel sweeps.
 *
 * The unknown kept for node i is uᵢ = a yᵢ / out(i), what i sends along each of its links, so that a row is only a sum:
 * yᵢ = vᵢ + Σ uⱼ over the links into i. A link from i to itself moves to the left side, which gives
 * uᵢ = cᵢ (vᵢ + Σ uⱼ over the links from others), with cᵢ = a / (out(i) − a · self(i)).
 *
 * Nodes without links send nothing, so they take no part in the sweeps: their y follows from the others at the end. The other nodes are
 * put in the order of their number of links from others, nodes of equal number in their own order. A row then needs no beginning and
 * no inner loop, and a processor that guesses the next branch is never wrong: this is worth a factor of four. In very large graphs
 * the order holds within blocks of neighbouring nodes, because links mostly lead to nodes near by, whose unknowns are then still in
 * the cache.
 */
export interface EqualRows {
  readonly graph: LinkGraph;
  readonly damping: number;
  /** The place of each node among the unknowns; −1 for one without links. */
  readonly places: Int32Array;
  /** c, by place. */
  readonly factors: Float64Array;
  /** Places of the sources, row after row in the order of the places. */
  readonly sources: Int32Array;
  /** Where each run of equal rows ends among the places: for each block `KINDS` of them, for 0 … 6 links and for more. */
  readonly runEnds: Int32Array;
  /** The number of links of each row that has more than six. */
  readonly longRows: Int32Array;
  /** How often a sweep goes over each block before the next. */
  readonly rounds: number;
  /** self(i), for the nodes where it is not 0. */
  readonly selfLinks: ReadonlyMap<number, number>;
}

const KINDS = 8;
const LONG = KINDS - 1;
const NO_LINKS_OUT = 255;

/** Up to here all unknowns are put in one order; beyond, block by block. */
const GREATEST_WHOLE = 1 << 18;
const BLOCK = 1 << 14;

/** Going over a block again pays where this share of the links stays within its block: what they carry has then arrived. */
const LOCAL_SHARE = 0.8;
const LOCAL_ROUNDS = 3;

/** How many links lead from a node to itself, for the nodes that have such links. */
const selfLinksOf = ({ nodeCount, inStarts, inSources }: LinkGraph): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (let v = 0, e = 0; v < nodeCount; v++) {
    const end = inStarts[v + 1]!;
    for (; e < end; e++) if (inSources[e] === v) counts.set(v, (counts.get(v) ?? 0) + 1);
  }
  return counts;
};

/** The equations of a graph for a damping above 0 and below 1, with every link of a node of equal weight. */
export const equalRows = (graph: LinkGraph, damping: number): EqualRows => {
  const { nodeCount, outStarts, inStarts, inSources } = graph;
  const blockSize = nodeCount > GREATEST_WHOLE ? BLOCK : Math.max(1, nodeCount);
  const blockCount = Math.ceil(nodeCount / blockSize);
  const selfLinks = selfLinksOf(graph);
  const hasSelfLinks = selfLinks.size > 0;
  const kinds = new Uint8Array(nodeCount);
  const runEnds = new Int32Array(blockCount * KINDS);
  let rowLinks = 0;
  let longCount = 0;
  for (let block = 0; block < blockCount; block++) {
    const end = Math.min(nodeCount, (block + 1) * blockSize);
    for (let v = block * blockSize; v < end; v++) {
      if (outStarts[v + 1] === outStarts[v]) {
        kinds[v] = NO_LINKS_OUT;
        continue;
      }
      const own = hasSelfLinks ? (selfLinks.get(v) ?? 0) : 0;
      const links = inStarts[v + 1]! - inStarts[v]! - own;
      const kind = links < LONG ? links : LONG;
      kinds[v] = kind;
      rowLinks += links;
      if (kind === LONG) longCount++;
      runEnds[block * KINDS + kind] = runEnds[block * KINDS + kind]! + 1;
    }
  }
  for (let run = 1; run < runEnds.length; run++) runEnds[run] = runEnds[run]! + runEnds[run - 1]!;
  const liveCount = runEnds.length > 0 ? runEnds[runEnds.length - 1]! : 0;

  const places = new Int32Array(nodeCount);
  const factors = new Float64Array(liveCount);
  const next = new Int32Array(KINDS);
  for (let v = 0; v < nodeCount; v++) {
    if (v % blockSize === 0) {
      const run = (v / blockSize) * KINDS;
      for (let kind = 0; kind < KINDS; kind++) next[kind] = run + kind > 0 ? runEnds[run + kind - 1]! : 0;
    }
    const kind = kinds[v]!;
    if (kind === NO_LINKS_OUT) {
      places[v] = -1;
      continue;
    }
    const place = next[kind]!;
    next[kind] = place + 1;
    places[v] = place;
    const own = hasSelfLinks ? (selfLinks.get(v) ?? 0) : 0;
    factors[place] = damping / (outStarts[v + 1]! - outStarts[v]! - damping * own);
  }

  const sources = new Int32Array(rowLinks);
  const longRows = new Int32Array(longCount);
  let at = 0;
  let long = 0;
  let local = 0;
  for (let block = 0; block < blockCount; block++) {
    const begin = block * blockSize;
    const end = Math.min(nodeCount, begin + blockSize);
    // The rows of a run follow one another and are of equal length, the long ones apart, which come last and in the same order.
    for (let kind = 0; kind < KINDS; kind++) {
      const run = block * KINDS + kind;
      next[kind] = at;
      if (kind < LONG) at += kind * (runEnds[run]! - (run > 0 ? runEnds[run - 1]! : 0));
    }
    for (let v = begin; v < end; v++) {
      const kind = kinds[v]!;
      if (kind === NO_LINKS_OUT) continue;
      const first = next[kind]!;
      let to = first;
      for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) {
        const source = inSources[e]!;
        if (source === v) continue;
        sources[to++] = places[source]!;
        if (source >= begin && source < end) local++;
      }
      next[kind] = to;
      if (kind === LONG) longRows[long++] = to - first;
    }
    at = next[LONG]!;
  }
  const rounds = blockCount > 1 && local >= LOCAL_SHARE * rowLinks ? LOCAL_ROUNDS : 1;
  return { graph, damping, places, factors, sources, runEnds, longRows, rounds, selfLinks };
};

/**
 * One Gauss–Seidel sweep: each unknown in turn is set to what its row asks for. A block is swept `rounds` times while it lies in the
 * cache, so this is worth as many sweeps where most links stay within their block.
 * @param v what each row starts from, by place; or one number for all
 */
export const sweep = (system: EqualRows, u: Float64Array, v: Float64Array): void => {
  const { factors: c, sources: s, runEnds, longRows, rounds } = system;
  const mask = maskOf(v);
  let i = 0;
  let e = 0;
  let long = 0;
  for (let run = 0; run < runEnds.length; run += KINDS) {
    const [firstNode, firstLink, firstLong] = [i, e, long];
    for (let round = 0; round < rounds; round++) {
      i = firstNode;
      e = firstLink;
      long = firstLong;
      // One small loop for each length of row.
      let end = runEnds[run]!;
      for (; i < end; i++) u[i] = c[i]! * v[i & mask]!;
      end = runEnds[run + 1]!;
      for (; i < end; i++, e++) u[i] = c[i]! * (v[i & mask]! + u[s[e]!]!);
      end = runEnds[run + 2]!;
      for (; i < end; i++, e += 2) u[i] = c[i]! * (v[i & mask]! + u[s[e]!]! + u[s[e + 1]!]!);
      end = runEnds[run + 3]!;
      for (; i < end; i++, e += 3) u[i] = c[i]! * (v[i & mask]! + u[s[e]!]! + u[s[e + 1]!]! + u[s[e + 2]!]!);
      end = runEnds[run + 4]!;
      for (; i < end; i++, e += 4) {
        u[i] = c[i]! * (v[i & mask]! + u[s[e]!]! + u[s[e + 1]!]! + (u[s[e + 2]!]! + u[s[e + 3]!]!));
      }
      end = runEnds[run + 5]!;
      for (; i < end; i++, e += 5) {
        const half = u[s[e + 2]!]! + u[s[e + 3]!]! + u[s[e + 4]!]!;
        u[i] = c[i]! * (v[i & mask]! + u[s[e]!]! + u[s[e + 1]!]! + half);
      }
      end = runEnds[run + 6]!;
      for (; i < end; i++, e += 6) {
        const half = u[s[e + 3]!]! + u[s[e + 4]!]! + u[s[e + 5]!]!;
        u[i] = c[i]! * (v[i & mask]! + u[s[e]!]! + u[s[e + 1]!]! + u[s[e + 2]!]! + half);
      }
      end = runEnds[run + LONG]!;
      for (; i < end; i++) {
        let sum = v[i & mask]!;
        const rowEnd = e + longRows[long++]!;
        for (; e < rowEnd; e++) sum += u[s[e]!]!;
        u[i] = c[i]! * sum;
      }
    }
  }
};

/** Adds up, over rows of equal length, what each row misses without sign and with it, and its y. */
const addGaps = (
  { factors: c, sources: s }: EqualRows,
  u: Float64Array,
  v: Float64Array,
  mask: number,
  more: number,
  from: number,
  to: number,
  at: number,
  length: number,
  sums: Float64Array,
): void => {
  let gap = 0;
  let missing = 0;
  let live = 0;
  let e = at;
  for (let i = from; i < to; i++) {
    let sum = v[i & mask]! * more;
    for (const end = e + length; e < end; e++) sum += u[s[e]!]!;
    const value = u[i]! / c[i]!;
    const miss = sum - value;
    gap += Math.abs(miss);
    missing += miss;
    live += value;
  }
  sums[0] = sums[0]! + gap;
  sums[1] = sums[1]! + missing;
  sums[2] = sums[2]! + live;
};

/** How far the unknowns are from fulfilling their equations, were v multiplied by `more`. */
export const gapOf = (system: EqualRows, u: Float64Array, v: Float64Array, more: number): RankResidual => {
  const { runEnds, longRows, places, selfLinks } = system;
  const mask = maskOf(v);
  const sums = new Float64Array(3);
  let from = 0;
  let at = 0;
  let long = 0;
  for (let run = 0; run < runEnds.length; run++) {
    const to = runEnds[run]!;
    const kind = run % KINDS;
    if (kind < LONG) {
      addGaps(system, u, v, mask, more, from, to, at, kind, sums);
      at += kind * (to - from);
    } else {
      for (let i = from; i < to; i++) {
        const length = longRows[long++]!;
        addGaps(system, u, v, mask, more, i, i + 1, at, length, sums);
        at += length;
      }
    }
    from = to;
  }
  let live = sums[2]!;
  for (const [node, count] of selfLinks) if (places[node]! >= 0) live += count * u[places[node]!]!;
  return { gap: sums[0]!, missing: sums[1]!, live };
};

/** y of every node from the unknowns. `base` is v by node, or one number for all. */
export const valuesOf = (
  { graph, damping, places }: EqualRows,
  u: Float64Array,
  base: Float64Array,
  into: Float64Array,
): void => {
  const { nodeCount, outStarts, inStarts, inSources } = graph;
  const mask = maskOf(base);
  for (let v = 0; v < nodeCount; v++) {
    const place = places[v]!;
    if (place >= 0) {
      into[v] = (u[place]! * (outStarts[v + 1]! - outStarts[v]!)) / damping;
      continue;
    }
    let value = base[v & mask]!;
    for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) value += u[places[inSources[e]!]!]!;
    into[v] = value;
  }
};
