/** What must hold of every table of ratings, and the coefficients against their slow and obvious versions. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Agreement,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAC,
  krippendorffAlpha,
  percentAgreement,
  type RatingRows,
  scottPi,
  type UndefinedAgreement,
  weightedKappa,
  type WeightOptions,
} from '../../src/agreement/index.js';
import * as oracle from './oracle.js';
import { defined } from './support.js';

const categories = [1, 2, 3, 4];
type Result = Agreement | UndefinedAgreement;
type Coefficient = (data: RatingRows, options?: WeightOptions) => Result;

const rowsOf = (raters: number, missing = true) => {
  const rating = fc.constantFrom(...categories);
  const cell = missing ? fc.option(rating, { freq: 4, nil: null }) : rating;
  return fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 14 });
};
const someRows = fc.integer({ min: 2, max: 5 }).chain((raters) => rowsOf(raters));

const expectSame = (a: Result, b: Result): void => {
  if (a.kind === 'undefined' || b.kind === 'undefined') {
    expect(a.kind).toBe(b.kind);
    return;
  }
  expect(b.coefficient).toBeCloseTo(a.coefficient, 12);
  expect(b.standardError ?? 0).toBeCloseTo(a.standardError ?? 0, 12);
};

const anyNumber: Readonly<Record<string, Coefficient>> = {
  percentAgreement,
  fleissKappa,
  congerKappa: congerKappa as Coefficient,
  brennanPrediger,
  gwetAC,
  krippendorffAlpha: (data, options) => krippendorffAlpha(data, options as { weights: 'linear' }),
};

const weightings: Readonly<Record<'identity' | 'linear' | 'quadratic', (a: number, b: number) => number>> = {
  identity: (a, b) => (a === b ? 1 : 0),
  linear: (a, b) => 1 - Math.abs(a - b) / 3,
  quadratic: (a, b) => 1 - (a - b) ** 2 / 9,
};

describe.each(['identity', 'linear', 'quadratic'] as const)('with %s weights', (name) => {
  const weight = weightings[name];
  const slow: Readonly<Record<string, (rows: oracle.Rows) => number>> = {
    percentAgreement: (rows) => oracle.observed(rows, weight),
    fleissKappa: (rows) => oracle.fleiss(rows, categories, weight),
    congerKappa: (rows) => oracle.conger(rows, weight),
    brennanPrediger: (rows) => oracle.brennanPrediger(rows, categories, weight),
    gwetAC: (rows) => oracle.gwet(rows, categories, weight),
    krippendorffAlpha: (rows) => oracle.alpha(rows, (a, b) => 1 - weight(a, b)),
  };

  test.each(Object.keys(slow))('%s is what going through the pairs one by one gives', (coefficient) => {
    fc.assert(
      fc.property(someRows, (ratings) => {
        const result = anyNumber[coefficient]!({ ratings, categories }, { weights: name });
        if (result.kind === 'agreement') expect(result.coefficient).toBeCloseTo(slow[coefficient]!(ratings), 12);
      }),
    );
  });

  test('weighted kappa is what going through the pairs one by one gives', () => {
    fc.assert(
      fc.property(rowsOf(2), (ratings) => {
        const result = weightedKappa({ ratings, categories }, { weights: name });
        if (result.kind === 'agreement') expect(result.coefficient).toBeCloseTo(oracle.cohen(ratings, weight), 12);
      }),
    );
  });
});

describe.each(Object.keys(anyNumber))('%s', (name) => {
  const coefficient = anyNumber[name]!;

  test('does not change with the order of the subjects, to the last bit', () => {
    fc.assert(
      fc.property(someRows, (ratings) => {
        const data = { ratings, categories };
        expect(coefficient({ ...data, ratings: [...ratings].reverse() })).toEqual(coefficient(data));
      }),
    );
  });

  test('does not change with the order of the raters', () => {
    fc.assert(
      fc.property(someRows, (ratings) => {
        const turned = ratings.map((row) => [...row].reverse());
        expectSame(coefficient({ ratings, categories }), coefficient({ ratings: turned, categories }));
      }),
    );
  });

  test('does not change with the names of the categories', () => {
    const names = ['early', 'developing', 'prepared', 'model'];
    fc.assert(
      fc.property(someRows, (ratings) => {
        const named = ratings.map((row) => row.map((rating) => (rating === null ? null : names[rating - 1])));
        expectSame(coefficient({ ratings, categories }), coefficient({ ratings: named, categories: names }));
      }),
    );
  });

  test('with identity weights is what it is without weights', () => {
    fc.assert(
      fc.property(someRows, (ratings) => {
        const data = { ratings, categories };
        expect(coefficient(data, { weights: 'identity' })).toEqual(coefficient(data));
      }),
    );
  });

  test('is 1 where all agree and the ratings vary, with an interval that is no single point', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...categories), { minLength: 3, maxLength: 9 }), (levels) => {
        fc.pre(new Set(levels).size > 1);
        const result = defined(coefficient({ ratings: levels.map((level) => [level, level, level]), categories }));
        expect(result).toMatchObject({ coefficient: 1, standardError: 0, interval: [expect.any(Number), 1] });
        expect(result.interval?.[0]).toBeLessThan(1);
      }),
    );
  });

  test('is never above 1, and never a number that is none', () => {
    fc.assert(
      fc.property(someRows, (ratings) => {
        const result = coefficient({ ratings, categories });
        if (result.kind === 'undefined') return;
        expect(result.coefficient).toBeLessThanOrEqual(1);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe('two raters and nothing missing', () => {
  const pairs = rowsOf(2, false);

  test('Conger’s kappa is Cohen’s', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const conger = congerKappa({ ratings, categories });
        const cohen = cohenKappa({ ratings, categories });
        expect(conger.kind).toBe(cohen.kind);
        if (conger.kind === 'undefined' || cohen.kind === 'undefined') return;
        expect(conger.coefficient).toBeCloseTo(cohen.coefficient, 12);
        // Over n − 1 subjects instead of n.
        const n = ratings.length;
        expect((conger.standardError ?? 0) * Math.sqrt((n - 1) / n)).toBeCloseTo(cohen.standardError ?? 0, 12);
      }),
    );
  });

  test('Fleiss’ kappa is Scott’s pi, and alpha is pi but for the correction for few ratings', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const pi = scottPi({ ratings, categories });
        const fleiss = fleissKappa({ ratings, categories });
        const alpha = krippendorffAlpha({ ratings, categories });
        expect(fleiss.kind).toBe(pi.kind);
        if (pi.kind === 'undefined') return;
        expect(defined(fleiss).coefficient).toBeCloseTo(pi.coefficient, 12);
        const few = 1 / (2 * ratings.length);
        expect(defined(alpha).coefficient).toBeCloseTo(1 - (1 - few) * (1 - pi.coefficient), 12);
      }),
    );
  });

  test('Scott’s pi is never above Cohen’s kappa', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const pi = scottPi({ ratings, categories });
        const kappa = cohenKappa({ ratings, categories });
        if (pi.kind === 'agreement' && kappa.kind === 'agreement') {
          expect(pi.coefficient).toBeLessThanOrEqual(kappa.coefficient + 1e-12);
        }
      }),
    );
  });

  test('a table says the same as the ratings it counts', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const count = (a: number, b: number) => ratings.filter(([x, y]) => x === a && y === b).length;
        const table = categories.map((a) => categories.map((b) => count(a, b)));
        expect(cohenKappa(table)).toEqual(cohenKappa({ ratings, categories }));
        const [byTable, byRows] = [gwetAC({ table }), gwetAC({ ratings, categories })];
        expect(defined(byTable).coefficient).toBeCloseTo(defined(byRows).coefficient, 13);
      }),
    );
  });
});

describe('a standard error', () => {
  // Ratings of enough subjects that two ways of estimating the same thing must come close.
  const level = (subject: number, rater: number) =>
    1 + ((subject * 7 + ((subject * rater * 5) % 11 < 3 ? rater : 0)) % 4);
  const ratings = Array.from({ length: 60 }, (_, subject) =>
    [0, 1, 2].map((rater) => ((subject + rater) % 9 === 0 ? null : level(subject, rater))),
  );
  const data = { ratings, categories };

  test.each([
    ['fleissKappa', (rows: oracle.Rows) => oracle.fleiss(rows, categories, weightings.linear)],
    ['congerKappa', (rows: oracle.Rows) => oracle.conger(rows, weightings.linear)],
    ['gwetAC', (rows: oracle.Rows) => oracle.gwet(rows, categories, weightings.linear)],
    ['brennanPrediger', (rows: oracle.Rows) => oracle.brennanPrediger(rows, categories, weightings.linear)],
    ['krippendorffAlpha', (rows: oracle.Rows) => oracle.alpha(rows, (a, b) => 1 - weightings.linear(a, b))],
  ] as const)('of %s is close to the one had by leaving out a subject at a time', (name, statistic) => {
    const { standardError = 0 } = defined(anyNumber[name]!(data, { weights: 'linear' }));
    expect(standardError / oracle.jackknife(ratings, statistic)).toBeCloseTo(1, 1);
  });

  test('shrinks with the share of the population that was rated, and is 0 once all were', () => {
    const whole = defined(gwetAC(data)).standardError ?? 0;
    expect(defined(gwetAC(data, { population: 240 })).standardError).toBeCloseTo(whole * Math.sqrt(3 / 4), 14);
    expect(defined(gwetAC(data, { population: 60 })).standardError).toBe(0);
    expect(() => gwetAC(data, { population: 59 })).toThrow(/population is 59, which cannot hold the 60 subjects/u);
  });

  test('makes an interval by Student’s t, or by the normal distribution where asked', () => {
    const {
      coefficient,
      standardError = 0,
      interval,
    } = defined(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    );
    // t with 49 degrees of freedom is 2.009575, z is 1.959964.
    expect(coefficient - (interval?.[0] ?? 0)).toBeCloseTo(2.009575 * standardError, 6);
    const normal = defined(
      cohenKappa(
        [
          [20, 5],
          [10, 15],
        ],
        { distribution: 'normal', confidence: 0.95 },
      ),
    );
    expect(coefficient - (normal.interval?.[0] ?? 0)).toBeCloseTo(1.959964 * standardError, 6);
  });
});
