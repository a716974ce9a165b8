import { nearestName } from '../../common/nearest-name.js';
import { ENDING, followed, pathParts, withoutFragment } from './page-fields.js';

/** A page as others can name it. */
export interface NamedPage {
  readonly path: string;
  readonly url: string;
  readonly slug?: string | undefined;
}

/** What an entry of a related list names: one page, several of one name, or none. */
export type Named = { readonly page: NamedPage } | { readonly several: readonly NamedPage[] } | undefined;

/** What the page of a folder is called; some programs make one of *README* too. */
const INDEX = /^(?:_?index|readme)$/iu;

/** The folders and the name of a file, `.` and `..` followed, under the root, with its ending taken off. */
const partsOf = (path: string, root: readonly string[]): readonly string[] => {
  const parts = followed([], path.replace(ENDING, '').split(/[/\\]/u));
  return root.length > 0 && root.every((part, at) => parts[at] === part) ? parts.slice(root.length) : parts;
};

/**
 * Finds pages by what a related list calls them: the url; the path of the file, from that of the page or from the root, with or without its
 * ending; or the slug, the name of the file, where one page alone has it.
 */
export class PageIndex {
  readonly #rootPath: string | undefined;
  readonly #root: readonly string[];
  readonly #rootFolder: string;
  readonly #byUrl = new Map<string, NamedPage>();
  readonly #byPath = new Map<string, NamedPage>();
  readonly #byName = new Map<string, NamedPage[]>();
  readonly #fileOf = new Map<string, readonly string[]>();
  /** The folders of the pages that name others, with those of the root. */
  readonly #folderOf = new Map<string, string>();

  constructor(pages: readonly NamedPage[], rootPath: string | undefined) {
    this.#rootPath = rootPath;
    this.#root = partsOf(rootPath ?? '', []);
    this.#rootFolder = this.#root.join('/');
    for (const page of pages) this.#add(page);
  }

  #add(page: NamedPage): void {
    const file = partsOf(page.path, this.#root);
    if (!this.#byUrl.has(page.url)) this.#byUrl.set(page.url, page);
    this.#fileOf.set(page.path, file);
    const isIndex = INDEX.test(file.at(-1) ?? '');
    for (const key of isIndex ? [file, file.slice(0, -1)] : [file]) {
      if (!this.#byPath.has(key.join('/'))) this.#byPath.set(key.join('/'), page);
    }
    const own = isIndex ? file.at(-2) : file.at(-1);
    for (const name of new Set([own, pathParts(page.path, this.#rootPath).at(-1), page.slug])) {
      if (name === undefined || name === '' || name.includes('/')) continue;
      const same = this.#byName.get(name);
      if (same === undefined) this.#byName.set(name, [page]);
      else same.push(page);
    }
  }

  /** What an entry names on a page: as it is written, else with its %20 and the like read. */
  find(entry: string, from: string): Named {
    const found = this.#findAs(entry, from);
    const decoded = found === undefined && entry.includes('%') ? decodedText(entry) : undefined;
    return decoded === undefined ? found : this.#findAs(decoded, from);
  }

  #findAs(written: string, from: string): Named {
    const plain = withoutFragment(written);
    for (const url of [written, plain, plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`]) {
      const page = this.#byUrl.get(url);
      if (page !== undefined) return { page };
    }
    if (plain === '' || /^[a-z][a-z0-9+.-]*:/iu.test(plain)) return undefined;
    for (const path of this.#pathsOf(plain, from)) {
      const page = this.#byPath.get(path);
      if (page !== undefined) return { page };
    }
    const name = plain.replace(ENDING, '');
    const same = name.includes('/') ? undefined : this.#byName.get(name);
    if (same === undefined) return undefined;
    const [only, ...others] = same;
    return only !== undefined && others.length === 0 ? { page: only } : { several: same };
  }

  /** The name nearest to one that names nothing, written as the entry is. */
  nearest(entry: string, from: string): string | undefined {
    const plain = withoutFragment(entry);
    const isFile = plain.includes('/') || ENDING.test(plain);
    if (!isFile) return nearestName(plain, this.#byName.keys());
    if (plain.startsWith('/') && !ENDING.test(plain)) return nearestName(plain, this.#byUrl.keys());
    const near = nearestName(this.#pathsOf(plain, from)[0] ?? '', this.#byPath.keys());
    const page = near === undefined ? undefined : this.#byPath.get(near);
    return page && this.#relative(page.path, from);
  }

  /** How pages are named on another: as its entries name pages, by file, by slug or by url. Each is worked out once, and so is how the entries do it. */
  writer(from: string, like: readonly string[]): (url: string) => string {
    const asFile = like.some((entry) => ENDING.test(withoutFragment(entry)) || entry.startsWith('.'));
    const isBySlug = like.length > 0 && like.every((entry) => !entry.includes('/'));
    if (!asFile && !isBySlug) return (url) => url;
    const written = new Map<string, string>();
    return (url) => {
      const text = written.get(url) ?? this.#write(url, from, asFile);
      written.set(url, text);
      return text;
    };
  }

  #write(url: string, from: string, asFile: boolean): string {
    const page = this.#byUrl.get(url);
    if (page === undefined) return url;
    const slug = page.slug ?? pathParts(page.path, this.#rootPath).at(-1);
    const candidate = asFile ? this.#relative(page.path, from) : slug;
    const found = candidate === undefined ? undefined : this.find(candidate, from);
    return found !== undefined && 'page' in found && found.page === page ? (candidate ?? url) : url;
  }

  /** The paths that an entry can mean: from the folder of its page, and from the root. */
  #pathsOf(entry: string, from: string): readonly string[] {
    const fromRoot = partsOf(entry, this.#root).join('/');
    if (entry.startsWith('/')) return [fromRoot];
    const own = this.#underRoot(joined(this.#folder(from), entry.replace(ENDING, '')));
    return entry.startsWith('.') ? [own] : [own, fromRoot];
  }

  #folder(from: string): string {
    const known = this.#folderOf.get(from) ?? followed([], from.split(/[/\\]/u).slice(0, -1)).join('/');
    this.#folderOf.set(from, known);
    return known;
  }

  #underRoot(path: string): string {
    const root = this.#rootFolder;
    if (root === '') return path;
    if (path === root) return '';
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  }

  /** The path of a file from the folder of a page. */
  #relative(path: string, from: string): string {
    const own = partsOf(path, this.#root);
    const folder = (this.#fileOf.get(from) ?? partsOf(from, this.#root)).slice(0, -1);
    let shared = 0;
    while (shared < folder.length && shared < own.length - 1 && folder[shared] === own[shared]) shared++;
    const up = folder.slice(shared).map(() => '..');
    const ending = ENDING.exec(path)?.[0] ?? '';
    return `${[...(up.length > 0 ? up : ['.']), ...own.slice(shared)].join('/')}${ending}`;
  }
}

/** A path from a folder, `.` and `..` followed. The folder stays one text: it may be long, and is asked for with every entry of a page. */
const joined = (folder: string, path: string): string => {
  let up = 0;
  const down: string[] = [];
  for (const part of path.split(/[/\\]/u)) {
    if (part === '..') {
      if (down.pop() === undefined) up++;
    } else if (part !== '' && part !== '.') down.push(part);
  }
  let end = folder.length;
  for (; up > 0 && end > 0; up--) end = Math.max(0, folder.lastIndexOf('/', end - 1));
  const own = folder.slice(0, end);
  return own === '' || down.length === 0 ? own + down.join('/') : `${own}/${down.join('/')}`;
};

/** *my%20page* as *my page*; nothing where it stands for no text. */
const decodedText = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
