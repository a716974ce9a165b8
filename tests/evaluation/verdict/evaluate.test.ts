import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluation/index.js';
import type { Messages } from '../../../src/model/messages/messages.js';
import { english } from '../../../src/messages/english.js';
import { defineRubric } from '../../../src/model/define.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

describe('a score', () => {
  test('is the weighted mean of what is rated, with its coverage and the interval still open', () => {
    // plan middle (1/2, weight 1), voice high (1, weight 3), team open (weight 2).
    // value (1·1/2 + 3·1)/4 = 7/8; coverage 4/6; least (1/2 + 3 + 0)/6 = 7/12; greatest (1/2 + 3 + 2)/6 = 11/12.
    const { score } = evaluate(smallRubric, { ratings: { plan: 'middle', voice: 'high' } });
    expect(score).toEqual({
      kind: 'scored',
      unit: 'share',
      value: { numerator: 7, denominator: 8, decimal: 7 / 8 },
      coverage: { numerator: 2, denominator: 3, decimal: 2 / 3 },
      interval: {
        least: { numerator: 7, denominator: 12, decimal: 7 / 12 },
        greatest: { numerator: 11, denominator: 12, decimal: 11 / 12 },
      },
      outOf: { numerator: 1, denominator: 1, decimal: 1 },
    });
  });

  test('leaves not-applicable criteria out of the denominator, where unrated ones stay in it', () => {
    const away = evaluate(smallRubric, {
      ratings: { plan: 'high', team: { notApplicable: 'we are two' }, voice: 'middle' },
    });
    // (1·1 + 3·1/2) / 4
    expect(away.score).toMatchObject({ value: { numerator: 5, denominator: 8 }, coverage: { decimal: 1 } });
  });

  test('is absent where nothing is rated, and says so with the interval still open', () => {
    expect(evaluate(smallRubric, { ratings: {} }).score).toMatchObject({
      kind: 'unscored',
      because: 'nothing-rated',
      interval: { least: { numerator: 0 }, greatest: { numerator: 1, denominator: 1 } },
    });
  });

  test('of contested ratings is an interval without a value', () => {
    const { score } = evaluate(smallRubric, {
      ratings: { plan: 'high', team: 'high', voice: { levels: ['high', 'low', 'high'] } },
    });
    expect(score).toMatchObject({ kind: 'scored', interval: { least: { decimal: 1 / 2 }, greatest: { decimal: 1 } } });
    expect(score).not.toHaveProperty('value');
  });
});

describe('a verdict', () => {
  test('is undecided while the open ratings could still go either way, and never a false fail', () => {
    expect(evaluate(smallRubric, { ratings: {} }).verdicts).toEqual({ begun: 'undecided', secure: 'undecided' });
    expect(evaluate(smallRubric, { ratings: { plan: 'low' } }).verdicts).toEqual({
      begun: 'not-yet-met',
      secure: 'undecided',
    });
  });

  test('is decided before everything is rated where the rest cannot matter', () => {
    expect(evaluate(smallRubric, { ratings: { plan: 'high', voice: 'high' } }).verdicts.secure).toBe('met');
    expect(evaluate(smallRubric, { ratings: { voice: 'middle' } }).verdicts.secure).toBe('not-yet-met');
  });

  test('is never put together from the verdicts of parts', () => {
    // “All middle or some high” holds in every completion of one open criterion: low fails the first … so it does not;
    // but “every at least low” with anything is true whatever is open, although its other half is undecided.
    const rubric = defineRubric({
      id: 'parts',
      version: '1.0.0',
      label: 'Parts',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [{ id: 'plan', label: 'A plan', weight: 1 }],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'any-way',
          label: 'Any way',
          origin: 'project',
          rule: {
            kind: 'any',
            rules: [
              { kind: 'every', level: 'high' },
              { kind: 'every', level: 'low' },
            ],
          },
        },
      ],
    });
    expect(evaluate(rubric, { ratings: {} }).verdicts).toEqual({ 'any-way': 'met' });
  });

  test('is never met where nothing applies, and says why', () => {
    const rubric = defineRubric({
      id: 'away',
      version: '1.0.0',
      label: 'Away',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [{ id: 'team', label: 'A team', weight: 1, notApplicable: 'waived' }],
      scoring: { kind: 'weighted-mean', from: 'lowest' },
      outcomes: [{ id: 'done', label: 'Done', origin: 'project', rule: { kind: 'every', level: 'low' } }],
    });
    const evaluation = evaluate(rubric, { ratings: { team: { notApplicable: 'none here' } } });
    expect(evaluation.outcomes[0]).toMatchObject({ verdict: 'not-yet-met', because: 'nothing-applicable' });
    expect(evaluation.score).toEqual({ kind: 'unscored', because: 'nothing-applicable' });
  });

  test('names the highest outcome that is met', () => {
    expect(evaluate(smallRubric, { ratings: { plan: 'high', team: 'high', voice: 'high' } }).achieved).toBe('secure');
    expect(evaluate(smallRubric, { ratings: { plan: 'middle', team: 'middle', voice: 'middle' } }).achieved).toBe(
      'begun',
    );
    expect(evaluate(smallRubric, { ratings: {} }).achieved).toBeUndefined();
  });
});

