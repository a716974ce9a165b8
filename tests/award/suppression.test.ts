/** No hidden count can be told, neither by who knows that counts are not negative nor by who takes a hidden count for 1 at least. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideCells } from '../../src/award/portfolio/hide-cells.js';
import { publishPortfolio, type PublishedTable } from '../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../src/award/portfolio/summarise-portfolio.js';
import type { PortfolioSummary } from '../../src/model/progress/portfolio-summary.js';
import { type PublishedCount, suppressSmallCounts } from '../../src/award/portfolio/suppress-small-counts.js';
import { evaluate } from '../../src/evaluation/index.js';
import { defineRubric, type Sector } from '../../src/model/index.js';
import { threeLevels } from '../support/small-rubric.js';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** A count that is shown or hidden, as a sum of cells, and what it truly is. */
interface Place {
  readonly name: string;
  readonly shown: PublishedCount;
  readonly cells: readonly number[];
}

/**
 * The hidden counts for which no second table was found, among all whose cells differ from the true ones by at most one: written out, the slow
 * obvious way. A table found there is a witness whatever else there is.
 */
const told = (truth: readonly number[], places: readonly Place[], least: 0 | 1): readonly string[] => {
  const trueOf = (place: Place) => sum(place.cells.map((at) => truth[at] ?? 0));
  const floorOf = new Map(places.map((place) => [place, trueOf(place) === 0 ? 0 : least]));
  const hiddenCell = truth.map((_, at) =>
    places.some(({ shown, cells }) => shown === 'hidden' && cells.length === 1 && cells[0] === at),
  );
  // Each sum is looked at as soon as its last cell is filled in.
  const endingAt = truth.map((_, at) => places.filter(({ cells }) => Math.max(...cells) === at));
  const found = new Map<string, Set<number>>();
  const fill = (values: number[]): void => {
    const at = values.length;
    if (at > 0) {
      for (const place of endingAt[at - 1] ?? []) {
        const total = sum(place.cells.map((cell) => values[cell] ?? 0));
        if (place.shown === 'hidden' ? total < (floorOf.get(place) ?? 0) : total !== place.shown) return;
      }
    }
    if (at === truth.length) {
      for (const place of places) {
        if (place.shown !== 'hidden') continue;
        const values_ = found.get(place.name) ?? new Set();
        found.set(place.name, values_.add(sum(place.cells.map((cell) => values[cell] ?? 0))));
      }
      return;
    }
    const value = truth[at] ?? 0;
    for (const one of hiddenCell[at] ? [value - 1, value, value + 1] : [value]) if (one >= 0) fill([...values, one]);
  };
  fill([]);
  return places.flatMap(({ name, shown }) => (shown === 'hidden' && (found.get(name)?.size ?? 0) < 2 ? [name] : []));
};

const placesOf = (counts: readonly (readonly number[])[], below: number): readonly Place[] => {
  const table = suppressSmallCounts(counts, { below });
  const width = counts[0]?.length ?? 0;
  const all = counts.flat().map((_, at) => at);
  return [
    ...table.cells.flat().map((shown, at): Place => ({ name: `cell ${at}`, shown, cells: [at] })),
    ...table.rowTotals.map(
      (shown, r): Place => ({ name: `row ${r}`, shown, cells: all.filter((at) => Math.floor(at / width) === r) }),
    ),
    ...table.columnTotals.map(
      (shown, c): Place => ({ name: `column ${c}`, shown, cells: all.filter((at) => at % width === c) }),
    ),
    { name: 'total', shown: table.total, cells: all },
  ];
};

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) => {
    const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1, 1, 1, 9, 38));
    return fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  });

