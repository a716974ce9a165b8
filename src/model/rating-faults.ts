import { isIt, unknownName } from '../common/nearest-name.js';
import { type Fault, levelIds } from './fault.js';
import type { Rating } from './rating.js';
import type { Rubric } from './rubric.js';

/** What is wrong with one rating of a rubric's assessment: an unknown criterion, an unknown level, a refused not-applicable. */
export const ratingFaults = (rubric: Rubric, criterion: string, rating: Rating): readonly Fault[] => {
  const criteria = rubric.criteria.map(({ id }) => id);
  const at = criteria.indexOf(criterion);
  if (at < 0) return [{ path: [criterion], message: unknownName('criterion', criterion, criteria) }];
  if (typeof rating !== 'string' && 'notApplicable' in rating) {
    const policy = rubric.criteria[at]?.notApplicable ?? 'refused';
    if (policy !== 'refused') return [];
    return [
      {
        path: [criterion],
        message: `the rubric does not allow not-applicable for “${criterion}”; rate it, or leave it out while it is unrated`,
      },
    ];
  }
  const given = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
  return given
    .filter((level) => !levelIds(rubric, at).includes(level))
    .map((level) => ({
      path: [criterion],
      message: `“${criterion}” has no level “${level}”${isIt(level, levelIds(rubric, at))}`,
    }));
};
