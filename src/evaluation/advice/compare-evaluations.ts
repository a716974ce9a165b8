import {
  type Comparison,
  type CriterionMovement,
  movementBetween,
  outcomeMovement,
} from '../../model/advice/comparison.js';
import type { CriterionProfile, Evaluation } from '../../model/rubrics/evaluation.js';
import type { ExactNumber } from '../../model/shared/fraction.js';
import { refuseNoEvaluation } from '../../model/rubrics/refuse-evaluation.js';
import { exactOf, fractionOf, minus } from '../../common/big-fractions.js';

/**
 * What moved between two evaluations by the same rubric in the same version, criterion by criterion and outcome by outcome,
 * in the rubric's order. Progress is not a one-way street: *down* and *lost* are as ordinary as *up* and *gained*.
 *
 * @throws TypeError for what is no evaluation; RangeError for evaluations by different rubrics or versions: bring the older assessment forward with
 * `migrateAssessment` and evaluate it by the newer rubric first.
 *
 * @example
 * const before = evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'partly', 'shared-vision': 'met' } });
 * const after = evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'met', 'core-team': 'partly' } });
 * compareEvaluations(before, after).criteria.slice(0, 2).map(({ criterion, movement }) => `${criterion} ${movement}`)
 * // => ['shared-vision no-longer-rated', 'core-team newly-rated']
 */
export const compareEvaluations = <C extends string, O extends string>(
  before: Evaluation<C, O>,
  after: Evaluation<C, O>,
): Comparison<C, O> => {
  refuseNoEvaluation('compareEvaluations', 'before', before);
  refuseNoEvaluation('compareEvaluations', 'after', after);
  if (before.rubric.id !== after.rubric.id || before.rubric.version !== after.rubric.version) {
    throw new RangeError(
      `compareEvaluations: “${before.rubric.id}” ${before.rubric.version} and “${after.rubric.id}” ${after.rubric.version} do not compare; ` +
        'migrate the older assessment and evaluate it by the newer rubric',
    );
  }
  const later = new Map(after.criteria.map((profile) => [profile.criterion, profile]));
  const verdicts = new Map(after.outcomes.map((outcome) => [outcome.outcome, outcome.verdict]));
  const change = scoreChange(before, after);
  return {
    criteria: before.criteria.flatMap((profile) => {
      const now = later.get(profile.criterion);
      return now === undefined ? [] : [movementOf(profile, now)];
    }),
    outcomes: before.outcomes.flatMap(({ outcome, label, verdict }) => {
      const to = verdicts.get(outcome);
      return to === undefined ? [] : [{ outcome, label, movement: outcomeMovement(verdict, to), from: verdict, to }];
    }),
    ...(change === 'out-of-range' ? { because: change } : change && { scoreChange: change }),
  };
};

const movementOf = <C extends string>(
  before: CriterionProfile<C>,
  after: CriterionProfile<C>,
): CriterionMovement<C> => ({
  criterion: before.criterion,
  label: after.label,
  movement: movementBetween(before, after),
  ...(before.level !== undefined && { from: before.level }),
  ...(after.level !== undefined && { to: after.level }),
});

const scoreChange = (earlier: Evaluation, later: Evaluation): ExactNumber | 'out-of-range' | undefined => {
  if (earlier.score.kind !== 'scored' || later.score.kind !== 'scored') return undefined;
  const [from, to] = [earlier.score.value, later.score.value];
  if (from === undefined || to === undefined) return undefined;
  const change = minus(fractionOf(to), fractionOf(from));
  return exactOf(change) ?? 'out-of-range';
};
