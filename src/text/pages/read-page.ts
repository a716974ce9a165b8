import { shownValue } from '../../common/shown-value.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { Issue, Result, Severity } from '../../model/shared/issue.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import { pageUrl, pathParts, type SiteNames, slugOf } from './page-fields.js';
import { readFrontMatter } from './parse-front-matter.js';

export interface ParsePageOptions extends SiteNames {
  /** Where the page is kept, from the folder of the site. */
  readonly path: string;
  /** Its url, where the site has a rule of its own that neither a field nor the path shows. */
  readonly url?: string | undefined;
}

/** A page that was read, with what others can name it by. */
export interface ReadPage {
  readonly article: GraphArticle;
  readonly path: string;
  readonly slug: string | undefined;
  /** Its front matter. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const readPage = (text: string, options: ParsePageOptions): Result<ReadPage> => {
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
    const heading = withoutClosingHashes(/^ {0,3}# +(.*)/mu.exec(this.#body)?.[1] ?? '');
    if (heading !== '') {
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

/** A heading without the spaces at its end, and without the hashes that close it: a space stands before these. */
const withoutClosingHashes = (heading: string): string => {
  const end = endWithout(heading, heading.length, ' ');
  const closing = endWithout(heading, end, '#');
  const isClosed = closing < end && heading[closing - 1] === ' ';
  return heading.slice(0, isClosed ? endWithout(heading, closing, ' ') : end);
};

/** Where a text ends that is read up to `end`, without the same sign however often at its end. */
const endWithout = (text: string, end: number, sign: string): number => {
  let at = end;
  while (text[at - 1] === sign) at--;
  return at;
};

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
export const idOf = (url: string): number => {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < url.length; at++) {
    low = Math.imul(low ^ url.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ url.charCodeAt(at), 0x01000193);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
};
