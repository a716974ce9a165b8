import { dateOfDay, dayNumber } from '../../../common/calendar-date.js';
import { type Canvas, SMALL } from './canvas.js';

/** Days along a line: where each lies, and the first days of years to be marked. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  readonly across: (date: string) => number;
  /** Years whose first day is marked, with its place. */
  readonly years: readonly { readonly year: string; readonly x: number }[];
}

/** Room of a year’s figures with some air. */
const YEAR_ROOM = 46;

/** An axis that holds all of the dates, with a little room before and after them. */
export const timeAxis = (caller: string, dates: readonly string[], left: number, right: number): TimeAxis => {
  const days = dates.map((date) => dayNumber(date, caller));
  const earliest = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const latest = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const air = Math.max(30, Math.ceil((latest - earliest) / 20));
  const [first, last] = [earliest - air, latest + air];
  const place = (day: number): number => left + ((day - first) / (last - first)) * (right - left);
  const yearOf = (day: number): number => Number(dateOfDay(Math.min(Math.max(day, 0), LAST_DAY), caller).slice(0, 4));
  const [from, to] = [yearOf(first) + 1, yearOf(last)];
  const most = Math.max(1, Math.floor((right - left) / YEAR_ROOM));
  // Every year where there is room for all, else every second, fifth, tenth …
  const step = STEPS.find((one) => (to - from + 1) / one <= most) ?? 1000;
  const years: { year: string; x: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const written = String(year).padStart(4, '0');
    years.push({ year: written, x: place(dayNumber(`${written}-01-01`, caller)) });
  }
  return { left, right, across: (date) => place(dayNumber(date, caller)), years };
};

/** 9999-12-31, the last day there is. */
const LAST_DAY = 3_652_364;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Draws the years as light lines from `top` to `bottom` with their figures below; gives where these end. */
export const drawYears = (canvas: Canvas, axis: TimeAxis, top: number, bottom: number): number => {
  const { colours } = canvas;
  let height = 0;
  for (const { year, x } of axis.years) {
    canvas.line(x, top, x, bottom, { stroke: colours.line, strokeWidth: 0.5, dashes: '2 3' });
    const block = canvas.layOut(year, YEAR_ROOM, { size: SMALL, fill: colours.quiet });
    const half = block.width / 2;
    if (x - half >= axis.left && x + half <= axis.right) canvas.put(block, x, bottom + 2, 'middle');
    height = block.height;
  }
  return bottom + 2 + height;
};
