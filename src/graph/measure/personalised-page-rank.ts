import type { LinkGraph } from '../links/link-graph.js';
import { type LinkRows, rowsOf } from '../links/link-rows.js';
import { readNodes } from '../links/read-nodes.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import {
  refuseDamping,
  refuseLimit,
  refuseNoList,
  refuseNumber,
  refuseStranger,
  refuseUnknown,
  refuseWord,
} from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { topNodes } from '../links/top-nodes.js';

/** Where a reader starts: at one node, at any of several, or at each with a weight above 0. */
export type Seeds = number | readonly number[] | Int32Array | ReadonlyMap<number, number>;

export interface PersonalisedPageRankOptions {
  /** How many nodes are returned at most. By default 10. */
  readonly limit?: number | undefined;
  /** How often a reader follows a link rather than return to the seeds: at least 0, below 1. By default 0.85. */
  readonly damping?: number | undefined;
  /** What may be left undone at a node, for each of its links. Work and accuracy grow with 1 / epsilon. By default 1e-5. */
  readonly epsilon?: number | undefined;
  /** Whether a reader follows links forward (`out`, the default) or backward as well (`both`), each with the same chance. */
  readonly direction?: 'out' | 'both' | undefined;
  /** Nodes that are not returned. The reader may pass through them. */
  readonly exclude?: Iterable<number> | undefined;
}

export interface RankedNode {
  readonly node: number;
  readonly rank: number;
}

export interface PersonalisedPageRank {
  /** The nodes of the greatest rank, greatest first and of equal ones the lower number first. */
  readonly top: readonly RankedNode[];
  /** The exact rank of any node is at least the one found, which for a node not met is 0, and at most this much more. */
  readonly bound: number;
  /** So many of the first places would be taken by the same nodes in the same order if ranks were exact. */
  readonly settled: number;
  /** How many nodes were met. */
  readonly touched: number;
  /** How many times what lay at a node was sent on. */
  readonly pushes: number;
}

const OPTIONS = ['limit', 'damping', 'epsilon', 'direction', 'exclude'] as const;

/**
 * Personalised PageRank of the nodes where it is greatest: the share of time a reader spends there who returns to the seeds with
 * probability 1 − a at each step, and from a node without links always.
 *
 * By local push: all the reader's time lies at the seeds at first; of what lies at a node, 1 − a stays for good and the rest is sent along
 * its links, for as long as some node holds more than epsilon for each of its links. Only nodes near the seeds are met, so a query
 * costs the same in a graph of a thousand nodes and of a million: at most 1 / (epsilon (1 − a)) links are followed. What still lies
 * about at the end is the error, and is returned as the bound. Of links both ways, where what can reach a node from everywhere is at
 * most epsilon times its number of links, that closer bound settles the places.
 *
 * The room it works in is kept with the graph, 25 bytes a node, and made by the first query.
 *
 * @throws RangeError for a seed or an excluded number that is no node, no seeds, a weight that is not positive, or an option out of range
 * @see Andersen, Chung and Lang (2006), doi:10.1109/FOCS.2006.44
 * @example
 * const graph = buildLinkGraph({ nodeCount: 4, sources: [0, 0, 1, 2], targets: [1, 2, 0, 3] });
 * const { top } = personalisedPageRank(graph, 0, { limit: 2, exclude: [0] });
 * top.map(({ node }) => node); // => [1, 2]
 */
