import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hits } from '../../../src/graph/measure/hits.js';
import { runs } from '../../support/runs.js';
import { chain, drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';

describe('hubs and authorities', () => {
  test('of a graph without links are all alike', () => {
    const { hubs, authorities, eigenvalue, converged } = hits(graphOf(4, []));
    expect([...hubs]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect([...authorities]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect({ eigenvalue, converged }).toEqual({ eigenvalue: 0, converged: true });
    expect(hits(graphOf(0, [])).hubs.length).toBe(0);
  });

  test('of a star are the rim and the hub, with the number of leaves as eigenvalue', () => {
    const { hubs, authorities, eigenvalue } = hits(star(100_000, 'in'), { normalisation: 'max' });
    expect(authorities[0]).toBe(1);
    expect(authorities[1]).toBe(0);
    expect(hubs[0]).toBe(0);
    expect(hubs[1]).toBe(1);
    expect(eigenvalue).toBeCloseTo(100_000, 6);
  });

  test('of a chain of 100 000 nodes are all but the last and all but the first', () => {
    const { hubs, authorities, iterations } = hits(chain(100_000, false), { normalisation: 'max' });
    expect(iterations).toBeLessThan(5);
    expect([hubs[0], hubs[99_999], authorities[0], authorities[99_999]]).toEqual([1, 0, 0, 1]);
  });

  test('count a link as often as it is named, and one of a node to itself too', () => {
    const { eigenvalue } = hits(
      graphOf(2, [
        [0, 1],
        [0, 1],
        [0, 0],
      ]),
    );
    // Row 0 of A is (1, 2), so A Aᵀ has 1 + 4 and nothing else.
    expect(eigenvalue).toBeCloseTo(5, 10);
  });

  test('are as large as stated, fulfil their equation to the residual, and no vector has a greater quotient', () => {
    fc.assert(
      fc.property(drawnGraph(9), fc.constantFrom('sum' as const, 'max' as const), (drawn, normalisation) => {
        const { nodeCount } = drawn.graph;
        const counts = tableOf(drawn).map((row) => row.map(() => 0));
        for (const [source, target] of drawn.pairs) counts[source]![target]! += 1;
        const forth = (x: ArrayLike<number>) =>
          counts.map((row) => row.reduce((sum, count, target) => sum + count * x[target]!, 0));
        const back = (x: ArrayLike<number>) =>
          counts.map((_, target) => counts.reduce((sum, row, source) => sum + row[target]! * x[source]!, 0));
        const { hubs, authorities, eigenvalue, residual, converged } = hits(drawn.graph, { normalisation });
        const size = (x: ArrayLike<number>) =>
          Array.from(x).reduce((sum, score) => (normalisation === 'sum' ? sum + score : Math.max(sum, score)), 0);
        if (nodeCount === 0) return;
        expect(size(hubs)).toBeCloseTo(1, 12);
        expect(size(authorities)).toBeCloseTo(1, 12);
        if (drawn.graph.linkCount === 0) return;
        const missed = forth(back(hubs)).map((score, node) => Math.abs(score - eigenvalue * hubs[node]!));
        const all = hubs.reduce((sum, score) => sum + score, 0) * eigenvalue;
        expect(missed.reduce((sum, miss) => sum + miss, 0) / all).toBeCloseTo(residual, 10);
        expect(residual <= 1e-10).toBe(converged);
        const unit = size(back(hubs));
        back(hubs).forEach((score, node) => expect(score / unit).toBeCloseTo(authorities[node]!, 10));
        // Repeated squaring of the whole matrix finds the greatest eigenvalue another way.
        if (!converged) return;
        let square = counts.map((one) =>
          counts.map((other) => one.reduce((sum, count, k) => sum + count * other[k]!, 0)),
        );
        const first = square;
        for (let step = 0; step < 12; step++) {
          const trace = square.reduce((sum, row, i) => sum + row[i]!, 0);
          const scaled = square.map((row) => row.map((value) => value / trace));
          square = scaled.map((row) =>
            scaled.map((_, j) => row.reduce((sum, value, k) => sum + value * scaled[k]![j]!, 0)),
          );
        }
        const trace = square.reduce((sum, row, i) => sum + row[i]!, 0);
        const greatest =
          square.reduce((sum, row, i) => sum + row.reduce((part, value, k) => part + value * first[k]![i]!, 0), 0) /
          trace;
        expect(eigenvalue).toBeCloseTo(greatest, 2);
      }),
      { numRuns: runs(300) },
    );
  });

  test('are returned as far as they came where the iterations do not suffice', () => {
    const { converged, iterations, residual } = hits(
      graphOf(3, [
        [0, 1],
        [0, 2],
        [1, 2],
      ]),
      { maxIterations: 2 },
    );
    expect({ converged, iterations }).toEqual({ converged: false, iterations: 2 });
    expect(residual).toBeGreaterThan(1e-10);
  });

  test('refuse options that are out of range', () => {
    const graph = graphOf(1, []);
    expect(() => hits(graph, { normalisation: 'l2' as 'sum' })).toThrow('hits: normalisation is “l2”');
    expect(() => hits(graph, { tolerance: 0 })).toThrow('hits: tolerance is 0; it is above 0');
    expect(() => hits(graph, { maxIterations: 0 })).toThrow('hits: maxIterations is 0; it is a whole number from 1');
    expect(() => hits(graph, { norm: 'sum' } as object)).toThrow(TypeError);
  });
});
