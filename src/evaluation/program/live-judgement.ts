import { at as itemAt } from '../../common/at.js';
import type { Fraction } from '../../common/fractions.js';
import { type Judged, truthOfLook, truthOfQuorum } from './judge.js';
import { type Comparison, LiveScore } from './live-score.js';
import type { Program, Term, Truth } from './program.js';
import { type Completion, LEFT_OUT } from './completion.js';
import { gainOf, gainsAt } from './score-of.js';

/**
 * A judgement of one completion in which criteria can be moved one at a time. Only what a move changes is judged anew: counts of parts
 * and sums of gains are kept, so that a move costs as much as there is that hears of it, not a pass over the program.
 */
export class LiveJudgement {
  readonly #program: Program;
  readonly #completion: Completion & { readonly levels: number[]; readonly named: number[] };
  readonly #truths: Truth[];
  /** Of each node: how many of its parts hold, and how many apply. */
  readonly #holding: number[];
  readonly #applying: number[];
  readonly #scores: readonly LiveScore[];
  readonly #listeners: Listeners;
  readonly #places: Places;
  /** Nodes that have heard of a change below them, and those that changed in this move. */
  readonly #heard = new SmallestFirst();
  #changed: number[] = [];

  constructor(program: Program, judged: Judged) {
    const { completion } = judged;
    this.#program = program;
    this.#completion = { ...completion, levels: [...completion.levels], named: [...completion.named] };
    this.#truths = [...judged.truths];
    this.#holding = [...judged.holding];
    this.#applying = [...judged.applying];
    this.#listeners = listenersIn(program);
    const gain = gainsAt(this.#completion.levels, (node) => this.truth(node));
    this.#scores = program.scores.map((score, at) => new LiveScore(score, gain, itemAt(this.#listeners.comparing, at)));
    this.#places = placesIn(program, this.#scores);
  }

  truth(node: number): Truth {
    return itemAt(this.#truths, node);
  }

  /** A score as it stands; none where nothing that it looks at applies. */
  score(at: number): Fraction | undefined {
    const now = itemAt(this.#scores, at).value();
    return now && { numerator: Number(now.n), denominator: Number(now.d) };
  }

  /** Moves a criterion to a level, or leaves it out; `named` is what a rule that names it alone sees. Gives the nodes that changed. */
  move(at: number, level: number, named: number = level): readonly number[] {
    const { levels, named: seenAlone } = this.#completion;
    const before = itemAt(levels, at);
    this.#changed = [];
    if (before === level && itemAt(seenAlone, at) === named) return this.#changed;
    levels[at] = level;
    seenAlone[at] = named;
    const leftOrCame = (before === LEFT_OUT) !== (level === LEFT_OUT);
    for (const node of itemAt(this.#listeners.looking, at)) {
      if (itemAt(this.#program.nodes, node).kind === 'branch') {
        if (!leftOrCame) continue;
        this.#applying[node] = itemAt(this.#applying, node) + (level === LEFT_OUT ? -1 : 1);
      }
      this.#heard.add(node);
    }
    for (const place of itemAt(this.#places.ofCriteria, at))
      this.#regain(place, place.term.gains[before], place.term.gains[level]);
    return this.#settle();
  }

  /** Says that nodes which compare a score come to something else, as with other weights they would. Gives the nodes that changed. */
  force(compared: readonly number[], truth: Truth): readonly number[] {
    this.#changed = [];
    for (const node of compared) this.#become(node, truth);
    return this.#settle();
  }

  /** A node stands after all that it leans on, so each is judged once, when nothing below it is open any more. */
  #settle(): readonly number[] {
    for (let node = this.#heard.take(); node !== undefined; node = this.#heard.take()) this.#rejudge(node);
    return this.#changed;
  }

  /** Judges one node anew, its counts being up to date. */
  #rejudge(at: number): void {
    const node = itemAt(this.#program.nodes, at);
    const parts = itemAt(this.#applying, at);
    switch (node.kind) {
      case 'look':
        return this.#become(at, truthOfLook(node, this.#completion));
      case 'quorum':
        return this.#become(at, truthOfQuorum(node.enough, itemAt(this.#holding, at), parts));
      case 'branch': {
        const taken = parts < node.fewerThan ? node.then : node.otherwise;
        return this.#become(at, parts === 0 ? 'not-applicable' : this.truth(taken));
      }
      case 'reaches':
        itemAt(this.#scores, node.score).compare((compared, truth) => this.#become(compared, truth));
    }
  }

  #become(at: number, truth: Truth): void {
    const before = this.truth(at);
    if (before === truth) return;
    this.#truths[at] = truth;
    this.#changed.push(at);
    for (const place of this.#places.ofNodes.get(at) ?? [])
      this.#regain(place, gainOf(place.term, before), gainOf(place.term, truth));
    for (const above of itemAt(this.#listeners.leaning, at)) {
      if (itemAt(this.#program.nodes, above).kind === 'quorum') {
        this.#applying[above] = itemAt(this.#applying, above) + (applies(truth) - applies(before));
        this.#holding[above] = itemAt(this.#holding, above) + (counts(truth) - counts(before));
      }
      this.#heard.add(above);
    }
  }

  #regain({ score, part, term }: Place, before: number | undefined, after: number | undefined): void {
    if (before === after) return;
    score.regain(part, term.weight, before, after);
    // Compared when all that the score counts is judged: its terms stand before the nodes that ask for it.
    if (score.first !== undefined) this.#heard.add(score.first);
  }
}

const applies = (truth: Truth): number => (truth === 'not-applicable' ? 0 : 1);
const counts = (truth: Truth): number => (truth === 'true' ? 1 : 0);

/** Who hears of what: nodes by the criterion that they look at, nodes by the node that they lean on, comparisons by score. */
interface Listeners {
  readonly looking: readonly (readonly number[])[];
  readonly leaning: readonly (readonly number[])[];
  readonly comparing: readonly (readonly Comparison[])[];
}

const listenersIn = ({ nodes, criteria, scores }: Program): Listeners => {
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
interface Places {
  readonly ofCriteria: readonly (readonly Place[])[];
  readonly ofNodes: ReadonlyMap<number, readonly Place[]>;
}

const placesIn = ({ criteria, scores }: Program, live: readonly LiveScore[]): Places => {
  const ofCriteria: Place[][] = criteria.map(() => []);
  const ofNodes = new Map<number, Place[]>();
  scores.forEach(({ parts }, at) => {
    parts.forEach((terms, part) => {
      for (const term of terms) {
        const place = { score: itemAt(live, at), part, term };
        if (term.of === 'criterion') itemAt(ofCriteria, term.at).push(place);
        else ofNodes.set(term.at, [...(ofNodes.get(term.at) ?? []), place]);
      }
    });
  });
  return { ofCriteria, ofNodes };
};

/** Whole numbers that wait, each once, given back from the smallest on: a binary heap. */
class SmallestFirst {
  readonly #waiting: number[] = [];
  readonly #isWaiting = new Set<number>();

  add(one: number): void {
    if (this.#isWaiting.has(one)) return;
    this.#isWaiting.add(one);
    let at = this.#waiting.push(one) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (itemAt(this.#waiting, above) <= one) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): number | undefined {
    const [first] = this.#waiting;
    const last = this.#waiting.pop();
    if (first === undefined || last === undefined) return undefined;
    this.#isWaiting.delete(first);
    if (this.#waiting.length === 0) return first;
    this.#waiting[0] = last;
    for (let at = 0; ; ) {
      const least = this.#leastAround(at);
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  /** The place of the smallest number of one and the two below it. */
  #leastAround(at: number): number {
    let least = at;
    for (let below = 2 * at + 1; below <= 2 * at + 2 && below < this.#waiting.length; below++) {
      if (itemAt(this.#waiting, below) < itemAt(this.#waiting, least)) least = below;
    }
    return least;
  }

  #swap(a: number, b: number): void {
    const one = itemAt(this.#waiting, a);
    this.#waiting[a] = itemAt(this.#waiting, b);
    this.#waiting[b] = one;
  }
}
