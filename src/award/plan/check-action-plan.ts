import type { Action, ActionPlan } from '../../model/awards/action-plan.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import type { Issue } from '../../model/shared/issue.js';
import { repeatedIds } from '../../model/shared/names.js';
import type { Role } from '../../model/awards/role.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { NearNames } from '../evidence/near-names.js';
import { openGaps } from './open-gaps.js';

export interface CheckActionPlanOptions {
  /** Only the gaps of this outcome; by default those of every unmet outcome. */
  readonly outcome?: string | undefined;
  /** The roles of the setting: an owner must then be one of them. */
  readonly roles?: readonly Role[] | undefined;
  /** Ids of indicators that other evaluations judge, where the plan covers several elements. */
  readonly otherIndicators?: readonly string[] | undefined;
}

/**
 * What needs thought in an action plan, beside the evaluation it answers:
 * - `gap-without-action`, `obligation-without-action`: something the evaluation asks for and no action addresses;
 * - `no-owner`, `no-due-date`, `no-success-measure`: an action that nobody can be asked about;
 * - `unknown-owner`: an owner that is none of the roles passed in;
 * - `due-after-horizon`, `due-before-plan`: an action due outside the time the plan looks ahead to;
 * - `horizon-before-plan`: a plan that ends before it was written;
 * - `unknown-indicator`: an action for an indicator the evaluation does not judge; `addresses-nothing`: one for none;
 * - `repeated-action`: an id that is listed twice.
 *
 * Gaps come first, in the rubric's order, then actions in the plan's order. The award asks for a plan and offers a template; what
 * a good action names is this library's view, and these are warnings.
 *
 * @throws RangeError for an impossible date, an outcome the evaluation does not have, or a plan of another framework or
 * edition than the evaluation judges.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, {
 *   ratings: {
 *     'shared-vision': 'partly', 'core-team': 'met', 'professional-dialogue': 'met', 'collaborative-practice': 'met',
 *     'practitioner-leadership': 'met', 'use-of-data': 'met', 'learner-leadership': 'not-yet',
 *   },
 * });
 * const issues = checkActionPlan({
 *   setting: 'hilltop-primary', date: '2026-05-04', horizon: '2027-06-25',
 *   actions: [{ id: 'vision-day', what: 'A day with families on our vision', owner: 'co-ordinator', due: '2027-09-10',
 *     addresses: ['shared-vision'] }],
 * }, evaluation);
 * issues.map(({ code, path }) => `${code} at ${path.join('.')}`)
 * // => ['gap-without-action at actions', 'no-success-measure at actions.0.successMeasure', 'due-after-horizon at actions.0.due']
 * issues[0]?.message // => 'No action addresses “Learner leadership”. “Learner leadership” is at “Not yet”; it needs “Partly”.'
 */
export const checkActionPlan = (
  plan: ActionPlan,
  evaluation: Evaluation,
  options: CheckActionPlanOptions = {},
): readonly Issue[] => {
  expectShape('checkActionPlan', 'plan', plan, shape.plan);
  expectShape('checkActionPlan', 'evaluation', evaluation, shape.evaluation);
  expectOptions('checkActionPlan', options, OPTIONS);
  refuseOther(plan, evaluation);
  const known = new Set([...evaluation.criteria.map(({ indicator }) => indicator), ...(options.otherIndicators ?? [])]);
  const roles = options.roles && new Set(options.roles.map(({ id }) => id));
  const near = new NearNames();
  return [
    ...unaddressedGaps(plan, evaluation, options.outcome),
    ...unansweredObligations(plan, evaluation),
    ...horizonIssues(plan),
    ...repeatedIds(plan.actions).map(({ at, id }) =>
      warning('repeated-action', [at, 'id'], `the action “${id}” is listed twice`, 'give each action an id of its own'),
    ),
    ...plan.actions.flatMap((action, at) => [
      ...wantingIn(action, at),
      ...unknownOwner(action, at, roles, near),
      ...dueIssues(action, at, plan),
      ...unknownIndicators(action, at, known, near),
    ]),
  ];
};

const OPTIONS = /* @__PURE__ */ (() => ({
  outcome: shape.maybe(shape.text),
  roles: shape.maybe(shape.listOf('roles', shape.role)),
  otherIndicators: shape.maybe(shape.names('indicators')),
}))();

/** A warning about an action: its path goes on from `actions`. */
const warning = (code: string, path: Issue['path'], message: string, hint: string): Issue => ({
  code,
  severity: 'warning',
  path: ['actions', ...path],
  message,
  hint,
});

const refuseOther = (plan: ActionPlan, { framework }: Evaluation): void => {
  const of = plan.framework;
  if (of === undefined || framework === undefined) return;
  if (of.id === framework.id && of.edition === framework.edition) return;
  throw new RangeError(
    `checkActionPlan: the plan answers “${of.id}” ${of.edition}, the evaluation judges “${framework.id}” ${framework.edition}`,
  );
};

