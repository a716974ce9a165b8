import type { Rubric } from '../model/rubric.js';
import { innerRules } from '../model/rule-tree.js';
import { bandIssues } from './check-bands.js';
import { criterionIssues } from './check-criteria.js';
import { outcomeIssues } from './check-outcomes.js';
import { type Plan, planRubric } from './plan.js';
import type { RubricIssue } from './rubric-issue.js';

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
 * - `vanishing-group`: every criterion of a group may be not applicable, and a rule over every group then goes without it;
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
    ...vanishingGroups(plan),
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

/** Groups that a rule over every group may lose altogether. */
const vanishingGroups = (plan: Plan): RubricIssue[] => {
  const asked = new Set<string>();
  const visit = (node: Plan['outcomes'][number]): void => {
    if (node.rule.kind === 'every-group') for (const inner of node.inner) asked.add(inner.group?.id ?? '');
    node.inner.forEach(visit);
  };
  plan.outcomes.forEach(visit);
  return plan.groups.flatMap(({ group, criteria }, at): RubricIssue[] => {
    const may = criteria.every((c) => (plan.criteria[c]?.notApplicable ?? 'refused') !== 'refused');
    if (!asked.has(group.id) || !may) return [];
    return [
      {
        code: 'vanishing-group',
        severity: 'info',
        path: ['groups', at],
        message: `every criterion of “${group.label}” may be not applicable, and a rule over every group then goes without it`,
        hint: 'let at least one of its criteria refuse not-applicable, unless that is meant',
      },
    ];
  });
};
