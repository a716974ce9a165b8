import { withFewIssues } from '../../shared/few-issues.js';
import { bounded } from '../../shared/bounded.js';
import * as z from 'zod';
import { anyText, list, namesWith, text } from '../../shared/sizes.js';
import { relatedLinkSchema } from './related-link-schema.js';

export const articleSchema = /* @__PURE__ */ (() =>
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
