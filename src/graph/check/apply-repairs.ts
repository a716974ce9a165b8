import type { RelatedLink } from '../../model/articles/related-link.js';
import type { GraphIssue, GraphRepair } from './graph-issue.js';
import { refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

export interface ApplyRepairsOptions {
  /** Whether repairs that are guesses are made too (`false` where left out). */
  readonly guesses?: boolean | undefined;
}

/** What a repair changes of an article. */
export interface RepairableArticle {
  readonly url: string;
  readonly related: readonly RelatedLink[];
}

/** All that an entry says, in a form in which no two different ones are the same. */
const keyOf = ({ slot, id, url, title, subject }: RelatedLink): string =>
  `${slot} ${id} ${url.length} ${title.length} ${url}${title}${subject}`;

/** The places at which like entries stand, ascending; those from `first` up to `end` are not dealt with yet. */
interface Places {
  readonly at: number[];
  first: number;
  end: number;
}

const placesOf = (links: readonly RelatedLink[]): ReadonlyMap<string, Places> => {
  const places = new Map<string, Places>();
  links.forEach((link, at) => {
    const key = keyOf(link);
    const known = places.get(key);
    if (known === undefined) places.set(key, { at: [at], first: 0, end: 1 });
    else known.end = known.at.push(at);
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
  for (const repair of repairs) {
    if (repair.kind === 'renumber') continue;
    const like = places.get(keyOf(repair.written));
    if (like === undefined || like.first === like.end) continue;
    // Of entries that are the same in everything the last one goes, and the first is set right.
    if (repair.kind === 'replace-link') links[like.at[like.first++]!] = repair.with;
    else {
      const place = like.at[--like.end]!;
      removed.push(related[place]!);
      links[place] = undefined;
    }
  }
  const kept = links.filter((link) => link !== undefined);
  const ranked = removed.length > 0 ? closeRanks(kept, removed) : kept;
  return repairs.some(({ kind }) => kind === 'renumber') ? renumbered(ranked) : ranked;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isArticle = (value: unknown): boolean =>
  isObject(value) && 'url' in value && 'related' in value && Array.isArray(value.related);

const isIssue = (value: unknown): boolean => isObject(value) && 'code' in value;

const refuseOther = (articles: unknown, issues: unknown): void => {
  if (!Array.isArray(articles)) {
    throw new TypeError(
      `applyRepairs: articles is ${shownValue(articles)}; it is a list of articles with their related lists`,
    );
  }
  if (!Array.isArray(issues)) {
    throw new TypeError(`applyRepairs: issues is ${shownValue(issues)}; it is a list of issues of checkArticleGraph`);
  }
  const noArticle = articles.findIndex((value) => !isArticle(value));
  if (noArticle >= 0) {
    throw new TypeError(`applyRepairs: articles[${noArticle}] is no article; it has a url and a list \`related\``);
  }
  const noIssue = issues.findIndex((value) => !isIssue(value));
  if (noIssue >= 0) {
    throw new TypeError(`applyRepairs: issues[${noIssue}] is no issue; it has a code, and a repair where there is one`);
  }
};

const guessesOf = (options: ApplyRepairsOptions): boolean => {
  if (!isObject(options))
    throw new TypeError(`applyRepairs: options is ${shownValue(options)}; it is { guesses: true } or left out`);
  refuseUnknown('applyRepairs', options, ['guesses']);
  const { guesses = false } = options;
  if (typeof guesses !== 'boolean')
    throw new TypeError(`applyRepairs: guesses is ${shownValue(guesses)}; it is true or false`);
  return guesses;
};

/**
 * The articles with the repairs of these issues made: related entries replaced, removed or numbered anew. Only repairs that are
 * `certain` are made, unless guesses are asked for. Issues without a repair change nothing, so a caller chooses by handing over some
 * of them. Where an entry goes, those after it move up by one. An article to which no repair applies is the same object as before; an
 * entry that no longer stands as the issue saw it is left alone.
 *
 * After all certain repairs of a check, a second check of the same articles finds no certain one to make; after all repairs, none.
 *
 * @throws TypeError for what is no list of articles or issues, and for an unknown option
 * @example
 * const articles = [
 *   { url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *     { slot: 1, id: 1, title: 'Tides', subject: 'Oceans', url: '/tides' },
 *     { slot: 2, id: 7, title: 'The moons of Mars', subject: 'Space', url: '/gone' },
 *   ] },
 *   { url: '/moons', id: 2, title: 'Moons of Mars', subject: 'Space', related: [] },
 * ];
 * const issues = checkArticleGraph(buildArticleGraph(articles));
 * applyRepairs(articles, issues)[0].related; // => [{ slot: 1, id: 7, title: 'The moons of Mars', subject: 'Space', url: '/gone' }]
 * applyRepairs(articles, issues, { guesses: true })[0].related; // => [{ slot: 1, id: 2, title: 'Moons of Mars', subject: 'Space', url: '/moons' }]
 */
export const applyRepairs = <A extends RepairableArticle>(
  articles: readonly A[],
  issues: readonly GraphIssue[],
  options: ApplyRepairsOptions = {},
): readonly A[] => {
  refuseOther(articles, issues);
  const withGuesses = guessesOf(options);
  const byUrl = new Map<string, GraphRepair[]>();
  for (const { repair } of issues) {
    if (repair === undefined || !(repair.certain || withGuesses)) continue;
    const known = byUrl.get(repair.url);
    if (known === undefined) byUrl.set(repair.url, [repair]);
    else known.push(repair);
  }
  return articles.map((article) => {
    const repairs = byUrl.get(article.url);
    return repairs === undefined ? article : { ...article, related: repaired(article.related, repairs) };
  });
};
