const SHORT = 12;

/** Room that sorting needs beside the arrays: half as many places as are sorted. One may serve many sorts. */
export interface SortingRoom {
  readonly keys: Float64Array;
  readonly values: Int32Array;
}

export const sortingRoom = (count: number): SortingRoom => {
  const half = (count + 1) >>> 1;
  return { keys: new Float64Array(half), values: new Int32Array(half) };
};

/**
 * Sorts places `from` up to `to` of two parallel arrays by the keys; equal keys stay in the order they have. Merges of growing runs,
 * so that no arrangement of the keys makes it slow, and runs that are in order already are left as they are.
 */
export const sortByKeys = (
  keys: Float64Array,
  values: Int32Array,
  from: number,
  to: number,
  room: SortingRoom,
): void => {
  for (let start = from; start < to; start += SHORT) sortShort(keys, values, start, Math.min(start + SHORT, to));
  if (to - from <= SHORT) return;
  for (let length = SHORT; length < to - from; length *= 2) {
    for (let start = from; start + length < to; start += 2 * length) {
      const middle = start + length;
      if (keys[middle - 1]! <= keys[middle]!) continue;
      merge(keys, values, start, middle, Math.min(middle + length, to), room);
    }
  }
};

const sortShort = (keys: Float64Array, values: Int32Array, from: number, to: number): void => {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    const value = values[i]!;
    let place = i;
    for (; place > from && keys[place - 1]! > key; place--) {
      keys[place] = keys[place - 1]!;
      values[place] = values[place - 1]!;
    }
    keys[place] = key;
    values[place] = value;
  }
};

/** The earlier run is set aside if it is the shorter one; else the later, and the merge goes from the end. */
const merge = (
  keys: Float64Array,
  values: Int32Array,
  from: number,
  middle: number,
  to: number,
  { keys: spareKeys, values: spareValues }: SortingRoom,
): void => {
  if (middle - from <= to - middle) {
    const count = middle - from;
    for (let i = 0; i < count; i++) {
      spareKeys[i] = keys[from + i]!;
      spareValues[i] = values[from + i]!;
    }
    let place = from;
    let later = middle;
    let i = 0;
    while (i < count) {
      if (later < to && keys[later]! < spareKeys[i]!) {
        keys[place] = keys[later]!;
        values[place++] = values[later++]!;
      } else {
        keys[place] = spareKeys[i]!;
        values[place++] = spareValues[i++]!;
      }
    }
    return;
  }
  const count = to - middle;
  for (let i = 0; i < count; i++) {
    spareKeys[i] = keys[middle + i]!;
    spareValues[i] = values[middle + i]!;
  }
  let place = to - 1;
  let earlier = middle - 1;
  let i = count - 1;
  while (i >= 0) {
    if (earlier >= from && keys[earlier]! > spareKeys[i]!) {
      keys[place] = keys[earlier]!;
      values[place--] = values[earlier--]!;
    } else {
      keys[place] = spareKeys[i]!;
      values[place--] = spareValues[i--]!;
    }
  }
};
