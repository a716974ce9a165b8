import { at as itemAt } from '../../common/at.js';
import { HOLDS } from './circuit-nodes.js';
import { countedSupport, type Support, type Turn, type Work, workOfOneLook } from './circuit-part.js';
import { type Progress, putTurn, startOf, writeMasks } from './node-masks.js';
import type { RuleCircuit } from './rule-circuit.js';
import { residue } from './state-residue.js';

/** What is wanted of a node in the end. */
export interface Want {
  readonly node: number;
  readonly holds: boolean;
}

/** A state that shows what was wanted, as a position among the codes of each question; or that there is none; or neither. */
export type Search =
  | { readonly kind: 'found'; readonly choices: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** A partial answer, by the one that it came from, in the layer before, and the choice that was added to that. */
interface State {
  readonly sums: Float64Array;
  readonly parent: number;
  readonly choice: number;
}

/** One partial answer after another over a part of a circuit. Each look at one is counted. */
class PartialAnswers {
  readonly #support: Support;
  readonly #work: Work;
  readonly #progress: Progress;
  readonly #masks: Uint8Array;
  readonly #live: Uint8Array;
  readonly #cost: number;

  constructor(support: Support, work: Work) {
    this.#support = support;
    this.#work = work;
    this.#progress = startOf(support);
    this.#masks = new Uint8Array(support.circuit.nodes.length);
    this.#live = new Uint8Array(support.circuit.nodes.length);
    this.#cost = workOfOneLook(support);
  }

  /** Goes on to a turn: its question is no longer still to come. */
  take(turn: Turn): void {
    putTurn(this.#progress, turn, -1);
  }

  /** Looks at the answer that nothing was said in, and gives its sums. */
  empty(): Float64Array {
    return this.#look(new Float64Array(this.#progress.sums.length));
  }

  /** Adds a choice of the present turn to an answer, looks at what comes of it, and gives its sums. */
  add(before: Float64Array, turn: Turn, adds: readonly number[]): Float64Array {
    const sums = before.slice();
    for (const [i, sum] of turn.sums.entries()) sums[sum]! += adds[i]!;
    return this.#look(sums);
  }

  #look(sums: Float64Array): Float64Array {
    this.#work.done += this.#cost;
    this.#progress.sums = sums;
    writeMasks(this.#support.circuit, this.#progress, this.#masks);
    return sums;
  }

  /** Whether there is no work left, so that the last look does not count any more. */
  get isSpent(): boolean {
    return this.#work.done > this.#work.limit;
  }

  /** Whether the last answer passes a test by what each wanted node may still be. */
  all(wants: readonly Want[], test: (mask: number, holds: boolean) => boolean): boolean {
    return wants.every(({ holds }, i) => test(this.#masks[this.#support.roots[i]!]!, holds));
  }

  /** All that the questions still to come can see of the last answer. */
  seen(): string {
    return residue(this.#support, this.#progress, this.#masks, this.#live);
  }
}

const isAsWanted = (mask: number, holds: boolean): boolean => (holds ? mask === HOLDS : (mask & HOLDS) === 0);
const mayBeAsWanted = (mask: number, holds: boolean): boolean => (holds ? (mask & HOLDS) !== 0 : mask !== HOLDS);

/**
 * A state in which some nodes are as wanted, or that there is none. Questions are answered one after another; of all partial
 * answers that the rest cannot tell apart one is kept, and those that can no longer become what is wanted are dropped.
 */
export const searchStates = (circuit: RuleCircuit, wants: readonly Want[], work: Work): Search => {
  const nodes = wants.map(({ node }) => node);
  const support = countedSupport(circuit, nodes, work);
  if (support === undefined) return { kind: 'unknown' };
  const answers = new PartialAnswers(support, work);
  let layer: State[] = [{ sums: answers.empty(), parent: 0, choice: 0 }];
  const layers = [layer];
  const found = (at: number): Search => ({ kind: 'found', choices: choicesOf(circuit, support, layers, at) });
  if (!answers.all(wants, mayBeAsWanted)) return { kind: 'none' };
  if (answers.all(wants, isAsWanted)) return found(0);
  for (const turn of support.turns) {
    answers.take(turn);
    const next: State[] = [];
    const known = new Set<string>();
    layers.push(next);
    for (const [parent, state] of layer.entries()) {
      for (const { choice, adds } of turn.choices) {
        const sums = answers.add(state.sums, turn, adds);
        if (answers.isSpent) return { kind: 'unknown' };
        if (!answers.all(wants, mayBeAsWanted)) continue;
        const seen = answers.seen();
        if (known.has(seen)) continue;
        known.add(seen);
        next.push({ sums, parent, choice });
        if (answers.all(wants, isAsWanted)) return found(next.length - 1);
      }
    }
    if (next.length === 0) return { kind: 'none' };
    layer = next;
  }
  return { kind: 'none' };
};

/** The answer at a place in the last of some layers, read back through those before; what is left open is at its best. */
const choicesOf = (
  circuit: RuleCircuit,
  { turns }: Support,
  layers: readonly (readonly State[])[],
  at: number,
): readonly number[] => {
  const choices = circuit.space.digits.map(({ known }) => known - 1);
  let place = at;
  for (let t = layers.length - 1; t > 0; t--) {
    const { choice, parent } = itemAt(itemAt(layers, t), place);
    choices[itemAt(turns, t - 1).question] = choice;
    place = parent;
  }
  return choices;
};

/** For each partial answer of a layer, where each choice leads to in the next; one place where the node is settled already. */
type Leads = readonly (readonly number[])[];

/** A partial answer, by all that can be seen of it. */
interface Seen {
  readonly sums: Float64Array;
  readonly text: string;
}

/**
 * The questions that decide a node in some state of the others; none where the work ran out.
 *
 * Layers of partial answers as in a search, all kept, and then gone through from the end: two partial answers from which the
 * same choices lead to the same ends are one. A question decides where from some partial answer two of its answers lead apart.
 * For *a or (a and b)*: after a, *b* leads from the open answer to the same end whatever it is, so b decides nothing.
 */
export const decidingQuestions = (circuit: RuleCircuit, root: number, work: Work): ReadonlySet<number> | undefined => {
  const support = countedSupport(circuit, [root], work);
  if (support === undefined) return undefined;
  const answers = new PartialAnswers(support, work);
  let layer: readonly Seen[] = [{ sums: new Float64Array(support.circuit.sums.length), text: '' }];
  const leads: Leads[] = [];
  for (const turn of support.turns) {
    answers.take(turn);
    const next = nextLayer(answers, layer, turn);
    if (next === undefined) return undefined;
    leads.push(next.leads);
    layer = next.layer;
  }
  // In the end nothing is open, and a text is no more than the truth of the root.
  const ends = layer.map(({ text }) => (text === 'T' ? 1 : 0));
  return whereLeadsPart(support.turns, leads, ends);
};

/** All that a turn makes of a layer; none where the work ran out. */
const nextLayer = (
  answers: PartialAnswers,
  layer: readonly Seen[],
  turn: Turn,
): { readonly layer: readonly Seen[]; readonly leads: Leads } | undefined => {
  const next: Seen[] = [];
  const known = new Map<string, number>();
  const placeOf = (text: string, sums: Float64Array): number => {
    const at = known.get(text) ?? next.push({ sums, text }) - 1;
    known.set(text, at);
    return at;
  };
  const leads: (readonly number[])[] = [];
  for (const { sums: before, text } of layer) {
    if (text === 'T' || text === 'F') {
      leads.push([placeOf(text, before)]);
      continue;
    }
    const to: number[] = [];
    for (const { adds } of turn.choices) {
      const sums = answers.add(before, turn, adds);
      if (answers.isSpent) return undefined;
      to.push(placeOf(answers.seen(), sums));
    }
    leads.push(to);
  }
  return { layer: next, leads };
};

/** The questions whose answers lead from some partial answer to different ends. */
const whereLeadsPart = (
  turns: readonly Turn[],
  leads: readonly Leads[],
  last: readonly number[],
): ReadonlySet<number> => {
  const deciding = new Set<number>();
  let ends = last;
  let used = 1;
  for (let t = turns.length - 1; t >= 0; t--) {
    const known = new Map<string, number>();
    const after = ends;
    ends = itemAt(leads, t).map((to) => {
      const led = to.map((place) => itemAt(after, place));
      const first = itemAt(led, 0);
      if (led.every((end) => end === first)) return first;
      deciding.add(itemAt(turns, t).question);
      const key = led.join(' ');
      const end = known.get(key) ?? ++used;
      known.set(key, end);
      return end;
    });
  }
  return deciding;
};
