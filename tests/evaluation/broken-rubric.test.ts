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
  ['proveRubric', () => proveRubric(broken)],
  ['diffRubrics', () => diffRubrics(smallRubric, broken)],
])('%s refuses a rubric whose rule names a level that is not there, and says who was called', (name, call) => {
  expect(call).toThrow(new RegExp(`^${name}: .*“growing”`, 'u'));
});

test('checkRubric tells it, with everything else that is not well-formed', () => {
  const { scale } = smallRubric;
  const upsideDown = { ...scale, levels: scale.levels.map((level, at) => ({ ...level, points: 9 - at })) };
  const issues = checkRubric({ ...broken, scale: upsideDown, criteria: [...broken.criteria, broken.criteria[0]!] });
  expect(new Set(issues.map(({ code, severity }) => `${code} ${severity}`))).toEqual(new Set(['malformed error']));
  const messages = issues.map(({ message }) => message).join(' ');
  expect(messages).toContain('Points fall from 9 to 8; write the lowest level first.');
  expect(messages).toContain('is listed twice: it is already at position 0.');
  expect(messages).toContain('has no level “growing”');
  expect(checkRubric({ ...broken, criteria: [] }).map(({ message }) => message)).toContain(
    'A rubric has at least one criterion.',
  );
  const many = checkRubric({ ...smallRubric, criteria: Array.from({ length: 500 }, () => smallRubric.criteria[0]!) });
  expect(many).toHaveLength(100);
  expect(many.at(-1)?.message).toContain(', and 400 more');
});

test('evaluate refuses a scale that is upside down, or has no points where the score needs them', () => {
  const { scale } = smallRubric;
  const scored = (levels: Rubric['scale']['levels']): Rubric => ({
    ...smallRubric,
    scale: { ...scale, levels },
    scoring: { kind: 'weighted-mean', from: 'lowest' },
  });
  const falling = scored(scale.levels.map((level, at) => ({ ...level, points: 9 - at })));
  expect(() => evaluate(falling, given)).toThrow(
    /^evaluate: rubric\.scale\.levels\[1\]\.points: points fall from 9 to 8/u,
  );
  const bare = scored(scale.levels.map(({ id, label }) => ({ id, label })));
  expect(() => evaluate(bare, given)).toThrow(/a score needs points on every level of this scale/u);
});
