import { emptyPackedText, isText, type PackedText, packText, unitOf, unpackText, wordCountOf } from './packed-text.js';

/** A chunk holds 2¹⁸ words, one megabyte; the first ones are smaller, and a text longer than that has one of its own. */
const CHUNK_BITS = 18;
const CHUNK = 1 << CHUNK_BITS;
const FIRST_CHUNK = 1 << 11;
const MOST_CHUNKS = 2 ** 31 / CHUNK;
/** Before the words of a text stand its hash, its form and a number for the use of whoever builds. */
const HEADER = 3;

/**
 * Texts, each kept once, in words of its own memory: nothing of the text given is held on to, nor of a page it is a slice of. A text
 * is named by its address, so equal texts have equal addresses. Found again by open addressing with a full comparison.
 */
export class StringPool {
  readonly #chunks: Int32Array[] = [];
  #used = 0;
  #table = new Int32Array(1 << 8).fill(-1);
  #count = 0;
  readonly #packed: PackedText = emptyPackedText();

  /** The address of a text, which is put in if it was not there. */
  intern(text: string): number {
    packText(text, this.#packed);
    const { words, wordCount, form, hash } = this.#packed;
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let address = table[slot]!; address >= 0; address = table[slot]!) {
      const chunk = this.#chunks[address >>> CHUNK_BITS]!;
      const at = address & (CHUNK - 1);
      if (chunk[at] === hash && chunk[at + 1] === form && areSame(chunk, at + HEADER, words, wordCount)) return address;
      slot = (slot + 1) & mask;
    }
    const address = this.#append(words, wordCount, form, hash);
    table[slot] = address;
    this.#count++;
    if (2 * this.#count > table.length) this.#grow();
    return address;
  }

  /** Forgets how texts are found, which frees the table; from here on texts are only read. */
  close(): void {
    this.#table = new Int32Array(0);
  }

  hashAt(address: number): number {
    return this.#chunks[address >>> CHUNK_BITS]![address & (CHUNK - 1)]!;
  }

  formAt(address: number): number {
    return this.#chunks[address >>> CHUNK_BITS]![(address & (CHUNK - 1)) + 1]!;
  }

  /** The number beside a text: −1 until one is set. */
  numberAt(address: number): number {
    return this.#chunks[address >>> CHUNK_BITS]![(address & (CHUNK - 1)) + 2]!;
  }

  setNumber(address: number, number: number): void {
    this.#chunks[address >>> CHUNK_BITS]![(address & (CHUNK - 1)) + 2] = number;
  }

  isAt(address: number, text: string): boolean {
    const chunk = this.#chunks[address >>> CHUNK_BITS]!;
    const at = address & (CHUNK - 1);
    return isText(chunk, at + HEADER, chunk[at + 1]!, text);
  }

  unitAt(address: number, index: number): number {
    const chunk = this.#chunks[address >>> CHUNK_BITS]!;
    const at = address & (CHUNK - 1);
    return unitOf(chunk, at + HEADER, chunk[at + 1]!, index);
  }

  textAt(address: number): string {
    const chunk = this.#chunks[address >>> CHUNK_BITS]!;
    const at = address & (CHUNK - 1);
    return unpackText(chunk, at + HEADER, chunk[at + 1]!);
  }

  /** Puts the words of a text into an array, and tells how many they are. */
  copyWords(address: number, into: Int32Array, place: number): number {
    const chunk = this.#chunks[address >>> CHUNK_BITS]!;
    const at = (address & (CHUNK - 1)) + HEADER;
    const wordCount = wordCountOf(chunk[at - 2]!);
    if (wordCount > 64) into.set(chunk.subarray(at, at + wordCount), place);
    else for (let i = 0; i < wordCount; i++) into[place + i] = chunk[at + i]!;
    return wordCount;
  }

  /**
   * Below 0 where the first text stands before the other in the order of their code units, 0 where they are one. The first `known` units
   * are known to agree.
   */
  compare(one: number, other: number, known: number): number {
    if (one === other) return 0;
    const oneLength = this.formAt(one) >>> 1;
    const otherLength = this.formAt(other) >>> 1;
    const common = this.commonUnits(one, other, known, Math.min(oneLength, otherLength));
    if (common === oneLength || common === otherLength) return oneLength - otherLength;
    return this.unitAt(one, common) - this.unitAt(other, common);
  }

  /** With how many units, at most `most`, both texts begin. The first `known` are known to agree. */
  commonUnits(one: number, other: number, known: number, most: number): number {
    const oneChunk = this.#chunks[one >>> CHUNK_BITS]!;
    const otherChunk = this.#chunks[other >>> CHUNK_BITS]!;
    const oneAt = (one & (CHUNK - 1)) + HEADER;
    const otherAt = (other & (CHUNK - 1)) + HEADER;
    const oneForm = oneChunk[oneAt - 2]!;
    const otherForm = otherChunk[otherAt - 2]!;
    const end = Math.min(most, oneForm >>> 1, otherForm >>> 1);
    let i = known;
    if (((oneForm ^ otherForm) & 1) === 0) {
      // Word by word, from the word in which the units that are known to agree end.
      const shift = (oneForm & 1) === 1 ? 1 : 2;
      let word = known >>> shift;
      while (word << shift < end && oneChunk[oneAt + word] === otherChunk[otherAt + word]) word++;
      i = Math.max(known, word << shift);
    }
    while (i < end && unitOf(oneChunk, oneAt, oneForm, i) === unitOf(otherChunk, otherAt, otherForm, i)) i++;
    return Math.min(i, end);
  }

  /** Units from `depth` on as the digits of one number, each 1 more than it is, so that the end of a text comes before any. */
  keyAt(address: number, depth: number, units: number, base: number): number {
    const chunk = this.#chunks[address >>> CHUNK_BITS]!;
    const at = (address & (CHUNK - 1)) + HEADER;
    const form = chunk[at - 2]!;
    const length = form >>> 1;
    let key = 0;
    for (let i = depth; i < depth + units; i++) key = key * base + (i < length ? unitOf(chunk, at, form, i) + 1 : 0);
    return key;
  }

  #append(words: Int32Array, wordCount: number, form: number, hash: number): number {
    const needed = HEADER + wordCount;
    const last = this.#chunks.length - 1;
    if (last < 0 || this.#used + needed > this.#chunks[last]!.length) {
      if (last + 1 === MOST_CHUNKS) throw new RangeError('an article graph holds at most 8 GB of text');
      const usual = Math.min(CHUNK, FIRST_CHUNK << Math.min(2 * (last + 1), CHUNK_BITS));
      this.#chunks.push(new Int32Array(Math.max(usual, needed)));
      this.#used = 0;
    }
    const chunk = this.#chunks.at(-1)!;
    const at = this.#used;
    chunk[at] = hash;
    chunk[at + 1] = form;
    chunk[at + 2] = -1;
    if (wordCount > 64) chunk.set(words.subarray(0, wordCount), at + HEADER);
    else for (let i = 0; i < wordCount; i++) chunk[at + HEADER + i] = words[i]!;
    // A text may reach past the words an address can point to; the next one then begins a chunk.
    this.#used = at + needed < CHUNK ? at + needed : chunk.length;
    return (this.#chunks.length - 1) * CHUNK + at;
  }

  #grow(): void {
    const table = new Int32Array(2 * this.#table.length).fill(-1);
    const mask = table.length - 1;
    for (const address of this.#table) {
      if (address < 0) continue;
      let slot = this.hashAt(address) & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = address;
    }
    this.#table = table;
  }
}

const areSame = (chunk: Int32Array, at: number, words: Int32Array, wordCount: number): boolean => {
  for (let i = 0; i < wordCount; i++) if (chunk[at + i] !== words[i]) return false;
  return true;
};
