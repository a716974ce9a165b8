import { at as itemAt } from '../../common/at.js';
import { refuseUnknown } from '../../common/refuse.js';
import type { EvaluationOf, Judgements } from '../../model/rubrics/assessment.js';
import type { CriterionProfile, Evaluation, OutcomeVerdict } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import { blockingNeeds } from './blocking.js';
import { contributionsOf } from './contributions.js';
import { type Ends, findingOf, scorePlaces, verdictOf } from './findings.js';
import { countingTowards, gapsOf } from './gaps.js';
import { missingOf, wantedBy } from './missing.js';
import type { Messages } from '../words/messages.js';
import { type Plan, planRubric } from '../program/plan.js';
import { best, complete, type Reading } from '../program/reading.js';
import { planScore, type Scorer } from './score.js';
import { readSheet, type Sheet } from '../program/sheet.js';
import { keepingFound, type Scene, truth } from './truth.js';
import { wordsOf } from '../words/words.js';

export interface EvaluateOptions {
  /** The words of findings and gaps; English where left out. */
  readonly messages?: Messages | undefined;
}

/**
 * Judges an assessment by a rubric: its score with coverage and the interval still open, a verdict for each outcome with
 * the reasons in words, and the gaps that stand in the way.
 *
 * A verdict is *met* when the outcome's rule holds in every way of filling in what is open, *not-yet-met* when it holds
 * in none, else *undecided*: a half-filled assessment never shows a false fail. Only `ratings` is needed of the
 * assessment; where it also says which rubric and version it is of, these must match.
 *
 * @throws TypeError where there are no ratings; RangeError where the assessment names a criterion, level or fact that the
 * rubric does not have, says not-applicable where the rubric refuses it, or is of another rubric or version; RangeError
 * where the rubric names what it does not have. Input from outside goes through `rubricSchema` and
 * `assessmentSchemaFor(rubric)` first, which give issues instead.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, {
 *   ratings: {
 *     'shared-vision': 'met',
 *     'core-team': { notApplicable: 'We are two teachers; everybody leads.' },
 *     'professional-dialogue': 'met',
 *     'collaborative-practice': 'met',
 *     'practitioner-leadership': 'partly',
 *     'use-of-data': 'met',
 *   },
 * });
 * evaluation.verdicts // => { 'under-way': 'undecided', 'element-ready': 'not-yet-met' }
 * evaluation.outcomes[1]?.gaps.map((gap) => gap.message)
 * // => ['“Practitioner leadership” is at “Partly”; it needs “Met”.', '“Learner leadership” is not rated yet; it needs “Met”.']
 */
export const evaluate = <const R extends Rubric>(
  rubric: R,
  assessment: Judgements<R>,
  options: EvaluateOptions = {},
): EvaluationOf<R> => evaluateFor('evaluate', rubric, assessment, options);

