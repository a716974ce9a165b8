import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric, RubricExample } from '../../model/rubrics/rubric.js';
import { evaluate } from '../verdict/evaluate.js';
import type { RubricIssue } from './rubric-issue.js';

/** Worked examples that the rubric itself contradicts. */
export const exampleIssues = (rubric: Rubric): RubricIssue[] =>
  (rubric.examples ?? []).flatMap((example, at) => contradictions(rubric, example, ['examples', at]));

const contradictions = (rubric: Rubric, example: RubricExample, path: readonly (string | number)[]): RubricIssue[] => {
  const { title, expect, ratings, facts, evidence } = example;
  const assessment: Judgements<Rubric> = { ratings, ...(facts && { facts }), ...(evidence && { evidence }) };
  const wrong = (where: readonly (string | number)[], message: string): RubricIssue => ({
    code: 'wrong-example',
    severity: 'error',
    path: [...path, ...where],
    message: `The example “${title}” ${message}.`,
    hint: 'Work it out again: either the example or the rule is wrong.',
    reproduction: assessment,
  });
  const { verdicts, score } = evaluate(rubric, assessment);
  const issues = Object.entries(expect.outcomes ?? {}).flatMap(([outcome, expected]) => {
    const verdict = Object.hasOwn(verdicts, outcome) ? verdicts[outcome] : undefined;
    if (expected === undefined || verdict === expected) return [];
    return [
      wrong(
        ['expect', 'outcomes', outcome],
        `expects “${outcome}” to be ${expected}; it is ${verdict ?? 'no outcome of the rubric'}`,
      ),
    ];
  });
  const wanted = expect.score;
  if (wanted === undefined) return issues;
  const value = score.kind === 'scored' ? score.value : undefined;
  const same =
    value &&
    BigInt(value.numerator) * BigInt(wanted.denominator) === BigInt(wanted.numerator) * BigInt(value.denominator);
  if (same) return issues;
  const said = value ? `${value.numerator}/${value.denominator}` : 'none yet';
  return [
    ...issues,
    wrong(['expect', 'score'], `expects the score ${wanted.numerator}/${wanted.denominator}; it is ${said}`),
  ];
};
