import { cohenKappa } from '../../../src/agreement/coefficients/cohen-kappa.js';
import { describe, expect, test } from 'vitest';
import { moderationReport } from '../../../src/agreement/moderation/moderation-report.js';
import { sampleSizeFor } from '../../../src/agreement/moderation/sample-size-for.js';
import { scoreInterval } from '../../../src/agreement/ratings/score-interval.js';
import { defineRubric } from '../../../src/model/define.js';
import { growth } from '../../support/counted-work.js';

const rubric = defineRubric({
  id: 'two',
  version: '1.0.0',
  label: 'Two',
  notice: 'For tests.',
  scale: {
    id: 's',
    label: 'S',
    levels: [
      { id: 'no', label: 'No' },
      { id: 'partly', label: 'Partly' },
      { id: 'yes', label: 'Yes' },
    ],
  },
  criteria: [
    { id: 'a', label: 'A', weight: 1 },
    { id: 'b', label: 'B', weight: 1 },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
});
type Level = 'no' | 'partly' | 'yes';
/** Assessments by rater A and rater B of so many settings, from the pairs they gave the criterion a. */
const pairsOf = (counts: readonly (readonly [Level, Level, number])[]) =>
  counts
    .flatMap(([first, second, times]) => Array.from({ length: times }, () => [first, second] as const))
    .flatMap(([first, second], n) => [
      { assessor: 'A', setting: `s-${n}`, ratings: { a: first } },
      { assessor: 'B', setting: `s-${n}`, ratings: { a: second } },
    ]);

describe('the score interval of a share', () => {
  // Wilson (1927), as R’s prop.test(k, n, correct = FALSE) gives it.
  test.each([
    [2, 2, 0.3424, 1],
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [81, 263, 0.2553, 0.3662],
  ])('%i of %i', (part, whole, low, high) => {
    const [from, to] = scoreInterval(part, whole, 0.95);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });
});

describe('how many subjects it takes', () => {
  test('is the whole number above z² v / h²', () => {
    // 1.959964² · 0.16 / 0.01 = 61.46; for kappa the variance is 0.2 · (0.2 · −0.6 + 0.96 / 0.42) = 0.433143, and 166.39 subjects.
    expect(sampleSizeFor({ statistic: 'percent-agreement', expected: 0.8, halfWidth: 0.1 })).toBe(62);
    expect(sampleSizeFor({ statistic: 'cohen-kappa', expected: 0.8, prevalence: 0.3, halfWidth: 0.1 })).toBe(167);
    // Of kappa 0 the variance is 1, whatever the prevalence: 384.15 for a half width of 0.1.
    expect(sampleSizeFor({ statistic: 'cohen-kappa', expected: 0, prevalence: 0.1, halfWidth: 0.1 })).toBe(385);
  });
});

describe('a moderation day', () => {
  test('has for two subjects that agree an interval, and not [1, 1]', () => {
    const { pairs } = moderationReport(
      rubric,
      pairsOf([
        ['no', 'no', 1],
        ['yes', 'yes', 1],
      ]),
    );
    expect(pairs[0]?.exact).toMatchObject({ agreed: 2, compared: 2, share: 1 });
    // By chance they agree on half: (0.3424 − 0.5) / 0.5 = −0.315.
    const { kappa } = pairs[0]!;
    expect(kappa.kind === 'agreement' && kappa.interval?.[0]).toBeCloseTo(-0.3152, 3);
    expect(kappa.kind === 'agreement' && kappa.interval?.[1]).toBe(1);
    expect(moderationReport(rubric, pairsOf([['no', 'no', 1]])).pairs[0]).toMatchObject({
      exact: { kind: 'undefined', because: 'too-few-subjects' },
      kappa: { kind: 'undefined', because: 'too-few-subjects' },
    });
  });

  test('warns where kappa misleads, with the indices of prevalence and bias', () => {
    // Of 100: both yes 85, only the first 7, only the second 5, neither 3. Agreement 0.88; by chance 0.92 · 0.90 + 0.08 · 0.10 = 0.836; kappa 0.044 / 0.164 = 0.268.
    const { pairs } = moderationReport(
      rubric,
      pairsOf([
        ['yes', 'yes', 85],
        ['yes', 'no', 7],
        ['no', 'yes', 5],
        ['no', 'no', 3],
      ]),
    );
    const pair = pairs[0]!;
    expect(pair.kappa.kind === 'agreement' && pair.kappa.coefficient).toBeCloseTo(0.2683, 4);
    expect(pair.warning).toContain('They agree on 88 of 100');
    const yes = pair.levels.find(({ level }) => level === 'yes')!;
    expect([yes.prevalence, yes.bias, yes.adjustedKappa]).toEqual([0.82, 0.02, expect.closeTo(0.76, 10)]);
    // statsmodels 0.15.0, cohens_kappa: std_kappa0 0.09925360950915045, two-sided p 0.006869555272453944; Wilson by proportion_confint, carried over.
    expect(pair.kappa).toMatchObject({
      nullStandardError: expect.closeTo(0.09925360950915045, 12),
      pValue: expect.closeTo(0.006869555272453944, 12),
      interval: [expect.closeTo(-0.20805484309215994, 10), expect.closeTo(0.5732069245719827, 10)],
    });
  });

  test('has no interval of one point, for criteria and over all, however well they agree', () => {
    const report = moderationReport(
      rubric,
      pairsOf([
        ['no', 'no', 1],
        ['yes', 'yes', 1],
      ]),
    );
    const found = [report.overall.alpha, report.overall.ac, report.criteria[0]!.alpha];
    for (const one of found) {
      expect(one).toMatchObject({ coefficient: 1, standardError: 0 });
      expect(one.kind === 'agreement' && one.interval![0]).toBeLessThan(0.4);
      expect(one.kind === 'agreement' && one.interval![1]).toBe(1);
    }
    // Of 20 that agree, half of them by chance: statsmodels’ Wilson interval is [0.83887, 1], carried over [0.67775, 1].
    const twenty = cohenKappa([
      [10, 0],
      [0, 10],
    ]);
    expect(twenty.kind === 'agreement' && twenty.interval?.[0]).toBeCloseTo(0.6777496838943609, 10);
  });

  test('sets each rater against the rest, with the direction', () => {
    const of = (assessor: string, a: Level, b: Level) => ({ assessor, setting: 'hill', ratings: { a, b } });
    const report = moderationReport(rubric, [
      of('A', 'yes', 'yes'),
      of('B', 'no', 'partly'),
      of('C', 'partly', 'partly'),
    ]);
    // A is 2 and 1 above on a, 1 and 1 above on b: 5/4. B is 2 and 1 below, 1 below and 0: −4/4. C: −1, 1, −1, 0: −1/4.
    expect(
      report.tendencies.map(({ rater, direction, meanLevels, higher, lower, same }) => [
        rater,
        direction,
        meanLevels,
        higher,
        lower,
        same,
      ]),
    ).toEqual([
      ['A', 'lenient', 1.25, 4, 0, 0],
      ['B', 'severe', -1, 0, 3, 1],
      ['C', 'severe', -0.25, 1, 2, 1],
    ]);
    expect(
      report.criteria.map(({ criterion, exact }) => [
        criterion,
        'agreed' in exact && exact.agreed,
        'agreed' in exact && exact.compared,
      ]),
    ).toEqual([
      ['a', 0, 3],
      ['b', 1, 3],
    ]);
    expect(report.contested[0]?.criteria.map(({ criterion }) => criterion)).toEqual(['a', 'b']);
    expect(report.open[0]?.criteria.map(({ criterion, because }) => [criterion, because])).toEqual([
      ['a', 'no-majority'],
    ]);
    expect(report.overall.alpha.kind).toBe('agreement');
  });

  test('takes work that grows with its settings', () => {
    expect(
      growth(10, (n) => {
        const given = pairsOf([
          ['yes', 'yes', n],
          ['no', 'partly', n],
        ]);
        return () => moderationReport(rubric, given);
      }),
    ).toBeLessThan(2.4);
  });
});

test('two assessors who rated nothing in common are no pair', () => {
  const of = (assessor: string, setting: string) => ({ assessor, setting, ratings: { a: 'yes' as const } });
  const { pairs } = moderationReport(rubric, [of('A', 'hill'), of('B', 'hill'), of('C', 'dale'), of('A', 'dale')]);
  expect(pairs.map(({ raters }) => raters)).toEqual([
    ['A', 'B'],
    ['A', 'C'],
  ]);
});

test('more pairs than a report can hold are refused', () => {
  const given = Array.from({ length: 801 }, (_, i) => ({
    setting: 's',
    assessor: `a${i}`,
    ratings: { a: 'yes' as const },
  }));
  expect(() => moderationReport(rubric, given)).toThrow('more than 320000 pairs; report on fewer of them at a time');
});
