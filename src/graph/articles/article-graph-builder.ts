import { ArticleStore } from './article-store.js';
import { freezeStore } from './freeze-store.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';

/**
 * Takes articles one by one. It holds on to their urls, titles and subjects, and so does the graph until its `tableBuffer` is asked for:
 * strings that are slices of a page keep the page in memory so long.
 */
export interface ArticleGraphBuilder {
  /** @throws TypeError for a value that is no article, naming its place, its url and the field */
  readonly add: (article: GraphArticle) => void;
  /** The graph of what was added. It can be asked for once: the builder gives up its memory, and throws an Error from then on. */
  readonly build: () => FrozenArticleGraph;
}

/**
 * Builds an article graph from articles as they come, in any order, so that they need not all be in memory at once. A link may
 * name an article that comes later: nothing is resolved before `build`. The same articles in any order make the same bytes.
 *
 * @example
 * const builder = articleGraphBuilder();
 * const later = { slot: 1, id: 2, title: 'Why clubs?', subject: 'Education', url: '/b' };
 * builder.add({ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [later] });
 * builder.add({ url: '/b', id: 2, title: 'Why clubs?', subject: 'Education', related: [] });
 * builder.build().linkCount; // => 1
 */
export const articleGraphBuilder = (): ArticleGraphBuilder => {
  let store: ArticleStore | undefined = new ArticleStore();
  let position = 0;
  const open = (caller: string): ArticleStore => {
    if (store) return store;
    throw new Error(`${caller}: this builder has built its graph; begin another with articleGraphBuilder()`);
  };
  return {
    add: (article) => {
      open('articleGraphBuilder.add').add(article, 'articleGraphBuilder.add', position);
      position++;
    },
    build: () => {
      const full = open('articleGraphBuilder.build');
      store = undefined;
      return freezeStore(full);
    },
  };
};
