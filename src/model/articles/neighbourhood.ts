import type { ArticleNode } from './article-graph.js';

/** How an article of a neighbourhood stands to the one in its middle. */
export type NeighbourLayer = 'article' | 'both-ways' | 'to' | 'from' | 'further';

export interface NeighbourArticle extends Pick<ArticleNode, 'url' | 'title' | 'subject'> {
  /** How many links away, whichever way they lead: 0 for the article itself. */
  readonly distance: number;
  /** The article itself; links with it both ways, from it or to it; or further away. */
  readonly layer: NeighbourLayer;
}

/** A link between two articles of a neighbourhood, by url. Two that link to each other stand once. */
export interface NeighbourLink {
  readonly from: string;
  readonly to: string;
  readonly bothWays: boolean;
}

/** The articles around one, nearest first, and the links between them. Plain data. */
export interface Neighbourhood {
  readonly url: string;
  readonly articles: readonly NeighbourArticle[];
  readonly links: readonly NeighbourLink[];
  /** Articles linked with those here that the limit left out. */
  readonly left: number;
}
