import type { Issue } from '../model/issue.js';
import { compareShown, differenceShown, figures, type ShownNumber, shownNumber } from './shown-number.js';

/** One row of a table that tells how a value changed. */
export interface DeltaRow {
  readonly label: string;
  /** The value now: a number, or a cell such as `'65 % (dropped from 61 %)'`, whose note is then read too. */
  readonly value: number | string;
  /** The value before; where left out, a note's *from 61 %* is taken. */
  readonly previous?: number | string | undefined;
  /** The change as it is typed in the table: `4`, `'+4'`, `'−4 pp'`. */
  readonly delta?: number | string | undefined;
  /** What the table says of the change in words: *dropped from 61 %*, *up by 4*. */
  readonly note?: string | undefined;
}

/**
 * Changes that were typed by hand and that the values deny: a rise called a drop, a wrong sign, a wrong amount. A fall is
 * no issue; a fall that is called a rise is.
 *
 * Notes are read for words that say a direction (*up*, *rose*, *increased*, *improved*, *gained*; *down*, *dropped*, *fell*,
 * *decreased*, *declined*, *lost*; *unchanged*, *the same*), for *from* with a number and for *by* with a number. A word after *not* or *no* is not read.
 *
 * Issues: `unreadable-value` (warning), `previous-differs` (error: the note names another value before), `delta-wrong-sign`, `delta-wrong-amount`,
 * `direction-denied` (errors), `no-previous-value` (warning: a change is told of, and nothing to tell it by). Numbers are compared as they
 * are shown, in whole units of their last place, never as floats.
 *
 * @example
 * checkDeltaColumn([{ label: 'Personal guidance', value: '65% (dropped from 61%)' }]).map(({ message }) => message)
 * // => ['“Personal guidance” is said to have dropped, and rose by 4, from 61 to 65']
 */
export const checkDeltaColumn = (rows: readonly DeltaRow[]): readonly Issue[] => rows.flatMap(issuesOf);

const issuesOf = (row: DeltaRow, at: number): readonly Issue[] => {
  const { label } = row;
  const cell = readCell(row.value);
  const now = cell === undefined ? undefined : shownNumber(cell.value);
  if (now === undefined || cell === undefined) return [unreadable(label, [at, 'value'], row.value)];
  const told = readNote([cell.note, row.note].filter((note) => note !== undefined).join('; '));
  const issues: Issue[] = [];
  const given = row.previous === undefined ? undefined : shownNumber(row.previous);
  if (row.previous !== undefined && given === undefined) issues.push(unreadable(label, [at, 'previous'], row.previous));
  if (given !== undefined && told.from !== undefined && compareShown(given, told.from) !== 0) {
    issues.push({
      code: 'previous-differs',
      severity: 'error',
      path: [at, 'previous'],
      message: `“${label}” was at ${figures(given)} before, and its note says ${figures(told.from)}`,
      hint: 'keep the value once, with the date it is as of',
    });
  }
  const before = given ?? told.from;
  const delta = row.delta === undefined ? undefined : shownNumber(row.delta);
  if (row.delta !== undefined && delta === undefined) issues.push(unreadable(label, [at, 'delta'], row.delta));
  if (before === undefined) {
    const tells = delta !== undefined || told.direction !== undefined || told.by !== undefined;
    return tells && row.previous === undefined ? [...issues, noPrevious(label, at)] : issues;
  }
  const change = differenceShown(now, before);
  const values = `from ${figures(before)} to ${figures(now)}`;
  if (delta !== undefined) issues.push(...deltaIssues(label, at, delta, change, values));
  if (told.direction !== undefined && told.direction.sign !== signOf(change)) {
    issues.push({
      code: 'direction-denied',
      severity: 'error',
      path: [at, cell.note === undefined ? 'note' : 'value'],
      message: `“${label}” is said to have ${told.direction.said}, and ${changeInWords(change)}, ${values}`,
      hint: 'compute changes from the values; do not type them',
    });
  }
  if (told.by !== undefined && compareShown(told.by, magnitude(change)) !== 0) {
    issues.push(wrongAmount(label, [at, cell.note === undefined ? 'note' : 'value'], told.by, change, values));
  }
  return issues;
};

