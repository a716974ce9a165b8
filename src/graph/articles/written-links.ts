import type { FrozenArticleGraph, WrittenLink } from './frozen-article-graph.js';
import { knownArticle } from './known-article.js';

/**
 * The related list of an article as it was written, in the order of its slots, entries that lead nowhere or back included. Each says
 * where it leads: `target` is a node of the graph, or −1, and `resolvedBy` how it was found.
 *
 * @throws RangeError where no article has the url
 * @example
 * const graph = buildArticleGraph([
 *   { url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *     { slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moons' },
 *     { slot: 2, id: 9, title: 'Suns', subject: 'Space', url: '/suns' },
 *   ] },
 *   { url: '/moons', id: 2, title: 'Moons', subject: 'Space', related: [] },
 * ]);
 * const links = writtenLinks(graph, '/tides');
 * links.map(({ title, resolvedBy }) => `${title}: ${resolvedBy}`); // => ['Moons: url', 'Suns: nothing']
 * graph.urlAt(links[0].target); // => '/moons'
 */
export const writtenLinks = (graph: FrozenArticleGraph, url: string): readonly WrittenLink[] => {
  const node = knownArticle('writtenLinks', graph, url);
  const start = graph.writtenStarts[node]!;
  return Array.from({ length: graph.writtenStarts[node + 1]! - start }, (_, place) => graph.writtenAt(start + place));
};
