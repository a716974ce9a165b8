import { shownValue } from '../../common/shown-value.js';
import type { Evaluation, Gap } from '../../model/rubrics/evaluation.js';
import { isItNear, nearestName } from '../../common/nearest-name.js';

/**
 * The gaps an action plan is to close: those of one outcome, or of every outcome that is not met. A criterion that stands in
 * the way of several outcomes is one gap, as the lowest of them has it.
 */
export const openGaps = (evaluation: Evaluation, outcome: string | undefined, caller: string): readonly Gap[] => {
  const known = evaluation.outcomes.map((one) => one.outcome);
  if (outcome !== undefined && !known.includes(outcome)) {
    throw new RangeError(
      `${caller}: the evaluation has no outcome ${shownValue(outcome)}${isItNear(nearestName(outcome, known))}`,
    );
  }
  const gaps = new Map<string, Gap>();
  for (const one of evaluation.outcomes) {
    if (outcome !== undefined && one.outcome !== outcome) continue;
    for (const gap of one.gaps) {
      if (!gaps.has(gap.criterion)) gaps.set(gap.criterion, gap);
    }
  }
  return evaluation.criteria.flatMap(({ criterion }) => gaps.get(criterion) ?? []);
};
