import type { RelatedLink } from './related-link.js';

/** What a page tells search engines about itself. */
export interface ArticleSeo {
  readonly title: string;
  readonly description: string;
  /** The comma-separated list, split and trimmed. A page that forgot its commas has one long keyword. */
  readonly keywords: readonly string[];
}

/**
 * A learning article. Its identity is its `url`: the same `id` may be filed under several subjects.
 * `answer` is Markdown with real line breaks.
 */
export interface Article {
  readonly url: string;
  readonly id: number;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly articleTitle: string;
  readonly subject: string;
  readonly author: string;
  readonly question: string;
  readonly answer: string;
  readonly fileName: string;
  readonly seo: ArticleSeo;
  /** How the page asks its host to show the date; it does not describe the stored date. */
  readonly dateFormat: string;
  readonly postOnText: string;
  /** The `_schema` of the page. */
  readonly schema: string;
  /** True where the page asks search engines to stay away. */
  readonly noIndex: boolean;
  /** An editor's score. Absent where none was given (the pages write −1.0 for that). */
  readonly editorialScore?: number | undefined;
  readonly related: readonly RelatedLink[];
  /** Text after the front matter, where it is more than the customary blank. */
  readonly body?: string | undefined;
  /** Front-matter keys this model does not know, as they were. */
  readonly extra: Readonly<Record<string, unknown>>;
}
