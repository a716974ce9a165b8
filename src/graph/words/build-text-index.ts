import { at } from '../../common/at.js';
import { byCodeUnits } from '../../common/code-units.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { nearestUrl } from '../articles/find-article.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { naturalLogarithm } from '../../common/natural-logarithm.js';
import { listWords, newTermList, readTerms, type TermList } from './read-terms.js';
import {
  refuseNoFunction,
  refuseNoList,
  refuseNoRecord,
  refuseNoText,
  refuseNumber,
  refuseUnknown,
} from '../../common/refuse.js';
import { fillSlots, newTermTable, type TermTable } from './term-table.js';
import {
  allocateTextIndex,
  MOST_DOCUMENTS,
  sealTextIndex,
  type TextIndex,
  type Tokenize,
  weightBitsFor,
} from './text-index.js';
import { packUrls } from './document-urls.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { shownValue } from '../../common/shown-value.js';

/** What an article says, as far as it is indexed. An `Article` is one. */
export interface TextArticle {
  readonly url: string;
  readonly id?: number | undefined;
  readonly title: string;
  readonly subject?: string | undefined;
  /** Keywords, where the article has no `seo.keywords`. */
  readonly keywords?: readonly string[] | undefined;
  readonly seo?: { readonly keywords: readonly string[] } | undefined;
  readonly answer: string;
}

/** How many times a word counts for standing in a field: whole numbers from 0 to 100. */
export interface FieldWeights {
  /** 3 unless told otherwise. */
  readonly title?: number | undefined;
  /** 2 unless told otherwise. */
  readonly keywords?: number | undefined;
  /** 1 unless told otherwise. */
  readonly answer?: number | undefined;
}

export interface TextIndexOptions extends LongWorkOptions {
  readonly weights?: FieldWeights | undefined;
  /** How soon repetition of a word stops to count more; 1.2 unless told otherwise. */
  readonly k1?: number | undefined;
  /** How far long documents are discounted, from 0 to 1; 0.75 unless told otherwise. */
  readonly b?: number | undefined;
  /** Words of a text; `tokenizeText` unless told otherwise. */
  readonly tokenize?: Tokenize | undefined;
}

const RARITY_UNIT = 65536;
const MOST_COUNT = 65535;

interface Settings {
  readonly title: number;
  readonly keywords: number;
  readonly answer: number;
  readonly k1: number;
  readonly b: number;
  readonly tokenize: Tokenize | undefined;
}

const settingsOf = (options: TextIndexOptions): Settings => {
  refuseUnknown('buildTextIndex', options, ['weights', 'k1', 'b', 'tokenize', ...LONG_WORK_OPTIONS]);
  const { weights = {}, k1 = 1.2, b = 0.75, tokenize } = options;
  refuseUnknown('buildTextIndex', weights, ['title', 'keywords', 'answer'], 'weights');
  const { title = 3, keywords = 2, answer = 1 } = weights;
  for (const [name, weight] of Object.entries({ title, keywords, answer })) {
    const right = 'a whole number from 0 to 100';
    refuseNumber(
      'buildTextIndex',
      `the weight of ${name}`,
      weight,
      right,
      (value) => Number.isInteger(value) && value >= 0 && value <= 100,
    );
  }
  refuseNumber('buildTextIndex', 'k1', k1, 'a number from 0 to 1000', (value) => value >= 0 && value <= 1000);
  refuseNumber('buildTextIndex', 'b', b, 'a number from 0 to 1', (value) => value >= 0 && value <= 1);
  refuseNoFunction('buildTextIndex', 'tokenize', tokenize);
  return { title, keywords, answer, k1, b, tokenize };
};

/** An article of the caller’s as it is indexed; every property is read once. */
interface ReadArticle {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly answer: string;
}

/** The order that decides which of several articles under one url is kept, as in an article graph however they were given. */
const byContent = (one: ReadArticle, other: ReadArticle): number =>
  byCodeUnits(one.url, other.url) ||
  one.id - other.id ||
  byCodeUnits(one.title, other.title) ||
  byCodeUnits(one.subject, other.subject) ||
  byCodeUnits(one.keywords.join('\n'), other.keywords.join('\n')) ||
  byCodeUnits(one.answer, other.answer);

