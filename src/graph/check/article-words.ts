import { lastSegment } from '../articles/article-slug.js';
import { type ArticleTable, formAt } from '../articles/article-table.js';
import type { WordReader } from './word-reader.js';
import type { LinkNames } from './link-names.js';
import type { TermTable } from '../words/term-table.js';

/** So many words of a title or a url count. */
export const WORDS_READ = 32;
/** A word in more articles than this is not looked up. */
export const MENTIONS_READ = 512;

/** The whole part of the binary logarithm of a whole number, and 1. */
const bitsOf = (count: number): number => 32 - Math.clz32(count);

const hashOfWords = (words: Int32Array, from: number, to: number): number => {
  let hash = to - from;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};

/** Numbers, appended one after the other. */
interface Words {
  numbers: Int32Array;
  count: number;
}

const append = (words: Words, numbers: Int32Array, count: number): void => {
  if (words.count + count > words.numbers.length) {
    const larger = new Int32Array(2 * words.numbers.length);
    larger.set(words.numbers);
    words.numbers = larger;
  }
  for (let i = 0; i < count; i++) words.numbers[words.count++] = numbers[i]!;
};

/** The words of the titles and urls of all articles, and which articles each word is in. */
export class ArticleWords {
  readonly terms: TermTable;
  readonly words: Int32Array;
  /**
   * The words of node `v`: those of its title are `words[starts[2v]]` up to `words[starts[2v + 1]]`, those of its url follow, up to
   * `words[starts[2v + 2]]`. A url that is made of the title, or has no words, has none of its own.
   */
  readonly starts: Int32Array;
  readonly #nodeCount: number;
  readonly #reader: WordReader;
  readonly #mentionStarts: Int32Array;
  /** For each word the articles it is in, ascending; none where they are more than `MENTIONS_READ`. */
  readonly #mentions: Int32Array;
  readonly #mentionCounts: Int32Array;
  /** The lists of words by their hashes: the first of those with one hash, and after each the next, ascending. List `2v` is the title’s. */
  readonly #firstLists: Int32Array;
  readonly #nextLists: Int32Array;

  constructor(table: ArticleTable, names: LinkNames, reader: WordReader) {
    const { nodes } = table.sizes;
    this.#nodeCount = nodes;
    this.#reader = reader;
    this.terms = reader.terms;
    this.starts = new Int32Array(2 * nodes + 1);
    this.words = this.#readAll(table, names);
    const wordCount = reader.terms.count;
    this.#mentionCounts = new Int32Array(wordCount);
    this.#eachMention((word) => {
      this.#mentionCounts[word]!++;
    });
    this.#mentionStarts = new Int32Array(wordCount + 1);
    for (let word = 0; word < wordCount; word++) {
      const count = this.#mentionCounts[word]!;
      this.#mentionStarts[word + 1] = this.#mentionStarts[word]! + (count <= MENTIONS_READ ? count : 0);
    }
    this.#mentions = new Int32Array(this.#mentionStarts[wordCount]!);
    const next = this.#mentionStarts.slice();
    this.#eachMention((word, node) => {
      if (this.#mentionCounts[word]! <= MENTIONS_READ) this.#mentions[next[word]!++] = node;
    });
    let size = 2;
    while (size < 2 * nodes) size *= 2;
    this.#firstLists = new Int32Array(size).fill(-1);
    this.#nextLists = new Int32Array(2 * nodes);
    for (let list = 2 * nodes - 1; list >= 0; list--) this.#enter(list);
  }

  mentionCountOf(word: number): number {
    return word < this.#mentionCounts.length ? this.#mentionCounts[word]! : 0;
  }

  /** A rare word weighs as many bits as tell its articles from all others; one that no article has weighs like one that one has. */
  weightOf(word: number): number {
    return bitsOf(Math.floor(this.#nodeCount / (this.mentionCountOf(word) || 1)));
  }

  /** The words of the url of a node: those of its title, where it has none of its own. */
  segmentOf(node: number): Int32Array {
    const [start, middle, end] = [this.starts[2 * node]!, this.starts[2 * node + 1]!, this.starts[2 * node + 2]!];
    return middle === end ? this.words.subarray(start, middle) : this.words.subarray(middle, end);
  }

  /** Calls back for the articles a word is in, where they are few. */
  eachNodeWith(word: number, visit: (node: number) => void): void {
    if (word >= this.#mentionCounts.length) return;
    for (let i = this.#mentionStarts[word]!; i < this.#mentionStarts[word + 1]!; i++) visit(this.#mentions[i]!);
  }

  /** The first article, of those looked at, whose title or url has just these words in this order and that is wanted most; or −1. */
  nodeOfWords(words: Int32Array, count: number, wish: (node: number) => 0 | 1 | 2): number {
    let found = -1;
    if (count === 0) return found;
    let list = this.#firstLists[hashOfWords(words, 0, count) & (this.#firstLists.length - 1)]!;
    for (let looked = 0; list >= 0 && looked < MENTIONS_READ; looked++, list = this.#nextLists[list]!) {
      if (!this.#isList(list, words, count)) continue;
      const node = list >>> 1;
      const wanted = wish(node);
      if (wanted === 2) return node;
      if (wanted === 1 && found < 0) found = node;
    }
    return found;
  }

  #readAll(table: ArticleTable, names: LinkNames): Int32Array {
    const { segments, titles, words, textStarts } = table;
    const reader = this.#reader;
    const all: Words = { numbers: new Int32Array(1024), count: 0 };
    for (let v = 0; v < this.#nodeCount; v++) {
      const title = titles[v]!;
      reader.readTitle(words, textStarts[title]!, formAt(table, title), WORDS_READ, true);
      append(all, reader.words, reader.count);
      this.starts[2 * v + 1] = all.count;
      if (segments[v]! >= 0) {
        const url = names.urlAt(v);
        reader.readSegment(url, ...lastSegment(url), WORDS_READ);
        append(all, reader.words, reader.count);
      }
      this.starts[2 * v + 2] = all.count;
    }
    return all.numbers;
  }

  /** Each word of each article once. */
  #eachMention(visit: (word: number, node: number) => void): void {
    const { starts, words } = this;
    for (let v = 0; v < this.#nodeCount; v++) {
      const from = starts[2 * v]!;
      const middle = starts[2 * v + 1]!;
      for (let i = from; i < starts[2 * v + 2]!; i++) {
        let isNew = true;
        if (i >= middle) for (let j = from; j < middle; j++) if (words[j] === words[i]) isNew = false;
        if (isNew) visit(words[i]!, v);
      }
    }
  }

  #enter(list: number): void {
    const [from, to] = [this.starts[list]!, this.starts[list + 1]!];
    if (from === to) return;
    const place = hashOfWords(this.words, from, to) & (this.#firstLists.length - 1);
    this.#nextLists[list] = this.#firstLists[place]!;
    this.#firstLists[place] = list;
  }

  #isList(list: number, words: Int32Array, count: number): boolean {
    const from = this.starts[list]!;
    if (this.starts[list + 1]! - from !== count) return false;
    for (let i = 0; i < count; i++) if (this.words[from + i] !== words[i]) return false;
    return true;
  }
}
