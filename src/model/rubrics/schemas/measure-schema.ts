import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { fractionSchema } from '../../shared/schemas/fraction-schema.js';
import { idSchema } from '../../shared/id.js';
import type { Measure } from '../measure.js';

export const measureSchema: z.ZodType<Measure> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('thresholds'),
          label: text(),
          steps: list(z.strictObject({ level: idSchema, atLeast: fractionSchema })).min(1),
          requires: idSchema.optional(),
        }),
        z.strictObject({
          kind: z.literal('features'),
          features: list(z.strictObject({ id: idSchema, label: text() })).min(1),
          steps: list(z.strictObject({ level: idSchema, atLeast: z.int().min(1) })).min(1),
        }),
      ])
      .describe(
        'Steps rise in level and in what they ask; features are unique and no step asks for more than there are.',
      ),
  ))();
