import type { RubricVersion } from '../shared/record-name.js';
import type { CriterionId, FactId, LevelId } from './assessment.js';
import type { Criterion, Rubric } from './rubric.js';
import type { Scale } from './scale.js';

/** What answers to one criterion become: those to a newer criterion, level by level; a question to ask again; or nothing. */
export type CriterionMove =
  | 'ask-again'
  | 'dropped'
  | {
      readonly to: string;
      /** For each older level the newer one it becomes, or `ask-again` where none says the same. */
      readonly levels: Readonly<Record<string, string>>;
    };

/** How assessments by an older rubric become assessments by a newer one: every criterion, level and fact has its word. */
export interface Migration {
  /** The name of a record: the ids of the two rubrics, joined by `--`. */
  readonly id?: string | undefined;
  readonly from: RubricVersion;
  readonly to: RubricVersion;
  readonly criteria: Readonly<Record<string, CriterionMove>>;
  /** For each older fact the newer one it becomes, `ask-again` or `dropped`. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly note?: string | undefined;
}

/** The levels of one criterion. */
export type LevelOf<R extends Rubric, C extends Criterion> = C extends { readonly scale: infer S extends Scale }
  ? LevelId<S>
  : LevelId<R['scale']>;

/** For each older level the newer one it becomes, or `ask-again`. */
export type LevelMap<Older extends string, Newer extends string> = { readonly [L in Older]: Newer | 'ask-again' };

/** A move to a criterion that has a scale of its own. */
export type OntoOwnScale<C extends Criterion, Older extends string> = C extends {
  readonly id: infer I extends string;
  readonly scale: infer S extends Scale;
}
  ? { readonly to: I; readonly levels: LevelMap<Older, LevelId<S>> }
  : never;

/** What the answers to one older criterion may become. */
export type MoveTo<N extends Rubric, Older extends string> =
  | 'ask-again'
  | 'dropped'
  | {
      readonly to: Exclude<N['criteria'][number], { readonly scale: Scale }>['id'];
      readonly levels: LevelMap<Older, LevelId<N['scale']>>;
    }
  | OntoOwnScale<N['criteria'][number], Older>;

/** What becomes of the older rubric’s facts. */
export type FactMoves<O extends Rubric, N extends Rubric> = [FactId<O>] extends [never]
  ? { readonly facts?: undefined }
  : string extends FactId<O>
    ? { readonly facts?: Readonly<Record<string, string>> | undefined }
    : { readonly facts: { readonly [F in FactId<O>]: FactId<N> | 'ask-again' | 'dropped' } };

/** The maps between two rubrics whose literals are known: total, and naming only what the newer one has. */
export type MigrationMaps<O extends Rubric, N extends Rubric> = FactMoves<O, N> & {
  readonly id?: string | undefined;
  readonly criteria: string extends CriterionId<O>
    ? Readonly<Record<string, CriterionMove>>
    : { readonly [C in O['criteria'][number] as C['id']]: MoveTo<N, LevelOf<O, C>> };
  readonly note?: string | undefined;
};
