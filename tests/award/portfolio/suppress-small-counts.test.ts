import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PublishedCount,
  suppressSmallCounts,
  type SuppressedTable,
} from '../../../src/award/portfolio/suppress-small-counts.js';

/** Every table that agrees with what is shown, each hidden cell from 0 to a bound: written out, the slow obvious way. */
const fillings = (shown: SuppressedTable, bound: number): readonly (readonly number[])[] => {
  const width = shown.columnTotals.length;
  const cells = shown.cells.flat();
  const found: number[][] = [];
  const agrees = (total: PublishedCount, sum: number) => total === 'hidden' || total === sum;
  const fill = (values: number[]): void => {
    const at = values.length;
    if (at > 0 && at % width === 0) {
      const row = at / width - 1;
      const sum = values.slice(-width).reduce((a, b) => a + b, 0);
      if (!agrees(shown.rowTotals[row] ?? 0, sum)) return;
    }
    if (at === cells.length) {
      const columns = shown.columnTotals.map((total, c) =>
        agrees(
          total,
          values.filter((_, cell) => cell % width === c).reduce((a, b) => a + b, 0),
        ),
      );
      const total = values.reduce((a, b) => a + b, 0);
      if (columns.every(Boolean) && agrees(shown.total, total)) found.push(values);
      return;
    }
    const cell = cells[at] ?? 0;
    if (cell !== 'hidden') return fill([...values, cell]);
    for (let value = 0; value <= bound; value++) fill([...values, value]);
  };
  fill([]);
  return found;
};

/** The hidden numbers, totals included, that are the same in every filling. */
const derivable = (shown: SuppressedTable, bound: number): readonly string[] => {
  const all = fillings(shown, bound);
  const width = shown.columnTotals.length;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const isFixed = (of: (values: readonly number[]) => number) => new Set(all.map(of)).size < 2;
  const places: [string, PublishedCount, (values: readonly number[]) => number][] = [
    ...shown.cells
      .flat()
      .map((cell, at): [string, PublishedCount, (values: readonly number[]) => number] => [
        `cell ${at}`,
        cell,
        (values) => values[at] ?? 0,
      ]),
    ...shown.rowTotals.map((total, r): [string, PublishedCount, (values: readonly number[]) => number] => [
      `row ${r}`,
      total,
      (values) => sum(values.slice(r * width, (r + 1) * width)),
    ]),
    ...shown.columnTotals.map((total, c): [string, PublishedCount, (values: readonly number[]) => number] => [
      `column ${c}`,
      total,
      (values) => sum(values.filter((_, at) => at % width === c)),
    ]),
    ['total', shown.total, sum],
  ];
  return places.flatMap(([name, count, of]) => (count === 'hidden' && isFixed(of) ? [name] : []));
};

const arbitraryTable = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('a table with small counts hidden', () => {
  test('hides a lone small count together with others, so that no subtraction gives it away', () => {
    // 2 is small. In its row and in its column another must go, and where those two cross a fourth: the cheapest are 18, 9 and 8.
    const shown = suppressSmallCounts(
      [
        [2, 18, 20],
        [9, 8, 30],
        [7, 11, 40],
      ],
      { below: 5 },
    );
    expect(shown.cells).toEqual([
      ['hidden', 'hidden', 20],
      ['hidden', 'hidden', 30],
      [7, 11, 40],
    ]);
    expect([shown.rowTotals, shown.columnTotals, shown.total]).toEqual([[40, 47, 58], [18, 37, 90], 145]);
  });

  test('sees through a pair of hidden counts that can take one value only', () => {
    // Two in each line hidden, and still: with a zero in the corner the row of 1 could only be 1 and 0.
    const shown = suppressSmallCounts(
      [
        [1, 0],
        [9, 0],
      ],
      { below: 3 },
    );
    expect(derivable(shown, 12)).toEqual([]);
    expect(shown.cells[0]?.[0]).toBe('hidden');
  });

  test('hides totals too where the table is too small for anything else', () => {
    expect(suppressSmallCounts([[3]], { below: 5 })).toEqual({
      cells: [['hidden']],
      rowTotals: ['hidden'],
      columnTotals: ['hidden'],
      total: 'hidden',
    });
  });

  test('shows all where nothing is small, and zeros always on their own account', () => {
    expect(suppressSmallCounts([[0, 7, 6]], { below: 5 })).toEqual({
      cells: [[0, 7, 6]],
      rowTotals: [13],
      columnTotals: [0, 7, 6],
      total: 13,
    });
    expect(suppressSmallCounts([[1, 2]], { below: 1 }).cells).toEqual([[1, 2]]);
    expect(suppressSmallCounts([], { below: 5 })).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  });

  test('shows no count that is small', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.integer({ min: 1, max: 6 }), (counts, below) => {
        const shown = suppressSmallCounts(counts, { below });
        const all = [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total];
        expect(all.filter((count) => count !== 'hidden' && count > 0 && count < below)).toEqual([]);
      }),
    );
  });

  test('shows only true counts', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.integer({ min: 1, max: 6 }), (counts, below) => {
        const shown = suppressSmallCounts(counts, { below });
        shown.cells.forEach((row, r) =>
          row.forEach((count, c) => expect(count === 'hidden' || count === counts[r]?.[c]).toBe(true)),
        );
      }),
    );
  });

  test('gives no hidden number away, found by writing out every table that agrees with it', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.integer({ min: 2, max: 5 }), (counts, below) => {
        // Cycles change a count by one, so that one more than the largest is enough to see a second value.
        expect(derivable(suppressSmallCounts(counts, { below }), 5)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('wants rows of one length, whole numbers and a whole threshold', () => {
    expect(() => suppressSmallCounts([[1, 2], [1]], { below: 5 })).toThrow('counts[1] has 1 counts');
    expect(() => suppressSmallCounts([[1.5]], { below: 5 })).toThrow(
      'counts[0][0] is 1.5; it is a whole number from 0',
    );
    expect(() => suppressSmallCounts([[1]], { below: 0 })).toThrow('below is 0; it is a whole number from 1');
    expect(() => suppressSmallCounts([[Number.MAX_SAFE_INTEGER]], { below: 5 })).toThrow('too large');
  });
});
