import { allocateLinkGraph, fillIncoming, type LinkGraph } from './link-graph.js';

/** The graph without the links out of one node. Takes a copy of the rest. */
export const withoutRow = (graph: LinkGraph, node: number): LinkGraph => {
  const { nodeCount, linkCount, outStarts, outTargets, outSlots } = graph;
  const start = outStarts[node]!;
  const end = outStarts[node + 1]!;
  if (start === end) return graph;
  const smaller = allocateLinkGraph(nodeCount, linkCount - (end - start));
  for (let v = 0; v <= nodeCount; v++) smaller.outStarts[v] = v <= node ? outStarts[v]! : outStarts[v]! - (end - start);
  smaller.outTargets.set(outTargets.subarray(0, start));
  smaller.outTargets.set(outTargets.subarray(end), start);
  smaller.outSlots.set(outSlots.subarray(0, start));
  smaller.outSlots.set(outSlots.subarray(end), start);
  fillIncoming(smaller);
  return smaller;
};
