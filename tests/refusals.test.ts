/**
 * Every public function, found from the export list, is called wrongly: each argument and each option in turn is each of some forty wrong
 * values, and each object of options has one option too many. Whatever is thrown must be an error in words: it begins with the name of the
 * function, names the argument and shows what it got; and what is plainly wrong is never taken in silence.
 *
 * `npx vitest run tests/refusals.test.ts -t agreement` runs one room.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { shownValue } from '../src/common/shown-value.js';
import * as everything from './support/every-export.js';
import { publicNamesOf, roomIndexes } from './support/sources.js';
import { type Argument, type Kind, validCalls } from './support/valid-calls.js';
import { type WrongValue, wrongValues } from './support/wrong-values.js';

type Call = (...given: readonly unknown[]) => unknown;

const RAW =
  /Cannot (?:read|destructure|convert|mix|access|set|assign)|is not (?:a function|iterable|a constructor|an object|defined|extensible)|undefined is not|Invalid (?:array|typed|count|string|time)|Maximum call stack|Reduce of empty|of incompatible receiver/u;

/** Of what has parts, a message may speak of the part that is wrong. */
const HAS_PARTS: readonly Kind[] = [
  'empty-list',
  'list-of-nothing',
  'list-of-numbers',
  'list-of-texts',
  'list-of-lists',
  'empty-record',
  'strange-record',
  'other-object',
  'map',
  'set',
  'bytes',
  'buffer',
];

const isRefusingResult = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

/** What is wrong with how a call was refused, in a sentence; nothing where it was refused well. */
const faultOf = (call: () => unknown, name: string, argument: Argument, wrong: WrongValue): string | undefined => {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    // What a function of the caller's own throws or gives is the caller's; that it is called at all is right.
    if (wrong.kind === 'function' && argument.takes.includes('function')) return undefined;
    if (!(error instanceof Error)) return `threw ${shownValue(error)}, which is no error`;
    const { message } = error;
    if (RAW.test(message) && !message.startsWith(`${name}: `)) return `a raw error: ${message}`;
    if (!message.startsWith(`${name}: `)) return `does not begin with the function’s name: ${message}`;
    if (RAW.test(message)) return `words of the engine: ${message}`;
    const lower = message.toLowerCase();
    if (!argument.names.some((one) => lower.includes(one.toLowerCase()))) {
      return `does not name ${argument.names[0]!}: ${message}`;
    }
    const got = wrong.make();
    const shown = [shownValue(got).replace(/…”$/u, ''), ...(got === '' ? ['“”'] : [])];
    if (!HAS_PARTS.includes(wrong.kind) && !shown.some((one) => message.includes(one))) {
      return `does not show ${shown[0]!}: ${message}`;
    }
    if (message.length > 1_000) return `goes on for ${message.length} characters`;
    return undefined;
  }
  return isRefusingResult(answer) || argument.takes.includes(wrong.kind) ? undefined : 'taken in silence';
};

interface Fault {
  readonly call: string;
  readonly fault: string;
}

/** The faults of one function, and how many calls were made. */
const tryWrongCalls = (name: string, call: Call, row: readonly Argument[]): { faults: Fault[]; calls: number } => {
  const faults: Fault[] = [];
  let calls = 0;
  const right = row.map(({ value }) => value);
  const attempt = (at: number, argument: Argument, wrong: WrongValue, given: unknown, title: string): void => {
    if (argument.leaves?.includes(wrong.kind)) return;
    calls++;
    const fault = faultOf(
      () => call(...right.map((value, place) => (place === at ? given : value))),
      name,
      argument,
      wrong,
    );
    if (fault !== undefined) faults.push({ call: `${name}: ${title} = ${wrong.title}`, fault });
  };
  row.forEach((argument, at) => {
    for (const wrong of wrongValues) attempt(at, argument, wrong, wrong.make(), argument.names[0]!);
    if (argument.options === undefined) return;
    const options = right[at] as Readonly<Record<string, unknown>>;
    for (const [key, option] of Object.entries(argument.options)) {
      for (const wrong of wrongValues) {
        attempt(at, option, wrong, { ...options, [key]: wrong.make() }, `options.${key}`);
      }
    }
    const tooMany: WrongValue = { kind: 'strange-record', title: 'one option too many', make: () => undefined };
    const unknown: Argument = { names: ['strangeOption'], takes: [], value: undefined };
    attempt(at, unknown, tooMany, { ...options, strangeOption: 1 }, 'options');
  });
  return { faults, calls };
};

const table = validCalls(everything);
const functions = new Map(
  Object.entries(everything).filter((entry): entry is [string, never] => typeof entry[1] === 'function'),
);

test('every public function has a row in tests/support/valid-calls.ts, and every row a function', () => {
  expect(Object.keys(table).sort()).toEqual([...functions.keys()].sort());
});

for (const index of roomIndexes) {
  const room = index.split('/')[1]!;
  const names = publicNamesOf(index).flatMap(({ name, typeOnly }) => (!typeOnly && functions.has(name) ? [name] : []));
  describe(`the room ${room}`, () => {
    const tally = { calls: 0, faults: 0, silent: 0, functions: 0 };

    test.each(names)('%s takes a right call, and refuses wrong ones in words', async (name) => {
      const call = functions.get(name) as unknown as Call;
      const row = table[name] ?? [];
      expect(() => call(...row.map(({ value }) => value))).not.toThrow();
      const { faults, calls } = tryWrongCalls(name, call, row);
      tally.calls += calls;
      tally.faults += faults.length;
      tally.silent += faults.filter(({ fault }) => fault === 'taken in silence').length;
      if (faults.length > 0) tally.functions++;
      expect(
        faults.map((one) => `${one.call}: ${one.fault.slice(0, 200)}`),
        `${faults.length} of ${calls} calls`,
      ).toEqual([]);
    });

    afterAll(() => {
      if (tally.faults === 0) return;
      console.log(
        `${room}: ${tally.faults} of ${tally.calls} wrong calls are not refused well, ${tally.silent} of them taken in silence, by ${tally.functions} functions`,
      );
    });
  });
}
