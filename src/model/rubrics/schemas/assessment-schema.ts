import { rubricVersionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { anyText, list, namesWith, text } from '../../shared/sizes.js';
import { bounded } from '../../shared/bounded.js';
import { assessmentFaults } from '../assessment-faults.js';
import { attestationSchema } from '../../awards/schemas/attestation-schema.js';
import { evidenceSchema } from '../../awards/schemas/evidence-schema.js';
import { idSchema } from '../../shared/id.js';
import { repeatedIds } from '../../shared/names.js';
import { ratingSchema } from './rating-schema.js';
import type { Rubric } from '../rubric.js';
import { refuseNoRubric } from '../refuse-rubric.js';
import type { Assessment, AssessmentOf } from '../assessment.js';

export const assessmentSchema: z.ZodType<Assessment> = /* @__PURE__ */ (() =>
  withFewIssues(
    bounded(
      z.strictObject({
        rubric: rubricVersionSchema,
        kind: z.enum(['self-evaluation', 'peer', 'validation']),
        setting: idSchema,
        settingName: text().optional(),
        assessor: text(),
        date: z.iso.date(),
        ratings: namesWith(anyText(), ratingSchema),
        facts: namesWith(anyText(), attestationSchema).optional(),
        evidence: list(evidenceSchema, 100_000)
          .superRefine((evidence, context) => {
            for (const { at, first, id } of repeatedIds(evidence)) {
              context.addIssue({
                code: 'custom',
                path: [at, 'id'],
                message: `“${id}” is listed twice: it is already at position ${first}`,
              });
            }
          })
          .describe('Ids are unique.')
          .optional(),
        priorities: list(idSchema).optional(),
      }),
    ).describe('Whether the names are the rubric’s own is for assessmentSchemaFor(rubric) to say.'),
  ))();

/**
 * The schema of assessments of one rubric: as `assessmentSchema`, and every criterion, level and fact must be the
 * rubric's own, not-applicable only where the rubric allows it, the rubric and its version the ones assessed against.
 * All that is wrong is told in one pass, each at its path, in sentences that say what was got and what is right; a wrong name offers the
 * nearest right one. An empty field of a form is refused: what is not rated, or not known, is left out.
 *
 * @throws TypeError or RangeError for what is no rubric.
 *
 * @example
 * const schema = assessmentSchemaFor(stemNationLeadership);
 * const parsed = schema.safeParse({
 *   rubric: { id: 'stem-nation-leadership', version: stemNationLeadership.version },
 *   kind: 'self-evaluation', setting: 'hilltop-primary', assessor: 'A. Co-ordinator', date: '2026-03-02',
 *   ratings: { 'share-vision': 'met' },
 * });
 * parsed.error?.issues[0]?.message // => 'there is no criterion “share-vision”; is it “shared-vision”?'
 */
export const assessmentSchemaFor = <const R extends Rubric>(rubric: R): z.ZodType<AssessmentOf<R>> => {
  refuseNoRubric('assessmentSchemaFor', 'rubric', rubric);
  return withFewIssues(
    z
      .unknown()
      .superRefine((value, context) => {
        const issues = assessmentSchema.safeParse(value).error?.issues ?? [];
        for (const { path, message } of assessmentFaults(rubric, value, issues)) {
          context.addIssue({ code: 'custom', path: [...path], message });
        }
      })
      .pipe(assessmentSchema as z.ZodType<Assessment, unknown>) as unknown as z.ZodType<AssessmentOf<R>>,
  );
};
