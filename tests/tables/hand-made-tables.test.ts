/** The troubles seen in public tables, each told anew with names and numbers of our own. */
import { describe, expect, test } from 'vitest';
import { checkAchievedTable } from '../../src/tables/check-achieved-table.js';
import { checkAsOfDates } from '../../src/tables/check-as-of-dates.js';
import { checkDeltaColumn } from '../../src/tables/check-delta-column.js';
import { checkDenominators } from '../../src/tables/check-denominators.js';
import { checkHeadline } from '../../src/tables/check-headline.js';
import { checkPeriods } from '../../src/tables/check-periods.js';
import { issueSchema } from '../../src/model/index.js';
import type { Issue } from '../../src/model/index.js';

/** Issues in short; each must be a whole issue with a way forward. */
const codes = (issues: readonly Issue[]) => {
  for (const issue of issues) {
    expect(issueSchema.safeParse(issue).success).toBe(true);
    expect(issue.hint).toBeTruthy();
  }
  return issues.map(({ code }) => code);
};

describe('an “achieved” beside a percent', () => {
  test('is denied by 62 %, the more so where 75 % and 91 % do not count', () => {
    const issues = checkAchievedTable([
      { label: 'Careers in lessons', percent: 62, achieved: true },
      { label: 'Workplaces', percent: 75, achieved: false },
      { label: 'Personal guidance', percent: '91 %', achieved: false },
      { label: 'Employers', percent: 100, achieved: true },
    ]);
    expect(codes(issues)).toEqual(['achieved-below-whole']);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      path: [0, 'achieved'],
      message:
        '“Careers in lessons” counts as achieved at 62 %, while “Workplaces” at 75 % and “Personal guidance” at 91 % do not.',
    });
  });

  test('is missed at 100 %', () => {
    expect(codes(checkAchievedTable([{ label: 'Workplaces', percent: '100.0 %', achieved: false }]))).toEqual([
      'whole-not-achieved',
    ]);
  });

  test('is denied by 99.95 %, which is not a whole', () => {
    expect(codes(checkAchievedTable([{ label: 'Workplaces', percent: 99.95, achieved: true }]))).toEqual([
      'achieved-below-whole',
    ]);
  });

  test('cannot be judged where the percent is none', () => {
    expect(
      codes(
        checkAchievedTable([
          { label: 'A', percent: 'green', achieved: true },
          { label: 'B', percent: 140, achieved: true },
          { label: 'C', percent: -1, achieved: false },
        ]),
      ),
    ).toEqual(['unreadable-percent', 'percent-out-of-range', 'percent-out-of-range']);
  });
});

describe('values as of a day', () => {
  test('differ for one heading date, as when a page is read twice', () => {
    const issues = checkAsOfDates([
      { label: 'A stable programme, all England', value: '21 %', asOf: '2021-07-31' },
      { label: 'A stable programme, this school', value: 100, asOf: '2021-07-31' },
      { label: 'A stable programme, all England', value: '43 %', asOf: '2021-07-31' },
    ]);
    expect(codes(issues)).toEqual(['two-values-for-one-date']);
    expect(issues[0]?.path).toEqual([2, 'value']);
  });

  test('are missing, impossible or said twice', () => {
    expect(
      codes(
        checkAsOfDates([
          { label: 'A', value: 5 },
          { label: 'A', value: 5, asOf: 'July 2021' },
          { label: 'A', value: 21, asOf: '2021-07-31' },
          { label: 'A', value: '21.0 %', asOf: '2021-07-31' },
          { label: 'A', value: 'n/a', asOf: '2022-07-31' },
          { label: 'A', value: 'n/a ', asOf: '2022-07-31' },
        ]),
      ),
    ).toEqual(['no-as-of-date', 'value-repeated', 'value-repeated']);
  });

  test('are in order where each has a day of its own', () => {
    expect(
      checkAsOfDates([
        { label: 'A', value: 21, asOf: '2020-07-31' },
        { label: 'A', value: 43, asOf: '2021-07-31' },
      ]),
    ).toEqual([]);
  });
});

