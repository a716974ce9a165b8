import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseLimit } from './refuse.js';
import { topNodes } from './top-nodes.js';

/** An article with what a measure gives it. */
export interface MeasuredArticle {
  readonly url: string;
  readonly title: string;
  readonly subject: string;
  readonly value: number;
}

/**
 * The articles of the greatest values of a measure, such as the ranks of `pageRank` or the `in` of `degrees`: greatest first, equal ones
 * in the order of their urls.
 *
 * @param values one for each node, by its number
 * @throws RangeError for another number of values than there are nodes, a value that is not a number, or a `k` that is no count
 * @example
 * const page = (url: string, ...to: string[]) => ({
 *   url, id: 1, title: `Page ${url}`, subject: 'Physics',
 *   related: to.map((url, i) => ({ slot: i + 1, id: 1, title: `Page ${url}`, subject: 'Physics', url })),
 * });
 * const graph = buildArticleGraph([page('/a', '/c'), page('/b', '/c'), page('/c')]);
 * topArticles(graph, degrees(graph).in, 1); // => [{ url: '/c', title: 'Page /c', subject: 'Physics', value: 2 }]
 */
export const topArticles = (graph: FrozenArticleGraph, values: ArrayLike<number>, k = 10): MeasuredArticle[] => {
  refuseLimit('topArticles', 'k', k);
  const { nodeCount } = graph;
  if (values.length !== nodeCount) {
    throw new RangeError(`topArticles: there are ${values.length} values for ${nodeCount} articles; each has one`);
  }
  const sums = Float64Array.from(values);
  const missing = sums.findIndex((value) => Number.isNaN(value));
  if (missing >= 0) throw new RangeError(`topArticles: the value at ${missing} is not a number`);
  const nodes = Int32Array.from(sums, (_, node) => node);
  return Array.from(topNodes(nodes, nodeCount, sums, k), (node) => ({
    url: graph.urlAt(node),
    title: graph.titleAt(node),
    subject: graph.subjectAt(node),
    value: sums[node]!,
  }));
};
