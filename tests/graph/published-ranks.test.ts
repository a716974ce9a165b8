/** Published ranks and hub scores, read from a file outside this project. Each is to come out to half a unit of its last digit. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hits } from '../../src/graph/measure/hits.js';
import { buildLinkGraph, type LinkGraph } from '../../src/graph/links/link-graph.js';
import { pageRank, type PageRankOptions } from '../../src/graph/measure/page-rank.js';
import { personalisedPageRank } from '../../src/graph/measure/personalised-page-rank.js';

type Edges = readonly (readonly [number, number])[];

interface Vectors {
  readonly pagerank: readonly {
    readonly name: string;
    readonly alpha?: number;
    readonly edges?: Edges | string;
    readonly [key: string]: unknown;
  }[];
  readonly hits: readonly {
    readonly name: string;
    readonly edges?: Edges;
    readonly hub: readonly number[];
    readonly authority: readonly number[];
    readonly eigenvalue?: number;
    readonly normalisation: 'sum' | 'max';
  }[];
}

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'graph.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors) {
  console.warn('SKIPPED: published graph results. Set STEM_VECTORS_DIR to the folder that holds graph.json.');
}
const vectors: Vectors = hasVectors ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors) : { pagerank: [], hits: [] };

const expectDigits = (actual: number, published: number): void => {
  const digits = String(published).split('.')[1]?.length ?? 0;
  expect(Math.abs(actual - published), `${actual} for ${published}`).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-11);
};

const expectAll = (actual: ArrayLike<number>, published: unknown): void => {
  const numbers = published as readonly number[];
  expect(actual.length).toBe(numbers.length);
  numbers.forEach((number, i) => expectDigits(actual[i]!, number));
};

const directed = (nodeCount: number, edges: Edges): LinkGraph =>
  buildLinkGraph({ nodeCount, sources: edges.map(([source]) => source), targets: edges.map(([, target]) => target) });

const undirected = (nodeCount: number, edges: Edges): LinkGraph =>
  directed(nodeCount, [...edges, ...edges.map(([source, target]) => [target, source] as const)]);

const ranksOf = (graph: LinkGraph, options: PageRankOptions = {}): Float64Array => {
  const result = pageRank(graph, { tolerance: 1e-13, ...options });
  expect(result.converged).toBe(true);
  return result.ranks;
};

const star: Edges = Array.from({ length: 10 }, (_, leaf) => [0, leaf + 1] as const);
const complete: Edges = [0, 1, 2, 3].flatMap((one) =>
  [0, 1, 2, 3].flatMap((two) => (one < two ? [[one, two] as const] : [])),
);
const numbered = (nodeCount: number, edges: unknown): LinkGraph => directed(nodeCount, edges as Edges);
const fromOne = (edges: unknown): Edges =>
  (edges as Edges).map(([source, target]) => [source - 1, target - 1] as const);
const lettered = (edges: unknown): Edges =>
  (edges as string).split(' ').map((link) => [link.charCodeAt(0) - 65, link.charCodeAt(2) - 65] as const);

type Case = Vectors['pagerank'][number];

/** What each case of the file says, by the beginning of its name. */
const readings: Readonly<Record<string, (given: Case) => void>> = {
  'Langville-Meyer': ({ alpha, edges, published, exact }) => {
    const ranks = ranksOf(directed(6, fromOne(edges)), { damping: alpha, dangling: 'uniform' });
    expectAll(ranks, published);
    expectAll(ranks, exact);
  },
  'Wikipedia 11 nodes': ({ alpha, edges, ...given }) => {
    const ranks = ranksOf(directed(11, lettered(edges)), { damping: alpha, dangling: 'uniform' });
    const of = (name: string): Float64Array =>
      name === 'G..K' ? ranks.subarray(6) : ranks.subarray(name.charCodeAt(0) - 65, name.charCodeAt(0) - 64);
    for (const [name, percent] of Object.entries(given['published_percent'] as Record<string, number>)) {
      of(name).forEach((rank) => expectDigits(100 * rank, percent));
    }
    for (const [name, exact] of Object.entries(given['exact'] as Record<string, number>)) {
      of(name).forEach((rank) => expectDigits(rank, exact));
    }
  },
  'igraph test graph 1': ({ alpha, edges, published, exactDirected }) => {
    expectAll(ranksOf(undirected(4, edges as Edges), { damping: alpha }), published);
    expectAll(ranksOf(numbered(4, edges), { damping: alpha }), exactDirected);
  },
  'igraph test graph 2': ({ alpha, edges, published, exactDirected }) => {
    expectAll(ranksOf(undirected(8, edges as Edges), { damping: alpha }), published);
    expectAll(ranksOf(numbered(8, edges), { damping: alpha }), exactDirected);
  },
  'undirected star 11': ({ alpha, published }) => {
    const { centre, leaf } = published as { centre: number; leaf: number };
    expectAll(ranksOf(undirected(11, star), { damping: alpha }), [centre, ...star.map(() => leaf)]);
  },
  'star 11 personalised on leaf 1': ({ published }) => {
    const [centre, first, others] = published as [number, number, number];
    const all = [centre, first, ...Array.from({ length: 9 }, () => others)];
    const personalisation = all.map((_, node) => (node === 1 ? 1 : 0));
    expectAll(ranksOf(undirected(11, star), { damping: 0.5, personalisation }), all);
    const { top } = personalisedPageRank(directed(11, star), 1, {
      damping: 0.5,
      direction: 'both',
      epsilon: 1e-12,
      limit: 11,
    });
    for (const { node, rank } of top) expectDigits(rank, all[node]!);
  },
  'edgeless n=10': ({ published }) => {
    expect(published).toBe('all 0.1');
    expectAll(
      ranksOf(directed(10, []), { dangling: 'uniform' }),
      Array.from({ length: 10 }, () => 0.1),
    );
  },
  'edgeless n=4': ({ published }) => {
    expectAll(ranksOf(directed(4, []), { personalisation: [1, 2, 3, 4] }), published);
  },
  'undirected edge 0-1': ({ alpha, published }) => {
    const graph = undirected(4, [[0, 1]]);
    expectAll(ranksOf(graph, { damping: alpha, personalisation: [1, 2, 3, 4] }), published);
    const seeds = new Map([1, 2, 3, 4].map((weight, node) => [node, weight]));
    const { top } = personalisedPageRank(graph, seeds, { damping: alpha, epsilon: 1e-12 });
    for (const { node, rank } of top) expectDigits(rank, (published as readonly number[])[node]!);
  },
  'K4 personalised': ({ alpha, published }) => {
    const graph = undirected(4, complete);
    expectAll(ranksOf(graph, { damping: alpha, personalisation: [0, 0, 0, 1] }), published);
    const { top } = personalisedPageRank(graph, 3, { damping: alpha, epsilon: 1e-14 });
    for (const { node, rank } of top) expectDigits(rank, (published as readonly number[])[node]!);
  },
  'A>B (.5), A>C (.5)': ({ alpha, published, weightedTwoToOne }) => {
    const fork: Edges = [
      [0, 1],
      [0, 2],
    ];
    expectAll(ranksOf(directed(3, fork), { damping: alpha, dangling: 'uniform' }), published);
    // C has twice the weight of B and the second slot.
    const slotWeight = (slot: number) => slot;
    expectAll(ranksOf(directed(3, fork), { damping: alpha, dangling: 'uniform', slotWeight }), weightedTwoToOne);
  },
  'path 0>1>2>3': ({ alpha, exact }) => {
    const path: Edges = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    expectAll(ranksOf(directed(4, path), { damping: alpha, dangling: 'uniform' }), exact);
  },
  'policy probe 1>2': ({ danglingToPersonalisation, danglingUniformWas }) => {
    const personalisation = [0, 1];
    const graph = directed(2, [[0, 1]]);
    expectAll(ranksOf(graph, { personalisation }), danglingToPersonalisation);
    expectAll(ranksOf(graph, { personalisation, dangling: 'uniform' }), danglingUniformWas);
  },
  'policy probe A>B>C': (given) => {
    const graph = directed(4, [
      [0, 1],
      [1, 2],
      [1, 3],
    ]);
    const personalisation = [0, 0, 1, 0];
    expectAll(ranksOf(graph, { personalisation }), given['danglingToReset']);
    expectAll(ranksOf(graph, { personalisation, dangling: 'uniform' }), given['igraph0.7']);
  },
};

