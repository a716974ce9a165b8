import { describe, expect, test } from 'vitest';
import { stemNationApplication } from '../../../src/data/applications/stem-nation-application.js';
import { applicationStep } from '../../../src/award/index.js';
import type { Application } from '../../../src/model/index.js';

const { states, transitions } = stemNationApplication;
const stateIds = states.map(({ id }) => id);

describe('the states and steps of an application', () => {
  test('are plain data', () => {
    expect(JSON.parse(JSON.stringify(stemNationApplication))).toEqual(stemNationApplication);
  });

  test('have ids of their own, and steps lead between states that exist', () => {
    expect(new Set(stateIds).size).toBe(stateIds.length);
    const events = transitions.map(({ event }) => event);
    expect(new Set(events).size).toBe(events.length);
    for (const { from, to } of transitions) expect(stateIds).toEqual(expect.arrayContaining([...from, to]));
  });

  test('can all be reached, and only an achieved element and the full award are ends', () => {
    const reached = new Set<string>([stemNationApplication.initial]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of transitions) if (from.some((id) => reached.has(id))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...stateIds].sort());
    const ends = stateIds.filter((id) => transitions.every(({ from }) => !from.includes(id)));
    expect(ends).toEqual(['achieved', 'full-award']);
  });

  test('say whose words they are: only two names are published', () => {
    expect(states.filter(({ origin }) => origin === 'published').map(({ id }) => id)).toEqual([
      'achieved',
      'full-award',
    ]);
    expect(stemNationApplication.notice).toContain('“achieved” and “full award”');
  });

  test('say of every condition what to do', () => {
    const conditions = transitions.flatMap((transition) => [...transition.conditions]);
    expect(conditions.filter(({ hint, label }) => hint === '' || label === '')).toEqual([]);
    expect(conditions.length).toBeGreaterThan(5);
  });
});

describe('a step', () => {
  test('that asks for nothing can be taken', () => {
    expect(applicationStep(stemNationApplication, 'submitted', 'give-feedback')).toEqual({
      from: 'submitted',
      event: 'give-feedback',
      to: 'feedback-given',
      verdict: 'met',
      conditions: [],
      possible: ['give-feedback'],
      message: '“Give feedback” can be taken; it leads to “Feedback given”.',
      origin: 'published',
      notice: stemNationApplication.notice,
    });
  });

  test('is undecided while a fact is not known, not yet met where it is false, met where it holds', () => {
    const ask = (attested: Record<string, boolean | { holds: boolean; reason: string } | undefined>) =>
      applicationStep(stemNationApplication, 'conversation-booked', 'grant-award', { attested });
    expect(ask({}).verdict).toBe('undecided');
    expect(ask({ 'conversation-held': undefined }).verdict).toBe('undecided');
    expect(ask({ 'conversation-held': true }).verdict).toBe('undecided');
    expect(ask({ 'conversation-successful': false }).verdict).toBe('not-yet-met');
    expect(ask({ 'conversation-held': true, 'conversation-successful': true }).verdict).toBe('met');
    const refused = ask({
      'conversation-held': true,
      'conversation-successful': { holds: false, reason: 'Plans were vague.' },
    });
    expect(refused.message).toBe(
      '“Grant the full award” cannot be taken yet. Not met: validators found the conversation successful (Plans were vague).',
    );
    expect(refused.conditions.map(({ hint }) => hint)).toEqual([undefined, 'it is for the validators to say']);
    expect(ask({}).message).toContain(
      'something is not known. Not known yet: the validation conversation has been held.',
    );
  });

  test('is not held up by what is only advised', () => {
    const step = applicationStep(stemNationApplication, 'not-registered', 'register', {
      attested: { 'self-evaluated': false },
    });
    expect([step.verdict, step.to]).toEqual(['met', 'registered']);
    expect(step.conditions[0]?.message).toBe(
      'Not met, and only advised: the setting has evaluated its own STEM practice.',
    );
    expect(
      applicationStep(stemNationApplication, 'not-registered', 'register', { attested: { 'self-evaluated': true } })
        .conditions[0],
    ).not.toHaveProperty('hint');
  });

  test('compares dates: the day itself is in time', () => {
    const book = (uploaded?: string, deadline?: string) =>
      applicationStep(stemNationApplication, 'plan-uploaded', 'book-conversation', {
        dates: { 'plan-uploaded': uploaded, 'plan-deadline': deadline },
      });
    expect(book('2026-05-15', '2026-05-15').verdict).toBe('met');
    expect(book('2026-05-16', '2026-05-15').verdict).toBe('not-yet-met');
    expect(book('2026-05-15').verdict).toBe('undecided');
    expect(book(undefined, '2026-05-15').verdict).toBe('undecided');
    expect(applicationStep(stemNationApplication, 'plan-uploaded', 'book-conversation').verdict).toBe('undecided');
  });

  test('that cannot follow says what can', () => {
    const step = applicationStep(stemNationApplication, 'more-evidence-needed', 'submit-evidence');
    expect(step).not.toHaveProperty('to');
    expect(step).not.toHaveProperty('origin');
    expect([step.verdict, step.possible]).toEqual(['not-yet-met', ['uphold-appeal', 'resume-element']]);
    expect(applicationStep(stemNationApplication, 'full-award', 'register').message).toBe(
      '“Register” cannot follow “Full award”; nothing can.',
    );
  });

  test('an appeal leads from more evidence needed to achieved, by a later decision', () => {
    expect(
      applicationStep(stemNationApplication, 'more-evidence-needed', 'uphold-appeal', {
        attested: { 'decided-achieved': true },
      }).to,
    ).toBe('achieved');
  });

  test('of what nobody knows is refused, with the nearest name', () => {
    expect(() => applicationStep(stemNationApplication, 'registred', 'register')).toThrow(
      'there is no state “registred”; is it “registered”?',
    );
    expect(() => applicationStep(stemNationApplication, 'registered', 'regster')).toThrow(
      'there is no event “regster”; is it “register”?',
    );
    const facts = (attested: Record<string, boolean>) => () =>
      applicationStep(stemNationApplication, 'registered', 'register', { attested });
    expect(facts({ 'conversation-hold': true })).toThrow('is it “conversation-held”?');
    const dates = (own: Record<string, string>) => () =>
      applicationStep(stemNationApplication, 'registered', 'register', { dates: own });
    expect(dates({ 'plan-upload': '2026-05-15' })).toThrow('there is no date “plan-upload”');
    expect(dates({ 'plan-uploaded': '2026-05-32' })).toThrow(
      'applicationStep: facts.dates.plan-uploaded is “2026-05-32”; it is a calendar date',
    );
    expect(() => applicationStep(stemNationApplication, 'toString', 'register')).toThrow(RangeError);
  });

  test('can be asked of another application', () => {
    const door: Application = {
      id: 'door',
      label: 'A door',
      initial: 'shut',
      states: [
        { id: 'shut', label: 'Shut', of: 'award', origin: 'project' },
        { id: 'open', label: 'Open', of: 'award', origin: 'project' },
      ],
      permissions: {},
      transitions: [{ event: 'push', label: 'Push', from: ['shut'], to: 'open', conditions: [], origin: 'project' }],
      sources: [],
      notice: 'A door.',
    };
    expect(applicationStep(door, 'shut', 'push')).toMatchObject({ to: 'open', verdict: 'met', notice: 'A door.' });
  });
});
