import type { CriterionProfile, Evaluation } from '../model/evaluation.js';
import type { ExactNumber } from '../model/fraction.js';
import type { Verdict } from '../model/verdict.js';
import { exactDifference } from './exact-difference.js';

/** How one criterion moved between two evaluations, in the words of `compareEvaluations`. */
export type StepMovement =
  | 'up'
  | 'down'
  | 'same'
  | 'newly-rated'
  | 'no-longer-rated'
  | 'newly-not-applicable'
  | 'applicable-again'
  | 'contested';

/** What became of one criterion: the levels before and after, where it had them. */
export interface CriterionStep {
  readonly criterion: string;
  readonly label: string;
  readonly movement: StepMovement;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What became of one outcome: gained and lost speak of *met*; opened and closed of *undecided*. */
export interface OutcomeStep {
  readonly outcome: string;
  readonly label: string;
  readonly movement: 'gained' | 'lost' | 'opened' | 'closed' | 'same';
  readonly from: Verdict;
  readonly to: Verdict;
}

/** How many criteria moved in each way. */
export type MovementCounts = Readonly<Record<StepMovement, number>>;

/** What moved between two evaluations by one rubric in one version. */
export interface EvaluationStep {
  readonly criteria: readonly CriterionStep[];
  readonly outcomes: readonly OutcomeStep[];
  readonly counts: MovementCounts;
  /** The later lower end of the score's interval less the earlier one, exact; absent where either has none. */
  readonly leastChange?: ExactNumber | undefined;
}

/** All ways to move, none taken yet. */
export const noMovement = (): Record<StepMovement, number> => ({
  up: 0,
  down: 0,
  same: 0,
  'newly-rated': 0,
  'no-longer-rated': 0,
  'newly-not-applicable': 0,
  'applicable-again': 0,
  contested: 0,
});

export const movementBetween = (before: CriterionProfile, after: CriterionProfile): StepMovement => {
  if (before.state === 'not-applicable') return after.state === 'not-applicable' ? 'same' : 'applicable-again';
  if (after.state === 'not-applicable') return 'newly-not-applicable';
  if (before.state === 'unrated') return after.state === 'unrated' ? 'same' : 'newly-rated';
  if (after.state === 'unrated') return 'no-longer-rated';
  if (before.state === 'contested' || after.state === 'contested') return 'contested';
  const [from, to] = [before.height ?? 0, after.height ?? 0];
  return to > from ? 'up' : to < from ? 'down' : 'same';
};

export const verdictMovement = (from: Verdict, to: Verdict): OutcomeStep['movement'] => {
  if (from === to) return 'same';
  if (to === 'met') return 'gained';
  if (from === 'met') return 'lost';
  return to === 'undecided' ? 'opened' : 'closed';
};

/** Compares two evaluations that are known to be by the same rubric in the same version. */
export const stepBetween = (before: Evaluation, after: Evaluation): EvaluationStep => {
  const counts = noMovement();
  const earlier = new Map(before.criteria.map((profile) => [profile.criterion, profile]));
  const criteria = after.criteria.flatMap((now): CriterionStep[] => {
    const then = earlier.get(now.criterion);
    if (then === undefined) return [];
    const movement = movementBetween(then, now);
    counts[movement]++;
    const levels = {
      ...(then.level !== undefined && { from: then.level }),
      ...(now.level !== undefined && { to: now.level }),
    };
    return [{ criterion: now.criterion, label: now.label, movement, ...levels }];
  });
  const outcomes = after.outcomes.flatMap(({ outcome, label, verdict: to }): OutcomeStep[] => {
    const from = Object.hasOwn(before.verdicts, outcome) ? before.verdicts[outcome] : undefined;
    return from === undefined ? [] : [{ outcome, label, movement: verdictMovement(from, to), from, to }];
  });
  const [from, to] = [before.score.interval?.least, after.score.interval?.least];
  return { criteria, outcomes, counts, ...(from && to && { leastChange: exactDifference(to, from) }) };
};

const movementWords: Readonly<Record<StepMovement, string>> = {
  up: 'up',
  down: 'down',
  same: 'as before',
  'newly-rated': 'newly rated',
  'no-longer-rated': 'no longer rated',
  'newly-not-applicable': 'newly not applicable',
  'applicable-again': 'applicable again',
  contested: 'contested',
};

/** A step as a sentence or two: how many criteria moved which way, and which outcomes were gained or lost. */
export const stepInWords = (step: EvaluationStep): string => {
  const parts = Object.entries(movementWords).flatMap(([movement, words]) => {
    const count = step.counts[movement as StepMovement];
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const those = (movement: OutcomeStep['movement']) =>
    step.outcomes.filter((one) => one.movement === movement).map(({ label }) => `“${label}”`);
  const [gained, lost] = [those('gained'), those('lost')];
  return [
    `${parts.length === 0 ? 'nothing to compare' : parts.join(', ')}.`,
    gained.length > 0 ? ` Gained: ${gained.join(', ')}.` : '',
    lost.length > 0 ? ` No longer met: ${lost.join(', ')}.` : '',
  ].join('');
};
