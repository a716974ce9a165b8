import { voicedKana } from '../../common/unicode/folded-letters.js';
import { hangulOf, isHangulSyllable } from '../../common/unicode/hangul.js';
import { markOrder } from '../../common/unicode/mark-order.js';

/** So many units of one letter and its marks count. */
const LONGEST_LETTER = 32;

/** Writes a code point behind the units there are, and tells how many there are then. */
export const writeSign = (units: Uint16Array, length: number, sign: number): number => {
  if (sign <= 0xffff) {
    units[length] = sign;
    return length + 1;
  }
  units[length] = 0xd800 + ((sign - 0x10000) >> 10);
  units[length + 1] = 0xdc00 + ((sign - 0x10000) & 0x3ff);
  return length + 2;
};

/** The code point that ends at a place. */
const signBefore = (units: Uint16Array, from: number, end: number): number => {
  const last = units[end - 1]!;
  if (last < 0xdc00 || last > 0xdfff || end - 2 < from) return last;
  return 0x10000 + ((units[end - 2]! - 0xd800) << 10) + (last - 0xdc00);
};

/**
 * Puts a mark behind a letter and its marks, at the place that normal forms give it, so that a letter is the same however it was put
 * together. The units from `from` on begin with a letter. Gives back how many units there are then: no more than `most`.
 */
export const insertMark = (units: Uint16Array, from: number, length: number, most: number, mark: number): number => {
  const size = mark > 0xffff ? 2 : 1;
  if (length + size > most) return length;
  const order = markOrder(mark);
  let place = length;
  while (order > 0 && place > from) {
    const before = signBefore(units, from, place);
    if (markOrder(before) <= order) break;
    place -= before > 0xffff ? 2 : 1;
  }
  units.copyWithin(place + size, place, length);
  writeSign(units, place, mark);
  return length + size;
};

/** Vowels and trailing consonants of Hangul, which are part of the syllable before them also where that is none of today’s. */
const isHangulTail = (sign: number): boolean =>
  (sign >= 0x1160 && sign <= 0x11ff) || (sign >= 0xd7b0 && sign <= 0xd7fb);
const isHangul = (sign: number): boolean =>
  (sign >= 0x1100 && sign <= 0x11ff) ||
  (sign >= 0xa960 && sign <= 0xa97c) ||
  isHangulSyllable(sign) ||
  isHangulTail(sign);

/**
 * The current letter and the one before it, of scripts that leave no space between words; a letter is one with its marks. Parts of a
 * Hangul syllable, and kana and their voice marks, are put together, so that texts in either normal form are read alike.
 */
export class LetterClusters {
  /** The letter before, up to `#before`, then the current one. */
  readonly units = new Uint16Array(2 * LONGEST_LETTER);
  #before = 0;
  #end = 0;

  /** The length of the pair of both letters; 0 where there is none before. */
  get pairLength(): number {
    return this.#before > 0 ? this.#end : 0;
  }

  /** Begins a letter: the current one is now the one before. */
  begin(sign: number): void {
    this.units.copyWithin(0, this.#before, this.#end);
    this.#before = this.#end - this.#before;
    this.#end = writeSign(this.units, this.#before, sign);
  }

  /** Ends the run, and tells the length of what is to be listed last: a pair, or a letter alone. */
  end(): number {
    const length = this.#end;
    this.#before = 0;
    this.#end = 0;
    return length;
  }

  /** Whether a sign belongs to the current letter; if so it is added to it. */
  isJoined(sign: number): boolean {
    if (this.#end === 0) return false;
    const last = signBefore(this.units, this.#before, this.#end);
    const both = hangulOf(last, sign);
    if (both > 0) {
      this.units[this.#end - 1] = both;
      return true;
    }
    if (!isHangulTail(sign) || !isHangul(last)) return false;
    if (this.#end - this.#before < LONGEST_LETTER) this.units[this.#end++] = sign;
    return true;
  }

  addMark(mark: number): void {
    const both = voicedKana(this.units[this.#before]!, mark);
    if (both > 0 && this.#isBare(markOrder(mark))) this.units[this.#before] = both;
    else this.#end = insertMark(this.units, this.#before, this.#end, this.#before + LONGEST_LETTER, mark);
  }

  /**
   * Whether a mark of this order would follow the letter itself: marks of a higher order go behind it, those of its own or of none stay where
   * they are.
   */
  #isBare(order: number): boolean {
    for (let i = this.#end; i > this.#before + 1; ) {
      const mark = signBefore(this.units, this.#before, i);
      const its = markOrder(mark);
      if (its === 0 || its === order) return false;
      i -= mark > 0xffff ? 2 : 1;
    }
    return true;
  }
}
