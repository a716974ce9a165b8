import type { Recommendation } from '../../model/articles/recommendation.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { findArticle } from '../articles/find-article.js';
import { type LinkRows, rowsOf } from '../links/link-rows.js';
import { rankRelated } from './rank-related.js';
import { type RecommendOptions, recommendSettings } from './recommend-options.js';
import { reasonsFor } from './recommendation-reasons.js';
import { siteWeightsOf } from './signal-weights.js';
import { withoutRow } from '../links/without-row.js';

export type { Recommendation } from '../../model/articles/recommendation.js';

/**
 * What an article should link to, best first, each with its reasons. Four signals rank the candidates, and are fused by reciprocal rank:
 * where the articles near this one link to (near by links either way, by words, and by id where the graph’s links show that ids tell);
 * where a reader who follows links from here is found; what the articles that read like this one link to; and what reads like it. How much
 * each counts is learnt once from the site’s own lists: that set of weights is taken that finds them best when they are hidden.
 * Deterministic: equal scores by the code-unit order of urls.
 *
 * Give it a text index where there are texts: articles to which nothing links are found by their words alone.
 *
 * @throws RangeError for a url that no article has, a text index of other articles, or an option out of range
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (url: string, id: number, ...related: number[]) => ({
 *   url, id, title: `Page ${id}`, subject: 'Physics',
 *   related: related.map((id, i) => ({ slot: i + 1, id, title: `Page ${id}`, subject: 'Physics', url: `/${id}` })),
 * });
 * const graph = buildArticleGraph([page('/1', 1, 2, 3), page('/2', 2), page('/3', 3), page('/4', 4, 2)]);
 * const [first] = recommendRelated(graph, '/4');
 * first?.url; // => '/3'
 * first?.reasons[0].message; // => 'linked from 1 article near this one: “Page 1”'
 */
export const recommendRelated = (
  graph: FrozenArticleGraph,
  url: string,
  options: RecommendOptions = {},
): Recommendation[] => {
  const settings = recommendSettings('recommendRelated', graph, options);
  const node = findArticle('recommendRelated', graph, url);
  const site = siteWeightsOf(graph, settings.text);
  const recommend = (rows: LinkRows): Recommendation[] => {
    const { nodes, scores, signals, weights } = rankRelated(graph, rows, node, settings, settings.limit, site, true);
    const sources = { graph, rows, text: settings.text, node, signals, weights };
    return nodes.map((candidate, i) => ({
      url: graph.urlAt(candidate),
      id: graph.idAt(candidate),
      title: graph.titleAt(candidate),
      subject: graph.subjectAt(candidate),
      score: scores[i]!,
      reasons: reasonsFor(sources, candidate),
    }));
  };
  return settings.ownLinks === 'hide' ? withoutRow(graph, node, recommend) : recommend(rowsOf(graph));
};
