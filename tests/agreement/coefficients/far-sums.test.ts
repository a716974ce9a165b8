/** Sums over many values against going through all pairs, and how often the kernel is asked. */
import { describe, expect, test } from 'vitest';
import {
  congerKappa,
  contestedCriteria,
  gwetAC,
  krippendorffAlpha,
  percentAgreement,
} from '../../../src/agreement/index.js';
import { farSums } from '../../../src/agreement/coefficients/far-sums.js';
import type { Judgements } from '../../../src/model/rubrics/assessment.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { smallRubric } from '../../support/small-rubric.js';
import { defined } from '../support.js';
import { sized } from '../../support/runs.js';

/** Numbers between 0 and 1, the same each time (Park and Miller). */
const drawing = () => {
  let state = 5;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
};
const draw = drawing();
const shapes: Readonly<Record<string, () => number>> = {
  even: draw,
  'crowded at 0': () => draw() ** 9,
  'over 300 powers of ten': () => 10 ** (-300 * draw()),
  'in five clumps': () => Math.floor(draw() * 5) / 5 + draw() * 1e-9,
};
const kernels: Readonly<Record<string, (x: number, y: number) => number>> = {
  root: (x, y) => Math.sqrt(Math.abs(x - y)),
  ratio: (x, y) => (x === y ? 0 : ((x - y) / (x + y)) ** 2),
  bipolar: (x, y) => (x === y ? 0 : (x - y) ** 2 / ((x + y) * (2 - x - y))),
};
const pointsOf = (n: number, shape: () => number) => Float64Array.from({ length: n }, shape).sort();

describe.each(Object.keys(shapes))('sums over points %s', (shape) => {
  test.each(Object.keys(kernels))('by the kernel %s are those over all pairs, to eleven digits', (name) => {
    const [points, kernel] = [pointsOf(1_500, shapes[shape]!), kernels[name]!];
    const amounts = Float64Array.from(points, draw);
    farSums(points, points, amounts, kernel).forEach((sum, i) => {
      let slow = 0;
      points.forEach((y, j) => (slow += amounts[j]! * kernel(points[i]!, y)));
      expect(Math.abs(sum / slow - 1)).toBeLessThan(1e-11);
    });
  });
});

test('twice as many points ask the kernel twice as often, not four times', () => {
  const askedBy = (n: number, shape: () => number): number => {
    const points = pointsOf(n, shape);
    let asked = 0;
    farSums(points, points, new Float64Array(n).fill(1), (x, y) => {
      asked++;
      return Math.abs(x - y);
    });
    return asked;
  };
  for (const shape of ['even', 'crowded at 0', 'in five clumps']) {
    const asked = [4_000, 8_000, 16_000, 32_000].map((n) => askedBy(n, shapes[shape]!));
    for (let i = 1; i < asked.length; i++) expect(asked[i]! / asked[i - 1]!).toBeLessThan(2.2);
  }
});

test('a named weighting over many values is the same as a function of one’s own over them', () => {
  const ratings = Array.from({ length: 400 }, (_, i) => [1 + i, 1 + ((i * 149) % 400)]);
  const own = (a: number, b: number) => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
  const named = defined(krippendorffAlpha({ ratings }, { metric: 'ratio' }));
  const asked = defined(krippendorffAlpha({ ratings }, { metric: (a, b) => own(Number(a), Number(b)) }));
  expect(named.coefficient).toBeCloseTo(asked.coefficient, 12);
  expect(named.standardError).toBeCloseTo(asked.standardError ?? 0, 12);
});

test('ratio, circular, radical and bipolar take as many values as the others', () => {
  const many = sized(20_000, 8_000);
  const ratings = Array.from({ length: many }, (_, i) => [i, (i * 7919) % many]);
  for (const weights of ['ratio', 'circular', 'radical', 'bipolar'] as const) {
    expect(Math.abs(defined(gwetAC({ ratings }, { weights })).coefficient)).toBeLessThan(0.01);
  }
});

test('as many raters as ratings are no table of raters by values', () => {
  const raters = Array.from({ length: 50_000 }, (_, rater) => rater);
  const turned = [...raters].reverse();
  // Two raters agree on no subject, and never use the same value but for the middle: by chance hardly ever.
  expect(Math.abs(defined(congerKappa({ ratings: [raters, turned] })).coefficient)).toBeLessThan(1e-4);
});

test('percent agreement is one fraction: subjects that agree by 1, 1/3, 1/3 and 1/3 agree by a half', () => {
  const ratings = [
    [1, 1, 1],
    [1, 1, 2],
    [2, 1, 1],
    [2, 2, 1],
  ];
  expect(defined(percentAgreement({ ratings })).coefficient).toBe(0.5);
  const some = [
    [1, 3, 3, 3],
    [null, 1, 2, null],
    [3, 3, 1, 2],
    [3, null, 3, 2],
    [3, null, 3, 2],
  ];
  // 3 of 6 pairs, 0 of 1, 1 of 6, 1 of 3, 1 of 3: (1/2 + 0 + 1/6 + 1/3 + 1/3) / 5 = 4/15.
  expect(defined(percentAgreement({ ratings: some })).coefficient).toBe(4 / 15);
  expect(defined(percentAgreement({ ratings: some }, { within: Number.POSITIVE_INFINITY })).coefficient).toBe(1);
});

test('a circle that takes up next to nothing of a turn is a line: circular alpha is interval alpha', () => {
  const ratings = [
    [1e-170, 2e-170],
    [3e-170, 3e-170],
    [5e-170, 4e-170],
    [2e-170, 2e-170],
    [7e-170, 9e-170],
  ];
  const [circle, line] = (['circular', 'interval'] as const).map((metric) =>
    defined(krippendorffAlpha({ ratings }, { metric })),
  );
  expect(circle?.coefficient).toBeCloseTo(line?.coefficient ?? 0, 12);
});

test('what thousands of raters contest is counted by levels, not by pairs', () => {
  const loose: Rubric = smallRubric;
  const half = (n: number): Judgements<Rubric>[] =>
    Array.from({ length: n }, (_, i) => ({ assessor: `p${i}`, ratings: { plan: i % 2 === 0 ? 'low' : 'high' } }));
  // n² / 4 pairs of n (n − 1) / 2 are two levels apart: n / (n − 1).
  expect(contestedCriteria(loose, half(64_000))[0]?.disagreement).toBe(64_000 / 63_999);
  expect(contestedCriteria(loose, half(64_000), { measure: 'spread' })[0]?.disagreement).toBe(2);
  expect(contestedCriteria(loose, half(4), { measure: 'pairs-apart' })[0]?.disagreement).toBe(2 / 3);
});
