import type { Category } from '../../model/agreement/agreement.js';
import { asciiLowerCase } from '../../common/ascii-case.js';
import { isIt, unknownName } from '../../common/nearest-name.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import {
  countsOf,
  gather,
  type Pattern,
  patternOf,
  type RatingCell,
  type RatingData,
  type Sample,
  type TwoRaterData,
} from './ratings.js';
import { sum } from './sums.js';

type Rows = readonly (readonly unknown[])[];

/** Reads the ratings of any number of raters. What cannot be meant throws, and says what it got. */
export const readRatings = (caller: string, data: RatingData): Sample => {
  const form = formOf(caller, data);
  switch (form) {
    case 'ratings':
      return fromRows(caller, data as { ratings: Rows });
    case 'table':
      return fromTable(caller, (data as { table: Rows }).table, data.categories);
    case 'proportions':
      return fromProportions(caller, data as { proportions: Rows; subjects?: number });
    case 'counts':
      return fromCounts(caller, data as { counts: Rows });
  }
};

/** Reads the ratings of two raters, and leaves out subjects that only one of them rated. */
export const readTwoRaters = (caller: string, data: TwoRaterData): Sample => {
  const sample = readRatings(caller, isTable(data) ? { table: data } : data);
  const columns = sample.patterns[0]?.cells.length ?? 0;
  if (columns > 2) {
    throw new RangeError(`${caller} compares two raters, got ${columns}; fleissKappa or congerKappa takes more`);
  }
  if (sample.patterns.length > 0 && columns === 0) {
    throw new TypeError(`${caller} asks who gave which rating, which counts do not say; fleissKappa takes them`);
  }
  const patterns = sample.patterns.filter(({ rated }) => rated === 2);
  const total = sum(patterns.map(({ times }) => times));
  const subjects = sample.subjects === undefined ? undefined : sample.tabulated ? sample.subjects : total;
  return { ...sample, patterns, total, subjects, tabulated: true };
};

/** Reads ratings where it matters who gave which. */
export const readNamedRaters = (caller: string, data: RatingData): Sample => {
  if (isRecord(data) && 'counts' in data) {
    throw new TypeError(`${caller} asks who gave which rating, which counts do not say; fleissKappa takes them`);
  }
  return readRatings(caller, data);
};

const isTable = (data: unknown): data is readonly (readonly number[])[] => Array.isArray(data);

const FORMS = ['ratings', 'table', 'proportions', 'counts'] as const;

const formOf = (caller: string, data: unknown): (typeof FORMS)[number] => {
  const forms =
    '{ ratings } with a row for each subject, { table } of two raters, or { counts } of subjects by categories';
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const got = Array.isArray(data) ? 'a bare array' : shownValue(data);
    throw new TypeError(`${caller}: say what the rows are: ${forms}; got ${got}`);
  }
  const given = FORMS.filter((form) => form in data);
  const [form] = given;
  const known: readonly string[] = [...FORMS, 'categories', 'subjects', 'missing'];
  const strange = Object.keys(data).find((name) => !known.includes(name) && form === undefined);
  if (form === undefined || given.length > 1) {
    const got =
      given.length > 1 ? `{ ${given.join(', ')} }` : `an object with “${strange ?? Object.keys(data).join()}”`;
    throw new TypeError(`${caller}: say what the rows are: ${forms}; got ${got}`);
  }
  // What `ratingRows` gives is taken as it is, with what it says of its rows and columns.
  const unknown = Object.keys(data).find((name) => !known.includes(name) && name !== 'raters' && name !== 'leftOut');
  if (unknown !== undefined) throw new TypeError(`${caller}: ${unknownName('part of data called', unknown, known)}`);
  const rows = (data as Record<string, unknown>)[form];
  if (!Array.isArray(rows)) throw new TypeError(`${caller}: ${form} is ${shownValue(rows)}; it is a list of rows`);
  rows.forEach((row: unknown, at) => {
    if (!Array.isArray(row)) throw new TypeError(`${caller}: row ${at} of ${form} is ${shownValue(row)}; it is a list`);
    if (row.length === (rows[0] as unknown[]).length) return;
    throw new RangeError(`${caller}: row ${at} of ${form} has ${row.length} places, the first has ${rows[0].length}`);
  });
  return form;
};

