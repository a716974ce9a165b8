import { describe, expect, test } from 'vitest';
import { coordinatorRole } from '../../../src/data/rubrics/coordinator-role.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { evaluate, nextSteps } from '../../../src/evaluation/index.js';
import { defineRubric } from '../../../src/model/define.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

describe('the next steps to an outcome', () => {
  test('are the fewest raises and ratings after which it is met whatever else is open', () => {
    // “secure” needs voice at high (1 step from middle) and two at high in all: plan is at low (2 steps), team unrated (1 step).
    expect(nextSteps(smallRubric, { ratings: { plan: 'low', voice: 'middle' } }, { to: 'secure' })).toEqual({
      kind: 'steps',
      cost: 2,
      proved: true,
      steps: [
        {
          kind: 'rate',
          criterion: 'team',
          level: 'high',
          steps: 1,
          message: 'Look at “A team” and rate it; “High” is needed.',
        },
        {
          kind: 'raise',
          criterion: 'voice',
          from: 'middle',
          to: 'high',
          steps: 1,
          message: 'Raise “Learner voice” from “Middle” to “High”.',
        },
      ],
    });
  });

  test('fall to the earlier criteria of the rubric where two ways are as short', () => {
    const steps = nextSteps(
      smallRubric,
      { ratings: { plan: 'middle', team: 'middle', voice: 'high' } },
      { to: 'secure' },
    );
    expect(steps.kind === 'steps' && steps.steps.map((step) => step.kind === 'raise' && step.criterion)).toEqual([
      'plan',
    ]);
  });

  test('follow the caller’s prices where some steps cost more', () => {
    const steps = nextSteps(
      smallRubric,
      { ratings: { plan: 'middle', team: 'middle', voice: 'high' } },
      { to: 'secure', effort: (step) => (step.kind === 'raise' && step.criterion === 'plan' ? 5 : 2) },
    );
    expect(steps).toMatchObject({ cost: 2, steps: [{ criterion: 'team' }] });
  });

  test('are none where the outcome is met already, and none are made up where it is out of reach', () => {
    expect(nextSteps(smallRubric, { ratings: { plan: 'high', voice: 'high' } }, { to: 'secure' })).toEqual({
      kind: 'met-already',
    });
    const many = defineRubric({
      id: 'many',
      version: '1.0.0',
      label: 'Many',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [{ id: 'plan', label: 'A plan', weight: 1, notApplicable: 'held-open' }],
      scoring: { kind: 'none' },
      outcomes: [
        { id: 'done', label: 'Done', origin: 'project', rule: { kind: 'at-least', criterion: 'plan', level: 'high' } },
      ],
    });
    expect(nextSteps(many, { ratings: { plan: { notApplicable: 'no time' } } }, { to: 'done' })).toEqual({
      kind: 'out-of-reach',
    });
  });

  test('tell a rating at the lowest level that serves', () => {
    const steps = nextSteps(smallRubric, { ratings: { plan: 'high', voice: 'middle' } }, { to: 'begun' });
    expect(steps).toMatchObject({ steps: [{ kind: 'rate', criterion: 'team', level: 'middle' }] });
  });

  test('attest facts and gather evidence where the rules ask for them', () => {
    const visited = defineRubric({
      id: 'visited',
      version: '1.0.0',
      label: 'Visited',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [
        { id: 'plan', label: 'A plan', weight: 1 },
        { id: 'team', label: 'A team', weight: 1, indicator: 'plan' },
      ],
      facts: [{ id: 'visit', label: 'somebody visited' }],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'done',
          label: 'Done',
          origin: 'project',
          rule: {
            kind: 'all',
            rules: [
              { kind: 'attested', fact: 'visit' },
              { kind: 'evidence', atLeast: 2 },
            ],
          },
        },
      ],
    });
    const evidence = [
      { id: 'minutes', kind: 'plan', date: '2026-01-10', shows: 'the plan', supports: ['plan'] },
    ] as const;
    expect(nextSteps(visited, { ratings: {}, evidence }, { to: 'done' })).toMatchObject({
      cost: 2,
      steps: [
        { kind: 'attest', fact: 'visit', message: 'Have it attested: somebody visited.' },
        { kind: 'evidence', indicator: 'plan', steps: 1, message: 'Add 1 item of evidence for “A plan”.' },
      ],
    });
  });

  test('lead where they say, for every shipped outcome from nothing rated', () => {
    const from = nextSteps(coordinatorRole, { ratings: {} }, { to: 'embedded' });
    // Four at embedded and four more at established: eight ratings.
    expect(from).toMatchObject({ cost: 8, proved: true });
    if (from.kind !== 'steps') throw new Error('there are steps');
    const ratings = Object.fromEntries(
      from.steps.map((step) => (step.kind === 'rate' ? [step.criterion, step.level] : [])),
    );
    expect(evaluate(coordinatorRole, { ratings }).verdicts.embedded).toBe('met');
    expect(Object.values(ratings).filter((level) => level === 'embedded')).toHaveLength(4);
    expect(nextSteps(stemNationLeadership, { ratings: {} }, { to: 'element-ready' })).toMatchObject({ cost: 7 });
  });

  test('are proved cheapest over dozens of groups of criteria', () => {
    const groups = Array.from({ length: 11 }, (_, g) => ({ id: `attribute-${g}`, label: `Attribute ${g}` }));
    const attributes = defineRubric({
      id: 'attributes',
      version: '1.0.0',
      label: 'Attributes',
      notice: 'For tests.',
      scale: threeLevels,
      groups,
      criteria: groups.flatMap(({ id }) =>
        [1, 2, 3, 4].map((n) => ({ id: `${id}-${n}`, label: `${id} ${n}`, weight: 1, group: id })),
      ),
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'attained',
          label: 'Attained',
          origin: 'project',
          rule: {
            kind: 'every-group',
            rule: {
              kind: 'all',
              rules: [
                { kind: 'share', numerator: 3, denominator: 4, level: 'high' },
                { kind: 'every', level: 'middle' },
              ],
            },
          },
        },
      ],
    });
    const ratings = Object.fromEntries(attributes.criteria.map(({ id }) => [id, 'low' as const]));
    // In each of 11 groups three rise by two levels and one by one: 7 steps.
    expect(nextSteps(attributes, { ratings }, { to: 'attained' })).toMatchObject({ cost: 77, proved: true });
  });

  test('are proved cheapest for hundreds of uneven weights under a threshold of the score', () => {
    const criteria = Array.from({ length: 200 }, (_, at) => ({
      id: `c${at}`,
      label: `C${at}`,
      weight: 1 + ((at * 37) % 101),
    }));
    const uneven = defineRubric({
      id: 'uneven',
      version: '1.0.0',
      label: 'Uneven',
      notice: 'For tests.',
      scale: threeLevels,
      criteria,
      scoring: { kind: 'weighted-mean', from: 'lowest' },
      outcomes: [
        {
          id: 'half',
          label: 'Half',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } },
        },
      ],
    });
    // Every raise of one level adds what the criterion weighs, twice for each criterion: the fewest raises take the heaviest ones first.
    const heaviest = criteria.flatMap(({ weight }) => [weight, weight]).sort((a, b) => b - a);
    const need = heaviest.reduce((sum, weight) => sum + weight, 0) / 2;
    let [fewest, reached] = [0, 0];
    while (reached < need) reached += heaviest[fewest++] ?? 0;
    const ratings = Object.fromEntries(criteria.map(({ id }) => [id, 'low' as const]));
    expect(nextSteps(uneven, { ratings }, { to: 'half' })).toMatchObject({ cost: fewest, proved: true });
  });

  test('refuse a price that is none', () => {
    const bad = () => nextSteps(smallRubric, { ratings: {} }, { to: 'begun', effort: () => Number.NaN });
    expect(bad).toThrow('nextSteps: effort must give a number from 0, got NaN');
  });

  describe('where assessors differ', () => {
    const levels = ['none', 'some', 'good', 'best'];
    const rubricOf = (level: string) =>
      defineRubric({
        id: 'contested',
        version: '1.0.0',
        label: 'Contested',
        notice: 'For tests.',
        scale: { id: 'four', label: 'Four', levels: levels.map((id) => ({ id, label: id })) },
        criteria: [{ id: 'plan', label: 'plan', weight: 1 }],
        scoring: { kind: 'none' },
        outcomes: [{ id: 'done', label: 'Done', origin: 'project', rule: { kind: 'every', level } }],
      });
    const between = { ratings: { plan: { levels: ['none', 'good'] } } } as const;

    test('settle on the level that is cheapest, of those given and between', () => {
      const price = { some: 1, good: 2, best: 5 } as Readonly<Record<string, number>>;
      const steps = nextSteps(
        rubricOf('some'),
        { ratings: { plan: { levels: ['none', 'best'] } } },
        { to: 'done', effort: (step) => ('level' in step ? (price[step.level] ?? 9) : 9) },
      );
      expect(steps).toMatchObject({ cost: 1, proved: true, steps: [{ kind: 'settle', level: 'some' }] });
    });

    test('settle low and raise from there where that is cheaper', () => {
      // Settling on “none” costs 1, on any other level 10; each raise 2: to “best” it is 1 + 3 · 2 = 7, where by way of “good” it is 12.
      const effort = (step: { readonly kind: string; readonly level?: string }) =>
        step.kind === 'raise' ? 2 : step.level === 'none' ? 1 : 10;
      expect(nextSteps(rubricOf('best'), between, { to: 'done', effort })).toEqual({
        kind: 'steps',
        cost: 7,
        proved: true,
        steps: [
          {
            kind: 'raise',
            criterion: 'plan',
            from: 'none',
            to: 'best',
            steps: 4,
            message:
              'Settle “plan” between the assessors; “none” or better is needed. Raise “plan” from “none” to “best”.',
          },
        ],
      });
    });

    test('rate low and raise from there likewise', () => {
      // Rating at “some” costs 1, at “good” 5; raising to “good” 2.
      const effort = (step: { readonly kind: string; readonly level?: string }) =>
        step.kind === 'raise' ? 2 : step.level === 'some' ? 1 : 5;
      const steps = nextSteps(rubricOf('good'), { ratings: {} }, { to: 'done', effort });
      expect(steps).toMatchObject({ cost: 3, steps: [{ kind: 'raise', from: 'some', to: 'good', steps: 2 }] });
    });

    test('take no step that is not needed, though it costs nothing', () => {
      const rubric = defineRubric({
        id: 'free',
        version: '1.0.0',
        label: 'Free',
        notice: 'For tests.',
        scale: threeLevels,
        criteria: ['plan', 'team', 'voice'].map((id) => ({ id, label: id, weight: 1 })),
        scoring: { kind: 'none' },
        outcomes: [
          { id: 'done', label: 'Done', origin: 'project', rule: { kind: 'count', atLeast: 1, level: 'high' } },
        ],
      });
      const ratings = { plan: 'low', team: 'low', voice: 'low' } as const;
      const steps = nextSteps(rubric, { ratings }, { to: 'done', effort: () => 0 });
      expect(steps).toMatchObject({ cost: 0, steps: [{ criterion: 'plan', to: 'high', steps: 2 }] });
    });
  });

  test('add prices in decimals exactly', () => {
    // 0.1 and 0.2 on the first two are as cheap as 0.3 on the last: the earlier ones are taken.
    const rubric = defineRubric({
      id: 'decimals',
      version: '1.0.0',
      label: 'Decimals',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: ['plan', 'team', 'voice'].map((id) => ({ id, label: id, weight: id === 'voice' ? 2 : 1 })),
      scoring: { kind: 'sum' },
      outcomes: [
        {
          id: 'two',
          label: 'Two',
          origin: 'project',
          rule: { kind: 'score', atLeast: { numerator: 2, denominator: 1 } },
        },
      ],
    });
    const prices = { plan: 0.1, team: 0.2, voice: 0.3 } as Readonly<Record<string, number>>;
    const steps = nextSteps(
      rubric,
      { ratings: { plan: 'low', team: 'low', voice: 'low' } },
      {
        to: 'two',
        effort: (step) =>
          'criterion' in step && step.kind === 'raise' && step.to === 'middle' ? (prices[step.criterion] ?? 1) : 1,
      },
    );
    expect(steps).toMatchObject({ cost: 0.3, steps: [{ criterion: 'plan' }, { criterion: 'team' }] });
  });

  test('take a bound on the work of the search', () => {
    for (const limit of [0, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => nextSteps(smallRubric, { ratings: {} }, { to: 'secure', limit })).toThrow(
        /^nextSteps: limit is .*; it is a whole number from 1$/u,
      );
    }
    const little = nextSteps(smallRubric, { ratings: {} }, { to: 'secure', limit: 1 });
    expect(little.kind).toBe('steps');
  });
});
