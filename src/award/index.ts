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
