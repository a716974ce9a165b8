/**
 * Scores that other systems publish, for rubrics of their own. The numbers are read from a file outside this project; what is
 * written here is how each system's rubric is said in this library's terms.
 *
 * Points and weights are whole numbers here. A system that scores in tenths, quarters or percentages is given points in
 * tenths, quarters or hundredths, and its result is multiplied back: the arithmetic is the same, only the unit is smaller.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluation/index.js';
import { defineRubric, defineScale } from '../../src/model/define.js';
import type { Evaluation, Scale, Scoring } from '../../src/model/index.js';

/** The scorings that name no level and no group. */
type WithoutNames = Extract<Scoring, { kind: 'weighted-mean' | 'mean-of-groups' | 'sum' }>;
type Weighted = readonly [score: number, weight: number];

interface Published {
  readonly 'ciso-assistant': {
    readonly tree: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly scale: readonly [number, number];
    readonly scores: Readonly<Record<string, number>>;
    readonly cases: readonly { weightedMean: number; sum?: number; meanOfGroups: number }[];
  };
  readonly moodle: {
    readonly levels: Readonly<Record<string, readonly number[]>>;
    readonly chosen: readonly number[];
    readonly points: number;
    readonly minimum: number;
    readonly maximum: number;
    readonly linearOutOf100: number;
    readonly pointsShareOutOf100: number;
  };
  readonly lighthouse: {
    readonly weightedMean: readonly (readonly [readonly Weighted[], number])[];
    readonly notApplicableLeavesTheDenominator: readonly [readonly Weighted[], number];
  };
  readonly prairielearn: { readonly partialScores: readonly Weighted[]; readonly percent: number };
  readonly samm: { readonly streams: readonly (readonly number[])[]; readonly practice: number };
  readonly 'nc-stem-attributes': {
    readonly cases: readonly {
      elements: readonly ('early' | 'developing' | 'prepared' | 'model')[];
      attained: boolean;
    }[];
  };
  readonly gatsby: { readonly case: { readonly 'each of eight benchmarks at 90 per cent': { achieved: number } } };
  readonly 'reference-minimum': {
    readonly cases: readonly {
      grades: readonly ('unsatisfactory' | 'weak' | 'satisfactory' | 'good' | 'very-good' | 'excellent')[];
      positive: boolean;
    }[];
  };
}

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'scoring.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors) {
  console.warn('SKIPPED: the published scores. Set STEM_VECTORS_DIR to the folder that holds scoring.json.');
}

/** What stands in where the file is missing; the tests that would look at it are skipped. */
const nothing: Published = {
  'ciso-assistant': { tree: {}, scale: [0, 100], scores: {}, cases: [] },
  moodle: {
    levels: {},
    chosen: [],
    points: 0,
    minimum: 0,
    maximum: 0,
    linearOutOf100: 0,
    pointsShareOutOf100: 0,
  },
  lighthouse: { weightedMean: [], notApplicableLeavesTheDenominator: [[], 0] },
  prairielearn: { partialScores: [], percent: 0 },
  samm: { streams: [], practice: 0 },
  'nc-stem-attributes': { cases: [] },
  gatsby: { case: { 'each of eight benchmarks at 90 per cent': { achieved: 0 } } },
  'reference-minimum': { cases: [] },
};
const published = hasVectors ? (JSON.parse(readFileSync(file, 'utf8')) as Published) : nothing;

/** A scale with one level for each of some points, `p0`, `p25` and so on. */
const pointScale = (id: string, points: readonly number[]): Scale => ({
  id,
  label: id,
  levels: [...new Set(points)].sort((a, b) => a - b).map((p) => ({ id: `p${p}`, label: `${p} points`, points: p })),
});

/** A score in hundredths or tenths as a whole number; 0.7 · 10 is not quite 7 in floating point. */
const inUnits = (score: number, unitsInOne: number): number => Math.round(score * unitsInOne);

const valueOf = ({ score }: Evaluation): number => {
  if (score.kind !== 'scored' || !score.value) throw new Error('there is no value');
  return score.value.decimal;
};

