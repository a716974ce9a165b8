import type { Plan } from './plan.js';
import type { Sheet } from './sheet.js';

/** The position that stands for a criterion that is left out: not applicable, or unrated where only ratings count. */
export const LEFT_OUT = -1;

/** One completion of an assessment: every criterion has a level or is left out, every fact is true or false. */
export interface Reading {
  readonly levels: number[];
  /** The levels that a rule naming one criterion sees: as above, but a not-applicable criterion may be held open. */
  readonly named: number[];
  readonly fact: (id: string) => boolean;
  readonly evidence: readonly number[];
}

/** The completion with everything open at its lowest, or at its highest. */
export const complete = (plan: Plan, sheet: Sheet, open: 'lowest' | 'highest'): Reading => {
  const end = (at: number) => (open === 'lowest' ? 0 : (plan.levels[at]?.length ?? 1) - 1);
  const levels = sheet.states.map((state, at) => {
    if (state.kind === 'not-applicable') return LEFT_OUT;
    return state.kind === 'unrated' ? end(at) : state[open];
  });
  const named = levels.map((level, at) =>
    level === LEFT_OUT && plan.criteria[at]?.notApplicable !== 'waived' ? end(at) : level,
  );
  return { levels, named, fact: (id) => sheet.facts.get(id) ?? open === 'highest', evidence: sheet.evidence };
};

/** The best that could ever be said with the same criteria applicable: top levels, all facts true, evidence for everything. */
export const best = (plan: Plan, sheet: Sheet): Reading => {
  const top = (at: number) => (plan.levels[at]?.length ?? 1) - 1;
  const levels = sheet.states.map((state, at) => (state.kind === 'not-applicable' ? LEFT_OUT : top(at)));
  const named = levels.map((level, at) =>
    level === LEFT_OUT && plan.criteria[at]?.notApplicable !== 'waived' ? top(at) : level,
  );
  return { levels, named, fact: () => true, evidence: sheet.evidence.map(() => Number.MAX_SAFE_INTEGER) };
};

/** Only what is rated: unrated criteria are left out, as not-applicable ones are. */
export const ratedOnly = (sheet: Sheet): readonly number[] =>
  sheet.states.map((state) => (state.kind === 'rated' ? state.lowest : LEFT_OUT));
