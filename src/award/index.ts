export { checkAchievedTable, type AchievedRow } from './check-achieved-table.js';
export { checkAsOfDates, type DatedValue } from './check-as-of-dates.js';
export { checkDeltaColumn, type DeltaRow } from './check-delta-column.js';
export {
  checkDenominators,
  type CheckDenominatorsOptions,
  type CountedEvaluation,
  type CountRow,
} from './check-denominators.js';
export { checkHeadline, type Headline, type HeadlineStatistic } from './check-headline.js';
export { checkPeriods, type PeriodColumn } from './check-periods.js';
export {
  type Claim,
  compareJudgements,
  type JudgementComparison,
  type JudgementPair,
  type NotCompared,
} from './compare-judgements.js';
export type { DatedEvaluation, MapEvaluation, RefusedEvaluation, RubricVersion } from './comparable.js';
export type { Period, PeriodKind } from './period.js';
export {
  type Quantity,
  type QuantityBand,
  quantityBands,
  type QuantityWord,
  quantityWords,
  type QuantityWordsOptions,
} from './quantity-words.js';
export {
  publishPortfolio,
  type PublishedColumn,
  type PublishedPortfolio,
  type PublishedRow,
  type PublishedRubric,
  type PublishedTable,
  type PublishOptions,
} from './publish-portfolio.js';
export type {
  JudgedSetting,
  PortfolioAward,
  PortfolioSetting,
  PortfolioWindow,
  SettingElements,
  SettingSummary,
  SinceBaseline,
  WindowState,
} from './portfolio-settings.js';
export type {
  ElementCount,
  IndicatorDistribution,
  LevelCount,
  PortfolioTables,
  RubricTable,
} from './portfolio-tables.js';
export {
  type PortfolioGroup,
  type PortfolioOptions,
  type PortfolioSummary,
  summarisePortfolio,
} from './summarise-portfolio.js';
export {
  type PublishedCount,
  type SuppressedTable,
  type SuppressOptions,
  suppressSmallCounts,
} from './suppress-small-counts.js';
export type { PercentRounding } from './rounded-percent.js';
export {
  type BestSoFar,
  type ProgressPoint,
  type ProgressStep,
  type SettingProgress,
  settingProgress,
  type SettingProgressOptions,
  type Standing,
} from './setting-progress.js';
export type { CriterionStep, EvaluationStep, MovementCounts, OutcomeStep, StepMovement } from './step-between.js';
