/** Numbers below a limit, numbered anew from 0 in the order in which they are first asked for. */
export class Renumbering {
  /** What each new number stands for. */
  readonly given: number[] = [];
  readonly #anew: Int32Array;

  constructor(limit: number) {
    this.#anew = new Int32Array(limit).fill(-1);
  }

  numberOf(number: number): number {
    const known = this.#anew[number]!;
    if (known >= 0) return known;
    return (this.#anew[number] = this.given.push(number) - 1);
  }
}
