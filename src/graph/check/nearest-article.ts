import type { SharedNames } from './shared-names.js';
import { lastSegment } from '../articles/article-slug.js';
import { type ArticleTable, formAt } from '../articles/article-table.js';
import { ArticleWords, MENTIONS_READ, WORDS_READ } from './article-words.js';
import { UNITS_READ, WordReader } from './word-reader.js';
import type { LinkNames } from './link-names.js';
import type { RelatedList } from './related-list.js';
import { likenessOfWords } from './word-likeness.js';
import { decidingSigns, TitleEdits } from './title-edits.js';

/** So many of the articles that share most with a link are compared word by word. */
const ARTICLES_COMPARED = 6;
/** Below this likeness nothing is said rather than something wrong. */
const LIKENESS = 0.75;
/** Of the words of both, this share has to be the same to the letter. */
const SAME_WORDS = 0.4;

const areSameWords = (one: Int32Array, other: Int32Array): boolean =>
  one.length > 0 && one.length === other.length && one.every((word, i) => word === other[i]);

/** Some words of a list: those from one place up to another. */
interface Words {
  readonly numbers: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Compares lists of words, each of which holds a word once. */
class WordComparer {
  readonly #words: ArticleWords;
  readonly #left = new Int32Array(WORDS_READ);
  readonly #unmatched = new Int32Array(WORDS_READ);

  constructor(words: ArticleWords) {
    this.#words = words;
  }

