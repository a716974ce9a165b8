import { freeSlot, MOST_LOOKED_AT } from '../packed/free-slot.js';

/**
 * Every different term once, numbered from 0 in the order of first mention: an open-addressed table over the code units of all terms,
 * one after another, so that a text is read without making a string of any word of it.
 */
export interface TermTable {
  count: number;
  /**
   * At the place a term’s hash leads to, or at the next free one: term + 1 in the lower 26 bits, beneath six bits of its hash that tell
   * most other terms apart from it; 0 where nothing is. Their number is a power of two, and never are they full.
   */
  slots: Int32Array;
  /** The terms that found all of their places taken, by their spelling: as good as always none. */
  readonly crowded: Map<string, number>;
  /** Term `t` is `units[starts[t]]` up to `units[starts[t + 1]]`. */
  starts: Int32Array;
  units: Uint16Array;
  /**
   * While an index is built: 1 for a term that the current document writes otherwise than in the small letters and capitals of the term:
   * with a hyphen, an accent, an apostrophe.
   */
  altered: Uint8Array;
  /** Whether a term never met before is added: so in building, not in an index. */
  readonly isGrowing: boolean;
}

/** Code units of a term; what a longer word has beyond them is not looked at. */
export const LONGEST_TERM = 64;

const TERM_BITS = 26;
export const TERM_MASK = 2 ** TERM_BITS - 1;

export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

/** The last step of the hash (FNV-1a over code units): spreads the upper bits over the lower ones, which are those looked at. */
const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
};

export const hashOf = (units: Uint16Array, start: number, end: number): number => {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, HASH_FACTOR);
  return hash;
};

const NONE = /* @__PURE__ */ new Uint8Array();

export const newTermTable = (): TermTable => ({
  count: 0,
  slots: new Int32Array(1 << 11),
  crowded: new Map(),
  starts: new Int32Array(1 << 10),
  units: new Uint16Array(1 << 13),
  altered: new Uint8Array(1 << 10),
  isGrowing: true,
});

const isTerm = (table: TermTable, term: number, word: Uint16Array, start: number, end: number): boolean => {
  const { starts, units } = table;
  const at = starts[term]!;
  if (starts[term + 1]! - at !== end - start) return false;
  for (let i = start, j = at; i < end; i++, j++) if (word[i] !== units[j]) return false;
  return true;
};

/** The slots for so many terms: at least two for each. */
export const slotCountFor = (termCount: number): number => {
  let slotCount = 8;
  while (slotCount < 2 * (termCount + 1)) slotCount *= 2;
  return slotCount;
};

const slotFor = (hash: number, term: number): number => (hash & ~TERM_MASK) | (term + 1);

const place = (table: TermTable, hash: number, term: number): void => {
  const at = freeSlot(table.slots, hash, 0);
  if (at < 0) table.crowded.set(spellingOf(table, term), term);
  else table.slots[at] = slotFor(hash, term);
};

/** Enters all terms into empty slots, in the order of their numbers: the same terms fill so many slots always alike. */
export const fillSlots = (table: TermTable): void => {
  const { count, starts, units } = table;
  table.crowded.clear();
  for (let term = 0; term < count; term++) place(table, finish(hashOf(units, starts[term]!, starts[term + 1]!)), term);
};

/** Finds the crowded terms of a table whose slots are filled: those that are in none. */
export const findCrowded = (table: TermTable): void => {
  const isPlaced = new Uint8Array(table.count);
  for (const slot of table.slots) if (slot !== 0) isPlaced[(slot & TERM_MASK) - 1] = 1;
  for (let term = 0; term < table.count; term++) {
    if (isPlaced[term] === 0) table.crowded.set(spellingOf(table, term), term);
  }
};

const longer = <A extends Int32Array | Uint16Array | Uint8Array>(array: A, larger: A): A => {
  larger.set(array);
  return larger;
};

const addTerm = (table: TermTable, word: Uint16Array, start: number, end: number, hash: number): number => {
  const term = table.count++;
  if (term === TERM_MASK) throw new RangeError(`buildTextIndex: there are more than ${TERM_MASK} different terms`);
  const at = table.starts[term]!;
  if (term + 2 > table.starts.length) {
    table.starts = longer(table.starts, new Int32Array(2 * table.starts.length));
    table.altered = longer(table.altered, new Uint8Array(2 * table.altered.length));
  }
  if (at + end - start > table.units.length) table.units = longer(table.units, new Uint16Array(2 * table.units.length));
  const { units } = table;
  for (let i = start, j = at; i < end; i++, j++) units[j] = word[i]!;
  table.starts[term + 1] = at + end - start;
  if (2 * (term + 2) > table.slots.length) {
    table.slots = new Int32Array(2 * table.slots.length);
    fillSlots(table);
  } else place(table, hash, term);
  return term;
};

/**
 * The number of the term `word[start]` up to `word[end]`, whose running hash is given. A term never met before is added to a table
 * that grows; that of an index answers −1.
 */
export const termNumber = (
  table: TermTable,
  word: Uint16Array,
  start: number,
  end: number,
  runningHash: number,
): number => {
  const hash = finish(runningHash);
  const { slots } = table;
  const mask = slots.length - 1;
  for (let step = 0; step < MOST_LOOKED_AT; step++) {
    const slot = slots[(hash + step) & mask]!;
    if (slot === 0) break;
    if (((slot ^ hash) & ~TERM_MASK) === 0) {
      const term = (slot & TERM_MASK) - 1;
      if (isTerm(table, term, word, start, end)) return term;
    }
  }
  const crowded = table.crowded.size === 0 ? undefined : table.crowded.get(spelled(word, start, end));
  if (crowded !== undefined) return crowded;
  return table.isGrowing ? addTerm(table, word, start, end, hash) : -1;
};

/** Whether all terms of a table are different, none empty or too long, and each in the slot where it is looked for. */
export const areTermsInPlace = ({ slots, count, starts, units }: TermTable): boolean => {
  const made: TermTable = {
    slots: new Int32Array(slots.length),
    crowded: new Map(),
    count,
    starts,
    units,
    altered: NONE,
    isGrowing: false,
  };
  for (let term = 0; term < count; term++) {
    const [start, end] = [starts[term]!, starts[term + 1]!];
    if (start === end || end - start > LONGEST_TERM) return false;
    const hash = hashOf(units, start, end);
    if (termNumber(made, units, start, end, hash) >= 0) return false;
    place(made, finish(hash), term);
  }
  return made.slots.every((slot, i) => slot === slots[i]);
};

const spelled = (units: Uint16Array, start: number, end: number): string => {
  let spelling = '';
  for (let i = start; i < end; i++) spelling += String.fromCharCode(units[i]!);
  return spelling;
};

/** The term as it was read. */
export const spellingOf = ({ starts, units }: Pick<TermTable, 'starts' | 'units'>, term: number): string =>
  spelled(units, starts[term]!, starts[term + 1]!);
