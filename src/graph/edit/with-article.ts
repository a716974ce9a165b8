import { putArticle } from './edited-article-graph.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';

/**
 * The graph with an article put in, or in the place of the one under its url. The graph given stays as it is. Links of other articles
 * are resolved anew where the edit can matter to them: dangling ones may find their target, others their right one. The work goes with
 * the number of articles that mention the url or the id, not with the size of the graph; only the first edit of a graph looks at
 * all its links once, and when about a twentieth of the articles have changed, all is frozen into a new `base`.
 *
 * Articles that were refused under the same url when the graph was built are forgotten with the one they were refused for.
 *
 * @throws TypeError for a value that is no article, or no graph
 * @example
 * const related = [{ slot: 1, id: 2, title: 'Why clubs?', subject: 'Education', url: '/b' }];
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related }]);
 * const edited = withArticle(graph, { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] });
 * Array.from(edited.changedRows, ([node, row]) => [node, ...row]); // => [[0, 1], [1]]
 */
export const withArticle = (
  graph: FrozenArticleGraph | EditedArticleGraph,
  article: GraphArticle,
): EditedArticleGraph => putArticle(graph, article, 'withArticle');
