import { withFewIssues } from '../few-issues.js';
import * as z from 'zod';
import { anyText, list, text } from '../sizes.js';
import type { Issue } from '../issue.js';

export const issueSchema: z.ZodType<Issue> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      code: anyText().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u),
      severity: z.enum(['error', 'warning', 'info']),
      path: list(z.union([anyText(), z.number()])),
      message: text(),
      hint: text().optional(),
    }),
  ))();
