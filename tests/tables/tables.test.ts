/** Numbers, words and dates of tables as people write them. */
import { describe, expect, test } from 'vitest';
import {
  checkAchievedTable,
  checkAsOfDates,
  checkDeltaColumn,
  checkDenominators,
  checkHeadline,
  checkPeriods,
} from '../../src/tables/index.js';
import { periodIn } from '../../src/tables/as-of-period.js';

const codesOf = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);
const delta = (row: Omit<Parameters<typeof checkDeltaColumn>[0][number], 'label'>, options = {}) =>
  codesOf(checkDeltaColumn([{ label: 'A', ...row }], options));

describe('a column of changes', () => {
  test.each([
    [{ value: '1,250', previous: '1,000', delta: '+250' }],
    [{ value: '1 250', previous: '1 000', delta: '250' }],
    [{ value: '61,5 %', previous: '60,5 %', delta: '1 pp' }],
    [{ value: '1,250 (up from 1,000)' }],
    [{ value: '1,250 (up by 250 from 1,000)' }],
    [{ value: '1,250 ↑ from 1,000' }],
    [{ value: 55, note: 'decrease from 61 %' }],
    [{ value: 55, note: '↓ from 61' }],
    [{ value: 55, note: '↓ 6 from 61' }],
    [{ value: '55 %, down from 61 %' }],
    [{ value: '3/4', previous: '1/2', delta: '+1/4' }],
    [{ value: '3/4', previous: '50 %', delta: '+25 pp' }],
    [{ value: '1,250', previous: '1,000', delta: '+25 %' }],
    [{ value: 65, previous: 61, delta: 3 }],
    [{ value: 65, previous: 61, delta: 5 }],
    [{ value: 61, note: 'fell slightly from 61' }],
    [{ value: 65, note: 'has not been dropped from 61' }],
    [{ value: '65 %', note: 'increased from 2019 to 2021' }],
    [{ value: '65 % (+4 from 61 %)' }],
    [{ value: 57, previous: 61, delta: '↓ 4' }],
    [{ value: 65, previous: 61, delta: '4 up' }],
  ])('true rows pass: %j', (row) => {
    expect(delta(row).filter((code) => code !== 'no-previous-value')).toEqual([]);
  });

  test.each([
    [{ value: '1,250', previous: '1,000', delta: '+150' }, ['delta-wrong-amount']],
    [{ value: '1,250 (down from 1,000)' }, ['direction-denied']],
    [{ value: '1,250 (up by 350 from 1,000)' }, ['delta-wrong-amount']],
    [{ value: 65, note: 'decrease from 61 %' }, ['direction-denied']],
    [{ value: 65, note: '↓ from 61' }, ['direction-denied']],
    [{ value: 55, note: 'an increase of 6 from 61' }, ['direction-denied']],
    [{ value: 65, previous: 61, delta: 2 }, ['delta-wrong-amount']],
    [{ value: '65.0', previous: '61.0', delta: '3.8' }, ['delta-wrong-amount']],
    [{ value: '100 %', previous: '80 %', delta: '+25 %' }, ['delta-relative']],
    [{ value: '1,250 pupils', previous: 1000 }, ['unreadable-value']],
    [{ value: '65 % (−4 from 61 %)' }, ['delta-wrong-amount']],
    [{ value: 65, previous: 61, delta: '↓ 4' }, ['delta-wrong-sign']],
    [{ value: '12–15', previous: 1000 }, ['unreadable-value']],
    [{ value: 65, note: 'up from 61-63' }, ['unreadable-value']],
    [{ value: 65, note: 'up from 1,2,3' }, ['unreadable-value']],
  ])('wrong rows do not: %j', (row, codes) => {
    expect(delta(row)).toEqual(codes);
  });

  test('counts can be held to the last unit', () => {
    const row = { value: '1,250', previous: '1,000', delta: '249' };
    expect([delta(row), delta(row, { values: 'exact' })]).toEqual([[], ['delta-wrong-amount']]);
  });

  test('the decimal sign can be named', () => {
    // 1.250 is a thousand and more to a German reader, and a little over one to an English one.
    const row = { value: '1.250', previous: '1.000', delta: '250' };
    expect([delta(row, { decimal: ',' }), delta(row)]).toEqual([[], ['delta-wrong-amount']]);
  });
});

