/** Rubrics that no schema has read and that ask for too much: a clear refusal, or the right answer; never a hang, a raw error or a wrong proof. */
import { describe, expect, test } from 'vitest';
import {
  checkRubric,
  compileScorer,
  diffRubrics,
  evaluate,
  lowerRubric,
  migrateAssessment,
  nextSteps,
  proveRubric,
  sensitivity,
  toSql,
} from '../../src/evaluation/index.js';
import { assessmentOf, stateSpace } from '../../src/evaluation/check/state-space.js';
import { mostRows } from '../../src/evaluation/check/write-states.js';
import { leaningOrder } from '../../src/model/rubrics/rule-size.js';
import { assessmentSchemaFor, type Outcome, type Rubric, rubricSchema, type Rule } from '../../src/model/index.js';
import { growth } from '../support/counted-work.js';
import { sized } from '../support/runs.js';
import { smallRubric, threeLevels } from '../support/small-rubric.js';

const given = { ratings: {} };
const outcome = (id: string, rule: Rule): Outcome => ({ id, label: id, origin: 'project', rule });
const withRule = (rule: Rule): Rubric => ({ ...smallRubric, outcomes: [outcome('o', rule)] });
const every: Rule = { kind: 'every', level: 'middle' };
const numbers = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

describe('a rule that counts further than the schema lets it', () => {
  const tooFar: readonly (readonly [string, Rule])[] = [
    ['rule.atLeast', { kind: 'evidence', atLeast: 10_001, of: { criteria: ['plan'] } }],
    ['rule.rules[1].atLeast', { kind: 'all', rules: [every, { kind: 'evidence', atLeast: 5_000_000 }] }],
    [
      'rule.then.atLeast',
      { kind: 'when-count', fewerThan: 2, then: { kind: 'count', level: 'high', atLeast: 65_537 }, otherwise: every },
    ],
    ['rule.fewerThan', { kind: 'when-count', fewerThan: 10_001, then: every, otherwise: every }],
    ['rule.denominator', { kind: 'share', numerator: 1, denominator: 2 ** 40, level: 'high' }],
    ['rule.atLeast', { kind: 'at-least-n', atLeast: 10_001, rules: [every] }],
  ];
  const verbs: Readonly<Record<string, (rubric: Rubric) => unknown>> = {
    evaluate: (rubric) => evaluate(rubric, given),
    nextSteps: (rubric) => nextSteps(rubric, given, { to: 'o' }),
    sensitivity: (rubric) => sensitivity(rubric, given),
    lowerRubric,
    compileScorer,
    proveRubric: (rubric) => proveRubric(rubric),
    diffRubrics: (rubric) => diffRubrics(withRule({ kind: 'evidence', atLeast: 1 }), rubric),
    toSql: (rubric) => toSql(rubric, { dialect: 'duckdb', table: 'ratings' }),
  };

  test.each(tooFar)('is refused by every verb, which names the place and the bound: %s', (place, rule) => {
    for (const [name, call] of Object.entries(verbs)) {
      expect(() => call(withRule(rule)), name).toThrow(
        `${name}: rubric.outcomes[0].${place}: a rule counts to at most 10000, and this one to `,
      );
    }
  });

  test.each(tooFar)('is malformed to checkRubric, and refused by the schema: %s', (_, rule) => {
    const [issue, ...others] = checkRubric(withRule(rule));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'malformed', severity: 'error' });
    expect(issue?.message).toMatch(/^A rule counts to at most 10000, and this one to \d+\.$/u);
    const parsed = rubricSchema.safeParse(withRule(rule));
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([issue?.path]);
  });

  test('is found in the rule of a scoring as well', () => {
    const groups = [{ id: 'all', label: 'All' }];
    const scoring = { kind: 'count-groups', rule: { kind: 'evidence', atLeast: 20_000 } } as const;
    const rubric: Rubric = { ...smallRubric, groups, scoring, outcomes: [outcome('o', every)] };
    expect(() => evaluate(rubric, given)).toThrow(
      'evaluate: rubric.scoring.rule.atLeast: a rule counts to at most 10000',
    );
  });

  test('up to the bound is answered: the steps lead there, and one item more is another rubric', () => {
    const at = (atLeast: number) => withRule({ kind: 'evidence', atLeast, of: { criteria: ['plan'] } });
    const steps = nextSteps(at(10_000), given, { to: 'o' });
    expect(steps).toMatchObject({
      kind: 'steps',
      proved: true,
      steps: [{ kind: 'evidence', indicator: 'plan', steps: 10_000 }],
    });
    expect(diffRubrics(at(9999), at(10_000))).toMatchObject({ bump: 'major', proved: true });
  });
});

