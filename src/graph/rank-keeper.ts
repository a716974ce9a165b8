import { buildLinkGraph, type LinkGraph } from './link-graph.js';
import { pageRank } from './page-rank.js';
import { refuseStranger, refuseUnknown } from './refuse.js';

/** What a keeper of ranks reads of an edited graph. An `EditedArticleGraph` is one. */
export interface EditedLinks {
  readonly base: LinkGraph;
  /** How many numbers are in use or stand empty. Those of `base` keep their numbers. */
  readonly nodeCount: number;
  readonly isRemoved: (node: number) => boolean;
  /**
   * The rows that differ from those of `base`, those of later nodes included. A removed node has no links, and no row leads to it. A row
   * that was edited is another array than before, and so is that of a later node that was removed or put back.
   */
  readonly changedRows: ReadonlyMap<number, Int32Array>;
}

export interface RankKeeperOptions {
  /** As for `pageRank`: at least 0, below 1; by default 0.85. */
  readonly damping?: number | undefined;
  /** By how much of itself a rank may be wrong: from 1e-9 to 0.1, by default 1e-4. */
  readonly relativeTolerance?: number | undefined;
}

/** What an update took. */
export interface RankUpdate {
  /** No rank is off by more than this share of its exact value. */
  readonly relativeErrorBound: number;
  /** How many times what a node was off by was sent on along its links. */
  readonly pushes: number;
  readonly linksFollowed: number;
  /** Whether all ranks were reckoned anew: the graph beneath was another, or the edit reached too far. */
  readonly solvedInFull: boolean;
}

/** Ranks that are kept right while the graph is edited. */
export interface RankKeeper {
  /** Brings the ranks up to date with a later state of the graph, of which it looks at what changed since the last. */
  readonly update: (edited: EditedLinks) => RankUpdate;
  /** The rank of a node now; 0 for one that was removed. */
  readonly rankAt: (node: number) => number;
  /** The ranks of all nodes now, summing to 1. */
  readonly ranks: () => Float64Array;
}

/** Beyond this many links followed, for each node and link of the graph, it is sooner done in full: about a quarter of that work. */
const MOST_WORK = 4;

/**
 * Keeps the PageRank of a graph up to date through edits, at a cost that goes with how far an edit reaches and not with the size of the
 * graph. The ranks are those of `pageRank` with its default rules: even teleport, and rank that reaches a node without links back to all.
 *
 * Kept are y, near the solution of y = 1 + a Pᵀ y, and what it is off by, r = 1 + a Pᵀ y − y, node for node. An edit of a row changes r at
 * the old and the new targets. Then, wherever |r| exceeds θ, it is added to y and a times it is sent on, as in a local push. When no node
 * exceeds θ, |y* − y| = |(I − aPᵀ)⁻¹ r| ≤ θ (I − aPᵀ)⁻¹ 1 = θ y*: each y is within θ of itself, so each rank y / Σ y within 2 θ / (1 − θ),
 * which is the tolerance. What is left in r stays there and is reckoned with at the next update, so errors do not pile up however many
 * edits there are.
 *
 * @throws RangeError for an option out of range, and for a node that is none
 * @see Zhang, Lofgren and Goel (2016), doi:10.1145/2939672.2939804
 * @example
 * const base = buildLinkGraph({ nodeCount: 3, sources: [0, 1], targets: [1, 0] });
 * const keeper = rankKeeper(base);
 * const changedRows = new Map([[1, Int32Array.of(0, 2)]]);
 * keeper.update({ base, nodeCount: 3, isRemoved: () => false, changedRows }).relativeErrorBound; // => 0.0001
 * keeper.rankAt(2); // ≈ 0.3032
 */
