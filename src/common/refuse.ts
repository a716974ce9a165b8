import { nearestName } from './nearest-name.js';
import { shownValue } from './shown-value.js';

/**
 * Throws a TypeError for an option that does not exist, so that a misspelt one is not silently without effect, and for options that are
 * no object.
 *
 * @param caller the public function that was called
 * @param name what its documentation calls the object
 */
export const refuseUnknown = (caller: string, options: unknown, known: readonly string[], name = 'options'): void => {
  if (!isRecord(options)) {
    const right = `an object with ${known.join(', ') || 'nothing in it'}`;
    throw new TypeError(`${caller}: ${name} is ${shownValue(options)}; it is ${right}`);
  }
  for (const given of Object.keys(options)) {
    if (!known.includes(given)) throw new TypeError(`${caller}: ${name} ${hasNo(given, known)}`);
  }
};

/** *has no “k”; is it “limit”? There are limit, seed*: what is said of a name that an object should not have. */
export const hasNo = (given: string, known: readonly string[]): string => {
  const near = nearestName(given, known);
  const help = near === undefined ? `it has ${known.join(', ')}` : `is it “${near}”? There are ${known.join(', ')}`;
  return `has no ${shownValue(given)}; ${known.length > 0 ? help : 'it has none'}`;
};

/** Throws a TypeError for what is no number, which might pass for one when compared, and a RangeError for one that is not right. */
export const refuseNumber = (
  caller: string,
  name: string,
  value: unknown,
  right: string,
  isRight: (value: number) => boolean,
): void => {
  if (typeof value === 'number' && isRight(value)) return;
  const message = `${caller}: ${name} is ${shownValue(value)}; it is ${right}`;
  throw typeof value === 'number' ? new RangeError(message) : new TypeError(message);
};

/** Throws for a damping that is not at least 0 and below 1. */
export const refuseDamping = (caller: string, damping: unknown): void =>
  refuseNumber(caller, 'damping', damping, 'at least 0 and below 1', (value) => value >= 0 && value < 1);

/** Throws for what is no whole number from 1. */
export const refuseCount = (caller: string, name: string, value: unknown): void =>
  refuseNumber(caller, name, value, 'a whole number from 1', (count) => Number.isInteger(count) && count >= 1);

/** Throws for a number that is no node of the graph. */
export const refuseStranger = (caller: string, node: number, nodeCount: number): void => {
  if (Number.isInteger(node) && node >= 0 && node < nodeCount) return;
  const right = nodeCount === 0 ? 'this graph has none' : `nodes are whole numbers from 0 to ${nodeCount - 1}`;
  throw new RangeError(`${caller}: there is no node ${shownValue(node)}; ${right}`);
};

/** Throws for a limit that is no count: a whole number from 0, or Infinity for no limit. */
export const refuseLimit = (caller: string, name: string, limit: number): void =>
  refuseNumber(
    caller,
    name,
    limit,
    'a whole number from 0, or Infinity for no limit',
    (most) => most === Number.POSITIVE_INFINITY || (Number.isInteger(most) && most >= 0),
  );

/** Throws a RangeError for a word that is none of those there are; a misspelt one would otherwise be read as another. */
export const refuseWord = (caller: string, name: string, word: unknown, known: readonly string[]): void => {
  if ((known as readonly unknown[]).includes(word)) return;
  const right = known.map((one) => `“${one}”`).join(' or ');
  throw new RangeError(`${caller}: ${name} is ${shownValue(word)}; it is ${right}`);
};

/** Throws a TypeError for what is no plain object: lists, Maps, Dates, functions, null and the like. */
export const refuseNoRecord = (caller: string, name: string, value: unknown, right: string): void => {
  if (isRecord(value)) return;
  throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is ${right}`);
};

/** True for an object of names and values: no list, and not of a built-in class. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]';

/** Throws for what is neither true nor false. */
export const refuseNoTruth = (caller: string, name: string, value: unknown): void => {
  if (typeof value === 'boolean') return;
  throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is true or false`);
};

/** Throws for what is no string. */
export const refuseNoText = (caller: string, name: string, value: unknown): void => {
  if (typeof value === 'string') return;
  throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is a string`);
};

/** Throws for an option that can be called, and is given, and cannot. */
export const refuseNoFunction = (caller: string, name: string, value: unknown): void => {
  if (value === undefined) return;
  const isClass = typeof value === 'function' && /^class\b/u.test(Function.prototype.toString.call(value));
  if (typeof value === 'function' && !isClass) return;
  const got = isClass ? 'a function that makes objects of a class' : shownValue(value);
  throw new TypeError(`${caller}: ${name} is ${got}; it is a function to be called${isClass ? ' without “new”' : ''}`);
};

/** Throws for what is no list. A string can be gone through too, sign by sign, and that is never meant. */
export const refuseNoList = (caller: string, name: string, value: unknown, of: string): void => {
  const list = value as Iterable<unknown> | null | undefined;
  if (list !== null && typeof list === 'object' && typeof list[Symbol.iterator] === 'function') return;
  throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is a list of ${of}`);
};

/** The strings of a list, read once, or throws for what is no list of strings. */
export const readTexts = (caller: string, name: string, value: unknown, of: string): string[] => {
  refuseNoList(caller, name, value, of);
  const texts = Array.from(value as Iterable<unknown>);
  texts.forEach((text, at) => refuseNoText(caller, `${name}[${at}]`, text));
  return texts as string[];
};

/** Throws for what is no array of so many numbers, whatever kind of array. */
export const refuseNoNumbers = (caller: string, name: string, value: unknown): void => {
  const list = value as ArrayLike<unknown> | null | undefined;
  if (list !== null && typeof list === 'object' && Number.isInteger(list.length)) return;
  throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; it is an array of numbers`);
};

/** Throws for what is no ArrayBuffer, an array over one included. */
export const refuseNoBuffer = (caller: string, name: string, value: unknown): void => {
  if (isBuffer(value)) return;
  throw new TypeError(`${caller}: ${name} is ${kindOf(value)}; it is an ArrayBuffer`);
};

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Told by its tag, for a buffer may come from another window. */
export const isBuffer = (value: unknown): value is ArrayBuffer =>
  ['ArrayBuffer', 'SharedArrayBuffer'].includes(tagOf(value));

const kindOf = (value: unknown): string =>
  ArrayBuffer.isView(value) ? `of the kind ${tagOf(value)}` : shownValue(value);
