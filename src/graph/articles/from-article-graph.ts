import type { ArticleGraph, ArticleNode } from '../../model/articles/article-graph.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import { ArticleStore } from './article-store.js';
import { freezeStore } from './freeze-store.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { GREATEST_SLOT } from '../../model/articles/related-link.js';
import { refuseNoList, refuseNoText } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

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
  if (graph === null || typeof graph !== 'object' || Array.isArray(graph)) {
    throw new TypeError(`fromArticleGraph: the graph is ${shownValue(graph)}; it is an object with articles and links`);
  }
  // Everything is read once: what a getter gives the second time is not asked.
  const { articles, links } = graph;
  refuseNoList('fromArticleGraph', 'articles', articles, 'articles');
  refuseNoList('fromArticleGraph', 'links', links, 'links');
  const related = new Map<string, RelatedLink[]>();
  const byUrl = new Map<string, ArticleNode>();
  Array.from(articles, (article, i) => {
    const { url, id, title, subject } = refuseNoPart(`articles[${i}]`, article);
    refuseNoText('fromArticleGraph', `articles[${i}].url`, url);
    if (byUrl.has(url)) {
      throw new TypeError(`fromArticleGraph: articles[${i}].url is ${shownValue(url)}, which is listed twice`);
    }
    byUrl.set(url, { url, id, title, subject });
    related.set(url, []);
  });
  Array.from(links, (link, i) => {
    const { from, to, slot } = refuseNoPart(`links[${i}]`, link);
    const list = related.get(from);
    const target = byUrl.get(to);
    if (!list || !target) {
      throw new TypeError(
        `fromArticleGraph: links[${i}].${list ? 'to' : 'from'} is ${shownValue(list ? to : from)}, the url of no article`,
      );
    }
    if (!(Number.isInteger(slot) && slot >= 1 && slot <= GREATEST_SLOT)) {
      const right = `a whole number from 1 to ${GREATEST_SLOT}`;
      throw new TypeError(`fromArticleGraph: links[${i}].slot is ${shownValue(slot)}; it is ${right}`);
    }
    list.push({ slot, ...target });
  });
  const store = new ArticleStore();
  let position = 0;
  for (const [url, article] of byUrl) {
    store.add({ ...article, related: related.get(url) ?? [] }, 'fromArticleGraph', position++);
  }
  return freezeStore(store);
};
