// Sheets as schools send them: errors of spreadsheets, headings over two rows, footnotes, comments in the cells, dates of all kinds.
import { describe, expect, test } from 'vitest';
import { defineRubric } from '../../../src/model/define.js';
import { parseCsv } from '../../../src/tables/csv/parse-csv.js';
import { ratersFromRows } from '../../../src/tables/ratings/raters-from-rows.js';
import { ratingsFromRows } from '../../../src/tables/ratings/ratings-from-rows.js';

const rubric = defineRubric({
  id: 'garden',
  version: '1.0.0',
  label: 'Garden',
  notice: 'For tests.',
  scale: {
    id: 'three',
    label: 'Three',
    levels: [
      { id: 'not-yet', label: 'Not yet' },
      { id: 'partly', label: 'Partly' },
      { id: 'met', label: 'Met' },
    ],
  },
  criteria: [
    { id: 'shared-vision', label: 'Shared vision', weight: 1 },
    { id: 'use-of-data', label: 'Use of data', weight: 1, notApplicable: 'waived' },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
});
const by = { kind: 'peer', assessor: 'B. Visitor', date: '2026-03-02' } as const;
const read = (rows: readonly (readonly string[])[], options = {}) => {
  const { issues, ...result } = ratingsFromRows(rubric, rows, { ...by, ...options });
  return {
    ratings: result.ok ? result.value.map(({ setting, ratings }) => [setting, ratings]) : undefined,
    dates: result.ok ? result.value.map(({ date }) => date) : undefined,
    issues: issues.map(({ code, severity, path, hint }) => [code, severity, ...path, hint]),
  };
};
const cellOf = (cell: string) => {
  const { ratings, issues } = read([
    ['School', 'Shared vision'],
    ['Hill', cell],
  ]);
  const own = ratings?.[0]?.[1] as Record<string, unknown> | undefined;
  return { rating: own?.['shared-vision'], hint: issues[0]?.at(-1) };
};

describe('an error of the spreadsheet', () => {
  test.each(['#N/A', '#REF!', '#DIV/0!', ' #VALUE! ', '#NAME?', '#BEZUG!', '#NV', '########', 'Err:502'])(
    '%j is no level',
    (cell) => {
      expect(
        read([
          ['School', 'Shared vision', 'Use of data'],
          ['Hill', cell, 'Met'],
        ]),
      ).toMatchObject({
        ratings: [['hill', { 'use-of-data': 'met' }]],
        issues: [['spreadsheet-error', 'error', 1, 1, 'Look at the formula of the cell, or leave it blank.']],
      });
    },
  );

  test('is nobody’s name and no day: its row is not read, and the rows below repeat what is above it', () => {
    const rows = [
      ['School', 'Assessor', 'Date', 'Shared vision'],
      ['Hill', 'A', '2026-03-02', 'Met'],
      ['#REF!', 'A', '2026-03-02', 'Met'],
      ['Bay', '#N/A', '', 'Met'],
      ['Cove', 'B', '########', 'Met'],
      ['Dell', '', '', 'Met'],
    ];
    const { ratings, issues } = read(rows);
    expect(ratings?.map(([setting]) => setting)).toEqual(['hill', 'dell']);
    expect(issues.map(([code, , ...place]) => [code, ...place.slice(0, 2)])).toEqual([
      ['spreadsheet-error', 2, 0],
      ['spreadsheet-error', 3, 1],
      ['spreadsheet-error', 4, 2],
    ]);
  });

  test('is no category of a rater either, unless it is named as missing', () => {
    const rows = [
      ['subject', 'A', 'B'],
      ['1', 'yes', '#N/A'],
      ['#REF!', 'no', 'no'],
    ];
    const found = ratersFromRows(rows);
    expect(found.ok && found.value.ratings).toEqual([['yes', null]]);
    expect(found.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['spreadsheet-error', 1, 2],
      ['spreadsheet-error', 2, 1],
      ['spreadsheet-error', 2, 2],
    ]);
    expect(ratersFromRows(rows.slice(0, 2), { missing: ['#N/A'] }).issues).toEqual([]);
  });
});

describe('a cell', () => {
  test.each([
    ['“Met”', 'met'],
    ["'Met'", 'met'],
    ['MET †', 'met'],
    ['Partly.*', 'partly'],
    ['\u00a0Not\u202fyet\u200b', 'not-yet'],
  ])('%j is the level', (cell, level) => {
    expect(cellOf(cell).rating).toBe(level);
  });

  test.each([
    ['3 – Met', 'Is it “Met”? Write the rest into a column of notes.'],
    ['Met (see plan)', 'Is it “Met”? Write the rest into a column of notes.'],
    ['Partly: in P5 only', 'Is it “Partly”? Write the rest into a column of notes.'],
    ['🟢🟢 Met', 'Is it “Met”? Write the rest into a column of notes.'],
    ['Not yet, but soon', 'Is it “Not yet”? Write the rest into a column of notes.'],
    ['Met / Partly', 'Write “Met | Partly” if the assessors have not agreed.'],
    ['from Not yet to Partly', 'Is it “Partly”? Write the rest into a column of notes.'],
    ['Metre', 'Is it “Met”?'],
    ['2,5', 'There are “Not yet”, “not-yet”, “Partly”, “partly”, “Met”, “met”.'],
    ['=Met', 'Is it “Met”?'],
  ])('%j is none, and the hint names what stands in it: %s', (cell, hint) => {
    expect(cellOf(cell)).toEqual({ rating: undefined, hint });
  });
});

