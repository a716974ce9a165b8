import type { RubricSearch } from './check-search.js';
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
  const { lowered } = search;
  const { outcomes } = lowered.rubric;
  const issues: RubricIssue[] = [];
  const open: string[] = [];
  const reach = outcomes.map((_, at) => search.reaches(search.outcome(at, 'lowest')));
  /** For each outcome those below it that it was shown to hold with, always. */
  const above = outcomes.map(() => new Set<number>());
  const same = outcomes.map(() => false);
  let told = 0;
  let cutShort = false;
  outcomes.forEach((outcome, at) => {
    const found = reach[at];
    if (found?.kind === 'none') {
      const best = search.space.digits.map(({ known }) => known - 1);
      issues.push({
        code: 'unreachable-outcome',
        severity: 'error',
        path: ['outcomes', at],
        message: `“${outcome.label}” is out of reach even with every criterion at its best.`,
        hint: 'Ask for no more than there is: fewer criteria, a lower count or score.',
        reproduction: search.assessment(best),
      });
      return;
    }
    if (found?.kind === 'unknown') open.push(`that “${outcome.label}” can be reached`);
    if (isMetByNothing(search, at)) {
      issues.push({
        code: 'nothing-needed',
        severity: 'warning',
        path: ['outcomes', at],
        message: `“${outcome.label}” is met before anything is rated: every assessment reaches what it asks for.`,
        hint: 'Ask for a higher level, count or score, or leave the outcome out.',
        reproduction: { ratings: {} },
      });
    }
    // From the nearest outcome down: what that one includes need not be asked again.
    for (let lower = at - 1; lower >= 0; lower--) {
      if (reach[lower]?.kind === 'none' || above[at]?.has(lower)) continue;
      if (told >= MOST_CONTRADICTIONS) {
        cutShort = true;
        break;
      }
      const parted = partOutcomes(search, at, lower);
      if (parted.kind === 'found') {
        told++;
        issues.push({
          code: 'outcome-order',
          severity: 'warning',
          path: ['outcomes', at],
          message: `“${outcome.label}” can be met while “${outcomes[lower]?.label}”, which stands below it, is not.`,
          hint: `Let its rule include { kind: 'achieves', outcome: '${outcomes[lower]?.id}' }, or change the order.`,
          reproduction: parted.assessment,
        });
        continue;
      }
      if (parted.kind === 'unknown') {
        open.push(`that “${outcome.label}” is never met without “${outcomes[lower]?.label}”`);
        continue;
      }
      above[at]?.add(lower);
      for (const further of above[lower] ?? []) above[at]?.add(further);
      if (same[at] || search.parts(search.outcome(lower, 'lowest'), search.outcome(at, 'lowest')).kind !== 'none')
        continue;
      same[at] = true;
      issues.push({
        code: 'same-outcome',
        severity: 'warning',
        path: ['outcomes', at],
        message: `“${outcome.label}” and “${outcomes[lower]?.label}” are met by the same assessments.`,
        hint: 'Let the higher one ask for more, or make them one.',
      });
    }
    issues.push(...emptiedBands(search, at));
  });
  if (cutShort) open.push(`whether still more outcomes than these ${MOST_CONTRADICTIONS} stand out of order`);
  return { issues, open };
};

/** The higher met and the lower not; better still where the lower is plainly not met, not merely held open. */
const partOutcomes = (search: RubricSearch, higher: number, lower: number): ReturnType<RubricSearch['parts']> => {
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
