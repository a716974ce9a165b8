import type { SuggestedStrategy, Suggestion } from '../model/articles/suggestion.js';
import { isRecord, refuseLimit, refuseUnknown } from '../common/refuse.js';
import type { Crosswalk } from '../model/articles/crosswalk.js';
import type { CriterionProfile, Evaluation } from '../model/rubrics/evaluation.js';
import { refuseNoCrosswalk } from '../model/articles/refuse-crosswalk.js';
import { refuseNoEvaluation } from '../model/rubrics/refuse-evaluation.js';

export interface SuggestOptions {
  /** At most so many indicators, the weakest; by default all that are below their top level. */
  readonly limit?: number | undefined;
}

/**
 * Suggests strategies for the indicators rated below their top level, weakest first (ties in the rubric's order), with the
 * crosswalk's reasons: main levers first, then in the crosswalk's order.
 *
 * Criteria that are unrated or not applicable are left out.
 *
 * @throws TypeError for what is no evaluation or no crosswalk, or an option that does not exist; RangeError where the evaluation judges another framework or edition than the crosswalk maps, or shares no
 * indicator with it.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'not-yet', 'shared-vision': 'met' } });
 * const [weakest] = suggestStrategies(evaluation, coordinatorRoleStemNationLeadership);
 * weakest?.indicator // => 'use-of-data'
 * weakest?.strategies[0]?.strategy // => 'data-driven-decisions'
 */
export const suggestStrategies = <S extends string, I extends string>(
  evaluation: Evaluation,
  crosswalk: Crosswalk<S, I>,
  options: SuggestOptions = {},
): readonly Suggestion<S, I>[] => {
  if (isRecord(evaluation) && 'mappings' in evaluation) {
    throw new TypeError('suggestStrategies: evaluation is a crosswalk; the evaluation comes first, then the crosswalk');
  }
  refuseNoEvaluation('suggestStrategies', 'evaluation', evaluation);
  refuseNoCrosswalk('suggestStrategies', crosswalk);
  refuseUnknown('suggestStrategies', options, ['limit']);
  if (options.limit !== undefined) refuseLimit('suggestStrategies', 'limit', options.limit);
  refuseOther(evaluation, crosswalk);
  const known = new Map(crosswalk.indicators.items.map((item) => [item.id as string, item]));
  const weak = evaluation.criteria
    .filter((profile): profile is CriterionProfile & { height: number } => (profile.height ?? 1) < 1)
    .filter((profile) => known.has(profile.indicator))
    .sort((a, b) => a.height - b.height);
  const [strong, partial] = [suggested(crosswalk, 'strong'), suggested(crosswalk, 'partial')];
  return weak.slice(0, options.limit ?? weak.length).map((profile) => {
    const indicator = profile.indicator as I;
    const strategies = [...(strong.get(indicator) ?? []), ...(partial.get(indicator) ?? [])];
    return {
      indicator,
      label: known.get(indicator)?.label ?? profile.label,
      ...(profile.level !== undefined && { level: profile.level }),
      height: profile.height,
      strategies,
      hasMainLever: strategies.some(({ strength }) => strength === 'strong'),
    };
  });
};

/** The strategies of each indicator that strengthen it so much, in the crosswalk's order. */
const suggested = <S extends string, I extends string>(
  crosswalk: Crosswalk<S, I>,
  strength: 'strong' | 'partial',
): ReadonlyMap<I, readonly SuggestedStrategy<S>[]> => {
  const labels = new Map(crosswalk.strategies.items.map(({ id, label }) => [id, label]));
  const found = new Map<I, SuggestedStrategy<S>[]>();
  for (const { strategy, indicator, strength: its, reason } of crosswalk.mappings) {
    if (its !== strength) continue;
    const one = { strategy, label: labels.get(strategy) ?? strategy, strength, reason };
    const those = found.get(indicator);
    if (those === undefined) found.set(indicator, [one]);
    else those.push(one);
  }
  return found;
};

const refuseOther = (evaluation: Evaluation, crosswalk: Crosswalk): void => {
  const { framework, edition } = crosswalk.indicators;
  const judged = evaluation.framework;
  if (judged && (judged.id !== framework || judged.edition !== edition)) {
    throw new RangeError(
      `suggestStrategies: the evaluation judges “${judged.id}” ${judged.edition}, the crosswalk maps “${framework}” ${edition}`,
    );
  }
  const ids = new Set(crosswalk.indicators.items.map(({ id }) => id));
  if (evaluation.criteria.some(({ indicator }) => ids.has(indicator))) return;
  throw new RangeError(
    `suggestStrategies: the evaluation of “${evaluation.rubric.id}” has no indicator of the crosswalk “${crosswalk.id}”`,
  );
};
