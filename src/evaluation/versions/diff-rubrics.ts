import { heldStill } from '../../common/freeze-deeply.js';
import { lowerFor } from '../program/lower-rubric.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { pairOf } from './diff-pair.js';
import {
  drawnWitness,
  edgeWitness,
  enumeratedWitness,
  ruleWitness,
  smallest,
  type State,
  type Witness,
} from './diff-witness.js';
import { type RubricChange, rubricChanges } from './rubric-changes.js';

/** How far a rubric's version must move. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

export interface RubricDiff<R extends Rubric = Rubric> {
  readonly bump: Bump;
  readonly changes: readonly RubricChange[];
  /**
   * For `major`, an assessment of the older rubric that shows why: the newer gives it another score or verdict, no longer
   * has an outcome it speaks of, or refuses it. Nothing can be left out of it, unless the rubric is so large that not every
   * part was tried.
   */
  readonly witness?: Judgements<R> | undefined;
  /**
   * Whether the bump is certain. False where the meaning changed, no witness was found, and there are too many
   * assessments to look at them all: the bump is then `major` to be safe.
   */
  readonly proved: boolean;
}

/** Progress is told in hundredths of the longest way there is; a difference that is found sooner tells all of it at its end. */
export interface DiffOptions extends LongWorkOptions {
  /**
   * Look at every assessment where there are at most so many states. Where left out 2 million, or fewer the more questions and
   * rules the two have: 80 million looks at one of them.
   */
  readonly mostStates?: number | undefined;
  /** How many states to draw by lot where there are more. Where left out 200,000, or fewer for large rubrics: 40 million looks. */
  readonly samples?: number | undefined;
  /** Where the lots begin; 1 where left out. */
  readonly seed?: number | undefined;
}

/**
 * What changed between two versions of a rubric, and how far the version must move for it:
 * - `patch`: only words that people read;
 * - `major`: some assessment of the older version gets another score, another verdict on an outcome there already was, or
 *   another highest outcome met; or it is no longer valid. The witness is such an assessment;
 * - `minor`: anything else, such as a new outcome, a new fact, or *not applicable* newly allowed;
 * - `none`: nothing but, at most, the version itself.
 *
 * A rule written otherwise that says the same is `minor`: what decides is what assessments get, looked at one by one where
 * their states are few enough. Orders of criteria, groups and facts decide nothing; the order of outcomes says which is highest.
 *
 * @throws RangeError where the two have different ids (a migration map leads from one rubric to another), where one names
 * what it does not have (`rubricSchema` tells all of that), or where an option is not a whole number.
 *
 * @example
 * const stricter = { ...coordinatorRole, version: '2.0.0', outcomes: coordinatorRole.outcomes.map((outcome) =>
 *   outcome.id === 'established' ? { ...outcome, rule: { kind: 'count', level: 'established', atLeast: 7 } as const } : outcome) };
 * const { bump, changes, witness } = diffRubrics(coordinatorRole, stricter);
 * bump // => 'major'
 * changes.map(({ path, kind }) => [path.join('.'), kind]) // => [['outcomes.established.rule', 'meaning']]
 * Object.values(witness!.ratings) // => ['established', 'established', 'established', 'established', 'established', 'established']
 * evaluate(coordinatorRole, witness!).verdicts['established'] // => 'met'
 * evaluate(stricter, witness!).verdicts['established'] // => 'undecided'
 */
export const diffRubrics = <const R extends Rubric>(
  older: R,
  newer: Rubric,
  options: DiffOptions = {},
): RubricDiff<R> => {
  refuseNoRubric('diffRubrics', 'older', older);
  refuseNoRubric('diffRubrics', 'newer', newer);
  // Names that do not fit together are refused before anything is built on them.
  const [was, is] = [heldStill(older), heldStill(newer)];
  for (const rubric of [was, is]) lowerFor('diffRubrics', rubric);
  refuseUnknown('diffRubrics', options, ['mostStates', 'samples', 'seed', ...LONG_WORK_OPTIONS]);
  for (const name of ['mostStates', 'samples', 'seed'] as const) {
    const right = 'a whole number from 0';
    if (options[name] !== undefined)
      refuseNumber('diffRubrics', name, options[name], right, (n) => Number.isSafeInteger(n) && n >= 0);
  }
  const tell = longWork('diffRubrics', options, HUNDREDTHS);
  if (older.id !== newer.id) {
    throw new RangeError(`diffRubrics: “${older.id}” and “${newer.id}” are two rubrics, not two versions of one`);
  }
  const diff = diffOf(was, is, options, tell);
  tell(HUNDREDTHS);
  return diff as RubricDiff<R>;
};

