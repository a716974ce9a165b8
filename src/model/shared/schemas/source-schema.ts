import { withFewIssues } from '../few-issues.js';
import * as z from 'zod';
import { text } from '../sizes.js';
import type { Origin } from '../source.js';

export const sourceSchema = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      title: text(),
      url: text(),
      read: z.iso.date(),
      licence: text().optional(),
      note: text().optional(),
    }),
  ))();

export const originSchema: z.ZodType<Origin> = /* @__PURE__ */ (() => z.enum(['published', 'project']))();
