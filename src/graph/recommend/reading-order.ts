import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { findArticle } from '../articles/find-article.js';
import { buildLinkGraph, type LinkGraph } from '../links/link-graph.js';
import { type ReadingStep, readingStepAt } from './reading-path.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoList } from '../../common/refuse.js';
import { strongComponents } from '../measure/strong-components.js';

/** An article in its turn, and why not earlier. */
export interface ReadingTurn extends ReadingStep {
  /** Urls of the articles of the set, read before, that lead to this one. */
  readonly ledToBy: readonly string[];
}

/** Whole numbers of which the least can be taken: a binary heap. */
class LeastFirst {
  private readonly heap: number[] = [];

  peek(): number | undefined {
    return this.heap[0];
  }

  add(number: number): void {
    const { heap } = this;
    let at = heap.push(number) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]! <= number) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = number;
  }

  take(): void {
    const { heap } = this;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && heap[below + 1]! < heap[below]!) below++;
      if (below >= heap.length || heap[below]! >= last) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
  }
}

/** The links among these nodes, which become 0 … in their order; rows keep the order of their slots. */
const linksAmong = (graph: FrozenArticleGraph, nodes: readonly number[]): LinkGraph => {
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  const sources: number[] = [];
  const targets: number[] = [];
  nodes.forEach((node, place) => {
    for (let e = graph.outStarts[node]!; e < graph.outStarts[node + 1]!; e++) {
      const target = placeOf.get(graph.outTargets[e]!);
      if (target === undefined) continue;
      sources.push(place);
      targets.push(target);
    }
  });
  return buildLinkGraph({ nodeCount: nodes.length, sources, targets }, { repeated: 'once', selfLinks: 'drop' });
};

/** The members of a circle from one of them: on to the first of its links not read yet, else back to the last article that has one. */
const walk = (links: LinkGraph, labels: Int32Array, start: number, isRead: Uint8Array): number[] => {
  const order = [start];
  const way = [start];
  const cursors = new Map([[start, links.outStarts[start]!]]);
  isRead[start] = 1;
  while (way.length > 0) {
    const v = way[way.length - 1]!;
    const e = cursors.get(v)!;
    if (e === links.outStarts[v + 1]!) {
      way.pop();
      continue;
    }
    cursors.set(v, e + 1);
    const next = links.outTargets[e]!;
    if (isRead[next] === 1 || labels[next] !== labels[start]) continue;
    isRead[next] = 1;
    order.push(next);
    way.push(next);
    cursors.set(next, links.outStarts[next]!);
  }
  return order;
};

