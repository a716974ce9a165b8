/** One article as a graph knows it. */
export interface ArticleNode {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
}

/** One related link between two articles of a graph, by url. */
export interface ArticleLink {
  readonly from: string;
  readonly to: string;
  readonly slot: number;
}

/** Articles and the related links between them, as plain data that travels. */
export interface ArticleGraph {
  readonly articles: readonly ArticleNode[];
  readonly links: readonly ArticleLink[];
}
