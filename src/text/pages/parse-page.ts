import { MOST_HINTS } from '../../common/nearest-name.js';
import {
  expectOptions,
  expectShape,
  listOf,
  maybe,
  name,
  recordOf,
  text as textShape,
} from '../../common/expect-shape.js';
import { listed } from '../../common/list-words.js';
import { refuseNoText } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { Issue, Result } from '../../model/shared/issue.js';
import {
  isUnder,
  namesOfPages,
  pagePath,
  refuseUnnamedList,
  type SiteNames,
  siteNames,
  unnamedList,
  urlsOfFiles,
} from './page-fields.js';
import { PageIndex } from './page-index.js';
import { idOf, type ParsePageOptions, readPage, type ReadPage } from './read-page.js';
import type { SitePage } from './write-related-links.js';

/** The articles of a site, in the order of its pages, and what was amiss; each issue has the page’s path first, or the option that fits no page. */
export interface ParsedPages {
  readonly articles: readonly GraphArticle[];
  readonly issues: readonly Issue[];
}

/**
 * Any Markdown page as an article of a graph, by the names that its site has for things.
 *
 * - *url*: the option, else the field, else from the path: `/` and the path under `root`, without the ending, a date before the name, folders that begin
 *   with `_`, and `index`; a slug takes the place of the last part.
 * - *id*: the field, where it is a whole number; else one computed from the url (FNV-1a, 52 bits), the same each time (info `id-from-url`).
 * - *title*: the field, else the first heading (info `title-from-heading`), else the words of the url (warning `title-from-path`).
 * - *subject*: the field (of a list, its first entry), else the last folder of the path (info `subject-from-path`), else empty.
 * - *related*: a list of urls, or of objects with url and perhaps id, title and subject, under the name given; else the numbered fields `related_article1` …
 *   Of a link that has its url alone, the id is computed from it, and title and subject are empty: `parsePages` fills them in. With `links: 'pages'` an entry may be the
 *   path of a file; its url is then the one that a path gives, since of other pages nothing is known here.
 * - *tags*: a list, or a text with commas.
 *
 * Warnings: `unreadable-link` (left out), `placeholder-url` (such as `/:title/`; the path is taken), `wrong-type`. Errors: those of `parseFrontMatter`, and `wrong-type` of a url.
 *
 * @throws TypeError or RangeError for what is no text, options that are wrong or do not exist, and a path of more than 4,096 characters.
 * @example
 * const page = parsePage('---\ntitle: Tides\npermalink: /sea/tides/\nsee_also: [/sea/moons/]\n---\nThe sea rises.\n', {
 *   path: '_posts/2026-03-02-tides.md', fields: { url: 'permalink', related: 'see_also' },
 * })
 * page.ok && [page.value.url, page.value.title, page.value.related[0]?.url] // => ['/sea/tides/', 'Tides', '/sea/moons/']
 */
