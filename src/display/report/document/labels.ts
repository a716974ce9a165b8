import { own } from '../../../common/own.js';
import type { Rubric } from '../../../model/rubrics/rubric.js';
import type { Scale } from '../../../model/rubrics/scale.js';

/** What the levels of a rubric’s criteria are called; a level that it does not have is called by its id. */
export const levelLabels = (rubric: Rubric | undefined): ((criterion: string, level: string) => string) => {
  if (rubric === undefined) return (_, level) => level;
  const ofScale = (scale: Scale): Record<string, string> =>
    Object.fromEntries(scale.levels.map(({ id, label }) => [id, label]));
  const common = ofScale(rubric.scale);
  const ofCriterion = new Map(rubric.criteria.flatMap(({ id, scale }) => (scale ? [[id, ofScale(scale)]] : [])));
  return (criterion, level) => own(ofCriterion.get(criterion) ?? common, level) ?? level;
};
