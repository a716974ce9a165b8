// One moderation day, drawn by lot, against R 4.2.2 (irr 0.84.1, psych 2.2.9, irrCAC) and Python (irrCAC 0.4.4, krippendorff).
import { describe, expect, test } from 'vitest';
import { brennanPrediger } from '../../../src/agreement/coefficients/brennan-prediger.js';
import { cohenKappa } from '../../../src/agreement/coefficients/cohen-kappa.js';
import { congerKappa } from '../../../src/agreement/coefficients/conger-kappa.js';
import { fleissKappa } from '../../../src/agreement/coefficients/fleiss-kappa.js';
import { gwetAC } from '../../../src/agreement/coefficients/gwet-ac.js';
import { intraclassCorrelation } from '../../../src/agreement/coefficients/intraclass-correlation.js';
import { krippendorffAlpha } from '../../../src/agreement/coefficients/krippendorff-alpha.js';
import { percentAgreement } from '../../../src/agreement/coefficients/percent-agreement.js';
import { weightedKappa } from '../../../src/agreement/coefficients/weighted-kappa.js';
import { moderationReport } from '../../../src/agreement/moderation/moderation-report.js';
import { defineRubric } from '../../../src/model/define.js';

// Six settings by three criteria; a figure a rater, from 1 to 4, and 0 where there is none.
const rows = '2322 1102 1111 1220 1222 4434 1110 1102 4404 1111 4404 3224 1111 1112 1101 2203 4434 1223'.split(' ');
const categories = ['l1', 'l2', 'l3', 'l4'] as const;
const criteria = ['a', 'b', 'c'] as const;
const levelOf = (figure: string) => (figure === '0' ? undefined : categories[Number(figure) - 1]);
const rubric = defineRubric({
  id: 'day',
  version: '1.0.0',
  label: 'Day',
  notice: 'For tests.',
  scale: { id: 's', label: 'S', levels: categories.map((id) => ({ id, label: id })) },
  criteria: criteria.map((id) => ({ id, label: id, weight: 1 })),
  scoring: { kind: 'none' },
  outcomes: [],
});
const assessments = Array.from({ length: 24 }, (_, n) => {
  const [setting, rater] = [n >> 2, n % 4];
  const given = criteria.flatMap((criterion, at) => {
    const level = levelOf(rows[3 * setting + at]!.charAt(rater));
    return level === undefined ? [] : [[criterion, level] as const];
  });
  return {
    assessor: 'ABCD'.charAt(rater),
    setting: `s${setting}`,
    ratings: Object.fromEntries(given) as Partial<Record<(typeof criteria)[number], (typeof categories)[number]>>,
  };
});
const report = moderationReport(rubric, assessments);
const data = { ratings: rows.map((row) => row.split('').map(levelOf)), categories };
const full = rows.filter((row) => !row.includes('0'));

const numbersOf = (found: object) => {
  const { coefficient, standardError, interval } = found as {
    coefficient: number;
    standardError: number;
    interval: readonly [number, number];
  };
  return [coefficient, standardError, ...interval];
};
const expectNumbers = (found: readonly (number | undefined)[], right: readonly number[], digits: number): void =>
  right.forEach((number, at) => expect(found[at]).toBeCloseTo(number, digits));

test('alpha over all is that of irr and of krippendorff, its error that of irrCAC', () => {
  expectNumbers(numbersOf(report.overall.alpha), [0.7869736511556], 12);
  expectNumbers(numbersOf(krippendorffAlpha(data, { metric: 'interval' })), [0.823979591836735, 0.06622], 4);
  expectNumbers(numbersOf(krippendorffAlpha(data)), [0.4485450674237048], 14);
  expectNumbers(numbersOf(krippendorffAlpha(data)), [0.44855, 0.09663, 0.245, 0.652], 3);
});

test('AC2 with linear weights is that of irrCAC, with error and interval', () => {
  expectNumbers(numbersOf(report.overall.ac), [0.708960251516, 0.077101027455, 0.546291302724, 0.871629200307], 11);
});

