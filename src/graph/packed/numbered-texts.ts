import { freeSlot, MOST_LOOKED_AT } from './free-slot.js';
import { NumberList } from './number-list.js';
import { hashOfText } from './packed-text.js';

const LEAST_SLOTS = 1 << 7;
/**
 * Texts numbered from 0 in the order in which they are first asked for, equal ones alike. Where the hash of a title is taken while it is in
 * the cache, no title is read again: with a Map, articles to a checked graph took a fifth longer (100,000 of them).
 */
export class NumberedTexts {
  readonly all: string[] = [];
  readonly #hashes = new NumberList();
  /** At the place a hash leads to, or one of the next: the number of a text, or −1. At least half of them are free. */
  #slots: Int32Array;
  readonly #crowded = new Map<string, number>();

  /** @param expected about how many there will be, if that is known */
  constructor(expected = 0) {
    let slotCount = LEAST_SLOTS;
    while (slotCount < 2 * expected) slotCount *= 2;
    this.#slots = new Int32Array(slotCount).fill(-1);
  }

  /** @param hash `hashOfText` of it, where that is known */
  numberOf(text: string, hash = hashOfText(text)): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let step = 0; step < MOST_LOOKED_AT; step++) {
      const number = slots[(hash + step) & mask]!;
      if (number < 0) break;
      if (this.#hashes.at(number) === hash && this.all[number] === text) return number;
    }
    // Where nothing is crowded, no text is hashed a second time.
    const known = this.#crowded.size === 0 ? undefined : this.#crowded.get(text);
    return known ?? this.#add(text, hash);
  }

  #add(text: string, hash: number): number {
    const number = this.all.push(text) - 1;
    this.#hashes.push(hash);
    if (2 * this.all.length <= this.#slots.length) this.#place(number);
    else {
      this.#slots = new Int32Array(4 * this.#slots.length).fill(-1);
      for (let each = 0; each <= number; each++) this.#place(each);
    }
    return number;
  }

  #place(number: number): void {
    const slot = freeSlot(this.#slots, this.#hashes.at(number), -1);
    if (slot < 0) this.#crowded.set(this.all[number]!, number);
    else this.#slots[slot] = number;
  }
}
