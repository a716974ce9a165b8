/**
 * How many rows are worked on at a time: few enough for what is made on the way to stay in the processor's caches, and so many that making
 * the views of a block, some twenty typed arrays, costs next to nothing.
 */
export const BLOCK = 4096;

/** A column of bytes, the caller's or one made on the way, with the codes it may hold. */
export interface Slot {
  readonly at: number;
  readonly codes: readonly number[];
}

/** What each code of a slot adds to a sum: whole numbers, in the order of the slot's codes. */
export interface Addend {
  readonly slot: Slot;
  readonly adds: readonly number[];
}

/**
 * A sum of whole numbers for each row. Several fields share one lane of doubles, each in bits of its own, so that one
 * addition for each cell serves them all.
 *
 * A lane begins at 2⁵². From there to 2⁵³ a double's last 52 bits are the number itself, so a field is read from the words
 * that the double is stored in, by shifting, without any conversion. A field too wide for a word has a lane of its own,
 * which begins at zero and is read as it is.
 */
export interface Field {
  readonly isWide: boolean;
  readonly sums: Float64Array;
  /** The lane's words, two for each row, and which of the two. */
  readonly words: Int32Array;
  readonly side: number;
  readonly shift: number;
  readonly mask: number;
}

/** Sums over columns, packed into lanes. */
export interface Lanes {
  /** Asks for a sum. The same sum asked for twice is kept once. */
  readonly field: (addends: readonly Addend[]) => Field;
  /** To be called when every field is asked for: what computes them, for the first rows of the columns. */
  readonly summing: (slots: readonly Slot[]) => (columns: readonly Uint8Array[], rows: number) => number;
}

/** What a rubric is told whose numbers do not fit. */
export const tooLarge = 'compileScorer: the rubric’s weights or points are too large to stay exact';

/** Where the lanes of narrow fields begin, and how many bits that leaves in the two words of a double. */
const START = 2 ** 52;
const LOW_BITS = 31;
const HIGH_BITS = 20;

/** Whether the first word of a double is the one of its low bits, as on nearly every machine. */
const isLowFirst = /* @__PURE__ */ new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

interface Word {
  readonly side: number;
  readonly unit: number;
  readonly room: number;
  used: number;
}

interface Lane {
  readonly sums: Float64Array;
  readonly start: number;
  readonly words: readonly Word[];
  readonly parts: { readonly addends: readonly Addend[]; readonly unit: number }[];
}

const narrowLane = (): Lane => ({
  sums: new Float64Array(BLOCK),
  start: START,
  words: [
    { side: isLowFirst ? 0 : 1, unit: 1, room: LOW_BITS, used: 0 },
    { side: isLowFirst ? 1 : 0, unit: 2 ** 32, room: HIGH_BITS, used: 0 },
  ],
  parts: [],
});

const wideLane = (): Lane => ({ sums: new Float64Array(BLOCK), start: 0, words: [], parts: [] });

const bitsFor = (most: number): number => {
  let bits = 0;
  while (2 ** bits <= most) bits++;
  return bits;
};

export const createLanes = (): Lanes => {
  const lanes: Lane[] = [];
  const known = new Map<string, Field>();
  const added = (lane: Lane): Lane => {
    lanes.push(lane);
    return lane;
  };
  const fieldIn = (lane: Lane, word: Word | undefined, bits: number, addends: readonly Addend[]): Field => {
    const { side, unit, used } = word ?? { side: 0, unit: 1, used: 0 };
    lane.parts.push({ addends, unit: unit * 2 ** used });
    if (word) word.used += bits;
    const words = new Int32Array(lane.sums.buffer);
    return { isWide: word === undefined, sums: lane.sums, words, side, shift: used, mask: word ? 2 ** bits - 1 : 0 };
  };
  const field = (addends: readonly Addend[]): Field => {
    const key = addends.map(({ slot, adds }) => `${slot.at}:${adds.join()}`).join(';');
    const same = known.get(key);
    if (same) return same;
    const most = addends.reduce((sum, { adds }) => sum + Math.max(0, ...adds), 0);
    if (!Number.isSafeInteger(most)) throw new RangeError(tooLarge);
    const bits = bitsFor(most);
    const hasRoom = ({ used, room }: Word) => used + bits <= room;
    const place = (): Lane => {
      if (bits > LOW_BITS) return added(wideLane());
      return lanes.find(({ words }) => words.some(hasRoom)) ?? added(narrowLane());
    };
    const lane = place();
    const made = fieldIn(lane, lane.words.find(hasRoom), bits, addends);
    known.set(key, made);
    return made;
  };
  const summing: Lanes['summing'] = (slots) => {
    // At least one lane, so that the codes of the slots are looked at even where nothing is summed.
    if (lanes.length === 0) added(narrowLane());
    const passes = lanes.flatMap((lane, at) => passesOf(lane, at === 0 ? slots : []));
    return (columns, rows) => {
      let check = 0;
      for (const pass of passes) check += runPass(pass, columns, rows);
      return check;
    };
  };
  return { field, summing };
};

