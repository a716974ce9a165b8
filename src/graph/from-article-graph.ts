import type { ArticleGraph } from '../model/article-graph.js';
import type { RelatedLink } from '../model/related-link.js';
import { buildArticleGraph } from './build-article-graph.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';

/**
 * Freezes a graph that came as plain data. Each link says of its target what the target says of itself.
 *
 * @throws TypeError for a link one end of which is the url of no article, and for values that are no articles
 * @example
 * const articles = [
 *   { url: '/a', id: 1, title: 'What is a club?', subject: 'Education' },
 *   { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education' },
 * ];
 * const graph = fromArticleGraph({ articles, links: [{ from: '/b', to: '/a', slot: 1 }] });
 * Array.from(graph.outTargets); // => [0]
 */
export const fromArticleGraph = ({ articles, links }: ArticleGraph): FrozenArticleGraph => {
  const related = new Map(articles.map(({ url }): [string, RelatedLink[]] => [url, []]));
  const byUrl = new Map(articles.map((article) => [article.url, article]));
  links.forEach(({ from, to, slot }, i) => {
    const list = related.get(from);
    const target = byUrl.get(to);
    if (!list || !target) {
      throw new TypeError(
        `fromArticleGraph: links[${i}].${list ? 'to' : 'from'} is “${list ? to : from}”, the url of no article`,
      );
    }
    list.push({ slot, id: target.id, title: target.title, subject: target.subject, url: target.url });
  });
  return buildArticleGraph(articles.map((article) => ({ ...article, related: related.get(article.url) ?? [] })));
};
