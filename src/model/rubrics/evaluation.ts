import type { ElementOfFramework, RubricVersion } from '../shared/record-name.js';
import type { ExactNumber } from '../shared/fraction.js';
import type { Verdict } from '../shared/verdict.js';

/** Why there is no score. */
export type Unscored = 'nothing-applicable' | 'nothing-rated' | 'profile-only';

/** The least and the greatest score that the open ratings still allow. */
export interface ScoreInterval {
  readonly least: ExactNumber;
  readonly greatest: ExactNumber;
}

/**
 * A score never travels alone: it carries its coverage and the interval still open. `value` is the score of what is
 * rated so far; a sum or a count has none until everything is rated, and a contested rating leaves only the interval.
 */
export type Score =
  | {
      readonly kind: 'scored';
      readonly unit: 'share' | 'points' | 'count';
      readonly value?: ExactNumber | undefined;
      readonly interval: ScoreInterval;
      readonly coverage: ExactNumber;
      /** The highest the scoring can give. */
      readonly outOf: ExactNumber;
      /** The band that the whole interval lies in, where there is one. */
      readonly band?: string | undefined;
    }
  | {
      readonly kind: 'unscored';
      readonly because: Unscored;
      readonly interval?: ScoreInterval | undefined;
      readonly coverage?: ExactNumber | undefined;
    };

/**
 * What each criterion brings to the score. The parts, over one common denominator, add up to the value exactly (for a sum
 * that still waits for ratings, to the points so far).
 */
export interface Contributions<Criterion extends string = string> {
  readonly denominator: number;
  readonly parts: readonly { readonly criterion: Criterion; readonly numerator: number }[];
  /** For a minimum or a count, which have no parts: the criteria whose fall would lower it. */
  readonly binding: readonly Criterion[];
  /** The value, minus the value were this one not-applicable criterion unrated and counted at its lowest. */
  readonly notApplicable: readonly { readonly criterion: Criterion; readonly shift: ExactNumber }[];
}

/** What is known of one criterion, in the rubric's order. */
export interface CriterionProfile<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly indicator: string;
  readonly label: string;
  readonly state: 'rated' | 'contested' | 'not-applicable' | 'unrated';
  /** The level's id and its label, where one level is given. */
  readonly level?: string | undefined;
  readonly levelLabel?: string | undefined;
  /** What the assessor wrote beside the level. */
  readonly note?: string | undefined;
  /** The lowest and the highest level given, where assessors differ. */
  readonly between?: readonly [string, string] | undefined;
  /** The reason given, where it is not applicable. */
  readonly reason?: string | undefined;
  /** How far up its scale the level stands, from 0 (lowest) to 1, counted in levels. For contested ratings the lowest given. */
  readonly height?: number | undefined;
  readonly evidence: number;
}

/** One reason: what a rule says, in words, and what it cites. The reasons of a rule made of rules stand inside it. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict | 'not-applicable';
  readonly message: string;
  /** Criteria that decide the finding: those short of what is asked, or where it is met those that carry it. */
  readonly criteria: readonly string[];
  readonly findings: readonly Finding[];
}

/** A criterion that stands between the ratings and an outcome. */
export interface Gap<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly indicator: string;
  readonly label: string;
  /** The level it has now; absent while unrated. */
  readonly now?: string | undefined;
  /** The level it needs. */
  readonly needed: string;
  /** True where the outcome cannot be met while this criterion stays as it is; false where others could serve instead. */
  readonly blocking: boolean;
  readonly message: string;
}

export interface OutcomeVerdict<Criterion extends string = string, Outcome extends string = string> {
  readonly outcome: Outcome;
  readonly label: string;
  readonly verdict: Verdict;
  /** Why the verdict can never be met here: every rule left, since nothing it looks at applies. */
  readonly because?: 'nothing-applicable' | undefined;
  readonly finding: Finding;
  readonly gaps: readonly Gap<Criterion>[];
  /** What else stands in the way besides levels: facts not attested, and evidence that is missing. */
  readonly missing: readonly Missing<Criterion>[];
}

/** A fact or a piece of evidence that an unmet outcome still asks for. */
export type Missing<Criterion extends string = string> =
  | { readonly kind: 'fact'; readonly fact: string; readonly known: boolean; readonly message: string }
  | { readonly kind: 'evidence'; readonly criterion: Criterion; readonly items: number; readonly message: string };

/** What the engine makes of an assessment. Plain data. */
export interface Evaluation<Criterion extends string = string, Outcome extends string = string> {
  readonly rubric: RubricVersion;
  /** The framework the rubric judges, where it names one. */
  readonly framework?: ElementOfFramework | undefined;
  readonly score: Score;
  /** What makes the score; absent where nothing is rated, where ratings are contested, or where there is no score. */
  readonly contributions?: Contributions<Criterion> | undefined;
  /** The verdict of each outcome, by id. */
  readonly verdicts: { readonly [O in Outcome]: Verdict };
  /** The same with their reasons, in the rubric's order, lowest first. */
  readonly outcomes: readonly OutcomeVerdict<Criterion, Outcome>[];
  /** The highest outcome that is met. */
  readonly achieved?: Outcome | undefined;
  readonly criteria: readonly CriterionProfile<Criterion>[];
  /** What ratings ask for next. */
  readonly obligations: readonly {
    readonly id: string;
    readonly label: string;
    readonly criteria: readonly Criterion[];
  }[];
  /** Whose numbers and verdicts these are. */
  readonly notice: string;
}
