import { numbersTo } from '../packed/number-list.js';
import { at } from '../../common/at.js';
import type { LinkGraph } from '../links/link-graph.js';
import { refuseNoGraph } from '../links/refuse-graph.js';
import { modularity, refuseResolution } from './modularity.js';
import { refuseUnknown } from '../../common/refuse.js';
import { renumberByFirst } from './strong-components.js';
import { type Components, firstOf, sizesOf } from './weak-components.js';

export interface CommunitiesOptions {
  /** How much the links expected by chance weigh against those there are: 1. Above 1 communities become smaller, below 1 larger. */
  readonly resolution?: number | undefined;
}

/** A division into communities, numbered from 0 in the order of their first members. */
export interface Communities extends Components {
  /** Of this division, at the resolution asked for; undefined where there is no link. */
  readonly modularity: number | undefined;
  /** How many times communities were gathered into nodes of a smaller graph. */
  readonly levels: number;
}

/** A graph without directions: rows of neighbours with weights, both ways, without links of a node to itself. */
interface Level {
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Int32Array;
  /** What each node’s links weigh, those to itself twice. */
  readonly degrees: Float64Array;
}

/** Writes the rows of a level one after the other; weights toward the same neighbour add up. */
class RowWriter {
  private readonly starts: Int32Array;
  private readonly neighbours: Int32Array;
  private readonly weights: Int32Array;
  /** Where in the row being written a neighbour stands, or a place before it. */
  private readonly places: Int32Array;
  private row = -1;
  private start = 0;
  private end = 0;

  constructor(nodeCount: number, most: number) {
    this.starts = new Int32Array(nodeCount + 1);
    this.neighbours = new Int32Array(most);
    this.weights = new Int32Array(most);
    this.places = new Int32Array(nodeCount).fill(-1);
  }

  begin(): void {
    this.row++;
    this.start = this.end;
    this.starts[this.row] = this.start;
  }

  add(neighbour: number, weight: number): void {
    const place = this.places[neighbour]!;
    if (place >= this.start) {
      this.weights[place] = this.weights[place]! + weight;
      return;
    }
    this.places[neighbour] = this.end;
    this.neighbours[this.end] = neighbour;
    this.weights[this.end] = weight;
    this.end++;
  }

  close(degrees: Float64Array): Level {
    this.starts[this.row + 1] = this.end;
    return {
      starts: this.starts,
      neighbours: this.neighbours.slice(0, this.end),
      weights: this.weights.slice(0, this.end),
      degrees,
    };
  }
}

const levelOf = ({ nodeCount, linkCount, outStarts, outTargets, inStarts, inSources }: LinkGraph): Level => {
  const degrees = new Float64Array(nodeCount);
  const rows = new RowWriter(nodeCount, 2 * linkCount);
  for (let v = 0; v < nodeCount; v++) {
    degrees[v] = outStarts[v + 1]! - outStarts[v]! + inStarts[v + 1]! - inStarts[v]!;
    rows.begin();
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) if (outTargets[e] !== v) rows.add(outTargets[e]!, 1);
    for (let e = inStarts[v]!; e < inStarts[v + 1]!; e++) if (inSources[e] !== v) rows.add(inSources[e]!, 1);
  }
  return rows.close(degrees);
};

/**
 * Moves nodes, one at a time, to the neighbouring community that gains most, until none gains. Those marked in `waits` have their
 * turn; after a move those neighbours wait again that are in another community. Returns whether any moved, and marks in `lost` the labels
 * that lost a node. What is compared is 2m · 2m · ΔQ / 2, in whole numbers as long as
 * the resolution is one.
 */