describe.skipIf(!hasVectors)('ciso-assistant, weights in two groups on a scale of 0 to 100', () => {
  const { tree, scale, scores, cases } = published['ciso-assistant'];
  const rubricWith = (scoring: WithoutNames) =>
    defineRubric({
      id: 'ciso-assistant',
      version: '1.0.0',
      label: 'Requirements in groups',
      notice: 'Published test cases.',
      scale: pointScale('zero-to-hundred', [...scale, ...Object.values(scores)]),
      groups: Object.keys(tree).map((id) => ({ id: id.toLowerCase(), label: id })),
      criteria: Object.entries(tree).flatMap(([group, weights]) =>
        Object.entries(weights).map(([id, weight]) => ({
          id: id.toLowerCase(),
          label: id,
          weight,
          group: group.toLowerCase(),
          notApplicable: 'allowed' as const,
        })),
      ),
      scoring,
      outcomes: [],
    });
  const allRated = Object.fromEntries(Object.entries(scores).map(([id, score]) => [id.toLowerCase(), `p${score}`]));
  const { a2: _, ...withoutA2 } = allRated;
  // The published cases, in their order: all rated; B2 not applicable; A2 not yet rated.
  const assessments = [allRated, { ...allRated, b2: { notApplicable: 'not applicable' } }, withoutA2];

  test.each([0, 1, 2])('its weighted mean and its mean of groups are the published ones in case %i', (at) => {
    const ratings = assessments[at] ?? {};
    // Shares of the way from 0 to 100, shown on the scale itself.
    const mean = evaluate(rubricWith({ kind: 'weighted-mean', from: 'lowest' }), { ratings });
    expect(100 * valueOf(mean)).toBeCloseTo(cases[at]?.weightedMean ?? Number.NaN, 10);
    const ofGroups = evaluate(rubricWith({ kind: 'mean-of-groups', from: 'lowest' }), { ratings });
    expect(100 * valueOf(ofGroups)).toBeCloseTo(cases[at]?.meanOfGroups ?? Number.NaN, 10);
  });

  test('its sum of weighted points is the published one where all that is applicable is rated, else there is none', () => {
    const rubric = rubricWith({ kind: 'sum' });
    expect(valueOf(evaluate(rubric, { ratings: assessments[0] ?? {} }))).toBe(cases[0]?.sum);
    expect(valueOf(evaluate(rubric, { ratings: assessments[1] ?? {} }))).toBe(cases[1]?.sum);
    // With A2 open, between 0 and 100 of its one weight are still to come.
    const { score } = evaluate(rubric, { ratings: assessments[2] ?? {} });
    expect(score).not.toHaveProperty('value');
    expect(score.interval?.least.decimal).toBe((cases[0]?.sum ?? Number.NaN) - (scores['A2'] ?? Number.NaN));
    expect(score.interval?.greatest.decimal).toBe((score.interval?.least.decimal ?? Number.NaN) + 100);
  });
});

describe.skipIf(!hasVectors)('moodle, criteria with points of their own and two ways to make them a grade', () => {
  const { levels, chosen, points, minimum, maximum, linearOutOf100, pointsShareOutOf100 } = published.moodle;
  const criteria = Object.entries(levels).map(([id, own]) => ({ id: id.toLowerCase(), own }));
  const rubricWith = (scoring: WithoutNames, weight: (own: readonly number[]) => number) =>
    defineRubric({
      id: 'moodle',
      version: '1.0.0',
      label: 'A marked rubric',
      notice: 'Published test cases.',
      scale: pointScale('unused', [0, 1]),
      criteria: criteria.map(({ id, own }) => ({ id, label: id, weight: weight(own), scale: pointScale(id, own) })),
      scoring,
      outcomes: [],
    });
  const ratings = Object.fromEntries(criteria.map(({ id }, at) => [id, `p${chosen[at]}`]));

  test('the points add up to the published sum, and what can be reached at least and at most is the published range', () => {
    const rubric = rubricWith({ kind: 'sum' }, () => 1);
    expect(valueOf(evaluate(rubric, { ratings }))).toBe(points);
    const { interval } = evaluate(rubric, { ratings: {} }).score;
    expect([interval?.least.decimal, interval?.greatest.decimal]).toEqual([minimum, maximum]);
  });

  test('the linear grade is a weighted mean from the lowest points, each weight being the reach of its scale', () => {
    // (Σp − Σb) / (ΣP − Σb) = Σ (P − b)·u / Σ (P − b), with u = (p − b) / (P − b).
    const rubric = rubricWith({ kind: 'weighted-mean', from: 'lowest' }, (own) => Math.max(...own) - Math.min(...own));
    expect(100 * valueOf(evaluate(rubric, { ratings }))).toBe(linearOutOf100);
  });

  test('the share of the points is a weighted mean from zero, each weight being the highest points of its scale', () => {
    // Σp / ΣP = Σ P·u / Σ P, with u = p / P.
    const rubric = rubricWith({ kind: 'weighted-mean', from: 'zero' }, (own) => Math.max(...own));
    expect(100 * valueOf(evaluate(rubric, { ratings }))).toBeCloseTo(pointsShareOutOf100, 10);
  });
});

