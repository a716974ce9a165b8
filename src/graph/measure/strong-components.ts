import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { type Components, sizesOf } from './weak-components.js';

/** Numbers sets by their first members, in place. The numbers given are below `labels.length`. */
export const renumberByFirst = (labels: Int32Array): number => {
  const renamed = new Int32Array(labels.length).fill(-1);
  let count = 0;
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    if (renamed[label] === -1) renamed[label] = count++;
    labels[v] = renamed[label]!;
  }
  return count;
};

/**
 * The strongly connected components: sets of nodes each of which can be reached from every other of its set by following links.
 * A node that lies on no circle is a component of its own. Time and memory grow with nodes and links, whatever the depth: the path
 * of the search is kept in an array, not on the stack of the machine, so a chain of a million articles is as good as any graph.
 *
 * Pearce’s form of Tarjan’s algorithm: one array holds the order of visits and, after its set is complete, the set of each node. Nodes on
 * the path and nodes waiting for their set are never the same, so both stacks share one array, from its two ends.
 *
 * @see Tarjan (1972), doi:10.1137/0201010; Pearce (2016), doi:10.1016/j.ipl.2015.08.010
 * @example
 * const graph = buildLinkGraph({ nodeCount: 4, sources: [0, 1, 2, 2], targets: [2, 2, 0, 3] });
 * const { count, labels, sizes } = strongComponents(graph);
 * count; // => 3
 * Array.from(labels); // => [0, 1, 0, 2]
 * Array.from(sizes); // => [2, 1, 1]
 */
export const strongComponents = (graph: LinkGraph): Components => {
  refuseNoGraph('strongComponents', graph);
  const { nodeCount, outStarts, outTargets } = graph;
  // 0: not visited. Then the earliest place on the path known to be reachable, from 1 up; at last the set, from nodeCount down.
  // Places are given back with each set, so the two never meet: a set always has the greater number.
  const visits = new Int32Array(nodeCount);
  const reachesBack = new Uint8Array(nodeCount);
  const cursors = new Int32Array(nodeCount);
  const stacks = new Int32Array(nodeCount);
  let waiting = nodeCount;
  let place = 1;
  let set = nodeCount;
  for (let start = 0; start < nodeCount; start++) {
    if (visits[start] !== 0) continue;
    let depth = 0;
    let v = start;
    let low = place++;
    let back = 0;
    let cursor = outStarts[v]!;
    visits[v] = low;
    for (;;) {
      const end = outStarts[v + 1]!;
      let next = -1;
      for (; cursor < end; cursor++) {
        const target = outTargets[cursor]!;
        const seen = visits[target]!;
        if (seen === 0) {
          next = target;
          break;
        }
        if (seen < low) {
          low = seen;
          back = 1;
        }
      }
      if (next !== -1) {
        visits[v] = low;
        reachesBack[v] = back;
        // The link just followed is looked at again on the way back, when what lies behind it is known.
        cursors[v] = cursor;
        stacks[depth++] = v;
        v = next;
        low = place++;
        back = 0;
        cursor = outStarts[v]!;
        visits[v] = low;
        continue;
      }
      if (back === 1) {
        visits[v] = low;
        stacks[--waiting] = v;
      } else {
        place--;
        while (waiting < nodeCount && visits[stacks[waiting]!]! >= low) {
          visits[stacks[waiting++]!] = set;
          place--;
        }
        visits[v] = set--;
      }
      if (depth === 0) break;
      v = stacks[--depth]!;
      low = visits[v]!;
      back = reachesBack[v]!;
      cursor = cursors[v]!;
    }
  }
  for (let v = 0; v < nodeCount; v++) visits[v] = nodeCount - visits[v]!;
  const count = renumberByFirst(visits);
  return { count, labels: visits, sizes: sizesOf(visits, count) };
};
