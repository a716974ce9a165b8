import { refuseUnknown, refuseWord } from '../common/refuse.js';
import type { Crosswalk, Strength } from '../model/articles/crosswalk.js';
import { refuseNoCrosswalk } from '../model/articles/refuse-crosswalk.js';

export interface UnaddressedOptions {
  /** The least strength that counts as addressing an indicator; default `strong`. */
  readonly strength?: Exclude<Strength, 'none'> | undefined;
}

/**
 * The indicators that no strategy of a crosswalk addresses, in the crosswalk's order: those without a main lever, or with
 * `strength: 'partial'` those without any help.
 *
 * @throws TypeError for what is no crosswalk, or an option that does not exist; RangeError for another strength.
 *
 * @example
 * unaddressedIndicators(coordinatorRoleStemNationLeadership).map(({ id }) => id) // => ['learner-leadership']
 * unaddressedIndicators(coordinatorRoleStemNationLeadership, { strength: 'partial' }) // => []
 */
export const unaddressedIndicators = <S extends string, I extends string>(
  crosswalk: Crosswalk<S, I>,
  options: UnaddressedOptions = {},
): readonly { readonly id: I; readonly label: string }[] => {
  refuseNoCrosswalk('unaddressedIndicators', crosswalk);
  refuseUnknown('unaddressedIndicators', options, ['strength']);
  const { strength = 'strong' } = options;
  refuseWord('unaddressedIndicators', 'strength', strength, ['strong', 'partial']);
  const counts: readonly Strength[] = strength === 'partial' ? ['strong', 'partial'] : ['strong'];
  const addressed = new Set(
    crosswalk.mappings.filter((mapping) => counts.includes(mapping.strength)).map(({ indicator }) => indicator),
  );
  return crosswalk.indicators.items.filter(({ id }) => !addressed.has(id));
};
