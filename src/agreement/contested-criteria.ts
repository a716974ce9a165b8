import type { CriterionId, Judgements } from '../model/assessment.js';
import type { Rubric } from '../model/rubric.js';
import { refuseLimit, refuseUnknown, refuseWord } from '../common/refuse.js';
import { type Ballot, readBallots, type Vote } from './votes.js';

/**
 * How far apart raters are on one criterion:
 * - `mean-distance`: the mean over pairs of raters of the levels between them;
 * - `pairs-apart`: the share of pairs of raters that differ at all;
 * - `spread`: the levels from the lowest to the highest.
 *
 * *Not applicable* is as far from any level as the ends of the scale are from each other.
 */
export type DisagreementMeasure = 'mean-distance' | 'pairs-apart' | 'spread';

/** A criterion on which raters differ. */
export interface ContestedCriterion<Criterion extends string = string> {
  readonly criterion: Criterion;
  readonly label: string;
  /** By the measure asked for; above 0. */
  readonly disagreement: number;
  /** Whether some find it not applicable while others rate it. */
  readonly applicabilityDisputed: boolean;
  /** Who said what, in the order of the assessments. */
  readonly ratings: readonly (
    | { readonly rater: string; readonly level: string }
    | { readonly rater: string; readonly notApplicable: string }
  )[];
}

export interface ContestedOptions {
  /** `mean-distance` where left out. */
  readonly measure?: DisagreementMeasure | undefined;
  /** At most so many criteria, the most contested; all where left out. */
  readonly atMost?: number | undefined;
}

/**
 * The criteria on which several raters of one setting differ, most contested first, ties in the rubric’s order: what a moderation
 * meeting should talk about. Criteria on which all agree, or that fewer than two rated, are not among them.
 *
 * Each is measured by itself, without any correction for chance, since one criterion is too little to know what chance would do;
 * whether raters agree on the whole is for `krippendorffAlpha` and the others to say.
 *
 * @throws RangeError where assessments are of different settings or another rubric, or name what the rubric does not have.
 * @example
 * const [first] = contestedCriteria(stemNationLeadership, [
 *   { assessor: 'A', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
 *   { assessor: 'B', ratings: { 'shared-vision': 'partly', 'use-of-data': 'met' } },
 *   { assessor: 'C', ratings: { 'shared-vision': 'met', 'use-of-data': 'met' } },
 * ]);
 * first?.criterion // => 'use-of-data'
 * first?.disagreement // ≈ 1.33
 */
export const contestedCriteria = <const R extends Rubric>(
  rubric: R,
  assessments: readonly Judgements<R>[],
  options: ContestedOptions = {},
): readonly ContestedCriterion<CriterionId<R>>[] => {
  const caller = 'contestedCriteria';
  refuseUnknown(caller, options, ['measure', 'atMost']);
  const { measure = 'mean-distance', atMost } = options;
  refuseWord(caller, 'measure', measure, MEASURES);
  if (atMost !== undefined) refuseLimit(caller, 'atMost', atMost);
  const contested = readBallots(caller, rubric, assessments).flatMap((ballot) => {
    const disagreement = disagreementOn(caller, ballot, measure);
    if (disagreement === 0) return [];
    const { criterion, votes } = ballot;
    return [
      {
        criterion: criterion.id as CriterionId<R>,
        label: criterion.label,
        disagreement,
        applicabilityDisputed: votes.some((vote) => 'level' in vote) && votes.some((vote) => 'notApplicable' in vote),
        ratings: votes.map((vote) =>
          'level' in vote
            ? { rater: vote.rater, level: vote.level }
            : { rater: vote.rater, notApplicable: vote.notApplicable },
        ),
      },
    ];
  });
  return contested.sort((a, b) => b.disagreement - a.disagreement).slice(0, atMost ?? contested.length);
};

const MEASURES: readonly DisagreementMeasure[] = ['mean-distance', 'pairs-apart', 'spread'];

const disagreementOn = (caller: string, { votes, levels }: Ballot, measure: DisagreementMeasure): number => {
  const apart = (a: Vote, b: Vote): number => {
    if ('level' in a && 'level' in b) return Math.abs(a.place - b.place);
    return 'level' in a || 'level' in b ? levels.length - 1 : 0;
  };
  const distances = votes.flatMap((a, at) => votes.slice(at + 1).map((b) => apart(a, b)));
  if (distances.length === 0) return 0;
  switch (measure) {
    case 'mean-distance':
      return distances.reduce((whole, distance) => whole + distance, 0) / distances.length;
    case 'pairs-apart':
      return distances.filter((distance) => distance > 0).length / distances.length;
    case 'spread':
      return Math.max(...distances);
    default:
      throw new RangeError(`${caller}: there is no measure “${String(measure)}”`);
  }
};
