import { at } from '../../common/at.js';
import { isLetter, isMark, isNumber } from '../../common/unicode/letters.js';
import { MOST_HINTS, nameHelp } from '../../common/nearest-name.js';
import { shownValue } from '../../common/shown-value.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import type { Scale } from '../../model/rubrics/scale.js';
import { ERROR_HINT, isBlank, isSpreadsheetError, trimmed, wordKey } from './word-key.js';

/** What a cell says of a criterion. */
export type CellSays =
  | { readonly kind: 'unrated' }
  | { readonly kind: 'rated'; readonly level: string }
  | { readonly kind: 'contested'; readonly levels: readonly string[] }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly message: string; readonly hint: string }
  | { readonly kind: 'spreadsheet-error' };

const UNRATED: CellSays = { kind: 'unrated' };
/** *n/a*, *N.A.*, *not applicable*, and what is written behind them. */
const NOT_APPLICABLE = /^(?:n\s?\/\s?a|n\.a\.?|na|not[\s-]applicable|does[\s-]not[\s-]apply)(?![a-z0-9])/iu;
/** One sign between the words and the reason; a reason may begin with another. */
const PARTING = /^\s*[\u2010-\u2015:,;.\u2212-]\s*/u;
export const LONGEST_TEXT = 1_000_000;
const MOST_REMEMBERED = 10_000;
interface ScaleWords {
  readonly exact: ReadonlyMap<string, string>;
  /** Levels by what is compared of their words; two of one key cannot be told apart. */
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly string[];
  readonly remembered: Map<string, CellSays>;
}

/** Reads cells of one rubric: the words of each scale are looked up once, and each different cell once. */
export const ratingWords = (
  rubric: Rubric,
  absent: readonly string[] = [],
): ((criterion: Criterion, cell: string) => CellSays) => {
  const behindAbsent = behindWords(absent);
  const words = new Map<Scale, ScaleWords>();
  let hints = 0;
  const say = (message: string, names: readonly string[]): CellSays => {
    const help = hints < MOST_HINTS ? nameHelp(trimmed(message), names) : undefined;
    const hint = hints++ < MOST_HINTS && !help?.isNear ? withinCell(message, names) : undefined;
    return { kind: 'unknown', message, hint: hint ?? help?.clause ?? '' };
  };
  return (criterion, cell) => {
    if (isBlank(cell)) return UNRATED;
    const scale = criterion.scale ?? rubric.scale;
    let of = words.get(scale);
    if (of === undefined) words.set(scale, (of = wordsOf(scale)));
    const known = of.remembered.get(cell);
    if (known !== undefined) return known;
    const said = readCell(cell, of, say, behindAbsent);
    if (of.remembered.size < MOST_REMEMBERED && cell.length < 200) of.remembered.set(cell, said);
    return said;
  };
};

/** What to do where one or two levels stand at the ends of a cell, beside something else: *3 – Met*, *Met (see plan)*, *Met / Partly*. */
const withinCell = (cell: string, names: readonly string[]): string | undefined => {
  if (cell.length > 1_000) return undefined;
  const text = wordKey(cell);
  const isLetter = (sign: string): boolean => sign !== '' && !/[\s\x00-\x2f\x3a-\x60\x7b-\x7f]/u.test(sign);
  const ends = (key: string): 'begins' | 'ends' | undefined => {
    if (text.startsWith(key) && !isLetter(text.charAt(key.length))) return 'begins';
    return text.endsWith(key) && !isLetter(text.charAt(text.length - key.length - 1)) ? 'ends' : undefined;
  };
  // Labels stand first among the names of a level; the longer name goes before one that it holds.
  const found = new Map<string, string>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const key = wordKey(name);
    const place = key === '' || key.length >= text.length ? undefined : ends(key);
    if (place !== undefined && !found.has(place)) found.set(place, name);
  }
  const [first, last] = [found.get('begins'), found.get('ends')];
  if (first === undefined && last === undefined) return undefined;
  if (first !== undefined && last !== undefined && wordKey(first) !== wordKey(last))
    return `write “${first} | ${last}” if the assessors have not agreed`;
  return `is it “${first ?? last}”? Write the rest into a column of notes.`;
};

const wordsOf = ({ levels }: Scale): ScaleWords => {
  const exact = new Map<string, string>();
  const byKey = new Map<string, string[]>();
  for (const { id, label, alsoCalled = [] } of levels) {
    for (const word of [id, label, ...alsoCalled]) {
      const key = wordKey(word);
      const ids = byKey.get(key) ?? [];
      if (!ids.includes(id)) byKey.set(key, [...ids, id]);
    }
  }
  // An id goes before a label, a label before other words.
  for (const { id, alsoCalled = [] } of levels)
    for (const word of alsoCalled) exact.set(word, exact.has(word) ? '' : id);
  const labels = new Map<string, string>();
  for (const { id, label } of levels) labels.set(label, labels.has(label) ? '' : id);
  for (const [label, id] of labels) exact.set(label, id);
  for (const { id } of levels) exact.set(id, id);
  return {
    exact,
    byKey,
    names: levels.flatMap(({ id, label, alsoCalled = [] }) => [...new Set([label, id, ...alsoCalled])]),
    remembered: new Map(),
  };
};

