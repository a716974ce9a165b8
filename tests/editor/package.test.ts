// What an editor shows of the built package. The compiler orders the ids of the declarations that it writes by the alphabet, and names no type by
// itself: scripts/declarations.mjs mends both.
import { beforeAll, expect, test } from 'vitest';
import { editor } from '../support/editor.js';

const { messages, hover, words, offered } = editor(`
import { defineRubric, evaluate, nextSteps, type RatingsOf, whatIf } from 'stem-leadership';
import { consensus } from 'stem-leadership/agreement';
import { compileScorer, proveRubric } from 'stem-leadership/evaluation';
import { coordinatorRole } from 'stem-leadership/rubrics/coordinator-role';
import { ncStemAttributes2012 } from 'stem-leadership/rubrics/nc-stem-attributes-2012';
import { psqm } from 'stem-leadership/rubrics/psqm';
import { implementation } from 'stem-leadership/scales/implementation';
const openDayIds = defineRubric({
  id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale: implementation,
  criteria: [
    { id: 'arrival-of-families', label: 'A', weight: 1 }, { id: 'welcome-at-the-door', label: 'A', weight: 1 },
    { id: 'experiments-to-try', label: 'A', weight: 1 }, { id: 'talks-by-learners', label: 'A', weight: 1 },
    { id: 'food-and-drink', label: 'A', weight: 1 }, { id: 'quiet-room', label: 'A', weight: 1 },
    { id: 'way-there-by-bus', label: 'A', weight: 1 }, { id: 'photographs', label: 'A', weight: 1 },
    { id: 'feedback-cards', label: 'A', weight: 1 }, { id: 'clearing-up', label: 'A', weight: 1 },
  ],
  scoring: { kind: 'none' }, outcomes: [],
});
type OpenDayIds = typeof openDayIds;
interface OpenDay extends OpenDayIds {}
const openDay: OpenDay = openDayIds;
declare const form: Record<string, string>;
`);

// The first question makes the service read all files; the others are quick.
beforeAll(() => void messages(''), 120_000);

test('compiles', () => expect(messages('')).toEqual([]));

test.each(['coordinatorRole', 'ncStemAttributes2012', 'openDay'])(
  'shows calls with %s in fewer than 300 characters',
  (rubric) => {
    for (const text of [
      `${rubric}‸;`,
      `evalu‸ate(${rubric}, { ratings: {} });`,
      `const res‸ult = evaluate(${rubric}, { ratings: {} });`,
      `nextSt‸eps(${rubric}, { ratings: {} }, { to: 'x' });`,
      `compileSc‸orer(${rubric});`,
      `proveRub‸ric(${rubric});`,
      `consen‸sus(${rubric}, [], { rule: 'majority' });`,
    ]) {
      const shown = hover(text);
      expect(shown).not.toBe('');
      expect(shown.length, shown).toBeLessThan(300);
    }
  },
);

test('tells the ids of a rubric in the words about it', () => {
  expect(words('coordinator‸Role;')).toContain(
    'Levels, lowest first: not-started, planned, started, established, embedded.',
  );
  expect(words('ps‸qm;')).toContain('Outcomes: psqm, gilt, outreach.');
});

test.each([
  [
    "evaluate(ncStemAttributes2012, { ratings: { 'project-based-lerning-1': 'early' } });",
    '“project-based-lerning-1” is no criterion of this rubric; it has “project-based-learning-',
  ],
  ["evaluate(coordinatorRole, { ratings: { 'growth-mindset': 'plannd' } });", `Did you mean '"planned"'?`],
  ["nextSteps(coordinatorRole, { ratings: {} }, { to: 'embeded' });", `Did you mean '"embedded"'?`],
  ['evaluate(ncStemAttributes2012, {});', "Property 'ratings' is missing"],
  ['consensus(ncStemAttributes2012, [{ ratings: form }], { rule: "majority" });', 'its names are not known'],
  ['const ratings: RatingsOf<typeof ncStemAttributes2012> = form;', 'its names are not known'],
  [
    "const own = { 'growth-mindset': 'planned' }; whatIf(coordinatorRole, { ratings: own }, {});",
    'a level is only known as text: add “as const”',
  ],
  [
    "const own = { 'growth-mindset': 'planned' }; const ratings: RatingsOf<typeof coordinatorRole> = own;",
    "Type 'string' is not assignable",
  ],
])('refuses %s in fewer than 300 characters', (text, said) => {
  const [message = '', ...more] = messages(text);
  expect(more).toEqual([]);
  expect(message).toContain(said);
  expect(message.length, message).toBeLessThan(300);
});

test('offers all ids, levels lowest first and outcomes as the rubric has them', () => {
  expect(offered("evaluate(coordinatorRole, { ratings: { '‸': 'planned' } });")).toEqual([
    'collaboration-networking',
    'community-engagement',
    'curriculum-development',
    'data-driven-decisions',
    'growth-mindset',
    'professional-development',
    'promoting-best-practice',
    'resource-advocacy',
  ]);
  expect(offered("evaluate(coordinatorRole, { ratings: { 'growth-mindset': '‸' } });")).toEqual([
    'not-started',
    'planned',
    'started',
    'established',
    'embedded',
  ]);
  expect(offered("evaluate(psqm, { ratings: { 'criterion-1': '‸' } });")).toEqual(['not-yet', 'psqm', 'gilt']);
  expect(offered("nextSteps(psqm, { ratings: {} }, { to: '‸' });")).toEqual(['psqm', 'gilt', 'outreach']);
  const rule = (text: string) =>
    `defineRubric({ id: 'x', version: '1.0.0', label: 'X', notice: 'X', scale: implementation, scoring: { kind: 'none' }, criteria: [{ id: 'one', label: 'A', weight: 1 }, { id: 'another', label: 'A', weight: 1 }], outcomes: [{ id: 'done', label: 'Done', origin: 'project', rule: ${text} }] });`;
  expect(offered(rule("{ kind: 'at-least', criterion: '‸', level: 'planned' }"))).toEqual(['one', 'another']);
  expect(offered(rule("{ kind: 'all', rules: [{ kind: 'every', level: '‸' }] }"))).toEqual([
    'not-started',
    'planned',
    'started',
    'established',
    'embedded',
  ]);
  expect(offered(rule("{ kind: 'achieves', outcome: '‸' }"))).toEqual(['done']);
});
