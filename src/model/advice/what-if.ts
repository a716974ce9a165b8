import type { Rubric } from '../rubrics/rubric.js';
import type { CriterionId, EvaluationOf, Judgements, OutcomeId } from '../rubrics/assessment.js';
import type { Comparison } from './comparison.js';

/** Changes to try: ratings and facts by id; `undefined` takes a rating back. Evidence given here is added. */
export type Changes<R extends Rubric> = Partial<Pick<Judgements<R>, 'ratings' | 'facts' | 'evidence'>>;

export interface WhatIf<R extends Rubric> {
  readonly before: EvaluationOf<R>;
  readonly after: EvaluationOf<R>;
  readonly comparison: Comparison<CriterionId<R>, OutcomeId<R>>;
}
