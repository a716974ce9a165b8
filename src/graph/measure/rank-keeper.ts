import { buildLinkGraph, type LinkGraph } from '../links/link-graph.js';
import { pageRank } from './page-rank.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseDamping, refuseNumber, refuseStranger, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

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
  refuseNoGraph('rankKeeper', graph);
  const { damping, relativeTolerance } = checked(options);
  let isInStep = true;
  let state = solvedState({ base: graph, nodeCount: graph.nodeCount, isRemoved: () => false, changedRows: new Map() });

  function solvedState(edited: EditedLinks): State {
    return solve(edited, damping, relativeTolerance / (2 + relativeTolerance));
  }
  return {
    update: (edited) => {
      refuseNoEdit(edited);
      const most = MOST_WORK * (state.base.nodeCount + state.base.linkCount);
      if (isInStep && edited.base === state.base && edited.nodeCount >= state.nodeCount) {
        // All that is the caller’s is read before the state is touched: what it throws must leave nothing half done.
        const changes = changesOf(state, edited);
        isInStep = false;
        follow(state, edited.nodeCount, changes);
        isInStep = pushOn(state, most);
        if (isInStep) return updateOf(state, relativeTolerance, false);
      }
      for (const [node, row] of edited.changedRows) refuseRow(edited, node, row);
      state = solvedState(edited);
      isInStep = true;
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

const refuseNoEdit = (edited: EditedLinks): void => {
  const caller = 'rankKeeper.update';
  const { base, nodeCount, isRemoved, changedRows } = edited ?? {};
  const isEdit = base && typeof isRemoved === 'function' && typeof changedRows?.get === 'function';
  if (!isEdit) {
    throw new TypeError(`${caller}: this is no edited graph; give one of withArticle or withoutArticle`);
  }
  refuseNoGraph(caller, base);
  const right = `a whole number from ${base.nodeCount}, how many its base has`;
  refuseNumber(caller, 'nodeCount', nodeCount, right, (count) => Number.isInteger(count) && count >= base.nodeCount);
};

/** Throws for a row that is none of the edited graph’s. */
const refuseRow = ({ nodeCount }: EditedLinks, node: number, row: Int32Array): void => {
  refuseStranger('rankKeeper.update', node, nodeCount);
  if (!ArrayBuffer.isView(row) || row.BYTES_PER_ELEMENT !== 4) {
    throw new TypeError(`rankKeeper.update: the row of node ${node} is ${shownValue(row)}; it is an Int32Array`);
  }
  for (const target of row) refuseStranger(`rankKeeper.update: in the row of node ${node}`, target, nodeCount);
};

const checked = (options: RankKeeperOptions) => {
  refuseUnknown('rankKeeper', options, ['damping', 'relativeTolerance']);
  const { damping = 0.85, relativeTolerance = 1e-4 } = options;
  refuseDamping('rankKeeper', damping);
  refuseNumber(
    'rankKeeper',
    'relativeTolerance',
    relativeTolerance,
    'from 1e-9 to 0.1',
    (value) => value >= 1e-9 && value <= 0.1,
  );
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

/** The row of a node as the graph beneath has it; none where the node came later. */
const baseRow = ({ nodeCount, outStarts, outTargets }: LinkGraph, node: number): Int32Array =>
  node < nodeCount ? outTargets.subarray(outStarts[node], outStarts[node + 1]) : NOTHING;

/** The edited graph as one of its own, under the same numbers. */
const frozenOf = ({ base, nodeCount, changedRows }: EditedLinks): LinkGraph => {
  if (changedRows.size === 0 && nodeCount === base.nodeCount) return base;
  const rowOf = (node: number): Int32Array => changedRows.get(node) ?? baseRow(base, node);
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
  return baseRow(base, node);
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

/** What an edit changes, as it is read from the caller: rows and presences in the order in which they are met. */
interface Changes {
  readonly rows: readonly (readonly [node: number, row: Int32Array | undefined])[];
  readonly met: ReadonlySet<number>;
  readonly lonely: readonly number[];
  readonly removed: ReadonlySet<number>;
}

/** Reads what has changed since the last update, and leaves the state as it is. */
const changesOf = (state: State, edited: EditedLinks): Changes => {
  const rows: (readonly [number, Int32Array | undefined])[] = [];
  let added = 0;
  for (const [node, row] of edited.changedRows) {
    if (state.rows.get(node) === row) continue;
    refuseRow(edited, node, row);
    rows.push([node, row]);
    if (!state.rows.has(node)) added++;
  }
  if (state.rows.size + added > edited.changedRows.size) {
    for (const node of state.rows.keys()) if (!edited.changedRows.has(node)) rows.push([node, undefined]);
  }
  const met = new Set<number>();
  const lonely: number[] = [];
  for (let node = state.nodeCount; node < edited.nodeCount; node++) met.add(node);
  for (const [node, row] of rows) {
    met.add(node);
    for (const target of rowOf(state, node)) {
      met.add(target);
      if (isLinkless(state.base, target)) lonely.push(target);
    }
    for (const target of row ?? baseRow(state.base, node)) met.add(target);
  }
  const removed = new Set<number>();
  for (const node of met) if (edited.isRemoved(node)) removed.add(node);
  for (const nodes of [state.lonely, lonely]) {
    for (const node of nodes) {
      if (met.has(node)) continue;
      const isRemoved = edited.isRemoved(node);
      if (isRemoved !== (state.isPresent[node] === 1)) continue;
      met.add(node);
      if (isRemoved) removed.add(node);
    }
  }
  return { rows, met, lonely, removed };
};

/** Takes changes in: the residuals are then those of the edited graph, and the queue holds what they ask for. */
const follow = (state: State, nodeCount: number, { rows, met, lonely, removed }: Changes): void => {
  state.pushes = 0;
  state.linksFollowed = 0;
  grow(state, nodeCount);
  for (const node of lonely) state.lonely.add(node);
  for (const [node, row] of rows) {
    send(state, rowOf(state, node), -state.values[node]!);
    if (row) state.rows.set(node, row);
    else state.rows.delete(node);
    state.isChanged[node] = row ? 1 : 0;
    send(state, rowOf(state, node), state.values[node]!);
  }
  for (const node of met) {
    const present = removed.has(node) ? 0 : 1;
    const before = state.isPresent[node]!;
    if (present !== before) {
      state.isPresent[node] = present;
      state.residuals[node] = state.residuals[node]! + present - before;
      state.total += (present - before) * state.values[node]!;
    }
  }
  for (const node of met) putInQueue(state, node);
};

const send = ({ residuals, damping }: State, row: Int32Array, value: number): void => {
  const each = (damping * value) / row.length;
  for (const target of row) residuals[target] = residuals[target]! + each;
};
