import { leaningOrder, ruleSizeFault } from '../../model/rubrics/rule-size.js';
import { achievedBy } from '../../model/rubrics/rule-tree.js';
import { criteriaSelector } from '../../model/rubrics/select-criteria.js';
import type { Band, Criterion, Fact, Group, Rubric } from '../../model/rubrics/rubric.js';
import type { Level } from '../../model/rubrics/scale.js';
import type { Selector } from '../../model/rubrics/rule.js';

/** A rubric whose names can be looked up: positions instead of names. Each look-up throws a RangeError where there is no such name. */
export interface Names {
  readonly rubric: Rubric;
  readonly criteria: readonly Criterion[];
  /** Positions of all criteria. */
  readonly all: readonly number[];
  /** The levels of each criterion, lowest first. */
  readonly levels: readonly (readonly Level[])[];
  readonly position: ReadonlyMap<string, number>;
  /** The place of a level in a criterion's scale; none where it has no such level. */
  readonly levelOf: (at: number, level: string) => number | undefined;
  /** Positions of each group's criteria, in the order of the rubric's groups. */
  readonly groups: readonly { readonly group: Group; readonly criteria: readonly number[] }[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly bands: ReadonlyMap<string, Band>;
  readonly select: (of: Selector | undefined, within: readonly number[]) => readonly number[];
  /** The place of a level in a criterion's scale. */
  readonly need: (at: number, level: string) => number;
  readonly criterion: (id: string) => number;
  readonly outcome: (id: string) => number;
  readonly fact: (id: string) => number;
  readonly band: (id: string) => number;
  /** The positions of the groups a rule names; of all where it names none. */
  readonly groupsNamed: (ids: readonly string[] | undefined) => readonly number[];
  /** Positions of the outcomes, in an order in which each comes after those it leans on. */
  readonly order: readonly number[];
  readonly mistake: (message: string) => never;
}

/** By name, the first of each name. */
const byId = <T extends { readonly id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map([...list].reverse().map((one) => [one.id, one]));

/**
 * Makes the names of a rubric ready to be looked up. Throws a RangeError where its outcomes need themselves, and where its rules are too
 * many to answer for.
 *
 * @param caller the public function that was called, for the error to name
 */
export const namesOf = (rubric: Rubric, caller?: string): Names => {
  const mistake = (message: string): never => {
    const called = caller === undefined ? '' : `${caller}: `;
    throw new RangeError(`${called}${message}; rubricSchema.safeParse(rubric) lists everything that is wrong with it`);
  };
  const tooLarge = ruleSizeFault(rubric);
  if (tooLarge !== undefined) mistake(`the rubric is too large, ${tooLarge}`);
  const criteria = rubric.criteria;
  const all = criteria.map((_, at) => at);
  const levels = criteria.map((criterion) => (criterion.scale ?? rubric.scale).levels);
  const position = new Map(criteria.map((criterion, at) => [criterion.id, at]));
  const { inGroup, select } = criteriaSelector(rubric);
  const groups = (rubric.groups ?? []).map((group) => ({ group, criteria: inGroup(group.id) }));
  const outcomePositions = new Map(rubric.outcomes.map((outcome, at) => [outcome.id, at]));

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
  const found =
    (positions: ReadonlyMap<string, number>, what: string) =>
    (id: string): number =>
      positions.get(id) ?? mistake(`the rubric has no ${what} “${id}”`);
  const groupPositions = new Map(groups.map(({ group }, at) => [group.id, at]));
  const outcome = found(outcomePositions, 'outcome');
  const leansOn = rubric.outcomes.map(({ rule }) =>
    [...achievedBy(rule)].flatMap((id) => outcomePositions.get(id) ?? []),
  );
  const { order, circle } = leaningOrder(leansOn);
  if (circle !== undefined) mistake(`the outcome “${rubric.outcomes[circle]?.id ?? circle}” needs itself`);
  return {
    rubric,
    criteria,
    all,
    levels,
    position,
    levelOf,
    groups,
    facts: byId(rubric.facts),
    bands: byId(rubric.bands),
    select,
    need: needed,
    criterion: found(position, 'criterion'),
    outcome,
    fact: found(new Map((rubric.facts ?? []).map(({ id }, at) => [id, at] as const).reverse()), 'fact'),
    band: found(new Map((rubric.bands ?? []).map(({ id }, at) => [id, at] as const).reverse()), 'band'),
    groupsNamed: (ids) => {
      if (ids === undefined) return groups.map((_, at) => at);
      return [...new Set(ids.map(found(groupPositions, 'group')))].sort((a, b) => a - b);
    },
    order,
    mistake,
  };
};
