import { eachOnce, refuseTermCount, weightiest } from './key-terms.js';
import { describeMatches, excludedFrom, type MoreLikeThisOptions, type TextMatch } from './more-like-this.js';
import { listWords, newTermList, readTerms } from './read-terms.js';
import { refuseNoIndex } from './refuse-index.js';
import { refuseLimit, refuseNoText, refuseUnknown } from '../../common/refuse.js';
import type { TextIndex } from './text-index.js';
import { MOST_TERMS, topDocuments, type WeightedTerms } from './top-documents.js';

export interface SearchTextOptions {
  /** How many documents at most; 10 unless told otherwise. */
  readonly k?: number | undefined;
  /** Documents that are passed over. */
  readonly exclude?: Iterable<number> | undefined;
}

/** The terms of a text that the index knows, each once in the order of first mention, and the times each is said. */
const termsOf = (caller: string, index: TextIndex, text: string): WeightedTerms => {
  if (index.hasOwnTokenizer && !index.tokenize) {
    throw new TypeError(`${caller}: this index was built with a tokenizer of its own; give openTextIndex the same one`);
  }
  const list = newTermList();
  if (index.tokenize) listWords(index.tokenize(text), index.table, list, caller);
  else readTerms(text, index.table, list);
  const times = new Map<number, number>();
  const read = Math.min(list.count, MOST_TERMS);
  for (let i = 0; i < read; i++) times.set(list.terms[i]!, (times.get(list.terms[i]!) ?? 0) + 1);
  return { terms: Int32Array.from(times.keys()), times: Int32Array.from(times.values()) };
};

/**
 * The documents in which the words of a query weigh most. A word said twice counts twice; words no document has are of no effect. Of a
 * query longer than 32,767 words that the index knows, so many are read.
 *
 * @throws RangeError for a `k` that is no count, or an excluded document that is not there
 * @throws TypeError for what is no string, for an option that does not exist, or an index opened without the tokenizer it was built with
 * @example
 * const index = buildTextIndex([
 *   { url: '/a', title: 'Wind turbines', answer: 'How they turn.' },
 *   { url: '/b', title: 'Clubs', answer: 'What clubs do.' },
 * ]);
 * searchText(index, 'Which clubs?').map(({ document, terms }) => ({ document, terms }));
 * // => [{ document: 1, terms: ['clubs'] }]
 */
export const searchText = (index: TextIndex, query: string, options: SearchTextOptions = {}): TextMatch[] => {
  refuseNoIndex('searchText', index);
  refuseNoText('searchText', 'query', query);
  refuseUnknown('searchText', options, ['k', 'exclude']);
  const { k = 10, exclude = [] } = options;
  refuseLimit('searchText', 'k', k);
  const excluded = excludedFrom('searchText', index, exclude);
  const terms = termsOf('searchText', index, query);
  return describeMatches(index, terms, topDocuments(index, terms, k, excluded));
};

/**
 * The documents that read most like a text from outside the index, by its key terms: `moreLikeThis` for a draft or a page of guidance.
 *
 * @throws RangeError for a `k` or `terms` that is no count, or an excluded document that is not there
 * @throws TypeError for what is no string, for an option that does not exist, or an index opened without the tokenizer it was built with
 * @example
 * const index = buildTextIndex([
 *   { url: '/a', title: 'Wind turbines', answer: 'How they turn.' },
 *   { url: '/b', title: 'Clubs', answer: 'What clubs do.' },
 * ]);
 * moreLikeText(index, 'Turbines are turned by the wind.')[0].document; // => 0
 */
export const moreLikeText = (index: TextIndex, text: string, options: MoreLikeThisOptions = {}): TextMatch[] => {
  refuseNoIndex('moreLikeText', index);
  refuseNoText('moreLikeText', 'text', text);
  refuseUnknown('moreLikeText', options, ['k', 'terms', 'exclude']);
  const { k = 10, terms = 25, exclude = [] } = options;
  refuseLimit('moreLikeText', 'k', k);
  refuseTermCount('moreLikeText', terms);
  const excluded = excludedFrom('moreLikeText', index, exclude);
  const said = termsOf('moreLikeText', index, text);
  const query = eachOnce(weightiest(index, said.terms, said.times, terms, 1));
  return describeMatches(index, query, topDocuments(index, query, k, excluded));
};
