import type { Rubric } from '../rubrics/rubric.js';
import type { CriterionId, EvaluationOf, Judgements, JudgementsWith, OutcomeId } from '../rubrics/assessment.js';
import type { Comparison } from './comparison.js';

/** Changes to try: ratings and facts by id; `undefined` takes a rating back. Evidence given here is added. */
export type Changes<R extends Rubric> = Partial<Pick<Judgements<R>, 'ratings' | 'facts' | 'evidence'>>;

/**
 * Changes as a verb is given them, whose ratings have these names and values. The last branch is never taken: names and values are inferred
 * from it.
 */
export interface ChangesGiven<R extends Rubric, Changed extends PropertyKey, To>
  extends Pick<Changes<R>, 'facts' | 'evidence'> {
  readonly ratings?: [Changed] extends [PropertyKey]
    ? JudgementsWith<R, Changed, To>['ratings']
    : { readonly [Name in Changed]?: To };
}

export interface WhatIf<R extends Rubric> {
  readonly before: EvaluationOf<R>;
  readonly after: EvaluationOf<R>;
  readonly comparison: Comparison<CriterionId<R>, OutcomeId<R>>;
}
