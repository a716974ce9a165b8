import { at } from '../../common/at.js';
import type { Lots } from './seeded-lots.js';
import { HOLDS } from './circuit-nodes.js';
import { countedSupport, type Support, type Work } from './circuit-part.js';
import { type Progress, writeMasks } from './node-masks.js';
import type { RuleCircuit } from './rule-circuit.js';
import type { Want } from './search-states.js';

/*
 * Quick looks at single states, for where the layers would be too wide: whatever they find is true, what they do not find
 * may still be there.
 */

/*
 * How much is tried: criteria that alone are away or alone apply, drawn choices of which are away, orders in which all is lowered, and how many
 * of these in a row may show nothing new. More of each settles more rubrics and takes longer; what is found stays true.
 */
const MOST_ALONE = 100;
const MOST_DRAWN = 20;
const MOST_ORDERS = 12;
const MOST_IDLE = 6;

/** One complete state at a time, and what some nodes are in it. */
interface Walk {
  readonly questions: readonly number[];
  readonly choices: number[];
  readonly set: (question: number, choice: number) => void;
  readonly holds: (root: number) => boolean;
  readonly isSpent: () => boolean;
}

const createWalk = (circuit: RuleCircuit, roots: readonly number[], work: Work): Walk | undefined => {
  const support = countedSupport(circuit, roots, work);
  return support && walkThrough(circuit, support, work);
};

const walkThrough = (circuit: RuleCircuit, support: Support, work: Work): Walk => {
  const part = support.circuit;
  const sums = new Float64Array(part.sums.length);
  const nothing = new Float64Array(part.sums.length);
  const progress: Progress = { sums, least: nothing, most: nothing, open: new Int32Array(part.sums.length) };
  const masks = new Uint8Array(part.nodes.length);
  const choices = circuit.space.digits.map(({ known }) => known - 1);
  const sumsOf = new Map(support.turns.map(({ question, sums: of }) => [question, of]));
  const gain = (sum: number, question: number): number =>
    at(part.sums, sum).gains.get(question)?.[choices[question] ?? 0] ?? 0;
  for (const [question, of] of sumsOf) for (const sum of of) sums[sum]! += gain(sum, question);
  let isStale = true;
  return {
    questions: support.turns.map(({ question }) => question),
    choices,
    set: (question, choice) => {
      if (choices[question] === choice) return;
      const of = sumsOf.get(question) ?? [];
      for (const sum of of) sums[sum]! -= gain(sum, question);
      choices[question] = choice;
      for (const sum of of) sums[sum]! += gain(sum, question);
      work.done += of.length;
      isStale = true;
    },
    holds: (root) => {
      if (isStale) {
        writeMasks(part, progress, masks);
        work.done += part.nodes.length + 1;
        isStale = false;
      }
      return masks[support.roots[root]!] === HOLDS;
    },
    isSpent: () => work.done > work.limit,
  };
};

/** Whether a question may be answered by *not applicable*, and where that stands among its codes. */
const awayOf = (circuit: RuleCircuit, question: number): number | undefined => {
  const { known } = circuit.space.digits[question] ?? { known: 0 };
  return (circuit.codes[question]?.length ?? 0) > known ? known : undefined;
};

/** Everything at its best; then some of it not applicable: all that may be, each alone, and several by lot. */
function* applicabilities(circuit: RuleCircuit, walk: Walk, lots: Lots): Generator<void> {
  const best = (question: number): number => (circuit.space.digits[question]?.known ?? 1) - 1;
  const reset = (isAway: (question: number) => boolean): void => {
    for (const v of walk.questions) walk.set(v, isAway(v) ? (awayOf(circuit, v) ?? best(v)) : best(v));
  };
  reset(() => false);
  yield;
  const away = walk.questions.filter((v) => awayOf(circuit, v) !== undefined);
  if (away.length === 0) return;
  reset(() => true);
  yield;
  for (const one of away.slice(0, MOST_ALONE)) {
    reset((v) => v === one);
    yield;
    reset((v) => v !== one);
    yield;
  }
  for (let turn = 0; turn < MOST_DRAWN; turn++) {
    const inTen = 1 + lots.below(9);
    reset(() => lots.below(10) < inTen);
    yield;
  }
}

