import { at as itemAt } from '../../common/at.js';
import { freezeDeeply, isFrozenDeeply } from '../../common/freeze-deeply.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Names, namesOf } from './names.js';
import type { Program } from './program.js';
import { lowerRules, type RuleNode } from './lower-rules.js';

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
  return freezeDeeply(lowerFor('lowerRubric', rubric).program);
};

/** A rubric lowered, with what its readers' words look back at: its names, and the rule of each outcome. */
export interface Lowered extends Names {
  readonly program: Program;
  /** In the rubric's order. */
  readonly outcomes: readonly RuleNode[];
  /** The outcomes in an order in which each comes after those it leans on. */
  readonly ordered: readonly RuleNode[];
  /** The rule that the scoring counts, once for each group; none where it counts no rule. */
  readonly counted: readonly RuleNode[];
}

/** What rubrics that nobody can change any more were lowered to. */
const lowered = /* @__PURE__ */ new WeakMap<Rubric, Lowered>();

/** The same for another public function: refusals name the one that was called. A rubric that `defineRubric` made is lowered once. */
export const lowerFor = (caller: string | undefined, rubric: Rubric): Lowered => {
  const known = lowered.get(rubric);
  if (known !== undefined) return known;
  const made = lower(caller, rubric);
  if (isFrozenDeeply(rubric)) lowered.set(rubric, made);
  return made;
};

const lower = (caller: string | undefined, rubric: Rubric): Lowered => {
  const names = namesOf(rubric, caller);
  const rules = lowerRules(names);
  const program: Program = {
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
    outcomes: rules.outcomes.map(({ node }, at) => ({ id: itemAt(rubric.outcomes, at).id, node })),
    obligations: obligationsOf(names),
  };
  const { outcomes, counted } = rules;
  return { ...names, program, outcomes, ordered: names.order.map((at) => itemAt(outcomes, at)), counted };
};

/** Obligations that ask the same of the same criteria share one list. */
const obligationsOf = (names: Names): Program['obligations'] => {
  const made = new Map<string, Program['obligations'][number]['when']>();
  return (names.rubric.obligations ?? []).map(({ id, when }) => {
    const key = JSON.stringify([when.level, when.of ?? {}]);
    const list =
      made.get(key) ??
      names.select(when.of, names.all).flatMap((at) => {
        const level = names.levelOf(at, when.level);
        return level === undefined ? [] : [{ at, level }];
      });
    made.set(key, list);
    return { id, when: list };
  });
};
