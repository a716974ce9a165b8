import type { RelatedLink } from '../model/related-link.js';
import { articleSlug, endsInSlugOf, lastSegment } from './article-slug.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';

/** No more of a title or a url is read: so ten megabytes of title cost what a long title costs. */
const UNITS_READ = 256;
const WORDS_READ = 32;
/** So many mentions of the words of a link are looked at, the rarest words first; a word that would exceed it is passed over. */
const MENTIONS_READ = 512;
/** So many of the articles that share most with a link are compared word by word. */
const ARTICLES_COMPARED = 6;
/** Below this likeness nothing is said rather than something wrong. */
const LIKENESS = 0.75;
const WORD_LIKENESS = 0.75;
/** Of the words of both, this share has to be the same to the letter. */
const SAME_WORDS = 0.4;

const firstWords = (words: readonly string[]): readonly string[] => {
  const found = new Set(words);
  found.delete('');
  return found.size > WORDS_READ ? [...found].slice(0, WORDS_READ) : [...found];
};

const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/** Letters and digits of any script; what the slug rule leaves out between letters is left out here too, so `co-ordinator` is one word. */
const wordsOfTitle = (title: string): readonly string[] => {
  const read = title.slice(0, UNITS_READ);
  // For plain text the slug rule says the same, and in far less time.
  if (isAscii(read)) return firstWords(articleSlug(read).split('-'));
  return firstWords(
    read
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s]/gu, '')
      .split(/\s/u),
  );
};

/** Whether two titles are the same, or differ in no more than case, marks and spaces; long ones only where they are the same. */
export const areTitlesAlike = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (one.length > UNITS_READ || other.length > UNITS_READ) return false;
  const words = wordsOfTitle(one);
  return words.length > 0 && words.join(' ') === wordsOfTitle(other).join(' ');
};

const wordsOfUrl = (url: string): readonly string[] => {
  const [start, end] = lastSegment(url);
  const read = url.slice(start, Math.min(end, start + UNITS_READ)).toLowerCase();
  return firstWords(read.split(isAscii(read) ? /[^a-z0-9]/u : /[^\p{L}\p{M}\p{N}]/u));
};

