import type { Crosswalk } from '../model/articles/crosswalk.js';
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
  const judged = new Map(
    crosswalk.mappings.map(({ strategy, indicator, strength }) => [`${strategy} ${indicator}`, strength]),
  );
  const issues: Issue[] = [];
  crosswalk.strategies.items.forEach((strategy, at) => {
    const strengths = crosswalk.indicators.items.map((indicator) => judged.get(`${strategy.id} ${indicator.id}`));
    const unjudged = crosswalk.indicators.items.filter((_, i) => strengths[i] === undefined);
    if (unjudged.length > 0) {
      issues.push({
        code: 'unmapped-pair',
        severity: 'warning',
        path: ['strategies', 'items', at],
        message: `“${strategy.label}” is not judged against ${unjudged.map(({ label }) => `“${label}”`).join(', ')}.`,
        hint: 'Add a mapping for each; strength none, with its reason, where there is no link.',
      });
    } else if (strengths.every((strength) => strength === 'none')) {
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
