import { isWide } from './packed-text.js';
import { sortByKeys, sortingRoom } from './sort-by-keys.js';
import type { StringPool } from './string-pool.js';

/** Six code units below 256 make a key, or three of any: 257⁶ and 65537³ both lie below 2⁵³. */
const NARROW = { units: 6, base: 257 };
const WIDE = { units: 3, base: 65537 };
/** So few texts are compared as they are. */
const FEW = 6;

/**
 * The numbers 0 … addresses.length − 1 in the order of the texts at the addresses, which are all different: the order of JavaScript’s
 * `<`, unit by unit. After what all have in common, a few units become one number; texts that agree in it are sorted by the next few,
 * from a list of such stretches rather than by recursion, so that a megabyte in common is no deeper than a word.
 */
export const sortByText = (pool: StringPool, addresses: Int32Array): Int32Array => {
  const count = addresses.length;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (isSorted(pool, addresses)) return order;
  const { units, base } = addresses.some((address) => isWide(pool.formAt(address))) ? WIDE : NARROW;
  const keys = new Float64Array(count);
  const room = sortingRoom(count);
  const stretches = [0, count, 0];
  while (stretches.length > 0) {
    const known = stretches.pop()!;
    const to = stretches.pop()!;
    const from = stretches.pop()!;
    if (to - from <= FEW) {
      insert(pool, addresses, order, from, to, known);
      continue;
    }
    const depth = commonUnits(pool, addresses, order, from, to, known);
    for (let i = from; i < to; i++) keys[i] = pool.keyAt(addresses[order[i]!]!, depth, units, base);
    sortByKeys(keys, order, from, to, room);
    for (let start = from; start < to; ) {
      let end = start + 1;
      while (end < to && keys[end] === keys[start]) end++;
      if (end - start > 1) stretches.push(start, end, depth + units);
      start = end;
    }
  }
  return order;
};

const isSorted = (pool: StringPool, addresses: Int32Array): boolean => {
  for (let i = 1; i < addresses.length; i++) if (pool.compare(addresses[i - 1]!, addresses[i]!, 0) > 0) return false;
  return true;
};

/** How many units all texts of a stretch begin with; that many are known to agree. */
const commonUnits = (
  pool: StringPool,
  addresses: Int32Array,
  order: Int32Array,
  from: number,
  to: number,
  known: number,
): number => {
  const first = addresses[order[from]!]!;
  let common = pool.formAt(first) >>> 1;
  for (let i = to - 1; i > from && common > known; i--) {
    common = pool.commonUnits(first, addresses[order[i]!]!, known, common);
  }
  return common;
};

const insert = (
  pool: StringPool,
  addresses: Int32Array,
  order: Int32Array,
  from: number,
  to: number,
  depth: number,
): void => {
  for (let i = from + 1; i < to; i++) {
    const value = order[i]!;
    let place = i;
    for (; place > from && pool.compare(addresses[order[place - 1]!]!, addresses[value]!, depth) > 0; place--) {
      order[place] = order[place - 1]!;
    }
    order[place] = value;
  }
};