test('headings that a row below divides are read with the notes under them', () => {
  const rows = [
    ['School', 'Shared vision', '', 'Use of data', '', ''],
    ['', 'Rating', 'Comment', 'Rating', 'Comment', 'Evidence'],
    ['Hill', 'Met', 'seen', 'Partly', '', '2'],
  ];
  expect(read(rows)).toMatchObject({
    ratings: [['hill', { 'shared-vision': { level: 'met', note: 'seen' }, 'use-of-data': 'partly' }]],
    issues: [['evidence-counted', 'info', 2, 5, expect.anything()]],
  });
});

test('a row that has nothing but a name is read, with a warning: it may be a heading, a total or a footnote', () => {
  const rows = [['School', 'Shared vision'], ['PRIMARY', ''], ['Hill', 'Met'], [], ['Source: returns']];
  expect(read(rows).issues.map(([code, severity, row]) => [code, severity, row])).toEqual([
    ['nothing-but-a-name', 'warning', 1],
    ['nothing-but-a-name', 'warning', 4],
  ]);
});

test('a sheet with the settings beside each other is refused, and says to turn it round', () => {
  const rows = [
    ['', 'Hill', 'Bay'],
    ['Shared vision', 'Met', 'Partly'],
    ['Use of data', 'Met', 'Met'],
  ];
  expect(read(rows).issues).toEqual([
    ['no-headings', 'error', 1, 'Swap rows and columns: one row per setting, one column per criterion.'],
  ]);
  // One criterion, and settings below it, is a sheet like any other.
  expect(
    read([
      ['Shared vision', 'School'],
      ['Met', 'Hill'],
    ]).ratings,
  ).toEqual([['hill', { 'shared-vision': 'met' }]]);
});

describe('a day', () => {
  const dayOf = (cell: string, options = {}) => {
    const { dates, issues } = read(
      [
        ['School', 'Date', 'Shared vision'],
        ['Hill', cell, 'Met'],
      ],
      options,
    );
    return dates?.[0] ?? issues[0]?.at(-1);
  };
  test.each([
    ['2026/03/02', '2026-03-02'],
    ['2026.3.2', '2026-03-02'],
    ['2026-03-02 14:30', '2026-03-02'],
    ['2026-03-02T14:30:05', '2026-03-02'],
    ['2nd March 2026', '2026-03-02'],
    ['Monday 2 March 2026', '2026-03-02'],
    ['Mar 2, 2026', '2026-03-02'],
    ['13/03/2026 9:05 am', '2026-03-13'],
    ['2026/13/02', 'Write it as 2026-03-02; or give the option “dates”: “day-first” or “month-first”.'],
    ['2026-03-02T23:30:00Z', 'Write it as 2026-03-02; or give the option “dates”: “day-first” or “month-first”.'],
    ['2/3/26', 'Write the year with four figures.'],
    ['02-Mar-26', 'Write the year with four figures.'],
    ['46083', 'Spreadsheets count days: give the column the format of dates, or write it as 2026-03-02.'],
  ])('%j is %s', (cell, day) => {
    expect(dayOf(cell)).toBe(day);
  });

  test('in figures takes the order that is said, with a time of day behind it', () => {
    expect(dayOf('3/2/2026 10:00', { dates: 'month-first' })).toBe('2026-03-02');
    expect(dayOf('02.03.2026', { dates: 'day-first' })).toBe('2026-03-02');
    expect(dayOf('30/02/2026', { dates: 'day-first' })).toBe('Write it as 2026-03-02.');
  });
});

test.each([
  ['Straße', 'strasse'],
  ['Ørsta skole', 'orsta-skole'],
  ['Szkoła Łódź', 'szkola-lodz'],
  ['Þingeyri', 'thingeyri'],
  ['Sgoil Ghàidhlig & Naíonra', 'sgoil-ghaidhlig-and-naionra'],
])('the name %s makes the id %s', (name, id) => {
  expect(
    read([
      ['School', 'Shared vision'],
      [name, 'Met'],
    ]).ratings?.[0]?.[0],
  ).toBe(id);
});

test('a sheet of Excel in Europe is read through CSV: mark, semicolons, quotes, line breaks, formulas as text', () => {
  const sheet =
    '\ufeffVisits, spring;;;\r\n;;;\r\nSchool;Shared\r\nvision;Use of data;Comments\r\n"=HYPERLINK(""x"")";"MET ";"N/A – two teachers";=1+1\r\n"Hill; upper";met;;\r\n'.replace(
      'Shared\r\nvision',
      '"Shared\r\nvision"',
    );
  const rows = parseCsv(sheet);
  expect(read(rows.ok ? rows.value : [])).toEqual({
    ratings: [
      ['hyperlink-x', { 'shared-vision': 'met', 'use-of-data': { notApplicable: 'two teachers' } }],
      ['hill-upper', { 'shared-vision': 'met' }],
    ],
    dates: ['2026-03-02', '2026-03-02'],
    issues: [],
  });
});
