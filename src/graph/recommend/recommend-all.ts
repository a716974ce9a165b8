import type { RecommendedList } from '../../model/articles/recommendation.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { idOrderOf } from './id-order.js';
import { type LinkRows, rowsOf } from '../links/link-rows.js';
import { rankRelated } from './rank-related.js';
import { type RecommendOptions, type RecommendSettings, recommendSettings } from './recommend-options.js';
import { refuseLimit } from '../../common/refuse.js';
import { siteWeightsOf } from './signal-weights.js';
import { withoutRow } from '../links/without-row.js';

export interface RecommendAllOptions extends RecommendOptions, LongWorkOptions {
  /** An article is recommended at most so many times over the whole site, so that no page collects all readers. No limit unless told otherwise. */
  readonly mostTimes?: number | undefined;
}

export type { RecommendedList } from '../../model/articles/recommendation.js';

/** Where an article may be recommended a limited number of times, its places in so many lists more than asked for are looked at. */
const RESERVE = 20;

/** Titles and the like of nodes as they are first asked for: each is named many times. */
const linkMaker = (graph: FrozenArticleGraph): ((node: number, slot: number) => RelatedLink) => {
  const made = new Map<number, Omit<RelatedLink, 'slot'>>();
  return (node, slot) => {
    let link = made.get(node);
    if (!link) {
      link = {
        id: graph.idAt(node),
        title: graph.titleAt(node),
        subject: graph.subjectAt(node),
        url: graph.urlAt(node),
      };
      made.set(node, link);
    }
    return { slot, ...link };
  };
};

/**
 * The best nodes for each node of a graph, at most so many. Articles are taken in the order of their ids: those filed one after another are
 * often of one topic, and what one asks for (rows of links, postings of a word) is still in the cache for the next. On 35,000 articles
 * that takes a tenth less than the order of the urls.
 */
const rankAll = (
  graph: FrozenArticleGraph,
  settings: RecommendSettings,
  most: number,
  tell: (done: number) => void,
): (readonly number[])[] => {
  const whole = rowsOf(graph);
  const site = siteWeightsOf(graph, settings.text);
  const lists = new Array<readonly number[]>(graph.nodeCount).fill([]);
  let done = 0;
  for (const node of idOrderOf(graph).nodes) {
    const rank = (rows: LinkRows) => rankRelated(graph, rows, node, settings, most, site, false).nodes;
    lists[node] = settings.ownLinks === 'hide' ? withoutRow(graph, node, rank) : rank(whole);
    tell(++done);
  }
  return lists;
};

/**
 * Deals out places in rounds: each article in turn takes the best candidate that is still to be had, then each its second best. So no
 * article’s first choice is taken up by another’s fifth.
 */
const dealOut = (lists: readonly (readonly number[])[], limit: number, mostTimes: number): number[][] => {
  const times = new Int32Array(lists.length);
  const next = new Int32Array(lists.length);
  const taken: number[][] = Array.from(lists, () => []);
  for (let round = 0, isOpen = true; round < limit && isOpen; round++) {
    isOpen = false;
    for (let node = 0; node < lists.length; node++) {
      const list = lists[node]!;
      while (next[node]! < list.length && times[list[next[node]!]!]! >= mostTimes) next[node]! += 1;
      if (next[node]! >= list.length) continue;
      const candidate = list[next[node]!]!;
      next[node]! += 1;
      times[candidate]! += 1;
      taken[node]!.push(candidate);
      isOpen = true;
    }
  }
  return taken;
};

/**
 * What every article should link to: `recommendRelated` for the whole site, without the reasons, in one pass. The result is the same
 * on every run and in every engine, in the code-unit order of urls, so that it can be committed and a change of it read as a diff.
 *
 * By default what an article links to already is not recommended again. To propose whole new lists, say `ownLinks: 'include'`.
 *
 * @throws RangeError for a text index of other articles, or an option out of range
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (id: number, ...related: number[]) => ({
 *   url: `/${id}`, id, title: `Page ${id}`, subject: 'Physics',
 *   related: related.map((id, i) => ({ slot: i + 1, id, title: `Page ${id}`, subject: 'Physics', url: `/${id}` })),
 * });
 * const graph = buildArticleGraph([page(1, 2, 3), page(2), page(3), page(4, 2)]);
 * recommendAll(graph, { limit: 1 }).map(({ url, related }) => `${url} → ${related.map((link) => link.url).join()}`);
 * // => ['/1 → /4', '/2 → /3', '/3 → /2', '/4 → /3']
 */
export const recommendAll = (graph: FrozenArticleGraph, options: RecommendAllOptions = {}): RecommendedList[] => {
  const settings = recommendSettings('recommendAll', graph, options, ['mostTimes', ...LONG_WORK_OPTIONS]);
  const { mostTimes = Number.POSITIVE_INFINITY } = options;
  refuseLimit('recommendAll', 'mostTimes', mostTimes);
  const tell = longWork('recommendAll', options, graph.nodeCount);
  const isLimited = mostTimes < Number.POSITIVE_INFINITY;
  const ranked = rankAll(graph, settings, isLimited ? settings.limit + RESERVE : settings.limit, tell);
  const lists = isLimited ? dealOut(ranked, settings.limit, mostTimes) : ranked;
  const linkTo = linkMaker(graph);
  return lists.map((nodes, node) => ({
    url: graph.urlAt(node),
    related: nodes.map((target, i) => linkTo(target, i + 1)),
  }));
};
