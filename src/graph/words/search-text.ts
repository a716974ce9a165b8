import { eachOnce, refuseTermCount, weightiest } from './key-terms.js';
import { excludedFrom, matchesOf, type MoreLikeThisOptions, type TextMatch } from './more-like-this.js';
import { listWords, newTermList, readTerms } from './read-terms.js';
import { refuseNoIndex } from './refuse-index.js';
import { refuseLimit, refuseNoText, refuseUnknown } from '../../common/refuse.js';
import type { TextIndex } from './text-index.js';
import { MOST_TERMS, topDocuments, type WeightedTerms } from './top-documents.js';

export interface SearchTextOptions {
  /** How many articles at most; 10 unless told otherwise. */
  readonly limit?: number | undefined;
  /** Urls of articles that are passed over. Those that no article has are no harm. */
  readonly exclude?: Iterable<string> | undefined;
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
 * The articles in which the words of a query weigh most. A word said twice counts twice; words no article has are of no effect. Of a
 * query longer than 32,767 words that the index knows, so many are read.
 *
 * @throws RangeError for a `limit` that is no count
 * @throws TypeError for what is no string, for an option that does not exist, or an index opened without the tokenizer it was built with
 * @example
 * const page = (url: string, title: string, answer: string) => ({ url, id: 1, title, subject: 'Energy', answer, related: [] });
 * const articles = [page('/a', 'Wind turbines', 'How they turn.'), page('/b', 'Clubs', 'What clubs do.')];
 * const index = buildTextIndex(articles, buildArticleGraph(articles));
 * searchText(index, 'Which clubs?').map(({ url, terms }) => ({ url, terms })); // => [{ url: '/b', terms: ['clubs'] }]
 */
export const searchText = (index: TextIndex, query: string, options: SearchTextOptions = {}): TextMatch[] => {
  refuseNoIndex('searchText', index);
  refuseNoText('searchText', 'query', query);
  refuseUnknown('searchText', options, ['limit', 'exclude']);
  const { limit = 10, exclude = [] } = options;
  refuseLimit('searchText', 'limit', limit);
  const excluded = excludedFrom('searchText', index, exclude);
  const terms = termsOf('searchText', index, query);
  return matchesOf(index, terms, topDocuments(index, terms, limit, excluded));
};

/**
 * The articles that read most like a text from outside the index, by its key terms: `moreLikeThis` for a draft or a page of guidance.
 *
 * @throws RangeError for a `limit` or `terms` that is no count
 * @throws TypeError for what is no string, for an option that does not exist, or an index opened without the tokenizer it was built with
 * @example
 * const page = (url: string, title: string, answer: string) => ({ url, id: 1, title, subject: 'Energy', answer, related: [] });
 * const articles = [page('/a', 'Wind turbines', 'How they turn.'), page('/b', 'Clubs', 'What clubs do.')];
 * const index = buildTextIndex(articles, buildArticleGraph(articles));
 * moreLikeText(index, 'Turbines are turned by the wind.')[0].url; // => '/a'
 */
export const moreLikeText = (index: TextIndex, text: string, options: MoreLikeThisOptions = {}): TextMatch[] => {
  refuseNoIndex('moreLikeText', index);
  refuseNoText('moreLikeText', 'text', text);
  refuseUnknown('moreLikeText', options, ['limit', 'terms', 'exclude']);
  const { limit = 10, terms = 25, exclude = [] } = options;
  refuseLimit('moreLikeText', 'limit', limit);
  refuseTermCount('moreLikeText', terms);
  const excluded = excludedFrom('moreLikeText', index, exclude);
  const said = termsOf('moreLikeText', index, text);
  const query = eachOnce(weightiest(index, said.terms, said.times, terms, 1));
  return matchesOf(index, query, topDocuments(index, query, limit, excluded));
};
