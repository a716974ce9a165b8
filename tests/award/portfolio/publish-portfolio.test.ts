import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PortfolioSetting } from '../../../src/award/portfolio/portfolio-settings.js';
import { publishPortfolio, type PublishedTable } from '../../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../../src/award/portfolio/summarise-portfolio.js';
import type { PublishedCount } from '../../../src/award/portfolio/suppress-small-counts.js';
import { evaluate } from '../../../src/evaluation/index.js';
import { type Decision, defineRubric, type Sector } from '../../../src/model/index.js';
import { threeLevels } from '../../support/small-rubric.js';

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
const framework = { id: 'an-award', edition: '2024' };
const award = { framework, elements: ['one', 'two'], needed: 2, windowYears: 3 };

interface Place {
  readonly sector: Sector;
  readonly authority: string;
  readonly level?: 'low' | 'middle' | 'high' | undefined;
  readonly achieved?: readonly string[] | undefined;
}

const settingsOf = (places: readonly Place[]): PortfolioSetting[] =>
  places.map(({ sector, authority, level, achieved = [] }, n) => ({
    setting: { id: `s-${n}`, name: `S ${n}`, sector, authority },
    evaluations: [{ date: '2026-03-01', evaluation: evaluate(oneQuestion, { ratings: { plan: level } }) }],
    decisions: achieved.map(
      (element): Decision => ({
        framework,
        element,
        setting: `s-${n}`,
        decision: 'achieved',
        decidedBy: 'A. Validator',
        date: '2026-04-01',
        reason: 'For tests.',
      }),
    ),
  }));

const summaryOf = (places: readonly Place[]) =>
  summarisePortfolio(settingsOf(places), { on: '2026-06-30', award, rubrics: [oneQuestion] });

const planTable = (places: readonly Place[], options: Parameters<typeof publishPortfolio>[1]): PublishedTable => {
  const [rubric] = publishPortfolio(summaryOf(places), options).rubrics;
  if (rubric?.kind !== 'published') throw new Error('too few');
  return rubric.indicators[0]!.table;
};

const times = (count: number, place: Place): Place[] => Array.from({ length: count }, () => place);
const many: Place[] = [
  ...times(1, { sector: 'primary', authority: 'North', level: 'low' }),
  ...times(8, { sector: 'primary', authority: 'North', level: 'high' }),
  ...times(6, { sector: 'secondary', authority: 'North', level: 'low' }),
  ...times(7, { sector: 'secondary', authority: 'South', level: 'high' }),
  ...times(2, { sector: 'elc', authority: 'South', level: 'middle' }),
];

