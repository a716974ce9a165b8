import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coCitation, coupling, type LinkGraph } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

type Table = readonly (readonly boolean[])[];
const turned = (table: Table): boolean[][] => table.map((_, v) => table.map((row) => row[v]!));

/** For each other node the rows that have both, the most first. `table[between][node]`: the nodes in between stand before. */
const slow = (table: Table, node: number, maxDegree: (between: number) => boolean) =>
  [...table.keys()]
    .filter((other) => other !== node)
    .map((other) => {
      const between = [...table.keys()].filter((row) => table[row]![node] && table[row]![other] && maxDegree(row));
      return { node: other, count: between.length, between };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.node - other.node);

test('co-citation and coupling are the products of the table of links with itself', () => {
  fc.assert(
    fc.property(drawnGraph(), fc.integer({ min: 0, max: 5 }), (drawn, limit) => {
      const table = tableOf(drawn);
      for (const v of table.keys()) {
        const together = slow(table, v, () => true);
        expect(coCitation(drawn.graph, v, { limit: Number.POSITIVE_INFINITY })).toEqual(together);
        expect(coCitation(drawn.graph, v, { limit })).toEqual(together.slice(0, limit));
        const alike = slow(turned(table), v, () => true);
        expect(coupling(drawn.graph, v, { limit: 100 })).toEqual(alike);
        expect(coupling(drawn.graph, v)).toEqual(alike.slice(0, 10));
        for (const w of table.keys()) {
          if (v === w) continue;
          const among = [w];
          expect(coCitation(drawn.graph, v, { among })).toEqual(together.filter(({ node }) => node === w));
          expect(coupling(drawn.graph, v, { among })).toEqual(alike.filter(({ node }) => node === w));
        }
      }
    }),
    { numRuns: runs(200) },
  );
});

test('nodes in between with more links than the limit are passed over', () => {
  fc.assert(
    fc.property(drawnGraph(), fc.integer({ min: 0, max: 4 }), (drawn, maxDegree) => {
      const table = tableOf(drawn);
      const { outStarts, inStarts } = drawn.graph;
      const within = (starts: Int32Array) => (v: number) => starts[v + 1]! - starts[v]! <= maxDegree;
      for (const v of table.keys()) {
        expect(coCitation(drawn.graph, v, { limit: 100, maxDegree })).toEqual(slow(table, v, within(outStarts)));
        expect(coupling(drawn.graph, v, { limit: 100, maxDegree })).toEqual(slow(turned(table), v, within(inStarts)));
      }
    }),
    { numRuns: runs(200) },
  );
});

test('many results come in the same order as few', () => {
  // Node 0 names 1 … 300, and node 301 + i names 1 and 2 + 3 i.
  const pairs: [number, number][] = Array.from({ length: 300 }, (_, i) => [0, i + 1]);
  for (let i = 0; i < 90; i++) pairs.push([301 + i, 1], [301 + i, 2 + 3 * i]);
  const graph = graphOf(400, pairs);
  const all = coCitation(graph, 1, { limit: Number.POSITIVE_INFINITY });
  expect(all).toHaveLength(299);
  for (const limit of [1, 10, 64, 65, 91, 298]) expect(coCitation(graph, 1, { limit })).toEqual(all.slice(0, limit));
});

test('the articles in common are named, ascending', () => {
  const graph = graphOf(5, [
    [4, 0],
    [4, 1],
    [2, 1],
    [2, 0],
    [2, 0],
    [3, 0],
  ]);
  expect(coCitation(graph, 0)).toEqual([{ node: 1, count: 2, between: [2, 4] }]);
  expect(coupling(graph, 2, { among: [4] })).toEqual([{ node: 4, count: 2, between: [0, 1] }]);
});

test('around a star of a hundred thousand a query reads the links once, and a limit spares even that', () => {
  const leaves = 100_000;
  const out = star(leaves, 'out');
  expect(coCitation(out, 0)).toEqual([]);
  expect(coCitation(out, 7, { limit: 2 })).toEqual([
    { node: 1, count: 1, between: [0] },
    { node: 2, count: 1, between: [0] },
  ]);
  const into = star(leaves, 'in');
  expect(coupling(into, 1, { limit: 1 })).toEqual([{ node: 2, count: 1, between: [0] }]);
  // Asked of every leaf: ten thousand million steps, were the hub not passed over.
  let found = 0;
  for (let leaf = 1; leaf <= leaves; leaf++) found += coupling(into, leaf, { maxDegree: 1000 }).length;
  expect(found).toBe(0);
});

test('a node, limit or option that cannot be meant is refused', () => {
  const graph: LinkGraph = graphOf(2, [[0, 1]]);
  expect(() => coCitation(graph, -1)).toThrow('coCitation: there is no node -1; nodes are whole numbers from 0 to 1');
  expect(() => coupling(graph, 0, { limit: 1.5 })).toThrow('coupling: limit is 1.5');
  expect(() => coupling(graph, 0, { maxDegree: Number.NaN })).toThrow('coupling: maxDegree is NaN');
  // @ts-expect-error no such option
  expect(() => coCitation(graph, 0, { top: 3 })).toThrow(
    'coCitation: options has no “top”; it has limit, among, maxDegree',
  );
  expect(() => coupling(graph, 0, { among: [2] })).toThrow(RangeError);
  expect(() => coCitation(graph, 0, { among: [-1] })).toThrow(RangeError);
});

describe.skipIf(!vectors)('published tables (STEM_VECTORS_DIR)', () => {
  // As the source gives them: 0>1 2>1 2>0 3>0.
  const graph = graphOf(4, [
    [0, 1],
    [2, 1],
    [2, 0],
    [3, 0],
  ]);

  test.each([
    ['cocitation', coCitation],
    ['bibcoupling', coupling],
  ] as const)('%s', (name, measure) => {
    const found = [0, 1, 2, 3].map((v) => {
      const row = [0, 0, 0, 0];
      for (const { node, count } of measure(graph, v)) row[node] = count;
      return row;
    });
    expect(found).toEqual(vectors!.similarity[name]);
  });
});
