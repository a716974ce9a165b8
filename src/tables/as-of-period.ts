import { asciiLowerCase } from '../common/ascii-case.js';
import { dayNumberIn } from '../common/calendar-date.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS: Readonly<Record<string, string>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
  christmas: 'christmas',
  easter: 'easter',
  michaelmas: 'michaelmas',
  lent: 'lent',
  trinity: 'trinity',
};

const LONGEST = 60;
const YEAR = String.raw`(\d{4})`;
const WORD = String.raw`([a-z]+)`;
const ISO_MONTH = /^(\d{4})-(\d{2})$/u;
const ONLY_YEAR = /* @__PURE__ */ new RegExp(`^(?:year |calendar year )?${YEAR}$`, 'u');
const SESSION = /^(?:academic year |school year |session )?(\d{4})[-/](\d{2}|\d{4})$/u;
const MONTH_YEAR = /* @__PURE__ */ new RegExp(`^${WORD} ${YEAR}$`, 'u');
const DAY_MONTH_YEAR = /* @__PURE__ */ new RegExp(
  String.raw`^(?:[a-z]+day )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?${WORD} ${YEAR}$`,
  'u',
);
const MONTH_DAY_YEAR = /* @__PURE__ */ new RegExp(String.raw`^${WORD} (\d{1,2})(?:st|nd|rd|th)? ${YEAR}$`, 'u');
const FIGURES = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u;
const TERM = /* @__PURE__ */ new RegExp(
  String.raw`^${WORD}(?: term)?(?: ?([12]))?(?: half[- ]?term)? (\d{4}(?:[-/]\d{2,4})?)$`,
  'u',
);
const NUMBERED = /* @__PURE__ */ new RegExp(
  String.raw`^(?:term|q|quarter|half[- ]?term) ?([1-6]) (\d{4}(?:[-/]\d{2,4})?)$`,
  'u',
);

/**
 * The day or period that a heading names, in one form for all ways to write it: `2021-07` for *July 2021*, *Jul. 2021* and *2021-07*. Nothing where it
 * names none, or where it can be read in two ways: 03/04/2021 is the third of April to some and the fourth of March to others.
 */
export const periodIn = (given: string): string | undefined => {
  if (given.length > LONGEST) return undefined;
  const text = asciiLowerCase(given)
    .replace(/[\u2010-\u2014\u2212]/gu, '-')
    .replace(/[\s\u00a0\u202f,]+/gu, ' ')
    .replace(/ ?([-/]) ?/gu, '$1')
    .replace(/\. /gu, ' ')
    .replace(/^ +| +$/gu, '');
  return inFigures(text) ?? inWords(text);
};

const inFigures = (text: string): string | undefined => {
  if (dayNumberIn(text) !== undefined) return text;
  const [, isoYear, isoMonth] = ISO_MONTH.exec(text) ?? [];
  // 2019-20 is a session; 2021-07 is a month, since no session goes from 2021 to 2007.
  if (isoYear !== undefined && isoMonth !== undefined && Number(isoMonth) >= 1 && Number(isoMonth) <= 12) {
    const isSession = Number(isoMonth) === (Number(isoYear) + 1) % 100;
    return isSession ? undefined : text;
  }
  const [, year] = ONLY_YEAR.exec(text) ?? [];
  if (year !== undefined) return year;
  const session = sessionIn(text);
  if (session !== undefined) return session;
  const [, first, second, ofYear] = FIGURES.exec(text) ?? [];
  if (first === undefined || second === undefined || ofYear === undefined) return undefined;
  const [a, b] = [Number(first), Number(second)];
  if (a <= 12 && b <= 12 && a !== b) return undefined;
  return a > 12 ? dayOf(ofYear, b, a) : dayOf(ofYear, a, b);
};

const sessionIn = (text: string): string | undefined => {
  const [, first, last] = SESSION.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const next = String(Number(first) + 1).padStart(4, '0');
  return last === next || last === next.slice(2) ? `${first}/${next}` : undefined;
};

const dayOf = (year: string, month: number, day: number): string | undefined => {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dayNumberIn(date) === undefined ? undefined : date;
};

const inWords = (text: string): string | undefined => {
  const [, day, dayMonth, dayYear] = DAY_MONTH_YEAR.exec(text) ?? [];
  if (day !== undefined && dayMonth !== undefined && dayYear !== undefined) {
    return dayOf(dayYear, monthIn(dayMonth), Number(day));
  }
  const [, usMonth, usDay, usYear] = MONTH_DAY_YEAR.exec(text) ?? [];
  if (usMonth !== undefined && usDay !== undefined && usYear !== undefined && monthIn(usMonth) > 0) {
    return dayOf(usYear, monthIn(usMonth), Number(usDay));
  }
  const [, month = '', year] = MONTH_YEAR.exec(text) ?? [];
  if (year !== undefined && monthIn(month) > 0) return `${year}-${String(monthIn(month)).padStart(2, '0')}`;
  const [, season = '', half = '', ofYear = ''] = TERM.exec(text) ?? [];
  if (Object.hasOwn(SEASONS, season)) {
    const years = /^\d{4}$/u.test(ofYear) ? ofYear : sessionIn(ofYear);
    return years === undefined ? undefined : `${years} ${SEASONS[season]}${half && ` ${half}`}`;
  }
  const [, number, numberedYear = ''] = NUMBERED.exec(text) ?? [];
  const years = /^\d{4}$/u.test(numberedYear) ? numberedYear : sessionIn(numberedYear);
  if (number === undefined || years === undefined) return undefined;
  const kind = text.startsWith('term') ? 'term' : text.startsWith('q') ? 'quarter' : 'half-term';
  return `${years} ${kind} ${number}`;
};

/** From 1; 0 where the word names no month. At least three letters of it, as in *Jul* and *Sept*. */
const monthIn = (word: string): number =>
  word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1;
