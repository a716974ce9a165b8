import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkActionPlan, draftActions } from '../../src/award/index.js';
import { evaluate } from '../../src/evaluation/index.js';
import type { ActionPlan } from '../../src/model/awards/action-plan.js';
import { defineRubric } from '../../src/model/define.js';
import { actionPlanSchema } from '../../src/model/index.js';
import { threeLevels } from '../support/small-rubric.js';

/** Three criteria, all to be high; low and middle ratings each ask for something. */
const rubric = defineRubric({
  id: 'planned',
  version: '1.0.0',
  label: 'Planned',
  notice: 'For tests.',
  framework: { id: 'five', edition: '1', element: 'a' },
  scale: threeLevels,
  criteria: [
    { id: 'plan', label: 'A plan', weight: 1 },
    { id: 'team', label: 'A team', weight: 1, indicator: 'core-team' },
    { id: 'voice', label: 'Learner voice', weight: 1 },
  ],
  scoring: { kind: 'none' },
  outcomes: [
    { id: 'begun', label: 'Begun', origin: 'project', rule: { kind: 'every', level: 'middle' } },
    { id: 'secure', label: 'Secure', origin: 'project', rule: { kind: 'every', level: 'high' } },
  ],
  obligations: [
    { id: 'improve', label: 'Write an improvement note', when: { level: 'middle' } },
    { id: 'keep', label: 'Say how you keep it up', when: { level: 'high' } },
  ],
});

const mixed = evaluate(rubric, { ratings: { plan: 'middle', team: 'low', voice: 'high' } });

const plan = (actions: ActionPlan['actions'], more: Partial<ActionPlan> = {}): ActionPlan => ({
  setting: 'hilltop',
  date: '2026-05-04',
  horizon: '2027-06-25',
  actions,
  ...more,
});

const whole = (id: string, addresses: readonly string[], more: Partial<ActionPlan['actions'][number]> = {}) => ({
  id,
  what: 'Do it',
  owner: 'co-ordinator',
  due: '2026-12-01',
  successMeasure: 'It shows.',
  addresses,
  ...more,
});

describe('drafted actions', () => {
  test('are one for each gap in the rubric’s order, then what obligations ask of criteria without a gap', () => {
    expect(draftActions(mixed).actions).toEqual([
      {
        id: 'action-1',
        what: 'Strengthen “A plan”.',
        addresses: ['plan'],
        obligation: 'improve',
        because: '“A plan” is at “Middle”; it needs “High”.',
      },
      {
        id: 'action-2',
        what: 'Strengthen “A team”.',
        addresses: ['core-team'],
        // The lowest outcome it stands in the way of is the first thing to reach.
        because: '“A team” is at “Low”; it needs “Middle”.',
      },
      {
        id: 'action-3',
        what: 'Say how you keep it up: “Learner voice”.',
        addresses: ['voice'],
        obligation: 'keep',
        because: 'The rating of “Learner voice” asks for it.',
      },
    ]);
  });

  test('can be for one outcome, and that must exist', () => {
    const actions = (outcome: string) =>
      draftActions(mixed, { outcome }).actions.map(({ addresses }) => addresses.join());
    expect(actions('begun')).toEqual(['core-team', 'plan', 'voice']);
    expect(() => actions('secur')).toThrow('draftActions: the evaluation has no outcome “secur”; is it “secure”?');
  });

  test('take the first strategy suggested for their indicator', () => {
    const strategies = [
      { strategy: 'peer-visits', label: 'Peer visits', reason: 'They see each other.' },
      { strategy: 'posters', label: 'Posters', reason: 'They remind.' },
    ];
    const { actions } = draftActions(mixed, { suggestions: [{ indicator: 'core-team', strategies }] });
    expect(actions[1]).toMatchObject({ what: 'Strengthen “A team”: Peer visits.', strategy: 'peer-visits' });
    expect(actions[0]).not.toHaveProperty('strategy');
    const none = draftActions(mixed, { suggestions: [{ indicator: 'core-team', strategies: [] }] });
    expect(none.actions[1]).not.toHaveProperty('strategy');
  });

  test('ask for a look at what nobody has rated', () => {
    const { actions } = draftActions(evaluate(rubric, { ratings: { plan: 'high', team: 'high' } }));
    expect(actions[0]).toMatchObject({ what: 'Look at “Learner voice” together and rate it.', addresses: ['voice'] });
  });

  test('name no obligation where several ask for one criterion, so that they answer each of them', () => {
    const twice = {
      ...mixed,
      obligations: [...mixed.obligations, { id: 'note', label: 'A note', criteria: ['plan'] as const }],
    };
    const { actions } = draftActions(twice);
    expect(actions[0]).not.toHaveProperty('obligation');
    expect(checkActionPlan(plan(actions), twice).filter(({ code }) => code === 'obligation-without-action')).toEqual(
      [],
    );
  });

  test('make a plan in which no gap and no obligation is forgotten', () => {
    const level = fc.constantFrom('low' as const, 'middle' as const, 'high' as const, undefined);
    fc.assert(
      fc.property(level, level, level, (p, t, v) => {
        const evaluation = evaluate(rubric, { ratings: { plan: p, team: t, voice: v } });
        const drafted = plan(draftActions(evaluation).actions);
        expect(actionPlanSchema.safeParse(drafted).success).toBe(true);
        const codes = new Set(checkActionPlan(drafted, evaluation).map(({ code }) => code));
        for (const code of codes) expect(['no-owner', 'no-due-date', 'no-success-measure']).toContain(code);
      }),
    );
  });
});

