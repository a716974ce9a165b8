import type { GraphArticle } from '../../model/articles/graph-article.js';
import type { LinkGraph } from '../links/link-graph.js';

export type { ResolvedBy, WrittenLink } from '../../model/articles/written-link.js';

/** An article that was given under a url already taken, and so is not in the graph. */
export interface RefusedArticle {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  /** Whether url, id, title and subject are those of the article that was kept. */
  readonly isSame: boolean;
}

/**
 * Articles and their related links, frozen. As a `LinkGraph` it holds each link to another article once, at its first slot; links
 * that lead nowhere, back to their own page or to a target named before are only among the written ones: `writtenLinks` lists
 * those of an article, and `checkArticleGraph` finds them. Nodes are numbered in the code-unit order of their urls.
 */
export interface FrozenArticleGraph extends LinkGraph {
  /**
   * Urls, titles and what else is said of articles and links, apart from the rows. Together with `buffer` it can be handed to a worker.
   * It is packed when it is first asked for; until then the graph holds the strings it was given.
   */
  readonly tableBuffer: ArrayBuffer;
  readonly urlAt: (node: number) => string;
  readonly idAt: (node: number) => number;
  readonly titleAt: (node: number) => string;
  readonly subjectAt: (node: number) => string;
  /** The subject of each node as a number, for comparing without making strings; `subjectNames` tells which it is. */
  readonly subjectNumbers: Int32Array;
  /** In the order in which the subjects first occur among the nodes. */
  readonly subjectNames: readonly string[];
  /** The file name, where the article gave one. */
  readonly fileNameAt: (node: number) => string | undefined;
  readonly isNoIndexAt: (node: number) => boolean;
  /** The node of a url; undefined where no article has it. */
  readonly nodeOf: (url: string) => number | undefined;
  /** The nodes that carry an id, ascending: more than one where an article is filed under several subjects. */
  readonly nodesWithId: (id: number) => readonly number[];
  readonly refused: readonly RefusedArticle[];
}

/**
 * An article graph with edits laid over it, until `freezeArticleGraph` makes one graph of both. Nodes of the graph beneath keep their numbers;
 * articles that came later follow it, and the number of an article that left stands empty.
 */
export interface EditedArticleGraph {
  readonly base: FrozenArticleGraph;
  /** How many numbers are in use or stand empty: nodes are 0 … nodeCount − 1. */
  readonly nodeCount: number;
  readonly isRemoved: (node: number) => boolean;
  /** The rows that differ from those of the graph beneath: each target once, in the order of the slots, as in `outTargets`. */
  readonly changedRows: ReadonlyMap<number, Int32Array>;
  /** The node of a url; undefined where no article has it now. */
  readonly nodeOf: (url: string) => number | undefined;
  readonly urlAt: (node: number) => string;
  /** The article as it now is, or undefined where the number stands empty. */
  readonly articleAt: (node: number) => GraphArticle | undefined;
}
