import { at as itemAt } from '../../common/at.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Rule } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { Checked } from './check-outcomes.js';
import type { Found, RubricSearch } from './check-search.js';
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

/** The ways that lead to each branch of a rule: inside a group rule one rule is asked in every group. */
interface Branches {
  readonly then: (readonly Condition[])[];
  readonly otherwise: (readonly Condition[])[];
}

/** What of a rubric's rules may be idle. */
interface MayBeIdle {
  /** Outer rules first. */
  readonly branches: ReadonlyMap<Rule, Branches>;
  /** For each part of `any` and `at-least-n` what it was lowered to, once for each group that it is asked in. */
  readonly parts: ReadonlyMap<Rule, readonly (readonly RuleNode[])[]>;
}

const mayBeIdle = (lowered: Lowered): MayBeIdle => {
  const branches = new Map<Rule, Branches>();
  const parts = new Map<Rule, RuleNode[][]>();
  const visit = (node: RuleNode, under: readonly Condition[]): void => {
    const { rule } = node;
    if (rule.kind === 'achieves') return;
    if (rule.kind === 'when-count') {
      const { then, otherwise } = branches.get(rule) ?? { then: [], otherwise: [] };
      branches.set(rule, { then, otherwise });
      for (const [side, ways] of [then, otherwise].entries()) {
        const conditions = [...under, { criteria: node.criteria, fewerThan: rule.fewerThan, fewer: side === 0 }];
        ways.push(conditions);
        visit(itemAt(node.inner, side), conditions);
      }
      return;
    }
    if (rule.kind === 'any' || rule.kind === 'at-least-n') {
      const known = parts.get(rule) ?? rule.rules.map(() => []);
      parts.set(rule, known);
      for (const [at, inner] of node.inner.entries()) itemAt(known, at).push(inner);
    }
    for (const inner of node.inner) visit(inner, under);
  };
  for (const node of [...lowered.outcomes, ...lowered.counted]) visit(node, []);
  return { branches, parts };
};

/** Branches of `when-count` that no assessment takes, and parts of `any` and `at-least-n` that never hold. */
export const branchIssues = (search: RubricSearch): Checked => {
  const paths = new Map<Rule, Path>();
  for (const { rule, path } of rulesOf(search.lowered.rubric)) if (!paths.has(rule)) paths.set(rule, path);
  const pathOf = (rule: Rule): Path => paths.get(rule) ?? [];
  // What stands inside a branch that is never taken is not told again.
  const idle = new Set<string>();
  const isInside = (path: Path): boolean => path.some((_, end) => idle.has(path.slice(0, end + 1).join('.')));
  const issues: RubricIssue[] = [];
  const open: string[] = [];
  const { branches, parts } = mayBeIdle(search.lowered);
  for (const [rule, ways] of branches) {
    if (rule.kind !== 'when-count' || isInside(pathOf(rule))) continue;
    for (const side of ['then', 'otherwise'] as const) {
      const path = [...pathOf(rule), side];
      const taken = isTaken(search, ways[side]);
      if (taken === 'unknown') open.push(`whether the branch at ${path.join('.')} is ever taken`);
      if (taken !== 'never') continue;
      idle.add(path.join('.'));
      issues.push(idleBranch(path, side, rule.fewerThan));
    }
  }
  for (const [rule, nodes] of parts) {
    if (isInside(pathOf(rule))) continue;
    for (const [at, ways] of nodes.entries()) {
      const path = [...pathOf(rule), 'rules', at];
      const holds = everHolds(search, ways);
      if (holds === 'unknown') open.push(`whether the part at ${path.join('.')} can hold`);
      if (holds === 'never') issues.push(idlePart(path));
    }
  }
  return { issues, open };
};

const idleBranch = (path: Path, side: keyof Branches, fewerThan: number): RubricIssue => ({
  code: 'idle-branch',
  severity: 'warning',
  path,
  message: `No assessment takes this branch: there are never ${side === 'then' ? 'fewer than' : 'as many as'} ${fewerThan} criteria that apply here.`,
  hint: 'Ask for another number, or write the other branch alone.',
});

const idlePart = (path: Path): RubricIssue => ({
  code: 'idle-part',
  severity: 'warning',
  path,
  message: 'This part of the rule can never hold, so the others decide alone.',
  hint: 'Ask for no more than there is, or leave the part out.',
});

type Ever = 'sometimes' | 'never' | 'unknown';

/** Whether a part holds in some state, in one of the groups that it is asked in; a part that is asked in none is not told of. */
const everHolds = (search: RubricSearch, ways: readonly RuleNode[]): Ever => {
  const kinds = new Set<Found['kind']>();
  for (const node of ways) {
    const { kind } = search.reaches(search.rule(node, 'lowest'));
    if (kind === 'found') return 'sometimes';
    kinds.add(kind);
  }
  if (kinds.has('unknown')) return 'unknown';
  return ways.length === 0 ? 'sometimes' : 'never';
};

/** Whether a branch is taken in some state, on one of the ways that lead to it. */
const isTaken = (search: RubricSearch, ways: readonly (readonly Condition[])[]): Ever => {
  let unknown = false;
  for (const conditions of ways) {
    if (!conditions.every((one) => mayBe(search.lowered, one))) continue;
    if (conditions.length === 1) return 'sometimes';
    const node = search.node((circuit) =>
      circuit.quorum(
        conditions.map(({ criteria, fewerThan, fewer }) => circuit.applying(criteria, fewerThan, fewer)),
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