describe('a rule that names one criterion that is not applicable', () => {
  const gated = (policy: 'waived' | 'held-open') =>
    defineRubric({
      id: 'gated',
      version: '1.0.0',
      label: 'Gated',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [
        { id: 'plan', label: 'A plan', weight: 1 },
        { id: 'team', label: 'A team', weight: 1, notApplicable: policy },
      ],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'done',
          label: 'Done',
          origin: 'project',
          rule: {
            kind: 'all',
            rules: [
              { kind: 'at-least', criterion: 'team', level: 'high' },
              { kind: 'every', level: 'high' },
            ],
          },
        },
      ],
    });
  const ratings = { plan: 'high', team: { notApplicable: 'we are two' } } as const;

  test('leaves where the rubric waives it', () => {
    expect(evaluate(gated('waived'), { ratings }).verdicts.done).toBe('met');
  });

  test('stays open where the rubric holds it open, and the gap says so', () => {
    const evaluation = evaluate(gated('held-open'), { ratings });
    expect(evaluation.verdicts.done).toBe('undecided');
    expect(evaluation.outcomes[0]?.gaps.map(({ message }) => message)).toEqual([
      '“A team” is marked not applicable, but this rubric still asks for “High”.',
    ]);
  });
});

describe('gaps', () => {
  test('are blocking where the outcome cannot come while the criterion stays, else one of several that would count', () => {
    const { outcomes } = evaluate(smallRubric, { ratings: { plan: 'low', team: 'middle', voice: 'middle' } });
    expect(outcomes[1]?.gaps).toEqual([
      {
        criterion: 'plan',
        indicator: 'plan',
        label: 'A plan',
        now: 'low',
        needed: 'high',
        blocking: false,
        message: '“A plan” is at “Low”; at “High” it would count.',
      },
      {
        criterion: 'team',
        indicator: 'team',
        label: 'A team',
        now: 'middle',
        needed: 'high',
        blocking: false,
        message: '“A team” is at “Middle”; at “High” it would count.',
      },
      {
        criterion: 'voice',
        indicator: 'learner-voice',
        label: 'Learner voice',
        now: 'middle',
        needed: 'high',
        blocking: true,
        message: '“Learner voice” is at “Middle”; it needs “High”.',
      },
    ]);
  });

  test('are none where the outcome is met', () => {
    expect(evaluate(smallRubric, { ratings: { plan: 'high', voice: 'high' } }).outcomes[1]?.gaps).toEqual([]);
  });
});

describe('findings', () => {
  test('say in words what is asked, where it stands and who stands in the way', () => {
    const { outcomes } = evaluate(smallRubric, { ratings: { plan: 'low', team: { levels: ['low', 'high'] } } });
    expect(outcomes[0]?.finding).toEqual({
      rule: 'every',
      verdict: 'not-yet-met',
      message:
        'All of the criteria must be at “Middle” or better: 0 of 3 are there. Below “Middle”: “A plan” (Low). Assessors differ on “A team”. Not rated yet: “Learner voice”.',
      criteria: ['plan', 'team', 'voice'],
      findings: [],
    });
  });

  test('of a rule made of rules hold the reasons of its parts', () => {
    const { finding } = evaluate(smallRubric, { ratings: { plan: 'high', voice: 'high' } }).outcomes[1] ?? {};
    expect(finding?.message).toBe('All of these must hold: 2 of 2 are met.');
    expect(finding?.findings.map(({ rule, verdict, criteria }) => ({ rule, verdict, criteria }))).toEqual([
      { rule: 'at-least', verdict: 'met', criteria: ['voice'] },
      { rule: 'count', verdict: 'met', criteria: ['plan', 'voice'] },
    ]);
  });

  test('speak whatever words they are given', () => {
    const shouting: Messages = { ...english, rules: { ...english.rules, every: ({ verdict }) => `EVERY: ${verdict}` } };
    const { outcomes } = evaluate(smallRubric, { ratings: {} }, { messages: shouting });
    expect(outcomes[0]?.finding.message).toBe('EVERY: undecided');
  });
});

describe('a caller’s mistake is thrown, with what was called and what it got', () => {
  const rubric: Rubric = smallRubric;
  test.each([
    ['an unknown criterion', { ratings: { paln: 'low' } }, 'evaluate: there is no criterion “paln”; is it “plan”?'],
    ['an unknown level', { ratings: { plan: 'hihg' } }, 'evaluate: “plan” has no level “hihg”; is it “high”?'],
    [
      'an unknown fact',
      { ratings: {}, facts: { visited: true } },
      'evaluate: the rubric “small” has no fact “visited”',
    ],
    [
      'a refused not-applicable',
      { ratings: { plan: { notApplicable: 'x' } } },
      'evaluate: the rubric does not allow not-applicable',
    ],
    [
      'a not-applicable without a reason',
      { ratings: { team: { notApplicable: '' } } },
      'evaluate: “team” is not applicable without a reason',
    ],
    [
      'another version',
      { rubric: { id: 'small', version: '2.0.0' }, ratings: {} },
      'evaluate: the assessment is of “small” 2.0.0',
    ],
  ])('%s', (_, assessment, message) => {
    expect(() => evaluate(rubric, assessment as never)).toThrow(message);
  });

  test.each([undefined, null, 7, {}, { ratings: null }])('an assessment that is none: %s', (assessment) => {
    expect(() => evaluate(rubric, assessment as never)).toThrow(TypeError);
  });

  test('a rating under a name that objects inherit is not one', () => {
    const odd = {
      ...smallRubric,
      criteria: [{ id: 'constructor', label: 'C', weight: 1 }],
      outcomes: [],
    } as unknown as Rubric;
    expect(evaluate(odd, { ratings: {} }).criteria[0]?.state).toBe('unrated');
  });
});