const settle = (
  level: Level,
  labels: Int32Array,
  doubled: number,
  resolution: number,
  waits: Uint8Array,
  lost: Uint8Array,
): boolean => {
  const { starts, neighbours, weights, degrees } = level;
  const nodeCount = labels.length;
  const totals = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) totals[labels[v]!] = totals[labels[v]!]! + degrees[v]!;
  const toward = new Float64Array(nodeCount);
  const met = new Int32Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  let waiting = 0;
  for (let v = 0; v < nodeCount; v++) if (waits[v] === 1) queue[waiting++] = v;
  const least = leastGain(doubled, resolution);
  let head = 0;
  let tail = waiting === nodeCount ? 0 : waiting;
  let moved = false;
  for (; waiting > 0; waiting--) {
    const v = queue[head]!;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waits[v] = 0;
    const start = starts[v]!;
    const end = starts[v + 1]!;
    let count = 0;
    for (let e = start; e < end; e++) {
      const label = labels[neighbours[e]!]!;
      const sum = toward[label]!;
      if (sum === 0) met[count++] = label;
      toward[label] = sum + weights[e]!;
    }
    const own = labels[v]!;
    const degree = degrees[v]!;
    const drag = resolution * degree;
    let best = own;
    let most = toward[own]! * doubled - drag * (totals[own]! - degree) + least;
    for (let i = 0; i < count; i++) {
      const label = met[i]!;
      const gain = toward[label]! * doubled - drag * totals[label]!;
      toward[label] = 0;
      if (label === own || gain < most || (gain === most && (best === own || label > best))) continue;
      most = gain;
      best = label;
    }
    if (best === own) continue;
    moved = true;
    labels[v] = best;
    lost[own] = 1;
    totals[own] = totals[own]! - degree;
    totals[best] = totals[best]! + degree;
    for (let e = start; e < end; e++) {
      const other = neighbours[e]!;
      if (waits[other] === 1 || labels[other] === best) continue;
      waits[other] = 1;
      queue[tail] = other;
      tail = tail + 1 === nodeCount ? 0 : tail + 1;
      waiting++;
    }
  }
  return moved;
};

/** 0 where gains are whole numbers; else what rounding could feign, so that every move is a gain and there is an end to them. */
const leastGain = (doubled: number, resolution: number): number =>
  Number.isInteger(resolution) && resolution * doubled * doubled <= Number.MAX_SAFE_INTEGER
    ? 0
    : Math.max(1, resolution) * doubled * doubled * 8 * Number.EPSILON;

/** The level whose nodes are the communities, 0 … count − 1, of this one. */
const gather = (level: Level, labels: Int32Array, count: number): Level => {
  const nodeCount = labels.length;
  const memberStarts = new Int32Array(count + 1);
  const degrees = new Float64Array(count);
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    memberStarts[label + 1] = memberStarts[label + 1]! + 1;
    degrees[label] = degrees[label]! + level.degrees[v]!;
  }
  for (let c = 0; c < count; c++) memberStarts[c + 1] = memberStarts[c + 1]! + memberStarts[c]!;
  const members = new Int32Array(nodeCount);
  const next = memberStarts.slice(0, count);
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    members[next[label]!] = v;
    next[label] = next[label]! + 1;
  }
  const rows = new RowWriter(count, level.neighbours.length);
  for (let c = 0; c < count; c++) {
    rows.begin();
    for (let i = memberStarts[c]!; i < memberStarts[c + 1]!; i++) {
      const v = members[i]!;
      for (let e = level.starts[v]!; e < level.starts[v + 1]!; e++) {
        const other = labels[level.neighbours[e]!]!;
        if (other !== c) rows.add(other, level.weights[e]!);
      }
    }
  }
  return rows.close(degrees);
};

/**
 * Labels every community by its first member, and each connected piece of those marked in `lost` by its own. Taking apart what no link holds
 * together is always a gain. Marks in `waits` the nodes for which a community came apart, or next to them, and returns whether any did.
 */
const takeApart = ({ starts, neighbours }: Level, labels: Int32Array, lost: Uint8Array, waits: Uint8Array): boolean => {
  const nodeCount = labels.length;
  const firsts = new Int32Array(nodeCount).fill(-1);
  const pieces = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    if (firsts[label] === -1) firsts[label] = v;
    pieces[v] = lost[label] === 1 ? v : firsts[label]!;
  }
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    if (lost[label] === 0) continue;
    for (let e = starts[v]!; e < starts[v + 1]!; e++) {
      const other = neighbours[e]!;
      if (other > v || labels[other] !== label) continue;
      const one = firstOf(pieces, v);
      const two = firstOf(pieces, other);
      if (one < two) pieces[two] = one;
      else pieces[one] = two;
    }
  }
  const isApart = new Uint8Array(nodeCount);
  let any = false;
  for (let v = 0; v < nodeCount; v++) {
    const label = labels[v]!;
    if (lost[label] === 0) continue;
    pieces[v] = pieces[pieces[v]!]!;
    if (pieces[v] === firsts[label]) continue;
    isApart[label] = 1;
    any = true;
  }
  if (any) {
    for (let v = 0; v < nodeCount; v++) {
      if (isApart[labels[v]!] === 0) continue;
      waits[v] = 1;
      for (let e = starts[v]!; e < starts[v + 1]!; e++) waits[neighbours[e]!] = 1;
    }
  }
  labels.set(pieces);
  lost.fill(0);
  return any;
};

