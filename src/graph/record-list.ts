const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const FIRST = 1 << 6;

/**
 * Records of a few 32-bit numbers each, appended one after the other. They lie in chunks that are never copied, so that growing
 * costs no second copy of what is there; only the first chunk grows from small.
 */
export class RecordList {
  readonly #chunks: Int32Array[] = [];
  readonly #width: number;
  length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Room for one more record, all zeros, and its number. */
  add(): number {
    const index = this.length++;
    const chunk = this.#chunks[index >>> CHUNK_BITS];
    if (chunk === undefined) this.#chunks.push(new Int32Array((index === 0 ? FIRST : CHUNK) * this.#width));
    else if (index < CHUNK && index * this.#width === chunk.length) {
      const larger = new Int32Array(Math.min(2 * chunk.length, CHUNK * this.#width));
      larger.set(chunk);
      this.#chunks[0] = larger;
    }
    return index;
  }

  get(index: number, field: number): number {
    return this.#chunks[index >>> CHUNK_BITS]![(index & (CHUNK - 1)) * this.#width + field]!;
  }

  set(index: number, field: number, value: number): void {
    this.#chunks[index >>> CHUNK_BITS]![(index & (CHUNK - 1)) * this.#width + field] = value;
  }
}
