import { countShown, readNumber } from '../../common/read-number.js';
import type { Evidence } from '../../model/awards/evidence.js';
import type { Criterion } from '../../model/rubrics/rubric.js';
import { isOne, type SheetNames } from './names.js';
import { trimmed, wordKey } from './word-key.js';

/** The words of cells that answer yes or no, and those that say it is not known, by what is compared of them. */
export const YES_WORDS = ['yes', 'y', 'true', 'x', '1', '✓', '✔', '☑', '✅'] as const;
export const NO_WORDS = ['no', 'n', 'false', '0', '✗', '✘', '☐', '❌'] as const;
const OPEN_WORDS = ['?', 'unknown', 'not known', 'not known yet', 'not sure', "don't know"] as const;

const answers = (): ReadonlyMap<string, boolean | 'open'> =>
  (made ??= new Map<string, boolean | 'open'>([
    ...YES_WORDS.map((word): [string, boolean] => [wordKey(word), true]),
    ...NO_WORDS.map((word): [string, boolean] => [wordKey(word), false]),
    ...OPEN_WORDS.map((word): [string, 'open'] => [wordKey(word), 'open']),
  ]));
let made: ReadonlyMap<string, boolean | 'open'> | undefined;

/** *yes – since August*, *No: not yet*, *Yes (see minutes)*; not *no-one*, nor *yes.txt*. */
const WITH_REASON =
  /^(yes|no|true|false)(?:\s+[\u2010-\u2015\u2212-]\s*|\s*[\u2013\u2014]\s*|\s*[:,;.]\s+|\s*(?=\())(\S.*)$/isu;

/** What a cell answers, with the reason behind it; nothing where it is no answer. */
export const answerIn = (cell: string): { readonly says: boolean | 'open'; readonly reason: string } | undefined => {
  const text = trimmed(cell);
  if (text.length <= 100) {
    const says = answers().get(wordKey(text)) ?? answers().get(wordKey(text.replace(/[.!]$/u, '')));
    if (says !== undefined) return { says, reason: '' };
  }
  const [, word, reason = ''] = WITH_REASON.exec(text) ?? [];
  const says = word === undefined ? undefined : answers().get(wordKey(word));
  if (says === undefined) return undefined;
  return { says, reason: /^\(.*\)$/su.test(reason) ? trimmed(reason.slice(1, -1)) : trimmed(reason) };
};

/** A cell may count so many items of evidence, an assessment and a sheet so many. */
export const MOST_ITEMS = { cell: 1_000, assessment: 100_000, sheet: 1_000_000 } as const;

/** How many items a cell counts; nothing where it is no whole number from 0. */
export const itemsIn = (cell: string): number | undefined => {
  if (/^\d{1,4}$/u.test(cell)) return Number(cell);
  const count = countShown(readNumber(cell));
  return count === undefined || count > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(count);
};

/**
 * Items that stand for a count in a sheet, which does not say what they are. They are of the day of the assessment and of the kind *other*.
 * @param counts how many there are for each indicator, in the order to number them.
 */
export const countedItems = (
  counts: Iterable<readonly [indicator: string, items: number]>,
  date: string,
): Evidence[] => {
  const items: Evidence[] = [];
  for (const [indicator, many] of counts) {
    for (let one = 0; one < many; one++) {
      items.push({ id: `item-${items.length + 1}`, kind: 'other', date, shows: COUNTED, supports: [indicator] });
    }
  }
  return items;
};

const COUNTED = 'Counted in a sheet of ratings, which does not say what it shows.';

/** Whether a cell makes its criterion a priority, and which in order: *1* before *2*, and *x* behind both. */
export const rankIn = (cell: string): { readonly isChosen: boolean; readonly rank: number } | undefined => {
  const count = itemsIn(cell);
  if (count !== undefined) return { isChosen: count > 0, rank: count };
  const says = answerIn(cell)?.says;
  return says === undefined ? undefined : { isChosen: says === true, rank: Number.POSITIVE_INFINITY };
};

const LONGEST_LIST = 100_000;

/** The criteria that a cell lists: between semicolons, bars or line breaks; between commas where a part is no criterion as a whole. */
export const listedIn = (
  cell: string,
  names: SheetNames,
): { readonly criteria: readonly Criterion[]; readonly strangers: readonly string[] } => {
  if (cell.length > LONGEST_LIST) return { criteria: [], strangers: [cell] };
  const criteria: Criterion[] = [];
  const strangers: string[] = [];
  const take = (part: string): boolean => {
    const found = names.criterion(part);
    if (isOne(found)) criteria.push(found);
    return isOne(found);
  };
  for (const part of cell.split(/[;|\r\n]/u).map(trimmed)) {
    if (part === '' || take(part)) continue;
    const pieces = part.split(',').map(trimmed);
    for (const piece of pieces.length > 1 ? pieces : [part]) if (piece !== '' && !take(piece)) strangers.push(piece);
  }
  return { criteria, strangers };
};
