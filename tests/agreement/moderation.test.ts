import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrateValidator,
  consensus,
  type ConsensusRule,
  contestedCriteria,
  krippendorffAlpha,
  ratingRows,
} from '../../src/agreement/index.js';
import { evaluate } from '../../src/evaluation/index.js';
import { defineRubric, defineScale } from '../../src/model/define.js';
import type { Judgements, Rubric } from '../../src/model/index.js';
import { defined } from './support.js';

const scale = defineScale({
  id: 'four',
  label: 'Four levels',
  levels: [
    { id: 'early', label: 'Early' },
    { id: 'developing', label: 'Developing' },
    { id: 'prepared', label: 'Prepared' },
    { id: 'model', label: 'Model' },
  ],
});
const yesNo = defineScale({
  id: 'yes-no',
  label: 'Yes or no',
  levels: [
    { id: 'no', label: 'No' },
    { id: 'yes', label: 'Yes' },
  ],
});
const rubric = defineRubric({
  id: 'moderated',
  version: '1.0.0',
  label: 'Moderated',
  notice: 'An example.',
  scale,
  criteria: [
    { id: 'vision', label: 'Vision', weight: 1 },
    { id: 'team', label: 'Team', weight: 1, notApplicable: 'allowed' },
    { id: 'data', label: 'Data', weight: 1 },
    { id: 'policy', label: 'Policy', weight: 1, scale: yesNo },
  ],
  scoring: { kind: 'none' },
  outcomes: [
    {
      id: 'ready',
      label: 'Ready',
      origin: 'project',
      rule: { kind: 'at-least', criterion: 'vision', level: 'prepared' },
    },
  ],
});
type Ratings = Judgements<typeof rubric>['ratings'];
const by = (assessor: string, ratings: Ratings) => ({ assessor, ratings });
const not = { notApplicable: 'We are two teachers.' };

describe('contested criteria', () => {
  const three = [
    by('A', { vision: 'early', team: 'prepared', data: 'model', policy: 'yes' }),
    by('B', { vision: 'model', team: not, data: 'model', policy: 'no' }),
    by('C', { vision: 'model', team: 'prepared', data: 'prepared', policy: 'yes' }),
  ];

  test('come most contested first, by the mean distance between raters in levels', () => {
    // vision 3, 3, 0 and team 3, 3, 0 (not applicable is the length of the scale away); data 0, 1, 1; policy 1, 0, 1
    expect(contestedCriteria(rubric, three).map(({ criterion, disagreement }) => [criterion, disagreement])).toEqual([
      ['vision', 2],
      ['team', 2],
      ['data', 2 / 3],
      ['policy', 2 / 3],
    ]);
  });

  test('may be measured by the share of pairs apart, or by the spread', () => {
    const measured = (measure: 'pairs-apart' | 'spread') =>
      contestedCriteria(rubric, three, { measure }).map(({ criterion, disagreement }) => [criterion, disagreement]);
    expect(measured('pairs-apart').map(([, disagreement]) => disagreement)).toEqual([2 / 3, 2 / 3, 2 / 3, 2 / 3]);
    expect(measured('spread')).toEqual([
      ['vision', 3],
      ['team', 3],
      ['data', 1],
      ['policy', 1],
    ]);
  });

  test('say who said what, and whether it is disputed that the criterion applies', () => {
    const [vision, team] = contestedCriteria(rubric, three, { limit: 2 });
    expect(vision).toMatchObject({ applicabilityDisputed: false, ratings: [{ rater: 'A', level: 'early' }, {}, {}] });
    expect(team).toMatchObject({
      applicabilityDisputed: true,
      ratings: [{ rater: 'A' }, { rater: 'B', notApplicable: 'We are two teachers.' }, { rater: 'C' }],
    });
  });

  test('are none where all agree, where one rated alone, and where all find it not applicable', () => {
    expect(contestedCriteria(rubric, [by('A', { vision: 'early', team: not }), by('B', { team: not })])).toEqual([]);
    expect(contestedCriteria(rubric, [])).toEqual([]);
  });

  test('count the levels of several assessors one by one', () => {
    const [data] = contestedCriteria(rubric, [by('panel', { data: { levels: ['early', 'model'] } })]);
    expect(data).toMatchObject({ criterion: 'data', disagreement: 3 });
  });
});

