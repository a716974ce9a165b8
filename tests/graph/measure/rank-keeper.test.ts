import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLinkGraph, type LinkGraph } from '../../../src/graph/links/link-graph.js';
import { pageRank } from '../../../src/graph/measure/page-rank.js';
import { type EditedLinks, rankKeeper } from '../../../src/graph/measure/rank-keeper.js';
import { runs } from '../../support/runs.js';
import { denseRanks } from '../support/dense-ranks.js';

/** Rows of links that can be edited, in the plainest way; a removed node has none. */
type Rows = readonly (readonly number[] | undefined)[];

const graphOf = (rows: Rows): LinkGraph => {
  const links = rows.flatMap((row, source) => (row ?? []).map((target) => [source, target] as const));
  return buildLinkGraph({
    nodeCount: rows.length,
    sources: links.map(([source]) => source),
    targets: links.map(([, target]) => target),
  });
};

/** What an edited graph says of rows laid over a base. Unchanged rows stay the same arrays from edit to edit. */
const editedOf = (rows: Rows, before: EditedLinks): EditedLinks => {
  const { base } = before;
  const changedRows = new Map<number, Int32Array>();
  rows.forEach((row = [], node) => {
    const isNew = node >= base.nodeCount;
    const beneath = isNew ? [] : [...base.outTargets.subarray(base.outStarts[node], base.outStarts[node + 1])];
    if (!isNew && beneath.join() === row.join()) return;
    const known = before.changedRows.get(node);
    const isSame = known?.join() === row.join() && before.isRemoved(node) === (rows[node] === undefined);
    changedRows.set(node, known && isSame ? known : Int32Array.from(row));
  });
  return { base, nodeCount: rows.length, isRemoved: (node) => rows[node] === undefined, changedRows };
};

/** One edit: a row written anew, a node added, or a node removed along with the links to it. */
const edit = (rows: Rows, [kind, at, wanted]: readonly [number, number, readonly number[]]): Rows => {
  const present = rows.flatMap((row, node) => (row ? [node] : []));
  const isAdded = kind === 0 || present.length === 0;
  const node = isAdded ? rows.length : kind === 1 ? at % rows.length : present[at % present.length]!;
  if (kind === 2) {
    return rows.map((row, v) => (v === node ? undefined : row?.filter((target) => target !== node)));
  }
  const others = [...new Set([...present, node])];
  const row = [...new Set(wanted.map((number) => others[number % others.length]!))];
  return isAdded ? [...rows, row] : rows.map((old, v) => (v === node ? row : old));
};

/** The exact ranks of those that are there, and 0 for those that are not. */
const exactRanks = (rows: Rows, damping: number): number[] => {
  const present = rows.flatMap((row, node) => (row ? [node] : []));
  const place = new Map(present.map((node, i) => [node, i]));
  const exact = denseRanks(graphOf(present.map((node) => rows[node]!.map((target) => place.get(target)!))), {
    damping,
  });
  return rows.map((_, node) => (place.has(node) ? exact[place.get(node)!]! : 0));
};

const edits = fc.array(
  fc.tuple(fc.constantFrom(0, 1, 2, 3, 3, 3, 3, 3), fc.nat(30), fc.array(fc.nat(30), { maxLength: 5 })),
  { minLength: 1, maxLength: 25 },
);
const beginnings = fc
  .integer({ min: 1, max: 12 })
  .chain((nodeCount) =>
    fc.array(fc.array(fc.nat(nodeCount - 1), { maxLength: 4 }), { minLength: nodeCount, maxLength: nodeCount }),
  );

