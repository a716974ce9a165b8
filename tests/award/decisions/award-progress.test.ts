import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardProgress, type AwardProgressOptions, elementProgress } from '../../../src/award/index.js';
import { addDays, addMonths } from '../../../src/common/calendar-date.js';
import type { Decision } from '../../../src/model/awards/decision.js';
import { decided, five, refused } from '../support.js';
import { runs } from '../../support/runs.js';

const look = (decisions: readonly Decision[], on: string, more: Partial<AwardProgressOptions> = {}) =>
  awardProgress(decisions, five, { on, windowYears: 3, ...more });

const all = (dates: readonly string[]) => dates.map((date, at) => decided('abcde'[at]!, date));

describe('the window', () => {
  const edge = all(['2024-03-11', '2024-06-01', '2025-01-10', '2026-05-05', '2027-03-11']);

  test('with its end included holds what comes on the very day the years are over', () => {
    const progress = look(edge, '2027-04-01');
    expect(progress.eligible).toBe(true);
    expect(progress.eligibleSince).toBe('2027-03-11');
    expect(progress.reason).toBe(
      'Eligible: all 5 elements were achieved within 3 years, from 2024-03-11 to 2027-03-11. ' +
        'The full award follows only after a successful validation conversation. ' +
        'No source says whether the day on which the years are over counts; if it no longer counted, “A” would be missing.',
    );
    expect(progress.otherReading).toEqual({
      windowEnd: 'exclusive',
      eligible: false,
      completeBy: '2027-05-31',
      matters: true,
    });
  });

  test('with its end excluded does not, and a day earlier would have done', () => {
    const late = look(edge, '2027-04-01', { windowEnd: 'exclusive' });
    expect(late.eligible).toBe(false);
    expect(late.otherReading).toEqual({ windowEnd: 'inclusive', eligible: true, matters: true });
    expect(late.reason).toContain('if it still counted, the setting would be eligible.');
    expect(late).not.toHaveProperty('eligibleSince');
    const early = look(all(['2024-03-11', '2024-06-01', '2025-01-10', '2026-05-05', '2027-03-10']), '2027-04-01', {
      windowEnd: 'exclusive',
    });
    expect(early.eligible).toBe(true);
    expect(early.otherReading.matters).toBe(false);
  });

  test('from 29 February ends by 28 February, or on 1 March where that is asked for', () => {
    const leap = [decided('a', '2024-02-29')];
    expect(look(leap, '2026-01-01').completeBy).toBe('2027-02-28');
    expect(look(leap, '2026-01-01', { windowEnd: 'exclusive' }).completeBy).toBe('2027-02-27');
    expect(look(leap, '2026-01-01', { leapDay: '1-march' }).completeBy).toBe('2027-03-01');
    expect(look(leap, '2026-01-01', { leapDay: '1-march', windowEnd: 'exclusive' }).completeBy).toBe('2027-02-28');
    expect(look(leap, '2026-01-01', { windowYears: 4 }).completeBy).toBe('2028-02-29');
  });

  test('is open on its last day and over on the next', () => {
    const one = [decided('a', '2024-03-11')];
    const last = look(one, '2027-03-11');
    expect([last.completeBy, last.daysLeft]).toEqual(['2027-03-11', 0]);
    expect(last.lapses).toEqual([
      {
        element: 'a',
        label: 'A',
        achievedOn: '2024-03-11',
        countsUntil: '2027-03-11',
        daysLeft: 0,
        lapsed: false,
        message: '“A” (achieved 2024-03-11) counts with new achievements until 2027-03-11.',
      },
    ]);
    const over = look(one, '2027-03-12');
    expect(over).not.toHaveProperty('current');
    expect(over).not.toHaveProperty('completeBy');
    expect(over).not.toHaveProperty('daysLeft');
    expect(over.fullest?.from).toBe('2024-03-11');
    expect(over.lapses[0]).toMatchObject({ lapsed: true });
    expect(over.lapses[0]).not.toHaveProperty('daysLeft');
    expect(over.lapses[0]?.message).toBe('“A” (achieved 2024-03-11) counted with new achievements until 2027-03-11.');
    expect(over.missing.map(({ element, because }) => `${element} ${because}`)).toEqual([
      'a lapsed',
      'b not-decided',
      'c not-decided',
      'd not-decided',
      'e not-decided',
    ]);
    expect(over.reason).toBe(
      'Not eligible: what was achieved, at most 1 of 5 elements within 3 years, is too far back to count with new achievements. ' +
        'The next element achieved opens a new window.',
    );
  });

  test('that is fullest may be over, and then another is the one to complete', () => {
    // The first holds a, b and c until 2023-01-10; on 2024-01-01 only the one from c's date is open, with c and d.
    const progress = look(
      [decided('a', '2020-01-10'), decided('b', '2020-02-01'), decided('c', '2022-12-01'), decided('d', '2023-11-01')],
      '2024-01-01',
    );
    expect(progress.fullest).toMatchObject({ from: '2020-01-10', last: '2023-01-10', lacks: ['d', 'e'] });
    expect(progress.current).toMatchObject({ from: '2022-12-01', last: '2025-12-01', lacks: ['a', 'b', 'e'] });
    expect(progress.current?.achieved).toEqual([
      { element: 'c', on: '2022-12-01' },
      { element: 'd', on: '2023-11-01' },
    ]);
    // From 1 January 2024 to 1 January 2025 are 366 days, and from there to 1 December 365 − 31 = 334.
    expect([progress.completeBy, progress.daysLeft]).toEqual(['2025-12-01', 700]);
    expect(progress.reason).toBe(
      'Not eligible yet: 2 of 5 elements count in the window from 2022-12-01 to 2025-12-01. Missing, and needed by 2025-12-01: “A”, “B” and “E”.',
    );
    expect(progress.lapses.map(({ element, countsUntil, lapsed }) => [element, countsUntil, lapsed])).toEqual([
      ['a', '2023-01-10', true],
      ['b', '2023-02-01', true],
      ['c', '2025-12-01', false],
      ['d', '2026-11-01', false],
    ]);
  });

  test('is the later one where two hold equally many, since it leaves more time', () => {
    const progress = look(
      [decided('a', '2024-01-10'), decided('a', '2025-01-10'), decided('b', '2025-03-01')],
      '2025-06-01',
    );
    expect(progress.current?.from).toBe('2025-01-10');
    expect(progress.completeBy).toBe('2028-01-10');
    expect(progress.lapses.find(({ element }) => element === 'a')?.achievedOn).toBe('2025-01-10');
    expect(progress.windows.map(({ from }) => from)).toEqual(['2024-01-10', '2025-01-10', '2025-03-01']);
  });
});