const readArticle = (article: TextArticle, position: number): ReadArticle => {
  const where = `article ${position}`;
  refuseNoRecord('buildTextIndex', where, article, 'an object with url, title and answer');
  const { url, id = 0, title, subject = '', keywords, seo, answer } = article;
  refuseNoText('buildTextIndex', `the url of ${where}`, url);
  refuseNoText('buildTextIndex', `the title of ${where}`, title);
  refuseNoText('buildTextIndex', `the subject of ${where}`, subject);
  refuseNoText('buildTextIndex', `the answer of ${where}`, answer);
  refuseNumber('buildTextIndex', `the id of ${where}`, id, 'a number', (value) => !Number.isNaN(value));
  const words = seo?.keywords ?? keywords ?? [];
  if (!Array.isArray(words)) refuseNoList('buildTextIndex', `the keywords of ${where}`, undefined, 'strings');
  const own = Array.from(words);
  for (const word of own) refuseNoText('buildTextIndex', `a keyword of ${where}`, word);
  return { url, id, title, subject, keywords: own, answer };
};

const PUT_RIGHT = 'give the articles that the graph was built of, all of them';

/** The article of each node of a graph. Of several under one url the first by what they say is taken, as the graph does. */
const articlesByNode = (articles: Iterable<TextArticle>, graph: FrozenArticleGraph): ReadArticle[] => {
  refuseNoList('buildTextIndex', 'articles', articles, 'articles');
  const byNode = new Array<ReadArticle | undefined>(graph.nodeCount).fill(undefined);
  Array.from(articles, readArticle).forEach((article, position) => {
    const node = graph.nodeOf(article.url);
    if (node === undefined) {
      const near = nearestUrl(graph, article.url);
      const hint = near === undefined ? PUT_RIGHT : `did you mean ${shownValue(near)}?`;
      throw new RangeError(
        `buildTextIndex: article ${position} has the url ${shownValue(article.url)}, which no article of the graph has; ${hint}`,
      );
    }
    const before = byNode[node];
    if (before === undefined || byContent(article, before) < 0) byNode[node] = article;
  });
  return byNode.map((article, node) => {
    if (article !== undefined) return article;
    throw new RangeError(
      `buildTextIndex: there is no article with the url ${shownValue(graph.urlAt(node))}, which the graph has; ${PUT_RIGHT}`,
    );
  });
};

/** What the documents hold, while it is gathered: rows of terms and counts, one after another. */
interface Gathered {
  readonly table: TermTable;
  readonly starts: Int32Array;
  /** Of each document, words counted with the weight of their field. */
  readonly lengths: Float64Array;
  terms: Int32Array;
  counts: Uint16Array;
  /** 1 where the document writes the term otherwise than the index does. */
  altered: Uint8Array;
  size: number;
  /** How often the current document says each term; all 0 between documents. */
  tally: Int32Array;
}

const makeRoom = (gathered: Gathered, more: number): void => {
  if (gathered.tally.length < gathered.table.count) {
    const tally = new Int32Array(2 * gathered.table.count);
    tally.set(gathered.tally);
    gathered.tally = tally;
  }
  if (gathered.size + more <= gathered.terms.length) return;
  const room = 2 * (gathered.size + more);
  const terms = new Int32Array(room);
  terms.set(gathered.terms);
  const counts = new Uint16Array(room);
  counts.set(gathered.counts);
  const altered = new Uint8Array(room);
  altered.set(gathered.altered);
  gathered.terms = terms;
  gathered.counts = counts;
  gathered.altered = altered;
};

/** Counts the terms of a field, and notes those that this document has not said before. */
const countField = (gathered: Gathered, { terms, count }: TermList, weight: number): number => {
  makeRoom(gathered, count);
  const { tally, terms: rows } = gathered;
  let { size } = gathered;
  for (let i = 0; i < count; i++) {
    const term = terms[i]!;
    const before = tally[term]!;
    if (before === 0) rows[size++] = term;
    tally[term] = Math.min(before + weight, 0x3fffffff);
  }
  gathered.size = size;
  return count * weight;
};

