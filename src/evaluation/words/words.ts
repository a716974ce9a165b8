import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { english } from './english.js';
import type { Messages } from './messages.js';

/**
 * The words that were asked for; English where none were. Throws a TypeError for what is no catalogue, or one that lacks some words, so that
 * it is not found out halfway through a sentence.
 */
export const wordsOf = (caller: string, messages: unknown): Messages => {
  if (messages === undefined) return english;
  const right = 'it is a catalogue such as english or french, or one of your own: { ...english, … }';
  if (!isRecord(messages)) throw new TypeError(`${caller}: messages is ${shownValue(messages)}; ${right}`);
  for (const [part, words] of Object.entries(english)) {
    if (typeof messages[part] === typeof words && (part !== 'rules' || isRecord(messages['rules']))) continue;
    throw new TypeError(`${caller}: messages.${part} is ${shownValue(messages[part])}; ${right}`);
  }
  const rules = messages['rules'] as Readonly<Record<string, unknown>>;
  for (const kind of Object.keys(english.rules)) {
    if (typeof rules[kind] === 'function') continue;
    throw new TypeError(`${caller}: messages.rules has no words for “${kind}”; ${right}`);
  }
  return messages as unknown as Messages;
};
