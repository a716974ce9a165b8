import { at } from '../../common/at.js';
import { fileNameOf, NO_FILE } from './article-store.js';
import {
  type ArticleData,
  type ArticleTable,
  formAt,
  openTable,
  packTable,
  type UnpackedArticles,
} from './article-table.js';
import type { FrozenArticleGraph, RefusedArticle } from './frozen-article-graph.js';
import type { LinkGraph } from '../links/link-graph.js';
import { MOST_LOOKED_AT } from '../packed/free-slot.js';
import { hashOfText, isText } from '../packed/packed-text.js';
import { refuseHandedAway } from '../links/refuse-graph.js';
import { refuseNoText } from '../../common/refuse.js';
import { isSlugOfWords, slugOfWords } from './title-slug.js';

/** The url of a node of a table: its folder, and its last part or the slug of its title. */
export const urlIn = (table: ArticleTable, node: number): string =>
  table.textAt(table.folders[table.folderNumbers[node]!]!) + lastPartIn(table, node);

const lastPartIn = (table: ArticleTable, node: number): string => {
  const segment = table.segments[node]!;
  if (segment >= 0) return table.textAt(segment);
  const title = table.titles[node]!;
  return slugOfWords(table.words, table.textStarts[title]!, formAt(table, title));
};

/** The nodes that are not in the index of urls, because the places for their hash were taken: as good as always none. */
const crowdedNodes = (table: ArticleTable): ReadonlyMap<string, number> => {
  const isFound = new Uint8Array(table.sizes.nodes);
  for (const node of table.urlIndex) if (node >= 0) isFound[node] = 1;
  const crowded = new Map<string, number>();
  for (let node = 0; node < isFound.length; node++) if (isFound[node] === 0) crowded.set(urlIn(table, node), node);
  return crowded;
};

/** Gives the node of a url, or −1. */
export const nodeFinder = (table: ArticleTable): ((url: string) => number) => {
  const { folders, folderNumbers, segments, textStarts, titles, urlIndex, words } = table;
  const mask = urlIndex.length - 1;
  const isIn = (text: number, url: string, start: number, end: number): boolean =>
    isText(words, textStarts[text]!, formAt(table, text), url, start, end);
  let crowded: ReadonlyMap<string, number> | undefined;
  return (url) => {
    const start = url.lastIndexOf('/') + 1;
    const hash = hashOfText(url);
    for (let step = 0; step < MOST_LOOKED_AT; step++) {
      const node = urlIndex[(hash + step) & mask]!;
      if (node < 0) return -1;
      const segment = segments[node]!;
      const title = titles[node]!;
      const isSegment =
        segment < 0
          ? isSlugOfWords(words, textStarts[title]!, formAt(table, title), url, start)
          : isIn(segment, url, start, url.length);
      if (isSegment && isIn(folders[folderNumbers[node]!]!, url, 0, start)) return node;
    }
    crowded ??= crowdedNodes(table);
    return crowded.get(url) ?? -1;
  };
};

/** The first place in `order` whose number in `keys` is not below `key`. */
export const placeInOrder = (order: Int32Array, keys: Float64Array, key: number): number => {
  let from = 0;
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[order[middle]!]! < key) from = middle + 1;
    else to = middle;
  }
  return from;
};

const tables = /* @__PURE__ */ new WeakMap<ArrayBuffer, ArticleTable>();
const dataOfGraphs = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, () => ArticleData>();

/** The table of a graph, which is packed where it was not. */
export const tableOf = ({ tableBuffer }: FrozenArticleGraph, caller: string): ArticleTable =>
  tables.get(tableBuffer) ?? openTable(tableBuffer, caller);

/** What a graph says of its articles, packed or not. The table of a graph made here need not be looked through again. */
export const dataOf = (graph: FrozenArticleGraph, caller: string): ArticleData =>
  dataOfGraphs.get(graph)?.() ?? tableOf(graph, caller);

const isPacked = (articles: UnpackedArticles | ArticleTable): articles is ArticleTable => 'buffer' in articles;

/** How texts of nodes are found and made: from the strings, or from the table once there is one. */
interface NodeTexts {
  readonly data: ArticleData;
  readonly urlAt: (node: number) => string;
  /** The node of a url, or −1. */
  readonly nodeOf: (url: string) => number;
}

