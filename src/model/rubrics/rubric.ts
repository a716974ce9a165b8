import type { ElementOfFramework } from '../shared/record-name.js';
import type { Attestation } from '../awards/attestation.js';
import type { Evidence } from '../awards/evidence.js';
import type { Fraction } from '../shared/fraction.js';
import type { Measure } from './measure.js';
import type { Rating } from './rating.js';
import type { Rule, RuleNames, Selector } from './rule.js';
import type { Scale } from './scale.js';
import type { Origin, Source } from '../shared/source.js';
import type { Verdict } from '../shared/verdict.js';

/**
 * Whether *not applicable* may be said of a criterion, and what a rule that names it alone then does:
 * - `refused`: it may not be said (so too where the word is left out);
 * - `waived`: the rule leaves, as if it had not been written;
 * - `held-open`: the rule stays open, as if the criterion were unrated;
 * - `allowed`: it may be said, and no rule names the criterion alone.
 */
export type NotApplicablePolicy = 'refused' | 'allowed' | 'waived' | 'held-open';

/** An indicator as judged in a rubric. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  /** Other words the same criterion goes by in sheets. */
  readonly alsoCalled?: readonly string[] | undefined;
  /** The id of the indicator it judges; its own id where left out. */
  readonly indicator?: string | undefined;
  /** How much it counts in the score: a whole number from 1. */
  readonly weight: number;
  readonly group?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** A scale of its own, instead of the rubric's. */
  readonly scale?: Scale | undefined;
  readonly notApplicable?: NotApplicablePolicy | undefined;
  /** How its level follows from something measured, where it does. */
  readonly measure?: Measure | undefined;
  readonly note?: string | undefined;
}

/** Criteria judged together: an attribute, a benchmark, a dimension. */
export interface Group {
  readonly id: string;
  readonly label: string;
}

/** Something that is not a rating and that somebody attests: a visit made, a window kept, an award recognised. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  /** The same said of a fact that does not hold: *A site visit has not been made*. */
  readonly whenFalse?: string | undefined;
}

/**
 * How ratings become a number. `from` says where a criterion's scale begins: at its lowest level's points, or at zero.
 * - `weighted-mean`, `mean-of-groups`, `minimum`: shares of the way up, from 0 to 1;
 * - `sum`: weighted points;
 * - `share-at-level`: of the criteria that apply the share that reaches a level, whatever their weights;
 * - `count`: how many criteria reach a level; `count-groups`: in how many groups a rule holds;
 * - `none`: a profile, no number.
 */
export type Scoring<N extends RuleNames = RuleNames> =
  | { readonly kind: 'weighted-mean'; readonly from: 'lowest' | 'zero' }
  | { readonly kind: 'mean-of-groups'; readonly from: 'lowest' | 'zero' }
  | { readonly kind: 'minimum'; readonly from: 'lowest' | 'zero'; readonly of?: Selector<N> | undefined }
  | { readonly kind: 'sum' }
  | { readonly kind: 'count'; readonly level: N['level']; readonly of?: Selector<N> | undefined }
  | { readonly kind: 'share-at-level'; readonly level: N['level']; readonly of?: Selector<N> | undefined }
  | { readonly kind: 'count-groups'; readonly rule: Rule<N> }
  | { readonly kind: 'none' };

/** What a scoring of each kind says. */
export const SCORING_FIELDS = {
  'weighted-mean': ['from'],
  'mean-of-groups': ['from'],
  minimum: ['from', 'of'],
  sum: [],
  count: ['level', 'of'],
  'share-at-level': ['level', 'of'],
  'count-groups': ['rule'],
  none: [],
} as const satisfies Readonly<Record<Scoring['kind'], readonly string[]>>;

/** A named interval of scores, from one bound up to but without the next; the highest has no upper bound. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly from: Fraction;
  readonly below?: Fraction | undefined;
}

/** A named result a rubric can award, guarded by a rule. */
export interface Outcome<N extends RuleNames = RuleNames> {
  readonly id: string;
  readonly label: string;
  readonly rule: Rule<N>;
  /** Whose word the outcome is. */
  readonly origin: Origin;
  readonly description?: string | undefined;
}

/** What a rating at one level asks for next. */
export interface Obligation<N extends RuleNames = RuleNames> {
  readonly id: string;
  readonly label: string;
  readonly when: { readonly level: N['level']; readonly of?: Selector<N> | undefined };
}

/** A worked example that a rubric carries as its own proof. */
export interface RubricExample {
  readonly title: string;
  readonly ratings: Readonly<Record<string, Rating | undefined>>;
  readonly facts?: Readonly<Record<string, Attestation | undefined>> | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly expect: {
    readonly outcomes?: Readonly<Record<string, Verdict | undefined>> | undefined;
    /** The score's value, exact. */
    readonly score?: Fraction | undefined;
  };
}

/** How a framework is judged: scale, criteria, score, outcomes. Plain data. */
export interface Rubric<N extends RuleNames = RuleNames> {
  readonly id: string;
  readonly version: string;
  readonly label: string;
  /** The language its words are in, as a BCP 47 tag; English where left out. */
  readonly language?: string | undefined;
  /** The framework it judges, in which edition, and which of its elements. */
  readonly framework?: ElementOfFramework | undefined;
  readonly scale: Scale;
  readonly groups?: readonly Group[] | undefined;
  /** What one group and several are called in sentences: *benchmark*, *benchmarks*. */
  readonly groupWord?: { readonly one: string; readonly many: string } | undefined;
  readonly criteria: readonly Criterion[];
  readonly facts?: readonly Fact[] | undefined;
  readonly scoring: Scoring<N>;
  readonly bands?: readonly Band[] | undefined;
  /** Lowest first. */
  readonly outcomes: readonly Outcome<N>[];
  readonly obligations?: readonly Obligation<N>[] | undefined;
  /** How many criteria a setting may choose as its priorities, where the rubric asks for priorities. */
  readonly priorities?: { readonly atMost: number } | undefined;
  readonly examples?: readonly RubricExample[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  /** What a reader of results must know: whose numbers these are. */
  readonly notice: string;
}

/** The level ids of one criterion of a rubric, lowest first. */
export const levelIds = (rubric: Rubric, at: number): readonly string[] =>
  (rubric.criteria[at]?.scale ?? rubric.scale).levels.map((level) => level.id);
