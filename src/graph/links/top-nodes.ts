/** Above this many an insertion costs more than a heap. */
const FEW = 16;

/** Whether one node comes after another: it has the lesser sum, or of equal ones the higher number. */
const isAfter = (one: number, other: number, sums: Float64Array): boolean => {
  const mine = sums[one]!;
  const theirs = sums[other]!;
  return mine < theirs || (mine === theirs && one > other);
};

const insertAmongFew = (best: Int32Array, among: Int32Array, count: number, sums: Float64Array): void => {
  const kept = best.length;
  let held = 0;
  for (let i = 0; i < count; i++) {
    const node = among[i]!;
    let at = held;
    if (held === kept) {
      if (isAfter(node, best[kept - 1]!, sums)) continue;
      at = kept - 1;
    } else held++;
    for (; at > 0 && isAfter(best[at - 1]!, node, sums); at--) best[at] = best[at - 1]!;
    best[at] = node;
  }
};

/** Lets a node sink in a heap whose top is the one that comes last. The sums lie beside the nodes, so that they are at hand. */
const sink = (heap: Int32Array, held: Float64Array, count: number, from: number, node: number, sum: number): void => {
  let at = from;
  for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
    let its = held[child]!;
    if (child + 1 < count) {
      const next = held[child + 1]!;
      if (next < its || (next === its && heap[child + 1]! > heap[child]!)) {
        child++;
        its = next;
      }
    }
    if (its > sum || (its === sum && heap[child]! < node)) break;
    heap[at] = heap[child]!;
    held[at] = its;
    at = child;
  }
  heap[at] = node;
  held[at] = sum;
};

/** Keeps the best in a heap, then takes the last of them off until the first is left. */
const heapOfMany = (best: Int32Array, among: Int32Array, count: number, sums: Float64Array): void => {
  const kept = best.length;
  const held = new Float64Array(kept);
  for (let i = 0; i < kept; i++) {
    best[i] = among[i]!;
    held[i] = sums[among[i]!]!;
  }
  for (let at = (kept >>> 1) - 1; at >= 0; at--) sink(best, held, kept, at, best[at]!, held[at]!);
  for (let i = kept; i < count; i++) {
    const node = among[i]!;
    const sum = sums[node]!;
    if (sum > held[0]! || (sum === held[0] && node < best[0]!)) sink(best, held, kept, 0, node, sum);
  }
  for (let left = kept - 1; left > 0; left--) {
    const last = best[0]!;
    sink(best, held, left, 0, best[left]!, held[left]!);
    best[left] = last;
  }
};

/**
 * Of the nodes `among[0 … count − 1]` the `most` with the greatest sums, greatest first and among equals the lower number first.
 */
export const topNodes = (among: Int32Array, count: number, sums: Float64Array, most: number): Int32Array => {
  const best = new Int32Array(Math.min(most, count));
  if (best.length === 0) return best;
  if (best.length <= FEW) insertAmongFew(best, among, count, sums);
  else heapOfMany(best, among, count, sums);
  return best;
};
