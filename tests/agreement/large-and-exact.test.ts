import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/coefficients/cohen-kappa.js';
import { benchmarkAgreement } from '../../src/agreement/moderation/benchmark-agreement.js';
import { brennanPrediger } from '../../src/agreement/coefficients/brennan-prediger.js';
import { congerKappa } from '../../src/agreement/coefficients/conger-kappa.js';
import { fleissKappa } from '../../src/agreement/coefficients/fleiss-kappa.js';
import { gwetAC } from '../../src/agreement/coefficients/gwet-ac.js';
import { krippendorffAlpha } from '../../src/agreement/coefficients/krippendorff-alpha.js';
import { intraclassCorrelation } from '../../src/agreement/coefficients/intraclass-correlation.js';
import { percentAgreement } from '../../src/agreement/coefficients/percent-agreement.js';
import { scottPi } from '../../src/agreement/coefficients/scott-pi.js';
import { weightedKappa } from '../../src/agreement/coefficients/weighted-kappa.js';
import { defined } from './support.js';
import { sized } from '../support/runs.js';

describe('coefficients of whole counts are fractions, divided once', () => {
  test('κ of [[3, 0], [5, 10]] is 2/5, the band “Moderate”', () => {
    // pₒ = 13/18; pₑ = (3·8 + 15·10)/18² = 174/324; κ = (234 − 174)/(324 − 174) = 60/150.
    const kappa = defined(
      cohenKappa([
        [3, 0],
        [5, 10],
      ]),
    );
    expect(kappa.coefficient).toBe(0.4);
    expect(benchmarkAgreement(kappa)).toMatchObject({ nominal: { label: 'Moderate' } });
  });

  test('κ of [[1, 2], [3, 6]] is 0: rows are in proportion', () => {
    expect(
      defined(
        cohenKappa([
          [1, 2],
          [3, 6],
        ]),
      ).coefficient,
    ).toBe(0);
  });

  test('small tables: every coefficient is the double nearest to its fraction', () => {
    for (let a = 0; a <= 4; a++)
      for (let b = 0; b <= 4; b++)
        for (let c = 0; c <= 4; c++)
          for (let d = 0; d <= 4; d++) {
            const n = a + b + c + d;
            const [row, column] = [a + b, a + c];
            // (pₒ − pₑ) / (1 − pₑ) over n².
            const chance = row * column + (n - row) * (n - column);
            if (n === 0 || chance === n * n) continue;
            const kappa = (n * (a + d) - chance) / (n * n - chance);
            expect(
              defined(
                cohenKappa([
                  [a, b],
                  [c, d],
                ]),
              ).coefficient,
            ).toBe(kappa);
            expect(
              defined(
                weightedKappa(
                  [
                    [a, b],
                    [c, d],
                  ],
                  { weights: 'linear' },
                ),
              ).coefficient,
            ).toBe(kappa);
            // Scott: shares of both raters together, over (2n)².
            const [one, other] = [row + column, 2 * n - row - column];
            const alike = one * one + other * other;
            if (alike === 4 * n * n) continue;
            const pi = (4 * n * (a + d) - alike) / (4 * n * n - alike);
            expect(
              defined(
                scottPi([
                  [a, b],
                  [c, d],
                ]),
              ).coefficient,
            ).toBe(pi);
            expect(
              defined(
                fleissKappa({
                  table: [
                    [a, b],
                    [c, d],
                  ],
                }),
              ).coefficient,
            ).toBe(pi);
            expect(
              defined(
                congerKappa({
                  table: [
                    [a, b],
                    [c, d],
                  ],
                }),
              ).coefficient,
            ).toBe(kappa);
            // Chance of one half.
            expect(
              defined(
                brennanPrediger({
                  table: [
                    [a, b],
                    [c, d],
                  ],
                }),
              ).coefficient,
            ).toBe((2 * (a + d) - n) / n);
            // pₑ = 2 π (1 − π) = one · other · 2 / (2n)².
            const gwet = (4 * n * (a + d) - 2 * one * other) / (4 * n * n - 2 * one * other);
            expect(
              defined(
                gwetAC({
                  table: [
                    [a, b],
                    [c, d],
                  ],
                }),
              ).coefficient,
            ).toBe(gwet);
            // α = 1 − (2n − 1) · 2 (b + c) / (2 · one · other).
            const alpha = (one * other - (2 * n - 1) * (b + c)) / (one * other);
            expect(
              defined(
                krippendorffAlpha({
                  table: [
                    [a, b],
                    [c, d],
                  ],
                }),
              ).coefficient,
            ).toBe(alpha);
          }
  });
});