describe('a witness with much evidence', () => {
  const criteria = numbers(200).map((at) => ({ id: `c${at}`, label: `C${at}`, weight: 1, indicator: `c${at}` }));
  const at = (atLeast: number): Rubric =>
    rubricSchema.parse({
      ...smallRubric,
      criteria,
      scoring: { kind: 'none' },
      outcomes: [outcome('o', { kind: 'evidence', atLeast })],
    });

  test('holds as many items as one indicator needs, each for all that need as many', () => {
    const [older, newer] = [at(9999), at(10_000)];
    const { witness } = diffRubrics(older, newer);
    expect(witness?.evidence).toHaveLength(9999);
    expect(witness?.evidence?.every(({ supports }) => supports.length === 200)).toBe(true);
    expect(evaluate(older, witness!).verdicts['o']).toBe('met');
    expect(evaluate(newer, witness!).verdicts['o']).not.toBe('met');
  });

  test('supports each indicator as often as it needs, and no other', () => {
    const needs: Rule[] = [3, 1, 2].map((atLeast, i) => ({ kind: 'evidence', atLeast, of: { criteria: [`c${i}`] } }));
    const rubric: Rubric = { ...at(1), outcomes: [outcome('o', { kind: 'all', rules: needs })] };
    const { witness } = diffRubrics(rubric, {
      ...rubric,
      outcomes: [outcome('o', { kind: 'all', rules: [...needs, every] })],
    });
    expect(witness?.evidence?.map(({ id, supports }) => [id, supports])).toEqual([
      ['c0-1', ['c0', 'c1', 'c2']],
      ['c0-2', ['c0', 'c2']],
      ['c0-3', ['c0']],
    ]);
    const whole = {
      rubric: { id: rubric.id, version: rubric.version },
      kind: 'peer',
      setting: 's',
      assessor: 'A',
      date: '2026-01-01',
    };
    expect(assessmentSchemaFor(rubric).safeParse({ ...whole, ...witness }).error).toBeUndefined();
  });

  test('the next steps to it take no more than twice the work for twice the criteria', () => {
    const rubric = (n: number): Rubric => ({ ...at(5000), criteria: criteria.slice(0, n) });
    expect(growth(25, (n) => () => nextSteps(rubric(n), given, { to: 'o' }))).toBeLessThan(2.4);
  });
});

/** More than an engine takes as the arguments of one call, where all cases are asked for. */
const MANY = sized(150_000, 15_000);

describe('a list longer than the arguments of a call', () => {
  const unknown = Array<string>(MANY).fill('x');

  test('of unknown names in a rule or a scoring is told', () => {
    const of = { criteria: unknown };
    for (const rubric of [
      withRule({ kind: 'every', level: 'middle', of }),
      { ...smallRubric, scoring: { kind: 'minimum', from: 'lowest', of } } as Rubric,
    ]) {
      const issues = checkRubric(rubric);
      expect(issues).toHaveLength(100);
      expect(issues.at(-1)?.message).toContain(`and ${MANY - 100} more`);
    }
  });

  test('of outcomes in one circle is found', () => {
    const circle = numbers(MANY).map((at) => [(at + 1) % MANY]);
    expect(leaningOrder(circle).inCircles).toEqual(numbers(MANY));
  });

  const counting = (n: number, atLeast: number): Rubric => ({
    ...smallRubric,
    criteria: numbers(n).map((at) => ({ id: `c${at}`, label: `C${at}`, weight: 1 })),
    outcomes: [outcome('o', { kind: 'count', level: 'middle', atLeast })],
  });

  test('of criteria is checked', () => {
    const rubric = counting(MANY, 2);
    expect(checkRubric(rubric, { limit: 1000 }).map(({ code }) => code)).toEqual(['weightless-criterion']);
    expect(mostRows(stateSpace(rubric))).toBeGreaterThan(1);
  });

  test('of as many criteria as the schema takes is read by name, not searched for each name', () => {
    const { bump, witness } = diffRubrics(counting(10_000, 1), counting(10_000, 2));
    expect(bump).toBe('major');
    expect(Object.values(witness?.ratings ?? {}).filter((level) => level !== 'low')).toHaveLength(1);
  });
});

