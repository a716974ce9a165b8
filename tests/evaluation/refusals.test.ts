/** What a caller's mistake is answered with: which function, which argument, what it got, the nearest right name. */
import { describe, expect, test } from 'vitest';
import { checkCrosswalk, suggestStrategies, unaddressedIndicators } from '../../src/crosswalk/index.js';
import { coordinatorRoleStemNationLeadership } from '../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import {
  compareEvaluations,
  evaluate,
  migrateAssessment,
  nextSteps,
  rateMeasures,
  whatIf,
} from '../../src/evaluation/index.js';
import { english } from '../../src/messages/english.js';
import { smallRubric } from '../support/small-rubric.js';

const { scale, ...withoutScale } = smallRubric;
const nested = (depth: number): unknown =>
  depth === 0 ? { kind: 'every', level: 'low' } : { kind: 'all', rules: [nested(depth - 1)] };
const withRule = (rule: unknown) => ({ ...smallRubric, outcomes: [{ id: 'o', label: 'O', origin: 'project', rule }] });

describe('a rubric that is none', () => {
  test.each([
    [undefined, 'evaluate: rubric is undefined; it is a rubric with id, version, scale'],
    [
      'small',
      'evaluate: rubric is “small”; it is a rubric with id, version, scale, criteria, scoring and outcomes, the record',
    ],
    [[], 'evaluate: rubric is an empty list'],
    [Promise.resolve(smallRubric), 'evaluate: rubric is a Promise (is an “await” missing?)'],
    [{}, 'evaluate: rubric has no id; it is a rubric with'],
    [{ ...withoutScale, skale: scale }, 'evaluate: rubric has no scale; is it called “skale”?'],
    [{ ...smallRubric, criteria: 'plan' }, 'evaluate: rubric.criteria is “plan”; it is a list of criteria'],
    [
      { ...smallRubric, criteria: ['plan'] },
      'evaluate: rubric.criteria[0] is “plan”; it is one of the criteria, an object',
    ],
    [
      { ...smallRubric, criteria: [{ id: 'a', label: 'A' }] },
      'evaluate: rubric.criteria[0].weight is undefined; it is a',
    ],
    [
      { ...smallRubric, scoring: { kind: 'weighted-meen' } },
      'rubric.scoring.kind is “weighted-meen”; is it “weighted-mean”?',
    ],
    [withRule(undefined), 'evaluate: rubric.outcomes[0].rule is undefined; it is a rule, an object { kind }'],
    [withRule({ kind: 'evry', level: 'low' }), 'evaluate: rubric.outcomes[0].rule.kind is “evry”; is it “every”?'],
    [withRule({ kind: 'all' }), 'evaluate: rubric.outcomes[0].rule.rules is undefined; it is a list of rules'],
    [withRule({ kind: 'score', atLeast: 0.5 }), 'rule.atLeast is 0.5; it is a fraction { numerator, denominator }'],
    [withRule({ kind: 'every', level: 'low', of: 'plan' }), 'rule.of is “plan”; it is a selector'],
    [withRule(nested(1000)), 'evaluate: the rules of rubric nest deeper than 64 levels'],
  ])('is refused in words: %#', (rubric, message) => {
    expect(() => evaluate(rubric as never, { ratings: {} })).toThrow(message);
  });

  test('that holds itself is refused too', () => {
    const rule: { kind: string; rules: unknown[] } = { kind: 'any', rules: [] };
    rule.rules.push(rule, rule);
    expect(() => evaluate(withRule(rule) as never, { ratings: {} })).toThrow(/nest deeper than 64 levels/u);
  });
});

