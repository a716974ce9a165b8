import { everythingApplies } from './every-case.js';
import { compareFractions } from '../common/fractions.js';
import type { Goal } from './goals.js';
import type { Plan } from './plan.js';
import { complete } from './reading.js';
import type { RubricIssue } from './rubric-issue.js';
import { planScore } from './score.js';
import { readSheet } from './sheet.js';

/** Criteria and levels that make no difference, weights that vanish, levels no measurement gives. */
export const criterionIssues = (plan: Plan): RubricIssue[] => {
  const { rubric } = plan;
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weighs = ['weighted-mean', 'sum'].includes(rubric.scoring.kind);
  const profileOnly = rubric.scoring.kind === 'none' && rubric.outcomes.length === 0;
  const difference = differences(plan);
  // A profile promises nothing that a rating could change.
  const isProfile = rubric.scoring.kind === 'none' && rubric.outcomes.length === 0;
  return rubric.criteria.flatMap((criterion, at): RubricIssue[] => {
    const issues: RubricIssue[] = [];
    const levels = plan.levels[at] ?? [];
    const idle = levels.flatMap((level, rank) => (rank > 0 && !isProfile && !difference(at, rank) ? [level.id] : []));
    if (profileOnly) {
      // A profile decides nothing: every rating is shown and none is weighed.
    } else if (idle.length === levels.length - 1 && !askedForEvidence(plan, at)) {
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
