/** Every verb of the room, and of the tables made by hand, each argument and each option, against values that cannot be right: what is refused is refused in words. */
import { describe, expect, test } from 'vitest';
import * as award from '../../src/award/index.js';
import * as tables from '../../src/tables/index.js';
import { stemNationApplication } from '../../src/data/applications/stem-nation-application.js';
import { educationScotlandInspection } from '../../src/data/quantity-words/education-scotland-inspection.js';
import { evaluate } from '../../src/evaluation/index.js';
import { smallRubric } from '../support/small-rubric.js';
import { decided, five } from './support.js';

/** What reads rows and writes them is called in the test of every export. */
const checks = Object.fromEntries(Object.entries(tables).filter(([name]) => name.startsWith('check')));
const room: Readonly<Record<string, unknown>> & typeof award = { ...award, ...checks };

const evaluation = evaluate(smallRubric, { ratings: {} });
const dated = [{ date: '2026-03-01', evaluation }];
const setting = { setting: { id: 'hilltop', name: 'Hilltop', sector: 'primary' }, evaluations: dated };
const summary = room.summarisePortfolio([setting as award.PortfolioSetting], { on: '2026-06-30' });
const evidence = { id: 'x', kind: 'data', date: '2026-01-01', shows: 'It.', supports: ['plan'] };
const role = { id: 'lead', label: 'Lead', heldBy: 'staff' };
const plan = { setting: 'hilltop', date: '2026-01-01', horizon: '2027-01-01', actions: [] };

/** For each function a call that is right, and the names of its arguments. */
const calls: Readonly<Record<string, readonly [names: readonly string[], values: readonly unknown[]]>> = {
  actionPlanDeadline: [
    ['conversation', 'options'],
    ['2026-05-27', { workingDays: 1, isWorkingDay: () => true }],
  ],
  applicationStep: [
    ['application', 'state', 'event', 'facts'],
    [stemNationApplication, 'registered', 'grant-award', {}],
  ],
  awardProgress: [
    ['decisions', 'framework', 'options'],
    [[decided('a', '2025-01-01')], five, { on: '2026-01-01', windowYears: 3 }],
  ],
  elementProgress: [
    ['decisions', 'framework', 'options'],
    [[decided('a', '2025-01-01')], five, {}],
  ],
  decisionDifferences: [['decisions'], [[decided('a', '2025-01-01')]]],
  checkActionPlan: [
    ['plan', 'evaluation', 'options'],
    [plan, evaluation, {}],
  ],
  draftActions: [
    ['evaluation', 'options'],
    [evaluation, {}],
  ],
  evidenceGaps: [
    ['rubric', 'assessment', 'options'],
    [smallRubric, { evidence: [evidence] }, {}],
  ],
  leadershipRoles: [
    ['source', 'assignments', 'options'],
    [five, [{ role, holder: { kind: 'person', label: 'A' }, indicators: ['x'] }], {}],
  ],
  stakeholderCoverage: [
    ['evidence', 'options'],
    [[evidence], {}],
  ],
  checkAchievedTable: [
    ['rows', 'options'],
    [[{ label: 'A', percent: 5, achieved: false }], {}],
  ],
  checkAsOfDates: [
    ['values', 'options'],
    [[{ label: 'A', value: 5, asOf: '2021' }], {}],
  ],
  checkDeltaColumn: [
    ['rows', 'options'],
    [[{ label: 'A', value: 5 }], {}],
  ],
  checkDenominators: [
    ['evaluations', 'options'],
    [[{ date: '2026-01-01', counts: [{ label: 'A', part: 1, whole: 2 }] }], {}],
  ],
  checkHeadline: [
    ['headline', 'options'],
    [{ label: 'A', percent: 5 }, {}],
  ],
  checkPeriods: [['columns'], [[{ label: 'A' }]]],
  compareJudgements: [
    ['selfEvaluation', 'validation', 'rubric'],
    [evaluation, evaluation, smallRubric],
  ],
  quantityWords: [
    ['part', 'whole', 'words', 'options'],
    [1, 2, educationScotlandInspection, {}],
  ],
  publishPortfolio: [
    ['summary', 'options'],
    [summary, { below: 5 }],
  ],
  summarisePortfolio: [
    ['settings', 'options'],
    [[setting], { on: '2026-06-30' }],
  ],
  suppressSmallCounts: [
    ['counts', 'options'],
    [[[1, 2]], { below: 5 }],
  ],
  settingProgress: [
    ['evaluations', 'options'],
    [dated, {}],
  ],
};

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  7n,
  Symbol('x'),
  '',
  ' ',
  'x',
  '__proto__',
  'constructor',
  '2026-02-30',
  [],
  [undefined],
  [null],
  [1],
  ['x'],
  [[]],
  [{}],
  {},
  { x: 1 },
  { on: 'x' },
  { kind: 'x' },
  { elements: 1 },
  { criteria: null },
  Object.create(null),
  new Map(),
  new Set([1]),
  new Date(0),
  /x/u,
  () => 1,
  new Float64Array(2),
  Promise.resolve(1),
  new Error('x'),
  { length: 3 },
  [{ label: 'A' }],
  [{ label: 5 }],
  [{ date: 'July' }],
  { options: {} },
  { toString: null },
  [Number.NaN],
  [[Number.NaN]],
  [['1']],
];

