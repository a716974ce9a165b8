import { closedRecordOf, maybe, name, type Shape, text, wordOf } from '../../common/expect-shape.js';
import { shownValue } from '../../common/shown-value.js';

/** What a site of its own calls the fields of its front matter. Each may be left out. */
export interface PageFields {
  /** The whole url; `url` where left out. */
  readonly url?: string | undefined;
  /** What stands in place of the file name in a url from the path, or a whole url where it begins with `/`; `slug` where left out. */
  readonly slug?: string | undefined;
  /** `id` where left out. */
  readonly id?: string | undefined;
  /** `title` where left out. */
  readonly title?: string | undefined;
  /** A text, or a list whose first entry it is; `subject` where left out. */
  readonly subject?: string | undefined;
  /** `tags` where left out. */
  readonly tags?: string | undefined;
  /** `no_index` where left out. */
  readonly noIndex?: string | undefined;
  /** The field that holds a list of urls of related pages. Left out: the numbered fields `related_article1`, `related_article2` … */
  readonly related?: string | undefined;
}

export interface PageNames {
  readonly fields?: PageFields | undefined;
  /** The folder in which paths begin, such as `content`: it is no part of urls. */
  readonly root?: string | undefined;
}

/** How the pages of a site name one another. */
export interface SiteNames extends PageNames {
  /**
   * What stands in the list `fields.related`. `urls`, where left out. `pages`: an entry may also be the path of a file, from the folder of its page or from
   * the root (`../sea/tides.md`), or a slug or file name that one page alone has (`tides`), as sites of Hugo and Docusaurus write them.
   */
  readonly links?: 'urls' | 'pages' | undefined;
}

/** No system of files has longer ones. Each entry of a list may become as long as the path of its page, hence the bound. */
const LONGEST_PATH = 4_096;

const notLonger =
  (shape: Shape): Shape =>
  (value) => {
    const fault = shape(value);
    if (fault !== undefined || (value as string).length <= LONGEST_PATH) return fault;
    const says = `is ${shownValue(value)}, of ${(value as string).length} characters; a path has at most ${LONGEST_PATH}`;
    return { at: '', says, wrongKind: false };
  };

/** The path of a page. */
export const pagePath: Shape = /* @__PURE__ */ notLonger(name);

export const pageNames: Readonly<Record<string, Shape>> = /* @__PURE__ */ (() => ({
  fields: maybe(
    closedRecordOf('an object of names of fields', {
      url: maybe(name),
      slug: maybe(name),
      id: maybe(name),
      title: maybe(name),
      subject: maybe(name),
      tags: maybe(name),
      noIndex: maybe(name),
      related: maybe(name),
    }),
  ),
  root: maybe(notLonger(text)),
}))();

export const siteNames: Readonly<Record<string, Shape>> = /* @__PURE__ */ (() => ({
  ...pageNames,
  links: maybe(wordOf(['urls', 'pages'])),
}))();

/** Refuses `links: 'pages'` without the name of a list: the numbered fields have urls. */
export const refuseUnnamedList = (caller: string, { links, fields }: SiteNames): void => {
  if (links !== 'pages' || fields?.related !== undefined) return;
  throw new RangeError(
    `${caller}: options.links is “pages”, and options.fields.related does not name the list; name it`,
  );
};

/** The ending of a page’s file. */
export const ENDING = /\.(?:md|mdx|markdown|html?)$/iu;

