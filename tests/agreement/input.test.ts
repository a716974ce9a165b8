import { describe, expect, test } from 'vitest';
import {
  type Agreement,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAC,
  krippendorffAlpha,
  type AlphaMetric,
  percentAgreement,
  scottPi,
  type UndefinedAgreement,
  weightedKappa,
  type WeightName,
} from '../../src/agreement/index.js';
import { defined } from './support.js';

/** Calls with what the types forbid, as plain JavaScript may. */
const loose = <F extends (...parts: never[]) => unknown>(f: F) => f as unknown as (...parts: unknown[]) => unknown;

describe('a mistake of the caller throws, naming the function and what it got', () => {
  test.each([
    [
      'a table that is not square',
      () =>
        cohenKappa([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      RangeError,
      /^cohenKappa.*square.*2 rows of 3/u,
    ],
    ['ragged rows', () => cohenKappa([[1, 2], [3]]), RangeError, /^cohenKappa: row 1 of table has 1/u],
    [
      'a negative count',
      () =>
        scottPi([
          [1, -2],
          [3, 4],
        ]),
      RangeError,
      /^scottPi.*whole number from 0; got -2/u,
    ],
    [
      'a count that is no whole number',
      () =>
        gwetAC({
          table: [
            [1, 2.5],
            [3, 4],
          ],
        }),
      RangeError,
      /^gwetAC.*got 2.5/u,
    ],
    ['a count of NaN', () => fleissKappa({ counts: [[1, Number.NaN]] }), RangeError, /^fleissKappa.*got NaN/u],
    [
      'a bare array where it could be anything',
      () => loose(gwetAC)([[1, 2]]),
      TypeError,
      /^gwetAC: say what the rows are/u,
    ],
    ['nothing', () => loose(fleissKappa)(undefined), TypeError, /^fleissKappa: say what the rows are.*undefined/u],
    ['two forms at once', () => loose(gwetAC)({ table: [], ratings: [] }), TypeError, /\{ ratings, table \}/u],
    ['a form that there is not', () => loose(gwetAC)({ rows: [] }), TypeError, /an object with “rows”/u],
    [
      'a rating that is none',
      () => fleissKappa({ ratings: [[1, Number.NaN]] }),
      TypeError,
      /rater 1 gave subject 0 NaN/u,
    ],
    ['names among numbers', () => fleissKappa({ ratings: [[1, 'b']] }), TypeError, /all names or all numbers/u],
    [
      'a category that was not declared',
      () => gwetAC({ ratings: [['x', 'y']], categories: ['x'] }),
      RangeError,
      /subject 0 is rated “y”/u,
    ],
    ['a category declared twice', () => gwetAC({ ratings: [[1, 1]], categories: [1, 1] }), RangeError, /named twice/u],
    [
      'too few names',
      () =>
        gwetAC({
          table: [
            [1, 2],
            [3, 4],
          ],
          categories: ['a'],
        }),
      RangeError,
      /2 categories, 1 are named/u,
    ],
    [
      'names without an order',
      () => gwetAC({ ratings: [['b', 'a']] }, { weights: 'linear' }),
      RangeError,
      /needs the order of the categories/u,
    ],
    [
      'three raters for two',
      () => cohenKappa({ ratings: [[1, 2, 3]] }),
      RangeError,
      /^cohenKappa compares two raters, got 3/u,
    ],
    [
      'counts where raters matter',
      () => loose(congerKappa)({ counts: [[1, 2]] }),
      TypeError,
      /^congerKappa asks who gave which/u,
    ],
    ['counts for two raters', () => loose(scottPi)({ counts: [[1, 1]] }), TypeError, /^scottPi asks who gave which/u],
    [
      'an unknown option',
      () =>
        loose(cohenKappa)(
          [
            [1, 2],
            [3, 4],
          ],
          { weights: 'linear' },
        ),
      TypeError,
      /options has no “weights”/u,
    ],
    [
      'no weights at all',
      () =>
        weightedKappa(
          [
            [1, 2],
            [3, 4],
          ],
          {},
        ),
      TypeError,
      /say which weights/u,
    ],
    [
      'an unknown weighting',
      () =>
        scottPi(
          [
            [1, 2],
            [3, 4],
          ],
          { weights: 'cubic' as WeightName },
        ),
      RangeError,
      /weights is “cubic”; there is no weighting of that name/u,
    ],
    [
      'an unknown metric',
      () =>
        krippendorffAlpha(
          {
            table: [
              [1, 2],
              [3, 4],
            ],
          },
          { metric: 'x' as AlphaMetric & string },
        ),
      RangeError,
      /metric is “x”; there is no metric of that name/u,
    ],
    [
      'weights of the wrong size',
      () =>
        scottPi(
          [
            [1, 2],
            [3, 4],
          ],
          { weights: [[1]] },
        ),
      RangeError,
      /2 rows of 2, got 1 rows of 1/u,
    ],
    [
      'weights without 1 on the diagonal',
      () =>
        scottPi(
          [
            [1, 2],
            [3, 4],
          ],
          {
            weights: [
              [0, 1],
              [1, 0],
            ],
          },
        ),
      RangeError,
      /row 0, column 0/u,
    ],
    [
      'weights that lean, for raters in no order',
      () =>
        gwetAC(
          {
            table: [
              [1, 2],
              [3, 4],
            ],
          },
          {
            weights: [
              [1, 0.5],
              [0, 1],
            ],
          },
        ),
      RangeError,
      /same both ways/u,
    ],
    [
      'both weights and disagreement',
      () => gwetAC({ table: [[1]] }, { weights: 'linear', disagreement: [[0]] }),
      TypeError,
      /not both/u,
    ],
    [
      'both metric and weights',
      () => krippendorffAlpha({ table: [[1]] }, { weights: 'linear', metric: 'nominal' }),
      TypeError,
      /not both/u,
    ],
    [
      'both within and weights',
      () => percentAgreement({ table: [[1]] }, { weights: 'linear', within: 1 }),
      TypeError,
      /not both/u,
    ],
    [
      'negative numbers as ratios',
      () => krippendorffAlpha({ ratings: [[-1, 2]] }, { metric: 'ratio' }),
      RangeError,
      /no negative values/u,
    ],
    [
      'proportions that do not add up',
      () =>
        cohenKappa({
          proportions: [
            [0.5, 0.1],
            [0.1, 0.1],
          ],
        }),
      RangeError,
      /add up to 1/u,
    ],
    [
      'proportions above 1',
      () =>
        cohenKappa({
          proportions: [
            [2, 0],
            [0, 0],
          ],
        }),
      RangeError,
      /between 0 and 1, got 2/u,
    ],
    [
      'an impossible confidence',
      () =>
        cohenKappa(
          [
            [1, 2],
            [3, 4],
          ],
          { confidence: 1 },
        ),
      RangeError,
      /^cohenKappa: confidence is 1; it is a number between 0 and 1/u,
    ],
  ])('%s', (_, call, type, message) => {
    expect(call).toThrow(type);
    expect(call).toThrow(message);
  });
});

describe('what is undefined is undefined and says why', () => {
  const every: Readonly<
    Record<string, (data: { ratings: (string | null)[][]; categories?: string[] }) => Agreement | UndefinedAgreement>
  > = {
    percentAgreement,
    cohenKappa,
    scottPi,
    fleissKappa,
    congerKappa,
    brennanPrediger,
    gwetAC,
    krippendorffAlpha,
  };

  test.each(Object.keys(every))('%s, without subjects, raters or pairs', (name) => {
    const f = every[name]!;
    expect(f({ ratings: [] })).toMatchObject({ kind: 'undefined', because: 'no-subjects' });
    expect(f({ ratings: [[null, null]] })).toMatchObject({ kind: 'undefined', because: 'no-subjects' });
    expect(f({ ratings: [['a'], ['b']] })).toMatchObject({ kind: 'undefined', because: 'too-few-raters' });
    expect(
      f({
        ratings: [
          ['a', null],
          [null, 'b'],
        ],
      }),
    ).toMatchObject({ kind: 'undefined', because: 'no-pairs' });
  });

  test.each(['cohenKappa', 'scottPi', 'fleissKappa', 'congerKappa', 'krippendorffAlpha'])(
    '%s, where every rating is the same',
    (name) => {
      const data = {
        ratings: [
          ['a', 'a'],
          ['a', 'a'],
        ],
        categories: ['a', 'b'],
      };
      expect(every[name]!(data)).toMatchObject({ kind: 'undefined', because: 'no-variation' });
    },
  );

  test.each(['brennanPrediger', 'gwetAC'])('%s, where only one category is known; with two it is 1', (name) => {
    const ratings = [
      ['a', 'a'],
      ['a', 'a'],
    ];
    expect(every[name]!({ ratings })).toMatchObject({ kind: 'undefined', because: 'single-category' });
    expect(every[name]!({ ratings, categories: ['a', 'b'] })).toMatchObject({ coefficient: 1 });
  });

  test('percent agreement is defined even there', () => {
    expect(
      percentAgreement({
        ratings: [
          ['a', 'a'],
          ['a', 'a'],
        ],
      }),
    ).toMatchObject({ coefficient: 1, expected: 0 });
  });

  test('an empty table has no subjects', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'no-subjects' });
  });

  test('one subject gives a coefficient without a standard error', () => {
    const result = defined(gwetAC({ ratings: [[1, 2]] }));
    expect(result).not.toHaveProperty('standardError');
    expect(result).not.toHaveProperty('interval');
  });
});

