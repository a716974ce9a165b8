import { describe, expect, test } from 'vitest';
import { buildLinkGraph, checkRanks, pageRank } from '../../../src/graph/index.js';

// With a = 1/2, y = 1 + a Pᵀ y gives y₀ = 1, y₁ = 1 + ¼ = 5/4, y₂ = 1 + ¼ + 5/8 = 15/8, together 33/8. Node 2 has no links.
const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 1], targets: [1, 2, 2] });
const damping = 0.5;
const exact = [8 / 33, 10 / 33, 15 / 33];

describe('tells PageRank in whatever scale an engine gives it', () => {
  test.each([
    // x = y ÷ 33/8
    { ranks: exact, scale: 'one', losesDangling: false, sum: 1 },
    { ranks: exact.map((rank) => 3 * rank), scale: 'nodes', losesDangling: false, sum: 3 },
    // (1 − a) y ÷ 3 sums to 33/48, and (1 − a) y to three times as much.
    { ranks: [1 / 6, 5 / 24, 5 / 16], scale: 'one', losesDangling: true, sum: 33 / 48 },
    { ranks: [1 / 2, 5 / 8, 15 / 16], scale: 'nodes', losesDangling: true, sum: 33 / 16 },
    { ranks: [1, 5 / 4, 15 / 8], scale: 'other', losesDangling: false, sum: 33 / 8 },
  ])('that sums to $sum', ({ ranks, scale, losesDangling, sum }) => {
    for (const dangling of ['teleport', 'uniform', 'drop'] as const) {
      const check = checkRanks(graph, ranks, { damping, dangling });
      expect(check).toMatchObject({ agrees: true, scale, losesDangling, disagreeing: 0, nodesChecked: 3 });
      expect(check.sum).toBeCloseTo(sum, 14);
      expect(check.errorBound).toBeLessThan(1e-15);
      expect(check.factor).toBeCloseTo((dangling === 'drop' ? 33 / 48 : 1) / sum, 14);
    }
  });

  test('and keeps to a scale that is asked for', () => {
    const agrees = (ranks: readonly number[], scale: 'one' | 'nodes', dangling: 'teleport' | 'drop') =>
      checkRanks(graph, ranks, { damping, scale, dangling }).agrees;
    expect(agrees(exact, 'one', 'teleport')).toBe(true);
    expect(agrees(exact, 'nodes', 'teleport')).toBe(false);
    expect(agrees(exact, 'one', 'drop')).toBe(false);
    expect(agrees([1 / 6, 5 / 24, 5 / 16], 'one', 'drop')).toBe(true);
    expect(agrees([1 / 2, 5 / 8, 15 / 16], 'nodes', 'drop')).toBe(true);
    expect(agrees([1 / 2, 5 / 8, 15 / 16], 'nodes', 'teleport')).toBe(false);
  });
});

test('says how far ranks are off, and where', () => {
  // From a third each: all get (½ + ½ · ⅓) ÷ 3 = 2/9, node 1 besides ½ · ½ · ⅓ = 1/12, node 2 that and ½ · ⅓ = 1/6.
  const check = checkRanks(graph, [2, 2, 2], { damping });
  expect(check.disagreements.map(({ node, rank }) => [node, rank])).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
  // In the scale of the ranks given, six times: 6 · 8/36, 6 · 11/36, 6 · 17/36.
  expect(check.disagreements[0]!.expected).toBeCloseTo(8 / 6, 12);
  expect(check.disagreements[1]!.expected).toBeCloseTo(11 / 6, 12);
  expect(check.disagreements[2]!.expected).toBeCloseTo(17 / 6, 12);
  // 4/36 + 1/36 + 5/36, and twice that.
  expect(check.residual).toBeCloseTo(10 / 36, 12);
  expect(check.errorBound).toBeCloseTo(20 / 36, 12);
  expect(check).toMatchObject({ agrees: false, scale: 'other', disagreeing: 3 });
  // The true distance is within the bound: |11 − 8| + |11 − 10| + |11 − 15| over 33.
  expect(check.errorBound).toBeGreaterThan(8 / 33);
  expect(checkRanks(graph, [2, 2, 2], { damping, limit: 1 }).disagreements).toHaveLength(1);
});