export const rankKeeper = (graph: LinkGraph, options: RankKeeperOptions = {}): RankKeeper => {
  const { damping, relativeTolerance } = checked(options);
  let state = solvedState({ base: graph, nodeCount: graph.nodeCount, isRemoved: () => false, changedRows: new Map() });

  function solvedState(edited: EditedLinks): State {
    return solve(edited, damping, relativeTolerance / (2 + relativeTolerance));
  }
  return {
    update: (edited) => {
      const most = MOST_WORK * (state.base.nodeCount + state.base.linkCount);
      const done = edited.base === state.base && edited.nodeCount >= state.nodeCount;
      if (done) {
        follow(state, edited);
        if (pushOn(state, most)) return updateOf(state, relativeTolerance, false);
      }
      state = solvedState(edited);
      return updateOf(state, relativeTolerance, true);
    },
    rankAt: (node) => {
      refuseStranger('rankKeeper', node, state.nodeCount);
      return state.isPresent[node] === 1 ? state.values[node]! / state.total : 0;
    },
    ranks: () => {
      const { nodeCount, values, total, isPresent } = state;
      return Float64Array.from({ length: nodeCount }, (_, v) => (isPresent[v] === 1 ? values[v]! / total : 0));
    },
  };
};

const checked = (options: RankKeeperOptions) => {
  refuseUnknown('rankKeeper', options, ['damping', 'relativeTolerance']);
  const { damping = 0.85, relativeTolerance = 1e-4 } = options;
  if (!(damping >= 0 && damping < 1)) {
    throw new RangeError(`rankKeeper: damping is ${damping}; it is at least 0 and below 1`);
  }
  if (!(relativeTolerance >= 1e-9 && relativeTolerance <= 0.1)) {
    throw new RangeError(`rankKeeper: relativeTolerance is ${relativeTolerance}; it is from 1e-9 to 0.1`);
  }
  return { damping, relativeTolerance };
};

interface State {
  readonly base: LinkGraph;
  readonly damping: number;
  /** θ. */
  readonly limit: number;
  nodeCount: number;
  /** y, r and the rest by node, with room for nodes to come. */
  values: Float64Array;
  residuals: Float64Array;
  isPresent: Uint8Array;
  isWaiting: Uint8Array;
  /** 1 where the row is not that of the graph beneath but in `rows`. */
  isChanged: Uint8Array;
  readonly rows: Map<number, Int32Array>;
  /**
   * Nodes that can come and go without a row that tells of it: those without links in the graph beneath to which nothing may lead.
   */
  readonly lonely: Set<number>;
  /** Σ y of the nodes that are present. */
  total: number;
  /** Nodes whose residual may exceed the limit, as a ring with room for every node. */
  queue: Int32Array;
  head: number;
  waiting: number;
  pushes: number;
  linksFollowed: number;
}

const updateOf = ({ pushes, linksFollowed }: State, relativeErrorBound: number, solvedInFull: boolean): RankUpdate => ({
  relativeErrorBound,
  pushes,
  linksFollowed,
  solvedInFull,
});

/** The edited graph as one of its own, under the same numbers. */
const frozenOf = ({ base, nodeCount, changedRows }: EditedLinks): LinkGraph => {
  if (changedRows.size === 0 && nodeCount === base.nodeCount) return base;
  const rowOf = (node: number): Int32Array =>
    changedRows.get(node) ??
    (node < base.nodeCount ? base.outTargets.subarray(base.outStarts[node], base.outStarts[node + 1]) : NOTHING);
  const rows = Array.from({ length: nodeCount }, (_, node) => rowOf(node));
  const linkCount = rows.reduce((sum, row) => sum + row.length, 0);
  const sources = new Int32Array(linkCount);
  const targets = new Int32Array(linkCount);
  let to = 0;
  rows.forEach((row, node) => {
    sources.fill(node, to, to + row.length);
    targets.set(row, to);
    to += row.length;
  });
  return buildLinkGraph({ nodeCount, sources, targets });
};

const NOTHING = /* @__PURE__ */ new Int32Array(0);

