import { byCodeUnits } from '../../common/code-units.js';

/** What stretch of time a value speaks of; a year and a half-term are not two of a kind. */
export type PeriodKind = 'year' | 'term' | 'half-term' | 'month' | 'day';

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

const rank: Readonly<Record<PeriodKind, number>> = { year: 0, term: 1, 'half-term': 2, month: 3, day: 4 };

/** Orders kinds of period from the longest; what has no period comes last. */
export const byPeriodKind = (a: PeriodKind | undefined, b: PeriodKind | undefined): number =>
  (a === undefined ? 5 : rank[a]) - (b === undefined ? 5 : rank[b]);

/** Orders periods of one kind by their first day, then by their last. */
export const byDays = (a: Period, b: Period): number => byCodeUnits(a.first, b.first) || byCodeUnits(a.last, b.last);