/** A weighted mean of scores in tenths. */
const inTenths = (scores: readonly Weighted[], extra: readonly 'not-applicable'[] = []) => {
  const rubric = defineRubric({
    id: 'tenths',
    version: '1.0.0',
    label: 'Scores in tenths',
    notice: 'Published test cases.',
    scale: pointScale('tenths', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    criteria: [
      ...scores.map(([, weight], at) => ({ id: `check-${at + 1}`, label: `Check ${at + 1}`, weight })),
      ...extra.map((_, at) => ({
        id: `extra-${at + 1}`,
        label: 'Extra',
        weight: 5,
        notApplicable: 'allowed' as const,
      })),
    ],
    scoring: { kind: 'weighted-mean', from: 'zero' },
    outcomes: [],
  });
  const ratings = {
    ...Object.fromEntries(scores.map(([score], at) => [`check-${at + 1}`, `p${inUnits(score, 10)}`])),
    ...Object.fromEntries(extra.map((_, at) => [`extra-${at + 1}`, { notApplicable: 'no images here' }])),
  };
  return valueOf(evaluate(rubric, { ratings }));
};

describe.skipIf(!hasVectors)('lighthouse, weighted means of scores between 0 and 1', () => {
  const { weightedMean, notApplicableLeavesTheDenominator } = published.lighthouse;

  test.each(weightedMean)('%j make %d', (scores, mean) => {
    expect(inTenths(scores)).toBeCloseTo(mean, 10);
  });

  test('a heavy check that is not applicable leaves the mean as if it were not there', () => {
    const [scores, mean] = notApplicableLeavesTheDenominator;
    expect(inTenths(scores, ['not-applicable'])).toBeCloseTo(mean, 10);
  });
});

describe.skipIf(!hasVectors)('prairielearn, partial scores with weights', () => {
  test('make the published percentage', () => {
    const { partialScores, percent } = published.prairielearn;
    expect(100 * inTenths(partialScores)).toBeCloseTo(percent, 10);
  });
});

describe.skipIf(!hasVectors)('samm, a practice of two streams of three answers', () => {
  test('its score is the published one, as a mean of groups out of three', () => {
    const { streams, practice } = published.samm;
    // Answers are 0, 1/4, 1/2 or 1: 0, 1, 2 or 4 quarters. A stream is the sum of its three answers, thus three times
    // their mean; and the practice is the mean of its streams, thus three times the mean of groups.
    const rubric = defineRubric({
      id: 'samm',
      version: '1.0.0',
      label: 'A practice',
      notice: 'A published example.',
      scale: pointScale('quarters', [0, 1, 2, 4]),
      groups: streams.map((_, at) => ({ id: `stream-${at + 1}`, label: `Stream ${at + 1}` })),
      criteria: streams.flatMap((answers, at) =>
        answers.map((_, n) => ({
          id: `question-${at + 1}-${n + 1}`,
          label: 'A question',
          weight: 1,
          group: `stream-${at + 1}`,
        })),
      ),
      scoring: { kind: 'mean-of-groups', from: 'zero' },
      outcomes: [],
    });
    const ratings = Object.fromEntries(
      streams.flatMap((answers, at) =>
        answers.map((answer, n) => [`question-${at + 1}-${n + 1}`, `p${inUnits(answer, 4)}`]),
      ),
    );
    expect(3 * valueOf(evaluate(rubric, { ratings }))).toBe(practice);
  });
});

describe.skipIf(!hasVectors)('an attribute of the NC STEM rubric', () => {
  const cases = published['nc-stem-attributes'].cases;
  const scale = defineScale({
    id: 'nc-levels',
    label: 'Early to model',
    levels: [
      { id: 'early', label: 'Early' },
      { id: 'developing', label: 'Developing' },
      { id: 'prepared', label: 'Prepared' },
      { id: 'model', label: 'Model' },
    ],
  });

  test.each(cases)('with elements at $elements is attained: $attained', ({ elements, attained }) => {
    const rubric = defineRubric({
      id: 'nc-attribute',
      version: '1.0.0',
      label: 'One attribute',
      notice: 'The rule of 2012.',
      scale,
      criteria: elements.map((_, at) => ({ id: `element-${at + 1}`, label: `Element ${at + 1}`, weight: 1 })),
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'attained',
          label: 'Attained',
          origin: 'published',
          rule: {
            kind: 'when-count',
            fewerThan: 4,
            then: { kind: 'every', level: 'prepared' },
            otherwise: {
              kind: 'all',
              rules: [
                { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
                // None at early: every one at developing or above.
                { kind: 'every', level: 'developing' },
              ],
            },
          },
        },
      ],
    });
    const ratings = Object.fromEntries(elements.map((level, at) => [`element-${at + 1}`, level]));
    expect(evaluate(rubric, { ratings }).verdicts.attained).toBe(attained ? 'met' : 'not-yet-met');
  });
});

