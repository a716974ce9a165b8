import { NOT_APPLICABLE, UNRATED } from './codes.js';
import type { Field } from './packed-sums.js';
import type { BlockColumns } from './block-columns.js';
import type { Program, Term } from '../program/program.js';

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
  columns: BlockColumns,
  criteria: readonly number[],
  ofLevel: (at: number, level: number) => number,
  ofUnrated: (at: number, top: number) => number,
): Field =>
  columns.given.field(
    criteria.map((at) => {
      const slot = columns.criteria[at] ?? { at, codes: [] };
      const top = slot.codes.reduce((most, code) => (code < NOT_APPLICABLE ? Math.max(most, code) : most), 0);
      const add = (code: number) => {
        if (code === NOT_APPLICABLE) return 0;
        return code === UNRATED ? ofUnrated(at, top) : ofLevel(at, code);
      };
      return { slot, adds: slot.codes.map(add) };
    }),
  );

/** A term of a criterion, which has a column. */
export type CriterionTerm = Extract<Term, { of: 'criterion' }>;

const nothing = (): number => 0;

/** The weights of some criteria, for the coverage of a score. */
export const weightFields = (program: Program, columns: BlockColumns, criteria: readonly number[]): WeightFields => {
  const weight = (at: number): number => program.criteria[at]?.weight ?? 0;
  return {
    rated: fieldOver(columns, criteria, weight, nothing),
    unrated: fieldOver(columns, criteria, nothing, weight),
  };
};

export const pointsFields = (columns: BlockColumns, terms: readonly CriterionTerm[]): PointsFields => {
  const criteria = terms.map(({ at }) => at);
  const termOf = new Map(terms.map((term) => [term.at, term]));
  const gain = (at: number, level: number): number => termOf.get(at)?.gains[level] ?? 0;
  const weight = (at: number): number => termOf.get(at)?.weight ?? 0;
  return {
    reached: fieldOver(columns, criteria, gain, nothing),
    rated: fieldOver(columns, criteria, weight, nothing),
    unrated: fieldOver(columns, criteria, nothing, weight),
    lowest: fieldOver(columns, criteria, nothing, (at) => gain(at, 0)),
    highest: fieldOver(columns, criteria, nothing, gain),
  };
};

/** One field's number in one row. */
export const numberAt = ({ isWide, sums, words, side, shift, mask }: Field, row: number): number =>
  isWide ? sums[row]! : (words[2 * row + side]! >> shift) & mask;
