import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { refuseCount, refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';

export interface HitsOptions {
  /** Whether the scores of either kind sum to 1 (`sum`, the default) or the greatest of them is 1 (`max`). */
  readonly normalisation?: 'sum' | 'max' | undefined;
  /** What the residual may come to. By default 1e-10. */
  readonly tolerance?: number | undefined;
  /** By default 1000. */
  readonly maxIterations?: number | undefined;
}

export interface Hits {
  /** By node: how well it links to good authorities. */
  readonly hubs: Float64Array;
  /** By node: how well good hubs link to it. */
  readonly authorities: Float64Array;
  /** λ, the greatest eigenvalue of A Aᵀ: hᵀ A Aᵀ h / hᵀ h of the hub scores h that are returned. 0 without links. */
  readonly eigenvalue: number;
  readonly iterations: number;
  /** ‖A Aᵀ h − λ h‖₁ / ‖λ h‖₁ of the hub scores h that are returned. 0 without links. */
  readonly residual: number;
  /** Whether the residual came down to the tolerance. */
  readonly converged: boolean;
}

/**
 * Hubs and authorities: a good hub links to good authorities, a good authority is linked to by good hubs. With A the number of links from
 * each node to each, the hub scores are the h with A Aᵀ h = λ h for the greatest λ, and the authority scores are Aᵀ h, found by
 * repeated multiplication from equal scores, so that among several such h the one nearest to equal scores is meant.
 *
 * It does not throw where the iterations do not suffice: the scores are returned as far as they came. Without links nobody is better
 * than anybody else, and all scores are equal.
 *
 * @throws RangeError for an option out of range
 * @see Kleinberg (1999), doi:10.1145/324133.324140
 * @example
 * const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 1], targets: [2, 2] });
 * const { hubs, authorities, eigenvalue } = hits(graph, { normalisation: 'max' });
 * Array.from(hubs); // => [1, 1, 0]
 * Array.from(authorities); // => [0, 0, 1]
 * eigenvalue; // => 2
 */
export const hits = (graph: LinkGraph, options: HitsOptions = {}): Hits => {
  refuseNoGraph('hits', graph);
  const { normalisation, tolerance, maxIterations } = checked(options);
  const { nodeCount, linkCount, outStarts, outTargets, inStarts, inSources } = graph;
  const hubs = new Float64Array(nodeCount).fill(1);
  const authorities = new Float64Array(nodeCount).fill(1);
  const next = new Float64Array(nodeCount);
  let eigenvalue = 0;
  let residual = 0;
  let iterations = 0;
  let converged = linkCount === 0;
  while (!converged && iterations < maxIterations) {
    if (iterations > 0) scaleTo(next, 'max', hubs);
    gather(inStarts, inSources, hubs, authorities);
    gather(outStarts, outTargets, authorities, next);
    eigenvalue = dot(hubs, next) / dot(hubs, hubs);
    residual = 0;
    let size = 0;
    for (let v = 0; v < nodeCount; v++) {
      residual += Math.abs(next[v]! - eigenvalue * hubs[v]!);
      size += eigenvalue * hubs[v]!;
    }
    residual /= size;
    iterations++;
    converged = residual <= tolerance;
  }
  scaleTo(hubs, normalisation, hubs);
  scaleTo(authorities, normalisation, authorities);
  return { hubs, authorities, eigenvalue, iterations, residual, converged };
};

const checked = (options: HitsOptions) => {
  refuseUnknown('hits', options, ['normalisation', 'tolerance', 'maxIterations']);
  const { normalisation = 'sum', tolerance = 1e-10, maxIterations = 1000 } = options;
  refuseWord('hits', 'normalisation', normalisation, ['sum', 'max']);
  refuseNumber('hits', 'tolerance', tolerance, 'above 0', (value) => value > 0);
  refuseCount('hits', 'maxIterations', maxIterations);
  return { normalisation, tolerance, maxIterations };
};

/** For each row the sum over what lies at its ends. */
const gather = (starts: Int32Array, ends: Int32Array, from: Float64Array, into: Float64Array): void => {
  for (let v = 0; v < into.length; v++) {
    let sum = 0;
    for (let e = starts[v]!; e < starts[v + 1]!; e++) sum += from[ends[e]!]!;
    into[v] = sum;
  }
};

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let v = 0; v < one.length; v++) sum += one[v]! * other[v]!;
  return sum;
};

const scaleTo = (scores: Float64Array, normalisation: 'sum' | 'max', into: Float64Array): void => {
  let size = 0;
  for (const score of scores) size = normalisation === 'sum' ? size + score : Math.max(size, score);
  for (let v = 0; v < scores.length; v++) into[v] = scores[v]! / size;
};
