import { placeInOrder } from './article-graph-over.js';
import { type ArticleStore, NAMING } from './article-store.js';
import { WRITTEN } from './frozen-article-graph.js';
import { type SortingRoom, sortByKeys, sortingRoom } from './sort-by-keys.js';

/** Where each naming leads, or −1, and its flags as in `writtenFlags`. */
export interface ResolvedNamings {
  readonly targets: Int32Array;
  readonly flags: Uint8Array;
  /** The nodes in the order of their ids, those of one id ascending. */
  readonly idOrder: Int32Array;
}

const range = (count: number): Int32Array => {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
};

/** The nodes in the order of their ids and, within an id, of the addresses of their subjects; those of both ascending. */
const bySubject = (idOrder: Int32Array, ids: Float64Array, subjects: Int32Array, room: SortingRoom): Int32Array => {
  const order = idOrder.slice();
  const keys = new Float64Array(order.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && ids[order[end]!] === ids[order[start]!]) end++;
    if (end - start > 1) {
      for (let i = start; i < end; i++) keys[i] = subjects[order[i]!]!;
      sortByKeys(keys, order, start, end, room);
    }
    start = end;
  }
  return order;
};

/** The first node that has both the id and the subject, or −1. */
const nodeInSubject = (
  order: Int32Array,
  ids: Float64Array,
  subjects: Int32Array,
  id: number,
  subject: number,
): number => {
  let from = placeInOrder(order, ids, id);
  let to = order.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const node = order[middle]!;
    if (ids[node]! === id && subjects[node]! < subject) from = middle + 1;
    else to = middle;
  }
  const node = order[from];
  return node !== undefined && ids[node] === id && subjects[node] === subject ? node : -1;
};

/**
 * Resolves every naming once, for all links that share it: by its url; by its id within the subject it names; by its id alone,
 * and then to the first by url of the articles that have it. The number beside the url of an article is its node, all others are −1.
 *
 * @param nodeNamings the naming of each node
 */
export const resolveNamings = (store: ArticleStore, nodeNamings: Int32Array, ids: Float64Array): ResolvedNamings => {
  const { namings, pool } = store;
  const nodeCount = nodeNamings.length;
  const subjects = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) subjects[v] = namings.get(nodeNamings[v]!, NAMING.subject);
  const idOrder = range(nodeCount);
  const room = sortingRoom(nodeCount);
  sortByKeys(ids.slice(), idOrder, 0, nodeCount, room);
  const subjectOrder = bySubject(idOrder, ids, subjects, room);

  const targets = new Int32Array(namings.length);
  const flags = new Uint8Array(namings.length);
  for (let naming = 0; naming < namings.length; naming++) {
    const id = store.idOf(naming);
    const subject = namings.get(naming, NAMING.subject);
    let target = pool.numberAt(namings.get(naming, NAMING.url));
    let flag: number = WRITTEN.byUrl;
    if (target < 0) {
      target = nodeInSubject(subjectOrder, ids, subjects, id, subject);
      flag = WRITTEN.byIdInSubject;
    }
    if (target < 0) {
      const first = idOrder[placeInOrder(idOrder, ids, id)];
      if (first !== undefined && ids[first] === id) target = first;
      flag = target < 0 ? WRITTEN.byNothing : WRITTEN.byId;
    }
    targets[naming] = target;
    flags[naming] =
      target < 0 || nodeNamings[target] === naming ? flag : flag | differences(store, naming, nodeNamings[target]!);
  }
  return { targets, flags, idOrder };
};

const differences = ({ namings }: ArticleStore, naming: number, own: number): number => {
  const differs = (field: number): boolean => namings.get(naming, field) !== namings.get(own, field);
  return (
    (differs(NAMING.idLow) || differs(NAMING.idHigh) ? WRITTEN.idDiffers : 0) |
    (differs(NAMING.url) ? WRITTEN.urlDiffers : 0) |
    (differs(NAMING.title) ? WRITTEN.titleDiffers : 0) |
    (differs(NAMING.subject) ? WRITTEN.subjectDiffers : 0)
  );
};
