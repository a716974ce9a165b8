import { elementOfFrameworkSchema, rubricVersionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import { bounded } from '../../shared/bounded.js';
import * as z from 'zod';
import { anyText, list, namesWith, text } from '../../shared/sizes.js';
import { exactNumberSchema } from '../../shared/schemas/fraction-schema.js';
import { idSchema } from '../../shared/id.js';
import { verdictSchema } from '../../shared/schemas/verdict-schema.js';
import type { Score, Finding, Evaluation } from '../evaluation.js';

export const scoreSchema: z.ZodType<Score> = /* @__PURE__ */ (() => {
  const interval = z.strictObject({ least: exactNumberSchema, greatest: exactNumberSchema });
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('scored'),
      unit: z.enum(['share', 'points', 'count']),
      value: exactNumberSchema.optional(),
      interval,
      coverage: exactNumberSchema,
      outOf: exactNumberSchema,
      band: idSchema.optional(),
    }),
    z.strictObject({
      kind: z.literal('unscored'),
      because: z.enum(['nothing-applicable', 'nothing-rated', 'profile-only']),
      interval: interval.optional(),
      coverage: exactNumberSchema.optional(),
    }),
  ]);
})();

const innerFindingSchema: z.ZodType<Finding> = /* @__PURE__ */ (() =>
  z.strictObject({
    rule: text(),
    verdict: z.union([verdictSchema, z.literal('not-applicable')]),
    message: text(),
    criteria: list(idSchema),
    findings: list(z.lazy(() => innerFindingSchema)),
  }))();

export const evaluationSchema: z.ZodType<Evaluation> = /* @__PURE__ */ (() =>
  withFewIssues(
    bounded(
      z.strictObject({
        rubric: rubricVersionSchema,
        framework: elementOfFrameworkSchema.optional(),
        score: scoreSchema,
        contributions: z
          .strictObject({
            denominator: z.int().min(1),
            parts: list(z.strictObject({ criterion: idSchema, numerator: z.int() })),
            binding: list(idSchema),
            notApplicable: list(z.strictObject({ criterion: idSchema, shift: exactNumberSchema })),
          })
          .optional(),
        verdicts: namesWith(idSchema, verdictSchema),
        outcomes: list(
          z.strictObject({
            outcome: idSchema,
            label: anyText(),
            verdict: verdictSchema,
            because: z.literal('nothing-applicable').optional(),
            finding: innerFindingSchema,
            gaps: list(
              z.strictObject({
                criterion: idSchema,
                indicator: idSchema,
                label: anyText(),
                now: idSchema.optional(),
                needed: idSchema,
                blocking: z.boolean(),
                message: anyText(),
              }),
            ),
            missing: list(
              z.discriminatedUnion('kind', [
                z.strictObject({ kind: z.literal('fact'), fact: idSchema, known: z.boolean(), message: anyText() }),
                z.strictObject({
                  kind: z.literal('evidence'),
                  criterion: idSchema,
                  items: z.int().min(1),
                  message: anyText(),
                }),
              ]),
            ),
          }),
        ),
        achieved: idSchema.optional(),
        criteria: list(
          z.strictObject({
            criterion: idSchema,
            indicator: idSchema,
            label: anyText(),
            state: z.enum(['rated', 'contested', 'not-applicable', 'unrated']),
            level: idSchema.optional(),
            levelLabel: anyText().optional(),
            note: anyText().optional(),
            between: z.tuple([idSchema, idSchema]).optional(),
            reason: anyText().optional(),
            height: z.number().min(0).max(1).optional(),
            evidence: z.int().min(0),
          }),
        ),
        obligations: list(z.strictObject({ id: idSchema, label: anyText(), criteria: list(idSchema) })),
        notice: anyText(),
      }),
    ),
  ))();
