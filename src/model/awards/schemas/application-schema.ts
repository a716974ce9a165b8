import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { idSchema } from '../../shared/id.js';
import { unknownName } from '../../../common/nearest-name.js';
import { repeatedIds } from '../../shared/names.js';
import { list, text } from '../../shared/sizes.js';
import { originSchema, sourceSchema } from '../../shared/schemas/source-schema.js';
import { evidenceKindSchema } from './evidence-schema.js';
import type { Application } from '../application.js';

const conditionSchema = () => {
  const shared = { label: text(), hint: text(), origin: originSchema, advised: z.boolean().optional() };
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('attested'), fact: idSchema, ...shared }),
    z.strictObject({ kind: z.literal('not-after'), date: idSchema, limit: idSchema, ...shared }),
  ]);
};

const flagsSchema = () => list(z.enum(['consent', 'photographs', 'personalData']), 3);

export const applicationSchema: z.ZodType<Application> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: idSchema,
        label: text(),
        initial: idSchema,
        states: list(
          z.strictObject({ id: idSchema, label: text(), of: z.enum(['award', 'element']), origin: originSchema }),
          1000,
        ),
        transitions: list(
          z.strictObject({
            event: idSchema,
            label: text(),
            from: list(idSchema, 1000).min(1),
            to: idSchema,
            conditions: list(conditionSchema(), 1000),
            origin: originSchema,
          }),
          1000,
        ),
        permissions: z
          .partialRecord(evidenceKindSchema, flagsSchema())
          .meta({ maxProperties: evidenceKindSchema.options.length }),
        sources: list(sourceSchema),
        notice: text(),
      })
      .superRefine(({ initial, states, transitions }, ctx) => {
        const ids = states.map(({ id }) => id);
        const known = new Set(ids);
        const expectState = (id: string, path: readonly (string | number)[]) => {
          if (!known.has(id)) ctx.addIssue({ code: 'custom', path: [...path], message: unknownName('state', id, ids) });
        };
        for (const { at, first, id } of repeatedIds(states)) {
          const message = `“${id}” is listed twice: it is already at position ${first}`;
          ctx.addIssue({ code: 'custom', path: ['states', at, 'id'], message });
        }
        expectState(initial, ['initial']);
        transitions.forEach(({ from, to }, at) => {
          from.forEach((id, place) => expectState(id, ['transitions', at, 'from', place]));
          expectState(to, ['transitions', at, 'to']);
        });
      }),
  ))();
