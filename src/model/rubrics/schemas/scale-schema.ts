import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { sourceSchema } from '../../shared/schemas/source-schema.js';
import type { Level, Scale } from '../scale.js';
import { scaleFaults } from '../scale-faults.js';

export const levelSchema: z.ZodType<Level> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      points: z.int().min(0).max(1_000_000).optional().describe('Worth in a score; never falls as levels rise.'),
      descriptor: text().optional(),
      alsoCalled: list(text()).optional(),
    }),
  ))();

export const scaleSchema: z.ZodType<Scale> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: idSchema,
        label: text(),
        levels: list(levelSchema, 100)
          .min(2)
          .describe('Lowest first, ids unique; points on every level or on none, never falling.'),
        sources: list(sourceSchema).optional(),
        note: text().optional(),
      })
      .superRefine((scale, context) => {
        for (const { path, message } of scaleFaults(scale.levels as readonly Level[], []))
          context.addIssue({ code: 'custom', path: [...path], message });
      }),
  ))();
