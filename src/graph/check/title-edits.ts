import { at } from '../../common/at.js';
import { spellingOf, type TermTable } from '../words/term-table.js';

/** Words that decide nothing in a title: they come and go, and stand for one another. */
const EMPTY_WORDS = /* @__PURE__ */ new Set('a an the is are was were be do does did'.split(' '));
/** Endings that a word may have instead of each other, after at least three letters that stay. */
const ENDINGS = /* @__PURE__ */ new Set(
  '-s -es -ed -ing e-ing y-ies y-ied s-d s-ed s-ing es-ed es-ing ed-ing'.split(' '),
);
const LONGEST_ENDING = 3;
const LEAST_STEM = 3;
const LETTER_E = 0x65;

const KIND = { other: 0, empty: 1, exact: 2 } as const;

/** Signs that are part of what a title says, as in “C++”, “x < y”, “−5” and “2.5”; all others come and go. */
const DECIDING = /* @__PURE__ */ new Set('+#<>=*%^°±×÷≤≥≠→←↔√∞'.split(''));
const BEFORE_DIGITS = /* @__PURE__ */ new Set('-−.,/:'.split(''));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The signs of a text that decide, in their order. */
export const decidingSigns = (text: string): string => {
  let signs = '';
  for (let i = 0; i < text.length; i++) {
    const sign = at(text, i);
    if (DECIDING.has(sign) || (BEFORE_DIGITS.has(sign) && isDigit(text.charCodeAt(i + 1)))) signs += sign;
  }
  return signs;
};

/**
 * Tells an edit of a title from another title. Two lists of words are edits of each other where they are the same words in the same
 * order, except that words may have another ending (“dune”, “dunes”), and that words which decide nothing (“a”, “the”, “is” …) come
 * and go. Any other difference decides: “first” is not “second”, 2D not 3D, I not II, an advantage no disadvantage, “binary to decimal”
 * not “decimal to binary”; and a slip of the pen within a word cannot be told from “nitrate” and “nitrite”. Endings and words that come
 * and go are those of English; titles in other languages have to be the same in all words.
 */
export class TitleEdits {
  readonly #terms: TermTable;
  readonly #kinds: number[] = [];
  #reached = new Uint8Array(0);

  constructor(terms: TermTable) {
    this.#terms = terms;
  }

  /** Whether two lists of words, in their order, are edits of each other. */
  areEdits(one: Int32Array, other: Int32Array): boolean {
    if (one.every((word) => this.#kindOf(word) === KIND.empty)) return false;
    return this.#isAligned(one, other);
  }

  /** Whether all words of a list stand in the other in the same order, as they are or with another ending. */
  isShortFor(short: Int32Array, long: Int32Array): boolean {
    let place = 0;
    for (const word of short) {
      while (place < long.length && !this.#areForms(word, long[place]!)) place++;
      if (place++ >= long.length) return false;
    }
    return short.length > 0;
  }

  #isAligned(one: Int32Array, other: Int32Array): boolean {
    const width = other.length + 1;
    const size = (one.length + 1) * width;
    if (this.#reached.length < size) this.#reached = new Uint8Array(size);
    const reached = this.#reached.fill(0, 0, size);
    reached[0] = 1;
    for (let i = 0; i <= one.length; i++) {
      for (let j = 0; j <= other.length; j++) {
        const at = i * width + j;
        if (reached[at] === 0) continue;
        if (i < one.length && this.#mayGo(one, i)) reached[at + width] = 1;
        if (j < other.length && this.#mayGo(other, j)) reached[at + 1] = 1;
        if (i < one.length && j < other.length && this.#areForms(one[i]!, other[j]!)) reached[at + width + 1] = 1;
      }
    }
    return reached[size - 1] === 1;
  }

  /** What stands last is no article or verb: “hepatitis A”. */
  #mayGo(words: Int32Array, at: number): boolean {
    return at < words.length - 1 && this.#kindOf(words[at]!) === KIND.empty;
  }

  #areForms(one: number, other: number): boolean {
    if (one === other) return true;
    if (this.#kindOf(one) !== KIND.other || this.#kindOf(other) !== KIND.other) return false;
    const { starts, units } = this.#terms;
    const [start, otherStart] = [starts[one]!, starts[other]!];
    const [length, otherLength] = [starts[one + 1]! - start, starts[other + 1]! - otherStart];
    if (Math.abs(length - otherLength) > LONGEST_ENDING) return false;
    const least = Math.min(length, otherLength);
    let stem = 0;
    while (stem < least && units[start + stem] === units[otherStart + stem]) stem++;
    if (stem < LEAST_STEM || Math.max(length, otherLength) - stem > LONGEST_ENDING) return false;
    const ending = String.fromCharCode(...units.subarray(start + stem, start + length));
    const otherEnding = String.fromCharCode(...units.subarray(otherStart + stem, otherStart + otherLength));
    // “use” and “used”: a d alone makes another form only after an e.
    if (ending + otherEnding === 'd') return units[start + stem - 1] === LETTER_E;
    return ENDINGS.has(`${ending}-${otherEnding}`) || ENDINGS.has(`${otherEnding}-${ending}`);
  }

  #kindOf(word: number): number {
    return (this.#kinds[word] ??= kindOfWord(spellingOf(this.#terms, word)));
  }
}

const kindOfWord = (word: string): number => {
  if (EMPTY_WORDS.has(word)) return KIND.empty;
  for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) return KIND.exact;
  return KIND.other;
};
