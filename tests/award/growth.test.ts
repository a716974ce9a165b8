import { describe, expect, test } from 'vitest';
import {
  awardProgress,
  checkActionPlan,
  draftActions,
  evidenceGaps,
  leadershipRoles,
  settingProgress,
  stakeholderCoverage,
} from '../../src/award/index.js';
import { evaluate } from '../../src/evaluation/index.js';
import type { Evidence } from '../../src/model/awards/evidence.js';
import type { RoleAssignment } from '../../src/model/awards/role-assignment.js';
import type { Evaluation } from '../../src/model/rubrics/evaluation.js';
import type { Rubric } from '../../src/model/rubrics/rubric.js';
import { growth } from '../support/counted-work.js';
import { smallRubric } from '../support/small-rubric.js';
import { decided, five, refused } from './support.js';

const upTo = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));

/** A rubric of so many criteria, each with an obligation while it is low. */
const many = (n: number): Rubric => ({
  ...smallRubric,
  criteria: upTo(n, (i) => ({ id: `c-${i}`, label: `Criterion ${i}`, weight: 1 })),
  scoring: { kind: 'none' },
  outcomes: [{ id: 'all', label: 'All', origin: 'project', rule: { kind: 'every', level: 'high' } }],
});
const judged = (n: number): Evaluation =>
  evaluate(many(n), { ratings: Object.fromEntries(upTo(n, (i) => [`c-${i}`, 'low'])) });

const item = (i: number, supports: readonly string[], date = '2026-01-10'): Evidence => ({
  id: `item-${i}`,
  kind: 'stakeholder-voice',
  date,
  shows: 'Something',
  supports,
  voices: ['parents'],
});
const held = (i: number, indicators: readonly string[]): RoleAssignment => ({
  role: { id: `role-${i}`, label: `Role ${i}`, heldBy: 'learners' },
  holder: { kind: 'person', label: `Person ${i}` },
  indicators,
});

const plan = (n: number, owner: (i: number) => string, addresses: (i: number) => string) => ({
  setting: 'hilltop',
  date: '2026-05-04',
  horizon: '2027-06-25',
  actions: upTo(n, (i) => ({ id: `a-${i}`, what: 'x', owner: owner(i), addresses: [addresses(i)] })),
});

// From 125 on, no more near names are looked for.
test.each<[string, number, (n: number) => () => unknown]>([
  [
    'assignments and indicators',
    125,
    (n) => {
      const indicators = upTo(n, (i) => ({ id: `i-${i}`, label: `I ${i}` }));
      const assignments = upTo(n, (i) => held(i, [`i-${n - 1 - i}`]));
      return () => leadershipRoles(indicators, assignments);
    },
  ],
  [
    'assignments of one holder, for indicators that are not known',
    125,
    (n) => {
      const indicators = upTo(n, (i) => ({ id: `i-${i}`, label: `I ${i}` }));
      const assignments = upTo(n, (i) => ({ ...held(i, [`x-${i}`]), holder: held(0, []).holder }));
      return () => leadershipRoles(indicators, assignments);
    },
  ],
  [
    'actions of owners and for indicators that are not known',
    125,
    (n) => {
      const [evaluation, given] = [
        judged(n),
        plan(
          n,
          (i) => `x-${i}`,
          (i) => `y-${i}`,
        ),
      ];
      const roles = upTo(n, (i) => ({ id: `r-${i}`, label: `R ${i}`, heldBy: 'staff' as const }));
      return () => checkActionPlan(given, evaluation, { roles });
    },
  ],
  [
    'actions and obligations',
    25,
    (n) => {
      const obligations = upTo(n, (i) => ({ id: `o-${i}`, label: `O ${i}`, criteria: [`c-${i}`] }));
      const evaluation = { ...judged(n), obligations };
      const given = plan(
        n,
        () => 'x',
        (i) => `c-${n - 1 - i}`,
      );
      return () => checkActionPlan(given, evaluation);
    },
  ],
  [
    'gaps, suggestions and obligations to draft actions of',
    25,
    (n) => {
      const obligations = upTo(n, (i) => ({ id: `o-${i}`, label: `O ${i}`, criteria: [`c-${i}`] }));
      const evaluation = { ...judged(n), obligations };
      const suggestions = upTo(n, (i) => ({ indicator: `c-${n - 1 - i}`, strategies: [] }));
      return () => draftActions(evaluation, { suggestions });
    },
  ],
  [
    'criteria and items of evidence',
    25,
    (n) => {
      const [rubric, evidence] = [many(n), upTo(n, (i) => item(i, [`c-${n - 1 - i}`]))];
      return () => evidenceGaps(rubric, { evidence });
    },
  ],
  [
    'items of evidence for indicators that are not known',
    125,
    (n) => {
      const [rubric, evidence] = [many(n), upTo(n, (i) => item(i, [`x-${i}`]))];
      return () => evidenceGaps(rubric, { evidence });
    },
  ],
  [
    'decisions and elements',
    25,
    (n) => {
      const [element] = five.elements;
      const elements = upTo(n, (i) => ({ ...element!, id: `e-${i}`, label: `E ${i}` }));
      const decisions = upTo(n, (i) => decided(`e-${i}`, '2026-01-10'));
      return () => awardProgress(decisions, { ...five, elements }, { on: '2026-03-01', windowYears: 3 });
    },
  ],
  [
    'days on which one element was achieved',
    25,
    (n) => {
      const day = (i: number) => new Date(Date.UTC(1900, 0, 1 + 100 * i)).toISOString().slice(0, 10);
      const decisions = upTo(n, (i) => decided('a', day(i)));
      return () => awardProgress(decisions, five, { on: '2026-03-01', windowYears: 1 });
    },
  ],
  [
    'criteria of two evaluations that list them in another order',
    25,
    (n) => {
      const evaluation = judged(n);
      const turned = { ...evaluation, criteria: [...evaluation.criteria].reverse() };
      return () =>
        settingProgress([
          { date: '2025-03-01', evaluation },
          { date: '2026-03-01', evaluation: turned },
        ]);
    },
  ],
])('the work grows with %s', (_, n, runOf) => {
  expect(growth(n, runOf)).toBeLessThan(2.4);
});

