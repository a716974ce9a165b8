import type { Rating } from '../../model/rubrics/rating.js';
import type { Criterion, Fact, Rubric } from '../../model/rubrics/rubric.js';
import { type Aside, fieldOf } from './fields.js';
import { meaningIn, meaningInLong } from './meaning.js';
import { sheetNames } from './names.js';
import { ratingWords } from './rating-words.js';

/** How criteria and levels are written: as people read them, or by their ids. */
export type Names = 'label' | 'id';
export const NAMES = ['label', 'id'] as const;

export interface Writing {
  readonly heading: (criterion: Criterion) => string;
  /** The heading of a column that says something beside a criterion. */
  readonly beside: (criterion: Criterion, aside: Aside) => string;
  readonly factHeading: (fact: Fact) => string;
  /** The heading of a field, behind “field:” where a criterion or a fact is called the same. */
  readonly field: (name: string, shape: 'wide' | 'long') => string;
  /** Criteria in one cell. */
  readonly list: (criteria: readonly Criterion[]) => string;
  /** What `cell` and `note` are to be, so that reading them gives the rating back. */
  readonly written: (criterion: Criterion, rating: Rating) => { readonly cell: string; readonly note: string };
}

/** Writes names so that they are read back as the same: by label where that is asked for and can be told, else by id. */
export const writing = (rubric: Rubric, as: Names): Writing => {
  const names = sheetNames(rubric);
  const says = ratingWords(rubric);
  /** The first of the candidates that is read as meant. */
  const told = (candidates: readonly string[], isMeant: (name: string) => boolean, sure: string): string =>
    (as === 'label' ? candidates : candidates.slice(1)).find((one) => one.trim() === one && isMeant(one)) ?? sure;
  const headings = new Map<Criterion | Fact, string>();
  const once = <T extends Criterion | Fact>(of: T, make: (of: T) => string): string => {
    const known = headings.get(of) ?? make(of);
    headings.set(of, known);
    return known;
  };
  const means = (name: string) => (fieldOf(name) === undefined ? meaningIn(name, names) : undefined);
  const heading = (criterion: Criterion): string =>
    once(criterion, ({ id, label }) =>
      told([label, id], (one) => isOnly(means(one), 'criterion', criterion), `criterion: ${id}`),
    );
  const factHeading = (fact: Fact): string =>
    once(fact, ({ id, label }) => told([label, id], (one) => isOnly(means(one), 'fact', fact), `fact: ${id}`));
  const beside = (criterion: Criterion, aside: Aside): string =>
    told(
      [`${criterion.label} – ${aside}`, `${criterion.id} – ${aside}`],
      (one) => {
        const meaning = means(one);
        return (
          meaning !== undefined && 'criterion' in meaning && meaning.criterion === criterion && meaning.aside === aside
        );
      },
      `${aside}: criterion: ${criterion.id}`,
    );
  const field = (name: string, shape: 'wide' | 'long'): string => {
    const meaning = shape === 'long' ? meaningInLong(name, meaningIn(name, names)) : meaningIn(name, names);
    return meaning !== undefined && 'field' in meaning ? name : `field: ${name}`;
  };
  const list = (criteria: readonly Criterion[]): string =>
    criteria.map((criterion) => (/[;|,\r\n]/u.test(heading(criterion)) ? criterion.id : heading(criterion))).join('; ');
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
  return { heading, beside, factHeading, field, list, written };
};

const isOnly = (meaning: object | undefined, kind: 'criterion' | 'fact', of: Criterion | Fact): boolean =>
  meaning !== undefined && (meaning as Readonly<Record<string, unknown>>)[kind] === of && !('aside' in meaning);