describe('eligible', () => {
  const dates = ['2021-01-10', '2021-06-01', '2022-01-10', '2022-05-05', '2023-12-20'];

  test('is for good: the years collect the elements, they are no period of validity', () => {
    const later = look(all(dates), '2040-01-01');
    expect(later.eligible).toBe(true);
    expect([later.missing, later.lapses]).toEqual([[], []]);
    expect(later).not.toHaveProperty('completeBy');
    expect(later.achieved).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('counts from the day of the last element, not before', () => {
    const before = look(all(dates), '2023-12-19');
    expect(before.eligible).toBe(false);
    expect(before.later.map(({ element }) => element)).toEqual(['e']);
    expect(look(all(dates), '2023-12-20').eligibleSince).toBe('2023-12-20');
  });

  test('dates from the first window that was complete, though a later one is complete too', () => {
    const again = [...all(dates), decided('a', '2023-12-25')];
    const progress = look(again, '2024-06-01');
    expect(progress.eligibleSince).toBe('2023-12-20');
    expect(progress.fullest?.from).toBe('2021-06-01');
    expect(progress.fullest?.completedOn).toBe('2023-12-25');
  });

  test('is not said of five elements too far apart', () => {
    const progress = look(all(['2020-01-10', '2021-06-01', '2022-01-10', '2022-05-05', '2023-12-20']), '2024-01-01');
    expect(progress.eligible).toBe(false);
    expect(progress.achieved).toHaveLength(5);
    expect(progress.missing).toEqual([
      {
        element: 'a',
        label: 'A',
        because: 'lapsed',
        message: '“A” was achieved on 2020-01-10, too long ago to count with new achievements.',
      },
    ]);
    expect(progress.completeBy).toBe('2024-06-01');
  });
});

describe('several decisions on one element', () => {
  test('an appeal is a later decision, and it stands', () => {
    const { elements } = elementProgress([refused('a', '2025-01-10'), decided('a', '2025-03-01')], five);
    expect(elements[0]).toMatchObject({ state: 'achieved', achievedOn: ['2025-03-01'] });
    expect(elements[0]?.decisions).toHaveLength(2);
  });

  test('more evidence needed, said later, takes the achievement away unless it is to stand beside it', () => {
    const decisions = [decided('a', '2025-01-10'), refused('a', '2025-03-01')];
    const replaced = look(decisions, '2025-06-01');
    expect(replaced.elements[0]).toMatchObject({
      state: 'more-evidence-needed',
      achievedOn: [],
      message: '“A” needs more evidence, as decided on 2025-03-01, which replaces what was achieved on 2025-01-10.',
    });
    expect(replaced.missing[0]).toMatchObject({ because: 'more-evidence-needed', message: '“A” needs more evidence.' });
    expect(replaced.windows).toEqual([]);
    const beside = look(decisions, '2025-06-01', { laterDecision: 'stands-beside' });
    expect(beside.achieved).toEqual(['a']);
    expect(beside.elements[0]?.message).toBe('“A” is achieved: 2025-01-10.');
    expect(beside.completeBy).toBe('2028-01-10');
  });

  test('achieved again counts by either date, what was achieved before a refusal by neither', () => {
    const { elements } = elementProgress(
      [decided('a', '2022-01-01'), refused('a', '2023-01-01'), decided('a', '2024-01-01'), decided('a', '2025-01-01')],
      five,
    );
    expect(elements[0]?.achievedOn).toEqual(['2024-01-01', '2025-01-01']);
    expect(elements[0]?.message).toBe('“A” is achieved: 2024-01-01 and 2025-01-01.');
  });

  test('two words on one day are an issue, and the second is taken as the later, in whatever order they come', () => {
    const clash = [refused('a', '2025-01-10'), decided('a', '2025-01-10')];
    const one = elementProgress(clash, five);
    expect(one.elements[0]?.state).toBe('more-evidence-needed');
    expect(one.issues).toMatchObject([{ code: 'contradicting-decisions', path: ['elements', 'a'] }]);
    expect(elementProgress([...clash].reverse(), five)).toEqual(one);
    expect(elementProgress([refused('a', '2025-01-10'), decided('a', '2025-01-11')], five).issues).toEqual([]);
  });

  test('an element nobody has decided says so, and so does one of which only more evidence was asked', () => {
    const { elements } = elementProgress([refused('b', '2025-01-10')], five);
    expect(elements.slice(0, 2).map(({ state, message }) => `${state}: ${message}`)).toEqual([
      'not-decided: “A” has not been decided yet.',
      'more-evidence-needed: “B” needs more evidence, as decided on 2025-01-10.',
    ]);
  });
});

describe('what comes after the day', () => {
  test('is set aside and listed, in order', () => {
    const { later, elements } = look(
      [decided('b', '2026-02-01'), decided('a', '2025-01-01'), decided('c', '2026-01-02')],
      '2026-01-01',
    );
    expect(later.map(({ element }) => element)).toEqual(['c', 'b']);
    expect(elements.map(({ state }) => state)).toEqual([
      'achieved',
      'not-decided',
      'not-decided',
      'not-decided',
      'not-decided',
    ]);
  });

  test('and what comes on the day counts', () => {
    expect(look([decided('a', '2026-01-01')], '2026-01-01').achieved).toEqual(['a']);
  });
});

describe('before anything is decided', () => {
  test('nothing is achieved and nobody is named', () => {
    const progress = look([], '2026-01-01');
    expect(progress).not.toHaveProperty('setting');
    expect(progress).not.toHaveProperty('fullest');
    expect(progress.reason).toBe(
      'Not eligible yet: no element is achieved. The window of 3 years opens with the first of the 5.',
    );
    expect(progress.otherReading.matters).toBe(false);
  });
});

describe('what cannot be read together is refused', () => {
  test('another edition or framework', () => {
    const other = decided('a', '2025-01-01', { framework: { id: 'five', edition: '2' } });
    expect(() => look([other], '2026-01-01')).toThrow(
      'awardProgress: decisions[0], of 2025-01-01, is about “five” 2, the framework is “five” 1',
    );
    expect(() => elementProgress([other], five)).toThrow('elementProgress: decisions[0], of 2025-01-01');
    const strange = decided('a', '2025-01-01', { framework: { id: 'six', edition: '1' } });
    expect(() => look([strange], '2026-01-01')).toThrow(RangeError);
  });

  test('an element the framework does not have', () => {
    expect(() => look([decided('f', '2025-01-01')], '2026-01-01')).toThrow('has no element “f”');
  });

  test('two settings, unless one is named', () => {
    const two = [decided('a', '2025-01-01'), decided('b', '2025-01-01', { setting: 'valley' })];
    expect(() => look(two, '2026-01-01')).toThrow('several settings (hilltop, valley)');
    const one = look(two, '2026-01-01', { setting: 'valley' });
    expect([one.setting, one.achieved]).toEqual(['valley', ['b']]);
    expect(look([], '2026-01-01', { setting: 'valley' }).setting).toBe('valley');
  });

  test('impossible dates and years', () => {
    expect(() => look([], '2026-02-29')).toThrow(
      'awardProgress: on is “2026-02-29”; it is a calendar date, YYYY-MM-DD',
    );
    expect(() => look([decided('a', '2025-13-01')], '2026-01-01')).toThrow('2025-13-01');
    expect(() => elementProgress([], five, { on: 'today' })).toThrow('elementProgress: on is “today”');
    for (const windowYears of [0, -1, 1.5, Number.NaN]) {
      expect(() => look([], '2026-01-01', { windowYears })).toThrow(
        `windowYears is ${windowYears}; it is a whole number from 1`,
      );
    }
  });
});

test('options that are none of their words are refused, since they would be read as another', () => {
  const ask = (more: object) => () => look([], '2026-01-01', more);
  expect(ask({ windowEnd: 'Inclusive' })).toThrow('windowEnd is “Inclusive”; it is “inclusive” or “exclusive”');
  expect(ask({ leapDay: 'march' })).toThrow('leapDay is “march”; it is “28-february” or “1-march”');
  expect(ask({ laterDecision: 'adds' })).toThrow(
    'awardProgress: laterDecision is “adds”; it is “replaces” or “stands-beside”',
  );
});

describe('names', () => {
  test('are those of the sector asked for', () => {
    const [first, ...rest] = five.elements;
    const named = {
      ...five,
      elements: [{ ...first, sectorLabels: [{ label: 'A for adults', sectors: ['cld' as const] }] }, ...rest],
    };
    expect(elementProgress([], named, { sector: 'cld' }).elements[0]?.label).toBe('A for adults');
    expect(elementProgress([], named, { sector: 'primary' }).elements[0]?.label).toBe('A');
    expect(elementProgress([], named).elements[0]?.label).toBe('A');
  });
});

/** Days over nine years, with 29 February among them more often than chance would have it. */
const someDay = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 9 * 365 }).map((days) => addDays('2020-01-01', days, 'test')) },
  { weight: 1, arbitrary: fc.constantFrom('2020-02-29', '2024-02-29', '2023-02-28', '2023-03-01', '2027-02-28') },
);
const someDecisions = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), someDay, fc.integer({ min: 0, max: 9 }))
    .map(([element, date, luck]) => (luck === 0 ? refused(element, date) : decided(element, date))),
  { maxLength: 14 },
);

