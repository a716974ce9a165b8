import { shownValue } from '../../common/shown-value.js';
import { sum, sumOf } from '../ratings/sums.js';

/** The mean squares of a two-way analysis of variance with one rating for each subject and rater. */
export interface MeanSquares {
  /** Between subjects. */
  readonly between: number;
  /** Within subjects: `raters` and `residual` together. */
  readonly within: number;
  /** Between raters. */
  readonly raters: number;
  /** What is left over. */
  readonly residual: number;
}

/** The full rows of numeric ratings, and how many rows are not full. */
export const readNumbers = (
  caller: string,
  data: { readonly ratings: readonly (readonly (number | null | undefined)[])[] },
): { readonly rows: readonly (readonly number[])[]; readonly leftOut: number } => {
  const given: unknown = (data as { ratings?: unknown } | undefined)?.ratings;
  if (!Array.isArray(given))
    throw new TypeError(`${caller}: data is ${shownValue(data)}; it is { ratings } with a row for each subject`);
  const { ratings } = data;
  ratings.forEach((row, at) => {
    if (!Array.isArray(row))
      throw new TypeError(`${caller}: row ${at} of ratings is ${shownValue(row)}; it is a list of numbers`);
    const width = ratings[0]?.length ?? 0;
    if (row.length !== width) {
      throw new RangeError(`${caller}: row ${at} of ratings has ${row.length} places, the first has ${width}`);
    }
    for (const rating of row) {
      if (rating === null || rating === undefined || Number.isFinite(rating)) continue;
      throw new TypeError(
        `${caller}: a rating is a finite number, null or undefined; subject ${at} has ${shownValue(rating)}`,
      );
    }
  });
  const rows = ratings.filter((row): row is readonly number[] => row.every((rating) => typeof rating === 'number'));
  return { rows, leftOut: ratings.length - rows.length };
};

/**
 * Each effect is taken as a deviation, multiplied by n k so that whole numbers stay whole and a table without any left-over
 * has none, not 1e-17 of it.
 */
export const meanSquaresOf = (caller: string, rows: readonly (readonly number[])[]): MeanSquares => {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const origin = rows[0]?.[0] ?? 0;
  const moved = rows.map((row) => row.map((rating) => rating - origin));
  refuseExtremes(caller, moved);
  const ofSubjects = moved.map((row) => sum(row));
  const ofRaters = (moved[0] ?? []).map((_, rater) => sumOf(moved, (row) => row[rater] ?? 0));
  const whole = sum(ofSubjects);
  const scale = n * k;
  const squares = (values: readonly number[]) => sumOf(values, (value) => (value / scale) * (value / scale));
  const between = k * squares(ofSubjects.map((total) => n * total - whole));
  const raters = n * squares(ofRaters.map((total) => k * total - whole));
  const left = moved.flatMap((row, i) =>
    row.map((rating, j) => scale * rating - n * (ofSubjects[i] ?? 0) - k * (ofRaters[j] ?? 0) + whole),
  );
  const residual = squares(left);
  return {
    between: between / (n - 1),
    within: (raters + residual) / (n * (k - 1)),
    raters: raters / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  };
};

/** Squares of differences outside these leave the range of a double, or its digits. */
const [LEAST, GREATEST] = [1e-100, 1e100] as const;

const refuseExtremes = (caller: string, differences: readonly (readonly number[])[]): void => {
  for (const row of differences) {
    for (const value of row) {
      const size = Math.abs(value);
      if (size === 0 || (size >= LEAST && size <= GREATEST)) continue;
      throw new RangeError(
        `${caller}: ratings differ by ${size}, which is out of range; it takes differences from ${LEAST} to ${GREATEST}. Give them in another unit`,
      );
    }
  }
};
