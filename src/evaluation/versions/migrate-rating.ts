import { own } from '../../common/own.js';
import type { Attestation } from '../../model/awards/attestation.js';
import type { CriterionMove } from '../../model/rubrics/migration.js';
import type { Rating } from '../../model/rubrics/rating.js';
import type { Rubric } from '../../model/rubrics/rubric.js';

/**
 * Why an answer could not be carried over:
 * - `asked-by-the-map`: the map says so of the whole criterion or fact;
 * - `level-without-match`: no newer level says the same as the one given;
 * - `not-applicable-refused`: the newer rubric does not let this criterion be not applicable;
 * - `answers-differ`: several older criteria or facts became this one, and their answers do not say the same;
 * - `others-unanswered`: several older criteria or facts became this one, and not all of them have an answer that could be carried over.
 */
export type AskAgainReason =
  | 'asked-by-the-map'
  | 'level-without-match'
  | 'not-applicable-refused'
  | 'answers-differ'
  | 'others-unanswered';

/** An older answer that has to be given anew; `to` is the newer criterion or fact, where the map names one. */
export type AskAgain =
  | {
      readonly criterion: string;
      readonly to?: string | undefined;
      readonly was: Rating;
      readonly because: AskAgainReason;
    }
  | {
      readonly fact: string;
      readonly to?: string | undefined;
      readonly was: Attestation;
      readonly because: AskAgainReason;
    };

/** An older answer on its way: what it was, and what it is now, where it could be carried over. */
export interface Answer<T> {
  readonly from: string;
  readonly was: T | undefined;
  readonly now: T | undefined;
}

/** A rating after a map's word for its criterion, or why it has to be asked again. */
export const movedRating = (
  newer: Rubric,
  move: Exclude<CriterionMove, string>,
  was: Rating,
): Rating | { readonly because: AskAgainReason } => {
  const level = (older: string): string | undefined => {
    const onto = own(move.levels, older);
    return onto === 'ask-again' ? undefined : onto;
  };
  const unmatched = { because: 'level-without-match' } as const;
  if (typeof was === 'string') return level(was) ?? unmatched;
  if ('notApplicable' in was) {
    const policy = newer.criteria.find(({ id }) => id === move.to)?.notApplicable ?? 'refused';
    return policy === 'refused' ? { because: 'not-applicable-refused' } : was;
  }
  if ('levels' in was) {
    const levels = was.levels.map(level);
    return levels.every((one) => one !== undefined) ? { levels } : unmatched;
  }
  const onto = level(was.level);
  return onto === undefined ? unmatched : { ...was, level: onto };
};

/** Why several answers do not make one: some say another thing, or some are missing. */
export const whyNotAgreed = <T extends Rating | Attestation>(answers: readonly Answer<T>[]): AskAgainReason => {
  const said = new Set(answers.flatMap(({ now }) => (now === undefined ? [] : [gist(now)])));
  return said.size > 1 ? 'answers-differ' : 'others-unanswered';
};

/** The answer that several give together: the first, where all say the same; none where one differs or is missing. */
export const agreed = <T extends Rating | Attestation>(answers: readonly Answer<T>[]): T | undefined => {
  const [first, ...others] = answers.map(({ now }) => now);
  if (first === undefined) return undefined;
  return others.every((one) => one !== undefined && gist(one) === gist(first)) ? first : undefined;
};

/** Of answers that agree: those after the first that say it in words of their own, which are not kept. */
export const worded = <T extends Rating | Attestation>(
  answers: readonly Answer<T>[],
): readonly { readonly from: string; readonly was: T }[] => {
  const first = wordsOf(answers[0]?.was);
  return answers.slice(1).flatMap(({ from, was }) => {
    const words = wordsOf(was);
    return was !== undefined && words !== '' && words !== first ? [{ from, was }] : [];
  });
};

/** What somebody wrote beside an answer, and who signed it. */
const wordsOf = (answer: Rating | Attestation | undefined): string => {
  if (typeof answer !== 'object') return '';
  if ('holds' in answer) return [answer.reason, answer.by ?? '', answer.date ?? ''].join(' · ');
  if ('notApplicable' in answer) return answer.notApplicable;
  return 'levels' in answer ? '' : (answer.note ?? '');
};

/** What an answer says, without its note or reason. */
const gist = (answer: Rating | Attestation): string => {
  if (typeof answer !== 'object') return String(answer);
  if ('holds' in answer) return String(answer.holds);
  if ('notApplicable' in answer) return 'not applicable';
  return 'levels' in answer ? [...answer.levels].sort().join(' ') : answer.level;
};
