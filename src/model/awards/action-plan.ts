import { type FrameworkEdition, frameworkEditionSchema } from '../shared/record-name.js';
import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';
import { repeatedIds } from '../shared/names.js';

/** One thing that a setting means to do. What is not settled yet is left out; `checkActionPlan` tells what is missing. */
export interface Action {
  readonly id: string;
  /** What will be done, in a sentence. */
  readonly what: string;
  /** The id of the role that sees to it. */
  readonly owner?: string | undefined;
  /** The day by which it is done: calendar date, `YYYY-MM-DD`. */
  readonly due?: string | undefined;
  /** How people will know that it worked. */
  readonly successMeasure?: string | undefined;
  /** The id of the strategy it uses. */
  readonly strategy?: string | undefined;
  /** Ids of the indicators whose gaps it addresses. */
  readonly addresses: readonly string[];
  /** The id of the rubric's obligation it answers. */
  readonly obligation?: string | undefined;
  /** Why it is in the plan. */
  readonly because?: string | undefined;
}

/** What a setting means to do until a day it has chosen: its horizon. */
export interface ActionPlan {
  /** The id of the setting. */
  readonly setting: string;
  /** The framework whose gaps it answers, where it names one. */
  readonly framework?: FrameworkEdition | undefined;
  /** The day it was written or brought up to date, `YYYY-MM-DD`. */
  readonly date: string;
  /** The last day it looks ahead to, `YYYY-MM-DD`: the end of the next session, or later. */
  readonly horizon: string;
  readonly actions: readonly Action[];
}

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
          context.addIssue({ code: 'custom', path: ['actions', at, 'id'], message: `the action “${id}” stands twice` });
        }
      }),
  ))();
