import type { GraphArticle } from '../../model/articles/graph-article.js';
import { shownValue } from '../../common/shown-value.js';
import { GREATEST_SLOT, type RelatedLink } from '../../model/articles/related-link.js';

export const isWrittenSlot = (slot: number): boolean => Number.isInteger(slot) && slot >= 1 && slot <= GREATEST_SLOT;

/** Whether the names of an article or of a link are what their types say. */
export const areNames = (url: string, id: number, title: string, subject: string): boolean =>
  typeof url === 'string' && Number.isSafeInteger(id) && typeof title === 'string' && typeof subject === 'string';

const fault = (where: string, field: string, value: unknown, right: string): never => {
  throw new TypeError(`${where}: ${field} is ${shownValue(value)}; it is ${right}`);
};

const refuseNames = (where: string, prefix: string, { url, id, title, subject }: Omit<RelatedLink, 'slot'>): void => {
  if (typeof url !== 'string') fault(where, `${prefix}url`, url, 'a string');
  if (!Number.isSafeInteger(id)) fault(where, `${prefix}id`, id, 'a whole number within ±(2⁵³ − 1)');
  if (typeof title !== 'string') fault(where, `${prefix}title`, title, 'a string');
  if (typeof subject !== 'string') fault(where, `${prefix}subject`, subject, 'a string');
};

/** Which article it is. */
const placeOf = (url: unknown, caller: string, position: number | undefined): string => {
  const at = position === undefined ? '' : ` ${position}`;
  return typeof url === 'string' ? `${caller}: article${at} (${shownValue(url)})` : `${caller}: article${at}`;
};

/** Says what is wrong with an article, its properties read before; its links are looked at apart. */
export const refuseArticle = (article: GraphArticle | null | undefined, caller: string, position?: number): never => {
  if (article === null || typeof article !== 'object') {
    const at = position === undefined ? '' : ` ${position}`;
    throw new TypeError(
      `${caller}: article${at} is ${shownValue(article)}; it is an object with url, id, title, subject, related`,
    );
  }
  const { url, fileName, noIndex, related } = article;
  const where = placeOf(url, caller, position);
  refuseNames(where, '', article);
  if (fileName !== undefined && typeof fileName !== 'string')
    fault(where, 'fileName', fileName, 'a string, or left out');
  if (noIndex !== undefined && typeof noIndex !== 'boolean')
    fault(where, 'noIndex', noIndex, 'true, false, or left out');
  return fault(where, 'related', related, 'an array');
};

/** Says what is wrong with the link `related[i]` of an article, its properties read before. */
export const refuseLink = (
  link: RelatedLink | null | undefined,
  i: number,
  of: string,
  caller: string,
  position?: number,
): never => {
  const where = placeOf(of, caller, position);
  if (link === null || typeof link !== 'object') return fault(where, `related[${i}]`, link, 'an object');
  if (isWrittenSlot(link.slot)) refuseNames(where, `related[${i}].`, link);
  return fault(where, `related[${i}].slot`, link.slot, `a whole number from 1 to ${GREATEST_SLOT}`);
};

/**
 * An article of the caller’s as one of our own, its links in the order of their slots; entries of one slot stay as they were. Every
 * property is read once, so that a getter or a Proxy that gives something else each time cannot slip past the checks. Throws a TypeError
 * that names the article and the field, where a value is not what its type says.
 */
export const readGraphArticle = (article: GraphArticle, caller: string): GraphArticle => {
  if (article === null || typeof article !== 'object') return refuseArticle(article, caller);
  const { url, id, title, subject, fileName, noIndex, related } = article;
  const isRight =
    areNames(url, id, title, subject) &&
    (fileName === undefined || typeof fileName === 'string') &&
    (noIndex === undefined || typeof noIndex === 'boolean') &&
    Array.isArray(related);
  if (!isRight) return refuseArticle({ url, id, title, subject, fileName, noIndex, related }, caller);
  const links: RelatedLink[] = [];
  for (let i = 0, { length } = related; i < length; i++) {
    const link = related[i];
    if (link === null || typeof link !== 'object') return refuseLink(link, i, url, caller);
    const own: RelatedLink = {
      slot: link.slot,
      id: link.id,
      title: link.title,
      subject: link.subject,
      url: link.url,
    };
    if (!isWrittenSlot(own.slot) || !areNames(own.url, own.id, own.title, own.subject)) {
      return refuseLink(own, i, url, caller);
    }
    links.push(own);
  }
  links.sort((one, other) => one.slot - other.slot);
  return { url, id, title, subject, fileName, noIndex, related: links };
};
