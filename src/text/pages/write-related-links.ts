import { expectOptions, expectShape, listOf, name, recordOf, text as textShape } from '../../common/expect-shape.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { Issue } from '../../model/shared/issue.js';
import { pagePath, pageUrl, refuseUnnamedList, type SiteNames, siteNames, slugOf } from './page-fields.js';
import { type NamedPage, PageIndex } from './page-index.js';
import { readFrontMatter } from './parse-front-matter.js';
import { RELATED, replaced } from './replace-related-links.js';

/** A page as a host keeps it. */
export interface SitePage {
  /** Where it is kept; it comes back with the text. */
  readonly path: string;
  readonly text: string;
  /** The url of its article. Left out: as `parsePage` finds it, by a field or by the path. */
  readonly url?: string | undefined;
}

/** The pages that change, and what could not be written. */
export interface WrittenPages {
  /** In the order given; pages that stay as they are are left out. */
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  /** Each with the page’s path first. */
  readonly issues: readonly Issue[];
}

/**
 * The pages of a site with the related links of its articles written back: those that change alone, each whole. A host writes
 * `writeRelatedLinks(pages, applyRepairs(articles, issues))`. A page is found by its url; one without an article is left out, and an article without a page is an
 * issue (`no-page`). With `links: 'pages'` entries that are paths or slugs stay as they are written, and new ones are written as the others of their list are. A page that cannot be written safely stays as it is, with its issue.
 *
 * @throws TypeError or RangeError for what are no pages or articles, options that do not exist, and paths of more than 4,096 characters.
 * @example
 * const text = '---\nurl: /tides\nrelated_article1:\n  id: 1\n  title: Tides\n  subject: Oceans\n  url: /tides\n---\n'
 * writeRelatedLinks([{ path: 'tides.md', text }], [{ url: '/tides', related: [] }]).pages
 * // => [{ path: 'tides.md', text: '---\nurl: /tides\n---\n' }]
 */
export const writeRelatedLinks = (
  pages: readonly SitePage[],
  articles: readonly { readonly url: string; readonly related: readonly RelatedLink[] }[],
  options: SiteNames = {},
): WrittenPages => {
  expectShape('writeRelatedLinks', 'pages', pages, PAGES);
  expectShape('writeRelatedLinks', 'articles', articles, ARTICLES);
  expectOptions('writeRelatedLinks', options, siteNames);
  refuseUnnamedList('writeRelatedLinks', options);
  const relatedOf = new Map(articles.map(({ url, related }) => [url, related]));
  const found = new Set<string>();
  const changed: { path: string; text: string }[] = [];
  const issues: Issue[] = [];
  const named = pages.map(({ path, text, url }) => namedPage(path, text, url, options));
  const index = options.links === 'pages' ? new PageIndex(named.filter(hasUrl), options.root) : undefined;
  for (const [at, { path, text }] of pages.entries()) {
    const url = named[at]?.url;
    const related = url === undefined ? undefined : relatedOf.get(url);
    if (url === undefined || related === undefined) continue;
    found.add(url);
    if (new Set(related.map(({ slot }) => slot)).size < related.length) {
      const message = `Two related links of ${url} have one number.`;
      issues.push({
        code: 'cannot-write',
        severity: 'error',
        path: [path],
        message,
        hint: 'Renumber the links of this article.',
      });
      continue;
    }
    const result = replaced(
      text,
      related,
      options,
      index && {
        urlOf: (entry) => {
          const meant = index.find(entry, path);
          return meant !== undefined && 'page' in meant ? meant.page.url : entry;
        },
        writer: (like) => index.writer(path, like),
      },
    );
    for (const issue of result.issues) issues.push({ ...issue, path: [path, ...issue.path] });
    if (result.ok && result.value !== text) changed.push({ path, text: result.value });
  }
  for (const url of relatedOf.keys()) {
    if (found.has(url)) continue;
    issues.push({
      code: 'no-page',
      severity: 'warning',
      path: [url],
      message: `No page has the url ${url}.`,
      hint: 'Give the page with its url.',
    });
  }
  return { pages: changed, issues };
};

/** The url of a page, and its slug where that can name it; no url where the page cannot be read. */
const namedPage = (
  path: string,
  text: string,
  url: string | undefined,
  options: SiteNames,
): { readonly path: string; readonly url: string | undefined; readonly slug?: string | undefined } => {
  if (url !== undefined && options.links !== 'pages') return { path, url };
  const read = readFrontMatter(text);
  if (!read.ok) return { path, url };
  const found = url === undefined ? pageUrl(path, read.value.data, options) : { url };
  return { path, url: 'url' in found ? found.url : undefined, slug: slugOf(read.value.data, options) };
};

const hasUrl = (page: { readonly url: string | undefined }): page is NamedPage => page.url !== undefined;

const PAGES = /* @__PURE__ */ (() =>
  listOf('pages', recordOf('a page { path, text }', { path: pagePath, text: textShape })))();
const ARTICLES = /* @__PURE__ */ (() =>
  listOf('articles', recordOf('an article { url, related }', { url: name, related: RELATED }, false)))();
