import type { LinkGraph } from '../links/link-graph.js';
import { type RankSystem, rankSystem } from './rank-system.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseCount, refuseDamping, refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { maskOf, readNumbers } from '../links/read-numbers.js';
import { slotWeights } from './slot-weights.js';

/**
 * What becomes of the rank that reaches a node without links: it goes where the teleport goes (`teleport`), evenly to all nodes
 * wherever the teleport goes (`uniform`), or it is lost (`drop`).
 */
export type DanglingRule = 'teleport' | 'uniform' | 'drop';

export const DANGLING_RULES: readonly DanglingRule[] = ['teleport', 'uniform', 'drop'];

export interface PageRankOptions {
  /** How often a reader follows a link rather than start anew: at least 0, below 1. By default 0.85. */
  readonly damping?: number | undefined;
  /**
   * What the residual of the whole vector may come to, all nodes added up without sign. By default 1e-10. In graphology and networkx
   * a tolerance is one for each node: theirs times the number of nodes is one like this.
   */
  readonly tolerance?: number | undefined;
  /** By default 1000. */
  readonly maxSweeps?: number | undefined;
  /** By default `teleport`. */
  readonly dangling?: DanglingRule | undefined;
  /** Where a reader starts anew: for each node a number of 0 or more, in proportion. By default evenly everywhere. */
  readonly personalisation?: ArrayLike<number> | undefined;
  /** The weight of a link by its slot, above 0. Asked once for each slot from 1 to 255. By default all links of a node are equal. */
  readonly slotWeight?: ((slot: number) => number) | undefined;
}

export interface PageRank {
  /** By node. They sum to 1, or to less where what reaches dangling nodes is dropped. */
  readonly ranks: Float64Array;
  readonly sweeps: number;
  /** ‖(1 − a) v + a Pᵀ x + a d w − x‖₁ of the ranks x that are returned: d what dangling nodes have, w where it goes. */
  readonly residual: number;
  /** ‖x − x*‖₁, the distance from the exact ranks, is at most this: residual ÷ (1 − a). */
  readonly errorBound: number;
  readonly dangling: DanglingRule;
  /** Whether the residual came down to the tolerance. */
  readonly converged: boolean;
}

const OPTIONS = ['damping', 'tolerance', 'maxSweeps', 'dangling', 'personalisation', 'slotWeight'] as const;

/** The sweeps before the first two looks at the residual. */
const FIRST_LOOKS = 8;

/** A residual this small that no longer falls is the rounding of the arithmetic. */
const ROUNDING = 1e-12;

/**
 * PageRank: the share of time a reader spends at each node who with probability a (`damping`) follows one of the links of the node,
 * each as likely as its weight says, and otherwise starts anew at a node drawn from v. A link named twice is followed twice as
 * often; a link to itself is followed too.
 *
 * The ranks solve x = (1 − a) v + a Pᵀ x + a d w, with P the shares of the links, d the rank of nodes without links and w where it
 * goes. For w = v the last term only lengthens v: with y = v + a Pᵀ y, which knows nothing of dangling nodes, x is y over its sum. So
 * y is found by Gauss–Seidel sweeps and divided by its sum. Where the rank is dropped, x = (1 − a) y. Where it goes evenly to all nodes
 * though the teleport does not, two such systems are solved, one for v and one for w, and put together so that d is right.
 *
 * It does not throw where the sweeps do not suffice: the ranks are returned as far as they came, with their residual. A graph without
 * nodes has no ranks.
 *
 * @throws RangeError for options that are out of range, a personalisation of another length, with a negative number or without a
 * positive one, and for a weight that is not positive
 * @see Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X; for dangling nodes Del Corso, Gullí and Romani (2005),
 * doi:10.1080/15427951.2005.10129107
 * @example
 * const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 1], targets: [1, 2, 2] });
 * const { ranks, converged } = pageRank(graph);
 * ranks[2]; // ≈ 0.5209
 * converged; // => true
 */
