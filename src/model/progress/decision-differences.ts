import type { Decision } from '../awards/decision.js';

/** How a decision departs from the verdict that was computed beside it. */
export type DifferenceKind = 'achieved-though-not-yet-met' | 'achieved-while-undecided' | 'held-back-though-met';

/** A decision that differs from the computed verdict, with both and the person's reason. */
export interface DecisionDifference {
  readonly difference: DifferenceKind;
  readonly decision: Decision;
  readonly message: string;
}

export interface DecisionDifferences {
  /** In the order of the decisions. */
  readonly differences: readonly DecisionDifference[];
  /** How many decisions had a verdict beside them, and how many had none. */
  readonly compared: number;
  readonly withoutVerdict: number;
  readonly message: string;
  /** States who produced these words and numbers. */
  readonly notice: string;
}
