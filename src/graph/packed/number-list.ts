const FIRST = 1 << 6;
const CHUNK_BITS = 15;
const CHUNK = 1 << CHUNK_BITS;

/**
 * 32-bit numbers, appended one after the other. They lie in chunks that are never copied, so that growing leaves nothing behind; only
 * the first chunk grows from small.
 */
export class NumberList {
  #chunks: Int32Array[] = [new Int32Array(FIRST)];
  length = 0;

  push(number: number): void {
    const index = this.length++;
    const chunk = this.#chunks[index >>> CHUNK_BITS];
    if (chunk !== undefined && (index & (CHUNK - 1)) < chunk.length) chunk[index & (CHUNK - 1)] = number;
    else this.#grow(index, number);
  }

  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)]!;
  }

  set(index: number, number: number): void {
    this.#chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)] = number;
  }

  clear(): void {
    this.#chunks = [new Int32Array(FIRST)];
    this.length = 0;
  }

  #grow(index: number, number: number): void {
    if (index >= CHUNK) this.#chunks.push(new Int32Array(CHUNK));
    else {
      const larger = new Int32Array(2 * index);
      larger.set(this.#chunks[0]!);
      this.#chunks[0] = larger;
    }
    this.set(index, number);
  }
}

/** 0, 1, 2 and so on, so many. */
export const numbersTo = (count: number): Int32Array => {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
};
