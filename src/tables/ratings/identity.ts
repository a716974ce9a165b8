import { isId, LONGEST_ID } from '../../model/shared/record-name.js';
import { dayNumberIn } from '../../common/calendar-date.js';
import { decomposedText } from '../../common/unicode/normal-forms.js';
import type { Assessment } from '../../model/rubrics/assessment.js';
import { periodIn } from '../as-of-period.js';
import { trimmed, wordKey } from './word-key.js';

export type AssessmentKind = Assessment['kind'];
export const KINDS = ['self-evaluation', 'peer', 'validation'] as const;

const KIND_WORDS: Readonly<Record<AssessmentKind, string>> = {
  'self-evaluation': 'self evaluation|selfevaluation|self|self assessment|self assessed|own',
  peer: 'peer|peer review|peer assessment|peer evaluation|peer reviewed',
  validation: 'validation|validated|validator|validation visit|external validation',
};

const kinds = (): ReadonlyMap<string, AssessmentKind> =>
  (made ??= new Map(
    KINDS.flatMap((kind) => KIND_WORDS[kind].split('|').map((word): [string, AssessmentKind] => [wordKey(word), kind])),
  ));
let made: ReadonlyMap<string, AssessmentKind> | undefined;

/** The kind of assessment a cell names. */
export const kindIn = (cell: string): AssessmentKind | undefined =>
  cell.length > 100 ? undefined : kinds().get(wordKey(cell));

/** Which number of *02/03/2026* is the day. */
export type DayOrder = 'day-first' | 'month-first';
export const DAY_ORDERS = ['day-first', 'month-first'] as const;

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;

/** A time of day behind a date, as forms note when they were sent. With a zone it may be another day elsewhere, unless it is midnight. */
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]m)?$/iu;
/** The year first: nobody puts the day second then. */
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u;
const TWO_FIGURES = /^\d{1,2}[/.-](?:\d{1,2}|[a-z]{3,9})[/.-]\d{2}$/iu;
const DAYS_COUNTED = /^\d{5}(?:\.\d+)?$/u;

/** What to do about a cell in which no day is found. */
export const dateHint = (cell: string, order: DayOrder | undefined): string => {
  const text = trimmed(cell);
  if (TWO_FIGURES.test(text)) return 'write the year with four figures';
  if (DAYS_COUNTED.test(text))
    return 'spreadsheets count days: give the column the format of dates, or write it as 2026-03-02';
  return `write it as 2026-03-02${order === undefined ? '; or give the option “dates”: “day-first” or “month-first”' : ''}`;
};

/**
 * The calendar date in a cell: *2026-03-02*, *2026/3/2*, *2 March 2026*, *02/03/2026* where it is said which is the day or it can be read in one way only. A time of
 * day behind it says nothing.
 */
export const dateIn = (cell: string, order: DayOrder | undefined): string | undefined => {
  if (cell.length > 60) return undefined;
  const text = trimmed(cell);
  const day = WITH_TIME.exec(text)?.[1] ?? text.replace(TIME_OF_DAY, '');
  const [, ownYear, month, ownDay] = YEAR_FIRST.exec(day) ?? [];
  if (ownYear !== undefined && month !== undefined && ownDay !== undefined) {
    const date = `${ownYear}-${month.padStart(2, '0')}-${ownDay.padStart(2, '0')}`;
    return dayNumberIn(date) === undefined ? undefined : date;
  }
  const [, first, second, year] = FIGURES.exec(day) ?? [];
  if (first !== undefined && second !== undefined && order !== undefined) {
    const [d, m] = order === 'day-first' ? [first, second] : [second, first];
    const date = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    return dayNumberIn(date) === undefined ? undefined : date;
  }
  const period = periodIn(day.replace(FIGURES, '$1/$2/$3'));
  return period !== undefined && dayNumberIn(period) !== undefined ? period : undefined;
};

/** Letters of European names that Unicode does not take apart into a letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};
const MARKS = /[\u0300-\u036f]/gu;

/** The id that a name makes: *St Mary’s Primary* is *st-marys-primary*. Nothing where no letter or digit of it is left. */
export const idFrom = (name: string): string | undefined => {
  if (name.length > 1_000) return undefined;
  if (isId(name)) return name;
  const id = wordKey(decomposedText(name).replace(MARKS, ''))
    .replace(/['.]/gu, '')
    .replace(/[ßæœøłđðþıħŋ]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/&/gu, ' and ')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return id === '' || id.length > LONGEST_ID ? undefined : id;
};
