import type { ArticleGraph, ArticleLink, ArticleNode } from '../../model/articles/article-graph.js';
import { dataOf } from './article-graph-over.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';

/**
 * The graph as plain data that travels: its articles, and its links by url with their slots. What only the written links tell — dangling
 * ones, stale words, second mentions — is not in it.
 *
 * @example
 * const related = [{ slot: 1, id: 2, title: 'Why clubs?', subject: 'Education', url: '/b' }];
 * const graph = buildArticleGraph([
 *   { url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related },
 *   { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] },
 * ]);
 * toArticleGraph(graph).links; // => [{ from: '/a', to: '/b', slot: 1 }]
 */
export const toArticleGraph = (graph: FrozenArticleGraph): ArticleGraph => {
  refuseNoArticleGraph('toArticleGraph', graph);
  const { nodeCount } = graph;
  const { writtenStarts, writtenTargets, writtenSlots } = dataOf(graph, 'toArticleGraph');
  const articles: ArticleNode[] = [];
  const links: ArticleLink[] = [];
  for (let v = 0; v < nodeCount; v++) {
    const url = graph.urlAt(v);
    articles.push({ url, id: graph.idAt(v), title: graph.titleAt(v), subject: graph.subjectAt(v) });
    const seen = new Set([-1, v]);
    // The written slots are whole where those beside the rows are kept as bytes.
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      const target = writtenTargets[i]!;
      if (seen.has(target)) continue;
      seen.add(target);
      links.push({ from: url, to: graph.urlAt(target), slot: writtenSlots[i]! });
    }
  }
  return { articles, links };
};
