import { own } from '../../common/own.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';

/** What one rater says of one criterion. */
export type Vote =
  | { readonly rater: string; readonly level: string; readonly place: number }
  | { readonly rater: string; readonly notApplicable: string };

/** A criterion and what each rater says of it, in the order of the assessments. Who did not rate it is left out. */
export interface Ballot {
  readonly criterion: Criterion;
  /** The ids of its levels, lowest first. */
  readonly levels: readonly string[];
  readonly votes: readonly Vote[];
}

/** Throws for what is no rubric, or no list of assessments: what the types say, for callers without types. */
export const refuseNoAssessments = (caller: string, rubric: unknown, assessments: unknown): void => {
  if (!isRecord(rubric) || !Array.isArray(rubric['criteria']) || !isScale(rubric['scale'])) {
    throw new TypeError(
      `${caller}: rubric is ${shownValue(rubric)}; it is a rubric with a scale and a list of criteria`,
    );
  }
  if (rubric['criteria'].some((one) => !isRecord(one) || (one['scale'] !== undefined && !isScale(one['scale'])))) {
    throw new TypeError(
      `${caller}: rubric holds something that is not a criterion; defineRubric says what is wrong with it`,
    );
  }
  if (!Array.isArray(assessments)) {
    throw new TypeError(`${caller}: assessments is ${shownValue(assessments)}; it is a list of assessments`);
  }
  // Not by forEach, which passes over the holes of a list.
  for (let at = 0; at < assessments.length; at++) {
    const assessment: unknown = assessments[at];
    if (!isRecord(assessment)) {
      throw new TypeError(
        `${caller}: assessments, at ${at}, holds ${shownValue(assessment)}; it holds assessments, each with its ratings`,
      );
    }
    const { ratings } = assessment;
    if (isRecord(ratings)) continue;
    throw new TypeError(
      `${caller}: assessments, at ${at}, has ratings ${shownValue(ratings)}; they are an object of criteria and levels`,
    );
  }
};

const isScale = (scale: unknown): boolean =>
  isRecord(scale) && Array.isArray(scale['levels']) && scale['levels'].every(isRecord);

/** The ballots of some assessments of one setting, in the rubric’s order. */
export const readBallots = <R extends Rubric>(
  caller: string,
  rubric: R,
  assessments: readonly Judgements<R>[],
): readonly Ballot[] => {
  refuseNoAssessments(caller, rubric, assessments);
  const settings = new Set(assessments.flatMap(({ setting }) => setting ?? []));
  if (settings.size > 1) {
    throw new RangeError(`${caller} takes assessments of one setting, got ${[...settings].join(', ')}`);
  }
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const given = assessments.map((assessment, at) => {
    const of = assessment.rubric;
    if (of !== undefined && (of.id !== rubric.id || of.version !== rubric.version)) {
      throw new RangeError(
        `${caller}: assessment ${at} is of “${of.id}” ${of.version}, the rubric is “${rubric.id}” ${rubric.version}`,
      );
    }
    const ratings = assessment.ratings as Readonly<Record<string, Rating | undefined>>;
    const strange = Object.keys(ratings).find((id) => !known.has(id));
    if (strange === undefined) return { rater: assessment.assessor ?? `rater ${at + 1}`, ratings };
    throw new RangeError(`${caller}: the rubric “${rubric.id}” has no criterion “${strange}”`);
  });
  const raters = new Set<string>();
  for (const { rater } of given) {
    if (raters.has(rater)) throw new RangeError(`${caller}: “${rater}” assessed the setting twice`);
    raters.add(rater);
  }
  return rubric.criteria.map((criterion) => {
    const levels = (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);
    const votes = given.flatMap(({ rater, ratings }) =>
      votesIn(caller, criterion, levels, rater, own(ratings, criterion.id)),
    );
    return { criterion, levels, votes };
  });
};

/** One vote; of several assessors who share a rating, one for each of their levels. */
const votesIn = (
  caller: string,
  criterion: Criterion,
  levels: readonly string[],
  rater: string,
  rating: Rating | undefined,
): readonly Vote[] => {
  if (rating === undefined) return [];
  if (typeof rating !== 'string' && !isRecord(rating as unknown)) {
    throw new TypeError(
      `${caller}: the rating of “${criterion.id}” is ${shownValue(rating)}; it is a level, or left out where there is none`,
    );
  }
  if (typeof rating === 'object' && 'notApplicable' in rating) return [{ rater, notApplicable: rating.notApplicable }];
  const named: unknown = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
  if (!Array.isArray(named)) {
    throw new TypeError(`${caller}: the rating of “${criterion.id}” has levels ${shownValue(named)}; they are a list`);
  }
  return (named as readonly string[]).map((level) => {
    const place = levels.indexOf(level);
    if (place >= 0) return { rater, level, place };
    throw new RangeError(`${caller}: “${criterion.id}” has no level ${shownValue(level)}; it has ${levels.join(', ')}`);
  });
};