const readField = (
  gathered: Gathered,
  texts: readonly string[],
  weight: number,
  list: TermList,
  tokenize: Tokenize | undefined,
): number => {
  if (weight === 0) return 0;
  list.count = 0;
  for (const text of texts) {
    if (tokenize) listWords(tokenize(text), gathered.table, list, 'buildTextIndex');
    else readTerms(text, gathered.table, list);
  }
  return countField(gathered, list, weight);
};

const closeRow = (gathered: Gathered, start: number): void => {
  const { tally, terms, counts, size } = gathered;
  const { altered } = gathered.table;
  for (let i = start; i < size; i++) {
    const term = terms[i]!;
    gathered.altered[i] = altered[term]!;
    altered[term] = 0;
    counts[i] = Math.min(tally[term]!, MOST_COUNT);
    tally[term] = 0;
  }
};

const gather = (
  articles: readonly ReadArticle[],
  { title, keywords, answer, tokenize }: Settings,
  tell: (done: number) => void,
): Gathered => {
  const gathered: Gathered = {
    table: newTermTable(),
    starts: new Int32Array(articles.length + 1),
    lengths: new Float64Array(articles.length),
    terms: new Int32Array(1 << 14),
    counts: new Uint16Array(1 << 14),
    altered: new Uint8Array(1 << 14),
    size: 0,
    tally: new Int32Array(1 << 10),
  };
  const list = newTermList();
  for (let d = 0; d < articles.length; d++) {
    const article = at(articles, d);
    const start = gathered.size;
    gathered.lengths[d] =
      readField(gathered, [article.title], title, list, tokenize) +
      readField(gathered, article.keywords, keywords, list, tokenize) +
      readField(gathered, [article.answer], answer, list, tokenize);
    closeRow(gathered, start);
    gathered.starts[d + 1] = gathered.size;
    tell(d + 1);
  }
  return gathered;
};

/** How many documents hold each term, turned into where the row of its postings begins. */
const fillTermStarts = ({ terms, size }: Gathered, termStarts: Int32Array): void => {
  for (let i = 0; i < size; i++) {
    const after = terms[i]! + 1;
    termStarts[after] = termStarts[after]! + 1;
  }
  for (let t = 1; t < termStarts.length; t++) termStarts[t] = termStarts[t]! + termStarts[t - 1]!;
};

/** Lucene’s inverse document frequency, ln(1 + (N − n + ½) / (n + ½)), which is never negative. */
const inverseFrequency = (documentCount: number, holding: number): number =>
  naturalLogarithm((documentCount + 1) / (holding + 0.5));

/** How rare a word is that so many documents hold, as `rarities` of an index say it. */
export const rarityOf = (documentCount: number, holding: number): number =>
  Math.round(inverseFrequency(documentCount, holding) * RARITY_UNIT);

/** Of each term; terms held by as many documents share one logarithm. */
const inverseFrequencies = ({ documentCount, termCount, termStarts }: TextIndex): Float64Array => {
  const known = new Float64Array(documentCount + 1).fill(-1);
  const frequencies = new Float64Array(termCount);
  for (let t = 0; t < termCount; t++) {
    const holding = termStarts[t + 1]! - termStarts[t]!;
    if (known[holding] === -1) known[holding] = inverseFrequency(documentCount, holding);
    frequencies[t] = known[holding]!;
  }
  return frequencies;
};

/** What is added to the count of a term below the line of BM25: k₁ (1 − b + b · length / mean length), of each document. */
const lengthNorms = (lengths: Float64Array, { k1, b }: Settings): Float64Array => {
  let total = 0;
  for (const length of lengths) total += length;
  const mean = total / Math.max(1, lengths.length);
  return lengths.map((length) => k1 * (1 - b + (mean === 0 ? 0 : (b * length) / mean)));
};

/** Writes the postings of all terms, ascending by document because documents are read in their order. */
const fillPostings = (index: TextIndex, { counts }: Gathered, norms: Float64Array): void => {
  const { documentCount, termStarts, postings, documentStarts, documentTerms, rarities, weightBits, scale } = index;
  const frequencies = inverseFrequencies(index);
  for (let t = 0; t < frequencies.length; t++) {
    rarities[t] = Math.round(frequencies[t]! * RARITY_UNIT);
    frequencies[t] = frequencies[t]! * scale;
  }
  const next = termStarts.slice(0, index.termCount);
  for (let d = 0; d < documentCount; d++) {
    const norm = norms[d]!;
    const end = documentStarts[d + 1]!;
    for (let i = documentStarts[d]!; i < end; i++) {
      const term = documentTerms[i]!;
      const count = counts[i]!;
      const weight = Math.round((frequencies[term]! * count) / (count + norm));
      const place = next[term]!;
      postings[place] = (d << weightBits) | (weight > 0 ? weight : 1);
      next[term] = place + 1;
    }
  }
};

