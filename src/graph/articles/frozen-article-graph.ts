import { freezeDeeply } from '../../common/freeze-deeply.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { GraphArticle } from './graph-article.js';
import type { LinkGraph } from '../links/link-graph.js';

/**
 * How the target of a written link was found: by its url; by its id among the articles of the subject it names; by its id alone,
 * where one article has it (or all that do are copies: then the first by url); or not at all.
 */
export type ResolvedBy = 'url' | 'id-in-subject' | 'id' | 'nothing';

/** One entry of an article's related list as it was written, and where it leads. */
export interface WrittenLink extends RelatedLink {
  /** The node it leads to, or −1. */
  readonly target: number;
  readonly resolvedBy: ResolvedBy;
}

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
 * that lead nowhere, back to their own page or to a target named before are only among the written ones, where `checkArticleGraph`
 * finds them. Nodes are numbered in the code-unit order of their urls.
 */
export interface FrozenArticleGraph extends LinkGraph {
  /** Urls, titles and what else is said of articles and links, apart from the rows. Together with `buffer` it can be handed to a worker. */
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
  /** The node of a url, or −1. */
  readonly nodeOf: (url: string) => number;
  /** The nodes that carry an id, ascending: more than one where an article is filed under several subjects. */
  readonly nodesWithId: (id: number) => readonly number[];
  /** Row `v` of the written links is `writtenStarts[v]` up to `writtenStarts[v + 1]`, in the order of their slots. */
  readonly writtenStarts: Int32Array;
  /** The node each written link leads to, or −1. */
  readonly writtenTargets: Int32Array;
  /** The slot of each written link as it was written. */
  readonly writtenSlots: Int32Array;
  /** What a written link says of its target that is not so: bits of `WRITTEN`. 0 for a link that is right in everything. */
  readonly writtenFlags: Uint8Array;
  /** A written link in full, with the words it was written in. */
  readonly writtenAt: (index: number) => WrittenLink;
  readonly refused: readonly RefusedArticle[];
}

/** Bits of `writtenFlags`. The lowest two tell how the target was found, the others which of the four names differ from the target’s. */
export const WRITTEN = /* @__PURE__ */ freezeDeeply({
  resolvedBy: 0b11,
  byUrl: 0,
  byIdInSubject: 1,
  byId: 2,
  byNothing: 3,
  idDiffers: 1 << 2,
  urlDiffers: 1 << 3,
  titleDiffers: 1 << 4,
  subjectDiffers: 1 << 5,
} as const);

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
  /** The node of a url, or −1 where no article has it now. */
  readonly nodeOf: (url: string) => number;
  readonly urlAt: (node: number) => string;
  /** The article as it now is, or undefined where the number stands empty. */
  readonly articleAt: (node: number) => GraphArticle | undefined;
}
