import type { ArticleData } from './article-table.js';
import {
  allocateLinkGraph,
  fillIncoming,
  GREATEST_KEPT_SLOT,
  type LinkGraph,
  sealLinkGraph,
} from '../links/link-graph.js';

/** The rows of distinct targets: of what was written, without links to nothing, to their own page and to a target named before. */
export const rowsOfTable = ({ ids, writtenStarts, writtenTargets, writtenSlots }: ArticleData): LinkGraph => {
  const nodes = ids.length;
  const written = writtenTargets.length;
  const seenBy = new Int32Array(nodes).fill(-1);
  const keeps = new Uint8Array(written);
  let linkCount = 0;
  for (let v = 0; v < nodes; v++) {
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      const target = writtenTargets[i]!;
      if (target < 0 || target === v || seenBy[target] === v) continue;
      seenBy[target] = v;
      keeps[i] = 1;
      linkCount++;
    }
  }
  const graph = allocateLinkGraph(nodes, linkCount);
  let to = 0;
  for (let v = 0; v < nodes; v++) {
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      if (keeps[i] === 0) continue;
      graph.outTargets[to] = writtenTargets[i]!;
      graph.outSlots[to++] = Math.min(writtenSlots[i]!, GREATEST_KEPT_SLOT);
    }
    graph.outStarts[v + 1] = to;
  }
  fillIncoming(graph);
  return sealLinkGraph(graph);
};
