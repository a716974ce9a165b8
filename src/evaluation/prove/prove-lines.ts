import { MET, NOT_YET, UNDECIDED } from '../columns/codes.js';
import type { ScoredColumns } from '../columns/compile-scorer.js';

/** Verdict codes or numbers, one a row. */
type Column = Uint8Array | Float64Array;

/** Lines of states side by side: `width` rows each, the first `known` of them in rising order of one answer. */
export interface Lines {
  readonly lines: number;
  readonly width: number;
  readonly known: number;
}

/** No row: everything was as it should be. */
export const NO_ROW = -1;

/** The first row in which a column falls although the answer rose. Numbers that are not there compare with nothing. */
export const fallingRow = (column: Column, { lines, width, known }: Lines): number => {
  for (let line = 0; line < lines; line++) {
    const base = line * width;
    for (let row = base + 1; row < base + known; row++) if (column[row]! < column[row - 1]!) return row;
  }
  return NO_ROW;
};

/** The first open row whose verdict is not what the answered rows of its line say together. */
export const inexactVerdictRow = (column: Uint8Array, { lines, width, known }: Lines): number => {
  for (let line = 0; line < lines; line++) {
    const base = line * width;
    let [least, most] = [MET, NOT_YET];
    for (let row = base; row < base + known; row++) {
      least = Math.min(least, column[row]!);
      most = Math.max(most, column[row]!);
    }
    const expected = least === MET ? MET : most === NOT_YET ? NOT_YET : UNDECIDED;
    if (column[base + known] !== expected) return base + known;
  }
  return NO_ROW;
};

/** The first open row whose bound is not the least (or the greatest) of its line's answered rows. */
export const inexactBoundRow = (
  column: Float64Array,
  { lines, width, known }: Lines,
  end: 'least' | 'greatest',
): number => {
  const sign = end === 'least' ? 1 : -1;
  for (let line = 0; line < lines; line++) {
    const base = line * width;
    let expected = column[base]!;
    for (let row = base + 1; row < base + known; row++) {
      if (sign * column[row]! < sign * expected) expected = column[row]!;
    }
    if (!Object.is(column[base + known], expected)) return base + known;
  }
  return NO_ROW;
};

/** The first row in which answering what was open takes something away: a met outcome, or some of the least score. */
export const lostRow = (column: Column, { lines, width, known }: Lines, from: number): number => {
  for (let line = 0; line < lines; line++) {
    const open = line * width + known;
    if (!(column[open]! >= from)) continue;
    for (let row = open - known; row < open; row++) if (column[row]! < column[open]!) return row;
  }
  return NO_ROW;
};

/** How often a met outcome is met no more once the criterion is marked not applicable, and the first pair of rows. */
export const flips = (
  column: Uint8Array,
  { lines, width, known }: Lines,
): { readonly count: number; readonly row: number; readonly away: number } => {
  let [count, first, firstAway] = [0, NO_ROW, NO_ROW];
  for (let line = 0; line < lines; line++) {
    const base = line * width;
    const away = base + known + 1;
    if (column[away] === MET) continue;
    for (let row = base; row < away; row++) {
      if (column[row] !== MET) continue;
      count++;
      if (first === NO_ROW) [first, firstAway] = [row, away];
    }
  }
  return { count, row: first, away: firstAway };
};

/** The first row whose numbers do not stand in order: 0 ≤ least ≤ value ≤ greatest, and at most 1 for a share. */
export const unboundedRow = (
  { least, value, greatest }: Pick<ScoredColumns, 'least' | 'value' | 'greatest'>,
  rows: number,
  top: number,
): number => {
  for (let row = 0; row < rows; row++) {
    const [low, middle, high] = [least[row]!, value[row]!, greatest[row]!];
    // Said so that a number which is not there breaks nothing.
    if (low < 0 || low > high || high > top || middle < low || middle > high) return row;
  }
  return NO_ROW;
};
