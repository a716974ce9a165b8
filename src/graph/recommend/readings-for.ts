import type { Reading } from '../../model/articles/reading.js';
import type { Indicator } from '../../model/awards/framework.js';
import type { Strategy } from '../../model/articles/strategy.js';
import { buildTextIndex, rarityOf, type TextArticle } from '../words/build-text-index.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { eachOnce } from '../words/key-terms.js';
import { termsHeld } from '../words/more-like-this.js';
import { at } from '../../common/at.js';
import { listWords, newTermList } from '../words/read-terms.js';
import { isRecord, readTexts, refuseLimit, refuseNoText, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseOtherTexts } from '../words/refuse-other-texts.js';
import type { TextIndex } from '../words/text-index.js';
import { distinctiveWords } from '../words/distinctive-words.js';
import { tokenizeText } from '../words/tokenize-text.js';
import { topDocuments } from '../words/top-documents.js';

/** What one may want to read about: a strategy, an indicator, or anything with a label, such as a suggested strategy. */
export type Topic =
  | Pick<Strategy, 'name' | 'description'>
  | Pick<Indicator, 'label' | 'statement'>
  | { readonly label: string };

export interface ReadingsOptions {
  /** How many articles at most; 5 unless told otherwise. */
  readonly limit?: number | undefined;
  /** What `buildTextIndex` made of the articles of the graph. Without it only their titles are compared, with the name of the topic. */
  readonly text?: TextIndex | undefined;
  /**
   * How much of what the topic says an article must take up, from 0 to 1: 0.25 unless told otherwise, or 0.5 where its name is all
   * there is to compare. An article that merely shares a word or two does not treat the topic.
   */
  readonly leastShare?: number | undefined;
  /** Urls that are not recommended, such as that of the article the strategy was read from. */
  readonly exclude?: Iterable<string> | undefined;
}

const LEAST_SHARE = 0.25;
const LEAST_SHARE_OF_NAME = 0.5;
const KEY_WORDS = 25;
/** So many of the words found are named in the sentence. */
const TERMS_NAMED = 5;
/** So many more are looked at than asked for, for those that fall short or are copies. */
const RESERVE = 50;

const titleIndexes = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, TextIndex>();

function* titlesOf(graph: FrozenArticleGraph): Iterable<TextArticle> {
  for (let node = 0; node < graph.nodeCount; node++) {
    yield { url: graph.urlAt(node), id: graph.idAt(node), title: graph.titleAt(node), answer: '' };
  }
}

const titleIndexOf = (graph: FrozenArticleGraph): TextIndex => {
  let index = titleIndexes.get(graph);
  if (!index) {
    index = buildTextIndex(titlesOf(graph), graph);
    titleIndexes.set(graph, index);
  }
  return index;
};

/** What the topic is called, and what is said of it. */
const namesOf = (topic: Topic): { readonly name: string; readonly more: string } => {
  const isObject = isRecord(topic);
  const name: unknown =
    isObject && 'name' in topic ? topic.name : isObject && 'label' in topic ? topic.label : undefined;
  if (!isObject || typeof name !== 'string') {
    const shown = isObject ? `the topic’s name or label is ${shownValue(name)}` : `topic is ${shownValue(topic)}`;
    throw new TypeError(`readingsFor: ${shown}; a topic is a strategy, an indicator, or an object with a label`);
  }
  const more: unknown = 'description' in topic ? topic.description : 'statement' in topic ? topic.statement : '';
  if (more !== undefined) refuseNoText('readingsFor', 'the topic’s description or statement', more);
  return { name, more: (more as string | undefined) ?? '' };
};

/** A key word of the topic: its number in the index, or −1 for a word no article has, and how rare it is. */
interface KeyWord {
  readonly term: number;
  readonly rarity: number;
  readonly weight: number;
}