describe('ratings', () => {
  test('may be adjacent: names are counted in places, numbers in their own units', () => {
    const ratings = [
      ['low', 'mid'],
      ['low', 'high'],
      ['mid', 'mid'],
      ['high', 'mid'],
    ];
    const categories = ['low', 'mid', 'high'];
    const share = (within: number) => defined(percentAgreement({ ratings, categories }, { within })).coefficient;
    expect([share(0), share(1), share(2)]).toEqual([0.25, 0.75, 1]);
    expect(
      defined(
        percentAgreement(
          {
            ratings: [
              [1, 2],
              [1, 5],
              [3, 3],
            ],
          },
          { within: 1 },
        ),
      ).coefficient,
    ).toBeCloseTo(2 / 3, 15);
  });

  test('of nobody in a column leave the rater out', () => {
    const ratings = [
      [1, 1, null],
      [2, 1, null],
      [2, 2, null],
    ];
    const two = ratings.map(([a, b]) => [a, b]);
    expect(congerKappa({ ratings })).toEqual(congerKappa({ ratings: two }));
    expect(defined(congerKappa({ ratings })).raters).toBe(2);
  });

  test('in proportions give the coefficient, and the standard error once the number of subjects is said', () => {
    const table = [
      [44, 7, 9],
      [5, 20, 5],
      [1, 3, 6],
    ];
    const proportions = table.map((row) => row.map((count) => count / 100));
    const [counted, shared] = [defined(cohenKappa(table)), defined(cohenKappa({ proportions }))];
    expect(shared.coefficient).toBeCloseTo(counted.coefficient, 14);
    expect(shared).not.toHaveProperty('standardError');
    const sized = defined(cohenKappa({ proportions, subjects: 100 }));
    expect(sized.standardError).toBeCloseTo(counted.standardError ?? 0, 14);
  });

  test('are counted the same whichever way a subject without ratings is written', () => {
    const ratings = [
      [1, 2],
      [2, 2],
      [null, null],
      [undefined, null],
      [1, 1],
    ];
    expect(fleissKappa({ ratings })).toEqual(
      fleissKappa({
        ratings: [
          [1, 2],
          [2, 2],
          [1, 1],
        ],
      }),
    );
  });

  test('of a hundred thousand subjects in a table do not have to be written out', () => {
    const big = defined(
      cohenKappa([
        [20_000_000, 5_000_000],
        [10_000_000, 15_000_000],
      ]),
    );
    expect(big.coefficient).toBeCloseTo(0.4, 14);
    expect(big.interval?.[0]).toBeCloseTo(0.4 - 1.959964 * (big.standardError ?? 0), 10);
  });
});

