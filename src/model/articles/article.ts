import { withFewIssues } from '../shared/few-issues.js';
import { bounded } from '../shared/bounded.js';
import * as z from 'zod';
import { anyText, list, namesWith, text } from '../shared/sizes.js';
import { type RelatedLink, relatedLinkSchema } from './related-link.js';

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

export const articleSchema: z.ZodType<Article> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      url: text().describe('The identity of the article: unique, where ids repeat across subject folders.'),
      id: z.int(),
      date: z.iso.date(),
      title: text(),
      articleTitle: text(),
      subject: text(),
      author: text(),
      question: text(),
      answer: text().describe('Markdown with real line breaks.'),
      fileName: text(),
      seo: z.strictObject({ title: anyText(), description: anyText(), keywords: list(anyText()) }),
      dateFormat: anyText(),
      postOnText: anyText(),
      schema: anyText(),
      noIndex: z.boolean(),
      editorialScore: z.number().min(0).optional().describe('Absent where no editor gave one; never −1.'),
      related: list(relatedLinkSchema),
      body: anyText().optional(),
      extra: bounded(namesWith(anyText(), z.unknown())).describe(
        'Front-matter keys the model does not know, kept as they were.',
      ),
    }),
  ))();
