import { isMark } from '../../common/unicode/letters.js';
import { FIRST_LETTER, foldLetter, formOf, isPaired, kindOf, LETTER_KIND, letterTable } from '../words/fold-letter.js';
import { insertMark, LetterClusters, writeSign } from '../words/letter-clusters.js';
import {
  HASH_FACTOR,
  HASH_START,
  hashOf,
  LONGEST_TERM,
  newTermTable,
  type TermTable,
  termNumber,
} from '../words/term-table.js';

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
  /** Letters of a script read in pairs, and whether such a one was read last. */
  readonly #clusters = new LetterClusters();
  #isPaired = false;

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
    // What is asked for each letter is kept in local variables; the class is told where a word ends.
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
      isPaired = this.#isPaired;
      if (this.count >= most) break;
    }
    this.#length = length;
    this.#hash = hash;
    if (this.count < most) this.#endWord(isSet);
    this.#length = 0;
    this.#hash = HASH_START;
    this.#isPaired = false;
    this.#clusters.end();
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
    if (kind >= FIRST_LETTER) this.#take(kind, isSet);
    else if (kind === LETTER_KIND.mark || kind === LETTER_KIND.paired) this.#take(sign, isSet);
    else if (kind === LETTER_KIND.expanded || kind === LETTER_KIND.unknown) {
      for (const part of formOf(sign)) this.#take(part.codePointAt(0)!, isSet);
    } else if (kind !== LETTER_KIND.silent && (isUrl || isSpace(unit))) this.#endWord(isSet);
    return sign > 0xffff;
  }

  /** Takes one letter or mark that is folded. */
  #take(part: number, isSet: boolean): void {
    if (isMark(part)) {
      if (this.#isPaired) this.#clusters.addMark(part);
      else if (this.#length > 0) {
        this.#length = insertMark(this.#word, 0, this.#length, LONGEST_TERM, part);
        this.#hash = hashOf(this.#word, 0, this.#length);
      }
    } else if (isPaired(part)) {
      if (!this.#isPaired) this.#endWord(isSet);
      this.#isPaired = true;
      if (this.#clusters.isJoined(part)) return;
      this.#listClusters(this.#clusters.pairLength, isSet);
      this.#clusters.begin(part);
    } else {
      if (this.#isPaired) this.#endWord(isSet);
      if (this.#length + (part > 0xffff ? 2 : 1) > LONGEST_TERM) return;
      for (const end = writeSign(this.#word, this.#length, part); this.#length < end; this.#length++) {
        this.#hash = Math.imul(this.#hash ^ this.#word[this.#length]!, HASH_FACTOR);
      }
    }
  }

  #listClusters(length: number, isSet: boolean): void {
    if (length === 0) return;
    this.#word.set(this.#clusters.units.subarray(0, length));
    this.#length = length;
    this.#hash = hashOf(this.#word, 0, length);
    this.#list(isSet);
  }

  #endWord(isSet: boolean): void {
    if (this.#isPaired) this.#listClusters(this.#clusters.end(), isSet);
    this.#isPaired = false;
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
