import type { Unscored } from '../rubrics/evaluation.js';
import type { Fraction } from '../shared/fraction.js';
import type { RuleKind } from '../rubrics/rule.js';
import type { Verdict } from '../shared/verdict.js';

/** A criterion as a sentence needs it: its label, and the label of its level where it has one. */
export interface NamedCriterion {
  readonly label: string;
  readonly level?: string | undefined;
  readonly contested?: boolean | undefined;
  /** True where it is marked not applicable and the rubric holds it open all the same. */
  readonly notApplicable?: boolean | undefined;
}

/** Everything a sentence about a rule may need. Numbers of parts mean criteria, or inner rules, or groups, as the rule has them. */
export interface RuleFacts {
  readonly verdict: Verdict | 'not-applicable';
  /** Parts that apply. */
  readonly applicable: number;
  /** Parts that count already, whatever the open ones turn out to be. */
  readonly reaching: number;
  /** Parts that could still count as things stand, without changing a rating. */
  readonly could: number;
  /** Parts that must count. */
  readonly required: number;
  /** The label of the level that is asked for, where one is. */
  readonly level: string;
  /** True where that level is the highest of its scale, so that there is nothing better. */
  readonly top: boolean;
  /** Rated criteria below the level. */
  readonly short: readonly NamedCriterion[];
  /** Unrated or contested criteria that could reach it. */
  readonly open: readonly NamedCriterion[];
  /** How the selection is called: *all criteria*, *the criteria of “Leadership”*. */
  readonly selection: string;
  /** The label of the fact, outcome, band or group the rule names. */
  readonly name: string;
  /** The same, not yet in words. */
  readonly selected: SelectionFacts;
  /** The label of the one criterion a selection names, where it names one alone. */
  readonly only?: string | undefined;
  /** What a rule on groups or on how many criteria apply asks for: its inner rules, in their order. */
  readonly asked?: readonly AskedFacts[] | undefined;
  /** How many criteria a rule on how many apply tells apart. */
  readonly fewerThan?: number | undefined;
  /** What the rubric calls its groups, where it says. */
  readonly groupWord?: { readonly one: string; readonly many: string } | undefined;
  /** How the rubric says that the fact does not hold, where it says. */
  readonly whenFalse?: string | undefined;
  /** For a share: the share asked for. For a score: the threshold, with the interval still open. */
  readonly share?: Fraction | undefined;
  readonly score?: { readonly least: string; readonly greatest: string; readonly atLeast: string } | undefined;
  /** For evidence: how many items are asked for. */
  readonly items?: number | undefined;
}

/** What a rule asks for, apart from where it stands: for a rule that is told of inside another sentence. */
export interface AskedFacts {
  readonly rule: RuleKind;
  readonly level: string;
  /** True where that level is the highest of its scale. */
  readonly top: boolean;
  readonly selection: SelectionFacts;
  /** How many criteria, rules or groups must count; 1 where a rule has no number. */
  readonly required: number;
  readonly share?: Fraction | undefined;
  readonly items?: number | undefined;
  readonly fewerThan?: number | undefined;
  /** The label of the criterion, fact, outcome or band the rule names, or the score it asks for. */
  readonly name: string;
  /** The rules inside it; empty where they are too many for a sentence. */
  readonly inner: readonly AskedFacts[];
  /** How many rules stand inside it. */
  readonly parts: number;
}

/** How a selection of criteria is put into words. */
export interface SelectionFacts {
  readonly group?: string | undefined;
  readonly tag?: string | undefined;
  readonly criteria?: readonly string[] | undefined;
}

/** What a sentence about a gap needs. */
export interface GapFacts {
  readonly label: string;
  readonly now?: string | undefined;
  readonly needed: string;
  readonly blocking: boolean;
  readonly notApplicable: boolean;
  /** True where assessors differ; `now` is then the lowest level given. */
  readonly contested: boolean;
  /** Higher levels than the needed one that rules not yet met ask for too, lowest first. */
  readonly further: readonly string[];
  /** True where every level above counts more, since a score is asked for. */
  readonly rising: boolean;
}

/** What a sentence about a next step needs. */
export type StepFacts =
  | { readonly kind: 'raise'; readonly label: string; readonly from: string; readonly to: string }
  /** `top`: the level is the highest of its scale, so that there is nothing better. */
  | { readonly kind: 'rate'; readonly label: string; readonly to: string; readonly top: boolean }
  | { readonly kind: 'settle'; readonly label: string; readonly to: string; readonly top: boolean }
  /** `known`: the fact is known not to hold; `whenFalse`: how the rubric says so, where it does. */
  | {
      readonly kind: 'attest';
      readonly label: string;
      readonly known: boolean;
      readonly whenFalse?: string | undefined;
    }
  | { readonly kind: 'evidence'; readonly label: string; readonly items: number };

/** What the words of a score need, its numbers already in figures. */
export type ScoreFacts =
  | {
      readonly kind: 'scored';
      /** The score of what is rated; absent where there is only an interval yet. */
      readonly value?: string | undefined;
      readonly least: string;
      readonly greatest: string;
      /** The most there are, for points and counts. */
      readonly outOf?: string | undefined;
      /** How much is rated, in percent of the weight. */
      readonly coverage: string;
      /** True where all is rated. */
      readonly complete: boolean;
    }
  | { readonly kind: 'unscored'; readonly because: Unscored };

/**
 * The words of an evaluation: findings, gaps, steps and scores. Replace them to speak another language or in a house style; no logic reads
 * them. Every rule kind has its sentence, so a new kind is a compile error in every language.
 */
export interface EvaluationMessages {
  readonly rules: { readonly [K in RuleKind]: (facts: RuleFacts) => string };
  /** A sentence about one group, under the group's label. */
  readonly inGroup: (group: string, sentence: string) => string;
  readonly selection: (facts: SelectionFacts) => string;
  readonly gap: (facts: GapFacts) => string;
  readonly step: (facts: StepFacts) => string;
  /** What to begin with where nothing is rated yet: how many criteria there are to rate. */
  readonly begin: (criteria: number) => string;
  readonly score: (facts: ScoreFacts) => string;
  /** What stands before the decimal places of a number: a point or a comma. */
  readonly decimalSign: string;
}
