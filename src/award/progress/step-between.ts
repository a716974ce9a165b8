import {
  type CriterionMovement,
  type Movement,
  movementBetween,
  outcomeMovement,
  type OutcomeMovement,
} from '../../model/advice/comparison.js';
import type { EvaluationStep } from '../../model/progress/setting-progress.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import { exactDifference } from './exact-difference.js';
import { placeIn } from './place-in.js';

/** All ways to move, none taken yet. */
export const noMovement = (): Record<Movement, number> => ({
  up: 0,
  down: 0,
  same: 0,
  'newly-rated': 0,
  'no-longer-rated': 0,
  'newly-not-applicable': 0,
  'applicable-again': 0,
  contested: 0,
});

/** The part of a step that sentences and counts are made of; `movements` are those of the later evaluation's criteria. */
export interface BareStep extends Pick<EvaluationStep, 'outcomes' | 'counts'> {
  readonly movements: readonly (Movement | undefined)[];
}

/** Compares two evaluations that are known to be by the same rubric in the same version. */
export const bareStepBetween = (before: Evaluation, after: Evaluation): BareStep => {
  const counts = noMovement();
  const placeOf = placeIn(before.criteria);
  const movements = after.criteria.map((now, at) => {
    const then = before.criteria[placeOf(now.criterion, at)];
    if (then === undefined) return undefined;
    const movement = movementBetween(then, now);
    counts[movement]++;
    return movement;
  });
  const outcomes = after.outcomes.flatMap(({ outcome, label, verdict: to }): OutcomeMovement[] => {
    const from = Object.hasOwn(before.verdicts, outcome) ? before.verdicts[outcome] : undefined;
    return from === undefined ? [] : [{ outcome, label, movement: outcomeMovement(from, to), from, to }];
  });
  return { movements, counts, outcomes };
};

/** The whole step, criterion by criterion, with what became of the score's lower end. */
export const stepBetween = (before: Evaluation, after: Evaluation): EvaluationStep => {
  const { movements, counts, outcomes } = bareStepBetween(before, after);
  const placeOf = placeIn(before.criteria);
  const criteria = after.criteria.flatMap(({ criterion, label, level: to }, at): CriterionMovement[] => {
    const movement = movements[at];
    if (movement === undefined) return [];
    const from = before.criteria[placeOf(criterion, at)]?.level;
    return [{ criterion, label, movement, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
  const [from, to] = [before.score.interval?.least, after.score.interval?.least];
  return { criteria, outcomes, counts, ...(from && to && { leastChange: exactDifference(to, from) }) };
};

const movementWords = /* @__PURE__ */ Object.entries({
  up: 'up',
  down: 'down',
  same: 'as before',
  'newly-rated': 'newly rated',
  'no-longer-rated': 'no longer rated',
  'newly-not-applicable': 'newly not applicable',
  'applicable-again': 'applicable again',
  contested: 'contested',
} satisfies Record<Movement, string>) as readonly [Movement, string][];

/** A step as a sentence or two: how many criteria moved which way, and which outcomes were gained or lost. */
export const stepInWords = (step: Pick<EvaluationStep, 'counts' | 'outcomes'>): string => {
  const parts: string[] = [];
  for (const [movement, words] of movementWords) {
    if (step.counts[movement] > 0) parts.push(`${step.counts[movement]} ${words}`);
  }
  const those = (movement: OutcomeMovement['movement']) =>
    step.outcomes.filter((one) => one.movement === movement).map(({ label }) => `“${label}”`);
  const [gained, lost] = [those('gained'), those('lost')];
  return [
    `${parts.length === 0 ? 'nothing to compare' : parts.join(', ')}.`,
    gained.length > 0 ? ` Gained: ${gained.join(', ')}.` : '',
    lost.length > 0 ? ` No longer met: ${lost.join(', ')}.` : '',
  ].join('');
};
