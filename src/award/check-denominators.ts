import type { Issue } from '../model/issue.js';
import { byCodeUnits } from '../common/code-units.js';
import { expectDate } from '../common/calendar-date.js';
import { type Rounding, roundedQuotient } from '../common/rounding.js';
import { figures, type ShownNumber, shownNumber } from './shown-number.js';
import { numberOf } from '../common/list-words.js';

/** How many of how many: pupils, criteria, settings. */
export interface CountRow {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  /** The percent that the table shows beside the counts. */
  readonly percent?: number | string | undefined;
}

/** The counts of one evaluation; `copiedFrom` names the date of the evaluation it was begun from, where it was. */
export interface CountedEvaluation {
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly copiedFrom?: string | undefined;
  readonly counts: readonly CountRow[];
}

export interface CheckDenominatorsOptions {
  /** How shown percents were rounded; where left out, any percent less than one unit of its last place away is let pass. */
  readonly rounding?: Rounding | undefined;
}

/**
 * Counts that cannot be, and denominators that were copied along. An evaluation begun as a copy keeps the pupil numbers of
 * its original until somebody renews them; next year's percents are then out of last year's pupils.
 *
 * Of each row: `not-a-count` (error: no whole numbers from 0), `part-above-whole` (error), `percent-differs` (error: it is not part / whole), `percent-of-nothing` (error: a
 * percent, and a whole of 0), `unreadable-percent` (warning). Of an evaluation that says what it was copied from: `copied-denominator` (warning) for each whole that is still the
 * original's, and `unknown-original` (warning). Of one that does not say so: `unchanged-denominators` (info) where it has two or more rows in common
 * with the evaluation before it and every whole is the same. Evaluations are looked at by date; paths give the place in the input.
 *
 * @throws RangeError where a date is no `YYYY-MM-DD`.
 *
 * @example
 * checkDenominators([
 *   { date: '2025-07-31', counts: [{ label: 'Year 11', part: 90, whole: 120, percent: 75 }] },
 *   { date: '2026-07-31', copiedFrom: '2025-07-31', counts: [{ label: 'Year 11', part: 96, whole: 120, percent: 85 }] },
 * ]).map(({ code, path }) => [code, ...path])
 * // => [['percent-differs', 1, 'counts', 0, 'percent'], ['copied-denominator', 1, 'counts', 0, 'whole']]
 */
export const checkDenominators = (
  evaluations: readonly CountedEvaluation[],
  options: CheckDenominatorsOptions = {},
): readonly Issue[] => {
  for (const { date } of evaluations) expectDate(date, 'checkDenominators');
  const byDate = evaluations
    .map((evaluation, at) => ({ ...evaluation, at }))
    .sort((a, b) => byCodeUnits(a.date, b.date) || a.at - b.at);
  return byDate.flatMap((evaluation, place) => {
    const { at, counts, copiedFrom } = evaluation;
    const own = counts.flatMap((row, r) => rowIssues(row, ['counts', r], options.rounding));
    const copied =
      copiedFrom === undefined
        ? unchangedIssues(evaluation, byDate[place - 1])
        : copyIssues(
            evaluation,
            byDate
              .slice(0, place)
              .filter(({ date }) => date === copiedFrom)
              .at(-1),
          );
    return [...own, ...copied].map((issue) => ({ ...issue, path: [at, ...issue.path] }));
  });
};

const rowIssues = (row: CountRow, path: Issue['path'], rounding: Rounding | undefined): readonly Issue[] => {
  const { label, part, whole } = row;
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole < 0) {
    const message = `“${label}” gives ${part} of ${whole}, which are no counts`;
    return [{ code: 'not-a-count', severity: 'error', path, message, hint: 'counts are whole numbers from 0' }];
  }
  if (part > whole) {
    const message = `“${label}” gives ${part} of ${whole}: the part is above the whole`;
    const hint = 'see whether the whole was copied from an earlier evaluation';
    return [{ code: 'part-above-whole', severity: 'error', path: [...path, 'part'], message, hint }];
  }
  if (row.percent === undefined) return [];
  const shown = shownNumber(row.percent);
  if (shown === undefined) {
    const message = `the percent of “${label}” cannot be read: “${row.percent}”`;
    const hint = 'write a number';
    return [{ code: 'unreadable-percent', severity: 'warning', path: [...path, 'percent'], message, hint }];
  }
  if (whole === 0) {
    const message = `“${label}” shows ${figures(shown)} %, and there is nothing to take a share of`;
    const hint = 'leave the percent out';
    return [{ code: 'percent-of-nothing', severity: 'error', path: [...path, 'percent'], message, hint }];
  }
  if (isPercentOf(shown, part, whole, rounding)) return [];
  const right = roundedQuotient(100n * BigInt(part), BigInt(whole), rounding ?? 'half-up');
  const message = `“${label}” shows ${figures(shown)} %, and ${part} of ${whole} is about ${right} %`;
  const hint = 'compute percents from the counts; do not type them';
  return [{ code: 'percent-differs', severity: 'error', path: [...path, 'percent'], message, hint }];
};

/** In units of the shown percent's last place, so that only whole numbers are compared. */
const isPercentOf = (shown: ShownNumber, part: number, whole: number, rounding: Rounding | undefined): boolean => {
  const exact = 100n * 10n ** BigInt(shown.places) * BigInt(part);
  const denominator = BigInt(whole);
  if (rounding !== undefined) return roundedQuotient(exact, denominator, rounding) === shown.units;
  const away = exact - shown.units * denominator;
  return -denominator < away && away < denominator;
};

const wholesOf = ({ counts }: CountedEvaluation): ReadonlyMap<string, number> =>
  new Map(counts.map(({ label, whole }) => [label, whole]));

const copyIssues = (evaluation: CountedEvaluation, original: CountedEvaluation | undefined): readonly Issue[] => {
  const { copiedFrom = '' } = evaluation;
  if (original === undefined) {
    const message = `the evaluation of ${evaluation.date} was copied from one of ${copiedFrom}, which is not among the earlier ones`;
    const hint = 'add the original, so that its counts can be compared';
    return [{ code: 'unknown-original', severity: 'warning', path: ['copiedFrom'], message, hint }];
  }
  const wholes = wholesOf(original);
  return evaluation.counts.flatMap(({ label, whole }, r): Issue[] => {
    if (wholes.get(label) !== whole) return [];
    return [
      {
        code: 'copied-denominator',
        severity: 'warning',
        path: ['counts', r, 'whole'],
        message: `“${label}” is out of ${whole} on ${evaluation.date}, as in the evaluation of ${copiedFrom} that it was copied from`,
        hint: `renew the count, or note that it is ${whole} again`,
      },
    ];
  });
};

const unchangedIssues = (evaluation: CountedEvaluation, before: CountedEvaluation | undefined): readonly Issue[] => {
  if (before === undefined) return [];
  const wholes = wholesOf(before);
  const common = evaluation.counts.filter(({ label }) => wholes.has(label));
  if (common.length < 2 || common.some(({ label, whole }) => wholes.get(label) !== whole)) return [];
  return [
    {
      code: 'unchanged-denominators',
      severity: 'info',
      path: ['counts'],
      message: `all ${numberOf(common.length, 'denominator')} of ${evaluation.date} are those of ${before.date}`,
      hint: 'see whether the evaluation was copied and its counts not renewed',
    },
  ];
};
