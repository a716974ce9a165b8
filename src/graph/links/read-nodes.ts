import { refuseNoList, refuseStranger } from '../../common/refuse.js';

/** The nodes of a list of the caller’s, read once, or throws for what is no list of nodes of the graph. */
export const readNodes = (
  caller: string,
  name: string,
  given: Iterable<number>,
  nodeCount: number,
): ReadonlySet<number> => {
  refuseNoList(caller, name, given, 'nodes');
  const nodes = new Set(given);
  for (const node of nodes) refuseStranger(caller, node, nodeCount);
  return nodes;
};