describe('consensus', () => {
  const levelsBy = (rule: ConsensusRule, levels: readonly string[]) => {
    const assessments = levels.map((level, at) => by(`rater ${at}`, { vision: level } as Ratings));
    const { ratings, open } = consensus(rubric, assessments, { rule, atLeast: 1 });
    return ratings.vision ?? open.find(({ criterion }) => criterion === 'vision')?.because;
  };

  test.each([
    ['median-low', 'early'],
    ['median-high', 'model'],
    // Half-way between the first place and the fourth is two and a half; rounded up, the third.
    ['median-rounded-up', 'prepared'],
    ['majority', 'no-majority'],
    ['least-favourable', 'early'],
    ['most-favourable', 'model'],
    ['unanimous', 'not-unanimous'],
  ] as const)('of early and model by %s is %s', (rule, expected) => {
    expect(levelsBy(rule, ['early', 'model'])).toBe(expected);
  });

  test.each([
    ['median-low', 'developing'],
    ['median-high', 'developing'],
    ['median-rounded-up', 'developing'],
    ['majority', 'developing'],
    ['least-favourable', 'early'],
    ['most-favourable', 'developing'],
    ['unanimous', 'not-unanimous'],
  ] as const)('of early and twice developing by %s is %s', (rule, expected) => {
    expect(levelsBy(rule, ['developing', 'early', 'developing'])).toBe(expected);
  });

  test('rounds medians as Open edX does', () => {
    // The places are the scores of the published cases of edx-ora2: 5 → 5; 5, 6 → 5, 6, 6; 5 … 53 → 12, 16, 14.
    const scores = defineScale({
      id: 'scores',
      label: 'Scores',
      levels: Array.from({ length: 54 }, (_, at) => ({ id: `s${at}`, label: String(at) })),
    });
    const scored: Rubric = { ...rubric, scale: scores, criteria: [{ id: 'vision', label: 'Vision', weight: 1 }] };
    const median = (rule: ConsensusRule, given: readonly number[]) => {
      const assessments = given.map((score, at) => ({ assessor: `rater ${at}`, ratings: { vision: `s${score}` } }));
      return consensus(scored, assessments, { rule, atLeast: 1 }).ratings['vision'];
    };
    const cases = [[5], [5, 6], [5, 6, 12, 16, 22, 53]];
    expect(cases.map((one) => median('median-low', one))).toEqual(['s5', 's5', 's12']);
    expect(cases.map((one) => median('median-high', one))).toEqual(['s5', 's6', 's16']);
    expect(cases.map((one) => median('median-rounded-up', one))).toEqual(['s5', 's6', 's14']);
  });

  test('stays open, and says why, where a rule gives none', () => {
    const { ratings, open, settled } = consensus(
      rubric,
      [
        by('A', { vision: 'model', team: not, data: 'early' }),
        by('B', { vision: 'model', team: 'early' }),
        by('C', { vision: 'prepared', team: 'early' }),
      ],
      { rule: 'median-low' },
    );
    expect(ratings).toEqual({ vision: 'model' });
    expect(settled).toEqual([{ criterion: 'vision', unanimous: false }]);
    expect(open.map(({ criterion, because, levels }) => [criterion, because, levels])).toEqual([
      ['team', 'applicability-disputed', ['early', 'early']],
      ['data', 'too-few-ratings', ['early']],
      ['policy', 'too-few-ratings', []],
    ]);
  });

  test('counts not applicable as an answer among others by majority, and keeps the reasons', () => {
    const other = { notApplicable: 'No team here.' };
    const { ratings } = consensus(
      rubric,
      [by('A', { team: not }), by('B', { team: 'early' }), by('C', { team: other }), by('D', { team: not })],
      { rule: 'majority' },
    );
    expect(ratings).toEqual({ team: { notApplicable: 'We are two teachers.; No team here.' } });
  });

  test('is not applicable by every rule where all say so', () => {
    const all = [by('A', { team: not }), by('B', { team: not })];
    for (const rule of ['median-low', 'majority', 'unanimous', 'most-favourable'] as const) {
      expect(consensus(rubric, all, { rule }).ratings).toEqual({ team: not });
    }
  });

  test('is an ordinary assessment to the evaluation', () => {
    const { ratings } = consensus(rubric, [by('A', { vision: 'model' }), by('B', { vision: 'prepared' })], {
      rule: 'median-low',
    });
    expect(evaluate(rubric, { ratings }).verdicts).toEqual({ ready: 'met' });
  });

  test('lies between the least and the most favourable, whatever the rule and the order of the raters', () => {
    const level = fc.constantFrom(...scale.levels.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 7 }), (levels) => {
        const place = (rule: ConsensusRule) => scale.levels.findIndex(({ id }) => id === levelsBy(rule, levels));
        for (const rule of ['median-low', 'median-rounded-up', 'median-high'] as const) {
          expect(place(rule)).toBeGreaterThanOrEqual(place('least-favourable'));
          expect(place(rule)).toBeLessThanOrEqual(place('most-favourable'));
          expect(levelsBy(rule, [...levels].reverse())).toBe(levelsBy(rule, levels));
        }
        expect(place('median-low')).toBeLessThanOrEqual(place('median-rounded-up'));
        expect(place('median-rounded-up')).toBeLessThanOrEqual(place('median-high'));
      }),
    );
  });
});

