import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { idOrderOf, visitIdNeighbours } from './id-neighbours.js';
import { eachOnce, keyTermsOf } from './key-terms.js';
import type { LinkGraph } from './link-graph.js';
import { walkFrom } from './personalised-page-rank.js';
import type { TextIndex } from './text-index.js';
import { topDocuments } from './top-documents.js';
import { topNodes } from './top-nodes.js';

/**
 * What speaks for an article: `walk-links` the articles near this one link to it; `walk` a reader strolling from here arrives there;
 * `co-citation` others name both; `text-links` articles that read like this one link to it; `text` it reads like this one.
 */
export type Signal = 'walk-links' | 'walk' | 'co-citation' | 'text-links' | 'text';

export const SIGNALS: readonly Signal[] = ['walk-links', 'walk', 'co-citation', 'text-links', 'text'];

/** A neighbour that lends its voice, and how much of it. */
export interface Voice {
  readonly node: number;
  readonly weight: number;
}

/** What is known of one article before anything is fused. */
export interface LinkSignals {
  /** The candidates of each signal, best first. */
  readonly rankings: ReadonlyMap<Signal, Int32Array>;
  /** The articles that read most like it, with their share of the likeness of the first. */
  readonly textNeighbours: readonly Voice[];
  /** The share of a reader’s time at the articles near it, the article itself left out; greatest first. */
  readonly walkNeighbours: readonly Voice[];
}

/** How far down each ranking is read. */
const DEPTH = 100;
const KEY_TERMS = 25;
/** So many text neighbours take part in the walk and lend their links. */
const TEXT_NEIGHBOURS = 20;
/**
 * Of a walk’s beginnings, what lies at the text neighbours, and at those filed nearest, for each 1 at an article without links. An
 * article with links either way tells by itself where it belongs: it shares less.
 */
const SHARE_OF_TEXT = 0.5;
const SHARE_OF_IDS = 0.5;
const WALK = { damping: 0.85, epsilon: 3e-4 } as const;
/** So many of the neighbours on the walk are kept to tell reasons by. */
const WALK_NEIGHBOURS = 200;

/** Sums by node that are 0 between uses, so that a query makes nothing in proportion to the graph. */
interface Sums {
  readonly values: Float64Array;
  readonly touched: Int32Array;
  count: number;
}

const rooms = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, Sums>();

export const sumsOf = (graph: FrozenArticleGraph): Sums => {
  const known = rooms.get(graph);
  if (known) return known;
  const made = { values: new Float64Array(graph.nodeCount), touched: new Int32Array(graph.nodeCount), count: 0 };
  rooms.set(graph, made);
  return made;
};

export const add = (sums: Sums, node: number, more: number): void => {
  const sum = sums.values[node]!;
  if (sum === 0) sums.touched[sums.count++] = node;
  sums.values[node] = sum + more;
};

/** The nodes with the greatest sums among those that may stand, and all sums back to 0. */
export const takeTop = (sums: Sums, most: number, may: (node: number) => boolean): Int32Array => {
  const { values, touched } = sums;
  let kept = 0;
  for (let i = 0; i < sums.count; i++) {
    const node = touched[i]!;
    if (may(node)) touched[kept++] = node;
    else values[node] = 0;
  }
  sums.count = kept;
  const top = topNodes(touched, kept, values, most);
  clearAll(sums);
  return top;
};

export const clearAll = (sums: Sums): void => {
  for (let i = 0; i < sums.count; i++) sums.values[sums.touched[i]!] = 0;
  sums.count = 0;
};

/** Gives each link of a node an equal part of what the node has to give. */
const giveAlong = ({ outStarts, outTargets }: LinkGraph, node: number, weight: number, sums: Sums): void => {
  const start = outStarts[node]!;
  const end = outStarts[node + 1]!;
  const each = weight / (end - start);
  for (let e = start; e < end; e++) add(sums, outTargets[e]!, each);
};