export const pageRank = (graph: LinkGraph, options: PageRankOptions = {}): PageRank => {
  refuseNoGraph('pageRank', graph);
  const settings = settingsOf(graph, options);
  const { damping, base, dangling } = settings;
  const { nodeCount } = graph;
  if (nodeCount === 0 || damping === 0) {
    // Every visit starts anew.
    const ranks = base.length === 1 ? new Float64Array(nodeCount).fill(base[0]!) : base.slice(0, nodeCount);
    return { ranks, sweeps: 0, residual: 0, errorBound: 0, dangling, converged: true };
  }
  const system = rankSystem(graph, damping, settings.weightOfSlot);
  const solved =
    dangling === 'uniform' && base.length > 1
      ? solveTwofold(graph, system, settings)
      : solve(graph, system, base, dangling === 'drop' ? 'lost' : 'returned', settings);
  const { ranks, sweeps, residual } = solved;
  const errorBound = residual / (1 - damping);
  return { ranks, sweeps, residual, errorBound, dangling, converged: residual <= settings.tolerance };
};

interface Settings {
  readonly damping: number;
  readonly tolerance: number;
  readonly maxSweeps: number;
  readonly dangling: DanglingRule;
  /** v, summing to 1: by node, or one number where it is the same for all. */
  readonly base: Float64Array;
  readonly weightOfSlot: Float64Array | undefined;
}

const settingsOf = (graph: LinkGraph, options: PageRankOptions): Settings => {
  refuseUnknown('pageRank', options, OPTIONS);
  const { damping = 0.85, tolerance = 1e-10, maxSweeps = 1000, dangling = 'teleport' } = options;
  refuseDamping('pageRank', damping);
  refuseNumber('pageRank', 'tolerance', tolerance, 'above 0', (value) => value > 0);
  refuseCount('pageRank', 'maxSweeps', maxSweeps);
  refuseWord('pageRank', 'dangling', dangling, DANGLING_RULES);
  const { personalisation, slotWeight } = options;
  const base =
    personalisation === undefined ? Float64Array.of(1 / graph.nodeCount) : sharesOf(personalisation, graph.nodeCount);
  return { damping, tolerance, maxSweeps, dangling, base, weightOfSlot: slotWeights('pageRank', slotWeight) };
};

/** A personalisation as shares of 1. */
const sharesOf = (personalisation: ArrayLike<number>, nodeCount: number): Float64Array => {
  const shares = readNumbers('pageRank', 'personalisation', personalisation, nodeCount);
  const greatest = shares.reduce((most, value) => Math.max(most, value), 0);
  if (nodeCount > 0 && greatest === 0) {
    throw new RangeError('pageRank: personalisation is 0 everywhere; at least one number is positive');
  }
  // Over the greatest first, so that the sum of very great or very small numbers stays one.
  let sum = 0;
  for (let i = 0; i < nodeCount; i++) sum += shares[i] = shares[i]! / greatest;
  for (let i = 0; i < nodeCount; i++) shares[i] = shares[i]! / sum;
  return shares;
};

interface Solution {
  readonly ranks: Float64Array;
  readonly unknowns: Float64Array;
  readonly sweeps: number;
  readonly residual: number;
}

/** The share of v that lies on nodes without links. */
const danglingShare = ({ nodeCount, outStarts }: LinkGraph, base: Float64Array): number => {
  const mask = maskOf(base);
  let share = 0;
  for (let v = 0; v < nodeCount; v++) if (outStarts[v + 1] === outStarts[v]) share += base[v & mask]!;
  return share;
};

