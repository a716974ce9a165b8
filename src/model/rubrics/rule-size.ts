import { own } from '../../common/own.js';
import type { Rubric } from './rubric.js';
import type { Fault } from '../shared/fault.js';
import { MOST_COUNTED, type Rule, type Selector } from './rule.js';
import { innerRules } from './rule-tree.js';

/** A group rule is asked once for each group, and says so in one sentence for each: so many rules are asked in all. */
const MOST_ASKED = 200_000;
/** A rule looks at each criterion that it selects, and its sentences may name them: so many of them in all. */
const MOST_LOOKS = 5_000_000;
/** How deep rules stand in one another, through the outcomes that they achieve. */
const DEEPEST = 1_000;

/**
 * Why a rubric's rules are too many to answer for; nothing where they are not. An evaluation gives a reason for each rule, in each group
 * for a rule on groups, so a small file can ask for an answer of any size. Counted from above, without writing anything out, in one pass.
 * The rules themselves must be known to nest no deeper than 64.
 */
export const ruleSizeFault = (rubric: Rubric): string | undefined => {
  const selected = counting(rubric);
  const groupCount = rubric.groups?.length ?? 0;
  let [asked, looks] = [0, 0];
  /** `times`: how often the rule is asked. `passes`: how often it goes over all criteria; asked once in each group it does so once. */
  const add = (rule: Rule, times: number, passes: number): void => {
    asked += times;
    const of = 'of' in rule ? rule.of : undefined;
    if ('of' in rule || 'level' in rule || rule.kind === 'evidence' || rule.kind === 'when-count') {
      looks += rule.kind === 'at-least' ? times : selected(of) * passes + (of?.criteria?.length ?? 0) * times;
    }
    if (rule.kind === 'score' || rule.kind === 'band') looks += rubric.criteria.length * passes;
    if (asked > MOST_ASKED || looks > MOST_LOOKS) return;
    const isOfGroups = rule.kind === 'every-group' || rule.kind === 'count-groups';
    const inside = isOfGroups ? times * Math.max(1, rule.groups?.length ?? groupCount) : times;
    for (const inner of innerRules(rule)) add(inner.rule, inside, isOfGroups ? times : passes);
  };
  for (const { rule } of rubric.outcomes) add(rule, 1, 1);
  if (rubric.scoring.kind === 'count-groups') add(rubric.scoring.rule, Math.max(1, groupCount), 1);
  if (asked > MOST_ASKED)
    return `it has more than ${MOST_ASKED} rules, each rule on groups counted once for each group`;
  if (looks > MOST_LOOKS) return `its rules together look at more than ${MOST_LOOKS} criteria`;
  return depthOf(rubric) > DEEPEST
    ? `its rules nest more than ${DEEPEST} deep, through the outcomes that they achieve`
    : undefined;
};

/** The fields of rules that say how far is counted; the threshold of a score is no number. */
const COUNTS = ['atLeast', 'numerator', 'denominator', 'fewerThan'] as const;

/** Where rules count further than they may. The rules themselves must be known to nest no deeper than 64, and not to be too many. */
export const countFaults = ({ outcomes, scoring }: Rubric): readonly Fault[] => {
  const faults: Fault[] = [];
  const look = (rule: Rule, path: Fault['path']): void => {
    for (const name of COUNTS) {
      const count = own<unknown>(rule as object as Record<string, unknown>, name);
      if (typeof count !== 'number' || count <= MOST_COUNTED) continue;
      const message = `a rule counts to at most ${MOST_COUNTED}, and this one to ${count}`;
      faults.push({ path: [...path, name], message });
    }
    for (const inner of innerRules(rule)) look(inner.rule, [...path, ...inner.path]);
  };
  outcomes.forEach(({ rule }, at) => look(rule, ['outcomes', at, 'rule']));
  if (scoring.kind === 'count-groups') look(scoring.rule, ['scoring', 'rule']);
  return faults;
};

