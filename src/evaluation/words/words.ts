import { refuseNoWords } from '../../common/refuse-shape.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';
import { english } from './english.js';

/** The words that were asked for; English where none were. Throws a TypeError for what is no language, or one that lacks some words. */
export const wordsOf = (caller: string, messages: unknown): EvaluationMessages => {
  if (messages === undefined) return english;
  refuseNoWords(caller, messages, english);
  return messages as EvaluationMessages;
};
