import { articleGraphOver } from './article-graph-over.js';
import { type ArticleStore, compareTexts } from './article-store.js';
import type { ArticleData, UnpackedArticles } from './article-table.js';
import { type DistinctArticles, distinctArticles } from './distinct-articles.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { LINK_FLAGS } from './link-flags.js';
import { NumberedTexts } from '../packed/numbered-texts.js';
import { Renumbering } from '../packed/renumbering.js';
import { resolveNamings, type ResolvedNamings } from './resolve-namings.js';
import { rowsOfTable } from './rows-of-table.js';

/** The texts of a graph, each once, numbered in the order in which they are first asked for. */
class StoredTexts {
  readonly #store: ArticleStore;
  readonly #texts: NumberedTexts;
  readonly #byName: Int32Array;

  constructor(store: ArticleStore) {
    this.#store = store;
    this.#texts = new NumberedTexts(store.titles.length);
    this.#byName = new Int32Array(store.names.all.length).fill(-1);
  }

  get all(): readonly string[] {
    return this.#texts.all;
  }

  ofTitle(naming: number): number {
    return this.#texts.numberOf(this.#store.titles[naming]!, this.#store.titleHashes.at(naming));
  }

  ofUrl(naming: number): number {
    return this.#texts.numberOf(this.#store.urls[naming]!);
  }

  ofName(name: number): number {
    if (this.#byName[name]! < 0) this.#byName[name] = this.#texts.numberOf(this.#store.names.all[name]!);
    return this.#byName[name]!;
  }
}

/** What stands between the articles as they were added and the frozen graph. */
interface Plan {
  readonly store: ArticleStore;
  readonly kept: DistinctArticles;
  readonly resolved: ResolvedNamings;
  readonly texts: StoredTexts;
}

/** What the table says of each node, numbers given in the order of the nodes: so they depend on nothing but the articles. */
const nodeColumns = ({ store, kept, texts }: Plan) => {
  const { articles, namings } = kept;
  const count = articles.length;
  const titles = new Int32Array(count);
  const subjectNumbers = new Int32Array(count);
  const folderNumbers = new Int32Array(count);
  const segments = new Int32Array(count);
  const files = new Int32Array(count);
  const noIndex = new Uint8Array(count);
  const subjects = new Renumbering(store.names.all.length);
  const folders = new Renumbering(store.names.all.length);
  for (let v = 0; v < count; v++) {
    const article = articles[v]!;
    const segment = store.segments.at(article);
    const file = store.files.at(article);
    titles[v] = texts.ofTitle(namings[v]!);
    subjectNumbers[v] = subjects.numberOf(store.subjects.at(namings[v]!));
    folderNumbers[v] = folders.numberOf(store.folders.at(article));
    segments[v] = segment < 0 ? segment : texts.ofName(segment);
    files[v] = file < 0 ? file : texts.ofName(file);
    noIndex[v] = store.noIndex.at(article);
  }
  const textsOf = ({ given }: Renumbering): Int32Array => Int32Array.from(given, (name) => texts.ofName(name));
  return {
    titles,
    subjectNumbers,
    subjects: textsOf(subjects),
    folderNumbers,
    folders: textsOf(folders),
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

/** Texts of some namings, −1 for one that is the target’s. */
const staleColumn = (
  { resolved: { flags } }: Plan,
  namings: readonly number[],
  differs: number,
  textOf: (naming: number) => number,
): Int32Array =>
  Int32Array.from(namings, (naming) => {
    const isKept = flags[naming] === LINK_FLAGS.byNothing || (flags[naming]! & differs) !== 0;
    return isKept ? textOf(naming) : -1;
  });

/** The articles that were refused, in the order of the nodes that have their urls. */
const refusedColumns = ({ store, kept, texts }: Plan, nodeOf: (url: string) => number) => {
  const { ids, subjects, urls } = store;
  const refused = [...kept.refused].sort(
    (one, other) => compareTexts(urls[one]!, urls[other]!) || store.compareNamings(one, other),
  );
  return {
    refusedNodes: Int32Array.from(refused, (naming) => nodeOf(urls[naming]!)),
    refusedIds: Float64Array.from(refused, (naming) => ids[naming]!),
    refusedTitles: Int32Array.from(refused, (naming) => texts.ofTitle(naming)),
    refusedSubjects: Int32Array.from(refused, (naming) => texts.ofName(subjects.at(naming))),
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
  const texts = new StoredTexts(store);
  const plan: Plan = { store, kept, resolved, texts };
  const nodes = nodeColumns(plan);
  const { staleNamings, ...links } = linkColumns(plan);
  const staleUrls = staleColumn(plan, staleNamings, LINK_FLAGS.urlDiffers, (naming) => texts.ofUrl(naming));
  const staleTitles = staleColumn(plan, staleNamings, LINK_FLAGS.titleDiffers, (naming) => texts.ofTitle(naming));
  const staleSubjects = staleColumn(plan, staleNamings, LINK_FLAGS.subjectDiffers, (naming) =>
    texts.ofName(store.subjects.at(naming)),
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
