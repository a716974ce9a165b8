import { at } from '../../common/at.js';
import { ABSENT, HOLDS, type NodeOf } from './circuit-nodes.js';
import type { Support } from './circuit-part.js';
import { finishedMeans, highOf, lowOf, type Progress } from './node-masks.js';

/** A partial answer: how far its sums have come, what each node may still be, and which nodes some open root still looks at. */
interface Standing {
  readonly progress: Progress;
  readonly masks: Uint8Array;
  readonly live: Uint8Array;
}

/**
 * All that the questions still to come can see of those answered, as text: two states with the same text go on alike. A root
 * that can no longer hold, or no longer fail, says just that; of what is open only what some open root still looks at counts.
 * For *at least 2 of a, b and c* after a alone, or b alone, it is the same “?” and the same count of 1, so one of the two is kept.
 */
export const residue = (
  { circuit, roots }: Support,
  progress: Progress,
  masks: Uint8Array,
  live: Uint8Array,
): string => {
  const standing = { progress, masks, live };
  live.fill(0);
  let text = '';
  for (const root of roots) {
    const mask = masks[root]!;
    if (mask === HOLDS) text += 'T';
    else if ((mask & HOLDS) === 0) text += 'F';
    else {
      text += '?';
      live[root] = 1;
    }
  }
  // From the last to the first: a node comes after those it looks at, so all that look at it have been read before.
  for (let node = circuit.nodes.length - 1; node >= 0; node--) {
    if (live[node] !== 0) text += ` ${node}:${seenOf(at(circuit.nodes, node), masks[node]!, standing)}`;
  }
  return text;
};

/** What can still be seen of one open node. Parts of it that are open become live. */
const seenOf = (node: Support['circuit']['nodes'][number], mask: number, standing: Standing): string => {
  const { sums } = standing.progress;
  switch (node.kind) {
    case 'settled':
      return '';
    case 'total':
      return seenOfTotal(node, mask, standing.progress);
    case 'pair':
      return `${sums[node.applies]!},${sums[node.sum]!}`;
    case 'group':
      return `${(mask & ABSENT) !== 0 && sums[node.applies] === 0 ? 'a' : ''}${seenOfPart(node.part, standing)}`;
    case 'branch':
      return seenOfBranch(node, standing);
    case 'quorum':
      return seenOfQuorum(node, standing);
    case 'means':
      return seenOfMeans(node, standing.progress);
  }
};

/** Whether a node may still be more than one thing: more than one bit is set. */
const isOpen = (mask: number): boolean => (mask & (mask - 1)) !== 0;

const seenOfPart = (part: number, { masks, live }: Standing): number => {
  const mask = masks[part]!;
  if (isOpen(mask)) live[part] = 1;
  return mask;
};

const seenOfTotal = ({ sum, need, applies }: NodeOf<'total'>, mask: number, progress: Progress): string => {
  const matters = highOf(progress, sum) >= need && lowOf(progress, sum) < need;
  const seen = matters ? `${progress.sums[sum]!}` : '';
  if (applies !== undefined && (mask & ABSENT) !== 0) return `${seen}a`;
  return matters ? seen : `${mask}`;
};

const seenOfBranch = (node: NodeOf<'branch'>, standing: Standing): string => {
  const [low, high] = [lowOf(standing.progress, node.applies), highOf(standing.progress, node.applies)];
  const [maybeBelow, maybeFrom] = [Math.max(1, low) < node.fewerThan, high >= node.fewerThan];
  const isSure = low >= 1 && maybeBelow !== maybeFrom;
  let seen = isSure ? (maybeBelow ? 'b' : 'f') : `${standing.progress.sums[node.applies]!}`;
  if (maybeBelow) seen += `,${seenOfPart(node.below, standing)}`;
  if (maybeFrom) seen += `;${seenOfPart(node.from, standing)}`;
  return seen;
};

const seenOfQuorum = ({ parts, need }: NodeOf<'quorum'>, standing: Standing): string => {
  let [holding, applies] = [0, false];
  for (const part of parts) {
    const mask = seenOfPart(part, standing);
    if (mask === HOLDS) holding++;
    if (mask !== ABSENT && !isOpen(mask)) applies = true;
  }
  return `${need === undefined ? '' : Math.min(holding, need)}${applies ? 'a' : ''}`;
};

const seenOfMeans = (node: NodeOf<'means'>, progress: Progress): string => {
  const { numerator, denominator, applying } = finishedMeans(node, progress);
  let seen = `${numerator}/${denominator}${applying > 0 ? 'a' : ''}`;
  for (const { points, weight } of node.groups) {
    if (progress.open[weight]! > 0) seen += `,${progress.sums[points]!}/${progress.sums[weight]!}`;
  }
  return seen;
};
