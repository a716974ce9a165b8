import type { Rating } from '../../model/rubrics/rating.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';
import { fieldOf } from './fields.js';
import { type CriterionNames, criterionNames } from './headings.js';
import { ratingWords } from './rating-words.js';

/** How criteria and levels are written: as people read them, or by their ids. */
export type Names = 'label' | 'id';
export const NAMES = ['label', 'id'] as const;

export interface Writing {
  readonly names: CriterionNames;
  readonly heading: (criterion: Criterion) => string;
  /** What `cell` and `note` are to be, so that reading them gives the rating back. */
  readonly written: (criterion: Criterion, rating: Rating) => { readonly cell: string; readonly note: string };
}

/** Writes names so that they are read back as the same: by label where that is asked for and can be told, else by id. */
export const writing = (rubric: Rubric, as: Names): Writing => {
  const names = criterionNames(rubric);
  const says = ratingWords(rubric);
  const headings = new Map<Criterion, string>();
  const heading = (criterion: Criterion): string => {
    const known = headings.get(criterion);
    if (known !== undefined) return known;
    const candidates = as === 'label' ? [criterion.label, criterion.id] : [criterion.id];
    const chosen =
      candidates.find((one) => fieldOf(one) === undefined && one.trim() === one && names.find(one) === criterion) ??
      `criterion: ${criterion.id}`;
    headings.set(criterion, chosen);
    return chosen;
  };
  const labels = new Map<Criterion, Map<string, string>>();
  const level = (criterion: Criterion, id: string): string => {
    if (as === 'id') return id;
    let its = labels.get(criterion);
    if (its === undefined) labels.set(criterion, (its = new Map()));
    const known = its.get(id);
    if (known !== undefined) return known;
    const label = (criterion.scale ?? rubric.scale).levels.find((one) => one.id === id)?.label ?? id;
    const said = says(criterion, label);
    const chosen = said.kind === 'rated' && said.level === id ? label : id;
    its.set(id, chosen);
    return chosen;
  };
  const written = (criterion: Criterion, rating: Rating): { readonly cell: string; readonly note: string } => {
    if (typeof rating === 'string') return { cell: level(criterion, rating), note: '' };
    if ('notApplicable' in rating) return { cell: `n/a – ${rating.notApplicable}`, note: '' };
    if ('levels' in rating)
      return { cell: `${rating.levels.join(' | ')}${rating.levels.length === 1 ? ' |' : ''}`, note: '' };
    return { cell: level(criterion, rating.level), note: rating.note ?? '' };
  };
  return { names, heading, written };
};
