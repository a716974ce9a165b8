const FIRST = 1 << 6;

/** 32-bit numbers, appended one after the other to an array that doubles. */
export class NumberList {
  #numbers = new Int32Array(FIRST);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }

  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }

  /** The numbers as one array, which is not a copy and ends where the list does now. */
  toArray(): Int32Array {
    return this.#numbers.subarray(0, this.length);
  }

  clear(): void {
    this.#numbers = new Int32Array(FIRST);
    this.length = 0;
  }
}
