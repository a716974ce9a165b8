import { expect, test } from 'vitest';
import {
  checkRubric,
  compileScorer,
  diffRubrics,
  evaluate,
  nextSteps,
  proveRubric,
  sensitivity,
} from '../../src/evaluation/index.js';
import type { Rubric } from '../../src/model/index.js';
import { smallRubric } from '../support/small-rubric.js';

// Of the right shape, but a rule names a level that the scale does not have: only a look at all names finds it.
const broken: Rubric = {
  ...smallRubric,
  outcomes: [{ id: 'begun', label: 'Begun', origin: 'project', rule: { kind: 'every', level: 'growing' } }],
};
const given = { ratings: {} };

test.each<[string, () => unknown]>([
  ['evaluate', () => evaluate(broken, given)],
  ['nextSteps', () => nextSteps(broken, given, { to: 'begun' })],
  ['sensitivity', () => sensitivity(broken, given)],
  ['compileScorer', () => compileScorer(broken)],
  ['checkRubric', () => checkRubric(broken)],
  ['proveRubric', () => proveRubric(broken)],
  ['diffRubrics', () => diffRubrics(smallRubric, broken)],
])('%s refuses a rubric whose rule names a level that is not there, and says who was called', (name, call) => {
  expect(call).toThrow(new RegExp(`^${name}: .*“growing”`, 'u'));
});
