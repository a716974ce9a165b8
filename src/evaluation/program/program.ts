import type { RubricVersion } from '../../model/shared/record-name.js';
import type { NotApplicablePolicy } from '../../model/rubrics/rubric.js';
import type { Fraction } from '../../model/shared/fraction.js';

/** Where in the rubric a node was written: property names and positions, from the rubric down. */
export type Path = readonly (string | number)[];

/**
 * A look at one criterion: yes from the level `need` up. Unrated it may take any level. Where it does not apply it leaves the rule it is
 * part of; or it stays open, as if it were unrated, where a rule names it alone and the rubric does not waive that.
 */
export interface CriterionLook {
  readonly kind: 'look';
  readonly input: 'criterion';
  readonly at: number;
  readonly need: number;
  readonly away: 'leaves' | 'open';
  readonly path: Path;
}

/** A look at one fact: yes where it is true, no where it is false, open where it is not known. */
export interface FactLook {
  readonly kind: 'look';
  readonly input: 'fact';
  readonly at: number;
  readonly path: Path;
}

/** A look at the evidence for one criterion: yes where there are at least so many items. Never open; leaves where the criterion does not apply. */
export interface EvidenceLook {
  readonly kind: 'look';
  readonly input: 'evidence';
  readonly at: number;
  readonly atLeast: number;
  readonly path: Path;
}

export type Look = CriterionLook | FactLook | EvidenceLook;

/** How many of the parts that apply are enough: all of them, a number, or a share: `denominator · met ≥ numerator · applicable`. */
export type Enough = 'all' | number | Fraction;

/** So many of the parts must hold. Parts that do not apply leave; where none is left the quorum itself does not apply. */
export interface Quorum {
  readonly kind: 'quorum';
  readonly parts: readonly number[];
  readonly enough: Enough;
  readonly path: Path;
}

/** One node where fewer than so many of the criteria apply, unrated ones included; another where as many or more do. Leaves where none applies. */
export interface Branch {
  readonly kind: 'branch';
  readonly criteria: readonly number[];
  readonly fewerThan: number;
  readonly then: number;
  readonly otherwise: number;
  readonly path: Path;
}

/** The completed score reaches a threshold. Leaves where there is no score, since nothing that it looks at applies. */
export interface Reaches {
  readonly kind: 'reaches';
  /** Which of the program's scores: the rubric's own is the first, others are those of a group. */
  readonly score: number;
  readonly threshold: Fraction;
  readonly path: Path;
}

export type ProgramNode = Look | Quorum | Branch | Reaches;

/** What a node says of a completion. What looks at nothing that applies is itself not applicable, and leaves what it is part of. */
export type Truth = 'true' | 'false' | 'not-applicable';

/** What one criterion adds to a sum, level by level; or a node: nothing or one. It weighs in a mean by its weight. */
export type Term =
  | { readonly of: 'criterion'; readonly at: number; readonly weight: number; readonly gains: readonly number[] }
  | { readonly of: 'node'; readonly at: number; readonly weight: number; readonly gains: readonly [number, number] };

/**
 * A score: what the terms that apply gain, added up.
 * - `sum`: the sum itself, over the denominator;
 * - `mean`: for each part, its sum over (the weight of its terms that apply · the denominator); then the mean of the parts in which a term applies;
 * - `lowest`: the least gain of any term that applies, over the denominator.
 */
export interface Sums {
  readonly kind: 'sum' | 'mean' | 'lowest';
  readonly parts: readonly (readonly Term[])[];
  readonly denominator: number;
  readonly unit: 'share' | 'points' | 'count';
  /** Whether a criterion counts by its weight. */
  readonly byWeight: boolean;
  /** The criteria whose rated weight is the score's coverage. */
  readonly covers: readonly number[];
  readonly path: Path;
}

export interface ProgramCriterion {
  readonly id: string;
  readonly indicator: string;
  readonly weight: number;
  readonly levels: readonly string[];
  readonly notApplicable: NotApplicablePolicy;
}

/**
 * A rubric lowered to plain data: everything that decides a verdict or a number, and no names to look up. Criteria, facts, nodes and scores
 * are meant by their positions in these lists. A node stands after all it leans on, so one pass from the first to the last judges them all;
 * equal parts stand once.
 */
export interface Program {
  readonly rubric: RubricVersion;
  readonly criteria: readonly ProgramCriterion[];
  readonly facts: readonly string[];
  readonly nodes: readonly ProgramNode[];
  /** The rubric's own score first, unless it gives none; then the scores of groups that rules ask for. */
  readonly scores: readonly Sums[];
  readonly hasScore: boolean;
  readonly bands: readonly { readonly id: string; readonly from: Fraction; readonly below?: Fraction | undefined }[];
  /** In the rubric's order, lowest first. */
  readonly outcomes: readonly { readonly id: string; readonly node: number }[];
  /** An obligation is triggered where one of the criteria is at exactly the level. */
  readonly obligations: readonly {
    readonly id: string;
    readonly when: readonly { readonly at: number; readonly level: number }[];
  }[];
}
