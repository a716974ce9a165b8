import { NOT_APPLICABLE, UNRATED } from './columns-codes.js';
import type { Field } from './columns-lanes.js';
import type { Program } from './columns-program.js';
import type { Plan } from '../program/plan.js';

/** Where a block's scores are written. */
export interface ScoreBlock {
  readonly state: Uint8Array;
  readonly value: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly coverage: Float64Array;
}

/**
 * The completed score of each row as fractions: with everything open at its lowest, and at its highest. The denominator is
 * zero where there is no score. Thresholds and bands compare these, never the quotients.
 */
export interface CompletedColumns {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly denominator: Float64Array;
}

/** A scoring, compiled: its numbers for each row, and its completed fractions for those who ask. */
export interface ScoreColumns {
  readonly fill: (into: ScoreBlock, rows: number) => void;
  readonly complete: (into: CompletedColumns, rows: number) => void;
}

export const weightOf = (plan: Plan, at: number): number => plan.criteria[at]?.weight ?? 0;

/** Weights of what is rated, and of what applies but is not. */
export interface WeightFields {
  readonly rated: Field;
  readonly unrated: Field;
}

/** What additive scores need: points of what is rated, and what the unrated add at their lowest and at their highest. */
export interface PointsFields extends WeightFields {
  readonly reached: Field;
  readonly lowest: Field;
  readonly highest: Field;
}

/** A sum over some criteria of what each level adds, with one more for unrated; not-applicable adds nothing. */
export const fieldOver = (
  program: Program,
  criteria: readonly number[],
  ofLevel: (at: number, level: number) => number,
  ofUnrated: (at: number, top: number) => number,
): Field =>
  program.given.field(
    criteria.map((at) => {
      const slot = program.criteria[at] ?? { at, codes: [] };
      const top = slot.codes.reduce((most, code) => (code < NOT_APPLICABLE ? Math.max(most, code) : most), 0);
      const add = (code: number) => {
        if (code === NOT_APPLICABLE) return 0;
        return code === UNRATED ? ofUnrated(at, top) : ofLevel(at, code);
      };
      return { slot, adds: slot.codes.map(add) };
    }),
  );

export const weightFields = (plan: Plan, program: Program, criteria: readonly number[]): WeightFields => {
  const weight = (at: number) => weightOf(plan, at);
  const nothing = () => 0;
  return {
    rated: fieldOver(program, criteria, weight, nothing),
    unrated: fieldOver(program, criteria, nothing, weight),
  };
};

export const pointsFields = (
  plan: Plan,
  program: Program,
  criteria: readonly number[],
  worth: (at: number, level: number) => number,
): PointsFields => {
  const nothing = () => 0;
  return {
    reached: fieldOver(program, criteria, worth, nothing),
    ...weightFields(plan, program, criteria),
    lowest: fieldOver(program, criteria, nothing, (at) => worth(at, 0)),
    highest: fieldOver(program, criteria, nothing, worth),
  };
};

/** One field's number in one row. */
export const numberAt = ({ isWide, sums, words, side, shift, mask }: Field, row: number): number =>
  isWide ? sums[row]! : (words[2 * row + side]! >> shift) & mask;
