import { leaningOrder, ruleSizeFault } from '../../model/rubrics/rule-size.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { Band, Criterion, Fact, Group, Rubric } from '../../model/rubrics/rubric.js';
import type { Level } from '../../model/rubrics/scale.js';
import type { Rule, Selector } from '../../model/rubrics/rule.js';

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
export interface Plan {
  readonly rubric: Rubric;
  readonly criteria: readonly Criterion[];
  /** The levels of each criterion, lowest first. */
  readonly levels: readonly (readonly Level[])[];
  readonly position: ReadonlyMap<string, number>;
  /** The place of a level in a criterion's scale; none where it has no such level. */
  readonly levelOf: (at: number, level: string) => number | undefined;
  /** Positions of each group's criteria, in the order of the rubric's groups. */
  readonly groups: readonly { readonly group: Group; readonly criteria: readonly number[] }[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly bands: ReadonlyMap<string, Band>;
  readonly outcomes: readonly RuleNode[];
  /** The outcomes in an order in which each comes after those it leans on. */
  readonly order: readonly RuleNode[];
  readonly node: (rule: Rule, within: readonly number[]) => RuleNode;
  readonly select: (of: Selector | undefined, within: readonly number[]) => readonly number[];
}

/** Positions of all criteria. */
export const everyCriterion = (rubric: Rubric): readonly number[] => rubric.criteria.map((_, at) => at);

/** By name, the first of each name. */
const byId = <T extends { readonly id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map([...list].reverse().map((one) => [one.id, one]));

/**
 * Looks up every name of a rubric once. Throws a RangeError where the rubric names what it does not have, and where its rules are too many
 * to answer for.
 *
 * @param caller the public function that was called, for the error to name
 */
export const planRubric = (rubric: Rubric, caller?: string): Plan => {
  const mistake = (message: string): never => {
    const called = caller === undefined ? '' : `${caller}: `;
    throw new RangeError(`${called}${message}; rubricSchema.safeParse(rubric) lists everything that is wrong with it`);
  };
  const tooLarge = ruleSizeFault(rubric);
  if (tooLarge !== undefined) mistake(`the rubric is too large, ${tooLarge}`);
  const criteria = rubric.criteria;
  const all = everyCriterion(rubric);
  const levels = criteria.map((criterion) => (criterion.scale ?? rubric.scale).levels);
  const position = new Map(criteria.map((criterion, at) => [criterion.id, at]));
  const ofGroup = new Map<string, number[]>();
  const ofTag = new Map<string, number[]>();
  const place = (lists: Map<string, number[]>, name: string, at: number) => {
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  criteria.forEach(({ group, tags = [] }, at) => {
    if (group !== undefined) place(ofGroup, group, at);
    for (const tag of tags) place(ofTag, tag, at);
  });
  const groups = (rubric.groups ?? []).map((group) => ({ group, criteria: ofGroup.get(group.id) ?? [] }));
  const outcomePositions = new Map(rubric.outcomes.map((outcome, at) => [outcome.id, at]));
  const outcomes: (RuleNode | undefined)[] = rubric.outcomes.map(() => undefined);

  // Lists as sets, each made once: selectors meet the same lists again and again, in every group.
  const sets = new Map<readonly number[], ReadonlySet<number>>();
  const asSet = (list: readonly number[]): ReadonlySet<number> => {
    const known = sets.get(list) ?? new Set(list);
    sets.set(list, known);
    return known;
  };
  const named = new Map<readonly string[], readonly number[]>();
  const positionsOf = (ids: readonly string[]): readonly number[] => {
    const known = named.get(ids) ?? [...new Set(ids.flatMap((id) => position.get(id) ?? []))].sort((a, b) => a - b);
    named.set(ids, known);
    return known;
  };
  const none: readonly never[] = [];
  let made = 0;
  /** What is in all of the lists, in the rubric's order: the shortest is gone through. */
  const select = (of: Selector | undefined, within: readonly number[]): readonly number[] => {
    if (of === undefined) return within;
    const lists = within === all || within.length === all.length ? [] : [within];
    if (of.group !== undefined) lists.push(ofGroup.get(of.group) ?? none);
    if (of.tag !== undefined) lists.push(ofTag.get(of.tag) ?? none);
    if (of.criteria !== undefined) lists.push(positionsOf(of.criteria));
    const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least), all);
    const others = lists.filter((list) => list !== shortest);
    return others.length === 0 ? shortest : shortest.filter((at) => others.every((list) => asSet(list).has(at)));
  };
  const placesIn = new Map<readonly Level[], ReadonlyMap<string, number>>();
  const levelOf = (at: number, level: string): number | undefined => {
    const scale = levels[at] ?? [];
    let places = placesIn.get(scale);
    if (places === undefined) {
      places = new Map(scale.map(({ id }, place) => [id, place] as const).reverse());
      placesIn.set(scale, places);
    }
    return places.get(level);
  };
  const needed = (at: number, level: string): number =>
    levelOf(at, level) ?? mistake(`the scale of “${criteria[at]?.id ?? at}” has no level “${level}”`);
  // Rules that ask the same level of the same list share what it comes to.
  const single: (readonly number[] | undefined)[] = [];
  const needs = new Map<readonly number[], Map<string, readonly number[]>>();
  const reaching = (rule: Rule, chosen: readonly number[], level: string): RuleNode => {
    const ofList = needs.get(chosen) ?? new Map<string, readonly number[]>();
    needs.set(chosen, ofList);
    const ofLevel = ofList.get(level) ?? chosen.map((at) => needed(at, level));
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
  const groupIds = new Set(groups.map(({ group }) => group.id));
  const inGroups = (rule: Rule, inner: Rule, ids: readonly string[] | undefined): RuleNode => {
    const wanted = ids && new Set(ids);
    for (const id of wanted ?? []) if (!groupIds.has(id)) mistake(`the rubric has no group “${id}”`);
    const chosen = groups.filter(({ group }) => wanted === undefined || wanted.has(group.id));
    return holding(
      rule,
      chosen.map((one) => ({ ...node(inner, one.criteria), group: one.group, members: one.criteria })),
    );
  };
  const outcomeNode = (id: string): RuleNode => {
    const at = outcomePositions.get(id) ?? mistake(`the rubric has no outcome “${id}”`);
    return outcomes[at] ?? mistake(`the outcome “${id}” needs itself`);
  };
  const node = (rule: Rule, within: readonly number[]): RuleNode => {
    switch (rule.kind) {
      case 'at-least': {
        const at = position.get(rule.criterion) ?? mistake(`the rubric has no criterion “${rule.criterion}”`);
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
  const leansOn = rubric.outcomes.map(({ rule }) =>
    [...achieved(rule)].flatMap((id) => outcomePositions.get(id) ?? []),
  );
  const { order, circle } = leaningOrder(leansOn);
  if (circle !== undefined) mistake(`the outcome “${rubric.outcomes[circle]?.id ?? circle}” needs itself`);
  for (const at of order) {
    const outcome = rubric.outcomes[at];
    if (outcome !== undefined) outcomes[at] = node(outcome.rule, all);
  }
  const built = outcomes.filter((one) => one !== undefined);
  return {
    rubric,
    criteria,
    levels,
    position,
    levelOf,
    groups,
    facts: byId(rubric.facts),
    bands: byId(rubric.bands),
    outcomes: built,
    order: order.flatMap((at) => outcomes[at] ?? []),
    node,
    select,
  };
};

/** The outcomes that a rule names, by id. */
const achieved = (rule: Rule, found = new Set<string>()): ReadonlySet<string> => {
  if (rule.kind === 'achieves') found.add(rule.outcome);
  for (const inner of innerRules(rule)) achieved(inner.rule, found);
  return found;
};
