import type { LinkGraph } from './link-graph.js';
import { type LinkRows, rowsOf } from './link-rows.js';

const inUse = /* @__PURE__ */ new WeakSet<LinkRows>();
const rooms = /* @__PURE__ */ new WeakMap<LinkGraph, LinkRows>();

/** Rows whose ends and sources may be written over, kept with the graph. Between uses they are those of the graph. */
const roomOf = (graph: LinkGraph): LinkRows => {
  const known = rooms.get(graph);
  if (known) return known;
  const rows = rowsOf(graph);
  const made = {
    ...rows,
    outEnds: rows.outEnds.slice(),
    inEnds: rows.inEnds.slice(),
    inSources: rows.inSources.slice(),
  };
  rooms.set(graph, made);
  return made;
};

/**
 * Hands `read` the rows of a graph without the links out of one node, just as though the graph had been built without them. They hold
 * until it returns: what is left out is so in one copy that is kept with the graph, and put back afterwards. So it is not to be nested.
 */
export const withoutRow = <T>(graph: LinkGraph, node: number, read: (rows: LinkRows) => T): T => {
  const { outStarts, outTargets, inStarts, inSources } = graph;
  const start = outStarts[node]!;
  const end = outStarts[node + 1]!;
  const room = roomOf(graph);
  if (inUse.has(room))
    throw new Error('the rows of a graph are in use; this is a fault of stem-leadership, please report it');
  inUse.add(room);
  room.outEnds[node] = start;
  for (let e = start; e < end; e++) {
    const target = outTargets[e]!;
    let to = inStarts[target]!;
    for (let f = to; f < inStarts[target + 1]!; f++) if (inSources[f] !== node) room.inSources[to++] = inSources[f]!;
    room.inEnds[target] = to;
  }
  try {
    return read(room);
  } finally {
    room.outEnds[node] = end;
    for (let e = start; e < end; e++) {
      const target = outTargets[e]!;
      const first = inStarts[target]!;
      const last = inStarts[target + 1]!;
      room.inSources.set(inSources.subarray(first, last), first);
      room.inEnds[target] = last;
    }
    inUse.delete(room);
  }
};