describe('a table with small counts hidden', () => {
  test('1, 1 and 38 of 40: two hidden counts of 1 would be told by their sum to who takes hidden counts for 1 at least', () => {
    // With 38 and 40 shown the hidden ones sum to 2 = 1 + 1. With 38 hidden too, three counts sum to 40: 1 + 2 + 37 is one way of many.
    expect(suppressSmallCounts([[1, 1, 38]], { below: 5 }).cells).toEqual([['hidden', 'hidden', 'hidden']]);
  });

  test('leaves each hidden count at least two values, from 0 and from 1, found by writing out tables', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 6 }), (counts, below) => {
        const places = placesOf(counts, below);
        expect(told(counts.flat(), places, 0)).toEqual([]);
        expect(told(counts.flat(), places, 1)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('hides that a row stands wholly in one column, and leaves open that it does not', () => {
    const { cells, rowTotals } = suppressSmallCounts(
      [
        [0, 0, 15],
        [6, 7, 8],
      ],
      { below: 5 },
    );
    expect(rowTotals).toEqual([15, 21]);
    expect(cells[0]?.[2]).toBe('hidden');
    // A 0 beside it is hidden too: were it 1, the 15 would be 14.
    expect(cells[0]?.filter((count) => count === 'hidden').length).toBeGreaterThan(1);
    fc.assert(
      fc.property(tables, (counts) => {
        suppressSmallCounts(counts, { below: 2 }).cells.forEach((row, r) => {
          const filled = counts[r]?.filter((count) => count > 0) ?? [];
          if (filled.length !== 1 || row.length < 2) return;
          expect(row.filter((count) => count === 'hidden').length).toBeGreaterThan(1);
        });
      }),
    );
  });

  test('takes work that grows with its cells, and with many thousand lone small counts hides all within its bound', () => {
    const workOf = (rows: number, mostWork?: number) => {
      // Rows of a lone small count between large ones: each needs a way of its own.
      const arcs = Array.from({ length: rows }, (_, r) =>
        [0, 1, 2].map((c) => ({ from: r + 3, to: c, value: c === r % 3 ? 1 : 50, cost: 51 })),
      ).flat();
      return hideCells(arcs, (value) => value < 5, [], mostWork);
    };
    const [one, two] = [workOf(200), workOf(400)];
    expect(one.unsafe).toEqual([]);
    // The one pass costs nothing here; ways are found near by.
    expect(two.work).toBeLessThan(5 * one.work);
    // Above its bound everything is hidden; one search more may be under way when it is reached.
    const larger = workOf(8_000);
    expect([larger.unsafe, larger.hidden.every(Boolean)]).toEqual([[], true]);
    expect(larger.work).toBeLessThan(6_000_000 + 2 * 48_000);
    // Small counts as they fall in a table of 8,000 rows: above 2,000 arcs rows are protected one by one first, and hardly a search is left.
    const rows = (n: number) =>
      Array.from({ length: n }, (_, r) =>
        Array.from({ length: 7 }, (__, c) => ((r * 31 + c * 17) % 11 === 0 ? 1 + (r % 4) : 10 + ((r * c) % 50))),
      );
    const { cells } = suppressSmallCounts(rows(8_000), { below: 5 });
    expect(cells.flat().filter((count) => count === 'hidden').length).toBeLessThan(0.2 * 56_000);
    const bounded = workOf(400, 100);
    expect(bounded.hidden.every(Boolean)).toBe(true);
    expect(bounded.unsafe).toEqual([]);
  });
});

const oneQuestion = defineRubric({
  id: 'one-question',
  version: '1.0.0',
  label: 'One question',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [{ id: 'plan', label: 'A plan', weight: 1 }],
  scoring: { kind: 'none' },
  outcomes: [],
});

interface Spot {
  readonly sector: Sector;
  readonly authority: string;
  readonly level?: 'low' | 'middle' | 'high' | undefined;
}

const summaryOf = (spots: readonly Spot[]): PortfolioSummary =>
  summarisePortfolio(
    spots.map(({ sector, authority, level }, n) => ({
      setting: { id: `s-${n}`, name: `S ${n}`, sector, authority },
      evaluations: [{ date: '2026-03-01', evaluation: evaluate(oneQuestion, { ratings: { plan: level } }) }],
    })),
    { on: '2026-06-30', rubrics: [oneQuestion] },
  );

const publishedTable = (summary: PortfolioSummary, below: number, by: readonly ('sector' | 'authority')[]) => {
  const [rubric] = publishPortfolio(summary, { below, by }).rubrics;
  return rubric?.kind === 'published' ? rubric.indicators[0]?.table : undefined;
};

/** The published table over one cell for each sector, authority and column: the base that all its sums are sums of. */
const spotPlaces = (
  spots: readonly Spot[],
  table: PublishedTable,
): { readonly truth: readonly number[]; readonly places: readonly Place[] } => {
  const columnOf = ({ level }: Spot) =>
    level === undefined
      ? table.columns.findIndex(({ kind }) => kind === 'unrated')
      : table.columns.findIndex((one) => one.level === level);
  const parts = table.by.map(({ by, rows }) => ({ by, rows }));
  const width = table.columns.length;
  const rowIn = (part: (typeof parts)[number] | undefined, spot: Spot) =>
    part === undefined ? 0 : part.rows.findIndex(({ groups }) => groups.includes(spot[part.by]));
  const [first, second] = parts;
  // Each division is a table of its own over the same column totals: cells of the first, then cells of the second, or the totals alone.
  const cellCounts = (part: (typeof parts)[number] | undefined) =>
    Array.from({ length: part?.rows.length ?? 1 }, (_, r) =>
      table.columns.map((__, c) => spots.filter((spot) => rowIn(part, spot) === r && columnOf(spot) === c).length),
    );
  const truth = [...cellCounts(first).flat(), ...(second ? cellCounts(second).flat() : [])];
  const places: Place[] = [];
  let offset = 0;
  for (const part of first ? [first, ...(second ? [second] : [])] : []) {
    part.rows.forEach(({ counts, settings }, r) => {
      const at = (c: number) => offset + r * width + c;
      counts.forEach((shown, c) => places.push({ name: `${part.by} ${r} ${c}`, shown, cells: [at(c)] }));
      places.push({ name: `${part.by} ${r}`, shown: settings, cells: counts.map((_, c) => at(c)) });
    });
    table.totals.forEach((shown, c) => {
      places.push({ name: `${part.by} total ${c}`, shown, cells: part.rows.map((_, r) => offset + r * width + c) });
    });
    offset += part.rows.length * width;
  }
  if (first === undefined) {
    table.totals.forEach((shown, c) => places.push({ name: `total ${c}`, shown, cells: [c] }));
    places.push({ name: 'all', shown: spots.length, cells: table.totals.map((_, c) => c) });
  }
  return { truth, places };
};

describe('a published portfolio', () => {
  const spot = fc.record({
    sector: fc.constantFrom<Sector>('elc', 'primary'),
    authority: fc.constantFrom('North', 'South'),
    level: fc.constantFrom('low' as const, 'low' as const, 'middle' as const, 'high' as const, undefined),
  });

  test('leaves each hidden count two values in each division, for both kinds of reader', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 4, maxLength: 24 }),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom<('sector' | 'authority')[]>([], ['sector'], ['authority']),
        (spots, below, by) => {
          const table = publishedTable(summaryOf(spots), below, by);
          if (table === undefined || table.withheld) return;
          const { truth, places } = spotPlaces(spots, table);
          expect(told(truth, places, 0)).toEqual([]);
          expect(told(truth, places, 1)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('hides a group that stands wholly in one column, and the whole portfolio where it does', () => {
    const spots = (count: number, sector: Sector, level: Spot['level']): Spot[] =>
      Array.from({ length: count }, () => ({ sector, authority: 'North', level }));
    const mixed = [...spots(8, 'primary', 'low'), ...spots(9, 'elc', 'low'), ...spots(7, 'elc', 'high')];
    const table = publishedTable(summaryOf(mixed), 5, ['sector']);
    const primary = table?.by[0]?.rows.find(({ groups }) => groups.includes('primary'));
    expect(primary?.settings).toBe(8);
    expect(primary?.counts[0]).toBe('hidden');
    const alike = publishedTable(summaryOf(spots(12, 'primary', 'low')), 5, []);
    expect(alike?.totals[0]).toBe('hidden');
    expect(alike?.totals.filter((count) => count === 'hidden').length).toBe(2);
  });

  test('puts a row that cannot be protected together with the next, and withholds a table that cannot be', () => {
    const levels = ['low', 'middle', 'high', undefined] as const;
    // One each in four columns: who takes hidden counts for 1 at least would know all four, since they sum to 4.
    const four = levels.map((level): Spot => ({ sector: 'elc', authority: 'North', level }));
    expect(publishedTable(summaryOf(four), 4, [])).toEqual({ columns: [], totals: [], by: [], withheld: true });
    const more = [
      ...four,
      ...Array.from({ length: 18 }, (_, n): Spot => ({ sector: 'primary', authority: 'North', level: levels[n % 3] })),
      ...Array.from(
        { length: 21 },
        (_, n): Spot => ({ sector: 'secondary', authority: 'North', level: levels[n % 3] }),
      ),
    ];
    const rows = publishedTable(summaryOf(more), 4, ['sector'])?.by[0]?.rows;
    expect(rows?.map(({ groups, settings }) => [groups, settings])).toEqual([
      [['secondary'], 21],
      [['elc', 'primary'], 22],
    ]);
  });
});
