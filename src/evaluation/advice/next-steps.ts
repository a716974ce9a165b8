import type { StepToPrice, NextStep, NextSteps } from '../../model/advice/next-steps.js';
import { at } from '../../common/at.js';
import { isIt } from '../../common/nearest-name.js';
import { refuseCount, refuseNoFunction, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Judgements, JudgementsGiven, OutcomeId, RatingGiven } from '../../model/rubrics/assessment.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { cheapest } from './cheapest.js';
import { exchanged } from './exchange.js';
import { askedOf, type Choice, type Part, Standing } from './goal-search.js';
import { type Goal, goalOf, type Variable, variablesOf } from './goals.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';
import { type Lowered, lowerFor } from '../program/lower-rubric.js';
import { complete } from '../program/completion.js';
import { readAssessment, type ReadAssessment } from '../program/read-assessment.js';
import { wordsOf } from '../words/words.js';

export interface NextStepsOptions<R extends Rubric> {
  /** The outcome to reach. */
  readonly to: OutcomeId<R>;
  /** What a step costs, from 0; every step costs 1 where left out. */
  readonly effort?: ((step: StepToPrice<R>) => number) | undefined;
  readonly messages?: EvaluationMessages | undefined;
  /** How many partial ways the search may look at, about; 4,000,000 where left out. The same answer on every machine. */
  readonly limit?: number | undefined;
}

/**
 * The cheapest set of steps after which an outcome is met whatever else is still open. A step raises one criterion by one
 * level, rates one unrated criterion, settles one contested criterion on any level given or between those given, attests one fact,
 * or adds one item of evidence for one indicator; each costs 1, or what `effort` says. What is rated or settled may be raised from there in
 * further steps, where the prices make that cheaper. Of equally cheap sets, the one that steps on the earlier criteria of the rubric;
 * not-applicable criteria stay so.
 *
 * `proved` says that no set is cheaper. The search looks at so many partial ways as `limit` says, which takes about a second, and proves
 * its answer for the rubrics that ship and for nearly all others of hundreds of criteria. Where the limit is reached the answer is the
 * best set found, made cheaper by exchanges of steps: it leads to the outcome, no step of it is superfluous, and `proved` is false.
 *
 * @throws as `evaluate`; RangeError for an unknown outcome, a limit that is no whole number from 1, or an effort that is below 0 or not a
 * number.
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
export const nextSteps = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessment: JudgementsGiven<R, Named, Value, Fields>,
  options: NextStepsOptions<R>,
): NextSteps<R> => {
  refuseNoRubric('nextSteps', 'rubric', rubric);
  const outcome = outcomeAsked(rubric, options);
  const { limit = 4_000_000 } = options;
  refuseCount('nextSteps', 'limit', limit);
  const words = wordsOf('nextSteps', options.messages);
  const lowered = lowerFor('nextSteps', rubric);
  const read = readAssessment(lowered, assessment as unknown as Judgements<Rubric>, 'nextSteps');
  const node = lowered.outcomes[outcome];
  if (node === undefined) return { kind: 'out-of-reach' };
  const variables = variablesOf(lowered, read);
  const goal = goalOf(lowered, node, complete(lowered, read, 'lowest'), variables);
  if (goal === undefined) return { kind: 'out-of-reach' };
  const rises = risesIn(goal);
  const price = pricing(options.effort as NextStepsOptions<Rubric>['effort']);
  const all = variables.map((variable, v) => {
    const of = rises.get(v) ?? [];
    return of.length === 0 ? [asItIs(read, variable)] : optionsOf(lowered, read, of, variable, price);
  });
  const { inWhole, scale } = wholeCosts(all);
  const found = cheapestSteps(goal, inWhole, rises, limit);
  if (found === 'met-already' || found === 'out-of-reach') return { kind: found };
  const steps = variables.flatMap((variable, v) => {
    const choice = found.taken.get(v);
    return choice === undefined ? [] : stepOf(lowered, read, variable, choice, words);
  });
  const begin = read.states.some(({ kind }) => kind === 'rated')
    ? undefined
    : words.begin(read.states.filter(({ kind }) => kind === 'unrated').length);
  return {
    kind: 'steps',
    steps: steps as readonly NextStep<R>[],
    cost: found.cost / scale,
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
      `nextSteps: options is undefined; it is an object with to, effort, messages, limit; to must be given: ${right}`,
    );
  refuseUnknown('nextSteps', options, ['to', 'effort', 'messages', 'limit']);
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

type Options = (v: number) => readonly Choice[];

const stay = (state: number): Choice => ({ state, cost: 0, steps: 0 });

const asItIs = (read: ReadAssessment, variable: Variable): Choice => {
  const state = variable.kind === 'criterion' ? read.states[variable.at] : undefined;
  return stay(state?.kind === 'rated' ? state.lowest : 0);
};

/** Prices in decimals, counted in whole numbers of their last place, so that 0.1 and 0.2 are as much as 0.3; others as they are. */
const wholeCosts = (
  options: readonly (readonly Choice[])[],
): { readonly inWhole: readonly (readonly Choice[])[]; readonly scale: number } => {
  const prices = options.flatMap((of) => of.map(({ cost }) => cost));
  const scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].find((by) =>
    prices.every((cost) => isWholeAt(cost, by)),
  );
  if (scale === undefined || scale === 1) return { inWhole: options, scale: 1 };
  return { inWhole: options.map((of) => of.map((one) => ({ ...one, cost: Math.round(one.cost * scale) }))), scale };
};

