import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluation/index.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { rubricSchema } from '../../../src/model/rubrics/schemas/rubric-schema.js';
import { threeLevels } from '../../support/small-rubric.js';

type Rule = Rubric['outcomes'][number]['rule'];

const rubric = (rule: Rule): Rubric =>
  rubricSchema.parse({
    id: 'gaps',
    version: '1.0.0',
    label: 'Gaps',
    notice: 'For tests.',
    scale: threeLevels,
    groups: [
      { id: 'g', label: 'G' },
      { id: 'h', label: 'H' },
    ],
    criteria: [
      { id: 'a', label: 'A', weight: 1, group: 'g' },
      { id: 'b', label: 'B', weight: 1, group: 'g', notApplicable: 'waived' },
      { id: 'c', label: 'C', weight: 1, group: 'g' },
      { id: 'd', label: 'D', weight: 1, group: 'h', notApplicable: 'waived' },
    ],
    facts: [{ id: 'f', label: 'a fact' }],
    scoring: { kind: 'weighted-mean', from: 'lowest' },
    bands: [
      { id: 'low', label: 'Low', from: { numerator: 0, denominator: 1 }, below: { numerator: 1, denominator: 2 } },
      { id: 'high', label: 'High', from: { numerator: 1, denominator: 2 } },
    ],
    outcomes: [{ id: 'done', label: 'Done', origin: 'project', rule }],
  });

const gaps = (rule: Rule, ratings: Readonly<Record<string, string | { notApplicable: string }>>): string[] =>
  evaluate(rubric(rule), { ratings }).outcomes[0]!.gaps.map(
    ({ criterion, now = '-', needed, blocking }) => `${criterion} ${now}→${needed}${blocking ? ' !' : ''}`,
  );

const verdict = (rule: Rule, ratings: Readonly<Record<string, string | { notApplicable: string }>>) => {
  const { outcomes } = evaluate(rubric(rule), { ratings });
  return outcomes[0]!.because ?? outcomes[0]!.verdict;
};

const away = { notApplicable: 'none here' };
const threshold: Rule = { kind: 'score', atLeast: { numerator: 3, denominator: 4 } };

describe('the gaps of a rule on the score', () => {
  test('are all criteria that could still rise, each to its next level', () => {
    // 2 + 1 + 0 of 6 points is 1/2. With c at low, 4 of 6 is the most there is, below 3/4; with b at the middle it is 5 of 6.
    expect(gaps(threshold, { a: 'high', b: 'middle', c: 'low', d: away })).toEqual(['b middle→high', 'c low→middle !']);
    expect(gaps({ kind: 'band', band: 'high' }, { a: 'low', b: 'middle', c: 'low', d: 'low' })).toEqual([
      'a low→middle',
      'b middle→high',
      'c low→middle',
      'd low→middle',
    ]);
  });

  test('leave out what does not apply and what stands at its top', () => {
    expect(gaps(threshold, { a: 'high', b: away, c: 'low', d: away })).toEqual(['c low→middle !']);
  });
});

