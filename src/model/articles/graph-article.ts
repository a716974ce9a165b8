import type { RelatedLink } from './related-link.js';

/** What a graph takes of an article: every `Article` that was read from a page is one. */
export interface GraphArticle {
  readonly url: string;
  /** A whole number that a double holds exactly. */
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly fileName?: string | undefined;
  readonly noIndex?: boolean | undefined;
  /** What `parsePage` found under that name; a graph makes no use of it. */
  readonly tags?: readonly string[] | undefined;
  /** In any order; the graph puts them in the order of their slots. */
  readonly related: readonly RelatedLink[];
}
