import type { Action } from '../../model/awards/action-plan.js';
import type { CriterionProfile, Evaluation, Gap } from '../../model/rubrics/evaluation.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { openGaps } from './open-gaps.js';

/** What strengthens an indicator, main lever first; `suggestStrategies` gives such a list. */
export interface SuggestedForIndicator {
  readonly indicator: string;
  readonly strategies: readonly { readonly strategy: string; readonly label: string; readonly reason: string }[];
}

export interface DraftActionsOptions {
  /** Only the gaps of this outcome; by default those of every unmet outcome. */
  readonly outcome?: string | undefined;
  /** Strategies to use, such as `suggestStrategies` gives; the first of each indicator is taken. */
  readonly suggestions?: readonly SuggestedForIndicator[] | undefined;
}

export interface DraftedActions {
  readonly actions: readonly Action[];
  /** States who produced these words. */
  readonly notice: string;
}

/**
 * Draft actions for a plan: one for each gap of an evaluation, in the rubric's order, then one for each criterion of an
 * obligation that has no gap. Owner, due date and success measure stay open, since only people can promise them;
 * `checkActionPlan` lists what is missing.
 *
 * @throws RangeError for an outcome the evaluation does not have.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, {
 *   ratings: {
 *     'shared-vision': 'met', 'core-team': 'met', 'professional-dialogue': 'met', 'collaborative-practice': 'met',
 *     'practitioner-leadership': 'met', 'use-of-data': 'partly', 'learner-leadership': 'met',
 *   },
 * });
 * const suggestions = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership);
 * const { actions } = draftActions(evaluation, { suggestions });
 * actions[0]
 * // => {
 * //   id: 'action-1', what: 'Strengthen “Use of data”: Data-Driven Decision Making.', strategy: 'data-driven-decisions',
 * //   addresses: ['use-of-data'], because: '“Use of data” is at “Partly”; it needs “Met”.',
 * // }
 */
export const draftActions = (evaluation: Evaluation, options: DraftActionsOptions = {}): DraftedActions => {
  expectShape('draftActions', 'evaluation', evaluation, shape.evaluation);
  expectOptions('draftActions', options, OPTIONS);
  const gaps = openGaps(evaluation, options.outcome, 'draftActions');
  const known = lookUp(evaluation, options.suggestions ?? []);
  const drafts = [
    ...gaps.map((gap) => forGap(gap, known)),
    ...forObligations(evaluation, new Set(gaps.map(({ criterion }) => criterion)), known),
  ];
  return {
    actions: drafts.map((draft, at): Action => ({ id: `action-${at + 1}`, ...draft })),
    notice: `Drafted by the stem-leadership library from computed gaps, for people to change. ${evaluation.notice}`,
  };
};

const OPTIONS = /* @__PURE__ */ (() => ({
  outcome: shape.maybe(shape.text),
  suggestions: shape.maybe(
    shape.listOf(
      'suggestions',
      shape.recordOf(
        'a suggestion',
        {
          indicator: shape.name,
          strategies: shape.listOf(
            'strategies',
            shape.recordOf('a strategy', { strategy: shape.name, label: shape.text, reason: shape.maybe(shape.text) }),
          ),
        },
        false,
      ),
    ),
  ),
}))();

type Draft = Omit<Action, 'id'>;

/** What there is for each criterion and indicator. */
interface Known {
  readonly profiles: ReadonlyMap<string, CriterionProfile>;
  readonly suggestions: ReadonlyMap<string, SuggestedForIndicator>;
  /** The obligations of each criterion. */
  readonly obligations: ReadonlyMap<string, readonly Evaluation['obligations'][number][]>;
}

const lookUp = (evaluation: Evaluation, suggested: readonly SuggestedForIndicator[]): Known => {
  const profiles = new Map<string, CriterionProfile>();
  for (const profile of evaluation.criteria) {
    if (!profiles.has(profile.criterion)) profiles.set(profile.criterion, profile);
  }
  const suggestions = new Map<string, SuggestedForIndicator>();
  for (const one of suggested) if (!suggestions.has(one.indicator)) suggestions.set(one.indicator, one);
  const obligations = new Map<string, Evaluation['obligations'][number][]>();
  for (const obligation of evaluation.obligations) {
    for (const criterion of new Set(obligation.criteria)) {
      const those = obligations.get(criterion);
      if (those === undefined) obligations.set(criterion, [obligation]);
      else those.push(obligation);
    }
  }
  return { profiles, suggestions, obligations };
};

const forGap = (gap: Gap, known: Known): Draft => {
  const { criterion, indicator, label, now, message } = gap;
  const strategy = known.suggestions.get(indicator)?.strategies[0];
  // An action that names no obligation answers every one on its indicators; so of several none is named.
  const [obligation, another] = known.obligations.get(criterion) ?? [];
  const unrated = now === undefined && known.profiles.get(criterion)?.state === 'unrated';
  const what = unrated ? `Look at “${label}” together and rate it` : `Strengthen “${label}”`;
  return {
    what: strategy === undefined ? `${what}.` : `${what}: ${strategy.label}.`,
    ...(strategy && { strategy: strategy.strategy }),
    addresses: [indicator],
    ...(obligation && !another && { obligation: obligation.id }),
    because: message,
  };
};

const forObligations = (evaluation: Evaluation, covered: ReadonlySet<string>, { profiles }: Known): readonly Draft[] =>
  evaluation.obligations.flatMap(({ id, label, criteria }) =>
    criteria
      .filter((criterion) => !covered.has(criterion))
      .map((criterion): Draft => {
        const profile = profiles.get(criterion);
        const name = profile?.label ?? criterion;
        const because = `The rating of “${name}” asks for it.`;
        return { what: `${label}: “${name}”.`, addresses: [profile?.indicator ?? criterion], obligation: id, because };
      }),
  );