/** Where a walk begins: mostly at the article, in part at those that read like it and at those filed next to it. */
const beginnings = (
  graph: FrozenArticleGraph,
  { inStarts, outStarts }: LinkGraph,
  node: number,
  textNeighbours: readonly Voice[],
): Map<number, number> => {
  const shares = new Map([[node, 1]]);
  const linkCount = inStarts[node + 1]! - inStarts[node]! + outStarts[node + 1]! - outStarts[node]!;
  const share = (voices: readonly Voice[], all: number): void => {
    let sum = 0;
    for (const { weight } of voices) sum += weight;
    for (const { node: at, weight } of voices) shares.set(at, (shares.get(at) ?? 0) + (all * weight) / sum);
  };
  share(textNeighbours, SHARE_OF_TEXT / (1 + linkCount));
  const order = idOrderOf(graph);
  if (order.tells) {
    const near: Voice[] = [];
    visitIdNeighbours(graph, order, node, (neighbour, weight) => near.push({ node: neighbour, weight }));
    share(near, SHARE_OF_IDS / (1 + linkCount));
  }
  let sum = 0;
  for (const weight of shares.values()) sum += weight;
  for (const [at, weight] of shares) shares.set(at, weight / sum);
  return shares;
};

const coCited = (links: LinkGraph, node: number, sums: Sums): void => {
  const { inStarts, inSources, outStarts, outTargets } = links;
  for (let e = inStarts[node]!; e < inStarts[node + 1]!; e++) {
    const source = inSources[e]!;
    for (let f = outStarts[source]!; f < outStarts[source + 1]!; f++) add(sums, outTargets[f]!, 1);
  }
};

/**
 * Ranks the candidates for one article by every signal.
 * @param links the rows to go by: those of the graph, or without the article’s own
 * @param may whether a node may be recommended
 * @param withVoices whether the neighbours on the walk are wanted, to tell reasons by
 */
export const linkSignals = (
  graph: FrozenArticleGraph,
  links: LinkGraph,
  text: TextIndex | undefined,
  node: number,
  may: (candidate: number) => boolean,
  withVoices: boolean,
): LinkSignals => {
  const rankings = new Map<Signal, Int32Array>();
  const textNeighbours: Voice[] = [];
  const sums = sumsOf(graph);
  if (text) {
    const found = topDocuments(text, eachOnce(keyTermsOf(text, node, KEY_TERMS)), DEPTH + TEXT_NEIGHBOURS, [node]);
    const best = found.scores[0] ?? 1;
    for (let i = 0; i < Math.min(TEXT_NEIGHBOURS, found.documents.length); i++) {
      textNeighbours.push({ node: found.documents[i]!, weight: found.scores[i]! / best });
    }
    rankings.set('text', found.documents.filter(may).subarray(0, DEPTH));
    for (const { node: neighbour, weight } of textNeighbours) giveAlong(links, neighbour, weight, sums);
    rankings.set('text-links', takeTop(sums, DEPTH, may));
  }
  coCited(links, node, sums);
  rankings.set('co-citation', takeTop(sums, DEPTH, may));

  const walkNeighbours = walkFrom(
    links,
    beginnings(graph, links, node, textNeighbours),
    WALK,
    (nodes, count, ranks) => {
      for (let i = 0; i < count; i++) if (nodes[i] !== node) giveAlong(links, nodes[i]!, ranks[nodes[i]!]!, sums);
      rankings.set('walk-links', takeTop(sums, DEPTH, may));
      for (let i = 0; i < count; i++) if (nodes[i] !== node) add(sums, nodes[i]!, ranks[nodes[i]!]!);
      rankings.set('walk', takeTop(sums, DEPTH, may));
      if (!withVoices) return [];
      const near = topNodes(nodes, count, ranks, WALK_NEIGHBOURS);
      return Array.from(near, (at) => ({ node: at, weight: ranks[at]! })).filter((voice) => voice.node !== node);
    },
  );
  return { rankings, textNeighbours, walkNeighbours };
};
