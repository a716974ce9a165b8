import type { RubricVersion } from '../shared/record-name.js';
import type { Attestation } from '../awards/attestation.js';
import type { Evaluation } from './evaluation.js';
import type { Evidence } from '../awards/evidence.js';
import type { Rated, Rating } from './rating.js';
import type { Criterion, Rubric } from './rubric.js';
import type { Scale } from './scale.js';

/** The ids of a scale's levels. */
export type LevelId<S extends Scale> = S['levels'][number]['id'];

/** The ids of a rubric's criteria. */
export type CriterionId<R extends Rubric> = R['criteria'][number]['id'];

/** The ids of a rubric's outcomes. */
export type OutcomeId<R extends Rubric> = R['outcomes'][number]['id'];

/** The ids of a rubric's facts. */
export type FactId<R extends Rubric> = NonNullable<R['facts']>[number]['id'];

export type CriterionLevel<R extends Rubric, C extends Criterion> = C extends { readonly scale: infer S extends Scale }
  ? LevelId<S>
  : LevelId<R['scale']>;

/** Where a rubric refuses *not applicable*, the type of such a rating is this sentence, which the compiler then shows. */
export interface NotApplicableRefused {
  readonly notApplicable: 'the rubric refuses not applicable here: rate this criterion, or leave it out';
}

/** What a criterion may be rated that the rubric does not allow to be not applicable. */
export type RatedOnly<Level extends string = string> = Rated<Level> | NotApplicableRefused;

/** What one criterion of a rubric may be rated: its own levels, and not-applicable only where the rubric allows it. */
export type RatingOf<R extends Rubric, C extends Criterion> = string extends C['id']
  ? Rating
  : C extends { readonly notApplicable: 'allowed' | 'waived' | 'held-open' }
    ? Rating<CriterionLevel<R, C>>
    : RatedOnly<CriterionLevel<R, C>>;

/**
 * A name that no criterion has, with a sentence for its rating. An object whose names are not known, such as a form's, would have it,
 * and the sentence is what the compiler then shows.
 */
export interface UncheckedNames {
  readonly id: `${string} is no criterion`;
  readonly sentence: 'its names are not known: check it by assessmentSchemaFor(rubric)';
}

/** Ratings by criterion id. The ids stand first so that they are what the compiler shows where one is mistyped. */
export type Ratings<Id extends string, R extends Rubric> = {
  readonly [C in R['criteria'][number] | (string extends Id ? never : UncheckedNames) as C['id']]?: C extends Criterion
    ? RatingOf<R, C> | undefined
    : UncheckedNames['sentence'];
};

/** Ratings by criterion id; a criterion left out is unrated. */
export type RatingsOf<R extends Rubric> = Ratings<CriterionId<R>, R>;

/** Facts by id: true, false, either with its reason, or left out while not yet known. */
export type FactsOf<R extends Rubric> = { readonly [F in FactId<R>]?: Attestation | undefined };

/** All ratings by one assessor for one setting on one date. */
export interface Assessment {
  readonly rubric: RubricVersion;
  readonly kind: 'self-evaluation' | 'peer' | 'validation';
  /** The id of the setting that is judged. */
  readonly setting: string;
  /** The name of the setting, as people read it. */
  readonly settingName?: string | undefined;
  readonly assessor: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly ratings: Readonly<Record<string, Rating | undefined>>;
  readonly facts?: Readonly<Record<string, Attestation | undefined>> | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  /** The criteria the setting chose to work on first, where the rubric asks for priorities. */
  readonly priorities?: readonly string[] | undefined;
}

/** An assessment whose names are those of one rubric. */
export interface AssessmentOf<R extends Rubric> extends Assessment {
  readonly ratings: RatingsOf<R>;
  readonly facts?: FactsOf<R> | undefined;
  readonly priorities?: readonly CriterionId<R>[] | undefined;
}

/** What an evaluation needs of an assessment: the ratings, and the rest as far as it is known. */
export interface Judgements<R extends Rubric> extends Partial<Omit<Assessment, 'ratings' | 'facts' | 'priorities'>> {
  readonly ratings: RatingsOf<R>;
  readonly facts?: FactsOf<R> | undefined;
  readonly priorities?: readonly CriterionId<R>[] | undefined;
}

/** What an evaluation makes of an assessment by one rubric. */
export interface EvaluationOf<R extends Rubric> extends Evaluation<CriterionId<R>, OutcomeId<R>> {}