const solve = (edited: EditedLinks, damping: number, limit: number): State => {
  const { nodeCount } = edited;
  const graph = frozenOf(edited);
  const isPresent = Uint8Array.from({ length: nodeCount }, (_, v) => (edited.isRemoved(v) ? 0 : 1));
  const presentCount = isPresent.reduce((sum, present) => sum + present, 0);
  const values =
    presentCount > 0 ? unscaledRanks(graph, isPresent, presentCount, damping, limit) : new Float64Array(nodeCount);
  const state: State = {
    base: edited.base,
    damping,
    limit,
    nodeCount,
    values,
    residuals: Float64Array.from(isPresent),
    isPresent,
    isWaiting: new Uint8Array(nodeCount),
    isChanged: new Uint8Array(nodeCount),
    rows: new Map(edited.changedRows),
    lonely: lonelyOf(edited),
    total: 0,
    queue: new Int32Array(nodeCount),
    head: 0,
    waiting: 0,
    pushes: 0,
    linksFollowed: 0,
  };
  for (const node of state.rows.keys()) state.isChanged[node] = 1;
  const { residuals } = state;
  for (let v = 0; v < nodeCount; v++) {
    residuals[v] = residuals[v]! - values[v]!;
    if (isPresent[v] === 1) state.total += values[v]!;
    const start = graph.outStarts[v]!;
    const end = graph.outStarts[v + 1]!;
    const each = (damping * values[v]!) / (end - start);
    for (let e = start; e < end; e++) residuals[graph.outTargets[e]!] = residuals[graph.outTargets[e]!]! + each;
  }
  for (let v = 0; v < nodeCount; v++) putInQueue(state, v);
  pushOn(state, Number.POSITIVE_INFINITY);
  return state;
};

const isLinkless = ({ nodeCount, outStarts }: LinkGraph, node: number): boolean =>
  node < nodeCount && outStarts[node] === outStarts[node + 1];

const lonelyOf = ({ base, changedRows }: EditedLinks): Set<number> => {
  const lonely = new Set<number>();
  for (let v = 0; v < base.nodeCount; v++) {
    if (isLinkless(base, v) && base.inStarts[v] === base.inStarts[v + 1]) lonely.add(v);
  }
  for (const node of changedRows.keys()) {
    if (node >= base.nodeCount) continue;
    for (let e = base.outStarts[node]!; e < base.outStarts[node + 1]!; e++) {
      if (isLinkless(base, base.outTargets[e]!)) lonely.add(base.outTargets[e]!);
    }
  }
  return lonely;
};

/** y = 1 + a Pᵀ y, nearly. */
const unscaledRanks = (
  graph: LinkGraph,
  isPresent: Uint8Array,
  presentCount: number,
  damping: number,
  limit: number,
): Float64Array => {
  const isWhole = presentCount === graph.nodeCount;
  const { ranks } = pageRank(graph, {
    damping,
    // Well below the limit, so that an edit has far to go before it moves what lies around it.
    tolerance: Math.max(1e-14, Math.min(1e-10, limit * 1e-3)),
    personalisation: isWhole ? undefined : isPresent,
  });
  let dangling = 0;
  for (let v = 0; v < ranks.length; v++) if (graph.outStarts[v + 1] === graph.outStarts[v]) dangling += ranks[v]!;
  // The ranks start from (1 − a + a d) / n at each node, y from 1.
  const scale = presentCount / (1 - damping + damping * dangling);
  return ranks.map((rank) => rank * scale);
};

/** Puts a node in the queue if it is off by more than may be. */
const putInQueue = (state: State, node: number): void => {
  const { residuals, isPresent, isWaiting, queue, limit } = state;
  // Where nobody is, and nothing leads, y is to be 0 and not only near it.
  const most = isPresent[node] === 1 ? limit : 0;
  if (isWaiting[node] === 1 || Math.abs(residuals[node]!) <= most) return;
  isWaiting[node] = 1;
  const at = state.head + state.waiting;
  queue[at < queue.length ? at : at - queue.length] = node;
  state.waiting++;
};

