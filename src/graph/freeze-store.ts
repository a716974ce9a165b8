import { articleGraphOver, endOf } from './article-graph-over.js';
import { type ArticleStore, LINK, NAMING, ROW } from './article-store.js';
import { allocateTable, type ArticleTable } from './article-table.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { allocateLinkGraph, fillIncoming, GREATEST_SLOT, type LinkGraph } from './link-graph.js';
import { wordCountOf } from './packed-text.js';
import { RecordList } from './record-list.js';
import { type ResolvedNamings, resolveNamings } from './resolve-namings.js';
import { sortByText } from './sort-by-text.js';

/** The rows that were not refused, in the order of their urls. */
const rowsByUrl = ({ namings, pool, rows }: ArticleStore): Int32Array => {
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (rows.get(row, ROW.counts) >= 0) count++;
  const kept = new Int32Array(count);
  const urls = new Int32Array(count);
  for (let row = 0, at = 0; row < rows.length; row++) {
    if (rows.get(row, ROW.counts) < 0) continue;
    urls[at] = namings.get(rows.get(row, ROW.naming), NAMING.url);
    kept[at++] = row;
  }
  const order = sortByText(pool, urls);
  for (let v = 0; v < count; v++) order[v] = kept[order[v]!]!;
  return order;
};

/** What stands between the articles as they were added and the frozen graph. */
interface Plan {
  readonly store: ArticleStore;
  /** The row of each node. */
  readonly nodeRows: Int32Array;
  readonly nodeNamings: Int32Array;
  readonly ids: Float64Array;
  readonly resolved: ResolvedNamings;
  readonly refused: readonly number[];
}

const planOf = (store: ArticleStore): Plan => {
  const { namings, pool, rows } = store;
  const nodeRows = rowsByUrl(store);
  const nodeNamings = nodeRows.map((row) => rows.get(row, ROW.naming));
  for (let naming = 0; naming < namings.length; naming++) pool.setNumber(namings.get(naming, NAMING.url), -1);
  const ids = new Float64Array(nodeRows.length);
  for (let v = 0; v < nodeRows.length; v++) {
    pool.setNumber(namings.get(nodeNamings[v]!, NAMING.url), v);
    ids[v] = store.idOf(nodeNamings[v]!);
  }
  const resolved = resolveNamings(store, nodeNamings, ids);
  const nodeOf = (naming: number): number => pool.numberAt(namings.get(naming, NAMING.url));
  const refused = [...store.refused].sort(
    (one, other) => nodeOf(one) - nodeOf(other) || store.compareNamings(one, other),
  );
  return { store, nodeRows, nodeNamings, ids, resolved, refused };
};

/** Calls back for each written link in the order of nodes and slots. */
const eachLink = ({ store, nodeRows }: Plan, visit: (link: number, naming: number, node: number) => void): void => {
  const { rows, links } = store;
  for (let v = 0; v < nodeRows.length; v++) {
    const first = rows.get(nodeRows[v]!, ROW.firstLink);
    const end = first + (rows.get(nodeRows[v]!, ROW.counts) >> 1);
    for (let link = first; link < end; link++) visit(link, links.get(link, LINK.naming), v);
  }
};

/** The texts of the graph in an order that depends on nothing but the articles, and how many words they have together. */
interface NumberedTexts {
  readonly addresses: RecordList;
  readonly words: number;
  readonly written: number;
  readonly stale: number;
}

/** Numbers the texts: urls as their nodes, then the others as they first occur. The number is kept beside the text in the pool. */
const numberTexts = (plan: Plan): NumberedTexts => {
  const { store, nodeRows, nodeNamings, resolved, refused } = plan;
  const { namings, pool, rows } = store;
  const addresses = new RecordList(1);
  let words = 0;
  const append = (address: number): void => {
    words += wordCountOf(pool.formAt(address));
    addresses.set(addresses.add(), 0, address);
  };
  const number = (address: number): void => {
    if (pool.numberAt(address) >= 0) return;
    pool.setNumber(address, addresses.length);
    append(address);
  };
  const numberNames = (naming: number): void => {
    number(namings.get(naming, NAMING.url));
    number(namings.get(naming, NAMING.title));
    number(namings.get(naming, NAMING.subject));
  };
  for (const naming of nodeNamings) append(namings.get(naming, NAMING.url));
  for (let v = 0; v < nodeRows.length; v++) {
    numberNames(nodeNamings[v]!);
    const file = rows.get(nodeRows[v]!, ROW.file);
    if (file >= 0) number(file);
  }
  let written = 0;
  let stale = 0;
  eachLink(plan, (_, naming) => {
    written++;
    if (resolved.flags[naming]! <= 2) return;
    stale++;
    numberNames(naming);
  });
  for (const naming of refused) numberNames(naming);
  return { addresses, words, written, stale };
};

