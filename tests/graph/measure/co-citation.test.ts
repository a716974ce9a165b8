import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coCitation, commonSources, commonTargets, coupling, type LinkGraph } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

type Table = readonly (readonly boolean[])[];
const turned = (table: Table): boolean[][] => table.map((_, v) => table.map((row) => row[v]!));

/** For each other node how many rows have both, the greatest first. `table[between][node]`: the nodes in between stand before. */
const slow = (table: Table, node: number, maxDegree: (between: number) => boolean) =>
  [...table.keys()]
    .filter((other) => other !== node)
    .map((other) => ({
      node: other,
      count: [...table.keys()].filter(
        (between) => table[between]![node] && table[between]![other] && maxDegree(between),
      ).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.node - other.node);

test('co-citation and coupling are the products of the table of links with itself', () => {
  fc.assert(
    fc.property(drawnGraph(), fc.integer({ min: 0, max: 5 }), (drawn, k) => {
      const table = tableOf(drawn);
      for (const v of table.keys()) {
        const together = slow(table, v, () => true);
        expect(coCitation(drawn.graph, v, { k: Number.POSITIVE_INFINITY })).toEqual(together);
        expect(coCitation(drawn.graph, v, { k })).toEqual(together.slice(0, k));
        const alike = slow(turned(table), v, () => true);
        expect(coupling(drawn.graph, v, { k: 100 })).toEqual(alike);
        expect(coupling(drawn.graph, v)).toEqual(alike.slice(0, 10));
        for (const w of table.keys()) {
          if (v === w) continue;
          expect(commonSources(drawn.graph, v, w).length).toBe(together.find(({ node }) => node === w)?.count ?? 0);
          expect(commonTargets(drawn.graph, v, w).length).toBe(alike.find(({ node }) => node === w)?.count ?? 0);
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
        expect(coCitation(drawn.graph, v, { k: 100, maxDegree })).toEqual(slow(table, v, within(outStarts)));
        expect(coupling(drawn.graph, v, { k: 100, maxDegree })).toEqual(slow(turned(table), v, within(inStarts)));
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
  const all = coCitation(graph, 1, { k: Number.POSITIVE_INFINITY });
  expect(all).toHaveLength(299);
  for (const k of [1, 10, 64, 65, 91, 298]) expect(coCitation(graph, 1, { k })).toEqual(all.slice(0, k));
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
  expect(commonSources(graph, 0, 1)).toEqual([2, 4]);
  expect(commonTargets(graph, 2, 4)).toEqual([0, 1]);
});

test('around a star of a hundred thousand a query reads the links once, and a limit spares even that', () => {
  const leaves = 100_000;
  const out = star(leaves, 'out');
  expect(coCitation(out, 0)).toEqual([]);
  expect(coCitation(out, 7, { k: 2 })).toEqual([
    { node: 1, count: 1 },
    { node: 2, count: 1 },
  ]);
  const into = star(leaves, 'in');
  expect(coupling(into, 1, { k: 1 })).toEqual([{ node: 2, count: 1 }]);
  // Asked of every leaf: ten thousand million steps, were the hub not passed over.
  let found = 0;
  for (let leaf = 1; leaf <= leaves; leaf++) found += coupling(into, leaf, { maxDegree: 1000 }).length;
  expect(found).toBe(0);
});

test('a node, limit or option that cannot be meant is refused', () => {
  const graph: LinkGraph = graphOf(2, [[0, 1]]);
  expect(() => coCitation(graph, -1)).toThrow('coCitation: there is no node -1; nodes are whole numbers from 0 to 1');
  expect(() => coupling(graph, 0, { k: 1.5 })).toThrow('coupling: k is 1.5');
  expect(() => coupling(graph, 0, { maxDegree: Number.NaN })).toThrow('coupling: maxDegree is NaN');
  // @ts-expect-error no such option
  expect(() => coCitation(graph, 0, { top: 3 })).toThrow('coCitation: options has no “top”; it has k, maxDegree');
  expect(() => commonTargets(graph, 0, 2)).toThrow(RangeError);
  expect(() => commonSources(graph, 2, 0)).toThrow(RangeError);
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
