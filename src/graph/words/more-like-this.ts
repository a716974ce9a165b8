import { documentOfUrl, knownDocument, urlOfDocument } from './document-urls.js';
import { eachOnce, keyTermsOf, refuseTermCount } from './key-terms.js';
import { readTexts, refuseLimit, refuseUnknown } from '../../common/refuse.js';
import { refuseNoIndex } from './refuse-index.js';
import { spellingOf } from './term-table.js';
import type { TextIndex } from './text-index.js';
import { placesHeld, type TopDocuments, topDocuments, type WeightedTerms } from './top-documents.js';

/** An article that was found. */
export interface TextMatch {
  readonly url: string;
  /** Whole units of score; divided by the `scale` of the index it is a BM25 score. */
  readonly score: number;
  /** The words of the query that it holds, in the order of the query: key terms the heaviest first. */
  readonly terms: readonly string[];
}

export interface MoreLikeThisOptions {
  /** How many articles at most; 10 unless told otherwise. */
  readonly limit?: number | undefined;
  /** How many key terms are looked for; 25 unless told otherwise. */
  readonly terms?: number | undefined;
  /** Urls of articles that are passed over. Those that no article has are no harm. */
  readonly exclude?: Iterable<string> | undefined;
}

/** Of each document that was found, which of the terms looked for it holds, spelt out. */
export const termsHeld = (
  index: TextIndex,
  { terms }: WeightedTerms,
  { documents }: TopDocuments,
): readonly (readonly string[])[] => {
  const spellings: string[] = Array.from(terms, () => '');
  const spelling = (place: number): string => (spellings[place] ||= spellingOf(index.table, terms[place]!));
  return placesHeld(index, terms, documents).map((places) => places.map(spelling));
};

/** The articles found by terms, and which of the terms each of them holds. */
export const matchesOf = (index: TextIndex, query: WeightedTerms, found: TopDocuments): TextMatch[] =>
  termsHeld(index, query, found).map((terms, i) => ({
    url: urlOfDocument(index, found.documents[i]!),
    score: found.scores[i]!,
    terms,
  }));

/** Documents to pass over, read before anything is summed. */
export const excludedFrom = (caller: string, index: TextIndex, exclude: Iterable<string>): number[] =>
  readTexts(caller, 'exclude', exclude, 'urls')
    .map((url) => documentOfUrl(index, url))
    .filter((document) => document >= 0);

/**
 * The articles that read most like one of the index: its key terms (said often in it, rare elsewhere) are looked for in all others,
 * and the sums of their BM25 weights are compared. Among equal scores the first by url comes first. Nothing is allocated in proportion
 * to the index but once, at the first query.
 *
 * @throws RangeError for a url that no article has, naming the one most like it, or a `limit` or `terms` that is no count
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (url: string, title: string, answer: string) => ({ url, id: 1, title, subject: 'Energy', answer, related: [] });
 * const articles = [
 *   page('/a', 'Wind turbines', 'How they turn.'),
 *   page('/b', 'Clubs', 'What clubs do.'),
 *   page('/c', 'Water turbines', 'Where they stand.'),
 * ];
 * const index = buildTextIndex(articles, buildArticleGraph(articles));
 * moreLikeThis(index, '/a').map(({ url, terms }) => ({ url, terms })); // => [{ url: '/c', terms: ['turbines', 'they'] }]
 */
export const moreLikeThis = (index: TextIndex, url: string, options: MoreLikeThisOptions = {}): TextMatch[] => {
  refuseNoIndex('moreLikeThis', index);
  refuseUnknown('moreLikeThis', options, ['limit', 'terms', 'exclude']);
  const { limit = 10, terms = 25, exclude = [] } = options;
  const document = knownDocument('moreLikeThis', index, url);
  refuseLimit('moreLikeThis', 'limit', limit);
  refuseTermCount('moreLikeThis', terms);
  const excluded = excludedFrom('moreLikeThis', index, exclude);
  const query = eachOnce(keyTermsOf(index, document, terms));
  excluded.push(document);
  return matchesOf(index, query, topDocuments(index, query, limit, excluded));
};
