import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';

/** What is looked at in every state. */
export const BLOCK_PROPERTIES = [
  'bounded',
  'monotone',
  'every-outcome-reachable',
  'interval-exact',
  'rating-keeps-standing',
] as const;
/** What `evaluate` is asked about, in a sample of the states. */
export const SAMPLE_PROPERTIES = ['additive', 'scorer-agrees'] as const;

/**
 * What a sound rubric promises, whatever the assessment:
 * - `bounded`: 0 ≤ least ≤ value ≤ greatest ≤ the highest the scoring can give, as far as each exists;
 * - `monotone`: a better level, fact or piece of evidence never takes a met outcome away, never turns *undecided* into
 *   *not yet met*, and never lowers the least, the greatest or the value;
 * - `additive`: contributions add up to the value exactly (on a sample);
 * - `every-outcome-reachable`: some assessment meets each outcome;
 * - `interval-exact`: with a question open, least and greatest are those of its best and worst answer, and a verdict is
 *   settled just when all of its answers agree;
 * - `rating-keeps-standing`: answering an open question, whatever the answer, never takes a met outcome away and never
 *   lowers the least;
 * - `scorer-agrees`: `evaluate` and `compileScorer` say the same (on a sample).
 */
export type RubricProperty = (typeof BLOCK_PROPERTIES)[number] | (typeof SAMPLE_PROPERTIES)[number];

/** Assessments that show a broken promise: one, or two where the second is the first after one change. */
export interface Counterexample<R extends Rubric = Rubric> {
  readonly message: string;
  readonly assessments: readonly Judgements<R>[];
}

export interface PropertyProof<R extends Rubric = Rubric> {
  readonly property: RubricProperty;
  readonly holds: boolean;
  readonly counterexample?: Counterexample<R> | undefined;
}

export interface RubricProof<R extends Rubric = Rubric> {
  /** Every state was looked at, or as many as were asked for, drawn by lot. Only the first is a proof. */
  readonly method: 'enumeration' | 'random-search';
  /** How many states an assessment of the rubric can be in. */
  readonly states: number;
  /** How many of them were looked at. */
  readonly looked: number;
  readonly holds: boolean;
  readonly properties: readonly PropertyProof<R>[];
  /**
   * How often marking a criterion not applicable takes a met outcome away, with one example. That is no fault: fewer
   * criteria may make a share harder. It is worth knowing.
   */
  readonly notApplicableFlips: { readonly count: number; readonly example?: Counterexample<R> | undefined };
}