const fillTexts = (plan: Plan, { addresses }: NumberedTexts, table: ArticleTable): void => {
  const { pool } = plan.store;
  const { textStarts, textEnds, words, urlIndex, sizes } = table;
  let place = 0;
  for (let text = 0; text < addresses.length; text++) {
    const address = addresses.get(text, 0);
    textEnds[text] = endOf(pool.formAt(address));
    place += pool.copyWords(address, words, place);
    textStarts[text + 1] = place;
  }
  urlIndex.fill(-1);
  const mask = urlIndex.length - 1;
  for (let node = 0; node < sizes.nodes; node++) {
    let slot = pool.hashAt(addresses.get(node, 0)) & mask;
    while (urlIndex[slot]! >= 0) slot = (slot + 1) & mask;
    urlIndex[slot] = node;
  }
};

const fillNodes = ({ store, nodeRows, nodeNamings, ids, resolved, refused }: Plan, table: ArticleTable): void => {
  const { namings, pool, rows } = store;
  const textOf = (naming: number, field: number): number => pool.numberAt(namings.get(naming, field));
  table.ids.set(ids);
  table.idOrder.set(resolved.idOrder);
  const subjects = new Map<number, number>();
  for (let v = 0; v < nodeRows.length; v++) {
    const subject = textOf(nodeNamings[v]!, NAMING.subject);
    const subjectNumber = subjects.get(subject) ?? subjects.size;
    subjects.set(subject, subjectNumber);
    table.titles[v] = textOf(nodeNamings[v]!, NAMING.title);
    table.subjectNumbers[v] = subjectNumber;
    const file = rows.get(nodeRows[v]!, ROW.file);
    table.files[v] = file >= 0 ? pool.numberAt(file) : file;
    table.noIndex[v] = rows.get(nodeRows[v]!, ROW.counts) & 1;
  }
  let at = 0;
  for (const subject of subjects.keys()) table.subjects[at++] = subject;
  refused.forEach((naming, i) => {
    table.refusedNodes[i] = textOf(naming, NAMING.url);
    table.refusedIds[i] = store.idOf(naming);
    table.refusedTitles[i] = textOf(naming, NAMING.title);
    table.refusedSubjects[i] = textOf(naming, NAMING.subject);
  });
};

const fillLinks = (plan: Plan, table: ArticleTable): void => {
  const { namings, pool, links } = plan.store;
  const { targets, flags } = plan.resolved;
  const { writtenStarts, writtenTargets, writtenSlots, writtenFlags } = table;
  let at = 0;
  let stale = 0;
  eachLink(plan, (link, naming, node) => {
    writtenTargets[at] = targets[naming]!;
    writtenSlots[at] = links.get(link, LINK.slot);
    writtenFlags[at] = flags[naming]!;
    if (flags[naming]! > 2) {
      table.stale[stale] = at;
      table.staleIds[stale] = plan.store.idOf(naming);
      table.staleUrls[stale] = pool.numberAt(namings.get(naming, NAMING.url));
      table.staleTitles[stale] = pool.numberAt(namings.get(naming, NAMING.title));
      table.staleSubjects[stale] = pool.numberAt(namings.get(naming, NAMING.subject));
      stale++;
    }
    writtenStarts[node + 1] = ++at;
  });
  for (let v = 0; v < plan.nodeRows.length; v++)
    writtenStarts[v + 1] = Math.max(writtenStarts[v]!, writtenStarts[v + 1]!);
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

const subjectCountOf = ({ store, nodeNamings }: Plan): number => {
  const seen = new Set<number>();
  for (const naming of nodeNamings) seen.add(store.namings.get(naming, NAMING.subject));
  return seen.size;
};

/** Resolves the links and writes the graph; the store is used up by it. */
export const freezeStore = (store: ArticleStore): FrozenArticleGraph => {
  store.pool.close();
  const plan = planOf(store);
  const texts = numberTexts(plan);
  const table = allocateTable({
    nodes: plan.nodeRows.length,
    written: texts.written,
    texts: texts.addresses.length,
    words: texts.words,
    subjects: subjectCountOf(plan),
    stale: texts.stale,
    refused: plan.refused.length,
  });
  fillTexts(plan, texts, table);
  fillNodes(plan, table);
  fillLinks(plan, table);
  return articleGraphOver(rowsOf(table), table);
};
