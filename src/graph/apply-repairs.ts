import type { RelatedLink } from '../model/related-link.js';
import type { GraphIssue, GraphRepair } from './graph-issue.js';

/** What a repair changes of an article. */
interface RepairableArticle {
  readonly url: string;
  readonly related: readonly RelatedLink[];
}

const areSame = (one: RelatedLink, other: RelatedLink): boolean =>
  one.slot === other.slot &&
  one.id === other.id &&
  one.url === other.url &&
  one.subject === other.subject &&
  one.title === other.title;

const keyOf = ({ slot, id, url }: RelatedLink): string => `${slot} ${id} ${url}`;

/** The places at which an entry stands, by part of its words, so that a long list is not gone through for each repair. */
const placesOf = (links: readonly RelatedLink[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  links.forEach((link, at) => {
    const key = keyOf(link);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  });
  return places;
};

/** Where a number has become free, those above it move up; gaps that were there stay. */
const closeRanks = (kept: readonly RelatedLink[], removed: readonly RelatedLink[]): readonly RelatedLink[] => {
  const used = new Set(kept.map(({ slot }) => slot));
  const freed = [...new Set(removed.map(({ slot }) => slot))]
    .filter((slot) => !used.has(slot))
    .sort((one, other) => one - other);
  const moved = new Map<number, number>();
  let below = 0;
  for (const slot of [...used].sort((one, other) => one - other)) {
    while (below < freed.length && freed[below]! < slot) below++;
    moved.set(slot, slot - below);
  }
  return kept.map((link) => ({ ...link, slot: moved.get(link.slot)! }));
};

const renumbered = (links: readonly RelatedLink[]): readonly RelatedLink[] => {
  const order = links.map((_, at) => at).sort((one, other) => links[one]!.slot - links[other]!.slot || one - other);
  const slots = new Map(order.map((at, place) => [at, place + 1]));
  return links.map((link, at) => ({ ...link, slot: slots.get(at)! }));
};

const repaired = (related: readonly RelatedLink[], repairs: readonly GraphRepair[]): readonly RelatedLink[] => {
  const places = placesOf(related);
  const links: (RelatedLink | undefined)[] = [...related];
  const removed: RelatedLink[] = [];
  const isStill = (written: RelatedLink) => (at: number) => {
    const link = links[at];
    return link === related[at] && link !== undefined && areSame(link, written);
  };
  for (const repair of repairs) {
    if (repair.kind === 'renumber') continue;
    const at = (places.get(keyOf(repair.written)) ?? []).filter(isStill(repair.written));
    // Of two entries that are the same in everything the later one goes, and the first is set right.
    const place = repair.kind === 'remove-link' ? at.at(-1) : at[0];
    if (place === undefined) continue;
    if (repair.kind === 'remove-link') {
      removed.push(related[place]!);
      links[place] = undefined;
    } else links[place] = repair.with;
  }
  const kept = links.filter((link) => link !== undefined);
  const ranked = removed.length > 0 ? closeRanks(kept, removed) : kept;
  return repairs.some(({ kind }) => kind === 'renumber') ? renumbered(ranked) : ranked;
};

/**
 * The articles with the repairs of these issues made: related entries replaced, removed or numbered anew. Issues without a repair
 * change nothing, so a caller chooses by handing over some of them. Where an entry goes, those after it move up by one. An article
 * to which no repair applies is the same object as before; an entry that no longer stands as the issue saw it is left alone.
 *
 * After all repairs of a check, a second check of the same articles finds none to make.
 *
 * @example
 * const articles = [
 *   { url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *     { slot: 1, id: 1, title: 'Tides', subject: 'Oceans', url: '/tides' },
 *     { slot: 2, id: 2, title: 'Moons', subject: 'Space', url: '/moons' },
 *   ] },
 *   { url: '/moons', id: 2, title: 'Moons', subject: 'Space', related: [] },
 * ];
 * const issues = checkArticleGraph(buildArticleGraph(articles));
 * applyRepairs(articles, issues)[0].related; // => [{ slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moons' }]
 */
export const applyRepairs = <A extends RepairableArticle>(
  articles: readonly A[],
  issues: readonly GraphIssue[],
): readonly A[] => {
  const byUrl = new Map<string, GraphRepair[]>();
  for (const { repair } of issues) {
    if (repair === undefined) continue;
    const known = byUrl.get(repair.url);
    if (known === undefined) byUrl.set(repair.url, [repair]);
    else known.push(repair);
  }
  return articles.map((article) => {
    const repairs = byUrl.get(article.url);
    return repairs === undefined ? article : { ...article, related: repaired(article.related, repairs) };
  });
};
