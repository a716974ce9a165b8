import * as z from 'zod';
import { withFewIssues } from '../../shared/few-issues.js';
import { anyText, list, text } from '../../shared/sizes.js';
import type { GraphArticle } from '../graph-article.js';
import { GREATEST_SLOT } from '../related-link.js';

export const graphArticleSchema: z.ZodType<GraphArticle> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      url: text(),
      id: z.int(),
      title: anyText(),
      subject: anyText(),
      fileName: anyText().optional(),
      noIndex: z.boolean().optional(),
      tags: list(anyText()).optional(),
      related: list(
        z.strictObject({
          slot: z.int().min(1).max(GREATEST_SLOT),
          id: z.int(),
          title: anyText(),
          subject: anyText(),
          url: anyText(),
        }),
      ).describe('The entries of its related list. A title or a subject that the page does not give is empty.'),
    }),
  ))();