describe('the gaps of rules inside rules', () => {
  test('come from the rules that are not met, and not from those that are', () => {
    const rule: Rule = {
      kind: 'all',
      rules: [
        { kind: 'some', level: 'high', of: { criteria: ['a', 'b'] } },
        { kind: 'count', atLeast: 1, level: 'middle', of: { criteria: ['c', 'd'] } },
      ],
    };
    expect(gaps(rule, { a: 'high', b: 'low', c: 'low', d: 'low' })).toEqual(['c low→middle', 'd low→middle']);
  });

  test('ask for the lowest level that would count anywhere', () => {
    const rule: Rule = {
      kind: 'at-least-n',
      atLeast: 1,
      rules: [
        { kind: 'every', level: 'high', of: { criteria: ['a', 'b'] } },
        { kind: 'every', level: 'middle', of: { criteria: ['a', 'c'] } },
      ],
    };
    expect(gaps(rule, { a: 'low', b: 'low', c: 'low', d: 'low' })).toEqual([
      'a low→middle !',
      'b low→high',
      'c low→middle',
    ]);
  });

  test('follow the branch that counts for so many criteria', () => {
    const rule: Rule = {
      kind: 'when-count',
      of: { group: 'g' },
      fewerThan: 3,
      then: { kind: 'at-least', criterion: 'a', level: 'high' },
      otherwise: { kind: 'at-least', criterion: 'c', level: 'middle' },
    };
    expect(gaps(rule, { a: 'low', b: 'low', c: 'low' })).toEqual(['c low→middle !']);
    expect(gaps(rule, { a: 'low', b: away, c: 'low' })).toEqual(['a low→high !']);
  });

  test('leave a criterion that is not applicable alone', () => {
    const rule: Rule = { kind: 'count', atLeast: 1, level: 'high', of: { criteria: ['b', 'c', 'd'] } };
    expect(gaps(rule, { b: away, c: 'low', d: 'low' })).toEqual(['c low→high', 'd low→high']);
  });
});

describe('what is not applicable leaves', () => {
  test('a group in which nothing applies, whatever its rule looks at', () => {
    const rule: Rule = {
      kind: 'every-group',
      rule: { kind: 'at-least', criterion: 'a', level: 'high' },
      groups: ['h'],
    };
    expect(verdict(rule, { a: 'high', d: 'low' })).toBe('met');
    expect(verdict(rule, { a: 'high', d: away })).toBe('nothing-applicable');
    const counted: Rule = { kind: 'count-groups', atLeast: 2, rule: { kind: 'every', level: 'low' } };
    expect(verdict(counted, { a: 'low', b: 'low', c: 'low', d: 'low' })).toBe('met');
    expect(verdict(counted, { a: 'low', b: 'low', c: 'low', d: away })).toBe('not-yet-met');
  });

  test('a group counts as long as one of its criteria applies', () => {
    const rule: Rule = { kind: 'every-group', rule: { kind: 'every', level: 'high' }, groups: ['g'] };
    expect(verdict(rule, { a: 'high', b: away, c: 'high' })).toBe('met');
    expect(verdict(rule, { a: 'high', b: away, c: 'low' })).toBe('not-yet-met');
  });

  test('a branch over nothing', () => {
    const rule: Rule = {
      kind: 'when-count',
      of: { criteria: ['d'] },
      fewerThan: 5,
      then: { kind: 'every', level: 'low' },
      otherwise: { kind: 'every', level: 'high' },
    };
    expect(verdict(rule, { a: 'low', b: 'low', c: 'low', d: away })).toBe('nothing-applicable');
    expect(verdict(rule, { a: 'low', b: 'low', c: 'low', d: 'low' })).toBe('met');
  });

  test('evidence for what does not apply', () => {
    const rule: Rule = { kind: 'evidence', atLeast: 1, of: { criteria: ['c', 'd'] } };
    const evidence = [{ id: 'x', kind: 'plan' as const, date: '2026-01-01', shows: 'it', supports: ['c'] }];
    const outcome = (ratings: Record<string, string | { notApplicable: string }>) =>
      evaluate(rubric(rule), { ratings, evidence }).outcomes[0]!.verdict;
    expect([outcome({ d: away }), outcome({ d: 'high' })]).toEqual(['met', 'not-yet-met']);
  });

  test('a fact that is known to be false fails what it guards, and one not known leaves it open', () => {
    const rule: Rule = { kind: 'attested', fact: 'f' };
    const said = (facts: Record<string, boolean>) =>
      evaluate(rubric(rule), { ratings: {}, facts }).outcomes[0]!.verdict;
    expect([said({}), said({ f: false }), said({ f: true })]).toEqual(['undecided', 'not-yet-met', 'met']);
  });
});
