import { at } from '../../common/at.js';
import { dataOf } from './article-graph-over.js';
import type { ArticleData } from './article-table.js';
import type { FrozenArticleGraph, ResolvedBy, WrittenLink } from './frozen-article-graph.js';
import { findArticle } from './find-article.js';
import { LINK_FLAGS } from './link-flags.js';
import type { RelatedLink } from '../../model/articles/related-link.js';

const RESOLVED_BY: readonly ResolvedBy[] = ['url', 'id-in-subject', 'id', 'nothing'];

/** An entry of a related list as it was written, the node it leads to, or −1, and how that was found. */
export interface ResolvedLink {
  readonly link: RelatedLink;
  readonly target: number;
  readonly resolvedBy: ResolvedBy;
}

/** The texts of a link that says of its target what the target says of itself. */
const RIGHT = [-1, -1, -1] as const;

/** Where a number stands in an ascending array, or where it would. */
const placeOf = (array: Int32Array, number: number): number => {
  let from = 0;
  let to = array.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (array[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** One of the written links of a table, with the words it was written in: its own where they are kept, else those of its target. */
export const resolvedLinkAt = (graph: FrozenArticleGraph, table: ArticleData, index: number): ResolvedLink => {
  const target = table.writtenTargets[index]!;
  const flags = table.writtenFlags[index]!;
  const place = flags > LINK_FLAGS.byId ? placeOf(table.stale, index) : -1;
  const [title, subject, url] =
    place < 0 ? RIGHT : [table.staleTitles[place]!, table.staleSubjects[place]!, table.staleUrls[place]!];
  return {
    link: {
      slot: table.writtenSlots[index]!,
      id: place < 0 ? table.ids[target]! : table.staleIds[place]!,
      title: title < 0 ? graph.titleAt(target) : table.textAt(title),
      subject: subject < 0 ? graph.subjectAt(target) : table.textAt(subject),
      url: url < 0 ? graph.urlAt(target) : table.textAt(url),
    },
    target,
    resolvedBy: at(RESOLVED_BY, flags & LINK_FLAGS.resolvedBy),
  };
};

/** The written links of a node, in the order of their slots. */
export const resolvedLinksOf = (graph: FrozenArticleGraph, table: ArticleData, node: number): ResolvedLink[] => {
  const start = table.writtenStarts[node]!;
  const count = table.writtenStarts[node + 1]! - start;
  return Array.from({ length: count }, (_, place) => resolvedLinkAt(graph, table, start + place));
};

/**
 * The related list of an article as it was written, in the order of its slots, entries that lead nowhere or back included. Each says
 * where it leads: `leadsTo` is the url of an article, left out where there is none, and `resolvedBy` how it was found.
 *
 * @throws RangeError where no article has the url
 * @example
 * const graph = buildArticleGraph([
 *   { url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *     { slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moon' },
 *     { slot: 2, id: 9, title: 'Suns', subject: 'Space', url: '/suns' },
 *   ] },
 *   { url: '/moons', id: 2, title: 'Moons', subject: 'Space', related: [] },
 * ]);
 * const links = writtenLinks(graph, '/tides');
 * links.map(({ url, leadsTo, resolvedBy }) => `${url} → ${leadsTo}, by ${resolvedBy}`);
 * // => ['/moon → /moons, by id-in-subject', '/suns → undefined, by nothing']
 */
export const writtenLinks = (graph: FrozenArticleGraph, url: string): readonly WrittenLink[] => {
  const node = findArticle('writtenLinks', graph, url);
  return resolvedLinksOf(graph, dataOf(graph, 'writtenLinks'), node).map(({ link, target, resolvedBy }) =>
    target < 0 ? { ...link, resolvedBy } : { ...link, leadsTo: graph.urlAt(target), resolvedBy },
  );
};
