import { withFewIssues } from '../shared/few-issues.js';
import { bounded } from '../shared/bounded.js';
import * as z from 'zod';
import { list } from '../shared/sizes.js';
import { type Fraction, fractionSchema } from '../shared/fraction.js';
import { idSchema } from '../shared/id.js';

/** The names a rule may use. `defineRubric` fills them with the rubric's own literals, so that a wrong one is underlined. */
export interface RuleNames {
  readonly criterion: string;
  readonly level: string;
  readonly outcome: string;
  readonly group: string;
  readonly tag: string;
  readonly fact: string;
  readonly band: string;
}

/**
 * Which criteria a rule looks at: those in the group *and* with the tag *and* among the names, as far as each is given.
 * Without a selector a rule looks at all criteria, or inside a group rule at all of that group. Criteria that are
 * not applicable are skipped.
 */
export interface Selector<N extends RuleNames = RuleNames> {
  readonly group?: N['group'] | undefined;
  readonly tag?: N['tag'] | undefined;
  readonly criteria?: readonly N['criterion'][] | undefined;
}

interface OfCriteria<N extends RuleNames> {
  readonly level: N['level'];
  readonly of?: Selector<N> | undefined;
}

/** The named criterion reaches the level. */
export interface AtLeastRule<N extends RuleNames = RuleNames> {
  readonly kind: 'at-least';
  readonly criterion: N['criterion'];
  readonly level: N['level'];
}
/** Every selected criterion reaches the level. */
export interface EveryRule<N extends RuleNames = RuleNames> extends OfCriteria<N> {
  readonly kind: 'every';
}
/** At least one selected criterion reaches the level. */
export interface SomeRule<N extends RuleNames = RuleNames> extends OfCriteria<N> {
  readonly kind: 'some';
}
/** At least so many selected criteria reach the level. */
export interface CountRule<N extends RuleNames = RuleNames> extends OfCriteria<N> {
  readonly kind: 'count';
  readonly atLeast: number;
}
/** At least this share of the selected criteria reaches the level: `denominator · reaching ≥ numerator · selected`. */
export interface ShareRule<N extends RuleNames = RuleNames> extends OfCriteria<N>, Fraction {
  readonly kind: 'share';
}
/** The lowest level of the selected criteria is at least this one: the statistic of a reference subset. */
export interface MinimumRule<N extends RuleNames = RuleNames> extends OfCriteria<N> {
  readonly kind: 'minimum';
}
/** Every selected criterion has at least so many items of evidence. */
export interface EvidenceRule<N extends RuleNames = RuleNames> {
  readonly kind: 'evidence';
  readonly atLeast: number;
  readonly of?: Selector<N> | undefined;
}
/** The rule holds inside every group, or every named one. */
export interface EveryGroupRule<N extends RuleNames = RuleNames> {
  readonly kind: 'every-group';
  readonly groups?: readonly N['group'][] | undefined;
  readonly rule: Rule<N>;
}
/** The rule holds inside at least so many groups. */
export interface CountGroupsRule<N extends RuleNames = RuleNames> {
  readonly kind: 'count-groups';
  readonly atLeast: number;
  readonly groups?: readonly N['group'][] | undefined;
  readonly rule: Rule<N>;
}
/** One rule where fewer than so many criteria are selected and applicable, another where there are as many or more. */
export interface WhenCountRule<N extends RuleNames = RuleNames> {
  readonly kind: 'when-count';
  readonly of?: Selector<N> | undefined;
  readonly fewerThan: number;
  readonly then: Rule<N>;
  readonly otherwise: Rule<N>;
}
/** The completed score is at least this. A share of the way up for a mean or minimum, points for a sum, a number for a count. */
export interface ScoreRule {
  readonly kind: 'score';
  readonly atLeast: Fraction;
}
/** The completed score lies in this band or a higher one. */
export interface BandRule<N extends RuleNames = RuleNames> {
  readonly kind: 'band';
  readonly band: N['band'];
}
/** Another outcome's own rule holds. */
export interface AchievesRule<N extends RuleNames = RuleNames> {
  readonly kind: 'achieves';
  readonly outcome: N['outcome'];
}
/** Somebody attests the fact: a site visit, a best-fit judgement, an award recognised as equivalent. */
export interface AttestedRule<N extends RuleNames = RuleNames> {
  readonly kind: 'attested';
  readonly fact: N['fact'];
}
/** All of the rules hold. */
export interface AllRule<N extends RuleNames = RuleNames> {
  readonly kind: 'all';
  readonly rules: readonly Rule<N>[];
}
/** At least one of the rules holds. */
export interface AnyRule<N extends RuleNames = RuleNames> {
  readonly kind: 'any';
  readonly rules: readonly Rule<N>[];
}
/** At least so many of the rules hold. */
export interface AtLeastNRule<N extends RuleNames = RuleNames> {
  readonly kind: 'at-least-n';
  readonly atLeast: number;
  readonly rules: readonly Rule<N>[];
}

/**
 * A condition on ratings, as data. There is no `not` and no `at most`: a better rating can never break a rule, so
 * *none at early* is written *every at least developing*.
 */
export type Rule<N extends RuleNames = RuleNames> =
  | AtLeastRule<N>
  | EveryRule<N>
  | SomeRule<N>
  | CountRule<N>
  | ShareRule<N>
  | MinimumRule<N>
  | EvidenceRule<N>
  | EveryGroupRule<N>
  | CountGroupsRule<N>
  | WhenCountRule<N>
  | ScoreRule
  | BandRule<N>
  | AchievesRule<N>
  | AttestedRule<N>
  | AllRule<N>
  | AnyRule<N>
  | AtLeastNRule<N>;

export type RuleKind = Rule['kind'];

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