const HUNDREDTHS = 100;

const diffOf = (older: Rubric, newer: Rubric, options: DiffOptions, tell: (done: number) => void): RubricDiff => {
  const changes = rubricChanges(older, newer);
  const kinds = new Set(changes.map(({ kind }) => kind));
  const breaking = changes.find(({ kind }) => kind === 'breaking');
  if (breaking) return { bump: 'major', changes, witness: brokenWitness(older, newer, breaking), proved: true };
  if (kinds.has('meaning')) {
    const { witness, isProved } = search(older, newer, changes, options, tell);
    if (witness) return { bump: 'major', changes, witness, proved: true };
    return { bump: isProved ? 'minor' : 'major', changes, proved: isProved };
  }
  return { bump: kinds.has('compatible') ? 'minor' : kinds.has('wording') ? 'patch' : 'none', changes, proved: true };
};

/** An assessment that used what is gone. */
const brokenWitness = (older: Rubric, newer: Rubric, { path }: RubricChange): Witness => {
  const [list, id] = path;
  const last = String(path.at(-1));
  if (list === 'scale') {
    const stillShared = onSharedScale(newer);
    const criterion = onSharedScale(older).find((one) => stillShared.includes(one)) ?? '';
    return { ratings: { [criterion]: last } };
  }
  if (list === 'criteria') {
    if (last === 'notApplicable') return { ratings: { [String(id)]: { notApplicable: 'an example' } } };
    const criterion = older.criteria.find((one) => one.id === id);
    const level = path.length > 2 ? last : ((criterion?.scale ?? older.scale).levels[0]?.id ?? '');
    return { ratings: { [String(id)]: level } };
  }
  if (list === 'facts') return { ratings: {}, facts: { [String(id)]: true } };
  if (list === 'priorities') {
    return { ratings: {}, priorities: older.criteria.map((one) => one.id).slice(0, older.priorities?.atMost) };
  }
  return { ratings: {} };
};

const onSharedScale = ({ criteria }: Rubric) => criteria.filter(({ scale }) => !scale).map(({ id }) => id);

/** How much is looked at where the caller does not say how much: counted, so that every machine looks at the same. */
const LOOKS = 80_000_000;

const search = (
  older: Rubric,
  newer: Rubric,
  changes: readonly RubricChange[],
  options: DiffOptions,
  tell: (done: number) => void,
): { readonly witness?: Witness | undefined; readonly isProved: boolean } => {
  const pair = pairOf(older, newer);
  const mostStates = options.mostStates ?? Math.min(2_000_000, LOOKS / pair.size);
  const samples = options.samples ?? Math.min(200_000, Math.floor(LOOKS / 2 / pair.size));
  const found = (state: State | undefined): { readonly witness: Witness; readonly isProved: true } | undefined => {
    const witness = state && smallest(pair, state, stretch(tell, 80, 99));
    return witness && { witness, isProved: true };
  };
  const atEdge = found(edgeWitness(pair));
  if (atEdge) return atEdge;
  tell(10);
  if (pair.space.states <= mostStates)
    return found(enumeratedWitness(pair, stretch(tell, 10, 80))) ?? { isProved: true };
  const byRules = ruleWitness(pair, stretch(tell, 10, 40));
  // Rules alone changed, and they were shown to say the same.
  const onlyRules = changes.every(
    ({ kind, path }) => kind !== 'meaning' || (path[0] === 'outcomes' && path.length > 1),
  );
  if (byRules.isProved && onlyRules && byRules.state === undefined) return { isProved: true };
  return (
    found(byRules.state) ??
    found(drawnWitness(pair, samples, options.seed ?? 1, stretch(tell, 40, 80))) ?? { isProved: false }
  );
};

/** Tells of one part of the work: what share of it is done, as hundredths of the whole. */
const stretch =
  (tell: (done: number) => void, from: number, to: number) =>
  (share: number): void =>
    tell(from + Math.floor(Math.min(1, share) * (to - from)));
