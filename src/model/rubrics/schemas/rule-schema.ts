import { withFewIssues } from '../../shared/few-issues.js';
import { bounded } from '../../shared/bounded.js';
import * as z from 'zod';
import { list } from '../../shared/sizes.js';
import { fractionSchema } from '../../shared/schemas/fraction-schema.js';
import { idSchema } from '../../shared/id.js';
import type { Selector, Rule } from '../rule.js';

export const selectorSchema: z.ZodType<Selector> = /* @__PURE__ */ (() =>
  z
    .strictObject({
      group: idSchema.optional(),
      tag: idSchema.optional(),
      criteria: list(idSchema).min(1).optional(),
    })
    .refine((selector) => Object.values(selector).some((part) => part !== undefined), {
      message: 'a selector names a group, a tag or criteria; leave it out to select all',
    })
    .describe(
      'The criteria in the group and with the tag and among the names, as far as each is given; at least one is.',
    ))();

/** A rule of any depth, for schemas that bound the whole. */
export const innerRuleSchema: z.ZodType<Rule> = /* @__PURE__ */ (() => {
  const of = selectorSchema.optional();
  const count = z.int().min(1).max(10_000);
  const rule = z.lazy(() => innerRuleSchema);
  const rules = list(rule).min(1);
  const groups = list(idSchema).min(1).optional();
  return z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('at-least'), criterion: idSchema, level: idSchema }),
      z.strictObject({ kind: z.literal('every'), level: idSchema, of }),
      z.strictObject({ kind: z.literal('some'), level: idSchema, of }),
      z.strictObject({ kind: z.literal('count'), atLeast: count, level: idSchema, of }),
      z
        .strictObject({
          kind: z.literal('share'),
          numerator: z.int().min(1).max(10_000),
          denominator: z.int().min(1).max(10_000),
          level: idSchema,
          of,
        })
        .superRefine((value, context) => {
          if (value.numerator <= value.denominator) return;
          context.addIssue({ code: 'custom', path: ['numerator'], message: 'a share is at most the whole' });
        })
        .describe('At least numerator/denominator of the selected criteria; the numerator is at most the denominator.'),
      z.strictObject({ kind: z.literal('minimum'), level: idSchema, of }),
      z.strictObject({ kind: z.literal('evidence'), atLeast: count, of }),
      z.strictObject({ kind: z.literal('every-group'), groups, rule }),
      z.strictObject({ kind: z.literal('count-groups'), atLeast: count, groups, rule }),
      z.strictObject({ kind: z.literal('when-count'), of, fewerThan: count, then: rule, otherwise: rule }),
      z.strictObject({ kind: z.literal('score'), atLeast: fractionSchema }),
      z.strictObject({ kind: z.literal('band'), band: idSchema }),
      z.strictObject({ kind: z.literal('achieves'), outcome: idSchema }),
      z.strictObject({ kind: z.literal('attested'), fact: idSchema }),
      z.strictObject({ kind: z.literal('all'), rules }),
      z.strictObject({ kind: z.literal('any'), rules }),
      z.strictObject({ kind: z.literal('at-least-n'), atLeast: count, rules }),
    ])
    .describe('A condition on ratings. Every kind is monotone: a better rating never breaks it.');
})();

/** A rule, of bounded depth. */
export const ruleSchema: z.ZodType<Rule> = /* @__PURE__ */ (() => withFewIssues(bounded(innerRuleSchema)))();
