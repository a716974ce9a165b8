import { isHidden } from './hidden-mark.js';
import type { Issue } from '../model/shared/issue.js';
import { byCodeUnits } from '../common/code-units.js';
import { asPercent, countShown, figures, isShareShown, readNumber, type ShownNumber } from '../common/read-number.js';
import { ROUNDINGS, type Rounding, roundedQuotient } from '../common/rounding.js';
import { shownValue } from '../common/shown-value.js';
import { type TableOptions, tableOptions } from './table-options.js';
import * as shape from '../common/expect-shape.js';
import { numberOf } from '../common/list-words.js';

/** How many of how many: pupils, criteria, settings. */
export interface CountRow {
  readonly label: string;
  readonly part: number | string;
  readonly whole: number | string;
  /** The percent that the table shows beside the counts. */
  readonly percent?: number | string | undefined;
}

/** The counts of one evaluation; `copiedFrom` names the date of the evaluation it was copied from, if any. */
export interface CountedEvaluation {
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly copiedFrom?: string | undefined;
  readonly counts: readonly CountRow[];
}

export interface CheckDenominatorsOptions extends TableOptions {
  /** How shown percents were rounded; by default any percent less than one unit of its last place away is let pass. */
  readonly rounding?: Rounding | undefined;
}

/**
 * Finds impossible counts, and denominators that were copied. An evaluation that began as a copy keeps the pupil numbers of its
 * original until somebody renews them; next year's percents are then shares of last year's pupils.
 *
 * Of each row: `not-a-count` (error: no whole numbers from 0), `part-above-whole` (error), `percent-differs` (error: it is not part / whole), `percent-of-nothing` (error: a
 * percent, and a whole of 0), `unreadable-percent` (warning). Of an evaluation that says what it was copied from: `copied-denominator` (warning) for each whole that is still that of the
 * original, and `unknown-original` (warning). Of one that does not say so: `unchanged-denominators` (info) where it has two or more rows in common
 * with the evaluation before it and every whole is the same. Evaluations are compared in order of date; paths give the place in the input.
 *
 * A count that is `hidden`, as `publishedRows` marks it, is let stand.
 *
 * @throws TypeError or RangeError for evaluations or options that are not what they have to be.
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
  shape.expectShape('checkDenominators', 'evaluations', evaluations, EVALUATIONS);
  shape.expectOptions('checkDenominators', options, OPTIONS);
  const byDate = evaluations
    .map(({ date, copiedFrom, counts }, at) => ({
      at,
      date,
      copiedFrom,
      rows: counts.map((row) => readRow(row, options)),
    }))
    .sort((a, b) => byCodeUnits(a.date, b.date) || a.at - b.at);
  const latestOf = new Map<string, ReadEvaluation>();
  return byDate.flatMap((evaluation, place) => {
    const { at, date, rows, copiedFrom } = evaluation;
    const own = rows.flatMap((row, r) => rowIssues(row, ['counts', r], options.rounding));
    const copied =
      copiedFrom === undefined
        ? unchangedIssues(evaluation, byDate[place - 1])
        : copyIssues(evaluation, latestOf.get(copiedFrom));
    latestOf.set(date, evaluation);
    return [...own, ...copied].map((issue) => ({ ...issue, path: [at, ...issue.path] }));
  });
};

const EVALUATIONS = /* @__PURE__ */ (() =>
  shape.listOf(
    'evaluations',
    shape.recordOf('an evaluation', {
      date: shape.date,
      copiedFrom: shape.maybe(shape.date),
      counts: shape.listOf(
        'counts',
        shape.recordOf('a count', {
          label: shape.text,
          part: shape.cell,
          whole: shape.cell,
          percent: shape.maybe(shape.cell),
        }),
      ),
    }),
  ))();

const OPTIONS = /* @__PURE__ */ (() => ({ ...tableOptions, rounding: shape.maybe(shape.wordOf(ROUNDINGS)) }))();

/** A row with its cells read; what could not be read is absent. */
interface ReadRow {
  readonly row: CountRow;
  readonly part: bigint | undefined;
  readonly whole: bigint | undefined;
  readonly percent: ShownNumber | undefined;
}

interface ReadEvaluation extends Pick<CountedEvaluation, 'date' | 'copiedFrom'> {
  readonly rows: readonly ReadRow[];
}

const readRow = (row: CountRow, options: CheckDenominatorsOptions): ReadRow => {
  const { decimal } = options;
  const percent = row.percent === undefined ? undefined : readNumber(row.percent, { decimal });
  return {
    row,
    part: countShown(readNumber(row.part, { decimal })),
    whole: countShown(readNumber(row.whole, { decimal })),
    percent: percent && !percent.isPoints ? asPercent(percent) : undefined,
  };
};