const rowOf = ({ base, isChanged, rows }: State, node: number): Int32Array => {
  if (isChanged[node] === 1) return rows.get(node)!;
  return node < base.nodeCount ? base.outTargets.subarray(base.outStarts[node], base.outStarts[node + 1]) : NOTHING;
};

/** Sends on what nodes are off by until none is off by more than may be; false if that takes more than `most` links. */
const pushOn = (state: State, most: number): boolean => {
  const { values, residuals, isWaiting, isPresent, queue, damping } = state;
  while (state.waiting > 0) {
    const node = queue[state.head]!;
    state.head = state.head + 1 < queue.length ? state.head + 1 : 0;
    state.waiting--;
    isWaiting[node] = 0;
    const residual = residuals[node]!;
    residuals[node] = 0;
    values[node] = values[node]! + residual;
    if (isPresent[node] === 1) state.total += residual;
    state.pushes++;
    const row = rowOf(state, node);
    state.linksFollowed += row.length;
    if (state.linksFollowed > most) return false;
    const each = (damping * residual) / row.length;
    for (let i = 0; i < row.length; i++) {
      const target = row[i]!;
      residuals[target] = residuals[target]! + each;
      putInQueue(state, target);
    }
  }
  return true;
};

/** Makes room for nodes up to `nodeCount`, and some more, so that adding one by one does not copy each time. */
const grow = (state: State, nodeCount: number): void => {
  if (nodeCount > state.values.length) {
    const room = Math.max(nodeCount, state.values.length + (state.values.length >> 3) + 16);
    const wider = <A extends Float64Array | Uint8Array>(array: A, made: A): A => {
      made.set(array);
      return made;
    };
    state.values = wider(state.values, new Float64Array(room));
    state.residuals = wider(state.residuals, new Float64Array(room));
    state.isPresent = wider(state.isPresent, new Uint8Array(room));
    state.isWaiting = wider(state.isWaiting, new Uint8Array(room));
    state.isChanged = wider(state.isChanged, new Uint8Array(room));
    // Between updates nothing waits, so nothing is lost.
    state.queue = new Int32Array(room);
    state.head = 0;
  }
  state.nodeCount = nodeCount;
};

/** Takes in what has changed since the last update: the residuals are then those of the edited graph, and the queue holds what they ask for. */
const follow = (state: State, edited: EditedLinks): void => {
  state.pushes = 0;
  state.linksFollowed = 0;
  const met = new Set<number>();
  for (let node = state.nodeCount; node < edited.nodeCount; node++) met.add(node);
  grow(state, edited.nodeCount);

  const change = (node: number, row: Int32Array | undefined): void => {
    met.add(node);
    const before = rowOf(state, node);
    for (const target of before) if (isLinkless(state.base, target)) state.lonely.add(target);
    send(state, before, -state.values[node]!, met);
    if (row) state.rows.set(node, row);
    else state.rows.delete(node);
    state.isChanged[node] = row ? 1 : 0;
    send(state, rowOf(state, node), state.values[node]!, met);
  };
  for (const [node, row] of edited.changedRows) if (state.rows.get(node) !== row) change(node, row);
  if (state.rows.size > edited.changedRows.size) {
    for (const node of state.rows.keys()) if (!edited.changedRows.has(node)) change(node, undefined);
  }
  for (const node of state.lonely) if (edited.isRemoved(node) === (state.isPresent[node] === 1)) met.add(node);
  for (const node of met) {
    const present = edited.isRemoved(node) ? 0 : 1;
    const before = state.isPresent[node]!;
    if (present !== before) {
      state.isPresent[node] = present;
      state.residuals[node] = state.residuals[node]! + present - before;
      state.total += (present - before) * state.values[node]!;
    }
  }
  for (const node of met) putInQueue(state, node);
};

const send = ({ residuals, damping }: State, row: Int32Array, value: number, met: Set<number>): void => {
  const each = (damping * value) / row.length;
  for (const target of row) {
    residuals[target] = residuals[target]! + each;
    met.add(target);
  }
};
