import { gcdOf } from '../../common/big-integers.js';
import type { Part, Support, Turn } from './circuit-part.js';
import { ABSENT, type CircuitNode, FAILS, HOLDS, type NodeOf } from './circuit-nodes.js';

/** How far sums have come, and how much the questions still to come may add. */
export interface Progress {
  sums: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** How many questions of a sum are still to come. */
  readonly open: Int32Array;
}

/** What is still to come before the first turn. */
export const startOf = ({ circuit, turns }: Support): Progress => {
  const size = circuit.sums.length;
  const progress = {
    sums: new Float64Array(size),
    least: new Float64Array(size),
    most: new Float64Array(size),
    open: new Int32Array(size),
  };
  for (const turn of turns) putTurn(progress, turn, 1);
  return progress;
};

/** Puts a turn before the present one (−1) or behind it (1). */
export const putTurn = ({ least, most, open }: Progress, { sums, choices }: Turn, by: 1 | -1): void => {
  for (const [i, sum] of sums.entries()) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { adds } of choices) {
      low = Math.min(low, adds[i]!);
      high = Math.max(high, adds[i]!);
    }
    least[sum]! += by * low;
    most[sum]! += by * high;
    open[sum]! += by;
  }
};

/** How little, and how much, a sum may still come to. */
export const lowOf = ({ sums, least }: Progress, sum: number): number => sums[sum]! + least[sum]!;
export const highOf = ({ sums, most }: Progress, sum: number): number => sums[sum]! + most[sum]!;

/**
 * Writes for each node what it may still be. Read over, a mask may be too wide while something is open, never too narrow.
 * This is the inner loop of every search, so what is surely there is read without a look whether it is.
 */
export const writeMasks = (circuit: Part, progress: Progress, masks: Uint8Array): void => {
  for (let at = 0; at < circuit.nodes.length; at++) masks[at] = maskOf(circuit.nodes[at]!, progress, masks);
};

/** What one node may still be, where the masks of those that it looks at have been written. */
const maskOf = (node: CircuitNode, progress: Progress, masks: Uint8Array): number => {
  switch (node.kind) {
    case 'settled':
      return node.is;
    case 'total':
      return maskOfTotal(node, progress);
    case 'pair':
      return maskOfPair(node, progress);
    case 'group':
      return (
        (highOf(progress, node.applies) >= 1 ? masks[node.part]! : 0) | (lowOf(progress, node.applies) < 1 ? ABSENT : 0)
      );
    case 'branch':
      return maskOfBranch(node, progress, masks);
    case 'quorum':
      return maskOfQuorum(node, masks);
    case 'means':
      return maskOfMeans(node, progress);
  }
};

const maskOfTotal = ({ sum, need, applies }: NodeOf<'total'>, progress: Progress): number => {
  const mask = (highOf(progress, sum) >= need ? HOLDS : 0) | (lowOf(progress, sum) < need ? FAILS : 0);
  if (applies === undefined) return mask;
  if (highOf(progress, applies) < 1) return ABSENT;
  return lowOf(progress, applies) < 1 ? mask | ABSENT : mask;
};

const maskOfPair = ({ sum, applies }: NodeOf<'pair'>, progress: Progress): number => {
  const absent = lowOf(progress, applies) < 1 ? ABSENT : 0;
  if (highOf(progress, applies) < 1) return absent;
  return absent | (highOf(progress, sum) >= 1 ? HOLDS : 0) | (lowOf(progress, sum) < 1 ? FAILS : 0);
};

const maskOfBranch = (node: NodeOf<'branch'>, progress: Progress, masks: Uint8Array): number => {
  const [low, high] = [lowOf(progress, node.applies), highOf(progress, node.applies)];
  const absent = low < 1 ? ABSENT : 0;
  if (high < 1) return absent;
  const below = Math.max(1, low) < node.fewerThan ? masks[node.below]! : 0;
  return absent | below | (high >= node.fewerThan ? masks[node.from]! : 0);
};

const maskOfQuorum = ({ parts, need }: NodeOf<'quorum'>, masks: Uint8Array): number => {
  // How many parts hold for sure, and how many may; of all parts what any may be, and what all may be.
  let [holding, may, any, all] = [0, 0, 0, HOLDS | FAILS | ABSENT];
  let mustFail = false;
  for (const part of parts) {
    const mask = masks[part]!;
    if (mask === HOLDS) holding++;
    if ((mask & HOLDS) !== 0) may++;
    if (mask === FAILS) mustFail = true;
    any |= mask;
    all &= mask;
  }
  const absent = all & ABSENT;
  if (need === undefined) return absent | (!mustFail && may > 0 ? HOLDS : 0) | (any & FAILS);
  if ((any & (HOLDS | FAILS)) === 0) return absent;
  return absent | (may >= need ? HOLDS : 0) | (holding < need ? FAILS : 0);
};

/** What the groups whose questions are all answered add up to: Σ (mean − threshold), over a common denominator, and how many apply. */
export const finishedMeans = (
  { groups, scale, threshold }: NodeOf<'means'>,
  { sums, open }: Progress,
): { readonly numerator: bigint; readonly denominator: bigint; readonly applying: number } => {
  let [numerator, denominator, applying] = [0n, 1n, 0];
  const [n, d] = [BigInt(threshold.numerator), BigInt(threshold.denominator)];
  for (const { points, weight } of groups) {
    if (open[weight]! > 0 || sums[weight]! === 0) continue;
    applying++;
    const whole = BigInt(sums[weight]!) * scale;
    numerator = numerator * whole * d + (BigInt(sums[points]!) * d - n * whole) * denominator;
    denominator = denominator * whole * d;
    const common = gcdOf(numerator, denominator);
    if (common > 1n) [numerator, denominator] = [numerator / common, denominator / common];
  }
  return { numerator, denominator, applying };
};

const maskOfMeans = (node: NodeOf<'means'>, progress: Progress): number => {
  const unfinished = node.groups.filter(({ weight }) => progress.open[weight]! > 0).length;
  const { numerator, denominator, applying } = finishedMeans(node, progress);
  if (unfinished === 0) {
    if (applying === 0) return ABSENT;
    return numerator >= 0n ? HOLDS : FAILS;
  }
  const threshold = node.threshold.numerator / node.threshold.denominator;
  const now = Number(numerator) / Number(denominator);
  // Each group still to come adds between −threshold and 1 − threshold, or nothing. A margin keeps rounding from deciding.
  const high = now + unfinished * Math.max(0, 1 - threshold) + 1e-6;
  const low = now + unfinished * Math.min(0, -threshold) - 1e-6;
  return (high >= 0 ? HOLDS : 0) | (low < 0 ? FAILS : 0) | (applying === 0 ? ABSENT : 0);
};