test.each([
  ['gwet', gwetAC, undefined, [0.507872411366, 0.105076604914, 0.286180153452, 0.72956466928]],
  ['gwet', gwetAC, 'quadratic', [0.848533014193, 0.051739851705, 0.739371469072, 0.957694559314]],
  ['gwet', gwetAC, 'ordinal', [0.804690355721, 0.060614856719, 0.676804186766, 0.932576524675]],
  ['conger', congerKappa, undefined, [0.461682242991, 0.097105203232, 0.256808172523, 0.666556313458]],
  ['conger', congerKappa, 'linear', [0.670103092784, 0.087859535744, 0.48473567561, 0.855470509957]],
  ['conger', congerKappa, 'ordinal', [0.774497717656, 0.073804895089, 0.618783000276, 0.930212435036]],
  [
    'brennan and prediger',
    brennanPrediger,
    undefined,
    [0.493827160494, 0.102900022385, 0.276727090307, 0.710927230681],
  ],
  [
    'brennan and prediger',
    brennanPrediger,
    'quadratic',
    [0.814814814815, 0.047464562496, 0.714673341465, 0.914956288165],
  ],
  ['fleiss', fleissKappa, undefined, [0.44643080385, 0.101706672671, 0.231848481479, 0.661013126222]],
  ['fleiss', fleissKappa, 'linear', [0.671346566153, 0.090923847812, 0.479514015641, 0.863179116664]],
  ['percent agreement', percentAgreement, undefined, [0.62037037037]],
  ['percent agreement', percentAgreement, 'linear', [0.864197530864]],
] as const)('%s, weights %3$s, is that of irrCAC', (_, verb, weights, right) => {
  const found = verb(data, weights === undefined ? {} : { weights });
  expectNumbers(numbersOf(found), right, 11);
});

test('kappas of two raters and their p-values are those of irr, of all raters Fleiss’', () => {
  const two = { ratings: full.map((row) => row.slice(0, 2).split('').map(levelOf)), categories };
  const kappas = [
    [cohenKappa(two), 0.411764705882353, 0.0233220465356383],
    [weightedKappa(two, { weights: 'linear' }), 0.68253968253968234, 0.00448117236215406],
    [weightedKappa(two, { weights: 'quadratic' }), 0.85815602836879412, 0.00578145195155222],
    [
      fleissKappa({ ...data, ratings: full.map((row) => row.split('').map(levelOf)) }),
      0.402628434886499,
      4.02595366821856e-7,
    ],
  ] as const;
  for (const [found, coefficient, pValue] of kappas) {
    expect(found).toMatchObject({
      coefficient: expect.closeTo(coefficient, 13) as number,
      pValue: expect.closeTo(pValue, 13) as number,
    });
  }
  // psych, cohen.kappa: of all that A and B both rated.
  const pair = report.pairs[0]!.kappa;
  expect(pair.kind === 'agreement' && pair.coefficient).toBeCloseTo(0.5693779904306221, 14);
  expect(pair.kind === 'agreement' && pair.standardError).toBeCloseTo(
    (0.8499705571142506 - 0.2887854237469936) / 2 / 1.959963984540054,
    3,
  );
});

test.each([
  ['ICC(1,1)', 0.7920489296636085, 0.5701662418111219, 0.9342151858977362],
  ['ICC(2,1)', 0.793800539083558, 0.5665539948969402, 0.9351380264898618],
  ['ICC(3,1)', 0.8214783821478382, 0.6145099458794805, 0.9448737987178643],
  ['ICC(1,k)', 0.9384057971014493, 0.8414189410400278, 0.9827002508900223],
  // irr gives 0.83856 and 0.98298 here, by the formula of McGraw and Wong for the mean; psych that of the single rating, stepped up.
  ['ICC(2,k)', 0.9390195296931046, 0.8394443424543387, 0.9829553441082609],
  ['ICC(3,k)', 0.9484702093397746, 0.8644325622970533, 0.9856240823833531],
] as const)('%s is that of psych, with its interval', (form, coefficient, low, high) => {
  const found = intraclassCorrelation({ ratings: full.map((row) => row.split('').map(Number)) }, { form });
  expect(found).toMatchObject({
    coefficient: expect.closeTo(coefficient, 13) as number,
    interval: [expect.closeTo(low, 10), expect.closeTo(high, 10)] as number[],
  });
});