/** Words that people write where there is no rating. A rating of this kind is refused, unless it is said to be one or to be none. */
const WORDS_OF_ABSENCE = [
  'na',
  'n/a',
  'n.a.',
  'nan',
  '-',
  '–',
  '—',
  '.',
  '?',
  'none',
  'null',
  'undefined',
  'missing',
  'blank',
  'not applicable',
  'not-applicable',
  'not rated',
  'not-rated',
  'unrated',
  '#n/a',
  '<na>',
];

const BLANK = /^[\s\u200b-\u200d\u2060]*$/u;
/** Nothing but dashes, points or question marks. */
const MARKS = /^[-\u2010-\u2015\u2212.\u2026?]+$/u;

/** A rating, or `undefined` where there is none: blank text is none, and so is what the caller says is missing. */
const ratingIn = (cell: unknown, missing: ReadonlySet<unknown>): unknown =>
  cell === null || missing.has(cell) || (typeof cell === 'string' && BLANK.test(cell)) ? undefined : cell;

const refuseAbsence = (caller: string, used: readonly Category[], declared: readonly Category[] | undefined): void => {
  const word = used.find(
    (category) =>
      typeof category === 'string' &&
      (WORDS_OF_ABSENCE.includes(asciiLowerCase(category.trim())) || MARKS.test(category.trim())) &&
      declared?.includes(category) !== true,
  );
  if (word === undefined) return;
  throw new RangeError(
    `${caller}: ${shownValue(word)} reads as no rating; say missing: [${JSON.stringify(word)}] if it is none, or name it among the categories if it is one`,
  );
};

const fromRows = (
  caller: string,
  data: { readonly ratings: Rows; readonly categories?: readonly Category[]; readonly missing?: readonly Category[] },
): Sample => {
  const { missing = [] } = data;
  if (!Array.isArray(missing)) {
    throw new TypeError(`${caller}: missing is ${shownValue(missing)}; it is a list of what stands for no rating`);
  }
  const absent = new Set<unknown>(missing);
  const rows = data.ratings.map((row, at) =>
    row.map((given, rater): RatingCell => {
      const cell = ratingIn(given, absent);
      if (cell === undefined || typeof cell === 'string' || Number.isFinite(cell)) return cell as RatingCell;
      throw new TypeError(
        `${caller}: a rating is a string, a finite number, or null or undefined where there is none; ` +
          `rater ${rater} gave subject ${at} ${shownValue(cell)}`,
      );
    }),
  );
  const used = [...new Set(rows.flat().filter((cell) => cell !== undefined))] as Category[];
  refuseAbsence(caller, used, data.categories);
  const isNumeric = used.every((cell) => typeof cell === 'number');
  const categories = data.categories
    ? readCategories(caller, data.categories)
    : isNumeric
      ? (used as number[]).sort((a, b) => a - b)
      : used.sort((a, b) => (a < b ? -1 : 1));
  if (!isNumeric && used.some((cell) => typeof cell === 'number')) {
    throw new TypeError(`${caller}: ratings are all names or all numbers, got both`);
  }
  const indexes = new Map(categories.map((category, at) => [category, at]));
  const patterns = rows.map((row, at) => {
    const cells = row.map((cell) => {
      if (cell === null || cell === undefined) return -1;
      const index = indexes.get(cell);
      if (index !== undefined) return index;
      throw new RangeError(
        `${caller}: subject ${at} is rated ${shownValue(cell)}${isIt(String(cell), categories.map(String)) || ', which is not one of the categories'}`,
      );
    });
    return patternOf(cells, 1);
  });
  const raters = (rows[0] ?? []).filter((_, rater) => patterns.some(({ cells }) => (cells[rater] ?? -1) >= 0)).length;
  const rated = patterns.filter((pattern) => pattern.rated > 0).length;
  return {
    categories,
    ordered: isNumeric || data.categories !== undefined,
    patterns: gather(patterns),
    total: rated,
    subjects: rated,
    raters,
    tabulated: false,
  };
};

