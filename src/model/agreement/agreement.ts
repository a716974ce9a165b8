/** A name or a number that a rater gives a subject. Numbers are their own values; names take theirs from their order. */
export type Category = string | number;

/** Why there is no coefficient. */
export type WhyUndefined =
  /** Nobody rated anything. */
  | 'no-subjects'
  /** There is one rater, or none. */
  | 'too-few-raters'
  /** There are too few subjects for the variances that the coefficient compares. */
  | 'too-few-subjects'
  /** No subject was rated twice. */
  | 'no-pairs'
  /** By chance alone the agreement would be complete: nothing is left for the raters to show. */
  | 'no-variation'
  /** Only one category is known; the others have to be declared. */
  | 'single-category'
  /** The coefficient has no standard error. */
  | 'no-standard-error';

/** There is no number, and why. */
export interface UndefinedAgreement {
  readonly kind: 'undefined';
  readonly because: WhyUndefined;
  readonly message: string;
}

/** An agreement coefficient and how sure it is. */
export interface Agreement {
  readonly kind: 'agreement';
  /** 1 is complete agreement, 0 what chance alone would give, below 0 less than that. */
  readonly coefficient: number;
  /** The observed agreement, pₒ. */
  readonly observed: number;
  /** The agreement that chance alone would give, pₑ. */
  readonly expected: number;
  /** Absent where there is one subject, or where the number of subjects is not known. */
  readonly standardError?: number | undefined;
  /** The confidence interval, of 95 % where nothing else was asked. Its upper end is at most 1. */
  readonly interval?: readonly [low: number, high: number] | undefined;
  /** How many subjects were rated at all; absent where only proportions are known. */
  readonly subjects?: number | undefined;
  /** How many raters rated anything at all. */
  readonly raters: number;
  /** The categories, in their order. */
  readonly categories: readonly Category[];
}

/** A kappa of two raters, with its standard error where there is no agreement beyond chance. */
export interface KappaAgreement extends Agreement {
  /** The standard error where the true kappa is 0: κ divided by it is the test statistic z. */
  readonly nullStandardError?: number | undefined;
  /** How often a kappa as far from 0 comes about where the true one is 0: both tails of the normal distribution at z. */
  readonly pValue?: number | undefined;
}