/** The same, for another public function that evaluates: refusals name the one that was called. */
export const evaluateFor = <const R extends Rubric>(
  caller: string,
  rubric: R,
  assessment: Judgements<R>,
  options: EvaluateOptions,
): EvaluationOf<R> => {
  refuseNoRubric(caller, 'rubric', rubric);
  refuseUnknown(caller, options, ['messages']);
  const words = wordsOf(caller, options.messages);
  const plan = planRubric(rubric, caller);
  const sheet = readSheet(plan, assessment as Judgements<Rubric>, caller);
  const scorer = planScore(plan);
  const scene = (reading: Reading): Scene => {
    const one = keepingFound({ reading, ...lookups(plan, scorer) });
    // Outcomes that others lean on are judged first, so that long chains of them need no deep recursion.
    for (const outcome of plan.order) truth(outcome, one);
    return one;
  };
  const scenes = {
    lowest: scene(complete(plan, sheet, 'lowest')),
    highest: scene(complete(plan, sheet, 'highest')),
  };
  const ends: Ends = { ...scenes, scorePlaces: scorePlaces(plan, scenes, words), selections: new Map() };
  const blocking = blockingNeeds(plan, scenes.lowest.reading.named, scene(best(plan, sheet)));
  const counting = countingTowards(plan, ends);
  const wanted = wantedBy(ends);
  for (const outcome of plan.order) {
    counting(outcome);
    wanted(outcome);
  }
  const outcomes = plan.rubric.outcomes.map((outcome, at): OutcomeVerdict => {
    const node = itemAt(plan.outcomes, at);
    const verdict = verdictOf(node, ends);
    return {
      outcome: outcome.id,
      label: outcome.label,
      verdict: verdict === 'not-applicable' ? 'not-yet-met' : verdict,
      ...(verdict === 'not-applicable' && { because: 'nothing-applicable' as const }),
      finding: findingOf(plan, sheet, node, ends, words),
      gaps: gapsOf(plan, sheet, node, ends, itemAt(blocking, at), counting(node), words),
      missing: missingOf(plan, sheet, wanted(node), words),
    };
  });
  const contributions = contributionsOf(plan, sheet, scorer);
  const achieved = outcomes.filter(({ verdict }) => verdict === 'met').at(-1)?.outcome;
  const evaluation: Evaluation = {
    rubric: { id: rubric.id, version: rubric.version },
    ...(rubric.framework && { framework: rubric.framework }),
    score: scorer.score(sheet),
    ...(contributions && { contributions }),
    verdicts: Object.fromEntries(outcomes.map(({ outcome, verdict }) => [outcome, verdict])),
    outcomes,
    ...(achieved !== undefined && { achieved }),
    criteria: plan.criteria.map((_, at) => profileOf(plan, sheet, at)),
    obligations: obligationsOf(plan, sheet),
    notice: rubric.notice,
  };
  return evaluation as EvaluationOf<R>;
};

/** What rules see besides ratings: the completed score, and where the bands begin. */
export const lookups = (plan: Plan, scorer: Scorer): Omit<Scene, 'reading'> => ({
  score: scorer.completed,
  bandFrom: (id) => plan.bands.get(id)?.from,
});

const profileOf = (plan: Plan, sheet: Sheet, at: number): CriterionProfile => {
  const criterion = plan.criteria[at];
  const state = sheet.states[at] ?? { kind: 'unrated' };
  const id = criterion?.id ?? '';
  const indicator = criterion?.indicator ?? id;
  const label = criterion?.label ?? '';
  const evidence = sheet.evidence[at] ?? 0;
  switch (state.kind) {
    case 'unrated':
      return { criterion: id, indicator, label, state: 'unrated', evidence };
    case 'not-applicable':
      return { criterion: id, indicator, label, state: 'not-applicable', reason: state.reason, evidence };
    case 'rated': {
      const levels = plan.levels[at] ?? [];
      const height = state.lowest / Math.max(1, levels.length - 1);
      const lowest = levels[state.lowest];
      if (state.lowest !== state.highest) {
        const between = [lowest?.id ?? '', levels[state.highest]?.id ?? ''] as const;
        return { criterion: id, indicator, label, state: 'contested', between, height, evidence };
      }
      const { note } = state;
      const [level, levelLabel] = [lowest?.id ?? '', lowest?.label ?? ''];
      if (note === undefined)
        return { criterion: id, indicator, label, state: 'rated', level, levelLabel, height, evidence };
      return { criterion: id, indicator, label, state: 'rated', level, levelLabel, note, height, evidence };
    }
  }
};

/** For each obligation, the criteria that some assessor rated at its level; obligations that nothing triggers are left out. */
const obligationsOf = (plan: Plan, sheet: Sheet): Evaluation['obligations'] => {
  const { obligations = [] } = plan.rubric;
  if (obligations.length === 0) return [];
  const givenTo = new Map<string, number[]>();
  sheet.states.forEach((state, at) => {
    if (state.kind !== 'rated') return;
    for (const level of new Set(state.given ?? [state.lowest])) {
      const id = plan.levels[at]?.[level]?.id ?? '';
      const known = givenTo.get(id);
      if (known === undefined) givenTo.set(id, [at]);
      else known.push(at);
    }
  });
  return obligations.flatMap(({ id, label, when }) => {
    const criteria = plan.select(when.of, givenTo.get(when.level) ?? []);
    return criteria.length === 0 ? [] : [{ id, label, criteria: criteria.map((at) => plan.criteria[at]?.id ?? '') }];
  });
};
