import { shownValue } from '../../common/shown-value.js';
import type { RelatedLink } from '../../model/articles/related-link.js';

/** What a graph takes of an article: every `Article` that was read from a page is one. */
export interface GraphArticle {
  readonly url: string;
  /** A whole number that a double holds exactly. */
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly fileName?: string | undefined;
  readonly noIndex?: boolean | undefined;
  /** In any order; the graph puts them in the order of their slots. */
  readonly related: readonly RelatedLink[];
}

export const GREATEST_WRITTEN_SLOT = 0x7fffffff;

/** Says which article it is; put together only where something is wrong with it. */
type Where = () => string;

const fault = (where: Where, field: string, value: unknown, right: string): never => {
  throw new TypeError(`${where()}: ${field} is ${shownValue(value)}; it is ${right}`);
};

const checkNames = (where: Where, prefix: string, { url, id, title, subject }: Omit<RelatedLink, 'slot'>): void => {
  if (typeof url !== 'string') fault(where, `${prefix}url`, url, 'a string');
  if (!Number.isSafeInteger(id)) fault(where, `${prefix}id`, id, 'a whole number within ±(2⁵³ − 1)');
  if (typeof title !== 'string') fault(where, `${prefix}title`, title, 'a string');
  if (typeof subject !== 'string') fault(where, `${prefix}subject`, subject, 'a string');
};

/** A link of the caller’s as one of our own; each of its properties is read once. */
const readLink = (link: RelatedLink | null | undefined, where: Where, i: number): RelatedLink => {
  if (link === null || typeof link !== 'object') return fault(where, `related[${i}]`, link, 'an object');
  const { slot, id, title, subject, url } = link;
  const isRight =
    Number.isInteger(slot) &&
    slot >= 1 &&
    slot <= GREATEST_WRITTEN_SLOT &&
    Number.isSafeInteger(id) &&
    typeof url === 'string' &&
    typeof title === 'string' &&
    typeof subject === 'string';
  const own = { slot, id, title, subject, url };
  if (isRight) return own;
  if (!(Number.isInteger(slot) && slot >= 1 && slot <= GREATEST_WRITTEN_SLOT)) {
    fault(where, `related[${i}].slot`, slot, `a whole number from 1 to ${GREATEST_WRITTEN_SLOT}`);
  }
  checkNames(where, `related[${i}].`, own);
  return own;
};

/**
 * An article of the caller’s as one of our own, its links in the order of their slots. Every property is read once, so that a getter or
 * a Proxy that gives something else each time cannot slip past the checks. Throws a TypeError that names the article and the field,
 * where a value is not what its type says.
 */
export const readGraphArticle = (article: GraphArticle, caller: string, position?: number): GraphArticle => {
  const at = position === undefined ? '' : ` ${position}`;
  if (article === null || typeof article !== 'object') {
    throw new TypeError(
      `${caller}: article${at} is ${shownValue(article)}; it is an object with url, id, title, subject, related`,
    );
  }
  const { url, id, title, subject, fileName, noIndex, related } = article;
  const where = () =>
    typeof url === 'string' ? `${caller}: article${at} (${shownValue(url)})` : `${caller}: article${at}`;
  checkNames(where, '', { url, id, title, subject });
  if (fileName !== undefined && typeof fileName !== 'string')
    fault(where, 'fileName', fileName, 'a string, or left out');
  if (noIndex !== undefined && typeof noIndex !== 'boolean')
    fault(where, 'noIndex', noIndex, 'true, false, or left out');
  if (!Array.isArray(related)) fault(where, 'related', related, 'an array');
  const links: RelatedLink[] = [];
  for (let i = 0, { length } = related; i < length; i++) links.push(readLink(related[i], where, i));
  return { url, id, title, subject, fileName, noIndex, related: inSlotOrder(links) };
};

const isInOrder = (related: readonly RelatedLink[]): boolean => {
  for (let i = 1; i < related.length; i++) if (related[i]!.slot < related[i - 1]!.slot) return false;
  return true;
};

/** The related list in the order of its slots; entries of one slot stay as they were. */
const inSlotOrder = (related: readonly RelatedLink[]): readonly RelatedLink[] =>
  isInOrder(related) ? related : [...related].sort((one, other) => one.slot - other.slot);
