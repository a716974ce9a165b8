import type { Lowered } from './lower-rubric.js';
import type { ReadAssessment } from './read-assessment.js';

/** The position that stands for a criterion that is left out: not applicable, or unrated where only ratings count. */
export const LEFT_OUT = -1;

/** One completion of an assessment: every criterion has a level or is left out, every fact is true or false. */
export interface Completion {
  readonly levels: readonly number[];
  /** The levels that a rule naming one criterion sees: as above, but a not-applicable criterion may be held open. */
  readonly named: readonly number[];
  /** Whether each fact holds, and how many items of evidence each criterion has. */
  readonly facts: readonly boolean[];
  readonly evidence: readonly number[];
}

/** The completion with everything open at its lowest, or at its highest. */
export const complete = (lowered: Lowered, read: ReadAssessment, open: 'lowest' | 'highest'): Completion => {
  const end = (at: number) => (open === 'lowest' ? 0 : (lowered.levels[at]?.length ?? 1) - 1);
  const levels = read.states.map((state, at) => {
    if (state.kind === 'not-applicable') return LEFT_OUT;
    return state.kind === 'unrated' ? end(at) : state[open];
  });
  const named = levels.map((level, at) =>
    level === LEFT_OUT && lowered.criteria[at]?.notApplicable !== 'waived' ? end(at) : level,
  );
  const facts = lowered.program.facts.map((id) => read.facts.get(id) ?? open === 'highest');
  return { levels, named, facts, evidence: read.evidence };
};

/** The best that could ever be said with the same criteria applicable: top levels, all facts true, evidence for everything. */
export const best = (lowered: Lowered, read: ReadAssessment): Completion => {
  const top = (at: number) => (lowered.levels[at]?.length ?? 1) - 1;
  const levels = read.states.map((state, at) => (state.kind === 'not-applicable' ? LEFT_OUT : top(at)));
  const named = levels.map((level, at) =>
    level === LEFT_OUT && lowered.criteria[at]?.notApplicable !== 'waived' ? top(at) : level,
  );
  const evidence = read.evidence.map(() => Number.MAX_SAFE_INTEGER);
  return { levels, named, facts: lowered.program.facts.map(() => true), evidence };
};

/** Only what is rated: unrated criteria are left out, as not-applicable ones are, also where a rule names them alone. */
export const ratedOnly = ({ program }: Lowered, read: ReadAssessment): Completion => {
  const levels = read.states.map((state) => (state.kind === 'rated' ? state.lowest : LEFT_OUT));
  const facts = program.facts.map((id) => read.facts.get(id) ?? false);
  return { levels, named: levels, facts, evidence: read.evidence };
};
