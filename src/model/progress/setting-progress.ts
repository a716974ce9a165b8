import type { CriterionMovement, Movement, OutcomeMovement } from '../advice/comparison.js';
import type { Evaluation } from '../rubrics/evaluation.js';
import type { Period } from '../shared/period.js';
import type { RubricVersion } from '../shared/record-name.js';
import type { ExactNumber } from '../shared/fraction.js';
import type { Verdict } from '../shared/verdict.js';

/** An evaluation of a setting, with the date of the assessment it was made from. */
export interface DatedEvaluation {
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly evaluation: Evaluation;
  /** What it is reported for, where that is more than a day. */
  readonly period?: Period | undefined;
}

/** An evaluation that was left out of a comparison, and why. */
export interface RefusedEvaluation {
  readonly date: string;
  readonly rubric: RubricVersion;
  readonly because: 'other-rubric' | 'other-version';
  readonly message: string;
}

/** How many criteria moved in each way. */
export type MovementCounts = Readonly<Record<Movement, number>>;

/** What moved between two evaluations by one rubric in one version. */
export interface EvaluationStep {
  readonly criteria: readonly CriterionMovement[];
  readonly outcomes: readonly OutcomeMovement[];
  readonly counts: MovementCounts;
  /** The later lower end of the score's interval less the earlier one, exact; absent where either has none. */
  readonly leastChange?: ExactNumber | undefined;
}

/** Where a setting stands: the verdict of every outcome, and the lower end of the score's interval. */
export interface Standing {
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The outcomes that are met, lowest first. */
  readonly met: readonly string[];
  /** The least score that the open ratings still allow; absent where there is no score. */
  readonly least?: ExactNumber | undefined;
}

/** A setting on one date. */
export interface ProgressPoint {
  readonly date: string;
  readonly period?: Period | undefined;
  readonly standing: Standing;
  /** The highest outcome that is met. */
  readonly achieved?: string | undefined;
  /** How much was rated: a step between two points of different coverage is partly a step in what was looked at. */
  readonly coverage?: ExactNumber | undefined;
  /** The rubric it was brought forward from, where it was. */
  readonly mappedFrom?: RubricVersion | undefined;
}

/** What moved from one date to another. */
export interface ProgressStep extends EvaluationStep {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** The best there has been of each thing on its own, up to the last date. Standings as wholes are only partly ordered. */
export interface BestSoFar {
  /** For each outcome in the rubric's order: when it was first met and last met, and whether it is now. */
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly label: string;
    readonly firstMet?: string | undefined;
    readonly lastMet?: string | undefined;
    readonly metNow: boolean;
  }[];
  /** The highest level that each criterion was rated at, and when first; criteria never rated are left out. */
  readonly criteria: readonly {
    readonly criterion: string;
    readonly label: string;
    readonly level: string;
    readonly date: string;
    readonly isNow: boolean;
  }[];
  /** The highest lower end of the score's interval, and when it was first reached. */
  readonly least?: { readonly value: ExactNumber; readonly date: string; readonly isNow: boolean } | undefined;
}

/** One setting over time, by one rubric. Plain data. */
export interface SettingProgress {
  /** The rubric that all points are by; absent where there are no evaluations. */
  readonly rubric?: RubricVersion | undefined;
  /** By kind of period, longest first, and within a kind by date. */
  readonly points: readonly ProgressPoint[];
  /** From each point to the next of the same kind of period. */
  readonly steps: readonly ProgressStep[];
  /** From the earliest point to the latest, whatever their periods; absent where there are fewer than two. */
  readonly sinceBaseline?: ProgressStep | undefined;
  readonly best: BestSoFar;
  readonly refused: readonly RefusedEvaluation[];
}
