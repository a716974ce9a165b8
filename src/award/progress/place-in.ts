import type { CriterionProfile } from '../../model/rubrics/evaluation.js';

/**
 * Finds the places of criteria in an evaluation, −1 where it has none. Evaluations by one rubric list its criteria in the same order, so
 * the same place is tried first; only where another is asked for are all of them looked up.
 */
export const placeIn = (criteria: readonly CriterionProfile[]): ((criterion: string, at: number) => number) => {
  let places: ReadonlyMap<string, number> | undefined;
  return (criterion, at) => {
    if (criteria[at]?.criterion === criterion) return at;
    places ??= new Map(criteria.map((profile, place) => [profile.criterion, place] as const).reverse());
    return places.get(criterion) ?? -1;
  };
};
