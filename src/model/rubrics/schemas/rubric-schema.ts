import { elementOfFrameworkSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, namesWith, text } from '../../shared/sizes.js';
import { attestationSchema } from '../../awards/schemas/attestation-schema.js';
import { bounded } from '../../shared/bounded.js';
import { evidenceSchema } from '../../awards/schemas/evidence-schema.js';
import { fractionSchema } from '../../shared/schemas/fraction-schema.js';
import { idSchema, versionSchema } from '../../shared/id.js';
import { measureSchema } from './measure-schema.js';
import { ratingSchema } from './rating-schema.js';
import { type Criterion, type Rubric, type Scoring, SCORING_FIELDS } from '../rubric.js';
import { rubricFaults } from '../rubric-faults.js';
import { innerRuleSchema, selectorSchema } from './rule-schema.js';
import { scaleSchema } from './scale-schema.js';
import { originSchema, sourceSchema } from '../../shared/schemas/source-schema.js';
import { verdictSchema } from '../../shared/schemas/verdict-schema.js';

const level = () => z.strictObject({ level: idSchema, of: selectorSchema.optional() });

export const criterionSchema: z.ZodType<Criterion> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      alsoCalled: list(text()).optional(),
      indicator: idSchema.optional(),
      weight: z
        .int()
        .min(1)
        .max(10_000)
        .describe('A whole number from 1; a criterion that counts nothing belongs in a rubric whose scoring is none.'),
      group: idSchema.optional(),
      tags: list(idSchema).min(1).optional(),
      scale: scaleSchema.optional(),
      notApplicable: z.enum(['refused', 'allowed', 'waived', 'held-open']).optional(),
      measure: measureSchema.optional(),
      note: text().optional(),
    }),
  ))();

export const scoringSchema: z.ZodType<Scoring> = /* @__PURE__ */ (() => {
  const fields: Record<(typeof SCORING_FIELDS)[Scoring['kind']][number], z.core.$ZodType> = {
    from: z.enum(['lowest', 'zero']),
    level: idSchema,
    of: selectorSchema.optional(),
    rule: innerRuleSchema,
  };
  const kinds = Object.entries(SCORING_FIELDS).map(([kind, names]) =>
    z.strictObject({ kind: z.literal(kind), ...Object.fromEntries(names.map((name) => [name, fields[name]])) }),
  );
  return z.discriminatedUnion(
    'kind',
    kinds as unknown as readonly [z.ZodObject, ...z.ZodObject[]],
  ) as unknown as z.ZodType<Scoring>;
})();

export const rubricSchema: z.ZodType<Rubric> = /* @__PURE__ */ (() =>
  withFewIssues(
    bounded(
      z
        .strictObject({
          id: idSchema,
          version: versionSchema,
          label: text(),
          language: text().optional(),
          framework: elementOfFrameworkSchema.optional(),
          scale: scaleSchema,
          groups: list(z.strictObject({ id: idSchema, label: text() }))
            .min(1)
            .optional(),
          groupWord: z.strictObject({ one: text(), many: text() }).optional(),
          criteria: list(criterionSchema, 10_000).min(1),
          facts: list(z.strictObject({ id: idSchema, label: text(), whenFalse: text().optional() }))
            .min(1)
            .optional(),
          scoring: scoringSchema,
          bands: list(
            z.strictObject({ id: idSchema, label: text(), from: fractionSchema, below: fractionSchema.optional() }),
          )
            .min(1)
            .optional(),
          outcomes: list(
            z.strictObject({
              id: idSchema,
              label: text(),
              rule: innerRuleSchema,
              origin: originSchema,
              description: text().optional(),
            }),
            100,
          ).describe('Lowest first.'),
          obligations: list(z.strictObject({ id: idSchema, label: text(), when: level() }))
            .min(1)
            .optional(),
          priorities: z.strictObject({ atMost: z.int().min(1) }).optional(),
          examples: list(
            z.strictObject({
              title: text(),
              ratings: namesWith(idSchema, ratingSchema),
              facts: namesWith(idSchema, attestationSchema).optional(),
              evidence: list(evidenceSchema).optional(),
              expect: z.strictObject({
                outcomes: namesWith(idSchema, verdictSchema).optional(),
                score: fractionSchema.optional(),
              }),
            }),
          ).optional(),
          sources: list(sourceSchema).min(1).optional(),
          notice: text(),
        })
        .superRefine((rubric, context) => {
          for (const { path, message } of rubricFaults(rubric as Rubric)) {
            context.addIssue({ code: 'custom', path: [...path], message });
          }
        })
        .describe(
          'Beyond its shape: ids are unique in their lists; rules, criteria, scoring, obligations and examples name only what the rubric has; ' +
            'outcomes do not achieve one another in a circle; a scoring other than none, count or count-groups needs scales with rising points; ' +
            'weights and points are small enough for exact arithmetic.',
        ) as unknown as z.ZodType<Rubric>,
    ),
  ))();
