/** A 32-bit hash of a text: each code unit mixed in, the same in every engine. */
export const hashOfText = (text: string): number => {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1) ^ (hash >>> 15);
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
};

/**
 * For each of the items 0 … count − 1 the first that is equal to it: itself where none is before it. Equal items are found by open
 * addressing, so time grows with the items however many are equal.
 */
export const equalClasses = (
  count: number,
  hashOf: (item: number) => number,
  areEqual: (one: number, other: number) => boolean,
): Int32Array => {
  const firsts = new Int32Array(count);
  const hashes = new Int32Array(count);
  let size = 16;
  while (size < 2 * count) size *= 2;
  const table = new Int32Array(size).fill(-1);
  for (let item = 0; item < count; item++) {
    const hash = hashOf(item);
    hashes[item] = hash;
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    let found = table[place]!;
    while (found >= 0 && !(hashes[found] === hash && areEqual(found, item))) {
      place = (place + 1) & (size - 1);
      found = table[place]!;
    }
    if (found < 0) table[place] = item;
    firsts[item] = found < 0 ? item : found;
  }
  return firsts;
};
