import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from '../../../src/agreement/moderation/bootstrap-interval.js';
import { krippendorffAlpha } from '../../../src/agreement/coefficients/krippendorff-alpha.js';
import type { RatingRows } from '../../../src/agreement/ratings/ratings.js';

const rows = {
  ratings: [
    ['a', 'a'],
    ['b', 'b'],
    ['c', 'b'],
    ['c', 'c'],
  ],
  categories: ['a', 'b', 'c'],
};
const alpha = (sample: RatingRows) => krippendorffAlpha(sample, { metric: 'nominal' });
/** Draws every one of the 4⁴ samples once. */
const eachOnce = () => {
  const shares = Array.from({ length: 256 }, (_, n) => [n % 4, (n >> 2) % 4, (n >> 4) % 4, (n >> 6) % 4]).flat();
  let call = 0;
  return () => shares[call++ % shares.length]! / 4;
};

describe('an interval by the bootstrap', () => {
  test('of all 256 samples of four subjects is that of the Python package krippendorff, sample by sample', () => {
    // krippendorff 0.9.0: 253 samples have an alpha, three are of one level throughout; the 7th and the 247th are −0.4 and 1.
    expect(bootstrapInterval(rows, alpha, { random: eachOnce(), resamples: 256 })).toEqual({
      kind: 'bootstrap',
      interval: [expect.closeTo(-0.4, 12), 1],
      resamples: 253,
      undefinedResamples: 3,
    });
  });

  test('is the same with the same seed, and undefined where resamples do not vary', () => {
    const seeded = (seed: number) => () => {
      seed = (seed * 48271) % 2147483647;
      return (seed - 1) / 2147483646;
    };
    const of = (seed: number) => bootstrapInterval(rows, alpha, { random: seeded(seed), resamples: 300 });
    expect(of(1)).toEqual(of(1));
    const agreed = {
      ratings: [
        ['a', 'a'],
        ['b', 'b'],
        ['a', 'a'],
        ['b', 'b'],
        ['c', 'c'],
      ],
    };
    expect(bootstrapInterval(agreed, alpha, { random: seeded(1), resamples: 300 })).toMatchObject({
      because: 'no-variation',
    });
    expect(
      bootstrapInterval({ ratings: [['a', 'b']], categories: ['a', 'b'] }, alpha, { random: seeded(1) }),
    ).toMatchObject({ kind: 'undefined' });
  });

  test('refuses a source that gives no shares, and options that do not exist', () => {
    expect(() => bootstrapInterval(rows, alpha, { random: () => 1 })).toThrow(/bootstrapInterval: random\(\) is 1/u);
    expect(() => bootstrapInterval(rows, alpha, {} as never)).toThrow(/random/u);
    expect(() => bootstrapInterval(rows, alpha, { random: () => 0.5, resample: 5 } as never)).toThrow(/resamples/u);
    expect(() => bootstrapInterval(rows, 5 as never, { random: () => 0.5 })).toThrow(/coefficient/u);
  });
});
