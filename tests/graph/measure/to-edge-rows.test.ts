import { expect, test } from 'vitest';
import { buildArticleGraph, buildLinkGraph, toEdgeRows } from '../../../src/graph/index.js';

const graph = buildLinkGraph({
  nodeCount: 4,
  sources: [2, 0, 0, 2, 2],
  targets: [1, 3, 1, 1, 0],
  slots: [4, 2, 1, 5, 300],
});

test('gives each link and each node once, in chunks', () => {
  const { edges, vertices } = toEdgeRows(graph, { chunkSize: 2 });
  // Twice, for each may be gone through again. A link that is named twice has two rows; a slot above 255 is 255.
  for (let time = 0; time < 2; time++) {
    expect([...edges]).toEqual([
      [
        { src: 0, dst: 1, slot: 1, weight: 1 },
        { src: 0, dst: 3, slot: 2, weight: 1 },
      ],
      [
        { src: 2, dst: 1, slot: 4, weight: 1 },
        { src: 2, dst: 1, slot: 5, weight: 1 },
      ],
      [{ src: 2, dst: 0, slot: 255, weight: 1 }],
    ]);
    expect([...vertices]).toEqual([
      [{ id: 0 }, { id: 1 }],
      [{ id: 2 }, { id: 3 }],
    ]);
  }
});

test('weighs links by their slots', () => {
  const [rows] = toEdgeRows(graph, { slotWeight: (slot) => 1 / slot }).edges;
  expect(rows?.map(({ weight }) => weight)).toEqual([1, 1 / 2, 1 / 4, 1 / 5, 1 / 255]);
});

test('knows the urls of articles', () => {
  const page = (url: string, id: number) => ({ url, id, title: url, subject: 'Maths', related: [] });
  const { edges, vertices } = toEdgeRows(
    buildArticleGraph([
      { ...page('/b', 7), related: [{ slot: 3, id: 7, title: '/a', subject: 'Maths', url: '/a' }] },
      page('/a', 7),
    ]),
  );
  expect([...edges]).toEqual([[{ src: 1, dst: 0, slot: 3, weight: 1 }]]);
  expect([...vertices]).toEqual([
    [
      { id: 0, url: '/a' },
      { id: 1, url: '/b' },
    ],
  ]);
});

test('makes a chunk only when it is asked for', () => {
  const nodeCount = 100_000;
  const large = buildLinkGraph({
    nodeCount,
    sources: Int32Array.from({ length: nodeCount }, (_, v) => v),
    targets: new Int32Array(nodeCount),
  });
  let seen = 0;
  for (const rows of toEdgeRows(large).edges) {
    seen += rows.length;
    break;
  }
  expect(seen).toBe(10_000);
  expect([...toEdgeRows(buildLinkGraph({ nodeCount: 0, sources: [], targets: [] })).edges]).toEqual([]);
});

test('refuses in words', () => {
  const wrong = (options: unknown) => () => toEdgeRows(graph, options as object);
  expect(wrong({ chunkSize: 0 })).toThrow('toEdgeRows: chunkSize is 0; it is a whole number from 1');
  expect(wrong({ chunk: 5 })).toThrow('toEdgeRows: options has no “chunk”');
  expect(wrong({ slotWeight: () => 0 })).toThrow('toEdgeRows: slotWeight(1) is 0; it is finite and above 0');
  expect(() => toEdgeRows({} as never)).toThrow('toEdgeRows: this is no graph');
});
