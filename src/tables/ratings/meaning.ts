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

/**
 * What a heading of a sheet means. Where a criterion is called as a field is, only its id behind “criterion:” means the criterion; behind
 * a criterion's name, or before it, a word such as *evidence* means a column beside it.
 */
export const meaningIn = (heading: string, names: SheetNames): Meaning | undefined => {
  if (isBlank(heading)) return undefined;
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
