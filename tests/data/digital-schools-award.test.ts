import { describe, expect, test } from 'vitest';
import { digitalSchoolsAward } from '../../src/data/rubrics/digital-schools-award.js';
import { checkRubric, evaluate, nextSteps } from '../../src/evaluation/index.js';
import type { Criterion, Rating, Rubric } from '../../src/model/index.js';

type Answer = 'addressed' | 'partially-addressed' | 'not-addressed';

const groups = digitalSchoolsAward.groups!.map(({ id }) => id);

/** The record as a host completes it: so many statements in each criterion of the award, with the weights given. */
const withWeights = (weights: readonly number[]): Rubric => {
  const { examples: _, framework: __, ...record } = digitalSchoolsAward as Rubric;
  const criteria = groups.flatMap((group) =>
    weights.map((weight, at): Criterion => ({ id: `${group}-${at + 1}`, label: `Statement ${at + 1}`, weight, group })),
  );
  return { ...record, criteria };
};

const judge = (weights: readonly number[], answers: (group: number) => readonly (Answer | undefined)[]) => {
  const ratings: Record<string, Rating | undefined> = {};
  groups.forEach((group, g) => answers(g).forEach((answer, at) => (ratings[`${group}-${at + 1}`] = answer)));
  return evaluate(withWeights(weights), { ratings });
};
const ten = Array<number>(10).fill(1);
const addressed = (count: number, rest: Answer | 'open' = 'not-addressed') =>
  Array.from({ length: 10 }, (_, at) => (at < count ? 'addressed' : rest === 'open' ? undefined : rest));

describe('the Digital Schools Award', () => {
  test('has five criteria with three places each, and nothing wrong with it', () => {
    expect(groups.length).toBe(5);
    for (const group of groups) {
      const places = digitalSchoolsAward.criteria.filter((one) => one.group === group);
      expect(places.map(({ weight }) => weight)).toEqual([2, 1, 1]);
      for (const { note } of places) expect(note).toMatch(/^A place for/u);
    }
    expect(checkRubric(digitalSchoolsAward as Rubric).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  // With ten statements of one weight, 7/10 is exactly 70 %.
  test.each([
    { title: 'seven of ten in each', last: addressed(7), verdict: 'met' },
    { title: 'six of ten in the last', last: addressed(6), verdict: 'not-yet-met' },
    {
      title: 'six and two in part',
      last: addressed(6).map((one, at) => (at > 7 ? 'partially-addressed' : one)),
      verdict: 'met',
    },
    {
      title: 'six and one in part',
      last: addressed(6).map((one, at) => (at > 8 ? 'partially-addressed' : one)),
      verdict: 'not-yet-met',
    },
    { title: 'six, and four open', last: addressed(6, 'open'), verdict: 'undecided' },
    { title: 'seven, and three open', last: addressed(7, 'open'), verdict: 'met' },
    {
      title: 'four not addressed, six open',
      last: addressed(0, 'open').map((_, at) => (at < 4 ? 'not-addressed' : undefined)),
      verdict: 'not-yet-met',
    },
  ] as const)('with $title is $verdict, when all else is in full', ({ last, verdict }) => {
    const { verdicts } = judge(ten, (g) => (g === 4 ? last : addressed(10)));
    expect(verdicts['ready-for-validation']).toBe(verdict);
  });

  test('asks for 70 % in each criterion, whatever the mean is', () => {
    // Four groups in full and one at 3/5: the mean is (4 + 3/5) / 5 = 23/25 = 92 %.
    const high = judge(ten, (g) => addressed(g === 0 ? 6 : 10));
    expect(high.score).toMatchObject({ kind: 'scored', value: { numerator: 23, denominator: 25 } });
    expect(high.verdicts['ready-for-validation']).toBe('not-yet-met');
    // Five groups at 7/10: the mean is 70 %, and every group is there.
    const even = judge(ten, () => addressed(7));
    expect(even.score).toMatchObject({ kind: 'scored', value: { numerator: 7, denominator: 10 } });
    expect(even.verdicts['ready-for-validation']).toBe('met');
  });

  test('lets a statement that weighs more count for more', () => {
    // Weights 4, 3, 3: the two lighter ones are 6/10; the heaviest with one of them is 7/10.
    const of = (answers: readonly Answer[]) => judge([4, 3, 3], () => answers).verdicts['ready-for-validation'];
    expect(of(['not-addressed', 'addressed', 'addressed'])).toBe('not-yet-met');
    expect(of(['addressed', 'addressed', 'not-addressed'])).toBe('met');
  });

  test('is awarded when the documents are in order and the committee agrees', () => {
    const ratings = Object.fromEntries(
      digitalSchoolsAward.criteria.map(({ id }): [string, Rating] => [id, 'addressed']),
    );
    const award = (facts: Record<string, boolean>) =>
      evaluate(digitalSchoolsAward as Rubric, { ratings, facts }).verdicts['awarded'];
    expect(award({})).toBe('undecided');
    expect(award({ documents: true })).toBe('undecided');
    expect(award({ documents: true, 'award-committee': true })).toBe('met');
    expect(award({ documents: true, 'award-committee': false })).toBe('not-yet-met');
  });

  test('says the cheapest way to 70 % in the one criterion that is short', () => {
    // 2/4 in the last group: one more statement of weight 1, addressed, is 3/4; half of it is 5/8 < 7/10. Two levels are two steps.
    const ratings = Object.fromEntries(
      digitalSchoolsAward.criteria.map(({ id, group }): [string, Rating] => [
        id,
        group === groups[4] && !id.endsWith('-1') ? 'not-addressed' : 'addressed',
      ]),
    );
    expect(nextSteps(digitalSchoolsAward as Rubric, { ratings }, { to: 'ready-for-validation' })).toMatchObject({
      kind: 'steps',
      cost: 2,
      proved: true,
    });
  });
});
