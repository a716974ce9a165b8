import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLinkGraph, type LinkGraph, openLinkGraph, sealLinkGraph } from '../../../src/graph/links/link-graph.js';
import { runs } from '../../support/runs.js';

const rowsOut = (graph: LinkGraph) =>
  Array.from({ length: graph.nodeCount }, (_, v) =>
    Array.from(graph.outTargets.subarray(graph.outStarts[v], graph.outStarts[v + 1])),
  );
const rowsIn = (graph: LinkGraph) =>
  Array.from({ length: graph.nodeCount }, (_, v) =>
    Array.from(graph.inSources.subarray(graph.inStarts[v], graph.inStarts[v + 1])),
  );

const somePairs = fc.integer({ min: 0, max: 12 }).chain((nodeCount) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    links: fc.array(
      fc.record({
        source: fc.nat({ max: Math.max(nodeCount - 1, 0) }),
        target: fc.nat({ max: Math.max(nodeCount - 1, 0) }),
        slot: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: nodeCount === 0 ? 0 : 60 },
    ),
  }),
);

/** The rows as one writes them without thinking of speed. */
const plainRows = (
  nodeCount: number,
  links: readonly { source: number; target: number; slot: number }[],
  { bySlot = false, once = false, dropSelf = false },
) =>
  Array.from({ length: nodeCount }, (_, v) => {
    const own = links.map((link, at) => ({ ...link, at })).filter(({ source }) => source === v);
    if (bySlot) own.sort((one, other) => one.slot - other.slot || one.at - other.at);
    return own
      .map(({ target }) => target)
      .filter((target) => !(dropSelf && target === v))
      .filter((target, at, all) => !(once && all.indexOf(target) !== at));
  });

describe('compressed rows', () => {
  test('hold the links of each node in the order of the pairs, and the same links seen from the other end', () => {
    fc.assert(
      fc.property(somePairs, ({ nodeCount, links }) => {
        const graph = buildLinkGraph({
          nodeCount,
          sources: links.map(({ source }) => source),
          targets: links.map(({ target }) => target),
        });
        const expected = plainRows(nodeCount, links, {});
        expect(rowsOut(graph)).toEqual(expected);
        expect(rowsIn(graph)).toEqual(
          Array.from({ length: nodeCount }, (_, v) =>
            links
              .filter(({ target }) => target === v)
              .map(({ source }) => source)
              .sort((one, other) => one - other),
          ),
        );
        expect(graph.linkCount).toBe(links.length);
      }),
      { numRuns: runs(300) },
    );
  });

  test('follow the slots where there are some, and can leave out what is named again and links of a node to itself', () => {
    fc.assert(
      fc.property(somePairs, fc.boolean(), fc.boolean(), ({ nodeCount, links }, once, dropSelf) => {
        const graph = buildLinkGraph(
          {
            nodeCount,
            sources: Int32Array.from(links, ({ source }) => source),
            targets: Int32Array.from(links, ({ target }) => target),
            slots: links.map(({ slot }) => slot),
          },
          { repeated: once ? 'once' : 'keep', selfLinks: dropSelf ? 'drop' : 'keep' },
        );
        expect(rowsOut(graph)).toEqual(plainRows(nodeCount, links, { bySlot: true, once, dropSelf }));
        expect(rowsIn(graph).flat()).toHaveLength(graph.linkCount);
      }),
      { numRuns: runs(300) },
    );
  });

  test('of one node with a hundred thousand slots in falling order are sorted without a fuss', () => {
    const length = 100_000;
    const graph = buildLinkGraph({
      nodeCount: length + 1,
      sources: new Int32Array(length),
      targets: Int32Array.from({ length }, (_, i) => i + 1),
      slots: Int32Array.from({ length }, (_, i) => length - i),
    });
    expect(graph.outTargets[0]).toBe(length);
    expect(graph.outTargets[length - 1]).toBe(1);
  });

  test('keep the slot of each link, those above 255 as 255', () => {
    const graph = buildLinkGraph({ nodeCount: 2, sources: [0, 0], targets: [1, 1], slots: [300, 2] });
    expect(Array.from(graph.outSlots)).toEqual([2, 255]);
  });
});

