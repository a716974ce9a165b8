import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { Checked } from './check-outcomes.js';
import type { RubricSearch } from './check-search.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import type { RubricIssue } from './rubric-issue.js';

type Path = readonly (string | number)[];

/** Every rule of a rubric with its path; what an `achieves` names stands at its own place. */
const rulesOf = (rubric: Rubric): readonly { readonly rule: Rule; readonly path: Path }[] => {
  const found: { rule: Rule; path: Path }[] = [];
  const visit = (rule: Rule, path: Path): void => {
    found.push({ rule, path });
    for (const inner of innerRules(rule)) visit(inner.rule, [...path, ...inner.path]);
  };
  rubric.outcomes.forEach((outcome, at) => visit(outcome.rule, ['outcomes', at, 'rule']));
  if (rubric.scoring.kind === 'count-groups') visit(rubric.scoring.rule, ['scoring', 'rule']);
  return found;
};

/** Rules that name a criterion which may be not applicable, where the rubric does not say what then. */
export const gatePolicyIssues = ({ rubric, position }: Lowered): RubricIssue[] => {
  const named = new Map<number, Path>();
  for (const { rule, path } of rulesOf(rubric)) {
    if (rule.kind !== 'at-least') continue;
    const at = position.get(rule.criterion) ?? -1;
    if (!named.has(at)) named.set(at, path);
  }
  return rubric.criteria.flatMap((criterion, at): RubricIssue[] => {
    const path = named.get(at);
    if (path === undefined || criterion.notApplicable !== 'allowed') return [];
    return [
      {
        code: 'no-gate-policy',
        severity: 'warning',
        path,
        message: `The rule names “${criterion.label}”, which may be not applicable, and the rubric does not say what then.`,
        hint: 'Write notApplicable: ’waived’ or ’held-open’; until then it is held open.',
        reproduction: { ratings: { [criterion.id]: { notApplicable: 'an example' } } },
      },
    ];
  });
};

/** Groups that a rule over every group may lose altogether. */
export const vanishingGroups = (lowered: Lowered): RubricIssue[] => {
  const asked = new Set<string>();
  for (const { rule } of rulesOf(lowered.rubric)) {
    if (rule.kind === 'every-group')
      for (const id of rule.groups ?? lowered.groups.map(({ group }) => group.id)) asked.add(id);
  }
  return lowered.groups.flatMap(({ group, criteria }, at): RubricIssue[] => {
    const may =
      criteria.length > 0 && criteria.every((c) => (lowered.criteria[c]?.notApplicable ?? 'refused') !== 'refused');
    if (!asked.has(group.id) || !may) return [];
    return [
      {
        code: 'vanishing-group',
        severity: 'info',
        path: ['groups', at],
        message: `Every criterion of “${group.label}” may be not applicable, and a rule over every group then goes without it.`,
        hint: 'Let at least one of its criteria refuse not-applicable, unless that is meant.',
      },
    ];
  });
};

/** What must be the case for a rule to be asked at all: of some criteria fewer than so many apply, or as many or more. */
interface Condition {
  readonly criteria: readonly number[];
  readonly fewerThan: number;
  readonly fewer: boolean;
}

