import type { Agreement, KappaAgreement, UndefinedAgreement } from './agreement.js';

/** A criterion that stays open, and why. */
export interface OpenCriterion<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly label: string;
  readonly because: 'too-few-ratings' | 'no-majority' | 'not-unanimous' | 'applicability-disputed';
  /** The levels given, in the order of the assessments. */
  readonly levels: readonly string[];
}

/** A criterion on which raters differ. */
export interface ContestedCriterion<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly label: string;
  /** By the measure asked for; above 0. */
  readonly disagreement: number;
  /** Whether some find it not applicable while others rate it. */
  readonly applicabilityDisputed: boolean;
  /** Who said what, in the order of the assessments. */
  readonly ratings: readonly (
    | { readonly rater: string; readonly level: string }
    | { readonly rater: string; readonly notApplicable: string }
  )[];
}

/** A number of comparisons, how many of them agree, and between which shares the true one lies. */
export interface AgreedShare {
  readonly agreed: number;
  readonly compared: number;
  readonly share: number;
  /**
   * How many subjects the comparisons are of: settings for a criterion, for a pair of raters settings by criteria. The interval goes by them, since
   * comparisons of one subject hang together.
   */
  readonly subjects: number;
  /** Wilson’s score interval for so many subjects: never one point. */
  readonly interval: readonly [low: number, high: number];
}

/** An interval by the bootstrap. */
export interface BootstrappedInterval {
  readonly kind: 'bootstrap';
  readonly interval: readonly [low: number, high: number];
  /** How many samples had a coefficient. */
  readonly resamples: number;
  /** How many had none, such as those of one level throughout. */
  readonly undefinedResamples: number;
}

/** One level against all others, for two raters: Byrt, Bishop and Carlin’s indices. */
export interface LevelIndices {
  readonly level: string;
  /** How many of those that both rated both give it; only the first; only the second; neither. The indices below come from these four. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** (both give it − neither does) / compared: near −1 or 1 where it is rare or nearly everywhere. */
  readonly prevalence: number;
  /** (only the first gives it − only the second does) / compared. */
  readonly bias: number;
  /** 2 pₒ − 1: kappa as it would be without prevalence and bias. */
  readonly adjustedKappa: number;
}

export interface RaterPair {
  readonly raters: readonly [first: string, second: string];
  readonly exact: AgreedShare | UndefinedAgreement;
  /** Cohen’s kappa. Its interval is that of the agreement observed, carried over with the agreement by chance held fixed. */
  readonly kappa: KappaAgreement | UndefinedAgreement;
  readonly levels: readonly LevelIndices[];
  /** What a reader of kappa must know here, where it misleads. */
  readonly warning?: string | undefined;
}

export interface RaterTendency {
  readonly rater: string;
  /** Comparisons with the other raters of the same setting and criterion. */
  readonly compared: number;
  readonly same: number;
  readonly higher: number;
  readonly lower: number;
  /** All comparisons together: how many levels above the others, less how many below. */
  readonly levelsAbove: number;
  /** The mean of them, levelsAbove / compared; below 0 for beneath. Absent where there is nobody to compare with. */
  readonly meanLevels?: number | undefined;
  readonly direction: 'severe' | 'lenient' | 'none';
}

export interface CriterionAgreement<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly label: string;
  /** Pairs of raters of one setting, over all settings. */
  readonly exact: AgreedShare | UndefinedAgreement;
  readonly alpha: Agreement | UndefinedAgreement;
  /** The interval of alpha by the bootstrap over settings, where a random source was given. */
  readonly bootstrap?: BootstrappedInterval | UndefinedAgreement | undefined;
}

export interface ModerationReport<Criterion extends string = string> {
  readonly settings: readonly (string | undefined)[];
  readonly raters: readonly string[];
  /** Over all settings and criteria of the rubric’s own scale: ordinal alpha, and Gwet’s AC2 with linear weights, which prevalence hardly moves. */
  readonly overall: {
    readonly alpha: Agreement | UndefinedAgreement;
    readonly ac: Agreement | UndefinedAgreement;
    /**
     * Their intervals by the bootstrap over settings, where a random source was given: whole settings are drawn, since what is rated in one visit hangs together,
     * which the intervals of the coefficients themselves leave out of account.
     */
    readonly bootstrap?:
      | {
          readonly alpha: BootstrappedInterval | UndefinedAgreement;
          readonly ac: BootstrappedInterval | UndefinedAgreement;
        }
      | undefined;
  };
  readonly criteria: readonly CriterionAgreement<Criterion>[];
  /** Each two raters who rated something in common. */
  readonly pairs: readonly RaterPair[];
  readonly tendencies: readonly RaterTendency[];
  /** What a meeting should talk about, setting by setting. */
  readonly contested: readonly {
    readonly setting?: string | undefined;
    readonly criteria: readonly ContestedCriterion<Criterion>[];
  }[];
  /** What consensus leaves open, setting by setting. */
  readonly open: readonly {
    readonly setting?: string | undefined;
    readonly criteria: readonly OpenCriterion<Criterion>[];
  }[];
  /** Criteria with a scale of their own, which the coefficients leave out. */
  readonly leftOut: readonly string[];
}