const freeze = (articles: readonly ReadArticle[], gathered: Gathered, settings: Settings): TextIndex => {
  const { table, size } = gathered;
  const documentCount = articles.length;
  const urls = packUrls(articles.map(({ url }) => url));
  const greatestWeight = 2 ** weightBitsFor(documentCount) - 1;
  const index = allocateTextIndex({
    sizes: {
      documentCount,
      termCount: table.count,
      postingCount: size,
      unitCount: table.starts[table.count]!,
      urlWordCount: urls.urlWords.length,
    },
    scale: Math.floor(greatestWeight / inverseFrequency(Math.max(1, documentCount), 1)),
    hasOwnTokenizer: settings.tokenize !== undefined,
    tokenize: settings.tokenize,
  });
  index.urlStarts.set(urls.urlStarts);
  index.urlForms.set(urls.urlForms);
  index.urlWords.set(urls.urlWords);
  index.documentStarts.set(gathered.starts);
  index.documentTerms.set(gathered.terms.subarray(0, size));
  index.table.starts.set(table.starts.subarray(0, table.count + 1));
  index.table.units.set(table.units.subarray(0, index.table.units.length));
  fillSlots(index.table);
  for (let i = 0; i < size; i++) {
    index.documentCounts[i] = Math.min(gathered.counts[i]!, 255);
    if (gathered.altered[i] === 1) index.documentAltered[i >>> 3]! |= 1 << (i & 7);
  }
  fillTermStarts(gathered, index.termStarts);
  fillPostings(index, gathered, lengthNorms(gathered.lengths, settings));
  return sealTextIndex(index);
};

/**
 * Indexes what articles say in title, keywords and answer, so that articles can be compared by their words. Documents are numbered as the
 * nodes of the graph. The same articles give the same bytes in whatever order they come. Of several articles under one url the one
 * with the lowest id is kept, then the first by title, subject, keywords and answer. Terms are numbered in the order of first mention;
 * the longest keeps 64 code units.
 *
 * The weight of a term in a document is that of BM25 as Lucene has it, ln(1 + (N − n + ½) / (n + ½)) · f / (f + k₁ (1 − b + b · l / l̄)),
 * with N documents of which n hold the term, f the times the document says it and l its length in words, both counted with the
 * weights of the fields, l̄ the mean length. See `TextIndex` for how it is made a whole number.
 *
 * @param graph what `buildArticleGraph` made of the same articles
 * @throws RangeError for articles whose urls are not those of the graph, a weight that is no whole number from 0 to 100, a k₁ or b out of
 * range, or more than 2²⁴ articles
 * @throws TypeError for a value that is no article, or an option that does not exist
 * @see Robertson, Zaragoza (2009), doi:10.1561/1500000019
 * @example
 * const page = (url: string, title: string, answer: string) => ({ url, id: 1, title, subject: 'Energy', answer, related: [] });
 * const articles = [page('/a', 'Wind turbines', 'How they turn.'), page('/b', 'Water turbines', 'Where they stand.')];
 * const index = buildTextIndex(articles, buildArticleGraph(articles));
 * index.documentCount; // => 2
 * index.termCount; // => 8
 */
export const buildTextIndex = (
  articles: Iterable<TextArticle>,
  graph: FrozenArticleGraph,
  options: TextIndexOptions = {},
): TextIndex => {
  const settings = settingsOf(options);
  refuseNoArticleGraph('buildTextIndex', graph);
  if (graph.nodeCount > MOST_DOCUMENTS) {
    throw new RangeError(
      `buildTextIndex: there are ${graph.nodeCount} articles; an index takes up to ${MOST_DOCUMENTS}`,
    );
  }
  const tell = longWork('buildTextIndex', options, graph.nodeCount);
  const ordered = articlesByNode(articles, graph);
  return freeze(ordered, gather(ordered, settings, tell), settings);
};