describe('a buffer of rows', () => {
  const graph = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 2], targets: [1, 2, 0] });

  test('can be handed over and opened again at the other end', () => {
    const { buffer } = buildLinkGraph({ nodeCount: 3, sources: [0, 0, 2], targets: [1, 2, 0] });
    const handed = structuredClone(buffer, { transfer: [buffer] });
    expect(buffer.byteLength).toBe(0);
    expect(rowsOut(openLinkGraph(handed))).toEqual(rowsOut(graph));
    expect(rowsIn(openLinkGraph(handed))).toEqual(rowsIn(graph));
  });

  test('of something else, of another version or cut short is refused', () => {
    expect(() => openLinkGraph(new ArrayBuffer(3))).toThrow(/not a link graph/u);
    expect(() => openLinkGraph(new ArrayBuffer(64))).toThrow(/not a link graph/u);
    expect(() => openLinkGraph(graph.buffer.slice(0, -1))).toThrow(/cannot hold/u);
    const newer = graph.buffer.slice(0);
    new Int32Array(newer, 0, 4)[1] = 9;
    expect(() => openLinkGraph(newer)).toThrow(/version 9/u);
  });

  test('with any one bit changed is refused', () => {
    for (let bit = 0; bit < 8 * graph.buffer.byteLength; bit++) {
      const damaged = graph.buffer.slice(0);
      const bytes = new Uint8Array(damaged);
      bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => openLinkGraph(damaged), `bit ${bit}`).toThrow(RangeError);
    }
  });

  test('with a right checksum but any one number changed is refused: rows in and out say the same links', () => {
    for (let at = 2; at < (graph.buffer.byteLength - graph.linkCount) / 4; at++) {
      // Words 4 and 5 are the checksum.
      if (at === 4 || at === 5) continue;
      for (const change of [-8, -1, 1, 2, 7]) {
        const damaged = graph.buffer.slice(0);
        const words = new Int32Array(damaged, 0, Math.floor(damaged.byteLength / 4));
        words[at] = words[at]! + change;
        sealLinkGraph({ buffer: damaged });
        expect(() => openLinkGraph(damaged), `word ${at} by ${change}`).toThrow(RangeError);
      }
    }
  });

  test('whose rows in and out disagree is refused, and so no keeper of ranks runs for ever on it', () => {
    // Each leads to the other; the rows in say that 0 links to itself and 1 to itself.
    const { buffer, inSources } = buildLinkGraph({ nodeCount: 2, sources: [0, 1], targets: [1, 0] });
    inSources.reverse();
    expect(() => openLinkGraph(sealLinkGraph({ buffer }).buffer)).toThrow('damaged');
  });

  test('whose slots fall within a row, or are 0, is refused', () => {
    for (const slots of [
      [2, 1],
      [0, 1],
    ]) {
      const made = buildLinkGraph({ nodeCount: 2, sources: [0, 0], targets: [1, 0] });
      made.outSlots.set(slots);
      expect(() => openLinkGraph(sealLinkGraph(made).buffer)).toThrow('damaged');
    }
  });
});

describe('pairs that cannot be', () => {
  test.each([
    [{ nodeCount: 2, sources: [0], targets: [2] }, /targets\[0\] is 2; nodes are whole numbers from 0 to 1/u],
    [{ nodeCount: 2, sources: [0.5], targets: [1] }, /sources\[0\] is 0\.5/u],
    [{ nodeCount: 2, sources: [Number.NaN], targets: [1] }, /sources\[0\] is NaN/u],
    [{ nodeCount: 2, sources: [0, 1], targets: [1] }, /2 sources, 1 targets/u],
    [{ nodeCount: 2, sources: [0], targets: [1], slots: [0] }, /slots\[0\] is 0; slots are whole numbers from 1/u],
    [{ nodeCount: -1, sources: [], targets: [] }, /nodeCount is -1/u],
  ])('are refused by name: %j', (pairs, message) => {
    expect(() => buildLinkGraph(pairs)).toThrow(message);
  });
});
