import { describe, expect, test } from 'vitest';
import { english } from '../../src/messages/english.js';
import { french } from '../../src/messages/french.js';
import * as everything from '../support/every-export.js';
import { freezeDeeply, heldStill } from '../../src/common/freeze-deeply.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';

/** The paths of all objects within a value that are not frozen. */
const loose = (value: unknown, path: string, seen = new Set<unknown>()): string[] => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const inner = Object.entries(value).flatMap(([key, one]) => loose(one, `${path}.${key}`, seen));
  return Object.isFrozen(value) ? inner : [path, ...inner];
};

describe('what a host shares with others cannot be changed', () => {
  test('a record is frozen in all its parts', () => {
    expect(loose(stemNationLeadership, 'stemNationLeadership')).toEqual([]);
    expect(() => {
      (stemNationLeadership.criteria[0] as { weight: number }).weight = 10_000;
    }).toThrow(TypeError);
  });

  test('so are all constants that the doors hand out', () => {
    const constants = Object.entries({ ...everything, english, french }).filter(
      ([, value]) => typeof value === 'object' && value !== null && !('_zod' in value),
    );
    expect(constants.length).toBeGreaterThan(0);
    expect(constants.flatMap(([name, value]) => loose(value, name))).toEqual([]);
  });

  test('a value that holds itself is frozen once', () => {
    const value: { self?: unknown; list: unknown[] } = { list: [{}] };
    value.self = value;
    expect(loose(freezeDeeply(value), 'value')).toEqual([]);
  });
});

describe('every exported schema', () => {
  const schemas = Object.entries(everything).filter(
    ([, value]) => typeof value === 'object' && value !== null && '_zod' in value,
  ) as unknown as [string, { safeParse: (value: unknown) => { success: boolean } }][];

  test.each(schemas)('%s refuses a thousand nestings and a value that holds itself, and never throws', (_, schema) => {
    for (const key of ['rule', 'rules', 'findings', 'extra', 'elements', 'criteria', 'then']) {
      let deep: unknown = {};
      for (let i = 0; i < 1_000; i++) deep = { kind: 'all', [key]: [deep] };
      expect(schema.safeParse(deep).success).toBe(false);
    }
    const circle: Record<string, unknown> = { kind: 'all' };
    Object.assign(circle, { rules: [circle], findings: [circle], extra: circle });
    expect(schema.safeParse(circle).success).toBe(false);
  });
});

test('a key called __proto__ is refused by name, not lost', () => {
  const extra = JSON.parse('{"__proto__": {"a": 1}}') as unknown;
  const { articleSchema, migrationSchema } = everything;
  const said = (issues: readonly { message: string }[] = []) => issues.map(({ message }) => message).join();
  expect(said(articleSchema.safeParse({ extra }).error?.issues)).toContain('no key may be called “__proto__”');
  const migration = { from: { id: 'a', version: '1.0.0' }, to: { id: 'a', version: '2.0.0' }, criteria: extra };
  expect(said(migrationSchema.safeParse(migration).error?.issues)).toContain('no key may be called “__proto__”');
});

describe('what is held still', () => {
  test('is a frozen copy, with what is shared shared, and the original as it was', () => {
    const scale = { levels: ['low', 'high'] };
    const given = { scale, criteria: [{ scale }, { scale }], none: undefined };
    const held = heldStill(given);
    expect(held).toEqual(given);
    expect(held).not.toBe(given);
    expect(held.criteria[1]!.scale).toBe(held.scale);
    expect(loose(held, 'held')).toEqual([]);
    expect(Object.isFrozen(given) || Object.isFrozen(scale)).toBe(false);
    expect(heldStill(held)).toBe(held);
  });

  test('a key called __proto__ is a key, a list keeps its length, and what holds itself still does', () => {
    const given = JSON.parse('{ "__proto__": { "a": 1 }, "list": [1, [2]] }') as { list: unknown[]; self?: unknown };
    given.self = given;
    const held = heldStill(given);
    expect(Object.keys(held)).toEqual(['__proto__', 'list', 'self']);
    expect(Object.getPrototypeOf(held)).toBe(Object.prototype);
    expect(held.list).toEqual([1, [2]]);
    expect(held.self).toBe(held);
  });

  test('what has a class of its own is left alone', () => {
    const day = new Date(0);
    expect(heldStill({ day }).day).toBe(day);
    expect(heldStill(day)).toBe(day);
  });
});
