import { compareFractions } from '../../common/fractions.js';
import { isIt } from '../../common/nearest-name.js';
import { isRecord, refuseNoRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { CriterionId, FactsOf, RatingsOf } from '../../model/rubrics/assessment.js';
import type { Attestation } from '../../model/awards/attestation.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Measure } from '../../model/rubrics/measure.js';
import { factFaultsOf } from '../../model/rubrics/rating-faults.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';

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
 * @throws TypeError for what is no rubric and no object of measurements or facts; RangeError for a criterion that has no measure, a measurement of the other kind, a share that is no fraction of
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
  refuseNoRubric('rateMeasures', 'rubric', rubric);
  refuseNoRecord('rateMeasures', 'measurements', measurements, 'an object { criterion: what was measured }');
  refuseNoRecord('rateMeasures', 'facts', facts, 'an object { fact: true or false }');
  const known: Readonly<Record<string, Attestation | undefined>> = facts;
  const factFaults = factFaultsOf(rubric);
  for (const [id, said] of Object.entries(known)) {
    const [fault] = said === undefined ? [] : factFaults(id, said);
    if (fault !== undefined) throw new RangeError(`rateMeasures: ${fault.message}`);
  }
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const rated = Object.entries<Fraction | readonly string[] | undefined>(measurements).flatMap(([id, measurement]) => {
    if (measurement === undefined) return [];
    const criterion = criteria.get(id);
    if (criterion?.measure === undefined) {
      const measured = rubric.criteria.filter(({ measure }) => measure !== undefined).map((one) => one.id);
      throw new RangeError(
        `rateMeasures: measurements has ${shownValue(id)}, which the rubric “${rubric.id}” does not measure${isIt(id, measured)}`,
      );
    }
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
    throw new RangeError(
      `rateMeasures: the measurement of “${id}” is ${shownValue(measurement)}; it is a list of the ids of the features that are present${LEFT_OUT}`,
    );
  const present = new Set<string>(measurement as readonly string[]);
  const listed = new Set(measure.features.map((feature) => feature.id));
  for (const feature of present) {
    if (listed.has(feature)) continue;
    const help = typeof feature === 'string' ? isIt(feature, [...listed]) : '';
    throw new RangeError(`rateMeasures: “${id}” lists no feature ${shownValue(feature)}${help}`);
  }
  return measure.steps.filter(({ atLeast }) => present.size >= atLeast).at(-1)?.level ?? lowest;
};

const shareOf = (id: string, measurement: Fraction | readonly string[]): Fraction => {
  const { numerator, denominator } = isRecord(measurement) ? measurement : {};
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
    const share = { numerator: numerator as number, denominator: denominator as number };
    if (share.numerator >= 0 && share.denominator >= 1) return share;
  }
  const got = isRecord(measurement)
    ? `{ numerator: ${shownValue(numerator)}, denominator: ${shownValue(denominator)} }`
    : shownValue(measurement);
  throw new RangeError(
    `rateMeasures: the measurement of “${id}” is ${got}; it is a share { numerator, denominator } of whole numbers${LEFT_OUT}`,
  );
};

const LEFT_OUT = ', and is left out where nothing was measured';