test('looks at some nodes only', () => {
  // Node 0 nobody links to: a rank that is moved from 1 to 2 shows at 1 and 2 only.
  const moved = [8 / 33, 9 / 33, 16 / 33];
  const { agrees, nodesChecked, errorBound } = checkRanks(graph, moved, { damping, nodes: [2, 1, 2] });
  expect([agrees, nodesChecked, errorBound]).toEqual([false, 2, undefined]);
  expect(checkRanks(graph, exact, { damping, nodes: [2] }).agrees).toBe(true);
  expect(checkRanks(graph, exact, { damping, nodes: [] })).toMatchObject({ agrees: true, nodesChecked: 0 });
});

test('tells ranks with another damping, and by weights of slots, from these', () => {
  const large = buildLinkGraph({
    nodeCount: 40,
    sources: Array.from({ length: 130 }, (_, i) => (i * 7) % 37),
    targets: Array.from({ length: 130 }, (_, i) => (i * i + 3 * i) % 40),
  });
  const slotWeight = (slot: number) => 1 / slot;
  const plain = pageRank(large, { tolerance: 1e-14 }).ranks;
  const weighted = pageRank(large, { tolerance: 1e-14, slotWeight }).ranks;
  const all = Array.from(plain.keys());
  for (const nodes of [undefined, all]) {
    expect(checkRanks(large, plain, { nodes, tolerance: 1e-11 }).agrees).toBe(true);
    expect(checkRanks(large, weighted, { nodes, slotWeight, tolerance: 1e-11 }).agrees).toBe(true);
    expect(checkRanks(large, weighted, { nodes }).agrees).toBe(false);
    expect(checkRanks(large, plain, { nodes, damping: 0.9 }).agrees).toBe(false);
  }
  const dropped = pageRank(large, { tolerance: 1e-14, dangling: 'drop' }).ranks;
  expect(checkRanks(large, dropped)).toMatchObject({ agrees: true, scale: 'one', losesDangling: true });
  const even = Array.from({ length: 40 }, () => 1);
  expect(checkRanks(large, even, { damping: 0 })).toMatchObject({ agrees: true, scale: 'nodes' });
});

test('a graph without nodes has no ranks', () => {
  const empty = buildLinkGraph({ nodeCount: 0, sources: [], targets: [] });
  expect(checkRanks(empty, [])).toMatchObject({ agrees: true, nodesChecked: 0, residual: 0, sum: 0, factor: 1 });
});

test('refuses in words', () => {
  const wrong = (ranks: unknown, options?: unknown) => () => checkRanks(graph, ranks as number[], options as object);
  expect(wrong([1, 2])).toThrow('checkRanks: ranks has 2 numbers; it has one for each of the 3 nodes');
  expect(wrong([1, Number.NaN, 1])).toThrow('checkRanks: ranks[1] is NaN; it is finite and at least 0');
  expect(wrong([1, -1, 1])).toThrow('checkRanks: ranks[1] is -1');
  expect(wrong([1, '1', 1])).toThrow('checkRanks: ranks[1] is “1”');
  expect(wrong([0, 0, 0])).toThrow('checkRanks: the ranks sum to 0; they sum to a finite number above 0');
  expect(wrong([1e308, 1e308, 1e308])).toThrow('checkRanks: the ranks sum to Infinity');
  expect(wrong(null)).toThrow('checkRanks: ranks is null; it is an array of numbers');
  expect(wrong(exact, { damping: 1 })).toThrow('checkRanks: damping is 1; it is at least 0 and below 1');
  expect(wrong(exact, { scale: 'two' })).toThrow('checkRanks: scale is “two”');
  expect(wrong(exact, { dangling: 'lost' })).toThrow('checkRanks: dangling is “lost”');
  expect(wrong(exact, { tolerance: 0 })).toThrow('checkRanks: tolerance is 0; it is above 0 and below 1');
  expect(wrong(exact, { nodes: [3] })).toThrow('checkRanks: there is no node 3; nodes are whole numbers from 0 to 2');
  expect(wrong(exact, { limit: 0 })).toThrow('checkRanks: limit is 0; it is a whole number from 1');
  expect(wrong(exact, { dampng: 0.5 })).toThrow('checkRanks: options has no “dampng”; is it “damping”?');
  expect(() => checkRanks([] as never, [])).toThrow('checkRanks: the graph is a list');
});
