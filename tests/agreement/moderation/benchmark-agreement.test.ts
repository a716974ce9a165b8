import { describe, expect, test } from 'vitest';
import {
  type AgreementBand,
  BENCHMARK_SCALES,
  benchmarkAgreement,
  type BenchmarkScale,
  cohenKappa,
} from '../../../src/agreement/index.js';
import { defined, expectDigits } from '../support.js';

describe('irrCAC’s vignette on benchmarking, AC1 of 0.77544 ± 0.14295', () => {
  test.each([
    ['landis-koch', [0.39674, 0.88336, 0.99542, 0.99997, 1, 1], 'moderate'],
    ['altman', [0.39674, 0.88336, 0.99542, 0.99997, 1], 'moderate'],
    ['fleiss', [0.54414, 0.99542, 1], 'intermediate-to-good'],
  ] as const)('by %s', (scale, cumulative, band) => {
    const benchmark = defined(benchmarkAgreement({ coefficient: 0.77544, standardError: 0.14295 }, { scale }));
    benchmark.bands.forEach((own, at) => expectDigits(own.cumulative, cumulative[at] ?? Number.NaN, 5));
    expect(benchmark.band.id).toBe(band);
  });
});

test('the probabilities of all bands add up to 1, whatever the scale', () => {
  for (const scale of Object.keys(BENCHMARK_SCALES) as BenchmarkScale[]) {
    for (const coefficient of [-0.9, 0, 0.4, 0.99]) {
      const { bands } = defined(benchmarkAgreement({ coefficient, standardError: 0.2 }, { scale }));
      expect(bands.reduce((whole, { probability }) => whole + probability, 0)).toBeCloseTo(1, 13);
      expect(bands.at(-1)?.cumulative).toBe(1);
    }
  }
});

test('more subjects reach a better band with the same coefficient', () => {
  const band = (times: number) =>
    defined(
      benchmarkAgreement(
        cohenKappa([
          [45 * times, 5 * times],
          [5 * times, 45 * times],
        ]),
      ),
    ).band.id;
  expect([band(1), band(10)]).toEqual(['substantial', 'substantial']);
  expect(band(1000)).toBe('substantial');
  const few = defined(
    benchmarkAgreement(
      cohenKappa([
        [9, 1],
        [1, 9],
      ]),
    ),
  );
  expect([few.band.id, few.nominal.id]).toEqual(['moderate', 'almost-perfect']);
});

test('a lower confidence is content with less', () => {
  const at = (confidence: number) =>
    defined(benchmarkAgreement({ coefficient: 0.67, standardError: 0.15 }, { confidence })).band.id;
  expect([at(0.99), at(0.95), at(0.6), at(0.1)]).toEqual(['fair', 'moderate', 'substantial', 'almost-perfect']);
});

test('a coefficient on an end of bands belongs to the band above', () => {
  const band = (coefficient: number) => defined(benchmarkAgreement({ coefficient, standardError: 0.01 })).nominal.id;
  expect([band(1), band(0.8), band(0.79), band(0), band(-1)]).toEqual([
    'almost-perfect',
    'almost-perfect',
    'substantial',
    'slight',
    'poor',
  ]);
});

test('a standard error of 0 makes nothing sure: of two subjects that agree no band is reached', () => {
  const two = cohenKappa([
    [1, 0],
    [0, 1],
  ]);
  expect(two).toMatchObject({ coefficient: 1, standardError: 0 });
  expect(benchmarkAgreement(two)).toMatchObject({ kind: 'undefined', because: 'no-standard-error' });
  expect(benchmarkAgreement({ coefficient: 0.5, standardError: 0 }).kind).toBe('undefined');
});

test('bands of one’s own may come in any order', () => {
  const scale: AgreementBand[] = [
    { id: 'talk', label: 'Talk first', from: -1 },
    { id: 'go', label: 'Go ahead', from: 0.5 },
  ];
  expect(defined(benchmarkAgreement({ coefficient: 0.9, standardError: 0.1 }, { scale })).band.id).toBe('go');
});

test('what is undefined stays so, and a coefficient without a standard error has no bands', () => {
  const none = cohenKappa([
    [5, 0],
    [0, 0],
  ]);
  expect(benchmarkAgreement(none)).toBe(none);
  expect(benchmarkAgreement({ coefficient: 0.5 })).toMatchObject({ kind: 'undefined', because: 'no-standard-error' });
});

test('what cannot be meant is refused', () => {
  const own = { coefficient: 0.5, standardError: 0.1 };
  expect(() => benchmarkAgreement({ ...own, coefficient: 1.5 })).toThrow(
    /coefficient is 1.5; a coefficient is between −1 and 1/u,
  );
  expect(() => benchmarkAgreement({ ...own, standardError: -1 })).toThrow(/not negative/u);
  expect(() => benchmarkAgreement(own, { scale: 'cicchetti' as BenchmarkScale })).toThrow(
    /scale is “cicchetti”; it is “landis-koch” or/u,
  );
  expect(() => benchmarkAgreement(own, { scale: [{ id: 'a', label: 'A', from: 0 }] })).toThrow(/lowest at −1/u);
  expect(() => benchmarkAgreement(own, { confidence: 2 })).toThrow(/between 0 and 1/u);
});
