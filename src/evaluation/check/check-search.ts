import { at as itemAt } from '../../common/at.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import { type Lots, lotsFrom } from './seeded-lots.js';
import { TooLarge } from './circuit-nodes.js';
import type { Work } from './circuit-part.js';
import type { Corner } from './circuit-rules.js';
import { RuleCircuit } from './rule-circuit.js';
import { ImpliedRules } from './implied-rules.js';
import { decidingQuestions, searchStates, type Want } from './search-states.js';
import { assessmentOf, type StateSpace } from './state-space.js';
import { decidingByWalk, holdsIn, stateThatHolds, stateThatParts } from './try-states.js';

/** What a search found: an assessment that shows it, or that there is none; or neither, where the work ran out. */
export type Found =
  | { readonly kind: 'found'; readonly assessment: Judgements<Rubric>; readonly choices: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Questions that decide a node, and whether every one that does was found. */
interface Deciding {
  readonly shown: ReadonlySet<number>;
  readonly proved: boolean;
}

/** No single question takes more than this share of all work. */
const SHARE = 8;

/** Told how much of the bound is used up, each time that some more is. */
type Tell = (done: number) => void;

const quiet: Tell = () => undefined;

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

/** Questions about all assessments of a rubric, not applicable included, answered within one bound of counted work. */
export class RubricSearch {
  readonly space: StateSpace;
  readonly circuit: RuleCircuit;
  readonly work: Work;
  readonly #tell: Tell;
  readonly #lots: Lots = lotsFrom(1);
  readonly #implied: ImpliedRules;

  constructor(space: StateSpace, limit: number, tell = quiet) {
    this.space = space;
    this.circuit = new RuleCircuit(space);
    this.work = toldWork(0, limit, tell);
    this.#tell = tell;
    this.#implied = new ImpliedRules(this.circuit, this.work);
  }

  get lowered(): Lowered {
    return this.space.lowered;
  }

  /** A rule, or a threshold on the score, as a node; none where its numbers are too large to add up exactly. */
  node(make: (circuit: RuleCircuit) => number): number | undefined {
    try {
      return make(this.circuit);
    } catch (error) {
      if (error instanceof TooLarge) return undefined;
      throw error;
    }
  }

  rule(of: RuleNode, corner: Corner): number | undefined {
    return this.node((circuit) => circuit.rule(of, corner));
  }

  /** An outcome's rule with what is held open at one end. */
  outcome(at: number, corner: Corner): number | undefined {
    return this.rule(itemAt(this.lowered.outcomes, at), corner);
  }

  /** Whether a node holds in some state. */
  reaches(node: number | undefined): Found {
    if (node === undefined) return { kind: 'unknown' };
    const quick = this.#within(4 * SHARE, (some) => stateThatHolds(this.circuit, node, some, this.#lots));
    return quick ? this.#found(quick) : this.#search([{ node, holds: true }]);
  }

  /** Whether the first holds in some state in which the second does not. */
  parts(holding: number | undefined, failing: number | undefined): Found {
    if (holding === undefined || failing === undefined) return { kind: 'unknown' };
    if (this.#implied.implies(holding, failing)) return { kind: 'none' };
    const wants = [
      { node: holding, holds: true },
      { node: failing, holds: false },
    ] as const;
    const quick = this.#within(4 * SHARE, (some) => stateThatParts(this.circuit, wants, some, this.#lots));
    return quick ? this.#found(quick) : this.#search(wants);
  }

  /** Of some questions, which decide a node in some state; and whether the others were proved to decide it nowhere. */
  deciding(node: number | undefined, wanted: ReadonlySet<number>): Deciding {
    if (node === undefined) return { shown: new Set(), proved: false };
    const shown = this.#within(2 * SHARE, (some) => decidingByWalk(this.circuit, node, wanted, some, this.#lots));
    if ([...wanted].every((question) => shown.has(question))) return { shown, proved: true };
    const all = this.#within(SHARE, (some) => decidingQuestions(this.circuit, node, some));
    return all === undefined ? { shown, proved: false } : { shown: all, proved: true };
  }

  /** Whether an outcome is met in one complete state, given by positions of codes. */
  isMet(outcome: number, choices: readonly number[]): boolean {
    const root = this.outcome(outcome, 'lowest');
    return root !== undefined && holdsIn(this.circuit, root, choices, this.work);
  }

  assessment(choices: readonly number[]): Judgements<Rubric> {
    return assessmentOf(this.space, choices);
  }

  #found(choices: readonly number[]): Found {
    return { kind: 'found', assessment: this.assessment(choices), choices };
  }

  #search(wants: readonly Want[]): Found {
    const found = this.#within(SHARE, (some) => searchStates(this.circuit, wants, some));
    return found.kind === 'found' ? this.#found(found.choices) : found;
  }

  /** Runs one question with no more than a share of all work. */
  #within<T>(share: number, run: (work: Work) => T): T {
    const { work } = this;
    const some = toldWork(work.done, Math.min(work.limit, work.done + Math.floor(work.limit / share)), this.#tell);
    const answer = run(some);
    work.done = Math.min(work.limit, some.done);
    return answer;
  }
}
