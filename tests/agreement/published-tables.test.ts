/** Numbers from the literature, typed in with where they stand. */
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
  scottPi,
  weightedKappa,
} from '../../src/agreement/index.js';
import { defined, expectDigits, fourRaters } from './support.js';

const expectAll = (result: Agreement, coefficient: number, standardError: number, low: number, high: number) => {
  expectDigits(result.coefficient, coefficient, 5);
  expectDigits(result.standardError, standardError, 5);
  expectDigits(result.interval?.[0], low, 3);
  expectDigits(result.interval?.[1], high, 3);
};

describe('Cohen (1960), two raters of 200 subjects', () => {
  test('kappa is 0.492', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expectDigits(defined(cohenKappa(table)).coefficient, 0.492, 3);
  });
});

describe('Fleiss (1981), Statistical Methods for Rates and Proportions, section 13.1: two raters of 100 patients', () => {
  const kappa = defined(
    cohenKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]),
  );

  test('kappa is 0.68, and its standard error 0.076 where the true kappa is 0', () => {
    expectDigits(kappa.coefficient, 0.68, 2);
    expectDigits(kappa.nullStandardError, 0.076, 3);
  });
});

/** Fleiss (1971), table 1: 30 patients, six psychiatrists each; depression, personality disorder, schizophrenia, neurosis, other. */
const diagnoses = `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
  00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
  .split(/\s+/u)
  .map((row) => row.split('').map(Number));

describe('Fleiss (1971), thirty patients diagnosed by six psychiatrists each', () => {
  const kappa = defined(
    fleissKappa({ counts: diagnoses, categories: ['depression', 'personality', 'schizophrenia', 'neurosis', 'other'] }),
  );

  test('observed agreement is 0.556, by chance 0.220, kappa 0.430', () => {
    expectDigits(kappa.observed, 0.556, 3);
    expectDigits(kappa.expected, 0.22, 3);
    expectDigits(kappa.coefficient, 0.43, 3);
  });

  test('the kappas of the single categories are 0.245, 0.245, 0.520, 0.471 and 0.566', () => {
    const published = [0.245, 0.245, 0.52, 0.471, 0.566];
    kappa.byCategory?.forEach(({ kappa: own }, at) => expectDigits(own, published[at] ?? Number.NaN, 3));
  });

  test('z is 17.65 with the corrected standard error of Fleiss, Nee and Landis (1979), as the R package irr has it', () => {
    expectDigits(kappa.coefficient / (kappa.nullStandardError ?? Number.NaN), 17.65, 2);
  });
});

describe('Gwet (2014), two abstractors of 100 charts: the vignettes of the R package irrCAC', () => {
  const table = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ];

  test('without weights', () => {
    expectAll(defined(cohenKappa(table)), 0.7964094, 0.05891072, 0.68, 0.913);
    expectAll(defined(scottPi(table)), 0.7962397, 0.05905473, 0.679, 0.913);
    expectAll(defined(gwetAC({ table })), 0.8493305, 0.04321747, 0.764, 0.935);
    expectAll(defined(brennanPrediger({ table })), 0.835, 0.04693346, 0.742, 0.928);
    expectAll(defined(krippendorffAlpha({ table })), 0.7972585, 0.05905473, 0.68, 0.914);
    expectAll(defined(percentAgreement({ table })), 0.89, 0.03128898, 0.828, 0.952);
  });

  test('with quadratic weights', () => {
    const weights = 'quadratic';
    expectAll(defined(weightedKappa(table, { weights })), 0.8921569, 0.03535151, 0.822, 0.962);
    expectAll(defined(scottPi(table, { weights })), 0.8921093, 0.03539506, 0.822, 0.962);
    expectAll(defined(gwetAC({ table }, { weights })), 0.9402369, 0.01792019, 0.905, 0.976);
    expectAll(defined(brennanPrediger({ table }, { weights })), 0.9175, 0.02346673, 0.871, 0.964);
    expectAll(defined(krippendorffAlpha({ table }, { weights })), 0.8926487, 0.03539506, 0.822, 0.963);
    expectAll(defined(percentAgreement({ table }, { weights })), 0.9725, 0.007822244, 0.957, 0.988);
  });
});

describe('Gwet (2014), twelve subjects, four raters, ratings missing: the vignettes of irrCAC', () => {
  const ratings = { ratings: fourRaters };

  test('without weights', () => {
    expectAll(defined(percentAgreement(ratings)), 0.8181818, 0.12561, 0.542, 1);
    expectAll(defined(gwetAC(ratings)), 0.77544, 0.14295, 0.461, 1);
    expectAll(defined(fleissKappa(ratings)), 0.76117, 0.15302, 0.424, 1);
    // irrCAC printed 0.14557 by a formula that its author has withdrawn. The jackknife's value was found by moving the weight of one subject at a
    // time in a program of its own: √(Σ d² / (n (n − 1))) over the 11 subjects with a pair.
    expectAll(defined(krippendorffAlpha(ratings)), 0.74342, 0.14548, 0.419, 1);
    expectDigits(defined(congerKappa(ratings)).coefficient, 0.76282, 5);
  });

  test('with quadratic weights', () => {
    const weights = 'quadratic';
    expectAll(defined(percentAgreement(ratings, { weights })), 0.9753788, 0.09062, 0.776, 1);
    expectAll(defined(gwetAC(ratings, { weights })), 0.914, 0.10396, 0.685, 1);
    expectAll(defined(fleissKappa(ratings, { weights })), 0.86494, 0.14603, 0.544, 1);
    expectAll(defined(krippendorffAlpha(ratings, { weights })), 0.84911, 0.12905, 0.562, 1);
    expectAll(defined(congerKappa(ratings, { weights })), 0.85771, 0.14367, 0.541, 1);
  });

  test('observed and chance agreement are told with each', () => {
    expectDigits(defined(gwetAC(ratings)).expected, 0.1903212, 7);
    expectDigits(defined(fleissKappa(ratings)).expected, 0.2387153, 7);
    expectDigits(defined(congerKappa(ratings, { weights: 'quadratic' })).expected, 0.8269638, 7);
    expectDigits(defined(krippendorffAlpha(ratings)).observed, 0.805, 7);
    expectDigits(defined(krippendorffAlpha(ratings)).expected, 0.24, 7);
  });
});

describe('fifteen patients by six psychiatrists, the first half of Fleiss’ table: irrCAC’s distrib.6raters', () => {
  const counts = diagnoses.slice(0, 15);

  test('coefficients, standard errors and intervals', () => {
    expectAll(defined(gwetAC({ counts })), 0.4448007, 0.08418757, 0.264, 0.625);
    expectAll(defined(fleissKappa({ counts })), 0.4139265, 0.08119291, 0.24, 0.588);
    expectAll(defined(brennanPrediger({ counts })), 0.4388889, 0.08312142, 0.261, 0.617);
    expectDigits(defined(percentAgreement({ counts })).coefficient, 0.5511111, 7);
    expectDigits(defined(krippendorffAlpha({ counts })).coefficient, 0.4204384, 7);
  });

  test('alpha has the standard error of the same ratings written out as rows', () => {
    // irrCAC gives 0.08119 for the rows, but 0.08243 for the counts, where its formula takes chance once instead of twice.
    const ratings = counts.map((row) => row.flatMap((n, category) => new Array<number>(n).fill(category + 1)));
    const byCounts = defined(krippendorffAlpha({ counts }));
    expect(byCounts.standardError).toBeCloseTo(defined(krippendorffAlpha({ ratings })).standardError ?? Number.NaN, 14);
    expectDigits(byCounts.standardError, 0.08119, 5);
  });
});

describe('Krippendorff (2011), four observers and twelve units', () => {
  // As Gwet’s ratings, but for the lone rating of the last unit, which holds no pair.
  const ratings = fourRaters.map((row, at) => (at === 11 ? [null, 3, null, null] : row));

  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('alpha for %s data is %d', (metric, published) => {
    expectDigits(defined(krippendorffAlpha({ ratings }, { metric })).coefficient, published, 3);
  });

  test('the ordinal alpha does not ask what the numbers are, only their order', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const named = ratings.map((row) => row.map((rating) => (rating === null ? null : names[rating - 1])));
    const alpha = defined(krippendorffAlpha({ ratings: named, categories: names }, { metric: 'ordinal' }));
    expectDigits(alpha.coefficient, 0.815388, 6);
  });

  test('Krippendorff’s own arithmetic is an option: a metric as a function', () => {
    const squared = defined(
      krippendorffAlpha({ ratings }, { metric: (a, b) => (Number(a) - Number(b)) ** 2 }),
    ).coefficient;
    expect(squared).toBeCloseTo(defined(krippendorffAlpha({ ratings }, { metric: 'interval' })).coefficient, 14);
  });
});
