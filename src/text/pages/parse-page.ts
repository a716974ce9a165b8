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
import type { Issue, Result, Severity } from '../../model/shared/issue.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import { pageUrl, pathParts, refuseUnnamedList, type SiteNames, siteNames, slugOf } from './page-fields.js';
import { type PageIndex, pageIndex } from './page-index.js';
import { readFrontMatter } from './parse-front-matter.js';
import type { SitePage } from './write-related-links.js';

export interface ParsePageOptions extends SiteNames {
  /** Where the page is kept, from the folder of the site. */
  readonly path: string;
  /** Its url, where the site has a rule of its own that neither a field nor the path shows. */
  readonly url?: string | undefined;
}

/** The articles of a site, in the order of its pages, and what was amiss; each issue has the page’s path first. */
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
 * @throws TypeError or RangeError for what is no text, and options that are wrong or do not exist.
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
  const related = article.related.map((link) => {
    const isFile = /^\.{1,2}\/|\.(?:md|mdx|markdown)(?:[?#]|$)/iu.test(link.url);
    return isFile ? withUrl(link, urlOfFile(link.url, options)) : link;
  });
  return { ...read, value: { ...article, related } };
};

/**
 * All pages of a site as articles of a graph, each as `parsePage` reads it. A link that has its url alone takes id, title and subject of the page of that url. A page that
 * cannot be read is left out, with its issues. With `links: 'pages'` entries of the list may be paths of files and slugs; one that names no page, or several, stays as it
 * is, with a warning (`unknown-page` with the nearest name, `ambiguous-page`).
 *
 * @throws TypeError or RangeError for what are no pages, and options that are wrong or do not exist.
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
  const index =
    options.links === 'pages'
      ? pageIndex(
          read.map((page) => ({ path: page.path, url: page.article.url, slug: page.slug })),
          options.root,
        )
      : undefined;
  const resolved =
    index === undefined
      ? read.map(({ article }) => article)
      : resolvedBy(index, read, options.fields?.related ?? '', issues);
  const byUrl = new Map<string, GraphArticle>();
  for (const article of resolved) if (!byUrl.has(article.url)) byUrl.set(article.url, article);
  const named = (link: RelatedLink): RelatedLink => {
    const target = link.title === '' && link.subject === '' ? byUrl.get(link.url) : undefined;
    if (target === undefined) return link;
    const id = link.id === idOf(link.url) ? target.id : link.id;
    return { ...link, id, title: target.title, subject: target.subject };
  };
  return { articles: resolved.map((article) => ({ ...article, related: article.related.map(named) })), issues };
};

/** The links of the articles with the urls of the pages that they name; an issue where there is no such page, or several. */
const resolvedBy = (
  index: PageIndex,
  read: readonly ReadPage[],
  field: string,
  issues: Issue[],
): readonly GraphArticle[] => {
  let hints = 0;
  return read.map(({ article, path }) => ({
    ...article,
    related: article.related.map((link) => {
      const found = index.find(link.url, path);
      if (found !== undefined && 'page' in found) return withUrl(link, found.page.url);
      const place = [path, field, link.slot - 1];
      if (found !== undefined) {
        const paths = found.several.slice(0, 5).map((page) => `“${page.path}”`);
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

const MOST_HINTS = 100;

const withUrl = (link: RelatedLink, url: string): RelatedLink => ({
  ...link,
  url,
  id: link.id === idOf(link.url) ? idOf(url) : link.id,
});

/** The url that a path gives a file, from the folder of the page that names it. */
const urlOfFile = (entry: string, { path, root }: ParsePageOptions): string => {
  const folder = entry.startsWith('/') ? (root ?? '') : path.split(/[/\\]/u).slice(0, -1).join('/');
  const parts: string[] = [];
  for (const part of `${folder}/${entry.replace(/[?#].*$/su, '')}`.split(/[/\\]/u)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${pathParts(parts.join('/'), root).join('/')}`;
};

/** A page that was read, with what others can name it by. */
interface ReadPage {
  readonly article: GraphArticle;
  readonly path: string;
  readonly slug: string | undefined;
}

const readPage = (text: string, options: ParsePageOptions): Result<ReadPage> => {
  const front = readFrontMatter(text);
  if (!front.ok) return front;
  const { data, body } = front.value;
  const issues: Issue[] = [...front.issues];
  const report = (code: string, severity: Severity, field: string, message: string, hint: string): void => {
    issues.push({ code, severity, path: [field], message, hint });
  };
  const { fields = {} } = options;
  const at = (field: string): unknown => {
    const value = Object.hasOwn(data, field) ? data[field] : undefined;
    return value === null || value === '' ? undefined : value;
  };
  const found = options.url === undefined ? pageUrl(options.path, data, options) : { url: options.url };
  if ('field' in found) {
    const message = `The field ${found.field} is ${shownValue(found.found)}, and no text.`;
    report('wrong-type', 'error', found.field, message, 'Write a url; put it in quotes.');
    return { ok: false, issues };
  }
  const { url } = found;
  if ('placeholders' in found) {
    const message = `The url has placeholders; ${url} was taken from the path.`;
    report('placeholder-url', 'warning', fields.url ?? 'url', message, 'Give the url that the site makes of it.');
  }
  const parts = pathParts(options.path, options.root);

  const idField = fields.id ?? 'id';
  const written = at(idField);
  const isId = typeof written === 'number' && Number.isSafeInteger(written);
  const id = isId ? written + 0 : idOf(url);
  if (!isId) {
    const says = written === undefined ? 'is missing' : `is ${shownValue(written)}, and no whole number`;
    report(
      'id-from-url',
      'info',
      idField,
      `The field ${idField} ${says}; the id was computed from the url.`,
      'Nothing needs to be done.',
    );
  }

  const titleField = fields.title ?? 'title';
  const titleGiven = at(titleField);
  const heading = /^ {0,3}# +(.*?)(?: +#+)? *$/mu.exec(body)?.[1];
  let title: string;
  if (typeof titleGiven === 'string' || typeof titleGiven === 'number') title = String(titleGiven);
  else if (heading !== undefined && heading !== '') {
    title = heading;
    report(
      'title-from-heading',
      'info',
      titleField,
      `The title is the first heading, ${shownValue(heading)}.`,
      `Or give it as ${titleField}.`,
    );
  } else {
    title =
      (
        url
          .split('/')
          .filter((part) => part !== '')
          .at(-1) ?? url
      )
        .replaceAll(/[-_]+/gu, ' ')
        .trim() || url;
    report(
      'title-from-path',
      'warning',
      titleField,
      `The page has no title; ${shownValue(title)} was taken from its url.`,
      `Give it a ${titleField}.`,
    );
  }

  const subjectField = fields.subject ?? 'subject';
  const subjectGiven = at(subjectField);
  const first: unknown = Array.isArray(subjectGiven) ? subjectGiven[0] : subjectGiven;
  let subject = typeof first === 'string' || typeof first === 'number' ? String(first) : '';
  if (subject === '') {
    // Of an index page, the last folder is what it is itself named by.
    subject = parts.at(-2) ?? '';
    if (subject !== '')
      report(
        'subject-from-path',
        'info',
        subjectField,
        `The subject, ${shownValue(subject)}, is the folder of the page.`,
        `Or give it as ${subjectField}.`,
      );
  }

  const tagsField = fields.tags ?? 'tags';
  const tagsGiven = at(tagsField);
  const tags = (Array.isArray(tagsGiven) ? tagsGiven : typeof tagsGiven === 'string' ? tagsGiven.split(',') : [])
    .flatMap((tag: unknown) => (typeof tag === 'string' || typeof tag === 'number' ? String(tag).trim() : []))
    .filter((tag) => tag !== '');

  const related = relatedOf(data, fields.related, (field, message) => {
    report('unreadable-link', 'warning', field, message, 'Write a url, or an object with a url.');
  });

  const noIndex = at(fields.noIndex ?? 'no_index');
  if (noIndex !== undefined && typeof noIndex !== 'boolean') {
    const field = fields.noIndex ?? 'no_index';
    report(
      'wrong-type',
      'warning',
      field,
      `The field ${field} is ${shownValue(noIndex)}; it was left out.`,
      'Write true or false.',
    );
  }
  const article: GraphArticle = {
    url,
    id,
    title,
    subject,
    ...(typeof noIndex === 'boolean' && { noIndex }),
    ...(tags.length > 0 && { tags }),
    related,
  };
  return { ok: true, value: { article, path: options.path, slug: slugOf(data, options) }, issues };
};

const relatedOf = (
  data: Readonly<Record<string, unknown>>,
  field: string | undefined,
  unreadable: (field: string, message: string) => void,
): RelatedLink[] => {
  const entries: (readonly [field: string, slot: number, entry: unknown])[] = [];
  if (field === undefined) {
    for (const key of Object.keys(data)) {
      const slot = /^related_article([1-9]\d{0,8})$/u.exec(key)?.[1];
      if (slot !== undefined) entries.push([key, Number(slot), data[key]]);
    }
    entries.sort(([, a], [, b]) => a - b);
  } else if (Object.hasOwn(data, field)) {
    const list = data[field] ?? [];
    const all: readonly unknown[] = Array.isArray(list) ? list : [list];
    all.forEach((entry, place) => entries.push([field, place + 1, entry]));
  }
  return entries.flatMap(([key, slot, entry]) => {
    const own = isMapping(entry) ? entry : { url: entry };
    const part = (name: string): unknown => (Object.hasOwn(own, name) ? own[name] : undefined);
    const [url, id, title, subject] = [part('url'), part('id'), part('title'), part('subject')];
    if (typeof url !== 'string' || url === '') {
      unreadable(key, `Entry ${slot} of ${key} is ${shownValue(entry)}, which has no url; it was left out.`);
      return [];
    }
    const text = (value: unknown): string =>
      typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const isId = typeof id === 'number' && Number.isSafeInteger(id);
    return [{ slot, id: isId ? id + 0 : idOf(url), title: text(title), subject: text(subject), url }];
  });
};

/** A whole number of a url, by FNV-1a over its code units from two starts: 20 bits of the one before 32 of the other. Of 35,000 urls two are alike once in millions of sites. */
const idOf = (url: string): number => {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < url.length; at++) {
    low = Math.imul(low ^ url.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ url.charCodeAt(at), 0x01000193);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
};

const OPTIONS = /* @__PURE__ */ (() => ({ ...siteNames, path: name, url: maybe(name) }))();
const PAGES = /* @__PURE__ */ (() =>
  listOf('pages', recordOf('a page { path, text }', { path: name, text: textShape, url: maybe(name) })))();
