import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import type { RelatedLink } from '../../../src/model/articles/related-link.js';

/** The slug rule as article pages follow it, said as plainly as it can be. */
export const plainSlug = (title: string): string =>
  title
    .toLowerCase()
    .split('')
    .filter((character) => /[a-z0-9\s]/u.test(character))
    .map((character) => (/\s/u.test(character) ? '-' : character))
    .join('');

/** A sound article: url, file name and folder follow from its title and subject. */
export const article = (
  id: number,
  title: string,
  subject: string,
  related: readonly RelatedLink[] = [],
  more: Partial<GraphArticle> = {},
): GraphArticle => ({
  url: `/learn/${plainSlug(subject)}/questions/${plainSlug(title)}`,
  id,
  title,
  subject,
  fileName: `${plainSlug(title)}.md`,
  noIndex: false,
  related,
  ...more,
});

/** A related entry that says of an article what is so, but for what is given. */
export const linkTo = (
  { id, title, subject, url }: GraphArticle,
  slot: number,
  wrong: Partial<RelatedLink> = {},
): RelatedLink => ({ slot, id, title, subject, url, ...wrong });

export const withRelated = (page: GraphArticle, ...related: readonly RelatedLink[]): GraphArticle => ({
  ...page,
  related,
});
