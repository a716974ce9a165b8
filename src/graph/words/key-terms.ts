import { knownDocument } from './document-urls.js';
import { refuseNoIndex } from './refuse-index.js';
import { refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { spellingOf } from './term-table.js';
import type { TextIndex } from './text-index.js';
import { MOST_TERMS, type WeightedTerms } from './top-documents.js';

/** Puts a term into the list of the best so far, if it is one: greatest value first, among equals the lower number first. */
const insert = (terms: Int32Array, values: Float64Array, count: number, term: number, value: number): number => {
  let at = count;
  if (count === terms.length) {
    at = count - 1;
    if (value < values[at]! || (value === values[at] && term > terms[at]!)) return count;
  }
  for (; at > 0; at--) {
    if (values[at - 1]! > value || (values[at - 1] === value && terms[at - 1]! < term)) break;
    terms[at] = terms[at - 1]!;
    values[at] = values[at - 1]!;
  }
  terms[at] = term;
  values[at] = value;
  return Math.min(count + 1, terms.length);
};

/**
 * Of terms and the times they are said, the `most` that tell most of a text: by times said × rarity, among equals the one with the
 * lower number. Terms that fewer than `leastDocuments` documents hold are passed over.
 */
export const weightiest = (
  { rarities, termStarts }: TextIndex,
  terms: ArrayLike<number>,
  counts: ArrayLike<number>,
  most: number,
  leastDocuments: number,
): Int32Array => {
  const best = new Int32Array(Math.min(most, terms.length));
  const values = new Float64Array(best.length);
  if (best.length === 0) return best;
  let count = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    if (termStarts[term + 1]! - termStarts[term]! < leastDocuments) continue;
    count = insert(best, values, count, term, counts[i]! * rarities[term]!);
  }
  return best.subarray(0, count);
};

/** The key terms of a document by their numbers. A term no other document holds leads nowhere, and is none. */
export const keyTermsOf = (index: TextIndex, document: number, most: number): Int32Array => {
  const start = index.documentStarts[document]!;
  const end = index.documentStarts[document + 1]!;
  return weightiest(
    index,
    index.documentTerms.subarray(start, end),
    index.documentCounts.subarray(start, end),
    most,
    2,
  );
};

export const eachOnce = (terms: Int32Array): WeightedTerms => ({ terms, times: new Int32Array(terms.length).fill(1) });

export const refuseTermCount = (caller: string, terms: number, name = 'terms'): void =>
  refuseNumber(
    caller,
    name,
    terms,
    `a whole number from 0 to ${MOST_TERMS}`,
    (count) => Number.isInteger(count) && count >= 0 && count <= MOST_TERMS,
  );

export interface KeyTermsOptions {
  /** How many words at most; 25 unless told otherwise. */
  readonly limit?: number | undefined;
}

/**
 * The words that tell most of an article: said often in it, and by few others. Heaviest first; words that no other article has are left
 * out, as they lead nowhere.
 *
 * @throws RangeError for a url that no article has, naming the one most like it, or a `limit` that is no count
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (url: string, title: string, answer: string) => ({ url, id: 1, title, subject: 'Energy', answer, related: [] });
 * const articles = [
 *   page('/a', 'Wind', 'Turbines turn in the wind.'),
 *   page('/b', 'Wind', 'What turns the turbines?'),
 *   page('/c', 'Clubs', 'What clubs do.'),
 * ];
 * const index = buildTextIndex(articles, buildArticleGraph(articles));
 * keyTerms(index, '/a', { limit: 3 }); // => ['wind', 'turbines', 'the']
 */
export const keyTerms = (index: TextIndex, url: string, options: KeyTermsOptions = {}): string[] => {
  refuseNoIndex('keyTerms', index);
  refuseUnknown('keyTerms', options, ['limit']);
  const { limit = 25 } = options;
  const document = knownDocument('keyTerms', index, url);
  refuseTermCount('keyTerms', limit, 'limit');
  return Array.from(keyTermsOf(index, document, limit), (term) => spellingOf(index.table, term));
};
