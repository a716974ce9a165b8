/** How far one weight may move: against an evaluator that writes out every completion, and on rubrics too large for small fractions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sensitivity, type WeightBound } from '../../../src/evaluation/index.js';
import type { Outcome, Rubric, Rule } from '../../../src/model/index.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { growth } from '../../support/counted-work.js';
import { expectedEvaluation, type Given } from '../../support/oracle.js';
import { leastOf, runs } from '../../support/runs.js';

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * All verdicts with one weight at n/d, by an evaluator that only knows whole weights: all weights are multiplied by d, which moves no mean,
 * and for a sum every threshold as well.
 */
const verdictsAt = (
  rubric: Rubric,
  given: Given,
  criterion: string,
  { numerator: n, denominator: d }: Share,
): string => {
  const times = rubric.scoring.kind === 'sum' ? d : 1;
  const scaled = JSON.parse(JSON.stringify(rubric), (key, value) =>
    ['atLeast', 'from', 'below'].includes(key) && typeof value === 'object'
      ? { ...value, numerator: value.numerator * times }
      : value,
  ) as Rubric;
  const criteria = scaled.criteria.map((one) => ({ ...one, weight: one.id === criterion ? n : one.weight * d }));
  return JSON.stringify(expectedEvaluation({ ...scaled, criteria }, given).verdicts);
};

const fine = 1_000_000;
const beside = ({ numerator, denominator }: Share, by: 1 | -1): Share => ({
  numerator: numerator * fine + by,
  denominator: denominator * fine,
});
const between = (a: Share, b: Share): Share => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: 2 * a.denominator * b.denominator,
});
/** An outcome under three thresholds on the score, one of them beside another outcome. */
const onTheScore = (rubric: Rubric, asked: readonly number[]): Outcome => {
  const [a, b, c] = asked.map((numerator): Rule => {
    const denominator = rubric.scoring.kind === 'sum' ? 1 : 12;
    return { kind: 'score', atLeast: { numerator, denominator } };
  }) as [Rule, Rule, Rule];
  const other: Rule = { kind: 'achieves', outcome: rubric.outcomes[0]?.id ?? '' };
  const rule: Rule = {
    kind: 'any',
    rules: [
      { kind: 'all', rules: [a, other] },
      { kind: 'all', rules: [b, c] },
    ],
  };
  return { id: 'on-the-score', label: 'On the score', origin: 'project', rule };
};

const tiny: Share = { numerator: 1, denominator: 100_000 };
const huge: Share = { numerator: 100_000, denominator: 1 };

const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

const large = (n: number, more: Partial<Rubric>, weight: (at: number) => number): Rubric => ({
  id: 'large',
  version: '1.0.0',
  label: 'Large',
  notice: 'Nobody’s award.',
  scale: {
    id: 'three',
    label: 'Three',
    levels: [
      { id: 'low', label: 'Low', points: 0 },
      { id: 'middle', label: 'Middle', points: 1 },
      { id: 'high', label: 'High', points: 2 },
    ],
  },
  criteria: numbers(n).map((at) => ({ id: `c${at}`, label: `C${at}`, weight: weight(at) })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'half',
      label: 'Half',
      origin: 'project',
      rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } },
    },
  ],
  ...more,
});

const rated = (rubric: Rubric, levels: readonly string[]) => ({
  ratings: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, levels[(at * 7) % levels.length] ?? 'low'])),
});

