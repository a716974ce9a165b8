import { at as itemAt } from '../../common/at.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Outcome, Rubric } from '../../model/rubrics/rubric.js';
import type { Found, RubricSearch } from './check-search.js';
import type { RubricIssue } from './rubric-issue.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { Rule } from '../../model/rubrics/rule.js';

/** What a check found, and what it could not settle within its bound, in words. */
export interface Checked {
  readonly issues: readonly RubricIssue[];
  readonly open: readonly string[];
}

/** How many pairs of outcomes out of order are told: whoever has as many has outcomes without an order. */
const MOST_CONTRADICTIONS = 200;

/**
 * Outcomes out of reach, out of order, met by an empty sheet, or of one rule with another; bands that decide nothing. All are
 * searched for among all assessments, not applicable included, and come with one that shows the fault.
 */
export const outcomeIssues = (search: RubricSearch): Checked => {
  const { outcomes } = search.lowered.rubric;
  const reach = outcomes.map((_, at) => search.reaches(search.outcome(at, 'lowest')).kind);
  const order = new OutcomeOrder(search, reach);
  const issues: RubricIssue[] = [];
  const open: string[] = [];
  for (const [at, outcome] of outcomes.entries()) {
    if (reach[at] === 'none') {
      issues.push(outOfReach(search, at));
      continue;
    }
    if (reach[at] === 'unknown') open.push(`that “${outcome.label}” can be reached`);
    if (isMetByNothing(search, at)) issues.push(nothingNeeded(outcome, at));
    const below = order.below(at);
    for (const issue of [...below.issues, ...emptiedBands(search, at)]) issues.push(issue);
    for (const one of below.open) open.push(one);
  }
  if (order.isCutShort) open.push(`whether still more outcomes than these ${MOST_CONTRADICTIONS} stand out of order`);
  return { issues, open };
};

const outOfReach = (search: RubricSearch, at: number): RubricIssue => ({
  code: 'unreachable-outcome',
  severity: 'error',
  path: ['outcomes', at],
  message: `“${labelOf(search, at)}” is out of reach even with every criterion at its best.`,
  hint: 'Ask for no more than there is: fewer criteria, a lower count or score.',
  reproduction: search.assessment(search.space.digits.map(({ known }) => known - 1)),
});

const nothingNeeded = ({ label }: Outcome, at: number): RubricIssue => ({
  code: 'nothing-needed',
  severity: 'warning',
  path: ['outcomes', at],
  message: `“${label}” is met before anything is rated: every assessment reaches what it asks for.`,
  hint: 'Ask for a higher level, count or score, or leave the outcome out.',
  reproduction: { ratings: {} },
});

const labelOf = ({ lowered }: RubricSearch, at: number): string => itemAt(lowered.rubric.outcomes, at).label;

/** Whether each outcome includes those below it, asked from the lowest outcome up. */
class OutcomeOrder {
  readonly #search: RubricSearch;
  readonly #reach: readonly Found['kind'][];
  /** For each outcome those below it that it was shown to hold with, always. */
  readonly #includes: readonly Set<number>[];
  #told = 0;
  #isCutShort = false;

  constructor(search: RubricSearch, reach: readonly Found['kind'][]) {
    this.#search = search;
    this.#reach = reach;
    this.#includes = reach.map(() => new Set());
  }

  /** Whether so many were out of order that no more were looked for. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  /** What stands below an outcome, from the nearest down: what that one includes need not be asked again. */
  below(at: number): Checked {
    const issues: RubricIssue[] = [];
    const open: string[] = [];
    const includes = itemAt(this.#includes, at);
    let hasTwin = false;
    for (let lower = at - 1; lower >= 0; lower--) {
      if (this.#reach[lower] === 'none' || includes.has(lower)) continue;
      if (this.#told >= MOST_CONTRADICTIONS) {
        this.#isCutShort = true;
        break;
      }
      const parted = partOutcomes(this.#search, at, lower);
      if (parted.kind === 'found') {
        this.#told++;
        issues.push(this.#outOfOrder(at, lower, parted.assessment));
      } else if (parted.kind === 'unknown') {
        open.push(`that “${labelOf(this.#search, at)}” is never met without “${labelOf(this.#search, lower)}”`);
      } else {
        for (const one of [lower, ...itemAt(this.#includes, lower)]) includes.add(one);
        if (hasTwin || !this.#isIncluded(at, lower)) continue;
        hasTwin = true;
        issues.push(this.#same(at, lower));
      }
    }
    return { issues, open };
  }

  /** Whether the lower outcome is never met without the higher. */
  #isIncluded(higher: number, lower: number): boolean {
    const search = this.#search;
    return search.parts(search.outcome(lower, 'lowest'), search.outcome(higher, 'lowest')).kind === 'none';
  }

  #outOfOrder(at: number, lower: number, reproduction: Judgements<Rubric>): RubricIssue {
    const below = itemAt(this.#search.lowered.rubric.outcomes, lower);
    return {
      code: 'outcome-order',
      severity: 'warning',
      path: ['outcomes', at],
      message: `“${labelOf(this.#search, at)}” can be met while “${below.label}”, which stands below it, is not.`,
      hint: `Let its rule include { kind: 'achieves', outcome: '${below.id}' }, or change the order.`,
      reproduction,
    };
  }

  #same(at: number, lower: number): RubricIssue {
    return {
      code: 'same-outcome',
      severity: 'warning',
      path: ['outcomes', at],
      message: `“${labelOf(this.#search, at)}” and “${labelOf(this.#search, lower)}” are met by the same assessments.`,
      hint: 'Let the higher one ask for more, or make them one.',
    };
  }
}

/** The higher met and the lower not; better still where the lower is plainly not met, not merely held open. */
const partOutcomes = (search: RubricSearch, higher: number, lower: number): Found => {
  const met = search.outcome(higher, 'lowest');
  const found = search.parts(met, search.outcome(lower, 'lowest'));
  if (found.kind !== 'found' || !search.circuit.holdsOpen()) return found;
  const plainer = search.parts(met, search.outcome(lower, 'highest'));
  return plainer.kind === 'found' ? plainer : found;
};

/** With everything that applies at its lowest, no fact true and no evidence. */
const isMetByNothing = (search: RubricSearch, at: number): boolean => {
  const lowest = search.space.digits.map(() => 0);
  return search.isMet(at, lowest);
};

/** Outcomes that ask for a band which nothing that meets the outcome lies in. */
const emptiedBands = (search: RubricSearch, at: number): RubricIssue[] => {
  const { rubric } = search.lowered;
  const outcome = rubric.outcomes[at];
  const rules = outcome === undefined ? [] : [outcome.rule, ...innerRules(outcome.rule).map(({ rule }) => rule)];
  const named = new Set(rules.flatMap((rule: Rule) => (rule.kind === 'band' ? [rule.band] : [])));
  return [...named].flatMap((id): RubricIssue[] => {
    const band = rubric.bands?.find((one) => one.id === id);
    const { below } = band ?? {};
    if (outcome === undefined || band === undefined || below === undefined) return [];
    const past = search.node((circuit) => circuit.score(below, 'lowest'));
    if (search.parts(search.outcome(at, 'lowest'), past).kind !== 'none') return [];
    return [
      {
        code: 'gate-empties-band',
        severity: 'warning',
        path: ['outcomes', at],
        message: `“${outcome.label}” asks for the band “${band.label}”, but whatever meets its other conditions scores above that band.`,
        hint: 'The band decides nothing here: lower the other conditions, or leave the band out.',
      },
    ];
  });
};
