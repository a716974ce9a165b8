import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLinkGraph, communities, type LinkGraph, modularity, weakComponents } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { complete, karateClub } from '../support/known-graphs.js';
import { chain, type DrawnGraph, drawnGraph, graphOf, star } from '../support/random-graph.js';
import { vectors } from '../support/vectors.js';

/** The greatest modularity of all divisions: labels grow from the left, each at most one above those before. */
const best = ({ graph }: DrawnGraph): number => {
  const labels: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const extend = (next: number): void => {
    if (labels.length === graph.nodeCount) {
      most = Math.max(most, modularity(graph, labels)!);
      return;
    }
    for (let label = 0; label <= next; label++) {
      labels.push(label);
      extend(Math.max(next, label + 1));
      labels.pop();
    }
  };
  extend(0);
  return most;
};

/** Only the links within a community. */
const within = ({ graph, pairs }: DrawnGraph, labels: Int32Array): LinkGraph =>
  graphOf(
    graph.nodeCount,
    pairs.filter(([source, target]) => labels[source] === labels[target]),
  );

describe('a division into communities', () => {
  test('is one of all nodes, numbered by first members, connected, and worth what it says', () => {
    fc.assert(
      fc.property(drawnGraph(14), fc.constantFrom(0.3, 1, 2), (drawn, resolution) => {
        const { labels, count, sizes, modularity: worth } = communities(drawn.graph, { resolution });
        let known = 0;
        for (const label of labels) {
          expect(label).toBeLessThanOrEqual(known);
          known = Math.max(known, label + 1);
        }
        expect(count).toBe(known);
        expect([...sizes].reduce((sum, size) => sum + size, 0)).toBe(drawn.graph.nodeCount);
        expect([...weakComponents(within(drawn, labels)).labels]).toEqual([...labels]);
        expect(worth).toBe(modularity(drawn.graph, labels, { resolution }));
      }),
      { numRuns: runs(500) },
    );
  });

  test('cannot be bettered by moving one node to a community it is linked with', () => {
    fc.assert(
      fc.property(drawnGraph(9), (drawn) => {
        const { labels, modularity: worth } = communities(drawn.graph);
        if (worth === undefined) return;
        for (let v = 0; v < labels.length; v++) {
          for (const [source, target] of drawn.pairs) {
            if (source !== v && target !== v) continue;
            const label = labels[source === v ? target : source]!;
            const other = [...labels];
            other[v] = label;
            expect(modularity(drawn.graph, other)!).toBeLessThanOrEqual(worth + 1e-12);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('asks a node again when a community that it is linked with loses a member that it is not', () => {
    const pairs = [
      [4, 2],
      [5, 0],
      [7, 0],
      [0, 2],
      [1, 4],
      [3, 0],
      [3, 4],
      [1, 3],
      [1, 7],
    ] as const;
    const graph = buildLinkGraph({
      nodeCount: 8,
      sources: pairs.map(([from]) => from),
      targets: pairs.map(([, to]) => to),
    });
    const { labels, modularity: worth } = communities(graph);
    for (const [from, to] of pairs) {
      for (const [node, toward] of [
        [from, to],
        [to, from],
      ] as const) {
        const other = [...labels];
        other[node] = labels[toward]!;
        expect(modularity(graph, other)!).toBeLessThanOrEqual(worth! + 1e-12);
      }
    }
  });

  test('is near the best there is where all can be tried, and never above it', () => {
    let lost = 0;
    let tried = 0;
    fc.assert(
      fc.property(drawnGraph(7), (drawn) => {
        const { modularity: worth } = communities(drawn.graph);
        if (worth === undefined) return;
        const most = best(drawn);
        expect(worth).toBeLessThanOrEqual(most + 1e-12);
        lost += most - worth;
        tried++;
      }),
      { numRuns: runs(150), seed: 1 },
    );
    expect(lost / tried).toBeLessThan(0.01);
  });

  test('is the same for the same graph, and for one whose links were given in another order', () => {
    fc.assert(
      fc.property(
        drawnGraph(14).chain((drawn) =>
          fc.tuple(fc.constant(drawn), fc.shuffledSubarray([...drawn.pairs], { minLength: drawn.pairs.length })),
        ),
        ([drawn, shuffled]) => {
          const again = graphOf(drawn.graph.nodeCount, shuffled);
          expect([...communities(again).labels]).toEqual([...communities(drawn.graph).labels]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

test('two complete graphs of five joined by one link are the two communities', () => {
  const { labels } = communities(graphOf(10, [...complete(0, 5), ...complete(5, 5), [0, 5]]));
  expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
});

test('at a high resolution every node is alone, and at none each connected part is whole', () => {
  const club = graphOf(34, karateClub);
  expect(communities(club, { resolution: 100 }).count).toBe(34);
  expect(communities(club, { resolution: 0 }).count).toBe(1);
});

test('without links every node is a community, and modularity is not there rather than 0', () => {
  expect(communities(graphOf(0, []))).toMatchObject({ count: 0, modularity: undefined, levels: 0 });
  expect(communities(graphOf(2, []))).toMatchObject({ count: 2, modularity: undefined, levels: 0 });
});

test('a chain of a hundred thousand and a star of as many come to an end', () => {
  const long = communities(chain(100_000, false));
  expect(long.modularity).toBeGreaterThan(0.99);
  expect(communities(star(100_000, 'out')).count).toBe(1);
});

test('a resolution that is none is refused', () => {
  expect(() => communities(graphOf(1, []), { resolution: -0.5 })).toThrow('communities: resolution is -0.5');
  expect(() => communities(graphOf(1, []), { resolution: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  // @ts-expect-error no such option
  expect(() => communities(graphOf(1, []), { rng: 1 })).toThrow('communities: options has no “rng”');
});

test.skipIf(!vectors)(
  'the karate club comes out among the values published for Louvain’s method (STEM_VECTORS_DIR)',
  () => {
    const published = vectors!.modularity.find(({ name }) => name.startsWith('karate Louvain'))!.Q as readonly number[];
    const { modularity: worth } = communities(graphOf(34, karateClub));
    expect(worth).toBeGreaterThanOrEqual(Math.min(...published));
    // The best division of all, to the six digits given.
    expect(worth).toBeLessThanOrEqual(Math.max(...published) + 1e-6);
  },
);
