import type { Criterion, Fact } from '../../model/rubrics/rubric.js';
import { type Aside, besideIn, type Field, fieldOf } from './fields.js';
import { isOne, type SheetNames } from './names.js';
import { isBlank, trimmed } from './word-key.js';

/** What a heading means. */
export type Meaning =
  | { readonly field: Field }
  | { readonly criterion: Criterion; readonly aside?: Aside | undefined }
  | { readonly fact: Fact; readonly aside?: Aside | undefined }
  /** Several criteria or facts that the heading cannot tell apart. */
  | { readonly several: readonly string[] };

/** Fields that real rubrics have criteria called after: there the criterion is meant. */
const WEAK: readonly Field[] = ['evidence', 'priority', 'priorities', 'said-by', 'said-on'];
const BEHIND_PREFIX = /^(?:criterion|fact)\s*:/iu;
/** Written where a criterion or a fact is called as a field is, and the field is meant. */
const FIELD_PREFIX = /^field\s*:\s*/iu;

/**
 * What a heading of a sheet means. Where a criterion is called as a field is, only its id behind “criterion:” means the criterion; behind
 * a criterion's name, or before it, a word such as *evidence* means a column beside it.
 */
export const meaningIn = (heading: string, names: SheetNames): Meaning | undefined => {
  if (isBlank(heading)) return undefined;
  const said = FIELD_PREFIX.test(trimmed(heading)) ? fieldOf(trimmed(heading).replace(FIELD_PREFIX, '')) : undefined;
  if (said !== undefined) return { field: said };
  const field = BEHIND_PREFIX.test(trimmed(heading)) ? undefined : fieldOf(heading);
  if (field !== undefined && !WEAK.includes(field)) return { field };
  const named = namedIn(heading, names);
  if (named !== undefined) return named;
  if (field !== undefined) return { field };
  const beside = besideIn(trimmed(heading));
  const of = beside === undefined ? undefined : namedIn(beside.name, names);
  if (beside === undefined || of === undefined || !('criterion' in of || 'fact' in of)) return undefined;
  return { ...of, aside: beside.aside };
};

/** The same in a long sheet, where criteria have no columns of their own: what is called as a field is, is the field. */
export const meaningInLong = (heading: string, meaning: Meaning | undefined): Meaning | undefined => {
  const field = meaning !== undefined && 'criterion' in meaning ? fieldOf(heading) : undefined;
  return field === undefined ? meaning : { field };
};

/** What is meant where a caller says it: a criterion goes before a field there. */
export const meaningSaid = (means: string, names: SheetNames): Meaning | undefined => {
  const named = namedIn(means, names);
  return named !== undefined && !('several' in named) ? named : meaningIn(means, names);
};

const namedIn = (name: string, names: SheetNames): Meaning | undefined => {
  const criterion = names.criterion(name);
  if (criterion !== undefined) {
    return isOne(criterion) ? { criterion } : { several: (criterion as readonly Criterion[]).map(({ id }) => id) };
  }
  const fact = names.fact(name);
  if (fact === undefined) return undefined;
  return isOne(fact) ? { fact } : { several: (fact as readonly Fact[]).map(({ id }) => id) };
};
