import type { Ratings } from './assessment.js';
import type { Criterion, Fact, Outcome, Rubric, RubricExample } from './rubric.js';
import type { Scale, ScaleOf } from './scale.js';

/** What the type of a rubric carries besides the ids of its criteria, levels and outcomes. What it has none of is left out. */
export type RubricExtras<C extends Criterion, F extends string> = Present<{
  /** The criteria that may be not applicable. */
  notApplicable: C extends { readonly notApplicable: 'allowed' | 'waived' | 'held-open' } ? C['id'] : never;
  facts: F;
  /** The levels of criteria that have a scale of their own. */
  ownLevels: OwnLevels<C>;
}>;

/** Of an object type the properties that are not `never`. */
export type Present<T> = { [K in keyof T as [T[K]] extends [never] ? never : K]: T[K] };

/** The levels of the scales that criteria have of their own. */
export type OwnLevel<C extends Criterion> = C extends { readonly scale: infer S extends Scale }
  ? S['levels'][number]['id']
  : never;

/** The levels of criteria that have a scale of their own, by criterion. */
export type OwnLevels<C extends Criterion> = [OwnLevel<C>] extends [never]
  ? never
  : { [K in C as [OwnLevel<K>] extends [never] ? never : K['id']]: OwnLevel<K> };

/** A criterion whose id is a literal type, with what else of its names the compiler needs. */
export type CriterionOf<Id extends string, Also> = Id extends string
  ? Criterion & { readonly id: Id } & (Also extends { readonly notApplicable: infer Allowed }
        ? Id extends Allowed
          ? { readonly notApplicable: 'allowed' | 'waived' | 'held-open' }
          : unknown
        : unknown) &
      (Also extends { readonly ownLevels: infer Own }
        ? Id extends keyof Own
          ? { readonly scale: ScaleOf<Own[Id] & string> }
          : unknown
        : unknown)
  : never;

/**
 * A rubric whose criterion, level, outcome and fact ids are literal types, with what else of its names the compiler needs, and no prose:
 * `RubricOf<'plan' | 'team', 'low' | 'high', 'ready', { notApplicable: 'team' }>`.
 */
export interface RubricOf<CriterionId extends string, Level extends string, OutcomeId extends string, Also = unknown>
  extends Rubric {
  readonly scale: ScaleOf<Level>;
  readonly criteria: readonly CriterionOf<CriterionId, Also>[];
  readonly outcomes: readonly (Outcome & { readonly id: OutcomeId })[];
  readonly facts?: readonly (Fact & {
    readonly id: Also extends { readonly facts: infer F extends string } ? F : never;
  })[];
  readonly examples?: readonly (RubricExample & {
    readonly ratings: Ratings<CriterionId, RubricOf<CriterionId, Level, OutcomeId, Also>>;
  })[];
}
