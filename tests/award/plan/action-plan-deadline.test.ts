import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionPlanDeadline, actionPlanDeadline } from '../../../src/award/index.js';

// Monday to Friday: 1 June 2026 is a Monday.
const weekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const dateOf = (deadline: ActionPlanDeadline) => (deadline.kind === 'found' ? deadline.date : deadline.because);

describe('at least ten working days before', () => {
  test('counted back from a Wednesday with two week-ends between is a Wednesday two weeks earlier', () => {
    // Back from Wednesday 24 June 2026: 23, 22, 19, 18, 17, 16, 15, 12, 11 and 10 June.
    const deadline = actionPlanDeadline('2026-06-24', { workingDays: 10, isWorkingDay: weekday });
    expect(deadline).toMatchObject({
      kind: 'found',
      date: '2026-06-10',
      conversation: '2026-06-24',
      workingDays: 10,
      counting: 'count-back',
      readings: { countBack: '2026-06-10', clearDays: '2026-06-09' },
    });
    expect(deadline.message).toBe(
      'The plan must be submitted by 2026-06-10: at least 10 working days before the conversation on 2026-06-24, the day of submission counted.',
    );
  });

  test('as clear days is the day before the tenth, and may be a Sunday', () => {
    // Back from Monday 15 June: the tenth is Monday 1 June, and Sunday 31 May has ten whole working days after it.
    const deadline = actionPlanDeadline('2026-06-15', {
      workingDays: 10,
      isWorkingDay: weekday,
      counting: 'clear-days',
    });
    expect(dateOf(deadline)).toBe('2026-05-31');
    expect(deadline.message).toContain(
      'at least 10 clear working days before the conversation on 2026-06-15, the day of submission not counted',
    );
  });

  test('goes round holidays and over the turn of the year', () => {
    const closed = (date: string) => date >= '2026-12-24' && date <= '2027-01-06';
    const school = (date: string) => weekday(date) && !closed(date);
    // Back from Friday 15 January 2027: 14, 13, 12, 11, 8, 7 January; 23, 22, 21, 18 December.
    expect(dateOf(actionPlanDeadline('2027-01-15', { workingDays: 10, isWorkingDay: school }))).toBe('2026-12-18');
  });

  test('goes over 29 February', () => {
    // Thursday 29 February 2024 is the first working day before Friday 1 March.
    expect(dateOf(actionPlanDeadline('2024-03-01', { workingDays: 1, isWorkingDay: weekday }))).toBe('2024-02-29');
    expect(dateOf(actionPlanDeadline('2023-03-01', { workingDays: 1, isWorkingDay: weekday }))).toBe('2023-02-28');
  });

  test('does not count the day of the conversation, whether it is a working day or not', () => {
    expect(dateOf(actionPlanDeadline('2026-06-13', { workingDays: 1, isWorkingDay: weekday }))).toBe('2026-06-12');
    expect(dateOf(actionPlanDeadline('2026-06-12', { workingDays: 1, isWorkingDay: weekday }))).toBe('2026-06-11');
  });
});

describe('a calendar without working days', () => {
  test('is said, after a bounded search', () => {
    let asked = 0;
    const never = () => {
      asked++;
      return false;
    };
    const deadline = actionPlanDeadline('2026-06-24', { workingDays: 10, isWorkingDay: never });
    expect(deadline).toMatchObject({ kind: 'not-found', because: 'too-few-working-days', found: 0 });
    // 366 days and ten for each working day asked for.
    expect(asked).toBe(466);
    expect(deadline.kind === 'not-found' && deadline.searchedBackTo).toBe('2025-03-15');
  });

  test('too far back is not found either, and searchDays says how far that is', () => {
    const mondays = (date: string) => new Date(date).getUTCDay() === 1;
    const back = (searchDays?: number) =>
      actionPlanDeadline('2026-06-24', { workingDays: 3, isWorkingDay: mondays, searchDays });
    // Mondays before 24 June: 22, 15 and 8 June, the last 16 days back.
    expect(dateOf(back())).toBe('2026-06-08');
    expect(dateOf(back(16))).toBe('2026-06-08');
    const short = back(15);
    expect(short).toMatchObject({ found: 2, searchedBackTo: '2026-06-09' });
    expect(short.message).toBe(
      'No last day was found: from 2026-06-09 to the conversation the calendar has 2 working days, but 3 are needed. ' +
        'Look at isWorkingDay, or at searchDays.',
    );
  });

  test('and a search that reaches the first year of all ends there', () => {
    const early = actionPlanDeadline('0000-01-05', { workingDays: 1, isWorkingDay: () => false });
    expect(early).toMatchObject({ kind: 'not-found', searchedBackTo: '0000-01-01' });
  });
});

describe('what makes no sense is refused', () => {
  const ask =
    (more: Partial<Parameters<typeof actionPlanDeadline>[1]>, date = '2026-06-24') =>
    () =>
      actionPlanDeadline(date, { workingDays: 10, isWorkingDay: weekday, ...more });

  test('numbers, dates and answers', () => {
    for (const workingDays of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(ask({ workingDays })).toThrow(
        `actionPlanDeadline: workingDays is ${workingDays}; it is a whole number from 1`,
      );
      expect(ask({ workingDays, searchDays: 30 })).toThrow('workingDays');
    }
    expect(ask({ counting: 'calendar-days' as 'clear-days' })).toThrow(
      'counting is “calendar-days”; it is “count-back” or “clear-days”',
    );
    expect(ask({ searchDays: 0 })).toThrow('searchDays is 0; it is a whole number from 1');
    expect(ask({}, '2026-06-31')).toThrow('actionPlanDeadline: conversation is “2026-06-31”; it is a calendar date');
    const promised = () => Promise.resolve(true) as unknown as boolean;
    expect(ask({ isWorkingDay: promised })).toThrow(TypeError);
    expect(ask({ isWorkingDay: promised })).toThrow(
      'must answer true or false, got a Promise (is an “await” missing?) for 2026-06-23',
    );
  });
});

test('the last day is the last by its definition: so many working days from it on, and fewer from the day after', () => {
  const day = 86_400_000;
  const start = Date.UTC(2026, 0, 1);
  const write = (at: number) => new Date(start + at * day).toISOString().slice(0, 10);
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 80, maxLength: 120 }),
      fc.integer({ min: 60, max: 79 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('count-back' as const, 'clear-days' as const),
      (calendar, conversation, workingDays, counting) => {
        const works = new Map(calendar.map((open, at) => [write(at), open]));
        const isWorkingDay = (date: string) => works.get(date) ?? false;
        // Working days between a submission and the conversation, the day of submission counted or not.
        const between = (at: number) =>
          calendar.slice(counting === 'count-back' ? at : at + 1, conversation).filter(Boolean).length;
        const deadline = actionPlanDeadline(write(conversation), { workingDays, isWorkingDay, counting });
        let slow = conversation - 1;
        while (slow >= -1 && between(Math.max(slow, -1)) < workingDays) slow--;
        if (deadline.kind === 'found' && slow >= 0) expect(deadline.date).toBe(write(slow));
        else expect(calendar.slice(0, conversation).filter(Boolean).length).toBeLessThanOrEqual(workingDays);
      },
    ),
  );
});
