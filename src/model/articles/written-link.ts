import type { RelatedLink } from './related-link.js';

/**
 * How the target of a written link was found: by its url; by its id among the articles of the subject it names; by its id alone,
 * where one article has it (or all that do are copies: then the first by url); or not at all.
 */
export type ResolvedBy = 'url' | 'id-in-subject' | 'id' | 'nothing';

/** One entry of an article's related list as it was written, and where it leads. */
export interface WrittenLink extends RelatedLink {
  /** The url of the article it leads to; left out where it leads nowhere. */
  readonly leadsTo?: string;
  readonly resolvedBy: ResolvedBy;
}
