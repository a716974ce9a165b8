import { eachOnce, keyTermsOf, refuseDocument, refuseTermCount } from './key-terms.js';
import { refuseNoIndex } from './refuse-index.js';
import { refuseLimit, refuseNoList, refuseUnknown } from '../../common/refuse.js';
import { spellingOf } from './term-table.js';
import type { TextIndex } from './text-index.js';
import { placesHeld, type TopDocuments, topDocuments, type WeightedTerms } from './top-documents.js';

/** A document that was found. */
export interface TextMatch {
  /** Its number. */
  readonly document: number;
  /** Whole units of score; divided by the `scale` of the index it is a BM25 score. */
  readonly score: number;
  /** The words of the query that it holds, in the order of the query: key terms the heaviest first. */
  readonly terms: readonly string[];
}

export interface MoreLikeThisOptions {
  /** How many documents at most; 10 unless told otherwise. */
  readonly k?: number | undefined;
  /** How many key terms of the document are looked for; 25 unless told otherwise. */
  readonly terms?: number | undefined;
  /** Documents that are passed over. The document itself always is. */
  readonly exclude?: Iterable<number> | undefined;
}

/** Documents found by terms, and which of the terms each of them holds. */
export const describeMatches = (
  index: TextIndex,
  { terms }: WeightedTerms,
  { documents, scores }: TopDocuments,
): TextMatch[] => {
  const spellings: string[] = Array.from(terms, () => '');
  const spelling = (place: number): string => (spellings[place] ||= spellingOf(index.table, terms[place]!));
  return placesHeld(index, terms, documents).map((places, i) => ({
    document: documents[i]!,
    score: scores[i]!,
    terms: places.map(spelling),
  }));
};

/** Documents to pass over, read before anything is summed. */
export const excludedFrom = (caller: string, index: TextIndex, exclude: Iterable<number>): number[] => {
  refuseNoList(caller, 'exclude', exclude, 'documents');
  const documents = Array.from(exclude);
  documents.forEach((document, at) => refuseDocument(caller, index, document, `, as exclude[${at}] says`));
  return documents;
};

/**
 * The documents that read most like one of the index: its key terms (said often in it, rare elsewhere) are looked for in all others,
 * and the sums of their BM25 weights are compared. Among equal scores the lower number comes first. Nothing is allocated in proportion
 * to the index but once, at the first query.
 *
 * @param document its number: that of the article’s node in a graph of the same articles
 * @throws RangeError for a document that is not there, excluded ones too, a `k` or `terms` that is no count
 * @throws TypeError for an option that does not exist
 * @example
 * const index = buildTextIndex([
 *   { url: '/a', title: 'Wind turbines', answer: 'How they turn.' },
 *   { url: '/b', title: 'Clubs', answer: 'What clubs do.' },
 *   { url: '/c', title: 'Water turbines', answer: 'Where they stand.' },
 * ]);
 * moreLikeThis(index, 0).map(({ document, terms }) => ({ document, terms }));
 * // => [{ document: 2, terms: ['turbines', 'they'] }]
 */
export const moreLikeThis = (index: TextIndex, document: number, options: MoreLikeThisOptions = {}): TextMatch[] => {
  refuseNoIndex('moreLikeThis', index);
  refuseUnknown('moreLikeThis', options, ['k', 'terms', 'exclude']);
  const { k = 10, terms = 25, exclude = [] } = options;
  refuseDocument('moreLikeThis', index, document);
  refuseLimit('moreLikeThis', 'k', k);
  refuseTermCount('moreLikeThis', terms);
  const excluded = excludedFrom('moreLikeThis', index, exclude);
  const query = eachOnce(keyTermsOf(index, document, terms));
  excluded.push(document);
  return describeMatches(index, query, topDocuments(index, query, k, excluded));
};
