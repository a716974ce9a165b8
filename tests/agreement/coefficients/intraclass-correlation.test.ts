import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intraclassCorrelation, type IntraclassForm } from '../../../src/agreement/index.js';
import { defined, expectDigits } from '../support.js';

/** Shrout and Fleiss (1979), table 2: four judges of six targets. */
const ratings = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const icc = (form: IntraclassForm, rows: readonly (readonly (number | null)[])[] = ratings) =>
  defined(intraclassCorrelation({ ratings: rows }, { form }));

describe('Shrout and Fleiss (1979), four judges of six targets', () => {
  // The coefficients are theirs; the rest, to more digits, that of the R package psych.
  test.each([
    ['ICC(1,1)', 0.17, 0.165741768405, 1.79467849224, 0.16476880834464, -0.1329323248748, 0.722560062328],
    ['ICC(2,1)', 0.29, 0.289763779528, 11.0272479564, 0.000134566516484, 0.0187865133747, 0.761084369649],
    ['ICC(3,1)', 0.71, 0.714840714841, 11.0272479564, 0.000134566516484, 0.3424647650339, 0.945858259955],
    ['ICC(1,k)', 0.44, 0.442797133679, 1.79467849224, 0.16476880834464, -0.8844421552381, 0.912415420341],
    ['ICC(2,k)', 0.62, 0.620050547599, 11.0272479564, 0.000134566516484, 0.0711368153025, 0.927232040168],
    ['ICC(3,k)', 0.91, 0.909315542377, 11.0272479564, 0.000134566516484, 0.6756747138163, 0.985891678169],
  ] as const)('%s is %d', (form, published, coefficient, f, probability, low, high) => {
    const result = icc(form);
    expectDigits(result.coefficient, published, 2);
    expect(result.coefficient).toBeCloseTo(coefficient, 11);
    expect(result.test?.f).toBeCloseTo(f, 10);
    expect(result.test?.probability).toBeCloseTo(probability, 13);
    expect(result.interval?.[0]).toBeCloseTo(low, 11);
    expect(result.interval?.[1]).toBeCloseTo(high, 11);
  });

  test('the mean squares are the published 11.24, 6.26, 32.49 and 1.02', () => {
    const { between, within, raters, residual } = icc('ICC(1,1)').meanSquares;
    expectDigits(between, 11.24, 2);
    expectDigits(within, 6.26, 2);
    expectDigits(raters, 32.49, 2);
    expectDigits(residual, 1.02, 2);
  });
});

describe('an intraclass correlation', () => {
  test('asks for agreement in forms 1 and 2 and for consistency in form 3: a generous judge lowers only the first two', () => {
    const judged = [1, 2, 3, 4].map((value) => [value, value + 1]);
    expect(icc('ICC(3,1)', judged).coefficient).toBe(1);
    expect(icc('ICC(2,1)', judged).coefficient).toBeLessThan(0.8);
    // Nothing is left over to divide by.
    expect(icc('ICC(3,1)', judged).test).toBeUndefined();
  });

  test('is 1 where all judges say the same of targets that differ', () => {
    const same = [2, 5, 3].map((value) => [value, value, value]);
    for (const form of ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const) {
      expect(icc(form, same)).toMatchObject({ coefficient: 1, interval: [1, 1] });
    }
  });

  test('leaves out targets that not every judge rated, and says how many', () => {
    const result = icc('ICC(2,1)', [...ratings, [7, null, 3, 4]]);
    expect(result).toMatchObject({ subjects: 6, leftOut: 1, coefficient: icc('ICC(2,1)').coefficient });
  });

  test('is undefined, and says why, where there is nothing to compare', () => {
    const why = (rows: (number | null)[][]) => intraclassCorrelation({ ratings: rows });
    expect(why([])).toMatchObject({ kind: 'undefined', because: 'no-subjects' });
    expect(why([[1], [2]])).toMatchObject({ kind: 'undefined', because: 'too-few-raters' });
    expect(
      why([
        [1, 2],
        [null, 2],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'too-few-subjects' });
    expect(
      why([
        [2, 2],
        [2, 2],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'no-variation' });
  });

  test('of means is undefined where the means of the targets do not vary, and has no interval where they hardly do', () => {
    const crossed = [
      [1, 2],
      [2, 1],
    ];
    for (const form of ['ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const) {
      expect(intraclassCorrelation({ ratings: crossed }, { form })).toMatchObject({
        kind: 'undefined',
        because: 'no-variation',
      });
    }
    // Of one rating it is a number: all of the variance is within targets.
    expect(icc('ICC(3,1)', crossed).coefficient).toBe(-1);
  });

  test('holds no number that JSON cannot carry', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        for (const form of ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const) {
          const result = intraclassCorrelation({ ratings: rows }, { form });
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          if (result.kind === 'undefined' || !result.interval) continue;
          const [low, high] = result.interval;
          expect(low).toBeLessThanOrEqual(result.coefficient + 1e-9);
          expect(high).toBeGreaterThanOrEqual(result.coefficient - 1e-9);
          expect(high).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('refuses what cannot be meant', () => {
    expect(() => intraclassCorrelation({ ratings: [[1, 2], [1]] })).toThrow(/row 1 of ratings has 1 places/u);
    expect(() => intraclassCorrelation({ ratings: [[1, Number.NaN]] })).toThrow(/finite number/u);
    expect(() => intraclassCorrelation({ ratings }, { form: 'ICC(4,1)' as 'ICC(1,1)' })).toThrow(
      /form is “ICC\(4,1\)”; it is “ICC\(1,1\)” or/u,
    );
    expect(() => intraclassCorrelation({ ratings }, { confidence: 95 })).toThrow(/between 0 and 1/u);
  });

  test('does not change with the order of targets or judges, nor when every rating is raised by the same', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), fc.integer({ min: -50, max: 50 }), (rows, more) => {
        for (const form of ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,k)'] as const) {
          const before = intraclassCorrelation({ ratings: rows }, { form });
          const moved = [...rows].reverse().map(([a, b, c]) => [c + more, a + more, b + more]);
          const after = intraclassCorrelation({ ratings: moved }, { form });
          if (before.kind === 'undefined') expect(after).toEqual(before);
          else if (Number.isFinite(before.coefficient)) {
            expect(defined(after).coefficient).toBeCloseTo(before.coefficient, 10);
          }
        }
      }),
    );
  });

  test('keeps its digits where ratings are large and differ little', () => {
    const moved = ratings.map((row) => row.map((rating) => rating / 1024 + 1e9));
    // 1e9 and multiples of 1/1024 are exact in binary, so nothing may be lost.
    expect(icc('ICC(2,1)', moved).coefficient).toBeCloseTo(icc('ICC(2,1)').coefficient, 12);
  });
});
