import type { Issue } from '../model/shared/issue.js';
import { dayNumberIn } from '../common/calendar-date.js';
import * as shape from '../common/expect-shape.js';
import { byDays, type Period, PERIOD_KINDS, type PeriodKind } from '../model/shared/period.js';

/** A column of a table over time; its period is left out where the table does not tell it. */
export interface PeriodColumn {
  readonly label: string;
  readonly period?: Omit<Period, 'label'> | undefined;
}

/**
 * Finds columns that are not one series in time: years and half-terms side by side, a column out of order, a period twice or partly
 * inside another, a column that does not name its period.
 *
 * Issues, in the order of the columns: `no-period` (warning), `not-a-period` (error: dates that are none, or the last before the first), `mixed-periods` (warning, where the kind
 * changes from one column to the next), `period-twice` (error), `periods-overlap` (error, within one kind), `periods-out-of-order` (error, within one kind).
 *
 * @throws TypeError or RangeError for columns that are not what they have to be, such as a kind of period that is none.
 *
 * @example
 * checkPeriods([
 *   { label: '2025–26', period: { kind: 'year', first: '2025-08-18', last: '2026-06-26' } },
 *   { label: 'Autumn 1', period: { kind: 'half-term', first: '2026-08-17', last: '2026-10-09' } },
 * ]).map(({ code, message }) => `${code}: ${message}`)
 * // => ['mixed-periods: “Autumn 1” is a half-term, but the column before it, “2025–26”, is a year.']
 */
export const checkPeriods = (columns: readonly PeriodColumn[]): readonly Issue[] => {
  shape.expectShape('checkPeriods', 'columns', columns, COLUMNS);
  const issues: Issue[] = [];
  let previous: Period | undefined;
  const latestOf = new Map<PeriodKind, Period>();
  columns.forEach(({ label, period: given }, at) => {
    if (given === undefined) {
      const message = `“${label}” does not say what period it is of.`;
      const hint = 'Give its kind and its first and last day.';
      issues.push({ code: 'no-period', severity: 'warning', path: [at, 'period'], message, hint });
      return;
    }
    const period = { ...given, label };
    const path = [at, 'period'];
    if (!isPeriod(period)) {
      const message = `“${label}” goes from ${period.first} to ${period.last}, which is not a period.`;
      const hint = 'Write calendar dates as YYYY-MM-DD, the first day first.';
      issues.push({ code: 'not-a-period', severity: 'error', path, message, hint });
      return;
    }
    if (previous !== undefined && previous.kind !== period.kind) {
      issues.push({
        code: 'mixed-periods',
        severity: 'warning',
        path,
        message: `“${label}” is a ${period.kind}, but the column before it, “${previous.label}”, is a ${previous.kind}.`,
        hint: 'Keep each kind of period in a table of its own; a change over one is not a change over the other.',
      });
    }
    previous = period;
    const latest = latestOf.get(period.kind);
    const issue = latest && orderIssue(latest, period, path);
    if (issue) issues.push(issue);
    if (latest === undefined || byDays(period, latest) > 0) latestOf.set(period.kind, period);
  });
  return issues;
};

const COLUMNS = /* @__PURE__ */ (() =>
  shape.listOf(
    'columns',
    shape.recordOf('a column', {
      label: shape.text,
      period: shape.maybe(
        shape.recordOf('an object with kind, first and last', {
          kind: shape.wordOf(PERIOD_KINDS),
          first: shape.text,
          last: shape.text,
        }),
      ),
    }),
  ))();

const isPeriod = ({ first, last }: Period): boolean =>
  dayNumberIn(first) !== undefined && dayNumberIn(last) !== undefined && first <= last;

const orderIssue = (latest: Period, period: Period, path: Issue['path']): Issue | undefined => {
  const { label, kind } = period;
  const order = byDays(latest, period);
  if (order === 0) {
    const message = `“${label}” and “${latest.label}” are of the same ${kind}.`;
    const hint = 'Keep one, or give the date each value is as of.';
    return { code: 'period-twice', severity: 'error', path, message, hint };
  }
  if (period.first <= latest.last && latest.first <= period.last) {
    const message = `“${label}” and “${latest.label}” have days in common.`;
    return {
      code: 'periods-overlap',
      severity: 'error',
      path,
      message,
      hint: `Let each ${kind} begin after the last.`,
    };
  }
  if (order < 0) return undefined;
  const message = `“${label}” comes after “${latest.label}” in the table but is earlier.`;
  return { code: 'periods-out-of-order', severity: 'error', path, message, hint: 'Put the earliest first.' };
};
