import type { Rubric } from '../rubrics/rubric.js';
import type { CriterionId, FactId } from '../rubrics/assessment.js';

/** One thing to do, as an effort function is asked to price it: a raise is of one level. */
export type StepToPrice<R extends Rubric = Rubric> =
  | { readonly kind: 'raise'; readonly criterion: CriterionId<R>; readonly from: string; readonly to: string }
  | { readonly kind: 'rate'; readonly criterion: CriterionId<R>; readonly level: string }
  | { readonly kind: 'settle'; readonly criterion: CriterionId<R>; readonly level: string }
  | { readonly kind: 'attest'; readonly fact: FactId<R> }
  | { readonly kind: 'evidence'; readonly indicator: string };

/**
 * One entry of an answer: everything to do about one criterion, fact or indicator. A raise of a criterion that is unrated or contested
 * begins with rating it, or settling it, on the level it is raised from: that is one of its steps.
 */
export type NextStep<R extends Rubric = Rubric> = StepToPrice<R> & {
  /** How many steps it is: levels to rise, items to add, and one to rate or settle what has no one level yet. */
  readonly steps: number;
  readonly message: string;
};

/** The cheapest steps to an outcome; or that it is met, or out of reach with what applies here. */
export type NextSteps<R extends Rubric = Rubric> =
  | {
      readonly kind: 'steps';
      readonly steps: readonly NextStep<R>[];
      /** The number of steps, or their effort where the caller prices them. */
      readonly cost: number;
      /** False where the search was cut short: the steps do reach the outcome, but cheaper ones may exist. */
      readonly proved: boolean;
      /** Where nothing is rated yet: the one sentence to show, instead of a step for each criterion. */
      readonly message?: string | undefined;
    }
  | { readonly kind: 'met-already' }
  | { readonly kind: 'out-of-reach' };
