import type { Fraction } from '../shared/fraction.js';

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

/** A level, and which criteria have to reach it. */
export interface OfCriteria<N extends RuleNames> {
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
/**
 * The lower median level of the selected criteria is at least this one: more than half of those that apply reach it. Of four it is the
 * second lowest, of five the third: the level that fits most of them, for best-fit judgements.
 */
export interface LowerMedianRule<N extends RuleNames = RuleNames> extends OfCriteria<N> {
  readonly kind: 'lower-median';
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
  | LowerMedianRule<N>
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

/** No rule counts further than this, be it items of evidence, criteria, groups or rules. */
export const MOST_COUNTED = 10_000;

/** What a rule of each kind says, in the order of its fields; `count` and `threshold` are two readings of *atLeast*. */
export const RULE_FIELDS = {
  'at-least': ['criterion', 'level'],
  every: ['level', 'of'],
  some: ['level', 'of'],
  count: ['count', 'level', 'of'],
  share: ['numerator', 'denominator', 'level', 'of'],
  minimum: ['level', 'of'],
  'lower-median': ['level', 'of'],
  evidence: ['count', 'of'],
  'every-group': ['groups', 'rule'],
  'count-groups': ['count', 'groups', 'rule'],
  'when-count': ['of', 'fewerThan', 'then', 'otherwise'],
  score: ['threshold'],
  band: ['band'],
  achieves: ['outcome'],
  attested: ['fact'],
  all: ['rules'],
  any: ['rules'],
  'at-least-n': ['count', 'rules'],
} as const satisfies Readonly<Record<RuleKind, readonly string[]>>;
