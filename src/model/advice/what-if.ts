import type { Rubric } from '../rubrics/rubric.js';
import type {
  CriterionId,
  EvaluationOf,
  Judgements,
  JudgementsWith,
  OutcomeId,
  WithRatings,
} from '../rubrics/assessment.js';
import type { Comparison } from './comparison.js';

/** Changes to try: ratings and facts by id; `undefined` takes a rating back. Evidence given here is added. */
export type Changes<R extends Rubric> = Partial<Pick<Judgements<R>, 'ratings' | 'facts' | 'evidence'>>;

/** Changes whose ratings have these names and values. The last branch is never taken: names and values are inferred from it. */
export interface ChangesWith<R extends Rubric, Changed extends PropertyKey, To>
  extends Pick<Changes<R>, 'facts' | 'evidence'> {
  readonly ratings?: [Changed] extends [PropertyKey]
    ? JudgementsWith<R, Changed, To>['ratings']
    : { readonly [Name in Changed]?: To };
}

/** Changes as a verb is given them. A form, of which the compiler knows no names, is no changes: it has no ratings. */
export type ChangesGiven<
  R extends Rubric,
  Changed extends PropertyKey,
  To,
  Parts extends PropertyKey,
> = string extends Parts
  ? WithRatings
  : [Parts] extends [PropertyKey]
    ? ChangesWith<R, Changed, To>
    : { readonly [Part in Parts]: unknown };

export interface WhatIf<R extends Rubric> {
  readonly before: EvaluationOf<R>;
  readonly after: EvaluationOf<R>;
  readonly comparison: Comparison<CriterionId<R>, OutcomeId<R>>;
}
