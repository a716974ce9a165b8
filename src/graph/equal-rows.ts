import type { LinkGraph } from './link-graph.js';

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
}

const KINDS = 8;
const LONG = KINDS - 1;
const DANGLING = 255;

/** Up to here all unknowns are put in one order; beyond, block by block. */
const GREATEST_WHOLE = 1 << 18;
const BLOCK = 1 << 14;

const selfLinksOf = ({ inStarts, inSources }: LinkGraph, node: number): number => {
  let count = 0;
  for (let e = inStarts[node]!; e < inStarts[node + 1]!; e++) if (inSources[e] === node) count++;
  return count;
};

/** The equations of a graph for a damping above 0 and below 1, with every link of a node of equal weight. */
export const equalRows = (graph: LinkGraph, damping: number): EqualRows => {
  const { nodeCount, outStarts, inStarts, inSources } = graph;
  const blockSize = nodeCount > GREATEST_WHOLE ? BLOCK : Math.max(1, nodeCount);
  const blockCount = Math.ceil(nodeCount / blockSize);
  const kinds = new Uint8Array(nodeCount);
  const runEnds = new Int32Array(blockCount * KINDS);
  let rowLinks = 0;
  let longCount = 0;
  for (let block = 0; block < blockCount; block++) {
    const end = Math.min(nodeCount, (block + 1) * blockSize);
    for (let v = block * blockSize; v < end; v++) {
      if (outStarts[v + 1] === outStarts[v]) {
        kinds[v] = DANGLING;
        continue;
      }
      const links = inStarts[v + 1]! - inStarts[v]! - selfLinksOf(graph, v);
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
    if (kind === DANGLING) {
      places[v] = -1;
      continue;
    }
    const place = next[kind]!;
    next[kind] = place + 1;
    places[v] = place;
    factors[place] = damping / (outStarts[v + 1]! - outStarts[v]! - damping * selfLinksOf(graph, v));
  }

  const sources = new Int32Array(rowLinks);
  const longRows = new Int32Array(longCount);
  let at = 0;
  let long = 0;
  for (let block = 0; block < blockCount; block++) {
    const end = Math.min(nodeCount, (block + 1) * blockSize);
    // The rows of a run follow one another and are of equal length, the long ones apart, which come last and in the same order.
    for (let kind = 0; kind < KINDS; kind++) {
      const run = block * KINDS + kind;
      next[kind] = at;
      if (kind < LONG) at += kind * (runEnds[run]! - (run > 0 ? runEnds[run - 1]! : 0));
    }
    for (let v = block * blockSize; v < end; v++) {
      const kind = kinds[v]!;
      if (kind === DANGLING) continue;
      const begin = next[kind]!;
      let to = begin;
      for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) {
        const source = inSources[e]!;
        if (source !== v) sources[to++] = places[source]!;
      }
      next[kind] = to;
      if (kind === LONG) longRows[long++] = to - begin;
    }
    at = next[LONG]!;
  }
  return { graph, damping, places, factors, sources, runEnds, longRows };
};

// One small loop for each length of row. `v` is by place, or one number for all when `mask` is 0.

type Sweep = (
  u: Float64Array,
  c: Float64Array,
  v: Float64Array,
  mask: number,
  sources: Int32Array,
  from: number,
  to: number,
  at: number,
) => void;

const sweep0: Sweep = (u, c, v, mask, _sources, from, to) => {
  for (let i = from; i < to; i++) u[i] = c[i]! * v[i & mask]!;
};

const sweep1: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e++) u[i] = c[i]! * (v[i & mask]! + u[sources[e]!]!);
};

const sweep2: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e += 2) {
    u[i] = c[i]! * (v[i & mask]! + u[sources[e]!]! + u[sources[e + 1]!]!);
  }
};

const sweep3: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e += 3) {
    u[i] = c[i]! * (v[i & mask]! + u[sources[e]!]! + u[sources[e + 1]!]! + u[sources[e + 2]!]!);
  }
};

const sweep4: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e += 4) {
    u[i] = c[i]! * (v[i & mask]! + u[sources[e]!]! + u[sources[e + 1]!]! + (u[sources[e + 2]!]! + u[sources[e + 3]!]!));
  }
};

const sweep5: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e += 5) {
    u[i] =
      c[i]! *
      (v[i & mask]! +
        u[sources[e]!]! +
        u[sources[e + 1]!]! +
        (u[sources[e + 2]!]! + u[sources[e + 3]!]! + u[sources[e + 4]!]!));
  }
};