describe.skipIf(!hasVectors)('gatsby, eight benchmarks of which the headline counts those fully achieved', () => {
  test('eight benchmarks at nine criteria in ten make the published headline, not nine tenths of eight', () => {
    const { achieved } = published.gatsby.case['each of eight benchmarks at 90 per cent'];
    const benchmarks = [1, 2, 3, 4, 5, 6, 7, 8];
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const rubric = defineRubric({
      id: 'gatsby',
      version: '1.0.0',
      label: 'Eight benchmarks',
      notice: 'Ten criteria each, so that 90 per cent is nine of ten.',
      scale: defineScale({
        id: 'progress',
        label: 'Progress',
        levels: [
          { id: 'not-started', label: 'Not started' },
          { id: 'in-progress', label: 'In progress' },
          { id: 'achieved', label: 'Achieved' },
        ],
      }),
      groups: benchmarks.map((b) => ({ id: `benchmark-${b}`, label: `Benchmark ${b}` })),
      criteria: benchmarks.flatMap((b) =>
        ten.map((n) => ({ id: `criterion-${b}-${n}`, label: 'A criterion', weight: 1, group: `benchmark-${b}` })),
      ),
      scoring: { kind: 'count-groups', rule: { kind: 'every', level: 'achieved' } },
      outcomes: [],
    });
    const ratings = Object.fromEntries(
      benchmarks.flatMap((b) =>
        ten.map((n) => [`criterion-${b}-${n}`, n === 10 ? 'in-progress' : 'achieved'] as const),
      ),
    );
    const { score } = evaluate(rubric, { ratings });
    expect(score.kind === 'scored' && score.value?.decimal).toBe(achieved);
    expect(score.kind === 'scored' && score.outOf.decimal).toBe(8);
    // The tenth criterion of one benchmark makes the first whole benchmark.
    const oneMore = evaluate(rubric, { ratings: { ...ratings, 'criterion-1-10': 'achieved' } });
    expect(valueOf(oneMore)).toBe(achieved + 1);
  });
});

describe.skipIf(!hasVectors)(
  'the Scottish inspection statistic, three reference indicators at satisfactory or better',
  () => {
    const cases = published['reference-minimum'].cases;
    const scale = defineScale({
      id: 'six-grades',
      label: 'Six grades',
      levels: [
        { id: 'unsatisfactory', label: 'Unsatisfactory' },
        { id: 'weak', label: 'Weak' },
        { id: 'satisfactory', label: 'Satisfactory' },
        { id: 'good', label: 'Good' },
        { id: 'very-good', label: 'Very good' },
        { id: 'excellent', label: 'Excellent' },
      ],
    });
    const rubric = defineRubric({
      id: 'reference-indicators',
      version: '1.0.0',
      label: 'An inspection',
      notice: 'The statistic, not the inspection.',
      scale,
      criteria: [
        { id: 'first', label: 'First', weight: 1, tags: ['reference'] },
        { id: 'second', label: 'Second', weight: 1, tags: ['reference'] },
        { id: 'third', label: 'Third', weight: 1, tags: ['reference'] },
        { id: 'another', label: 'Not of the three', weight: 1 },
      ],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'positive',
          label: 'Positive',
          origin: 'published',
          rule: { kind: 'minimum', level: 'satisfactory', of: { tag: 'reference' } },
        },
      ],
    });

    test.each(cases)('$grades is positive: $positive, whatever the other indicators are', ({ grades, positive }) => {
      const [first, second, third] = grades;
      const { verdicts } = evaluate(rubric, { ratings: { first, second, third, another: 'unsatisfactory' } });
      expect(verdicts.positive).toBe(positive ? 'met' : 'not-yet-met');
    });
  },
);
