import { isObject } from '../../common/own.js';
import { at } from '../../common/at.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { GraphIssue, GraphRepair } from './graph-issue.js';
import { refuseNoText, refuseNoTruth, refuseUnknown, refuseWord } from '../../common/refuse.js';
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
  const order = links
    .map((_, at) => at)
    .sort((one, other) => at(links, one).slot - at(links, other).slot || one - other);
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
      removed.push(at(related, place));
      links[place] = undefined;
    }
  }
  const kept = links.filter((link) => link !== undefined);
  const ranked = removed.length > 0 ? closeRanks(kept, removed) : kept;
  return repairs.some(({ kind }) => kind === 'renumber') ? renumbered(ranked) : ranked;
};

/** All that a value of the caller’s says of itself, read once, and the names of `needed` also where its class says them. */
const ownParts = (value: object, needed: readonly string[]): Record<PropertyKey, unknown> => {
  const parts: Record<PropertyKey, unknown> = { ...value };
  for (const name of needed) if (!Object.hasOwn(parts, name)) parts[name] = Reflect.get(value, name);
  return parts;
};

const LINK_PARTS = ['slot', 'id', 'title', 'subject', 'url'];

/** An entry as one of our own, or throws. */
const readLink = (link: unknown, where: () => string): RelatedLink => {
  const own = isObject(link) ? ownParts(link, LINK_PARTS) : undefined;
  const isRight =
    own &&
    typeof own['slot'] === 'number' &&
    typeof own['id'] === 'number' &&
    typeof own['title'] === 'string' &&
    typeof own['subject'] === 'string' &&
    typeof own['url'] === 'string';
  if (isRight) return own as unknown as RelatedLink;
  throw new TypeError(
    `applyRepairs: ${where()} is ${shownValue(own ?? link)}; it is a related link, with slot, id, title, subject and url`,
  );
};

/** A repair as one of our own, or throws. */
const readRepair = (repair: unknown, at: number): GraphRepair => {
  const where = `issues[${at}].repair`;
  if (!isObject(repair))
    throw new TypeError(`applyRepairs: ${where} is ${shownValue(repair)}; it is a repair, or left out`);
  const own = ownParts(repair, ['kind', 'certain', 'url', 'written', 'with']);
  const { kind, certain, url, written } = own;
  refuseWord('applyRepairs', `${where}.kind`, kind, ['replace-link', 'remove-link', 'renumber']);
  refuseNoTruth('applyRepairs', `${where}.certain`, certain);
  refuseNoText('applyRepairs', `${where}.url`, url);
  const named = { certain: certain as boolean, url: url as string };
  if (kind === 'renumber') return { kind, ...named };
  const from = readLink(written, () => `${where}.written`);
  if (kind === 'remove-link') return { kind, ...named, written: from };
  return { kind: 'replace-link', ...named, written: from, with: readLink(own['with'], () => `${where}.with`) };
};

/** The repairs that are to be made, by the url of their article. */
const repairsByUrl = (issues: unknown, withGuesses: boolean): ReadonlyMap<string, readonly GraphRepair[]> => {
  if (!Array.isArray(issues)) {
    throw new TypeError(`applyRepairs: issues is ${shownValue(issues)}; it is a list of issues of checkArticleGraph`);
  }
  const byUrl = new Map<string, GraphRepair[]>();
  for (const [at, issue] of (issues as readonly unknown[]).entries()) {
    if (!isObject(issue) || !('code' in issue)) {
      throw new TypeError(`applyRepairs: issues[${at}] is no issue; it has a code, and a repair where there is one`);
    }
    const { repair: given } = issue as Partial<GraphIssue>;
    if (given === undefined) continue;
    const repair = readRepair(given, at);
    if (!(repair.certain || withGuesses)) continue;
    const known = byUrl.get(repair.url);
    if (known === undefined) byUrl.set(repair.url, [repair]);
    else known.push(repair);
  }
  return byUrl;
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
  if (!Array.isArray(articles)) {
    throw new TypeError(
      `applyRepairs: articles is ${shownValue(articles)}; it is a list of articles with their related lists`,
    );
  }
  const byUrl = repairsByUrl(issues, guessesOf(options));
  return (articles as readonly A[]).map((article, at) => repairedArticle(article, at, byUrl));
};

const repairedArticle = <A extends RepairableArticle>(
  article: A,
  at: number,
  byUrl: ReadonlyMap<string, readonly GraphRepair[]>,
): A => {
  const isArticle = isObject(article) && 'url' in article && 'related' in article;
  const { url, related } = isArticle ? article : ({} as Partial<A>);
  if (typeof url !== 'string' || !Array.isArray(related)) {
    throw new TypeError(`applyRepairs: articles[${at}] is no article; it has a url and a list \`related\``);
  }
  const repairs = byUrl.get(url);
  if (repairs === undefined) return article;
  const links = Array.from(related, (link, i) => readLink(link, () => `articles[${at}].related[${i}]`));
  // What else the article says is read here, and its url and its list are not read again.
  const others = Reflect.ownKeys(article).filter((key) => key !== 'url' && key !== 'related');
  const parts = others
    .filter((key) => Object.getOwnPropertyDescriptor(article, key)?.enumerable === true)
    .map((key) => [key, Reflect.get(article, key)] as const);
  return { ...Object.fromEntries(parts), url, related: repaired(links, repairs) } as unknown as A;
};
