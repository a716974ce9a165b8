import { at as itemAt } from '../../common/at.js';
import { type BigFraction, bigFraction, fractionOf, minus, plus } from '../../common/big-fractions.js';
import type { Fraction } from '../../common/fractions.js';
import { type Judged, required } from './judge.js';
import type { Program, Sums, Term, Truth } from './program.js';
import { LEFT_OUT } from './reading.js';
import { gainsAt } from './score-of.js';

/**
 * A judgement of one completion in which criteria can be moved one at a time. Only what a move changes is judged anew: counts of parts
 * and sums of gains are kept, so that a move costs as much as there is that hears of it, not a pass over the program.
 */
export interface LiveJudgement {
  readonly truth: (node: number) => Truth;
  /** A score as it stands; none where nothing that it looks at applies. */
  readonly score: (at: number) => Fraction | undefined;
  /** Moves a criterion to a level, or leaves it out; `named` is what a rule that names it alone sees. Gives the nodes that changed. */
  readonly move: (at: number, level: number, named?: number) => readonly number[];
  /** Says that nodes which compare a score come to something else, as with other weights they would. Gives the nodes that changed. */
  readonly force: (nodes: readonly number[], truth: Truth) => readonly number[];
}

/** A score kept up to date: for each part what its terms that apply gain, and what the parts come to together. */
interface LiveScore {
  readonly score: Sums;
  readonly gained: number[];
  readonly weight: number[];
  /** Of a lowest gain: how many terms apply, by what they gain. */
  readonly byGain: Map<number, number>;
  applying: number;
  /** Of a mean of several parts: their means, added up, and how many of them there are. */
  means: BigFraction;
  parts: number;
  /** The nodes that compare the score, by threshold from the lowest; how many it reaches now. */
  readonly thresholds: readonly { readonly node: number; readonly atLeast: Fraction }[];
  reached: number;
  /** The first of these nodes in the program: when it is judged, all are. */
  readonly first: number | undefined;
}

