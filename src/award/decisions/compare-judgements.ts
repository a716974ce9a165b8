import type {
  Claim,
  NotCompared,
  JudgementPair,
  JudgementComparison,
} from '../../model/progress/judgement-comparison.js';
import type { CriterionProfile, Evaluation } from '../../model/rubrics/evaluation.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { numberOf } from '../../common/list-words.js';
import { expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

/**
 * A self-evaluation beside the validation of the same setting: where it claims more and where it claims less, criterion by
 * criterion, in levels of the criterion's own scale.
 *
 * A distance is `position(self-evaluation) − position(validation)`, positions counted from the lowest level. It has a
 * direction, so distances are counted one by one and never averaged: two over-claims and two under-claims are not an
 * accurate self-evaluation. What only one of the two rated, what is not applicable, and what assessors of one side still contest
 * has no distance, and says so.
 *
 * @param rubric the rubric that both are by; its scales say how many levels lie between two.
 * @throws RangeError where the evaluations are not both by this rubric in this version.
 *
 * @example
 * const own = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'core-team': 'met', 'use-of-data': 'partly' } });
 * const validated = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'not-yet', 'core-team': 'met', 'use-of-data': 'met' } });
 * const beside = compareJudgements(own, validated, stemNationLeadership);
 * beside.distances // => [{ levelsAbove: -1, criteria: 1 }, { levelsAbove: 0, criteria: 1 }, { levelsAbove: 2, criteria: 1 }]
 * beside.criteria[0]?.message // => '“Shared vision”: the self-evaluation says “Met”, the validation “Not yet”, 2 levels lower.'
 */
export const compareJudgements = (
  selfEvaluation: Evaluation,
  validation: Evaluation,
  rubric: Pick<Rubric, 'id' | 'version' | 'scale' | 'criteria'>,
): JudgementComparison => {
  expectShape('compareJudgements', 'selfEvaluation', selfEvaluation, shape.evaluation);
  expectShape('compareJudgements', 'validation', validation, shape.evaluation);
  expectShape('compareJudgements', 'rubric', rubric, shape.rubric);
  expectRubric(rubric, selfEvaluation, 'self-evaluation');
  expectRubric(rubric, validation, 'validation');
  const scales = new Map(rubric.criteria.map(({ id, scale }) => [id, scale] as const).reverse());
  const theirs = new Map(validation.criteria.map((profile) => [profile.criterion, profile]));
  const criteria = selfEvaluation.criteria.flatMap((own): JudgementPair[] => {
    const their = theirs.get(own.criterion);
    return their === undefined ? [] : [pairOf(own, their, rubric.id, scales.get(own.criterion) ?? rubric.scale)];
  });
  const counts = { over: 0, under: 0, same: 0, 'not-compared': 0 };
  const distances = new Map<number, number>();
  for (const pair of criteria) {
    if (pair.kind === 'not-compared') {
      counts['not-compared']++;
    } else {
      counts[pair.claim]++;
      distances.set(pair.levelsAbove, (distances.get(pair.levelsAbove) ?? 0) + 1);
    }
  }
  return {
    rubric: { id: rubric.id, version: rubric.version },
    criteria,
    counts,
    distances: [...distances]
      .sort(([a], [b]) => a - b)
      .map(([levelsAbove, howMany]) => ({ levelsAbove, criteria: howMany })),
    outcomes: selfEvaluation.outcomes.flatMap(({ outcome, label, verdict: own }) => {
      const their = Object.hasOwn(validation.verdicts, outcome) ? validation.verdicts[outcome] : undefined;
      if (their === undefined || (own === 'met') === (their === 'met')) return [];
      const claim = own === 'met' ? ('over' as const) : ('under' as const);
      return [{ outcome, label, claim, selfEvaluation: own, validation: their }];
    }),
    message:
      `Of ${numberOf(criteria.length, 'criterion', 'criteria')} the self-evaluation claims more than the validation on ${counts.over}, ` +
      `less on ${counts.under}, the same on ${counts.same}; ${counts['not-compared']} cannot be compared.`,
  };
};

const expectRubric = (rubric: { id: string; version: string }, evaluation: Evaluation, which: string): void => {
  const { id, version } = evaluation.rubric;
  if (id === rubric.id && version === rubric.version) return;
  throw new RangeError(
    `compareJudgements: the ${which} is by “${id}” ${version}, not by “${rubric.id}” ${rubric.version}; ` +
      'evaluate both assessments by one rubric in one version',
  );
};

const pairOf = (
  own: CriterionProfile,
  their: CriterionProfile,
  rubric: string,
  { levels }: Rubric['scale'],
): JudgementPair => {
  const { criterion, indicator, label } = own;
  const because = notCompared(own, their);
  if (because !== undefined) {
    return { kind: 'not-compared', criterion, indicator, label, because, message: `“${label}”: ${reasons[because]}.` };
  }
  const position = (level: string | undefined): number => {
    const at = levels.findIndex(({ id }) => id === level);
    if (at >= 0) return at;
    throw new RangeError(`compareJudgements: the rubric “${rubric}” has no level “${level}” for “${criterion}”`);
  };
  const [ownAt, theirAt] = [position(own.level), position(their.level)];
  const levelsAbove = ownAt - theirAt;
  const claim: Claim = levelsAbove > 0 ? 'over' : levelsAbove < 0 ? 'under' : 'same';
  const [ownLabel, theirLabel] = [levels[ownAt]?.label ?? '', levels[theirAt]?.label ?? ''];
  const apart = `${numberOf(Math.abs(levelsAbove), 'level')} ${levelsAbove > 0 ? 'lower' : 'higher'}`;
  const message =
    claim === 'same'
      ? `“${label}”: both say “${ownLabel}”.`
      : `“${label}”: the self-evaluation says “${ownLabel}”, the validation “${theirLabel}”, ${apart}.`;
  const levelIds = { selfEvaluation: levels[ownAt]?.id ?? '', validation: levels[theirAt]?.id ?? '' };
  return { kind: 'compared', criterion, indicator, label, claim, ...levelIds, levelsAbove, message };
};

const notCompared = (own: CriterionProfile, their: CriterionProfile): NotCompared | undefined => {
  if (own.state === 'not-applicable' || their.state === 'not-applicable') {
    if (own.state === their.state) return 'not-applicable-in-both';
    return own.state === 'not-applicable' ? 'not-applicable-in-self-evaluation' : 'not-applicable-in-validation';
  }
  if (own.state === 'unrated')
    return their.state === 'unrated' ? 'not-rated-by-either' : 'not-rated-in-self-evaluation';
  if (their.state === 'unrated') return 'not-rated-in-validation';
  return own.state === 'contested' || their.state === 'contested' ? 'contested' : undefined;
};

const reasons: Readonly<Record<NotCompared, string>> = {
  'not-rated-by-either': 'neither has rated it',
  'not-rated-in-self-evaluation': 'the self-evaluation has not rated it',
  'not-rated-in-validation': 'the validation has not rated it',
  'not-applicable-in-both': 'both say it does not apply',
  'not-applicable-in-self-evaluation': 'the self-evaluation says it does not apply, the validation does not say so',
  'not-applicable-in-validation': 'the validation says it does not apply, the self-evaluation does not say so',
  contested: 'assessors have not settled on one level',
};
