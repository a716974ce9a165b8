import { isHidden } from './hidden-mark.js';
import type { Issue } from '../model/shared/issue.js';
import {
  compareShown,
  type DecimalSign,
  differenceShown,
  figures,
  isPossibleChange,
  isPossiblySame,
  readNumber,
  type ShownNumber,
} from '../common/read-number.js';
import { shownValue } from '../common/shown-value.js';
import { type TableOptions, tableOptions } from './table-options.js';
import { readCell, readDelta, readNote, type Told } from './read-note.js';
import * as shape from '../common/expect-shape.js';

/** One row of a table that tells how a value changed. */
export interface DeltaRow {
  readonly label: string;
  /** The value now: a number, or a cell such as `'65 % (dropped from 61 %)'`, whose note is then read too. */
  readonly value: number | string;
  /** The value before; by default a note's *from 61 %* is taken. */
  readonly previous?: number | string | undefined;
  /** The change as it is typed in the table: `4`, `'+4'`, `'−4 pp'`. */
  readonly delta?: number | string | undefined;
  /** What the table says of the change in words: *dropped from 61 %*, *up by 4*. */
  readonly note?: string | undefined;
}

export interface CheckDeltaColumnOptions extends TableOptions {
  /** `rounded` where left out: a value shown as 65 may be anything that is rounded to 65. `exact` for counts. */
  readonly values?: 'rounded' | 'exact' | undefined;
}

/**
 * Finds typed changes that contradict the values: a rise called a drop, a wrong sign, a wrong amount. A fall is no issue; a fall
 * called a rise is.
 *
 * Numbers are read as people write them (see `decimal`), and whole or not at all: *1,250*, *1 250*, *61,5 %*, *3/4*, *−4 pp*. Notes are read for words and
 * arrows that say a direction (*up*, *rose*, *increase*, *improved*, ↑; *down*, *dropped*, *decrease*, *declined*, ↓; *unchanged*), for
 * *from* with a number and for *by* with a number. A word after *not* or *no* is not read.
 *
 * Shown values may be rounded: 65 and 61 may stand for 64.6 and 61.4, and a change of 3 beside them is then right. A change is wrong only
 * if no values that round to these have it; `values: 'exact'` holds counts to the last unit. Beside plain numbers, a change in percent may be relative: 1,000 to 1,250 is 25 %.
 *
 * Issues: `unreadable-value` (warning), `previous-differs` (error: the note names another value before), `delta-wrong-sign`, `delta-wrong-amount`,
 * `direction-denied` (errors), `delta-relative` (warning: a change in percents of a percentage), `no-previous-value` (warning: a change without a value
 * before). Numbers are compared exactly, never as floats.
 *
 * @throws TypeError or RangeError for rows or options that are not what they have to be.
 *
 * @example
 * checkDeltaColumn([{ label: 'Personal guidance', value: '65% (dropped from 61%)' }]).map(({ message }) => message)
 * // => ['“Personal guidance” is said to have dropped, but it rose by 4, from 61 to 65.']
 */
export const checkDeltaColumn = (
  rows: readonly DeltaRow[],
  options: CheckDeltaColumnOptions = {},
): readonly Issue[] => {
  shape.expectShape('checkDeltaColumn', 'rows', rows, ROWS);
  shape.expectOptions('checkDeltaColumn', options, OPTIONS);
  const { decimal, values = 'rounded' } = options;
  return rows.flatMap((row, at) => issuesOf(row, at, decimal, values === 'exact'));
};

const ROWS = /* @__PURE__ */ (() =>
  shape.listOf(
    'rows',
    shape.recordOf('a row', {
      label: shape.text,
      value: shape.cell,
      previous: shape.maybe(shape.cell),
      delta: shape.maybe(shape.cell),
      note: shape.maybe(shape.text),
    }),
  ))();

const OPTIONS = /* @__PURE__ */ (() => ({
  ...tableOptions,
  values: shape.maybe(shape.wordOf(['rounded', 'exact'])),
}))();

