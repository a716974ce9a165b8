import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { degrees } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { drawnGraph, graphOf, tableOf } from '../support/random-graph.js';

test('links count each time, other articles once', () => {
  const {
    out,
    in: into,
    distinctOut,
    distinctIn,
    neighbours,
  } = degrees(
    graphOf(4, [
      [0, 1],
      [0, 1],
      [1, 0],
      [0, 0],
      [2, 0],
    ]),
  );
  expect([...out]).toEqual([3, 1, 1, 0]);
  expect([...into]).toEqual([3, 2, 0, 0]);
  expect([...distinctOut]).toEqual([1, 1, 1, 0]);
  expect([...distinctIn]).toEqual([2, 1, 0, 0]);
  expect([...neighbours]).toEqual([2, 1, 1, 0]);
});

test('degrees are what counting rows and columns of the table of links gives', () => {
  fc.assert(
    fc.property(drawnGraph(), (drawn) => {
      const found = degrees(drawn.graph);
      const table = tableOf(drawn);
      for (const v of table.keys()) {
        const others = [...table.keys()].filter((w) => w !== v);
        expect(found.out[v]).toBe(drawn.pairs.filter(([source]) => source === v).length);
        expect(found.in[v]).toBe(drawn.pairs.filter(([, target]) => target === v).length);
        expect(found.distinctOut[v]).toBe(others.filter((w) => table[v]![w]).length);
        expect(found.distinctIn[v]).toBe(others.filter((w) => table[w]![v]).length);
        expect(found.neighbours[v]).toBe(others.filter((w) => table[v]![w] || table[w]![v]).length);
      }
    }),
    { numRuns: runs(300) },
  );
});
