import { type Goal, goalOf, variablesOf } from './goals.js';
import type { Plan } from './plan.js';
import { complete } from './reading.js';
import { readSheet } from './sheet.js';

/** The outcomes as goals where every criterion applies and none is rated. */
export const everythingApplies = (plan: Plan) => {
  const sheet = readSheet(plan, { ratings: {} }, 'checkRubric');
  const variables = variablesOf(plan, sheet);
  const reading = complete(plan, sheet, 'lowest');
  const goals = plan.outcomes.map(
    (node): Goal => goalOf(plan, node, reading, variables) ?? { kind: 'settled', met: false },
  );
  return { sheet, variables, reading, goals };
};