/** Branches of `when-count` that no assessment takes, and parts of `any` and `at-least-n` that never hold. */
export const branchIssues = (search: RubricSearch): Checked => {
  const { lowered } = search;
  const issues: RubricIssue[] = [];
  const open: string[] = [];
  const paths = new Map<Rule, Path>();
  for (const { rule, path } of rulesOf(lowered.rubric)) if (!paths.has(rule)) paths.set(rule, path);
  // Inside a group rule one rule is asked in every group: a branch is idle where no group takes it.
  const branches = new Map<
    Rule,
    { readonly then: (readonly Condition[])[]; readonly otherwise: (readonly Condition[])[] }
  >();
  const parts = new Map<Rule, RuleNode[][]>();
  const visit = (node: RuleNode, under: readonly Condition[]): void => {
    const { rule } = node;
    if (rule.kind === 'when-count') {
      const { fewerThan } = rule;
      const known = branches.get(rule) ?? { then: [], otherwise: [] };
      branches.set(rule, known);
      [known.then, known.otherwise].forEach((ways, side) => {
        const conditions = [...under, { criteria: node.criteria, fewerThan, fewer: side === 0 }];
        ways.push(conditions);
        const inner = node.inner[side];
        if (inner) visit(inner, conditions);
      });
      return;
    }
    if (rule.kind === 'achieves') return;
    if (rule.kind === 'any' || rule.kind === 'at-least-n') {
      const known = parts.get(rule) ?? rule.rules.map(() => []);
      parts.set(rule, known);
      node.inner.forEach((inner, at) => known[at]?.push(inner));
    }
    for (const inner of node.inner) visit(inner, under);
  };
  for (const node of [...lowered.outcomes, ...lowered.counted]) visit(node, []);

  // What stands inside a branch that is never taken is not told again. Outer rules come first.
  const idle = new Set<string>();
  const isInside = (path: Path): boolean => path.some((_, end) => idle.has(path.slice(0, end + 1).join('.')));
  for (const [rule, ways] of branches) {
    const path = paths.get(rule) ?? [];
    if (isInside(path)) continue;
    for (const side of ['then', 'otherwise'] as const) {
      const taken = isTaken(search, ways[side]);
      if (taken === 'unknown') open.push(`whether the branch at ${[...path, side].join('.')} is ever taken`);
      if (taken !== 'never') continue;
      idle.add([...path, side].join('.'));
      issues.push({
        code: 'idle-branch',
        severity: 'warning',
        path: [...path, side],
        message:
          `No assessment takes this branch: there are never ${side === 'then' ? 'fewer' : 'as many or more'} than ${rule.kind === 'when-count' ? rule.fewerThan : ''} criteria that apply here.`.replace(
            'as many or more than',
            'as many as',
          ),
        hint: 'Ask for another number, or write the other branch alone.',
      });
    }
  }
  for (const [rule, nodes] of parts) {
    const path = paths.get(rule) ?? [];
    if (isInside(path)) continue;
    nodes.forEach((ways, at) => {
      let unknown = false;
      for (const node of ways) {
        const { kind } = search.reaches(search.rule(node, 'lowest'));
        if (kind === 'found') return;
        unknown ||= kind === 'unknown';
      }
      if (ways.length === 0) return;
      if (unknown) open.push(`whether the part at ${[...path, 'rules', at].join('.')} can hold`);
      else
        issues.push({
          code: 'idle-part',
          severity: 'warning',
          path: [...path, 'rules', at],
          message: 'This part of the rule can never hold, so the others decide alone.',
          hint: 'Ask for no more than there is, or leave the part out.',
        });
    });
  }
  return { issues, open };
};

const isTaken = (search: RubricSearch, ways: readonly (readonly Condition[])[]): 'sometimes' | 'never' | 'unknown' => {
  let unknown = false;
  for (const conditions of ways) {
    if (!conditions.every((one) => mayBe(search.lowered, one))) continue;
    if (conditions.length === 1) return 'sometimes';
    const node = search.node(({ applying, quorum }) =>
      quorum(
        conditions.map(({ criteria, fewerThan, fewer }) => applying(criteria, fewerThan, fewer)),
        conditions.length,
      ),
    );
    const { kind } = search.reaches(node);
    if (kind === 'found') return 'sometimes';
    unknown ||= kind === 'unknown';
  }
  return unknown ? 'unknown' : 'never';
};

/** Whether a condition alone can be the case: between those that always apply, at least one, and all. */
const mayBe = (lowered: Lowered, { criteria, fewerThan, fewer }: Condition): boolean => {
  if (criteria.length === 0) return false;
  const always = criteria.filter((at) => (lowered.criteria[at]?.notApplicable ?? 'refused') === 'refused').length;
  return fewer ? Math.max(1, always) < fewerThan : criteria.length >= fewerThan;
};