describe('against brute force', () => {
  /** All dates on which each element was achieved, the word of the latest day standing. */
  const standing = (decisions: readonly Decision[], on: string) =>
    five.elements.map(({ id }) => {
      const own = decisions.filter(({ element, date }) => element === id && date <= on);
      const refusals = own.filter(({ decision }) => decision !== 'achieved').map(({ date }) => date);
      return own
        .filter(({ decision, date }) => decision === 'achieved' && refusals.every((refusal) => refusal < date))
        .map(({ date }) => date);
    });
  /** The last day of a window, from the words of its definition. */
  const lastOf = (from: string, end: 'inclusive' | 'exclusive') => {
    const [year, rest] = [from.slice(0, 4), from.slice(4)] as const;
    const anniversary = `${Number(year) + 3}${rest === '-02-29' ? '-02-28' : rest}`;
    return end === 'inclusive' ? anniversary : addDays(anniversary, -1, 'test');
  };

  test('eligible is: some choice of one date for each element lies within one window', () => {
    fc.assert(
      fc.property(
        someDecisions,
        someDay,
        fc.constantFrom('inclusive' as const, 'exclusive' as const),
        (decisions, on, end) => {
          const dates = standing(decisions, on);
          // Every choice of one date for each element.
          const choices = dates.reduce<string[][]>(
            (some, own) => some.flatMap((one) => own.map((date) => [...one, date])),
            [[]],
          );
          const within = choices.some((choice) => [...choice].sort().at(-1)! <= lastOf([...choice].sort()[0]!, end));
          expect(look(decisions, on, { windowEnd: end }).eligible).toBe(within);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test('the fullest and the current window are the best of all windows that begin on any day', () => {
    const days = Array.from({ length: 9 * 366 }, (_, at) => addDays('2019-12-31', at, 'test'));
    fc.assert(
      fc.property(someDecisions, someDay, (decisions, on) => {
        const dates = standing(decisions, on);
        const best = (open: boolean) => {
          let most = 0;
          for (const day of days) {
            const last = lastOf(day, 'inclusive');
            if (open && last < on) continue;
            const held = dates.filter((own) => own.some((date) => date >= day && date <= last)).length;
            most = Math.max(most, held);
          }
          return most;
        };
        const progress = look(decisions, on);
        expect(progress.fullest?.achieved.length ?? 0).toBe(best(false));
        expect(progress.current?.achieved.length ?? 0).toBe(best(true));
      }),
      { numRuns: runs(40) },
    );
  });

  test('achieving what is missing by the last date makes eligible, and a day later it does not', () => {
    fc.assert(
      fc.property(someDecisions, someDay, (decisions, on) => {
        const progress = look(
          decisions.filter(({ date }) => date <= on),
          on,
        );
        const by = progress.completeBy;
        fc.pre(by !== undefined);
        const complete = (date: string) => [
          ...decisions.filter((one) => one.date <= on),
          ...progress.missing.map(({ element }) => decided(element, date)),
        ];
        if (by! > on || progress.missing.length > 0) {
          const clash = decisions.some(({ date, decision }) => date === by && decision !== 'achieved');
          if (!clash) expect(look(complete(by!), by!).eligible).toBe(true);
        }
        const after = addDays(by!, 1, 'test');
        expect(look(complete(after), after).eligible).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  test('the order of the decisions changes nothing', () => {
    fc.assert(
      fc.property(
        someDecisions.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        someDay,
        ([list, shuffled], on) => {
          expect(look(shuffled, on)).toEqual(look(list, on));
        },
      ),
    );
  });

  test('what comes back is plain JSON', () => {
    fc.assert(
      fc.property(someDecisions, someDay, (decisions, on) => {
        const progress = look(decisions, on);
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
      }),
      { numRuns: runs(30) },
    );
  });

  test('the anniversary of the definition is that of the calendar', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(addMonths(day, 36, 'last-of-month', 'test')).toBe(lastOf(day, 'inclusive'));
      }),
    );
  });
});
