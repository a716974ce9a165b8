import { MARK_ORDER_RUNS } from './mark-order-table.js';
import { type Runs, unpackNumbers, valueAt } from './packed-numbers.js';

let runs: Runs | undefined;

const unpack = (): Runs => {
  const numbers = unpackNumbers(MARK_ORDER_RUNS);
  const starts = new Int32Array((2 * numbers.length) / 3);
  const values = new Int32Array(starts.length);
  let start = 0;
  for (let i = 0; i < starts.length; i += 2) {
    const at = (i / 2) * 3;
    start += numbers[at]!;
    starts[i] = start;
    values[i] = numbers[at + 2]!;
    start += numbers[at + 1]!;
    starts[i + 1] = start;
  }
  return { starts, values };
};

/**
 * The place of a mark in the order that normal forms put neighbouring marks in: its canonical combining class, counted from 1 through
 * the classes there are. 0 for a sign that keeps its place.
 */
export const markOrder = (codePoint: number): number =>
  codePoint < 0x300 ? 0 : valueAt((runs ??= unpack()), codePoint);
