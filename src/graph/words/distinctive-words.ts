import { at } from '../../common/at.js';
import { listWords, newTermList } from './read-terms.js';
import type { TextIndex } from './text-index.js';

/** A word that stands in more than one of so many articles tells a reader nothing. */
const COMMON = 4;
/** Of fewer articles than this, a word may stand in up to half. */
const FEW_ARTICLES = 20;

const isShortOrNumber = (word: string): boolean => /^(?:[!-~]{1,2}|[0-9]+)$/u.test(word);

/** The number of a term of the index. */
const termOf = (index: TextIndex, word: string): number => {
  const list = newTermList();
  listWords([word], index.table, list, 'distinctiveWords');
  return list.count > 0 ? list.terms[0]! : -1;
};

const isCommon = ({ documentCount, termStarts }: TextIndex, term: number): boolean =>
  (documentCount < FEW_ARTICLES ? 2 : COMMON) * (termStarts[term + 1]! - termStarts[term]!) > documentCount;

/** Whether a document writes a term as the index does, but for capitals: not “person-years” for *personyears*. */
const isWrittenSo = (index: TextIndex, document: number, term: number): boolean => {
  const { documentStarts, documentTerms, documentAltered } = index;
  for (let i = documentStarts[document]!; i < documentStarts[document + 1]!; i++) {
    if (documentTerms[i] === term) return ((documentAltered[i >>> 3]! >>> (i & 7)) & 1) === 0;
  }
  return true;
};

/**
 * Of words that some documents share, those worth naming to a reader, at most `limit`: not the numbers, single letters and filling words,
 * which count for the score as all words do, and none that one of the documents writes otherwise than it is named.
 */
export const distinctiveWords = (
  index: TextIndex,
  words: readonly string[],
  documents: readonly number[],
  limit: number,
): string[] => {
  const isDistinctive = (word: string): boolean => {
    if (isShortOrNumber(word)) return false;
    const term = termOf(index, word);
    return term < 0 || (!isCommon(index, term) && documents.every((document) => isWrittenSo(index, document, term)));
  };
  const distinctive: string[] = [];
  for (let i = 0; i < words.length && distinctive.length < limit; i++)
    if (isDistinctive(at(words, i))) distinctive.push(at(words, i));
  return distinctive;
};
