import { nearestName } from '../../common/nearest-name.js';
import { pathParts } from './page-fields.js';

/** A page as others can name it. */
export interface NamedPage {
  readonly path: string;
  readonly url: string;
  readonly slug?: string | undefined;
}

/** What an entry of a related list names: one page, several of one name, or none. */
export type Named = { readonly page: NamedPage } | { readonly several: readonly NamedPage[] } | undefined;

export interface PageIndex {
  readonly find: (entry: string, from: string) => Named;
  /** The name nearest to one that names nothing, written as the entry is. */
  readonly nearest: (entry: string, from: string) => string | undefined;
  /** How a page is named on another: as its entries name pages, by file, by slug or by url. */
  readonly write: (url: string, from: string, like: readonly string[]) => string;
}

const ENDING = /\.(?:md|mdx|markdown|html?)$/iu;
/** What the page of a folder is called; some programs make one of *README* too. */
const INDEX = /^(?:_?index|readme)$/iu;

/** The folders and the name of a file, `.` and `..` followed, under the root, with its ending taken off. */
const partsOf = (path: string, root: readonly string[]): readonly string[] => {
  const parts: string[] = [];
  for (const part of path.replace(ENDING, '').split(/[/\\]/u)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return root.length > 0 && root.every((part, at) => parts[at] === part) ? parts.slice(root.length) : parts;
};

/**
 * Finds pages by what a related list calls them: the url; the path of the file, from that of the page or from the root, with or without its
 * ending; or the slug, the name of the file, where one page alone has it.
 */
export const pageIndex = (pages: readonly NamedPage[], rootPath: string | undefined): PageIndex => {
  const root = partsOf(rootPath ?? '', []);
  const [byUrl, byPath, byName] = [
    new Map<string, NamedPage>(),
    new Map<string, NamedPage>(),
    new Map<string, NamedPage[]>(),
  ];
  const fileOf = new Map<string, readonly string[]>();
  for (const page of pages) {
    const file = partsOf(page.path, root);
    if (!byUrl.has(page.url)) byUrl.set(page.url, page);
    fileOf.set(page.path, file);
    const isIndex = INDEX.test(file.at(-1) ?? '');
    for (const key of isIndex ? [file, file.slice(0, -1)] : [file]) {
      if (!byPath.has(key.join('/'))) byPath.set(key.join('/'), page);
    }
    const own = isIndex ? file.at(-2) : file.at(-1);
    for (const name of new Set([own, pathParts(page.path, rootPath).at(-1), page.slug])) {
      if (name === undefined || name === '' || name.includes('/')) continue;
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [page]);
      else same.push(page);
    }
  }
  const folderOf = (from: string): string => from.split(/[/\\]/u).slice(0, -1).join('/');
  /** The paths that an entry can mean: from the folder of its page, and from the root. */
  const pathsOf = (entry: string, from: string): readonly string[] => {
    const [own, fromRoot] = [partsOf(`${folderOf(from)}/${entry}`, root), partsOf(entry, root)].map((parts) =>
      parts.join('/'),
    );
    if (entry.startsWith('/')) return [fromRoot ?? ''];
    return entry.startsWith('.') ? [own ?? ''] : [own ?? '', fromRoot ?? ''];
  };
  const find = (written: string, from: string): Named => {
    const found = findAs(written, from);
    const decoded = found === undefined && written.includes('%') ? decodedText(written) : undefined;
    return decoded === undefined ? found : findAs(decoded, from);
  };
  const findAs = (written: string, from: string): Named => {
    const plain = withoutFragment(written);
    for (const url of [written, plain, plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`]) {
      const page = byUrl.get(url);
      if (page !== undefined) return { page };
    }
    if (plain === '' || /^[a-z][a-z0-9+.-]*:/iu.test(plain)) return undefined;
    for (const path of pathsOf(plain, from)) {
      const page = byPath.get(path);
      if (page !== undefined) return { page };
    }
    const name = plain.replace(ENDING, '');
    const same = name.includes('/') ? undefined : byName.get(name);
    if (same === undefined) return undefined;
    return same.length === 1 ? { page: same[0]! } : { several: same };
  };
  const relative = (path: string, from: string): string => {
    const [own, folder] = [partsOf(path, root), (fileOf.get(from) ?? partsOf(from, root)).slice(0, -1)];
    let shared = 0;
    while (shared < folder.length && shared < own.length - 1 && folder[shared] === own[shared]) shared++;
    const up = folder.slice(shared).map(() => '..');
    const ending = ENDING.exec(path)?.[0] ?? '';
    return `${[...(up.length > 0 ? up : ['.']), ...own.slice(shared)].join('/')}${ending}`;
  };
  return {
    find,
    nearest: (entry, from) => {
      const plain = withoutFragment(entry);
      const isFile = plain.includes('/') || ENDING.test(plain);
      if (!isFile) return nearestName(plain, byName.keys());
      if (plain.startsWith('/') && !ENDING.test(plain)) return nearestName(plain, byUrl.keys());
      const near = nearestName(pathsOf(plain, from)[0] ?? '', byPath.keys());
      const page = near === undefined ? undefined : byPath.get(near);
      return page && relative(page.path, from);
    },
    write: (url, from, like) => {
      const page = byUrl.get(url);
      if (page === undefined) return url;
      const asFile = like.some((entry) => ENDING.test(withoutFragment(entry)) || entry.startsWith('.'));
      const candidate = asFile ? relative(page.path, from) : (page.slug ?? pathParts(page.path, rootPath).at(-1));
      const isBySlug = like.length > 0 && like.every((entry) => !entry.includes('/'));
      const found = candidate === undefined || !(asFile || isBySlug) ? undefined : find(candidate, from);
      return found !== undefined && 'page' in found && found.page === page ? (candidate ?? url) : url;
    },
  };
};

/** *my%20page* as *my page*; nothing where it stands for no text. */
const decodedText = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const withoutFragment = (entry: string): string => entry.replace(/[?#].*$/su, '');