describe('names that every object has already', () => {
  const ids = ['__proto__', 'constructor', 'toString', 'valueOf'];
  const named = ids.map((id) => ({ id, label: id }));
  const rubric: Rubric = {
    ...smallRubric,
    scale: {
      ...threeLevels,
      levels: threeLevels.levels.map((level) => (level.id === 'middle' ? { ...level, id: '__proto__' } : level)),
    },
    criteria: named.map((one) => ({ ...one, weight: 1 })),
    facts: named,
    outcomes: [
      outcome('__proto__', {
        kind: 'all',
        rules: [
          { kind: 'every', level: '__proto__' },
          { kind: 'evidence', atLeast: 2 },
          ...ids.map((fact): Rule => ({ kind: 'attested', fact })),
        ],
      }),
      outcome('constructor', {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: '__proto__' },
          { kind: 'every', level: 'high' },
        ],
      }),
    ],
  };
  const full = {
    ratings: Object.fromEntries(ids.map((id) => [id, '__proto__'])),
    facts: Object.fromEntries(ids.map((id) => [id, true])),
    evidence: numbers(2).map((at) => ({
      id: `e${at}`,
      kind: 'other' as const,
      date: '2026-01-01',
      shows: 'x',
      supports: ids,
    })),
  };

  test('are judged, advised on, checked and scored as any other', () => {
    expect(Object.entries(evaluate(rubric, full).verdicts)).toEqual([
      ['__proto__', 'met'],
      ['constructor', 'not-yet-met'],
    ]);
    expect(nextSteps(rubric, full, { to: 'constructor' })).toMatchObject({ cost: 4, proved: true });
    expect(checkRubric(rubric)).toEqual([]);
    expect(proveRubric(rubric).holds).toBe(true);
    const column = (code: number) => Object.fromEntries(ids.map((id) => [id, Uint8Array.of(code)]));
    const { verdicts } = compileScorer(rubric).score({ ratings: column(1), facts: column(1), evidence: column(2) });
    expect(Object.entries(verdicts).map(([id, [code]]) => [id, code])).toEqual([
      ['__proto__', 2],
      ['constructor', 0],
    ]);
  });

  test('are not lost from a witness', () => {
    const asks = (level: string): Rubric => ({
      ...rubric,
      outcomes: [outcome('o', { kind: 'at-least', criterion: '__proto__', level })],
    });
    const { witness } = diffRubrics(asks('high'), asks('__proto__'));
    expect(Object.entries(witness?.ratings ?? {})).toEqual([['__proto__', '__proto__']]);
    const space = stateSpace(rubric);
    const { facts = {} } = assessmentOf(
      space,
      space.digits.map(() => 1),
    );
    expect(Object.entries(facts)).toEqual(ids.map((id) => [id, true]));
  });
});

describe('weights near the largest whole number that is held exactly', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const half: Rule = { kind: 'score', atLeast: { numerator: 1, denominator: 2 } };
  const weighing = (...weights: number[]): Rubric => ({
    ...smallRubric,
    criteria: weights.map((weight, at) => ({ id: `c${at}`, label: `C${at}`, weight })),
    outcomes: [outcome('o', half)],
  });

  test('are refused by the verbs that would add them up, instead of a step that is not enough', () => {
    // c0 alone is just under half of 2·(2^53 − 1) + 1, which a number holds only rounded.
    const rubric = weighing(most, most, 1);
    const right = /is not exact; the rubric’s weights or points are too large$/u;
    const ratings = { c0: 'high', c1: 'low', c2: 'low' };
    expect(() => evaluate(rubric, { ratings })).toThrow(right);
    expect(() => nextSteps(rubric, { ratings: {} }, { to: 'o' })).toThrow(right);
    expect(() => sensitivity(rubric, { ratings })).toThrow(right);
  });

  test('are answered as long as their sums are exact', () => {
    const weight = 2 ** 50;
    expect(nextSteps(weighing(weight, weight - 1, 1), given, { to: 'o' })).toMatchObject({
      kind: 'steps',
      proved: true,
      steps: [{ criterion: 'c0', level: 'high' }],
    });
  });
});

test('answers of a whole rubric that move onto one criterion take no more than twice the work for twice as many', () => {
  const criteria = (n: number) => numbers(n).map((at) => ({ id: `c${at}`, label: `C${at}`, weight: 1 }));
  const levels = { low: 'low', middle: 'middle', high: 'high' };
  const older = (n: number): Rubric => ({ ...smallRubric, criteria: criteria(n), outcomes: [outcome('o', every)] });
  const newer: Rubric = { ...smallRubric, id: 'newer', criteria: criteria(1), outcomes: [outcome('o', every)] };
  const move = (n: number) => () =>
    migrateAssessment(
      older(n),
      newer,
      {
        id: 'm',
        from: { id: 'small', version: '1.0.0' },
        to: { id: 'newer', version: '1.0.0' },
        criteria: Object.fromEntries(numbers(n).map((at) => [`c${at}`, { to: 'c0', levels }])),
        note: 'For tests.',
      } as never,
      {
        ratings: Object.fromEntries(numbers(n).map((at) => [`c${at}`, 'low'])),
        priorities: numbers(n).map((at) => `c${at}`),
      },
    );
  expect(growth(100, move)).toBeLessThan(2.4);
});
