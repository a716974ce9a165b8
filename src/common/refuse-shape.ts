import { isRecord, refuseNoRecord } from './refuse.js';
import { shownValue } from './shown-value.js';

type Kind = 'text' | 'list' | 'record';

const KINDS: Readonly<Record<Kind, readonly [is: (value: unknown) => boolean, right: string]>> = {
  text: [(value) => typeof value === 'string', 'a string'],
  list: [Array.isArray, 'a list'],
  record: [isRecord, 'an object'],
};

/** Throws a TypeError for what is no object, or has not these fields of these kinds; what is inside them is not looked at. */
export const refuseShape = (
  caller: string,
  name: string,
  value: unknown,
  fields: Readonly<Record<string, Kind>>,
): void => {
  refuseNoRecord(caller, name, value, `an object with ${Object.keys(fields).join(', ')}`);
  for (const [field, kind] of Object.entries(fields)) {
    const [is, right] = KINDS[kind];
    const found: unknown = Object.hasOwn(value as object, field)
      ? (value as Record<string, unknown>)[field]
      : undefined;
    if (!is(found)) throw new TypeError(`${caller}: ${name}.${field} is ${shownValue(found)}; it is ${right}`);
  }
};

/**
 * Throws a TypeError for what is no language, or one that lacks some words, so that it is not found out halfway through a sentence.
 * @param english the words that are needed, as English has them: texts, functions, and objects of these
 */
export const refuseNoWords = (caller: string, messages: unknown, english: object): void =>
  refuseMissing(caller, 'messages', messages, english);

const RIGHT =
  'it is a language such as english of stem-leadership/messages/english, or one of your own: { ...english, … }';

const refuseMissing = (caller: string, name: string, given: unknown, needed: object): void => {
  if (!isRecord(given)) throw new TypeError(`${caller}: ${name} is ${shownValue(given)}; ${RIGHT}`);
  for (const [word, english] of Object.entries(needed) as [string, unknown][]) {
    const own: unknown = Object.hasOwn(given, word) ? given[word] : undefined;
    if (isRecord(english)) refuseMissing(caller, `${name}.${word}`, own, english);
    else if (typeof own !== typeof english) {
      throw new TypeError(`${caller}: ${name}.${word} is ${shownValue(own)}; ${RIGHT}`);
    }
  }
};
