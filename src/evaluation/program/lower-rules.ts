import { at as itemAt } from '../../common/at.js';
import type { Rule } from '../../model/rubrics/rule.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { lowerScore } from './lower-score.js';
import type { Names } from './names.js';
import type { Enough, Path, ProgramNode, Sums } from './program.js';

/** A node without the place it was first written in. */
type Bare = ProgramNode extends infer N ? (N extends ProgramNode ? Omit<N, 'path'> : never) : never;

/** What a rule stands in: all criteria, or those of one group. */
interface Within {
  readonly criteria: readonly number[];
  /** The position of the innermost group; none outside of group rules. */
  readonly group?: number | undefined;
}

export interface LoweredRules {
  readonly nodes: readonly ProgramNode[];
  readonly scores: readonly Sums[];
  /** The node of an outcome, by its position. */
  readonly outcome: (at: number) => number;
}

/**
 * Lowers every rule of a rubric. This is the one place that says what each kind of rule means: a new kind is a compile error here, and
 * nowhere in the readers of the program.
 */
export const lowerRules = (names: Names): LoweredRules => {
  const nodes: ProgramNode[] = [];
  const scores: Sums[] = [];
  const known = new Map<string, number>();
  const all = names.all;
  const outcomeNodes: (number | undefined)[] = [];

  /** The node, made once: an equal one that stands already is used again. */
  const node = (bare: Bare, path: Path): number => {
    const key = JSON.stringify(bare);
    const found = known.get(key);
    if (found !== undefined) return found;
    nodes.push({ ...bare, path } as ProgramNode);
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const quorum = (parts: readonly number[], enough: Enough, path: Path): number =>
    node({ kind: 'quorum', parts, enough }, path);

  const looks = new Map<readonly number[], Map<string, readonly number[]>>();
  /** Looks at criteria, each from the same level up; rules that ask the same of the same list share them. */
  const looksAt = (criteria: readonly number[], level: string, path: Path): readonly number[] => {
    const ofList = looks.get(criteria) ?? new Map<string, readonly number[]>();
    looks.set(criteria, ofList);
    const made =
      ofList.get(level) ??
      criteria.map((at) =>
        node({ kind: 'look', input: 'criterion', at, need: names.need(at, level), away: 'leaves' }, path),
      );
    ofList.set(level, made);
    return made;
  };

  const scoreOf = new Map<number | undefined, number | undefined>();
  /** The rubric's score, or that of a group, by position; none where the rubric gives none. */
  const score = (within: Within): number | undefined => {
    if (scoreOf.has(within.group)) return scoreOf.get(within.group);
    // A rule that the score itself counts sees no score.
    scoreOf.set(within.group, undefined);
    const inGroup = within.group === undefined ? undefined : within.criteria;
    const counting = (rule: Rule, group: number) => inOneGroup(rule, group, ['scoring', 'rule']);
    const lowered = lowerScore(names, counting, inGroup);
    scoreOf.set(within.group, lowered && scores.push(lowered) - 1);
    return scoreOf.get(within.group);
  };
  const reaches = (within: Within, threshold: Fraction, path: Path): number => {
    const at = score(within);
    return at === undefined ? quorum([], 'all', path) : node({ kind: 'reaches', score: at, threshold }, path);
  };

  /** A rule inside one group. A group in which nothing applies leaves, whatever its rule would look at. */
  const inOneGroup = (rule: Rule, group: number, path: Path): number => {
    const { criteria } = itemAt(names.groups, group);
    const inner = lower(rule, { criteria, group }, path);
    const alwaysApplies = criteria.some((at) => (itemAt(names.criteria, at).notApplicable ?? 'refused') === 'refused');
    if (alwaysApplies) return inner;
    return node({ kind: 'branch', criteria, fewerThan: 1, then: inner, otherwise: inner }, path);
  };
  const inGroups = (rule: Rule, ids: readonly string[] | undefined, path: Path): readonly number[] =>
    names.groupsNamed(ids).map((at) => inOneGroup(rule, at, [...path, 'rule']));

  const lower = (rule: Rule, within: Within, path: Path): number => {
    const inners = (rules: readonly Rule[]): readonly number[] =>
      rules.map((inner, at) => lower(inner, within, [...path, 'rules', at]));
    switch (rule.kind) {
      case 'at-least': {
        const at = names.criterion(rule.criterion);
        const away = names.criteria[at]?.notApplicable === 'waived' ? 'leaves' : 'open';
        return node({ kind: 'look', input: 'criterion', at, need: names.need(at, rule.level), away }, path);
      }
      case 'every':
      case 'minimum':
        return quorum(looksAt(names.select(rule.of, within.criteria), rule.level, path), 'all', path);
      case 'some':
        return quorum(looksAt(names.select(rule.of, within.criteria), rule.level, path), 1, path);
      case 'count':
        return quorum(looksAt(names.select(rule.of, within.criteria), rule.level, path), rule.atLeast, path);
      case 'share': {
        const { numerator, denominator } = rule;
        const parts = looksAt(names.select(rule.of, within.criteria), rule.level, path);
        return quorum(parts, { numerator, denominator }, path);
      }
      case 'evidence': {
        const { atLeast } = rule;
        const looked = names
          .select(rule.of, within.criteria)
          .map((at) => node({ kind: 'look', input: 'evidence', at, atLeast }, path));
        return quorum(looked, 'all', path);
      }
      case 'every-group':
        return quorum(inGroups(rule.rule, rule.groups, path), 'all', path);
      case 'count-groups':
        return quorum(inGroups(rule.rule, rule.groups, path), rule.atLeast, path);
      case 'when-count': {
        const then = lower(rule.then, within, [...path, 'then']);
        const otherwise = lower(rule.otherwise, within, [...path, 'otherwise']);
        const criteria = names.select(rule.of, within.criteria);
        return node({ kind: 'branch', criteria, fewerThan: rule.fewerThan, then, otherwise }, path);
      }
      case 'all':
        return quorum(inners(rule.rules), 'all', path);
      case 'any':
        return quorum(inners(rule.rules), 1, path);
      case 'at-least-n':
        return quorum(inners(rule.rules), rule.atLeast, path);
      case 'achieves':
        return outcome(names.outcome(rule.outcome));
      case 'attested':
        return node({ kind: 'look', input: 'fact', at: names.fact(rule.fact) }, path);
      case 'score':
        // The whole rubric's score inside a group too, as `evaluate` takes it; of `within` it would be the group's own.
        return reaches({ criteria: all }, rule.atLeast, path);
      case 'band':
        return reaches({ criteria: all }, itemAt(names.rubric.bands ?? [], names.band(rule.band)).from, path);
    }
  };
  /** Outcomes are lowered in the order in which each comes after those it leans on, so a chain of them needs no deep recursion. */
  const outcome = (at: number): number => {
    const made =
      outcomeNodes[at] ?? lower(itemAt(names.rubric.outcomes, at).rule, { criteria: all }, ['outcomes', at, 'rule']);
    outcomeNodes[at] = made;
    return made;
  };
  score({ criteria: all });
  for (const at of names.order) outcome(at);
  return { nodes, scores, outcome };
};
