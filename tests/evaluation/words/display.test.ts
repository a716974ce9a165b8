import { describe, expect, test } from 'vitest';
import { evaluate, formatExact, formatScore, type Rounding } from '../../../src/evaluation/index.js';
import { french } from '../../../src/messages/french.js';
import { defineRubric } from '../../../src/model/define.js';
import type { Score } from '../../../src/model/rubrics/evaluation.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

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

  test('that is not whole is never shown as a whole one, but by the nearest figure on its own side', () => {
    expect([
      shown(199, 200, 'half-up', 2), // 0.995 rounds to 1.00
      shown(1, 300, 'half-up', 2), // 0.0033… rounds to 0.00
      shown(601, 200, 'half-up', 2), // 3.005 rounds to 3.01 and needs nothing
      shown(3001, 1000, 'half-up', 2), // 3.001 rounds to 3.00 and lies above it
      shown(2999, 1000, 'half-up', 2), // 2.999 rounds to 3.00 and lies below it
      shown(3001, 1000, 'floor', 1),
      shown(-1, 300, 'half-up', 1),
    ]).toEqual(['0.99', '0.01', '3.01', '3.01', '2.99', '3.1', '-0.1']);
    const percent = (numerator: number, denominator: number, decimals: number) =>
      formatExact({ numerator, denominator }, { as: 'percent', decimals });
    // 30.04 % lies above 30 %, 29.96 % below; 100.04 % is more than all.
    expect([percent(3004, 10_000, 1), percent(2996, 10_000, 1), percent(10_004, 10_000, 1)]).toEqual([
      '30.1 %',
      '29.9 %',
      '100.1 %',
    ]);
  });

  test('without places is not shown as 0 or as all; between 0 and 1 it gets a place', () => {
    expect([
      shown(1, 2, 'half-up'),
      shown(1, 300, 'half-up'),
      shown(299, 300, 'half-up'),
      shown(-1, 2, 'half-up'),
      shown(5, 4, 'half-up'), // above 1 there is no whole that it would pass for
      shown(1, 3, 'truncate'),
    ]).toEqual(['0.5', '0.1', '0.9', '-0.5', '1', '0.3']);
    const percent = (numerator: number, denominator: number) =>
      formatExact({ numerator, denominator }, { as: 'percent' });
    expect([percent(2, 3), percent(199, 200), percent(1, 400), percent(1001, 1000)]).toEqual([
      '67 %',
      '99 %',
      '1 %',
      '101 %',
    ]);
  });

  test('is rounded up by “ceiling”, and by no rule that does not exist', () => {
    expect([shown(21, 10, 'ceiling'), shown(-21, 10, 'ceiling'), shown(2, 1, 'ceiling')]).toEqual(['3', '-2', '2']);
    expect(() => shown(1, 2, 'up' as never)).toThrow(
      new RangeError(
        'formatExact: rounding is “up”; it is one of “half-up”, “half-even”, “floor”, “ceiling”, “truncate”',
      ),
    );
  });

  test('has the decimal sign of its language', () => {
    expect(formatExact({ numerator: 2, denominator: 3 }, { as: 'percent', decimals: 1, messages: french })).toBe(
      '66,7 %',
    );
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
      'it is a whole number from 0 to 6',
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
      // (1·½ + 3·1)/4 of what is rated, 4 of 6 by weight; then 3½/6 with the team at its lowest and 5½/6 at its highest.
      '87.5 % of what is rated (66.7 % rated); between 58.3 % and 91.7 % when all is',
    );
    expect(formatScore(evaluate(smallRubric, { ratings: { plan: 'high', team: 'high', voice: 'middle' } }).score)).toBe(
      '75 %',
    );
  });

  test('of points is out of the most there are, and waits for all ratings', () => {
    expect(formatScore(evaluate(points, { ratings: { plan: 'middle' } }).score)).toBe(
      'between 1 and 7 out of 8 (25 % rated)',
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

  const score = (value: [number, number], outOf: number, unit: 'share' | 'points'): Score => {
    const exact = (numerator: number, denominator: number) => ({
      numerator,
      denominator,
      decimal: numerator / denominator,
    });
    const interval = { least: exact(...value), greatest: exact(...value) };
    return { kind: 'scored', unit, value: exact(...value), interval, coverage: exact(1, 1), outOf: exact(outOf, 1) };
  };

  test('short of the highest never reads as the highest', () => {
    expect(formatScore(score([299, 10], 30, 'points'), { decimals: 0 })).toBe('29 out of 30');
    expect(formatScore(score([299, 10], 30, 'points'))).toBe('29.9 out of 30');
    expect(formatScore(score([199, 200], 1, 'share'), { as: 'number', decimals: 2 })).toBe('0.99');
    expect(formatScore(score([1, 2], 1, 'share'), { as: 'number', decimals: 0 })).toBe('0.5');
  });

  test('has more places where two different numbers would look alike', () => {
    // Weights 599 and 2 of 601: with the small one open the score lies between 599/601 = 99.667… % and 100 %, with it at
    // the middle 600/601 = 99.833… %: 99.7 % and 99.8 % differ with one place. 5990 and 2 of 5992: 99.96… % and 99.98… % need two.
    const uneven = (weight: number) =>
      defineRubric({
        id: 'uneven',
        version: '1.0.0',
        label: 'Uneven',
        notice: 'For tests.',
        scale: threeLevels,
        criteria: [
          { id: 'plan', label: 'A plan', weight },
          { id: 'team', label: 'A team', weight: 2 },
        ],
        scoring: { kind: 'weighted-mean', from: 'lowest' },
        outcomes: [],
      });
    const told = (weight: number) =>
      formatScore(
        evaluate(uneven(weight), { ratings: { plan: 'high', team: { levels: ['low', 'middle'] } } } as never).score,
      );
    expect(told(599)).toBe('between 99.7 % and 99.8 %');
    expect(told(5990)).toBe('between 99.97 % and 99.98 %');
  });

  test('speaks the language that is asked for', () => {
    const { score: open } = evaluate(smallRubric, { ratings: { plan: 'middle', voice: 'high' } });
    expect(formatScore(open, { messages: french })).toBe(
      '87,5 % de ce qui est évalué (part évaluée : 66,7 %) ; entre 58,3 % et 91,7 % quand tout le sera',
    );
    expect(formatScore(evaluate(points, { ratings: {} }).score, { messages: french })).toBe(
      'pas de score : rien n’est encore évalué',
    );
  });

  test.each([
    [[undefined], 'formatScore: score is undefined; it is the score of an evaluation, evaluation.score'],
    [[evaluate(smallRubric, { ratings: {} })], 'formatScore: score is an evaluation; it is'],
    [[{ kind: 'score' }], 'formatScore: the kind of score is “score”; it is “scored” or “unscored”'],
    [[{ kind: 'scored', unit: 'share' }], 'formatScore: score.coverage is undefined; it is a fraction'],
    [[score([1, 2], 1, 'share'), null], 'formatScore: options is null; it is an object with as, decimals'],
    [[score([1, 2], 1, 'share'), { decimal: 2 }], 'formatScore: options has no “decimal”; is it “decimals”?'],
    [[score([1, 2], 1, 'share'), { as: 'per cent' }], 'formatScore: as is “per cent”; it is “percent” or “number”'],
    [[score([1, 2], 1, 'share'), { messages: 'fr' }], 'formatScore: messages is “fr”; it is a language'],
  ])('is refused in words where it is none: %#', (args, message) => {
    expect(() => formatScore(...(args as [never, never]))).toThrow(message);
  });

  test.each([
    [[undefined], 'formatExact: value is undefined; it is a fraction'],
    [[0.5], 'formatExact: value is 0.5; it is a fraction'],
    [[{ numerator: 1, denominator: 0 }], 'formatExact: value is { numerator: 1, denominator: 0 }; it is a fraction'],
    [[{ numerator: 1, denominator: 2 }, { decimals: '2' }], 'formatExact: decimals is “2”; it is a whole number'],
  ])('so is a number: %#', (args, message) => {
    expect(() => formatExact(...(args as [never, never]))).toThrow(message);
  });

  test('says why there is none', () => {
    expect(formatScore(evaluate(points, { ratings: {} }).score)).toBe('no score: nothing is rated yet');
    expect(formatScore({ kind: 'unscored', because: 'nothing-applicable' })).toBe('no score: nothing applies');
    expect(formatScore({ kind: 'unscored', because: 'profile-only' })).toBe('no score: this rubric gives a profile');
  });
});
