import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { crosswalkIdSchema, idSchema, versionSchema } from '../../shared/id.js';
import { hintFor } from '../../shared/fault.js';
import { repeatedIds } from '../../shared/names.js';
import { originSchema, sourceSchema } from '../../shared/schemas/source-schema.js';
import type { Crosswalk } from '../crosswalk.js';

const side = () =>
  z.strictObject({
    framework: idSchema,
    edition: text(),
    element: idSchema,
    items: list(z.strictObject({ id: idSchema, label: text() })).min(1),
  });

export const crosswalkSchema: z.ZodType<Crosswalk> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: crosswalkIdSchema,
        version: versionSchema,
        label: text(),
        strategies: side(),
        indicators: side(),
        origin: originSchema,
        mappings: list(
          z.strictObject({
            strategy: idSchema,
            indicator: idSchema,
            strength: z.enum(['strong', 'partial', 'none']),
            reason: text(),
          }),
        )
          .min(1)
          .describe('Each names a listed strategy and a listed indicator; a pair stands at most once.'),
        sources: list(sourceSchema).min(1),
        note: text().optional(),
      })
      .superRefine((crosswalk, context) => {
        for (const list of ['strategies', 'indicators'] as const) {
          for (const { at, id } of repeatedIds(crosswalk[list].items)) {
            context.addIssue({ code: 'custom', path: [list, 'items', at, 'id'], message: `“${id}” is listed twice` });
          }
        }
        const pairs = crosswalk.mappings.map(({ strategy, indicator }) => ({ id: `${strategy} → ${indicator}` }));
        for (const { at, id } of repeatedIds(pairs)) {
          context.addIssue({ code: 'custom', path: ['mappings', at], message: `${id} is mapped twice` });
        }
        const hints = { given: 0 };
        for (const [key, list] of [
          ['strategy', 'strategies'],
          ['indicator', 'indicators'],
        ] as const) {
          const known = new Set(crosswalk[list].items.map(({ id }) => id));
          crosswalk.mappings.forEach((mapping, at) => {
            if (known.has(mapping[key])) return;
            const message = `the crosswalk lists no ${key} “${mapping[key]}”${hintFor(hints, mapping[key], [...known])}`;
            context.addIssue({ code: 'custom', path: ['mappings', at, key], message });
          });
        }
      }),
  ))();