  /**
   * The share of the words of both that both have, by number or by weight, whichever is less: so neither many common words nor one
   * rare word make two titles alike. A word but a letter or two away counts in part, where two fifths are the same to the letter.
   * 0 where it cannot come up to `least`.
   */
  likeness(one: Words, other: Words, least: number): number {
    const index = this.#words;
    let leftCount = 0;
    let unmatchedCount = 0;
    for (let j = other.from; j < other.to; j++) this.#unmatched[unmatchedCount++] = other.numbers[j]!;
    for (let i = one.from; i < one.to; i++) {
      const word = one.numbers[i]!;
      const place = this.#placeOf(word, unmatchedCount);
      if (place < 0) this.#left[leftCount++] = word;
      else this.#takeOut(place, unmatchedCount--);
    }
    const wordCount = one.to - one.from + other.to - other.from;
    let count = wordCount - leftCount - unmatchedCount;
    // Too little is the same for near words to make up for it; to look for them is what costs.
    if (count < SAME_WORDS * wordCount || wordCount === 0) return 0;
    if (count + 2 * Math.min(leftCount, unmatchedCount) < least * wordCount) return 0;
    let total = 0;
    for (let i = one.from; i < one.to; i++) total += index.weightOf(one.numbers[i]!);
    for (let j = other.from; j < other.to; j++) total += index.weightOf(other.numbers[j]!);
    let shared = total;
    for (let i = 0; i < leftCount; i++) shared -= index.weightOf(this.#left[i]!);
    for (let j = 0; j < unmatchedCount; j++) shared -= index.weightOf(this.#unmatched[j]!);
    for (let i = 0; i < leftCount; i++) {
      const word = this.#left[i]!;
      let place = -1;
      let likeness = 0;
      for (let j = 0; j < unmatchedCount; j++) {
        const its = likenessOfWords(index.terms, word, this.#unmatched[j]!);
        if (its > likeness) [place, likeness] = [j, its];
      }
      if (place < 0) continue;
      shared += likeness * (index.weightOf(word) + index.weightOf(this.#unmatched[place]!));
      count += 2 * likeness;
      this.#takeOut(place, unmatchedCount--);
    }
    return total === 0 ? 0 : Math.min(shared / total, count / wordCount);
  }

  #placeOf(word: number, count: number): number {
    for (let j = 0; j < count; j++) if (this.#unmatched[j] === word) return j;
    return -1;
  }

  #takeOut(place: number, count: number): void {
    for (let j = place + 1; j < count; j++) this.#unmatched[j - 1] = this.#unmatched[j]!;
  }
}

/** What was found to share words with a link, best first. */
class Best {
  readonly nodes = new Int32Array(ARTICLES_COMPARED);
  readonly #scores = new Int32Array(ARTICLES_COMPARED);
  count = 0;

  add(node: number, score: number): void {
    let place = this.count;
    while (place > 0 && this.#isBehind(place - 1, node, score)) place--;
    if (place === ARTICLES_COMPARED) return;
    if (this.count < ARTICLES_COMPARED) this.count++;
    for (let i = this.count - 1; i > place; i--) {
      this.nodes[i] = this.nodes[i - 1]!;
      this.#scores[i] = this.#scores[i - 1]!;
    }
    this.nodes[place] = node;
    this.#scores[place] = score;
  }

  #isBehind(place: number, node: number, score: number): boolean {
    const its = this.#scores[place]!;
    return its < score || (its === score && this.nodes[place]! > node);
  }
}

/**
 * The article nearest to a link, and what speaks for it: it is `certain` where it has the title of the link, letter for letter, or the
 * words of its title and the last part of its url, is in the subject the link names, and no other article has that title; a `guess`
 * where its title is an edit of the link’s, or the link’s title or slug is its slug or title; else no more than a `question`.
 */
export interface NearArticle {
  readonly node: number;
  readonly as: 'certain' | 'guess' | 'question';
}

/** A dangling link, as it is compared. */
interface LostLink {
  readonly page: number;
  readonly subject: number;
  /** The number of the text of its title. */
  readonly text: number;
  readonly segment: string;
  /** The words of title and url, each once. */
  readonly titleWords: Int32Array;
  readonly segmentWords: Int32Array;
}

/**
 * Finds the article that a dangling link most likely meant, by the words of its title and of the last part of its url. Looked at are
 * those that have just these words, in title or url, then those that share the rarest words with the link. Of these the first is taken
 * whose title is an edit of the link’s, by the rule of `TitleEdits`, with the same deciding signs. Where there is none, the likest is
 * named as a question: two titles are alike by the share of their words that both have, counted, and weighed in bits of rarity, whichever
 * is less; a word a letter or two away counts in part. The greater likeness of title and url counts, from 0.75 on. Of equals it is the one in
 * the subject the link names, then the first by url.
 *
 * The work for a link is bounded: 256 code units and 32 words of a title, 512 mentions, 6 comparisons. So of a link all of whose
 * words are in more than 512 articles, nothing is said, unless an article has just its words.
 *
 * The words of all articles are read when the first link asks.
 */
export class NearestArticle {
  readonly #table: ArticleTable;
  readonly #classes: SharedNames;
  readonly #names: LinkNames;
  readonly #reader = new WordReader();
  #prepared:
    | {
        readonly words: ArticleWords;
        readonly comparer: WordComparer;
        readonly edits: TitleEdits;
        readonly shared: Int32Array;
        /** 1 for the first article of a title that articles of different ids have. */
        readonly isTitleMixed: Uint8Array;
      }
    | undefined;

  constructor(table: ArticleTable, classes: SharedNames, names: LinkNames) {
    this.#table = table;
    this.#classes = classes;
    this.#names = names;
  }

  /** Whether two texts are the same, or differ in no more than case, spaces and marks that decide nothing; long ones only where they are the same. */
  areTitlesAlike(one: number, other: number): boolean {
    if (one === other) return true;
    const table = this.#table;
    if (Math.max(formAt(table, one), formAt(table, other)) >>> 1 > UNITS_READ) return false;
    const words = this.#titleWords(one, UNITS_READ, false);
    const others = this.#titleWords(other, UNITS_READ, false);
    return areSameWords(words, others) && this.#signs(one) === this.#signs(other);
  }

  /** What entry `i` of a page most likely meant. Articles with the title or the id of the page are not looked at. */
  find(page: number, row: RelatedList, i: number): NearArticle | undefined {
    const { words } = this.#prepare();
    const url = this.#names.urlOfLink(row, i);
    const link: LostLink = {
      page,
      subject: row.subjects[i]!,
      text: row.titles[i]!,
      segment: url.slice(...lastSegment(url)),
      titleWords: this.#titleWords(row.titles[i]!, WORDS_READ, true),
      segmentWords: this.#segmentWords(url),
    };
    const wish = (node: number): 0 | 1 | 2 =>
      this.#isBarred(node, page) ? 0 : this.#names.subjectTextAt(node) === link.subject ? 2 : 1;
    const byTitle = words.nodeOfWords(link.titleWords, link.titleWords.length, wish);
    if (byTitle >= 0 && this.#isMeant(link, byTitle)) return this.#found(link, byTitle);
    const byUrl = words.nodeOfWords(link.segmentWords, link.segmentWords.length, wish);
    if (byUrl >= 0 && this.#isMeant(link, byUrl)) return this.#found(link, byUrl);
    const sharers = this.#sharers(link);
    const edit = this.#firstMeant(link, sharers);
    if (edit >= 0) return this.#found(link, edit);
    const node = byTitle >= 0 ? byTitle : byUrl >= 0 ? byUrl : this.#likest(link, sharers);
    return node < 0 ? undefined : { node, as: 'question' };
  }

  #prepare() {
    if (this.#prepared) return this.#prepared;
    const words = new ArticleWords(this.#table, this.#names, this.#reader);
    const shared = new Int32Array(this.#table.sizes.nodes);
    const { titles, ids } = this.#classes;
    const isTitleMixed = new Uint8Array(titles.length);
    for (let v = 0; v < titles.length; v++) if (ids[v] !== ids[titles[v]!]) isTitleMixed[titles[v]!] = 1;
    const comparer = new WordComparer(words);
    this.#prepared = { words, comparer, edits: new TitleEdits(words.terms), shared, isTitleMixed };
    return this.#prepared;
  }

  #isShort(text: number): boolean {
    return formAt(this.#table, text) >>> 1 <= UNITS_READ;
  }

  #signs(text: number): string {
    return decidingSigns(this.#names.textAt(text));
  }

  /** Whether the title of a node is an edit of that of a link, or one of them is the slug of the other and the titles do not gainsay it. */
  #isMeant(link: LostLink, node: number): boolean {
    const { words, edits } = this.#prepare();
    const text = this.#table.titles[node]!;
    if (text === link.text) return true;
    if (!this.#isShort(text) || !this.#isShort(link.text)) return false;
    const ofLink = this.#titleWords(link.text, UNITS_READ, false);
    const ofNode = this.#titleWords(text, UNITS_READ, false);
    if (Math.max(ofLink.length, ofNode.length) > WORDS_READ) return false;
    const signs = this.#signs(link.text);
    if (edits.areEdits(ofLink, ofNode)) return signs === this.#signs(text);
    const segment = words.segmentOf(node);
    // A slug is read as a set: where a title says a word twice, it does not tell in which order.
    if (signs === '' && areSameWords(segment, ofLink)) return true;
    const isOfSlug = areSameWords(link.segmentWords, segment) || areSameWords(link.segmentWords, ofNode);
    return isOfSlug && edits.isShortFor(ofLink, ofNode) && signs === this.#signs(text);
  }

  #found(link: LostLink, node: number): NearArticle {
    const isUnlike = this.#names.subjectTextAt(node) !== link.subject;
    if (isUnlike || this.#prepare().isTitleMixed[this.#classes.titles[node]!] === 1) return { node, as: 'guess' };
    const isSame = this.#table.titles[node] === link.text || this.#isSameInSlug(link, node);
    return { node, as: isSame ? 'certain' : 'guess' };
  }

  #isSameInSlug(link: LostLink, node: number): boolean {
    const url = this.#names.urlAt(node);
    const text = this.#table.titles[node]!;
    return (
      link.segment !== '' && url.slice(...lastSegment(url)) === link.segment && this.areTitlesAlike(text, link.text)
    );
  }

  #titleWords(text: number, most: number, isSet: boolean): Int32Array {
    const { textStarts, words } = this.#table;
    this.#reader.readTitle(words, textStarts[text]!, formAt(this.#table, text), most, isSet);
    return this.#reader.words.slice(0, this.#reader.count);
  }

  #segmentWords(url: string): Int32Array {
    this.#reader.readSegment(url, ...lastSegment(url), WORDS_READ);
    return this.#reader.words.slice(0, this.#reader.count);
  }

  #isBarred(node: number, page: number): boolean {
    const { ids, titles } = this.#classes;
    return ids[node] === ids[page] || titles[node] === titles[page];
  }

  /** The articles that share the rarest words with a link. */
  #sharers({ page, titleWords, segmentWords, subject }: LostLink): Best {
    const { words, shared } = this.#prepare();
    const asked = [...new Set([...titleWords, ...segmentWords])];
    asked.sort((one, other) => words.mentionCountOf(one) - words.mentionCountOf(other));
    const touched: number[] = [];
    let mentions = 0;
    for (const word of asked) {
      mentions += words.mentionCountOf(word);
      if (mentions > MENTIONS_READ) break;
      // The last bit is left for the subject.
      const weight = 2 * words.weightOf(word);
      words.eachNodeWith(word, (node) => {
        if (shared[node] === 0) touched.push(node);
        shared[node]! += weight;
      });
    }
    const best = new Best();
    for (const node of touched) {
      const score = shared[node]! + (this.#names.subjectTextAt(node) === subject ? 1 : 0);
      shared[node] = 0;
      if (!this.#isBarred(node, page)) best.add(node, score);
    }
    return best;
  }

  /** The first of the articles found that is meant, one in the subject of the link before others; −1 where none is. */
  #firstMeant(link: LostLink, { nodes, count }: Best): number {
    let first = -1;
    for (let i = 0; i < count; i++) {
      const node = nodes[i]!;
      if (!this.#isMeant(link, node)) continue;
      if (this.#names.subjectTextAt(node) === link.subject) return node;
      if (first < 0) first = node;
    }
    return first;
  }

  #likest({ titleWords: title, segmentWords: segment, subject }: LostLink, sharers: Best): number {
    const { comparer, words } = this.#prepare();
    const titleWords = { numbers: title, from: 0, to: title.length };
    const segmentWords = { numbers: segment, from: 0, to: segment.length };
    let best = -1;
    let likeness = LIKENESS;
    for (let i = 0; i < sharers.count; i++) {
      const node = sharers.nodes[i]!;
      const [start, middle, end] = [words.starts[2 * node]!, words.starts[2 * node + 1]!, words.starts[2 * node + 2]!];
      const itsTitle = { numbers: words.words, from: start, to: middle };
      const itsSegment = middle === end ? itsTitle : { numbers: words.words, from: middle, to: end };
      const its = Math.max(
        comparer.likeness(titleWords, itsTitle, likeness),
        comparer.likeness(segmentWords, itsSegment, likeness),
      );
      if (its < likeness) continue;
      if (best < 0 || its > likeness || this.#comesFirst(subject, node, best)) [best, likeness] = [node, its];
    }
    return best;
  }

  #comesFirst(subject: number, one: number, other: number): boolean {
    const isNamed = this.#names.subjectTextAt(one) === subject;
    return isNamed === (this.#names.subjectTextAt(other) === subject) ? one < other : isNamed;
  }
}