const isWholeAt = (cost: number, by: number): boolean =>
  cost * by < 1e12 && Math.abs(Math.round(cost * by) / by - cost) <= 1e-12 * cost;

/** The share of all looks that is kept for exchanges. */
const EXCHANGES = 0.15;

/** The cheapest options with which a goal holds, without what it does not need. */
const cheapestSteps = (
  goal: Goal,
  options: readonly (readonly Choice[])[],
  rises: ReadonlyMap<number, readonly number[]>,
  limit: number,
):
  | { readonly taken: ReadonlyMap<number, Choice>; readonly cost: number; readonly proved: boolean }
  | 'met-already'
  | 'out-of-reach' => {
  const asked = askedOf(goal, (v) => options[v] ?? []);
  if (typeof asked === 'boolean') return asked ? 'met-already' : 'out-of-reach';
  const choices = options.map((of, v) => worthwhile(of, rises.get(v) ?? []));
  const choicesOf = (v: number): readonly Choice[] => choices[v] ?? [];
  const toAsk = askedOf(goal, choicesOf);
  // What is left of the looks, and a part kept for it, is for making an answer cheaper that was not proved to be the cheapest.
  const kept = limit * EXCHANGES;
  const looks = { left: limit - kept };
  const searched = cheapest(toAsk, choicesOf, looks);
  if (searched === undefined) return 'out-of-reach';
  const isOpen = searched.atLeast < searched.cost && typeof toAsk !== 'boolean';
  const found = isOpen ? exchanged(toAsk, choicesOf, searched, { left: kept + Math.max(0, looks.left) }) : searched;
  // Where the first choice is no more to stay as it is, that step costs nothing.
  const free = choices.flatMap(([first], v) => (first !== undefined && first.steps > 0 ? [[v, first] as const] : []));
  const taken = trimmed(asked, (v) => options[v] ?? [], new Map([...free, ...found.taken]));
  const cost = [...taken.values()].reduce((sum, one) => sum + one.cost, 0);
  return { taken, cost, proved: found.atLeast >= cost * (1 - 1e-9) };
};

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

const criterionId = (lowered: Lowered, at: number): string => lowered.criteria[at]?.id ?? '';
const levelId = (lowered: Lowered, at: number, level: number): string => lowered.levels[at]?.[level]?.id ?? '';

/** All that a variable may become, lowest first: as it is, then every state that the goal tells apart, each reached in the cheapest way. */
const optionsOf = (
  lowered: Lowered,
  read: ReadAssessment,
  rises: readonly number[],
  variable: Variable,
  price: Price,
): readonly Choice[] => {
  switch (variable.kind) {
    case 'criterion':
      return ratingOptions(lowered, read, variable.at, price);
    case 'fact': {
      if (read.facts.get(variable.fact) === true) return [{ state: 1, cost: 0, steps: 0 }];
      const cost = price({ kind: 'attest', fact: variable.fact });
      return [stay(0), { state: 1, cost, steps: 1 }];
    }
    case 'evidence': {
      const cost = price({ kind: 'evidence', indicator: variable.indicator });
      return [stay(0), ...rises.map((more): Choice => ({ state: more, cost: cost * more, steps: more }))];
    }
  }
};

/**
 * A rating at every level above the one it counts at now. What is unrated is rated, and what is contested settled, in one step, at any level it may be;
 * from there, as from a plain rating, it is raised level by level. Each level is reached in the cheapest of these ways, the shortest of
 * those as cheap.
 */
const ratingOptions = (lowered: Lowered, read: ReadAssessment, at: number, price: Price): readonly Choice[] => {
  const state = read.states[at];
  const top = (lowered.levels[at]?.length ?? 1) - 1;
  const criterion = criterionId(lowered, at);
  const [lowest, highest] = state?.kind === 'rated' ? [state.lowest, state.highest] : [0, top];
  const kind = state?.kind === 'rated' ? 'settle' : 'rate';
  const isOpen = lowest !== highest || state?.kind !== 'rated';
  const options: Choice[] = [stay(lowest)];
  let below: Choice | undefined = isOpen ? undefined : stay(lowest);
  for (let level = isOpen ? lowest : lowest + 1; level <= top; level++) {
    const ways: Choice[] = [];
    if (isOpen && level <= highest) {
      ways.push({
        state: level,
        cost: price({ kind, criterion, level: levelId(lowered, at, level) }),
        steps: 1,
        first: level,
      });
    }
    if (below !== undefined) {
      const raise = price({
        kind: 'raise',
        criterion,
        from: levelId(lowered, at, level - 1),
        to: levelId(lowered, at, level),
      });
      ways.push({ ...below, state: level, cost: below.cost + raise, steps: below.steps + 1 });
    }
    const [first, second] = ways;
    below = second === undefined || (first !== undefined && first.cost <= second.cost) ? first : second;
    if (below !== undefined && level > lowest) options.push(below);
  }
  return options;
};

