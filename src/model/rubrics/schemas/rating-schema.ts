import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { anyText, list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import type { Rating } from '../rating.js';

export const ratingSchema: z.ZodType<Rating> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .union(
        [
          idSchema,
          z.strictObject({ level: idSchema, note: text().optional() }),
          z.strictObject({ levels: list(idSchema, 1000).min(1) }),
          z.strictObject({ notApplicable: anyText().trim().min(1) }),
        ],
        {
          error:
            'a rating is a level id, { level, note }, { levels } of several assessors, or { notApplicable: "the reason" }',
        },
      )
      .describe('A level id; a level with a note; the levels of several assessors; or not applicable with its reason.'),
  ))();
