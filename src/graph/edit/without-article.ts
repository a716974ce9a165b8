import { takeArticle } from './edited-article-graph.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../articles/frozen-article-graph.js';

/**
 * The graph without the article of a url. The graph given stays as it is. Links that led to
 * the article are resolved anew: by their id, if another article has it, or to nothing. Its number stands empty from then on, and is its
 * own again if the url comes back.
 *
 * @throws TypeError for a url that is no string, or a value that is no graph; RangeError for a url that no article has
 * @example
 * const related = [{ slot: 1, id: 2, title: 'Why clubs?', subject: 'Education', url: '/b' }];
 * const graph = buildArticleGraph([
 *   { url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related },
 *   { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] },
 * ]);
 * const edited = withoutArticle(graph, '/b');
 * edited.nodeOf('/b'); // => undefined
 * edited.changedRows.get(0)?.length; // => 0
 */
export const withoutArticle = (graph: FrozenArticleGraph | EditedArticleGraph, url: string): EditedArticleGraph =>
  takeArticle(graph, url, 'withoutArticle');
