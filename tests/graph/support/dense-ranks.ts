import type { LinkGraph } from '../../../src/graph/links/link-graph.js';

/** The solution of A x = b by elimination with row exchanges: slow and obvious. */
export const solveDense = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const solution = Array.from({ length: n }, () => 0);
  for (let i = n - 1; i >= 0; i--) {
    let value = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) value -= rows[i]![j]! * solution[j]!;
    solution[i] = value / rows[i]![i]!;
  }
  return solution;
};

export interface DenseOptions {
  readonly damping?: number;
  /** Shares that sum to 1. By default even. */
  readonly teleport?: readonly number[];
  /** Where the rank of nodes without links goes: shares that sum to 1, or to 0 where it is lost. By default as `teleport`. */
  readonly danglingTo?: readonly number[];
  readonly slotWeight?: (slot: number) => number;
}

/** PageRank as it is defined: (I − a Pᵀ − a w 1_Dᵀ) x = (1 − a) v, solved by elimination. */
export const denseRanks = (graph: LinkGraph, options: DenseOptions = {}): number[] => {
  const { damping = 0.85, slotWeight = () => 1 } = options;
  const n = graph.nodeCount;
  const teleport = options.teleport ?? Array.from({ length: n }, () => 1 / n);
  const danglingTo = options.danglingTo ?? teleport;
  const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  for (let v = 0; v < n; v++) {
    const slots = Array.from(graph.outSlots.subarray(graph.outStarts[v], graph.outStarts[v + 1]), slotWeight);
    const all = slots.reduce((sum, weight) => sum + weight, 0);
    slots.forEach((weight, k) => {
      matrix[graph.outTargets[graph.outStarts[v]! + k]!]![v]! -= (damping * weight) / all;
    });
    if (slots.length === 0) for (let i = 0; i < n; i++) matrix[i]![v]! -= damping * danglingTo[i]!;
  }
  return solveDense(
    matrix,
    teleport.map((share) => (1 - damping) * share),
  );
};

/** ‖x − y‖₁. */
export const distance = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]! - y[i]!);
  return sum;
};
