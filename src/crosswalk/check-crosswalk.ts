import type { Crosswalk, Strength } from '../model/articles/crosswalk.js';
import type { Issue } from '../model/shared/issue.js';
import { refuseNoCrosswalk } from '../model/articles/refuse-crosswalk.js';
import { unaddressedIndicators } from './unaddressed-indicators.js';

/**
 * Finds what needs thought in a well-formed crosswalk: pairs that nobody judged, strategies that strengthen nothing,
 * indicators without a main lever. Issues come in the crosswalk's order, strategies before indicators.
 *
 * @throws TypeError for what is no crosswalk.
 *
 * @example
 * checkCrosswalk(coordinatorRoleStemNationLeadership).map(({ code, message }) => `${code}: ${message}`)
 * // => ['no-main-lever: No strategy is a main lever for “Learner leadership”.']
 */
export const checkCrosswalk = (crosswalk: Crosswalk): readonly Issue[] => {
  refuseNoCrosswalk('checkCrosswalk', crosswalk);
  const { items } = crosswalk.indicators;
  const known = new Set<string>(items.map(({ id }) => id));
  const judged = new Map<string, Map<string, Strength>>(crosswalk.strategies.items.map(({ id }) => [id, new Map()]));
  for (const { strategy, indicator, strength } of crosswalk.mappings) {
    if (known.has(indicator)) judged.get(strategy)?.set(indicator, strength);
  }
  const issues: Issue[] = [];
  crosswalk.strategies.items.forEach((strategy, at) => {
    const strengths = judged.get(strategy.id) ?? new Map<string, Strength>();
    const unjudged = known.size - strengths.size;
    if (unjudged > 0) {
      issues.push({
        code: 'unmapped-pair',
        severity: 'warning',
        path: ['strategies', 'items', at],
        message: `“${strategy.label}” is not judged against ${unjudgedNames(items, strengths, unjudged)}.`,
        hint: 'Add a mapping for each; strength none, with its reason, where there is no link.',
      });
    } else if ([...strengths.values()].every((strength) => strength === 'none')) {
      issues.push({
        code: 'idle-strategy',
        severity: 'warning',
        path: ['strategies', 'items', at],
        message: `“${strategy.label}” strengthens no indicator.`,
        hint: 'Leave it out, or judge its mappings again.',
      });
    }
  });
  const positions = new Map(crosswalk.indicators.items.map(({ id }, at) => [id, at]));
  for (const { id, label } of unaddressedIndicators(crosswalk)) {
    issues.push({
      code: 'no-main-lever',
      severity: 'info',
      path: ['indicators', 'items', positions.get(id) ?? 0],
      message: `No strategy is a main lever for “${label}”.`,
      hint: 'Say so where suggestions are shown, or add a strategy that is one.',
    });
  }
  return issues;
};

/** So many indicators are named in one message. */
const MOST_NAMED = 5;

const unjudgedNames = (
  indicators: Crosswalk['indicators']['items'],
  judged: ReadonlyMap<string, Strength>,
  unjudged: number,
): string => {
  const names: string[] = [];
  for (const { id, label } of indicators) {
    if (names.length === MOST_NAMED) break;
    if (!judged.has(id)) names.push(`“${label}”`);
  }
  const more = unjudged - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