const sweep6: Sweep = (u, c, v, mask, sources, from, to, at) => {
  for (let i = from, e = at; i < to; i++, e += 6) {
    u[i] =
      c[i]! *
      (v[i & mask]! +
        u[sources[e]!]! +
        u[sources[e + 1]!]! +
        u[sources[e + 2]!]! +
        (u[sources[e + 3]!]! + u[sources[e + 4]!]! + u[sources[e + 5]!]!));
  }
};

const SWEEPS = [sweep0, sweep1, sweep2, sweep3, sweep4, sweep5, sweep6] as const;

/** The same for rows longer than six; tells where among the sources the next row begins. */
const sweepLong = (
  u: Float64Array,
  c: Float64Array,
  v: Float64Array,
  mask: number,
  { sources, longRows }: EqualRows,
  from: number,
  to: number,
  at: number,
  long: number,
): number => {
  let e = at;
  for (let i = from; i < to; i++) {
    let sum = v[i & mask]!;
    const end = e + longRows[long + i - from]!;
    for (; e < end; e++) sum += u[sources[e]!]!;
    u[i] = c[i]! * sum;
  }
  return e;
};

/**
 * One Gauss–Seidel sweep: each unknown in turn is set to what its row asks for.
 * @param v what each unknown starts from, by place; or one number for all
 */
export const sweep = (system: EqualRows, u: Float64Array, v: Float64Array): void => {
  const { factors, sources, runEnds } = system;
  const mask = v.length === 1 ? 0 : -1;
  let from = 0;
  let at = 0;
  let long = 0;
  for (let run = 0; run < runEnds.length; run++) {
    const to = runEnds[run]!;
    const kind = run % KINDS;
    if (kind === LONG) {
      at = sweepLong(u, factors, v, mask, system, from, to, at, long);
      long += to - from;
    } else {
      SWEEPS[kind]!(u, factors, v, mask, sources, from, to, at);
      at += kind * (to - from);
    }
    from = to;
  }
};

/** Σ |vᵢ (1 + more) + Σ uⱼ − uᵢ / cᵢ| over rows of equal length. */
const gapOfRun = (
  u: Float64Array,
  c: Float64Array,
  v: Float64Array,
  mask: number,
  sources: Int32Array,
  from: number,
  to: number,
  at: number,
  kind: number,
  more: number,
): number => {
  let total = 0;
  let e = at;
  for (let i = from; i < to; i++) {
    const end = e + kind;
    let sum = v[i & mask]! * (1 + more);
    for (; e < end; e++) sum += u[sources[e]!]!;
    total += Math.abs(sum - u[i]! / c[i]!);
  }
  return total;
};

/**
 * How far the unknowns are from fulfilling their equations, in y, all added up without sign.
 * @param more how much more than `v` each row starts from, as a share of `v`
 */
export const gapOf = (system: EqualRows, u: Float64Array, v: Float64Array, more: number): number => {
  const { factors, sources, runEnds, longRows } = system;
  const mask = v.length === 1 ? 0 : -1;
  let from = 0;
  let at = 0;
  let long = 0;
  let total = 0;
  for (let run = 0; run < runEnds.length; run++) {
    const to = runEnds[run]!;
    const kind = run % KINDS;
    if (kind < LONG) {
      total += gapOfRun(u, factors, v, mask, sources, from, to, at, kind, more);
      at += kind * (to - from);
    } else {
      for (let i = from; i < to; i++) {
        const length = longRows[long++]!;
        total += gapOfRun(u, factors, v, mask, sources, i, i + 1, at, length, more);
        at += length;
      }
    }
    from = to;
  }
  return total;
};

/**
 * y of every node from the unknowns, with what all nodes and what those without links have together.
 * @param base v by node, or one number for all
 */
export const valuesOf = (
  { graph, damping, places }: EqualRows,
  u: Float64Array,
  base: Float64Array,
  into: Float64Array,
): { readonly total: number; readonly dangling: number } => {
  const { nodeCount, outStarts, inStarts, inSources } = graph;
  const mask = base.length === 1 ? 0 : -1;
  let total = 0;
  let dangling = 0;
  for (let v = 0; v < nodeCount; v++) {
    const place = places[v]!;
    if (place >= 0) {
      const value = (u[place]! * (outStarts[v + 1]! - outStarts[v]!)) / damping;
      into[v] = value;
      total += value;
      continue;
    }
    let value = base[v & mask]!;
    for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) value += u[places[inSources[e]!]!]!;
    into[v] = value;
    dangling += value;
  }
  return { total: total + dangling, dangling };
};
