import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatsbyBenchmarksFramework as framework } from '../../src/data/frameworks/gatsby-benchmarks.js';
import { gatsbyBenchmarks } from '../../src/data/rubrics/gatsby-benchmarks.js';
import { checkRubric, evaluate } from '../../src/evaluation/index.js';
import { type Rubric, rubricSchema } from '../../src/model/index.js';

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'scoring.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors)
  console.warn('SKIPPED: the published Gatsby case. Set STEM_VECTORS_DIR to the folder of scoring.json.');
const name = 'each of eight benchmarks at 90 per cent';

const benchmarks = gatsbyBenchmarks.groups!;

/** The record with ten criteria in each benchmark in place of its own, as the finer questions of a tool would have it. */
const tenInEach = (): Rubric => {
  const { examples: _, framework: __, ...record } = gatsbyBenchmarks;
  const criteria = benchmarks.flatMap(({ id: group }) =>
    Array.from({ length: 10 }, (_unused, n) => ({
      id: `${group}-${n + 1}`,
      label: `Question ${n + 1}`,
      weight: 1,
      group,
    })),
  );
  return rubricSchema.parse({ ...record, criteria });
};

const achievedBy = (rubric: Rubric, level: (criterion: string) => string | undefined): number | undefined => {
  const ratings = Object.fromEntries(rubric.criteria.map(({ id }) => [id, level(id)]));
  const { score } = evaluate(rubric, { ratings });
  return score.kind === 'scored' ? score.value?.decimal : undefined;
};

describe('the Gatsby rubric', () => {
  test('has the eight benchmarks, one group for each element of the framework, and nothing wrong with it', () => {
    expect(benchmarks.map(({ id, label }) => ({ id, label }))).toEqual(
      framework.elements.map(({ id, label }) => ({ id, label })),
    );
    expect(checkRubric(gatsbyBenchmarks).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('judges each statement of the framework in the benchmark it belongs to', () => {
    const judged = gatsbyBenchmarks.criteria.map(({ id, group, label }) => ({ id, group, label }));
    expect(judged).toEqual(
      framework.elements.flatMap((element) =>
        element.indicators.map(({ id, label }) => ({ id, group: element.id, label })),
      ),
    );
  });

  test.skipIf(!hasVectors)('counts none achieved where each of eight is at nine tenths, as published', () => {
    const { gatsby } = JSON.parse(readFileSync(file!, 'utf8')) as {
      gatsby: { case: Record<string, { achieved: number }> };
    };
    const rubric = tenInEach();
    expect(achievedBy(rubric, (id) => (id.endsWith('-10') ? 'not-started' : 'achieved'))).toBe(
      gatsby.case[name]?.achieved,
    );
  });

  test('counts a benchmark with its last criterion, not before', () => {
    const rubric = tenInEach();
    // Nine of ten in seven benchmarks, all ten in the eighth.
    expect(
      achievedBy(rubric, (id) => (id.endsWith('-10') && id !== 'personal-guidance-10' ? 'in-progress' : 'achieved')),
    ).toBe(1);
    expect(achievedBy(rubric, () => 'achieved')).toBe(8);
    expect(achievedBy(rubric, () => 'in-progress')).toBe(0);
  });

  test('gives a number between two while something is open, and says which', () => {
    // Seven are achieved; of the eighth one criterion of two is open.
    const ratings = Object.fromEntries(
      gatsbyBenchmarks.criteria.flatMap(({ id }) => (id === 'interview-by-18' ? [] : [[id, 'achieved' as const]])),
    );
    const { score, verdicts } = evaluate(gatsbyBenchmarks, { ratings });
    expect(score.interval?.least.decimal).toBe(7);
    expect(score.interval?.greatest.decimal).toBe(8);
    expect(verdicts['all-eight']).toBe('undecided');
  });

  test('lets a school that ends at 16 reach eight, and no benchmark be left out whole', () => {
    for (const { id } of benchmarks) {
      const asked = gatsbyBenchmarks.criteria.filter((one) => one.group === id && !('notApplicable' in one));
      expect(asked.length, id).toBeGreaterThan(0);
    }
    const ratings = Object.fromEntries(
      gatsbyBenchmarks.criteria.map(({ id }) => [
        id,
        id.endsWith('-by-18') ? { notApplicable: 'Pupils leave us at 16.' } : ('achieved' as const),
      ]),
    );
    expect(evaluate(gatsbyBenchmarks as Rubric, { ratings }).verdicts['all-eight']).toBe('met');
  });
});
