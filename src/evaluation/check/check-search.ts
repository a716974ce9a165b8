import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import { lotsFrom } from './seeded-lots.js';
import { type Circuit, type Corner, createCircuit, TooLarge } from './rule-circuit.js';
import { createImplied } from './implied-rules.js';
import { decidingQuestions, searchStates, type Want, type Work } from './search-states.js';
import { assessmentOf, type StateSpace, stateSpace } from './state-space.js';
import { decidingByWalk, holdsIn, stateThatHolds, stateThatParts } from './try-states.js';

/** What a search found: an assessment that shows it, or that there is none; or neither, where the work ran out. */
export type Found =
  | { readonly kind: 'found'; readonly assessment: Judgements<Rubric>; readonly choices: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Questions about all assessments of a rubric, not applicable included, answered within one bound of counted work. */
export interface RubricSearch {
  readonly lowered: Lowered;
  readonly space: StateSpace;
  readonly circuit: Circuit;
  /** A rule, or a threshold on the score, as a node; none where its numbers are too large to add up exactly. */
  readonly node: (make: (circuit: Circuit) => number) => number | undefined;
  /** An outcome's rule with what is held open at one end. */
  readonly outcome: (at: number, corner: Corner) => number | undefined;
  readonly rule: (node: RuleNode, corner: Corner) => number | undefined;
  /** Whether a node holds in some state. */
  readonly reaches: (node: number | undefined) => Found;
  /** Whether the first holds in some state in which the second does not. */
  readonly parts: (holding: number | undefined, failing: number | undefined) => Found;
  /** Of some questions, which decide a node in some state; and whether the others were proved to decide it nowhere. */
  readonly deciding: (
    node: number | undefined,
    wanted: ReadonlySet<number>,
  ) => { readonly shown: ReadonlySet<number>; readonly proved: boolean };
  /** Whether an outcome is met in one complete state, given by positions of codes. */
  readonly isMet: (outcome: number, choices: readonly number[]) => boolean;
  readonly assessment: (choices: readonly number[]) => Judgements<Rubric>;
  readonly work: Work;
}

/** No single question takes more than this share of all work. */
const SHARE = 8;

/** Told how much of the bound is used up, each time that some more is. */
type Tell = (done: number) => void;

const quiet: Tell = () => undefined;

export const rubricSearch = (rubric: Rubric, limit: number, tell = quiet): RubricSearch =>
  searchOver(stateSpace(rubric), limit, tell);

/** Work that tells whenever some of it is done, however deep inside a search: so that a signal is seen there too. */
const toldWork = (from: number, limit: number, tell: Tell): Work => {
  let sofar = from;
  return {
    get done() {
      return sofar;
    },
    set done(now) {
      sofar = now;
      tell(now < limit ? now : limit);
    },
    limit,
  };
};

export const searchOver = (space: StateSpace, limit: number, tell = quiet): RubricSearch => {
  const { lowered } = space;
  const circuit = createCircuit(space);
  const work = toldWork(0, limit, tell);
  const lots = lotsFrom(1);
  const within = <T>(share: number, run: (work: Work) => T): T => {
    const some = toldWork(work.done, Math.min(work.limit, work.done + Math.floor(work.limit / share)), tell);
    const answer = run(some);
    work.done = Math.min(work.limit, some.done);
    return answer;
  };
  const node: RubricSearch['node'] = (make) => {
    try {
      return make(circuit);
    } catch (error) {
      if (error instanceof TooLarge) return undefined;
      throw error;
    }
  };
  const assessment = (choices: readonly number[]): Judgements<Rubric> => assessmentOf(space, choices);
  const foundBy = (choices: readonly number[]): Found => ({ kind: 'found', assessment: assessment(choices), choices });
  const search = (wants: readonly Want[]): Found => {
    const found = within(SHARE, (some) => searchStates(circuit, wants, some));
    return found.kind === 'found' ? foundBy(found.choices) : found;
  };
  // Nodes are added as questions come up, and what was seen of earlier ones stays true.
  const implied = createImplied(circuit, work);
  const rule: RubricSearch['rule'] = (of, corner) => node((circuit) => circuit.rule(of, corner));
  return {
    lowered,
    space,
    circuit,
    node,
    rule,
    outcome: (at, corner) => {
      const of = lowered.outcomes[at];
      return of && rule(of, corner);
    },
    reaches: (of) => {
      if (of === undefined) return { kind: 'unknown' };
      const quick = within(4 * SHARE, (some) => stateThatHolds(circuit, of, some, lots));
      return quick ? foundBy(quick) : search([{ node: of, holds: true }]);
    },
    parts: (holding, failing) => {
      if (holding === undefined || failing === undefined) return { kind: 'unknown' };
      if (implied(holding, failing)) return { kind: 'none' };
      const wants = [
        { node: holding, holds: true },
        { node: failing, holds: false },
      ] as const;
      const quick = within(4 * SHARE, (some) => stateThatParts(circuit, wants, some, lots));
      return quick ? foundBy(quick) : search(wants);
    },
    deciding: (of, wanted) => {
      if (of === undefined) return { shown: new Set(), proved: false };
      const shown = within(2 * SHARE, (some) => decidingByWalk(circuit, of, wanted, some, lots));
      if ([...wanted].every((question) => shown.has(question))) return { shown, proved: true };
      const all = within(SHARE, (some) => decidingQuestions(circuit, of, some));
      return all === undefined ? { shown, proved: false } : { shown: all, proved: true };
    },
    isMet: (at, choices) => {
      const of = lowered.outcomes[at];
      const root = of && rule(of, 'lowest');
      return root !== undefined && holdsIn(circuit, root, choices, work);
    },
    assessment,
    work,
  };
};