const rowIssues = (
  { row, part, whole, percent: shown }: ReadRow,
  path: Issue['path'],
  rounding: Rounding | undefined,
): readonly Issue[] => {
  const { label } = row;
  // A published table hides what would tell of a few; neither it nor a share of it can be checked.
  if (isHidden(row.part) || isHidden(row.whole)) return [];
  if (part === undefined || whole === undefined) {
    const message = `“${label}” gives ${row.part} of ${row.whole}, which are not counts.`;
    return [{ code: 'not-a-count', severity: 'error', path, message, hint: 'Counts are whole numbers from 0.' }];
  }
  if (part > whole) {
    const message = `“${label}” gives ${part} of ${whole}: the part is above the whole.`;
    const hint = 'See whether the whole was copied from an earlier evaluation.';
    return [{ code: 'part-above-whole', severity: 'error', path: [...path, 'part'], message, hint }];
  }
  if (row.percent === undefined || isHidden(row.percent)) return [];
  if (shown === undefined) {
    const message = `The percent of “${label}” cannot be read: ${shownValue(row.percent)}.`;
    const hint = 'Write a number.';
    return [{ code: 'unreadable-percent', severity: 'warning', path: [...path, 'percent'], message, hint }];
  }
  if (whole === 0n) {
    const message = `“${label}” shows ${figures(shown)} %, but there is nothing to take a share of.`;
    const hint = 'Leave the percent out.';
    return [{ code: 'percent-of-nothing', severity: 'error', path: [...path, 'percent'], message, hint }];
  }
  if (isPercentOf(shown, part, whole, rounding)) return [];
  const right = roundedQuotient(100n * part, whole, rounding ?? 'half-up');
  const message = `“${label}” shows ${figures(shown)} %, but ${part} of ${whole} is about ${right} %.`;
  const hint = 'Compute percents from the counts; do not type them.';
  return [{ code: 'percent-differs', severity: 'error', path: [...path, 'percent'], message, hint }];
};

const isPercentOf = (shown: ShownNumber, part: bigint, whole: bigint, rounding: Rounding | undefined): boolean => {
  // A fraction, such as 3/4, was not rounded.
  if (rounding === undefined || shown.isPart || shown.over !== 1n) return isShareShown(shown, part, whole);
  return roundedQuotient(100n * 10n ** BigInt(shown.places) * part, whole, rounding) === shown.units;
};

const wholesOf = ({ rows }: ReadEvaluation): ReadonlyMap<string, bigint | undefined> =>
  new Map(rows.map(({ row, whole }) => [row.label, whole]));

const copyIssues = (evaluation: ReadEvaluation, original: ReadEvaluation | undefined): readonly Issue[] => {
  const { copiedFrom = '' } = evaluation;
  if (original === undefined) {
    const message = `The evaluation of ${evaluation.date} was copied from one of ${copiedFrom}, which is not among the earlier ones.`;
    const hint = 'Add the original, so that its counts can be compared.';
    return [{ code: 'unknown-original', severity: 'warning', path: ['copiedFrom'], message, hint }];
  }
  const wholes = wholesOf(original);
  return evaluation.rows.flatMap(({ row: { label }, whole }, r): Issue[] => {
    if (whole === undefined || wholes.get(label) !== whole) return [];
    return [
      {
        code: 'copied-denominator',
        severity: 'warning',
        path: ['counts', r, 'whole'],
        message: `“${label}” is out of ${whole} on ${evaluation.date}, as in the evaluation of ${copiedFrom} that it was copied from.`,
        hint: `Update the count, or note that it is ${whole} again.`,
      },
    ];
  });
};

const unchangedIssues = (evaluation: ReadEvaluation, before: ReadEvaluation | undefined): readonly Issue[] => {
  if (before === undefined) return [];
  const wholes = wholesOf(before);
  const common = evaluation.rows.filter(({ row }) => wholes.has(row.label));
  if (common.length < 2 || common.some(({ row, whole }) => whole === undefined || wholes.get(row.label) !== whole))
    return [];
  return [
    {
      code: 'unchanged-denominators',
      severity: 'info',
      path: ['counts'],
      message: `All ${numberOf(common.length, 'denominator')} of ${evaluation.date} are those of ${before.date}.`,
      hint: 'See whether the evaluation was copied without updating its counts.',
    },
  ];
};