describe('a change that somebody typed', () => {
  test('is called a drop, and was a rise', () => {
    const issues = checkDeltaColumn([{ label: 'Workplaces', value: '65% (Dropped from 61%)' }]);
    expect(codes(issues)).toEqual(['direction-denied']);
    expect(issues[0]?.message).toBe('“Workplaces” is said to have dropped, but it rose by 4, from 61 to 65.');
  });

  test('has the wrong sign or the wrong amount', () => {
    const issues = checkDeltaColumn([
      { label: 'A', value: 65, previous: 61, delta: '−4 pp' },
      { label: 'B', value: 65, previous: 61, delta: '+6' },
      { label: 'C', value: 61, previous: 65, delta: 4 },
      { label: 'D', value: 65, previous: 65, delta: 2 },
    ]);
    expect(codes(issues)).toEqual(['delta-wrong-sign', 'delta-wrong-amount', 'delta-wrong-sign', 'delta-wrong-amount']);
    expect(issues[1]?.message).toBe('“B” has a change of +6, but it rose by 4, from 61 to 65.');
    expect(issues[3]?.message).toBe('“D” has a change of +2, but it stayed where it was, from 65 to 65.');
  });

  test('is right: a fall told as a fall is no issue', () => {
    expect(
      checkDeltaColumn([
        { label: 'A', value: 80, previous: 100, delta: -20, note: 'Dropped from 100 %, by 20' },
        { label: 'B', value: '100 %', previous: '80%', delta: '+20 %' },
        { label: 'C', value: '61 % (not dropped from 61 %)' },
        { label: 'D', value: 61, note: 'unchanged from 61' },
        { label: 'E', value: 0.3, previous: 0.1, delta: 0.2 },
        { label: 'F', value: 40, note: 'a first value' },
        { label: 'G', value: 40, previous: 20, note: 'up after it fell' },
      ]),
    ).toEqual([]);
  });

  test('names another value before, another amount, or nothing to tell it by', () => {
    expect(
      codes(
        checkDeltaColumn([
          { label: 'A', value: 65, previous: 60, note: 'up from 61' },
          { label: 'B', value: '65 % (up by 2 from 61)' },
          { label: 'C', value: '65 % (improved)' },
          { label: 'D', value: 'green' },
          { label: 'E', value: 65, previous: 'amber' },
          { label: 'F', value: 65, previous: 61, delta: 'better' },
        ]),
      ),
    ).toEqual([
      'previous-differs',
      'delta-wrong-amount',
      'no-previous-value',
      'unreadable-value',
      'unreadable-value',
      'unreadable-value',
    ]);
  });
});

describe('columns over time', () => {
  const year = (label: string, first: string, last: string) => ({
    label,
    period: { kind: 'year' as const, first, last },
  });
  const halfTerm = (label: string, first: string, last: string) => ({
    label,
    period: { kind: 'half-term' as const, first, last },
  });

  test('turn from years to half-terms', () => {
    const issues = checkPeriods([
      year('2023–24', '2023-08-21', '2024-06-28'),
      year('2024–25', '2024-08-19', '2025-06-27'),
      halfTerm('Autumn 1', '2025-08-18', '2025-10-10'),
      halfTerm('Autumn 2', '2025-10-20', '2025-12-19'),
    ]);
    expect(codes(issues)).toEqual(['mixed-periods']);
    expect(issues[0]?.path).toEqual([2, 'period']);
  });

  test('are out of order, twice, overlapping, undated or impossible', () => {
    expect(
      codes(
        checkPeriods([
          year('2024–25', '2024-08-19', '2025-06-27'),
          year('2023–24', '2023-08-21', '2024-06-28'),
          year('once more', '2024-08-19', '2025-06-27'),
          year('calendar 2025', '2025-01-01', '2025-12-31'),
          { label: 'latest' },
          year('backwards', '2026-06-26', '2025-08-18'),
          year('no date', '2026', '2027'),
        ]),
      ),
    ).toEqual(['periods-out-of-order', 'period-twice', 'periods-overlap', 'no-period', 'not-a-period', 'not-a-period']);
  });

  test('may show a result that falls and rises again: that is for no check to complain of', () => {
    expect(
      checkPeriods([year('2023–24', '2023-08-21', '2024-06-28'), year('2024–25', '2024-08-19', '2025-06-27')]),
    ).toEqual([]);
    expect(
      checkDeltaColumn([
        { label: '2024', value: 80, previous: 100, delta: -20 },
        { label: '2025', value: 100, previous: 80, delta: 20 },
      ]),
    ).toEqual([]);
  });
});

