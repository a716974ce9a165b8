import { at as itemAt } from '../../common/at.js';
import type { Rule, Selector } from '../../model/rubrics/rule.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Group } from '../../model/rubrics/rubric.js';
import { lowerScore } from './lower-score.js';
import type { Names } from './names.js';
import type { Enough, Path, ProgramNode, Sums } from './program.js';

/** What a rule stands in: all criteria, or those of one group. */
interface Within {
  readonly criteria: readonly number[];
  /** The position of the innermost group; none outside of group rules. */
  readonly group?: number | undefined;
}

/**
 * A rule beside what it was lowered to, for words: which rule was written here, and what it looks at. A group rule has one inner rule for
 * each group. Whether it holds is the program's to say.
 */
export interface RuleNode {
  readonly rule: Rule;
  /** The node that says whether the rule holds. */
  readonly node: number;
  /** The same of the rule alone, whether or not anything of its group applies. */
  readonly bare: number;
  /** The criteria that it selects, and the level that each must reach by its place in that criterion's scale. */
  readonly criteria: readonly number[];
  readonly needs: readonly number[];
  readonly inner: readonly RuleNode[];
  /** The group that this inner rule of a group rule was made for. */
  readonly group?: Group | undefined;
}

/** Equal nodes have equal keys, wherever they were written. */
const keyOf = (node: ProgramNode): string => {
  switch (node.kind) {
    case 'look':
      if (node.input === 'fact') return `f${node.at}`;
      return node.input === 'evidence' ? `e${node.at} ${node.atLeast}` : `c${node.at} ${node.need} ${node.away}`;
    case 'quorum':
      return `q${shownEnough(node.enough)} ${node.parts.join()}`;
    case 'branch':
      return `b${node.fewerThan} ${node.then} ${node.otherwise} ${node.criteria.join()}`;
    case 'reaches':
      return `r${node.score} ${shownEnough(node.threshold)}`;
  }
};
const shownEnough = (enough: Enough): string =>
  typeof enough === 'object' ? `${enough.numerator}/${enough.denominator}` : `${enough}`;

/** Whether a look is at one of some criteria, and leaves with it. */
const leavesAlone = (look: ProgramNode, inside: ReadonlySet<number>): boolean =>
  look.kind === 'look' && look.input !== 'fact' && inside.has(look.at) && !('away' in look && look.away === 'open');

export interface LoweredRules {
  readonly nodes: readonly ProgramNode[];
  readonly scores: readonly Sums[];
  /** The rule of each outcome, in the rubric's order. */
  readonly outcomes: readonly RuleNode[];
  /** The rule that the scoring counts, once for each group; none where it counts no rule. */
  readonly counted: readonly RuleNode[];
}

/**
 * Lowers every rule of a rubric. This is the one place that says what each kind of rule means: a new kind is a compile error here, and
 * nowhere in the readers of the program.
 */
