import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Rubric } from '../../model/rubrics/rubric.js';

/** Something in a rubric that needs thought, where possible with an assessment that shows it. */
export interface RubricIssue<R extends Rubric = Rubric> extends Issue {
  readonly reproduction?: Judgements<R> | undefined;
}
