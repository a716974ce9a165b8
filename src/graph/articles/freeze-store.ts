import { articleGraphOver, endOf } from './article-graph-over.js';
import type { ArticleStore } from './article-store.js';
import { allocateTable, type ArticleTable, sealTable } from './article-table.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { LINK_FLAGS } from './link-flags.js';
import { type DistinctArticles, distinctArticles, type UrlFinder, urlFinder } from './distinct-articles.js';
import { wordCountOf } from '../packed/packed-text.js';
import { Renumbering } from '../packed/renumbering.js';
import { rowsOfTable } from './rows-of-table.js';
import { type ResolvedNamings, resolveNamings } from './resolve-namings.js';

/** So many words are better copied all at once. */
const LONG = 64;

/** What stands between the articles as they were added and the frozen graph. */
interface Plan {
  readonly store: ArticleStore;
  readonly kept: DistinctArticles;
  readonly finder: UrlFinder;
  readonly ids: Float64Array;
  readonly resolved: ResolvedNamings;
  /** Namings of refused articles, in the order of their nodes. */
  readonly refused: readonly number[];
}

const planOf = (store: ArticleStore): Plan => {
  const kept = distinctArticles(store);
  const finder = urlFinder(store, kept);
  const ids = new Float64Array(kept.namings.length);
  for (let v = 0; v < ids.length; v++) ids[v] = store.ids[kept.namings[v]!]!;
  const resolved = resolveNamings(store, kept, ids, finder.nodeOf);
  const nodes = new Map(kept.refused.map((naming) => [naming, finder.nodeOf(store.urls[naming]!)]));
  const refused = [...kept.refused].sort(
    (one, other) => nodes.get(one)! - nodes.get(other)! || store.compareNamings(one, other),
  );
  return { store, kept, finder, ids, resolved, refused };
};

/** The links that are kept, in the order of nodes and slots, as places in the store. */
const writtenLinks = ({ store, kept }: Plan): { readonly starts: Int32Array; readonly links: Int32Array } => {
  const { articles } = kept;
  const starts = new Int32Array(articles.length + 1);
  for (let v = 0; v < articles.length; v++) starts[v + 1] = starts[v]! + (store.counts.at(articles[v]!) >>> 1);
  const links = new Int32Array(starts[articles.length]!);
  for (let v = 0; v < articles.length; v++) {
    const shift = store.firstLinks.at(articles[v]!) - starts[v]!;
    for (let i = starts[v]!; i < starts[v + 1]!; i++) links[i] = i + shift;
  }
  return { starts, links };
};

/** The links whose words are kept, as places among those written, and their texts: −1 for one that is the target’s. */
interface StaleLinks {
  readonly places: number[];
  readonly namings: number[];
  readonly urls: number[];
  readonly titles: number[];
  readonly subjects: number[];
}

const staleLinks = ({ store, resolved }: Plan, links: Int32Array): StaleLinks => {
  const stale: StaleLinks = { places: [], namings: [], urls: [], titles: [], subjects: [] };
  const { arena, subjects, subjectTexts } = store;
  for (let i = 0; i < links.length; i++) {
    const naming = store.linkNamings.at(links[i]!);
    const flags = resolved.flags[naming]!;
    if (flags <= LINK_FLAGS.byId) continue;
    const isKept = (bit: number): boolean => flags === LINK_FLAGS.byNothing || (flags & bit) !== 0;
    stale.places.push(i);
    stale.namings.push(naming);
    stale.urls.push(isKept(LINK_FLAGS.urlDiffers) ? arena.intern(store.urls[naming]!) : -1);
    stale.titles.push(isKept(LINK_FLAGS.titleDiffers) ? arena.intern(store.titles[naming]!) : -1);
    stale.subjects.push(isKept(LINK_FLAGS.subjectDiffers) ? subjectTexts[subjects.at(naming)]! : -1);
  }
  return stale;
};

/** Numbers in an order that depends on nothing but the articles: as they first occur in that of the nodes. */
interface Numbers {
  readonly texts: Renumbering;
  readonly folders: Renumbering;
  readonly subjects: Renumbering;
  readonly refusedTitles: readonly number[];
  /** The words of all texts. */
  readonly words: number;
}

const numbersOf = ({ store, kept, refused }: Plan, stale: StaleLinks): Numbers => {
  const { arena, files, folderNumbers, folders, segments, subjects, subjectTexts, titleTexts } = store;
  const refusedTitles = refused.map((naming) => arena.intern(store.titles[naming]!));
  const newTexts = new Renumbering(arena.textCount);
  const newFolders = new Renumbering(folders.names.length);
  const newSubjects = new Renumbering(subjectTexts.length);
  for (let v = 0; v < kept.articles.length; v++) {
    const article = kept.articles[v]!;
    const folder = folderNumbers.at(article);
    const subject = subjects.at(kept.namings[v]!);
    newFolders.take(folder);
    newSubjects.take(subject);
    newTexts.take(folders.texts[folder]!);
    newTexts.take(titleTexts.at(article));
    newTexts.take(segments.at(article));
    newTexts.take(subjectTexts[subject]!);
    newTexts.take(files.at(article));
  }
  for (const texts of [stale.urls, stale.titles, stale.subjects, refusedTitles])
    for (const text of texts) newTexts.take(text);
  for (const naming of refused) newTexts.take(subjectTexts[subjects.at(naming)]!);
  let words = 0;
  for (let text = 0; text < newTexts.old.length; text++) words += wordCountOf(arena.formAt(newTexts.old.at(text)));
  return { texts: newTexts, folders: newFolders, subjects: newSubjects, refusedTitles, words };
};

