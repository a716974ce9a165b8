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

/** What the rating under one name is: of a criterion its own, and of what is no criterion a sentence. */
export type RatingUnder<R extends Rubric, Name> = Name extends UncheckedNames['id']
  ? string extends CriterionId<R>
    ? Rating | undefined
    : UncheckedNames['sentence']
  : Name extends keyof CriteriaById<R>
    ? RatingOf<R, Extract<CriteriaById<R>[Name], Criterion>> | undefined
    : never;

/** The criteria of a rubric by their ids. */
export type CriteriaById<R extends Rubric> = { readonly [C in R['criteria'][number] as C['id']]: C };

/** Ratings by criterion id; a criterion left out is unrated. */
export type RatingsOf<R extends Rubric> = {
  readonly [Name in CriterionId<R> | UncheckedNames['id']]?: RatingUnder<R, Name>;
};

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

/** Ratings by criterion id, as a variable of a type of the host's own has them, an interface too. */
export type PlainRatings<R extends Rubric> = { readonly [Id in CriterionId<R>]?: RatingUnder<R, Id> };

/** The last of a union of ids, as the compiler orders them. */
export type LastOf<Id extends string> = (Id extends string ? (one: () => Id) => void : never) extends (
  one: infer Each,
) => void
  ? Each extends () => infer Last
    ? Last & string
    : never
  : never;

/** Two of the ids, for a sentence; a rubric may have too many to list. */
export type FewOf<Id extends string> = [Exclude<Id, LastOf<Id>>] extends [never]
  ? `“${LastOf<Id>}”`
  : `“${LastOf<Id>}”, “${LastOf<Exclude<Id, LastOf<Id>>>}” …`;

/** The ids that begin with the same word, else with the same letter, else all of them. */
export type NearTo<Name extends PropertyKey, Id extends string> = Name extends `${infer Word}-${string}`
  ? [Extract<Id, `${Word}-${string}`>] extends [never]
    ? NearByLetter<Name, Id>
    : Extract<Id, `${Word}-${string}`>
  : NearByLetter<Name, Id>;

export type NearByLetter<Name extends PropertyKey, Id extends string> = Name extends `${infer Letter}${string}`
  ? [Extract<Id, `${Letter}${string}`>] extends [never]
    ? Id
    : Extract<Id, `${Letter}${string}`>
  : Id;

/** Ratings of which some name is no criterion: the type of its rating is a sentence, which the compiler then shows. */
export type UnknownNames<R extends Rubric, Named extends PropertyKey> = {
  readonly [Name in Named]?: Name extends CriterionId<R>
    ? RatingUnder<R, Name>
    : `“${Name & string}” is no criterion of this rubric; it has ${FewOf<NearTo<Name, CriterionId<R>>>}`;
};

/**
 * What goes with ratings in an assessment, each part as far as it is known. Of which rubric they are the compiler takes from the rubric alone: an
 * assessment by an older version may be given with the newer.
 */
export interface BesideRatings<R extends Rubric> extends Partial<Omit<Assessment, 'ratings' | 'facts' | 'priorities'>> {
  readonly facts?: FactsOf<NoInfer<R>> | undefined;
  readonly priorities?: readonly CriterionId<R>[] | undefined;
}

/** An assessment whose ratings are of a type of the host's own, an interface too. */
export interface JudgementsBy<R extends Rubric> extends BesideRatings<R> {
  readonly ratings: PlainRatings<R>;
}

/** An assessment whose ratings have a name that is no criterion. */
export interface StrangeJudgements<R extends Rubric, Named extends PropertyKey> extends BesideRatings<R> {
  readonly ratings: UnknownNames<R, Named>;
}

/** An assessment whose ratings have names that the compiler does not know, as those of a form are. */
export interface NamesNotKnown extends Partial<Omit<Assessment, 'ratings'>> {
  readonly ratings: UncheckedNames['sentence'];
}

/** An assessment with a level that is any text to the compiler, as in a variable whose type was widened. */
export interface LevelsNotKnown extends Partial<Omit<Assessment, 'ratings'>> {
  readonly ratings: 'a level is only known as text: add “as const”';
}

/** An assessment that has its ratings, of whatever rubric. */
export interface WithRatings extends Partial<Omit<Assessment, 'ratings'>> {
  readonly ratings: object;
}

/**
 * An assessment whose ratings have these names and values. Ratings that are `RatingsOf<R>` are told by the name that no criterion has: for these
 * the compiler chooses the right branch also where R is still open, as in a generic function.
 */
export type JudgementsWith<R extends Rubric, Named extends PropertyKey, Value> = [Named] extends [
  CriterionId<R> | UncheckedNames['id'] | number,
]
  ? UncheckedNames['id'] extends Named
    ? JudgementsBy<R>
    : string extends Value
      ? string extends CriterionId<R>
        ? JudgementsBy<R>
        : LevelsNotKnown
      : JudgementsBy<R>
  : string extends Named
    ? NamesNotKnown
    : StrangeJudgements<R, Named>;

/** Whatever stands for a rating. That it names texts makes the compiler keep both levels of `ready ? 'met' : 'partly'`, where it would say text. */
export type RatingGiven = string | number | boolean | object | null | undefined;

/**
 * An assessment as a verb is given it. Where the compiler would tell of a mistake by a type that lists the whole rubric, this is a type that tells
 * it in a few words instead. The last branch is never taken: names, values and fields are inferred from it.
 */
export type JudgementsGiven<
  R extends Rubric,
  Named extends PropertyKey,
  Value,
  Fields extends PropertyKey,
> = 'ratings' extends Fields
  ? string extends Fields
    ? WithRatings
    : JudgementsWith<R, Named, Value>
  : [Fields] extends [PropertyKey]
    ? WithRatings
    : { readonly [F in Fields]: unknown } & { readonly ratings: { readonly [Name in Named]?: Value } };

/** What an evaluation makes of an assessment by one rubric. */
export interface EvaluationOf<R extends Rubric> extends Evaluation<CriterionId<R>, OutcomeId<R>> {}
