/** Graphs for property tests: small, dense enough to have circles, with repeated links, self links and nodes without any. */
import * as fc from 'fast-check';
import { buildLinkGraph, type LinkGraph } from '../../../src/graph/index.js';

export interface DrawnGraph {
  readonly graph: LinkGraph;
  /** The links as they were drawn, in the order in which they were. */
  readonly pairs: readonly (readonly [number, number])[];
}

export const graphOf = (nodeCount: number, pairs: readonly (readonly [number, number])[]): LinkGraph =>
  buildLinkGraph({ nodeCount, sources: pairs.map(([source]) => source), targets: pairs.map(([, target]) => target) });

export const drawnGraph = (most = 12): fc.Arbitrary<DrawnGraph> =>
  fc
    .integer({ min: 0, max: most })
    .chain((nodeCount) =>
      fc.record({
        nodeCount: fc.constant(nodeCount),
        pairs:
          nodeCount === 0
            ? fc.constant([])
            : fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), { maxLength: 3 * nodeCount }),
      }),
    )
    .map(({ nodeCount, pairs }) => ({ graph: graphOf(nodeCount, pairs), pairs }));

/** For each pair of nodes whether there is a link, as a table. */
export const tableOf = ({ graph: { nodeCount }, pairs }: DrawnGraph): boolean[][] => {
  const table = Array.from({ length: nodeCount }, () => Array.from({ length: nodeCount }, () => false));
  for (const [source, target] of pairs) table[source]![target] = true;
  return table;
};

/** A link from each node to the next. */
export const chain = (nodeCount: number, close: boolean): LinkGraph => {
  const links = close ? nodeCount : nodeCount - 1;
  return buildLinkGraph({
    nodeCount,
    sources: Int32Array.from({ length: links }, (_, i) => i),
    targets: Int32Array.from({ length: links }, (_, i) => (i + 1) % nodeCount),
  });
};

/** Node 0 and as many nodes around it, linked from it, to it or both ways. */
export const star = (leaves: number, direction: 'out' | 'in' | 'both'): LinkGraph => {
  const rim = Int32Array.from({ length: leaves }, (_, i) => i + 1);
  const hub = new Int32Array(leaves);
  const twice = (first: Int32Array, second: Int32Array) => {
    const all = new Int32Array(2 * leaves);
    all.set(first);
    all.set(second, leaves);
    return all;
  };
  const nodeCount = leaves + 1;
  if (direction === 'out') return buildLinkGraph({ nodeCount, sources: hub, targets: rim });
  if (direction === 'in') return buildLinkGraph({ nodeCount, sources: rim, targets: hub });
  return buildLinkGraph({ nodeCount, sources: twice(hub, rim), targets: twice(rim, hub) });
};
