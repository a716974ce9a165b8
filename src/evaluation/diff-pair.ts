import type { Judgements } from '../model/assessment.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Rubric } from '../model/rubric.js';
import { MET, NOT_APPLICABLE, UNRATED } from './columns-codes.js';
import { compileScorer, type ScoredColumns } from './compile-scorer.js';
import { evaluate } from './evaluate.js';
import { planRubric } from './plan.js';
import { isSame } from './rubric-changes.js';
import { assessmentAt, type Cells, columnsOf, evidenceAsked, type StateSpace, stateSpace } from './state-space.js';

/** Two versions of a rubric, ready to be asked about the same assessments: those that are valid for the older. */
export interface Pair {
  readonly older: Rubric;
  readonly newer: Rubric;
  /** The states of the older rubric’s assessments, with all the evidence that makes a difference to either. */
  readonly space: StateSpace;
  /** Whether the two differ over an assessment: in a verdict the older gives, the outcome achieved, or the score. */
  readonly tellsApart: (assessment: Judgements<Rubric>) => boolean;
  /** The first of some rows over which the two differ. */
  readonly differing: (cells: Cells, rows: number) => Judgements<Rubric> | undefined;
}

export const pairOf = (older: Rubric, newer: Rubric): Pair => {
  const space = stateSpace(older, evidenceAsked(planRubric(older), planRubric(newer)));
  const tables = new Map(older.criteria.map(({ id }) => [id, newerCodes(older, newer, id)]));
  const [before, after] = [compileScorer(older), compileScorer(newer)];
  const outcomes = older.outcomes.map(({ id }) => id);
  const later = newer.outcomes.map(({ id }) => id).filter((id) => outcomes.includes(id));

  const tellsApart: Pair['tellsApart'] = (assessment) =>
    !isSame(standing(outcomes, evaluate(older, assessment)), standing(outcomes, evaluate(newer, assessment)));

  const differing: Pair['differing'] = (cells, rows) => {
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
      if (same) continue;
      const assessment = assessmentAt(space, cells, row);
      if (tellsApart(assessment)) return assessment;
    }
    return undefined;
  };
  return { older, newer, space, tellsApart, differing };
};

/** What a later version owes an assessment: the verdicts on the outcomes there were, the highest of them met, the score. */
const standing = (ids: readonly string[], { verdicts, outcomes, score }: Evaluation) => {
  const met = outcomes.filter(({ outcome, verdict }) => verdict === 'met' && ids.includes(outcome));
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

export const levelsOf = (rubric: Rubric, criterion: string): readonly string[] => {
  const found = rubric.criteria.find(({ id }) => id === criterion);
  return found === undefined ? [] : (found.scale ?? rubric.scale).levels.map(({ id }) => id);
};

/** For each code of a criterion’s column the code of the same level in the newer rubric. */
const newerCodes = (older: Rubric, newer: Rubric, criterion: string): Uint8Array => {
  const to = levelsOf(newer, criterion);
  const table = new Uint8Array(256).fill(UNRATED);
  levelsOf(older, criterion).forEach((level, code) => {
    if (to.includes(level)) table[code] = to.indexOf(level);
  });
  table[NOT_APPLICABLE] = NOT_APPLICABLE;
  return table;
};
