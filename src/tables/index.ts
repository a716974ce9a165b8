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
