import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modularity } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { complete, karateClub, karateFactions } from '../support/known-graphs.js';
import { type DrawnGraph, drawnGraph, graphOf } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

/** Over all ordered pairs of nodes: links between them less those expected, where both carry one label. */
const slow = (
  { graph: { nodeCount }, pairs }: DrawnGraph,
  labels: readonly number[],
  resolution: number,
  directed: boolean,
) => {
  const ends = directed
    ? pairs
    : pairs.flatMap(([source, target]) => [[source, target] as const, [target, source] as const]);
  const m = ends.length;
  let sum = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let w = 0; w < nodeCount; w++) {
      if (labels[v] !== labels[w]) continue;
      const links = ends.filter(([source, target]) => source === v && target === w).length;
      const out = ends.filter(([source]) => source === v).length;
      const into = ends.filter(([, target]) => target === w).length;
      sum += links / m - (resolution * out * into) / (m * m);
    }
  }
  return sum;
};

test('modularity is the sum over pairs that Newman wrote down, with and without directions', () => {
  const labelled = drawnGraph(7).chain((drawn) =>
    fc.record({
      drawn: fc.constant(drawn),
      labels: fc.array(fc.nat(Math.max(0, drawn.graph.nodeCount - 1)), {
        minLength: drawn.graph.nodeCount,
        maxLength: drawn.graph.nodeCount,
      }),
    }),
  );
  fc.assert(
    fc.property(labelled, fc.constantFrom(0, 0.5, 1, 2.5), fc.boolean(), ({ drawn, labels }, resolution, directed) => {
      const found = modularity(drawn.graph, labels, { resolution, directed });
      if (drawn.pairs.length === 0) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(slow(drawn, labels, resolution, directed), 12);
    }),
    { numRuns: runs(300) },
  );
});

test('everything in one community is worth nothing', () => {
  expect(modularity(graphOf(34, karateClub), new Int32Array(34))).toBe(0);
});

test('labels that do not fit the graph and options that do not exist are refused', () => {
  const graph = graphOf(3, [[0, 1]]);
  expect(() => modularity(graph, [0, 1])).toThrow('modularity: there are 2 labels for 3 nodes');
  expect(() => modularity(graph, [0, 1, 3])).toThrow(
    'modularity: labels[2] is 3; labels are whole numbers from 0 to 2',
  );
  expect(() => modularity(graph, [0, 0.5, 0])).toThrow(RangeError);
  expect(() => modularity(graph, [0, 0, 0], { resolution: -1 })).toThrow('modularity: resolution is -1');
  expect(() => modularity(graph, [0, 0, 0], { resolution: Number.NaN })).toThrow(RangeError);
  // @ts-expect-error no such option
  expect(() => modularity(graph, [0, 0, 0], { gamma: 1 })).toThrow('modularity: options has no “gamma”');
});

describe.skipIf(!vectors)('published modularities (STEM_VECTORS_DIR)', () => {
  const named = (start: string) => vectors!.modularity.find(({ name }) => name.startsWith(start))!;
  const club = graphOf(34, karateClub);

  test('the karate club: 78 friendships, its best division and the one it took', () => {
    expect(karateClub).toHaveLength(78);
    const best = named('karate best known');
    expect(modularity(club, best.membership!)).toBeCloseTo(best.Q as number, 14);
    expect(modularity(club, karateFactions)).toBeCloseTo(named('karate real factions').Q as number, 14);
  });

  test('two complete graphs of five joined by one link, at each resolution', () => {
    const graph = graphOf(10, [...complete(0, 5), ...complete(5, 5), [0, 5]]);
    const labels = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    for (const [resolution, expected] of Object.entries(named('two K5').Q as Record<string, number>)) {
      expect(modularity(graph, labels, { resolution: Number(resolution) })).toBeCloseTo(expected, 6);
    }
  });

  test('a barbell divided well and badly', () => {
    const graph = graphOf(6, [...complete(0, 3), ...complete(3, 3), [2, 3]]);
    const [good, bad] = named('barbell').Q as readonly number[];
    expect(modularity(graph, [0, 0, 0, 1, 1, 1])).toBeCloseTo(good!, 14);
    // networkx divides it into {0, 1, 4} and {2, 3, 5}.
    expect(modularity(graph, [0, 0, 1, 1, 0, 1])).toBeCloseTo(bad!, 14);
  });
});
