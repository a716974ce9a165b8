import { inRows, type OneWayRows, outRows } from '../links/link-rows.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { findArticle } from '../articles/find-article.js';
import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoArticleGraph, refuseNoGraph } from '../links/refuse-graph.js';
import {
  refuseLimit,
  refuseNoList,
  refuseNoNumbers,
  refuseStranger,
  refuseUnknown,
  refuseWord,
} from '../../common/refuse.js';

export interface ShortestPathOptions {
  /** Whether links are followed as they lead (`out`, the default) or either way (`all`). */
  readonly direction?: 'out' | 'all' | undefined;
  /** A number for each node, such as its subject: of equally short paths one is taken on which it changes least. */
  readonly groups?: ArrayLike<number> | undefined;
  /** Nodes not to pass through. The two ends are never avoided. */
  readonly avoid?: Iterable<number> | undefined;
}

interface Search {
  /** Steps from each node to the end; −1 where it was not reached. */
  readonly steps: Int32Array;
  /** The fewest changes of group on a shortest way from each node to the end. */
  readonly changes: Int32Array;
}

/**
 * Goes from the end against the links, level by level, until the beginning is met. A node is taken from the queue after all that are nearer
 * the end, so the fewest changes from it are known from theirs.
 */
const search = (
  nodeCount: number,
  from: number,
  to: number,
  forward: readonly OneWayRows[],
  backward: readonly OneWayRows[],
  groups: ArrayLike<number> | undefined,
  isAvoided: Uint8Array,
): Search | undefined => {
  const steps = new Int32Array(nodeCount).fill(-1);
  const changes = new Int32Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  queue[0] = to;
  steps[to] = 0;
  let waiting = 1;
  for (let head = 0; head < waiting; head++) {
    const v = queue[head]!;
    const ahead = steps[v]! - 1;
    if (groups !== undefined && ahead >= 0) changes[v] = fewestChanges(v, ahead, forward, groups, steps, changes);
    if (v === from) return { steps, changes };
    for (const { starts, ends } of backward) {
      for (let e = starts[v]!; e < starts[v + 1]!; e++) {
        const before = ends[e]!;
        if (steps[before] !== -1 || isAvoided[before] === 1) continue;
        steps[before] = ahead + 2;
        queue[waiting++] = before;
      }
    }
  }
  return undefined;
};

const fewestChanges = (
  node: number,
  ahead: number,
  forward: readonly OneWayRows[],
  groups: ArrayLike<number>,
  steps: Int32Array,
  changes: Int32Array,
): number => {
  let fewest = steps.length;
  for (const { starts, ends } of forward) {
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const next = ends[e]!;
      if (steps[next] !== ahead) continue;
      const found = changes[next]! + (groups[next] === groups[node] ? 0 : 1);
      if (found < fewest) fewest = found;
    }
  }
  return fewest;
};

/** Of the nodes one step nearer the end the lowest that keeps to the fewest changes. */
const nextOn = (
  node: number,
  forward: readonly OneWayRows[],
  groups: ArrayLike<number> | undefined,
  { steps, changes }: Search,
): number => {
  let best = steps.length;
  for (const { starts, ends } of forward) {
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const next = ends[e]!;
      if (next >= best || steps[next] !== steps[node]! - 1) continue;
      if (groups && changes[next]! + (groups[next] === groups[node] ? 0 : 1) !== changes[node]) continue;
      best = next;
    }
  }
  return best;
};

const CALLER = 'shortestPath';

/**
 * A shortest path of links from one node to another, both included; undefined where none leads there. Among the shortest it is one on
 * which the `groups` of its nodes change least often, and among those the first when their nodes are compared one by one: the
 * same on every run. A breadth-first search from the end, at worst over all links once or twice.
 *
 * @throws RangeError for a node outside 0 … nodeCount − 1, groups that are not one a node or an unknown direction
 * @see Moore (1959), “The shortest path through a maze”
 * @example
 * const graph = buildLinkGraph({ nodeCount: 4, sources: [0, 0, 1, 2], targets: [1, 2, 3, 3] });
 * shortestPath(graph, 0, 3); // => [0, 1, 3]
 * shortestPath(graph, 0, 3, { groups: [7, 8, 7, 7] }); // => [0, 2, 3]
 * shortestPath(graph, 3, 0); // => undefined
 */
