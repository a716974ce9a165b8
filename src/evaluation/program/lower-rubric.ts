import { at as itemAt } from '../../common/at.js';
import { freezeDeeply } from '../../common/freeze-deeply.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Names, namesOf } from './names.js';
import type { Program } from './program.js';
import { lowerRules } from './lower-rules.js';

/**
 * A rubric as the small program that verdicts, columns and SQL are made from: plain, frozen data that survives `JSON.stringify`, of five
 * kinds of node. A *look* is at one criterion, fact or evidence count; a *quorum* asks that so many of its parts hold; a *branch* goes by
 * how many criteria apply; *reaches* compares a score; and a score is *sums* of gains. Every name is a position.
 *
 * @throws TypeError for what is no rubric; RangeError where it names what it does not have.
 *
 * @example
 * const rubric = defineRubric({
 *   id: 'two', version: '1.0.0', label: 'Two', notice: 'An example.', scale: metPartlyNotYet,
 *   criteria: [{ id: 'plan', label: 'Plan', weight: 1 }, { id: 'team', label: 'Team', weight: 2 }],
 *   scoring: { kind: 'none' },
 *   outcomes: [{ id: 'ready', label: 'Ready', origin: 'project', rule: { kind: 'every', level: 'met' } }],
 * });
 * const program = lowerRubric(rubric);
 * program.nodes.map(({ kind }) => kind) // => ['look', 'look', 'quorum']
 * program.outcomes // => [{ id: 'ready', node: 2 }]
 */
export const lowerRubric = (rubric: Rubric): Program => {
  refuseNoRubric('lowerRubric', 'rubric', rubric);
  return freezeDeeply(lowerFor('lowerRubric', rubric));
};

/** The same for another public function: refusals name the one that was called. */
export const lowerFor = (caller: string, rubric: Rubric): Program => lowerNames(namesOf(rubric, caller));

/** The same of a rubric whose names were looked up already. */
export const lowerNames = (names: Names): Program => {
  const { rubric } = names;
  const rules = lowerRules(names);
  const outcomes = rubric.outcomes.map(({ id }, at) => ({ id, node: rules.outcome(at) }));
  return {
    rubric: { id: rubric.id, version: rubric.version },
    criteria: names.criteria.map(({ id, indicator = id, weight, notApplicable = 'refused' }, at) => ({
      id,
      indicator,
      weight,
      levels: itemAt(names.levels, at).map((level) => level.id),
      notApplicable,
    })),
    facts: (rubric.facts ?? []).map(({ id }) => id),
    nodes: rules.nodes,
    scores: rules.scores,
    hasScore: rubric.scoring.kind !== 'none',
    bands: (rubric.bands ?? []).map(({ id, from, below }) => ({ id, from, ...(below && { below }) })),
    outcomes,
    obligations: (rubric.obligations ?? []).map(({ id, when }) => ({
      id,
      when: names.select(when.of, names.all).flatMap((at) => {
        const level = names.levelOf(at, when.level);
        return level === undefined ? [] : [{ at, level }];
      }),
    })),
  };
};
