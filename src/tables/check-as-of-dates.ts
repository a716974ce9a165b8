import { isHidden } from './hidden-mark.js';
import type { Issue } from '../model/shared/issue.js';
import { isPossiblySame, readNumber } from '../common/read-number.js';
import { shownValue } from '../common/shown-value.js';
import { periodIn } from './as-of-period.js';
import { type TableOptions, tableOptions } from './table-options.js';
import * as shape from '../common/expect-shape.js';

/** A published value, with the day or the period it is as of. */
export interface DatedValue {
  /** What it is the value of. */
  readonly label: string;
  readonly value: number | string;
  /** A day, `2021-07-31` or *31 July 2021*, or a period: *July 2021*, *Autumn 2021*, *2020–21*, *2021*. Left out where it was published without one. */
  readonly asOf?: string | undefined;
}

/**
 * Finds values without a known day, and values of one thing that differ although they are of the same day, month, term or year. Such
 * values arise when a page is read twice and its figures have changed under an unchanged heading.
 *
 * Issues, in the order of the values: `no-as-of-date` (warning), `not-a-date` (error), `two-values-for-one-date` (error, at the later of the two in the
 * list), `value-repeated` (info). Numbers with one meaning (`'21 %'`, `21.0`) are the same value, and so are 21.4 and
 * its rounded 21.
 *
 * @throws TypeError or RangeError for values or options that are not what they have to be.
 *
 * @example
 * checkAsOfDates([
 *   { label: 'Benchmark 1, national', value: '21 %', asOf: 'July 2021' },
 *   { label: 'Benchmark 1, national', value: '43 %', asOf: '2021-07' },
 * ]).map(({ code, message }) => `${code}: ${message}`)
 * // => ['two-values-for-one-date: “Benchmark 1, national” is 21 % and also 43 % as of July 2021.']
 */
export const checkAsOfDates = (values: readonly DatedValue[], options: TableOptions = {}): readonly Issue[] => {
  shape.expectShape('checkAsOfDates', 'values', values, VALUES);
  shape.expectOptions('checkAsOfDates', options, tableOptions);
  const issues: Issue[] = [];
  const seen = new Map<string, DatedValue>();
  values.forEach((dated, at) => {
    const { label, value, asOf } = dated;
    if (asOf === undefined) {
      const message = `“${label}”, ${value}, does not say what day it is as of.`;
      const hint = 'Give the day the value was taken, not the day of the page.';
      issues.push({ code: 'no-as-of-date', severity: 'warning', path: [at, 'asOf'], message, hint });
      return;
    }
    const period = periodIn(asOf);
    if (period === undefined) {
      issues.push({
        code: 'not-a-date',
        severity: 'error',
        path: [at, 'asOf'],
        message: `“${label}” is as of ${shownValue(asOf)}, which is not a date.`,
        hint: 'Write a day as YYYY-MM-DD, or a period such as “July 2021” or “2021”.',
      });
      return;
    }
    if (isHidden(value)) return;
    const key = JSON.stringify([label.trim(), period]);
    const first = seen.get(key);
    const when = first?.asOf ?? asOf;
    if (first === undefined) {
      seen.set(key, dated);
    } else if (isSameValue(first.value, value, options)) {
      const message = `“${label}” is listed twice as of ${when}.`;
      issues.push({ code: 'value-repeated', severity: 'info', path: [at], message, hint: 'Keep it once.' });
    } else {
      issues.push({
        code: 'two-values-for-one-date',
        severity: 'error',
        path: [at, 'value'],
        message: `“${label}” is ${first.value} and also ${value} as of ${when}.`,
        hint: 'Give each the day it was taken; keep the one that was corrected with its reason.',
      });
    }
  });
  return issues;
};

const VALUES = /* @__PURE__ */ (() =>
  shape.listOf(
    'values',
    shape.recordOf('a value', { label: shape.text, value: shape.cell, asOf: shape.maybe(shape.text) }),
  ))();

const isSameValue = (a: number | string, b: number | string, options: TableOptions): boolean => {
  const [left, right] = [readNumber(a, options), readNumber(b, options)];
  return left && right ? isPossiblySame(left, right, false) : String(a).trim() === String(b).trim();
};