/** A url or path without what follows `?` or `#`. */
export const withoutFragment = (entry: string): string => entry.replace(/[?#].*$/su, '');

const foldersAndFile = (path: string): readonly string[] =>
  path.split(/[/\\]/u).filter((part) => part !== '' && part !== '.');

/** Whether a path begins with the folders of a root. */
export const isUnder = (path: string, root: string): boolean => {
  const parts = foldersAndFile(path);
  return foldersAndFile(root).every((part, at) => parts[at] === part);
};

/** The parts of a path under its root, without the ending of the file: `content/_posts/2026-03-02-tides.md` is *tides* under `content`. */
export const pathParts = (path: string, root = ''): readonly string[] =>
  shownParts(foldersAndFile(path), foldersAndFile(root));

const shownParts = (parts: readonly string[], root: readonly string[]): readonly string[] => {
  const own = root.every((part, at) => parts[at] === part) ? parts.slice(root.length) : parts;
  const file = own
    .at(-1)
    ?.replace(ENDING, '')
    .replace(/^\d{4}-\d{2}-\d{2}-(?=.)/u, '');
  const folders = own.slice(0, -1).filter((part) => !part.startsWith('_'));
  return file === undefined || /^_?index$/u.test(file) ? folders : [...folders, file];
};

/** What gives a file the url that its path makes, from the folder of the page that names it. */
export const urlsOfFiles = (path: string, root = ''): ((entry: string) => string) => {
  const rootParts = foldersAndFile(root);
  const folder = followed([], path.split(/[/\\]/u).slice(0, -1));
  const rootFolder = followed([], rootParts);
  return (entry) => {
    const from = entry.startsWith('/') ? rootFolder : folder;
    const parts = followed(from, withoutFragment(entry).split(/[/\\]/u));
    return `/${shownParts(parts, rootParts).join('/')}`;
  };
};

/** The parts of a path from a folder, `.` and `..` followed. */
export const followed = (folder: readonly string[], path: readonly string[]): readonly string[] => {
  const parts = [...folder];
  for (const part of path) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
};

/**
 * The url of a page: its field, unless it holds placeholders such as `:title`; else from its path, the slug in place of the last part. A sentence in
 * place of one that is no text.
 */
export const pageUrl = (
  path: string,
  data: Readonly<Record<string, unknown>>,
  { fields = {}, root }: PageNames,
): { readonly url: string; readonly placeholders?: true } | { readonly field: string; readonly found: unknown } => {
  const [urlField, slugField] = [fields.url ?? 'url', fields.slug ?? 'slug'];
  const given = Object.hasOwn(data, urlField) ? data[urlField] : undefined;
  const isLeftOut = given === undefined || given === null || given === '';
  if (!isLeftOut && typeof given !== 'string') return { field: urlField, found: given };
  const hasPlaceholders = !isLeftOut && /(?:^|\/):[a-z]/u.test(given as string);
  if (!isLeftOut && !hasPlaceholders) return { url: given as string };
  const slug = Object.hasOwn(data, slugField) ? data[slugField] : undefined;
  const isText = typeof slug === 'string' && slug !== '';
  if (!isText && slug !== undefined && slug !== null && slug !== '' && typeof slug !== 'number')
    return { field: slugField, found: slug };
  const own = isText || typeof slug === 'number' ? String(slug) : undefined;
  const parts = pathParts(path, root);
  const url =
    own === undefined
      ? `/${parts.join('/')}`
      : own.startsWith('/')
        ? own
        : `/${[...parts.slice(0, -1), own].join('/')}`;
  return hasPlaceholders ? { url, placeholders: true } : { url };
};

/** The slug that a page gives itself. */
export const slugOf = (data: Readonly<Record<string, unknown>>, { fields = {} }: PageNames): string | undefined => {
  const field = fields.slug ?? 'slug';
  const slug = Object.hasOwn(data, field) ? data[field] : undefined;
  return typeof slug === 'string' && slug !== '' ? slug : undefined;
};

/** The last part of a url or of the path of a file, without its ending: what both have in common where they mean one page. */
const lastName = (urlOrPath: string): string =>
  withoutFragment(urlOrPath)
    .replace(ENDING, '')
    .split(/[/\\]/u)
    .filter((part) => part !== '')
    .at(-1) ?? '';

const plainUrl = (url: string): string => withoutFragment(url).replace(/\/$/u, '');

/** What pages of these urls may be called in a list: by the url, or, where the path of a file stands there, by their last name. */
export const namesOfPages = (urls: readonly string[]): ReadonlySet<string> =>
  new Set(urls.flatMap((url) => [plainUrl(url), lastName(url)]));

/**
 * The field in which a page lists others by url or path, though nobody named it. An entry that is a whole url means that url alone: former
 * addresses of a page, as `aliases` has them, often end in its name.
 *
 * @param names what the pages meant are called
 */
export const unnamedList = (
  data: Readonly<Record<string, unknown>>,
  names: ReadonlySet<string>,
): string | undefined => {
  const means = (entry: unknown): boolean => {
    const url: unknown = typeof entry === 'object' && entry !== null && 'url' in entry ? entry.url : entry;
    if (typeof url !== 'string' || !/[/\\]|\.(?:md|mdx|markdown)$/iu.test(url)) return false;
    return names.has(url.startsWith('/') && !ENDING.test(url) ? plainUrl(url) : lastName(url));
  };
  return Object.keys(data).find((field) => {
    const value = data[field];
    return Array.isArray(value) && value.some(means);
  });
};
