import { NumberList } from './number-list.js';
import { hashOfWords, mostWordsOf, packText, unpackText, wordCountOf } from './packed-text.js';

const FIRST_WORDS = 1 << 8;
const FIRST_SLOTS = 1 << 4;
const MOST_WORDS = 2 ** 31 - 1;

/** Texts, each packed once, in the order in which they were first put in. Equal texts have one number. */
export class TextArena {
  /** The words of the texts, one after the other. */
  words = new Int32Array(FIRST_WORDS);
  readonly #starts = new NumberList();
  readonly #forms = new NumberList();
  /** The text with a hash, by open addressing; −1 where none. */
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);

  constructor() {
    this.#starts.push(0);
  }

  get textCount(): number {
    return this.#forms.length;
  }

  get wordCount(): number {
    return this.#starts.at(this.textCount);
  }

  /** The number of a text, which is put in if it was not there. */
  intern(text: string): number {
    const at = this.wordCount;
    this.#makeRoom(at + mostWordsOf(text.length));
    const words = this.words;
    const form = packText(text, words, at);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOfWords(words, at, form) & mask;
    for (let number = slots[slot]!; number >= 0; number = slots[slot]!) {
      if (this.#forms.at(number) === form && this.#isSame(this.#starts.at(number), at, wordCountOf(form)))
        return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#forms.length;
    slots[slot] = number;
    this.#forms.push(form);
    this.#starts.push(at + wordCountOf(form));
    if (2 * this.#forms.length > slots.length) this.#grow();
    return number;
  }

  /** The form of a text, as `packText` tells it. */
  formAt(text: number): number {
    return this.#forms.at(text);
  }

  /** The word at which a text begins. */
  startAt(text: number): number {
    return this.#starts.at(text);
  }

  textAt(text: number): string {
    return unpackText(this.words, this.#starts.at(text), this.#forms.at(text));
  }

  /** Forgets how texts are found; from here on they are only read. */
  close(): void {
    this.#slots = new Int32Array(0);
  }

  #isSame(one: number, other: number, count: number): boolean {
    const words = this.words;
    for (let i = 0; i < count; i++) if (words[one + i] !== words[other + i]) return false;
    return true;
  }

  #makeRoom(needed: number): void {
    if (needed <= this.words.length) return;
    if (needed > MOST_WORDS) throw new RangeError('an article graph holds at most 8 GB of text');
    const larger = new Int32Array(Math.min(MOST_WORDS, needed + this.words.length));
    larger.set(this.words);
    this.words = larger;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let text = 0; text < this.#forms.length; text++) {
      let slot = hashOfWords(this.words, this.#starts.at(text), this.#forms.at(text)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = text;
    }
    this.#slots = slots;
  }
}