/**
 * Communities: a division of the graph in which links are many inside and few between, by Louvain’s method. Each node moves to the
 * neighbouring community that adds most to `modularity`, until none does; communities become the nodes of a smaller graph, and so
 * on. On the way back from the smallest graph to the whole, nodes of each size may move once more (the refinement of Rotta
 * and Noack), which gains as much as the difference between good runs of other implementations; at last, communities whose members
 * no link holds together are taken apart, so that every community is
 * connected and no node would add anything by moving to a community it is linked with.
 *
 * Links count without their direction, as in `modularity`: a link and its return weigh 2. The result is the same on every run and in every engine: nodes
 * take their turns in the order of their numbers and wait again in a queue, of equal gains the one toward the community of the smallest number
 * wins, a node that gains nothing stays, and gains are compared in whole numbers (for a whole resolution and up to 47 million links).
 * As with every fast method of this kind, a better division may exist; the best one is hard to find (Brandes and others).
 *
 * @throws RangeError for a resolution below 0
 * @see Blondel and others (2008), doi:10.1088/1742-5468/2008/10/P10008; Rotta and Noack (2011), doi:10.1145/1963190.1970376;
 * Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z; Brandes and others (2008), doi:10.1109/TKDE.2007.190689
 * @example
 * const twoTriangles = buildLinkGraph({
 *   nodeCount: 7,
 *   sources: [0, 1, 2, 3, 4, 5, 2],
 *   targets: [1, 2, 0, 4, 5, 3, 3],
 * });
 * const { labels, count, modularity: q } = communities(twoTriangles);
 * Array.from(labels); // => [0, 0, 0, 1, 1, 1, 2]
 * count; // => 3
 * q; // ≈ 0.35714285714285715
 */
export const communities = (graph: LinkGraph, options: CommunitiesOptions = {}): Communities => {
  refuseNoGraph('communities', graph);
  refuseUnknown('communities', options, ['resolution']);
  const { resolution = 1 } = options;
  refuseResolution('communities', resolution);
  const doubled = 2 * graph.linkCount;
  const levels = [levelOf(graph)];
  const steps: Int32Array[] = [];
  let labels: Int32Array;
  for (;;) {
    const level = at(levels, levels.length - 1);
    const nodes = level.degrees.length;
    labels = numbersTo(nodes);
    const waits = new Uint8Array(nodes).fill(1);
    if (!settle(level, labels, doubled, resolution, waits, new Uint8Array(nodes))) break;
    const count = renumberByFirst(labels);
    steps.push(labels);
    levels.push(gather(level, labels, count));
  }
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!;
    for (let v = 0; v < step.length; v++) step[v] = labels[step[v]!]!;
    labels = step;
    const waits = new Uint8Array(step.length).fill(1);
    settle(at(levels, i), labels, doubled, resolution, waits, new Uint8Array(step.length));
  }
  const whole = at(levels, 0);
  const waits = new Uint8Array(graph.nodeCount);
  const lost = new Uint8Array(graph.nodeCount).fill(1);
  // A piece taken apart may draw a node that the whole did not, and a community that a node left may draw one that is no neighbour of it: so
  // all are asked once more, until none moves. Each time round is a gain, so there is an end.
  do {
    while (takeApart(whole, labels, lost, waits)) settle(whole, labels, doubled, resolution, waits, lost);
    waits.fill(1);
  } while (settle(whole, labels, doubled, resolution, waits, lost));
  const count = renumberByFirst(labels);
  return {
    count,
    labels,
    sizes: sizesOf(labels, count),
    modularity: modularity(graph, labels, { resolution }),
    levels: steps.length,
  };
};
