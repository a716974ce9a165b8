import { at as itemAt } from '../../common/at.js';
import type { Fraction } from '../../common/fractions.js';
import { type Judged, truthOfLook, truthOfQuorum } from './judge.js';
import { type Comparison, type LiveScore, liveScore } from './live-score.js';
import type { Program, Term, Truth } from './program.js';
import { LEFT_OUT } from './completion.js';
import { gainOf, gainsAt } from './score-of.js';

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

export const liveJudgement = (program: Program, judged: Judged): LiveJudgement => {
  const { nodes } = program;
  const levels = [...judged.completion.levels];
  const named = [...judged.completion.named];
  const completion = { ...judged.completion, levels, named };
  const truths = [...judged.truths];
  const holding = [...judged.holding];
  const applying = [...judged.applying];
  const holds = (node: number): Truth => itemAt(truths, node);
  const { looking, leaning, comparing } = listenersIn(program);
  const scores = program.scores.map((score, at) => liveScore(score, gainsAt(levels, holds), itemAt(comparing, at)));
  const { criterionTerms, nodeTerms } = placesIn(program, scores);

  let changed: number[] = [];
  const heard = smallestFirst();
  const regain = ({ score, part, term }: Place, before: number | undefined, after: number | undefined): void => {
    if (before === after) return;
    score.regain(part, term.weight, before, after);
    // Compared when all that the score counts is judged: its terms stand before the nodes that ask for it.
    if (score.first !== undefined) heard.add(score.first);
  };
  const become = (at: number, truth: Truth): void => {
    const before = holds(at);
    if (before === truth) return;
    truths[at] = truth;
    changed.push(at);
    for (const place of nodeTerms.get(at) ?? []) regain(place, gainOf(place.term, before), gainOf(place.term, truth));
    for (const above of itemAt(leaning, at)) {
      if (itemAt(nodes, above).kind === 'quorum') {
        applying[above] = itemAt(applying, above) + (applies(truth) - applies(before));
        holding[above] = itemAt(holding, above) + (counts(truth) - counts(before));
      }
      heard.add(above);
    }
  };
  /** Judges one node anew, its counts being up to date. */
  const rejudge = (at: number): void => {
    const node = itemAt(nodes, at);
    const parts = itemAt(applying, at);
    switch (node.kind) {
      case 'look':
        return become(at, truthOfLook(node, completion));
      case 'quorum':
        return become(at, truthOfQuorum(node.enough, itemAt(holding, at), parts));
      case 'branch':
        return become(at, parts === 0 ? 'not-applicable' : holds(parts < node.fewerThan ? node.then : node.otherwise));
      case 'reaches':
        itemAt(scores, node.score).compare(become);
    }
  };
  /** A node stands after all that it leans on, so each is judged once, when nothing below it is open any more. */
  const settle = (): readonly number[] => {
    for (let node = heard.take(); node !== undefined; node = heard.take()) rejudge(node);
    return changed;
  };
  return {
    truth: holds,
    score: (at) => {
      const now = itemAt(scores, at).value();
      return now && { numerator: Number(now.n), denominator: Number(now.d) };
    },
    move: (at, level, alone = level) => {
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
      for (const place of itemAt(criterionTerms, at)) regain(place, place.term.gains[before], place.term.gains[level]);
      return settle();
    },
    force: (compared, truth) => {
      changed = [];
      for (const node of compared) become(node, truth);
      return settle();
    },
  };
};

const applies = (truth: Truth): number => (truth === 'not-applicable' ? 0 : 1);
const counts = (truth: Truth): number => (truth === 'true' ? 1 : 0);

/** Who hears of what: nodes by the criterion that they look at, nodes by the node that they lean on, comparisons by score. */
const listenersIn = ({ nodes, criteria, scores }: Program) => {
  const looking: number[][] = criteria.map(() => []);
  const leaning: number[][] = nodes.map(() => []);
  const comparing: Comparison[][] = scores.map(() => []);
  nodes.forEach((node, at) => {
    switch (node.kind) {
      case 'look':
        if (node.input !== 'fact') itemAt(looking, node.at).push(at);
        break;
      case 'quorum':
        for (const part of node.parts) itemAt(leaning, part).push(at);
        break;
      case 'branch':
        for (const criterion of node.criteria) itemAt(looking, criterion).push(at);
        for (const part of new Set([node.then, node.otherwise])) itemAt(leaning, part).push(at);
        break;
      case 'reaches':
        itemAt(comparing, node.score).push({ node: at, atLeast: node.threshold });
    }
  });
  return { looking, leaning, comparing };
};

/** Where a term counts. */
interface Place {
  readonly score: LiveScore;
  readonly part: number;
  readonly term: Term;
}

/** The places of terms, by criterion and by node. */
const placesIn = ({ criteria, scores }: Program, live: readonly LiveScore[]) => {
  const criterionTerms: Place[][] = criteria.map(() => []);
  const nodeTerms = new Map<number, Place[]>();
  scores.forEach(({ parts }, at) => {
    parts.forEach((terms, part) => {
      for (const term of terms) {
        const place = { score: itemAt(live, at), part, term };
        if (term.of === 'criterion') itemAt(criterionTerms, term.at).push(place);
        else nodeTerms.set(term.at, [...(nodeTerms.get(term.at) ?? []), place]);
      }
    });
  });
  return { criterionTerms, nodeTerms };
};

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