describe('the interval of an agreed share', () => {
  test('goes by settings, not by pairs of raters: Wilson’s for (Σm)² / Σm² of them, computed in R', () => {
    // Criterion a: 27 pairs in six settings, of which three have 6 pairs and three 3: 27² / 135 = 5.4 settings.
    expect(report.criteria.map(({ exact }) => exact)).toMatchObject([
      {
        agreed: 20,
        compared: 27,
        subjects: 6,
        interval: [expect.closeTo(0.3409334906558204, 12), expect.closeTo(0.940407372344932, 12)],
      },
      {
        agreed: 14,
        compared: 27,
        subjects: 6,
        interval: [expect.closeTo(0.1885850629045147, 12), expect.closeTo(0.8330565419416969, 12)],
      },
      {
        agreed: 17,
        compared: 30,
        subjects: 6,
        interval: [expect.closeTo(0.221412399808068, 12), expect.closeTo(0.8574148437271674, 12)],
      },
    ]);
  });

  test('of raters who all agree is that of so many settings, and not of the many pairs', () => {
    const agreeing = ['s1', 's2'].flatMap((setting) =>
      'ABCDEFGH'.split('').map((assessor) => ({ assessor, setting, ratings: { a: 'l2' as const } })),
    );
    // 56 pairs of 56, but two settings: [0.34, 1], as of 2 of 2.
    expect(moderationReport(rubric, agreeing).criteria[0]?.exact).toMatchObject({
      agreed: 56,
      compared: 56,
      subjects: 2,
      interval: [expect.closeTo(0.3424, 4), 1],
    });
  });
});

describe('the bootstrap over settings', () => {
  const three = assessments.filter(({ setting }) => setting < 's3');
  /** Every way to draw three settings of three, one after another: 27 samples. */
  const everyDraw = () => {
    let calls = 0;
    return () => {
      const [sample, place] = [Math.floor(calls / 3) % 27, calls++ % 3];
      return ((Math.floor(sample / 3 ** place) % 3) + 0.5) / 3;
    };
  };

  test('draws whole settings, and takes the ends of what comes of all of them', () => {
    const { overall, criteria: found } = moderationReport(rubric, three, {
      random: everyDraw(),
      resamples: 27,
      confidence: 0.8,
    });
    const byHand: number[] = [];
    for (let sample = 0; sample < 27; sample++) {
      const drawn = [0, 1, 2].flatMap((place) => {
        const setting = Math.floor(sample / 3 ** place) % 3;
        return data.ratings.slice(3 * setting, 3 * setting + 3);
      });
      const alpha = krippendorffAlpha({ ratings: drawn, categories }, { metric: 'ordinal' });
      if (alpha.kind === 'agreement') byHand.push(alpha.coefficient);
    }
    byHand.sort((one, other) => one - other);
    // A tenth of 27 is left out at both ends: the third from each end is the end.
    expect(overall.bootstrap?.alpha).toEqual({
      kind: 'bootstrap',
      interval: [byHand[2], byHand.at(-3)],
      resamples: byHand.length,
      undefinedResamples: 27 - byHand.length,
    });
    expect(overall.bootstrap?.ac).toMatchObject({ kind: 'bootstrap', resamples: 27 });
    expect(found.every(({ bootstrap }) => bootstrap !== undefined)).toBe(true);
  });

  test('comes out the same with the same random numbers, tells its progress, and can be stopped', () => {
    const told: (readonly [number, number])[] = [];
    const run = () =>
      moderationReport(rubric, three, {
        random: everyDraw(),
        resamples: 54,
        onProgress: (done, total) => told.push([done, total]),
      });
    expect(run()).toEqual(run());
    // Two coefficients over all and three criteria.
    expect(told.at(-1)).toEqual([270, 270]);
    expect(() => moderationReport(rubric, three, { random: everyDraw(), signal: { aborted: true } })).toThrow(
      'stopped',
    );
  });

  test('says where it knows nothing: one setting, or raters who agree on everything', () => {
    const random = everyDraw();
    const one = moderationReport(rubric, assessments.slice(0, 4), { random, resamples: 20 });
    expect(one.overall.bootstrap?.alpha).toMatchObject({ kind: 'undefined', because: 'too-few-subjects' });
    const alike = assessments
      .slice(0, 8)
      .map((own, n) => ({ ...own, ratings: { a: n < 4 ? ('l1' as const) : ('l2' as const) } }));
    expect(
      moderationReport(rubric, alike, { random: everyDraw(), resamples: 27 }).overall.bootstrap?.alpha,
    ).toMatchObject({
      kind: 'undefined',
      because: 'no-variation',
    });
    expect(report.overall).not.toHaveProperty('bootstrap');
    expect(() => moderationReport(rubric, three, { resamples: 10 })).toThrow('without random');
    expect(() => moderationReport(rubric, three, { random: 7 as never })).toThrow('moderationReport: random is 7');
    expect(() => moderationReport(rubric, three, { random, resamples: 0 })).toThrow('resamples');
  });
});
