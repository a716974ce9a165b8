import { rubricVersionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import { bounded } from '../../shared/bounded.js';
import * as z from 'zod';
import { namesWith, text } from '../../shared/sizes.js';
import { crosswalkIdSchema, idSchema } from '../../shared/id.js';
import type { Migration } from '../migration.js';

export const migrationSchema: z.ZodType<Migration> = /* @__PURE__ */ (() =>
  withFewIssues(
    bounded(
      z
        .strictObject({
          id: crosswalkIdSchema.optional(),
          from: rubricVersionSchema,
          to: rubricVersionSchema,
          criteria: namesWith(
            idSchema,
            z.union([
              z.literal('ask-again'),
              z.literal('dropped'),
              z.strictObject({ to: idSchema, levels: namesWith(idSchema, idSchema) }),
            ]),
          ),
          facts: namesWith(idSchema, idSchema).optional(),
          note: text().optional(),
        })
        .describe(
          'What becomes of each criterion, level and fact: the newer one’s id, “ask-again” or “dropped”. Whether the names are those of the two rubrics is for checkMigration to say.',
        ),
    ),
  ))();
