import type {
  CriterionId,
  Judgements,
  JudgementsGiven,
  RatingGiven,
  RatingsOf,
} from '../../model/rubrics/assessment.js';
import type { OpenCriterion } from '../../model/agreement/moderation-report.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseCount, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { type Ballot, readBallots, type Vote } from './votes.js';

/**
 * How several levels become one, levels counted by their places on the scale:
 * - `median-low`, `median-high`: the middle level; of an even number, the lower or the higher of the two in the middle;
 * - `median-rounded-up`: of an even number the place half-way between the two, rounded up, as Open edX’s peer assessment does;
 * - `majority`: the level that more than half of the raters gave, else open;
 * - `least-favourable`, `most-favourable`: the lowest, the highest;
 * - `unanimous`: the level that all gave, else open.
 */
export type ConsensusRule =
  | 'median-low'
  | 'median-high'
  | 'median-rounded-up'
  | 'majority'
  | 'least-favourable'
  | 'most-favourable'
  | 'unanimous';

export interface ConsensusOptions {
  readonly rule: ConsensusRule;
  /** How many raters it takes at least; default 2. */
  readonly atLeast?: number | undefined;
}

export interface Consensus<R extends Rubric = Rubric> {
  readonly rule: ConsensusRule;
  /** What an ordinary assessment can carry; open criteria are left out, and so are unrated in it. */
  readonly ratings: RatingsOf<R>;
  /** The criteria that have a rating, and whether all raters said the same. */
  readonly settled: readonly { readonly criterion: CriterionId<R>; readonly unanimous: boolean }[];
  readonly open: readonly OpenCriterion<CriterionId<R>>[];
}

/**
 * Several raters’ assessments of one setting made into one set of ratings by a named rule. The result is for a person to look
 * over, then to stand in an assessment like any other; criteria without consensus stay open, and say why.
 *
 * A criterion that all find not applicable is so, with their reasons. Where only some do, it stays open by every rule, save that
 * by `majority` not applicable counts as one more answer: whether a criterion applies is no level between others. Raters who left
 * a criterion unrated have no say in it. A rating that already holds several assessors’ levels counts as so many raters.
 *
 * No rule but `unanimous` makes raters agree; it only settles what stands in the record. `contestedCriteria` shows what was settled
 * so. Facts and evidence are not looked at.
 *
 * @throws RangeError where assessments are of different settings or another rubric, or name what the rubric does not have.
 * @example
 * const { ratings, open } = consensus(
 *   stemNationLeadership,
 *   [
 *     { assessor: 'A', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
 *     { assessor: 'B', ratings: { 'shared-vision': 'partly', 'use-of-data': 'partly' } },
 *     { assessor: 'C', ratings: { 'shared-vision': 'met', 'use-of-data': 'met' } },
 *   ],
 *   { rule: 'majority' },
 * );
 * ratings // => { 'shared-vision': 'met' }
 * open.find(({ criterion }) => criterion === 'use-of-data')?.because // => 'no-majority'
 */
export const consensus = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessments: readonly JudgementsGiven<R, Named, Value, Fields>[],
  options: ConsensusOptions,
): Consensus<R> => {
  const caller = 'consensus';
  refuseUnknown(caller, options, ['rule', 'atLeast']);
  const { rule, atLeast = 2 } = options;
  refuseWord(caller, 'rule', rule, CONSENSUS_RULES);
  refuseCount(caller, 'atLeast', atLeast);
  const ratings: Record<string, Rating> = {};
  const settled: { criterion: CriterionId<R>; unanimous: boolean }[] = [];
  const open: OpenCriterion<CriterionId<R>>[] = [];
  for (const ballot of readBallots(caller, rubric, assessments as unknown as readonly Judgements<R>[])) {
    const criterion = ballot.criterion.id as CriterionId<R>;
    const { label } = ballot.criterion;
    const result = ballot.votes.length < atLeast ? { because: 'too-few-ratings' as const } : settle(ballot, rule);
    if ('because' in result) {
      const levels = ballot.votes.flatMap((vote) => ('level' in vote ? vote.level : []));
      open.push({ criterion, label, because: result.because, levels });
    } else {
      ratings[criterion] = result.rating;
      settled.push({ criterion, unanimous: new Set(ballot.votes.map(answer)).size === 1 });
    }
  }
  return { rule, ratings: ratings as RatingsOf<R>, settled, open };
};

export const CONSENSUS_RULES: readonly ConsensusRule[] = [
  'median-low',
  'median-high',
  'median-rounded-up',
  'majority',
  'least-favourable',
  'most-favourable',
  'unanimous',
];

type Settled = { readonly rating: Rating } | { readonly because: OpenCriterion['because'] };

/** Not applicable is one answer, whatever the reason. */
const answer = (vote: Vote): string => ('level' in vote ? `level ${vote.level}` : 'not applicable');

const settle = ({ votes, levels }: Ballot, rule: ConsensusRule): Settled => {
  const given = votes.flatMap((vote) => ('level' in vote ? vote : []));
  const reasons = [...new Set(votes.flatMap((vote) => ('notApplicable' in vote ? vote.notApplicable : [])))];
  const notApplicable = { rating: { notApplicable: reasons.join('; ') } };
  if (given.length === 0) return notApplicable;
  if (rule === 'majority') {
    const times = new Map<string, number>();
    for (const vote of votes) times.set(answer(vote), (times.get(answer(vote)) ?? 0) + 1);
    const chosen = votes.find((vote) => 2 * (times.get(answer(vote)) ?? 0) > votes.length);
    if (!chosen) return { because: 'no-majority' };
    return 'level' in chosen ? { rating: chosen.level } : notApplicable;
  }
  if (reasons.length > 0) return { because: 'applicability-disputed' };
  const places = given.map(({ place }) => place).sort((a, b) => a - b);
  const place = placeOf(places, rule);
  return place === undefined ? { because: 'not-unanimous' } : { rating: levels[place] ?? '' };
};

/** Of sorted places, the one that the rule takes. */
const placeOf = (places: readonly number[], rule: Exclude<ConsensusRule, 'majority'>): number | undefined => {
  const [lowest = 0, highest = 0] = [places[0], places.at(-1)];
  const [low = 0, high = 0] = [places[Math.ceil(places.length / 2) - 1], places[Math.floor(places.length / 2)]];
  switch (rule) {
    case 'median-low':
      return low;
    case 'median-high':
      return high;
    case 'median-rounded-up':
      return Math.ceil((low + high) / 2);
    case 'least-favourable':
      return lowest;
    case 'most-favourable':
      return highest;
    case 'unanimous':
      return lowest === highest ? lowest : undefined;
  }
};
