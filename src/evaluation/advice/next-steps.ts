import { isIt } from '../../common/nearest-name.js';
import { refuseNoFunction, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { CriterionId, FactId, Judgements, OutcomeId } from '../../model/rubrics/assessment.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { cheapest } from './cheapest.js';
import type { Cheapest, Choice } from './goal-search.js';
import { type Goal, goalOf, type Variable, variablesOf } from './goals.js';
import type { Messages } from '../words/messages.js';
import { type Lowered as Plan, lowerFor } from '../program/lower-rubric.js';
import { complete } from '../program/reading.js';
import { readSheet, type Sheet } from '../program/sheet.js';
import { wordsOf } from '../words/words.js';

/** One thing to do, as an effort function is asked to price it: a raise is of one level. */
export type StepToPrice<R extends Rubric = Rubric> =
  | { readonly kind: 'raise'; readonly criterion: CriterionId<R>; readonly from: string; readonly to: string }
  | { readonly kind: 'rate'; readonly criterion: CriterionId<R>; readonly level: string }
  | { readonly kind: 'settle'; readonly criterion: CriterionId<R>; readonly level: string }
  | { readonly kind: 'attest'; readonly fact: FactId<R> }
  | { readonly kind: 'evidence'; readonly indicator: string };

/** One entry of an answer: everything to do about one criterion, fact or indicator. */
export type NextStep<R extends Rubric = Rubric> = StepToPrice<R> & {
  /** How many steps it is: levels to rise, or items to add. */
  readonly steps: number;
  readonly message: string;
};

/** The cheapest steps to an outcome; or that it is met, or out of reach with what applies here. */
export type NextSteps<R extends Rubric = Rubric> =
  | {
      readonly kind: 'steps';
      readonly steps: readonly NextStep<R>[];
      /** The number of steps, or their effort where the caller prices them. */
      readonly cost: number;
      /** False where the search was cut short: the steps do reach the outcome, but cheaper ones may exist. */
      readonly proved: boolean;
      /** Where nothing is rated yet: the one sentence to show, instead of a step for each criterion. */
      readonly message?: string | undefined;
    }
  | { readonly kind: 'met-already' }
  | { readonly kind: 'out-of-reach' };

export interface NextStepsOptions<R extends Rubric> {
  /** The outcome to reach. */
  readonly to: OutcomeId<R>;
  /** What a step costs, from 0; every step costs 1 where left out. */
  readonly effort?: ((step: StepToPrice<R>) => number) | undefined;
  readonly messages?: Messages | undefined;
}

/**
 * The cheapest set of steps after which an outcome is met whatever else is still open. A step raises one criterion by one
 * level, rates one unrated criterion, settles one contested criterion on any level given or between those given, attests one fact,
 * or adds one item of evidence for one indicator; each costs 1, or what `effort` says. Of equally cheap sets, the one that steps on the earlier criteria of the rubric; not-applicable
 * criteria stay so.
 *
 * The answer is exact (`proved`) as long as the search stays within its bounds of work. It does for the rubrics that ship, and
 * for large ones whose rules count criteria, in groups or not; many criteria with uneven weights under a score threshold can
 * exceed them. The search then keeps the most promising ways only and says `proved: false`.
 *
 * @throws as `evaluate`; RangeError for an unknown outcome, or an effort that is below 0 or not a number.
 *
 * @example
 * const steps = nextSteps(coordinatorRole, {
 *   ratings: {
 *     'professional-development': 'established', 'collaboration-networking': 'embedded', 'data-driven-decisions': 'planned',
 *     'curriculum-development': 'established', 'community-engagement': 'established', 'promoting-best-practice': 'planned',
 *   },
 * }, { to: 'established' });
 * steps.kind === 'steps' && steps.steps.map((step) => step.message)
 * // => [
 * //   'Look at “Advocacy for Resources” and rate it; “Established” or better is needed.',
 * //   'Look at “Fostering a Growth Mindset” and rate it; “Established” or better is needed.',
 * // ]
 */
export const nextSteps = <const R extends Rubric>(
  rubric: R,
  assessment: Judgements<R>,
  options: NextStepsOptions<R>,
): NextSteps<R> => {
  refuseNoRubric('nextSteps', 'rubric', rubric);
  const outcome = outcomeAsked(rubric, options);
  const words = wordsOf('nextSteps', options.messages);
  const plan = lowerFor('nextSteps', rubric);
  const sheet = readSheet(plan, assessment as Judgements<Rubric>, 'nextSteps');
  const node = plan.outcomes[outcome];
  if (node === undefined) return { kind: 'out-of-reach' };
  const variables = variablesOf(plan, sheet);
  const goal = goalOf(plan, node, complete(plan, sheet, 'lowest'), variables);
  if (goal === undefined) return { kind: 'out-of-reach' };
  const price = pricing(options.effort as NextStepsOptions<Rubric>['effort']);
  const choices = variables.map((variable, v) => choicesOf(plan, sheet, goal, variable, v, price));
  const found = cheapest(goal, choices, searchOrder(plan, variables));
  if (found === undefined) return { kind: 'out-of-reach' };
  const settled = lowerRatings(goal, found, choices, variables, sheet, price, plan);
  const steps = variables.flatMap((variable, v) => stepOf(plan, sheet, variable, settled[v] ?? stay, words));
  if (steps.length === 0) return { kind: 'met-already' };
  const begin = sheet.states.some(({ kind }) => kind === 'rated')
    ? undefined
    : words.begin(sheet.states.filter(({ kind }) => kind === 'unrated').length);
  return {
    kind: 'steps',
    steps: steps as readonly NextStep<R>[],
    cost: found.cost,
    proved: found.proved,
    ...(begin !== undefined && steps.some(({ kind }) => kind === 'rate') && { message: begin }),
  };
};

/** The place of the outcome to reach. Refuses options that leave it out, or name one that there is not. */
const outcomeAsked = (rubric: Rubric, options: unknown): number => {
  const known = rubric.outcomes.map(({ id }) => id);
  const right = `it is the outcome to reach${known.length > 0 && known.length <= 10 ? `: ${known.map((id) => `“${id}”`).join(' or ')}` : ''}`;
  if (options === undefined)
    throw new TypeError(
      `nextSteps: options is undefined; it is an object with to, effort, messages; to must be given: ${right}`,
    );
  refuseUnknown('nextSteps', options, ['to', 'effort', 'messages']);
  const { to, effort } = options as Readonly<Record<string, unknown>>;
  refuseNoFunction('nextSteps', 'effort', effort);
  if (typeof to !== 'string') throw new TypeError(`nextSteps: to is ${shownValue(to)}; ${right}`);
  const at = known.indexOf(to);
  if (at < 0) {
    throw new RangeError(
      `nextSteps: to is ${shownValue(to)}; the rubric “${rubric.id}” has no such outcome${isIt(to, known)}`,
    );
  }
  return at;
};

const stay: Choice = { state: 0, cost: 0, steps: 0 };

type Price = (step: StepToPrice) => number;

const pricing =
  (effort: ((step: StepToPrice) => number) | undefined): Price =>
  (step) => {
    if (effort === undefined) return 1;
    const cost = effort(step);
    if (typeof cost !== 'number' || !(cost >= 0) || cost === Number.POSITIVE_INFINITY) {
      throw new RangeError(
        `nextSteps: effort must give a number from 0, got ${String(cost)} for ${JSON.stringify(step)}`,
      );
    }
    return cost;
  };

const criterionId = (plan: Plan, at: number): string => plan.criteria[at]?.id ?? '';
const levelId = (plan: Plan, at: number, level: number): string => plan.levels[at]?.[level]?.id ?? '';

const choicesOf = (
  plan: Plan,
  sheet: Sheet,
  goal: Goal,
  variable: Variable,
  v: number,
  price: Price,
): readonly Choice[] => {
  switch (variable.kind) {
    case 'criterion':
      return criterionChoices(plan, sheet, goal, variable.at, v, price);
    case 'fact': {
      if (sheet.facts.get(variable.fact) === true) return [{ state: 1, cost: 0, steps: 0 }];
      return [stay, { state: 1, cost: price({ kind: 'attest', fact: variable.fact }), steps: 1 }];
    }
    case 'evidence': {
      const choices: Choice[] = [stay];
      let cost = 0;
      for (let more = 1; more < statesAsked(goal, v); more++) {
        cost += price({ kind: 'evidence', indicator: variable.indicator });
        choices.push({ state: more, cost, steps: more });
      }
      return choices;
    }
  }
};

/** Staying, then only those levels that gain something a cheaper choice does not. */
const criterionChoices = (
  plan: Plan,
  sheet: Sheet,
  goal: Goal,
  at: number,
  v: number,
  price: Price,
): readonly Choice[] => {
  const state = sheet.states[at];
  const top = (plan.levels[at]?.length ?? 1) - 1;
  if (!mentions(goal, v)) return [{ state: state?.kind === 'rated' ? state.lowest : 0, cost: 0, steps: 0 }];
  const criterion = criterionId(plan, at);
  if (state?.kind === 'rated') {
    const choices: Choice[] = [{ state: state.lowest, cost: 0, steps: 0 }];
    const contested = state.lowest !== state.highest;
    let cost = contested ? price({ kind: 'settle', criterion, level: levelId(plan, at, state.highest) }) : 0;
    // A level that costs no less to settle on than a higher one is not worth looking at.
    let least = Number.POSITIVE_INFINITY;
    for (let level = state.highest; contested && level > state.lowest; level--) {
      const toSettle =
        level === state.highest ? cost : price({ kind: 'settle', criterion, level: levelId(plan, at, level) });
      if (toSettle >= least) continue;
      least = toSettle;
      choices.push({ state: level, cost: toSettle, steps: 1 });
    }
    for (let level = state.highest + 1; level <= top; level++) {
      cost += price({ kind: 'raise', criterion, from: levelId(plan, at, level - 1), to: levelId(plan, at, level) });
      const steps = level - state.highest + (contested ? 1 : 0);
      if (gainsMore(goal, v, level - 1, level)) choices.push({ state: level, cost, steps });
    }
    return choices;
  }
  const rated: Choice[] = [];
  for (let level = top; level > 0; level--) {
    const cost = price({ kind: 'rate', criterion, level: levelId(plan, at, level) });
    if (rated.every((higher) => cost < higher.cost)) rated.push({ state: level, cost, steps: 1 });
  }
  return [stay, ...rated];
};

/** How many states of a variable a goal tells apart. */
const statesAsked = (goal: Goal, v: number): number => {
  switch (goal.kind) {
    case 'settled':
      return 0;
    case 'total':
      return goal.gains.get(v)?.length ?? 0;
    case 'quorum':
      return goal.parts.reduce((most, part) => Math.max(most, statesAsked(part, v)), 0);
  }
};

const mentions = (goal: Goal, v: number): boolean => statesAsked(goal, v) > 0;

const gainsMore = (goal: Goal, v: number, low: number, high: number): boolean => {
  switch (goal.kind) {
    case 'settled':
      return false;
    case 'total': {
      const gains = goal.gains.get(v);
      return gains !== undefined && (gains[low] ?? 0) < (gains[high] ?? 0);
    }
    case 'quorum':
      return goal.parts.some((part) => gainsMore(part, v, low, high));
  }
};

/** Criteria of one group after another, so that a finished group is forgotten early; then facts and evidence. */
const searchOrder = (plan: Plan, variables: readonly Variable[]): readonly number[] => {
  const place = new Map(plan.groups.flatMap(({ criteria }, g) => criteria.map((at) => [at, g] as const)));
  const rank = (variable: Variable): number =>
    variable.kind === 'criterion' ? (place.get(variable.at) ?? plan.groups.length) : plan.groups.length + 1;
  return variables.map((_, v) => v).sort((a, b) => rank(variables[a] as Variable) - rank(variables[b] as Variable));
};

/** A rating that was searched for at its highest, new or settled, is told at the lowest level that still serves at the same price. */
const lowerRatings = (
  goal: Goal,
  found: Cheapest,
  choices: readonly (readonly Choice[])[],
  variables: readonly Variable[],
  sheet: Sheet,
  price: Price,
  plan: Plan,
): readonly Choice[] => {
  const settled = [...found.choices];
  variables.forEach((variable, v) => {
    const chosen = settled[v] ?? stay;
    if (variable.kind !== 'criterion' || chosen.steps !== 1 || (choices[v]?.length ?? 0) < 2) return;
    const state = sheet.states[variable.at];
    const contested = state?.kind === 'rated' && state.lowest !== state.highest;
    if (state?.kind !== 'unrated' && !contested) return;
    for (let level = contested ? state.lowest + 1 : 0; level < chosen.state; level++) {
      const kind = contested ? 'settle' : 'rate';
      if (
        price({ kind, criterion: criterionId(plan, variable.at), level: levelId(plan, variable.at, level) }) >
        chosen.cost
      )
        continue;
      settled[v] = { ...chosen, state: level };
      if (holds(goal, settled)) return;
    }
    settled[v] = chosen;
  });
  return settled;
};

const holds = (goal: Goal, choices: readonly Choice[]): boolean => {
  switch (goal.kind) {
    case 'settled':
      return goal.met;
    case 'total': {
      let reached = 0;
      for (const [v, gains] of goal.gains) reached += gains[Math.min(choices[v]?.state ?? 0, gains.length - 1)] ?? 0;
      return reached >= goal.need;
    }
    case 'quorum':
      return goal.parts.filter((part) => holds(part, choices)).length >= goal.need;
  }
};

const stepOf = (plan: Plan, sheet: Sheet, variable: Variable, choice: Choice, words: Messages): readonly NextStep[] => {
  if (choice.steps === 0) return [];
  const { steps } = choice;
  switch (variable.kind) {
    case 'criterion': {
      const { at } = variable;
      const criterion = criterionId(plan, at);
      const label = plan.criteria[at]?.label ?? '';
      const to = plan.levels[at]?.[choice.state];
      const top = choice.state === (plan.levels[at]?.length ?? 0) - 1;
      const state = sheet.states[at];
      if (state?.kind !== 'rated') {
        return [
          {
            kind: 'rate',
            criterion,
            level: to?.id ?? '',
            steps,
            message: words.step({ kind: 'rate', label, to: to?.label ?? '', top }),
          },
        ];
      }
      if (state.lowest !== state.highest && choice.state <= state.highest) {
        const message = words.step({ kind: 'settle', label, to: to?.label ?? '', top });
        return [{ kind: 'settle', criterion, level: to?.id ?? '', steps, message }];
      }
      const from = plan.levels[at]?.[state.highest];
      const message = words.step({ kind: 'raise', label, from: from?.label ?? '', to: to?.label ?? '' });
      return [{ kind: 'raise', criterion, from: from?.id ?? '', to: to?.id ?? '', steps, message }];
    }
    case 'fact': {
      const { label = variable.fact, whenFalse } = plan.rubric.facts?.find(({ id }) => id === variable.fact) ?? {};
      const message = words.step({ kind: 'attest', label, known: sheet.facts.has(variable.fact), whenFalse });
      return [{ kind: 'attest', fact: variable.fact, steps, message }];
    }
    case 'evidence': {
      const labels = plan.criteria
        .filter(({ id, indicator = id }) => indicator === variable.indicator)
        .map(({ label }) => label);
      const message = words.step({ kind: 'evidence', label: labels[0] ?? variable.indicator, items: steps });
      return [{ kind: 'evidence', indicator: variable.indicator, steps, message }];
    }
  }
};
