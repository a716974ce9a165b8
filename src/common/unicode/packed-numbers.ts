/**
 * Reads the numbers of a table: whole numbers from 0 in digits of five bits, the lowest first. A sixth bit says that more follow: “gB” is
 * 0 + 32 · 1 = 32. Tables are written by scripts/unicode-tables.mjs.
 */
export const unpackNumbers = (packed: string): number[] => {
  const numbers: number[] = [];
  let number = 0;
  let place = 1;
  for (let i = 0; i < packed.length; i++) {
    const digit = digitOf(packed.charCodeAt(i));
    number += place * (digit & 31);
    place *= 32;
    if (digit >= 32) continue;
    numbers.push(number);
    number = 0;
    place = 1;
  }
  return numbers;
};

/** A to Z, a to z, 0 to 9, hyphen, low line. */
const digitOf = (unit: number): number => {
  if (unit >= 97) return unit - 71;
  if (unit === 95) return 63;
  if (unit >= 65) return unit - 65;
  return unit === 45 ? 62 : unit + 4;
};

/** 0, 1, 2, 3, 4 … stand for 0, −1, 1, −2, 2 … */
export const unsigned = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);

/** Differences made the numbers they lead to. */
export const summed = (differences: readonly number[]): number[] => {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
};

/** Runs that begin at `starts`, ascending; each run has a value. */
export interface Runs {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Reads runs written as length × `classes` + class, from code point 0. */
export const unpackRuns = (packed: string, classes: number): Runs => {
  const numbers = unpackNumbers(packed);
  const starts = new Int32Array(numbers.length + 1);
  const values = new Int32Array(numbers.length + 1);
  numbers.forEach((number, i) => {
    values[i] = number % classes;
    starts[i + 1] = starts[i]! + Math.floor(number / classes);
  });
  return { starts, values };
};

/** The value of the run that holds a code point; 0 before the first. */
export const valueAt = ({ starts, values }: Runs, codePoint: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : values[low - 1]!;
};
