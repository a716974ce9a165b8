import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLinkGraph, type LinkGraph } from '../../../src/graph/links/link-graph.js';
import { pageRank } from '../../../src/graph/measure/page-rank.js';
import { runs } from '../../support/runs.js';
import { distance } from '../support/dense-ranks.js';
import { chain, drawnGraph, graphOf, star } from '../support/random-graph.js';

const load = createRequire(import.meta.url);

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

describe('page rank', () => {
  test('of a graph without nodes has no ranks', () => {
    expect(pageRank(graphOf(0, []))).toEqual({
      ranks: new Float64Array(0),
      sweeps: 0,
      residual: 0,
      errorBound: 0,
      dangling: 'teleport',
      converged: true,
    });
    expect(pageRank(graphOf(0, []), { personalisation: [] }).ranks.length).toBe(0);
  });

  test('of one node is 1, whether it links to itself or not', () => {
    expect(pageRank(graphOf(1, [])).ranks[0]).toBeCloseTo(1, 14);
    expect(pageRank(graphOf(1, [[0, 0]]), { damping: 0.999999 }).ranks[0]).toBeCloseTo(1, 9);
  });

  test('without damping is the personalisation', () => {
    const graph = graphOf(3, [[0, 1]]);
    expect([...pageRank(graph, { damping: 0, personalisation: [1, 1, 2] }).ranks]).toEqual([0.25, 0.25, 0.5]);
  });

  test('of a circle is even, with a damping near 1 too', () => {
    const { ranks, converged } = pageRank(chain(1000, true), { damping: 0.9999, maxSweeps: 100_000 });
    expect(converged).toBe(true);
    for (const rank of ranks) expect(rank).toBeCloseTo(0.001, 12);
  });

  test('keeps its sum where personalisations are very great or very small', () => {
    for (const size of [1e-320, 1e308]) {
      const { ranks } = pageRank(graphOf(3, [[0, 1]]), { personalisation: [size, size, size] });
      // Three times 1 with the share a of the first handed on to the second: 1, 1.85 and 1 of 3.85.
      expect(distance(ranks, [1 / 3.85, 1.85 / 3.85, 1 / 3.85])).toBeLessThan(1e-9);
    }
  });

  test('says so where the sweeps do not suffice, with the residual it came to', () => {
    const graph = graphOf(3, [
      [0, 1],
      [1, 2],
      [2, 0],
      [0, 2],
    ]);
    const { converged, residual, sweeps, ranks } = pageRank(graph, { maxSweeps: 1 });
    expect({ converged, sweeps }).toEqual({ converged: false, sweeps: 1 });
    expect(residual).toBeGreaterThan(1e-10);
    expect(sumOf(ranks)).toBeCloseTo(1, 12);
  });

  test('stops where rounding does not let it go on', () => {
    const { converged, residual, sweeps } = pageRank(chain(50, true), { tolerance: 1e-30, maxSweeps: 5000 });
    if (!converged) expect(sweeps).toBeLessThan(5000);
    expect(residual).toBeLessThan(1e-14);
  });

  test.each([
    [{ damping: 1 }, 'pageRank: damping is 1; it is at least 0 and below 1'],
    [{ damping: Number.NaN }, 'pageRank: damping is NaN; it is at least 0 and below 1'],
    [{ tolerance: 0 }, 'pageRank: tolerance is 0; it is above 0'],
    [{ maxSweeps: 0.5 }, 'pageRank: maxSweeps is 0.5; it is a whole number from 1'],
    [{ dangling: 'lost' as 'drop' }, 'pageRank: dangling is “lost”; it is “teleport” or “uniform” or “drop”'],
    [{ personalisation: [1] }, 'pageRank: personalisation has 1 numbers; it has one for each of the 2 nodes'],
    [{ personalisation: [1, -1] }, 'pageRank: personalisation[1] is -1; it is finite and at least 0'],
    [{ personalisation: [0, 0] }, 'pageRank: personalisation is 0 everywhere; at least one number is positive'],
    [{ slotWeight: (slot: number) => 3 - slot }, 'pageRank: slotWeight(3) is 0; it is finite and above 0'],
  ])('refuses %o', (options, message) => {
    expect(() => pageRank(graphOf(2, [[0, 1]]), options)).toThrow(new RangeError(message));
  });

  test('refuses an option that does not exist', () => {
    expect(() => pageRank(graphOf(1, []), { alpha: 0.5 } as object)).toThrow(TypeError);
  });

  test('follows its nodes when they are numbered in another way', () => {
    fc.assert(
      fc.property(drawnGraph(40), fc.infiniteStream(fc.nat()), ({ graph: { nodeCount }, pairs }, dice) => {
        const numbers = Array.from({ length: nodeCount }, (_, node) => [dice.next().value as number, node] as const)
          .sort(([one, first], [other, second]) => one - other || first - second)
          .map(([, node]) => node);
        const one = pageRank(graphOf(nodeCount, pairs), { tolerance: 1e-14 }).ranks;
        const renamed = pairs.map(([source, target]) => [numbers[source]!, numbers[target]!] as const);
        const other = pageRank(graphOf(nodeCount, renamed), { tolerance: 1e-14 }).ranks;
        expect(
          distance(
            one,
            numbers.map((node) => other[node]!),
          ),
        ).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('page rank of great graphs', () => {
  test('a chain of a million nodes fills up towards its end', () => {
    const nodeCount = 1_000_000;
    const { ranks, converged } = pageRank(chain(nodeCount, false));
    expect(converged).toBe(true);
    expect(sumOf(ranks)).toBeCloseTo(1, 9);
    // y of node i is (1 − a^(i + 1)) / (1 − a); all but the first few dozen have 1 / (1 − a).
    expect(ranks[nodeCount - 1]! / ranks[0]!).toBeCloseTo(1 / 0.15, 6);
    expect(ranks[1]! / ranks[0]!).toBeCloseTo(1.85, 6);
  });

  test('so does one that leads towards node 0', () => {
    const nodeCount = 1_000_000;
    const from = Int32Array.from({ length: nodeCount - 1 }, (_, i) => i + 1);
    const to = Int32Array.from({ length: nodeCount - 1 }, (_, i) => i);
    const { ranks, converged } = pageRank(buildLinkGraph({ nodeCount, sources: from, targets: to }));
    expect(converged).toBe(true);
    expect(ranks[0]! / ranks[nodeCount - 1]!).toBeCloseTo(1 / 0.15, 6);
  });

  test('the hub of a star of 100 000 has what its rim sends', () => {
    const leaves = 100_000;
    const { ranks } = pageRank(star(leaves, 'in'));
    // y is 1 at the rim and 1 + a · leaves at the hub.
    expect(ranks[0]).toBeCloseTo((1 + 0.85 * leaves) / (1 + 1.85 * leaves), 12);
    expect(pageRank(star(leaves, 'out')).converged).toBe(true);
    expect(pageRank(star(leaves, 'both')).converged).toBe(true);
  });
});

/** Links mostly between neighbours, some anywhere, some nodes without: large enough for more than one block. */
const neighbourly = (nodeCount: number): LinkGraph => {
  const sources: number[] = [];
  const targets: number[] = [];
  let state = 7;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % most;
  };
  for (let node = 0; node < nodeCount; node++) {
    const links = next(6);
    for (let i = 0; i < links; i++) {
      sources.push(node);
      targets.push(next(20) > 0 ? (node + next(30)) % nodeCount : next(nodeCount));
    }
  }
  return buildLinkGraph({ nodeCount, sources, targets });
};

test('in blocks, ranks fulfil their equation just as well', () => {
  const graph = neighbourly(300_000);
  const { ranks, residual, converged } = pageRank(graph);
  expect(converged).toBe(true);
  const missed = ranks.map((rank) => -rank);
  let dangling = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    const [start, end] = [graph.outStarts[v]!, graph.outStarts[v + 1]!];
    if (start === end) dangling += ranks[v]!;
    for (let e = start; e < end; e++) missed[graph.outTargets[e]!]! += (0.85 * ranks[v]!) / (end - start);
  }
  const all = missed.reduce((sum, miss) => sum + Math.abs(miss + (0.15 + 0.85 * dangling) / graph.nodeCount), 0);
  expect(all).toBeCloseTo(residual, 12);
  expect(all).toBeLessThanOrEqual(1e-10);
});

describe('other libraries', () => {
  interface Peers {
    readonly DirectedGraph: new () => {
      addNode: (node: number) => void;
      addEdge: (one: number, other: number) => void;
    };
  }
  type Made = InstanceType<Peers['DirectedGraph']>;
  const { DirectedGraph } = load('graphology') as Peers;
  const graphologyRanks = load('graphology-metrics/centrality/pagerank') as (
    graph: Made,
    options: object,
  ) => Readonly<Record<string, number>>;
  const graph = neighbourly(500);
  const once = buildLinkGraph({ ...pairsOf(graph), nodeCount: 500 }, { repeated: 'once', selfLinks: 'drop' });

  test('graphology finds the same ranks, to its tolerance for each node', () => {
    const made = new DirectedGraph();
    for (let v = 0; v < once.nodeCount; v++) made.addNode(v);
    const { sources, targets } = pairsOf(once);
    sources.forEach((source, i) => made.addEdge(source, targets[i]!));
    const theirs = graphologyRanks(made, { tolerance: 1e-14, maxIterations: 1000, getEdgeWeight: null });
    const { ranks } = pageRank(once, { tolerance: 1e-12 });
    ranks.forEach((rank, node) => expect(Math.abs(rank - theirs[node]!)).toBeLessThan(1e-11));
  });

  test('ngraph finds the same ranks, where every node has a link', () => {
    const createGraph = load('ngraph.graph') as () => { addLink: (one: number, other: number) => void };
    const loaded = load('ngraph.pagerank') as unknown;
    type Rank = (graph: object, damping: number, tolerance: number) => Readonly<Record<string, number>>;
    const theirRank = ((loaded as { default?: Rank }).default ?? loaded) as Rank;
    const made = createGraph();
    const links = Array.from({ length: 200 }, (_, v) => [v, (v * 7 + 3) % 200] as const).flatMap(
      ([v, w]) =>
        [
          [v, w],
          [v, (v * v + 1) % 200],
          [v, (v + 1) % 200],
        ] as const,
    );
    const ours = graphOf(200, links);
    const single = buildLinkGraph({ ...pairsOf(ours), nodeCount: 200 }, { repeated: 'once', selfLinks: 'drop' });
    const { sources, targets } = pairsOf(single);
    sources.forEach((source, i) => made.addLink(source, targets[i]!));
    const theirs = theirRank(made, 0.85, 1e-14);
    pageRank(single, { tolerance: 1e-13 }).ranks.forEach((rank, node) =>
      expect(Math.abs(rank - theirs[node]!)).toBeLessThan(1e-11),
    );
  });
});

function pairsOf({ nodeCount, outStarts, outTargets }: LinkGraph): { sources: number[]; targets: number[] } {
  const sources: number[] = [];
  for (let v = 0; v < nodeCount; v++) for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) sources.push(v);
  return { sources, targets: [...outTargets] };
}