export const liveJudgement = (program: Program, judged: Judged): LiveJudgement => {
  const { nodes } = program;
  const levels = [...judged.reading.levels];
  const named = [...judged.reading.named];
  const { evidence } = judged.reading;
  const truths = [...judged.truths];
  const holding = [...judged.holding];
  const applying = [...judged.applying];
  const holds = (node: number): Truth => itemAt(truths, node);

  // Who hears of what: nodes by the criterion that they look at, and by the node that they lean on; terms likewise.
  const looking: number[][] = program.criteria.map(() => []);
  const leaning: number[][] = nodes.map(() => []);
  type Place = { readonly score: LiveScore; readonly part: number; readonly term: Term };
  const criterionTerms: Place[][] = program.criteria.map(() => []);
  const nodeTerms = new Map<number, Place[]>();
  const comparing: { node: number; atLeast: Fraction }[][] = program.scores.map(() => []);
  nodes.forEach((node, at) => {
    if (node.kind === 'look' && node.input !== 'fact') itemAt(looking, node.at).push(at);
    if (node.kind === 'quorum') for (const part of node.parts) itemAt(leaning, part).push(at);
    if (node.kind === 'branch') {
      for (const criterion of node.criteria) itemAt(looking, criterion).push(at);
      for (const part of new Set([node.then, node.otherwise])) itemAt(leaning, part).push(at);
    }
    if (node.kind === 'reaches') itemAt(comparing, node.score).push({ node: at, atLeast: node.threshold });
  });
  const scores = program.scores.map((score, at): LiveScore => {
    const live: LiveScore = {
      score,
      gained: score.parts.map(() => 0),
      weight: score.parts.map(() => 0),
      byGain: new Map(),
      applying: 0,
      means: bigFraction(0n),
      parts: 0,
      thresholds: itemAt(comparing, at).sort((a, b) => compare(fractionOf(a.atLeast), fractionOf(b.atLeast))),
      reached: 0,
      first: itemAt(comparing, at).reduce<number | undefined>(
        (least, { node }) => (least === undefined ? node : Math.min(least, node)),
        undefined,
      ),
    };
    const gain = gainsAt(levels, holds);
    score.parts.forEach((terms, part) => {
      for (const term of terms) {
        const place = { score: live, part, term };
        if (term.of === 'criterion') itemAt(criterionTerms, term.at).push(place);
        else nodeTerms.set(term.at, [...(nodeTerms.get(term.at) ?? []), place]);
        const gained = gain(term);
        if (gained === undefined) continue;
        live.gained[part] = itemAt(live.gained, part) + gained;
        live.weight[part] = itemAt(live.weight, part) + term.weight;
        live.applying++;
        if (score.kind === 'lowest') live.byGain.set(gained, (live.byGain.get(gained) ?? 0) + 1);
      }
    });
    if (score.kind === 'mean' && score.parts.length > 1) {
      score.parts.forEach((_, part) => {
        const mean = meanOf(live, part);
        if (mean === undefined) return;
        live.means = plus(live.means, mean);
        live.parts++;
      });
    }
    const now = valueOf(live);
    if (now !== undefined) while (live.reached < live.thresholds.length && reaches(now, live)) live.reached++;
    return live;
  });

  let changed: number[] = [];
  const heard = smallestFirst();
  const become = (at: number, truth: Truth): void => {
    const before = holds(at);
    if (before === truth) return;
    truths[at] = truth;
    changed.push(at);
    for (const { score, part, term } of nodeTerms.get(at) ?? []) {
      const gain = (one: Truth): number | undefined =>
        one === 'not-applicable' ? undefined : term.gains[one === 'true' ? 1 : 0];
      regain(score, part, term.weight, gain(before), gain(truth));
    }
    for (const above of itemAt(leaning, at)) {
      const node = itemAt(nodes, above);
      if (node.kind === 'quorum') {
        applying[above] = itemAt(applying, above) + (applies(truth) - applies(before));
        holding[above] = itemAt(holding, above) + (counts(truth) - counts(before));
      }
      heard.add(above);
    }
  };
  const regain = (
    live: LiveScore,
    part: number,
    weight: number,
    before: number | undefined,
    after: number | undefined,
  ): void => {
    if (before === after) return;
    const { score } = live;
    const isMeanOfParts = score.kind === 'mean' && score.parts.length > 1;
    const was = isMeanOfParts ? meanOf(live, part) : undefined;
    if (before !== undefined) {
      live.gained[part] = itemAt(live.gained, part) - before;
      live.weight[part] = itemAt(live.weight, part) - weight;
      live.applying--;
      if (score.kind === 'lowest') live.byGain.set(before, (live.byGain.get(before) ?? 0) - 1);
    }
    if (after !== undefined) {
      live.gained[part] = itemAt(live.gained, part) + after;
      live.weight[part] = itemAt(live.weight, part) + weight;
      live.applying++;
      if (score.kind === 'lowest') live.byGain.set(after, (live.byGain.get(after) ?? 0) + 1);
    }
    if (isMeanOfParts) {
      const is = meanOf(live, part);
      if (was !== undefined) live.means = minus(live.means, was);
      if (is !== undefined) live.means = plus(live.means, is);
      live.parts += (is === undefined ? 0 : 1) - (was === undefined ? 0 : 1);
    }
    // Compared when all that the score counts is judged: its terms stand before the nodes that ask for it.
    if (live.first !== undefined) heard.add(live.first);
  };
  /** Only thresholds between the score before and the score now change. */
  const compareAnew = (live: LiveScore): void => {
    const now = valueOf(live);
    const { thresholds } = live;
    if (now === undefined) {
      for (const { node } of thresholds) become(node, 'not-applicable');
      live.reached = 0;
      return;
    }
    const wasAbsent = holds(itemAt(thresholds, 0).node) === 'not-applicable';
    if (wasAbsent) for (const { node } of thresholds) become(node, 'false');
    while (live.reached < thresholds.length && reaches(now, live)) {
      become(itemAt(thresholds, live.reached).node, 'true');
      live.reached++;
    }
    while (live.reached > 0) {
      live.reached--;
      if (reaches(now, live)) {
        live.reached++;
        return;
      }
      become(itemAt(thresholds, live.reached).node, 'false');
    }
  };
  /** Judges one node anew, its counts being up to date. */
  const rejudge = (at: number): void => {
    const node = itemAt(nodes, at);
    switch (node.kind) {
      case 'look': {
        if (node.input === 'fact') return;
        const level = (node.input === 'criterion' && node.away === 'open' ? named : levels)[node.at] ?? LEFT_OUT;
        if (level === LEFT_OUT) become(at, 'not-applicable');
        else if (node.input === 'evidence') become(at, itemAt(evidence, node.at) >= node.atLeast ? 'true' : 'false');
        else become(at, level >= node.need ? 'true' : 'false');
        return;
      }
      case 'quorum': {
        const parts = itemAt(applying, at);
        if (parts === 0) become(at, 'not-applicable');
        else become(at, itemAt(holding, at) >= required(node.enough, parts) ? 'true' : 'false');
        return;
      }
      case 'branch': {
        const parts = itemAt(applying, at);
        become(at, parts === 0 ? 'not-applicable' : holds(parts < node.fewerThan ? node.then : node.otherwise));
        return;
      }
      case 'reaches':
        compareAnew(itemAt(scores, node.score));
    }
  };

  const move = (at: number, level: number, alone = level): readonly number[] => {
    const [before, beforeNamed] = [itemAt(levels, at), itemAt(named, at)];
    changed = [];
    if (before === level && beforeNamed === alone) return changed;
    levels[at] = level;
    named[at] = alone;
    const leftOrCame = (before === LEFT_OUT) !== (level === LEFT_OUT);
    for (const node of itemAt(looking, at)) {
      if (itemAt(nodes, node).kind === 'branch') {
        if (!leftOrCame) continue;
        applying[node] = itemAt(applying, node) + (level === LEFT_OUT ? -1 : 1);
      }
      heard.add(node);
    }
    for (const { score, part, term } of itemAt(criterionTerms, at)) {
      const gain = (one: number): number | undefined => (one === LEFT_OUT ? undefined : term.gains[one]);
      regain(score, part, term.weight, gain(before), gain(level));
    }
    return settle();
  };
  /** A node stands after all that it leans on, so each is judged once, when nothing below it is open any more. */
  const settle = (): readonly number[] => {
    for (let node = heard.take(); node !== undefined; node = heard.take()) rejudge(node);
    return changed;
  };
  return {
    truth: holds,
    score: (at) => {
      const now = valueOf(itemAt(scores, at));
      return now && { numerator: Number(now.n), denominator: Number(now.d) };
    },
    move,
    force: (compared, truth) => {
      changed = [];
      for (const node of compared) become(node, truth);
      return settle();
    },
  };
};

