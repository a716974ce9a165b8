import type { ArticleGraph, ArticleNode } from '../model/article-graph.js';
import type { RelatedLink } from '../model/related-link.js';
import { buildArticleGraph } from './build-article-graph.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseNoList, refuseNoText } from '../common/refuse.js';
import { shownValue } from '../common/shown-value.js';

const refuseNoData = (graph: ArticleGraph): void => {
  if (graph === null || typeof graph !== 'object') {
    throw new TypeError(`fromArticleGraph: the graph is ${shownValue(graph)}; it is an object with articles and links`);
  }
  refuseNoList('fromArticleGraph', 'articles', graph.articles, 'articles');
  refuseNoList('fromArticleGraph', 'links', graph.links, 'links');
};

const refuseNoPart = <T>(name: string, part: T): T => {
  if (part !== null && typeof part === 'object') return part;
  throw new TypeError(`fromArticleGraph: ${name} is ${shownValue(part)}; it is an object`);
};

/**
 * Freezes a graph that came as plain data. Each link says of its target what the target says of itself.
 *
 * @throws TypeError for two articles under one url, for a link one end of which is the url of no article, and for values that are no
 * articles
 * @example
 * const articles = [
 *   { url: '/a', id: 1, title: 'What is a club?', subject: 'Education' },
 *   { url: '/b', id: 2, title: 'Why clubs?', subject: 'Education' },
 * ];
 * const graph = fromArticleGraph({ articles, links: [{ from: '/b', to: '/a', slot: 1 }] });
 * Array.from(graph.outTargets); // => [0]
 */
export const fromArticleGraph = (graph: ArticleGraph): FrozenArticleGraph => {
  refuseNoData(graph);
  const { articles, links } = graph;
  const related = new Map<string, RelatedLink[]>();
  const byUrl = new Map<string, ArticleNode>();
  articles.forEach((article, i) => {
    const { url } = refuseNoPart(`articles[${i}]`, article);
    refuseNoText('fromArticleGraph', `articles[${i}].url`, url);
    if (byUrl.has(url)) throw new TypeError(`fromArticleGraph: articles[${i}].url is “${url}”, which stands twice`);
    byUrl.set(url, article);
    related.set(url, []);
  });
  links.forEach((link, i) => {
    const { from, to, slot } = refuseNoPart(`links[${i}]`, link);
    const list = related.get(from);
    const target = byUrl.get(to);
    if (!list || !target) {
      throw new TypeError(
        `fromArticleGraph: links[${i}].${list ? 'to' : 'from'} is ${shownValue(list ? to : from)}, the url of no article`,
      );
    }
    list.push({ slot, id: target.id, title: target.title, subject: target.subject, url: target.url });
  });
  return buildArticleGraph(articles.map((article) => ({ ...article, related: related.get(article.url) ?? [] })));
};
