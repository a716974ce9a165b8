import type {
  BestSoFar,
  DatedEvaluation,
  ProgressPoint,
  ProgressStep,
  SettingProgress,
  Standing,
} from '../../model/progress/setting-progress.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import type { ExactNumber } from '../../model/shared/fraction.js';
import { byCodeUnits } from '../../common/code-units.js';
import { type ComparableEvaluation, comparableWith, inOrder, type MapEvaluation } from './comparable.js';
import type { RubricVersion } from '../../model/shared/record-name.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { exactDifference } from './exact-difference.js';
import { byPeriodKind } from '../../model/shared/period.js';
import { placeIn } from './place-in.js';
import { stepBetween, stepInWords } from './step-between.js';

export interface SettingProgressOptions {
  /** The rubric to follow the setting by; by default that of the latest evaluation. */
  readonly rubric?: RubricVersion | undefined;
  /** Brings evaluations by another rubric or version forward; what it does not bring is refused. */
  readonly map?: MapEvaluation | undefined;
}

/**
 * One setting over time: where it stood on each date, what moved from date to date, and the best so far.
 *
 * Only evaluations by one rubric in one version are compared. Others are brought forward by `map`, which the caller gives
 * (say: migrate the assessment and evaluate it anew), or else they stand in `refused` with the reason; none is dropped in
 * silence. Falls are as ordinary as rises: a step reports them and passes no judgement.
 *
 * Where evaluations carry a period, a step joins two of the same kind only: from year to year, from half-term to half-term.
 * The order of the input does not matter. *Best so far* is given for each outcome, each criterion and the score's lower end
 * apart, since of two standings neither need be the better.
 *
 * @throws RangeError where a date is no `YYYY-MM-DD`, where two evaluations are by the same rubric in the same version and
 * of the same date, or where `map` gives an evaluation by another rubric than the one it was asked for.
 *
 * @example
 * const progress = settingProgress([
 *   { date: '2025-05-30', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'met', 'core-team': 'partly' } }) },
 *   { date: '2026-05-29', evaluation: evaluate(stemNationLeadership, { ratings: { 'use-of-data': 'partly', 'core-team': 'met' } }) },
 * ]);
 * progress.steps[0]?.message // => 'From 2025-05-30 to 2026-05-29: 1 up, 1 down, 5 as before.'
 * progress.best.criteria.map(({ criterion, level, isNow }) => [criterion, level, isNow])
 * // => [['core-team', 'met', true], ['use-of-data', 'met', false]]
 */
export const settingProgress = (
  evaluations: readonly DatedEvaluation[],
  options: SettingProgressOptions = {},
): SettingProgress => {
  expectShape('settingProgress', 'evaluations', evaluations, shape.datedEvaluations);
  expectOptions('settingProgress', options, {
    rubric: shape.maybe(shape.rubricVersion),
    map: shape.maybe(shape.callable),
  });
  const ordered = inOrder(evaluations, 'settingProgress');
  const rubric = options.rubric ?? ordered.at(-1)?.evaluation.rubric;
  if (rubric === undefined) return { points: [], steps: [], best: { outcomes: [], criteria: [] }, refused: [] };
  const { points: byDate, refused } = comparableWith(rubric, ordered, options.map, 'settingProgress');
  onePerDate(byDate);
  const points = [...byDate].sort(
    (a, b) => byPeriodKind(a.period?.kind, b.period?.kind) || byCodeUnits(a.date, b.date),
  );
  const steps = points.flatMap((point, at) => {
    const before = points[at - 1];
    return before === undefined || before.period?.kind !== point.period?.kind ? [] : [stepOf(before, point)];
  });
  const [first, last] = [byDate[0], byDate.at(-1)];
  const since = first !== undefined && last !== undefined && first !== last ? stepOf(first, last) : undefined;
  return {
    rubric: { id: rubric.id, version: rubric.version },
    points: points.map(pointOf),
    steps,
    ...(since && { sinceBaseline: since }),
    best: bestOf(byDate),
    refused,
  };
};

/** What was brought forward may fall on the date of another evaluation. */
const onePerDate = (byDate: readonly ComparableEvaluation[]): void => {
  for (let at = 1; at < byDate.length; at++) {
    if (byDate[at]?.date !== byDate[at - 1]?.date) continue;
    throw new RangeError(
      `settingProgress: once brought forward there are two evaluations of ${byDate[at]?.date}; map only one of them`,
    );
  }
};

/** Where an evaluation says the setting stands. */
export const standingOf = ({ verdicts, outcomes, score }: Evaluation): Standing => ({
  verdicts,
  met: outcomes.filter(({ verdict }) => verdict === 'met').map(({ outcome }) => outcome),
  ...(score.interval && { least: score.interval.least }),
});

const pointOf = ({ date, period, evaluation, mappedFrom }: ComparableEvaluation): ProgressPoint => ({
  date,
  ...(period && { period }),
  standing: standingOf(evaluation),
  ...(evaluation.achieved !== undefined && { achieved: evaluation.achieved }),
  ...(evaluation.score.coverage && { coverage: evaluation.score.coverage }),
  ...(mappedFrom && { mappedFrom }),
});

const stepOf = (before: ComparableEvaluation, after: ComparableEvaluation): ProgressStep => {
  const step = stepBetween(before.evaluation, after.evaluation);
  const message = `From ${before.date} to ${after.date}: ${stepInWords(step)}`;
  return { from: before.date, to: after.date, ...step, message };
};

const bestOf = (byDate: readonly ComparableEvaluation[]): BestSoFar => {
  const now = byDate.at(-1)?.evaluation;
  if (now === undefined) return { outcomes: [], criteria: [] };
  const least = bestLeast(byDate);
  const all = byDate.map(({ date, evaluation: { criteria } }) => ({ date, criteria, placeOf: placeIn(criteria) }));
  return {
    outcomes: now.outcomes.map(({ outcome, label, verdict }) => {
      const dates = byDate.filter(({ evaluation }) => evaluation.verdicts[outcome] === 'met').map(({ date }) => date);
      const [firstMet, lastMet] = [dates[0], dates.at(-1)];
      const met = { ...(firstMet !== undefined && { firstMet }), ...(lastMet !== undefined && { lastMet }) };
      return { outcome, label, ...met, metNow: verdict === 'met' };
    }),
    criteria: now.criteria.flatMap(({ criterion, label, state, level: levelNow }, at) => {
      let best: { level: string; height: number; date: string } | undefined;
      for (const { date, criteria, placeOf } of all) {
        const one = criteria[placeOf(criterion, at)];
        if (one?.state !== 'rated' || one.level === undefined || one.height === undefined) continue;
        if (best === undefined || one.height > best.height) best = { level: one.level, height: one.height, date };
      }
      if (best === undefined) return [];
      const { level, date } = best;
      return [{ criterion, label, level, date, isNow: state === 'rated' && levelNow === level }];
    }),
    ...(least && { least }),
  };
};

const bestLeast = (byDate: readonly ComparableEvaluation[]): BestSoFar['least'] => {
  let best: { value: ExactNumber; date: string } | undefined;
  for (const { date, evaluation } of byDate) {
    const value = evaluation.score.interval?.least;
    if (value !== undefined && (best === undefined || exactDifference(value, best.value).numerator > 0)) {
      best = { value, date };
    }
  }
  if (best === undefined) return undefined;
  const now = byDate.at(-1)?.evaluation.score.interval?.least;
  return { ...best, isNow: now !== undefined && exactDifference(now, best.value).numerator === 0 };
};
