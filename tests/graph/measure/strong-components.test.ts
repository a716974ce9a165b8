import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongComponents } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { chain, drawnGraph, graphOf, star, tableOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

test('every article is with those it can reach and be reached from, as a table of all ways says', () => {
  fc.assert(
    fc.property(drawnGraph(14), (drawn) => {
      const reaches = tableOf(drawn);
      const nodes = [...reaches.keys()];
      for (const v of nodes) reaches[v]![v] = true;
      for (const via of nodes)
        for (const from of nodes)
          for (const to of nodes) if (reaches[from]![via] && reaches[via]![to]) reaches[from]![to] = true;
      const firsts = nodes.map((v) => nodes.find((w) => reaches[v]![w] && reaches[w]![v])!);
      const order = [...new Set(firsts)];
      const { count, labels, sizes } = strongComponents(drawn.graph);
      expect([...labels]).toEqual(firsts.map((first) => order.indexOf(first)));
      expect(count).toBe(order.length);
      expect([...sizes]).toEqual(order.map((first) => firsts.filter((one) => one === first).length));
    }),
    { numRuns: runs(1000) },
  );
});

test('a graph without articles has no component', () => {
  expect(strongComponents(graphOf(0, []))).toEqual({ count: 0, labels: new Int32Array(0), sizes: new Int32Array(0) });
});

test('a chain of a million articles is a million components, and closed to a ring it is one', () => {
  const million = 1_000_000;
  const { count, labels } = strongComponents(chain(million, false));
  expect(count).toBe(million);
  expect(labels[million - 1]).toBe(million - 1);
  expect(strongComponents(chain(million, true)).sizes).toEqual(new Int32Array([million]));
});

test('a star is one component only where its links lead both ways', () => {
  expect(strongComponents(star(100_000, 'out')).count).toBe(100_001);
  expect(strongComponents(star(100_000, 'in')).count).toBe(100_001);
  expect(strongComponents(star(100_000, 'both')).count).toBe(1);
});

const published = vectors?.scc ?? [];

test.skipIf(!vectors)('there are published components to meet (STEM_VECTORS_DIR)', () => {
  expect(published.length).toBeGreaterThan(0);
});

test.each(published)('the published components of $edges', ({ edges, components }) => {
  // Published with nodes from 1.
  const nodeCount = Math.max(...edges.flat());
  const { labels, count } = strongComponents(
    graphOf(
      nodeCount,
      edges.map(([source, target]) => [source - 1, target - 1]),
    ),
  );
  const found = Array.from({ length: count }, (_, label) =>
    [...labels.keys()].filter((v) => labels[v] === label).map((v) => v + 1),
  );
  expect(new Set(found.map(String))).toEqual(new Set(components.map((one) => String([...one].sort((a, b) => a - b)))));
});
