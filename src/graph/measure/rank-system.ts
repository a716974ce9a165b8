import { maskOf } from '../links/read-numbers.js';
import { equalRows, gapOf, sweep, valuesOf } from './equal-rows.js';
import type { LinkGraph } from '../links/link-graph.js';
import type { RankResidual } from './rank-residual.js';
import { sweepWeighted, weightedGap, weightedRows, weightedValues } from './weighted-rows.js';

/** The equations y = v + a Pᵀ y of a graph, with no word about nodes without links: what they receive goes nowhere. */
export interface RankSystem {
  /** v by node, or one number for all, in the order in which the other functions want it. */
  readonly arrange: (base: Float64Array) => Float64Array;
  /** Unknowns for a first guess, `share` times v everywhere. */
  readonly guess: (arranged: Float64Array, share: number) => Float64Array;
  readonly sweep: (unknowns: Float64Array, arranged: Float64Array) => void;
  /** How far y is from fulfilling the equations, were v multiplied by `more`. */
  readonly gap: (unknowns: Float64Array, arranged: Float64Array, more: number) => RankResidual;
  /** y by node. */
  readonly values: (unknowns: Float64Array, base: Float64Array, into: Float64Array) => void;
}

const guessFrom = (factors: Float64Array, arranged: Float64Array, share: number): Float64Array => {
  const mask = maskOf(arranged);
  const unknowns = new Float64Array(factors.length);
  for (let i = 0; i < factors.length; i++) unknowns[i] = factors[i]! * arranged[i & mask]! * share;
  return unknowns;
};

const arrangeBy = (places: Int32Array, length: number, base: Float64Array): Float64Array => {
  if (base.length === 1) return base;
  const arranged = new Float64Array(length);
  for (let node = 0; node < places.length; node++) if (places[node]! >= 0) arranged[places[node]!] = base[node]!;
  return arranged;
};

/**
 * @param damping above 0, below 1
 * @param weightOfSlot the weight of slots 0 … 255; without it all links are equal, which is faster
 */
export const rankSystem = (graph: LinkGraph, damping: number, weightOfSlot?: Float64Array): RankSystem => {
  if (weightOfSlot) {
    const rows = weightedRows(graph, damping, weightOfSlot);
    return {
      arrange: (base) => base,
      guess: (arranged, share) => guessFrom(rows.factors, arranged, share),
      sweep: (u, v) => sweepWeighted(rows, u, v),
      gap: (u, v, more) => weightedGap(rows, u, v, more),
      values: (u, v, into) => weightedValues(rows, u, v, into),
    };
  }
  const rows = equalRows(graph, damping);
  return {
    arrange: (base) => arrangeBy(rows.places, rows.factors.length, base),
    guess: (arranged, share) => guessFrom(rows.factors, arranged, share),
    sweep: (u, v) => sweep(rows, u, v),
    gap: (u, v, more) => gapOf(rows, u, v, more),
    values: (u, v, into) => valuesOf(rows, u, v, into),
  };
};
