import { expectShape } from '../../../common/expect-shape.js';
import { isIt } from '../../../common/nearest-name.js';
import { refuseNoRecord, refuseWord } from '../../../common/refuse.js';
import { refuseNoWords } from '../../../common/refuse-shape.js';
import { shownValue } from '../../../common/shown-value.js';
import type { ReportWords } from '../../../model/messages/report-messages.js';
import { refuseNoRubric } from '../../../model/rubrics/refuse-rubric.js';
import type { RubricVersion } from '../../../model/shared/record-name.js';
import type { AwardReport, ComparisonReport, EvaluationReport, Report } from '../document/report.js';
import * as shape from './shapes.js';
import { maybe, name, text } from './shapes.js';

/** Messages are looked at apart, against the English ones. */
const common = { kind: name, messages: () => undefined };

const SHAPES: Readonly<Record<Report['kind'], () => shape.Shape>> = {
  evaluation: () =>
    shape.closedRecordOf('a report of an evaluation', {
      ...common,
      rubric: shape.rubric,
      assessment: shape.assessment,
      evaluation: shape.evaluation,
      framework: maybe(shape.framework),
      nextSteps: maybe(shape.nextSteps),
      nextStepsTo: maybe(name),
      strategies: maybe(shape.strategies),
      readings: maybe(shape.readings),
    }),
  comparison: () =>
    shape.closedRecordOf('a report of a comparison', {
      ...common,
      rubric: shape.rubric,
      setting: maybe(text),
      comparison: maybe(shape.comparison),
      before: maybe(shape.evaluation),
      after: maybe(shape.evaluation),
      progress: maybe(shape.progress),
      evaluations: maybe(shape.datedEvaluations),
      windows: maybe(shape.windows),
    }),
  award: () =>
    shape.closedRecordOf('a report of an award', {
      ...common,
      award: shape.award,
      framework: maybe(shape.framework),
      setting: maybe(text),
    }),
  portfolio: () =>
    shape.closedRecordOf('a report of a portfolio', {
      ...common,
      portfolio: shape.portfolio,
      rubrics: maybe(shape.listOf('rubrics', shape.rubric)),
      framework: maybe(shape.framework),
    }),
  moderation: () =>
    shape.closedRecordOf('a report of a moderation', {
      ...common,
      moderation: shape.moderation,
      rubric: maybe(shape.rubric),
    }),
  site: () =>
    shape.closedRecordOf('a report of a site', {
      ...common,
      site: shape.site,
      issues: maybe(shape.graphIssues),
    }),
};

/** Throws for what is no report, for parts that do not belong together, and for words that a language lacks. */
export const refuseNoReport = (caller: string, report: Report, english: ReportWords): void => {
  refuseNoRecord(caller, 'report', report, 'an object with a kind and the values of that kind');
  refuseWord(caller, 'report.kind', report.kind, Object.keys(SHAPES));
  expectShape(caller, 'report', report, SHAPES[report.kind]());
  if (report.messages !== undefined) {
    refuseNoWords(caller, report.messages, english);
    refuseWord(caller, 'messages.direction', report.messages.direction ?? 'ltr', ['ltr', 'rtl']);
  }
  if ('rubric' in report && report.rubric !== undefined) refuseNoRubric(caller, 'report.rubric', report.rubric);
  if (report.kind === 'portfolio') {
    report.rubrics?.forEach((rubric, at) => refuseNoRubric(caller, `report.rubrics[${at}]`, rubric));
  }
  if (report.kind === 'evaluation') refuseOddEvaluation(caller, report);
  if (report.kind === 'comparison') refuseOddComparison(caller, report);
  if (report.kind === 'award') refuseOddAward(caller, report);
};

const refuseOddEvaluation = (caller: string, report: EvaluationReport): void => {
  const { rubric, evaluation, assessment, framework, nextStepsTo } = report;
  refuseOtherRubric(caller, 'evaluation', evaluation.rubric, rubric);
  refuseOtherRubric(caller, 'assessment', assessment.rubric, rubric);
  const judged = evaluation.framework;
  if (framework && judged && (framework.id !== judged.id || framework.edition !== judged.edition)) {
    throw new RangeError(
      `${caller}: report.framework is ${named(framework.id, framework.edition)}; the evaluation judges ${named(judged.id, judged.edition)}`,
    );
  }
  if (nextStepsTo === undefined) return;
  const outcomes = rubric.outcomes.map(({ id }) => id);
  if (outcomes.includes(nextStepsTo)) return;
  throw new RangeError(
    `${caller}: report.nextStepsTo is ${shownValue(nextStepsTo)}, which is not an outcome of the rubric${isIt(nextStepsTo, outcomes)}`,
  );
};

const refuseOddComparison = (
  caller: string,
  { rubric, comparison, before, after, progress, evaluations }: ComparisonReport,
): void => {
  if (comparison === undefined && progress === undefined) {
    throw new TypeError(
      `${caller}: report.comparison is undefined; a report of a comparison has comparison, or progress, or both`,
    );
  }
  refuseOtherRubric(caller, 'before', before?.rubric, rubric);
  refuseOtherRubric(caller, 'after', after?.rubric, rubric);
  refuseOtherRubric(caller, 'progress', progress?.rubric, rubric);
  evaluations?.forEach(({ evaluation }, at) =>
    refuseOtherRubric(caller, `evaluations[${at}]`, evaluation.rubric, rubric),
  );
};

const refuseOddAward = (caller: string, { award, framework }: AwardReport): void => {
  if (framework === undefined) return;
  const { id, edition } = award.framework;
  if (framework.id === id && framework.edition === edition) return;
  throw new RangeError(
    `${caller}: report.framework is ${named(framework.id, framework.edition)}; the award is of ${named(id, edition)}`,
  );
};

const refuseOtherRubric = (
  caller: string,
  part: string,
  by: RubricVersion | undefined,
  { id, version }: RubricVersion,
): void => {
  if (by === undefined || (by.id === id && by.version === version)) return;
  throw new RangeError(
    `${caller}: report.${part} is by the rubric ${named(by.id, by.version)}; report.rubric is ${named(id, version)}`,
  );
};

const named = (id: string, version: string): string => `${shownValue(id)} ${version.slice(0, 40)}`;