/** How many criteria a selector selects, at most. */
const counting = ({ criteria }: Rubric): ((of: Selector | undefined) => number) => {
  const ofGroup = new Map<string, number>();
  const ofTag = new Map<string, number>();
  const more = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { group, tags = [] } of criteria) {
    if (group !== undefined) more(ofGroup, group);
    for (const tag of tags) more(ofTag, tag);
  }
  return (of = {}) =>
    Math.min(
      of.group === undefined ? criteria.length : (ofGroup.get(of.group) ?? 0),
      of.tag === undefined ? criteria.length : (ofTag.get(of.tag) ?? 0),
      of.criteria?.length ?? criteria.length,
    );
};

/** The outcomes that a rule achieves, by id, with how deep in the rule they are named; and how deep the rule is. */
const achievedIn = (rule: Rule): { readonly named: ReadonlyMap<string, number>; readonly deep: number } => {
  const named = new Map<string, number>();
  let deep = 0;
  const visit = (one: Rule, depth: number): void => {
    deep = Math.max(deep, depth);
    if (one.kind === 'achieves') named.set(one.outcome, Math.max(depth, named.get(one.outcome) ?? 0));
    for (const inner of innerRules(one)) visit(inner.rule, depth + 1);
  };
  visit(rule, 1);
  return { named, deep };
};

/** How deep the deepest outcome stands, with all that it leans on. Circles, which are refused elsewhere, are cut. */
const depthOf = ({ outcomes }: Rubric): number => {
  const at = new Map(outcomes.map(({ id }, i) => [id, i]));
  const rules = outcomes.map(({ rule }) => achievedIn(rule));
  const depths = rules.map(({ deep }) => deep);
  const leansOn = rules.map(({ named }) => [...named.keys()].flatMap((id) => at.get(id) ?? []));
  for (const i of leaningOrder(leansOn).order) {
    for (const [id, depth] of rules[i]?.named ?? []) {
      const inner = at.get(id);
      if (inner !== undefined) depths[i] = Math.max(depths[i] ?? 0, depth + (depths[inner] ?? 0));
    }
  }
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
};

/**
 * An order in which every outcome comes after those it leans on; one outcome that needs itself, where there is one; and all that do, by
 * position. Goes along chains of any length without recursion, and over each leaning once: strong components after Tarjan (1972),
 * doi:10.1137/0201010.
 *
 * @param leansOn for each outcome, the positions of those that its rule achieves
 */
export const leaningOrder = (
  leansOn: readonly (readonly number[])[],
): {
  readonly order: readonly number[];
  readonly circle: number | undefined;
  readonly inCircles: readonly number[];
} => {
  const order: number[] = [];
  const inCircles: number[] = [];
  const path: { readonly at: number; next: number }[] = [];
  const state = new Uint8Array(leansOn.length);
  const [ON_PATH, OPEN, CLOSED] = [1, 2, 3];
  // When each was met, and the earliest met that it leads back to among those whose component is still open.
  const met = new Map<number, number>();
  const earliest = new Map<number, number>();
  const open: number[] = [];
  let circle: number | undefined;
  const enter = (outcome: number): void => {
    state[outcome] = ON_PATH;
    earliest.set(outcome, met.size);
    met.set(outcome, met.size);
    open.push(outcome);
    path.push({ at: outcome, next: 0 });
  };
  const leadsTo = (outcome: number, when: number | undefined): void => {
    if (when !== undefined && when < (earliest.get(outcome) ?? when)) earliest.set(outcome, when);
  };
  const close = (outcome: number): void => {
    const component = open.splice(open.lastIndexOf(outcome));
    for (const one of component) state[one] = CLOSED;
    if (component.length > 1 || leansOn[outcome]?.includes(outcome)) for (const one of component) inCircles.push(one);
  };
  for (let start = 0; start < leansOn.length; start++) {
    if (state[start] !== 0) continue;
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const inner = leansOn[top.at]?.[top.next++];
      if (inner === undefined) {
        order.push(top.at);
        path.pop();
        state[top.at] = OPEN;
        const above = path.at(-1);
        if (above !== undefined) leadsTo(above.at, earliest.get(top.at));
        if (earliest.get(top.at) === met.get(top.at)) close(top.at);
      } else if (state[inner] === 0) enter(inner);
      else if (state[inner] !== CLOSED) {
        if (state[inner] === ON_PATH) circle ??= inner;
        leadsTo(top.at, met.get(inner));
      }
    }
  }
  return { order, circle, inCircles: inCircles.sort((a, b) => a - b) };
};
