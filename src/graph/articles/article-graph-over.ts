import { fileNameOf } from './article-store.js';
import { type ArticleTable, openTable } from './article-table.js';
import type { FrozenArticleGraph, RefusedArticle } from './frozen-article-graph.js';
import type { LinkGraph } from '../links/link-graph.js';
import { finishHash, hashOfUnits, isText, unpackText } from '../packed/packed-text.js';
import { refuseHandedAway } from '../links/refuse-graph.js';
import { refuseNoText } from '../../common/refuse.js';
import { isSlugOfWords, slugOfWords } from './title-slug.js';

/** The form of a text from how many words it has and how it ends. */
const formOf = (wordCount: number, end: number): number =>
  end < 4 ? 2 * (4 * wordCount - end) : 4 * wordCount - (end - 4) + 1;

/** How a text of that form ends: the inverse of `formOf`. */
export const endOf = (form: number): number =>
  (form & 1) === 1 ? 4 + 2 * ((form >>> 1) & 1) : (4 - ((form >>> 1) & 3)) & 3;

/** The form of a text of a table. */
export const formAt = ({ textStarts, textEnds }: ArticleTable, text: number): number =>
  formOf(textStarts[text + 1]! - textStarts[text]!, textEnds[text]!);

/** A text of a table, as a string of its own. */
export const textIn = (table: ArticleTable, text: number): string =>
  unpackText(table.words, table.textStarts[text]!, formAt(table, text));

/** The url of a node of a table: its folder, and its last part or the slug of its title. */
export const urlIn = (table: ArticleTable, node: number): string => {
  const folder = textIn(table, table.folders[table.folderNumbers[node]!]!);
  const segment = table.segments[node]!;
  if (segment >= 0) return folder + textIn(table, segment);
  const title = table.titles[node]!;
  return folder + slugOfWords(table.words, table.textStarts[title]!, formAt(table, title));
};

/** The hash by which a url is found. */
export const hashOfUrl = (url: string): number => finishHash(hashOfUnits(url, 0, url.length, 0));

/** Gives the node of a url, or −1. */
export const nodeFinder = (table: ArticleTable): ((url: string) => number) => {
  const { folders, folderNumbers, segments, textStarts, titles, urlIndex, words } = table;
  const mask = urlIndex.length - 1;
  const isIn = (text: number, url: string, start: number, end: number): boolean =>
    isText(words, textStarts[text]!, formAt(table, text), url, start, end);
  return (url) => {
    refuseHandedAway('nodeOf', urlIndex);
    refuseNoText('nodeOf', 'the url', url);
    const start = url.lastIndexOf('/') + 1;
    for (let slot = hashOfUrl(url) & mask; ; slot = (slot + 1) & mask) {
      const node = urlIndex[slot]!;
      if (node < 0) return -1;
      const segment = segments[node]!;
      const title = titles[node]!;
      const isSegment =
        segment < 0
          ? isSlugOfWords(words, textStarts[title]!, formAt(table, title), url, start)
          : isIn(segment, url, start, url.length);
      if (isSegment && isIn(folders[folderNumbers[node]!]!, url, 0, start)) return node;
    }
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

/** The table of a graph. That of a graph made here need not be looked through again. */
export const tableOf = ({ tableBuffer }: FrozenArticleGraph, caller: string): ArticleTable =>
  tables.get(tableBuffer) ?? openTable(tableBuffer, caller);

/** The graph over rows and a table that go together. */
export const articleGraphOver = (rows: LinkGraph, table: ArticleTable): FrozenArticleGraph => {
  tables.set(table.buffer, table);
  const { nodeCount } = rows;
  const { ids, idOrder, segments, textStarts, titles, words } = table;
  const textAt = (text: number): string => textIn(table, text);
  const find = nodeFinder(table);
  const nodeOf = (url: string): number | undefined => {
    const node = find(url);
    return node < 0 ? undefined : node;
  };
  const subjectNames = Array.from(table.subjects, textAt);
  const folderNames: (string | undefined)[] = [];

  const checked = (node: number, caller: string): number => {
    refuseHandedAway(caller, table.urlIndex);
    if (Number.isInteger(node) && node >= 0 && node < nodeCount) return node;
    throw new RangeError(`${caller}: there is no node ${node}; nodes are whole numbers from 0 to ${nodeCount - 1}`);
  };
  const folderAt = (number: number): string => {
    folderNames[number] ??= textAt(table.folders[number]!);
    return folderNames[number];
  };
  const nodesWithId = (id: number): readonly number[] => {
    refuseHandedAway('nodesWithId', table.urlIndex);
    const found: number[] = [];
    for (let i = placeInOrder(idOrder, ids, id); i < nodeCount && ids[idOrder[i]!] === id; i++) found.push(idOrder[i]!);
    return found;
  };
  const urlAt = (node: number): string => {
    const segment = segments[checked(node, 'urlAt')]!;
    const folder = folderAt(table.folderNumbers[node]!);
    if (segment >= 0) return folder + textAt(segment);
    const title = titles[node]!;
    return folder + slugOfWords(words, textStarts[title]!, formAt(table, title));
  };
  const titleAt = (node: number): string => textAt(titles[checked(node, 'titleAt')]!);
  const subjectAt = (node: number): string => subjectNames[table.subjectNumbers[checked(node, 'subjectAt')]!]!;
  const fileNameAt = (node: number): string | undefined => {
    const file = table.files[checked(node, 'fileNameAt')]!;
    return file >= 0 ? textAt(file) : file === -1 ? undefined : fileNameOf(urlAt(node));
  };
  const refused = Array.from(table.refusedNodes, (node, i): RefusedArticle => {
    const [id, title, subject] = [
      table.refusedIds[i]!,
      textAt(table.refusedTitles[i]!),
      textAt(table.refusedSubjects[i]!),
    ];
    const isSame = id === ids[node]! && title === titleAt(node) && subject === subjectAt(node);
    return { url: urlAt(node), id, title, subject, isSame };
  });

  return {
    buffer: rows.buffer,
    nodeCount,
    linkCount: rows.linkCount,
    outStarts: rows.outStarts,
    outTargets: rows.outTargets,
    outSlots: rows.outSlots,
    inStarts: rows.inStarts,
    inSources: rows.inSources,
    tableBuffer: table.buffer,
    urlAt,
    idAt: (node) => ids[checked(node, 'idAt')]!,
    titleAt,
    subjectAt,
    subjectNumbers: table.subjectNumbers,
    subjectNames,
    fileNameAt,
    isNoIndexAt: (node) => table.noIndex[checked(node, 'isNoIndexAt')] === 1,
    nodeOf,
    nodesWithId,
    refused,
  };
};