const fillTexts = (
  { arena }: ArticleStore,
  { texts }: Numbers,
  { textEnds, textStarts, words }: ArticleTable,
): void => {
  let place = 0;
  for (let text = 0; text < texts.old.length; text++) {
    const old = texts.old.at(text);
    const form = arena.formAt(old);
    const start = arena.startAt(old);
    const count = wordCountOf(form);
    textEnds[text] = endOf(form);
    if (count > LONG) words.set(arena.words.subarray(start, start + count), place);
    else for (let i = 0; i < count; i++) words[place + i] = arena.words[start + i]!;
    place += count;
    textStarts[text + 1] = place;
  }
};

const fillNodes = (plan: Plan, numbers: Numbers, table: ArticleTable): void => {
  const { store, kept, finder, ids, resolved, refused } = plan;
  const { counts, files, folderNumbers, folders, segments, subjects, subjectTexts, titleTexts } = store;
  const { texts, refusedTitles } = numbers;
  table.ids.set(ids);
  table.idOrder.set(resolved.idOrder);
  table.urlIndex.set(finder.urlIndex);
  for (let v = 0; v < kept.articles.length; v++) {
    const article = kept.articles[v]!;
    table.titles[v] = texts.of(titleTexts.at(article));
    table.subjectNumbers[v] = numbers.subjects.of(subjects.at(kept.namings[v]!));
    table.folderNumbers[v] = numbers.folders.of(folderNumbers.at(article));
    table.segments[v] = texts.of(segments.at(article));
    table.files[v] = texts.of(files.at(article));
    table.noIndex[v] = counts.at(article) & 1;
  }
  for (let i = 0; i < table.subjects.length; i++)
    table.subjects[i] = texts.of(subjectTexts[numbers.subjects.old.at(i)]!);
  for (let i = 0; i < table.folders.length; i++) table.folders[i] = texts.of(folders.texts[numbers.folders.old.at(i)]!);
  refused.forEach((naming, i) => {
    table.refusedNodes[i] = finder.nodeOf(store.urls[naming]!);
    table.refusedIds[i] = store.ids[naming]!;
    table.refusedTitles[i] = texts.of(refusedTitles[i]!);
    table.refusedSubjects[i] = texts.of(subjectTexts[subjects.at(naming)]!);
  });
};

const fillLinks = (
  { store, resolved }: Plan,
  links: Int32Array,
  stale: StaleLinks,
  texts: Renumbering,
  table: ArticleTable,
): void => {
  const { linkNamings, linkSlots } = store;
  const { writtenTargets, writtenSlots, writtenFlags } = table;
  const { targets, flags } = resolved;
  for (let i = 0; i < links.length; i++) {
    const naming = linkNamings.at(links[i]!);
    writtenTargets[i] = targets[naming]!;
    writtenSlots[i] = linkSlots.at(links[i]!);
    writtenFlags[i] = flags[naming]!;
  }
  for (let i = 0; i < stale.places.length; i++) {
    table.stale[i] = stale.places[i]!;
    table.staleIds[i] = store.ids[stale.namings[i]!]!;
    table.staleUrls[i] = texts.of(stale.urls[i]!);
    table.staleTitles[i] = texts.of(stale.titles[i]!);
    table.staleSubjects[i] = texts.of(stale.subjects[i]!);
  }
};

const tableOf = (store: ArticleStore): ArticleTable => {
  const plan = planOf(store);
  const { starts, links } = writtenLinks(plan);
  const stale = staleLinks(plan, links);
  const numbers = numbersOf(plan, stale);
  store.arena.close();
  const table = allocateTable({
    nodes: plan.ids.length,
    written: links.length,
    texts: numbers.texts.old.length,
    words: numbers.words,
    subjects: numbers.subjects.old.length,
    folders: numbers.folders.old.length,
    stale: stale.places.length,
    refused: plan.refused.length,
  });
  fillTexts(store, numbers, table);
  fillNodes(plan, numbers, table);
  table.writtenStarts.set(starts);
  fillLinks(plan, links, stale, numbers.texts, table);
  sealTable(table);
  return table;
};

/** Resolves the links and writes the graph; the store is used up by it. */
export const freezeStore = (store: ArticleStore): FrozenArticleGraph => {
  store.close();
  const table = tableOf(store);
  return articleGraphOver(rowsOfTable(table), table);
};
