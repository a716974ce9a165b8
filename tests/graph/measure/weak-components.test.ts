import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { weakComponents } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { chain, type DrawnGraph, drawnGraph, graphOf, star } from '../support/random-graph.js';

/** Spreads each node’s number along the links until nothing changes, then numbers what is left by first member. */
const slow = ({ graph: { nodeCount }, pairs }: DrawnGraph): number[] => {
  const least = Array.from({ length: nodeCount }, (_, v) => v);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [source, target] of pairs) {
      const low = Math.min(least[source]!, least[target]!);
      if (least[source] === low && least[target] === low) continue;
      least[source] = low;
      least[target] = low;
      changed = true;
    }
  }
  const firsts = [...new Set(least)];
  return least.map((one) => firsts.indexOf(one));
};

test('articles are together where a way of links leads from one to the other, read in either direction', () => {
  const { count, labels, sizes } = weakComponents(
    graphOf(6, [
      [1, 0],
      [4, 5],
      [3, 5],
    ]),
  );
  expect(count).toBe(3);
  expect([...labels]).toEqual([0, 0, 1, 2, 2, 2]);
  expect([...sizes]).toEqual([2, 1, 3]);
});

test('every graph falls into the parts that spreading numbers along its links finds', () => {
  fc.assert(
    fc.property(drawnGraph(14), (drawn) => {
      const { count, labels, sizes } = weakComponents(drawn.graph);
      const expected = slow(drawn);
      expect([...labels]).toEqual(expected);
      expect(count).toBe(new Set(expected).size);
      expect([...sizes]).toEqual(
        Array.from({ length: count }, (_, label) => expected.filter((one) => one === label).length),
      );
    }),
    { numRuns: runs(500) },
  );
});

test('a graph without articles has no component', () => {
  expect(weakComponents(graphOf(0, []))).toEqual({ count: 0, labels: new Int32Array(0), sizes: new Int32Array(0) });
});

test('a chain of a million and a star of a hundred thousand are one component each', () => {
  const million = 1_000_000;
  expect(weakComponents(chain(million, false)).sizes).toEqual(new Int32Array([million]));
  for (const direction of ['out', 'in', 'both'] as const) {
    expect(weakComponents(star(100_000, direction)).count).toBe(1);
  }
});
