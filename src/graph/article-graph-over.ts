import { fileNameOf } from './article-store.js';
import type { ArticleTable } from './article-table.js';
import {
  type FrozenArticleGraph,
  type RefusedArticle,
  type ResolvedBy,
  WRITTEN,
  type WrittenLink,
} from './frozen-article-graph.js';
import type { LinkGraph } from './link-graph.js';
import { emptyPackedText, isText, packText, unpackText } from './packed-text.js';

const RESOLVED_BY: readonly ResolvedBy[] = ['url', 'id-in-subject', 'id', 'nothing'];

/** The form of a text from how many words it has and how it ends. */
const formOf = (wordCount: number, end: number): number =>
  end < 4 ? 2 * (4 * wordCount - end) : 4 * wordCount - (end - 4) + 1;

/** How a text of that form ends: the inverse of `formOf`. */
export const endOf = (form: number): number =>
  (form & 1) === 1 ? 4 + 2 * ((form >>> 1) & 1) : (4 - ((form >>> 1) & 3)) & 3;

const textsOf = ({ words, textStarts, textEnds }: ArticleTable) => {
  const form = (text: number): number => formOf(textStarts[text + 1]! - textStarts[text]!, textEnds[text]!);
  return {
    textAt: (text: number): string => unpackText(words, textStarts[text]!, form(text)),
    isTextAt: (text: number, other: string): boolean => isText(words, textStarts[text]!, form(text), other),
  };
};

/** Where a number stands in an ascending array, or where it would. */
const placeOf = (array: Int32Array, number: number): number => {
  let from = 0;
  let to = array.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (array[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
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

/** The graph over rows and a table that go together. */
export const articleGraphOver = (rows: LinkGraph, table: ArticleTable): FrozenArticleGraph => {
  const { nodeCount } = rows;
  const { ids, idOrder, urlIndex, stale, writtenFlags, writtenTargets, writtenSlots } = table;
  const { textAt, isTextAt } = textsOf(table);
  const packed = emptyPackedText();

  const checked = (node: number, caller: string): number => {
    if (Number.isInteger(node) && node >= 0 && node < nodeCount) return node;
    throw new RangeError(`${caller}: there is no node ${node}; nodes are whole numbers from 0 to ${nodeCount - 1}`);
  };
  const nodeOf = (url: string): number => {
    packText(url, packed);
    const mask = urlIndex.length - 1;
    for (let slot = packed.hash & mask; ; slot = (slot + 1) & mask) {
      const node = urlIndex[slot]!;
      if (node < 0 || isTextAt(node, url)) return node;
    }
  };
  const nodesWithId = (id: number): readonly number[] => {
    const found: number[] = [];
    for (let i = placeInOrder(idOrder, ids, id); i < nodeCount && ids[idOrder[i]!] === id; i++) found.push(idOrder[i]!);
    return found;
  };
  const urlAt = (node: number): string => textAt(checked(node, 'urlAt'));
  const titleAt = (node: number): string => textAt(table.titles[checked(node, 'titleAt')]!);
  const subjectAt = (node: number): string =>
    textAt(table.subjects[table.subjectNumbers[checked(node, 'subjectAt')]!]!);
  const fileNameAt = (node: number): string | undefined => {
    const file = table.files[checked(node, 'fileNameAt')]!;
    return file >= 0 ? textAt(file) : file === -1 ? undefined : fileNameOf(urlAt(node));
  };
  const writtenAt = (index: number): WrittenLink => {
    if (!(Number.isInteger(index) && index >= 0 && index < writtenTargets.length)) {
      throw new RangeError(
        `writtenAt: there is no written link ${index}; there are ${writtenTargets.length}, counted from 0`,
      );
    }
    const target = writtenTargets[index]!;
    const slot = writtenSlots[index]!;
    const flags = writtenFlags[index]!;
    const resolvedBy = RESOLVED_BY[flags & WRITTEN.resolvedBy]!;
    const place = placeOf(stale, index);
    if (stale[place] !== index) {
      return {
        slot,
        id: ids[target]!,
        title: titleAt(target),
        subject: subjectAt(target),
        url: urlAt(target),
        target,
        resolvedBy,
      };
    }
    return {
      slot,
      id: table.staleIds[place]!,
      title: textAt(table.staleTitles[place]!),
      subject: textAt(table.staleSubjects[place]!),
      url: textAt(table.staleUrls[place]!),
      target,
      resolvedBy,
    };
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
    subjectNames: Array.from(table.subjects, textAt),
    fileNameAt,
    isNoIndexAt: (node) => table.noIndex[checked(node, 'isNoIndexAt')] === 1,
    nodeOf,
    nodesWithId,
    writtenStarts: table.writtenStarts,
    writtenTargets,
    writtenSlots,
    writtenFlags,
    writtenAt,
    refused,
  };
};
