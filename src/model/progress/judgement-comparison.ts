import type { RubricVersion } from '../shared/record-name.js';
import type { Verdict } from '../shared/verdict.js';

/** Whether a self-evaluation says more than the validation, less, or the same. */
export type Claim = 'over' | 'under' | 'same';

/** Why two judgements of one criterion have no distance. */
export type NotCompared =
  | 'not-rated-by-either'
  | 'not-rated-in-self-evaluation'
  | 'not-rated-in-validation'
  | 'not-applicable-in-both'
  | 'not-applicable-in-self-evaluation'
  | 'not-applicable-in-validation'
  | 'contested';

export interface JudgedCriterion {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  readonly message: string;
}

/** What a setting and its validation say of one criterion. */
export type JudgementPair =
  | (JudgedCriterion & {
      readonly kind: 'compared';
      readonly claim: Claim;
      readonly selfEvaluation: string;
      readonly validation: string;
      /** How many levels the self-evaluation lies above the validation; below zero where it lies beneath. */
      readonly levelsAbove: number;
    })
  | (JudgedCriterion & { readonly kind: 'not-compared'; readonly because: NotCompared });

/** A self-evaluation beside a validation. Plain data. */
export interface JudgementComparison {
  readonly rubric: RubricVersion;
  /** In the rubric's order. */
  readonly criteria: readonly JudgementPair[];
  readonly counts: Readonly<Record<Claim | 'not-compared', number>>;
  /** How many criteria lie how many levels above the validation, from the most under-claimed to the most over-claimed. */
  readonly distances: readonly { readonly levelsAbove: number; readonly criteria: number }[];
  /** Outcomes that one of the two sees met and the other does not, in the rubric's order. */
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly label: string;
    readonly claim: 'over' | 'under';
    readonly selfEvaluation: Verdict;
    readonly validation: Verdict;
  }[];
  readonly message: string;
}