describe('assessments that do not belong together are refused', () => {
  const loose: Rubric = rubric;
  test.each([
    [
      'of two settings',
      [
        { setting: 'a', ratings: {} },
        { setting: 'b', ratings: {} },
      ],
      /one setting, got a, b/u,
    ],
    ['of another rubric', [{ rubric: { id: 'x', version: '1.0.0' }, ratings: {} }], /assessment 0 is of “x” 1.0.0/u],
    ['with an unknown criterion', [{ ratings: { visoin: 'early' } }], /has no criterion “visoin”/u],
    ['with an unknown level', [{ ratings: { vision: 'great' } }], /has no level “great”/u],
    ['twice by the same assessor', [by('A', {}), by('A', {})], /“A” assessed the setting twice/u],
  ])('%s', (_, assessments, message) => {
    expect(() => consensus(loose, assessments as Judgements<Rubric>[], { rule: 'majority' })).toThrow(message);
    expect(() => contestedCriteria(loose, assessments as Judgements<Rubric>[])).toThrow(message);
  });

  test('and so are rules, measures and numbers that there are not', () => {
    expect(() => consensus(rubric, [], { rule: 'mean' as 'majority' })).toThrow(
      /rule is “mean”; it is “median-low” or/u,
    );
    expect(() => consensus(rubric, [], { rule: 'majority', atLeast: 0 })).toThrow(
      /atLeast is 0; it is a whole number from 1/u,
    );
    const two = [by('A', { vision: 'early' }), by('B', { vision: 'model' })];
    expect(() => contestedCriteria(rubric, two, { measure: 'x' as 'spread' })).toThrow(
      /measure is “x”; it is “mean-distance” or/u,
    );
  });
});

