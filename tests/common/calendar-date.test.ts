import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dateOfDay, dayNumber, daysBetween } from '../../src/common/calendar-date.js';

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = (year: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const write = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The slow obvious counter: the day after a date, by the lengths of the months. */
const dayAfter = (date: string): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (day < (lengths(year)[month - 1] ?? 0)) return write(year, month, day + 1);
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1);
};

/** All days of all years from one to another, in order. */
const everyDay = (from: number, to: number): string[] => {
  const days: string[] = [];
  for (let year = from; year <= to; year++) {
    lengths(year).forEach((length, m) => {
      for (let day = 1; day <= length; day++) days.push(write(year, m + 1, day));
    });
  }
  return days;
};

describe('days are counted one by one', () => {
  test.each([
    [0, 8],
    [1895, 1905],
    [1995, 2030],
    [2095, 2105],
    [2396, 2404],
    [9990, 9999],
  ])('from %i to %i', (from, to) => {
    const days = everyDay(from, to);
    const first = dayNumber(days[0]!, 'test');
    expect(days.map((date) => dayNumber(date, 'test') - first)).toEqual(days.map((_, at) => at));
    expect(days.map((_, at) => dateOfDay(first + at, 'test'))).toEqual(days);
  });

  test('from the first date there is to the last: 10,000 years are 3,652,425 days', () => {
    // 10,000 · 365 days, and 97 leap days in each of 25 times 400 years.
    expect(daysBetween('0000-01-01', '9999-12-31', 'test') + 1).toBe(10_000 * 365 + 97 * 25);
  });

  test('any number of steps is that many days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_000 }), fc.integer({ min: 0, max: 300 }), (start, steps) => {
        let date = addDays('0000-01-01', start, 'test');
        const from = date;
        for (let step = 0; step < steps; step++) date = dayAfter(date);
        expect(addDays(from, steps, 'test')).toBe(date);
        expect(addDays(date, -steps, 'test')).toBe(from);
        expect(daysBetween(date, from, 'test')).toBe(-steps + 0);
      }),
    );
  });
});

describe('months', () => {
  test('keep the day of the month where there is one, and otherwise take the last or go on to the first', () => {
    expect(addMonths('2026-01-31', 1, 'last-of-month', 'test')).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 1, 'first-of-next', 'test')).toBe('2026-03-01');
    expect(addMonths('2024-01-31', 1, 'last-of-month', 'test')).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 36, 'last-of-month', 'test')).toBe('2027-02-28');
    expect(addMonths('2024-02-29', 36, 'first-of-next', 'test')).toBe('2027-03-01');
    expect(addMonths('2024-02-29', 48, 'first-of-next', 'test')).toBe('2028-02-29');
    expect(addMonths('2026-12-15', 1, 'last-of-month', 'test')).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1, 'last-of-month', 'test')).toBe('2025-12-15');
    expect(addMonths('2026-03-31', -1, 'last-of-month', 'test')).toBe('2026-02-28');
    expect(addMonths('2026-05-31', -12, 'last-of-month', 'test')).toBe('2025-05-31');
    expect(addMonths('2026-05-31', 0, 'last-of-month', 'test')).toBe('2026-05-31');
    expect(addMonths('0001-01-31', -12, 'last-of-month', 'test')).toBe('0000-01-31');
  });

  test('lead to a day of the right month, and never past the day of the month', () => {
    const anyDate = fc.integer({ min: 400 * 365, max: 3_000_000 }).map((n) => dateOfDay(n, 'test'));
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
        const [thereYear = 0, thereMonth = 0, thereDay = 0] = addMonths(date, months, 'last-of-month', 'test')
          .split('-')
          .map(Number);
        expect(thereYear * 12 + thereMonth).toBe(year * 12 + month + months);
        expect(thereDay).toBe(Math.min(day, lengths(thereYear)[thereMonth - 1]!));
      }),
    );
  });
});

describe('what is no date is refused, with the name of who asked and what was given', () => {
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '12026-01-01',
    '',
  ])('%j', (date) => {
    expect(() => dayNumber(date, 'awardProgress')).toThrow(RangeError);
    expect(() => dayNumber(date, 'awardProgress')).toThrow(
      `awardProgress: expected a calendar date, YYYY-MM-DD, got “${date}”`,
    );
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [20260101, '20260101'],
    [new Date(0), 'object'],
  ])('%j, which is no text', (date, name) => {
    expect(() => dayNumber(date as unknown as string, 'test')).toThrow(`got ${name}`);
  });

  test('and so is leaving the years that four digits can write', () => {
    expect(addDays('9999-12-30', 1, 'test')).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1, 'test')).toThrow('test: a date would lie outside the years 0000 to 9999');
    expect(addDays('0000-01-02', -1, 'test')).toBe('0000-01-01');
    expect(() => addDays('0000-01-01', -1, 'test')).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5, 'test')).toThrow(RangeError);
    expect(() => addMonths('9999-06-01', 12, 'last-of-month', 'test')).toThrow(RangeError);
    expect(() => addMonths('0000-06-01', -12, 'last-of-month', 'test')).toThrow(RangeError);
    expect(dayNumber('2000-02-29', 'test')).toBe(dayNumber('2000-03-01', 'test') - 1);
  });
});
