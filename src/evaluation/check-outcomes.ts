import type { Judgements } from '../model/assessment.js';
import type { Fraction } from '../model/fraction.js';
import type { Rubric } from '../model/rubric.js';
import { innerRules } from '../model/rule-tree.js';
import { everythingApplies } from './every-case.js';
import { type Goal, goalOf, type Variable } from './goals.js';
import { jointTruths } from './joint-truths.js';
import type { Plan } from './plan.js';
import type { Reading } from './reading.js';
import type { RubricIssue } from './rubric-issue.js';

/** Outcomes out of reach, out of order, or with a band that decides nothing; searched for, with the assessments that show it. */
export const outcomeIssues = (plan: Plan): RubricIssue[] => {
  const { rubric } = plan;
  const { variables, reading, goals } = everythingApplies(plan);
  const states = variables.map((variable) => stateCount(plan, variable, goals, variables));
  const order = variables.map((_, v) => v).filter((v) => (states[v] ?? 0) > 1);
  const { truths, complete: all } = jointTruths(goals, states, order);
  const issues: RubricIssue[] = [];
  rubric.outcomes.forEach((outcome, at) => {
    if (all && !truths.some(({ holds }) => holds[at] === true)) {
      issues.push({
        code: 'unreachable-outcome',
        severity: 'error',
        path: ['outcomes', at],
        message: `“${outcome.label}” is out of reach even with every criterion at its best`,
        hint: 'ask for no more than there is: fewer criteria, a lower count or score',
        reproduction: assessmentOf(
          plan,
          variables,
          states.map((count) => count - 1),
        ),
      });
    }
    for (let higher = at + 1; higher < rubric.outcomes.length; higher++) {
      const shown = truths.find(({ holds }) => holds[higher] === true && holds[at] === false);
      if (shown === undefined) continue;
      issues.push({
        code: 'outcome-order',
        severity: 'warning',
        path: ['outcomes', higher],
        message: `“${rubric.outcomes[higher]?.label}” can be met while “${outcome.label}”, which stands below it, is not`,
        hint: `let its rule include { kind: 'achieves', outcome: '${outcome.id}' }, or change the order`,
        reproduction: assessmentOf(plan, variables, shown.states),
      });
    }
    issues.push(...emptiedBand(plan, at, { variables, reading, goals, states, order }));
  });
  return issues;
};

interface Search {
  readonly variables: readonly Variable[];
  readonly reading: Reading;
  readonly goals: readonly Goal[];
  readonly states: readonly number[];
  readonly order: readonly number[];
}

/** An outcome that asks for a band which nothing that meets the outcome lies in. */
const emptiedBand = (plan: Plan, at: number, search: Search): RubricIssue[] => {
  const outcome = plan.rubric.outcomes[at];
  const goal = search.goals[at];
  if (outcome === undefined || goal === undefined) return [];
  const named = [outcome.rule, ...innerRules(outcome.rule).map(({ rule }) => rule)].flatMap((rule) =>
    rule.kind === 'band' ? [rule.band] : [],
  );
  return named.flatMap((id): RubricIssue[] => {
    const band = plan.rubric.bands?.find((one) => one.id === id);
    if (band?.below === undefined) return [];
    const above = scoreGoal(plan, band.below, search);
    if (above === undefined) return [];
    const { truths, complete: all } = jointTruths([goal, above], search.states, search.order);
    const reached = truths.some(({ holds }) => holds[0] === true);
    if (!all || !reached || truths.some(({ holds }) => holds[0] === true && holds[1] === false)) return [];
    return [
      {
        code: 'gate-empties-band',
        severity: 'warning',
        path: ['outcomes', at],
        message: `“${outcome.label}” asks for the band “${band.label}”, but whatever meets its other conditions scores above that band`,
        hint: 'the band decides nothing here: lower the other conditions, or leave the band out',
      },
    ];
  });
};

const scoreGoal = (plan: Plan, atLeast: Fraction, { reading, variables }: Search): Goal | undefined =>
  goalOf(
    plan,
    plan.node(
      { kind: 'score', atLeast },
      plan.criteria.map((_, at) => at),
    ),
    reading,
    variables,
  );

/** How many states a search must try for a variable: its levels, a fact's two, or as many items as any rule asks for. */
const stateCount = (plan: Plan, variable: Variable, goals: readonly Goal[], variables: readonly Variable[]): number => {
  switch (variable.kind) {
    case 'criterion':
      return plan.levels[variable.at]?.length ?? 1;
    case 'fact':
      return 2;
    case 'evidence': {
      const v = variables.indexOf(variable);
      const asked = (goal: Goal): number =>
        goal.kind === 'total'
          ? (goal.gains.get(v)?.length ?? 1)
          : goal.kind === 'quorum'
            ? Math.max(1, ...goal.parts.map(asked))
            : 1;
      return Math.max(1, ...goals.map(asked));
    }
  }
};

/** An assessment in which the variables have some states. */
const assessmentOf = (plan: Plan, variables: readonly Variable[], states: readonly number[]): Judgements<Rubric> => {
  const ratings: Record<string, string> = {};
  const facts: Record<string, boolean> = {};
  const evidence: NonNullable<Judgements<Rubric>['evidence']>[number][] = [];
  variables.forEach((variable, v) => {
    const state = states[v] ?? 0;
    if (variable.kind === 'criterion')
      ratings[plan.criteria[variable.at]?.id ?? ''] = plan.levels[variable.at]?.[state]?.id ?? '';
    if (variable.kind === 'fact') facts[variable.fact] = state > 0;
    if (variable.kind === 'evidence') {
      for (let item = 1; item <= state; item++) {
        const id = `${variable.indicator}-${item}`;
        evidence.push({ id, kind: 'other', date: '2000-01-01', shows: 'an example', supports: [variable.indicator] });
      }
    }
  });
  return { ratings, facts, evidence };
};
