import type { RatingsOf } from './assessment.js';
import type { Criterion, Fact, Outcome, Rubric, RubricExample } from './rubric.js';
import type { Scale, ScaleOf } from './scale.js';

/** The id of a criterion as the type of a rubric lists it: with a question mark where the criterion may be not applicable. */
export type ListedId<C extends Criterion> = C extends { readonly notApplicable: 'allowed' | 'waived' | 'held-open' }
  ? `${C['id']}?`
  : C['id'];

/** What the type of a rubric carries besides the ids of its criteria, levels and outcomes: where it has facts or own scales, these. */
export type RubricExtras<C extends Criterion, F extends string> = [F | OwnLevel<C>] extends [never]
  ? unknown
  : {
      [K in
        | ([F] extends [never] ? never : 'facts')
        | ([OwnLevel<C>] extends [never] ? never : 'ownLevels')]: K extends 'facts' ? F : OwnLevels<C>;
    };

/** The levels of the scales that criteria have of their own. */
export type OwnLevel<C extends Criterion> = C extends { readonly scale: infer S extends Scale }
  ? S['levels'][number]['id']
  : never;

/** The levels of criteria that have a scale of their own, by criterion. */
export type OwnLevels<C extends Criterion> = {
  [K in C as [OwnLevel<K>] extends [never] ? never : K['id']]: OwnLevel<K>;
};

/** A criterion whose id is a literal type, with what else of its names the compiler needs. */
export type CriterionOf<Listed extends string, Also> = Listed extends `${infer Id}?`
  ? CriterionNamed<Id, Also> & { readonly notApplicable: 'allowed' | 'waived' | 'held-open' }
  : CriterionNamed<Listed, Also>;

/** A criterion whose id is a literal type, and whose levels are where it has a scale of its own. */
export type CriterionNamed<Id extends string, Also> = Criterion & { readonly id: Id } & (Also extends {
    readonly ownLevels: infer Own;
  }
    ? Id extends keyof Own
      ? { readonly scale: ScaleOf<Own[Id] & string> }
      : unknown
    : unknown);

/**
 * A rubric whose criterion, level, outcome and fact ids are literal types, with what else of its names the compiler needs, and no prose:
 * `RubricOf<'low' | 'high', 'ready', 'plan' | 'team?'>`, where the team may be not applicable.
 * The many ids stand last, so that an editor that shortens them leaves out what else there is least.
 */
export interface RubricOf<Level extends string, OutcomeId extends string, Criteria extends string, Also = unknown>
  extends Rubric {
  readonly scale: ScaleOf<Level>;
  readonly criteria: readonly CriterionOf<Criteria, Also>[];
  readonly outcomes: readonly (Outcome & { readonly id: OutcomeId })[];
  readonly facts?: readonly (Fact & {
    readonly id: Also extends { readonly facts: infer F extends string } ? F : never;
  })[];
  readonly examples?: readonly (Omit<RubricExample, 'ratings'> & {
    readonly ratings: RatingsOf<RubricOf<Level, OutcomeId, Criteria, Also>>;
  })[];
}