describe('an assessment that is none', () => {
  test.each([
    [undefined, 'evaluate: assessment is undefined; it is an assessment { ratings: { criterion: level } }'],
    [{ rating: { plan: 'low' } }, 'evaluate: the assessment has no ratings; is “rating” meant?'],
    [{ plan: 'low' }, 'evaluate: the assessment has no ratings; put the ratings inside it'],
    [{ ratings: {}, factz: {} }, 'evaluate: assessment has no “factz”; is it “facts”?'],
    [
      { ratings: new Map() },
      'evaluate: assessment.ratings is a Map; it is an object { criterion: level }; Object.fromEntries',
    ],
    [{ ratings: { plan: '' } }, 'evaluate: “plan” is an empty text; leave a criterion out while it is not rated yet'],
    [{ ratings: { plan: null } }, 'evaluate: “plan” is null; leave a criterion out while it is not rated yet'],
    [{ ratings: { plan: { level: null } } }, 'evaluate: a level of “plan” is null; leave it out while it is not given'],
    [{ ratings: { plan: 3 } }, 'evaluate: “plan” is 3; a rating is a level id'],
    [{ ratings: { plan: ['low', 'high'] } }, 'evaluate: “plan” is a list; a rating is a level id'],
    [{ ratings: { plan: { level: 'low', nte: 'x' } } }, 'evaluate: the rating of “plan” says “nte”; is it “note”?'],
    [{ ratings: { constructor: 'low' } }, 'evaluate: there is no criterion “constructor”'],
    [
      { ratings: {}, facts: [] },
      'evaluate: assessment.facts is an empty list; it is an object { fact: true or false }',
    ],
    [{ ratings: {}, evidence: {} }, 'evaluate: assessment.evidence is an object; it is a list of items'],
    [
      { ratings: {}, evidence: [{ id: 'a' }] },
      'evaluate: assessment.evidence[0].supports is undefined; it is a list of',
    ],
    [{ ratings: {}, rubric: 'small' }, 'evaluate: assessment.rubric is “small”; it is the id and version'],
  ])('is refused in words: %#', (assessment, message) => {
    expect(() => evaluate(smallRubric, assessment as never)).toThrow(message);
  });
});

test('options and words that do not exist are refused', () => {
  const asked = (options: unknown) => () => evaluate(smallRubric, { ratings: {} }, options as never);
  expect(asked({ mesages: english })).toThrow('evaluate: options has no “mesages”; is it “messages”?');
  expect(asked(null)).toThrow('evaluate: options is null; it is an object with messages');
  expect(asked({ messages: 'fr' })).toThrow('evaluate: messages is “fr”; it is a language such as english');
  expect(asked({ messages: { ...english, gap: undefined } })).toThrow('evaluate: messages.gap is undefined');
  expect(asked({ messages: { ...english, rules: {} } })).toThrow('messages.rules.at-least is undefined');
});

test('a migration, a measurement and a comparison say what they got', () => {
  const map = { from: smallRubric, to: smallRubric, criteria: {} };
  const ends = { from: { id: 'small', version: '1.0.0' }, to: { id: 'small', version: '1.0.0' } };
  const migrated =
    (...args: unknown[]) =>
    () =>
      migrateAssessment(...(args as Parameters<typeof migrateAssessment>));
  expect(migrated()).toThrow('migrateAssessment: older is undefined; it is a rubric');
  expect(migrated(smallRubric, 'small')).toThrow('migrateAssessment: newer is “small”; it is a rubric');
  expect(migrated(smallRubric, smallRubric)).toThrow(
    'migrateAssessment: migration is undefined; it is a migration map',
  );
  expect(migrated(smallRubric, smallRubric, { ...map, criterea: {} })).toThrow('has no “criterea”; is it “criteria”?');
  expect(migrated(smallRubric, smallRubric, { ...ends, criteria: { plan: 'drop' } })).toThrow(
    'migrateAssessment: migration.criteria[“plan”] is “drop”; it is { to, levels }, “ask-again” or “dropped”',
  );
  expect(migrated(smallRubric, smallRubric, { ...ends, criteria: { plan: { to: 'plan' } } })).toThrow(
    'migrateAssessment: migration.criteria[“plan”].levels is undefined',
  );

  const measured =
    (...args: unknown[]) =>
    () =>
      rateMeasures(...(args as Parameters<typeof rateMeasures>));
  expect(measured()).toThrow('rateMeasures: rubric is undefined');
  expect(measured(smallRubric)).toThrow('rateMeasures: measurements is undefined; it is an object');
  expect(measured(smallRubric, {}, { visited: true })).toThrow(
    'rateMeasures: the rubric “small” has no fact “visited”',
  );
  expect(measured(smallRubric, { plan: 1 })).toThrow(
    'rateMeasures: measurements has “plan”, which the rubric “small” does not measure',
  );

  const before = evaluate(smallRubric, { ratings: {} });
  const compared =
    (...args: unknown[]) =>
    () =>
      compareEvaluations(...(args as Parameters<typeof compareEvaluations>));
  expect(compared()).toThrow('compareEvaluations: before is undefined; it is an evaluation, as evaluate gives it');
  expect(compared(before)).toThrow('compareEvaluations: after is undefined');
  expect(compared(before, { ratings: {} })).toThrow('compareEvaluations: after.rubric is undefined');
  expect(compared(before, { ...before, outcomes: {} })).toThrow('compareEvaluations: after.outcomes is an object');
});

