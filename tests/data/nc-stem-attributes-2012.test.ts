import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ncStemAttributes2012Framework } from '../../src/data/frameworks/nc-stem-attributes-2012.js';
import { ncStemAttributes2013Framework } from '../../src/data/frameworks/nc-stem-attributes-2013.js';
import { ncStemAttributes2012 } from '../../src/data/rubrics/nc-stem-attributes-2012.js';
import { ncStemAttributes2013 } from '../../src/data/rubrics/nc-stem-attributes-2013.js';
import { checkFramework, checkRubric, evaluate, nextSteps } from '../../src/evaluation/index.js';
import type { Criterion, Evaluation, Rating, Rubric } from '../../src/model/index.js';
import { rubricSchema } from '../../src/model/index.js';

type Level = 'early' | 'developing' | 'prepared' | 'model';

/** The record as a host uses it: the host's own key elements in the attributes, so many in each, and all else as it stands. */
const withKeyElements = (counts: readonly number[]): Rubric => {
  const criteria: Criterion[] = ncStemAttributes2012.groups!.flatMap((group, at) =>
    Array.from({ length: counts[at] ?? 1 }, (_, n) => ({
      id: `${group.id}-${n + 1}`,
      label: `A key element of ${group.label}`,
      indicator: group.id,
      group: group.id,
      weight: 1,
    })),
  );
  const { examples: _, ...record } = ncStemAttributes2012;
  return rubricSchema.parse({ ...record, criteria });
};

const attributes = ncStemAttributes2012.groups!.map(({ id }) => id);
const [firstAttribute] = attributes;

/** Every attribute but the first is attained by one key element at prepared; the first has the elements given. */
const firstAttributeWith = (elements: readonly (Level | undefined)[]): { rubric: Rubric; evaluation: Evaluation } => {
  const rubric = withKeyElements([elements.length]);
  const ratings: Record<string, Rating | undefined> = Object.fromEntries(
    attributes.map((id) => [`${id}-1`, 'prepared'] as const),
  );
  elements.forEach((level, at) => (ratings[`${firstAttribute}-${at + 1}`] = level));
  return { rubric, evaluation: evaluate(rubric, { ratings }) };
};

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder === undefined ? undefined : join(folder, 'scoring.json');
const hasVectors = file !== undefined && existsSync(file);
if (!hasVectors)
  console.warn(
    'SKIPPED: the published attributes of North Carolina. Set STEM_VECTORS_DIR to the folder of scoring.json.',
  );
const published: readonly { elements: readonly Level[]; attained: boolean }[] = hasVectors
  ? (
      JSON.parse(readFileSync(file, 'utf8')) as {
        'nc-stem-attributes': { cases: { elements: Level[]; attained: boolean }[] };
      }
    )['nc-stem-attributes'].cases
  : [];

