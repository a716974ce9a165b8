import { listWords, newTermList } from './read-terms.js';
import type { TextIndex } from './text-index.js';

/** A word that stands in more than one of so many articles tells a reader nothing. */
const COMMON = 4;
/** Of fewer articles than this, a word may stand in up to half. */
const FEW_ARTICLES = 20;

const isShortOrNumber = (word: string): boolean => /^(?:[!-~]{1,2}|[0-9]+)$/u.test(word);

const isCommon = (index: TextIndex, word: string): boolean => {
  const oneOf = index.documentCount < FEW_ARTICLES ? 2 : COMMON;
  const list = newTermList();
  listWords([word], index.table, list);
  const term = list.terms[0]!;
  return list.count > 0 && oneOf * (index.termStarts[term + 1]! - index.termStarts[term]!) > index.documentCount;
};

/**
 * Of words that two texts share, those worth naming to a reader, at most `most`: not the numbers, single letters and filling words, which
 * count for the score as all words do.
 */
export const tellingWords = (index: TextIndex, words: readonly string[], most: number): string[] =>
  words.filter((word) => !isShortOrNumber(word) && !isCommon(index, word)).slice(0, most);