const engineWords =
  /Cannot read|Cannot convert|Cannot mix|Cannot use|is not a function|is not iterable|undefined is not|not an object|Invalid array|Reduce of empty|is not a symbol|Invalid time|Maximum call/u;

/** What a call says where it throws; nothing where it answers. */
const thrownBy = (name: string, values: readonly unknown[]): string | undefined => {
  try {
    (room as unknown as Record<string, (...all: readonly unknown[]) => unknown>)[name]?.(...values);
    return undefined;
  } catch (error) {
    expect(error instanceof TypeError || error instanceof RangeError).toBe(true);
    return (error as Error).message;
  }
};

test('every function of the room is called here', () => {
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(Object.keys(calls).sort()).toEqual(functions.sort());
});

describe.each(Object.entries(calls))('%s', (name, [names, values]) => {
  test('answers the call that is right', () => {
    expect(thrownBy(name, values)).toBeUndefined();
  });

  test.each(names.map((argument, at) => [argument, at] as const))(
    '%s is refused in words where it is wrong',
    (argument, at) => {
      for (const wrong of wrongValues) {
        const message = thrownBy(
          name,
          values.map((value, place) => (place === at ? wrong : value)),
        );
        if (message === undefined) continue;
        expect(message).toMatch(new RegExp(`^${name}: `, 'u'));
        expect(message).not.toMatch(engineWords);
      }
      // What is no value of any of these kinds is never passed over in silence.
      for (const wrong of [null, 7n, Symbol('x'), /x/u]) {
        const message = thrownBy(
          name,
          values.map((value, place) => (place === at ? wrong : value)),
        );
        expect(message, `${name}(${argument}: ${String(wrong)})`).toMatch(/ is |has no/u);
      }
    },
  );

  test('with nothing at all it says what is missing', () => {
    const message = thrownBy(name, []);
    expect(message).toMatch(new RegExp(`^${name}: ${names[0]} is undefined; it is `, 'u'));
  });

  test('an option that does not exist is refused', () => {
    const at = names.indexOf('options');
    if (at < 0) return;
    const message = thrownBy(
      name,
      values.map((value, place) => (place === at ? { ...(value as object), zzzz: 1 } : value)),
    );
    expect(message).toMatch(new RegExp(`^${name}: options has no “zzzz”; `, 'u'));
  });
});

test('a mistyped option is told the one it is nearly', () => {
  const options = { on: '2026-01-01', windowYears: 3, windowsEnd: 'inclusive' };
  expect(() => room.awardProgress([], five, options as never)).toThrow(
    'awardProgress: options has no “windowsEnd”; is it “windowEnd”?',
  );
  const deadline = { workingDays: 10, isWorkingDay: () => true, holidays: [] };
  expect(() => room.actionPlanDeadline('2026-05-27', deadline as never)).toThrow(
    'actionPlanDeadline: options has no “holidays”; it has workingDays, isWorkingDay, counting, searchDays',
  );
});

test('a decision without its setting is named by its place', () => {
  const decisions = [decided('a', '2025-01-01'), { ...decided('b', '2025-01-01'), setting: undefined }];
  expect(() => room.awardProgress(decisions as never, five, { on: '2026-01-01', windowYears: 3 })).toThrow(
    'awardProgress: decisions[1].setting is undefined; it is a string',
  );
  const mistyped = [{ ...decided('a', '2025-01-01'), setting: undefined, seting: 'hilltop' }];
  expect(() => room.elementProgress(mistyped as never, five)).toThrow(
    'elementProgress: decisions[0] has no “seting”; is it “setting”?',
  );
});
