import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adamicAdar, type AdamicAdarOptions, type LinkGraph } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { complete } from '../support/known-graphs.js';
import { drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

/** What two nodes have in common; 0 where it is nothing. */
const scoreOf = (graph: LinkGraph, one: number, other: number, options: AdamicAdarOptions = {}): number =>
  adamicAdar(graph, one, { ...options, among: [other] })[0]?.score ?? 0;

test('the score is the sum over nodes in common, written out from the table of links', () => {
  fc.assert(
    fc.property(
      drawnGraph(),
      fc.constantFrom('all', 'out', 'in'),
      fc.constantFrom(2, Number.POSITIVE_INFINITY),
      (drawn, direction, maxDegree) => {
        const table = tableOf(drawn);
        const nodes = [...table.keys()];
        const leads = (v: number, w: number) => v !== w && table[v]![w]!;
        const reaches = (v: number, w: number) =>
          (direction !== 'in' && leads(v, w)) || (direction !== 'out' && leads(w, v));
        const linksBack = (z: number) =>
          drawn.pairs.filter(([, target]) => direction !== 'in' && target === z).length +
          drawn.pairs.filter(([source]) => direction !== 'out' && source === z).length;
        for (const v of nodes) {
          const expected = nodes
            .filter((w) => w !== v)
            .map((w) => ({
              node: w,
              score: nodes
                .filter((z) => reaches(v, z) && reaches(w, z) && linksBack(z) <= maxDegree)
                .reduce((sum, z) => sum + 1 / Math.log(nodes.filter((u) => reaches(u, z)).length), 0),
            }));
          const found = adamicAdar(drawn.graph, v, { limit: Number.POSITIVE_INFINITY, direction, maxDegree });
          const scores = new Map(found.map(({ node, score }) => [node, score]));
          for (const { node, score } of expected) {
            expect(scores.get(node) ?? 0).toBeCloseTo(score, 12);
            const pair = scoreOf(drawn.graph, v, node, { direction, maxDegree });
            expect(pair).toBe(scores.get(node) ?? 0);
            expect(scoreOf(drawn.graph, node, v, { direction, maxDegree })).toBe(pair);
          }
          expect(scores.has(v)).toBe(false);
          expect(found).toEqual([...found].sort((a, b) => b.score - a.score || a.node - b.node));
          expect(adamicAdar(drawn.graph, v, { limit: 2, direction, maxDegree })).toEqual(found.slice(0, 2));
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

test('a link of a node to itself makes no term infinite', () => {
  // Node 0 is the only other neighbour of 1 by way of the link of 1 to itself.
  const graph = graphOf(2, [
    [0, 1],
    [1, 1],
  ]);
  expect(adamicAdar(graph, 0, { direction: 'out' })).toEqual([]);
});

test('around a star of a hundred thousand the hub can be passed over', () => {
  const graph = star(100_000, 'both');
  expect(adamicAdar(graph, 5, { limit: 1 })[0]!.node).toBe(1);
  let found = 0;
  for (let leaf = 1; leaf <= 100_000; leaf++) found += adamicAdar(graph, leaf, { maxDegree: 1000 }).length;
  expect(found).toBe(0);
});

test('nodes, limits and directions that cannot be meant are refused', () => {
  const graph = graphOf(3, [[0, 1]]);
  expect(() => adamicAdar(graph, 3)).toThrow('adamicAdar: there is no node 3');
  expect(() => adamicAdar(graph, 0, { limit: -1 })).toThrow('adamicAdar: limit is -1');
  expect(() => adamicAdar(graph, 0, { among: [3] })).toThrow('adamicAdar: there is no node 3');
  // @ts-expect-error no such direction
  expect(() => adamicAdar(graph, 0, { direction: 'up' })).toThrow('direction is “up”; it is “all” or “out” or “in”');
  // @ts-expect-error no such option
  expect(() => adamicAdar(graph, 0, { k: 3 })).toThrow('options has no “k”');
});

describe.skipIf(!vectors)('published similarities (STEM_VECTORS_DIR)', () => {
  test('igraph’s inverse log-weighted similarity, to the two digits given', () => {
    const graph = graphOf(4, [
      [0, 1],
      [2, 1],
      [2, 0],
      [3, 0],
    ]);
    vectors!.similarity.invLogWeighted.forEach((row, v) => {
      row.forEach((expected, w) => {
        if (v !== w) expect(Math.abs(scoreOf(graph, v, w) - expected)).toBeLessThanOrEqual(0.005);
      });
    });
  });

  /** What the file writes as “3/ln4”. */
  const valueOf = (name: string): number => {
    const [top, bottom] = String(vectors!.similarity.networkx[name]).split('/ln');
    return Number(top) / Math.log(Number(bottom));
  };

  test.each([
    ['K5_adamicadar01', 5, complete(0, 5), 0, 1],
    [
      'P3_adamicadar02',
      3,
      [
        [0, 1],
        [1, 2],
      ],
      0,
      2,
    ],
    [
      'S4_adamicadar12',
      5,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ],
      1,
      2,
    ],
  ] as [string, number, [number, number][], number, number][])(
    '%s of networkx',
    (name, nodeCount, edges, one, other) => {
      expect(scoreOf(graphOf(nodeCount, edges), one, other)).toBeCloseTo(valueOf(name), 14);
    },
  );
});