const issuesOf = (row: DeltaRow, at: number, decimal: DecimalSign | undefined, isExact: boolean): readonly Issue[] => {
  const { label } = row;
  if (isHidden(row.value)) return [];
  const cell = readCell(row.value, decimal);
  if (cell === undefined) return [unreadable(label, [at, 'value'], row.value)];
  const issues: Issue[] = [];
  const notes: readonly (readonly [string, string | undefined])[] = [
    ['value', cell.note],
    ['note', row.note],
  ];
  const told = notes.map(([part, note]) => ({ part, ...(note === undefined ? {} : readNote(note, decimal)) }));
  for (const { part, unreadable: said } of told) {
    if (said !== undefined) issues.push(unreadable(label, [at, part], said));
  }
  const [given, delta] = (['previous', 'delta'] as const).map((part) => {
    const read = part === 'delta' ? readDelta : readPlain;
    const shown = row[part] === undefined ? undefined : read(row[part], decimal);
    if (row[part] !== undefined && shown === undefined && !isHidden(row[part]))
      issues.push(unreadable(label, [at, part], row[part]));
    return shown;
  });
  const all = [cell.number, given, delta, ...told.flatMap(({ from, by }) => [from, by])];
  // Among percents a part of a whole is a percent too: 3/4 beside 80 % is 75.
  const percents = all.some((one) => one?.isPercent === true && one !== delta);
  const scaled = (one: ShownNumber | undefined) =>
    one !== undefined && percents && one.isPart && !one.isPercent ? { ...one, units: 100n * one.units } : one;
  const now = scaled(cell.number) ?? cell.number;
  const named = told.find(({ from }) => from !== undefined);
  const [before, from] = [scaled(given ?? named?.from), scaled(named?.from)];
  if (given !== undefined && before !== undefined && from !== undefined && !isPossiblySame(before, from, isExact)) {
    issues.push({
      code: 'previous-differs',
      severity: 'error',
      path: [at, 'previous'],
      message: `“${label}” was at ${figures(before)} before, but its note says ${figures(from)}.`,
      hint: 'Keep the value once, with the date it is as of.',
    });
  }
  if (before === undefined) {
    const tells = delta !== undefined || told.some(({ direction, by }) => direction !== undefined || by !== undefined);
    const isUnread = row.previous !== undefined || told.some(({ unreadable: said }) => said !== undefined);
    return tells && !isUnread ? [...issues, noPrevious(label, at)] : issues;
  }
  const step: Step = { label, now, before, change: differenceShown(now, before), isExact, percents };
  if (delta !== undefined) issues.push(...deltaIssues(step, [at, 'delta'], scaled(delta) ?? delta));
  for (const { part, direction, by } of told) issues.push(...noteIssues(step, [at, part], direction, scaled(by)));
  return issues;
};

/** A row as it was read. */
interface Step {
  readonly label: string;
  readonly now: ShownNumber;
  readonly before: ShownNumber;
  readonly change: ShownNumber;
  readonly isExact: boolean;
  readonly percents: boolean;
}

const noteIssues = (
  step: Step,
  path: Issue['path'],
  direction: Told['direction'],
  by: ShownNumber | undefined,
): readonly Issue[] => {
  const issues: Issue[] = [];
  const { label, change } = step;
  // Two values that are shown alike may have moved either way.
  const mayBe = (sign: number) => sign === signOf(change) || (signOf(change) === 0 && !step.isExact);
  if (direction !== undefined && !mayBe(direction.sign) && !(direction.sign === 0 && isPossible(zero, step))) {
    issues.push({
      code: 'direction-denied',
      severity: 'error',
      path,
      message: `“${label}” is said to have ${direction.said}, but it ${changeInWords(change)}, ${valuesOf(step)}.`,
      hint: 'Compute changes from the values; do not type them.',
    });
  }
  if (by === undefined) return issues;
  const towards = by.isSigned ? by : change.units < 0n ? { ...by, units: -by.units } : by;
  if (!isPossible(towards, step) && !isRelative(towards, step)) issues.push(wrongAmount(step, path, by));
  return issues;
};

