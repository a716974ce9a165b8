import fc from 'fast-check';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import type { RelatedLink } from '../../../src/model/articles/related-link.js';

export type NamedArticle = Pick<GraphArticle, 'url' | 'id' | 'title' | 'subject'>;

/** A link that says of the article what it says of itself. */
export const linkTo = ({ url, id, title, subject }: NamedArticle, slot = 1): RelatedLink => ({
  slot,
  id,
  title,
  subject,
  url,
});

export const article = (url: string, over: Partial<GraphArticle> = {}): GraphArticle => ({
  url,
  id: 1,
  title: `About ${url}`,
  subject: 'Physics',
  related: [],
  ...over,
});

/** Few names, so that urls, ids and subjects meet by chance in every way. */
const urls = fc.constantFrom('/a', '/b', '/c', '/d', '/e', '/f', '__proto__', '');
const ids = fc.constantFrom(1, 2, 3, 4, -5, 2 ** 40);
const subjects = fc.constantFrom('Physics', 'Biology', 'Art');
const titles = fc.constantFrom('One', 'Two', 'Trois…');

const arbitraryLink: fc.Arbitrary<RelatedLink> = fc.record({
  slot: fc.integer({ min: 1, max: 4 }),
  id: ids,
  title: titles,
  subject: subjects,
  url: fc.oneof(urls, fc.constantFrom('/lost', '/gone')),
});

export const arbitraryArticle: fc.Arbitrary<GraphArticle> = fc.record({
  url: urls,
  id: ids,
  title: titles,
  subject: subjects,
  fileName: fc.constantFrom(undefined, 'a.md', 'b.md', 'other.md'),
  noIndex: fc.boolean(),
  related: fc.array(arbitraryLink, { maxLength: 4 }),
});

export const arbitraryArticles = fc.uniqueArray(arbitraryArticle, { selector: ({ url }) => url, maxLength: 8 });

/** Whether two pieces of memory hold the same bytes; quicker than a comparison element by element. */
export const areSameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
