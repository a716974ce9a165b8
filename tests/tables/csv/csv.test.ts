import { parse as csvParse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../src/tables/csv/parse-csv.js';
import { toCsv } from '../../../src/tables/csv/to-csv.js';
import { growth } from '../../support/counted-work.js';

const rowsOf = (text: string, options = {}): string[][] => {
  const read = parseCsv(text, options);
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.value;
};

const DELIMITERS = [',', ';', '\t', '|'] as const;
const sign = fc.constantFrom(...'ab é"\'=+-@,;|\t\r\n\uFEFF01.x '.split(''), 'sep=;', '\r\n', '""', '-5', '\u{1F52C}');
const cell = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

describe('a table written and read again', () => {
  test.each(['guard', 'keep'] as const)(
    'is the same, with formulas: %s on both sides, whatever parts the cells',
    (formulas) => {
      fc.assert(
        fc.property(rows, fc.constantFrom(...DELIMITERS), (table, delimiter) => {
          const text = toCsv(table, { delimiter, formulas });
          expect(rowsOf(text, { delimiter, formulas })).toEqual(table);
          // No separator but the one used stands outside quotes, so it is found.
          expect(rowsOf(text, { formulas })).toEqual(table);
        }),
        { numRuns: 500 },
      );
    },
  );

  test.each([['-see plan'], ['=1+1'], ["'=1"], ['-5'], ["''@x"], ['\tx'], ['\rx'], ['+44 131'], ["'"], ["'a"], ['=']])(
    'keeps the cell %j where formulas are guarded',
    (written) => {
      expect(rowsOf(toCsv([['a', written]]), { formulas: 'guard' })).toEqual([['a', written]]);
    },
  );

  test('is read as the same table by papaparse and csv-parse', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...DELIMITERS), (table, delimiter) => {
        const text = toCsv(table, { delimiter, formulas: 'keep' });
        // Papaparse sees one more, empty row behind the last line break; csv-parse drops a mark at the beginning only where it is not quoted.
        const papa = Papa.parse<string[]>(text, { delimiter }).data.slice(0, -1);
        expect(text === '' ? [] : papa).toEqual(table);
        expect(csvParse(text, { delimiter, relax_column_count: true })).toEqual(table);
      }),
      { numRuns: 500 },
    );
  });
});

