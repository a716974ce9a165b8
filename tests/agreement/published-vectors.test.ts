/** Published agreement results, read from a file outside this project. Each is to come out to half a unit of its last digit. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Agreement,
  benchmarkAgreement,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  gwetAC,
  krippendorffAlpha,
  type AlphaMetric,
  percentAgreement,
  type RatingCell,
  type RatingData,
  scottPi,
  type UndefinedAgreement,
  weightedKappa,
  type WeightName,
} from '../../src/agreement/index.js';

type Result = Agreement | UndefinedAgreement;
type Numbers = number | Readonly<Record<string, number>>;

interface Vectors {
  readonly datasets: readonly {
    readonly id: string;
    readonly categories: readonly number[];
    readonly ratings: readonly (readonly RatingCell[])[];
    readonly expected: Readonly<Record<string, unknown>>;
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly table?: readonly (readonly number[])[];
    readonly proportions?: readonly (readonly number[])[];
    readonly disagreement?: readonly (readonly number[])[];
    readonly expected: Readonly<Record<string, Numbers>>;
  }[];
  readonly benchmarking: readonly {
    readonly coefficient: number;
    readonly standardError: number;
    readonly bandsFromTop: readonly (readonly [number, number])[];
    readonly cumulative: readonly number[];
    readonly bandAt95: readonly [number, number];
  }[];
  readonly degenerate: readonly {
    readonly id: string;
    readonly categories: readonly number[];
    readonly ratings: readonly (readonly RatingCell[])[];
    readonly expected: string | Readonly<Record<string, string | number>>;
  }[];
}

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'agreement.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors) {
  console.warn('SKIPPED: published agreement results. Set STEM_VECTORS_DIR to the folder that holds agreement.json.');
}
const vectors: Vectors = hasVectors
  ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors)
  : { datasets: [], tables: [], benchmarking: [], degenerate: [] };

test.skipIf(!hasVectors)('there are published results to look at', () => {
  expect(vectors.datasets.length + vectors.tables.length).toBeGreaterThan(0);
});

/** In the file a row is a rater. */
const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, subject) => rows.map((row) => row[subject] as T));

const digitsOf = (number: number): number => String(number).split('.')[1]?.length ?? 0;

const numberOf = (result: Result, field: 'coefficient' | 'expected' | 'standardError'): number => {
  if (result.kind === 'undefined') throw new Error(result.message);
  return result[field] ?? Number.NaN;
};

/** To half a unit in the last digit given, with room for the halves that binary numbers do not hold. */
const expectDigits = (actual: number, published: number): void =>
  expect(Math.abs(actual - published), `${actual} for ${published}`).toBeLessThanOrEqual(
    0.5 * 10 ** -digitsOf(published) + 1e-12,
  );

const ofRatings: Readonly<Record<string, (data: RatingData, by: string) => Result>> = {
  krippendorffAlpha: (data, by) => krippendorffAlpha(data, { metric: by as AlphaMetric }),
  conger: (data, by) => congerKappa(data as Parameters<typeof congerKappa>[0], { weights: by as WeightName }),
  gwetAC: (data, by) => gwetAC(data, { weights: by as WeightName }),
  fleissGeneralised: (data, by) => fleissKappa(data, { weights: by as WeightName }),
  brennanPrediger: (data, by) => brennanPrediger(data, { weights: by as WeightName }),
};

const casesOf = (expected: Readonly<Record<string, unknown>>, known: Readonly<Record<string, unknown>>) =>
  Object.entries(expected).flatMap(([name, numbers]) =>
    name in known
      ? Object.entries(typeof numbers === 'number' ? { identity: numbers } : (numbers as Record<string, number>)).map(
          ([by, published]) => ({ name, by, published }),
        )
      : [],
  );

describe.skipIf(!hasVectors).each(vectors.datasets)('the ratings $id', ({ ratings, categories, expected }) => {
  const data = { ratings: transposed(ratings), categories };

  test.each(casesOf(expected, ofRatings))(
    '$name with $by gives the published $published',
    ({ name, by, published }) => {
      expectDigits(numberOf(ofRatings[name]!(data, by), 'coefficient'), published);
    },
  );

  test('percent agreement is the published one, where one is published', () => {
    const published = expected['percentAgreement'];
    if (typeof published === 'number') expectDigits(numberOf(percentAgreement(data), 'coefficient'), published);
  });

  test('the standard error, chance agreement and interval of AC1 are the published ones, where they are published', () => {
    const published = expected['gwetAC1'] as
      | { pe: number; standardError: number; confidence95: readonly [number, number] }
      | undefined;
    if (!published) return;
    const ac1 = gwetAC(data);
    expectDigits(numberOf(ac1, 'expected'), published.pe);
    expectDigits(numberOf(ac1, 'standardError'), published.standardError);
    if (ac1.kind === 'undefined') throw new Error(ac1.message);
    expectDigits(ac1.interval?.[0] ?? Number.NaN, published.confidence95[0]);
    expect(ac1.interval?.[1]).toBe(published.confidence95[1]);
  });
});

