import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseLimit, refuseNoNumbers, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { topNodes } from '../links/top-nodes.js';

export interface TopArticlesOptions {
  /** How many articles at most; 10 unless told otherwise. */
  readonly limit?: number | undefined;
}

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
 * @throws RangeError for another number of values than there are nodes, a value that is not a number, or a `limit` that is no count
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (url: string, ...to: string[]) => ({
 *   url, id: 1, title: `Page ${url}`, subject: 'Physics',
 *   related: to.map((url, i) => ({ slot: i + 1, id: 1, title: `Page ${url}`, subject: 'Physics', url })),
 * });
 * const graph = buildArticleGraph([page('/a', '/c'), page('/b', '/c'), page('/c')]);
 * topArticles(graph, degrees(graph).in, { limit: 1 }); // => [{ url: '/c', title: 'Page /c', subject: 'Physics', value: 2 }]
 */
export const topArticles = (
  graph: FrozenArticleGraph,
  values: ArrayLike<number>,
  options: TopArticlesOptions = {},
): MeasuredArticle[] => {
  refuseNoArticleGraph('topArticles', graph);
  refuseNoNumbers('topArticles', 'values', values);
  refuseUnknown('topArticles', options, ['limit']);
  const { limit = 10 } = options;
  refuseLimit('topArticles', 'limit', limit);
  const { nodeCount } = graph;
  if (values.length !== nodeCount) {
    throw new RangeError(`topArticles: there are ${values.length} values for ${nodeCount} articles; each has one`);
  }
  const sums = Float64Array.from(values, (value, i) => {
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw new RangeError(`topArticles: the value at ${i} is not a number but ${shownValue(value)}`);
  });
  const nodes = Int32Array.from(sums, (_, node) => node);
  return Array.from(topNodes(nodes, nodeCount, sums, limit), (node) => ({
    url: graph.urlAt(node),
    title: graph.titleAt(node),
    subject: graph.subjectAt(node),
    value: sums[node]!,
  }));
};
