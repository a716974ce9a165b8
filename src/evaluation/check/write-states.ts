import type { Lots } from './seeded-lots.js';
import type { Cells, Digit, StateSpace } from './state-space.js';

/*
 * States are walked in lines: the states that differ in one digit, the line's direction, stand side by side in the order of
 * that digit's codes. What holds between neighbours can then be seen within a block of rows, and nothing is kept of other
 * blocks, however large the space is.
 */

/** How many rows a block has at most, and how many cells. */
const BLOCK_ROWS = 16_384;
const BLOCK_CELLS = 16_000_000;

/** How many lines in one direction a block takes; at least one, however wide. */
export const linesInBlock = ({ digits }: StateSpace, digit: Digit): number => {
  const rows = Math.min(BLOCK_ROWS, Math.floor(BLOCK_CELLS / digits.length));
  return Math.max(1, Math.floor(rows / digit.codes.length));
};

/** How many rows the widest block takes. */
export const mostRows = (space: StateSpace): number =>
  space.digits.reduce((most, digit) => Math.max(most, linesInBlock(space, digit) * digit.codes.length), 0);

/** Writes the line's own digit: its codes, over and over. */
const fillDirection = (column: Uint8Array | Uint16Array, codes: readonly number[], lines: number): void => {
  for (let line = 0, row = 0; line < lines; line++) for (const code of codes) column[row++] = code;
};

/**
 * Writes some of all the lines in one direction, from the given one on. The direction's own digit is the same in every block,
 * and is written with the first.
 */
export const fillLines = (
  { digits }: StateSpace,
  direction: number,
  from: number,
  lines: number,
  cells: Cells,
): void => {
  const width = digits[direction]?.codes.length ?? 1;
  let stride = 1;
  digits.forEach(({ codes }, at) => {
    const column = cells[at];
    if (column === undefined) return;
    if (at === direction) {
      if (from === 0) fillDirection(column, codes, lines);
      return;
    }
    fillRuns(column, Uint16Array.from(codes), stride, width, from, lines);
    stride *= codes.length;
  });
};

/** One digit of lines numbered in mixed radix: it stays the same for `stride` lines, then takes its next code. */
const fillRuns = (
  column: Uint8Array | Uint16Array,
  codes: Uint16Array,
  stride: number,
  width: number,
  from: number,
  lines: number,
): void => {
  let digit = Math.floor(from / stride) % codes.length;
  let left = stride - (from % stride);
  let row = 0;
  for (let line = 0; line < lines; ) {
    const run = Math.min(left, lines - line);
    column.fill(codes[digit]!, row, row + run * width);
    line += run;
    row += run * width;
    left = stride;
    digit = digit + 1 === codes.length ? 0 : digit + 1;
  }
};

/**
 * Writes lines drawn by lot, each with a bias of its own: how much is left open, how much does not apply, and about which
 * level the answers lie, since thresholds are seldom met by answers spread evenly. In the first line all else is at its best.
 */
export const fillDrawnLines = (
  { digits }: StateSpace,
  direction: number,
  lots: Lots,
  lines: number,
  cells: Cells,
): void => {
  const width = digits[direction]?.codes.length ?? 1;
  const column = cells[direction];
  if (column) fillDirection(column, digits[direction]?.codes ?? [], lines);
  for (let line = 0; line < lines; line++) {
    const draw = line === 0 ? best : biased(lots);
    digits.forEach((digit, at) => {
      if (at !== direction) cells[at]?.fill(digit.codes[draw(digit)] ?? 0, line * width, (line + 1) * width);
    });
  }
};

/** The position of a digit's best answer. */
const best = ({ known }: Digit): number => known - 1;

/** How a row's digits are drawn: positions of codes. */
export const biased = (lots: Lots): ((digit: Digit) => number) => {
  const openInTen = [0, 0, 1, 3, 6][lots.below(5)] ?? 0;
  const awayInTen = [0, 0, 1, 4][lots.below(4)] ?? 0;
  const isEven = lots.below(3) === 0;
  // About a share of the way up: levels next to it, the higher one so many times in ten.
  const height = lots.below(101);
  const higherInTen = lots.below(11);
  return (digit) => {
    const { codes, known } = digit;
    if (codes.length > known && lots.below(10) < openInTen) return known;
    if (codes.length > known + 1 && lots.below(10) < awayInTen) return known + 1;
    if (isEven) return lots.below(known);
    const below = Math.floor((height * (known - 1)) / 100);
    return Math.min(known - 1, below + (lots.below(10) < higherInTen ? 1 : 0));
  };
};