/** The options worth searching: each gains something, in the goal, that no cheaper one does. */
const worthwhile = (options: readonly Choice[], rises: readonly number[]): readonly Choice[] => {
  const sorted = [...options].sort((a, b) => a.cost - b.cost || b.state - a.state);
  const kept: Choice[] = [];
  for (const option of sorted) {
    const last = kept.at(-1);
    // The first of the rises that lie above the last one kept.
    const next = last === undefined ? undefined : rises.find((rise) => rise > last.state);
    if (last === undefined || (next !== undefined && option.state >= next)) kept.push(option);
  }
  return kept;
};

/** For each variable of a goal the states at which some total gains more than just below, lowest first. */
const risesIn = (goal: Goal): ReadonlyMap<number, readonly number[]> => {
  const rises = new Map<number, Set<number>>();
  const seen = new Set<unknown>();
  const open = [goal];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const key = one.kind === 'total' ? one.gains : one;
    if (seen.has(key)) continue;
    seen.add(key);
    if (one.kind === 'quorum') for (const part of one.parts) open.push(part);
    if (one.kind !== 'total') continue;
    for (const [v, gains] of one.gains) {
      const of = rises.get(v) ?? new Set();
      rises.set(v, of);
      for (let state = 1; state < gains.length; state++)
        if ((gains[state] ?? 0) > (gains[state - 1] ?? 0)) of.add(state);
    }
  }
  return new Map([...rises].map(([v, of]) => [v, [...of].sort((a, b) => a - b)]));
};

/**
 * An answer without what it does not need: steps that are not needed are left out, the last first (a search that was cut short may leave
 * some, and some may cost nothing); then each rating is told at the lowest level that still serves and costs no more.
 */
const trimmed = (asked: Part, options: Options, taken: ReadonlyMap<number, Choice>): ReadonlyMap<number, Choice> => {
  const stand = new Standing([asked]);
  const variables = [...taken.keys()].sort((a, b) => a - b);
  for (const v of variables) stand.choose(v, options(v).indexOf(taken.get(v) as Choice));
  const lower = (v: number, serves: (option: Choice) => boolean): void => {
    const now = stand.chosen(v);
    for (let k = 0; k < now; k++) {
      if (!serves(at(options(v), k))) continue;
      stand.choose(v, k);
      if (stand.holds()) return;
    }
    stand.choose(v, now);
  };
  for (const v of [...variables].reverse()) lower(v, ({ steps }) => steps === 0);
  for (const v of variables) {
    const { cost } = at(options(v), stand.chosen(v));
    lower(v, (option) => option.cost <= cost);
  }
  return new Map(variables.map((v) => [v, at(options(v), stand.chosen(v))]));
};

const stepOf = (
  lowered: Lowered,
  read: ReadAssessment,
  variable: Variable,
  choice: Choice,
  words: EvaluationMessages,
): readonly NextStep[] => {
  if (choice.steps === 0) return [];
  const { steps } = choice;
  switch (variable.kind) {
    case 'criterion': {
      const { at } = variable;
      const criterion = criterionId(lowered, at);
      const label = lowered.criteria[at]?.label ?? '';
      const to = lowered.levels[at]?.[choice.state];
      const levels = lowered.levels[at] ?? [];
      const opening = read.states[at]?.kind === 'rated' ? 'settle' : 'rate';
      const { first } = choice;
      const opened = first === undefined ? undefined : levels[first];
      const top = first === levels.length - 1;
      const open = opened && words.step({ kind: opening, label, to: opened.label, top });
      if (open !== undefined && first === choice.state) {
        return [{ kind: opening, criterion, level: opened?.id ?? '', steps, message: open }];
      }
      const from = opened ?? levels[choice.state - steps];
      const raise = words.step({ kind: 'raise', label, from: from?.label ?? '', to: to?.label ?? '' });
      const message = open === undefined ? raise : `${open} ${raise}`;
      return [{ kind: 'raise', criterion, from: from?.id ?? '', to: to?.id ?? '', steps, message }];
    }
    case 'fact': {
      const { label = variable.fact, whenFalse } = lowered.rubric.facts?.find(({ id }) => id === variable.fact) ?? {};
      const message = words.step({ kind: 'attest', label, known: read.facts.has(variable.fact), whenFalse });
      return [{ kind: 'attest', fact: variable.fact, steps, message }];
    }
    case 'evidence': {
      const labels = lowered.criteria
        .filter(({ id, indicator = id }) => indicator === variable.indicator)
        .map(({ label }) => label);
      const message = words.step({ kind: 'evidence', label: labels[0] ?? variable.indicator, items: steps });
      return [{ kind: 'evidence', indicator: variable.indicator, steps, message }];
    }
  }
};
