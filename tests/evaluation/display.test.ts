import { describe, expect, test } from 'vitest';
import { evaluate, formatExact, formatScore, type Rounding } from '../../src/evaluation/index.js';
import { defineRubric } from '../../src/model/define.js';
import { smallRubric, threeLevels } from '../support/small-rubric.js';

const shown = (numerator: number, denominator: number, rounding: Rounding, decimals = 0): string =>
  formatExact({ numerator, denominator }, { rounding, decimals });

describe('a number in figures', () => {
  test.each([
    // 2.5 and 3.5 stand half way; −2.5 shows which way is down and which is toward zero.
    ['half-up', '3', '4', '-2'],
    ['half-even', '2', '4', '-2'],
    ['floor', '2', '3', '-3'],
    ['truncate', '2', '3', '-2'],
  ] as const)('is rounded once, by the named rule: %s', (rounding, a, b, c) => {
    expect([shown(5, 2, rounding), shown(7, 2, rounding), shown(-5, 2, rounding)]).toEqual([a, b, c]);
  });

  test('goes to the nearest on either side of the half, whatever the rule for halves', () => {
    expect([
      shown(24, 10, 'half-even'),
      shown(26, 10, 'half-even'),
      shown(24, 10, 'half-up'),
      shown(26, 10, 'half-up'),
    ]).toEqual(['2', '3', '2', '3']);
  });

  test('has as many decimal places as asked for, zeros included', () => {
    expect([
      shown(1, 2, 'half-up', 3),
      shown(1, 20, 'half-up', 1),
      shown(-1, 20, 'floor', 1),
      shown(2, 1, 'half-up', 2),
    ]).toEqual(['0.500', '0.1', '-0.1', '2.00']);
  });

  test('is exact where a float is not', () => {
    // 1.005 is a little less than it looks in binary; as a fraction it is exactly half way between 1.00 and 1.01.
    expect(shown(1005, 1000, 'half-up', 2)).toBe('1.01');
  });

  test('never shows a part as the whole, nor something as nothing', () => {
    const percent = (numerator: number, denominator: number, decimals = 0) =>
      formatExact({ numerator, denominator }, { as: 'percent', decimals });
    expect([
      percent(999, 1000),
      percent(9999, 10_000, 1),
      percent(1, 1000),
      percent(0, 7),
      percent(7, 7),
      percent(1, 3, 2),
    ]).toEqual(['99 %', '99.9 %', '1 %', '0 %', '100 %', '33.33 %']);
  });

  test.each([-1, 7, 1.5, Number.NaN])('has from 0 to 6 decimal places, so not %s', (decimals) => {
    expect(() => formatExact({ numerator: 1, denominator: 2 }, { decimals })).toThrow(
      'decimals must be a whole number from 0 to 6',
    );
  });
});

describe('a score in figures', () => {
  const points = defineRubric({
    id: 'points',
    version: '1.0.0',
    label: 'Points',
    notice: 'For tests.',
    scale: threeLevels,
    criteria: [
      { id: 'plan', label: 'A plan', weight: 1 },
      { id: 'team', label: 'A team', weight: 3, notApplicable: 'waived' },
    ],
    scoring: { kind: 'sum' },
    outcomes: [],
  });

  test('of a share says what is rated, and what is still open', () => {
    expect(formatScore(evaluate(smallRubric, { ratings: { plan: 'middle', voice: 'high' } }).score)).toBe(
      '88 % of what is rated (2/3 rated); between 58 % and 92 % when all is',
    );
    expect(formatScore(evaluate(smallRubric, { ratings: { plan: 'high', team: 'high', voice: 'middle' } }).score)).toBe(
      '75 %',
    );
  });

  test('of points is out of the most there are, and waits for all ratings', () => {
    expect(formatScore(evaluate(points, { ratings: { plan: 'middle' } }).score)).toBe(
      'between 1 and 7 out of 8 (1/4 rated)',
    );
    expect(formatScore(evaluate(points, { ratings: { plan: 'middle', team: 'high' } }).score)).toBe('7 out of 8');
    expect(
      formatScore(evaluate(points, { ratings: { plan: 'middle', team: { notApplicable: 'two of us' } } }).score),
    ).toBe('1 out of 2');
  });

  test('of contested ratings is an interval', () => {
    const { score } = evaluate(smallRubric, {
      ratings: { plan: 'high', team: 'high', voice: { levels: ['low', 'high'] } },
    });
    expect(formatScore(score, { decimals: 1 })).toBe('between 50.0 % and 100.0 %');
  });

  test('says why there is none', () => {
    expect(formatScore(evaluate(points, { ratings: {} }).score)).toBe('no score: nothing is rated yet');
    expect(formatScore({ kind: 'unscored', because: 'nothing-applicable' })).toBe('no score: nothing applies');
    expect(formatScore({ kind: 'unscored', because: 'profile-only' })).toBe('no score: this rubric gives a profile');
  });
});