describe('counts of an evaluation that was begun as a copy', () => {
  const original = {
    date: '2025-07-31',
    counts: [
      { label: 'Year 11', part: 90, whole: 120 },
      { label: 'Year 13', part: 30, whole: 60 },
    ],
  };

  test('keep last year’s pupil numbers until somebody renews them', () => {
    const issues = checkDenominators([
      {
        date: '2026-07-31',
        copiedFrom: '2025-07-31',
        counts: [
          { label: 'Year 11', part: 99, whole: 120 },
          { label: 'Year 13', part: 33, whole: 66 },
        ],
      },
      original,
    ]);
    expect(codes(issues)).toEqual(['copied-denominator']);
    expect(issues[0]).toMatchObject({ path: [0, 'counts', 0, 'whole'], severity: 'warning' });
  });

  test('are looked at also where nobody says that they were copied', () => {
    const silent = { date: '2026-07-31', counts: original.counts.map((row) => ({ ...row, part: row.part + 1 })) };
    expect(codes(checkDenominators([original, silent]))).toEqual(['unchanged-denominators']);
    expect(codes(checkDenominators([original, { ...silent, copiedFrom: '2024-07-31' }]))).toEqual(['unknown-original']);
  });

  test('end in more pupils than there are', () => {
    expect(
      codes(checkDenominators([{ date: '2026-07-31', counts: [{ label: 'Year 11', part: 124, whole: 120 }] }])),
    ).toEqual(['part-above-whole']);
  });

  test('belie the percent beside them', () => {
    const of = (percent: number | string, whole = 3) => ({
      date: '2026-07-31',
      counts: [{ label: 'A', part: whole && 2, whole, percent }],
    });
    // Two thirds: 66 and 67 are both less than one away; by the named rounding one of them is right.
    for (const fine of [66, 67, '66.7 %', 66.6]) expect(checkDenominators([of(fine)])).toEqual([]);
    expect(codes(checkDenominators([of(66)], { rounding: 'half-up' }))).toEqual(['percent-differs']);
    expect(checkDenominators([of(66)], { rounding: 'floor' })).toEqual([]);
    expect(codes(checkDenominators([of(68)]))).toEqual(['percent-differs']);
    expect(codes(checkDenominators([of('66.8')]))).toEqual(['percent-differs']);
    expect(codes(checkDenominators([of('most')]))).toEqual(['unreadable-percent']);
    expect(codes(checkDenominators([of(0, 0)]))).toEqual(['percent-of-nothing']);
  });

  test('are no counts', () => {
    expect(codes(checkDenominators([{ date: '2026-07-31', counts: [{ label: 'A', part: 0.5, whole: 2 }] }]))).toEqual([
      'not-a-count',
    ]);
    expect(() => checkDenominators([{ date: 'July', counts: [] }])).toThrow('YYYY-MM-DD');
  });
});

describe('a headline', () => {
  const profile = [
    { label: 'Programme', met: 10, of: 10 },
    { label: 'Workplaces', met: 4, of: 10 },
    { label: 'Guidance', met: 4, of: 10 },
  ];

  test('of 60 % of the criteria across the benchmarks is not one of benchmarks achieved', () => {
    const issues = checkHeadline({ label: 'Benchmarks', percent: 60, profile });
    expect(codes(issues)).toEqual(['headline-unlabelled']);
    expect(issues[0]?.hint).toBe(
      'It is the share of criteria met; say so, or give the share of groups achieved, which is 33 %.',
    );
    expect(checkHeadline({ label: 'Benchmarks', percent: 60, statistic: 'criteria-met', profile })).toEqual([]);
    expect(codes(checkHeadline({ label: 'Benchmarks', percent: 60, statistic: 'groups-achieved', profile }))).toEqual([
      'headline-differs',
    ]);
  });

  test('alone hides its parts: four subjects of which two are weak look like one that is fair', () => {
    expect(codes(checkHeadline({ label: 'Confidence in STEM', percent: 70, statistic: 'criteria-met' }))).toEqual([
      'headline-alone',
    ]);
  });

  test('may be unlabelled in ways that the profile cannot settle', () => {
    expect(checkHeadline({ label: 'B', percent: 33, profile })[0]?.hint).toBe(
      'It is the share of groups achieved; say so.',
    );
    expect(checkHeadline({ label: 'B', percent: 90, profile })[0]?.hint).toContain('it is neither');
    const both = [{ label: 'Programme', met: 10, of: 10 }];
    expect(checkHeadline({ label: 'B', percent: 100, profile: both })[0]?.hint).toMatch(/^Say whether/u);
    expect(codes(checkHeadline({ label: 'B', percent: 60 }))).toEqual(['headline-unlabelled', 'headline-alone']);
    expect(codes(checkHeadline({ label: 'B', percent: 60, profile: [] }))).toEqual([
      'headline-unlabelled',
      'headline-alone',
    ]);
  });

  test('over counts that are none, or that is no number, is not compared', () => {
    expect(
      codes(
        checkHeadline({ label: 'B', percent: 60, statistic: 'criteria-met', profile: [{ label: 'A', met: 3, of: 2 }] }),
      ),
    ).toEqual(['not-a-count']);
    expect(codes(checkHeadline({ label: 'B', percent: 'good' }))).toEqual(['unreadable-percent']);
    expect(
      checkHeadline({ label: 'B', percent: 60, statistic: 'criteria-met', profile: [{ label: 'A', met: 0, of: 0 }] }),
    ).toEqual([]);
  });
});
