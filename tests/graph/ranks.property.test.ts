import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLinkGraph, type LinkGraph, type LinkPairs } from '../../src/graph/link-graph.js';
import { pageRank } from '../../src/graph/page-rank.js';
import { denseRanks, distance } from '../support/dense-ranks.js';
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