describe('assessments as rows of ratings', () => {
  test('have a row for each setting and criterion of the rubric’s own scale, and a column for each assessor', () => {
    const rows = ratingRows(rubric, [
      { setting: 'hilltop', assessor: 'A', ratings: { vision: 'early', team: not, policy: 'yes' } },
      { setting: 'harbour', assessor: 'B', ratings: { vision: 'model' } },
      { setting: 'hilltop', assessor: 'B', ratings: { vision: 'early', data: { levels: ['early', 'model'] } } },
    ]);
    expect(rows.raters).toEqual(['A', 'B']);
    expect(rows.leftOut).toEqual(['policy']);
    expect(rows.categories).toEqual(['early', 'developing', 'prepared', 'model']);
    expect(rows.subjects.slice(2, 4)).toEqual([
      { setting: 'hilltop', criterion: 'data' },
      { setting: 'harbour', criterion: 'vision' },
    ]);
    expect(rows.ratings).toEqual([
      ['early', 'early'],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 'model'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('are what the coefficients take', () => {
    const rows = ratingRows(rubric, [
      by('A', { vision: 'early', team: 'developing', data: 'model' }),
      by('B', { vision: 'early', team: 'prepared', data: 'model' }),
    ]);
    // Places 1 1, 2 3, 4 4: Dₒ = 1/3 of a squared level; the 30 ordered pairs of 1 1 2 3 4 4 differ by 2 (6 · 47 − 15²) / 30.
    expect(defined(krippendorffAlpha(rows, { metric: 'interval' })).coefficient).toBeCloseTo(
      1 - 1 / 3 / (114 / 30),
      12,
    );
  });
});

describe('calibrating a new validator against exemplars', () => {
  const agreed = { a: 'early', b: 'developing', c: 'prepared', d: 'model', e: 'prepared' } as const;

  test('one always a level too generous agrees within a level, and the bias says so', () => {
    const calibration = defined(
      calibrateValidator(scale, {
        agreed,
        given: { a: 'developing', b: 'prepared', c: 'model', d: 'model', e: 'model' },
      }),
    );
    expect(calibration).toMatchObject({
      compared: 5,
      notRated: [],
      exact: { count: 1, share: 0.2 },
      adjacent: { count: 5, share: 1 },
      bias: { direction: 'lenient', meanLevels: 0.8, higher: 4, lower: 0 },
    });
    expect(calibration.confusion[2]).toEqual({
      agreed: 'prepared',
      exemplars: 2,
      given: { early: 0, developing: 0, prepared: 0, model: 2 },
    });
    // Distances 1 1 1 0 1 over the mean distance by habit: of agreed 1 2 3 3 4 from given 2 3 4 4 4, (12 + 7 + 4 + 4 + 3) / 25.
    expect(defined(calibration.weightedKappa).coefficient).toBeCloseTo(1 - 4 / 5 / (30 / 25), 12);
  });

  test('one who errs both ways has no bias', () => {
    const given = { a: 'developing', b: 'early', c: 'prepared', d: 'model' } as const;
    const calibration = defined(calibrateValidator(scale, { agreed, given }));
    expect(calibration.bias).toEqual({ direction: 'none', meanLevels: 0, higher: 1, lower: 1 });
    expect(calibration.notRated).toEqual(['e']);
  });

  test('a strict one errs downwards', () => {
    const calibration = defined(calibrateValidator(scale, { agreed, given: { d: 'early' } }));
    expect(calibration.bias).toMatchObject({ direction: 'strict', meanLevels: -3 });
  });

  test('one who rated nothing is not calibrated, and one who always gives the agreed single level has no kappa', () => {
    expect(calibrateValidator(scale, { agreed, given: {} })).toMatchObject({ kind: 'undefined', because: 'no-pairs' });
    const same = defined(
      calibrateValidator(scale, { agreed: { a: 'early', b: 'early' }, given: { a: 'early', b: 'early' } }),
    );
    expect(same.weightedKappa).toMatchObject({ kind: 'undefined', because: 'no-variation' });
  });

  test('levels and exemplars that there are not are refused', () => {
    const loose = calibrateValidator as (a: unknown, b: unknown) => unknown;
    expect(() => loose(scale, { agreed: { a: 'fine' }, given: { a: 'early' } })).toThrow(/“a” has the level “fine”/u);
    expect(() => loose(scale, { agreed, given: { z: 'early' } })).toThrow(
      /no level was agreed on for the exemplar “z”/u,
    );
  });
});
