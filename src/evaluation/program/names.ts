import { countFaults, leaningOrder, ruleSizeFault } from '../../model/rubrics/rule-size.js';
import { achievedBy } from '../../model/rubrics/rule-tree.js';
import { pointsFaults, scaleFaults, scalesOf } from '../../model/rubrics/scale-faults.js';
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

/** A path in a rubric as it is written in code: `rubric.criteria[2].scale`. */
export const placeInRubric = (path: readonly (string | number)[]): string =>
  `rubric${path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')}`;

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
  const [fault] = [
    ...scalesOf(rubric).flatMap(({ levels: own, path }) => scaleFaults(own, path)),
    ...pointsFaults(rubric),
    ...countFaults(rubric),
  ];
  if (fault !== undefined) mistake(`${placeInRubric(fault.path)}: ${fault.message}`);
  const { criteria, outcomes, facts = [], bands = [] } = rubric;
  const levels = criteria.map((criterion) => (criterion.scale ?? rubric.scale).levels);
  const levelOf = levelFinder(levels);
  const { inGroup, select } = criteriaSelector(rubric);
  const groups = (rubric.groups ?? []).map((group) => ({ group, criteria: inGroup(group.id) }));
  // Of criteria, outcomes and groups of one name the last is meant, of facts and bands the first.
  const position = lastPlaces(criteria);
  const outcomePlaces = lastPlaces(outcomes);
  const finder = (places: ReadonlyMap<string, number>, what: string) => (id: string) =>
    places.get(id) ?? mistake(`the rubric has no ${what} “${id}”`);
  const groupNamed = finder(lastPlaces(groups.map(({ group }) => group)), 'group');
  return {
    rubric,
    criteria,
    all: criteria.map((_, at) => at),
    levels,
    position,
    levelOf,
    groups,
    facts: byId(facts),
    bands: byId(bands),
    select,
    need: (at, level) =>
      levelOf(at, level) ?? mistake(`the scale of “${criteria[at]?.id ?? at}” has no level “${level}”`),
    criterion: finder(position, 'criterion'),
    outcome: finder(outcomePlaces, 'outcome'),
    fact: finder(firstPlaces(facts), 'fact'),
    band: finder(firstPlaces(bands), 'band'),
    groupsNamed: (ids) =>
      ids === undefined ? groups.map((_, at) => at) : [...new Set(ids.map(groupNamed))].sort((a, b) => a - b),
    order: orderOf(rubric, outcomePlaces, mistake),
    mistake,
  };
};

interface Named {
  readonly id: string;
}

/** Where each name stands: the last of each name, or the first. */
const lastPlaces = (list: readonly Named[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, at) => [id, at] as const));
const firstPlaces = (list: readonly Named[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, at) => [id, at] as const).reverse());

/** Finds levels in the scale of each criterion; each scale is read once, whoever uses it. */
const levelFinder = (levels: readonly (readonly Level[])[]): Names['levelOf'] => {
  const placesIn = new Map<readonly Level[], ReadonlyMap<string, number>>();
  return (at, level) => {
    const scale = levels[at] ?? [];
    const places = placesIn.get(scale) ?? firstPlaces(scale);
    placesIn.set(scale, places);
    return places.get(level);
  };
};

/** The outcomes in an order in which each comes after those it leans on. */
const orderOf = (
  { outcomes }: Rubric,
  places: ReadonlyMap<string, number>,
  mistake: Names['mistake'],
): readonly number[] => {
  const leansOn = outcomes.map(({ rule }) => [...achievedBy(rule)].flatMap((id) => places.get(id) ?? []));
  const { order, circle } = leaningOrder(leansOn);
  if (circle !== undefined) mistake(`the outcome “${outcomes[circle]?.id ?? circle}” needs itself`);
  return order;
};