export const personalisedPageRank = (
  graph: LinkGraph,
  seeds: Seeds,
  options: PersonalisedPageRankOptions = {},
): PersonalisedPageRank => {
  refuseNoGraph('personalisedPageRank', graph);
  // All that is the caller’s is read before the room is: what it throws must leave nothing behind.
  const { limit, damping, epsilon, direction, hidden } = checked(graph, options);
  const seedShares = seedSharesOf(graph, seeds);
  const room = roomOf(graph);
  const push = pushAll(rowsOf(graph), room, seedShares, damping, epsilon, direction === 'both');
  const { reserves, residuals, touched, queue } = room;

  // Of what still lies at a node 1 − a would stay there whatever is sent on: only the rest is unknown.
  let left = 0;
  for (let i = 0; i < push.touched; i++) {
    const node = touched[i]!;
    left += residuals[node]!;
    reserves[node] = reserves[node]! + (1 - damping) * residuals[node]!;
    residuals[node] = 0;
  }
  const bound = damping * left + push.returning;

  let count = 0;
  for (let i = 0; i < push.touched; i++) if (!hidden.has(touched[i]!)) queue[count++] = touched[i]!;
  const places = topNodes(queue, count, reserves, limit);
  const top = Array.from(places, (node) => ({ node, rank: reserves[node]! }));
  // Both ways the chance to go from u to i is that to go from i to u, times the links of i over those of u. No u holds more than
  // epsilon for each of its links, so what can still reach i is at most epsilon for each of the links of i.
  const closer = direction === 'both' && !push.hasReturned ? epsilon : Number.POSITIVE_INFINITY;
  const settled = settledPlaces(graph, room, count, places, bound, closer);

  for (let i = 0; i < push.touched; i++) reserves[touched[i]!] = 0;
  return { top, bound, settled, touched: push.touched, pushes: push.pushes };
};

/** Nodes, each once, and the share of a reader’s time that begins at each; the shares sum to 1. */
export interface SeedShares {
  readonly nodes: Int32Array;
  readonly shares: Float64Array;
}

/**
 * The nodes that a walk met, as far as `count`: beside each its rank, and where its links out lie in `targets`. All stand side by side, in
 * the order in which the nodes were met: reading them by node number would miss the cache at nearly every node.
 */
export interface Walk {
  readonly nodes: Int32Array;
  readonly ranks: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly targets: Int32Array;
  readonly count: number;
}

/**
 * The kernel beneath, for those who want every node met and not only the first. Links are followed both ways. What it gives holds until the
 * next walk in the same graph.
 *
 * @param rows those of the graph, or without some of its links
 */
export const walkFrom = (
  graph: LinkGraph,
  rows: LinkRows,
  seeds: SeedShares,
  { damping, epsilon }: { readonly damping: number; readonly epsilon: number },
): Walk => {
  const room = roomOf(graph);
  return rows.inSources === graph.inSources
    ? pushBothWays(bothWaysOf(rows, room, epsilon), room, seeds, damping)
    : pushAndSettle(rows, room, seeds, damping, epsilon);
};

/** Lets what is sent along rows with links left out come to rest: of what still lies at a node a part stays there. */
const pushAndSettle = (rows: LinkRows, room: Room, seeds: SeedShares, damping: number, epsilon: number): Walk => {
  const { reserves, residuals, touched } = room;
  const count = pushAll(rows, room, seeds, damping, epsilon, true).touched;
  const { ranks, starts, ends } = walkRoomOf(room);
  for (let i = 0; i < count; i++) {
    const node = touched[i]!;
    ranks[i] = reserves[node]! + (1 - damping) * residuals[node]!;
    starts[i] = rows.outStarts[node]!;
    ends[i] = rows.outEnds[node]!;
    reserves[node] = 0;
    residuals[node] = 0;
  }
  return { nodes: touched, ranks, starts, ends, targets: rows.outTargets, count };
};

/**
 * How many of the first places no later node can take, among the candidates that lie in the queue and those that were not met.
 * @param closer what can still reach a node at most, for each of its links; Infinity where that is not known
 */
const settledPlaces = (
  { outStarts, inStarts }: LinkGraph,
  { reserves, queue, greatestDegree }: Room,
  count: number,
  places: Int32Array,
  bound: number,
  closer: number,
): number => {
  const mostOf = (node: number): number => {
    const degree = outStarts[node + 1]! - outStarts[node]! + inStarts[node + 1]! - inStarts[node]!;
    return reserves[node]! + Math.min(bound, degree > 0 ? closer * degree : bound);
  };
  let most = Math.min(bound, greatestDegree > 0 ? closer * greatestDegree : bound);
  const placed = new Set(places);
  for (let i = 0; i < count; i++) if (!placed.has(queue[i]!)) most = Math.max(most, mostOf(queue[i]!));
  let settled = places.length;
  for (let place = places.length - 1; place >= 0; place--) {
    const node = places[place]!;
    if (!(reserves[node]! > most)) settled = place;
    most = Math.max(most, mostOf(node));
  }
  return settled;
};