/** Lowers one question after another as far as the first root goes on holding. What is left high is then needed. */
const descend = (circuit: RuleCircuit, walk: Walk, order: readonly number[]): readonly number[] => {
  const needed: number[] = [];
  for (const v of order) {
    const from = walk.choices[v] ?? 0;
    if (walk.isSpent()) return needed;
    if (from >= (circuit.space.digits[v]?.known ?? 0)) continue;
    let choice = 0;
    for (; choice < from; choice++) {
      walk.set(v, choice);
      if (walk.holds(0)) break;
    }
    walk.set(v, choice);
    if (choice > 0) needed.push(v);
  }
  return needed;
};

const shuffled = (list: readonly number[], lots: Lots): readonly number[] => {
  const left = [...list];
  for (let at = left.length - 1; at > 0; at--) {
    const other = lots.below(at + 1);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
};

/** Whether a node holds in one complete state. */
export const holdsIn = (circuit: RuleCircuit, node: number, choices: readonly number[], work: Work): boolean => {
  const walk = createWalk(circuit, [node], work);
  if (walk === undefined) return false;
  choices.forEach((choice, question) => walk.set(question, choice));
  return walk.holds(0);
};

/** A state in which a node holds, by a few tries. */
export const stateThatHolds = (
  circuit: RuleCircuit,
  node: number,
  work: Work,
  lots: Lots,
): readonly number[] | undefined => {
  const walk = createWalk(circuit, [node], work);
  if (walk === undefined) return undefined;
  for (const _ of applicabilities(circuit, walk, lots)) {
    if (walk.holds(0)) return [...walk.choices];
    if (walk.isSpent()) return undefined;
  }
  return undefined;
};

/**
 * Questions that some state lets decide a node: in a state that holds, with everything lowered as far as it still holds,
 * each question that is not at its lowest. Those still to be shown are lowered last, so that they are what it holds by.
 */
export const decidingByWalk = (
  circuit: RuleCircuit,
  node: number,
  wanted: ReadonlySet<number>,
  work: Work,
  lots: Lots,
): ReadonlySet<number> => {
  const walk = createWalk(circuit, [node], work);
  if (walk === undefined) return new Set();
  const left = new Set(walk.questions.filter((v) => wanted.has(v)));
  const shown = new Set<number>();
  let idle = 0;
  for (const _ of applicabilities(circuit, walk, lots)) {
    if (left.size === 0 || walk.isSpent() || idle > MOST_IDLE) break;
    if (!walk.holds(0)) continue;
    const start = [...walk.choices];
    for (let round = 0; round < MOST_ORDERS && left.size > 0 && !walk.isSpent(); round++) {
      start.forEach((choice, v) => walk.set(v, choice));
      const last = shuffled([...left], lots);
      const order = [
        ...shuffled(
          walk.questions.filter((v) => !left.has(v)),
          lots,
        ),
        ...last,
      ];
      const before = left.size;
      for (const v of descend(circuit, walk, order)) {
        shown.add(v);
        left.delete(v);
      }
      idle = left.size < before ? 0 : idle + 1;
      if (idle > MOST_IDLE) break;
    }
  }
  return shown;
};

/** A state in which one node holds and another does not, by a few tries. */
export const stateThatParts = (
  circuit: RuleCircuit,
  [holding, failing]: readonly [Want, Want],
  work: Work,
  lots: Lots,
): readonly number[] | undefined => {
  const walk = createWalk(circuit, [holding.node, failing.node], work);
  const support = countedSupport(circuit, [failing.node], work);
  if (walk === undefined || support === undefined) return undefined;
  const ofFailing = new Set(support.turns.map(({ question }) => question));
  const first = walk.questions.filter((v) => ofFailing.has(v));
  const rest = walk.questions.filter((v) => !ofFailing.has(v));
  let tries = 0;
  for (const _ of applicabilities(circuit, walk, lots)) {
    if (walk.isSpent() || tries > MOST_ORDERS) return undefined;
    if (!walk.holds(0)) continue;
    if (!walk.holds(1)) return [...walk.choices];
    const start = [...walk.choices];
    for (const order of [[...first, ...rest], [...first].reverse(), shuffled(first, lots)]) {
      tries++;
      start.forEach((choice, v) => walk.set(v, choice));
      descend(circuit, walk, order);
      if (walk.isSpent()) return undefined;
      if (walk.holds(0) && !walk.holds(1)) return [...walk.choices];
    }
  }
  return undefined;
};