describe('an action plan', () => {
  const codes = (own: ActionPlan, options = {}) =>
    checkActionPlan(own, mixed, options).map(({ code, path }) => `${code} ${path.join('.')}`);
  const sound = [whole('one', ['plan', 'core-team']), whole('two', ['voice'])];

  test('that answers everything has no issues', () => {
    expect(codes(plan(sound))).toEqual([]);
  });

  test('leaves gaps and obligations open', () => {
    expect(codes(plan([]))).toEqual([
      'gap-without-action actions',
      'gap-without-action actions',
      'obligation-without-action actions',
      'obligation-without-action actions',
    ]);
    expect(codes(plan([]), { outcome: 'begun' }).filter((code) => code.startsWith('gap'))).toHaveLength(1);
    const [gap] = checkActionPlan(plan([]), mixed);
    expect(gap?.message).toBe('No action addresses “A plan”. “A plan” is at “Middle”; it needs “High”.');
  });

  test('answers an obligation only with an action that may be meant for it', () => {
    const other = [whole('one', ['plan', 'core-team'], { obligation: 'keep' }), whole('two', ['voice'])];
    expect(codes(plan(other))).toEqual(['obligation-without-action actions']);
    expect(codes(plan([...other, whole('three', ['plan'], { obligation: 'improve' })]))).toEqual([]);
  });

  test('names who, by when and how success will show', () => {
    const bare = { id: 'three', what: 'Something', addresses: [] };
    expect(codes(plan([...sound, bare]))).toEqual([
      'no-owner actions.2.owner',
      'no-due-date actions.2.due',
      'no-success-measure actions.2.successMeasure',
      'addresses-nothing actions.2.addresses',
    ]);
  });

  test('has owners that are roles of the setting, where these are known', () => {
    const roles = [{ id: 'coordinator', label: 'Co-ordinator', heldBy: 'staff' as const }];
    expect(codes(plan(sound), { roles })).toEqual(['unknown-owner actions.0.owner', 'unknown-owner actions.1.owner']);
    expect(codes(plan(sound), { roles: [{ ...roles[0]!, id: 'co-ordinator' }] })).toEqual([]);
  });

  test('has due dates between its own day and its horizon, both included', () => {
    const due = (date: string) => codes(plan([sound[0]!, whole('two', ['voice'], { due: date })]));
    expect(due('2026-05-04')).toEqual([]);
    expect(due('2026-05-03')).toEqual(['due-before-plan actions.1.due']);
    expect(due('2027-06-25')).toEqual([]);
    expect(due('2027-06-26')).toEqual(['due-after-horizon actions.1.due']);
    expect(codes(plan([], { horizon: '2026-05-03' }))).toContain('horizon-before-plan horizon');
    expect(codes(plan([], { horizon: '2026-05-04' }))).not.toContain('horizon-before-plan horizon');
  });

  test('addresses indicators that are judged, here or in another evaluation', () => {
    const strange = plan([...sound, whole('three', ['voices'])]);
    expect(codes(strange)).toEqual(['unknown-indicator actions.2.addresses.0']);
    expect(checkActionPlan(strange, mixed)[0]?.message).toContain('is it “voice”?');
    expect(codes(strange, { otherIndicators: ['voices'] })).toEqual([]);
  });

  test('says each action once', () => {
    expect(codes(plan([...sound, whole('one', ['voice'])]))).toEqual(['repeated-action actions.2.id']);
    expect(actionPlanSchema.safeParse(plan([...sound, whole('one', ['voice'])])).success).toBe(false);
    expect(actionPlanSchema.safeParse(plan(sound)).success).toBe(true);
  });

  test('is refused beside an evaluation of another framework or edition', () => {
    const of = (id: string, edition: string) => () => codes(plan([], { framework: { id, edition } }));
    expect(of('five', '1')).not.toThrow();
    expect(of('five', '2')).toThrow('checkActionPlan: the plan answers “five” 2, the evaluation judges “five” 1');
    expect(of('six', '1')).toThrow(RangeError);
  });

  test('has real dates', () => {
    expect(() => codes(plan([], { date: '2026-02-29' }))).toThrow(
      'checkActionPlan: plan.date is “2026-02-29”; it is a calendar date',
    );
    expect(() => codes(plan([], { horizon: 'summer' }))).toThrow('summer');
    expect(() => codes(plan([whole('one', ['plan'], { due: '2026-13-01' })]))).toThrow('2026-13-01');
  });
});
