import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import { criteriaSelector } from '../../model/rubrics/select-criteria.js';

/** For each criterion, in the rubric's order, the most items of evidence that some rule asks of it; 0 where none asks. */
export const evidenceAsked = (rubric: Rubric): readonly number[] => {
  const { select, inGroup } = criteriaSelector(rubric);
  const asked = rubric.criteria.map(() => 0);
  const look = (rule: Rule, within: readonly number[]): void => {
    if (rule.kind === 'evidence') {
      for (const at of select(rule.of, within)) asked[at] = Math.max(asked[at] ?? 0, rule.atLeast);
    }
    // A rule on groups asks the same in each of them, so of all their criteria together.
    const isOfGroups = rule.kind === 'every-group' || rule.kind === 'count-groups';
    const groups = isOfGroups ? (rule.groups ?? rubric.groups?.map(({ id }) => id) ?? []) : [];
    const inside = isOfGroups ? groups.flatMap(inGroup) : within;
    for (const inner of innerRules(rule)) look(inner.rule, inside);
  };
  const all = rubric.criteria.map((_, at) => at);
  for (const { rule } of rubric.outcomes) look(rule, all);
  if (rubric.scoring.kind === 'count-groups')
    look(
      rubric.scoring.rule,
      (rubric.groups ?? []).flatMap(({ id }) => inGroup(id)),
    );
  return asked;
};
