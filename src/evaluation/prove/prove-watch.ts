import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { MET, NOT_APPLICABLE, UNDECIDED, UNRATED } from '../columns/codes.js';
import { RubricSearch } from '../check/check-search.js';
import { evaluate } from '../verdict/evaluate.js';
import {
  fallingRow,
  flips,
  inexactBoundRow,
  inexactVerdictRow,
  type Lines,
  lostRow,
  NO_ROW,
  unboundedRow,
} from './prove-lines.js';
import {
  BLOCK_PROPERTIES,
  type Counterexample,
  type PropertyProof,
  type RubricProof,
  type RubricProperty,
  SAMPLE_PROPERTIES,
} from './promises.js';
import { addsUp, differingPart, isBounded } from './prove-sample.js';
import { isShare } from '../words/asked.js';
import { lotsFrom } from '../check/seeded-lots.js';
import { tempered } from '../check/write-states.js';
import {
  assessmentAt,
  type Cells,
  columnsOf,
  newCells,
  scorerFor,
  sizeOf,
  type StateSpace,
} from '../check/state-space.js';

/** How many states `evaluate` judges: at most so many, and of a large rubric fewer, by what one of them has to look at. */
const SAMPLE = 400;
const SAMPLE_LOOKS = 20_000;
/** How much may be searched for a state that meets an outcome, where none was drawn. */
const REACH_LIMIT = 500_000;

/** Looks at blocks of states and remembers what broke a promise first. */
export interface Watch {
  /** The current cells are lines in one direction. */
  readonly lines: (direction: number, lines: number) => void;
  /** Looks at the rows of the same block one by one. */
  readonly rows: (rows: number) => void;
  readonly proofs: (allLookedAt: boolean) => readonly PropertyProof[];
  readonly flips: () => RubricProof['notApplicableFlips'];
}

