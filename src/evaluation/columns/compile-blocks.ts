import type { Fraction } from '../../model/shared/fraction.js';
import type { Program } from '../program/program.js';
import { INTERVAL_ONLY, MET, MOST_BANDS, NO_BAND, NOT_YET, PROFILE_ONLY, SCORED, UNDECIDED, UNRATED } from './codes.js';
import type { CompletedColumns, ScoreBlock, ScoreColumns } from './fields.js';
import { type ReadColumns, refuseStrayCode } from './input.js';
import { BLOCK } from './packed-sums.js';
import type { ReadOutput } from './output.js';
import { type BlockColumns, blockColumns } from './block-columns.js';
import { type Compiled, type Fill, NodeCompiler, tableOf } from './nodes.js';
import { compileScore, newCompleted, reachesThreshold } from './score.js';
import { at as itemAt } from '../../common/at.js';
import type { Lowered } from '../program/lower-rubric.js';

/** Scores all rows of some columns, block by block. */
export type Run = (columns: ReadColumns, output: ReadOutput) => void;

/** Compiles a program: what is done to each block of rows. */
export const compileBlocks = (lowered: Lowered): Run => {
  const { program } = lowered;
  const { bands } = program;
  if (bands.length > MOST_BANDS) {
    throw new RangeError(`compileScorer: ${bands.length} bands; the codes of a column leave room for ${MOST_BANDS}`);
  }
  const columns = blockColumns(program);
  const completed = program.scores.map(newCompleted);
  // A score is completed, block by block, before the first node that asks for it is filled.
  const asked = new Set<number>();
  const reaching = (score: number, threshold: Fraction): Fill => {
    ask(score);
    const of = itemAt(completed, score);
    return (into, rows, absent) => fillReaching(of, threshold, into, rows, absent);
  };
  const nodes = new NodeCompiler(program, columns, reaching);
  const scores = program.scores.map((one) => compileScore(program, columns, one, (node) => nodes.look(node)));
  const ask = (score: number): void => {
    if (asked.has(score)) return;
    asked.add(score);
    columns.steps.push((rows) => itemAt(scores, score).complete(itemAt(completed, score), rows));
  };
  if (program.hasScore && bands.length > 0) ask(0);
  const outcomes = program.outcomes.map(({ node }) => fillOf(columns, nodes.compile(node)));
  const score = program.hasScore ? itemAt(scores, 0) : undefined;
  const [whole = newCompleted()] = completed;
  const given = [...columns.criteria, ...columns.facts];
  const sum = columns.given.summing(given);
  const unknown = new Uint8Array(BLOCK).fill(UNRATED);

  const load = (read: ReadColumns, from: number, rows: number): void => {
    [...read.ratings, ...read.facts].forEach((column, at) => {
      columns.columns[at] = column === undefined ? unknown : bytes(column, from, rows);
    });
    read.evidence.forEach((column, at) => {
      columns.evidence[at] = column?.subarray(from, from + rows);
    });
  };
  return (read, output) => {
    for (let from = 0; from < read.rows; from += BLOCK) {
      const rows = Math.min(BLOCK, read.rows - from);
      load(read, from, rows);
      for (const step of columns.before) step(rows);
      if (Number.isNaN(sum(columns.columns, rows))) refuseStrayCode(lowered, read, from);
      for (const step of columns.steps) step(rows);
      outcomes.forEach((fill, at) => {
        const verdicts = output.verdicts[at];
        if (verdicts) fill(bytes(verdicts, from, rows), rows, NOT_YET);
      });
      writeScore(score, whole, bands, blockOf(output, from, rows), rows);
    }
  };
};

/** A view of some rows, of the plain class whatever the caller's subclass, so that the loops see one class only. */
const bytes = (column: Uint8Array, from: number, rows: number): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset + from, rows);

const doubles = (column: Float64Array, from: number, rows: number): Float64Array =>
  new Float64Array(column.buffer, column.byteOffset + from * Float64Array.BYTES_PER_ELEMENT, rows);

const blockOf = (output: ReadOutput, from: number, rows: number): ScoreBlock & { readonly band: Uint8Array } => ({
  state: bytes(output.state, from, rows),
  value: doubles(output.value, from, rows),
  least: doubles(output.least, from, rows),
  greatest: doubles(output.greatest, from, rows),
  coverage: doubles(output.coverage, from, rows),
  band: bytes(output.band, from, rows),
});

/** An outcome's verdicts are written straight into the caller's column. */
const fillOf = (columns: BlockColumns, one: Compiled): Fill => {
  if ('fill' in one) return one.fill;
  const table = tableOf(one.look);
  return (into, rows, absent) => {
    const column = columns.columns[one.look.slot.at];
    if (column) fillLook(table, column, into, rows, absent);
  };
};

const fillLook = (table: Uint8Array, column: Uint8Array, into: Uint8Array, rows: number, absent: number): void => {
  for (let row = 0; row < rows; row++) {
    const verdict = table[column[row]!]!;
    into[row] = verdict > MET ? absent : verdict;
  }
};

/** Whether the completed score reaches a threshold: at its lowest, or only at its highest, or not at all. */
const fillReaching = (
  { least, greatest, denominator }: CompletedColumns,
  threshold: Fraction,
  into: Uint8Array,
  rows: number,
  absent: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const whole = denominator[row]!;
    if (whole === 0) into[row] = absent;
    else if (reachesThreshold(least[row]!, whole, threshold)) into[row] = MET;
    else into[row] = reachesThreshold(greatest[row]!, whole, threshold) ? UNDECIDED : NOT_YET;
  }
};

const writeScore = (
  score: ScoreColumns | undefined,
  completed: CompletedColumns,
  bands: Program['bands'],
  into: ScoreBlock & { readonly band: Uint8Array },
  rows: number,
): void => {
  into.band.fill(NO_BAND);
  if (score) {
    score.fill(into, rows);
    // The first band that fits is the row's, so the last is written first.
    for (let at = bands.length - 1; at >= 0; at--) {
      const band = bands[at];
      if (band) fillBand(completed, band, at, into, rows);
    }
    return;
  }
  into.state.fill(PROFILE_ONLY);
  for (const column of [into.value, into.least, into.greatest, into.coverage]) column.fill(Number.NaN);
};

const fillBand = (
  { least, greatest, denominator }: CompletedColumns,
  { from, below }: Program['bands'][number],
  at: number,
  into: { readonly state: Uint8Array; readonly band: Uint8Array },
  rows: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const state = into.state[row];
    if (state !== SCORED && state !== INTERVAL_ONLY) continue;
    const whole = denominator[row]!;
    if (!reachesThreshold(least[row]!, whole, from)) continue;
    if (below === undefined || !reachesThreshold(greatest[row]!, whole, below)) into.band[row] = at;
  }
};
