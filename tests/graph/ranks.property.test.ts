import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLinkGraph, type LinkGraph, type LinkPairs } from '../../src/graph/links/link-graph.js';
import { pageRank } from '../../src/graph/measure/page-rank.js';
import { personalisedPageRank } from '../../src/graph/measure/personalised-page-rank.js';
import { denseRanks, distance } from './support/dense-ranks.js';
import { runs } from '../support/runs.js';

/** Small graphs of every kind: repeated links, links of a node to itself, nodes without links, hubs. */
const pairs: fc.Arbitrary<LinkPairs> = fc.integer({ min: 1, max: 14 }).chain((nodeCount) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: nodeCount - 1 }),
        fc.oneof(fc.integer({ min: 0, max: nodeCount - 1 }), fc.constant(0)),
        fc.integer({ min: 1, max: 9 }),
      ),
      { maxLength: 40 },
    )
    .map((links) => ({
      nodeCount,
      sources: links.map(([source]) => source),
      targets: links.map(([, target]) => target),
      slots: links.map(([, , slot]) => slot),
    })),
);

const damping = fc.constantFrom(0, 0.1, 0.5, 0.85, 0.99);

const sharesFor = (nodeCount: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: nodeCount, maxLength: nodeCount })
    .filter((numbers) => numbers.some((number) => number > 0))
    .map((numbers) => numbers.map((number) => number / numbers.reduce((sum, other) => sum + other, 0)));

const withShares = pairs.chain((links) =>
  fc.record({ graph: fc.constant(buildLinkGraph(links)), shares: fc.option(sharesFor(links.nodeCount)) }),
);

const even = ({ nodeCount }: LinkGraph) => Array.from({ length: nodeCount }, () => 1 / nodeCount);

test('ranks are those of elimination for every damping, personalisation, dangling rule and slot weight', () => {
  fc.assert(
    fc.property(
      withShares,
      damping,
      fc.constantFrom('teleport' as const, 'uniform' as const, 'drop' as const),
      fc.boolean(),
      ({ graph, shares }, a, dangling, isWeighted) => {
        const slotWeight = isWeighted ? (slot: number) => 1 / slot : undefined;
        const result = pageRank(graph, {
          damping: a,
          dangling,
          slotWeight,
          personalisation: shares ?? undefined,
          maxSweeps: 10_000,
          tolerance: 1e-12,
        });
        const teleport = shares ?? even(graph);
        const exact = denseRanks(graph, {
          damping: a,
          teleport,
          danglingTo: dangling === 'teleport' ? teleport : even(graph).map((x) => (dangling === 'drop' ? 0 : x)),
          ...(slotWeight && { slotWeight }),
        });
        expect(result.converged).toBe(true);
        expect(distance(result.ranks, exact)).toBeLessThanOrEqual(result.errorBound + 1e-12);
      },
    ),
    { numRuns: runs(600) },
  );
});

/** The graph with every link both ways. */
const bothWays = (graph: LinkGraph): LinkGraph => {
  const sources: number[] = [];
  const targets: number[] = [];
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let e = graph.outStarts[v]!; e < graph.outStarts[v + 1]!; e++) {
      sources.push(v, graph.outTargets[e]!);
      targets.push(graph.outTargets[e]!, v);
    }
  }
  return buildLinkGraph({ nodeCount: graph.nodeCount, sources, targets });
};

test('a local push finds ranks from below, within its bound, and the places it calls settled are those of elimination', () => {
  let settledPlaces = 0;
  fc.assert(
    fc.property(
      withShares,
      fc.constantFrom(0, 0.5, 0.85, 0.95),
      fc.constantFrom(0.3, 1e-2, 1e-4, 1e-9),
      fc.constantFrom('out' as const, 'both' as const),
      fc.array(fc.nat(13), { maxLength: 3 }),
      ({ graph, shares }, a, epsilon, direction, drawn) => {
        const exclude = drawn.filter((node) => node < graph.nodeCount);
        const seeds = shares ? new Map(shares.flatMap((share, v) => (share > 0 ? [[v, share * 7]] : []))) : [0];
        const teleport = shares ?? even(graph).map((_, v) => (v === 0 ? 1 : 0));
        const options = { damping: a, epsilon, direction, exclude, limit: 4 };
        const result = personalisedPageRank(graph, seeds, options);
        const exact = denseRanks(direction === 'both' ? bothWays(graph) : graph, { damping: a, teleport });
        for (const { node, rank } of result.top) {
          expect(exclude).not.toContain(node);
          expect(exact[node]! - rank).toBeGreaterThanOrEqual(-1e-12);
          expect(exact[node]! - rank).toBeLessThanOrEqual(result.bound + 1e-12);
        }
        const met = new Set(result.top.map(({ node }) => node));
        if (result.top.length < 4) {
          exact.forEach((rank, node) => {
            if (!met.has(node) && !exclude.includes(node)) expect(rank).toBeLessThanOrEqual(result.bound + 1e-12);
          });
        }
        const order = [...exact.keys()]
          .filter((node) => !exclude.includes(node))
          .sort((one, other) => exact[other]! - exact[one]!);
        settledPlaces += result.settled;
        expect(result.top.slice(0, result.settled).map(({ node }) => node)).toEqual(order.slice(0, result.settled));
        // Nothing of a query stays behind.
        expect(personalisedPageRank(graph, seeds, options)).toEqual(result);
      },
    ),
    { numRuns: runs(600) },
  );
  expect(settledPlaces).toBeGreaterThan(0);
});
