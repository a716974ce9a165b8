import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineRubric } from '../../../src/model/define.js';
import type { Assessment } from '../../../src/model/rubrics/assessment.js';
import { assessmentSchemaFor } from '../../../src/model/rubrics/schemas/assessment-schema.js';
import type { Rating } from '../../../src/model/rubrics/rating.js';
import { parseCsv } from '../../../src/tables/csv/parse-csv.js';
import { toCsv } from '../../../src/tables/csv/to-csv.js';
import { ratingTemplateRows } from '../../../src/tables/ratings/rating-template-rows.js';
import { ratingsFromRows } from '../../../src/tables/ratings/ratings-from-rows.js';
import { toRatingRows } from '../../../src/tables/ratings/to-rating-rows.js';
import { growth } from '../../support/counted-work.js';
import { sized } from '../../support/runs.js';

const rubric = defineRubric({
  id: 'careers',
  version: '1.0.0',
  label: 'Careers',
  notice: 'For tests.',
  scale: {
    id: 'three',
    label: 'Three',
    levels: [
      { id: 'not-yet', label: 'Not yet met', alsoCalled: ['Red', 'Niet behaald'] },
      { id: 'partly', label: 'Partly met', alsoCalled: ['Amber'] },
      { id: 'met', label: 'Met', alsoCalled: ['Green', 'Récompensé'] },
    ],
  },
  criteria: [
    { id: 'shared-vision', label: 'Shared vision', weight: 1, alsoCalled: ['Vision'] },
    { id: 'growth-mindset', label: 'Growth mindset', weight: 1, notApplicable: 'waived' },
    { id: 'note', label: 'Date', weight: 1 },
    {
      id: 'family',
      label: 'Family & community',
      weight: 1,
      notApplicable: 'allowed',
      scale: {
        id: 'two',
        label: 'Two',
        levels: [
          { id: 'no', label: 'n/a' },
          { id: 'yes', label: 'Yes | sometimes' },
        ],
      },
    },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
});
const by = { kind: 'self-evaluation', assessor: 'A. Teacher', date: '2026-03-02' } as const;

const read = (rows: readonly (readonly string[])[], options = {}): Assessment[] => {
  const result = ratingsFromRows(rubric, rows, options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  for (const one of result.value) expect(assessmentSchemaFor(rubric).safeParse(one).error?.issues).toBeUndefined();
  return result.value;
};
const issuesOf = (rows: readonly (readonly string[])[], options = {}) => ratingsFromRows(rubric, rows, options).issues;

describe('a wide sheet', () => {
  test('is read below its title rows, by labels, ids and other words, in any case, spacing and Unicode form', () => {
    const rows = [
      ['Self-evaluation of the session 2025–26', '', '', '', ''],
      [],
      ['SCHOOL', '1. Shared\u00a0Vision', ' growth_mindset ', 'criterion: note', 'FAMILY & COMMUNITY', ''],
      ['Hilltop Primary', 'MET. ', 'not  yet', 'Ｍｅｔ', 'yes'],
      ["St. Mary's", 're\u0301compense\u0301', 'RED', '', 'N/A'],
      ['bay', 'niet-behaald', 'N/A – two teachers', 'Partly Met', '', '', ''],
    ];
    expect(read(rows, by).map(({ setting, settingName, ratings }) => [setting, settingName, ratings])).toEqual([
      [
        'hilltop-primary',
        'Hilltop Primary',
        { 'shared-vision': 'met', 'growth-mindset': 'not-yet', note: 'met', family: 'yes' },
      ],
      // The lowest level of the last criterion is itself called n/a, and goes before the words for not applicable.
      ['st-marys', "St. Mary's", { 'shared-vision': 'met', 'growth-mindset': 'not-yet', family: 'no' }],
      [
        'bay',
        undefined,
        { 'shared-vision': 'not-yet', 'growth-mindset': { notApplicable: 'two teachers' }, note: 'partly' },
      ],
    ]);
    expect(issuesOf(rows, by)).toEqual([]);
  });

  test.each([
    ['N/A – two teachers', 'two teachers'],
    ['n/a: two teachers', 'two teachers'],
    ['n.a. (two teachers)', 'two teachers'],
    ['Not applicable - two teachers', 'two teachers'],
    ['NA, two teachers', 'two teachers'],
    ['n / a two teachers', 'two teachers'],
    ['does not apply — – x', '– x'],
    ['n/a – (x)', '(x)'],
  ])('reads %j as not applicable', (cell, reason) => {
    expect(
      read(
        [
          ['setting', 'Growth mindset'],
          ['bay', cell],
        ],
        by,
      )[0]?.ratings,
    ).toEqual({
      'growth-mindset': { notApplicable: reason },
    });
  });

  test('tells each cell that is not read, with row, column, what was found and the nearest level; the rest is read', () => {
    const rows = [
      ['setting', 'Shared vision', 'Growth mindset', 'Vison', 'Postcode'],
      ['hill', 'Mett', 'n/a', 'x', 'EH1'],
      ['bay', 'N/A – small', 'nation', '', ''],
    ];
    const { issues } = ratingsFromRows(rubric, rows, by);
    expect(issues.map(({ code, severity, path, hint }) => [code, severity, ...path, hint])).toEqual([
      ['unknown-heading', 'warning', 0, 3, expect.stringContaining('Is it “')],
      ['unknown-heading', 'info', 0, 4, undefined],
      ['unknown-level', 'error', 1, 1, 'Is it “Met”?'],
      ['no-reason', 'error', 1, 2, expect.anything()],
      ['not-applicable-refused', 'error', 2, 1, expect.anything()],
      ['unknown-level', 'error', 2, 2, expect.anything()],
    ]);
    expect(issues[2]?.message).toBe('“Shared vision” is “Mett”, which is not one of its levels.');
    expect(read(rows, by).map(({ ratings }) => ratings)).toEqual([{}, {}]);
    expect(read(rows, { ...by, reason: 'no such class' })[0]?.ratings).toEqual({
      'growth-mindset': { notApplicable: 'no such class' },
    });
  });

  test('repeats a blank setting, date and assessor from above, as merged cells do, until an empty row', () => {
    const rows = [
      ['School', 'Date', 'Assessed by', 'Shared vision'],
      ['Hill', '2 March 2026', 'A', 'met'],
      ['', '', 'B', 'partly'],
      ['Bay', '', '', 'met'],
      ['', '', '', ''],
      ['', '', 'C', 'met'],
    ];
    const { issues } = ratingsFromRows(rubric, rows, { kind: 'peer' });
    expect(read(rows, { kind: 'peer' }).map(({ setting, assessor, date }) => [setting, assessor, date])).toEqual([
      ['hill', 'A', '2026-03-02'],
      ['hill', 'B', '2026-03-02'],
      ['bay', 'B', '2026-03-02'],
    ]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([['no-setting', 5, 0]]);
  });

  test('reads headings over two rows, notes beside criteria, and skips headings that are printed again', () => {
    const rows = [
      ['School', 'Assessor', 'Vision and culture', '', '', ''],
      ['', '', 'Shared vision', 'Comments', 'Growth mindset', 'Growth mindset – reason'],
      ['Hill', 'A', 'Met', 'seen in class', 'n/a', 'no staff'],
      ['', '', 'Shared vision', 'Comments', 'Growth mindset', 'Growth mindset – reason'],
    ];
    expect(read(rows, { kind: 'validation', date: by.date })[0]).toMatchObject({
      setting: 'hill',
      assessor: 'A',
      ratings: {
        'shared-vision': { level: 'met', note: 'seen in class' },
        'growth-mindset': { notApplicable: 'no staff' },
      },
    });
  });

  test('has two rows of one setting, assessor and date, two headings of one criterion, and dates of two readings as issues', () => {
    const rows = [
      ['setting', 'date', 'Shared vision', 'Vision'],
      ['hill', '2026-03-02', 'met', 'met'],
      ['Hill', '2026-03-02', 'partly', ''],
      ['hill', '03/04/2026', 'met', ''],
      ['hill', 'yesterday', 'met', ''],
      ['hill', '13/04/2026', 'met', ''],
    ];
    const options = { kind: 'peer', assessor: 'A' } as const;
    expect(issuesOf(rows, options).map(({ code, path }) => [code, ...path])).toEqual([
      ['repeated-heading', 0, 3],
      ['repeated-row', 2],
      ['not-a-date', 3, 1],
      ['not-a-date', 4, 1],
    ]);
    expect(read(rows, { ...options, dates: 'day-first' }).map(({ date }) => date)).toEqual([
      '2026-03-02',
      '2026-04-03',
      '2026-04-13',
    ]);
  });

  test('without what an assessment needs has an issue for each row and thing', () => {
    expect(issuesOf([['Shared vision'], ['met']]).map(({ code }) => code)).toEqual(['no-setting']);
    expect(
      issuesOf([
        ['setting', 'Shared vision'],
        ['hill', 'met'],
      ]).map(({ code }) => code),
    ).toEqual(['no-assessor', 'no-date', 'no-kind']);
    expect(
      issuesOf(
        [
          ['setting', 'kind', 'Shared vision'],
          ['hill', 'inspection', 'met'],
        ],
        { assessor: 'A', date: by.date },
      )[0],
    ).toMatchObject({ code: 'unknown-kind', path: [1, 1] });
    expect(
      issuesOf(
        [
          ['setting', 'Shared vision'],
          ['学校', 'met'],
        ],
        by,
      )[0],
    ).toMatchObject({ code: 'no-id', path: [1, 0] });
    expect(ratingsFromRows(rubric, [['a', 'b']], by)).toMatchObject({ ok: false, issues: [{ code: 'no-headings' }] });
  });

  test('takes the headings of an option, and refuses one that means nothing', () => {
    const rows = [
      ['Where', 'Q1', 'Q2'],
      ['hill', 'met', 'amber'],
    ];
    const headings = { where: 'setting', Q1: 'shared-vision', Q2: 'Growth mindset' };
    expect(read(rows, { ...by, headings })[0]?.ratings).toEqual({ 'shared-vision': 'met', 'growth-mindset': 'partly' });
    expect(() => ratingsFromRows(rubric, rows, { ...by, headings: { Q1: 'shared-vison' } })).toThrow(
      'is it “shared-vision”?',
    );
  });
});

describe('a long sheet', () => {
  test('is read by its headings, with merged settings and criteria, notes and reasons', () => {
    const rows = [
      ['Ratings of the spring visits'],
      ['Establishment', 'Indicator', 'Judgement', 'Comment', 'Reason'],
      ['Hilltop', 'Shared vision', 'Met', 'in class', ''],
      ['', 'growth-mindset', 'N/A', '', 'one teacher'],
      ['', 'Shared vision', 'partly', '', ''],
      ['', 'Chared vision', 'partly', '', ''],
      ['Bay', 'Vision', '', 'not seen', ''],
    ];
    const { issues } = ratingsFromRows(rubric, rows, by);
    expect(read(rows, by).map(({ setting, ratings }) => [setting, ratings])).toEqual([
      [
        'hilltop',
        { 'shared-vision': { level: 'met', note: 'in class' }, 'growth-mindset': { notApplicable: 'one teacher' } },
      ],
      ['bay', {}],
    ]);
    expect(issues.map(({ code, path, hint }) => [code, ...path, hint])).toEqual([
      ['repeated-rating', 4, 2, 'Keep one of them.'],
      ['unknown-criterion', 5, 1, 'Is it “shared-vision”?'],
      ['note-without-level', 6, 3, expect.anything()],
    ]);
  });
});

const level = (ids: readonly string[]) => fc.constantFrom(...ids);
const words = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const note = fc.oneof(words, fc.constantFrom('=1+1', '"; x', 'a\r\nb', "'-5"));
const ratingOf = (ids: readonly string[], mayBeAbsent: boolean): fc.Arbitrary<Rating> =>
  fc.oneof(
    level(ids),
    fc.record({ level: level(ids), note }),
    fc.array(level(ids), { minLength: 1, maxLength: 3 }).map((levels) => ({ levels })),
    ...(mayBeAbsent ? [note.map((notApplicable) => ({ notApplicable }))] : []),
  );
const three = ['not-yet', 'partly', 'met'];
const ratings = fc.record(
  {
    'shared-vision': ratingOf(three, false),
    'growth-mindset': ratingOf(three, true),
    note: ratingOf(three, false),
    family: ratingOf(['no', 'yes'], true),
  },
  { requiredKeys: [] },
);
const assessments = fc
  .array(
    fc.record({
      ratings,
      settingName: fc.option(words, { nil: undefined }),
      kind: fc.constantFrom('peer' as const, 'validation' as const),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(
      ({ ratings: given, settingName, kind }, at): Assessment => ({
        rubric: { id: rubric.id, version: rubric.version },
        kind,
        setting: `setting-${at}`,
        ...(settingName !== undefined && { settingName: `${settingName}${at}` }),
        assessor: 'A. Teacher',
        date: `2026-03-0${at + 1}`,
        ratings: given,
      }),
    ),
  );

describe('what is written is read back equal', () => {
  test.each([
    ['wide', 'label'],
    ['wide', 'id'],
    ['long', 'label'],
    ['long', 'id'],
  ] as const)('%s, by %s, through CSV', (shape, names) => {
    fc.assert(
      fc.property(assessments, (given) => {
        const text = toCsv(toRatingRows(rubric, given, { shape, names }));
        const parsed = parseCsv(text, { formulas: 'guard' });
        const back = ratingsFromRows(rubric, parsed.ok ? parsed.value : []);
        expect(back.issues).toEqual([]);
        expect(back.ok && back.value).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  test('and a template is read as unrated, row for row', () => {
    const rows = ratingTemplateRows(rubric, [{ id: 'hill', name: 'Hill' }, { id: 'bay' }], by);
    expect(read(rows).map(({ setting, settingName, ratings: none }) => [setting, settingName, none])).toEqual([
      ['hill', 'Hill', {}],
      ['bay', undefined, {}],
    ]);
    expect(read(ratingTemplateRows(rubric, [{ id: 'hill' }], { ...by, shape: 'long' }))[0]?.ratings).toEqual({});
  });
});

test('a template goes out as a workbook with lists of levels in its cells, and comes back filled in', async () => {
  const rows = ratingTemplateRows(
    rubric,
    [
      { id: 'hill', name: 'Hill' },
      { id: 'bay', name: 'Bay' },
    ],
    by,
  );
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Ratings');
  sheet.addRows(rows);
  const levels = rubric.scale.levels.map((one) => one.label).join(',');
  for (let row = 2; row <= rows.length; row++) {
    for (let column = 6; column <= rows[0]!.length; column++) {
      // Not as an error, so that “n/a – reason” may be typed.
      sheet.getCell(row, column).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${levels}"`],
        showErrorMessage: false,
      };
    }
  }
  const sent = await book.xlsx.writeBuffer();

  const returned = new ExcelJS.Workbook();
  await returned.xlsx.load(sent);
  const filled = returned.getWorksheet('Ratings')!;
  expect(filled.getCell('F2').dataValidation.formulae).toEqual(['"Not yet met,Partly met,Met"']);
  filled.getCell('F2').value = 'Met';
  filled.getCell('G3').value = 'n/a – two teachers';
  filled.getCell('D3').value = new Date(Date.UTC(2026, 3, 1));
  const table: string[][] = [];
  filled.eachRow({ includeEmpty: true }, (row) => {
    const cells = row.values as ExcelJS.CellValue[];
    table.push(
      Array.from(cells.slice(1), (cell) =>
        cell instanceof Date ? cell.toISOString() : typeof cell === 'string' ? cell : '',
      ),
    );
  });
  expect(read(table).map(({ setting, date, ratings: given }) => [setting, date, given])).toEqual([
    ['hill', '2026-03-02', { 'shared-vision': 'met' }],
    ['bay', '2026-04-01', { 'growth-mindset': { notApplicable: 'two teachers' } }],
  ]);
});

describe('a cell that many blank ones below repeat', () => {
  const size = 400_000;
  const rowsBelow = (cells: readonly string[]) => Array.from({ length: size / 8 }, () => cells);

  test('may be a long assessor', () => {
    const assessor = 'a'.repeat(size);
    const rows = Array.from({ length: size / 8 }, (_, i) => [`s${i}`, '', 'met']);
    const csv = toCsv([['School', 'Assessor', 'Shared vision'], ['s', ` ${assessor} `, 'met'], ...rows]);
    const parsed = parseCsv(csv);
    const read = ratingsFromRows(rubric, parsed.ok ? parsed.value : [], { kind: 'peer', date: '2026-01-01' });
    expect(read.issues).toEqual([]);
    expect(read.ok && read.value.length).toBe(size / 8 + 1);
    expect(read.ok && read.value.every((one) => one.assessor === assessor)).toBe(true);
  });

  test('may be a long assessor of one setting again and again', () => {
    const long = 'b'.repeat(size);
    const rows = [
      ['School', 'Assessor', 'Shared vision'],
      ['s', long, 'met'],
      ['', long.slice(), ''],
      ...rowsBelow(['', '', 'met']),
    ];
    const read = ratingsFromRows(rubric, rows, { kind: 'peer', date: '2026-01-01' });
    expect(read.ok && read.value.length).toBe(1);
    expect(read.issues.length).toBe(size / 8 + 1);
    expect(read.issues.at(-1)?.message).toBe(
      `Row ${size / 8 + 3} and row 2 are both of “s” by “${'b'.repeat(80)}…” on 2026-01-01; the first is read.`,
    );
  });

  test.each([
    ['a setting with no id', 'a'.repeat(size), undefined],
    ['a setting with space behind it', `Hilltop${' '.repeat(size)}`, 'hilltop'],
  ])('may be %s', (_, setting, id) => {
    const rows = [['School', 'Shared vision', 'note'], [setting, 'met', ''], ...rowsBelow(['', '', 'x'])];
    const read = ratingsFromRows(rubric, rows, { kind: 'peer', date: '2026-01-01', assessor: 'A' });
    expect(read.ok && read.value.map((one) => one.setting)).toEqual(id === undefined ? [] : [id]);
    expect(read.issues.length).toBe(size / 8 + (id === undefined ? 1 : 0));
  });

  test.each([
    ['a known criterion with space behind it', `Shared vision${' '.repeat(size)}`, 1],
    ['an unknown one', `criterion:${' '.repeat(size)}${'x'.repeat(size)}`, 0],
  ])('may be %s', (_, criterion, settings) => {
    const rows = Array.from({ length: size / 8 }, (_, i) => [`s${i}`, '', 'met']);
    const sheet = [['School', 'Criterion', 'Level'], ['s', criterion, 'met'], ...rows];
    const read = ratingsFromRows(rubric, sheet, { kind: 'peer', date: '2026-01-01', assessor: 'A' });
    const rated = read.ok ? read.value.filter(({ ratings }) => 'shared-vision' in ratings).length : -1;
    expect(rated).toBe(settings * (size / 8 + 1));
    expect(read.issues.length).toBe((1 - settings) * (size / 8 + 1));
  });

  test('may be a date or a kind that cannot be read', () => {
    const rows = [
      ['School', 'Date', 'Kind', 'Shared vision'],
      ['s', `${' '.repeat(size)}soon`, `${' '.repeat(size)}other`, 'met'],
      ...rowsBelow(['', '', '', 'met']),
    ];
    const read = ratingsFromRows(rubric, rows, { assessor: 'A' });
    expect(read.issues.length).toBe(2 * (size / 8 + 1));
    expect(read.issues.at(-1)?.message).toBe('“other” is not a kind of assessment.');
  });
});

describe('the work of reading grows with the sheet', () => {
  const wide = (n: number) => [
    ['setting', 'Shared vision', 'Growth mindset'],
    ...Array.from({ length: n }, (_, i) => [`Setting ${i}`, 'MET ', `wrong ${i}`]),
  ];
  const long = (n: number) => [
    ['setting', 'criterion', 'level'],
    ...Array.from({ length: n }, (_, i) => [`Setting ${i}`, i % 2 === 0 ? 'Vision' : `wrong ${i}`, 'Met']),
  ];
  const many = (n: number) =>
    defineRubric({
      id: 'many',
      version: '1.0.0',
      label: 'Many',
      notice: 'For tests.',
      scale: rubric.scale,
      scoring: { kind: 'none' },
      outcomes: [],
      criteria: Array.from({ length: n }, (_, i) => ({ id: `c-${i}`, label: `Criterion ${i}`, weight: 1 })),
    });
  test.each([
    ['rows of a wide sheet', (n: number) => () => ratingsFromRows(rubric, wide(n), by)],
    ['rows of a long sheet', (n: number) => () => ratingsFromRows(rubric, long(n), by)],
  ])('%s', (_, run) => {
    // From 150 rows on, no more right words are looked for.
    expect(growth(150, run)).toBeLessThan(2.4);
  });

  test('columns', () => {
    expect(
      growth(20, (n) => {
        const wider = many(n);
        const rows = [
          ['setting', ...wider.criteria.map(({ label }) => label)],
          ['hill', ...wider.criteria.map(() => 'met')],
        ];
        return () => ratingsFromRows(wider, rows, by);
      }),
    ).toBeLessThan(2.4);
  });

  test('1,000 columns and 100,000 rows are read, fewer where not all cases are asked for', () => {
    const wider = many(1_000);
    const rows = [
      ['setting', ...wider.criteria.map(({ label }) => label)],
      ['hill', ...wider.criteria.map(() => 'met')],
    ];
    const one = ratingsFromRows(wider, rows, by);
    expect(one.ok && Object.keys(one.value[0]?.ratings ?? {}).length).toBe(1_000);
    const tall = ratingsFromRows(
      rubric,
      wide(sized(100_000, 10_000)).map((row) => row.slice(0, 2)),
      by,
    );
    expect(tall.ok && tall.value.length).toBe(sized(100_000, 10_000));
  });
});
