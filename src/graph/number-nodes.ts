import { hashOfFolder, hashOfUrl } from './article-graph-over.js';
import { type ArticleStore } from './article-store.js';
import { emptyUrlIndex } from './article-table.js';
import { sortByText } from './sort-by-text.js';
import type { TextArena } from './text-arena.js';
import { isSlugOfTitle } from './title-slug.js';

/** The articles that are kept, in the order of their urls. */
export interface KeptArticles {
  /** The place of each node’s article in the store, and its naming. */
  readonly articles: Int32Array;
  readonly namings: Int32Array;
  /** Namings of the articles whose url was taken. */
  readonly refused: readonly number[];
}

/** Sorts the articles by their urls; of several with one url the first by what they say is kept. */
export const keptArticles = (store: ArticleStore): KeptArticles => {
  const { namings, urls } = store;
  const all: string[] = [];
  for (let i = 0; i < namings.length; i++) all.push(urls[namings.at(i)]!);
  const order = sortByText(all);
  const refused = [...store.refused];
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const article = order[i]!;
    const last = count === 0 ? -1 : order[count - 1]!;
    if (last < 0 || all[last] !== all[article]) {
      order[count++] = article;
      continue;
    }
    const isBetter = store.compareArticles(article, last) < 0;
    refused.push(namings.at(isBetter ? last : article));
    if (isBetter) order[count - 1] = article;
  }
  const articles = count === order.length ? order : order.slice(0, count);
  return { articles, namings: articles.map((article) => namings.at(article)), refused };
};

/** What a table says of nodes, in numbers of texts, and how a node is found by its url. */
export interface NumberedNodes {
  readonly titles: Int32Array;
  readonly subjectNumbers: Int32Array;
  readonly subjects: readonly number[];
  readonly folderNumbers: Int32Array;
  readonly folders: readonly number[];
  readonly segments: Int32Array;
  readonly files: Int32Array;
  readonly urlIndex: Int32Array;
  /** The node of a url, or −1. */
  readonly nodeOf: (url: string) => number;
}

/** Numbers folders as they first occur. Most urls are in the folder of the url before. */
class Folders {
  readonly texts: number[] = [];
  readonly hashes: number[] = [];
  readonly #arena: TextArena;
  readonly #numbers = new Map<string, number>();
  #last = '';
  #lastNumber = -1;

  constructor(arena: TextArena) {
    this.#arena = arena;
  }

  numberOf(url: string, end: number): number {
    if (this.#lastNumber >= 0 && this.#last.length === end && url.startsWith(this.#last)) return this.#lastNumber;
    this.#last = url.slice(0, end);
    const known = this.#numbers.get(this.#last);
    this.#lastNumber = known ?? this.texts.length;
    if (known === undefined) {
      this.#numbers.set(this.#last, this.#lastNumber);
      this.texts.push(this.#arena.intern(this.#last));
      this.hashes.push(hashOfFolder(url, end));
    }
    return this.#lastNumber;
  }
}

/** Packs what the articles say of themselves, in the order of the nodes. */
export const numberNodes = (
  store: ArticleStore,
  { articles, namings }: KeptArticles,
  arena: TextArena,
): NumberedNodes => {
  const count = articles.length;
  const column = (): Int32Array => new Int32Array(count);
  const [titles, subjectNumbers, folderNumbers, segments, files] = [column(), column(), column(), column(), column()];
  const folders = new Folders(arena);
  const subjects: number[] = [];
  const newSubjects = new Int32Array(store.subjectNames.length).fill(-1);
  const urlIndex = emptyUrlIndex(count);
  const mask = urlIndex.length - 1;
  for (let v = 0; v < count; v++) {
    const naming = namings[v]!;
    const url = store.urls[naming]!;
    const title = store.titles[naming]!;
    const start = url.lastIndexOf('/') + 1;
    const folder = folders.numberOf(url, start);
    folderNumbers[v] = folder;
    titles[v] = arena.intern(title);
    segments[v] = isSlugOfTitle(title, url, start) ? -1 : arena.intern(url.slice(start));
    const subject = store.subjects.at(naming);
    if (newSubjects[subject]! < 0) {
      newSubjects[subject] = subjects.length;
      subjects.push(arena.intern(store.subjectNames[subject]!));
    }
    subjectNumbers[v] = newSubjects[subject]!;
    const file = store.files.at(articles[v]!);
    files[v] = file < 0 ? file : arena.intern(store.fileNames[file]!);
    let slot = hashOfUrl(url, start, folders.hashes[folder]!) & mask;
    while (urlIndex[slot]! >= 0) slot = (slot + 1) & mask;
    urlIndex[slot] = v;
  }
  const nodeOf = (url: string): number => {
    const start = url.lastIndexOf('/') + 1;
    let slot = hashOfUrl(url, start, hashOfFolder(url, start)) & mask;
    while (urlIndex[slot]! >= 0 && store.urls[namings[urlIndex[slot]!]!] !== url) slot = (slot + 1) & mask;
    return urlIndex[slot]!;
  };
  return {
    titles,
    subjectNumbers,
    subjects,
    folderNumbers,
    folders: folders.texts,
    segments,
    files,
    urlIndex,
    nodeOf,
  };
};