/** The words that tell most of a topic: those said often in it and rare among the articles. Words no article has are among them. */
const keyWordsOf = (index: TextIndex, text: string): KeyWord[] => {
  if (index.hasOwnTokenizer && !index.tokenize) {
    throw new TypeError(
      'readingsFor: this index was built with a tokenizer of its own; give openTextIndex the same one',
    );
  }
  const times = new Map<string, number>();
  for (const word of (index.tokenize ?? tokenizeText)(text)) times.set(word, (times.get(word) ?? 0) + 1);
  const unheardOf = rarityOf(index.documentCount, 0);
  return [...times]
    .map(([word, said]): KeyWord => {
      const list = newTermList();
      listWords([word], index.table, list, 'readingsFor');
      const term = list.count > 0 ? list.terms[0]! : -1;
      const rarity = term < 0 ? unheardOf : index.rarities[term]!;
      return { term, rarity, weight: said * rarity };
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, KEY_WORDS);
};

/** How much of the key words each document holds, for a list of documents. */
const sharesHeld = (index: TextIndex, keyWords: readonly KeyWord[], documents: Int32Array): number[] => {
  const rarityOf = new Map(keyWords.filter(({ term }) => term >= 0).map(({ term, rarity }) => [term, rarity]));
  let all = 0;
  for (const { rarity } of keyWords) all += rarity;
  return Array.from(documents, (document) => {
    let held = 0;
    for (let i = index.documentStarts[document]!; i < index.documentStarts[document + 1]!; i++) {
      held += rarityOf.get(index.documentTerms[i]!) ?? 0;
    }
    return all === 0 ? 0 : held / all;
  });
};

const excludedNodes = (graph: FrozenArticleGraph, urls: readonly string[]): number[] =>
  urls.map((url) => graph.nodeOf(url)).filter((node) => node !== undefined);

const readingOf = (
  graph: FrozenArticleGraph,
  index: TextIndex,
  node: number,
  share: number,
  terms: readonly string[],
): Reading => {
  const named = distinctiveWords(index, terms, [node], TERMS_NAMED);
  const words = (named.length > 0 ? named : terms.slice(0, TERMS_NAMED)).map((word) => `“${word}”`);
  return {
    url: graph.urlAt(node),
    id: graph.idAt(node),
    title: graph.titleAt(node),
    subject: graph.subjectAt(node),
    share,
    terms,
    message: `it speaks of ${words.join(', ')}`,
  };
};

/**
 * The articles that treat a strategy or an indicator: what a co-ordinator may read to close a gap. The topic’s key words, its name counted
 * twice, are looked for in the articles (without a text index, its name in their titles). Those in which they weigh most come first, by
 * BM25, which is not the order of the shares: what is said often and in a short article weighs more. What takes up too little of the
 * topic is left out, so that a site that has nothing on it gives an empty list. Pages that ask search engines to stay away are not
 * recommended, and of an article filed under several subjects only the best placed copy is.
 *
 * @throws RangeError for a text index of other articles, or an option out of range
 * @throws TypeError for an option that does not exist, or a topic without a name
 * @example
 * const page = (url: string, id: number, title: string) => ({ url, id, title, subject: 'Education', related: [] });
 * const graph = buildArticleGraph([
 *   page('/a', 1, 'How do schools build partnerships with local employers?'),
 *   page('/b', 2, 'What is photosynthesis?'),
 * ]);
 * const strategy = { name: 'Partnerships with employers', description: 'Work with firms nearby.' };
 * readingsFor(strategy, graph).map(({ url, terms }) => ({ url, terms }));
 * // => [{ url: '/a', terms: ['partnerships', 'with', 'employers'] }]
 */
export const readingsFor = (topic: Topic, graph: FrozenArticleGraph, options: ReadingsOptions = {}): Reading[] => {
  const caller = 'readingsFor';
  refuseNoArticleGraph(caller, graph);
  refuseUnknown(caller, options, ['limit', 'text', 'leastShare', 'exclude']);
  const { name, more } = namesOf(topic);
  const { limit = 5, text, exclude = [] } = options;
  const { leastShare = text && more !== '' ? LEAST_SHARE : LEAST_SHARE_OF_NAME } = options;
  refuseLimit(caller, 'limit', limit);
  refuseNumber(caller, 'leastShare', leastShare, 'a share from 0 to 1', (share) => share >= 0 && share <= 1);
  const excluded = readTexts(caller, 'exclude', exclude, 'urls');
  if (text !== undefined) refuseOtherTexts(caller, graph, text);
  const index = text ?? titleIndexOf(graph);
  // A title has room for a few words only: it is compared with the name alone. Elsewhere the name counts twice, telling more than the rest.
  const keyWords = keyWordsOf(index, text ? `${name}\n${name}\n${more}` : name);
  const query = eachOnce(Int32Array.from(keyWords.filter(({ term }) => term >= 0).map(({ term }) => term)));
  const found = topDocuments(index, query, limit + RESERVE, excludedNodes(graph, excluded));
  const shares = sharesHeld(index, keyWords, found.documents);
  const ids = new Set<number>();
  const readings: Reading[] = [];
  for (const [i, terms] of termsHeld(index, query, found).entries()) {
    const document = at(found.documents, i);
    const id = graph.idAt(document);
    if (readings.length >= limit) break;
    if (shares[i]! < leastShare || graph.isNoIndexAt(document) || ids.has(id)) continue;
    ids.add(id);
    readings.push(readingOf(graph, index, document, shares[i]!, terms));
  }
  return readings;
};
