import { frameworkEditionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { repeatedIds } from '../../shared/names.js';
import type { Action, ActionPlan } from '../action-plan.js';

export const actionSchema: z.ZodType<Action> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      what: text(),
      owner: idSchema.optional().describe('The id of the role that sees to it.'),
      due: z.iso.date().optional(),
      successMeasure: text().optional(),
      strategy: idSchema.optional(),
      addresses: list(idSchema).describe('Ids of the indicators whose gaps it addresses.'),
      obligation: idSchema.optional(),
      because: text().optional(),
    }),
  ))();

export const actionPlanSchema: z.ZodType<ActionPlan> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        setting: idSchema,
        framework: frameworkEditionSchema.optional(),
        date: z.iso.date(),
        horizon: z.iso.date().describe('The last day the plan looks ahead to.'),
        actions: list(actionSchema, 10_000).describe('Action ids are unique.'),
      })
      .superRefine((plan, context) => {
        for (const { at, id } of repeatedIds(plan.actions)) {
          context.addIssue({
            code: 'custom',
            path: ['actions', at, 'id'],
            message: `the action “${id}” is listed twice`,
          });
        }
      }),
  ))();
