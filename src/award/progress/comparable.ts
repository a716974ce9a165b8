import type { DatedEvaluation, RefusedEvaluation } from '../../model/progress/setting-progress.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import { byCodeUnits, byVersion } from '../../common/code-units.js';
import { expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import type { RubricVersion } from '../../model/shared/record-name.js';

/**
 * Brings an evaluation by another rubric or version forward: gives the evaluation of the same assessment by the rubric
 * `to`, or nothing where that cannot be done.
 */
export type MapEvaluation = (entry: DatedEvaluation, to: RubricVersion) => Evaluation | undefined;

/** An evaluation that compares with its neighbours; `mappedFrom` tells where it was brought forward from. */
export interface ComparableEvaluation extends DatedEvaluation {
  readonly mappedFrom?: RubricVersion | undefined;
}

/** By date; of one date by rubric, then by version. */
export const byDateThenRubric = (a: DatedEvaluation, b: DatedEvaluation): number =>
  byCodeUnits(a.date, b.date) ||
  byCodeUnits(a.evaluation.rubric.id, b.evaluation.rubric.id) ||
  byVersion(a.evaluation.rubric.version, b.evaluation.rubric.version);

/** The evaluations in order. Throws where a date is none, or where two are of the same date and rubric. */
export const inOrder = (entries: readonly DatedEvaluation[], caller: string): readonly DatedEvaluation[] => {
  const ordered = [...entries].sort(byDateThenRubric);
  for (let at = 1; at < ordered.length; at++) {
    const [one, next] = [ordered[at - 1], ordered[at]];
    if (one === undefined || next === undefined || byDateThenRubric(one, next) !== 0) continue;
    const { id, version } = next.evaluation.rubric;
    throw new RangeError(
      `${caller}: there are two evaluations by “${id}” ${version} of ${next.date}; give one, or make a consensus of them`,
    );
  }
  return ordered;
};

/** Those of the evaluations that are by one rubric in one version or can be brought to it, and those that are refused. */
export const comparableWith = (
  to: RubricVersion,
  ordered: readonly DatedEvaluation[],
  map: MapEvaluation | undefined,
  caller: string,
): { readonly points: readonly ComparableEvaluation[]; readonly refused: readonly RefusedEvaluation[] } => {
  if (ordered.every(({ evaluation }) => isSame(evaluation.rubric, to))) return { points: ordered, refused: [] };
  const points: ComparableEvaluation[] = [];
  const refused: RefusedEvaluation[] = [];
  for (const entry of ordered) {
    const { rubric } = entry.evaluation;
    if (isSame(rubric, to)) {
      points.push(entry);
      continue;
    }
    const mapped = map?.(entry, to);
    if (mapped === undefined) {
      const because = rubric.id === to.id ? 'other-version' : 'other-rubric';
      refused.push({ date: entry.date, rubric, because, message: refusal(entry.date, rubric, to) });
    } else if (isOf(mapped, to, caller)) {
      points.push({ ...entry, evaluation: mapped, mappedFrom: rubric });
    } else {
      throw new RangeError(
        `${caller}: the mapping was asked for “${to.id}” ${to.version} and gave “${mapped.rubric.id}” ${mapped.rubric.version}`,
      );
    }
  }
  return { points, refused };
};

/** What a caller's own mapping gave is looked at too. */
const isOf = (mapped: Evaluation, to: RubricVersion, caller: string): boolean => {
  expectShape(caller, 'what map gave', mapped, shape.evaluation);
  return isSame(mapped.rubric, to);
};

export const isSame = (a: RubricVersion, b: RubricVersion): boolean => a.id === b.id && a.version === b.version;

const refusal = (date: string, rubric: RubricVersion, to: RubricVersion): string =>
  `The evaluation of ${date} is by “${rubric.id}” ${rubric.version} and does not compare with “${to.id}” ${to.version}.`;