const deltaIssues = (
  label: string,
  at: number,
  delta: ShownNumber,
  change: ShownNumber,
  values: string,
): readonly Issue[] => {
  if (compareShown(delta, change) === 0) return [];
  const isOpposite = signOf(delta) !== signOf(change) && signOf(delta) !== 0 && signOf(change) !== 0;
  if (!isOpposite) return [wrongAmount(label, [at, 'delta'], delta, change, values)];
  return [
    {
      code: 'delta-wrong-sign',
      severity: 'error',
      path: [at, 'delta'],
      message: `“${label}” has a change of ${signed(delta)}, and ${changeInWords(change)}, ${values}`,
      hint: 'compute changes from the values; do not type them',
    },
  ];
};

const wrongAmount = (
  label: string,
  path: Issue['path'],
  said: ShownNumber,
  change: ShownNumber,
  values: string,
): Issue => ({
  code: 'delta-wrong-amount',
  severity: 'error',
  path,
  message: `“${label}” has a change of ${signed(said)}, and ${changeInWords(change)}, ${values}`,
  hint: 'compute changes from the values; do not type them',
});

const noPrevious = (label: string, at: number): Issue => ({
  code: 'no-previous-value',
  severity: 'warning',
  path: [at],
  message: `“${label}” is said to have changed, and the value before is not given`,
  hint: 'give the value before with its date, and let the change be computed',
});

const unreadable = (label: string, path: Issue['path'], value: number | string): Issue => ({
  code: 'unreadable-value',
  severity: 'warning',
  path,
  message: `a value of “${label}” cannot be read as a number: “${value}”`,
  hint: 'keep numbers and notes in columns of their own',
});

/** A cell's number, and what stands behind it. */
const readCell = (value: number | string): { value: number | string; note?: string } | undefined => {
  if (typeof value === 'number') return { value };
  const match = /^\s*([+\-\u2212\u2013]?\s*\d+(?:\.\d+)?\s*%?)\s*(.*)$/su.exec(value);
  if (match === null) return undefined;
  const [, number = '', note = ''] = match;
  return note === '' ? { value: number } : { value: number, note };
};

interface Told {
  readonly direction?: { readonly sign: -1 | 0 | 1; readonly said: string };
  readonly from?: ShownNumber;
  readonly by?: ShownNumber;
}

const rises: Readonly<Record<string, string>> = {
  up: 'gone up',
  rose: 'risen',
  risen: 'risen',
  increased: 'increased',
  improved: 'improved',
  grew: 'grown',
  gained: 'gained',
};
const falls: Readonly<Record<string, string>> = {
  down: 'gone down',
  dropped: 'dropped',
  fell: 'fallen',
  fallen: 'fallen',
  decreased: 'decreased',
  declined: 'declined',
  reduced: 'been reduced',
  lost: 'lost',
};
const stays: Readonly<Record<string, string>> = { unchanged: 'stayed the same', same: 'stayed the same' };

const readNote = (note: string): Told => {
  const text = note.toLowerCase();
  const words = text.match(/[a-z]+/gu) ?? [];
  const directions = words.flatMap((word, at): NonNullable<Told['direction']>[] => {
    if (['not', 'no'].includes(words[at - 1] ?? '')) return [];
    if (Object.hasOwn(rises, word)) return [{ sign: 1, said: rises[word] ?? word }];
    if (Object.hasOwn(falls, word)) return [{ sign: -1, said: falls[word] ?? word }];
    return Object.hasOwn(stays, word) ? [{ sign: 0, said: stays[word] ?? word }] : [];
  });
  const direction = directions[0];
  const from = numberAfter(text, 'from');
  const by = numberAfter(text, 'by');
  return {
    // Words that contradict one another say no direction.
    ...(direction && directions.every(({ sign }) => sign === direction.sign) && { direction }),
    ...(from && { from }),
    ...(by && { by }),
  };
};

const numberAfter = (text: string, word: 'from' | 'by'): ShownNumber | undefined => {
  const found = (word === 'from' ? /\bfrom\s+(\d+(?:\.\d+)?)/u : /\bby\s+(\d+(?:\.\d+)?)/u).exec(text)?.[1];
  return found === undefined ? undefined : shownNumber(found);
};

const signOf = ({ units }: ShownNumber): -1 | 0 | 1 => (units > 0n ? 1 : units < 0n ? -1 : 0);

const magnitude = (change: ShownNumber): ShownNumber =>
  change.units < 0n ? { ...change, units: -change.units } : change;

const signed = (number: ShownNumber): string => `${number.units > 0n ? '+' : ''}${figures(number)}`;

const changeInWords = (change: ShownNumber): string => {
  const sign = signOf(change);
  return sign === 0 ? 'stayed where it was' : `${sign > 0 ? 'rose' : 'fell'} by ${figures(magnitude(change))}`;
};
