import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import * as model from '../../../src/model/index.js';

const assessed = model.assessmentSchemaFor(stemNationLeadership);
const schemas: readonly (readonly [string, z.ZodType])[] = [
  ...Object.entries<unknown>(model).flatMap(([name, one]) => (one instanceof z.ZodType ? [[name, one] as const] : [])),
  ['assessmentSchemaFor', assessed],
];

const MANY = 500;

/** The names of the parts of an object, as its JSON Schema has them, however many schemas it is made of. */
const partsOf = (schema: z.ZodType): string[] => {
  const parts = new Set<string>();
  const visit = (said: unknown): void => {
    if (typeof said !== 'object' || said === null) return;
    const { properties } = said as { properties?: object };
    for (const name of Object.keys(properties ?? {})) parts.add(name);
    for (const inner of Object.values(said)) visit(inner);
  };
  visit(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }));
  return [...parts];
};

describe.each(schemas)('%s', (_, schema) => {
  test('tells of a great many wrong things a hundred, and counts the rest', () => {
    const wrong = Array.from({ length: MANY }, () => ({ wrong: 1 }));
    const inEveryPart = Object.fromEntries(partsOf(schema).map((name) => [name, wrong]));
    const strange = Object.fromEntries(Array.from({ length: MANY }, (__, i) => [`n${i}`, 1]));
    const kinds = ['every', 'any', 'all', 'count', 'score', undefined];
    const values = [wrong, inEveryPart, strange, ...kinds.map((kind) => ({ ...inEveryPart, kind }))];
    for (const value of values) {
      const { error } = schema.safeParse(value);
      expect(error?.issues.length).toBeLessThanOrEqual(101);
      expect(JSON.stringify(error?.issues).length).toBeLessThan(100_000);
    }
  });
});

test('the rest is counted to the last', () => {
  const links = Array.from({ length: 1000 }, () => ({ from: 1, to: '/b', slot: 1 }));
  const { error } = model.articleGraphSchema.safeParse({ articles: [], links });
  // Each of the thousand has one thing wrong with it: where it comes from.
  expect(error?.issues).toHaveLength(101);
  expect(error?.issues.at(-1)?.message).toBe('and 900 more of these kinds');
  const names = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`n${i}`, 1]));
  const role = model.roleSchema.safeParse(names).error?.issues ?? [];
  expect(role.at(-1)?.message).toMatch(/"n98", "n99" and 30 more$/);
});

test('a related link has a slot that a graph can keep', () => {
  const link = { id: 1, title: 'Levers', subject: 'Physics', url: '/a' };
  expect(model.relatedLinkSchema.safeParse({ ...link, slot: 2 ** 31 - 1 }).success).toBe(true);
  expect(model.relatedLinkSchema.safeParse({ ...link, slot: 2 ** 31 }).success).toBe(false);
});

test('a flat list of more than two million is said to be too many, not too deep', () => {
  const { error } = model.rubricSchema.safeParse({ criteria: new Array(2_100_000).fill(1) });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'the value holds more than 2,000,000 values on one of its levels',
  ]);
});
