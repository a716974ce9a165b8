import { at as itemAt } from '../../common/at.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { MET, NOT_APPLICABLE, UNDECIDED, UNRATED } from '../columns/codes.js';
import type { ColumnScorer, ScoredColumns } from '../columns/compile-scorer.js';
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
import { biased } from '../check/write-states.js';
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

/** What broke a promise first, by the promise. */
class Broken {
  readonly #found = new Map<RubricProperty, Counterexample>();
  readonly #space: StateSpace;
  readonly #cells: Cells;

  constructor(space: StateSpace, cells: Cells) {
    this.#space = space;
    this.#cells = cells;
  }

  /** Remembers what rows of the present block show; nothing where there is no such row. */
  report(property: RubricProperty, message: string, ...rows: readonly number[]): void {
    if (rows.every((row) => row !== NO_ROW)) this.add(property, () => this.shown(message, ...rows));
  }

  add(property: RubricProperty, counterexample: () => Counterexample): void {
    if (!this.#found.has(property)) this.#found.set(property, counterexample());
  }

  shown(message: string, ...rows: readonly number[]): Counterexample {
    return { message, assessments: rows.map((row) => assessmentAt(this.#space, this.#cells, row)) };
  }

  proofs(): readonly PropertyProof[] {
    return [...BLOCK_PROPERTIES, ...SAMPLE_PROPERTIES].map((property): PropertyProof => {
      const counterexample = this.#found.get(property);
      return { property, holds: counterexample === undefined, ...(counterexample && { counterexample }) };
    });
  }
}

/** Looks at blocks of states and remembers what broke a promise first. */
export class Watch {
  readonly #space: StateSpace;
  readonly #cells: Cells;
  readonly #seed: number;
  readonly #scorer: ColumnScorer;
  readonly #scored: ScoredColumns;
  readonly #broken: Broken;
  /** The verdicts of each outcome, with its name, and whether some state that was looked at meets it. */
  readonly #outcomes: readonly { readonly name: string; readonly verdicts: Uint8Array }[];
  readonly #reached: boolean[];
  /** The highest that the scoring can give. */
  readonly #top: number;
  readonly #flipped: { count: number; example?: Counterexample } = { count: 0 };

  constructor(space: StateSpace, cells: Cells, seed: number) {
    const { rubric } = space.lowered;
    this.#space = space;
    this.#cells = cells;
    this.#seed = seed;
    this.#scorer = scorerFor('proveRubric', rubric);
    this.#scored = this.#scorer.output(cells[0]?.length ?? 0);
    this.#broken = new Broken(space, cells);
    this.#outcomes = rubric.outcomes.flatMap(({ id, label }) => {
      const verdicts = this.#scored.verdicts[id];
      return verdicts === undefined ? [] : [{ name: `“${label}”`, verdicts }];
    });
    this.#reached = rubric.outcomes.map(() => false);
    this.#top = isShare(space.lowered) ? 1 : Number.MAX_VALUE;
  }

  /** How often *not applicable* took an outcome away. */
  get flips(): RubricProof['notApplicableFlips'] {
    return this.#flipped;
  }

  /** The current cells are lines in one direction. */
  lines(direction: number, lines: number): void {
    const { codes, known } = itemAt(this.#space.digits, direction);
    this.#scorer.score(columnsOf(this.#space, this.#cells, lines * codes.length), this.#scored);
    const block = { lines, width: codes.length, known };
    this.#watchVerdicts(block);
    this.#watchScores(block);
  }

  /** Looks at the rows of the same block one by one. */
  rows(rows: number): void {
    for (const [at, { verdicts }] of this.#outcomes.entries())
      this.#reached[at] ||= verdicts.subarray(0, rows).includes(MET);
    const unbounded = unboundedRow(this.#scored, rows, this.#top);
    this.#broken.report('bounded', 'the score lies outside its bounds', unbounded);
    this.#watchSettled(rows);
  }

  proofs(allLookedAt: boolean): readonly PropertyProof[] {
    this.#watchReached(allLookedAt);
    for (const [property, counterexample] of sampled(this.#space, this.#seed))
      this.#broken.add(property, () => counterexample);
    return this.#broken.proofs();
  }

  #watchVerdicts(block: Lines): void {
    const broken = this.#broken;
    for (const { name, verdicts } of this.#outcomes) {
      const falls = fallingRow(verdicts, block);
      broken.report('monotone', `a better answer makes the verdict of ${name} worse`, before(falls), falls);
      if (block.width === block.known) continue;
      const inexact = inexactVerdictRow(verdicts, block);
      broken.report('interval-exact', `the verdict of ${name} is not what the answers say`, inexact);
      const lost = lostRow(verdicts, block, MET);
      broken.report('rating-keeps-standing', `an answer takes ${name} away`, openOf(lost, block), lost);
      if (block.width === block.known + 1) continue;
      const { count, row, away } = flips(verdicts, block);
      this.#flipped.count += count;
      if (count > 0) this.#flipped.example ??= broken.shown(`not applicable takes ${name} away`, row, away);
    }
  }

  #watchScores(block: Lines): void {
    for (const part of ['least', 'greatest', 'value'] as const) {
      const falls = fallingRow(this.#scored[part], block);
      this.#broken.report('monotone', `a better answer lowers the score’s ${part}`, before(falls), falls);
    }
    if (block.width === block.known) return;
    for (const end of ['least', 'greatest'] as const) {
      const row = inexactBoundRow(this.#scored[end], block, end);
      this.#broken.report('interval-exact', `the ${end} score is not that of any answer to what is open`, row);
    }
    const lost = lostRow(this.#scored.least, block, 0);
    this.#broken.report('rating-keeps-standing', 'an answer lowers the least score', openOf(lost, block), lost);
  }

  #watchSettled(rows: number): void {
    for (const { name, verdicts } of this.#outcomes) {
      const row = verdicts.subarray(0, rows).findIndex((verdict, at) => verdict === UNDECIDED && this.#isSettled(at));
      this.#broken.report('interval-exact', `${name} is undecided although nothing is open`, row);
    }
    const { least, greatest } = this.#scored;
    for (let row = 0; row < rows; row++) {
      if (!(least[row]! < greatest[row]!) || !this.#isSettled(row)) continue;
      return this.#broken.report('interval-exact', 'the score is an interval although nothing is open', row);
    }
  }

  /** Nothing is open in a row: every criterion that applies is rated, every fact known, and nothing held open. */
  #isSettled(row: number): boolean {
    return this.#space.digits.every(({ kind, isHeldOpen }, at) => {
      const code = this.#cells[at]?.[row];
      return kind === 'evidence' || (code !== UNRATED && !(code === NOT_APPLICABLE && isHeldOpen));
    });
  }

  /** Outcomes that no state met: one is searched for, unless all states were looked at. */
  #watchReached(allLookedAt: boolean): void {
    const isDone = allLookedAt || this.#reached.every(Boolean);
    const search = isDone ? undefined : new RubricSearch(this.#space, REACH_LIMIT);
    for (const [at, { label }] of this.#space.lowered.rubric.outcomes.entries()) {
      const found = this.#reached[at] ? 'found' : search?.reaches(search.outcome(at, 'lowest')).kind;
      if (found === 'found') continue;
      const message =
        found === 'none' ? `no assessment meets “${label}”` : `no state that was looked at meets “${label}”`;
      this.#broken.add('every-outcome-reachable', () => ({ message, assessments: [] }));
    }
  }
}

const before = (row: number): number => (row === NO_ROW ? NO_ROW : row - 1);

/** In the line of a row, the row in which its question is open. */
const openOf = (row: number, { width, known }: Lines): number =>
  row === NO_ROW ? NO_ROW : row - (row % width) + known;

/** What `evaluate` says against a promise, in states drawn by lot. */
const sampled = (space: StateSpace, seed: number): ReadonlyMap<RubricProperty, Counterexample> => {
  const { rubric } = space.lowered;
  const lots = lotsFrom(seed + 1);
  const rows = Math.max(4, Math.min(SAMPLE, Math.floor(SAMPLE_LOOKS / sizeOf(space))));
  const cells = newCells(space, rows);
  for (let row = 0; row < rows; row++) {
    const draw = biased(lots);
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
