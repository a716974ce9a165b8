import type { CriterionProfile, Evaluation } from '../../model/rubrics/evaluation.js';
import type { ExactNumber } from '../../model/shared/fraction.js';
import type { Verdict } from '../../model/shared/verdict.js';
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

/** The part of a step that sentences and counts are made of; `movements` are those of the later evaluation's criteria. */
export interface BareStep extends Pick<EvaluationStep, 'outcomes' | 'counts'> {
  readonly movements: readonly (StepMovement | undefined)[];
}

/** Compares two evaluations that are known to be by the same rubric in the same version. */
export const bareStepBetween = (before: Evaluation, after: Evaluation): BareStep => {
  const counts = noMovement();
  const movements = after.criteria.map((now, at) => {
    const then = sameCriterion(before, now.criterion, at);
    if (then === undefined) return undefined;
    const movement = movementBetween(then, now);
    counts[movement]++;
    return movement;
  });
  const outcomes = after.outcomes.flatMap(({ outcome, label, verdict: to }): OutcomeStep[] => {
    const from = Object.hasOwn(before.verdicts, outcome) ? before.verdicts[outcome] : undefined;
    return from === undefined ? [] : [{ outcome, label, movement: verdictMovement(from, to), from, to }];
  });
  return { movements, counts, outcomes };
};

/** Evaluations by one rubric list its criteria in the same order, so the same place is tried first. */
const sameCriterion = ({ criteria }: Evaluation, criterion: string, at: number): CriterionProfile | undefined => {
  const there = criteria[at];
  return there?.criterion === criterion ? there : criteria.find((profile) => profile.criterion === criterion);
};

/** The whole step, criterion by criterion, with what became of the score's lower end. */
export const stepBetween = (before: Evaluation, after: Evaluation): EvaluationStep => {
  const { movements, counts, outcomes } = bareStepBetween(before, after);
  const criteria = after.criteria.flatMap(({ criterion, label, level: to }, at): CriterionStep[] => {
    const movement = movements[at];
    if (movement === undefined) return [];
    const from = sameCriterion(before, criterion, at)?.level;
    return [{ criterion, label, movement, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
  const [from, to] = [before.score.interval?.least, after.score.interval?.least];
  return { criteria, outcomes, counts, ...(from && to && { leastChange: exactDifference(to, from) }) };
};

const movementWords = Object.entries({
  up: 'up',
  down: 'down',
  same: 'as before',
  'newly-rated': 'newly rated',
  'no-longer-rated': 'no longer rated',
  'newly-not-applicable': 'newly not applicable',
  'applicable-again': 'applicable again',
  contested: 'contested',
} satisfies Record<StepMovement, string>) as readonly [StepMovement, string][];

/** A step as a sentence or two: how many criteria moved which way, and which outcomes were gained or lost. */
export const stepInWords = (step: Pick<EvaluationStep, 'counts' | 'outcomes'>): string => {
  const parts: string[] = [];
  for (const [movement, words] of movementWords) {
    if (step.counts[movement] > 0) parts.push(`${step.counts[movement]} ${words}`);
  }
  const those = (movement: OutcomeStep['movement']) =>
    step.outcomes.filter((one) => one.movement === movement).map(({ label }) => `“${label}”`);
  const [gained, lost] = [those('gained'), those('lost')];
  return [
    `${parts.length === 0 ? 'nothing to compare' : parts.join(', ')}.`,
    gained.length > 0 ? ` Gained: ${gained.join(', ')}.` : '',
    lost.length > 0 ? ` No longer met: ${lost.join(', ')}.` : '',
  ].join('');
};
