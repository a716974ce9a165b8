import { sortByKeys } from './sort-by-keys.js';
import type { StringPool } from './string-pool.js';

/** Six code units below 256 make a key, or three of any: 257⁶ and 65537³ both lie below 2⁵³. */
const NARROW = { units: 6, base: 257 };
const WIDE = { units: 3, base: 65537 };
const SHORT = 8;

/**
 * The numbers 0 … addresses.length − 1 in the order of the texts at the addresses, which are all different: the order of JavaScript’s
 * `<`, unit by unit. A few units at a time become one number; texts that agree in them are sorted by the next few, from a list
 * of such stretches rather than by recursion, so that a megabyte in common is no deeper than a word.
 */
export const sortByText = (pool: StringPool, addresses: Int32Array): Int32Array => {
  const count = addresses.length;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (isSorted(pool, addresses)) return order;
  const { units, base } = addresses.some((address) => (pool.formAt(address) & 1) === 1) ? WIDE : NARROW;
  const keys = new Float64Array(count);
  const stretches = [0, count, 0];
  while (stretches.length > 0) {
    const depth = stretches.pop()!;
    const to = stretches.pop()!;
    const from = stretches.pop()!;
    if (to - from <= SHORT) {
      insert(pool, addresses, order, from, to, depth);
      continue;
    }
    let isSame = true;
    for (let i = from; i < to; i++) {
      keys[i] = keyOf(pool, addresses[order[i]!]!, depth, units, base);
      if (keys[i] !== keys[from]) isSame = false;
    }
    if (!isSame) sortByKeys(keys, order, from, to);
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
  for (let i = 1; i < addresses.length; i++) if (pool.compare(addresses[i - 1]!, addresses[i]!) > 0) return false;
  return true;
};

/** Units from `depth` on as the digits of one number, each 1 more than it is, so that the end of a text comes before any. */
const keyOf = (pool: StringPool, address: number, depth: number, units: number, base: number): number => {
  const length = pool.formAt(address) >>> 1;
  let key = 0;
  for (let i = depth; i < depth + units; i++) key = key * base + (i < length ? pool.unitAt(address, i) + 1 : 0);
  return key;
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
