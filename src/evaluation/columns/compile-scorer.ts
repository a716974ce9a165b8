import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { CriterionId, FactId, OutcomeId } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Verdict } from '../../model/shared/verdict.js';
import { compileBlocks } from './compile-blocks.js';
import { type ScoreState, stateNames, verdictNames } from './codes.js';
import { readColumns } from './input.js';
import { newOutput, readOutput } from './output.js';
import type { EvidenceColumn } from './block-columns.js';
import { lowerFor } from '../program/lower-rubric.js';

/** Assessments as columns, one row each: every column is as long as there are rows. */
export interface AssessmentColumns<R extends Rubric = Rubric> {
  /**
   * Level codes by criterion: the level's position in the criterion's scale, the lowest 0; `NOT_APPLICABLE` where the rubric
   * allows it; `UNRATED`. A criterion without a column is unrated in every row.
   */
  readonly ratings: { readonly [C in CriterionId<R>]?: Uint8Array | undefined };
  /** Facts by id: 0 false, 1 true, 255 not yet known. A fact without a column is known in no row. */
  readonly facts?: { readonly [F in FactId<R>]?: Uint8Array | undefined } | undefined;
  /** How many items of evidence support each criterion's indicator. A criterion without a column has none. */
  readonly evidence?: { readonly [C in CriterionId<R>]?: EvidenceColumn | undefined } | undefined;
}

/**
 * What a scorer writes, one row for each assessment. Where a row has no such number (`states` says why) its slot in `value`,
 * `least`, `greatest` or `coverage` holds NaN, so that a mean taken over it by oversight shows.
 */
export interface ScoredColumns<R extends Rubric = Rubric> {
  /** Verdict codes by outcome: positions in the scorer's `verdicts`. */
  readonly verdicts: { readonly [O in OutcomeId<R>]: Uint8Array };
  /** What is known of the score: positions in the scorer's `states`. */
  readonly state: Uint8Array;
  /** The score of what is rated; NaN unless the state is `scored`. */
  readonly value: Float64Array;
  /** The least score still possible; NaN where nothing is applicable or the rubric gives no score. */
  readonly least: Float64Array;
  /** The greatest score still possible; NaN as `least`. */
  readonly greatest: Float64Array;
  /** Rated weight over applicable weight; NaN as `least`. */
  readonly coverage: Float64Array;
  /** The band that the whole interval lies in: positions in the scorer's `bands`, or `NO_BAND`. */
  readonly band: Uint8Array;
}

/** A rubric compiled for columns. */
export interface ColumnScorer<R extends Rubric = Rubric> {
  /** What the codes of a verdict column stand for. */
  readonly verdicts: readonly Verdict[];
  /** What the codes of the state column stand for. */
  readonly states: readonly ScoreState[];
  /** The ids of the rubric's bands, which the codes of the band column stand for. */
  readonly bands: readonly string[];
  /** Columns to write into, again and again, for so many rows. */
  readonly output: (rows: number) => ScoredColumns<R>;
  /**
   * Scores every row, into the columns given (they may be longer; what lies behind is left alone) or into new ones.
   * Throws a TypeError for a column of another class than asked, a RangeError for an unknown name, columns of unequal
   * length, or a code that is not one of its column's; rows before it may then have been written.
   */
  readonly score: (columns: AssessmentColumns<R>, into?: ScoredColumns<R>) => ScoredColumns<R>;
}

/**
 * Compiles a rubric for assessments by the million: columns of codes in, columns of verdicts and numbers out, each the same
 * as `evaluate` gives for the row: the verdict of every outcome, and the `decimal` of value, interval and coverage. There
 * are no reasons, gaps or contributions, and contested ratings have no code: those are for `evaluate`.
 *
 * Rows are scored in blocks; nothing is allocated for a row, and no code is generated, so it runs where `new Function` is
 * refused.
 *
 * @throws RangeError where the rubric names what it does not have, a scale has more than 250 levels, there are more than 255
 * bands, or weights and points are too large to stay exact (`rubricSchema` refuses those beforehand).
 *
 * @example
 * const scorer = compileScorer(stemNationLeadership);
 * const met = 2, partly = 1;
 * const scored = scorer.score({
 *   ratings: {
 *     'shared-vision': Uint8Array.of(met, met, UNRATED),
 *     'core-team': Uint8Array.of(met, NOT_APPLICABLE, UNRATED),
 *     'professional-dialogue': Uint8Array.of(met, met, UNRATED),
 *     'collaborative-practice': Uint8Array.of(met, met, partly),
 *     'practitioner-leadership': Uint8Array.of(met, partly, UNRATED),
 *     'use-of-data': Uint8Array.of(met, partly, UNRATED),
 *     'learner-leadership': Uint8Array.of(met, partly, UNRATED),
 *   },
 * });
 * Array.from(scored.verdicts['element-ready'], (code) => scorer.verdicts[code])
 * // => ['met', 'not-yet-met', 'not-yet-met']
 * Array.from(scored.value) // => [1, 0.75, 0.5]
 * Array.from(scored.greatest) // ≈ [1, 0.75, 0.929]
 * Array.from(scored.state, (code) => scorer.states[code]) // => ['scored', 'scored', 'scored']
 */
export const compileScorer = <const R extends Rubric>(rubric: R): ColumnScorer<R> => {
  refuseNoRubric('compileScorer', 'rubric', rubric);
  const lowered = lowerFor('compileScorer', rubric);
  const run = compileBlocks(lowered);
  const output = (rows: number) => newOutput(lowered, rows) as ScoredColumns<R>;
  return {
    verdicts: verdictNames,
    states: stateNames,
    bands: (rubric.bands ?? []).map(({ id }) => id),
    output,
    score: (columns, into) => {
      const given = readColumns(lowered, columns);
      const out = into ?? output(given.rows);
      run(given, readOutput(lowered, out, given.rows));
      return out;
    },
  };
};
