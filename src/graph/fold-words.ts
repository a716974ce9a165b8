import { FIRST_LETTER, foldedForm, foldLetter, kindOf, LETTER_KIND, letterTable } from './fold-letter.js';
import { HASH_FACTOR, HASH_START, LONGEST_TERM, newTermTable, type TermTable, termNumber } from './term-table.js';

/** No more of a title or a url is read: so ten megabytes of title cost what a long title costs. */
export const UNITS_READ = 256;

const isSpace = (unit: number): boolean =>
  unit < 128 ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) : isRareSpace(unit);

const isRareSpace = (unit: number): boolean =>
  (unit >= 0x2000 && unit <= 0x200a) || [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(unit);

/**
 * Reads words for the likeness of names, as numbers: letters and digits of every script as `tokenizeText` folds them. Between the words
 * of a title stand spaces, and every other sign leaves no trace, as by the rule for slugs, so that “co-ordinator” is one word; in
 * a url every sign stands between words. Scripts that put no space between words are read in overlapping pairs of letters.
 */
export class WordReader {
  readonly terms: TermTable = newTermTable();
  /** The numbers of the words read last, as far as `count`. */
  readonly words = new Int32Array(UNITS_READ + 1);
  count = 0;
  readonly #text = new Uint16Array(UNITS_READ);
  readonly #word = new Uint16Array(LONGEST_TERM);
  #length = 0;
  #hash = HASH_START;
  /** The letter before of a script read in pairs, or 0; and whether it is part of a pair already. */
  #single = 0;
  #isInPair = false;

  /**
   * Reads a text that is packed.
   *
   * @param most reading ends with so many words
   * @param isSet whether a word counts once only
   */
  readTitle(words: Int32Array, at: number, form: number, most: number, isSet: boolean): void {
    const length = Math.min(form >>> 1, UNITS_READ);
    const text = this.#text;
    if ((form & 1) === 1) {
      for (let i = 0; i < length; i++) text[i] = words[at + (i >>> 1)]! >>> (16 * (i & 1));
    } else for (let i = 0; i < length; i++) text[i] = (words[at + (i >>> 2)]! >>> (8 * (i & 3))) & 0xff;
    this.#read(length, most, isSet, false);
  }

  /** Reads the words of the part of a url from `start` to `end`, each once. */
  readSegment(url: string, start: number, end: number, most: number): void {
    const length = Math.min(end - start, UNITS_READ);
    for (let i = 0; i < length; i++) this.#text[i] = url.charCodeAt(start + i);
    this.#read(length, most, true, true);
  }

  #read(size: number, most: number, isSet: boolean, isUrl: boolean): void {
    // What is asked for each letter is kept at hand; the rest of the class sees it where a word ends.
    const [firstLetter, factor, longest] = [FIRST_LETTER, HASH_FACTOR, LONGEST_TERM];
    const letters = letterTable();
    const text = this.#text;
    const word = this.#word;
    let length = 0;
    let hash = HASH_START;
    let isPaired = false;
    this.count = 0;
    for (let i = 0; i < size; i++) {
      const unit = text[i]!;
      const folded = letters[unit]!;
      if (folded >= firstLetter && !isPaired) {
        if (length === longest) continue;
        word[length++] = folded;
        hash = Math.imul(hash ^ folded, factor);
        continue;
      }
      if (unit < 128 && folded < firstLetter && !isUrl && !isSpace(unit)) continue;
      this.#length = length;
      this.#hash = hash;
      if (unit < 128 && folded < firstLetter) this.#endWord(isSet);
      else if (this.#readSign(i, size, isUrl, isSet)) i++;
      length = this.#length;
      hash = this.#hash;
      isPaired = this.#single > 0;
      if (this.count >= most) break;
    }
    this.#length = length;
    this.#hash = hash;
    if (this.count < most) this.#endWord(isSet);
    this.#length = 0;
    this.#hash = HASH_START;
    this.#single = 0;
  }

  /** Reads a sign that is no plain letter; gives back whether it was of two units. */
  #readSign(at: number, size: number, isUrl: boolean, isSet: boolean): boolean {
    const unit = this.#text[at]!;
    let kind = foldLetter(unit);
    let sign = unit;
    if (kind === LETTER_KIND.surrogate) {
      const next = at + 1 < size ? this.#text[at + 1]! : 0;
      const isPair = unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      kind = LETTER_KIND.separator;
      if (isPair) {
        sign = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
        kind = kindOf(sign);
      }
    }
    if (kind >= FIRST_LETTER) this.#addLetters(String.fromCharCode(kind), isSet);
    else if (kind === LETTER_KIND.expanded || kind === LETTER_KIND.unknown) {
      this.#addLetters(foldedForm(String.fromCodePoint(sign)), isSet);
    } else if (kind === LETTER_KIND.paired) this.#addPaired(sign, isSet);
    else if (kind !== LETTER_KIND.silent && (isUrl || isSpace(unit))) this.#endWord(isSet);
    return sign > 0xffff;
  }

  #addLetters(letters: string, isSet: boolean): void {
    if (this.#single > 0) this.#endWord(isSet);
    // The letters of one sign go in together or not at all.
    if (this.#length + letters.length > LONGEST_TERM) return;
    for (let i = 0; i < letters.length; i++) {
      const unit = letters.charCodeAt(i);
      this.#word[this.#length++] = unit;
      this.#hash = Math.imul(this.#hash ^ unit, HASH_FACTOR);
    }
  }

  #addPaired(sign: number, isSet: boolean): void {
    const before = this.#single;
    if (before === 0) this.#endWord(isSet);
    else this.#listPair(before, sign, isSet);
    this.#isInPair = before > 0;
    this.#single = sign;
  }

  #listPair(one: number, other: number, isSet: boolean): void {
    this.#single = 0;
    this.#addLetters(String.fromCodePoint(one), isSet);
    if (other > 0) this.#addLetters(String.fromCodePoint(other), isSet);
    this.#list(isSet);
  }

  #endWord(isSet: boolean): void {
    const single = this.#single;
    this.#single = 0;
    if (single > 0 && !this.#isInPair) this.#listPair(single, 0, isSet);
    if (this.#length > 0) this.#list(isSet);
  }

  #list(isSet: boolean): void {
    const number = termNumber(this.terms, this.#word, 0, this.#length, this.#hash);
    this.#length = 0;
    this.#hash = HASH_START;
    if (isSet) for (let i = 0; i < this.count; i++) if (this.words[i] === number) return;
    this.words[this.count++] = number;
  }
}