describe('the interval of a weight', () => {
  test('holds every weight that changes no verdict, and none that does, by writing out every completion', () => {
    let ends = 0;
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }),
        (drawn, asked) => {
          const { given } = drawn;
          if (!['weighted-mean', 'mean-of-groups', 'sum'].includes(drawn.rubric.scoring.kind)) return;
          const rubric = { ...drawn.rubric, outcomes: [...drawn.rubric.outcomes, onTheScore(drawn.rubric, asked)] };
          for (const { criterion, weight, least, greatest } of sensitivity(rubric, given)) {
            const here = { numerator: weight, denominator: 1 };
            const at = (share: Share) => verdictsAt(rubric, given, criterion, share);
            const now = at(here);
            const check = (bound: WeightBound | undefined, outward: 1 | -1) => {
              if (bound === undefined) {
                expect(at(outward < 0 ? tiny : huge)).toBe(now);
                return;
              }
              ends++;
              const end = bound.at as Share;
              expect(at(end) === now).toBe(bound.included);
              expect(at(beside(end, outward))).not.toBe(now);
              if (end.numerator !== weight * end.denominator) {
                expect(at(beside(end, outward === 1 ? -1 : 1))).toBe(now);
                expect(at(between(end, here))).toBe(now);
              }
            };
            check(least, -1);
            check(greatest, 1);
          }
        },
      ),
      { numRuns: runs(500) },
    );
    expect(ends).toBeGreaterThan(leastOf(500, 5));
  });

  test('is exact where one weight moves two scores in opposite directions, by writing out every completion', () => {
    const thirds = fc.integer({ min: 0, max: 12 });
    let opposite = 0;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }),
        fc.array(fc.constantFrom('low', 'middle', 'high', undefined), { minLength: 5, maxLength: 5 }),
        fc.constantFrom('weighted-mean', 'mean-of-groups'),
        fc.array(thirds, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 2 }),
        (weights, levels, kind, [whole = 0, each = 0, some = 0], atLeast) => {
          const score = (numerator: number): Rule => ({ kind: 'score', atLeast: { numerator, denominator: 12 } });
          const base = large(5, { scoring: { kind, from: 'lowest' } }, (at) => weights[at] ?? 1);
          const outcome = (id: string, rule: Rule): Outcome => ({ id, label: id, origin: 'project', rule });
          const rubric: Rubric = {
            ...base,
            groups: ['a', 'b'].map((id) => ({ id, label: id })),
            criteria: base.criteria.map((one, at) => ({ ...one, group: at < 2 ? 'a' : 'b' })),
            outcomes: [
              outcome('both', { kind: 'all', rules: [score(whole), { kind: 'every-group', rule: score(each) }] }),
              outcome('one', {
                kind: 'any',
                rules: [score(whole), { kind: 'count-groups', atLeast, rule: score(some) }],
              }),
            ],
          };
          const given = {
            ratings: Object.fromEntries(
              rubric.criteria.flatMap(({ id }, at) => (levels[at] === undefined ? [] : [[id, levels[at]]])),
            ),
          } as Given;
          for (const { criterion, weight, least, greatest } of sensitivity(rubric, given)) {
            const verdicts = (share: Share) => verdictsAt(rubric, given, criterion, share);
            const now = verdicts({ numerator: weight, denominator: 1 });
            if (least !== undefined && greatest !== undefined) opposite++;
            for (const [bound, outward] of [
              [least, -1],
              [greatest, 1],
            ] as const) {
              if (bound === undefined) {
                expect(verdicts(outward < 0 ? tiny : huge)).toBe(now);
                continue;
              }
              const end = bound.at as Share;
              expect(verdicts(end) === now).toBe(bound.included);
              // A weight may change verdicts by itself alone: there one score comes to its threshold just as the other leaves its own.
              if (bound.included) expect(verdicts(beside(end, outward))).not.toBe(now);
              if (end.numerator === weight * end.denominator) continue;
              expect(verdicts(between(end, { numerator: weight, denominator: 1 }))).toBe(now);
              expect(verdicts(beside(end, outward === 1 ? -1 : 1))).toBe(now);
            }
          }
        },
      ),
      { numRuns: runs(100) },
    );
    expect(opposite).toBeGreaterThan(leastOf(100, 50));
  });

  test('is exact for twelve groups of four with uneven weights', () => {
    const groups = numbers(12).map((g) => ({ id: `g${g}`, label: `G${g}` }));
    const uneven = large(
      48,
      { groups, scoring: { kind: 'mean-of-groups', from: 'lowest' } },
      (at) => 1 + ((4 * Math.floor(at / 4) + 7 * (at % 4)) % 5),
    );
    const rubric = {
      ...uneven,
      criteria: uneven.criteria.map((one, at) => ({ ...one, group: `g${Math.floor(at / 4)}` })),
    };
    // Eleven groups wholly at middle have means of 1/2, and so the mean of all is at least 1/2 where that of the first group is. With its
    // first criterion high, its second low and the others middle: w₀ + (w₂ + w₃)/2 ≥ (w₀ + w₁ + w₂ + w₃)/2 ⟺ w₀ ≥ w₁.
    const ratings = { ...rated(rubric, ['middle']).ratings, c0: 'high', c1: 'low' };
    // The weights of the first group: 1, 1 + 7 mod 5 = 3, 1 + 14 mod 5 = 5, 1 + 21 mod 5 = 2. So not met, until w₀ is 3 or w₁ is 1.
    const intervals = sensitivity(rubric, { ratings });
    expect(intervals[0]).toEqual({
      criterion: 'c0',
      weight: 1,
      greatest: { at: { numerator: 3, denominator: 1, decimal: 3 }, included: false },
    });
    expect(intervals[1]).toEqual({
      criterion: 'c1',
      weight: 3,
      least: { at: { numerator: 1, denominator: 1, decimal: 1 }, included: false },
    });
    expect(intervals.slice(2).every(({ least, greatest }) => !least && !greatest)).toBe(true);
    expect(sensitivity(rubric, rated(rubric, ['low', 'middle', 'high', 'high', 'low']))).toHaveLength(48);
  });

  test('is exact with weights to 10,000 and points to 1,000,000', () => {
    const levels = [
      { id: 'low', label: 'Low', points: 0 },
      { id: 'middle', label: 'Middle', points: 333_333 },
      { id: 'high', label: 'High', points: 1_000_000 },
    ];
    const rubric = large(3, { scale: { id: 'fine', label: 'Fine', levels } }, (at) => [9_999, 10_000, 7][at] ?? 1);
    // 1,000,000 w₀ + 333,333 · 7 ≥ 500,000 (w₀ + 10,007) ⟺ 500,000 w₀ ≥ 5,003,500,000 − 2,333,331 = 5,001,166,669: not met at 9,999, which
    // is 4,999,500,000.
    const [first, , last] = sensitivity(rubric, { ratings: { c0: 'high', c1: 'low', c2: 'middle' } });
    expect(first).toEqual({
      criterion: 'c0',
      weight: 9_999,
      greatest: { at: { numerator: 5_001_166_669, denominator: 500_000, decimal: 10_002.333338 }, included: false },
    });
    // The last one only pulls down, being below a half.
    expect(last).toEqual({ criterion: 'c2', weight: 7 });
  });

  test('has an end that is out of range where it takes whole numbers that no number holds', () => {
    const prime = (numerator: number, denominator: number): Rule => ({
      kind: 'score',
      atLeast: { numerator, denominator },
    });
    const levels = [
      { id: 'low', label: 'Low', points: 0 },
      { id: 'middle', label: 'Middle', points: 499_979 },
      { id: 'high', label: 'High', points: 999_983 },
    ];
    // (999,983 x + 499,979 · 9,973) / (999,983 (x + 9,973)) ≥ n/d ⟺ (d − n) · 999,983 · x ≥ 9,973 · (999,983 n − 499,979 d), with n and d as
    // below: 200,000,008 · 999,983 is some 2 · 10¹⁴, the right side some 3 · 10¹⁸, and no divisor that they share brings it below 2⁵³.
    const rubric = large(
      2,
      {
        scale: { id: 'fine', label: 'Fine', levels },
        outcomes: [{ id: 'o', label: 'O', origin: 'project', rule: prime(799_999_999, 1_000_000_007) }],
      },
      (at) => [9_967, 9_973][at] ?? 1,
    );
    expect(sensitivity(rubric, { ratings: { c0: 'high', c1: 'middle' } })[0]).toEqual({
      criterion: 'c0',
      weight: 9_967,
      greatest: { because: 'out-of-range', included: false },
    });
  });

  test('is bounded by the nearest thresholds only, however many there are: twice the rubric, about twice the work', () => {
    const rubricOf = (n: number) =>
      large(
        n,
        {
          outcomes: [
            {
              id: 'o',
              label: 'O',
              origin: 'project',
              rule: {
                kind: 'any',
                rules: numbers(n).map((at) => ({ kind: 'score', atLeast: { numerator: at + 1, denominator: n + 1 } })),
              },
            },
            {
              id: 'half',
              label: 'Half',
              origin: 'project',
              rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } },
            },
          ],
        },
        (at) => 1 + ((at * 37) % 101),
      );
    const more = growth(25, (n) => () => {
      const rubric = rubricOf(n);
      return sensitivity(rubric, rated(rubric, ['low', 'high', 'middle']));
    });
    expect(more).toBeLessThan(2.4);
  });
});
