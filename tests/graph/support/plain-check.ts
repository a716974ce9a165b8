import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import type { RelatedLink } from '../../../src/model/articles/related-link.js';
import { plainSlug } from './sound-articles.js';

/** One fault found by going through everything again for each question: article url, slot (0 for the article itself), code. */
export type PlainFault = readonly [url: string, slot: number, code: string];

const byUrl = (one: GraphArticle, other: GraphArticle): number => (one.url < other.url ? -1 : 1);

/** Where a link leads: by url, by id in the subject, by id to the first by url. */
const targetOf = (articles: readonly GraphArticle[], link: RelatedLink): GraphArticle | undefined =>
  articles.find(({ url }) => url === link.url) ??
  articles.find(({ id, subject }) => id === link.id && subject === link.subject) ??
  articles.find(({ id }) => id === link.id);

const linkFaults = (articles: readonly GraphArticle[], page: GraphArticle): PlainFault[] => {
  const links = [...page.related].sort((one, other) => one.slot - other.slot);
  return links.flatMap((link, at) => {
    const earlier = links.slice(0, at);
    const withUrl = articles.find(({ url }) => url === link.url);
    const withId = articles.filter(({ id }) => id === link.id);
    const target = targetOf(articles, link);
    const isSame = (other: RelatedLink): boolean =>
      other.id === link.id && other.title === link.title && other.subject === link.subject && other.url === link.url;
    const isCopy = (other: RelatedLink): boolean => {
      const its = targetOf(articles, other);
      return (
        (other.id === link.id && (other.url !== link.url || other.subject !== link.subject)) ||
        (its !== undefined && target !== undefined && its !== target && its.id === target.id)
      );
    };
    const leadsAlike = (other: RelatedLink): boolean =>
      other.url === link.url || (target !== undefined && targetOf(articles, other) === target);
    const facts: Record<string, boolean> = {
      'self-link': link.url === page.url && link.id === page.id,
      'self-link-by-url': link.url === page.url && link.id !== page.id,
      'self-link-by-id': link.url !== page.url && link.id === page.id,
      'self-link-by-title': link.title === page.title && link.id !== page.id,
      'dangling-link': withUrl === undefined && withId.length === 0,
      'ambiguous-id':
        withUrl === undefined &&
        new Set(withId.map(({ title }) => title)).size > 1 &&
        withId.every(({ subject }) => subject !== link.subject),
      'unknown-url': withUrl === undefined && withId.length > 0,
      'unknown-id': withUrl !== undefined && withId.length === 0,
      'id-and-url-disagree': withUrl !== undefined && withId.length > 0 && withUrl.id !== link.id,
      'repeated-link': earlier.some(isSame),
      'repeated-target': earlier.some((other) => !isSame(other) && leadsAlike(other)),
      'repeated-copy': earlier.some(isCopy),
      'id-three-times': earlier.filter(({ id }) => id === link.id).length === 2,
      'title-differs': target !== undefined && target.title !== link.title,
      'subject-differs': target !== undefined && target.subject !== link.subject,
      'no-index-target': target?.noIndex === true,
      'differs-from-every-copy':
        withId.length > 0 && !withId.some(({ url, subject }) => url === link.url && subject === link.subject),
    };
    return Object.keys(facts)
      .filter((code) => facts[code] === true)
      .map((code): PlainFault => [page.url, link.slot, code]);
  });
};

const pageFaults = (articles: readonly GraphArticle[], page: GraphArticle): PlainFault[] => {
  const slots = page.related.map(({ slot }) => slot);
  const greatest = Math.max(0, ...slots);
  const [, folder, slug] = /(?:^|\/)([^/]*)\/questions\/([^/?#]+)\/?(?:[?#].*)?$/su.exec(page.url) ?? [];
  const last = page.url
    .replace(/[?#].*$/su, '')
    .replace(/(.)\/$/su, '$1')
    .replace(/^.*\//su, '');
  const file = page.fileName?.replace(/^.*\//su, '').replace(/(.)\.[^.]*$/su, '$1');
  const sameTitle = articles.filter(({ title }) => title === page.title);
  const sameId = articles.filter(({ id }) => id === page.id);
  const facts: Record<string, boolean> = {
    'file-name-differs': file !== undefined && file !== last,
    'repeated-slot': new Set(slots).size < slots.length,
    'slot-gap': new Set(slots).size < greatest,
    'shared-id': sameId[0] === page && sameId.some(({ title }) => title !== page.title),
    'shared-title': sameTitle[0] === page && sameTitle.some(({ id }) => id !== page.id),
    'subject-folder-differs': folder !== undefined && folder !== plainSlug(page.subject),
    'title-slug-differs': slug !== undefined && slug !== plainSlug(page.title),
  };
  return Object.keys(facts)
    .filter((code) => facts[code] === true)
    .map((code): PlainFault => [page.url, 0, code]);
};

/** Every fault of articles whose urls are all different, in the slow obvious way. */
export const plainCheck = (given: readonly GraphArticle[]): readonly PlainFault[] => {
  const articles = [...given].sort(byUrl);
  return articles.flatMap((page) => [...pageFaults(articles, page), ...linkFaults(articles, page)]);
};
