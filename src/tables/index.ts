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
export type { TableOptions } from './table-options.js';
export type { Period, PeriodKind } from '../model/shared/period.js';
