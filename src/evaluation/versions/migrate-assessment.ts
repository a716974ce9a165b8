import { own } from '../../common/own.js';
import type {
  AssessmentOf,
  CriterionId,
  Judgements,
  JudgementsGiven,
  RatingGiven,
} from '../../model/rubrics/assessment.js';
import type { Attestation } from '../../model/awards/attestation.js';
import type { Evidence } from '../../model/awards/evidence.js';
import type { Migration } from '../../model/rubrics/migration.js';
import type { Rating } from '../../model/rubrics/rating.js';
import { refuseNoMigration } from '../../model/rubrics/refuse-migration.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { checkMigration } from './check-migration.js';
import { agreed, type Answer, type AskAgain, movedRating, whyNotAgreed, worded } from './migrate-rating.js';
import { lowerFor } from '../program/lower-rubric.js';
import { readAssessment } from '../program/read-assessment.js';

/** An answer that no newer question takes, as it was given. */
export type Dropped =
  | { readonly criterion: string; readonly was: Rating }
  | { readonly fact: string; readonly was: Attestation }
  | { readonly priority: string };

/** An assessment by the newer rubric, and all that could not be carried over. */
export interface MigratedAssessment<R extends Rubric = Rubric> {
  readonly assessment: Judgements<R> & Pick<AssessmentOf<R>, 'rubric'>;
  /** What somebody has to judge again, with the answer that was given. These are left unrated, or not yet known. */
  readonly askAgain: readonly AskAgain[];
  readonly dropped: readonly Dropped[];
  /** The newer rubric's criteria that no older one leads to. */
  readonly firstAsked: readonly CriterionId<R>[];
}

/**
 * An assessment by an older rubric as one by a newer, after a migration map. Nothing is lost silently: an answer is carried
 * over, or stands under `askAgain` with the reason, or under `dropped`. Notes and reasons go with their answers; contested
 * levels are carried over one by one. *Not applicable* is kept only where the newer rubric allows it. Where two criteria
 * become one, answers that differ are asked again, and so is an answer to one of them alone; of answers that say the same the first is kept, and another that has a
 * note or reason of its own stands under `dropped`. Evidence goes on supporting what it supported: where a moved criterion
 * judges another indicator now, that indicator.
 *
 * @throws RangeError where the map is not sound between the two rubrics (`checkMigration` tells all of it), or where the
 * assessment is not one of the older rubric; TypeError where there are no ratings.
 *
 * @example
 * const scale = defineScale({ id: 'yes-no', label: 'Yes or no', levels: [{ id: 'no', label: 'No' }, { id: 'yes', label: 'Yes' }] });
 * const older = defineRubric({
 *   id: 'open-day', version: '1.0.0', label: 'A good open day', notice: 'An example.', scale,
 *   criteria: [{ id: 'welcome', label: 'A welcome', weight: 1 }, { id: 'posters', label: 'Posters', weight: 1 }],
 *   scoring: { kind: 'none' }, outcomes: [],
 * });
 * const newer = defineRubric({
 *   id: 'open-day', version: '2.0.0', label: 'A good open day', notice: 'An example.', scale,
 *   criteria: [{ id: 'greeting', label: 'Somebody greets every family', weight: 1 }],
 *   scoring: { kind: 'none' }, outcomes: [],
 * });
 * const migration = defineMigration(older, newer, {
 *   criteria: { welcome: { to: 'greeting', levels: { no: 'no', yes: 'ask-again' } }, posters: 'dropped' },
 * });
 * const { askAgain, dropped } = migrateAssessment(older, newer, migration, { ratings: { welcome: 'yes', posters: 'no' } });
 * askAgain // => [{ criterion: 'welcome', to: 'greeting', was: 'yes', because: 'level-without-match' }]
 * dropped // => [{ criterion: 'posters', was: 'no' }]
 */
export const migrateAssessment = <
  const O extends Rubric,
  const N extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  older: O,
  newer: N,
  migration: Migration,
  assessment: JudgementsGiven<O, Named, Value, Fields>,
): MigratedAssessment<N> => {
  refuseNoRubric('migrateAssessment', 'older', older);
  refuseNoRubric('migrateAssessment', 'newer', newer);
  refuseNoMigration('migrateAssessment', migration);
  const fault = checkMigration(older, newer, migration).find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new RangeError(`migrateAssessment: ${fault.message} checkMigration lists them all.`);
  const given = assessment as unknown as Judgements<Rubric>;
  readAssessment(lowerFor('migrateAssessment', older), given, 'migrateAssessment');

  const ratings = moveRatings(older, newer, migration, given);
  const facts = moveFacts(older, migration, given);
  const priorities = movePriorities(newer, migration, given.priorities);
  const evidence = given.evidence && moveEvidence(older, newer, migration, given.evidence);
  const moved: Judgements<Rubric> & Pick<AssessmentOf<Rubric>, 'rubric'> = {
    ...given,
    rubric: { id: newer.id, version: newer.version },
    ratings: ratings.kept,
    ...(given.facts && { facts: facts.kept }),
    ...(evidence && { evidence }),
    ...(given.priorities && { priorities: priorities.kept }),
  };
  const targets = new Set(Object.values(migration.criteria).map((move) => (typeof move === 'string' ? '' : move.to)));
  return {
    assessment: moved as unknown as MigratedAssessment<N>['assessment'],
    askAgain: [...ratings.askAgain, ...facts.askAgain],
    dropped: [...ratings.dropped, ...facts.dropped, ...priorities.dropped],
    firstAsked: newer.criteria.map(({ id }) => id).filter((id) => !targets.has(id)),
  };
};

