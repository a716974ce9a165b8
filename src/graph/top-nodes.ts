/** Above this many an insertion costs more than a sort. */
const FEW = 64;

/**
 * Of the nodes `among[0 … count − 1]` the `most` with the greatest sums, greatest first and among equals the lower number first.
 */
export const topNodes = (among: Int32Array, count: number, sums: Float64Array, most: number): Int32Array => {
  const kept = Math.min(most, count);
  if (kept > FEW) {
    return among
      .slice(0, count)
      .sort((one, other) => sums[other]! - sums[one]! || one - other)
      .subarray(0, kept);
  }
  const best = new Int32Array(kept);
  if (kept === 0) return best;
  let held = 0;
  for (let i = 0; i < count; i++) {
    const node = among[i]!;
    const sum = sums[node]!;
    let at = held;
    if (held === kept) {
      const last = best[kept - 1]!;
      if (sum < sums[last]! || (sum === sums[last]! && node > last)) continue;
      at = kept - 1;
    } else held++;
    for (; at > 0; at--) {
      const above = best[at - 1]!;
      if (sums[above]! > sum || (sums[above]! === sum && above < node)) break;
      best[at] = above;
    }
    best[at] = node;
  }
  return best;
};
