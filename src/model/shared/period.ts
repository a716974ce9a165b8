import { byCodeUnits } from '../../common/code-units.js';

/** What stretch of time a value speaks of, longest first; a year and a half-term are not two of a kind. */
export const PERIOD_KINDS = ['year', 'term', 'half-term', 'month', 'day'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of time that a table reports on. Its place in the order is given by its days, not by its label. */
export interface Period {
  readonly kind: PeriodKind;
  /** As its own people write it: *2025–26*, *Autumn 1*. */
  readonly label: string;
  /** Calendar date of its first day, `YYYY-MM-DD`. */
  readonly first: string;
  /** Calendar date of its last day, `YYYY-MM-DD`. */
  readonly last: string;
}

/** Orders kinds of period from the longest; what has no period comes last. */
export const byPeriodKind = (a: PeriodKind | undefined, b: PeriodKind | undefined): number => rankOf(a) - rankOf(b);

const rankOf = (kind: PeriodKind | undefined): number =>
  kind === undefined ? PERIOD_KINDS.length : PERIOD_KINDS.indexOf(kind);

/** Orders periods of one kind by their first day, then by their last. */
export const byDays = (a: Period, b: Period): number => byCodeUnits(a.first, b.first) || byCodeUnits(a.last, b.last);
