import { articleGraphOver } from './article-graph-over.js';
import { type ArticleStore, compareTexts } from './article-store.js';
import type { ArticleData, UnpackedArticles } from './article-table.js';
import { type DistinctArticles, distinctArticles } from './distinct-articles.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { LINK_FLAGS } from './link-flags.js';
import { resolveNamings, type ResolvedNamings } from './resolve-namings.js';
import { rowsOfTable } from './rows-of-table.js';

/** The texts of a graph, each once, numbered in the order in which they are first asked for. */
class Texts {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** What stands between the articles as they were added and the frozen graph. */
interface Plan {
  readonly store: ArticleStore;
  readonly kept: DistinctArticles;
  readonly resolved: ResolvedNamings;
  readonly texts: Texts;
}

/** What the table says of each node, numbers given in the order of the nodes: so they depend on nothing but the articles. */
const nodeColumns = ({ store, kept, texts }: Plan) => {
  const {
    fileNames,
    folderNames,
    folderNumbers: storeFolders,
    isSlug,
    files: storeFiles,
    noIndex: storeNoIndex,
    subjectNames,
    subjects: storeSubjects,
    titles: said,
  } = store;
  const { articles, namings, urls } = kept;
  const count = articles.length;
  const titles = new Int32Array(count);
  const subjectNumbers = new Int32Array(count);
  const folderNumbers = new Int32Array(count);
  const segments = new Int32Array(count);
  const files = new Int32Array(count);
  const noIndex = new Uint8Array(count);
  const folders: number[] = [];
  const folderByName = new Int32Array(folderNames.length).fill(-1);
  const subjects: number[] = [];
  const subjectByStore = new Int32Array(subjectNames.length).fill(-1);
  for (let v = 0; v < count; v++) {
    const title = said[namings[v]!]!;
    const article = articles[v]!;
    const folder = storeFolders.at(article);
    if (folderByName[folder]! < 0) folderByName[folder] = folders.push(texts.numberOf(folderNames[folder]!)) - 1;
    folderNumbers[v] = folderByName[folder]!;
    titles[v] = texts.numberOf(title);
    segments[v] = isSlug.at(article) === 1 ? -1 : texts.numberOf(urls[v]!.slice(folderNames[folder]!.length));
    const subject = storeSubjects.at(namings[v]!);
    if (subjectByStore[subject]! < 0) {
      subjectByStore[subject] = subjects.push(texts.numberOf(subjectNames[subject]!)) - 1;
    }
    subjectNumbers[v] = subjectByStore[subject]!;
    const file = storeFiles.at(article);
    files[v] = file < 0 ? file : texts.numberOf(fileNames[file]!);
    noIndex[v] = storeNoIndex.at(article);
  }
  return {
    titles,
    subjectNumbers,
    subjects: Int32Array.from(subjects),
    folderNumbers,
    folders: Int32Array.from(folders),
    segments,
    files,
    noIndex,
  };
};

/** The links that are kept, in the order of nodes and slots. */
const linkColumns = ({ store, kept, resolved }: Plan) => {
  const { articles } = kept;
  const { linkNamings, linkSlots, firstLinks } = store;
  const writtenStarts = new Int32Array(articles.length + 1);
  for (let v = 0; v < articles.length; v++) writtenStarts[v + 1] = writtenStarts[v]! + store.linkCountOf(articles[v]!);
  const written = writtenStarts[articles.length]!;
  const writtenTargets = new Int32Array(written);
  const writtenSlots = new Int32Array(written);
  const writtenFlags = new Uint8Array(written);
  /** Places of links whose words are kept, and their namings. */
  const stale: number[] = [];
  const staleNamings: number[] = [];
  for (let v = 0, i = 0; v < articles.length; v++) {
    for (let link = firstLinks.at(articles[v]!); i < writtenStarts[v + 1]!; i++, link++) {
      const naming = linkNamings.at(link);
      writtenTargets[i] = resolved.targets[naming]!;
      writtenSlots[i] = linkSlots.at(link);
      writtenFlags[i] = resolved.flags[naming]!;
      if (resolved.flags[naming]! <= LINK_FLAGS.byId) continue;
      stale.push(i);
      staleNamings.push(naming);
    }
  }
  return { writtenStarts, writtenTargets, writtenSlots, writtenFlags, stale: Int32Array.from(stale), staleNamings };
};

/** The texts of some namings, −1 for one that is the target’s. */
const staleColumn = (
  { resolved, texts }: Plan,
  namings: readonly number[],
  differs: number,
  textOf: (naming: number) => string,
): Int32Array =>
  Int32Array.from(namings, (naming) => {
    const flags = resolved.flags[naming]!;
    const isKept = flags === LINK_FLAGS.byNothing || (flags & differs) !== 0;
    return isKept ? texts.numberOf(textOf(naming)) : -1;
  });

/** The articles that were refused, in the order of the nodes that have their urls. */
const refusedColumns = ({ store, kept, texts }: Plan, nodeOf: (url: string) => number) => {
  const { ids, subjectNames, subjects, titles, urls } = store;
  const refused = [...kept.refused].sort(
    (one, other) => compareTexts(urls[one]!, urls[other]!) || store.compareNamings(one, other),
  );
  return {
    refusedNodes: Int32Array.from(refused, (naming) => nodeOf(urls[naming]!)),
    refusedIds: Float64Array.from(refused, (naming) => ids[naming]!),
    refusedTitles: Int32Array.from(refused, (naming) => texts.numberOf(titles[naming]!)),
    refusedSubjects: Int32Array.from(refused, (naming) => texts.numberOf(subjectNames[subjects.at(naming)]!)),
  };
};

/** The node of a url, or −1: the urls ascend. No map of them is made, for where most links are right hardly one is asked for. */
const finderOf =
  (urls: readonly string[]) =>
  (url: string): number => {
    let low = 0;
    let high = urls.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (urls[middle]! < url) low = middle + 1;
      else high = middle;
    }
    return urls[low] === url ? low : -1;
  };