describe('the North Carolina rubric', () => {
  test('has eleven attributes, and nothing wrong with it', () => {
    expect(attributes.length).toBe(11);
    expect(checkRubric(ncStemAttributes2012).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.skipIf(!hasVectors)('attains an attribute exactly where the published cases do', () => {
    expect(published.length).toBeGreaterThan(0);
    for (const { elements, attained } of published) {
      const { evaluation } = firstAttributeWith(elements);
      expect(evaluation.verdicts['recognised'], elements.join(', ')).toBe(attained ? 'met' : 'not-yet-met');
    }
  });

  // With n key elements, the least whole number m with 4 · m ≥ 3 · n, and below four all of them.
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 4],
    [6, 5],
    [7, 6],
    [8, 6],
  ])('of %i key elements asks for %i at prepared, the rest at developing', (count, needed) => {
    const elements = (prepared: number) =>
      Array.from({ length: count }, (_, at): Level => (at < prepared ? 'prepared' : 'developing'));
    expect(firstAttributeWith(elements(needed)).evaluation.verdicts['recognised']).toBe('met');
    expect(firstAttributeWith(elements(needed - 1)).evaluation.verdicts['recognised']).toBe('not-yet-met');
  });

  test('counts the attributes attained, and is undecided while an attribute is open', () => {
    const { evaluation } = firstAttributeWith(['prepared', 'prepared', 'developing', undefined]);
    expect(evaluation.verdicts['recognised']).toBe('undecided');
    // Ten are attained; the eleventh needs its open element at prepared.
    expect(evaluation.score.interval?.least.decimal).toBe(10);
    expect(evaluation.score.interval?.greatest.decimal).toBe(11);
  });

  test('asks for a plan for each key element at developing, and for no other', () => {
    const { evaluation } = firstAttributeWith(['model', 'developing', 'prepared', 'developing']);
    expect(evaluation.obligations).toMatchObject([
      { id: 'improvement-plan', criteria: [`${firstAttribute}-2`, `${firstAttribute}-4`] },
    ]);
  });

  test('says of one at early what is to be done: one step, to developing', () => {
    const { rubric, evaluation } = firstAttributeWith(['model', 'model', 'model', 'early']);
    const ratings = Object.fromEntries(evaluation.criteria.map(({ criterion, level }) => [criterion, level]));
    expect(nextSteps(rubric, { ratings }, { to: 'recognised' })).toMatchObject({
      kind: 'steps',
      cost: 1,
      proved: true,
      steps: [{ kind: 'raise', criterion: `${firstAttribute}-4`, from: 'early', to: 'developing' }],
    });
  });

  test('never lets a whole attribute be left out as not applicable', () => {
    for (const group of attributes) {
      const refused = ncStemAttributes2012.criteria.filter(
        (one: Criterion) => one.group === group && !one.notApplicable,
      );
      expect(refused.length, group).toBe(1);
    }
  });

  test('has five places in each attribute, so that an attribute with the most key elements can be entered', () => {
    for (const rubric of [ncStemAttributes2012, ncStemAttributes2013])
      expect(
        attributes
          .slice(0, rubric.groups!.length)
          .map((id) => rubric.criteria.filter((one) => one.group === id).length),
      ).toEqual(rubric.groups!.map(() => 5));
  });

  test('is Model where it is recognised and somebody attests the grade, and by no rating alone', () => {
    const { rubric } = firstAttributeWith(['model']);
    const ratings = Object.fromEntries(attributes.map((id) => [`${id}-1`, 'model']));
    const grade = (holds?: boolean) =>
      evaluate(rubric, { ratings, ...(holds === undefined ? {} : { facts: { 'judged-model': holds } }) }).verdicts;
    expect(grade()).toEqual({ recognised: 'met', model: 'undecided' });
    expect(grade(false)).toEqual({ recognised: 'met', model: 'not-yet-met' });
    expect(grade(true)).toEqual({ recognised: 'met', model: 'met' });
    const early = { ...ratings, [`${firstAttribute}-1`]: 'early' };
    expect(evaluate(rubric, { ratings: early, facts: { 'judged-model': true } }).verdicts).toEqual({
      recognised: 'not-yet-met',
      model: 'not-yet-met',
    });
  });
});

describe('the rubric for elementary and middle schools', () => {
  /** So many key elements in each of the ten attributes, so many of them at prepared and the rest at developing. */
  const rate = (elements: number, prepared: number): Record<string, Rating> =>
    Object.fromEntries(
      ncStemAttributes2013.groups!.flatMap(({ id }) =>
        [1, 2, 3, 4, 5].map((n): [string, Rating] => [
          `${id}-${n}`,
          n > elements ? { notApplicable: 'No such key element.' } : n > prepared ? 'developing' : 'prepared',
        ]),
      ),
    );
  const rubric: Rubric = ncStemAttributes2013;

  test('has the ten attributes that the high school has besides college credit', () => {
    expect(rubric.groups!.map(({ id }) => id)).toEqual(attributes.filter((id) => id !== 'college-credit'));
  });

  test.each([
    // Two and three: all. Four: 4 · 3 ≥ 3 · 4. Five: 4 · 4 ≥ 3 · 5, and 4 · 3 < 3 · 5.
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 4],
  ])('of %i key elements asks for %i at prepared in all ten', (elements, needed) => {
    const judge = (prepared: number) => evaluate(rubric, { ratings: rate(elements, prepared) });
    expect(judge(needed)).toMatchObject({ verdicts: { recognised: 'met' }, score: { value: { decimal: 10 } } });
    expect(judge(needed - 1)).toMatchObject({
      verdicts: { recognised: 'not-yet-met' },
      score: { value: { decimal: 0 } },
    });
  });

  test('has at least two key elements in every attribute, as published', () => {
    for (const { id } of ncStemAttributes2013.groups!)
      expect(rubric.criteria.filter((one) => one.group === id && !one.notApplicable).length).toBe(2);
  });

  test('is no successor of the high schools’ edition: another rubric took the place of both', () => {
    for (const framework of [ncStemAttributes2012Framework, ncStemAttributes2013Framework])
      expect(checkFramework(framework, { on: '2026-11-28' })).toMatchObject([
        { code: 'superseded', message: expect.stringContaining('“nc-stem-school-progress”') },
      ]);
  });
});