describe('formulas', () => {
  // By hand: a sign that begins a formula gets one apostrophe; a plain number gets none.
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+1+1', "'+1+1"],
    ["-1+cmd|'/c calc'!A0", `"'-1+cmd|'/c calc'!A0"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ['-5', '-5'],
    ['+5', '+5'],
    ['-5.25', '-5.25'],
    ['-5,25', '"-5,25"'],
    ['-1e-7', '-1e-7'],
    ['-', "'-"],
    ['-5 %', "'-5 %"],
    ['a=1', 'a=1'],
    ["'tis", "'tis"],
    ['', ''],
  ])('the cell %j is written %j', (given, written) => {
    expect(toCsv([['x', given]])).toBe(`x,${written}\r\n`);
  });

  test('guard takes exactly one apostrophe off, and only before a sign that begins a formula', () => {
    const text = "'=1,''=1,'tis,=1,'-5\r\n";
    expect(rowsOf(text, { formulas: 'guard' })).toEqual([['=1', "'=1", "'tis", '=1', '-5']]);
    expect(rowsOf(text)).toEqual([["'=1", "''=1", "'tis", '=1', "'-5"]]);
  });

  test('no cell of a written text is taken for a formula by a spreadsheet, unless it is a number', () => {
    fc.assert(
      fc.property(rows, (table) => {
        for (const row of rowsOf(toCsv(table))) {
          for (const one of row)
            expect(/^[=+\-@\t\r]/u.test(one) && Number.isNaN(Number(one.replace(',', '.')))).toBe(false);
        }
      }),
    );
  });
});

describe('the separator', () => {
  test.each([
    ['a mark, semicolons and decimal commas', '\uFEFFSetting;Percent\r\nHilltop;12,5\r\nBay;7,25\r\n', 'Percent'],
    ['title lines with commas above', 'Self-evaluation, session 2025, all\n\nSetting;Plan\nA;Met\nB;Met\n', undefined],
    ['tabs, and commas in notes', 'Setting\tNote\nA\tyes, good\nB\tno, not, yet\n', 'Note'],
    ['commas, and semicolons in one note', 'Setting,Note\nA,x; y\nB,z\n', 'Note'],
    ['a line that names it', 'sep=;\r\nSetting;Note, long\r\nA;b\r\n', 'Note, long'],
    ['quoted cells full of other signs', '"a;b;c","d;e"\n"f;g","h"\n', 'd;e'],
  ])('is found in %s', (_, text, second) => {
    expect(rowsOf(text)[0]?.[1]).toBe(second);
    expect(parseCsv(text).issues).toEqual([]);
  });

  test('of numbers with decimal commas alone is the semicolon, and said to be a guess', () => {
    const { issues } = parseCsv('1,5;2,5\n3,5;4,5\n');
    expect(rowsOf('1,5;2;3,5\n3,5;4;4,5\n')).toEqual([
      ['1,5', '2', '3,5'],
      ['3,5', '4', '4,5'],
    ]);
    // One semicolon and two commas in each record: both stand in both records alike.
    expect(issues.map(({ code }) => code)).toEqual(['separator-guessed']);
  });
});

describe('a text that is no good table', () => {
  test('is refused where a quote is never closed, with row, cell and line', () => {
    expect(parseCsv('a,b\r\n"x\r\ny",c\r\nd,"e\r\nf').issues).toEqual([
      {
        code: 'unclosed-quote',
        severity: 'error',
        path: [2, 1, 'line 4'],
        message: 'A cell begins with a quote that is never closed.',
        hint: 'Close the quote, or double each quote inside a quoted cell.',
      },
    ]);
  });

  test('is read with a word where text follows a closing quote, or a quote inside a plain cell', () => {
    const read = parseCsv('"N/A" – two teachers,5" disk,""x\n');
    expect(read).toMatchObject({ ok: true, value: [['N/A – two teachers', '5" disk', 'x']] });
    expect(read.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['text-after-quote', 0, 0, 'line 1'],
      ['stray-quote', 0, 1, 'line 1'],
      ['text-after-quote', 0, 2, 'line 1'],
    ]);
  });

  test('keeps ragged rows, empty lines, lone carriage returns and a last row without an end', () => {
    expect(rowsOf('a,b,\rc\r\r\nd')).toEqual([['a', 'b', ''], ['c'], [''], ['d']]);
    expect(rowsOf('')).toEqual([]);
    expect(rowsOf('\uFEFF')).toEqual([]);
    expect(rowsOf('a,')).toEqual([['a', '']]);
  });

  test('of more than 10,000,000 cells is refused, and so are wrong arguments', () => {
    expect(parseCsv(','.repeat(10_000_001)).issues[0]).toMatchObject({ code: 'too-large', severity: 'error' });
    expect(() => parseCsv('a', { delimiter: '~' as never })).toThrow('parseCsv: delimiter is “~”');
    expect(() => parseCsv('a', { formula: 'keep' } as never)).toThrow('is it “formulas”?');
    expect(() => toCsv([['a', 1 as never]])).toThrow('toCsv: rows[0][1] is 1; it is a string');
  });
});

test.each([
  ['cells', (n: number) => 'a,b,"c""d"\r\n'.repeat(n)],
  ['quotes that close and open', (n: number) => `"${'""'.repeat(n)}"`],
  ['stray quotes', (n: number) => 'a"b,'.repeat(n)],
  ['open quotes', (n: number) => '"a'.repeat(n)],
  ['line breaks', (n: number) => '\r\n'.repeat(n)],
])('the work of reading grows with the text: %s', (_, text) => {
  expect(
    growth(12, (n) => {
      const given = text(n);
      return () => parseCsv(given);
    }),
  ).toBeLessThan(2.4);
});
