import { describe, expect, test } from 'vitest';
import { moderationReport } from '../../../src/agreement/moderation/moderation-report.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { parseCsv } from '../../../src/tables/csv/parse-csv.js';
import { toCsv } from '../../../src/tables/csv/to-csv.js';
import { moderationRows } from '../../../src/tables/results/moderation-rows.js';

const report = moderationReport(stemNationLeadership, [
  { assessor: 'A', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } },
  { assessor: 'B', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
  { assessor: 'C', setting: 'hill', ratings: { 'shared-vision': 'partly', 'core-team': 'met' } },
]);
const kinds = ['overall', 'criteria', 'pairs', 'levels', 'raters', 'contested', 'open'] as const;
const records = (of: (typeof kinds)[number], options = {}): Record<string, string>[] => {
  const [headings = [], ...rows] = moderationRows(report, { of, ...options });
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
};

describe('the report of a moderation day as rows', () => {
  test.each(kinds)('of %s is a tidy table: headings that differ, every row as long, and through CSV and back', (of) => {
    const rows = moderationRows(report, { of });
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows[0]).size).toBe(rows[0]?.length);
    expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
    const back = parseCsv(toCsv(rows), { formulas: 'guard' });
    expect(back.ok && back.value).toEqual(rows);
  });

  test('has exact counts beside decimals rounded once', () => {
    // Shared vision: A = B, C differs from both: one of three pairs, 0.3333.
    expect(records('criteria').find(({ criterion }) => criterion === 'shared-vision')).toMatchObject({
      agreed: '1',
      compared: '3',
      share: '0.3333',
    });
    // A is a level above C on shared vision, a level above B on use of data: 2 levels over 3 comparisons.
    expect(records('raters', { decimal: ',', decimals: 2 })[0]).toMatchObject({
      rater: 'A',
      'mean levels numerator': '2',
      'mean levels denominator': '3',
      'mean levels': '0,67',
      direction: 'lenient',
    });
    // A and B, two rated by both: one pair of “met”; partly against not-yet.
    expect(records('levels')[2]).toMatchObject({
      level: 'met',
      both: '1',
      'only first': '0',
      neither: '1',
      'prevalence numerator': '0',
      'prevalence denominator': '2',
      prevalence: '0',
      'adjusted kappa': '1',
    });
  });

  test('says why a number is not there', () => {
    expect(records('pairs').find((row) => row['second rater'] === 'C')).toMatchObject({
      share: '',
      'share undefined because': 'too-few-subjects',
      'kappa value': '',
      'kappa undefined because': 'too-few-subjects',
    });
    expect(records('criteria').find(({ criterion }) => criterion === 'use-of-data')).toMatchObject({
      share: '',
      'share undefined because': 'too-few-subjects',
    });
  });

  test('refuses what is no report, and options that do not exist', () => {
    expect(() => moderationRows({} as never)).toThrow(/moderationRows: report.settings is undefined/u);
    expect(() => moderationRows(report, { of: 'pair' } as never)).toThrow(/“pairs”/u);
    expect(() => moderationRows(report, { off: 'pairs' } as never)).toThrow(/moderationRows/u);
    expect(() => moderationRows([] as never)).toThrow(TypeError);
    expect(() => moderationRows({ ...report, pairs: [{ raters: ['A'] }] } as never)).toThrow(/pairs\[0\]/u);
  });
});
