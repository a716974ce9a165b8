/**
 * Calendar dates, `YYYY-MM-DD`, from 0000-01-01 to 9999-12-31 in the proleptic Gregorian calendar (ISO 8601), counted as whole days.
 * A date here has no time of day, so no time zone and no clock change can move it.
 */

/** 0000-03-01 is day 0: a year that begins in March has its leap day at its end. */
const FIRST_DAY = -60;
const LAST_DAY = 3_652_364;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number that digits spell; not a number where one is none. */
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
};

/** The parts of a date; none where it is no calendar date. Reads digit by digit, since portfolios hold dates by the hundred thousand. */
const partsIn = (date: unknown): Parts | undefined => {
  if (typeof date !== 'string' || date.length !== 10 || date[4] !== '-' || date[7] !== '-') return undefined;
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
  return year >= 0 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
};

const partsOf = (date: string, caller: string): Parts => {
  const parts = partsIn(date);
  if (parts) return parts;
  throw new RangeError(`${caller}: expected a calendar date, YYYY-MM-DD, got ${shown(date)}`);
};

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `“${value}”`;
  return typeof value === 'number' ? String(value) : value === null ? 'null' : typeof value;
};

/** Days since 0000-03-01. Whole years of 365 days, a leap day each fourth, none each hundredth, one each four hundredth. */
const countDays = ({ year, month, day }: Parts): number => {
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  // March to July, August to December and January with February: 31, 30, 31, 30, 31 days again and again.
  const daysBeforeMonth = Math.floor((153 * monthsSinceMarch + 2) / 5);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + daysBeforeMonth + day - 1;
};

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

const written = ({ year, month, day }: Parts): string => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

/** The number of a calendar date's day. Throws RangeError, naming who asked, where there is no such date. */
export const dayNumber = (date: string, caller: string): number => countDays(partsOf(date, caller));

/** The same, or nothing where there is no such date. */
export const dayNumberIn = (date: string): number | undefined => {
  const parts = partsIn(date);
  return parts && countDays(parts);
};

/** The calendar date of a day's number. Throws RangeError where it would leave the years 0000 to 9999. */
export const dateOfDay = (number: number, caller: string): string => {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) {
    throw new RangeError(`${caller}: a date would lie outside the years 0000 to 9999`);
  }
  // A year has 365 or 366 days, so this year is right or one too early or late; then the same for the month.
  let year = Math.floor((number - FIRST_DAY) / 365.2425);
  while (countDays({ year, month: 1, day: 1 }) > number) year--;
  while (year < 9999 && countDays({ year: year + 1, month: 1, day: 1 }) <= number) year++;
  let day = number - countDays({ year, month: 1, day: 1 });
  let month = 1;
  while (day >= daysInMonth(year, month)) day -= daysInMonth(year, month++);
  return written({ year, month, day: day + 1 });
};

/** So many days later, or earlier where negative. */
export const addDays = (date: string, days: number, caller: string): string =>
  dateOfDay(dayNumber(date, caller) + days, caller);

/** How a date falls that its month does not have: on the last day the month has, or on the first day of the next month. */
export type MissingDay = 'last-of-month' | 'first-of-next';

/** The same day a number of months later, or earlier where negative. */
export const addMonths = (date: string, months: number, missing: MissingDay, caller: string): string => {
  const { year, month, day } = partsOf(date, caller);
  const total = year * 12 + (month - 1) + months;
  const there = { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
  if (!(there.year >= 0 && there.year <= 9999)) {
    throw new RangeError(`${caller}: a date would lie outside the years 0000 to 9999`);
  }
  const last = daysInMonth(there.year, there.month);
  const found = written({ ...there, day: Math.min(day, last) });
  return day > last && missing === 'first-of-next' ? addDays(found, 1, caller) : found;
};

/** How many days lie from one date to another: negative where the second is the earlier. */
export const daysBetween = (from: string, to: string, caller: string): number =>
  dayNumber(to, caller) - dayNumber(from, caller);