type Table = Vectors['tables'][number];
const ofTable: Readonly<Record<string, (data: Table, by: string) => number>> = {
  percentAgreement: (data) => numberOf(percentAgreement(dataOf(data)), 'coefficient'),
  cohenKappa: (data, by) => numberOf(weightedKappa(dataOf(data), { weights: by as WeightName }), 'coefficient'),
  weightedKappa: (data) =>
    numberOf(weightedKappa(dataOf(data), { disagreement: data.disagreement ?? [] }), 'coefficient'),
  scottPi: (data, by) => numberOf(scottPi(dataOf(data), { weights: by as WeightName }), 'coefficient'),
  gwetAC: (data, by) => numberOf(gwetAC(dataOf(data), { weights: by as WeightName }), 'coefficient'),
  gwetAC1: (data) => numberOf(gwetAC(dataOf(data)), 'coefficient'),
  gwetAC1StandardError: (data) => numberOf(gwetAC(dataOf(data)), 'standardError'),
  brennanPrediger: (data, by) => numberOf(brennanPrediger(dataOf(data), { weights: by as WeightName }), 'coefficient'),
};
const dataOf = ({ table, proportions }: Table) => (table ? { table } : { proportions: proportions ?? [] });

describe.skipIf(!hasVectors).each(vectors.tables)('the table $id', (table) => {
  const cases = casesOf(table.expected, ofTable);

  test('every number that is published for it is looked at', () => {
    expect(new Set(cases.map(({ name }) => name))).toEqual(new Set(Object.keys(table.expected)));
  });

  test.each(cases)('$name with $by gives the published $published', ({ name, by, published }) => {
    expectDigits(ofTable[name]!(table, by), published);
  });

  test('Cohen’s kappa is the weighted kappa with identity weights', () => {
    expect(numberOf(cohenKappa(dataOf(table)), 'coefficient')).toBe(
      numberOf(weightedKappa(dataOf(table), { weights: 'identity' }), 'coefficient'),
    );
  });
});

describe.skipIf(!hasVectors).each(vectors.benchmarking)('benchmarking $coefficient ± $standardError', (published) => {
  const benchmark = benchmarkAgreement(published);

  test('gives the published cumulative probabilities from the top', () => {
    if (benchmark.kind === 'undefined') throw new Error(benchmark.message);
    expect(benchmark.bands.map(({ from, to }) => [from, to])).toEqual(published.bandsFromTop);
    benchmark.bands.forEach(({ cumulative }, at) => {
      // Published to five digits; those given as 1 were rounded.
      expect(Math.abs(cumulative - (published.cumulative[at] ?? Number.NaN))).toBeLessThanOrEqual(0.5e-5);
    });
  });

  test('reaches the published band at 95 %', () => {
    if (benchmark.kind === 'undefined') throw new Error(benchmark.message);
    expect([benchmark.band.from, benchmark.band.to]).toEqual(published.bandAt95);
  });
});

const everyCoefficient: Readonly<
  Record<string, (data: { ratings: RatingCell[][]; categories: readonly number[] }) => Result>
> = {
  cohenKappa,
  scottPi,
  krippendorffAlpha,
  fleissKappa,
  congerKappa,
  gwetAC1: gwetAC,
  brennanPrediger,
  percentAgreement,
};

describe.skipIf(!hasVectors).each(vectors.degenerate)(
  'the degenerate ratings $id',
  ({ ratings, categories, expected }) => {
    test.each(Object.keys(everyCoefficient))('%s is as expected', (name) => {
      const published = typeof expected === 'string' ? expected : expected[name];
      if (published === undefined) return;
      const result = everyCoefficient[name]!({ ratings: transposed(ratings), categories });
      if (typeof published === 'number') expect(numberOf(result, 'coefficient')).toBe(published);
      else expect(result).toMatchObject({ kind: 'undefined', message: expect.stringMatching(/\w/u) as string });
    });
  },
);
