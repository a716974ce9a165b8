/**
 * How many slots of a table by open addressing are looked at: the one that a hash leads to, and the next. What finds them all taken, by chance
 * or because it was chosen to share a hash with others, is left to a Map, which hashes with a seed that nobody knows: so no input makes a
 * search long.
 */
export const MOST_LOOKED_AT = 32;

/** The first slot for a hash that holds `free`; −1 where all that are looked at are taken. The number of slots is a power of two. */
export const freeSlot = (slots: Int32Array, hash: number, free: number): number => {
  const mask = slots.length - 1;
  for (let step = 0; step < MOST_LOOKED_AT; step++) {
    const slot = (hash + step) & mask;
    if (slots[slot] === free) return slot;
  }
  return -1;
};
