import { frozen } from './edited-article-graph.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../articles/frozen-article-graph.js';

/**
 * One frozen graph of an edited one: the very bytes that `buildArticleGraph` makes of the articles as they now are. Nodes are numbered
 * anew. A graph without edits is handed back as it is.
 *
 * @throws TypeError for a value that is no graph
 * @example
 * const graph = buildArticleGraph([{ url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] }]);
 * const edited = withArticle(graph, { url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] });
 * edited.nodeOf('/a'); // => 1
 * freezeArticleGraph(edited).nodeOf('/a'); // => 0
 */
export const freezeArticleGraph = (edited: EditedArticleGraph | FrozenArticleGraph): FrozenArticleGraph =>
  frozen(edited, 'freezeArticleGraph');
