export { type AchievedRow, checkAchievedTable } from './check-achieved-table.js';
export { checkAsOfDates, type DatedValue } from './check-as-of-dates.js';
export { checkDeltaColumn, type CheckDeltaColumnOptions, type DeltaRow } from './check-delta-column.js';
export {
  checkDenominators,
  type CheckDenominatorsOptions,
  type CountedEvaluation,
  type CountRow,
} from './check-denominators.js';
export { checkHeadline, type Headline, type HeadlineStatistic } from './check-headline.js';
export { checkPeriods, type PeriodColumn } from './check-periods.js';
export { parseCsv, type ParseCsvOptions } from './csv/parse-csv.js';
export { toCsv, type ToCsvOptions } from './csv/to-csv.js';
export type { Delimiter } from './csv/delimiters.js';
export type { Formulas } from './csv/formulas.js';
export type { TableOptions } from './table-options.js';
export type { Period, PeriodKind } from '../model/shared/period.js';
export type { Issue, Result, Severity } from '../model/shared/issue.js';
export type { NumberOptions } from './results/number-cells.js';
export { type EvaluationEntry, evaluationRows, type EvaluationRowsOptions } from './results/evaluation-rows.js';
export { moderationRows, type ModerationRowsOptions } from './results/moderation-rows.js';
export { publishedRows } from './results/published-rows.js';
export { graphIssueRows, recommendationRows, type RecommendedFor, writtenLinkRows } from './results/link-rows.js';
export { ratingsFromRows, type RatingsFromRowsOptions } from './ratings/ratings-from-rows.js';
export { toRatingRows, type ToRatingRowsOptions } from './ratings/to-rating-rows.js';
export {
  ratingTemplateRows,
  type RatingTemplateOptions,
  type TemplateSetting,
} from './ratings/rating-template-rows.js';
export { type RaterRows, ratersFromRows, type RatersFromRowsOptions } from './ratings/raters-from-rows.js';
export type { AssessmentKind, DayOrder } from './ratings/identity.js';
export type { Names } from './ratings/written-words.js';
export type { Assessment, AssessmentOf } from '../model/rubrics/assessment.js';
export type { Rubric } from '../model/rubrics/rubric.js';
export type { Evaluation } from '../model/rubrics/evaluation.js';
export type { ModerationReport } from '../model/agreement/moderation-report.js';
export type { PublishedPortfolio } from '../model/awards/published-portfolio.js';
export type { GraphIssue } from '../model/articles/graph-issue.js';
export type { Recommendation, RecommendedList } from '../model/articles/recommendation.js';
export type { WrittenLink } from '../model/articles/written-link.js';
export type { DecimalSign } from '../common/read-number.js';