interface Moved<T> {
  readonly kept: Readonly<Record<string, T>>;
  readonly askAgain: readonly AskAgain[];
  readonly dropped: readonly Dropped[];
}

const add = <T>(answers: Map<string, Answer<T>[]>, to: string, answer: Answer<T>): void => {
  const all = answers.get(to) ?? [];
  all.push(answer);
  answers.set(to, all);
};

const moveRatings = (
  older: Rubric,
  newer: Rubric,
  migration: Migration,
  { ratings }: Judgements<Rubric>,
): Moved<Rating> => {
  const askAgain: AskAgain[] = [];
  const dropped: Dropped[] = [];
  const answers = new Map<string, Answer<Rating>[]>();
  for (const { id: criterion } of older.criteria) {
    const was = own(ratings, criterion);
    const move = own(migration.criteria, criterion);
    if (move === undefined) continue;
    if (typeof move === 'string') {
      if (was === undefined) continue;
      if (move === 'dropped') dropped.push({ criterion, was });
      else askAgain.push({ criterion, was, because: 'asked-by-the-map' });
      continue;
    }
    const rating = was && movedRating(newer, move, was);
    if (rating !== undefined && typeof rating === 'object' && 'because' in rating && was !== undefined)
      askAgain.push({ criterion, to: move.to, was, because: rating.because });
    const now = rating !== undefined && typeof rating === 'object' && 'because' in rating ? undefined : rating;
    add(answers, move.to, { from: criterion, was, now });
  }
  const kept = new Map<string, Rating>();
  for (const [to, all] of answers) {
    const one = agreed(all);
    if (one !== undefined) {
      kept.set(to, one);
      for (const { from, was } of worded(all)) dropped.push({ criterion: from, was });
    } else {
      const because = whyNotAgreed(all);
      for (const { from, was, now } of all) {
        if (now !== undefined && was !== undefined) askAgain.push({ criterion: from, to, was, because });
      }
    }
  }
  return { kept: Object.fromEntries(kept), askAgain, dropped };
};

const moveFacts = (older: Rubric, migration: Migration, { facts }: Judgements<Rubric>): Moved<Attestation> => {
  const askAgain: AskAgain[] = [];
  const dropped: Dropped[] = [];
  const answers = new Map<string, Answer<Attestation>[]>();
  for (const { id: fact } of older.facts ?? []) {
    const was = own(facts, fact);
    const to = own(migration.facts, fact);
    if (to === undefined) continue;
    if (to !== 'ask-again' && to !== 'dropped') add(answers, to, { from: fact, was, now: was });
    else if (was !== undefined && to === 'dropped') dropped.push({ fact, was });
    else if (was !== undefined) askAgain.push({ fact, was, because: 'asked-by-the-map' });
  }
  const kept = new Map<string, Attestation>();
  for (const [to, all] of answers) {
    const one = agreed(all);
    if (one !== undefined) {
      kept.set(to, one);
      for (const { from, was } of worded(all)) dropped.push({ fact: from, was });
    } else {
      const because = whyNotAgreed(all);
      for (const { from, was } of all) if (was !== undefined) askAgain.push({ fact: from, to, was, because });
    }
  }
  return { kept: Object.fromEntries(kept), askAgain, dropped };
};

/** Priorities follow their criteria, each once, as many as the newer rubric lets choose. */
const movePriorities = (
  newer: Rubric,
  migration: Migration,
  priorities: readonly string[] = [],
): { readonly kept: readonly string[]; readonly dropped: readonly Dropped[] } => {
  const kept = new Set<string>();
  const dropped: Dropped[] = [];
  for (const priority of priorities) {
    const move = own(migration.criteria, priority);
    const to = move === undefined || typeof move === 'string' ? undefined : move.to;
    if (to !== undefined && kept.has(to)) continue;
    if (to === undefined || kept.size >= (newer.priorities?.atMost ?? Number.POSITIVE_INFINITY))
      dropped.push({ priority });
    else kept.add(to);
  }
  return { kept: [...kept], dropped };
};

/** Evidence for what a moved criterion judged supports what it judges now; what no criterion judges stays as it is. */
const moveEvidence = (
  older: Rubric,
  newer: Rubric,
  migration: Migration,
  evidence: readonly Evidence[],
): readonly Evidence[] => {
  const now = new Map<string, Set<string>>();
  const targets = new Map(newer.criteria.map((one) => [one.id, one] as const).reverse());
  for (const { id, indicator = id } of older.criteria) {
    const move = own(migration.criteria, id);
    const target = typeof move === 'object' ? targets.get(move.to) : undefined;
    const supported = now.get(indicator) ?? new Set<string>();
    now.set(indicator, supported.add(target === undefined ? indicator : (target.indicator ?? target.id)));
  }
  return evidence.map((item) => {
    const supports = [...new Set(item.supports.flatMap((indicator) => [...(now.get(indicator) ?? [indicator])]))];
    return { ...item, supports };
  });
};
