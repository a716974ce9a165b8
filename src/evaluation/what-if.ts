import type { CriterionId, Judgements, OutcomeId } from '../model/assessment.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Rubric } from '../model/rubric.js';
import { compareEvaluations, type Comparison } from './compare-evaluations.js';
import { evaluate, type EvaluateOptions } from './evaluate.js';

/** Changes to try: ratings and facts by id; `undefined` takes a rating back. Evidence given here is added. */
export type Changes<R extends Rubric> = Partial<Pick<Judgements<R>, 'ratings' | 'facts' | 'evidence'>>;

export interface WhatIf<R extends Rubric> {
  readonly before: Evaluation<CriterionId<R>, OutcomeId<R>>;
  readonly after: Evaluation<CriterionId<R>, OutcomeId<R>>;
  readonly comparison: Comparison<CriterionId<R>, OutcomeId<R>>;
}

/**
 * An assessment as it is and as it would be with some changes, and what moves between the two. Changes nothing.
 *
 * @throws as `evaluate`.
 *
 * @example
 * const { comparison } = whatIf(stemNationLeadership, { ratings: { 'use-of-data': 'not-yet' } }, { ratings: { 'use-of-data': 'met' } });
 * comparison.outcomes.map(({ outcome, movement }) => `${outcome} ${movement}`) // => ['under-way opened', 'element-ready opened']
 */
export const whatIf = <const R extends Rubric>(
  rubric: R,
  assessment: Judgements<R>,
  changes: Changes<R>,
  options: EvaluateOptions = {},
): WhatIf<R> => {
  const changed: Judgements<R> = {
    ...assessment,
    ratings: { ...assessment.ratings, ...changes.ratings },
    facts: { ...assessment.facts, ...changes.facts } as Judgements<R>['facts'],
    evidence: [...(assessment.evidence ?? []), ...(changes.evidence ?? [])],
  };
  const before = evaluate(rubric, assessment, options);
  const after = evaluate(rubric, changed, options);
  return { before, after, comparison: compareEvaluations(before, after) };
};
