import type { Neighbourhood, NeighbourArticle, NeighbourLink } from '../../model/articles/neighbourhood.js';
import { refuseCount, refuseUnknown } from '../../common/refuse.js';
import { findArticle } from '../articles/find-article.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';

export interface NeighbourhoodOptions {
  /** At most so many articles, the one in the middle included; 20 where left out. A picture shows 50 at most. */
  readonly limit?: number | undefined;
}

/**
 * The articles around one, as many as asked for, nearest first, and all links between them: those that it links to and that link back,
 * those that it links to in the order of its slots, those that link to it, and then their own neighbours, step by step.
 *
 * It is a plain value: `neighbourhoodPicture` draws it, and a host may send it anywhere. Reads the rows of the articles it gives and no
 * others.
 *
 * @throws RangeError where no article has the url, naming one that is like it, or for a limit that is no whole number from 1
 * @throws TypeError for what is no graph, and for options that do not exist
 *
 * @example
 * const named = (id: number) => ({ url: `/a/${id}`, id, title: `Article ${id}`, subject: 'physics' });
 * const graph = buildArticleGraph([
 *   { ...named(1), related: [{ ...named(2), slot: 1 }, { ...named(3), slot: 2 }] },
 *   { ...named(2), related: [{ ...named(1), slot: 1 }] },
 *   { ...named(3), related: [] },
 *   { ...named(4), related: [{ ...named(1), slot: 1 }] },
 * ]);
 * const around = neighbourhood(graph, '/a/1');
 * around.articles.map(({ url, layer }) => [url, layer])
 * // => [['/a/1', 'article'], ['/a/2', 'both-ways'], ['/a/3', 'to'], ['/a/4', 'from']]
 * around.links.map(({ from, to, bothWays }) => [from, to, bothWays])
 * // => [['/a/1', '/a/2', true], ['/a/1', '/a/3', false], ['/a/4', '/a/1', false]]
 */
export const neighbourhood = (
  graph: FrozenArticleGraph,
  url: string,
  options: NeighbourhoodOptions = {},
): Neighbourhood => {
  const middle = findArticle('neighbourhood', graph, url);
  refuseUnknown('neighbourhood', options, ['limit']);
  const { limit = 20 } = options;
  refuseCount('neighbourhood', 'limit', limit);
  const { outStarts, outTargets, inStarts, inSources } = graph;
  const outOf = (node: number): Int32Array => outTargets.subarray(outStarts[node], outStarts[node + 1]);
  const into = (node: number): Int32Array => inSources.subarray(inStarts[node], inStarts[node + 1]);

  const distances = new Map<number, number>([[middle, 0]]);
  const left = new Set<number>();
  const meet = (node: number, distance: number): void => {
    if (distances.has(node)) return;
    if (distances.size < limit) distances.set(node, distance);
    else left.add(node);
  };
  const [to, from] = [new Set(outOf(middle)), new Set(into(middle))];
  for (const node of to) if (from.has(node)) meet(node, 1);
  for (const node of to) meet(node, 1);
  for (const node of from) meet(node, 1);
  // A Map goes through what is added to it while it is gone through: these are then the nodes in the order they were met.
  for (const [node, distance] of distances) {
    for (const next of outOf(node)) meet(next, distance + 1);
    for (const next of into(node)) meet(next, distance + 1);
  }
  const layerOf = (node: number): NeighbourArticle['layer'] => {
    if (node === middle) return 'article';
    if (to.has(node)) return from.has(node) ? 'both-ways' : 'to';
    return from.has(node) ? 'from' : 'further';
  };
  const articles = [...distances].map(([node, distance]): NeighbourArticle => {
    const layer = layerOf(node);
    return {
      url: graph.urlAt(node),
      title: graph.titleAt(node),
      subject: graph.subjectAt(node),
      distance,
      layer,
    };
  });
  return {
    url: graph.urlAt(middle),
    articles,
    links: linksBetween(graph, [...distances.keys()], outOf),
    left: left.size,
  };
};

/** Links in the order of the articles they lead from; two articles that link to each other have one, from the earlier of them. */
const linksBetween = (
  graph: FrozenArticleGraph,
  nodes: readonly number[],
  outOf: (node: number) => Int32Array,
): NeighbourLink[] => {
  const rows = new Map(nodes.map((node) => [node, new Set(outOf(node))]));
  const told = new Set<number>();
  const links: NeighbourLink[] = [];
  for (const [node, row] of rows) {
    told.add(node);
    for (const target of row) {
      const back = rows.get(target)?.has(node);
      if (back === undefined || target === node || (back && told.has(target))) continue;
      links.push({ from: graph.urlAt(node), to: graph.urlAt(target), bothWays: back });
    }
  }
  return links;
};