const isPossible = (said: ShownNumber, { now, before, isExact }: Step): boolean =>
  isPossibleChange(said, now, before, isExact);

/** Whether a change in percent is the right share of the value before: from 80 to 100 is 25 % more. Half a unit of its last place is let pass, and one more for values that were rounded. */
const isRelative = (said: ShownNumber, { change, before }: Step): boolean => {
  if (!said.isPercent || before.units === 0n) return false;
  const size = before.units < 0n ? { ...before, units: -before.units } : before;
  const share: ShownNumber = {
    ...said,
    units: 100n * change.units * 10n ** BigInt(size.places) * size.over,
    places: 0,
    over: 10n ** BigInt(change.places) * change.over * size.units,
  };
  const unit: ShownNumber = { ...said, units: 1n, places: said.places, over: 1n };
  const away = differenceShown(said, share);
  return compareShown({ ...away, units: away.units < 0n ? -away.units : away.units }, unit) < 0;
};

const deltaIssues = (step: Step, path: Issue['path'], delta: ShownNumber): readonly Issue[] => {
  if (isPossible(delta, step)) return [];
  const { label, change, percents } = step;
  if (isRelative(delta, step)) {
    if (!percents) return [];
    return [
      {
        code: 'delta-relative',
        severity: 'warning',
        path,
        message: `“${label}” has a change of ${signed(delta)} % of its percentage, but it ${changeInWords(change)} percentage points, ${valuesOf(step)}.`,
        hint: 'Give changes of percentages in percentage points, or say what they are a share of.',
      },
    ];
  }
  const isOpposite = signOf(delta) !== signOf(change) && signOf(delta) !== 0 && signOf(change) !== 0;
  if (!isOpposite) return [wrongAmount(step, path, delta)];
  return [
    {
      code: 'delta-wrong-sign',
      severity: 'error',
      path,
      message: `“${label}” has a change of ${signed(delta)}, but it ${changeInWords(change)}, ${valuesOf(step)}.`,
      hint: 'Compute changes from the values; do not type them.',
    },
  ];
};

const valuesOf = ({ before, now }: Step): string => `from ${figures(before)} to ${figures(now)}`;

const wrongAmount = (step: Step, path: Issue['path'], said: ShownNumber): Issue => ({
  code: 'delta-wrong-amount',
  severity: 'error',
  path,
  message: `“${step.label}” has a change of ${signed(said)}, but it ${changeInWords(step.change)}, ${valuesOf(step)}.`,
  hint: 'Compute changes from the values; do not type them.',
});

const noPrevious = (label: string, at: number): Issue => ({
  code: 'no-previous-value',
  severity: 'warning',
  path: [at],
  message: `“${label}” is said to have changed, but the value before is not given.`,
  hint: 'Give the value before with its date, and let the change be computed.',
});

const unreadable = (label: string, path: Issue['path'], value: number | string): Issue => ({
  code: 'unreadable-value',
  severity: 'warning',
  path,
  message: `A value of “${label}” cannot be read as a number: ${shownValue(value)}.`,
  hint: 'Keep numbers and notes in columns of their own.',
});

const zero: ShownNumber = {
  units: 0n,
  places: 0,
  over: 1n,
  isPercent: false,
  isPoints: false,
  isSigned: false,
  isPart: true,
};

const signOf = ({ units }: ShownNumber): -1 | 0 | 1 => (units > 0n ? 1 : units < 0n ? -1 : 0);

const magnitude = (change: ShownNumber): ShownNumber =>
  change.units < 0n ? { ...change, units: -change.units } : change;

const signed = (number: ShownNumber): string => `${number.units > 0n ? '+' : ''}${figures(number)}`;

const changeInWords = (change: ShownNumber): string => {
  const sign = signOf(change);
  return sign === 0 ? 'stayed where it was' : `${sign > 0 ? 'rose' : 'fell'} by ${figures(magnitude(change))}`;
};

const readPlain = (value: number | string, decimal: DecimalSign | undefined): ShownNumber | undefined =>
  readNumber(value, { decimal });