describe('the nearest name is told of the first hundred that are not known', () => {
  const asking = (messages: readonly string[]) => messages.filter((message) => message.includes('; is it “'));

  test('among roles', () => {
    const assignments = upTo(150, (i) => held(i, ['core-taem']));
    const { issues } = leadershipRoles([{ id: 'core-team', label: 'Team' }], assignments);
    expect(asking(issues.map(({ message }) => message)).length).toBe(100);
    expect(issues.length).toBe(150);
    expect(issues.at(-1)?.message).toBe(
      '“Person 149” (Role 149) looks after “core-taem”, which is not an indicator here.',
    );
  });

  test('in evidence', () => {
    const { issues } = evidenceGaps(many(1), { evidence: upTo(150, (i) => item(i, ['c-1'])) });
    expect(asking(issues.map(({ message }) => message)).length).toBe(100);
    expect(issues.at(-1)?.message).toBe('“item-149” supports “c-1”, which is not an indicator here.');
  });

  test('in a plan, owners and indicators together', () => {
    const issues = checkActionPlan(
      plan(
        80,
        () => 'hed',
        () => 'c-1',
      ),
      judged(1),
      {
        roles: [{ id: 'head', label: 'Head', heldBy: 'staff' }],
      },
    );
    expect(asking(issues.map(({ message }) => message)).length).toBe(100);
  });
});

test('100,000 items of evidence, heard or too long ago, are looked through', () => {
  const size = 100_000;
  const evidence = upTo(2 * size, (i) => item(i, ['plan'], i < size ? '2020-01-10' : '2026-01-10'));
  const times = { asOf: '2026-03-01', notOlderThan: { years: 1 } };
  const parents = stakeholderCoverage(evidence, { ...times, voices: ['parents'] }).voices[0];
  expect([parents?.evidence.length, parents?.tooOld.length]).toEqual([size, size]);
  const gaps = evidenceGaps(smallRubric, { evidence }, { ...times, atLeast: 2 * size }).indicators[0]?.gaps;
  expect(gaps?.find(({ gap }) => gap === 'too-old')?.items.length).toBe(size);
});

test('many decisions of one element on one day each are compared', () => {
  const day = (i: number) => new Date(Date.UTC(1900, 0, 1 + i)).toISOString().slice(0, 10);
  const decisions = [
    ...upTo(20_000, (i) => decided('a', day(i))),
    ...upTo(20_000, (i) => refused('a', day(30_000 + i))),
  ];
  const { issues, achieved } = awardProgress(decisions, five, { on: '2026-03-01', windowYears: 3 });
  // All that was achieved comes before the last refusal, which replaces it.
  expect([issues, achieved]).toEqual([[], []]);
});
