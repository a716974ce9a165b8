import { expectOptions, expectShape } from '../../common/expect-shape.js';
import { cellCost, type CountArc, hideCells, type OneColumnGroup } from './hide-cells.js';
import * as shape from '../shapes.js';
import type { PublishedCount } from '../../model/awards/published-portfolio.js';

export type { PublishedCount } from '../../model/awards/published-portfolio.js';

export interface SuppressOptions {
  /** Counts from 1 up to but without this number are hidden. */
  readonly below: number;
}

/** A table of counts with its totals, of which some are hidden. */
export interface SuppressedTable {
  readonly cells: readonly (readonly PublishedCount[])[];
  readonly rowTotals: readonly PublishedCount[];
  readonly columnTotals: readonly PublishedCount[];
  readonly total: PublishedCount;
}

/**
 * Makes a two-way table of counts fit to be published: hides small counts, and as many others as are needed so that no hidden count
 * follows from what is shown.
 *
 * *Primary suppression* hides every count from 1 to `below − 1`, totals included; 0 is shown. It also hides the count of a row that lies
 * wholly in one column, since that count would tell where each member of the row is. *Complementary suppression* then hides more until
 * this holds: **for every hidden count there are two tables in whole numbers from 0 that agree with everything shown and differ in
 * that count**. Both add up along rows, along columns and in the corner. **The same holds among tables in which a hidden count is 0
 * only where it truly is**, so a reader who assumes that hidden counts are at least 1 learns no more. For a row wholly in one column
 * there is a table in which it is not.
 *
 * It does not promise that the remaining range is wide, or that a reader who knows one hidden count cannot find another. It does not
 * protect against somebody who repeats this very rule.
 *
 * The test is exact and takes one pass. A table with totals is a network in which every count flows from its row to its column. A count
 * follows from the rest exactly when no cycle of hidden counts, in turn free to rise and to fall, goes through it. For example, of four
 * hidden cells in two rows and two columns, two opposite ones can rise by 1 while the other two fall by 1, and all totals stay.
 *
 * The counts hidden in addition are cheap (small counts first, then totals, zeros last) and the same each time, but not proved to be the
 * fewest. The work is bounded: in a table with many thousand rows of single small counts, everything is hidden.
 *
 * @param counts rows of whole numbers from 0, all rows of one length.
 * @throws TypeError or RangeError where the rows differ in length, a count is no whole number from 0, or `below` no whole number from 1.
 * @see Gusfield (1988), A graph theoretic approach to statistical data security, SIAM Journal on Computing 17(3), 552–571, doi:10.1137/0217034
 *
 * @example
 * suppressSmallCounts([[2, 18, 20], [9, 8, 30], [7, 11, 40]], { below: 5 }).cells
 * // => [['hidden', 'hidden', 20], ['hidden', 'hidden', 30], [7, 11, 40]]
 */
export const suppressSmallCounts = (
  counts: readonly (readonly number[])[],
  options: SuppressOptions,
): SuppressedTable => {
  expectShape('suppressSmallCounts', 'counts', counts, COUNTS);
  expectOptions('suppressSmallCounts', options, { below: shape.wholeFrom(1) });
  const { below } = options;
  const width = counts[0]?.length ?? 0;
  counts.forEach((row, r) => {
    if (row.length === width) return;
    throw new RangeError(
      `suppressSmallCounts: counts[${r}] has ${row.length} counts; the first row has ${width}, and all have as many`,
    );
  });
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = Array.from({ length: width }, (_, c) => counts.reduce((sum, row) => sum + (row[c] ?? 0), 0));
  const total = rowTotals.reduce((sum, count) => sum + count, 0);
  if (!Number.isSafeInteger(1000 * total))
    throw new RangeError('suppressSmallCounts: the counts are too large to add up');
  // From the corner to the rows, to the columns, and back to the corner: cells, then totals.
  const [corner, sum] = [0, 1];
  const [rowNode, columnNode] = [(r: number) => 2 + r, (c: number) => 2 + counts.length + c];
  const dear = total + 1;
  const arcs: CountArc[] = [
    ...counts.flatMap((row, r) =>
      row.map((value, c) => ({ from: rowNode(r), to: columnNode(c), value, cost: cellCost(value, dear) })),
    ),
    ...rowTotals.map((value, r) => ({ from: corner, to: rowNode(r), value, cost: value + dear })),
    ...columnTotals.map((value, c) => ({ from: columnNode(c), to: sum, value, cost: value + dear })),
    { from: sum, to: corner, value: total, cost: total + dear },
  ];
  const { hidden } = hideCells(
    arcs,
    (value) => value > 0 && value < below,
    below > 1 ? oneColumnRows(counts, rowNode) : [],
  );
  const shown = arcs.map(({ value }, at): PublishedCount => (hidden[at] ? 'hidden' : value));
  const totalsFrom = counts.length * width;
  return {
    cells: counts.map((_, r) => shown.slice(r * width, (r + 1) * width)),
    rowTotals: shown.slice(totalsFrom, totalsFrom + counts.length),
    columnTotals: shown.slice(totalsFrom + counts.length, -1),
    total: shown.at(-1) ?? 0,
  };
};

const COUNTS = /* @__PURE__ */ (() => shape.listOf('rows', shape.listOf('counts', shape.wholeFrom(0))))();

/** The rows of which all stand in one column of several. */
const oneColumnRows = (
  counts: readonly (readonly number[])[],
  rowNode: (row: number) => number,
): readonly OneColumnGroup[] =>
  counts.flatMap((row, r): OneColumnGroup[] => {
    const full = row.findIndex((count) => count > 0);
    if (row.length < 2 || full < 0 || row.some((count, c) => count > 0 && c !== full)) return [];
    const place = (c: number) => r * row.length + c;
    return [{ row: rowNode(r), full: place(full), zeros: row.flatMap((_, c) => (c === full ? [] : [place(c)])) }];
  });
