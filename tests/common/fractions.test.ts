import { describe, expect, test } from 'vitest';
import { compareFractions, exact, lcm } from '../../src/common/fractions.js';

const fraction = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('an exact number', () => {
  test('is in lowest terms, with its one division', () => {
    expect(exact(6, 8)).toEqual({ numerator: 3, denominator: 4, decimal: 0.75 });
    expect(exact(0, 5)).toEqual({ numerator: 0, denominator: 1, decimal: 0 });
    expect(exact(-4, 6)).toEqual({ numerator: -2, denominator: 3, decimal: -2 / 3 });
  });

  test.each([
    [2 ** 53, 1],
    [1, 2 ** 53],
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, 1.5],
  ])('is refused where %s/%s is none', (numerator, denominator) => {
    expect(() => exact(numerator, denominator)).toThrow(`the fraction ${numerator}/${denominator} is not exact`);
  });
});

describe('a comparison of fractions', () => {
  test('needs no division', () => {
    expect(compareFractions(fraction(1, 3), fraction(2, 6))).toBe(0);
    expect(compareFractions(fraction(1, 3), fraction(1, 2))).toBeLessThan(0);
    expect(compareFractions(fraction(2, 3), fraction(1, 2))).toBeGreaterThan(0);
  });

  test('is exact where the cross products leave the safe whole numbers', () => {
    // n/(n + 1) rises with n, and neighbours differ by about 1/n², far below what a float can tell.
    const n = 3_000_000_000;
    const [low, high] = [fraction(n - 1, n), fraction(n, n + 1)];
    expect(low.numerator / low.denominator).toBe(high.numerator / high.denominator);
    expect(compareFractions(low, high)).toBe(-1);
    expect(compareFractions(high, low)).toBe(1);
    expect(compareFractions(high, fraction(n, n + 1))).toBe(0);
    // One product safe, the other not.
    expect(compareFractions(fraction(1, n * 2), fraction(n, n * 2))).toBe(-1);
    expect(compareFractions(fraction(n, n * 2), fraction(1, n * 2))).toBe(1);
  });
});

test('the least common multiple is the smallest number both divide', () => {
  expect([lcm(4, 6), lcm(1, 7), lcm(5, 5), lcm(21, 6)]).toEqual([12, 7, 5, 42]);
});
