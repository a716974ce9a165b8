import { urlIn } from './article-graph-over.js';
import { type ArticleTable, emptyUrlIndex, formAt, placeUrl } from './article-table.js';
import { LINK_FLAGS } from './link-flags.js';
import { unitOf, wordCountOf } from '../packed/packed-text.js';

const isAscending = (array: Int32Array, from = 0, to = array.length): boolean => {
  for (let i = from + 1; i < to; i++) if (array[i - 1]! > array[i]!) return false;
  return true;
};

/** By id, those of one id by number: so every node stands there once. */
const isIdOrder = ({ idOrder, ids }: ArticleTable): boolean => {
  for (let i = 1; i < idOrder.length; i++) {
    const [one, other] = [idOrder[i - 1]!, idOrder[i]!];
    if (ids[one]! > ids[other]! || (ids[one] === ids[other] && one >= other)) return false;
  }
  return true;
};

/** Numbers that are given as things first occur: none is above those before it by more than 1, and all occur. */
const areFirstsInOrder = (numbers: Int32Array, count: number): boolean => {
  let next = 0;
  for (const number of numbers) {
    if (number > next) return false;
    if (number === next) next++;
  }
  return next === count;
};

/** A text takes two bytes a unit only where it has to, and the last word is filled up with zeros. */
const areTextsPacked = (table: ArticleTable): boolean => {
  const { sizes, textStarts, words } = table;
  for (let text = 0; text < sizes.texts; text++) {
    const form = formAt(table, text);
    const at = textStarts[text]!;
    const isWide = (form & 1) === 1;
    const length = form >>> 1;
    let isNeeded = !isWide;
    for (let i = 0; i < length && !isNeeded; i++) if (unitOf(words, at, form, i) > 0xff) isNeeded = true;
    if (!isNeeded) return false;
    const room = wordCountOf(form) * (isWide ? 2 : 4);
    for (let i = length; i < room; i++) if (unitOf(words, at, form, i) !== 0) return false;
  }
  return true;
};

/** Urls ascend by code units, and each node is found by its own: where the builder puts it. */
const areUrlsFound = (table: ArticleTable): boolean => {
  const { sizes, urlIndex } = table;
  const made = emptyUrlIndex(sizes.nodes);
  let last = '';
  for (let v = 0; v < sizes.nodes; v++) {
    const url = urlIn(table, v);
    if (v > 0 && url <= last) return false;
    last = url;
    placeUrl(made, url, v);
  }
  return made.every((node, slot) => node === urlIndex[slot]);
};

/** What a written link says of itself besides its target agrees with how that was found and with what it is. */
const areLinksSound = (table: ArticleTable): boolean => {
  const { ids, subjects, subjectNumbers, titles, writtenFlags, writtenSlots, writtenStarts, writtenTargets } = table;
  for (let v = 0; v < table.sizes.nodes; v++) {
    if (!isAscending(writtenSlots, writtenStarts[v]!, writtenStarts[v + 1]!)) return false;
  }
  return table.stale.every((link, i) => {
    const target = writtenTargets[link]!;
    if (target < 0) return true;
    const flags = writtenFlags[link]!;
    const differs = (bit: number): boolean => (flags & bit) !== 0;
    const by = flags & LINK_FLAGS.resolvedBy;
    const [title, subject] = [table.staleTitles[i]!, table.staleSubjects[i]!];
    return (
      differs(LINK_FLAGS.urlDiffers) === (by !== LINK_FLAGS.byUrl) &&
      differs(LINK_FLAGS.urlDiffers) === table.staleUrls[i]! >= 0 &&
      differs(LINK_FLAGS.idDiffers) === (table.staleIds[i] !== ids[target]) &&
      (by === LINK_FLAGS.byUrl || !differs(LINK_FLAGS.idDiffers)) &&
      (by !== LINK_FLAGS.byIdInSubject || !differs(LINK_FLAGS.subjectDiffers)) &&
      differs(LINK_FLAGS.titleDiffers) === title >= 0 &&
      title !== titles[target] &&
      differs(LINK_FLAGS.subjectDiffers) === subject >= 0 &&
      subject !== subjects[subjectNumbers[target]!]
    );
  });
};

/**
 * Whether a table whose numbers all lie in it also agrees with itself: orders are orders, urls are found, and what is said of links is
 * so. Time and memory go with its size. (That no text is kept twice is not looked at.)
 */
export const isSoundTable = (table: ArticleTable): boolean =>
  isIdOrder(table) &&
  areFirstsInOrder(table.subjectNumbers, table.sizes.subjects) &&
  areFirstsInOrder(table.folderNumbers, table.sizes.folders) &&
  isAscending(table.refusedNodes) &&
  table.noIndex.every((flag) => flag <= 1) &&
  areTextsPacked(table) &&
  areLinksSound(table) &&
  areUrlsFound(table);