test('a distance between decimals is one as they are written: 0.3 − 0.2 is 0.1', () => {
  const ratings = [
    [0.1, 0.2],
    [0.3, 0.4],
    [0.7, 0.8],
  ];
  expect(defined(percentAgreement({ ratings }, { within: 0.1 })).coefficient).toBe(1);
  expect(defined(percentAgreement({ ratings }, { within: 0.09 })).coefficient).toBe(0);
});

test('within any distance at all everybody agrees', () => {
  const ratings = [
    [1, 2],
    [3, 400],
  ];
  expect(defined(percentAgreement({ ratings }, { within: Number.POSITIVE_INFINITY })).coefficient).toBe(1);
});

describe('absence', () => {
  test('blank text is no rating', () => {
    const blank = percentAgreement({
      ratings: [
        ['met', ''],
        ['met', 'met'],
        [' ', 'partly'],
      ],
    });
    expect(blank).toEqual(
      percentAgreement({
        ratings: [
          ['met', null],
          ['met', 'met'],
          [null, 'partly'],
        ],
      }),
    );
  });

  test('a word of absence is refused until somebody says what it is', () => {
    const ratings = [
      ['met', 'NA'],
      ['met', 'met'],
      ['partly', 'partly'],
    ];
    expect(() => percentAgreement({ ratings })).toThrow(
      'percentAgreement: “NA” reads as no rating; say missing: ["NA"]',
    );
    expect(percentAgreement({ ratings, missing: ['NA'] })).toEqual(
      percentAgreement({
        ratings: [
          ['met', null],
          ['met', 'met'],
          ['partly', 'partly'],
        ],
      }),
    );
    expect(defined(percentAgreement({ ratings, categories: ['NA', 'partly', 'met'] })).coefficient).toBeCloseTo(2 / 3);
  });
});

describe('as many different values as there are ratings', () => {
  const drawn = (n: number) => Array.from({ length: n }, (_, i) => [i, (i * 7919) % n]);

  test('a hundred thousand of them make no table of all pairs', () => {
    // 7919 is prime to n, so both raters use every value once: by chance they agree on 1/n.
    const n = sized(100_000, 30_000);
    const ratings = drawn(n);
    const alike = ratings.filter(([a, b]) => a === b).length;
    expect(defined(cohenKappa({ ratings })).coefficient).toBeCloseTo((alike / n - 1 / n) / (1 - 1 / n), 12);
    expect(defined(krippendorffAlpha({ ratings }, { metric: 'ordinal' })).coefficient).toBeLessThan(0.1);
  });

  test('every other coefficient and weighting answers too', () => {
    const some = { ratings: drawn(sized(10_000, 4_000)) };
    for (const metric of ['nominal', 'interval'] as const) {
      expect(defined(krippendorffAlpha(some, { metric })).kind).toBe('agreement');
    }
    for (const weights of ['linear', 'quadratic', 'ordinal'] as const) {
      expect(defined(weightedKappa(some, { weights })).kind).toBe('agreement');
      expect(defined(gwetAC(some, { weights })).kind).toBe('agreement');
    }
    for (const coefficient of [fleissKappa, congerKappa, brennanPrediger, scottPi]) {
      expect(defined(coefficient(some)).kind).toBe('agreement');
    }
    expect(defined(percentAgreement(some, { within: 10 })).coefficient).toBeGreaterThan(0);
  });

  test('one subject rated by as many raters costs no more', () => {
    const one = [Array.from({ length: 20_000 }, (_, i) => i), Array.from({ length: 20_000 }, (_, i) => i)];
    expect(defined(krippendorffAlpha({ ratings: one }, { metric: 'interval' })).coefficient).toBeLessThan(0.01);
  });

  test('a function of the caller’s is asked of two thousand values at most', () => {
    expect(() => weightedKappa({ ratings: drawn(100_000) }, { weights: (a, b) => (a === b ? 1 : 0) })).toThrow(
      'at most 2000 different values, got 100000',
    );
  });
});

describe('numbers of any size', () => {
  const small = [
    [1, 2],
    [2, 2],
    [3, 4],
    [5, 4],
    [4, 4],
  ];
  const times = (factor: number) => small.map((row) => row.map((value) => value * factor));
  const alpha = (ratings: number[][]) => defined(krippendorffAlpha({ ratings }, { metric: 'interval' })).coefficient;

  test('interval alpha does not depend on the unit', () => {
    for (const factor of [1e160, 1e-170, 2 ** 500]) expect(alpha(times(factor))).toBeCloseTo(alpha(small), 12);
  });

  test('an intraclass correlation says that its numbers are out of range', () => {
    for (const factor of [1e160, 1e-170]) {
      expect(() => intraclassCorrelation({ ratings: times(factor) })).toThrow('which is out of range');
    }
  });
});
