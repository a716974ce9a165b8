import { type FrameworkEdition, frameworkEditionSchema } from '../shared/record-name.js';
import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';
import { type Verdict, verdictSchema } from '../shared/verdict.js';

/** What a person recorded about a claim. It stands beside the computed verdict and may differ from it. */
export interface Decision {
  readonly framework: FrameworkEdition;
  readonly element: string;
  /** The id of the setting. */
  readonly setting: string;
  readonly decision: 'achieved' | 'more-evidence-needed';
  readonly decidedBy: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
  /** The verdict that was computed at the time, where one was. */
  readonly computed?: Verdict | undefined;
}

export const decisionSchema: z.ZodType<Decision> = /* @__PURE__ */ (() =>
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
