/**
 * What an argument has to look like, as small pieces that are put together: `listOf('decisions', recordOf('a decision', { date }))`.
 * The first fault is thrown with the way to it, *decisions[3].date*; nothing is written while all is well, since portfolios are long.
 */
import { own } from './own.js';
import { dayNumberIn } from './calendar-date.js';
import { isItNear, nearestName } from './nearest-name.js';
import { hasNo, isRecord, refuseUnknown } from './refuse.js';
import { shownValue } from './shown-value.js';

interface Fault {
  /** The way from the argument to the place of the fault: `[3].date`. */
  readonly at: string;
  /** What follows the place: *is 5; it is a string*. */
  readonly says: string;
  /** A value of the wrong kind altogether is a TypeError, any other a RangeError. */
  readonly wrongKind: boolean;
}

/** The first fault of a value, or undefined. */
export type Shape = (value: unknown) => Fault | undefined;

/** Throws where an argument or an option has not the shape it needs, naming who was called, the place, and what stands there. */
export const expectShape = (caller: string, name: string, value: unknown, shape: Shape): void => {
  const fault = shape(value);
  if (fault === undefined) return;
  const message = `${caller}: ${name}${fault.at} ${fault.says}`;
  throw fault.wrongKind ? new TypeError(message) : new RangeError(message);
};

/** Throws for options that are no object, for one that does not exist, and for one that has not its shape. */
export const expectOptions = (caller: string, options: unknown, shapes: Readonly<Record<string, Shape>>): void => {
  refuseUnknown(caller, options, Object.keys(shapes));
  for (const [name, shape] of Object.entries(shapes)) {
    expectShape(caller, name, own(options as Readonly<Record<string, unknown>>, name), shape);
  }
};

const wrong = (value: unknown, right: string, wrongKind: boolean): Fault => ({
  at: '',
  says: `is ${shownValue(value)}; it is ${right}`,
  wrongKind,
});

export const text: Shape = (value) => (typeof value === 'string' ? undefined : wrong(value, 'a string', true));

/** An id or a name: text that is not blank. */
export const name: Shape = (value) => {
  if (typeof value !== 'string') return wrong(value, 'a string', true);
  return value.trim() === '' ? wrong(value, 'a text that is not blank', false) : undefined;
};

export const date: Shape = (value) =>
  dayNumberIn(value as string) === undefined
    ? wrong(value, 'a calendar date, YYYY-MM-DD', typeof value !== 'string')
    : undefined;

export const truth: Shape = (value) => (typeof value === 'boolean' ? undefined : wrong(value, 'true or false', true));

export const callable: Shape = (value) => (typeof value === 'function' ? undefined : wrong(value, 'a function', true));

export const wholeFrom =
  (least: number, most = Number.MAX_SAFE_INTEGER): Shape =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : wrong(
          value,
          `a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ''}`,
          typeof value !== 'number',
        );

/** A number or a text, as cells of tables are. */
export const cell: Shape = (value) =>
  typeof value === 'number' || typeof value === 'string' ? undefined : wrong(value, 'a number or a string', true);

export const wordOf = (known: readonly string[]): Shape => {
  const right = known.map((one) => `“${one}”`).join(' or ');
  return (value) => {
    if (typeof value !== 'string') return wrong(value, right, true);
    if (known.includes(value)) return undefined;
    return wrong(value, `${right}${isItNear(nearestName(value, known))}`, false);
  };
};

/** May be left out. */
export const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

export const either =
  (first: Shape, second: Shape, right: string): Shape =>
  (value) =>
    first(value) === undefined || second(value) === undefined ? undefined : wrong(value, right, true);

export const listOf =
  (what: string, each: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return wrong(value, `a list of ${what}`, true);
    for (let at = 0; at < value.length; at++) {
      const fault = each(value[at]);
      if (fault !== undefined) return { ...fault, at: `[${at}]${fault.at}` };
    }
    return undefined;
  };

/** A list of just two. */
export const pairOf = (what: string, each: Shape): Shape => {
  const list = listOf(what, each);
  return (value) => {
    const fault = list(value);
    if (fault !== undefined || (value as readonly unknown[]).length === 2) return fault;
    return { at: '', says: `is a list of another length; it is a list of ${what}`, wrongKind: false };
  };
};

/** An object whose values are of one shape, whatever their names. */
export const valuesOf =
  (what: string, each: Shape): Shape =>
  (value) => {
    if (!isRecord(value)) return wrong(value, what, true);
    for (const [key, one] of Object.entries(value)) {
      const fault = each(one);
      if (fault !== undefined) return { ...fault, at: `.${key.slice(0, 100)}${fault.at}` };
    }
    return undefined;
  };

/** An object with these parts and no others. */
export const closedRecordOf = (what: string, parts: Readonly<Record<string, Shape>>): Shape => {
  const open = madeOf(what, parts);
  const known = Object.keys(parts);
  return (value) => {
    const strange = isRecord(value) ? Object.keys(value).find((key) => !Object.hasOwn(parts, key)) : undefined;
    if (strange === undefined) return open(value);
    return { at: '', says: hasNo(strange, known), wrongKind: true };
  };
};

/**
 * An object with these parts. Others may be there too, for hosts keep notes of their own beside them; but one that is nearly the name of
 * a part that is missing was mistyped. `madeOf` is for what the library itself made.
 */
export const recordOf = (what: string, parts: Readonly<Record<string, Shape>>, typos = true): Shape => {
  const shapes = Object.entries(parts);
  return (value) => {
    if (!isRecord(value)) return wrong(value, what, true);
    for (const key of typos ? Object.keys(value) : []) {
      if (Object.hasOwn(parts, key)) continue;
      const missing = shapes.flatMap(([part]) => (own(value, part) === undefined ? [part] : []));
      const near = nearestName(key, missing);
      if (near !== undefined) {
        return { at: '', says: `has no ${shownValue(key)}${isItNear(near)}`, wrongKind: true };
      }
    }
    for (const [part, shape] of shapes) {
      const fault = shape(own(value, part));
      if (fault !== undefined) return { ...fault, at: `.${part}${fault.at}` };
    }
    return undefined;
  };
};

/** An object that the library itself made: it has these parts, and is not looked through for mistyped names. */
export const madeOf = (what: string, parts: Readonly<Record<string, Shape>>): Shape => recordOf(what, parts, false);
