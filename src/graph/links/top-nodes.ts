/** Above this many an insertion costs more than a heap. */
const FEW = 16;

/** Puts the best of some nodes into `best`, in order, and tells how many there are. */
const insertAmongFew = (
  best: Int32Array,
  held: Float64Array,
  among: Int32Array,
  scores: Float64Array,
  count: number,
  isLeftOut: (node: number) => boolean,
): number => {
  const most = best.length;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const node = among[i]!;
    const score = scores[i]!;
    if (kept === most && (score < held[most - 1]! || (score === held[most - 1] && node > best[most - 1]!))) continue;
    if (isLeftOut(node)) continue;
    let at = kept === most ? most - 1 : kept++;
    for (; at > 0; at--) {
      if (held[at - 1]! > score || (held[at - 1] === score && best[at - 1]! < node)) break;
      best[at] = best[at - 1]!;
      held[at] = held[at - 1]!;
    }
    best[at] = node;
    held[at] = score;
  }
  return kept;
};

/** Lets a node sink in a heap whose top is the one that comes last. The scores lie beside the nodes, so that no score is looked up by node number. */
const sink = (heap: Int32Array, held: Float64Array, count: number, from: number, node: number, score: number): void => {
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
    if (its > score || (its === score && heap[child]! < node)) break;
    heap[at] = heap[child]!;
    held[at] = its;
    at = child;
  }
  heap[at] = node;
  held[at] = score;
};

/** The same, keeping the best in a heap; then takes the last of them off until the first is left. */
const heapOfMany = (
  best: Int32Array,
  held: Float64Array,
  among: Int32Array,
  scores: Float64Array,
  count: number,
  isLeftOut: (node: number) => boolean,
): number => {
  let kept = 0;
  let i = 0;
  for (; i < count && kept < best.length; i++) {
    const node = among[i]!;
    if (isLeftOut(node)) continue;
    best[kept] = node;
    held[kept++] = scores[i]!;
  }
  for (let at = (kept >>> 1) - 1; at >= 0; at--) sink(best, held, kept, at, best[at]!, held[at]!);
  for (; i < count; i++) {
    const node = among[i]!;
    const score = scores[i]!;
    if (score < held[0]! || (score === held[0] && node > best[0]!) || isLeftOut(node)) continue;
    sink(best, held, kept, 0, node, score);
  }
  for (let left = kept - 1; left > 0; left--) {
    const last = best[0]!;
    sink(best, held, left, 0, best[left]!, held[left]!);
    best[left] = last;
  }
  return kept;
};

const nobody = (): boolean => false;

/**
 * Of the nodes `among[0 … count − 1]` the `most` with the greatest scores, greatest first and among equals the lower number first.
 *
 * @param scores beside the nodes: `scores[i]` is that of `among[i]`
 * @param isLeftOut asked only of nodes that are good enough, which are few
 */
export const topScored = (
  among: Int32Array,
  scores: Float64Array,
  count: number,
  most: number,
  isLeftOut: (node: number) => boolean = nobody,
): Int32Array => {
  const best = new Int32Array(Math.min(most, count));
  if (best.length === 0) return best;
  const fill = best.length <= FEW ? insertAmongFew : heapOfMany;
  const kept = fill(best, new Float64Array(best.length), among, scores, count, isLeftOut);
  return kept === best.length ? best : best.slice(0, kept);
};

/** The same for scores by node number. */
export const topNodes = (among: Int32Array, count: number, scores: Float64Array, most: number): Int32Array => {
  const beside = new Float64Array(count);
  for (let i = 0; i < count; i++) beside[i] = scores[among[i]!]!;
  return topScored(among, beside, count, most);
};
