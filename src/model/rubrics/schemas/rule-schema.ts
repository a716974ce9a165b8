import * as z from 'zod';
import { bounded } from '../../shared/bounded.js';
import { withFewIssues } from '../../shared/few-issues.js';
import type { Fraction } from '../../shared/fraction.js';
import { fractionSchema } from '../../shared/schemas/fraction-schema.js';
import { idSchema } from '../../shared/id.js';
import { list } from '../../shared/sizes.js';
import { MOST_COUNTED, type Rule, RULE_FIELDS, type RuleKind, type Selector } from '../rule.js';

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
  const count = z.int().min(1).max(MOST_COUNTED);
  const rule = z.lazy(() => innerRuleSchema);
  const fields: Record<(typeof RULE_FIELDS)[RuleKind][number], Readonly<Record<string, z.core.$ZodType>>> = {
    criterion: { criterion: idSchema },
    level: { level: idSchema },
    of: { of: selectorSchema.optional() },
    count: { atLeast: count },
    numerator: { numerator: count },
    denominator: { denominator: count },
    groups: { groups: list(idSchema).min(1).optional() },
    rule: { rule },
    fewerThan: { fewerThan: count },
    then: { then: rule },
    otherwise: { otherwise: rule },
    threshold: { atLeast: fractionSchema },
    band: { band: idSchema },
    outcome: { outcome: idSchema },
    fact: { fact: idSchema },
    rules: { rules: list(rule).min(1) },
  };
  const kinds = Object.entries(RULE_FIELDS).map(([kind, names]) => {
    const schema = z.strictObject(Object.assign({ kind: z.literal(kind) }, ...names.map((name) => fields[name])));
    if (kind !== 'share') return schema;
    return schema
      .superRefine((value, context) => {
        const { numerator, denominator } = value as unknown as Fraction;
        if (numerator <= denominator) return;
        context.addIssue({ code: 'custom', path: ['numerator'], message: 'a share is at most the whole' });
      })
      .describe('At least numerator/denominator of the selected criteria; the numerator is at most the denominator.');
  });
  return z
    .discriminatedUnion('kind', kinds as unknown as readonly [z.ZodObject, ...z.ZodObject[]])
    .describe(
      'A condition on ratings. Every kind is monotone: a better rating never breaks it.',
    ) as unknown as z.ZodType<Rule>;
})();

/** A rule, of bounded depth. */
export const ruleSchema: z.ZodType<Rule> = /* @__PURE__ */ (() => withFewIssues(bounded(innerRuleSchema)))();