const unaddressedGaps = (plan: ActionPlan, evaluation: Evaluation, outcome: string | undefined): readonly Issue[] => {
  const addressed = new Set(plan.actions.flatMap(({ addresses }) => addresses));
  return openGaps(evaluation, outcome, 'checkActionPlan')
    .filter(({ indicator }) => !addressed.has(indicator))
    .map(({ indicator, label, message }) =>
      warning(
        'gap-without-action',
        [],
        `No action addresses “${label}”. ${message}`,
        `Add an action that addresses “${indicator}”, or say why it waits.`,
      ),
    );
};

/** An action answers an obligation where it names it, or addresses the indicator it is about. */
const unansweredObligations = (plan: ActionPlan, evaluation: Evaluation): readonly Issue[] => {
  const profiles = new Map(evaluation.criteria.map((profile) => [profile.criterion, profile]));
  // Of each indicator the obligations that the actions for it name; an action that names none answers any.
  const named = new Map<string, Set<string | undefined>>();
  for (const { obligation, addresses } of plan.actions) {
    for (const indicator of addresses) {
      const those = named.get(indicator);
      if (those === undefined) named.set(indicator, new Set([obligation]));
      else those.add(obligation);
    }
  }
  return evaluation.obligations.flatMap(({ id, label, criteria }) =>
    criteria.flatMap((criterion) => {
      const profile = profiles.get(criterion);
      const indicator = profile?.indicator ?? criterion;
      const those = named.get(indicator);
      const answered = those?.has(id) === true || those?.has(undefined) === true;
      const message = `No action answers “${label}” for “${profile?.label ?? criterion}”.`;
      return answered
        ? []
        : [
            warning(
              'obligation-without-action',
              [],
              message,
              `Add an action with obligation “${id}” that addresses “${indicator}”.`,
            ),
          ];
    }),
  );
};

const horizonIssues = ({ date, horizon }: ActionPlan): readonly Issue[] =>
  horizon >= date
    ? []
    : [
        {
          code: 'horizon-before-plan',
          severity: 'warning',
          path: ['horizon'],
          message: `The plan of ${date} looks ahead to ${horizon}, which is before it.`,
          hint: 'Let it look ahead to the end of the next session, or longer.',
        },
      ];

const wantingIn = ({ id, owner, due, successMeasure, addresses }: Action, at: number): readonly Issue[] => [
  ...(owner === undefined
    ? [warning('no-owner', [at, 'owner'], `“${id}” has no owner.`, 'Name the role that sees to it.')]
    : []),
  ...(due === undefined
    ? [warning('no-due-date', [at, 'due'], `“${id}” has no due date.`, 'Say by when it is done.')]
    : []),
  ...(successMeasure === undefined
    ? [
        warning(
          'no-success-measure',
          [at, 'successMeasure'],
          `“${id}” does not say how its success will show.`,
          'Say what people will see when it has worked.',
        ),
      ]
    : []),
  ...(addresses.length === 0
    ? [
        warning(
          'addresses-nothing',
          [at, 'addresses'],
          `“${id}” addresses no indicator.`,
          'Name the indicators it is for.',
        ),
      ]
    : []),
];

const unknownOwner = (
  { id, owner }: Action,
  at: number,
  roles: ReadonlySet<string> | undefined,
  near: NearNames,
): readonly Issue[] => {
  if (owner === undefined || roles === undefined || roles.has(owner)) return [];
  const message = `“${id}” is owned by “${owner}”, which is not a role here${near.end(owner, roles)}`;
  return [warning('unknown-owner', [at, 'owner'], message, 'Correct the id, or add the role.')];
};

const dueIssues = ({ id, due }: Action, at: number, { date, horizon }: ActionPlan): readonly Issue[] => {
  if (due === undefined) return [];
  if (due > horizon) {
    const message = `“${id}” is due on ${due}, after the plan’s horizon of ${horizon}.`;
    return [
      warning('due-after-horizon', [at, 'due'], message, 'Bring it forward, or let the plan look further ahead.'),
    ];
  }
  if (due >= date) return [];
  const message = `“${id}” is due on ${due}, before the plan was written on ${date}.`;
  return [warning('due-before-plan', [at, 'due'], message, 'Give it a new date, or leave it out where it is done.')];
};

const unknownIndicators = (
  { id, addresses }: Action,
  at: number,
  known: ReadonlySet<string>,
  near: NearNames,
): readonly Issue[] =>
  addresses.flatMap((indicator, i) => {
    if (known.has(indicator)) return [];
    const message = `“${id}” addresses “${indicator}”, which is not judged here${near.end(indicator, known)}`;
    return [
      warning('unknown-indicator', [at, 'addresses', i], message, 'Correct the id, or pass it in otherIndicators.'),
    ];
  });
