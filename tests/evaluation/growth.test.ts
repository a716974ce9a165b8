/** How the work of the verbs grows: twice the rubric, about twice the work, whatever the rubric is made of. */
import { describe, expect, test } from 'vitest';
import { evaluate, type Outcome, type Rating, type Rubric, type Rule, whatIf } from '../../src/index.js';
import { rubricSchema } from '../../src/model/index.js';
import { growth } from '../support/counted-work.js';

const scale = {
  id: 'three',
  label: 'Three',
  levels: [
    { id: 'none', label: 'None', points: 0 },
    { id: 'some', label: 'Some', points: 1 },
    { id: 'good', label: 'Good', points: 2 },
  ],
};

/** Twice the work for twice the size, and room for a logarithm; quadratic work would be 4. */
const LINEAR = 2.4;

const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
const outcome = (id: string, rule: Rule): Outcome => ({ id, label: id, origin: 'project', rule });
const achieves = (id: string): Rule => ({ kind: 'achieves', outcome: id });
const every: Rule = { kind: 'every', level: 'good' };

const rubricOf = (
  criteria: number,
  outcomes: readonly Outcome[],
  more: Partial<Rubric> = {},
  each: (at: number) => Partial<Rubric['criteria'][number]> = () => ({}),
): Rubric => ({
  id: 'r',
  version: '1.0.0',
  label: 'R',
  notice: 'Nobody’s award.',
  scale,
  criteria: numbers(criteria).map((at) => ({ id: `c${at}`, label: `C${at}`, weight: 1 + (at % 7), ...each(at) })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes,
  ...more,
});

const groupsOf = (n: number) => numbers(n).map((at) => ({ id: `g${at}`, label: `G${at}` }));
const inGroup = (groups: number) => (at: number) => ({ group: `g${at % groups}` });

/** Each of these is so large as its number says: twice the number, twice the text. */
const rubrics: Readonly<Record<string, (n: number) => Rubric>> = {
  'criteria, under a rule and a score': (n) =>
    rubricOf(n, [outcome('o', every), outcome('p', { kind: 'score', atLeast: { numerator: 1, denominator: 2 } })]),
  'outcomes that each lean twice on the one before': (n) =>
    rubricOf(
      3,
      numbers(n).map((at) =>
        outcome(`o${at}`, at === 0 ? every : { kind: 'all', rules: [achieves(`o${at - 1}`), achieves(`o${at - 1}`)] }),
      ),
    ),
  'outcomes in pairs that each lean on both of the pair before': (n) =>
    rubricOf(
      3,
      numbers(n).map((at) => {
        const pair = Math.floor(at / 2);
        if (pair === 0) return outcome(`o${at}`, every);
        return outcome(`o${at}`, {
          kind: at % 2 === 0 ? 'all' : 'any',
          rules: [achieves(`o${2 * pair - 2}`), achieves(`o${2 * pair - 1}`)],
        });
      }),
    ),
  'ten selectors that name all criteria': (n) =>
    rubricOf(n, [
      outcome('o', {
        kind: 'all',
        rules: numbers(10).map(() => ({ ...every, of: { criteria: numbers(n).map((at) => `c${at}`) } })),
      }),
    ]),
  'tags, each of one criterion and selected by one rule': (n) =>
    rubricOf(
      n,
      [outcome('o', { kind: 'all', rules: numbers(n).map((at) => ({ ...every, of: { tag: `t${at}` } })) })],
      {},
      (at) => ({ tags: [`t${at}`] }),
    ),
  'groups of four criteria, under two rules on groups': (n) =>
    rubricOf(
      4 * n,
      [
        outcome('o', { kind: 'every-group', rule: every }),
        outcome('p', {
          kind: 'count-groups',
          atLeast: 2,
          rule: { kind: 'any', rules: [{ kind: 'share', numerator: 1, denominator: 2, level: 'some' }, every] },
        }),
      ],
      { groups: groupsOf(n) },
      inGroup(n),
    ),
  'facts, each attested by one rule': (n) =>
    rubricOf(
      3,
      [outcome('o', { kind: 'any', rules: numbers(n).map((at) => ({ kind: 'attested', fact: `f${at}` })) })],
      {
        facts: numbers(n).map((at) => ({ id: `f${at}`, label: `F${at}` })),
      },
    ),
  'thresholds of the score and bands': (n) =>
    rubricOf(
      20,
      [
        outcome('o', {
          kind: 'all',
          rules: numbers(n).flatMap((at): Rule[] => [
            { kind: 'score', atLeast: { numerator: at, denominator: n } },
            { kind: 'band', band: `b${at}` },
          ]),
        }),
      ],
      {
        bands: numbers(n).map((at) => ({
          id: `b${at}`,
          label: `B${at}`,
          from: { numerator: at, denominator: n },
          ...(at < n - 1 && { below: { numerator: at + 1, denominator: n } }),
        })),
      },
    ),
  'criteria that may be waived, in a count of groups': (n) =>
    rubricOf(
      4 * n,
      [outcome('o', { kind: 'score', atLeast: { numerator: n, denominator: 2 } })],
      { groups: groupsOf(n), scoring: { kind: 'count-groups', rule: every } },
      (at) => ({ ...inGroup(n)(at), notApplicable: 'waived' }),
    ),
  obligations: (n) =>
    rubricOf(n, [], {
      obligations: numbers(n).map((at) => ({ id: `d${at}`, label: `D${at}`, when: { level: 'good' } })),
    }),
};

/** Some of everything: rated, contested by many assessors, waived where that may be, open. */
const assessmentOf = (rubric: Rubric) => ({
  ratings: Object.fromEntries(
    rubric.criteria.flatMap(({ id, notApplicable }, at): [string, Rating][] => {
      if (at % 4 === 0) return [[id, 'some']];
      if (at % 4 === 1) return [[id, { levels: ['none', 'some'] }]];
      return at % 4 === 2 && notApplicable !== undefined ? [[id, { notApplicable: 'not here' }]] : [];
    }),
  ),
});

describe('the work is about as large as the rubric: for twice as many', () => {
  test.each(Object.entries(rubrics))('%s', (_, rubricFor) => {
    expect(growth(12, (n) => () => rubricSchema.parse(rubricFor(n)))).toBeLessThan(LINEAR);
    const run = (n: number) => {
      const rubric = rubricFor(n);
      const assessment = assessmentOf(rubric);
      return [
        () => evaluate(rubric, assessment),
        () => whatIf(rubric, assessment, { ratings: { c0: 'good' } }),
      ] as const;
    };
    expect(growth(12, (n) => run(n)[0])).toBeLessThan(LINEAR);
    expect(growth(12, (n) => run(n)[1])).toBeLessThan(LINEAR);
  });
});

test('n rules on n groups cost as much as the n × n reasons that they are given, and what would be too many is refused', () => {
  const rubricFor = (n: number) =>
    rubricOf(
      n,
      [outcome('o', { kind: 'all', rules: numbers(n).map(() => ({ kind: 'every-group', rule: every })) })],
      { groups: groupsOf(n) },
      inGroup(n),
    );
  // Twice the number, four times the reasons.
  expect(growth(8, (n) => () => evaluate(rubricFor(n), { ratings: {} }))).toBeLessThan(5);
  // 500 rules in 500 groups are 250,000, where 200,000 is the most.
  const refused =
    'the rubric is too large, it has more than 200000 rules, each rule on groups counted once for each group';
  expect(() => evaluate(rubricFor(500), { ratings: {} })).toThrow(`evaluate: ${refused}`);
  expect(rubricSchema.safeParse(rubricFor(500)).error?.issues.map(({ message }) => message)).toEqual([refused]);
});