export const createWatch = (space: StateSpace, cells: Cells, seed: number): Watch => {
  const { rubric } = space.lowered;
  const scorer = scorerFor('proveRubric', rubric);
  const scored = scorer.output(cells[0]?.length ?? 0);
  const broken = new Map<RubricProperty, Counterexample>();
  const reached = rubric.outcomes.map(() => false);
  const top = isShare(space.lowered) ? 1 : Number.MAX_VALUE;
  const flipped: { count: number; example?: Counterexample } = { count: 0 };
  const columns = rubric.outcomes.map(({ id, label }) => ({ name: `“${label}”`, of: scored.verdicts[id] }));

  const shown = (message: string, ...rows: number[]): Counterexample => ({
    message,
    assessments: rows.map((row) => assessmentAt(space, cells, row)),
  });
  const report = (property: RubricProperty, message: string, ...rows: number[]): void => {
    if (rows.every((row) => row !== NO_ROW) && !broken.has(property)) broken.set(property, shown(message, ...rows));
  };
  const before = (row: number): number => (row === NO_ROW ? NO_ROW : row - 1);
  const openOf = (row: number, { width, known }: Lines): number =>
    row === NO_ROW ? NO_ROW : row - (row % width) + known;

  const watchVerdicts = (block: Lines): void => {
    for (const { name, of } of columns) {
      if (of === undefined) continue;
      const falls = fallingRow(of, block);
      report('monotone', `a better answer makes the verdict of ${name} worse`, before(falls), falls);
      if (block.width === block.known) continue;
      report('interval-exact', `the verdict of ${name} is not what the answers say`, inexactVerdictRow(of, block));
      const lost = lostRow(of, block, MET);
      report('rating-keeps-standing', `an answer takes ${name} away`, openOf(lost, block), lost);
      if (block.width === block.known + 1) continue;
      const { count, row, away } = flips(of, block);
      flipped.count += count;
      if (count > 0) flipped.example ??= shown(`not applicable takes ${name} away`, row, away);
    }
  };
  const watchScores = (block: Lines): void => {
    for (const part of ['least', 'greatest', 'value'] as const) {
      const falls = fallingRow(scored[part], block);
      report('monotone', `a better answer lowers the score’s ${part}`, before(falls), falls);
    }
    if (block.width === block.known) return;
    for (const end of ['least', 'greatest'] as const) {
      const row = inexactBoundRow(scored[end], block, end);
      report('interval-exact', `the ${end} score is not that of any answer to what is open`, row);
    }
    const lost = lostRow(scored.least, block, 0);
    report('rating-keeps-standing', 'an answer lowers the least score', openOf(lost, block), lost);
  };
  /** Nothing is open in a row: every criterion that applies is rated, every fact known, and nothing held open. */
  const isSettled = (row: number): boolean =>
    space.digits.every(({ kind, isHeldOpen }, at) => {
      const code = cells[at]?.[row];
      return kind === 'evidence' || (code !== UNRATED && !(code === NOT_APPLICABLE && isHeldOpen));
    });
  const watchSettled = (rows: number): void => {
    for (const { name, of } of columns) {
      const row = of?.subarray(0, rows).findIndex((code, at) => code === UNDECIDED && isSettled(at)) ?? NO_ROW;
      report('interval-exact', `${name} is undecided although nothing is open`, row);
    }
    const { least, greatest } = scored;
    for (let row = 0; row < rows; row++) {
      if (!(least[row]! < greatest[row]!) || !isSettled(row)) continue;
      return report('interval-exact', 'the score is an interval although nothing is open', row);
    }
  };

  return {
    lines: (direction, lines) => {
      const { codes, known } = space.digits[direction] ?? { codes: [], known: 0 };
      scorer.score(columnsOf(space, cells, lines * codes.length), scored);
      const block = { lines, width: codes.length, known };
      watchVerdicts(block);
      watchScores(block);
    },
    rows: (rows) => {
      columns.forEach(({ of }, at) => {
        reached[at] ||= of !== undefined && of.subarray(0, rows).includes(MET);
      });
      report('bounded', 'the score lies outside its bounds', unboundedRow(scored, rows, top));
      watchSettled(rows);
    },
    proofs: (allLookedAt) => {
      const search = allLookedAt || reached.every(Boolean) ? undefined : new RubricSearch(space, REACH_LIMIT);
      reached.forEach((isReached, at) => {
        const found = isReached ? undefined : search?.reaches(search.outcome(at, 'lowest')).kind;
        if (isReached || found === 'found') return;
        const label = rubric.outcomes[at]?.label;
        const message =
          found === 'none' ? `no assessment meets “${label}”` : `no state that was looked at meets “${label}”`;
        if (!broken.has('every-outcome-reachable')) broken.set('every-outcome-reachable', { message, assessments: [] });
      });
      for (const [property, counterexample] of sampled(space, seed)) {
        if (!broken.has(property)) broken.set(property, counterexample);
      }
      return [...BLOCK_PROPERTIES, ...SAMPLE_PROPERTIES].map((property): PropertyProof => {
        const counterexample = broken.get(property);
        return { property, holds: counterexample === undefined, ...(counterexample && { counterexample }) };
      });
    },
    flips: () => flipped,
  };
};

/** What `evaluate` says against a promise, in states drawn by lot. */
const sampled = (space: StateSpace, seed: number): ReadonlyMap<RubricProperty, Counterexample> => {
  const { rubric } = space.lowered;
  const lots = lotsFrom(seed + 1);
  const rows = Math.max(4, Math.min(SAMPLE, Math.floor(SAMPLE_LOOKS / sizeOf(space))));
  const cells = newCells(space, rows);
  for (let row = 0; row < rows; row++) {
    const draw = tempered(lots);
    space.digits.forEach((digit, at) => {
      cells[at]?.fill(digit.codes[draw(digit)] ?? 0, row, row + 1);
    });
  }
  const scorer = scorerFor('proveRubric', rubric);
  const scored = scorer.score(columnsOf(space, cells, rows));
  const broken = new Map<RubricProperty, Counterexample>();
  for (let row = 0; row < rows; row++) {
    const assessment: Judgements<Rubric> = assessmentAt(space, cells, row);
    const evaluation = evaluate(rubric, assessment);
    const report = (property: RubricProperty, message: string): void => {
      if (!broken.has(property)) broken.set(property, { message, assessments: [assessment] });
    };
    if (!addsUp(evaluation)) report('additive', 'the contributions do not add up to the value');
    if (!isBounded(evaluation)) report('bounded', 'the score lies outside its bounds');
    const part = differingPart(evaluation, scored, row, scorer.bands);
    if (part !== undefined) report('scorer-agrees', `evaluate and the scorer differ in ${part}`);
  }
  return broken;
};
