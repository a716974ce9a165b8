import type { Criterion, Group, Rubric } from '../model/rubric.js';
import type { Level } from '../model/scale.js';
import type { Rule, Selector } from '../model/rule.js';

/**
 * A rule with its names looked up: the criteria it selects by position, the level each must reach by position in that
 * criterion's scale, and its inner rules. A group rule has one inner node for each group.
 */
export interface RuleNode {
  readonly rule: Rule;
  readonly criteria: readonly number[];
  readonly needs: readonly number[];
  readonly inner: readonly RuleNode[];
  /** The group this node was made for, inside a group rule, and its criteria. */
  readonly group?: Group | undefined;
  readonly members?: readonly number[] | undefined;
}

/** A rubric prepared for judging: positions instead of names. */
export interface Plan {
  readonly rubric: Rubric;
  readonly criteria: readonly Criterion[];
  /** The levels of each criterion, lowest first. */
  readonly levels: readonly (readonly Level[])[];
  readonly position: ReadonlyMap<string, number>;
  /** Positions of each group's criteria, in the order of the rubric's groups. */
  readonly groups: readonly { readonly group: Group; readonly criteria: readonly number[] }[];
  readonly outcomes: readonly RuleNode[];
  readonly node: (rule: Rule, within: readonly number[]) => RuleNode;
  readonly select: (of: Selector | undefined, within: readonly number[]) => readonly number[];
}

/** Positions of all criteria. */
export const everyCriterion = (rubric: Rubric): readonly number[] => rubric.criteria.map((_, at) => at);

const mistake = (message: string): never => {
  throw new RangeError(`${message}; rubricSchema.safeParse(rubric) lists everything that is wrong with it`);
};

/** Looks up every name of a rubric once. Throws a RangeError where the rubric names what it does not have. */
export const planRubric = (rubric: Rubric): Plan => {
  const criteria = rubric.criteria;
  const all = everyCriterion(rubric);
  const levels = criteria.map((criterion) => (criterion.scale ?? rubric.scale).levels);
  const position = new Map(criteria.map((criterion, at) => [criterion.id, at]));
  const members = new Map<string | undefined, number[]>();
  for (const at of all) {
    const group = criteria[at]?.group;
    const known = members.get(group);
    if (known) known.push(at);
    else members.set(group, [at]);
  }
  const groups = (rubric.groups ?? []).map((group) => ({ group, criteria: members.get(group.id) ?? [] }));
  const groupIds = new Set(groups.map(({ group }) => group.id));
  const outcomePositions = new Map(rubric.outcomes.map((outcome, at) => [outcome.id, at]));
  const outcomes: (RuleNode | 'being-built' | undefined)[] = rubric.outcomes.map(() => undefined);

  const select = (of: Selector | undefined, within: readonly number[]): readonly number[] => {
    if (of === undefined) return within;
    const names = of.criteria && new Set(of.criteria);
    return within.filter((at) => {
      const criterion = criteria[at];
      return (
        criterion !== undefined &&
        (of.group === undefined || criterion.group === of.group) &&
        (of.tag === undefined || criterion.tags?.includes(of.tag) === true) &&
        (names === undefined || names.has(criterion.id))
      );
    });
  };
  const levelAt = (at: number, level: string): number => {
    const found = levels[at]?.findIndex(({ id }) => id === level) ?? -1;
    return found >= 0 ? found : mistake(`the scale of “${criteria[at]?.id ?? at}” has no level “${level}”`);
  };
  const reaching = (rule: Rule, chosen: readonly number[], level: string): RuleNode => ({
    rule,
    criteria: chosen,
    needs: chosen.map((at) => levelAt(at, level)),
    inner: [],
  });
  const holding = (rule: Rule, inner: readonly RuleNode[], chosen: readonly number[] = []): RuleNode => ({
    rule,
    criteria: chosen,
    needs: [],
    inner,
  });
  const inGroups = (rule: Rule, inner: Rule, named: readonly string[] | undefined): RuleNode => {
    named?.forEach((id) => {
      if (!groupIds.has(id)) mistake(`the rubric has no group “${id}”`);
    });
    const only = named && new Set(named);
    const chosen = groups.filter(({ group }) => only === undefined || only.has(group.id));
    return holding(
      rule,
      chosen.map((one) => ({ ...node(inner, one.criteria), group: one.group, members: one.criteria })),
    );
  };
  const outcomeNode = (at: number): RuleNode => {
    const built = outcomes[at];
    if (built === 'being-built') return mistake(`the outcome “${rubric.outcomes[at]?.id ?? at}” needs itself`);
    if (built !== undefined) return built;
    const outcome = rubric.outcomes[at];
    if (outcome === undefined) return mistake('the rubric has no such outcome');
    outcomes[at] = 'being-built';
    const made = node(outcome.rule, all);
    outcomes[at] = made;
    return made;
  };
  const node = (rule: Rule, within: readonly number[]): RuleNode => {
    switch (rule.kind) {
      case 'at-least': {
        const at = position.get(rule.criterion) ?? mistake(`the rubric has no criterion “${rule.criterion}”`);
        return reaching(rule, [at], rule.level);
      }
      case 'every':
      case 'some':
      case 'count':
      case 'share':
      case 'minimum':
        return reaching(rule, select(rule.of, within), rule.level);
      case 'evidence':
        return holding(rule, [], select(rule.of, within));
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
        return holding(rule, [
          outcomeNode(outcomePositions.get(rule.outcome) ?? mistake(`the rubric has no outcome “${rule.outcome}”`)),
        ]);
      case 'score':
      case 'band':
      case 'attested':
        return holding(rule, []);
    }
  };
  return {
    rubric,
    criteria,
    levels,
    position,
    groups,
    outcomes: rubric.outcomes.map((_, at) => outcomeNode(at)),
    node,
    select,
  };
};
