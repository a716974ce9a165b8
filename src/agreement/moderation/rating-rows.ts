import type { Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { RatingRows } from '../ratings/ratings.js';
import { readBallots, refuseNoAssessments, type Vote } from './votes.js';

/** Assessments as rows that the coefficients take, with what the rows and columns are. */
export interface AssessedRows extends RatingRows {
  readonly ratings: readonly (readonly (string | undefined)[])[];
  readonly categories: readonly string[];
  /** What each row is about. */
  readonly subjects: readonly { readonly setting?: string | undefined; readonly criterion: string }[];
  /** Who rated each column, in the order in which they first appear. */
  readonly raters: readonly string[];
  /** Criteria with a scale of their own, whose levels are not those of the others. */
  readonly leftOut: readonly string[];
}

/**
 * The ratings of several assessors as a table: a row for each setting and criterion, a column for each assessor. Any coefficient
 * for more than two raters takes it as it is, with the levels of the rubric’s scale for categories.
 *
 * A criterion that an assessor left open, found not applicable, or gave several levels has no rating in that column. Criteria
 * with a scale of their own are left out and listed. Assessments without an assessor’s name are taken for different people.
 *
 * @throws RangeError where an assessment is of another rubric, names what the rubric does not have, or where an assessor
 * assessed a setting twice.
 *
 * @example
 * const rows = ratingRows(stemNationLeadership, [
 *   { assessor: 'A', ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } },
 *   { assessor: 'B', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
 * ]);
 * rows.ratings[0] // => ['met', 'met']
 * rows.raters // => ['A', 'B']
 * const alpha = krippendorffAlpha(rows, { metric: 'ordinal' });
 * alpha.kind === 'agreement' && alpha.coefficient // ≈ 0.8
 */
export const ratingRows = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessments: readonly JudgementsGiven<R, Named, Value, Fields>[],
): AssessedRows => {
  const caller = 'ratingRows';
  refuseNoAssessments(caller, rubric, assessments);
  const given = assessments as unknown as readonly Judgements<R>[];
  const named = given.map((one, at) => ({ ...one, assessor: one.assessor ?? `rater ${at + 1}` }));
  const raters = [...new Set(named.map(({ assessor }) => assessor))];
  const bySetting = groupBy(named as unknown as readonly Judgements<R>[], ({ setting }) => setting);
  const rows = [...bySetting].flatMap(([setting, own]) =>
    readBallots(caller, rubric, own)
      .filter(({ criterion }) => criterion.scale === undefined)
      .map(({ criterion, votes }) => ({
        subject: { ...(setting !== undefined && { setting }), criterion: criterion.id },
        cells: cellsOf(raters, votes),
      })),
  );
  return {
    ratings: rows.map(({ cells }) => cells),
    categories: rubric.scale.levels.map(({ id }) => id),
    subjects: rows.map(({ subject }) => subject),
    raters,
    leftOut: rubric.criteria.filter(({ scale }) => scale !== undefined).map(({ id }) => id),
  };
};

/** In one reading, so that many settings and raters cost no more than their assessments. */
export const groupBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const cellsOf = (raters: readonly string[], votes: readonly Vote[]): readonly (string | undefined)[] => {
  const byRater = groupBy(votes, ({ rater }) => rater);
  return raters.map((rater) => single(byRater.get(rater) ?? []));
};

const single = ([vote, ...more]: readonly Vote[]): string | undefined =>
  vote && more.length === 0 && 'level' in vote ? vote.level : undefined;