const readCell = (
  cell: string,
  words: ScaleWords,
  say: (message: string, names: readonly string[]) => CellSays,
  behindAbsent: (text: string) => string | undefined,
): CellSays => {
  const text = trimmed(cell);
  if (isSpreadsheetError(text) && levelIn(text, words) === undefined) return { kind: 'spreadsheet-error' };
  const absent = behindAbsent(text);
  const behind = absent ?? '';
  // A level may be called “n/a”; *n/a – -* is still not applicable, for the reason “-”, since dashes count in no word.
  if (!words.exact.has(text) && PARTING.test(behind) && reasonIn(behind) !== '')
    return { kind: 'not-applicable', reason: reasonIn(behind) };
  const level = levelIn(text, words);
  if (typeof level === 'string') return { kind: 'rated', level };
  if (level !== undefined) {
    const ids = level.map((id) => `“${id}”`).join(' and ');
    return { kind: 'unknown', message: text, hint: `it can mean ${ids}; write the id of the level` };
  }
  if (absent !== undefined) return { kind: 'not-applicable', reason: reasonIn(behind) };
  // *MET.*, “Met” and *Met* with a star or a dagger are the level all the same.
  const bare =
    /^["\u201c\u201e\u2018'](.*)["\u201d\u201c\u2019']$/su.exec(text)?.[1] ??
    text.replace(/[.*\u2020\u2021]{1,3}$/u, '');
  const plain = bare === text ? undefined : levelIn(trimmed(bare), words);
  if (typeof plain === 'string') return { kind: 'rated', level: plain };
  if (text.includes('|')) {
    const parts = text
      .split('|')
      .map(trimmed)
      .filter((part) => part !== '');
    const levels = parts.slice(0, 1_001).map((part) => levelIn(part, words));
    if (levels.length > 0 && levels.length <= 1_000 && levels.every((one) => typeof one === 'string')) {
      return { kind: 'contested', levels: levels as readonly string[] };
    }
  }
  return say(text, words.names);
};

/** Whether a sign goes on with a word. */
const isWordSign = (codePoint = 0): boolean => isLetter(codePoint) || isMark(codePoint) || isNumber(codePoint);

/** What stands behind the words for *not applicable*, English ones and those given, where a text begins with them. */
const behindWords = (others: readonly string[]): ((text: string) => string | undefined) => {
  const words = others
    .map((word) => ({ key: wordKey(word), length: trimmed(word).length }))
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const english = NOT_APPLICABLE.exec(text);
    if (english !== null) return text.slice(english[0].length);
    const found = words.find(
      ({ key, length }) =>
        length > 0 && wordKey(text.slice(0, length)) === key && !isWordSign(text.codePointAt(length)),
    );
    return found && text.slice(found.length);
  };
};

/** The level a word names; several where they cannot be told apart. */
const levelIn = (text: string, { exact, byKey }: ScaleWords): string | readonly string[] | undefined => {
  const id = exact.get(text);
  if (id !== undefined && id !== '') return id;
  if (text.length > 1_000) return undefined;
  const ids = byKey.get(wordKey(text));
  return ids?.length === 1 ? at(ids, 0) : ids;
};

/** *– two teachers*, *: two teachers* and *(two teachers)* are the reason *two teachers*. */
const reasonIn = (behind: string): string => {
  const rest = trimmed(behind.replace(PARTING, ''));
  return PARTING.test(behind) || !/^\(.*\)$/su.test(rest) ? rest : trimmed(rest.slice(1, -1));
};

/** What a cell says as a rating, with the note and the reason that stand beside it; or why it says none. */
export const ratingOf = (
  criterion: Criterion,
  says: CellSays,
  cell: string,
  {
    note,
    reason,
    defaultReason,
  }: { readonly note: string; readonly reason: string; readonly defaultReason?: string | undefined },
): {
  readonly rating?: Rating;
  readonly fault?: { readonly code: string; readonly message: string; readonly hint: string };
} => {
  const name = `“${criterion.label}”`;
  if (note.length > LONGEST_TEXT || cell.length > LONGEST_TEXT) {
    const message = `the text for ${name} has more than 1,000,000 characters`;
    return { fault: { code: 'too-long', message, hint: 'shorten it' } };
  }
  switch (says.kind) {
    case 'unrated':
      if (isBlank(note)) return {};
      return {
        fault: {
          code: 'note-without-level',
          message: `${name} has a note but no level: ${shownValue(note)}`,
          hint: 'give a level; a note alone is not kept',
        },
      };
    case 'rated':
      return { rating: isBlank(note) ? says.level : { level: says.level, note } };
    case 'contested':
      return { rating: { levels: says.levels } };
    case 'not-applicable': {
      const because = [says.reason, trimmed(reason), trimmed(note), defaultReason ?? ''].find((one) => one !== '');
      if ((criterion.notApplicable ?? 'refused') === 'refused') {
        const message = `${name} is ${shownValue(cell)}, but the rubric does not allow not-applicable there`;
        return { fault: { code: 'not-applicable-refused', message, hint: 'give a level, or leave the cell blank' } };
      }
      if (because === undefined) {
        const message = `${name} is not applicable without a reason: ${shownValue(cell)}`;
        return { fault: { code: 'no-reason', message, hint: 'write the reason after it: “n/a – two teachers”' } };
      }
      return { rating: { notApplicable: because } };
    }
    case 'spreadsheet-error': {
      const message = `${name} is ${shownValue(trimmed(cell))}, a spreadsheet error`;
      return { fault: { code: 'spreadsheet-error', message, hint: ERROR_HINT } };
    }
    case 'unknown': {
      const message = `${name} is ${shownValue(trimmed(cell))}, which is not one of its levels`;
      return {
        fault: {
          code: 'unknown-level',
          message,
          hint: says.hint || 'write one of the levels, or “n/a – ” and the reason',
        },
      };
    }
  }
};