describe('the words of a table of achievements', () => {
  const says = (achieved: string, percent: number | string) =>
    codesOf(checkAchievedTable([{ label: 'A', achieved, percent }]));

  test.each(['Yes', 'yes', ' Y ', 'Achieved', 'Fully met', '✓', '✔️', 'Complete.'])('%s is achieved', (word) => {
    expect([says(word, 100), says(word, 62)]).toEqual([[], ['achieved-below-whole']]);
  });

  test.each(['No', 'In Progress', 'in-progress', 'Not yet', 'Not achieved', 'Partially', 'Working towards', '✗', 'N'])(
    '%s is not achieved',
    (word) => {
      expect([says(word, 62), says(word, 100)]).toEqual([[], ['whole-not-achieved']]);
    },
  );

  test.each(['', '?', 'maybe', 'yes and no', 'constructor', 'amber', '1', 'Yesterday'])(
    '%j is no word for either',
    (word) => {
      expect(says(word, 62)).toEqual(['unreadable-achieved']);
    },
  );

  test('fractions are shares', () => {
    expect([says('Yes', '3/4'), says('Yes', '8/8'), says('No', '62½ %'), says('No', '4 points')]).toEqual([
      ['achieved-below-whole'],
      [],
      [],
      ['unreadable-percent'],
    ]);
  });
});

describe('as of when', () => {
  test.each([
    ['July 2021', '2021-07'],
    ['Jul. 2021', '2021-07'],
    ['2021-07', '2021-07'],
    ['Sept 2021', '2021-09'],
    ['2021', '2021'],
    ['12 July 2021', '2021-07-12'],
    ['12th July, 2021', '2021-07-12'],
    ['July 12, 2021', '2021-07-12'],
    ['Monday 12 July 2021', '2021-07-12'],
    ['31/07/2021', '2021-07-31'],
    ['Autumn 2021', '2021 autumn'],
    ['Autumn term 2021', '2021 autumn'],
    ['Autumn 1 2021', '2021 autumn 1'],
    ['2020–21', '2020/2021'],
    ['2020/2021', '2020/2021'],
    ['Q3 2021', '2021 quarter 3'],
    ['Term 2 2020-21', '2020/2021 term 2'],
  ])('%s is %s', (text, period) => {
    expect(periodIn(text)).toBe(period);
  });

  test.each([
    'July',
    '31 June 2021',
    'Julember 2021',
    '03/04/2021',
    '21',
    '2021-13',
    '2020-22',
    'soon',
    '',
    '2009-10',
    'Maytember 2021',
  ])('%j is none, or two', (text) => {
    expect(periodIn(text)).toBeUndefined();
  });

  test('two captures of one page with 21 % and 43 % under “July 2021” are found', () => {
    const issues = checkAsOfDates([
      { label: 'Benchmark 1, national', value: '21%', asOf: 'July 2021' },
      { label: 'Benchmark 1, national', value: '43%', asOf: 'July 2021' },
      { label: 'Benchmark 2, national', value: '21 %', asOf: 'July 2021' },
      { label: 'Benchmark 2, national', value: '21.4 %', asOf: '2021-07' },
    ]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['two-values-for-one-date', 1, 'value'],
      ['value-repeated', 3],
    ]);
  });
});

describe('counts and shares', () => {
  test('are read with their thousands', () => {
    const of = (part: string, whole: string, percent: string) =>
      codesOf(checkDenominators([{ date: '2026-01-01', counts: [{ label: 'A', part, whole, percent }] }]));
    // 1,250 of 2,000 are 62.5 %.
    expect([of('1,250', '2,000', '62,5 %'), of('1 250', '2 000', '5/8'), of('1,250', '2,000', '3/4')]).toEqual([
      [],
      [],
      ['percent-differs'],
    ]);
    expect([of('1,250 pupils', '2,000', '62'), of('62 %', '2,000', '62'), of('2,001', '2,000', '100')]).toEqual([
      ['not-a-count'],
      ['not-a-count'],
      ['part-above-whole'],
    ]);
    const profile = [{ label: 'A', met: '1,250', of: '2,000' }];
    expect(checkHeadline({ label: 'H', percent: '62.5 %', statistic: 'criteria-met', profile })).toEqual([]);
  });
});

describe('a word that is none is refused by name', () => {
  test('a statistic, a kind of period, a rounding', () => {
    expect(() => checkHeadline({ label: 'A', percent: 5, statistic: 'criteria' as never })).toThrow(
      'checkHeadline: headline.statistic is “criteria”; it is “criteria-met” or “groups-achieved”',
    );
    const column = { label: 'A', period: { kind: 'trimester' as never, first: '2025-01-01', last: '2025-03-31' } };
    expect(() => checkPeriods([column])).toThrow(
      'checkPeriods: columns[0].period.kind is “trimester”; it is “year” or',
    );
    expect(() => checkDenominators([], { rounding: 'up' as never })).toThrow(
      'checkDenominators: rounding is “up”; it is',
    );
    expect(() => checkDeltaColumn([{ label: 'A', value: 1, previus: 2 } as never])).toThrow(
      'checkDeltaColumn: rows[0] has no “previus”; is it “previous”?',
    );
  });
});
