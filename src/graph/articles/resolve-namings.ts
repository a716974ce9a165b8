import { placeInOrder } from './article-graph-over.js';
import type { ArticleStore } from './article-store.js';
import { LINK_FLAGS } from './link-flags.js';
import type { DistinctArticles } from './distinct-articles.js';
import { type SortingRoom, sortByKeys, sortingRoom } from '../packed/sort-by-keys.js';

/** Where each naming leads, or −1, and its flags as in `writtenFlags`. */
export interface ResolvedNamings {
  readonly targets: Int32Array;
  readonly flags: Uint8Array;
  /** The nodes in the order of their ids, those of one id ascending. */
  readonly idOrder: Int32Array;
}

/** Sorts by the keys each stretch of nodes that have one id. */
const sortEqualIds = (
  order: Int32Array,
  ids: Float64Array,
  keyOf: (node: number) => number,
  room: SortingRoom,
): void => {
  const keys = new Float64Array(order.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && ids[order[end]!] === ids[order[start]!]) end++;
    if (end - start > 1) {
      for (let i = start; i < end; i++) keys[i] = keyOf(order[i]!);
      sortByKeys(keys, order, start, end, room);
    }
    start = end;
  }
};

/** The nodes in the order of their ids, those of one id ascending. Ids often ascend as articles are added: sorting what is in order is quick. */
const byId = (articles: Int32Array, articleCount: number, ids: Float64Array, room: SortingRoom): Int32Array => {
  const nodes = new Int32Array(articleCount).fill(-1);
  for (let v = 0; v < articles.length; v++) nodes[articles[v]!] = v;
  const order = new Int32Array(articles.length);
  const keys = new Float64Array(articles.length);
  for (let article = 0, at = 0; article < articleCount; article++) {
    const node = nodes[article]!;
    if (node < 0) continue;
    order[at] = node;
    keys[at++] = ids[node]!;
  }
  sortByKeys(keys, order, 0, order.length, room);
  sortEqualIds(order, ids, (node) => node, room);
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
 * and then to the first by url of the articles that have it.
 *
 * @param nodeOf the node of a url, or −1
 */
export const resolveNamings = (
  store: ArticleStore,
  { articles, namings: nodeNamings }: DistinctArticles,
  ids: Float64Array,
  nodeOf: (url: string) => number,
): ResolvedNamings => {
  const nodeCount = nodeNamings.length;
  const subjects = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) subjects[v] = store.subjects.at(nodeNamings[v]!);
  const room = sortingRoom(nodeCount);
  const idOrder = byId(articles, store.namings.length, ids, room);
  const subjectOrder = idOrder.slice();
  sortEqualIds(subjectOrder, ids, (node) => subjects[node]!, room);

  const namingCount = store.urls.length;
  const targets = new Int32Array(namingCount).fill(-1);
  const flags = new Uint8Array(namingCount);
  for (let v = 0; v < nodeCount; v++) targets[nodeNamings[v]!] = v;
  for (let naming = 0; naming < namingCount; naming++) {
    // An article’s own naming is right, and so are the links that share it.
    if (targets[naming]! >= 0) continue;
    const id = store.ids[naming]!;
    // Where ids tell the articles apart, one comparison does: `nodeOf` makes seventeen among 100,000 urls.
    const url = store.urls[naming]!;
    const carrier = idOrder[placeInOrder(idOrder, ids, id)] ?? -1;
    let target = carrier >= 0 && store.urls[nodeNamings[carrier]!] === url ? carrier : nodeOf(url);
    let flag: number = LINK_FLAGS.byUrl;
    if (target < 0) {
      target = nodeInSubject(subjectOrder, ids, subjects, id, store.subjects.at(naming));
      flag = LINK_FLAGS.byIdInSubject;
    }
    if (target < 0) {
      if (carrier >= 0 && ids[carrier] === id) target = carrier;
      flag = target < 0 ? LINK_FLAGS.byNothing : LINK_FLAGS.byId;
    }
    targets[naming] = target;
    flags[naming] = target < 0 ? flag : flag | differences(store, naming, nodeNamings[target]!);
  }
  return { targets, flags, idOrder };
};

const differences = ({ ids, subjects, titles, urls }: ArticleStore, naming: number, own: number): number =>
  (ids[naming] === ids[own] ? 0 : LINK_FLAGS.idDiffers) |
  (urls[naming] === urls[own] ? 0 : LINK_FLAGS.urlDiffers) |
  (titles[naming] === titles[own] ? 0 : LINK_FLAGS.titleDiffers) |
  (subjects.at(naming) === subjects.at(own) ? 0 : LINK_FLAGS.subjectDiffers);