export const lowerRules = (names: Names): LoweredRules => {
  const nodes: ProgramNode[] = [];
  const scores: Sums[] = [];
  const known = new Map<string, number>();

  /** The node, made once: an equal one that stands already is used again. */
  const node = (one: ProgramNode): number => {
    const key = keyOf(one);
    const found = known.get(key);
    if (found !== undefined) return found;
    nodes.push(one);
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const quorum = (parts: readonly number[], enough: Enough, path: Path): number =>
    node({ kind: 'quorum', parts, enough, path });

  /** For criteria and a level, where it stands in the scale of each; and looks at each from there up. Equal lists share them. */
  interface Asked {
    readonly needs: readonly number[];
    readonly looks: readonly number[];
  }
  const askedOf = new Map<readonly number[], Map<string, Asked>>();
  const asked = (criteria: readonly number[], level: string, path: Path): Asked => {
    const ofList = askedOf.get(criteria) ?? new Map<string, Asked>();
    askedOf.set(criteria, ofList);
    const known = ofList.get(level);
    if (known !== undefined) return known;
    const needs = criteria.map((at) => names.need(at, level));
    const looks = criteria.map((at, i) =>
      node({ kind: 'look', input: 'criterion', at, need: itemAt(needs, i), away: 'leaves', path }),
    );
    const made = { needs, looks };
    ofList.set(level, made);
    return made;
  };

  const counted: RuleNode[] = [];
  const scoreOf = new Map<number | undefined, number | undefined>();
  /** The rubric's score, or that of a group, by position; none where the rubric gives none. */
  const score = (within: Within): number | undefined => {
    if (scoreOf.has(within.group)) return scoreOf.get(within.group);
    // A rule that the score itself counts sees no score.
    scoreOf.set(within.group, undefined);
    const inGroup = within.group === undefined ? undefined : within.criteria;
    const counting = (rule: Rule, group: number): number => {
      const made = inOneGroup(rule, group, ['scoring', 'rule']);
      counted.push(made);
      return made.node;
    };
    const lowered = lowerScore(names, counting, inGroup);
    scoreOf.set(within.group, lowered && scores.push(lowered) - 1);
    return scoreOf.get(within.group);
  };
  const reaches = (within: Within, threshold: Fraction, path: Path): number => {
    const at = score(within);
    return at === undefined ? quorum([], 'all', path) : node({ kind: 'reaches', score: at, threshold, path });
  };

  /** A rule inside one group. A group in which nothing applies leaves, whatever its rule would look at. */
  const inOneGroup = (rule: Rule, at: number, path: Path): RuleNode => {
    const { group, criteria } = itemAt(names.groups, at);
    const inner = lower(rule, { criteria, group: at }, path);
    if (leavesWith(inner.bare, criteria)) return { ...inner, group };
    const { bare } = inner;
    return {
      ...inner,
      group,
      node: node({ kind: 'branch', criteria, fewerThan: 1, then: bare, otherwise: bare, path }),
    };
  };
  /** Whether a node leaves anyway where none of some criteria applies; or one of them always does. */
  const leavesWith = (at: number, criteria: readonly number[]): boolean => {
    if (criteria.some((one) => (itemAt(names.criteria, one).notApplicable ?? 'refused') === 'refused')) return true;
    const inside = new Set(criteria);
    const one = itemAt(nodes, at);
    return one.kind === 'quorum' && one.parts.every((part) => leavesAlone(itemAt(nodes, part), inside));
  };

  const none: readonly never[] = [];
  const lower = (rule: Rule, within: Within, path: Path): RuleNode => {
    const made = (at: number, of: Partial<RuleNode> = {}): RuleNode => ({
      rule,
      node: at,
      bare: at,
      criteria: none,
      needs: none,
      inner: none,
      ...of,
    });
    /** So many of the selected criteria at the level. */
    const reaching = (of: Selector | undefined, level: string, enough: Enough): RuleNode => {
      const criteria = names.select(of, within.criteria);
      const { needs, looks } = asked(criteria, level, path);
      return made(quorum(looks, enough, path), { criteria, needs });
    };
    const holding = (inner: readonly RuleNode[], enough: Enough): RuleNode =>
      made(
        quorum(
          inner.map((one) => one.node),
          enough,
          path,
        ),
        { inner },
      );
    const inGroups = (inner: Rule, ids: readonly string[] | undefined): readonly RuleNode[] =>
      names.groupsNamed(ids).map((at) => inOneGroup(inner, at, [...path, 'rule']));
    const parts = (rules: readonly Rule[]): readonly RuleNode[] =>
      rules.map((inner, at) => lower(inner, within, [...path, 'rules', at]));
    switch (rule.kind) {
      case 'at-least': {
        const at = names.criterion(rule.criterion);
        const need = names.need(at, rule.level);
        const away = names.criteria[at]?.notApplicable === 'waived' ? 'leaves' : 'open';
        const look = node({ kind: 'look', input: 'criterion', at, need, away, path });
        return made(look, { criteria: [at], needs: [need] });
      }
      case 'every':
      case 'minimum':
        return reaching(rule.of, rule.level, 'all');
      case 'some':
        return reaching(rule.of, rule.level, 1);
      case 'count':
        return reaching(rule.of, rule.level, rule.atLeast);
      case 'share':
        return reaching(rule.of, rule.level, { numerator: rule.numerator, denominator: rule.denominator });
      case 'lower-median': {
        // More than half of those that apply, of at most n: 2n · reaching ≥ (n + 1) · applying, for whole numbers just that.
        const most = names.select(rule.of, within.criteria).length;
        return reaching(rule.of, rule.level, { numerator: most + 1, denominator: Math.max(1, 2 * most) });
      }
      case 'evidence': {
        const { atLeast } = rule;
        const criteria = names.select(rule.of, within.criteria);
        const looks = criteria.map((at) => node({ kind: 'look', input: 'evidence', at, atLeast, path }));
        return made(quorum(looks, 'all', path), { criteria });
      }
      case 'every-group':
        return holding(inGroups(rule.rule, rule.groups), 'all');
      case 'count-groups':
        return holding(inGroups(rule.rule, rule.groups), rule.atLeast);
      case 'when-count': {
        const then = lower(rule.then, within, [...path, 'then']);
        const otherwise = lower(rule.otherwise, within, [...path, 'otherwise']);
        const criteria = names.select(rule.of, within.criteria);
        const { fewerThan } = rule;
        const branch = {
          kind: 'branch',
          criteria,
          fewerThan,
          then: then.node,
          otherwise: otherwise.node,
          path,
        } as const;
        return made(node(branch), { criteria, inner: [then, otherwise] });
      }
      case 'all':
        return holding(parts(rule.rules), 'all');
      case 'any':
        return holding(parts(rule.rules), 1);
      case 'at-least-n':
        return holding(parts(rule.rules), rule.atLeast);
      case 'achieves': {
        const achieved = outcome(names.outcome(rule.outcome));
        return made(achieved.node, { inner: [achieved] });
      }
      case 'attested':
        return made(node({ kind: 'look', input: 'fact', at: names.fact(rule.fact), path }));
      case 'score':
        return made(reaches(within, rule.atLeast, path));
      case 'band':
        return made(reaches(whole, itemAt(names.rubric.bands ?? [], names.band(rule.band)).from, path));
    }
  };
  const whole: Within = { criteria: names.all };
  const outcomes: (RuleNode | undefined)[] = [];
  /** Outcomes are lowered in the order in which each comes after those it leans on, so a chain of them needs no deep recursion. */
  const outcome = (at: number): RuleNode => {
    const made = outcomes[at] ?? lower(itemAt(names.rubric.outcomes, at).rule, whole, ['outcomes', at, 'rule']);
    outcomes[at] = made;
    return made;
  };
  score(whole);
  for (const at of names.order) outcome(at);
  return { nodes, scores, outcomes: names.rubric.outcomes.map((_, at) => outcome(at)), counted };
};
