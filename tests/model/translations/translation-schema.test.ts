import { expect, test } from 'vitest';
import { type Translation, translationSchema } from '../../../src/model/index.js';

/** Every field that a translation may have, so that the compiler holds this one against the interfaces, and the test against the schema. */
type Whole<T> = T extends string | readonly string[]
  ? T
  : string extends keyof T
    ? { a: Whole<NonNullable<T[keyof T]>> }
    : { [K in keyof T]-?: Whole<NonNullable<T[K]>> };

const label = { label: 'x' };
const named = { ...label, alsoCalled: ['y'] };
const whole: Whole<Translation> = {
  id: 'a--gd',
  language: 'gd',
  origin: 'project',
  rubric: {
    id: 'a',
    version: '1.0.0',
    ...label,
    notice: 'x',
    groupWord: { one: 'x', many: 'y' },
    scales: { a: { ...label, note: 'x', levels: { a: { ...named, descriptor: 'x' } } } },
    groups: { a: label },
    criteria: { a: { ...named, note: 'x', measure: { ...label, features: { a: label } } } },
    facts: { a: { ...label, whenFalse: 'x' } },
    bands: { a: label },
    outcomes: { a: { ...label, description: 'x' } },
    obligations: { a: label },
  },
  framework: {
    id: 'a',
    edition: '1',
    element: 'a',
    ...label,
    note: 'x',
    elements: {
      a: {
        ...label,
        description: 'x',
        sectorLabels: ['x'],
        strands: { a: label },
        indicators: { a: { ...label, statement: 'x', note: 'x' } },
      },
    },
  },
  note: 'x',
};

test('the schema takes a translation with every field there is, and one with hardly any', () => {
  expect(translationSchema.parse(whole)).toEqual(whole);
  const { id, language, origin } = whole;
  const bare = { id, language, origin, rubric: { id: 'a', version: '1.0.0' } };
  expect(translationSchema.parse(bare)).toEqual(bare);
});

test.each([
  { rubric: undefined, framework: undefined },
  { language: 'french, I think' },
  { id: 'a-gd' },
  { origin: 'ours' },
  { rubric: { ...whole.rubric, criterias: {} } },
  { rubric: { ...whole.rubric, criteria: { a: { label: '' } } } },
  { framework: { ...whole.framework, elements: { a: { indicators: { a: { statment: 'x' } } } } } },
])('the schema refuses what is none: %#', (change) => {
  expect(translationSchema.safeParse({ ...whole, ...change }).success).toBe(false);
});
