import { nearestName } from '../../common/nearest-name.js';
import { own } from '../../common/own.js';
import { refuseNoList, refuseNoRecord, refuseNoText } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import { evidenceCounts } from '../../model/awards/evidence-counts.js';
import type { Fault } from '../../model/shared/fault.js';
import type { ContestedLevels, NotApplicable, NotedLevel, Rating } from '../../model/rubrics/rating.js';
import { factFaultsOf, ratingFaultsOf } from '../../model/rubrics/rating-faults.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseUnknownFields } from '../../model/rubrics/refuse-unknown-fields.js';
import type { Names } from './names.js';

/** What an assessment says of one criterion, by level positions. Contested ratings have a lowest and a highest. */
export type CriterionState =
  | {
      readonly kind: 'rated';
      readonly lowest: number;
      readonly highest: number;
      /** Every level that some assessor gave, where they differ. */
      readonly given?: readonly number[] | undefined;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'unrated' };

/** An assessment with its names looked up, in the rubric's order. */
export interface ReadAssessment {
  readonly states: readonly CriterionState[];
  readonly facts: ReadonlyMap<string, boolean>;
  /** How many items of evidence support each criterion. */
  readonly evidence: readonly number[];
}

const unrated: CriterionState = { kind: 'unrated' };

/** Reads an assessment by the names of its rubric. Throws where it names what the rubric does not have: that is the caller's mistake. */
export const readAssessment = (names: Names, assessment: Judgements<Rubric>, caller: string): ReadAssessment => {
  const { rubric } = names;
  refuseNoAssessment(caller, names, assessment);
  const { ratings, facts = {} } = assessment;
  const ratingFaults = ratingFaultsOf(rubric);
  for (const criterion of Object.keys(ratings)) {
    if (ratings[criterion] === undefined || isPlainRating(names, criterion, ratings[criterion])) continue;
    refuseFirst(caller, ratingFaults(criterion, ratings[criterion]));
  }
  const factFaults = factFaultsOf(rubric);
  for (const fact of Object.keys(facts)) {
    if (facts[fact] !== undefined) refuseFirst(caller, factFaults(fact, facts[fact]));
  }
  const counts = evidenceCounts(assessment.evidence ?? []);
  return {
    states: names.criteria.map((_, at) => stateOf(names, at, own(ratings, names.criteria[at]?.id ?? ''))),
    facts: new Map(
      Object.entries(facts).flatMap(([fact, value]) =>
        value === undefined ? [] : [[fact, typeof value === 'boolean' ? value : value.holds] as const],
      ),
    ),
    evidence: names.criteria.map(({ id, indicator = id }) => counts.get(indicator) ?? 0),
  };
};

/** Nearly every rating is one: a level of its criterion. Told without looking for what else it might be. */
const isPlainRating = (names: Names, criterion: string, rating: unknown): boolean => {
  const at = names.position.get(criterion);
  return at !== undefined && names.levels[at]?.some(({ id }) => id === rating) === true;
};

const refuseFirst = (caller: string, faults: readonly Fault[]): void => {
  if (faults[0] !== undefined) throw new RangeError(`${caller}: ${faults[0].message}`);
};

const refuseNoAssessment = (caller: string, { rubric, position }: Names, assessment: unknown): void => {
  const right = 'an assessment { ratings: { criterion: level } }';
  refuseNoRecord(caller, 'assessment', assessment, right);
  const given = assessment as Readonly<Record<string, unknown>>;
  if (own(given, 'ratings') === undefined) {
    const inside = Object.keys(given).some((key) => position.has(key));
    const near = nearestName('ratings', Object.keys(given).slice(0, 20));
    const help = inside ? '; put the ratings inside it' : near === undefined ? '' : `; is “${near}” meant?`;
    throw new TypeError(`${caller}: the assessment has no ratings${help}; it is ${right}`);
  }
  refuseUnknownFields(caller, given);
  refuseNoAnswers(caller, 'ratings', given['ratings'], '{ criterion: level }');
  if (given['facts'] !== undefined) refuseNoAnswers(caller, 'facts', given['facts'], '{ fact: true or false }');
  const { rubric: of, evidence, priorities } = given;
  if (of !== undefined) {
    refuseNoRecord(caller, 'assessment.rubric', of, 'the id and version of the rubric { id, version }');
    const { id, version } = of as Readonly<Record<string, unknown>>;
    if (id !== rubric.id || version !== rubric.version) {
      throw new RangeError(
        `${caller}: the assessment is of ${shownValue(id)} ${plainly(version)}, the rubric is “${rubric.id}” ${rubric.version}`,
      );
    }
  }
  if (priorities !== undefined) {
    refuseNoList(caller, 'assessment.priorities', priorities, 'ids of criteria');
    for (const priority of priorities as Iterable<unknown>) refuseNoText(caller, 'a priority', priority);
  }
  if (evidence === undefined) return;
  if (!Array.isArray(evidence)) {
    throw new TypeError(`${caller}: assessment.evidence is ${shownValue(evidence)}; it is a list of items`);
  }
  evidence.forEach((item: unknown, at) => {
    const name = `assessment.evidence[${at}]`;
    refuseNoRecord(caller, name, item, 'an item of evidence { id, supports }');
    const { id, supports } = item as Readonly<Record<string, unknown>>;
    refuseNoText(caller, `${name}.id`, id);
    if (!Array.isArray(supports)) {
      throw new TypeError(`${caller}: ${name}.supports is ${shownValue(supports)}; it is a list of ids of indicators`);
    }
    supports.forEach((indicator, i) => refuseNoText(caller, `${name}.supports[${i}]`, indicator));
  });
};

const plainly = (value: unknown): string => (typeof value === 'string' ? value : shownValue(value));

const refuseNoAnswers = (caller: string, field: string, value: unknown, right: string): void => {
  const help = value instanceof Map ? '; Object.fromEntries makes one of a Map' : '';
  refuseNoRecord(caller, `assessment.${field}`, value, `an object ${right}${help}`);
};

/** What a rating without faults says, by level positions. */
const stateOf = (names: Names, at: number, rating: Rating | undefined): CriterionState => {
  if (rating === undefined) return unrated;
  const find = (level: string): number => names.levels[at]?.findIndex(({ id }) => id === level) ?? -1;
  if (typeof rating === 'string') return one(find(rating));
  if (Object.hasOwn(rating, 'notApplicable')) {
    return { kind: 'not-applicable', reason: (rating as NotApplicable).notApplicable };
  }
  if (Object.hasOwn(rating, 'levels')) {
    const given = (rating as ContestedLevels).levels.map(find);
    return { kind: 'rated', lowest: Math.min(...given), highest: Math.max(...given), given };
  }
  const { level, note } = rating as NotedLevel;
  return { ...one(find(level)), ...(note !== undefined && { note }) };
};

const one = (level: number): CriterionState => ({ kind: 'rated', lowest: level, highest: level });