describe('weights', () => {
  const pi = (weights: Parameters<typeof scottPi>[1]) =>
    defined(
      scottPi(
        [
          [20, 6, 2],
          [4, 15, 5],
          [1, 3, 9],
        ],
        weights,
      ),
    ).coefficient;

  test('of one’s own, as a table or a function, are those of the name they copy', () => {
    const table = [
      [1, 0.5, 0],
      [0.5, 1, 0.5],
      [0, 0.5, 1],
    ];
    expect(pi({ weights: table })).toBeCloseTo(pi({ weights: 'linear' }), 14);
    expect(pi({ weights: (a, b) => 1 - Math.abs(Number(a) - Number(b)) / 2 })).toBeCloseTo(
      pi({ weights: 'linear' }),
      14,
    );
    expect(pi({ disagreement: (a, b) => 70 * Math.abs(Number(a) - Number(b)) })).toBeCloseTo(
      pi({ weights: 'linear' }),
      14,
    );
  });

  test('by name, for three categories, are those of Gwet’s vignette on weighting', () => {
    // The weight of neighbours: radical 0.2928932, linear 0.5, ordinal and bipolar 2/3, quadratic 0.75, circular 0.
    const neighbours = (name: WeightName) =>
      defined(percentAgreement({ ratings: [[1, 2]], categories: [1, 2, 3] }, { weights: name })).coefficient;
    const published: readonly (readonly [WeightName, number])[] = [
      ['identity', 0],
      ['radical', 1 - Math.SQRT1_2],
      ['linear', 0.5],
      ['ordinal', 2 / 3],
      ['bipolar', 2 / 3],
      ['quadratic', 0.75],
      ['circular', 0],
    ];
    for (const [name, weight] of published) expect(neighbours(name), name).toBeCloseTo(weight, 14);
    // ((1 − 2) / 3)² / ((1 − 3) / 4)² = 4 / 9
    expect(neighbours('ratio')).toBeCloseTo(5 / 9, 14);
  });

  test('may lean for Cohen: to rate above the other may count as worse than below', () => {
    const table = [
      [20, 6],
      [2, 10],
    ];
    const strict = defined(
      weightedKappa(table, {
        disagreement: [
          [0, 3],
          [1, 0],
        ],
      }),
    ).coefficient;
    const turned = defined(
      weightedKappa(table, {
        disagreement: [
          [0, 1],
          [3, 0],
        ],
      }),
    ).coefficient;
    // 1 − (3·6 + 2)/38 / ((3·26·16 + 12·22)/38²) and 1 − (6 + 3·2)/38 / ((26·16 + 3·12·22)/38²), by hand
    expect(strict).toBeCloseTo(1 - (20 * 38) / (3 * 26 * 16 + 12 * 22), 14);
    expect(turned).toBeCloseTo(1 - (12 * 38) / (26 * 16 + 3 * 12 * 22), 14);
  });
});
