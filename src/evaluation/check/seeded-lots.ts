/** Whole numbers by lot: `below(n)` is one from 0 up to but without n. */
export interface Lots {
  readonly below: (n: number) => number;
}

/**
 * A deterministic source of lots: the same seed draws the same lots everywhere. Mulberry32, which is plenty for choosing
 * what to try and no use for secrets.
 */
export const lotsFrom = (seed: number): Lots => {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { below: (n) => Math.floor((draw() / 2 ** 32) * n) };
};
