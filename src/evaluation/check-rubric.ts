import type { Judgements } from '../model/assessment.js';
import type { Fraction } from '../model/fraction.js';
import type { Issue } from '../model/issue.js';
import type { Rubric } from '../model/rubric.js';
import { innerRules } from '../model/rule-tree.js';
import { compareFractions } from './fractions.js';
import { type Goal, goalOf, type Variable, variablesOf } from './goals.js';
import { jointTruths } from './joint-truths.js';
import { type Plan, planRubric } from './plan.js';
import { complete } from './reading.js';
import { planScore } from './score.js';
import { readSheet } from './sheet.js';

/** Something in a rubric that needs thought, where possible with an assessment that shows it. */
export interface RubricIssue extends Issue {
  readonly reproduction?: Judgements<Rubric> | undefined;
}

/**
 * What needs thought in a rubric whose shape is right:
 * - `unreachable-outcome`: not even everything at its best meets it;
 * - `outcome-order`: a higher outcome can be met while a lower one is not;
 * - `dead-criterion`: its level never makes a difference to any outcome or to the score;
 * - `dead-level`: a level that no outcome and no score tells from the one below it;
 * - `unmeasured-level`: a level that a criterion's measure can never give;
 * - `band-gap`, `band-overlap`: scores in no band, or in two;
 * - `gate-empties-band`: an outcome asks for a band, but whatever meets the outcome scores above it;
 * - `no-gate-policy`: a rule names a criterion that may be not applicable, and the rubric does not say what then;
 * - `same-descriptor`: two levels of a scale look alike;
 * - `weightless-criterion`: a weight that rounds to 0 % of the whole.
 *
 * Where a rubric is too large to search through, the searched-for faults are reported only where they were found.
 *
 * @throws RangeError where the rubric names what it does not have (`rubricSchema` tells all of that).
 *
 * @example
 * checkRubric(stemNationLeadership) // => []
 */
export const checkRubric = (rubric: Rubric): readonly RubricIssue[] => {
  const plan = planRubric(rubric);
  return [
    ...scaleIssues(rubric),
    ...criterionIssues(plan),
    ...bandIssues(plan),
    ...outcomeIssues(plan),
    ...gatePolicyIssues(rubric),
  ];
};

const scaleIssues = (rubric: Rubric): RubricIssue[] => {
  const scales = [
    { levels: rubric.scale.levels, path: ['scale'] as (string | number)[] },
    ...rubric.criteria.flatMap(({ scale }, at) =>
      scale ? [{ levels: scale.levels, path: ['criteria', at, 'scale'] }] : [],
    ),
  ];
  return scales.flatMap(({ levels, path }) =>
    levels.flatMap((level, at) => {
      const twin = levels
        .slice(0, at)
        .find((one) => alike(one.descriptor ?? one.label, level.descriptor ?? level.label));
      if (twin === undefined) return [];
      return [
        {
          code: 'same-descriptor',
          severity: 'warning' as const,
          path: [...path, 'levels', at],
          message: `“${twin.id}” and “${level.id}” are described alike`,
          hint: 'say what sets the higher level apart, or make them one',
        },
      ];
    }),
  );
};

const alike = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const criterionIssues = (plan: Plan): RubricIssue[] => {
  const { rubric } = plan;
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weighs = ['weighted-mean', 'sum'].includes(rubric.scoring.kind);
  const difference = differences(plan);
  return rubric.criteria.flatMap((criterion, at): RubricIssue[] => {
    const issues: RubricIssue[] = [];
    const levels = plan.levels[at] ?? [];
    const idle = levels.flatMap((level, rank) => (rank > 0 && !difference(at, rank) ? [level.id] : []));
    if (idle.length === levels.length - 1 && !askedForEvidence(plan, at)) {
      issues.push({
        code: 'dead-criterion',
        severity: 'warning',
        path: ['criteria', at],
        message: `no outcome and no score depends on how “${criterion.label}” is rated`,
        hint: 'let a rule or the scoring look at it, or leave it out',
      });
    } else if (idle.length > 0 && idle.length < levels.length - 1) {
      issues.push({
        code: 'dead-level',
        severity: 'info',
        path: ['criteria', at],
        message: `for “${criterion.label}” it makes no difference to reach ${idle.map((id) => `“${id}”`).join(', ')} rather than the level below`,
        hint: 'let a rule or the points tell the levels apart, or take a shorter scale',
      });
    }
    if (weighs && 200 * criterion.weight < total) {
      issues.push({
        code: 'weightless-criterion',
        severity: 'warning',
        path: ['criteria', at, 'weight'],
        message: `“${criterion.label}” weighs ${criterion.weight} of ${total}, which rounds to 0 %`,
        hint: 'raise its weight, or judge it in a rule instead of in the score',
      });
    }
    if (criterion.measure) {
      const given = new Set(criterion.measure.steps.map(({ level }) => level));
      const missing = levels.slice(1).filter(({ id }) => !given.has(id));
      if (missing.length > 0) {
        issues.push({
          code: 'unmeasured-level',
          severity: 'warning',
          path: ['criteria', at, 'measure', 'steps'],
          message: `no measurement of “${criterion.label}” gives ${missing.map(({ id }) => `“${id}”`).join(', ')}`,
          hint: 'add a step for it',
        });
      }
    }
    return issues;
  });
};

