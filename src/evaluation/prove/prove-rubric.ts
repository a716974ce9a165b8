import { heldStill } from '../../common/freeze-deeply.js';
import { placeInRubric } from '../program/names.js';
import { at } from '../../common/at.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import { formFaults } from '../../model/rubrics/rubric-faults.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { RubricProof } from './promises.js';
import { Watch } from './prove-watch.js';
import { type Lots, lotsFrom } from '../check/seeded-lots.js';
import { fillDrawnLines, fillLines, linesInBlock, mostRows } from '../check/write-states.js';
import { newCells, sizeOf, type StateSpace, stateSpace } from '../check/state-space.js';

/** Progress is told in states: the drawn ones, or, where all are looked at, all of them once for each question. */
export interface ProveOptions extends LongWorkOptions {
  /**
   * Enumerate where there are at most so many states. Where left out 10 million, or fewer the more questions and rules there
   * are: 600 million looks at a question or at what a rule looks at are enough for about two seconds.
   */
  readonly mostStates?: number | undefined;
  /** How many states a random search looks at. Where left out 100,000, or fewer for a large rubric: 40 million looks. */
  readonly samples?: number | undefined;
  /** Where the lots begin; 1 where left out. The same seed draws the same. */
  readonly seed?: number | undefined;
}

/** How much is looked at where the caller does not say how much: counted, so that every machine looks at the same. */
const ENUMERATED_LOOKS = 600_000_000;
const DRAWN_LOOKS = 40_000_000;

/** Nothing is proved of a rubric that is not well-formed: its readers may understand it each in their own way. */
const refuseMalformed = (rubric: Rubric): void => {
  const [fault] = formFaults(rubric);
  if (fault === undefined) return;
  const where = placeInRubric(fault.path);
  throw new RangeError(
    `proveRubric: ${where}: ${fault.message}; checkRubric(rubric) lists everything that is wrong with it`,
  );
};

/**
 * Proves what a rubric promises, by looking at every state an assessment of it can be in; where there are too many, searches
 * among states drawn by lot, and says so. A state gives each criterion a level, unrated, or where allowed not applicable;
 * each fact true, false or not yet known; and each indicator no evidence or as much as some rule asks for. With each
 * question in turn its answers are compared side by side, so memory does not grow with the space.
 *
 * @throws RangeError where the rubric is not well-formed, names what it does not have, or its numbers are too large to stay exact
 * (`checkRubric` tells all of that), or where an option is not a whole number.
 *
 * @example
 * const proof = proveRubric(stemNationLeadership);
 * proof.method // => 'enumeration'
 * proof.states // => 20480
 * proof.holds // => true
 * proof.notApplicableFlips // => { count: 0 }
 */
export const proveRubric = <const R extends Rubric>(rubric: R, options: ProveOptions = {}): RubricProof<R> => {
  refuseNoRubric('proveRubric', 'rubric', rubric);
  const held = heldStill(rubric);
  refuseMalformed(held);
  refuseUnknown('proveRubric', options, ['mostStates', 'samples', 'seed', ...LONG_WORK_OPTIONS]);
  refuseWrongCounts(options);
  const space = stateSpace(held);
  const size = sizeOf(space);
  const { seed = 1 } = options;
  // Enumerating walks through all the states once for each question.
  const mostStates = options.mostStates ?? Math.min(10_000_000, ENUMERATED_LOOKS / (size * space.digits.length));
  const samples = options.samples ?? Math.min(100_000, Math.floor(DRAWN_LOOKS / size));
  const enumerates = space.states <= mostStates;
  const total = enumerates ? space.states * space.digits.length : samples;
  const tell = longWork('proveRubric', options, total);
  const cells = newCells(space, mostRows(space));
  const watch = new Watch(space, cells, seed);
  const lots = lotsFrom(seed);
  const directions = space.digits.map((_, direction) => direction);
  // Setting up a block of a large rubric costs as much as some rows of it: then better fewer questions with more lines each.
  const fewest = space.digits.reduce((most, { codes }) => Math.max(most, codes.length), Math.ceil(size / 3));
  let looked = 0;
  let walked = 0;
  let left = samples;
  for (const [turn, direction] of (enumerates ? directions : inTurn(space, samples / fewest, lots)).entries()) {
    const digit = at(space.digits, direction);
    const width = digit.codes.length;
    const share = Math.max(left / (space.digits.length - turn), Math.min(left, fewest));
    const lines = enumerates ? Math.ceil(space.states / width) : Math.floor(share / width);
    left -= lines * width;
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
      walked += some * width;
      if (walked < total) tell(walked);
    }
  }
  const properties = watch.proofs(enumerates);
  tell(total);
  const proof: RubricProof = {
    method: enumerates ? 'enumeration' : 'random-search',
    states: space.states,
    looked,
    holds: properties.every(({ holds }) => holds),
    properties,
    notApplicableFlips: watch.flips,
  };
  return proof as RubricProof<R>;
};

const refuseWrongCounts = (options: ProveOptions): void => {
  for (const name of ['mostStates', 'samples', 'seed'] as const) {
    const right = 'a whole number from 0';
    if (options[name] !== undefined)
      refuseNumber('proveRubric', name, options[name], right, (n) => Number.isSafeInteger(n) && n >= 0);
  }
};

/** The questions in which lines are drawn: in order, or by lot where there is not enough for each. */
const inTurn = ({ digits }: StateSpace, many: number, lots: Lots): readonly number[] => {
  const order = digits.map((_, direction) => direction);
  if (digits.length <= many) return order;
  for (let last = order.length - 1; last > 0; last--) {
    const other = lots.below(last + 1);
    [order[last], order[other]] = [at(order, other), at(order, last)];
  }
  return order;
};
