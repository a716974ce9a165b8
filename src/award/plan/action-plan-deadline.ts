import type { DeadlineCounting, ActionPlanDeadline } from '../../model/progress/action-plan-deadline.js';
import { dateOfDay, dayNumber } from '../../common/calendar-date.js';
import { numberOf } from '../../common/list-words.js';
import { shownValue } from '../../common/shown-value.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

export interface ActionPlanDeadlineOptions {
  /** How many working days before the conversation at least: 10 for the STEM Nation Award. */
  readonly workingDays: number;
  /** Says of a calendar date, `YYYY-MM-DD`, whether it is a working day. Holidays differ by council, so the calendar is the caller's. */
  readonly isWorkingDay: (date: string) => boolean;
  /** `count-back` where left out. No source says which. */
  readonly counting?: DeadlineCounting | undefined;
  /** How many days to look back at most; by default a year and ten days for each working day. */
  readonly searchDays?: number | undefined;
}

/**
 * The last day on which an action plan can be submitted for a validation conversation: at least a given number of working days before it.
 *
 * The award says *at least ten working days before*, which can be read in two ways; see `DeadlineCounting`. By `count-back` it is
 * the last day d with ten working days from d itself to the day before the conversation; by `clear-days` the last with ten from the
 * day after d, which is one calendar day earlier. `readings` has both; the earlier is safe by both.
 *
 * The search looks back a bounded number of days. A calendar with too few working days gives `not-found` and says so.
 *
 * @throws RangeError for an impossible date, `workingDays` or `searchDays` that is no whole number from 1, or another `counting`; TypeError where
 * `isWorkingDay` answers with anything but true or false.
 * @see STEM Nation Award validation, https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award-validation
 *
 * @example
 * const holidays = ['2026-05-04', '2026-05-18'];
 * const isWorkingDay = (date: string) => ![0, 6].includes(new Date(date).getUTCDay()) && !holidays.includes(date);
 * const deadline = actionPlanDeadline('2026-05-27', { workingDays: 10, isWorkingDay });
 * // Back from Wednesday 27 May, without the holiday of the 18th: 26, 25, 22, 21, 20, 19, 15, 14, 13 and 12 May.
 * deadline.kind === 'found' && deadline.date // => '2026-05-12'
 * deadline.kind === 'found' && deadline.readings // => { countBack: '2026-05-12', clearDays: '2026-05-11' }
 */
export const actionPlanDeadline = (conversation: string, options: ActionPlanDeadlineOptions): ActionPlanDeadline => {
  expectShape(CALLER, 'conversation', conversation, shape.date);
  expectOptions(CALLER, options, OPTIONS);
  const { isWorkingDay, counting = 'count-back', workingDays } = options;
  const end = dayNumber(conversation, CALLER);
  const searchDays = options.searchDays ?? 366 + 10 * workingDays;
  const first = Math.max(end - searchDays, dayNumber('0000-01-01', CALLER));
  const shared = { conversation, workingDays, counting, notice: NOTICE };
  let found = 0;
  for (let day = end - 1; day >= first; day--) {
    if (answer(isWorkingDay, dateOfDay(day, CALLER))) found++;
    if (found === workingDays) {
      const readings = { countBack: dateOfDay(day, CALLER), clearDays: dateOfDay(day - 1, CALLER) };
      const date = counting === 'count-back' ? readings.countBack : readings.clearDays;
      return { kind: 'found', ...shared, date, readings, message: wordsOf(date, shared) };
    }
  }
  const searchedBackTo = dateOfDay(first, CALLER);
  const message =
    `No last day was found: from ${searchedBackTo} to the conversation the calendar has ${numberOf(found, 'working day')}, ` +
    `but ${workingDays} are needed. Look at isWorkingDay, or at searchDays.`;
  return { kind: 'not-found', because: 'too-few-working-days', ...shared, found, searchedBackTo, message };
};

const wordsOf = (
  date: string,
  { conversation, workingDays, counting }: Pick<ActionPlanDeadline, 'conversation' | 'workingDays' | 'counting'>,
): string => {
  const days = numberOf(workingDays, counting === 'count-back' ? 'working day' : 'clear working day');
  const counted = counting === 'count-back' ? 'the day of submission counted' : 'the day of submission not counted';
  return `The plan must be submitted by ${date}: at least ${days} before the conversation on ${conversation}, ${counted}.`;
};

const CALLER = 'actionPlanDeadline';

const OPTIONS = /* @__PURE__ */ (() => ({
  workingDays: shape.wholeFrom(1),
  isWorkingDay: shape.callable,
  counting: shape.maybe(shape.wordOf(['count-back', 'clear-days'])),
  searchDays: shape.maybe(shape.wholeFrom(1)),
}))();

const NOTICE =
  'Education Scotland publishes that a plan must be submitted at least ten working days before the conversation. It does not publish how ' +
  'these days are counted; that is the stem-leadership library’s reading. The caller says which days are working days.';

const answer = (isWorkingDay: (date: string) => boolean, date: string): boolean => {
  const said: unknown = isWorkingDay(date);
  if (typeof said === 'boolean') return said;
  throw new TypeError(`${CALLER}: isWorkingDay must answer true or false, got ${shownValue(said)} for ${date}`);
};
