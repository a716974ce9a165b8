import type { Changes, ChangesGiven, WhatIf } from '../../model/advice/what-if.js';
import { refuseNoList, refuseNoRecord, refuseUnknown } from '../../common/refuse.js';
import type { Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { compareEvaluations } from './compare-evaluations.js';
import { evaluateFor, type EvaluateOptions } from '../verdict/evaluate.js';

/**
 * An assessment as it is and as it would be with some changes, and what moves between the two. Changes nothing.
 *
 * @throws as `evaluate`.
 *
 * @example
 * const { comparison } = whatIf(stemNationLeadership, { ratings: { 'use-of-data': 'not-yet' } }, { ratings: { 'use-of-data': 'met' } });
 * comparison.outcomes.map(({ outcome, movement }) => `${outcome} ${movement}`) // => ['under-way opened', 'element-ready opened']
 */
export const whatIf = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
  const Changed extends PropertyKey = never,
  const To extends RatingGiven = never,
  const Parts extends PropertyKey = never,
>(
  rubric: R,
  assessment: JudgementsGiven<R, Named, Value, Fields>,
  changes: ChangesGiven<R, Changed, To, Parts>,
  options: EvaluateOptions = {},
): WhatIf<R> => {
  const given = assessment as unknown as Judgements<R>;
  const before = evaluateFor('whatIf', rubric, given, options);
  const { ratings, facts, evidence } = changesIn(changes as unknown as Changes<R>);
  const changed: Judgements<R> = {
    ...given,
    ratings: { ...given.ratings, ...ratings },
    facts: { ...given.facts, ...facts } as Judgements<R>['facts'],
    evidence: [...(given.evidence ?? []), ...(evidence ?? [])],
  };
  const after = evaluateFor('whatIf', rubric, changed, options);
  return { before, after, comparison: compareEvaluations(before, after) };
};

/** The changes, where they are some; a list of ratings would otherwise be spread by its positions. */
const changesIn = <R extends Rubric>(changes: Changes<R>): Changes<R> => {
  refuseUnknown('whatIf', changes, ['ratings', 'facts', 'evidence'], 'changes');
  const { ratings, facts, evidence } = changes;
  for (const [name, answers] of Object.entries({ ratings, facts })) {
    if (answers !== undefined)
      refuseNoRecord('whatIf', `changes.${name}`, answers, 'an object with what changes, by id');
  }
  if (evidence !== undefined) refuseNoList('whatIf', 'changes.evidence', evidence, 'items of evidence');
  return changes;
};