/** 1 minus the edit distance in parts of the longer word; 0 where it must be below `WORD_LIKENESS`. */
const likenessOfWords = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length);
  const most = Math.floor(longer * (1 - WORD_LIKENESS));
  if (longer > 40 || Math.abs(one.length - other.length) > most) return 0;
  let above = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = above[j - 1]! + (one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1);
      row.push(Math.min(swap, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  const distance = above[other.length]!;
  return distance > most ? 0 : 1 - distance / longer;
};

/** The whole part of the binary logarithm of a whole number, and 1. */
const bitsOf = (count: number): number => 32 - Math.clz32(count);

/** The words of the title, and those of the url where it is not the slug of the title. */
const wordsOfArticle = (graph: FrozenArticleGraph, node: number): readonly string[] => {
  const title = graph.titleAt(node);
  const url = graph.urlAt(node);
  const words = wordsOfTitle(title);
  return endsInSlugOf(title, url, ...lastSegment(url)) ? words : firstWords([...words, ...wordsOfUrl(url)]);
};

const numberIn = (numbers: Map<string, number>, name: string): number => {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
};

/** The words of all articles, and which articles each is in, as compressed rows. */
class WordIndex {
  readonly #numbers = new Map<string, number>();
  readonly #nodeCount: number;
  readonly #starts: Int32Array;
  readonly #mentions: Int32Array;
  readonly #graph: FrozenArticleGraph;

  constructor(graph: FrozenArticleGraph) {
    const { nodeCount } = graph;
    this.#nodeCount = nodeCount;
    this.#graph = graph;
    const wordStarts = new Int32Array(nodeCount + 1);
    let words = new Int32Array(1024);
    let used = 0;
    for (let v = 0; v < nodeCount; v++) {
      const found = wordsOfArticle(graph, v);
      if (used + found.length > words.length) {
        const larger = new Int32Array(2 * words.length);
        larger.set(words);
        words = larger;
      }
      for (const word of found) words[used++] = numberIn(this.#numbers, word);
      wordStarts[v + 1] = used;
    }
    this.#starts = new Int32Array(this.#numbers.size + 1);
    for (let i = 0; i < used; i++) this.#starts[words[i]! + 1]!++;
    for (let word = 0; word < this.#numbers.size; word++) this.#starts[word + 1]! += this.#starts[word]!;
    const next = this.#starts.slice();
    this.#mentions = new Int32Array(used);
    for (let v = 0; v < nodeCount; v++) {
      for (let i = wordStarts[v]!; i < wordStarts[v + 1]!; i++) this.#mentions[next[words[i]!]!++] = v;
    }
  }

  isInSubject(node: number, subject: string): boolean {
    return this.#graph.subjectNames[this.#graph.subjectNumbers[node]!] === subject;
  }

  /** The articles a word is in, ascending. */
  nodesWith(word: string): Int32Array {
    const number = this.#numbers.get(word);
    return number === undefined
      ? this.#mentions.subarray(0, 0)
      : this.#mentions.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  /** A rare word weighs as many bits as tell its articles from all others; one that no article has weighs like one that one has. */
  weightOf(word: string): number {
    const number = this.#numbers.get(word);
    const mentions = number === undefined ? 1 : this.#starts[number + 1]! - this.#starts[number]!;
    return bitsOf(Math.floor(this.#nodeCount / mentions));
  }

  /**
   * The share of the words of both that both have, by number or by weight, whichever is less: so neither many common words nor one
   * rare word make two titles alike. A word but a letter or two away counts in part, where two fifths are the same to the letter.
   */
  likeness(one: readonly string[], other: readonly string[]): number {
    const unmatched = new Set(other);
    const left: string[] = [];
    let total = 0;
    let shared = 0;
    let count = 0;
    for (const word of other) total += this.weightOf(word);
    for (const word of one) {
      const weight = this.weightOf(word);
      total += weight;
      if (unmatched.delete(word)) {
        shared += 2 * weight;
        count += 2;
      } else left.push(word);
    }
    const words = one.length + other.length;
    // Too little is the same for near words to make up for it; to look for them is what costs.
    if (count < SAME_WORDS * words) return 0;
    for (const word of left) {
      let best = '';
      let bestLikeness = 0;
      for (const candidate of unmatched) {
        const likeness = likenessOfWords(word, candidate);
        if (likeness > bestLikeness) [best, bestLikeness] = [candidate, likeness];
      }
      if (bestLikeness === 0) continue;
      unmatched.delete(best);
      shared += bestLikeness * (this.weightOf(word) + this.weightOf(best));
      count += 2 * bestLikeness;
    }
    return total === 0 ? 0 : Math.min(shared / total, count / words);
  }
}

/** Finds the article a link most likely meant, or −1. */
export type FindNearest = (link: RelatedLink, isBarred: (node: number) => boolean) => number;

/**
 * Prepares the search for the article that a dangling link most likely meant, by the words of its title and of the last part of its
 * url. Those that share the rarest words with the link are compared with it word by word. Two titles are alike by the share of their
 * words that both have, counted, and weighed in bits of rarity, whichever is less; a word a letter or two away counts in part. The
 * greater likeness of title and url counts; from 0.75 on the likest is taken, of equals the one in the subject the link names, then
 * the first by url.
 *
 * The work for a link is bounded: 256 code units and 32 words of a title, 512 mentions, 6 comparisons. So of a link all of whose
 * words are in more than 512 articles, nothing is said.
 */
export const nearestArticle = (graph: FrozenArticleGraph): FindNearest => {
  const index = new WordIndex(graph);
  const shared = new Int32Array(graph.nodeCount);

  const sharers = (words: readonly string[], link: RelatedLink, isBarred: (node: number) => boolean): number[] => {
    const rarestFirst = words
      .map((word) => ({ weight: index.weightOf(word), nodes: index.nodesWith(word) }))
      .sort((one, other) => one.nodes.length - other.nodes.length);
    const touched: number[] = [];
    let mentions = 0;
    for (const { weight, nodes } of rarestFirst) {
      mentions += nodes.length;
      if (mentions > MENTIONS_READ) break;
      for (const node of nodes) {
        if (shared[node] === 0) touched.push(node);
        // The last bit is left for the subject.
        shared[node]! += 2 * weight;
      }
    }
    for (const node of touched) if (index.isInSubject(node, link.subject)) shared[node]!++;
    const best = touched
      .filter((node) => !isBarred(node))
      .sort((one, other) => shared[other]! - shared[one]! || one - other)
      .slice(0, ARTICLES_COMPARED);
    for (const node of touched) shared[node] = 0;
    return best;
  };

  return (link, isBarred) => {
    const title = wordsOfTitle(link.title);
    const segment = wordsOfUrl(link.url);
    let best = -1;
    let bestLikeness = LIKENESS;
    for (const node of sharers(firstWords([...title, ...segment]), link, isBarred)) {
      const likeness = Math.max(
        index.likeness(title, wordsOfTitle(graph.titleAt(node))),
        index.likeness(segment, wordsOfUrl(graph.urlAt(node))),
      );
      if (likeness < bestLikeness) continue;
      if (best < 0 || likeness > bestLikeness || comesFirst(index, link.subject, node, best))
        [best, bestLikeness] = [node, likeness];
    }
    return best;
  };
};

const comesFirst = (index: WordIndex, subject: string, one: number, other: number): boolean => {
  const isNamed = index.isInSubject(one, subject);
  return isNamed === index.isInSubject(other, subject) ? one < other : isNamed;
};