test('the crosswalk verbs say what they got', () => {
  const evaluation = evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'not-yet' } });
  const crosswalk = coordinatorRoleStemNationLeadership;
  const suggested =
    (...args: unknown[]) =>
    () =>
      suggestStrategies(...(args as Parameters<typeof suggestStrategies>));
  expect(suggested(evaluation)).toThrow('suggestStrategies: crosswalk is undefined; it is a crosswalk with strategies');
  expect(suggested(crosswalk, evaluation)).toThrow(
    'suggestStrategies: evaluation is a crosswalk; the evaluation comes',
  );
  expect(suggested(evaluation, { id: 'x' })).toThrow('suggestStrategies: crosswalk.strategies is undefined');
  expect(suggested(evaluation, crosswalk, { limt: 1 })).toThrow('options has no “limt”; is it “limit”?');
  expect(suggested(evaluation, crosswalk, { limit: '1' })).toThrow('suggestStrategies: limit is “1”; it is a whole');
  expect(suggested(evaluation, crosswalk, { limit: -1 })).toThrow(RangeError);
  expect(() => checkCrosswalk(undefined as never)).toThrow('checkCrosswalk: crosswalk is undefined');
  expect(() => unaddressedIndicators(crosswalk, { strength: 'weak' } as never)).toThrow(
    'unaddressedIndicators: strength is “weak”; it is “strong” or “partial”',
  );
  expect(() => unaddressedIndicators(null as never)).toThrow('unaddressedIndicators: crosswalk is null');
});

test('next steps are asked for an outcome that there is', () => {
  const asked =
    (...args: unknown[]) =>
    () =>
      nextSteps(...(args as Parameters<typeof nextSteps>));
  const given = { ratings: {} };
  expect(asked(smallRubric, given)).toThrow(
    'nextSteps: options is undefined; it is an object with to, effort, messages, limit; to must be given: it is the outcome to reach: “begun” or “secure”',
  );
  expect(asked(smallRubric, given, {})).toThrow(
    'nextSteps: to is undefined; it is the outcome to reach: “begun” or “secure”',
  );
  expect(asked(smallRubric, given, { to: 'secur' })).toThrow(
    'nextSteps: to is “secur”; the rubric “small” has no such outcome; is it “secure”?',
  );
  expect(asked(smallRubric, given, { to: 'secure', efort: () => 1 })).toThrow(
    'options has no “efort”; is it “effort”?',
  );
  expect(asked(smallRubric, given, { to: 'secure', effort: 3 })).toThrow('nextSteps: effort is 3; it is a function');
  expect(asked(undefined, given, { to: 'secure' })).toThrow('nextSteps: rubric is undefined; it is a rubric');
  expect(asked(smallRubric, undefined, { to: 'secure' })).toThrow('nextSteps: assessment is undefined');
});

test('what if says its own name', () => {
  const asked =
    (...args: unknown[]) =>
    () =>
      whatIf(...(args as Parameters<typeof whatIf>));
  const given = { ratings: {} };
  expect(asked('small', given, {})).toThrow('whatIf: rubric is “small”; it is a rubric');
  expect(asked(smallRubric, undefined, {})).toThrow('whatIf: assessment is undefined');
  expect(asked(smallRubric, given, 0)).toThrow('whatIf: changes is 0; it is an object with ratings, facts, evidence');
  expect(asked(smallRubric, given, { rating: {} })).toThrow('whatIf: changes has no “rating”; is it “ratings”?');
  expect(asked(smallRubric, given, { ratings: ['high'] })).toThrow('whatIf: changes.ratings is a list');
  expect(asked(smallRubric, given, { ratings: { plan: '' } })).toThrow(
    'whatIf: “plan” is an empty text; leave a criterion',
  );
  expect(asked(smallRubric, given, {}, { mesages: english })).toThrow('whatIf: options has no “mesages”');
});
