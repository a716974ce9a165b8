import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseLimit, refuseNoNumbers } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { topNodes } from '../links/top-nodes.js';

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
  refuseNoArticleGraph('topArticles', graph);
  refuseNoNumbers('topArticles', 'values', values);
  refuseLimit('topArticles', 'k', k);
  const { nodeCount } = graph;
  if (values.length !== nodeCount) {
    throw new RangeError(`topArticles: there are ${values.length} values for ${nodeCount} articles; each has one`);
  }
  const sums = Float64Array.from(values, (value, i) => {
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw new RangeError(`topArticles: the value at ${i} is not a number but ${shownValue(value)}`);
  });
  const nodes = Int32Array.from(sums, (_, node) => node);
  return Array.from(topNodes(nodes, nodeCount, sums, k), (node) => ({
    url: graph.urlAt(node),
    title: graph.titleAt(node),
    subject: graph.subjectAt(node),
    value: sums[node]!,
  }));
};
