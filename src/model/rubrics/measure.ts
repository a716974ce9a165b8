import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../shared/sizes.js';
import { type Fraction, fractionSchema } from '../shared/fraction.js';
import { idSchema } from '../shared/id.js';

/** The least that a measured share must be for a level. */
export interface ThresholdStep {
  readonly level: string;
  readonly atLeast: Fraction;
}

/** How many of the listed features must be present for a level. */
export interface FeatureStep {
  readonly level: string;
  readonly atLeast: number;
}

/**
 * How a criterion's level follows from something measured instead of being judged: a share that reaches thresholds, where
 * asked for together with a fact; or how many of some listed features are present. Steps rise; below the first stands the
 * scale's lowest level.
 */
export type Measure =
  | {
      readonly kind: 'thresholds';
      /** What is measured, in words: *certified staff who could comment*. */
      readonly label: string;
      readonly steps: readonly ThresholdStep[];
      /** A fact of the rubric without which no threshold counts. */
      readonly requires?: string | undefined;
    }
  | {
      readonly kind: 'features';
      readonly features: readonly { readonly id: string; readonly label: string }[];
      readonly steps: readonly FeatureStep[];
    };

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
