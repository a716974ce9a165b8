/** Against values worked out to thirty digits with mpmath, and against the tables in every textbook. */
import { describe, expect, test } from 'vitest';
import {
  fUpperQuantile,
  fUpperTail,
  normalBetween,
  normalTwoTailedQuantile,
  normalUpperTail,
  tTwoTailedQuantile,
  tTwoTails,
} from '../../../src/agreement/ratings/distributions.js';

const close = (actual: number, expected: number): void =>
  expect(Math.abs(actual / expected - 1), `${actual} for ${expected}`).toBeLessThan(1e-13);

describe('the F distribution', () => {
  test.each([
    [1.5, 3, 7, 0.2958089192964377],
    [0.2, 5, 15, 0.9575028636134242],
    [30, 2, 4.5, 0.00250160535596479],
    [1.1, 40, 200, 0.3275647634910086],
    [12, 1, 11, 0.005294732308780374],
  ])('exceeds %d, with %d and %d degrees of freedom, with a probability of %d', (f, d1, d2, tail) => {
    close(fUpperTail(f, d1, d2), tail);
    close(fUpperQuantile(tail, d1, d2), f);
  });

  test('has a closed form with two degrees of freedom above: (1 + 2 f / d)^(−d / 2)', () => {
    for (const d of [1, 3, 10, 250]) close(fUpperTail(1.7, 2, d), (1 + 3.4 / d) ** (-d / 2));
  });

  test('turned over is the F distribution with its degrees of freedom exchanged', () => {
    for (const f of [0.01, 0.6, 1, 4]) expect(fUpperTail(f, 4, 9) + fUpperTail(1 / f, 9, 4)).toBeCloseTo(1, 14);
  });
});

describe('Student’s t', () => {
  test('has the factors of 95 % intervals that textbooks print', () => {
    for (const [df, t] of [
      [1, 12.7062],
      [2, 4.3027],
      [11, 2.201],
      [29, 2.0452],
      [120, 1.9799],
    ] as const) {
      expect(tTwoTailedQuantile(0.05, df)).toBeCloseTo(t, 4);
    }
  });

  test('with one degree of freedom is Cauchy’s distribution, with two it has a closed form', () => {
    close(tTwoTails(2.5, 1), 1 - (2 / Math.PI) * Math.atan(2.5));
    close(tTwoTails(2.5, 2), 1 - 2.5 / Math.sqrt(2 + 2.5 ** 2));
  });

  test('becomes normal with many degrees of freedom', () => {
    expect(tTwoTailedQuantile(0.05, 1e7)).toBeCloseTo(normalTwoTailedQuantile(0.05), 6);
  });
});

describe('the normal distribution', () => {
  test.each([
    [0.5, 0.3085375387259869],
    [1.959963984540054, 0.02500000000000001],
    [3, 0.001349898031630095],
    [6, 9.865876450376981e-10],
    [-1, 0.8413447460685429],
  ])('exceeds %d with a probability of %d', (z, tail) => {
    close(normalUpperTail(z), tail);
  });

  test('holds 95 % within 1.959963984540054 of its middle', () => {
    close(normalTwoTailedQuantile(0.05), 1.959963984540054);
    close(normalBetween(-1.959963984540054, 1.959963984540054), 0.95);
  });

  test('between two points far out on either side keeps its digits', () => {
    close(normalBetween(6, 7), normalBetween(-7, -6));
    close(normalBetween(6, 40), normalUpperTail(6));
  });
});
