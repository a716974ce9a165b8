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
import {
  isUnder,
  namesOfPages,
  pageUrl,
  pathParts,
  refuseUnnamedList,
  type SiteNames,
  siteNames,
  slugOf,
  unnamedList,
  withoutFragment,
} from './page-fields.js';
import { PageIndex } from './page-index.js';
import { readFrontMatter } from './parse-front-matter.js';
import type { SitePage } from './write-related-links.js';

export interface ParsePageOptions extends SiteNames {
  /** Where the page is kept, from the folder of the site. */
  readonly path: string;
  /** Its url, where the site has a rule of its own that neither a field nor the path shows. */
  readonly url?: string | undefined;
}

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
 * is, with a warning (`unknown-page` with the nearest name, `ambiguous-page`). Where no page has the field `fields.related`, or lies under `root`, or where links stand in a list
 * that was not named, a warning says so (`fits-no-page`).
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
  issues.push(...optionsThatFitNoPage(read, options));
  const index =
    options.links === 'pages'
      ? new PageIndex(
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
  for (const part of `${folder}/${withoutFragment(entry)}`.split(/[/\\]/u)) {
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
  /** Its front matter. */
  readonly data: Readonly<Record<string, unknown>>;
}

const readPage = (text: string, options: ParsePageOptions): Result<ReadPage> => {
  const front = readFrontMatter(text);
  if (!front.ok) return front;
  return new PageReader(front.value, front.issues, options).page();
};

/** Reads the fields of one page, and tells where something else stands in for one. */
class PageReader {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #body: string;
  readonly #options: ParsePageOptions;
  readonly #fields: NonNullable<SiteNames['fields']>;
  readonly #issues: Issue[];

  constructor(
    { data, body }: { readonly data: Readonly<Record<string, unknown>>; readonly body: string },
    issues: readonly Issue[],
    options: ParsePageOptions,
  ) {
    this.#data = data;
    this.#body = body;
    this.#options = options;
    this.#fields = options.fields ?? {};
    this.#issues = [...issues];
  }

  page(): Result<ReadPage> {
    const url = this.#url();
    if (url === undefined) return { ok: false, issues: this.#issues };
    const id = this.#id(url);
    const title = this.#title(url);
    const subject = this.#subject();
    const tags = this.#tags();
    const related = relatedOf(this.#data, this.#fields.related, (field, message) => {
      this.#report('unreadable-link', 'warning', field, message, 'Write a url, or an object with a url.');
    });
    const noIndex = this.#noIndex();
    const article: GraphArticle = {
      url,
      id,
      title,
      subject,
      ...(noIndex !== undefined && { noIndex }),
      ...(tags.length > 0 && { tags }),
      related,
    };
    const { path } = this.#options;
    const slug = slugOf(this.#data, this.#options);
    return { ok: true, value: { article, path, slug, data: this.#data }, issues: this.#issues };
  }

  #report(code: string, severity: Severity, field: string, message: string, hint: string): void {
    this.#issues.push({ code, severity, path: [field], message, hint });
  }

  /** What a field says; nothing where it is empty. */
  #value(field: string): unknown {
    const value = Object.hasOwn(this.#data, field) ? this.#data[field] : undefined;
    return value === null || value === '' ? undefined : value;
  }

  /** None where its field holds no text. */
  #url(): string | undefined {
    const { url, path } = this.#options;
    if (url !== undefined) return url;
    const found = pageUrl(path, this.#data, this.#options);
    if ('field' in found) {
      const message = `The field ${found.field} is ${shownValue(found.found)}, which is not a text.`;
      this.#report('wrong-type', 'error', found.field, message, 'Write a url; put it in quotes.');
      return undefined;
    }
    if ('placeholders' in found) {
      const message = `The url has placeholders; ${found.url} was taken from the path.`;
      const hint = 'Give the url that the site makes of it.';
      this.#report('placeholder-url', 'warning', this.#fields.url ?? 'url', message, hint);
    }
    return found.url;
  }

  #id(url: string): number {
    const { id: field = 'id' } = this.#fields;
    const written = this.#value(field);
    if (typeof written === 'number' && Number.isSafeInteger(written)) return written + 0;
    const says = written === undefined ? 'is missing' : `is ${shownValue(written)}, which is not a whole number`;
    const message = `The field ${field} ${says}; the id was computed from the url.`;
    this.#report('id-from-url', 'info', field, message, 'Nothing needs to be done.');
    return idOf(url);
  }

  /** The field, else the first heading, else the words of the url. */
  #title(url: string): string {
    const { title: field = 'title' } = this.#fields;
    const given = this.#value(field);
    if (typeof given === 'string' || typeof given === 'number') return String(given);
    const heading = /^ {0,3}# +(.*?)(?: +#+)? *$/mu.exec(this.#body)?.[1];
    if (heading !== undefined && heading !== '') {
      const message = `The title is the first heading, ${shownValue(heading)}.`;
      this.#report('title-from-heading', 'info', field, message, `Or give it as ${field}.`);
      return heading;
    }
    const title = wordsOf(url);
    const message = `The page has no title; ${shownValue(title)} was taken from its url.`;
    this.#report('title-from-path', 'warning', field, message, `Give it a ${field}.`);
    return title;
  }

  /** The field, else the last folder of the path. */
  #subject(): string {
    const { subject: field = 'subject' } = this.#fields;
    const given = this.#value(field);
    const first: unknown = Array.isArray(given) ? given[0] : given;
    const subject = typeof first === 'string' || typeof first === 'number' ? String(first) : '';
    if (subject !== '') return subject;
    // Of an index page, the last folder is what it is itself named by.
    const folder = pathParts(this.#options.path, this.#options.root).at(-2) ?? '';
    if (folder !== '') {
      const message = `The subject, ${shownValue(folder)}, is the folder of the page.`;
      this.#report('subject-from-path', 'info', field, message, `Or give it as ${field}.`);
    }
    return folder;
  }

  /** A list, or a text with commas. */
  #tags(): readonly string[] {
    const given = this.#value(this.#fields.tags ?? 'tags');
    const all: readonly unknown[] = Array.isArray(given) ? given : typeof given === 'string' ? given.split(',') : [];
    return all
      .flatMap((tag) => (typeof tag === 'string' || typeof tag === 'number' ? String(tag).trim() : []))
      .filter((tag) => tag !== '');
  }

  #noIndex(): boolean | undefined {
    const { noIndex: field = 'no_index' } = this.#fields;
    const given = this.#value(field);
    if (given === undefined || typeof given === 'boolean') return given;
    const message = `The field ${field} is ${shownValue(given)}; it was left out.`;
    this.#report('wrong-type', 'warning', field, message, 'Write true or false.');
    return undefined;
  }
}

/** The last part of a url in words; the url itself where it has none. */
const wordsOf = (url: string): string => {
  const last = url
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return (last ?? url).replaceAll(/[-_]+/gu, ' ').trim() || url;
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