/** Apart from the function that asks for it, whose closures would keep the store alive. */
const textsOf =
  (texts: readonly string[]) =>
  (text: number): string =>
    texts[text]!;

const unpackedOf = (store: ArticleStore): UnpackedArticles => {
  const kept = distinctArticles(store);
  const ids = new Float64Array(kept.namings.length);
  for (let v = 0; v < ids.length; v++) ids[v] = store.ids[kept.namings[v]!]!;
  const nodeOf = finderOf(kept.urls);
  const resolved = resolveNamings(store, kept, ids, nodeOf);
  const texts = new Texts();
  const plan: Plan = { store, kept, resolved, texts };
  const nodes = nodeColumns(plan);
  const { staleNamings, ...links } = linkColumns(plan);
  const { subjectNames, subjects, titles, urls } = store;
  const staleUrls = staleColumn(plan, staleNamings, LINK_FLAGS.urlDiffers, (naming) => urls[naming]!);
  const staleTitles = staleColumn(plan, staleNamings, LINK_FLAGS.titleDiffers, (naming) => titles[naming]!);
  const staleSubjects = staleColumn(
    plan,
    staleNamings,
    LINK_FLAGS.subjectDiffers,
    (naming) => subjectNames[subjects.at(naming)]!,
  );
  const refused = refusedColumns(plan, nodeOf);
  const { all } = texts;
  const data: ArticleData = {
    ids,
    idOrder: resolved.idOrder,
    ...nodes,
    ...links,
    staleIds: Float64Array.from(staleNamings, (naming) => store.ids[naming]!),
    staleUrls,
    staleTitles,
    staleSubjects,
    ...refused,
    textCount: all.length,
    textAt: textsOf(all),
  };
  return { data, texts: all, urls: kept.urls, nodeOf: finderOf(kept.urls) };
};

/** Resolves the links and makes the graph; the store is used up by it. Its texts stay strings until the table is asked for. */
export const freezeStore = (store: ArticleStore): FrozenArticleGraph => {
  store.close();
  const articles = unpackedOf(store);
  return articleGraphOver(rowsOfTable(articles.data), articles);
};