/** Sweeps until the residual is within the tolerance, and y over its sum, or (1 − a) y where what reaches dangling nodes is lost. */
const solve = (
  graph: LinkGraph,
  system: RankSystem,
  base: Float64Array,
  rule: 'returned' | 'lost',
  { damping, tolerance, maxSweeps }: Settings,
): Solution => {
  const arranged = system.arrange(base);
  const ranks = new Float64Array(graph.nodeCount);
  const share = danglingShare(graph, base);
  // The multiple of v whose rows miss nothing when added up.
  const unknowns = system.guess(arranged, 1 / (1 - damping + damping * share));
  const upTo = (): { residual: number; total: number; missing: number } => {
    const { gap, missing, live } = system.gap(unknowns, arranged, 1);
    // Added up, the equations say that all together have v, less what is missing, and a times what nodes with links have.
    const total = 1 - missing + damping * live;
    if (rule === 'lost') return { residual: (1 - damping) * gap, total, missing };
    return { residual: (gap + Math.abs(missing)) / total, total, missing };
  };

  let sweeps = 0;
  let lookAt = Math.min(FIRST_LOOKS, maxSweeps);
  let before = 0;
  let swept = 0;
  for (;;) {
    for (; sweeps < lookAt; sweeps++) system.sweep(unknowns, arranged);
    const { residual, total, missing } = upTo();
    const isStuck = swept > 0 && residual < ROUNDING && residual >= before;
    if (residual <= tolerance || sweeps >= maxSweeps || isStuck) {
      system.values(unknowns, base, ranks);
      const scale = rule === 'lost' ? 1 - damping : 1 / total;
      for (let v = 0; v < ranks.length; v++) ranks[v] = ranks[v]! * scale;
      if (rule === 'lost') return { ranks, unknowns, sweeps, residual };
      // x = y / total starts anew with (1 − a) v and gets back what its dangling nodes had: of v all that was missing is taken off.
      const { gap } = system.gap(unknowns, arranged, 1 - missing);
      return { ranks, unknowns, sweeps, residual: (gap + Math.abs(missing) * share) / total };
    }
    const more = swept === 0 ? FIRST_LOOKS : sweepsUntil(tolerance, residual, before, sweeps - swept);
    before = residual;
    swept = sweeps;
    lookAt = Math.min(maxSweeps, sweeps + more);
  }
};

/** How many sweeps bring the residual down to the tolerance, if it goes on falling as it did over the last `swept` sweeps. */
const sweepsUntil = (tolerance: number, residual: number, before: number, swept: number): number => {
  const rate = rootOf(residual / before, swept);
  let count = 0;
  for (let left = residual; left > tolerance && count < 2 * swept + 8; count++) left *= rate;
  return Math.max(1, count);
};

/** The `degree`-th root of a number from 0 to 1, by halving, so that it is the same in every engine. */
const rootOf = (value: number, degree: number): number => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    let power = 1;
    for (let i = 0; i < degree; i++) power *= middle;
    if (power < value) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * Dangling rank goes to w, evenly, and the teleport to another v. With y and z the solutions for v and for w, x = (1 − a) y + a d z; of
 * its dangling part d = (1 − a) d(y) + a d · d(z) follows d.
 */
const solveTwofold = (graph: LinkGraph, system: RankSystem, settings: Settings): Solution => {
  const { damping, base } = settings;
  const { nodeCount } = graph;
  const even = new Float64Array(nodeCount).fill(1 / nodeCount);
  // The two errors add up to at most 1 / (1 − a) of what each may have.
  const finer = { ...settings, tolerance: settings.tolerance * (1 - damping) };
  const one = solve(graph, system, base, 'lost', finer);
  const other = solve(graph, system, even, 'lost', finer);
  const ofOne = danglingShare(graph, one.ranks);
  const ofOther = danglingShare(graph, other.ranks) / (1 - damping);
  const dangling = ofOne / (1 - damping * ofOther);

  // The sum solves the same equations for the sum of the bases: so its ranks and its residual come from them.
  const sumOf = (left: Float64Array, right: Float64Array): Float64Array =>
    left.map((value, i) => (1 - damping) * value + damping * dangling * right[i]!);
  const unknowns = sumOf(one.unknowns, other.unknowns);
  const bases = sumOf(base, even);
  const ranks = new Float64Array(nodeCount);
  system.values(unknowns, bases, ranks);
  const residual = system.gap(unknowns, system.arrange(bases), 1).gap;
  return { ranks, unknowns, sweeps: one.sweeps + other.sweeps, residual };
};
