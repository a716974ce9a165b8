import type { AwardWindow, ElementState, WindowEnd } from '../../model/progress/award-progress.js';
import { addDays, addMonths, type MissingDay } from '../../common/calendar-date.js';

/** How long a window is, and how its end is read. */
export interface WindowReading {
  readonly windowYears: number;
  readonly windowEnd: WindowEnd;
  readonly leapDay: MissingDay;
}

/** The last day of the window that begins on a day. */
export const lastDayFrom = (from: string, reading: WindowReading, caller: string): string => {
  const anniversary = addMonths(from, 12 * reading.windowYears, reading.leapDay, caller);
  return reading.windowEnd === 'inclusive' ? anniversary : addDays(anniversary, -1, caller);
};

/** The window that begins with each achievement, earliest first. Any other window holds no more than one of these. */
export const windowsOf = (
  elements: readonly ElementState[],
  reading: WindowReading,
  caller: string,
): readonly AwardWindow[] => {
  const starts = [...new Set(elements.flatMap(({ achievedOn }) => achievedOn))].sort();
  // Of each element the first day that is not before a window: windows and days are both in order, so it only moves on.
  const next = elements.map(() => 0);
  return starts.map((from): AwardWindow => {
    const last = lastDayFrom(from, reading, caller);
    const achieved = elements.flatMap(({ element, achievedOn }, at) => {
      let day = next[at] ?? 0;
      while (day < achievedOn.length && (achievedOn[day] ?? '') < from) day++;
      next[at] = day;
      const on = achievedOn[day];
      return on === undefined || on > last ? [] : [{ element, on }];
    });
    const counted = new Set(achieved.map(({ element }) => element));
    const lacks = elements.filter(({ element }) => !counted.has(element));
    const completedOn = achieved
      .map(({ on }) => on)
      .sort()
      .at(-1);
    return {
      from,
      last,
      achieved,
      lacks: lacks.map(({ element }) => element),
      ...(lacks.length === 0 && completedOn !== undefined && { completedOn }),
    };
  });
};

/** The window with the most elements; of several the one that begins last, since it leaves the most time. */
export const fullest = (windows: readonly AwardWindow[]): AwardWindow | undefined =>
  windows.reduce<AwardWindow | undefined>(
    (best, one) => (best === undefined || one.achieved.length >= best.achieved.length ? one : best),
    undefined,
  );

/** The window that was complete first. */
export const firstCompleted = (windows: readonly AwardWindow[]): AwardWindow | undefined =>
  windows.reduce<AwardWindow | undefined>((first, one) => {
    if (one.completedOn === undefined) return first;
    return first?.completedOn === undefined || one.completedOn < first.completedOn ? one : first;
  }, undefined);