describe('kept ranks', () => {
  test('are within the stated share of those of elimination after each of thousands of edits', () => {
    let pushed = 0;
    let inFull = 0;
    fc.assert(
      fc.property(
        beginnings,
        edits,
        fc.constantFrom(0, 0.5, 0.85, 0.95),
        fc.constantFrom(1e-1, 1e-2, 1e-4, 1e-8),
        (first, list, damping, relativeTolerance) => {
          const base = graphOf(first);
          const keeper = rankKeeper(base, { damping, relativeTolerance });
          let rows: Rows = first;
          let edited: EditedLinks = { base, nodeCount: first.length, isRemoved: () => false, changedRows: new Map() };
          for (const next of list) {
            rows = edit(rows, next);
            edited = editedOf(rows, edited);
            const { relativeErrorBound, solvedInFull } = keeper.update(edited);
            if (solvedInFull) inFull++;
            else pushed++;
            const ranks = keeper.ranks();
            expect(ranks.length).toBe(rows.length);
            exactRanks(rows, damping).forEach((exact, node) => {
              expect(Math.abs(ranks[node]! - exact)).toBeLessThanOrEqual(relativeErrorBound * exact * (1 + 1e-6));
              expect(keeper.rankAt(node)).toBe(ranks[node]);
            });
          }
        },
      ),
      { numRuns: runs(200) },
    );
    expect(pushed).toBeGreaterThan(0);
    expect(inFull).toBeGreaterThan(0);
  });

  const circle = graphOf([[1], [2], [0]]);
  const as = (base: LinkGraph): EditedLinks => ({
    base,
    nodeCount: base.nodeCount,
    isRemoved: () => false,
    changedRows: new Map(),
  });

  test('take no work where nothing has changed', () => {
    const keeper = rankKeeper(circle);
    expect(keeper.update(as(circle))).toEqual({
      relativeErrorBound: 1e-4,
      pushes: 0,
      linksFollowed: 0,
      solvedInFull: false,
    });
    for (const rank of keeper.ranks()) expect(rank).toBeCloseTo(1 / 3, 9);
  });

  test('are reckoned anew for another graph', () => {
    const keeper = rankKeeper(circle);
    const other = graphOf([[1], [], [1], [0]]);
    expect(keeper.update(as(other)).solvedInFull).toBe(true);
    pageRank(other).ranks.forEach((rank, node) => expect(keeper.rankAt(node)).toBeCloseTo(rank, 9));
  });

  test('may begin and end with no node at all', () => {
    const nothing = graphOf([]);
    const keeper = rankKeeper(nothing);
    expect([...keeper.ranks()]).toEqual([]);
    const one = { base: nothing, nodeCount: 1, changedRows: new Map([[0, new Int32Array(0)]]) };
    keeper.update({ ...one, isRemoved: () => false });
    expect([...keeper.ranks()]).toEqual([1]);
    keeper.update({ ...one, changedRows: new Map([[0, new Int32Array(0)]]), isRemoved: () => true });
    expect([...keeper.ranks()]).toEqual([0]);
  });

  test('reach as far as an edit does in a great graph, and no further', () => {
    const nodeCount = 300_000;
    const from = Int32Array.from({ length: nodeCount }, (_, v) => v);
    const base = buildLinkGraph({ nodeCount, sources: from, targets: from.map((v) => (v + 1) % nodeCount) });
    const keeper = rankKeeper(base);
    const changedRows = new Map([[1000, Int32Array.of(250_000)]]);
    const { solvedInFull, pushes } = keeper.update({ ...as(base), changedRows });
    expect(solvedInFull).toBe(false);
    expect(pushes).toBeLessThan(500);
    // y was 1 / (1 − a) everywhere; the node after the edit starts from 1 now.
    expect(keeper.rankAt(1001) / keeper.rankAt(500)).toBeCloseTo(0.15, 4);
    expect(keeper.rankAt(250_000) / keeper.rankAt(500)).toBeCloseTo(1.85, 3);
  });

  test('refuse options that are out of range and nodes that are none', () => {
    expect(() => rankKeeper(circle, { relativeTolerance: 0 })).toThrow(
      'rankKeeper: relativeTolerance is 0; it is from 1e-9 to 0.1',
    );
    expect(() => rankKeeper(circle, { damping: 1 })).toThrow('rankKeeper: damping is 1; it is at least 0 and below 1');
    expect(() => rankKeeper(circle, { tolerance: 1 } as object)).toThrow(TypeError);
    expect(() => rankKeeper(circle).rankAt(3)).toThrow('rankKeeper: there is no node 3');
  });
});
