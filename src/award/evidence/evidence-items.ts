import type { Evidence } from '../../model/awards/evidence.js';
import type { Issue } from '../../model/shared/issue.js';
import { addDays, addMonths } from '../../common/calendar-date.js';

/** How far back something may lie: a number of days, months or years. */
export type AgeLimit = { readonly days: number } | { readonly months: number } | { readonly years: number };

/** As of which day evidence is looked at, and how old it may be then. */
export interface EvidenceTimes {
  /** The day to look from, `YYYY-MM-DD`. What is dated later is left aside, and said. */
  readonly asOf?: string | undefined;
  /** What lies further back than this from `asOf` is too old; exactly so far back is not. */
  readonly notOlderThan?: AgeLimit | undefined;
}

/** Evidence that exists on the day, each item once, and the first day that is not too old. */
export interface EvidenceItems {
  readonly items: readonly Evidence[];
  /** The first day that counts; absent where nothing is too old. */
  readonly since?: string | undefined;
  readonly issues: readonly Issue[];
}

/** Issues carry an item's place in the caller's list; of items with one id the last counts that is not left aside. */
export const readEvidence = (evidence: readonly Evidence[], times: EvidenceTimes, caller: string): EvidenceItems => {
  const since = firstDay(times, caller);
  const issues: Issue[] = [];
  const items = new Map<string, Evidence>();
  const seen = new Set<string>();
  const counting = times.asOf === undefined ? 'the last entry' : `the last entry dated up to ${times.asOf}`;
  evidence.forEach((item, at) => {
    if (seen.has(item.id)) {
      issues.push({
        code: 'repeated-evidence',
        severity: 'warning',
        path: ['evidence', at, 'id'],
        message: `“${item.id}” is listed more than once; ${counting} counts.`,
        hint: 'Give each item an id of its own, or list it once with all the indicators it supports.',
      });
    }
    seen.add(item.id);
    if (times.asOf !== undefined && item.date > times.asOf) {
      issues.push({
        code: 'later-evidence',
        severity: 'info',
        path: ['evidence', at, 'date'],
        message: `“${item.id}” is dated ${item.date}, after ${times.asOf}, and is left aside.`,
        hint: 'Look from a later day, or correct the date.',
      });
    } else {
      items.set(item.id, item);
    }
  });
  return { items: [...items.values()], ...(since !== undefined && { since }), issues };
};

const firstDay = ({ asOf, notOlderThan }: EvidenceTimes, caller: string): string | undefined => {
  if (notOlderThan === undefined) return undefined;
  if (asOf === undefined) throw new RangeError(`${caller}: how old evidence may be is counted from a day; give asOf`);
  if ('days' in notOlderThan) return addDays(asOf, -notOlderThan.days, caller);
  const months = 'months' in notOlderThan ? notOlderThan.months : notOlderThan.years * 12;
  return addMonths(asOf, -months, 'last-of-month', caller);
};
