import { describe, expect, test } from 'vitest';
import { evaluate, nextSteps } from '../../../src/evaluation/index.js';
import { defineRubric } from '../../../src/model/define.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const asking = defineRubric({
  id: 'asking',
  version: '1.0.0',
  label: 'Asking for more than levels',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [
    { id: 'plan', label: 'A plan', weight: 1 },
    { id: 'team', label: 'A team', weight: 1, notApplicable: 'held-open' },
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
          { kind: 'at-least', criterion: 'plan', level: 'high' },
          { kind: 'attested', fact: 'visit' },
          { kind: 'evidence', atLeast: 2, of: { criteria: ['team'] } },
        ],
      },
    },
    { id: 'team', label: 'Team', origin: 'project', rule: { kind: 'at-least', criterion: 'team', level: 'high' } },
  ],
});

describe('what stands in the way besides levels', () => {
  test('is named: facts not attested, and evidence still missing', () => {
    const [done] = evaluate(asking, { ratings: { plan: 'high' }, facts: { visit: false } }).outcomes;
    expect(done?.gaps).toEqual([]);
    expect(done?.missing).toEqual([
      { kind: 'fact', fact: 'visit', known: true, message: '“somebody visited” is not so yet; it is needed.' },
      { kind: 'evidence', criterion: 'team', items: 2, message: 'Add 2 items of evidence for “A team”.' },
    ]);
  });

  test('does not hide that a level blocks the outcome too', () => {
    const [done] = evaluate(asking, { ratings: { plan: 'low' } }).outcomes;
    expect(done?.gaps.map(({ criterion, blocking }) => ({ criterion, blocking }))).toEqual([
      { criterion: 'plan', blocking: true },
    ]);
  });

  test('is nothing where the outcome is met', () => {
    const evidence = ['a', 'b'].map((id) => ({
      id,
      kind: 'plan' as const,
      date: '2026-01-10',
      shows: 'it',
      supports: ['team'],
    }));
    const [done] = evaluate(asking, { ratings: { plan: 'high' }, facts: { visit: true }, evidence }).outcomes;
    expect(done).toMatchObject({ verdict: 'met', gaps: [], missing: [] });
  });
});

describe('a criterion that is held open though not applicable', () => {
  test('is said to be so, in the finding as in the gap', () => {
    const team = evaluate(asking, { ratings: { team: { notApplicable: 'we are two' } } }).outcomes[1];
    expect(team?.finding.message).toBe(
      '“A team” must be at “High”; it is marked not applicable, and this rubric holds it open.',
    );
    expect(team?.gaps[0]?.message).toBe('“A team” is marked not applicable, but this rubric still asks for “High”.');
  });
});

describe('contested ratings', () => {
  const assessment = { ratings: { plan: { levels: ['low', 'high', 'middle'] }, team: 'high', voice: 'high' } } as const;

  test('want settling, not raising', () => {
    expect(evaluate(smallRubric, assessment).outcomes[0]?.gaps.map(({ message }) => message)).toEqual([
      'Assessors differ on “A plan”, from “Low” up; it needs “Middle”.',
    ]);
    expect(nextSteps(smallRubric, assessment, { to: 'begun' })).toMatchObject({
      cost: 1,
      steps: [
        {
          kind: 'settle',
          criterion: 'plan',
          level: 'middle',
          message: 'Settle “A plan” between the assessors; “Middle” or better is needed.',
        },
      ],
    });
  });

  test('show between which levels they lie; a settled one shows its label and its note', () => {
    const { criteria } = evaluate(smallRubric, {
      ratings: { ...assessment.ratings, team: { level: 'high', note: 'Since May.' } },
    });
    expect(criteria[0]).toMatchObject({ state: 'contested', between: ['low', 'high'] });
    expect(criteria[1]).toMatchObject({ state: 'rated', level: 'high', levelLabel: 'High', note: 'Since May.' });
  });
});

describe('what cannot be meant is thrown, not guessed', () => {
  test.each([
    [{ ratings: { plan: {} } }, '“plan” needs a level'],
    [{ ratings: { plan: { levels: [] } } }, '“plan” has no levels'],
    [{ ratings: new Map() }, 'assessment.ratings is a Map; it is an object { criterion: level }'],
    [{ ratings: [] }, 'assessment.ratings is an empty list; it is an object { criterion: level }'],
    [{}, 'the assessment has no ratings; it is an assessment { ratings: { criterion: level } }'],
    [{ ratings: {}, facts: { visit: 'yes' } }, 'the fact “visit” is true, false or { holds, reason }'],
    [{ ratings: {}, facts: { visit: null } }, 'the fact “visit” is true, false or { holds, reason }'],
  ])('%j', (given, message) => {
    expect(() => evaluate(asking, given as never)).toThrow(message);
  });
});

describe('a search that would take too long', () => {
  test('gives steps that lead there in good time, and says that fewer might do', () => {
    const weights = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
    const rubric = defineRubric({
      id: 'uneven',
      version: '1.0.0',
      label: 'Uneven',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: Array.from({ length: 60 }, (_, i) => ({
        id: `c${i}`,
        label: `C ${i}`,
        weight: weights[i % 10] ?? 1,
        tags: [i % 2 === 0 ? 'even' : 'odd'],
      })),
      scoring: { kind: 'weighted-mean', from: 'lowest' },
      outcomes: [
        {
          id: 'done',
          label: 'Done',
          origin: 'project',
          rule: {
            kind: 'all',
            rules: [
              { kind: 'score', atLeast: { numerator: 61, denominator: 100 } },
              { kind: 'count', atLeast: 17, level: 'high', of: { tag: 'even' } },
              { kind: 'share', numerator: 3, denominator: 5, level: 'middle', of: { tag: 'odd' } },
            ],
          },
        },
      ],
    });
    const ratings = Object.fromEntries(rubric.criteria.map(({ id }) => [id, 'low' as const]));
    const price = (step: { readonly kind: string; readonly criterion?: string }) =>
      1 + (Number((step.criterion ?? 'c0').slice(1)) % 7);
    const found = nextSteps(rubric, { ratings }, { to: 'done', effort: price, limit: 1000 });
    const proved = nextSteps(rubric, { ratings }, { to: 'done', effort: price });
    if (found.kind !== 'steps' || proved.kind !== 'steps') throw new Error('there are steps');
    expect(found.proved).toBe(false);
    expect(proved.proved).toBe(true);
    expect(found.cost).toBeGreaterThanOrEqual(proved.cost);
    const after = Object.fromEntries(
      found.steps.flatMap((step) => (step.kind === 'raise' ? [[step.criterion, step.to as 'low']] : [])),
    );
    expect(evaluate(rubric, { ratings: { ...ratings, ...after } }).verdicts.done).toBe('met');
  });
});
