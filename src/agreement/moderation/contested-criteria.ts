import type { CriterionId, Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type { ContestedCriterion } from '../../model/agreement/moderation-report.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseLimit, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { type Ballot, readBallots } from './votes.js';

/**
 * How far apart raters are on one criterion:
 * - `mean-distance`: the mean over pairs of raters of the levels between them;
 * - `pairs-apart`: the share of pairs of raters that differ at all;
 * - `spread`: the levels from the lowest to the highest.
 *
 * *Not applicable* is as far from any level as the ends of the scale are from each other.
 */
export type DisagreementMeasure = 'mean-distance' | 'pairs-apart' | 'spread';

export interface ContestedOptions {
  /** `mean-distance` where left out. */
  readonly measure?: DisagreementMeasure | undefined;
  /** At most so many criteria, the most contested; all where left out. */
  readonly limit?: number | undefined;
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
export const contestedCriteria = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessments: readonly JudgementsGiven<R, Named, Value, Fields>[],
  options: ContestedOptions = {},
): readonly ContestedCriterion<CriterionId<R>>[] => {
  const caller = 'contestedCriteria';
  refuseUnknown(caller, options, ['measure', 'limit']);
  const { measure = 'mean-distance', limit } = options;
  refuseWord(caller, 'measure', measure, MEASURES);
  if (limit !== undefined) refuseLimit(caller, 'limit', limit);
  const contested = readBallots(caller, rubric, assessments as unknown as readonly Judgements<R>[]).flatMap(
    (ballot) => {
      const disagreement = disagreementOn(ballot, measure);
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
    },
  );
  return contested.sort((a, b) => b.disagreement - a.disagreement).slice(0, limit ?? contested.length);
};

const MEASURES: readonly DisagreementMeasure[] = ['mean-distance', 'pairs-apart', 'spread'];

/**
 * From how many gave each level, not pair by pair: with n₀, n₁ … ratings at the places of the scale, the pairs on either side of each step
 * between two places add up to all levels between all pairs.
 */
const disagreementOn = ({ votes, levels }: Ballot, measure: DisagreementMeasure): number => {
  const at = new Array<number>(levels.length).fill(0);
  let rated = 0;
  for (const vote of votes) {
    if (!('level' in vote)) continue;
    at[vote.place] = (at[vote.place] ?? 0) + 1;
    rated++;
  }
  const notApplicable = votes.length - rated;
  const pairs = (votes.length * (votes.length - 1)) / 2;
  if (pairs === 0) return 0;
  const disputed = rated * notApplicable;
  switch (measure) {
    case 'mean-distance': {
      let below = 0;
      let between = 0;
      for (const n of at) {
        below += n;
        between += below * (rated - below);
      }
      return (between + disputed * (levels.length - 1)) / pairs;
    }
    case 'pairs-apart': {
      const alike = at.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
      return (pairs - alike - (notApplicable * (notApplicable - 1)) / 2) / pairs;
    }
    case 'spread': {
      if (disputed > 0) return levels.length - 1;
      return rated === 0 ? 0 : at.reduce((last, n, place) => (n > 0 ? place : last), 0) - at.findIndex((n) => n > 0);
    }
  }
};
