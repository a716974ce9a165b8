import type { Kind } from './valid-calls.js';

/** A value that is wrong for most arguments. */
export interface WrongValue {
  readonly kind: Kind;
  readonly title: string;
  readonly make: () => unknown;
}

class Thing {
  readonly size = 3;
}

const cycle = (): unknown => {
  const round: Record<string, unknown> = {};
  round['itself'] = round;
  return round;
};

const nested = (): unknown => {
  let deep: unknown = {};
  for (let at = 0; at < 1_000; at++) deep = { rules: [deep] };
  return deep;
};

const wrong = (kind: Kind, title: string, make: () => unknown): WrongValue => ({ kind, title, make });

/** Some forty values, each made anew for each call. */
export const wrongValues: readonly WrongValue[] = [
  wrong('undefined', 'undefined', () => undefined),
  wrong('null', 'null', () => null),
  wrong('truth', 'true', () => true),
  wrong('truth', 'false', () => false),
  wrong('zero', '0', () => 0),
  wrong('count', '1', () => 1),
  wrong('negative', '-1', () => -1),
  wrong('fraction', '1.5', () => 1.5),
  wrong('not-a-number', 'NaN', () => Number.NaN),
  wrong('infinite', 'Infinity', () => Number.POSITIVE_INFINITY),
  wrong('negative', '-Infinity', () => Number.NEGATIVE_INFINITY),
  wrong('large', '2 ** 53 - 1', () => Number.MAX_SAFE_INTEGER),
  wrong('bigint', '10n', () => 10n),
  wrong('empty-text', "''", () => ''),
  wrong('text', "' '", () => ' '),
  wrong('text', "'no such thing'", () => 'no such thing'),
  wrong('text', "'__proto__'", () => '__proto__'),
  wrong('text', "'constructor'", () => 'constructor'),
  wrong('text', 'a text of 10,000 characters', () => 'a'.repeat(10_000)),
  wrong('symbol', "Symbol('s')", () => Symbol('s')),
  wrong('function', 'a function', () => () => 1),
  wrong('function', 'a class', () => Thing),
  wrong('empty-list', '[]', () => []),
  wrong('list-of-nothing', '[null]', () => [null]),
  wrong('list-of-nothing', '[undefined]', () => [undefined]),
  wrong('list-of-nothing', 'a list with a hole', () => Array.from({ length: 2 })),
  wrong('list-of-numbers', '[1]', () => [1]),
  wrong('list-of-texts', "['x']", () => ['x']),
  wrong('list-of-lists', '[[]]', () => [[]]),
  wrong('empty-record', '{}', () => ({})),
  wrong('empty-record', 'an object without a prototype', () => Object.create(null)),
  wrong('strange-record', '{ strange: 1 }', () => ({ strange: 1 })),
  wrong('strange-record', 'an object that holds itself', cycle),
  wrong('strange-record', 'an object of a thousand nestings', nested),
  wrong('strange-record', 'an own key __proto__', () => JSON.parse('{ "__proto__": { "strange": 1 } }')),
  wrong('map', 'a Map', () => new Map()),
  wrong('set', 'a Set', () => new Set()),
  wrong('other-object', 'a Date', () => new Date(0)),
  wrong('other-object', 'a regular expression', () => /x/u),
  wrong('other-object', 'a Promise', () => Promise.resolve(1)),
  wrong('other-object', 'an Error', () => new Error('of the caller')),
  wrong('strange-record', 'an object of a class', () => new Thing()),
  wrong('bytes', 'a Uint8Array', () => new Uint8Array(2)),
  wrong('buffer', 'an ArrayBuffer', () => new ArrayBuffer(2)),
];