test.skipIf(!hasVectors)('every published rank is looked at, and each once', () => {
  const beginnings = Object.keys(readings);
  expect(
    vectors.pagerank.map(({ name }) => beginnings.filter((beginning) => name.startsWith(beginning)).length),
  ).toEqual(beginnings.map(() => 1));
});

describe.skipIf(!hasVectors).each(vectors.pagerank)('$name', (given) => {
  test('gives the published ranks', () => {
    const read = Object.entries(readings).find(([beginning]) => given.name.startsWith(beginning))![1];
    read(given);
  });
});

describe.skipIf(!hasVectors).each(vectors.hits)('hubs and authorities of $name', (given) => {
  const edges: Readonly<Record<string, Edges>> = {
    'networkx/graphology 6 nodes, sum-normalised': fromOne(given.edges ?? []),
    'two hubs one authority 0>2 1>2': [
      [0, 2],
      [1, 2],
    ],
    '3 nodes no links': [],
  };

  test('are the published ones', () => {
    const { normalisation, hub, authority, eigenvalue } = given;
    const result = hits(directed(hub.length, edges[given.name]!), { normalisation });
    expect(result.converged).toBe(true);
    expectAll(result.hubs, hub);
    expectAll(result.authorities, authority);
    if (eigenvalue !== undefined) expectDigits(result.eigenvalue, eigenvalue);
  });
});
