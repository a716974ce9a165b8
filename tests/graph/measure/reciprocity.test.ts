import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LinkGraph, reciprocity } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { chain, drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

const ofNode = (graph: LinkGraph, node: number): number | undefined => reciprocity(graph, { node }).overall;

test('where there is no link there is no reciprocity, not 0', () => {
  expect(reciprocity(graphOf(0, []))).toMatchObject({ links: 0, overall: undefined, ofPairs: undefined });
  expect(reciprocity(graphOf(1, [[0, 0]]))).toMatchObject({ links: 0, overall: undefined, ofPairs: undefined });
  expect(ofNode(graphOf(1, [[0, 0]]), 0)).toBeUndefined();
});

test('in a chain no link is returned, in a star of both ways every one is', () => {
  expect(reciprocity(chain(10, false))).toMatchObject({ links: 9, overall: 0, ofPairs: 0 });
  expect(reciprocity(star(100_000, 'both'))).toMatchObject({ links: 200_000, overall: 1, ofPairs: 1 });
  expect(ofNode(star(100_000, 'both'), 0)).toBe(1);
});

test('links, returned links and pairs are what the table of links says', () => {
  fc.assert(
    fc.property(drawnGraph(), (drawn) => {
      const table = tableOf(drawn);
      const nodes = [...table.keys()];
      const linked = nodes.flatMap((v) => nodes.filter((w) => w !== v && table[v]![w]).map((w) => [v, w] as const));
      const returned = linked.filter(([v, w]) => table[w]![v]);
      const pairs = new Set(linked.map(([v, w]) => `${Math.min(v, w)} ${Math.max(v, w)}`)).size;
      const found = reciprocity(drawn.graph);
      expect(found.links).toBe(linked.length);
      expect(found.reciprocatedLinks).toBe(returned.length);
      expect(found.overall).toBe(linked.length === 0 ? undefined : returned.length / linked.length);
      expect(found.ofPairs).toBe(linked.length === 0 ? undefined : returned.length / 2 / pairs);
      for (const v of nodes) {
        const own = linked.filter((link) => link.includes(v));
        const both = own.filter(([a, b]) => table[b]![a]);
        expect(found.mutual[v]).toBe(both.length / 2);
        expect(ofNode(drawn.graph, v)).toBe(own.length === 0 ? undefined : both.length / own.length);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('a node that is none is refused', () => {
  expect(() => ofNode(graphOf(2, []), 2)).toThrow(
    'reciprocity: there is no node 2; nodes are whole numbers from 0 to 1',
  );
  expect(() => ofNode(graphOf(0, []), 0)).toThrow('this graph has none');
});

describe.skipIf(!vectors)('published reciprocities (STEM_VECTORS_DIR)', () => {
  test.each(vectors?.reciprocity ?? [])('$source', ({ source, edges, overall, node, value }) => {
    const graph = graphOf(Math.max(...edges.flat()) + 1, edges);
    const found = reciprocity(graph);
    if (overall !== undefined) expect(found.overall).toBeCloseTo(overall, 14);
    for (const [v, expected] of Object.entries(node ?? {})) {
      expect(ofNode(graph, Number(v))).toBeCloseTo(expected, 14);
    }
    if (value !== undefined) expect(source.endsWith('RATIO') ? found.ofPairs : found.overall).toBeCloseTo(value, 14);
  });
});
