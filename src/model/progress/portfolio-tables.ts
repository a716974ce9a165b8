import type { MovementCounts } from './setting-progress.js';
import type { RubricVersion } from '../shared/record-name.js';

/** A share in words. `origin` tells whether the word is a published one or this library's. */
export type Quantity =
  | {
      readonly kind: 'quantity';
      readonly words: string;
      readonly origin: 'published' | 'project';
      /** The whole percent that the word was looked up by. */
      readonly percent: number;
      readonly part: number;
      readonly whole: number;
    }
  /** No band holds the percent, or there is nothing to take a share of. */
  | { readonly kind: 'no-word'; readonly percent: number; readonly part: number; readonly whole: number }
  | { readonly kind: 'nothing-to-count' };

/** How many settings stand at one level. */
export interface LevelCount {
  readonly level: string;
  /** Its label, where the rubric was given. */
  readonly label?: string | undefined;
  readonly settings: number;
  /** The share of all settings of the table in words, where the options give the words. */
  readonly words?: Quantity | undefined;
}

/** How the settings of a table stand on one indicator. Levels and the three other states add up to all of them. */
export interface IndicatorDistribution {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  /** Lowest first. */
  readonly levels: readonly LevelCount[];
  readonly notApplicable: number;
  readonly unrated: number;
  readonly contested: number;
  /** How those with a baseline moved since it, each against its own. */
  readonly sinceBaseline: MovementCounts;
}

/** What the latest evaluations by one rubric in one version say. No mean: the profile is the summary. */
export interface RubricTable {
  readonly rubric: RubricVersion;
  readonly element?: string | undefined;
  /** How many settings have such an evaluation. */
  readonly settings: number;
  readonly indicators: readonly IndicatorDistribution[];
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly label: string;
    readonly met: number;
    readonly notYetMet: number;
    readonly undecided: number;
  }[];
  /** How many have an earlier comparable evaluation, and how many of these have a criterion that rose, or one that fell. */
  readonly baseline: { readonly settings: number; readonly withRises: number; readonly withFalls: number };
  /** Whose numbers and verdicts these are. */
  readonly notice: string;
}

/** Where the settings stand with one element of the award, by their decisions. */
export interface ElementCount {
  readonly element: string;
  readonly achieved: number;
  readonly moreEvidenceNeeded: number;
  readonly noDecision: number;
}

/** A portfolio, or a part of one, in counts of settings. */
export interface PortfolioTables {
  readonly settings: number;
  /** By rubric id, then by version. */
  readonly rubrics: readonly RubricTable[];
  /** In the award's order; empty where no award was named. */
  readonly elements: readonly ElementCount[];
  /** How many settings have achieved none, one, two … of them. */
  readonly elementsAchieved: readonly { readonly elements: number; readonly settings: number }[];
}
