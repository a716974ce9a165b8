import { ArticleStore } from './article-store.js';
import { freezeStore } from './freeze-store.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';
import { refuseNoList } from '../../common/refuse.js';

/**
 * The graph of articles and their related links. Each link is resolved by its url; where no article has that, by its id among the
 * articles of the subject it names; where there is none, by its id alone, and then to the first by url of those that have it. How it
 * was resolved is kept, and so are the words of a link that says something else than its target.
 *
 * Articles may come in any order, and the same articles make the same bytes. Of several under one url one is kept — by what they say,
 * not by which came first — and the others are listed in `refused`. Of the articles only strings are
 * held on to, and these until `tableBuffer` is asked for.
 *
 * @throws TypeError for a value that is no article, naming its place, its url and the field
 * @example
 * const related = [{ slot: 1, id: 2, title: 'Why clubs?', subject: 'Education', url: '/moved' }];
 * const graph = buildArticleGraph([
 *   { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] },
 *   { url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related },
 * ]);
 * graph.nodeOf('/b'); // => 1
 * writtenLinks(graph, '/a')[0].leadsTo; // => '/b'
 */
export const buildArticleGraph = (articles: readonly GraphArticle[] | Iterable<GraphArticle>): FrozenArticleGraph => {
  refuseNoList('buildArticleGraph', 'articles', articles, 'articles');
  const store = new ArticleStore();
  let position = 0;
  for (const article of articles) store.add(article, 'buildArticleGraph', position++);
  return freezeStore(store);
};
