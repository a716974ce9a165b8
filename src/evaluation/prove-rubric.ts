import { refuseNumber, refuseUnknown } from '../common/refuse.js';
import { refuseNoRubric } from '../model/refuse-rubric.js';
import type { Judgements } from '../model/assessment.js';
import type { Rubric } from '../model/rubric.js';
import { BLOCK_PROPERTIES, createWatch, SAMPLE_PROPERTIES } from './prove-watch.js';
import { lotsFrom } from './random.js';
import { fillDrawnLines, fillLines, linesInBlock, mostRows } from './state-lines.js';
import { newCells, stateSpace } from './state-space.js';

/**
 * What a sound rubric promises, whatever the assessment:
 * - `bounded`: 0 ≤ least ≤ value ≤ greatest ≤ the highest the scoring can give, as far as each exists;
 * - `monotone`: a better level, fact or piece of evidence never takes a met outcome away, never turns *undecided* into
 *   *not yet met*, and never lowers the least, the greatest or the value;
 * - `additive`: contributions add up to the value exactly (on a sample);
 * - `every-outcome-reachable`: some assessment meets each outcome;
 * - `interval-exact`: with a question open, least and greatest are those of its best and worst answer, and a verdict is
 *   settled just when all of its answers agree;
 * - `rating-keeps-standing`: answering an open question, whatever the answer, never takes a met outcome away and never
 *   lowers the least;
 * - `scorer-agrees`: `evaluate` and `compileScorer` say the same (on a sample).
 */
export type RubricProperty = (typeof BLOCK_PROPERTIES)[number] | (typeof SAMPLE_PROPERTIES)[number];

/** Assessments that show a broken promise: one, or two where the second is the first after one change. */
export interface Counterexample {
  readonly message: string;
  readonly assessments: readonly Judgements<Rubric>[];
}

export interface PropertyProof {
  readonly property: RubricProperty;
  readonly holds: boolean;
  readonly counterexample?: Counterexample | undefined;
}

export interface RubricProof {
  /** Every state was looked at, or as many as were asked for, drawn by lot. Only the first is a proof. */
  readonly method: 'enumeration' | 'random-search';
  /** How many states an assessment of the rubric can be in. */
  readonly states: number;
  /** How many of them were looked at. */
  readonly looked: number;
  readonly holds: boolean;
  readonly properties: readonly PropertyProof[];
  /**
   * How often marking a criterion not applicable takes a met outcome away, with one example. That is no fault: fewer
   * criteria may make a share harder. It is worth knowing.
   */
  readonly notApplicableFlips: { readonly count: number; readonly example?: Counterexample | undefined };
}

export interface ProveOptions {
  /** Enumerate where there are at most so many states; 10 million where left out. */
  readonly mostStates?: number | undefined;
  /** How many states a random search looks at; 200,000 where left out. */
  readonly samples?: number | undefined;
  /** Where the lots begin; 1 where left out. The same seed draws the same. */
  readonly seed?: number | undefined;
}

/**
 * Proves what a rubric promises, by looking at every state an assessment of it can be in; where there are too many, searches
 * among states drawn by lot, and says so. A state gives each criterion a level, unrated, or where allowed not applicable;
 * each fact true, false or not yet known; and each indicator no evidence or as much as some rule asks for. With each
 * question in turn its answers are compared side by side, so memory does not grow with the space.
 *
 * @throws RangeError where the rubric names what it does not have, or its numbers are too large to stay exact
 * (`rubricSchema` tells all of that), or where an option is not a whole number.
 *
 * @example
 * const proof = proveRubric(stemNationLeadership);
 * proof.method // => 'enumeration'
 * proof.states // => 20480
 * proof.holds // => true
 * proof.notApplicableFlips // => { count: 0 }
 */
export const proveRubric = (rubric: Rubric, options: ProveOptions = {}): RubricProof => {
  refuseNoRubric('proveRubric', 'rubric', rubric);
  refuseUnknown('proveRubric', options, ['mostStates', 'samples', 'seed']);
  const { mostStates = 10_000_000, samples = 200_000, seed = 1 } = options;
  for (const [name, value] of Object.entries({ mostStates, samples, seed })) {
    refuseNumber('proveRubric', name, value, 'a whole number from 0', (n) => Number.isSafeInteger(n) && n >= 0);
  }
  const space = stateSpace(rubric);
  const cells = newCells(space, mostRows(space));
  const watch = createWatch(space, cells, seed);
  const lots = lotsFrom(seed);
  const enumerates = space.states <= mostStates;
  let looked = 0;
  space.digits.forEach((digit, direction) => {
    const width = digit.codes.length;
    const wanted = enumerates ? space.states : samples / space.digits.length;
    const lines = Math.max(1, Math.ceil(wanted / width));
    for (let from = 0; from < lines; from += linesInBlock(space, digit)) {
      const some = Math.min(linesInBlock(space, digit), lines - from);
      if (enumerates) fillLines(space, direction, from, some, cells);
      else fillDrawnLines(space, direction, lots, some, cells);
      watch.lines(direction, some);
      // Every direction walks through all the states, so what is said of single states is looked at once.
      if (direction === 0 || !enumerates) {
        watch.rows(some * width);
        looked += some * width;
      }
    }
  });
  const properties = watch.proofs();
  return {
    method: enumerates ? 'enumeration' : 'random-search',
    states: space.states,
    looked,
    holds: properties.every(({ holds }) => holds),
    properties,
    notApplicableFlips: watch.flips(),
  };
};
