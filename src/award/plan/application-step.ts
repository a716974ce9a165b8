import { shownValue } from '../../common/shown-value.js';
import type { Attestation } from '../../model/awards/attestation.js';
import { isItNear, nearestName } from '../../common/nearest-name.js';
import type { Origin } from '../../model/shared/source.js';
import type { Verdict } from '../../model/shared/verdict.js';
import type { Application, ApplicationCondition } from '../../model/awards/application.js';
import { quoted } from '../../common/list-words.js';
import { expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

/** What is known when a step is asked for. What is left out is not known yet. */
export interface ApplicationFacts {
  /** By the conditions' facts: true, false, either with its reason. */
  readonly attested?: Readonly<Record<string, Attestation | undefined>> | undefined;
  /** By the conditions' dates, `YYYY-MM-DD`. */
  readonly dates?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What one condition says of a step. */
export interface ConditionCheck {
  readonly label: string;
  readonly verdict: Verdict;
  readonly advised: boolean;
  readonly origin: Origin;
  readonly message: string;
  /** What to do; absent where it is met. */
  readonly hint?: string | undefined;
}

export interface ApplicationStepResult {
  readonly from: string;
  readonly event: string;
  /** Where the step leads; absent where it cannot be taken from here. */
  readonly to?: string | undefined;
  /** *met* where it can be taken, *undecided* while something is not known yet. */
  readonly verdict: Verdict;
  readonly conditions: readonly ConditionCheck[];
  /** The events that can follow in this state. */
  readonly possible: readonly string[];
  readonly message: string;
  /** Whose word the step is; absent where there is no such step from here. */
  readonly origin?: Origin | undefined;
  /** States who produced these words. */
  readonly notice: string;
}

/**
 * Asks whether an application can take a step: which state the event leads to from here, and what each of its conditions says
 * by the facts. The step can be taken where every condition is met; what is only advised does not hold it up. While something
 * it asks for is not known, it is *undecided*. Nothing is kept: the caller stores the state.
 *
 * @param application the states and the steps between them, a record such as `stemNationApplication`
 * @throws RangeError for a state, an event, a fact or a date that the application does not know, or an impossible date.
 *
 * @example
 * const step = applicationStep(stemNationApplication, 'plan-uploaded', 'book-conversation', {
 *   dates: { 'plan-uploaded': '2026-05-20', 'plan-deadline': '2026-05-15' },
 * });
 * step.verdict // => 'not-yet-met'
 * step.conditions[0]?.message
 * // => 'Not met: the plan was uploaded at least ten working days before the conversation (2026-05-20 is after 2026-05-15).'
 * applicationStep(stemNationApplication, 'registered', 'grant-award').message
 * // => '“Grant the full award” cannot follow “Registered”; what can is “Begin an element” and “Become eligible for the full award”.'
 */
export const applicationStep = (
  application: Application,
  state: string,
  event: string,
  facts: ApplicationFacts = {},
): ApplicationStepResult => {
  expectShape(CALLER, 'application', application, APPLICATION);
  expectShape(CALLER, 'state', state, shape.text);
  expectShape(CALLER, 'event', event, shape.text);
  expectShape(CALLER, 'facts', facts, FACTS);
  const from = known('state', state, application.states, ({ id }) => id);
  const label = known('event', event, application.transitions, (transition) => transition.event).label;
  refuseUnknownFacts(facts, application);
  const following = application.transitions.filter((transition) => transition.from.includes(state));
  const step = following.find((transition) => transition.event === event);
  const shared = { from: state, event, possible: following.map((transition) => transition.event) };
  if (step === undefined) {
    const others = following.map((transition) => transition.label);
    const instead = others.length === 0 ? 'nothing can' : `what can is ${quoted(others)}`;
    const message = `“${label}” cannot follow “${from.label}”; ${instead}.`;
    return { ...shared, verdict: 'not-yet-met', conditions: [], message, notice: application.notice };
  }
  const conditions = step.conditions.map((condition) => check(condition, facts));
  const verdict = together(conditions);
  const to = known('state', step.to, application.states, ({ id }) => id);
  return {
    ...shared,
    to: step.to,
    verdict,
    conditions,
    message: wordsOf(verdict, label, to.label, conditions),
    origin: step.origin,
    notice: application.notice,
  };
};

const CALLER = 'applicationStep';

/** Facts hold two things and no more; which facts and dates there are is the application's word. */
const FACTS: shape.Shape = /* @__PURE__ */ (() =>
  shape.closedRecordOf('an object with attested and dates', {
    attested: shape.maybe(
      shape.valuesOf(
        'an object of facts',
        shape.maybe(
          shape.either(
            shape.truth,
            shape.recordOf('', { holds: shape.truth, reason: shape.text }),
            'true or false, or an object with holds and reason',
          ),
        ),
      ),
    ),
    dates: shape.maybe(shape.valuesOf('an object of dates', shape.maybe(shape.date))),
  }))();

const APPLICATION = /* @__PURE__ */ (() =>
  shape.recordOf(
    'an object with states and transitions',
    {
      states: shape.listOf('states', shape.recordOf('a state', { id: shape.name, label: shape.text })),
      transitions: shape.listOf(
        'transitions',
        shape.recordOf('a transition', {
          event: shape.name,
          label: shape.text,
          from: shape.names('states'),
          to: shape.name,
          conditions: shape.listOf(
            'conditions',
            shape.recordOf('a condition', {
              kind: shape.wordOf(['attested', 'not-after']),
              label: shape.text,
              hint: shape.text,
              fact: shape.maybe(shape.name),
              date: shape.maybe(shape.name),
              limit: shape.maybe(shape.name),
            }),
          ),
        }),
      ),
      notice: shape.text,
    },
    false,
  ))();

const known = <T>(what: string, wanted: string, list: readonly T[], idOf: (item: T) => string): T => {
  const found = list.find((item) => idOf(item) === wanted);
  if (found !== undefined) return found;
  throw new RangeError(
    `applicationStep: there is no ${what} ${shownValue(wanted)}${isItNear(nearestName(wanted, list.map(idOf)))}`,
  );
};

const refuseUnknownFacts = ({ attested = {}, dates = {} }: ApplicationFacts, { transitions }: Application): void => {
  const conditions = transitions.flatMap((transition) => transition.conditions);
  const factIds = conditions.flatMap((one) => (one.kind === 'attested' ? [one.fact] : []));
  const dateIds = conditions.flatMap((one) => (one.kind === 'not-after' ? [one.date, one.limit] : []));
  for (const fact of Object.keys(attested)) known('fact', fact, factIds, (id) => id);
  for (const id of Object.keys(dates)) known('date', id, dateIds, (one) => one);
};

const check = (condition: ApplicationCondition, facts: ApplicationFacts): ConditionCheck => {
  const { label, hint, origin, advised = false } = condition;
  const [verdict, detail] =
    condition.kind === 'attested' ? fromFact(condition.fact, facts) : fromDates(condition, facts);
  const about = `${label}${detail === '' ? '' : ` (${detail})`}`;
  const message = `${WORDS[verdict]}${advised && verdict !== 'met' ? ', and only advised' : ''}: ${about}.`;
  return { label, verdict, advised, origin, message, ...(verdict !== 'met' && { hint }) };
};

const WORDS: { readonly [V in Verdict]: string } = {
  met: 'Met',
  'not-yet-met': 'Not met',
  undecided: 'Not known yet',
};

const fromFact = (fact: string, { attested = {} }: ApplicationFacts): [Verdict, string] => {
  const said = Object.hasOwn(attested, fact) ? attested[fact] : undefined;
  if (said === undefined) return ['undecided', ''];
  const { holds, reason } = typeof said === 'boolean' ? { holds: said, reason: '' } : said;
  return [holds ? 'met' : 'not-yet-met', reason.replace(/\.$/u, '')];
};

const fromDates = (
  condition: Extract<ApplicationCondition, { kind: 'not-after' }>,
  { dates = {} }: ApplicationFacts,
): [Verdict, string] => {
  const [date, limit] = [condition.date, condition.limit].map((id) =>
    Object.hasOwn(dates, id) ? dates[id] : undefined,
  );
  if (date === undefined || limit === undefined) return ['undecided', ''];
  return date <= limit ? ['met', `${date} is not after ${limit}`] : ['not-yet-met', `${date} is after ${limit}`];
};

const together = (conditions: readonly ConditionCheck[]): Verdict => {
  const binding = conditions.filter(({ advised }) => !advised).map(({ verdict }) => verdict);
  if (binding.includes('not-yet-met')) return 'not-yet-met';
  return binding.includes('undecided') ? 'undecided' : 'met';
};

const wordsOf = (verdict: Verdict, label: string, to: string, conditions: readonly ConditionCheck[]): string => {
  const open = conditions.filter((one) => !one.advised && one.verdict !== 'met');
  switch (verdict) {
    case 'met':
      return `“${label}” can be taken; it leads to “${to}”.`;
    case 'not-yet-met':
      return `“${label}” cannot be taken yet. ${open.map(({ message }) => message).join(' ')}`;
    case 'undecided':
      return `“${label}” could be taken, but something is not known. ${open.map(({ message }) => message).join(' ')}`;
  }
};