const applies = (truth: Truth): number => (truth === 'not-applicable' ? 0 : 1);
const counts = (truth: Truth): number => (truth === 'true' ? 1 : 0);

const compare = (a: BigFraction, b: BigFraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The weighted mean of one part of a mean; none where nothing of it applies. */
const meanOf = ({ score, gained, weight }: LiveScore, part: number): BigFraction | undefined => {
  const weighs = itemAt(weight, part);
  if (weighs === 0) return undefined;
  return bigFraction(BigInt(itemAt(gained, part)), BigInt(weighs) * BigInt(score.denominator));
};

const valueOf = (live: LiveScore): BigFraction | undefined => {
  const { score, applying, byGain, gained, means, parts } = live;
  if (applying === 0) return undefined;
  switch (score.kind) {
    case 'mean':
      return score.parts.length > 1 ? bigFraction(means.n, means.d * BigInt(parts)) : meanOf(live, 0);
    case 'sum':
      return bigFraction(BigInt(gained.reduce((sum, one) => sum + one, 0)), BigInt(score.denominator));
    case 'lowest': {
      let lowest = Number.POSITIVE_INFINITY;
      for (const [gain, times] of byGain) if (times > 0 && gain < lowest) lowest = gain;
      return bigFraction(BigInt(lowest), BigInt(score.denominator));
    }
  }
};

/** Whether a score reaches the next threshold above those that it reaches already. */
const reaches = (now: BigFraction, { thresholds, reached }: LiveScore): boolean =>
  compare(now, fractionOf(itemAt(thresholds, reached).atLeast)) >= 0;

/** Whole numbers that wait, each once, given back from the smallest on: a binary heap. */
const smallestFirst = () => {
  const waiting: number[] = [];
  const isWaiting = new Set<number>();
  const swap = (a: number, b: number): void => {
    const one = itemAt(waiting, a);
    waiting[a] = itemAt(waiting, b);
    waiting[b] = one;
  };
  return {
    add: (one: number): void => {
      if (isWaiting.has(one)) return;
      isWaiting.add(one);
      let at = waiting.push(one) - 1;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (itemAt(waiting, above) <= one) return;
        swap(at, above);
        at = above;
      }
    },
    take: (): number | undefined => {
      const [first] = waiting;
      const last = waiting.pop();
      if (first === undefined || last === undefined) return undefined;
      isWaiting.delete(first);
      if (waiting.length === 0) return first;
      waiting[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2]) {
          const one = waiting[below];
          if (one !== undefined && one < itemAt(waiting, least)) least = below;
        }
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
};
