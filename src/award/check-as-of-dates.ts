import type { Issue } from '../model/issue.js';
import { dayNumberIn } from '../common/calendar-date.js';
import { compareShown, shownNumber } from './shown-number.js';

/** A published value, with the day it is as of. */
export interface DatedValue {
  /** What it is the value of. */
  readonly label: string;
  readonly value: number | string;
  /** Calendar date, `YYYY-MM-DD`; left out where it was published without one. */
  readonly asOf?: string | undefined;
}

/**
 * Values whose day is not known, and values that differ though they are of the same thing on the same day, as when one page is read
 * twice and its figures have changed under an unchanged heading.
 *
 * Issues, in the order of the values: `no-as-of-date` (warning), `not-a-date` (error), `two-values-for-one-date` (error, at the later of the two in the
 * list), `value-repeated` (info). Numbers that are shown differently and mean the same (`'21 %'`, `21.0`) are the same value.
 *
 * @example
 * checkAsOfDates([
 *   { label: 'Benchmark 1, national', value: '21 %', asOf: '2021-07-31' },
 *   { label: 'Benchmark 1, national', value: '43 %', asOf: '2021-07-31' },
 * ]).map(({ code, message }) => `${code}: ${message}`)
 * // => ['two-values-for-one-date: “Benchmark 1, national” is 21 % and also 43 % as of 2021-07-31']
 */
export const checkAsOfDates = (values: readonly DatedValue[]): readonly Issue[] => {
  const issues: Issue[] = [];
  const seen = new Map<string, DatedValue>();
  values.forEach((dated, at) => {
    const { label, value, asOf } = dated;
    if (asOf === undefined) {
      const message = `“${label}”, ${value}, does not say what day it is as of`;
      const hint = 'give the day the value was taken, not the day of the page';
      issues.push({ code: 'no-as-of-date', severity: 'warning', path: [at, 'asOf'], message, hint });
      return;
    }
    if (dayNumberIn(asOf) === undefined) {
      const message = `“${label}” is as of “${asOf}”, which is no calendar date`;
      issues.push({
        code: 'not-a-date',
        severity: 'error',
        path: [at, 'asOf'],
        message,
        hint: 'write it as YYYY-MM-DD',
      });
      return;
    }
    const key = JSON.stringify([label, asOf]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, dated);
    } else if (isSameValue(first.value, value)) {
      const message = `“${label}” stands twice as of ${asOf}`;
      issues.push({ code: 'value-repeated', severity: 'info', path: [at], message, hint: 'keep it once' });
    } else {
      issues.push({
        code: 'two-values-for-one-date',
        severity: 'error',
        path: [at, 'value'],
        message: `“${label}” is ${first.value} and also ${value} as of ${asOf}`,
        hint: 'give each the day it was taken; keep the one that was corrected with its reason',
      });
    }
  });
  return issues;
};

const isSameValue = (a: number | string, b: number | string): boolean => {
  const [left, right] = [shownNumber(a), shownNumber(b)];
  return left && right ? compareShown(left, right) === 0 : String(a).trim() === String(b).trim();
};