const checked = ({ nodeCount }: LinkGraph, options: PersonalisedPageRankOptions) => {
  const caller = 'personalisedPageRank';
  refuseUnknown(caller, options, OPTIONS);
  const { limit = 10, damping = 0.85, epsilon = 1e-5, direction = 'out', exclude = [] } = options;
  refuseLimit(caller, 'limit', limit);
  refuseWord(caller, 'direction', direction, ['out', 'both']);
  refuseDamping(caller, damping);
  refuseNumber(
    caller,
    'epsilon',
    epsilon,
    'finite and above 0',
    (value) => value > 0 && value < Number.POSITIVE_INFINITY,
  );
  const hidden = readNodes(caller, 'exclude', exclude, nodeCount);
  return { limit, damping, epsilon, direction, hidden };
};

/** Each seed once, with its share of the reader’s time. */
const seedSharesOf = ({ nodeCount }: LinkGraph, seeds: Seeds): SeedShares => {
  const caller = 'personalisedPageRank';
  const weights = new Map<number, number>();
  if (typeof seeds !== 'number') refuseNoList(caller, 'seeds', seeds, 'nodes, one node, or a Map of nodes and weights');
  if (typeof seeds === 'number') weights.set(seeds, 1);
  else if (seeds instanceof Map) for (const [node, weight] of seeds) weights.set(node, weight);
  else for (const node of seeds as Iterable<number>) weights.set(node, (weights.get(node) ?? 0) + 1);
  let sum = 0;
  for (const [node, weight] of weights) {
    refuseStranger(caller, node, nodeCount);
    if (!(typeof weight === 'number' && weight > 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${caller}: the weight of seed ${node} is ${shownValue(weight)}; it is finite and above 0`);
    }
    sum += weight;
  }
  if (weights.size === 0) throw new RangeError(`${caller}: there is no seed; name at least one node`);
  return { nodes: Int32Array.from(weights.keys()), shares: Float64Array.from(weights.values(), (w) => w / sum) };
};

/** Where a push works. Between queries all is 0. */
interface Room {
  /** What has come to stay at each node. */
  readonly reserves: Float64Array;
  /** What still lies there and may be sent on. */
  readonly residuals: Float64Array;
  /** 1: met; 2: met and in the queue. */
  readonly marks: Uint8Array;
  /** The nodes that are met, in the order in which they were. */
  readonly touched: Int32Array;
  /** A ring of nodes that hold too much. */
  readonly queue: Int32Array;
  /** The greatest number of links at a node, both ways together. */
  greatestDegree: number;
  /** The rows out and in of each node in one, made when links are first followed both ways in the whole graph. */
  bothWays: BothWays | undefined;
  /** Where a walk is written down, made by the first. */
  walk: Pick<Walk, 'ranks' | 'starts' | 'ends'> | undefined;
}

/** The rows out and in of each node in one, and what a walk asks of a node. */
interface BothWays {
  /** What each node links to, then what links to it, row after row. */
  readonly neighbours: Int32Array;
  /**
   * Eight numbers a node, one line of the cache: `cells[8 v + RESIDUAL]` and so on. In arrays of their own a node costs up to six lines,
   * most of them not in the cache.
   */
  readonly cells: Float64Array;
  readonly epsilon: number;
}

const CELL_BITS = 3;
/** What lies at the node and may be sent on. */
const RESIDUAL = 0;
/**
 * A residual above the bar calls for more than adding to it. The bar is −1 while the node was not met, its limit once it was, and infinite
 * while it waits in the queue: one comparison answers three questions.
 */
const BAR = 1;
/** Epsilon for each of its links, or epsilon where it has none: what may lie at the node in the end. */
const LIMIT = 2;
/** What has come to stay. */
const RESERVE = 3;
/** Row `v` of the neighbours begins at START; its links out end at OUT_END, and those in at END. */
const START = 4;
const OUT_END = 5;
const END = 6;

/** Made anew for another epsilon: those of one are kept, since recommendations ask with one. */
const bothWaysOf = (rows: LinkRows, room: Room, epsilon: number): BothWays => {
  if (room.bothWays?.epsilon === epsilon) return room.bothWays;
  const { nodeCount, outStarts, outEnds, outTargets, inStarts, inEnds, inSources } = rows;
  const neighbours = new Int32Array(outTargets.length + inSources.length);
  const cells = new Float64Array(nodeCount << CELL_BITS);
  let at = 0;
  for (let v = 0; v < nodeCount; v++) {
    const cell = v << CELL_BITS;
    cells[cell + START] = at;
    for (let e = outStarts[v]!; e < outEnds[v]!; e++) neighbours[at++] = outTargets[e]!;
    cells[cell + OUT_END] = at;
    for (let e = inStarts[v]!; e < inEnds[v]!; e++) neighbours[at++] = inSources[e]!;
    cells[cell + END] = at;
    cells[cell + LIMIT] = epsilon * Math.max(1, at - cells[cell + START]!);
    cells[cell + BAR] = -1;
  }
  room.bothWays = { neighbours, cells, epsilon };
  return room.bothWays;
};

const walkRoomOf = (room: Room): Pick<Walk, 'ranks' | 'starts' | 'ends'> => {
  const { length } = room.touched;
  room.walk ??= { ranks: new Float64Array(length), starts: new Int32Array(length), ends: new Int32Array(length) };
  return room.walk;
};

const rooms = /* @__PURE__ */ new WeakMap<LinkGraph, Room>();

const roomOf = (graph: LinkGraph): Room => {
  const known = rooms.get(graph);
  if (known) return known;
  const { nodeCount, outStarts, inStarts } = graph;
  let greatestDegree = 0;
  for (let v = 0; v < nodeCount; v++) {
    greatestDegree = Math.max(greatestDegree, outStarts[v + 1]! - outStarts[v]! + inStarts[v + 1]! - inStarts[v]!);
  }
  const room: Room = {
    reserves: new Float64Array(nodeCount),
    residuals: new Float64Array(nodeCount),
    marks: new Uint8Array(nodeCount),
    touched: new Int32Array(nodeCount),
    queue: new Int32Array(nodeCount),
    greatestDegree,
    bothWays: undefined,
    walk: undefined,
  };
  rooms.set(graph, room);
  return room;
};

interface Pushed {
  readonly touched: number;
  readonly pushes: number;
  /** What came to nodes without links and has not been brought back to the seeds. */
  readonly returning: number;
  /** Whether a seed has no links, so that the way back to the seeds is not one of the graph. */
  readonly hasReturned: boolean;
}

/** Sends on what lies at nodes that hold more than epsilon for each of their links, the first to hold so much first. */
const pushAll = (
  { nodeCount, outStarts, outEnds, outTargets, inStarts, inEnds, inSources }: LinkRows,
  { reserves, residuals, marks, touched, queue }: Room,
  { nodes: seeds, shares }: SeedShares,
  damping: number,
  epsilon: number,
  bothWays: boolean,
): Pushed => {
  let met = 0;
  let head = 0;
  let waiting = 0;
  let pushes = 0;
  let returning = 1;
  let rounds = 0;

  const enqueue = (node: number): void => {
    marks[node] = 2;
    const at = head + waiting;
    queue[at < nodeCount ? at : at - nodeCount] = node;
    waiting++;
  };
  const degreeOf = (node: number): number => {
    const out = outEnds[node]! - outStarts[node]!;
    return bothWays ? out + inEnds[node]! - inStarts[node]! : out;
  };
  const receive = (node: number, mass: number): void => {
    const residual = residuals[node]! + mass;
    residuals[node] = residual;
    const mark = marks[node]!;
    if (mark === 2) return;
    if (mark === 0) {
      marks[node] = 1;
      touched[met++] = node;
    }
    const degree = degreeOf(node);
    if (residual > epsilon * (degree > 0 ? degree : 1)) enqueue(node);
  };

  // What reaches nodes without links is gathered and brought back to the seeds all at once, when nothing else is left to do.
  while (returning > epsilon) {
    const mass = returning;
    returning = 0;
    rounds++;
    for (let i = 0; i < seeds.length; i++) receive(seeds[i]!, mass * shares[i]!);
    while (waiting > 0) {
      const node = queue[head]!;
      head = head + 1 < nodeCount ? head + 1 : 0;
      waiting--;
      marks[node] = 1;
      const residual = residuals[node]!;
      residuals[node] = 0;
      reserves[node] = reserves[node]! + (1 - damping) * residual;
      pushes++;
      const degree = degreeOf(node);
      if (degree === 0) {
        returning += damping * residual;
        continue;
      }
      const each = (damping * residual) / degree;
      const outEnd = outEnds[node]!;
      for (let e = outStarts[node]!; e < outEnd; e++) receive(outTargets[e]!, each);
      if (!bothWays) continue;
      const inEnd = inEnds[node]!;
      for (let e = inStarts[node]!; e < inEnd; e++) receive(inSources[e]!, each);
    }
  }
  for (let i = 0; i < met; i++) marks[touched[i]!] = 0;
  return { touched: met, pushes, returning, hasReturned: rounds > 1 || returning > 0 };
};

/**
 * `pushAll` with links both ways in the whole graph, and what still lies at a node taken in at the end: the same steps in the same order,
 * so the same bits.
 */
const pushBothWays = (
  { neighbours, cells, epsilon }: BothWays,
  room: Room,
  { nodes: seeds, shares }: SeedShares,
  damping: number,
): Walk => {
  const { touched, queue } = room;
  const nodeCount = touched.length;
  const kept = 1 - damping;
  let met = 0;
  let head = 0;
  let waiting = 0;
  let tail = 0;
  let returning = 1;
  /** What a residual above the bar calls for: a node met first is noted, and one above its limit waits in the queue. */
  const raise = (cell: number, residual: number): void => {
    if (cells[cell + BAR]! < 0) {
      touched[met++] = cell >>> CELL_BITS;
      if (!(residual > cells[cell + LIMIT]!)) {
        cells[cell + BAR] = cells[cell + LIMIT]!;
        return;
      }
    }
    cells[cell + BAR] = Number.POSITIVE_INFINITY;
    queue[tail] = cell;
    tail = tail + 1 < nodeCount ? tail + 1 : 0;
    waiting++;
  };
  while (returning > epsilon) {
    const mass = returning;
    returning = 0;
    for (let i = 0; i < seeds.length; i++) {
      const cell = seeds[i]! << CELL_BITS;
      const residual = cells[cell + RESIDUAL]! + mass * shares[i]!;
      cells[cell + RESIDUAL] = residual;
      if (residual > cells[cell + BAR]!) raise(cell, residual);
    }
    while (waiting > 0) {
      const cell = queue[head]!;
      head = head + 1 < nodeCount ? head + 1 : 0;
      waiting--;
      const residual = cells[cell + RESIDUAL]!;
      cells[cell + RESIDUAL] = 0;
      cells[cell + BAR] = cells[cell + LIMIT]!;
      cells[cell + RESERVE] = cells[cell + RESERVE]! + kept * residual;
      // Whole numbers again, so that the loop counts in integers.
      const start = cells[cell + START]! | 0;
      const end = cells[cell + END]! | 0;
      if (start === end) {
        returning += damping * residual;
        continue;
      }
      const each = (damping * residual) / (end - start);
      for (let e = start; e < end; e++) {
        const other = neighbours[e]! << CELL_BITS;
        const held = cells[other + RESIDUAL]! + each;
        cells[other + RESIDUAL] = held;
        if (held > cells[other + BAR]!) raise(other, held);
      }
    }
  }
  const { ranks, starts, ends } = walkRoomOf(room);
  for (let i = 0; i < met; i++) {
    const cell = touched[i]! << CELL_BITS;
    ranks[i] = cells[cell + RESERVE]! + kept * cells[cell + RESIDUAL]!;
    starts[i] = cells[cell + START]!;
    ends[i] = cells[cell + OUT_END]!;
    cells[cell + RESIDUAL] = 0;
    cells[cell + RESERVE] = 0;
    cells[cell + BAR] = -1;
  }
  return { nodes: touched, ranks, starts, ends, targets: neighbours, count: met };
};
