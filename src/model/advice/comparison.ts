import type { CriterionProfile } from '../rubrics/evaluation.js';
import type { Verdict } from '../shared/verdict.js';
import type { ExactNumber } from '../shared/fraction.js';

/** How one criterion moved between two evaluations. */
export type Movement =
  | 'up'
  | 'down'
  | 'same'
  | 'newly-rated'
  | 'no-longer-rated'
  | 'newly-not-applicable'
  | 'applicable-again'
  | 'contested';

export const MOVEMENTS = [
  'up',
  'down',
  'same',
  'newly-rated',
  'no-longer-rated',
  'newly-not-applicable',
  'applicable-again',
  'contested',
] as const satisfies readonly Movement[];

export interface CriterionMovement<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly label: string;
  readonly movement: Movement;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** How one outcome moved: gained and lost speak of *met*; opened and closed of *undecided*. */
export interface OutcomeMovement<Outcome extends string = string> {
  readonly outcome: Outcome;
  readonly label: string;
  readonly movement: 'gained' | 'lost' | 'opened' | 'closed' | 'same';
  readonly from: Verdict;
  readonly to: Verdict;
}

export const OUTCOME_MOVEMENTS = [
  'gained',
  'lost',
  'opened',
  'closed',
  'same',
] as const satisfies readonly OutcomeMovement['movement'][];

export interface Comparison<Criterion extends string = string, Outcome extends string = string> {
  readonly criteria: readonly CriterionMovement<Criterion>[];
  readonly outcomes: readonly OutcomeMovement<Outcome>[];
  /** The later value less the earlier one, exact; absent unless both have a value. Mind the coverages before reading it. */
  readonly scoreChange?: ExactNumber | undefined;
  /** Why both have a value and there is no change: it is no fraction of two whole numbers that a number holds exactly. */
  readonly because?: 'out-of-range' | undefined;
}

/** How a criterion moved from the earlier of two evaluations by one rubric to the later. */
export const movementBetween = (before: CriterionProfile, after: CriterionProfile): Movement => {
  if (before.state === 'not-applicable') return after.state === 'not-applicable' ? 'same' : 'applicable-again';
  if (after.state === 'not-applicable') return 'newly-not-applicable';
  if (before.state === 'unrated') return after.state === 'unrated' ? 'same' : 'newly-rated';
  if (after.state === 'unrated') return 'no-longer-rated';
  if (before.state === 'contested' || after.state === 'contested') return 'contested';
  const [from, to] = [before.height ?? 0, after.height ?? 0];
  return to > from ? 'up' : to < from ? 'down' : 'same';
};

/** How an outcome moved, by its verdicts. */
export const outcomeMovement = (from: Verdict, to: Verdict): OutcomeMovement['movement'] => {
  if (from === to) return 'same';
  if (to === 'met') return 'gained';
  if (from === 'met') return 'lost';
  return to === 'undecided' ? 'opened' : 'closed';
};
