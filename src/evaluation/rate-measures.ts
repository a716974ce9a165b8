import type { CriterionId, FactsOf, RatingsOf } from '../model/assessment.js';
import type { Attestation } from '../model/attestation.js';
import type { Fraction } from '../model/fraction.js';
import type { Measure } from '../model/measure.js';
import type { Rubric } from '../model/rubric.js';
import { compareFractions } from '../common/fractions.js';

/** What was measured, by criterion id: a share as a fraction of whole numbers, or the ids of the features that are present. */
export type Measurements<R extends Rubric> = {
  readonly [C in CriterionId<R>]?: Fraction | readonly string[] | undefined;
};

/**
 * Ratings that follow from measurements, for the criteria whose rubric says how: a measured share to the highest level
 * whose threshold it reaches, or the number of features present to the highest level that asks for no more.
 *
 * A criterion that was not measured stays out, and so does one whose share would reach a threshold while the fact it
 * requires is not known yet: both are unrated. Put the result into an assessment's `ratings`.
 *
 * @throws RangeError for a criterion that has no measure, a measurement of the other kind, a share that is no fraction of
 * whole numbers (denominator from 1), or a feature the criterion does not list.
 *
 * @example
 * const rubric = defineRubric({
 *   id: 'say', version: '1.0.0', label: 'A say for staff', notice: 'An example.', scale: metPartlyNotYet,
 *   criteria: [{
 *     id: 'comment', label: 'Staff can comment', weight: 1,
 *     measure: { kind: 'thresholds', label: 'staff who could comment', requires: 'team-exists', steps: [
 *       { level: 'partly', atLeast: { numerator: 1, denominator: 2 } },
 *       { level: 'met', atLeast: { numerator: 19, denominator: 20 } },
 *     ] },
 *   }],
 *   facts: [{ id: 'team-exists', label: 'there is a team' }],
 *   scoring: { kind: 'none' }, outcomes: [],
 * });
 * rateMeasures(rubric, { comment: { numerator: 18, denominator: 20 } }, { 'team-exists': true }) // => { comment: 'partly' }
 * rateMeasures(rubric, { comment: { numerator: 18, denominator: 20 } }) // => {}
 */
export const rateMeasures = <const R extends Rubric>(
  rubric: R,
  measurements: Measurements<R>,
  facts: FactsOf<R> = {} as FactsOf<R>,
): RatingsOf<R> => {
  const known: Readonly<Record<string, Attestation | undefined>> = facts;
  const rated = Object.entries<Fraction | readonly string[] | undefined>(measurements).flatMap(([id, measurement]) => {
    if (measurement === undefined) return [];
    const criterion = rubric.criteria.find((one) => one.id === id);
    if (criterion?.measure === undefined)
      throw new RangeError(`rateMeasures: the rubric “${rubric.id}” does not measure “${id}”`);
    const lowest = (criterion.scale ?? rubric.scale).levels[0]?.id ?? '';
    const level = levelOf(id, criterion.measure, measurement, lowest, known);
    return level === undefined ? [] : [[id, level] as const];
  });
  return Object.fromEntries(rated) as RatingsOf<R>;
};

const levelOf = (
  id: string,
  measure: Measure,
  measurement: Fraction | readonly string[],
  lowest: string,
  facts: Readonly<Record<string, Attestation | undefined>>,
): string | undefined => {
  if (measure.kind === 'features') return featureLevel(id, measure, measurement, lowest);
  const share = shareOf(id, measurement);
  const reached = measure.steps.filter(({ atLeast }) => compareFractions(share, atLeast) >= 0).at(-1)?.level;
  if (reached === undefined || measure.requires === undefined) return reached ?? lowest;
  const holds = Object.hasOwn(facts, measure.requires) ? facts[measure.requires] : undefined;
  if (holds === undefined) return undefined;
  return (typeof holds === 'boolean' ? holds : holds.holds) ? reached : lowest;
};

const featureLevel = (
  id: string,
  measure: Extract<Measure, { kind: 'features' }>,
  measurement: Fraction | readonly string[],
  lowest: string,
): string => {
  if (!Array.isArray(measurement))
    throw new RangeError(`rateMeasures: “${id}” is measured by features; give their ids as a list`);
  const present = new Set<string>(measurement as readonly string[]);
  const listed = new Set(measure.features.map((feature) => feature.id));
  for (const feature of present) {
    if (!listed.has(feature)) throw new RangeError(`rateMeasures: “${id}” lists no feature “${feature}”`);
  }
  return measure.steps.filter(({ atLeast }) => present.size >= atLeast).at(-1)?.level ?? lowest;
};

const shareOf = (id: string, measurement: Fraction | readonly string[]): Fraction => {
  const { numerator, denominator } = measurement as Fraction;
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator >= 1) {
    return { numerator, denominator };
  }
  throw new RangeError(
    `rateMeasures: “${id}” is measured by a share; give { numerator, denominator } in whole numbers`,
  );
};