/** Whether reaching a level rather than the one below ever changes a total that an outcome or the score looks at. */
const differences = (plan: Plan): ((at: number, rank: number) => boolean) => {
  const { goals, variables } = everythingApplies(plan);
  const scored = scoreGains(plan);
  return (at, rank) => {
    const v = variables.findIndex((variable) => variable.kind === 'criterion' && variable.at === at);
    const tells = (goal: Goal): boolean => {
      switch (goal.kind) {
        case 'settled':
          return false;
        case 'total': {
          const gains = goal.gains.get(v);
          return gains !== undefined && (gains[rank - 1] ?? 0) < (gains[rank] ?? 0);
        }
        case 'quorum':
          return goal.parts.some(tells);
      }
    };
    return scored(at, rank) || goals.some(tells);
  };
};

/** Whether the score can rise when one criterion reaches a level, all others at their best, or all at their lowest. */
const scoreGains = (plan: Plan): ((at: number, rank: number) => boolean) => {
  const scorer = planScore(plan);
  const sheet = readSheet(plan, { ratings: {} }, 'checkRubric');
  const ends = (['lowest', 'highest'] as const).map((end) => complete(plan, sheet, end).levels);
  return (at, rank) =>
    ends.some((levels) => {
      const score = (level: number) =>
        scorer.ofLevels(
          levels.map((old, i) => (i === at ? level : old)),
          sheet,
        );
      const [below, here] = [score(rank - 1), score(rank)];
      return below !== undefined && here !== undefined && compareFractions(below, here) < 0;
    });
};

const askedForEvidence = (plan: Plan, at: number): boolean => {
  const asks = (node: Plan['outcomes'][number]): boolean =>
    (node.rule.kind === 'evidence' && node.criteria.includes(at)) || node.inner.some(asks);
  return plan.outcomes.some(asks);
};

/** The outcomes as goals where every criterion applies and none is rated. */
const everythingApplies = (plan: Plan) => {
  const sheet = readSheet(plan, { ratings: {} }, 'checkRubric');
  const variables = variablesOf(plan, sheet);
  const reading = complete(plan, sheet, 'lowest');
  const goals = plan.outcomes.map(
    (node) => goalOf(plan, node, reading, variables) ?? ({ kind: 'settled', met: false } as const),
  );
  return { sheet, variables, reading, goals };
};

const bandIssues = (plan: Plan): RubricIssue[] => {
  const bands = plan.rubric.bands ?? [];
  const scorer = planScore(plan);
  const sheet = readSheet(plan, { ratings: {} }, 'checkRubric');
  const [least, most] = (['lowest', 'highest'] as const).map((end) => scorer.completed(complete(plan, sheet, end)));
  const sorted = bands.map((band, at) => ({ band, at })).sort((a, b) => compareFractions(a.band.from, b.band.from));
  const issues: RubricIssue[] = [];
  const gap = (at: number, message: string): void => {
    issues.push({
      code: 'band-gap',
      severity: 'warning',
      path: ['bands', at],
      message,
      hint: 'let the bands meet: one’s below is the next one’s from',
    });
  };
  sorted.forEach(({ band, at }, place) => {
    const next = sorted[place + 1];
    if (place === 0 && least && compareFractions(least, band.from) < 0)
      gap(at, `scores below “${band.label}” lie in no band`);
    if (next === undefined) {
      if (band.below && most && compareFractions(most, band.below) >= 0)
        gap(at, `scores above “${band.label}” lie in no band`);
      return;
    }
    const meeting = band.below === undefined ? 1 : compareFractions(band.below, next.band.from);
    if (meeting < 0) gap(at, `scores between “${band.label}” and “${next.band.label}” lie in no band`);
    if (meeting > 0) {
      issues.push({
        code: 'band-overlap',
        severity: 'warning',
        path: ['bands', next.at],
        message: `“${band.label}” and “${next.band.label}” share scores`,
        hint: 'end the lower band where the higher begins',
      });
    }
  });
  return issues;
};

const outcomeIssues = (plan: Plan): RubricIssue[] => {
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
  readonly reading: ReturnType<typeof complete>;
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

const gatePolicyIssues = (rubric: Rubric): RubricIssue[] => {
  const named = new Map<string, (string | number)[]>();
  const visit = (rule: Rubric['outcomes'][number]['rule'], path: (string | number)[]): void => {
    if (rule.kind === 'at-least' && !named.has(rule.criterion)) named.set(rule.criterion, path);
    for (const inner of innerRules(rule)) visit(inner.rule, [...path, ...inner.path]);
  };
  rubric.outcomes.forEach((outcome, at) => visit(outcome.rule, ['outcomes', at, 'rule']));
  return rubric.criteria.flatMap((criterion): RubricIssue[] => {
    const path = named.get(criterion.id);
    if (path === undefined || criterion.notApplicable !== 'allowed') return [];
    return [
      {
        code: 'no-gate-policy',
        severity: 'warning',
        path,
        message: `the rule names “${criterion.label}”, which may be not applicable, and the rubric does not say what then`,
        hint: 'write notApplicable: ’waived’ or ’held-open’; until then it is held open',
        reproduction: { ratings: { [criterion.id]: { notApplicable: 'an example' } } },
      },
    ];
  });
};
