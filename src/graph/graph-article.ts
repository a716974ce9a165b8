import type { RelatedLink } from '../model/related-link.js';

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

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `“${value.length > 80 ? `${value.slice(0, 80)}…` : value}”`;
  if (Array.isArray(value)) return 'an array';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
};

const fault = (where: string, field: string, value: unknown, right: string): never => {
  throw new TypeError(`${where}: ${field} is ${shown(value)}; it is ${right}`);
};

const checkNames = (where: string, prefix: string, names: GraphArticle | RelatedLink): void => {
  if (typeof names.url !== 'string') fault(where, `${prefix}url`, names.url, 'a string');
  if (!Number.isSafeInteger(names.id)) fault(where, `${prefix}id`, names.id, 'a whole number within ±(2⁵³ − 1)');
  if (typeof names.title !== 'string') fault(where, `${prefix}title`, names.title, 'a string');
  if (typeof names.subject !== 'string') fault(where, `${prefix}subject`, names.subject, 'a string');
};

const areNames = (names: GraphArticle | RelatedLink): boolean =>
  typeof names.url === 'string' &&
  Number.isSafeInteger(names.id) &&
  typeof names.title === 'string' &&
  typeof names.subject === 'string';

const isLink = (link: RelatedLink | null | undefined): boolean =>
  link !== null &&
  typeof link === 'object' &&
  Number.isInteger(link.slot) &&
  link.slot >= 1 &&
  link.slot <= GREATEST_WRITTEN_SLOT &&
  typeof link.url === 'string' &&
  Number.isSafeInteger(link.id) &&
  typeof link.title === 'string' &&
  typeof link.subject === 'string';

/** Throws a TypeError that names the article and the field, where a value is not what its type says. */
export const checkGraphArticle = (article: GraphArticle, caller: string, position?: number): void => {
  const at = position === undefined ? '' : ` ${position}`;
  if (article === null || typeof article !== 'object') {
    throw new TypeError(
      `${caller}: article${at} is ${shown(article)}; it is an object with url, id, title, subject, related`,
    );
  }
  const { fileName, noIndex, related } = article;
  if (
    areNames(article) &&
    (fileName === undefined || typeof fileName === 'string') &&
    (noIndex === undefined || typeof noIndex === 'boolean') &&
    Array.isArray(related)
  ) {
    let place = 0;
    while (place < related.length && isLink(related[place])) place++;
    if (place === related.length) return;
  }
  tellFault(article, `${caller}: article${at}`);
};

/** Says what is wrong with an article in which something is. */
const tellFault = (article: GraphArticle, which: string): void => {
  const { url, fileName, noIndex, related } = article;
  const where = `${which}${typeof url === 'string' ? ` (${shown(url)})` : ''}`;
  checkNames(where, '', article);
  if (fileName !== undefined && typeof fileName !== 'string')
    fault(where, 'fileName', fileName, 'a string, or left out');
  if (noIndex !== undefined && typeof noIndex !== 'boolean')
    fault(where, 'noIndex', noIndex, 'true, false, or left out');
  if (!Array.isArray(related)) fault(where, 'related', related, 'an array');
  for (let i = 0; i < related.length; i++) {
    const link = related[i] as RelatedLink | null | undefined;
    if (link === null || typeof link !== 'object') return fault(where, `related[${i}]`, link, 'an object');
    const { slot } = link;
    if (!(Number.isInteger(slot) && slot >= 1 && slot <= GREATEST_WRITTEN_SLOT)) {
      fault(where, `related[${i}].slot`, slot, `a whole number from 1 to ${GREATEST_WRITTEN_SLOT}`);
    }
    checkNames(where, `related[${i}].`, link);
  }
};

const isInOrder = (related: readonly RelatedLink[]): boolean => {
  for (let i = 1; i < related.length; i++) if (related[i]!.slot < related[i - 1]!.slot) return false;
  return true;
};

/** The related list in the order of its slots; entries of one slot stay as they were. */
export const inSlotOrder = (related: readonly RelatedLink[]): readonly RelatedLink[] =>
  isInOrder(related) ? related : [...related].sort((one, other) => one.slot - other.slot);
