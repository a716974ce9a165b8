import { frameworkEditionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { verdictSchema } from '../../shared/schemas/verdict-schema.js';

export const decisionSchema = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      framework: frameworkEditionSchema,
      element: idSchema,
      setting: idSchema,
      decision: z
        .enum(['achieved', 'more-evidence-needed'])
        .describe('“Achieved” is the award’s published word; the other is this project’s own.'),
      decidedBy: text(),
      date: z.iso.date(),
      reason: text(),
      computed: verdictSchema.optional(),
    }),
  ))();
