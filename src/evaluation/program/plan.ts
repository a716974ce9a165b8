import type { Group, Rubric } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { type Names, namesOf } from './names.js';

/**
 * A rule with its names looked up: the criteria it selects by position, the level each must reach by position in that
 * criterion's scale, and its inner rules. A group rule has one inner node for each group.
 */
export interface RuleNode {
  /** A number of its own among the rules of its plan, from 0: what is known of rules is kept in lists by it. */
  readonly id: number;
  readonly rule: Rule;
  readonly criteria: readonly number[];
  readonly needs: readonly number[];
  readonly inner: readonly RuleNode[];
  /** The group this node was made for, inside a group rule, and its criteria. */
  readonly group?: Group | undefined;
  readonly members?: readonly number[] | undefined;
}

/** A rubric prepared for judging: positions instead of names. */
export interface Plan extends Omit<Names, 'order'> {
  readonly outcomes: readonly RuleNode[];
  /** The outcomes in an order in which each comes after those it leans on. */
  readonly order: readonly RuleNode[];
  readonly node: (rule: Rule, within: readonly number[]) => RuleNode;
}

/**
 * Looks up every name of a rubric once. Throws a RangeError where the rubric names what it does not have, and where its rules are too many
 * to answer for.
 *
 * @param caller the public function that was called, for the error to name
 */
export const planRubric = (rubric: Rubric, caller?: string): Plan => {
  const names = namesOf(rubric, caller);
  const { all, groups, mistake, select } = names;
  const outcomes: (RuleNode | undefined)[] = rubric.outcomes.map(() => undefined);
  const none: readonly never[] = [];
  let made = 0;
  // Rules that ask the same level of the same list share what it comes to.
  const single: (readonly number[] | undefined)[] = [];
  const needs = new Map<readonly number[], Map<string, readonly number[]>>();
  const reaching = (rule: Rule, chosen: readonly number[], level: string): RuleNode => {
    const ofList = needs.get(chosen) ?? new Map<string, readonly number[]>();
    needs.set(chosen, ofList);
    const ofLevel = ofList.get(level) ?? chosen.map((at) => names.need(at, level));
    ofList.set(level, ofLevel);
    return { id: made++, rule, criteria: chosen, needs: ofLevel, inner: none };
  };
  const holding = (rule: Rule, inner: readonly RuleNode[], chosen: readonly number[] = none): RuleNode => ({
    id: made++,
    rule,
    criteria: chosen,
    needs: none,
    inner,
  });
  const inGroups = (rule: Rule, inner: Rule, ids: readonly string[] | undefined): RuleNode => {
    const chosen = names.groupsNamed(ids).flatMap((at) => groups[at] ?? []);
    return holding(
      rule,
      chosen.map((one) => ({ ...node(inner, one.criteria), group: one.group, members: one.criteria })),
    );
  };
  const outcomeNode = (id: string): RuleNode => {
    const at = names.outcome(id);
    return outcomes[at] ?? mistake(`the outcome “${id}” needs itself`);
  };
  const node = (rule: Rule, within: readonly number[]): RuleNode => {
    switch (rule.kind) {
      case 'at-least': {
        const at = names.criterion(rule.criterion);
        const alone = single[at] ?? [at];
        single[at] = alone;
        return reaching(rule, alone, rule.level);
      }
      case 'every':
      case 'some':
      case 'count':
      case 'share':
      case 'minimum':
        return reaching(rule, select(rule.of, within), rule.level);
      case 'evidence':
        return holding(rule, none, select(rule.of, within));
      case 'every-group':
      case 'count-groups':
        return inGroups(rule, rule.rule, rule.groups);
      case 'when-count':
        return holding(rule, [node(rule.then, within), node(rule.otherwise, within)], select(rule.of, within));
      case 'all':
      case 'any':
      case 'at-least-n':
        return holding(
          rule,
          rule.rules.map((inner) => node(inner, within)),
        );
      case 'achieves':
        return holding(rule, [outcomeNode(rule.outcome)]);
      case 'score':
      case 'band':
      case 'attested':
        return holding(rule, none);
    }
  };
  for (const at of names.order) {
    const outcome = rubric.outcomes[at];
    if (outcome !== undefined) outcomes[at] = node(outcome.rule, all);
  }
  return {
    ...names,
    outcomes: outcomes.filter((one) => one !== undefined),
    order: names.order.flatMap((at) => outcomes[at] ?? []),
    node,
  };
};