/** Which sets come when: those that nothing unread leads to are ready; of them one on the subject last read, then the best known. */
const sequence = (graph: FrozenArticleGraph, nodes: readonly number[], links: LinkGraph): number[] => {
  const { labels, count } = strongComponents(links);
  const linksInto = (place: number): number => graph.inStarts[nodes[place]! + 1]! - graph.inStarts[nodes[place]!]!;
  const starts = new Int32Array(count).fill(-1);
  labels.forEach((label, place) => {
    if (starts[label] === -1 || linksInto(place) > linksInto(starts[label]!)) starts[label] = place;
  });
  const byRank = Array.from(starts.keys()).sort(
    (one, other) => linksInto(starts[other]!) - linksInto(starts[one]!) || starts[one]! - starts[other]!,
  );
  const rankOf = new Int32Array(count);
  byRank.forEach((label, rank) => {
    rankOf[label] = rank;
  });
  const unread = new Int32Array(count);
  links.outTargets.forEach((target) => {
    unread[labels[target]!] = unread[labels[target]!]! + 1;
  });
  for (let place = 0; place < nodes.length; place++) {
    for (let e = links.outStarts[place]!; e < links.outStarts[place + 1]!; e++) {
      const label = labels[links.outTargets[e]!]!;
      if (label === labels[place]) unread[label] = unread[label]! - 1;
    }
  }
  const all = new LeastFirst();
  const bySubject = new Map<number, LeastFirst>();
  const add = (label: number): void => {
    const subject = graph.subjectNumbers[nodes[starts[label]!]!]!;
    const own = bySubject.get(subject) ?? new LeastFirst();
    bySubject.set(subject, own);
    own.add(rankOf[label]!);
    all.add(rankOf[label]!);
  };
  for (let label = 0; label < count; label++) if (unread[label] === 0) add(label);
  const isRead = new Uint8Array(nodes.length);
  /** A set is waiting in two heaps: where it was taken from one it is passed over in the other. */
  const first = (heap: LeastFirst | undefined): number | undefined => {
    for (let rank = heap?.peek(); heap && rank !== undefined; rank = heap.peek()) {
      if (isRead[starts[byRank[rank]!]!] === 0) return byRank[rank];
      heap.take();
    }
    return undefined;
  };
  const order: number[] = [];
  let subject = -1;
  for (let set = first(all); set !== undefined; set = first(bySubject.get(subject)) ?? first(all)) {
    for (const place of walk(links, labels, starts[set]!, isRead)) {
      order.push(place);
      for (let e = links.outStarts[place]!; e < links.outStarts[place + 1]!; e++) {
        const label = labels[links.outTargets[e]!]!;
        if (label === set) continue;
        unread[label] = unread[label]! - 1;
        if (unread[label] === 0) add(label);
      }
    }
    subject = graph.subjectNumbers[nodes[order[order.length - 1]!]!]!;
  }
  return order;
};

/**
 * A sequence in which to read a set of articles, each once. Its rule:
 *
 * 1. An article comes before those of the set that its related links lead to.
 * 2. Where links lead round in a circle that cannot be; its articles are then read together, from the one that most articles of the whole graph
 *    link to, each time on along the strongest link not read yet, or back to the last article that has one.
 * 3. Whatever that leaves open: stay with the subject of the article just read; then the article, or circle, that most articles of the whole
 *    graph link to; then the first by url.
 *
 * It is the same for the same set in whatever order. A set without links among its articles comes subject by subject.
 *
 * @throws RangeError for a url that no article of the graph has, naming the one most like it
 * @see Kahn (1962), doi:10.1145/368996.369025, on orders that respect links
 * @example
 * const page = (url: string, ...to: string[]) => ({
 *   url,
 *   id: url.length,
 *   title: url,
 *   subject: 'Clubs',
 *   related: to.map((target, i) => ({ slot: i + 1, id: target.length, title: target, subject: 'Clubs', url: target })),
 * });
 * const graph = buildArticleGraph([page('/a'), page('/bb', '/a'), page('/ccc', '/bb')]);
 * readingOrder(graph, ['/a', '/bb', '/ccc']).map(({ url }) => url); // => ['/ccc', '/bb', '/a']
 * readingOrder(graph, ['/a', '/bb'])[1].ledToBy; // => ['/bb']
 */
export const readingOrder = (graph: FrozenArticleGraph, urls: Iterable<string>): ReadingTurn[] => {
  refuseNoArticleGraph('readingOrder', graph);
  refuseNoList('readingOrder', 'urls', urls, 'urls');
  const known = new Set<number>();
  for (const url of urls) known.add(findArticle('readingOrder', graph, url));
  const nodes = [...known].sort((one, other) => one - other);
  const links = linksAmong(graph, nodes);
  const turns = new Int32Array(nodes.length);
  const order = sequence(graph, nodes, links);
  order.forEach((place, turn) => {
    turns[place] = turn;
  });
  return order.map((place, turn) => {
    const before: string[] = [];
    for (let e = links.inStarts[place]!; e < links.inStarts[place + 1]!; e++) {
      const source = links.inSources[e]!;
      if (turns[source]! < turn) before.push(graph.urlAt(nodes[source]!));
    }
    return { ...readingStepAt(graph, nodes[place]!), ledToBy: before };
  });
};