export const parsePage = (text: string, options: ParsePageOptions): Result<GraphArticle> => {
  refuseNoText('parsePage', 'text', text);
  expectOptions('parsePage', options, OPTIONS);
  refuseUnnamedList('parsePage', options);
  const read = readPage(text, options);
  if (!read.ok) return read;
  const { article } = read.value;
  if (options.links !== 'pages') return { ...read, value: article };
  // Of the other pages nothing is known: what is the path of a file gets the url that a path makes.
  const urlOf = urlsOfFiles(options.path, options.root);
  const related = article.related.map((link) => {
    const isFile = /^\.{1,2}\/|\.(?:md|mdx|markdown)(?:[?#]|$)/iu.test(link.url);
    return isFile ? withUrl(link, urlOf(link.url), idOf) : link;
  });
  return { ...read, value: { ...article, related } };
};

/**
 * All pages of a site as articles of a graph, each as `parsePage` reads it. A link that has its url alone takes id, title and subject of the page of that url. A page that
 * cannot be read is left out, with its issues. With `links: 'pages'` entries of the list may be paths of files and slugs; one that names no page, or several, stays as it
 * is, with a warning (`unknown-page` with the nearest name, `ambiguous-page`). Where no page has the field `fields.related`, or lies under `root`, or where links stand in a list
 * that was not named, a warning says so (`fits-no-page`).
 *
 * @throws TypeError or RangeError for what are no pages, options that are wrong or do not exist, and paths of more than 4,096 characters.
 * @example
 * const { articles } = parsePages([
 *   { path: 'tides.md', text: '---\nid: 1\ntitle: Tides\nsubject: Oceans\nsee: [/moons]\n---\n' },
 *   { path: 'moons.md', text: '---\nid: 2\ntitle: Moons\nsubject: Space\n---\n' },
 * ], { fields: { related: 'see' } })
 * articles[0]?.related // => [{ slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moons' }]
 */
export const parsePages = (pages: readonly SitePage[], options: SiteNames = {}): ParsedPages => {
  expectShape('parsePages', 'pages', pages, PAGES);
  expectOptions('parsePages', options, siteNames);
  refuseUnnamedList('parsePages', options);
  const read: ReadPage[] = [];
  const issues: Issue[] = [];
  for (const { path, text, url } of pages) {
    const result = readPage(text, { ...options, path, url });
    for (const issue of result.issues) issues.push({ ...issue, path: [path, ...issue.path] });
    if (result.ok) read.push(result.value);
  }
  issues.push(...optionsThatFitNoPage(read, options));
  const index =
    options.links === 'pages'
      ? new PageIndex(
          read.map((page) => ({ path: page.path, url: page.article.url, slug: page.slug })),
          options.root,
        )
      : undefined;
  const knownId = idsByUrl();
  const resolved =
    index === undefined
      ? read.map(({ article }) => article)
      : resolvedBy(index, read, options.fields?.related ?? '', issues, knownId);
  const byUrl = new Map<string, GraphArticle>();
  for (const article of resolved) if (!byUrl.has(article.url)) byUrl.set(article.url, article);
  const named = (link: RelatedLink): RelatedLink => {
    const target = link.title === '' && link.subject === '' ? byUrl.get(link.url) : undefined;
    if (target === undefined) return link;
    const id = link.id === knownId(link.url) ? target.id : link.id;
    return { ...link, id, title: target.title, subject: target.subject };
  };
  return { articles: resolved.map((article) => ({ ...article, related: article.related.map(named) })), issues };
};

const MOST_FIELDS = 12;

/** Warnings of names that no page has: the site would seem to have no links, or other urls. */
const optionsThatFitNoPage = (read: readonly ReadPage[], { fields, root }: SiteNames): readonly Issue[] => {
  const issues: Issue[] = [];
  if (read.length === 0) return issues;
  const warn = (path: readonly string[], message: string, hint: string): void => {
    issues.push({ code: 'fits-no-page', severity: 'warning', path, message, hint });
  };
  const related = fields?.related;
  if (related !== undefined && !read.some(({ data }) => Object.hasOwn(data, related))) {
    const all = [...new Set(read.flatMap(({ data }) => Object.keys(data)))];
    const more = all.length > MOST_FIELDS ? ' …' : '';
    warn(
      ['fields', 'related'],
      `No page has the field ${shownValue(related)}: no links were read.`,
      all.length === 0 ? 'No page has a field.' : `The pages have ${all.slice(0, MOST_FIELDS).join(', ')}${more}.`,
    );
  }
  if (related === undefined && read.every(({ article }) => article.related.length === 0)) {
    const names = namesOfPages(read.map(({ article }) => article.url));
    for (const { data } of read) {
      const list = unnamedList(data, names);
      if (list === undefined) continue;
      const message = `No page has related_article1, and pages list others under ${shownValue(list)}: no links were read.`;
      warn(['fields', 'related'], message, `Give { fields: { related: ${JSON.stringify(list)} } }.`);
      break;
    }
  }
  if (root !== undefined && !read.some(({ path }) => isUnder(path, root)))
    warn(['root'], `No page is under ${shownValue(root)}.`, `The first path is ${shownValue(read[0]?.path)}.`);
  return issues;
};

/** The links of the articles with the urls of the pages that they name; an issue where there is no such page, or several. */
const resolvedBy = (
  index: PageIndex,
  read: readonly ReadPage[],
  field: string,
  issues: Issue[],
  knownId: (url: string) => number,
): readonly GraphArticle[] => {
  let hints = 0;
  return read.map(({ article, path }) => ({
    ...article,
    related: article.related.map((link) => {
      const found = index.find(link.url, path);
      if (found !== undefined && 'page' in found) return withUrl(link, found.page.url, knownId);
      const place = [path, field, link.slot - 1];
      if (found !== undefined) {
        const paths = found.several.slice(0, 5).map((page) => `“${shownPath(page.path)}”`);
        const message = `Entry ${link.slot} of ${field}, ${shownValue(link.url)}, names several pages: ${listed(paths)}.`;
        issues.push({
          code: 'ambiguous-page',
          severity: 'warning',
          path: place,
          message,
          hint: 'Write the path of the file.',
        });
        return link;
      }
      const near = hints++ < MOST_HINTS ? index.nearest(link.url, path) : undefined;
      issues.push({
        code: 'unknown-page',
        severity: 'warning',
        path: place,
        message: `Entry ${link.slot} of ${field}, ${shownValue(link.url)}, names no page; it stays as it is.`,
        ...(near !== undefined && { hint: `Is it “${near}”?` }),
      });
      return link;
    }),
  }));
};

/** Many entries may name the same few pages: a longer path is cut in their messages. */
const LONGEST_SHOWN_PATH = 400;

const shownPath = (path: string): string =>
  path.length > LONGEST_SHOWN_PATH ? `…${path.slice(1 - LONGEST_SHOWN_PATH)}` : path;

const withUrl = (link: RelatedLink, url: string, knownId: (url: string) => number): RelatedLink => ({
  ...link,
  url,
  id: link.id === knownId(link.url) ? knownId(url) : link.id,
});

/** The ids computed from urls, each once: a long url may be that of many links. */
const idsByUrl = (): ((url: string) => number) => {
  const ids = new Map<string, number>();
  return (url) => {
    const known = ids.get(url) ?? idOf(url);
    ids.set(url, known);
    return known;
  };
};

const OPTIONS = /* @__PURE__ */ (() => ({ ...siteNames, path: pagePath, url: maybe(name) }))();
const PAGES = /* @__PURE__ */ (() =>
  listOf('pages', recordOf('a page { path, text }', { path: pagePath, text: textShape, url: maybe(name) })))();