export const shortestPath = (
  graph: LinkGraph,
  from: number,
  to: number,
  options: ShortestPathOptions = {},
): number[] | undefined => {
  refuseNoGraph(CALLER, graph);
  refuseUnknown(CALLER, options, ['direction', 'groups', 'avoid']);
  const { direction = 'out', groups, avoid = [] } = options;
  refuseStranger(CALLER, from, graph.nodeCount);
  refuseStranger(CALLER, to, graph.nodeCount);
  refuseWord(CALLER, 'direction', direction, ['out', 'all']);
  if (groups !== undefined) refuseNoNumbers(CALLER, 'groups', groups);
  if (groups && groups.length !== graph.nodeCount) {
    throw new RangeError(`${CALLER}: there are ${groups.length} groups for ${graph.nodeCount} nodes; each has one`);
  }
  refuseNoList(CALLER, 'avoid', avoid, 'nodes');
  const isAvoided = new Uint8Array(graph.nodeCount);
  for (const node of avoid) {
    refuseStranger(CALLER, node, graph.nodeCount);
    isAvoided[node] = 1;
  }
  isAvoided[from] = 0;
  const forward = direction === 'all' ? [outRows(graph), inRows(graph)] : [outRows(graph)];
  const backward = direction === 'all' ? forward : [inRows(graph)];
  const found = search(graph.nodeCount, from, to, forward, backward, groups, isAvoided);
  if (!found) return undefined;
  const path = [from];
  for (let v = from; v !== to; ) {
    v = nextOn(v, forward, groups, found);
    path.push(v);
  }
  return path;
};

/** An article as a reader is shown it. */
export interface ReadingStep {
  readonly url: string;
  readonly title: string;
  readonly subject: string;
}

export const readingStepAt = (graph: FrozenArticleGraph, node: number): ReadingStep => ({
  url: graph.urlAt(node),
  title: graph.titleAt(node),
  subject: graph.subjectAt(node),
});

export interface ReadingPathOptions {
  /** Whether related links are followed as they lead (`out`, the default) or either way (`all`). */
  readonly direction?: 'out' | 'all' | undefined;
  /** How many links may be followed at most. No limit by default. */
  readonly maxSteps?: number | undefined;
  /** Urls of articles not to pass through. The two ends are never avoided. */
  readonly avoid?: Iterable<string> | undefined;
}

/** From one article to another by related links, or the word for why not. */
export type ReadingPath =
  | {
      readonly kind: 'path';
      /** From the first article to the last. */
      readonly articles: readonly ReadingStep[];
      /** How many links are followed. */
      readonly steps: number;
      /** How often the subject changes on the way. */
      readonly subjectChanges: number;
    }
  | {
      readonly kind: 'none';
      /** No links lead there; or they do by way of avoided articles alone; or only by more steps than allowed. */
      readonly because: 'unreachable' | 'avoided' | 'too-far';
      /** How many steps the shortest path has, where it is too far. */
      readonly steps?: number;
    };

/**
 * The way from one article to another by following related links: as few as can be, among the shortest one that changes subject least
 * often, and among those the first by urls. From an article to itself the path is the article.
 *
 * @throws RangeError for a url that no article of the graph has, naming the one most like it, or for an option that cannot be meant
 * @example
 * const page = (url: string, subject: string, ...to: string[]) => ({
 *   url,
 *   id: url.length,
 *   title: url,
 *   subject,
 *   related: to.map((target, i) => ({ slot: i + 1, id: target.length, title: target, subject, url: target })),
 * });
 * const graph = buildArticleGraph([
 *   page('/a', 'Clubs', '/b', '/c'),
 *   page('/b', 'Maths', '/dd'),
 *   page('/c', 'Clubs', '/dd'),
 *   page('/dd', 'Clubs'),
 * ]);
 * const path = readingPath(graph, '/a', '/dd');
 * path.kind === 'path' && path.articles.map(({ url }) => url); // => ['/a', '/c', '/dd']
 * readingPath(graph, '/dd', '/a'); // => { kind: 'none', because: 'unreachable' }
 */
export const readingPath = (
  graph: FrozenArticleGraph,
  fromUrl: string,
  toUrl: string,
  options: ReadingPathOptions = {},
): ReadingPath => {
  refuseNoArticleGraph('readingPath', graph);
  refuseUnknown('readingPath', options, ['direction', 'maxSteps', 'avoid']);
  const { direction = 'out', maxSteps = Number.POSITIVE_INFINITY, avoid = [] } = options;
  refuseLimit('readingPath', 'maxSteps', maxSteps);
  refuseWord('readingPath', 'direction', direction, ['out', 'all']);
  const from = findArticle('readingPath', graph, fromUrl, 'fromUrl');
  const to = findArticle('readingPath', graph, toUrl, 'toUrl');
  refuseNoList('readingPath', 'avoid', avoid, 'urls');
  const avoided = Array.from(avoid, (url) =>
    findArticle('readingPath', graph, url, 'a url of avoid', ', as avoid asks'),
  );
  const groups = graph.subjectNumbers;
  const path = shortestPath(graph, from, to, { direction, groups, avoid: avoided });
  if (!path) {
    const isReachable = avoided.length > 0 && shortestPath(graph, from, to, { direction }) !== undefined;
    return { kind: 'none', because: isReachable ? 'avoided' : 'unreachable' };
  }
  const steps = path.length - 1;
  if (steps > maxSteps) return { kind: 'none', because: 'too-far', steps };
  let subjectChanges = 0;
  for (let i = 1; i <= steps; i++) if (groups[path[i]!] !== groups[path[i - 1]!]) subjectChanges++;
  return { kind: 'path', articles: path.map((node) => readingStepAt(graph, node)), steps, subjectChanges };
};