const textsOfTable = (table: ArticleTable): NodeTexts => {
  const folderNames: (string | undefined)[] = [];
  const folderAt = (number: number): string => {
    folderNames[number] ??= table.textAt(table.folders[number]!);
    return folderNames[number];
  };
  const urlAt = (node: number): string => folderAt(table.folderNumbers[node]!) + lastPartIn(table, node);
  return { data: table, urlAt, nodeOf: nodeFinder(table) };
};

const textsOfStrings = ({ data, urls, nodeOf }: UnpackedArticles): NodeTexts => ({
  data,
  urlAt: (node) => at(urls, node),
  nodeOf,
});

/**
 * The graph over rows, and articles that go with them. Articles that are not packed yet are so when the table is asked for; then their
 * strings are let go.
 */
export const articleGraphOver = (rows: LinkGraph, articles: UnpackedArticles | ArticleTable): FrozenArticleGraph => {
  const { nodeCount } = rows;
  let unpacked = isPacked(articles) ? undefined : articles;
  let table = isPacked(articles) ? articles : undefined;
  let texts: NodeTexts = isPacked(articles) ? textsOfTable(articles) : textsOfStrings(articles);
  const holdTable = (packed: ArticleTable): void => {
    tables.set(packed.buffer, packed);
    table = packed;
    unpacked = undefined;
    texts = textsOfTable(packed);
  };
  if (table) tables.set(table.buffer, table);

  const refuseTableAway = (caller: string): void => {
    if (table) refuseHandedAway(caller, table.urlIndex);
  };
  const checked = (node: number, caller: string): number => {
    refuseTableAway(caller);
    if (Number.isInteger(node) && node >= 0 && node < nodeCount) return node;
    throw new RangeError(`${caller}: there is no node ${node}; nodes are whole numbers from 0 to ${nodeCount - 1}`);
  };
  const nodeOf = (url: string): number | undefined => {
    refuseTableAway('nodeOf');
    refuseNoText('nodeOf', 'the url', url);
    const node = texts.nodeOf(url);
    return node < 0 ? undefined : node;
  };
  const nodesWithId = (id: number): readonly number[] => {
    refuseTableAway('nodesWithId');
    const { ids, idOrder } = texts.data;
    const found: number[] = [];
    for (let i = placeInOrder(idOrder, ids, id); i < nodeCount && ids[idOrder[i]!] === id; i++) found.push(idOrder[i]!);
    return found;
  };
  const urlAt = (node: number): string => texts.urlAt(checked(node, 'urlAt'));
  const titleAt = (node: number): string => texts.data.textAt(texts.data.titles[checked(node, 'titleAt')]!);
  const subjectNames = Array.from(texts.data.subjects, texts.data.textAt);
  const subjectAt = (node: number): string => at(subjectNames, texts.data.subjectNumbers[checked(node, 'subjectAt')]!);
  const fileNameAt = (node: number): string | undefined => {
    const file = texts.data.files[checked(node, 'fileNameAt')]!;
    return file >= 0 ? texts.data.textAt(file) : file === NO_FILE ? undefined : fileNameOf(urlAt(node));
  };
  const { refusedNodes, refusedIds, refusedTitles, refusedSubjects, ids: ownIds, textAt } = texts.data;
  const refused = Array.from(refusedNodes, (node, i): RefusedArticle => {
    const [id, title, subject] = [refusedIds[i]!, textAt(refusedTitles[i]!), textAt(refusedSubjects[i]!)];
    const isSame = id === ownIds[node]! && title === titleAt(node) && subject === subjectAt(node);
    return { url: urlAt(node), id, title, subject, isSame };
  });

  const graph: FrozenArticleGraph = {
    buffer: rows.buffer,
    nodeCount,
    linkCount: rows.linkCount,
    outStarts: rows.outStarts,
    outTargets: rows.outTargets,
    outSlots: rows.outSlots,
    inStarts: rows.inStarts,
    inSources: rows.inSources,
    get tableBuffer() {
      if (unpacked) holdTable(packTable(unpacked));
      return table!.buffer;
    },
    urlAt,
    idAt: (node) => texts.data.ids[checked(node, 'idAt')]!,
    titleAt,
    subjectAt,
    get subjectNumbers() {
      return texts.data.subjectNumbers;
    },
    subjectNames,
    fileNameAt,
    isNoIndexAt: (node) => texts.data.noIndex[checked(node, 'isNoIndexAt')] === 1,
    nodeOf,
    nodesWithId,
    refused,
  };
  dataOfGraphs.set(graph, () => texts.data);
  return graph;
};
