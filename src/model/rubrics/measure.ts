import type { Fraction } from '../shared/fraction.js';

/** The least that a measured share must be for a level. */
export interface ThresholdStep {
  readonly level: string;
  readonly atLeast: Fraction;
}

/** How many of the listed features must be present for a level. */
export interface FeatureStep {
  readonly level: string;
  readonly atLeast: number;
}

/**
 * How a criterion's level follows from something measured instead of being judged: a share that reaches thresholds, where
 * asked for together with a fact; or how many of some listed features are present. Steps rise; below the first stands the
 * scale's lowest level.
 */
export type Measure =
  | {
      readonly kind: 'thresholds';
      /** What is measured, in words: *certified staff who could comment*. */
      readonly label: string;
      readonly steps: readonly ThresholdStep[];
      /** A fact of the rubric without which no threshold counts. */
      readonly requires?: string | undefined;
    }
  | {
      readonly kind: 'features';
      readonly features: readonly { readonly id: string; readonly label: string }[];
      readonly steps: readonly FeatureStep[];
    };
