import { NumberList } from './number-list.js';

/** Numbers anew what was numbered as it came: in the order in which it is asked for. */
export class Renumbering {
  readonly #numbers: Int32Array;
  /** The old number of each new one. */
  readonly old = new NumberList();

  constructor(count: number) {
    this.#numbers = new Int32Array(count).fill(-1);
  }

  /** Gives the old number a new one, if it has none; −1 and below stand for nothing. */
  take(old: number): void {
    if (old < 0 || this.#numbers[old]! >= 0) return;
    this.#numbers[old] = this.old.length;
    this.old.push(old);
  }

  /** The new number; what stands for nothing is as it was. */
  of(old: number): number {
    return old < 0 ? old : this.#numbers[old]!;
  }
}