describe('a published portfolio', () => {
  test('names no setting', () => {
    const text = JSON.stringify(publishPortfolio(summaryOf(many), { below: 3, by: ['sector', 'authority'] }));
    expect(text).not.toMatch(/"s-\d/u);
    expect(text).not.toMatch(/S \d/u);
  });

  test('puts groups too small to stand alone together with the next smallest', () => {
    const rows = planTable(many, { below: 3, by: ['sector'] }).by[0]?.rows;
    expect(rows?.map(({ groups, settings }) => [groups, settings])).toEqual([
      [['secondary'], 13],
      [['elc', 'primary'], 11],
    ]);
  });

  test('hides a small count, and enough beside it', () => {
    const table = planTable(many, { below: 3, by: ['sector'] });
    // Low 7, middle 2, high 15. Of the lows one is with elc and primary, which is small, and so is middle as a whole.
    expect(table.columns.map(({ kind, level }) => level ?? kind)).toEqual([
      'low',
      'middle',
      'high',
      'not-applicable',
      'unrated',
      'contested',
    ]);
    expect(table.totals[1]).toBe('hidden');
    expect(table.by[0]?.rows[1]?.counts[0]).toBe('hidden');
    expect(givenAway(table, many.length)).toEqual([]);
  });

  test('shows a column that nobody is in as 0: it may be one that nobody can be in, and would protect nothing', () => {
    const places = [
      ...times(6, { sector: 'primary', authority: 'North', level: 'low' }),
      ...times(1, { sector: 'primary', authority: 'North', level: 'high' }),
    ];
    // One is small; only the six can protect it.
    expect(planTable(places, { below: 3 }).totals).toEqual(['hidden', 0, 'hidden', 0, 0, 0]);
  });

  test('is not divided where one row would be left, and not given where there are too few', () => {
    expect(planTable(many.slice(0, 9), { below: 3, by: ['sector'] }).by).toEqual([]);
    const few = publishPortfolio(summaryOf(many.slice(0, 2)), { below: 3 });
    expect(few.rubrics).toEqual([{ kind: 'too-few', rubric: { id: 'one-question', version: '1.0.0' } }]);
    expect(few).not.toHaveProperty('elements');
  });

  test('gives decisions by element or by number, never both', () => {
    const places = many.map((place, n) => ({
      ...place,
      achieved: n % 2 === 0 ? ['one'] : n % 3 === 0 ? ['one', 'two'] : [],
    }));
    const each = publishPortfolio(summaryOf(places), { below: 3 }).elements;
    expect(each?.kind === 'each' && each.tables.map(({ element, table }) => [element, table.totals])).toEqual([
      // 12 even places, and 3, 9, 15, 21 of the odd ones.
      ['one', [16, 0, 8]],
      ['two', [4, 0, 20]],
    ]);
    const number = publishPortfolio(summaryOf(places), { below: 3, elements: 'number' }).elements;
    expect(number?.kind === 'number' && number.table.totals).toEqual([8, 12, 4]);
    expect(
      publishPortfolio(summarisePortfolio(settingsOf(many), { on: '2026-06-30' }), { below: 3 }),
    ).not.toHaveProperty('elements');
  });

  test('is the same each time, and plain data', () => {
    const published = publishPortfolio(summaryOf(many), { below: 4, by: ['sector', 'authority'] });
    expect(publishPortfolio(summaryOf(many), { below: 4, by: ['sector', 'authority'] })).toEqual(published);
    expect(JSON.parse(JSON.stringify(published))).toEqual(published);
  });

  test('wants a whole threshold, and each division once', () => {
    expect(() => publishPortfolio(summaryOf(many), { below: 2.5 })).toThrow(
      'below is 2.5; it is a whole number from 1',
    );
    expect(() => publishPortfolio(summaryOf(many), { below: 3, by: ['sector', 'sector'] })).toThrow(
      'by names a division twice',
    );
  });
});

/** All ways to write a whole as counts that agree with what a row shows. */
const rowsFor = (counts: readonly PublishedCount[], settings: number, least = 0): number[][] => {
  const [first, ...rest] = counts;
  if (first === undefined) return settings === 0 ? [[]] : [];
  const choices = first === 'hidden' ? Array.from({ length: settings + 1 }, (_, n) => n).slice(least) : [first];
  return choices
    .filter((choice) => choice <= settings)
    .flatMap((choice) => rowsFor(rest, settings - choice, least).map((row) => [choice, ...row]));
};

const sums = (rows: readonly (readonly number[])[], width: number): number[] =>
  Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0));