/** A table of 256 entries for each of eight slots: what each code adds to a lane. */
interface Pass {
  readonly sums: Float64Array;
  readonly isFirst: boolean;
  readonly slots: readonly number[];
  readonly tables: Float64Array;
}

const WIDTH = 8;

const passesOf = (lane: Lane, slots: readonly Slot[]): readonly Pass[] => {
  const tables = new Map<number, Float64Array>();
  // A code that a slot does not have makes the sum not a number, which the pass notices at no cost of its own.
  const tableOf = (slot: Slot): Float64Array => {
    const made = tables.get(slot.at) ?? new Float64Array(256).fill(Number.NaN);
    if (!tables.has(slot.at)) for (const code of slot.codes) made[code] = 0;
    tables.set(slot.at, made);
    return made;
  };
  slots.forEach(tableOf);
  for (const { addends, unit } of lane.parts) {
    for (const { slot, adds } of addends) {
      const table = tableOf(slot);
      slot.codes.forEach((code, i) => {
        table[code] = (table[code] ?? 0) + (adds[i] ?? 0) * unit;
      });
    }
  }
  const all = [...tables];
  const passes: Pass[] = [];
  for (let from = 0; from === 0 || from < all.length; from += WIDTH) {
    const some = all.slice(from, from + WIDTH);
    const joined = new Float64Array(WIDTH * 256);
    some.forEach(([, table], i) => joined.set(table, i * 256));
    // Where the lane begins comes with the first column that is read.
    if (from === 0) for (let code = 0; code < 256; code++) joined[code] = (joined[code] ?? 0) + lane.start;
    // A pass always reads eight columns: where fewer are left it reads the last again, and adds nothing.
    const at = Array.from({ length: WIDTH }, (_, i) => some[Math.min(i, some.length - 1)]?.[0] ?? 0);
    passes.push({ sums: lane.sums, isFirst: from === 0, slots: at, tables: joined });
  }
  return passes;
};

const none = /* @__PURE__ */ new Uint8Array(BLOCK);

const runPass = (pass: Pass, columns: readonly Uint8Array[], rows: number): number => {
  const column = (i: number) => columns[pass.slots[i] ?? 0] ?? none;
  const [a, b, c, d] = [column(0), column(1), column(2), column(3)];
  const [e, f, g, h] = [column(4), column(5), column(6), column(7)];
  const sum = pass.isFirst ? setEight : addEight;
  return sum(pass.sums, pass.tables, a, b, c, d, e, f, g, h, rows);
};

const setEight = (
  sums: Float64Array,
  tables: Float64Array,
  a: Uint8Array,
  b: Uint8Array,
  c: Uint8Array,
  d: Uint8Array,
  e: Uint8Array,
  f: Uint8Array,
  g: Uint8Array,
  h: Uint8Array,
  rows: number,
): number => {
  let check = 0;
  for (let row = 0; row < rows; row++) {
    const sum =
      tables[a[row]!]! +
      tables[256 + b[row]!]! +
      (tables[512 + c[row]!]! + tables[768 + d[row]!]!) +
      (tables[1024 + e[row]!]! + tables[1280 + f[row]!]! + (tables[1536 + g[row]!]! + tables[1792 + h[row]!]!));
    sums[row] = sum;
    check += sum;
  }
  return check;
};

const addEight = (
  sums: Float64Array,
  tables: Float64Array,
  a: Uint8Array,
  b: Uint8Array,
  c: Uint8Array,
  d: Uint8Array,
  e: Uint8Array,
  f: Uint8Array,
  g: Uint8Array,
  h: Uint8Array,
  rows: number,
): number => {
  let check = 0;
  for (let row = 0; row < rows; row++) {
    const sum =
      sums[row]! +
      tables[a[row]!]! +
      tables[256 + b[row]!]! +
      (tables[512 + c[row]!]! + tables[768 + d[row]!]!) +
      (tables[1024 + e[row]!]! + tables[1280 + f[row]!]! + (tables[1536 + g[row]!]! + tables[1792 + h[row]!]!));
    sums[row] = sum;
    check += sum;
  }
  return check;
};
