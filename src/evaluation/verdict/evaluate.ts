import { at as itemAt } from '../../common/at.js';
import { refuseUnknown } from '../../common/refuse.js';
import type { EvaluationOf, Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import type { CriterionProfile, Evaluation, OutcomeVerdict } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import { blockingNeeds } from './blocking.js';
import { contributionsOf } from './contributions.js';
import { type Ends, findingOf, scorePlaces, verdictOf } from './findings.js';
import { countingTowards, gapsOf } from './gaps.js';
import { missingOf, wantedBy } from './missing.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';
import { type Judged, judge } from '../program/judge.js';
import { type Lowered, lowerFor } from '../program/lower-rubric.js';
import type { Program } from '../program/program.js';
import { best, complete, ratedOnly, type Completion } from '../program/completion.js';
import { readAssessment, type ReadAssessment } from '../program/read-assessment.js';
import { scoreOfSheet } from './score.js';
import { wordsOf } from '../words/words.js';

export interface EvaluateOptions {
  /** The words of findings and gaps; English where left out. */
  readonly messages?: EvaluationMessages | undefined;
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
export const evaluate = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessment: JudgementsGiven<R, Named, Value, Fields>,
  options: EvaluateOptions = {},
): EvaluationOf<R> => evaluateFor('evaluate', rubric, assessment as unknown as Judgements<R>, options);

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
  const lowered = lowerFor(caller, rubric);
  const read = readAssessment(lowered, assessment as Judgements<Rubric>, caller);
  const judged = (completion: Completion): Judged => judge(lowered.program, completion);
  const lowest = judged(complete(lowered, read, 'lowest'));
  const highest = judged(complete(lowered, read, 'highest'));
  const rated = judged(ratedOnly(lowered, read));
  const places = scorePlaces(lowered, { lowest, highest }, words);
  const ends: Ends = { lowest, highest, scorePlaces: places, selections: new Map() };
  const blocking = blockingNeeds(lowered, lowest.completion.named, judged(best(lowered, read)));
  const counting = countingTowards(lowered, ends);
  const wanted = wantedBy(ends);
  for (const outcome of lowered.ordered) {
    counting(outcome);
    wanted(outcome);
  }
  const outcomes = rubric.outcomes.map((outcome, at): OutcomeVerdict => {
    const node = itemAt(lowered.outcomes, at);
    const verdict = verdictOf(node, ends);
    return {
      outcome: outcome.id,
      label: outcome.label,
      verdict: verdict === 'not-applicable' ? 'not-yet-met' : verdict,
      ...(verdict === 'not-applicable' && { because: 'nothing-applicable' as const }),
      finding: findingOf(lowered, read, node, ends, words),
      gaps: gapsOf(lowered, read, node, ends, itemAt(blocking, at), counting(node), words),
      missing: missingOf(lowered, read, wanted(node), words),
    };
  });
  const contributions = contributionsOf(lowered, read, rated);
  const achieved = outcomes.filter(({ verdict }) => verdict === 'met').at(-1)?.outcome;
  const evaluation: Evaluation = {
    rubric: { id: rubric.id, version: rubric.version },
    ...(rubric.framework && { framework: rubric.framework }),
    score: scoreOfSheet(lowered, read, { lowest, highest, rated }),
    ...(contributions && { contributions }),
    verdicts: Object.fromEntries(outcomes.map(({ outcome, verdict }) => [outcome, verdict])),
    outcomes,
    ...(achieved !== undefined && { achieved }),
    criteria: lowered.criteria.map((_, at) => profileOf(lowered, read, at)),
    obligations: obligationsOf(lowered, read),
    notice: rubric.notice,
  };
  return evaluation as EvaluationOf<R>;
};

const profileOf = (lowered: Lowered, read: ReadAssessment, at: number): CriterionProfile => {
  const criterion = lowered.criteria[at];
  const state = read.states[at] ?? { kind: 'unrated' };
  const id = criterion?.id ?? '';
  const indicator = criterion?.indicator ?? id;
  const label = criterion?.label ?? '';
  const evidence = read.evidence[at] ?? 0;
  switch (state.kind) {
    case 'unrated':
      return { criterion: id, indicator, label, state: 'unrated', evidence };
    case 'not-applicable':
      return { criterion: id, indicator, label, state: 'not-applicable', reason: state.reason, evidence };
    case 'rated': {
      const levels = lowered.levels[at] ?? [];
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
const obligationsOf = (lowered: Lowered, read: ReadAssessment): Evaluation['obligations'] => {
  const triggered = new Map<Program['obligations'][number]['when'], readonly string[]>();
  return (lowered.rubric.obligations ?? []).flatMap(({ id, label }, i) => {
    const { when } = itemAt(lowered.program.obligations, i);
    const criteria =
      triggered.get(when) ??
      when.flatMap(({ at, level }) => {
        const state = read.states[at];
        const given = state?.kind === 'rated' && (state.given ?? [state.lowest]).includes(level);
        return given ? [lowered.criteria[at]?.id ?? ''] : [];
      });
    triggered.set(when, criteria);
    return criteria.length === 0 ? [] : [{ id, label, criteria }];
  });
};