/** Hidden counts that are the same in every table that agrees with what is shown: both divisions filled in at once. */
const givenAway = (table: PublishedTable, settings: number, least = 0): string[] => {
  if (table.withheld) return [];
  const width = table.columns.length;
  const product = (rows: PublishedTable['by'][number]['rows']): number[][][] =>
    rows.reduce<number[][][]>(
      (all, row) => all.flatMap((before) => rowsFor(row.counts, row.settings, least).map((one) => [...before, one])),
      [[]],
    );
  // For each division, its fillings by the column totals they come to.
  const divisions = table.by.map(({ rows }) => {
    const byTotals = new Map<string, number[][]>();
    for (const filling of product(rows)) {
      const key = JSON.stringify(sums(filling, width));
      byTotals.set(key, [...(byTotals.get(key) ?? []), filling.flat()]);
    }
    return byTotals;
  });
  const totals = rowsFor(table.totals, settings, least).filter((one) =>
    divisions.every((byTotals) => byTotals.has(JSON.stringify(one))),
  );
  expect(totals.length).toBeGreaterThan(0);
  const isFixed = (values: readonly number[]) => new Set(values).size === 1;
  const found = table.totals.flatMap((count, c) =>
    count === 'hidden' && isFixed(totals.map((one) => one[c] ?? 0)) ? [`total ${c}`] : [],
  );
  table.by.forEach(({ by, rows }, d) => {
    const fillings = totals.flatMap((one) => divisions[d]?.get(JSON.stringify(one)) ?? []);
    rows
      .flatMap(({ counts }) => counts)
      .forEach((count, at) => {
        if (count === 'hidden' && isFixed(fillings.map((filling) => filling[at] ?? 0))) found.push(`${by} ${at}`);
      });
  });
  return found;
};

/** Whether a count that is hidden is truly 0. */
const hidesZero = (table: PublishedTable, places: readonly Place[]): boolean => {
  const counted = (of: readonly Place[]) =>
    table.columns.map(
      ({ kind, level }) =>
        of.filter((one) => (one.level === undefined ? kind === 'unrated' : kind === 'level' && one.level === level))
          .length,
    );
  const rows = table.by.flatMap(({ by, rows: own }) =>
    own.map(({ groups, counts }) => ({ counts, truth: counted(places.filter((one) => groups.includes(one[by]))) })),
  );
  return [{ counts: table.totals, truth: counted(places) }, ...rows].some(({ counts, truth }) =>
    counts.some((count, c) => count === 'hidden' && truth[c] === 0),
  );
};

describe('no hidden count can be worked out', () => {
  const place = fc.record({
    sector: fc.constantFrom<Sector>('elc', 'primary', 'special'),
    authority: fc.constantFrom('North', 'South', 'West'),
    level: fc.constantFrom('low' as const, 'middle' as const, 'high' as const, undefined),
    achieved: fc.subarray(['one', 'two']),
  });
  const divisions = fc.constantFrom<('sector' | 'authority')[]>([], ['sector'], ['authority'], ['sector', 'authority']);

  test('from the totals and the divisions by sector and authority together, found by writing out every table that agrees', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 4, maxLength: 11 }),
        fc.integer({ min: 2, max: 4 }),
        divisions,
        (places, below, by) => {
          const { rubrics, elements } = publishPortfolio(summaryOf(places), { below, by });
          for (const rubric of rubrics) {
            if (rubric.kind !== 'published') continue;
            const { table } = rubric.indicators[0]!;
            expect(givenAway(table, places.length)).toEqual([]);
            // A reader who takes hidden counts for 1 at least is mistaken where a 0 is hidden, and must not be right elsewhere.
            if (!hidesZero(table, places)) expect(givenAway(table, places.length, 1)).toEqual([]);
          }
          if (elements?.kind === 'each')
            for (const { table } of elements.tables) expect(givenAway(table, places.length)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('and no small count is shown, nor a row of too few settings', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        divisions,
        (places, below, by) => {
          const { rubrics, elements } = publishPortfolio(summaryOf(places), { below, by, elements: 'number' });
          const tables = rubrics.flatMap((one) =>
            one.kind === 'published' ? one.indicators.map(({ table }) => table) : [],
          );
          if (elements?.kind === 'number') tables.push(elements.table);
          for (const { totals, by: parts } of tables) {
            const rows = parts.flatMap((part) => part.rows);
            const counts = [...totals, ...rows.flatMap((row) => row.counts)];
            expect(counts.filter((count) => count !== 'hidden' && count > 0 && count < below)).toEqual([]);
            expect(rows.every(({ settings }) => settings >= below)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
