import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantityWords as wordsIn, type QuantityWordsOptions } from '../../../src/award/portfolio/quantity-words.js';
import { educationScotlandInspection } from '../../../src/data/quantity-words/education-scotland-inspection.js';

const quantityWords = (part: number, whole: number, options?: QuantityWordsOptions) =>
  wordsIn(part, whole, educationScotlandInspection, options);

const wordsFor = (part: number, whole: number, options?: QuantityWordsOptions) => {
  const quantity = quantityWords(part, whole, options);
  return quantity.kind === 'quantity' ? quantity.words : quantity.kind;
};

describe('words for shares', () => {
  test('are the published bands at whole percents', () => {
    const at = (percent: number) => wordsFor(percent, 100);
    expect([91, 99].map(at)).toEqual(['almost all', 'almost all']);
    expect([75, 90].map(at)).toEqual(['most', 'most']);
    expect([50, 74].map(at)).toEqual(['majority', 'majority']);
    expect([16, 49].map(at)).toEqual(['less than half', 'less than half']);
    expect([1, 14].map(at)).toEqual(['few', 'few']);
  });

  test('between two bands follow the named rounding', () => {
    expect(wordsFor(745, 1000)).toBe('most');
    expect(wordsFor(745, 1000, { rounding: 'half-even' })).toBe('majority');
    expect(wordsFor(749, 1000, { rounding: 'floor' })).toBe('majority');
    expect(wordsFor(741, 1000, { rounding: 'ceiling' })).toBe('most');
    expect(wordsFor(495, 1000)).toBe('majority');
    expect(wordsFor(494, 1000)).toBe('less than half');
    // Over 90 %, yet 90 % when rounded: the rule rounds first.
    expect(wordsFor(904, 1000)).toBe('most');
  });

  test('at 15 %, where two bands meet, are as the caller says', () => {
    expect(wordsFor(15, 100)).toBe('less than half');
    expect(wordsFor(15, 100, { shared: 'lower' })).toBe('few');
    expect(wordsFor(145, 1000, { shared: 'lower' })).toBe('few');
    expect(wordsFor(16, 100, { shared: 'lower' })).toBe('less than half');
  });

  test('name none and all with words of the library’s, unless the published ones are asked for', () => {
    expect(quantityWords(0, 12)).toMatchObject({ words: 'none', origin: 'project', percent: 0 });
    expect(quantityWords(12, 12)).toMatchObject({ words: 'all', origin: 'project', percent: 100 });
    expect(wordsFor(0, 12, { ends: 'published' })).toBe('few');
    expect(wordsFor(12, 12, { ends: 'published' })).toBe('almost all');
  });

  test('never show some as 0 % or less than all as 100 %', () => {
    expect(quantityWords(1, 1000)).toMatchObject({ words: 'few', percent: 1 });
    expect(quantityWords(999, 1000)).toMatchObject({ words: 'almost all', percent: 99 });
  });

  test('do not exist where there is nothing to count', () => {
    expect(quantityWords(0, 0)).toEqual({ kind: 'nothing-to-count' });
  });

  test('want a part of a whole in whole numbers', () => {
    for (const [part, whole] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [1, Number.NaN],
    ] as const) {
      expect(() => quantityWords(part, whole)).toThrow(RangeError);
    }
  });

  test('are exact beyond what floating point holds', () => {
    const whole = 9_007_199_254_740_990;
    // 74.5 % exactly, and one less.
    expect(wordsFor((whole / 10) * 7.45, whole)).toBe('most');
    expect(quantityWords(6_710_363_444_782_037, whole)).toMatchObject({ percent: 74, words: 'majority' });
  });

  test('never fall as the part grows, whatever the rule', () => {
    const order = ['none', 'few', 'less than half', 'majority', 'most', 'almost all', 'all'];
    const arbitraryOptions = fc.record({
      rounding: fc.constantFrom('half-up', 'half-even', 'floor', 'ceiling'),
      shared: fc.constantFrom('higher', 'lower'),
      ends: fc.constantFrom('named', 'published'),
    } as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), arbitraryOptions, (whole, at, options) => {
        const part = at % whole;
        const [one, more] = [wordsFor(part, whole, options), wordsFor(part + 1, whole, options)];
        expect(order.indexOf(one)).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(more)).toBeGreaterThanOrEqual(order.indexOf(one));
      }),
      { numRuns: 500 },
    );
  });

  test('leave no whole percent without a band and only 15 in two', () => {
    const bandsAt = (percent: number) =>
      educationScotlandInspection.bands.filter(({ from, to }) => percent >= from && percent <= to);
    for (let percent = 0; percent <= 100; percent++) {
      expect(bandsAt(percent).length, `${percent} %`).toBe(percent === 15 ? 2 : 1);
    }
  });
});
