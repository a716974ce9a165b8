import { sortByKeys, sortingRoom } from './sort-by-keys.js';

/** Six code units below 256 make a key, or three of any: 257⁶ and 65537³ both lie below 2⁵³. */
const NARROW = { units: 6, base: 257 };
const WIDE = { units: 3, base: 65537 };
/** So few texts are compared as they are. */
const FEW = 6;
/** Texts with more in common are compared as a whole. */
const LONG = 24;

/**
 * Sorts numbers of texts into the order of the texts, JavaScript’s `<`, unit by unit; equal texts stay in any order. After what all
 * have in common, a few units become one number; texts that agree in it are sorted by the next few, from a list of such stretches
 * rather than by recursion, so that a megabyte in common is no deeper than a word.
 *
 * @param stretches three numbers for each stretch of the order to be sorted by itself: its start, its end and how many units its
 * texts are known to have in common; used up
 * @returns whether two of the texts are equal
 */
export const sortByText = (texts: readonly string[], order: Int32Array, stretches: number[]): boolean => {
  if (isSorted(texts, order)) return hasEqualNeighbours(texts, order);
  let hasEqual = false;
  const count = order.length;
  const keys = new Float64Array(count);
  const room = sortingRoom(count);
  while (stretches.length > 0) {
    const known = stretches.pop()!;
    const to = stretches.pop()!;
    const from = stretches.pop()!;
    if (to - from <= FEW) {
      if (insert(texts, order, from, to)) hasEqual = true;
      continue;
    }
    const depth = commonUnits(texts, order, from, to, known);
    const { units, base } = fillKeys(texts, order, from, to, depth, keys);
    sortByKeys(keys, order, from, to, room);
    for (let start = from; start < to; ) {
      const key = keys[start]!;
      let end = start + 1;
      while (end < to && keys[end] === key) end++;
      // A last digit of 0 is the end of a text: those are equal.
      if (end - start > 1) {
        if (key % base === 0) hasEqual = true;
        else stretches.push(start, end, depth + units);
      }
      start = end;
    }
  }
  return hasEqual;
};

const hasEqualNeighbours = (texts: readonly string[], order: Int32Array): boolean => {
  for (let i = 1; i < order.length; i++) if (texts[order[i - 1]!] === texts[order[i]!]) return true;
  return false;
};

const isSorted = (texts: readonly string[], order: Int32Array): boolean => {
  for (let i = 1; i < order.length; i++) if (texts[order[i - 1]!]! > texts[order[i]!]!) return false;
  return true;
};

/** How many units all texts of a stretch begin with; that many are known to agree. */
const commonUnits = (texts: readonly string[], order: Int32Array, from: number, to: number, known: number): number => {
  const first = texts[order[from]!]!;
  let common = first.length;
  let prefix = first.slice(known);
  for (let i = to - 1; i > from && common > known; i--) {
    const text = texts[order[i]!]!;
    if (common - known > LONG && text.startsWith(prefix, known)) continue;
    let at = known;
    while (at < common && text.charCodeAt(at) === first.charCodeAt(at)) at++;
    if (at === common) continue;
    common = at;
    prefix = first.slice(known, common);
  }
  return common;
};

/** Units from `depth` on as the digits of one number, each 1 more than it is, so that the end of a text comes before any. */
const fillKeys = (
  texts: readonly string[],
  order: Int32Array,
  from: number,
  to: number,
  depth: number,
  keys: Float64Array,
): typeof NARROW => {
  let kind = NARROW;
  for (let i = from; i < to; i++) {
    const text = texts[order[i]!]!;
    const { units, base } = kind;
    const { length } = text;
    let key = 0;
    let greatest = 0;
    for (let at = depth; at < depth + units; at++) {
      const unit = at < length ? text.charCodeAt(at) + 1 : 0;
      if (unit > greatest) greatest = unit;
      key = key * base + unit;
    }
    keys[i] = key;
    if (kind === NARROW && greatest > 0x100) {
      kind = WIDE;
      i = from - 1;
    }
  }
  return kind;
};

/** Sorts a short stretch, and tells whether two of its texts are equal. */
const insert = (texts: readonly string[], order: Int32Array, from: number, to: number): boolean => {
  let hasEqual = false;
  for (let i = from + 1; i < to; i++) {
    const value = order[i]!;
    const text = texts[value]!;
    let place = i;
    for (; place > from && texts[order[place - 1]!]! > text; place--) order[place] = order[place - 1]!;
    order[place] = value;
    if (place > from && texts[order[place - 1]!] === text) hasEqual = true;
  }
  return hasEqual;
};
