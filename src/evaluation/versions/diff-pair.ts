import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { MET, NOT_APPLICABLE, UNRATED } from '../columns/codes.js';
import type { ScoredColumns } from '../columns/compile-scorer.js';
import { evaluate } from '../verdict/evaluate.js';
import { lowerFor } from '../program/lower-rubric.js';
import { isSame } from './rubric-changes.js';
import {
  type Cells,
  columnsOf,
  evidenceAsked,
  scorerFor,
  sizeOf,
  type StateSpace,
  stateSpace,
} from '../check/state-space.js';

/** Two versions of a rubric, ready to be asked about the same assessments: those that are valid for the older. */
export interface Pair {
  readonly older: Rubric;
  readonly newer: Rubric;
  /** The states of the older rubric’s assessments, with all the evidence that makes a difference to either. */
  readonly space: StateSpace;
  /** Whether the two differ over an assessment: in a verdict the older gives, the outcome achieved, or the score. */
  readonly tellsApart: (assessment: Judgements<Rubric>) => boolean;
  /** The first of some rows over which the two differ, or −1. */
  readonly differingRow: (cells: Cells, rows: number) => number;
  /** What one look of both at one state counts. */
  readonly size: number;
}

export const pairOf = (older: Rubric, newer: Rubric): Pair => {
  const space = stateSpace(older, evidenceAsked(lowerFor(undefined, older), lowerFor(undefined, newer)));
  const to = levelsOf(newer);
  const tables = new Map([...levelsOf(older)].map(([id, from]) => [id, newerCodes(from, to.get(id) ?? [])]));
  const [before, after] = [scorerFor('diffRubrics', older), scorerFor('diffRubrics', newer)];
  const outcomes = older.outcomes.map(({ id }) => id);
  const known = new Set(outcomes);
  const later = newer.outcomes.map(({ id }) => id).filter((id) => known.has(id));

  const tellsApart: Pair['tellsApart'] = (assessment) =>
    !isSame(standing(outcomes, evaluate(older, assessment)), standing(outcomes, evaluate(newer, assessment)));

  const differingRow: Pair['differingRow'] = (cells, rows) => {
    const was = before.score(columnsOf(space, cells, rows));
    const { ratings, ...rest } = columnsOf(space, cells, rows, newer);
    const translated = Object.entries(ratings).map(([id, column]) => {
      const table = tables.get(id);
      return [id, table && column?.map((code) => table[code] ?? UNRATED)] as const;
    });
    const is = after.score({ ...rest, ratings: Object.fromEntries(translated) });
    for (let row = 0; row < rows; row++) {
      const same =
        isScoreSame(was, is, row) &&
        before.bands[was.band[row] ?? -1] === after.bands[is.band[row] ?? -1] &&
        outcomes.every((id) => was.verdicts[id]?.[row] === is.verdicts[id]?.[row]) &&
        achieved(was, outcomes, row) === achieved(is, later, row);
      if (!same) return row;
    }
    return -1;
  };
  return { older, newer, space, tellsApart, differingRow, size: sizeOf(space) + sizeOf(stateSpace(newer)) };
};

/** What a later version owes an assessment: the verdicts on the outcomes there were, the highest of them met, the score. */
const standing = (ids: readonly string[], { verdicts, outcomes, score }: Evaluation) => {
  const known = new Set(ids);
  const met = outcomes.filter(({ outcome, verdict }) => verdict === 'met' && known.has(outcome));
  return { verdicts: ids.map((id) => verdicts[id]), achieved: met.at(-1)?.outcome, score };
};

const isScoreSame = (was: ScoredColumns, is: ScoredColumns, row: number): boolean =>
  was.state[row] === is.state[row] &&
  Object.is(was.value[row], is.value[row]) &&
  Object.is(was.least[row], is.least[row]) &&
  Object.is(was.greatest[row], is.greatest[row]) &&
  Object.is(was.coverage[row], is.coverage[row]);

const achieved = ({ verdicts }: ScoredColumns, order: readonly string[], row: number): string | undefined => {
  for (let at = order.length - 1; at >= 0; at--) {
    const id = order[at] ?? '';
    if (verdicts[id]?.[row] === MET) return id;
  }
  return undefined;
};

/** The ids of the levels of each criterion, lowest first. */
export const levelsOf = (rubric: Rubric): ReadonlyMap<string, readonly string[]> => {
  const shared = rubric.scale.levels.map(({ id }) => id);
  return new Map(rubric.criteria.map(({ id, scale }) => [id, scale ? scale.levels.map((level) => level.id) : shared]));
};

/** For each code of a criterion’s column the code of the same level in the newer rubric. */
const newerCodes = (from: readonly string[], to: readonly string[]): Uint8Array => {
  const table = new Uint8Array(256).fill(UNRATED);
  const codes = new Map(to.map((level, code) => [level, code]));
  from.forEach((level, code) => {
    table[code] = codes.get(level) ?? UNRATED;
  });
  table[NOT_APPLICABLE] = NOT_APPLICABLE;
  return table;
};
