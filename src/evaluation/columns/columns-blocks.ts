import type { Fraction } from '../../model/shared/fraction.js';
import type { Band } from '../../model/rubrics/rubric.js';
import {
  INTERVAL_ONLY,
  MET,
  MOST_BANDS,
  NO_BAND,
  NOT_YET,
  PROFILE_ONLY,
  SCORED,
  UNDECIDED,
  UNRATED,
} from './columns-codes.js';
import type { CompletedColumns, ScoreBlock, ScoreColumns } from './columns-fields.js';
import { type ReadColumns, refuseStrayCode } from './columns-input.js';
import { BLOCK } from './columns-lanes.js';
import type { ReadOutput } from './columns-output.js';
import { createProgram, type Program } from './columns-program.js';
import { type Compiled, compileRules, type Fill, tableOf } from './columns-rules.js';
import { compileScore, newCompleted, reachesThreshold } from './columns-score.js';
import type { Plan } from '../program/plan.js';

/** Scores all rows of some columns, block by block. */
export type Run = (columns: ReadColumns, output: ReadOutput) => void;

/** Compiles a plan: what is done to each block of rows. */
export const compileBlocks = (plan: Plan): Run => {
  const bands = plan.rubric.bands ?? [];
  if (bands.length > MOST_BANDS) {
    throw new RangeError(`compileScorer: ${bands.length} bands; the codes of a column leave room for ${MOST_BANDS}`);
  }
  const program = createProgram(plan);
  const score = compileScore(plan, program);
  const completed = newCompleted();
  let isAsked = bands.length > 0;
  program.steps.push((rows) => {
    if (isAsked) score?.complete(completed, rows);
  });
  const reaching = (threshold: Fraction): Fill => {
    isAsked = true;
    return (into, rows, absent) => fillReaching(completed, threshold, into, rows, absent);
  };
  const rules = compileRules(plan, program, score && reaching);
  const outcomes = plan.outcomes.map((node) => fillOf(program, rules.compile(node)));
  const given = [...program.criteria, ...program.facts.values()];
  const sum = program.given.summing(given);
  const unknown = new Uint8Array(BLOCK).fill(UNRATED);

  const load = (columns: ReadColumns, from: number, rows: number): void => {
    [...columns.ratings, ...columns.facts].forEach((column, at) => {
      program.columns[at] = column === undefined ? unknown : bytes(column, from, rows);
    });
    columns.evidence.forEach((column, at) => {
      program.evidence[at] = column?.subarray(from, from + rows);
    });
  };
  return (columns, output) => {
    for (let from = 0; from < columns.rows; from += BLOCK) {
      const rows = Math.min(BLOCK, columns.rows - from);
      load(columns, from, rows);
      for (const step of program.before) step(rows);
      if (Number.isNaN(sum(program.columns, rows))) refuseStrayCode(plan, columns, from);
      for (const step of program.steps) step(rows);
      outcomes.forEach((fill, at) => {
        const verdicts = output.verdicts[at];
        if (verdicts) fill(bytes(verdicts, from, rows), rows, NOT_YET);
      });
      writeScore(score, completed, bands, blockOf(output, from, rows), rows);
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
const fillOf = (program: Program, one: Compiled): Fill => {
  if ('fill' in one) return one.fill;
  const table = tableOf(one.look);
  return (into, rows, absent) => {
    const column = program.columns[one.look.slot.at];
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
  bands: readonly Band[],
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
  { from, below }: Band,
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
