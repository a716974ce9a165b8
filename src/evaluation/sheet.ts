import type { Judgements } from '../model/assessment.js';
import type { Evidence } from '../model/evidence.js';
import type { Rating } from '../model/rating.js';
import type { Rubric } from '../model/rubric.js';
import { ratingFaults } from '../model/rating-faults.js';
import type { Plan } from './plan.js';

/** What an assessment says of one criterion, by level positions. Contested ratings have a lowest and a highest. */
export type CriterionState =
  | { readonly kind: 'rated'; readonly lowest: number; readonly highest: number; readonly note?: string | undefined }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'unrated' };

/** An assessment with its names looked up, in the rubric's order. */
export interface Sheet {
  readonly states: readonly CriterionState[];
  readonly facts: ReadonlyMap<string, boolean>;
  /** How many items of evidence support each criterion. */
  readonly evidence: readonly number[];
}

const unrated: CriterionState = { kind: 'unrated' };

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** Reads an assessment against a plan. Throws where it names what the rubric does not have: that is the caller's mistake. */
export const readSheet = (plan: Plan, assessment: Judgements<Rubric>, caller: string): Sheet => {
  const { rubric } = plan;
  if (!isRecord(assessment) || !isRecord(assessment.ratings)) {
    throw new TypeError(`${caller}: expected an assessment { ratings }, got ${describe(assessment)}`);
  }
  const of = assessment.rubric;
  if (of !== undefined && (of.id !== rubric.id || of.version !== rubric.version)) {
    throw new RangeError(
      `${caller}: the assessment is of “${of.id}” ${of.version}, the rubric is “${rubric.id}” ${rubric.version}`,
    );
  }
  for (const criterion of Object.keys(assessment.ratings)) {
    if (!plan.position.has(criterion) && assessment.ratings[criterion] !== undefined)
      refuse(rubric, criterion, '', caller);
  }
  for (const fact of Object.keys(assessment.facts ?? {})) {
    if (rubric.facts?.some(({ id }) => id === fact) !== true) {
      throw new RangeError(`${caller}: the rubric “${rubric.id}” has no fact “${fact}”`);
    }
    const said: unknown = assessment.facts?.[fact];
    if (said === undefined || typeof said === 'boolean') continue;
    if (typeof said !== 'object' || said === null || !('holds' in said) || typeof said.holds !== 'boolean') {
      throw new RangeError(
        `${caller}: the fact “${fact}” is true, false or { holds, reason }; leave it out while it is not known`,
      );
    }
  }
  return {
    states: plan.criteria.map((_, at) =>
      stateOf(plan, at, own(assessment.ratings, plan.criteria[at]?.id ?? ''), caller),
    ),
    facts: new Map(
      Object.entries(assessment.facts ?? {}).flatMap(([fact, value]) =>
        value === undefined ? [] : [[fact, typeof value === 'boolean' ? value : value.holds] as const],
      ),
    ),
    evidence: evidenceCounts(plan, assessment.evidence ?? []),
  };
};

/** How many items support each criterion's indicator; an item listed twice, by its id, is one item. */
const evidenceCounts = (plan: Plan, evidence: readonly Evidence[]): readonly number[] => {
  if (evidence.length === 0) return plan.criteria.map(() => 0);
  const items = new Map(evidence.map((item) => [item.id, item]));
  const counts = new Map<string, number>();
  for (const { supports } of items.values()) {
    for (const indicator of new Set(supports)) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  }
  return plan.criteria.map(({ id, indicator = id }) => counts.get(indicator) ?? 0);
};

const stateOf = (plan: Plan, at: number, rating: Rating | undefined, caller: string): CriterionState => {
  if (rating === undefined) return unrated;
  const criterion = plan.criteria[at];
  const levels = plan.levels[at] ?? [];
  const find = (level: string): number => {
    const found = levels.findIndex(({ id }) => id === level);
    return found >= 0 ? found : refuse(plan.rubric, criterion?.id ?? '', rating, caller);
  };
  if (typeof rating === 'string') return one(find(rating));
  if (typeof rating !== 'object' || rating === null)
    return refuse(plan.rubric, criterion?.id ?? '', String(rating), caller);
  if ('notApplicable' in rating) {
    if ((criterion?.notApplicable ?? 'refused') === 'refused')
      return refuse(plan.rubric, criterion?.id ?? '', rating, caller);
    if (typeof rating.notApplicable !== 'string' || rating.notApplicable.trim() === '') {
      throw new RangeError(`${caller}: “${criterion?.id}” is not applicable without a reason; say why`);
    }
    return { kind: 'not-applicable', reason: rating.notApplicable };
  }
  if ('levels' in rating) {
    if (!Array.isArray(rating.levels) || rating.levels.length === 0) {
      throw new RangeError(`${caller}: “${criterion?.id}” has no levels; give those of the assessors, or leave it out`);
    }
    const given = rating.levels.map(find);
    return { kind: 'rated', lowest: Math.min(...given), highest: Math.max(...given) };
  }
  if (typeof rating.level !== 'string') {
    throw new RangeError(
      `${caller}: “${criterion?.id}” needs a level, { level, note }, { levels } or { notApplicable }`,
    );
  }
  return { ...one(find(rating.level)), ...(rating.note !== undefined && { note: rating.note }) };
};

const one = (level: number): CriterionState => ({ kind: 'rated', lowest: level, highest: level });

const refuse = (rubric: Rubric, criterion: string, rating: Rating, caller: string): never => {
  const message = ratingFaults(rubric, criterion, rating)[0]?.message ?? `“${criterion}” cannot be read`;
  throw new RangeError(`${caller}: ${message}`);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);

const describe = (value: unknown): string =>
  value === null
    ? 'null'
    : typeof value === 'object'
      ? `an object with ${Object.keys(value).join(', ') || 'nothing'}`
      : typeof value;
