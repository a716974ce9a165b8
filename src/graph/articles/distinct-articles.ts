import { hashOfUrl } from './article-graph-over.js';
import type { ArticleStore } from './article-store.js';
import { emptyUrlIndex } from './article-table.js';
import { finishHash } from '../packed/packed-text.js';
import { sortByText } from '../packed/sort-by-text.js';

/** The articles that are kept, in the order of their urls. */
export interface DistinctArticles {
  /** The place of each node’s article in the store, and its naming. */
  readonly articles: Int32Array;
  readonly namings: Int32Array;
  /** Namings of the articles whose url was taken. */
  readonly refused: readonly number[];
}

const range = (count: number): Int32Array => {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
};

/** The places of folders in the order of their names, or undefined where one begins with another. */
const folderPlaces = (names: readonly string[]): Int32Array | undefined => {
  const order = range(names.length);
  sortByText(names, order, [0, names.length, 0]);
  const places = new Int32Array(names.length);
  for (let i = 0; i < order.length; i++) {
    if (i > 0 && names[order[i]!]!.startsWith(names[order[i - 1]!]!)) return undefined;
    places[order[i]!] = i;
  }
  return places;
};

/** Articles in the order of their urls. Where no folder lies in another, folder by folder. */
const articlesByUrl = ({ folders, folderNumbers }: ArticleStore, urls: readonly string[]): Int32Array => {
  const places = folderPlaces(folders.names);
  const count = urls.length;
  if (places === undefined) {
    const order = range(count);
    sortByText(urls, order, [0, count, 0]);
    return order;
  }
  const ends = new Int32Array(places.length + 1);
  for (let i = 0; i < count; i++) ends[places[folderNumbers.at(i)]! + 1]!++;
  for (let place = 0; place < places.length; place++) ends[place + 1]! += ends[place]!;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[ends[places[folderNumbers.at(i)]!]!++] = i;
  // Each end is now where the next folder begins.
  const stretches: number[] = [];
  folders.names.forEach((name, folder) => {
    const place = places[folder]!;
    const start = place === 0 ? 0 : ends[place - 1]!;
    if (ends[place]! - start > 1) stretches.push(start, ends[place]!, name.length);
  });
  sortByText(urls, order, stretches);
  return order;
};

/** Sorts the articles by their urls; of several with one url the first by what they say is kept. */
export const distinctArticles = (store: ArticleStore): DistinctArticles => {
  const { namings } = store;
  const urls: string[] = [];
  for (let i = 0; i < namings.length; i++) urls.push(store.urls[namings.at(i)]!);
  const order = articlesByUrl(store, urls);
  const refused = [...store.refused];
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const article = order[i]!;
    const last = count === 0 ? -1 : order[count - 1]!;
    if (last < 0 || store.urlHashes.at(last) !== store.urlHashes.at(article) || urls[last] !== urls[article]) {
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

/** How the nodes are found by their urls: as in the table, and as a function that gives the node or −1. */
export interface UrlFinder {
  readonly urlIndex: Int32Array;
  readonly nodeOf: (url: string) => number;
}

export const urlFinder = ({ urlHashes, urls }: ArticleStore, { articles, namings }: DistinctArticles): UrlFinder => {
  const urlIndex = emptyUrlIndex(articles.length);
  const mask = urlIndex.length - 1;
  for (let v = 0; v < articles.length; v++) {
    let slot = finishHash(urlHashes.at(articles[v]!)) & mask;
    while (urlIndex[slot]! >= 0) slot = (slot + 1) & mask;
    urlIndex[slot] = v;
  }
  const nodeOf = (url: string): number => {
    let slot = hashOfUrl(url) & mask;
    while (urlIndex[slot]! >= 0 && urls[namings[urlIndex[slot]!]!] !== url) slot = (slot + 1) & mask;
    return urlIndex[slot]!;
  };
  return { urlIndex, nodeOf };
};
