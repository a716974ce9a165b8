import type { Rubric } from './rubric.js';
import type { Selector } from './rule.js';

/** Selectors of one rubric, looked up; criteria are positions. */
export interface CriteriaSelector {
  /** The criteria of a group; none for a group that has none. */
  readonly inGroup: (group: string) => readonly number[];
  /** Every tag that some criterion has. */
  readonly tags: readonly string[];
  /**
   * The criteria that a selector means, in the rubric's order, among those given: all of them where the selector is left out. What it
   * names and the rubric does not have selects nothing.
   */
  readonly select: (of: Selector | undefined, within: readonly number[]) => readonly number[];
}

/** Makes the groups, tags and ids of a rubric's criteria ready to be selected by. Each list of ids is looked up once. */
export const criteriaSelector = ({ criteria }: Pick<Rubric, 'criteria'>): CriteriaSelector => {
  const all = criteria.map((_, at) => at);
  const position = new Map(criteria.map(({ id }, at) => [id, at]));
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
  return {
    inGroup: (group) => ofGroup.get(group) ?? none,
    tags: [...ofTag.keys()],
    // What is in all of the lists: the shortest is gone through.
    select: (of, within) => {
      if (of === undefined) return within;
      const lists = within.length === all.length ? [] : [within];
      if (of.group !== undefined) lists.push(ofGroup.get(of.group) ?? none);
      if (of.tag !== undefined) lists.push(ofTag.get(of.tag) ?? none);
      if (of.criteria !== undefined) lists.push(positionsOf(of.criteria));
      const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least), all);
      const others = lists.filter((list) => list !== shortest);
      return others.length === 0 ? shortest : shortest.filter((at) => others.every((list) => asSet(list).has(at)));
    },
  };
};
