import { articleGraphOver, endOf } from './article-graph-over.js';
import type { ArticleStore } from './article-store.js';
import { allocateTable, type ArticleTable } from './article-table.js';
import { type FrozenArticleGraph, WRITTEN } from './frozen-article-graph.js';
import { allocateLinkGraph, fillIncoming, GREATEST_SLOT, type LinkGraph } from './link-graph.js';
import { type KeptArticles, keptArticles, type NumberedNodes, numberNodes } from './number-nodes.js';
import { type ResolvedNamings, resolveNamings } from './resolve-namings.js';
import { TextArena } from './text-arena.js';

/** What stands between the articles as they were added and the frozen graph. */
interface Plan {
  readonly store: ArticleStore;
  readonly kept: KeptArticles;
  readonly arena: TextArena;
  readonly nodes: NumberedNodes;
  readonly ids: Float64Array;
  readonly resolved: ResolvedNamings;
  /** Namings of refused articles, in the order of their nodes. */
  readonly refused: readonly number[];
}

const planOf = (store: ArticleStore): Plan => {
  const kept = keptArticles(store);
  let words = 0;
  for (let v = 0; v < kept.namings.length; v++) words += (store.titles[kept.namings[v]!]!.length + 3) >>> 2;
  const arena = new TextArena(words + (words >>> 2) + 64);
  const nodes = numberNodes(store, kept, arena);
  const ids = Float64Array.from(kept.namings, (naming) => store.ids[naming]!);
  const resolved = resolveNamings(store, kept.namings, ids, nodes.nodeOf);
  const refusedNodes = new Map(kept.refused.map((naming) => [naming, nodes.nodeOf(store.urls[naming]!)]));
  const refused = [...kept.refused].sort(
    (one, other) => refusedNodes.get(one)! - refusedNodes.get(other)! || store.compareNamings(one, other),
  );
  return { store, kept, arena, nodes, ids, resolved, refused };
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

const staleLinks = ({ store, arena, resolved }: Plan, links: Int32Array): StaleLinks => {
  const stale: StaleLinks = { places: [], namings: [], urls: [], titles: [], subjects: [] };
  for (let i = 0; i < links.length; i++) {
    const naming = store.linkNamings.at(links[i]!);
    const flags = resolved.flags[naming]!;
    if (flags <= WRITTEN.byId) continue;
    const isKept = (bit: number): boolean => flags === WRITTEN.byNothing || (flags & bit) !== 0;
    stale.places.push(i);
    stale.namings.push(naming);
    stale.urls.push(isKept(WRITTEN.urlDiffers) ? arena.intern(store.urls[naming]!) : -1);
    stale.titles.push(isKept(WRITTEN.titleDiffers) ? arena.intern(store.titles[naming]!) : -1);
    stale.subjects.push(
      isKept(WRITTEN.subjectDiffers) ? arena.intern(store.subjectNames[store.subjects.at(naming)]!) : -1,
    );
  }
  return stale;
};

const refusedTexts = ({ store, arena, refused }: Plan) => ({
  titles: refused.map((naming) => arena.intern(store.titles[naming]!)),
  subjects: refused.map((naming) => arena.intern(store.subjectNames[store.subjects.at(naming)]!)),
});

const fillTexts = (arena: TextArena, table: ArticleTable): void => {
  table.words.set(arena.words());
  table.textStarts.set(arena.starts());
  for (let text = 0; text < arena.textCount; text++) table.textEnds[text] = endOf(arena.formAt(text));
};

const fillNodes = ({ store, kept, nodes, ids, resolved }: Plan, table: ArticleTable): void => {
  table.ids.set(ids);
  table.idOrder.set(resolved.idOrder);
  table.titles.set(nodes.titles);
  table.subjectNumbers.set(nodes.subjectNumbers);
  table.subjects.set(nodes.subjects);
  table.folderNumbers.set(nodes.folderNumbers);
  table.folders.set(nodes.folders);
  table.segments.set(nodes.segments);
  table.files.set(nodes.files);
  table.urlIndex.set(nodes.urlIndex);
  for (let v = 0; v < kept.articles.length; v++) table.noIndex[v] = store.counts.at(kept.articles[v]!) & 1;
};

const fillLinks = ({ store, resolved }: Plan, links: Int32Array, stale: StaleLinks, table: ArticleTable): void => {
  const { linkNamings, linkSlots } = store;
  const { writtenTargets, writtenSlots, writtenFlags } = table;
  const { targets, flags } = resolved;
  for (let i = 0; i < links.length; i++) {
    const naming = linkNamings.at(links[i]!);
    writtenTargets[i] = targets[naming]!;
    writtenSlots[i] = linkSlots.at(links[i]!);
    writtenFlags[i] = flags[naming]!;
  }
  table.stale.set(stale.places);
  table.staleUrls.set(stale.urls);
  table.staleTitles.set(stale.titles);
  table.staleSubjects.set(stale.subjects);
  for (let i = 0; i < stale.namings.length; i++) table.staleIds[i] = store.ids[stale.namings[i]!]!;
};

/** The rows of distinct targets: of what was written, without links to nothing, to their own page and to a target named before. */
const rowsOf = ({ sizes, writtenStarts, writtenTargets, writtenSlots }: ArticleTable): LinkGraph => {
  const { nodes, written } = sizes;
  const seenBy = new Int32Array(nodes).fill(-1);
  const keeps = new Uint8Array(written);
  let linkCount = 0;
  for (let v = 0; v < nodes; v++) {
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      const target = writtenTargets[i]!;
      if (target < 0 || target === v || seenBy[target] === v) continue;
      seenBy[target] = v;
      keeps[i] = 1;
      linkCount++;
    }
  }
  const graph = allocateLinkGraph(nodes, linkCount);
  let to = 0;
  for (let v = 0; v < nodes; v++) {
    for (let i = writtenStarts[v]!; i < writtenStarts[v + 1]!; i++) {
      if (keeps[i] === 0) continue;
      graph.outTargets[to] = writtenTargets[i]!;
      graph.outSlots[to++] = Math.min(writtenSlots[i]!, GREATEST_SLOT);
    }
    graph.outStarts[v + 1] = to;
  }
  fillIncoming(graph);
  return graph;
};

const tableOf = (store: ArticleStore): ArticleTable => {
  const plan = planOf(store);
  const { arena, nodes, refused } = plan;
  const { starts, links } = writtenLinks(plan);
  const stale = staleLinks(plan, links);
  const { titles, subjects } = refusedTexts(plan);
  const table = allocateTable({
    nodes: plan.ids.length,
    written: links.length,
    texts: arena.textCount,
    words: arena.wordCount,
    subjects: nodes.subjects.length,
    folders: nodes.folders.length,
    stale: stale.places.length,
    refused: refused.length,
  });
  fillTexts(arena, table);
  fillNodes(plan, table);
  table.writtenStarts.set(starts);
  fillLinks(plan, links, stale, table);
  table.refusedNodes.set(refused.map((naming) => nodes.nodeOf(store.urls[naming]!)));
  table.refusedIds.set(refused.map((naming) => store.ids[naming]!));
  table.refusedTitles.set(titles);
  table.refusedSubjects.set(subjects);
  return table;
};

/** Resolves the links and writes the graph; the store is used up by it. */
export const freezeStore = (store: ArticleStore): FrozenArticleGraph => {
  store.close();
  const table = tableOf(store);
  return articleGraphOver(rowsOf(table), table);
};