const fromTable = (caller: string, table: Rows, names: readonly Category[] | undefined): Sample => {
  const categories = namesFor(caller, 'table', names, table.length);
  if (table.some((row) => row.length !== table.length)) {
    throw new RangeError(
      `${caller}: a table of two raters is square, got ${table.length} rows of ${table[0]?.length} places`,
    );
  }
  table.flat().forEach((count) => refuseNoCount(caller, 'table', count));
  return ofTable(table as readonly (readonly number[])[], categories);
};

const fromProportions = (
  caller: string,
  data: { readonly proportions: Rows; readonly subjects?: number; readonly categories?: readonly Category[] },
): Sample => {
  const { proportions, subjects } = data;
  const categories = namesFor(caller, 'proportions', data.categories, proportions.length);
  if (proportions.some((row) => row.length !== proportions.length)) {
    throw new RangeError(
      `${caller}: a table of two raters is square, got ${proportions.length} rows of ${proportions[0]?.length} places`,
    );
  }
  const shares = proportions.flat();
  for (const share of shares) {
    if (typeof share === 'number' && share >= 0 && share <= 1) continue;
    throw new RangeError(`${caller}: a proportion is between 0 and 1, got ${shownValue(share)}`);
  }
  const whole = sum(shares as number[]);
  if (Math.abs(whole - 1) > 1e-6) throw new RangeError(`${caller}: proportions add up to 1, got ${whole}`);
  if (subjects !== undefined && !(Number.isInteger(subjects) && subjects > 0)) {
    throw new RangeError(`${caller}: the number of subjects is a whole number from 1, got ${subjects}`);
  }
  return { ...ofTable(proportions as readonly (readonly number[])[], categories), subjects };
};

const ofTable = (table: readonly (readonly number[])[], categories: readonly Category[]): Sample => {
  const patterns = table.flatMap((row, a) => row.flatMap((times, b) => (times === 0 ? [] : patternOf([a, b], times))));
  const total = sum(table.flat());
  return {
    categories,
    ordered: true,
    patterns: gather(patterns),
    total,
    subjects: total,
    raters: total > 0 ? 2 : 0,
    tabulated: true,
  };
};

const fromCounts = (
  caller: string,
  data: { readonly counts: Rows; readonly categories?: readonly Category[] },
): Sample => {
  const { counts } = data;
  const categories = namesFor(caller, 'counts', data.categories, counts[0]?.length ?? 0);
  counts.flat().forEach((count) => refuseNoCount(caller, 'counts', count));
  const patterns = (counts as readonly (readonly number[])[]).map(
    (row): Pattern => ({ times: 1, counts: countsOf(row), rated: sum(row), cells: [] }),
  );
  const rated = patterns.filter((pattern) => pattern.rated > 0).length;
  return {
    categories,
    ordered: true,
    patterns: gather(patterns),
    total: rated,
    subjects: rated,
    raters: patterns.reduce((most, pattern) => Math.max(most, pattern.rated), 0),
    tabulated: false,
  };
};

const refuseNoCount = (caller: string, form: string, count: unknown): void => {
  if (Number.isSafeInteger(count) && (count as number) >= 0) return;
  throw new RangeError(`${caller}: a place of ${form} holds a count, a whole number from 0; got ${shownValue(count)}`);
};

const namesFor = (caller: string, form: string, names: readonly Category[] | undefined, length: number) => {
  if (names === undefined) return Array.from({ length }, (_, at) => at + 1);
  if (names.length === length) return readCategories(caller, names);
  throw new RangeError(`${caller}: ${form} has ${length} categories, ${names.length} are named`);
};

const readCategories = (caller: string, names: readonly Category[]): readonly Category[] => {
  if (!Array.isArray(names)) {
    throw new TypeError(`${caller}: categories is ${shownValue(names)}; it is a list of names or numbers`);
  }
  const isNumeric = typeof names[0] === 'number';
  for (const name of names) {
    const fits = isNumeric ? Number.isFinite(name) : typeof name === 'string';
    if (!fits)
      throw new TypeError(`${caller}: categories are all names or all finite numbers, got ${shownValue(name)}`);
  }
  const seen = new Set<Category>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice === undefined) return names;
  throw new RangeError(`${caller}: the category ${shownValue(twice)} is named twice`);
};
