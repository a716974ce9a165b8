import { dataOf } from '../articles/article-graph-over.js';
import type { ArticleData } from '../articles/article-table.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { LINK_FLAGS } from '../articles/link-flags.js';
import { resolvedLinkAt } from '../articles/written-links.js';

/** Which articles of a frozen graph mention a url or an id in their related lists: whom a change of that article can touch. */
export interface Mentions {
  readonly ofUrl: (url: string) => readonly number[];
  readonly ofId: (id: number) => readonly number[];
}

/** The written links that lead to each node, turned round. */
const linksTo = ({ ids: { length: nodeCount }, writtenTargets }: ArticleData) => {
  const starts = new Int32Array(nodeCount + 2);
  for (const target of writtenTargets) if (target >= 0) starts[target + 2] = starts[target + 2]! + 1;
  for (let v = 2; v < starts.length; v++) starts[v] = starts[v]! + starts[v - 1]!;
  const links = new Int32Array(starts[nodeCount + 1]!);
  for (let i = 0; i < writtenTargets.length; i++) {
    const target = writtenTargets[i]!;
    if (target < 0) continue;
    links[starts[target + 1]!] = i;
    starts[target + 1] = starts[target + 1]! + 1;
  }
  return { starts, links };
};

const note = <K>(map: Map<K, number[]>, key: K, source: number): void => {
  const sources = map.get(key);
  if (!sources) map.set(key, [source]);
  else if (sources.at(-1) !== source) sources.push(source);
};

const gather = (graph: FrozenArticleGraph): Mentions => {
  const { nodeCount } = graph;
  const table = dataOf(graph, 'withArticle');
  const { writtenStarts, writtenFlags } = table;
  const { starts, links } = linksTo(table);
  const sources = new Int32Array(writtenFlags.length);
  const byUrl = new Map<string, number[]>();
  const byId = new Map<number, number[]>();
  for (let v = 0; v < nodeCount; v++) {
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      sources[i] = v;
      const flags = writtenFlags[i]!;
      const isLost = (flags & LINK_FLAGS.resolvedBy) === LINK_FLAGS.byNothing;
      if (!isLost && (flags & (LINK_FLAGS.urlDiffers | LINK_FLAGS.idDiffers)) === 0) continue;
      const { url, id } = resolvedLinkAt(graph, table, i).link;
      if (isLost || (flags & LINK_FLAGS.urlDiffers) !== 0) note(byUrl, url, v);
      if (isLost || (flags & LINK_FLAGS.idDiffers) !== 0) note(byId, id, v);
    }
  }
  const pointing = (node: number, differs: number, into: Set<number>): void => {
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const link = links[i]!;
      if ((writtenFlags[link]! & differs) === 0) into.add(sources[link]!);
    }
  };
  return {
    ofUrl: (url) => {
      const found = new Set(byUrl.get(url));
      const node = graph.nodeOf(url);
      if (node !== undefined) pointing(node, LINK_FLAGS.urlDiffers, found);
      return [...found];
    },
    ofId: (id) => {
      const found = new Set(byId.get(id));
      for (const node of graph.nodesWithId(id)) pointing(node, LINK_FLAGS.idDiffers, found);
      return [...found];
    },
  };
};

const known = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, Mentions>();

/** The mentions of a graph: gathered at the first question, in one pass over its links, and kept as long as the graph is. */
export const mentionsOf = (graph: FrozenArticleGraph): Mentions => {
  const gathered = known.get(graph) ?? gather(graph);
  known.set(graph, gathered);
  return gathered;
};
