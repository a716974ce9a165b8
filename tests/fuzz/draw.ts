/** A small generator of our own: the same seed draws the same everywhere. */
export class Draw {
  #state: number;
  constructor(seed: number, at: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b)) >>> 0;
    for (let k = 0; k < 3; k++) this.#next();
  }
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  /** A whole number from 0, below `many`. */
  below(many: number): number {
    return Math.floor((this.#next() / 2 ** 32) * many);
  }
  oneIn(many: number): boolean {
    return this.below(many) === 0;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  list<T>(most: number, make: (at: number) => T): T[] {
    return Array.from({ length: this.below(most + 1) }, (_, at) => make(at));
  }
}
