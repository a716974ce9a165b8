export {
  type ActionPlanDeadline,
  actionPlanDeadline,
  type ActionPlanDeadlineOptions,
  type DeadlineCounting,
} from './action-plan-deadline.js';
export {
  type ApplicationCondition,
  type ApplicationState,
  applicationStates,
  type ApplicationStates,
  type ApplicationTransition,
} from './application-states.js';
export {
  type ApplicationFacts,
  applicationStep,
  type ApplicationStepResult,
  type ConditionCheck,
} from './application-step.js';
export {
  type AwardProgress,
  awardProgress,
  type AwardProgressOptions,
  type Lapse,
  type MissingElement,
} from './award-progress.js';
export type { AwardWindow, WindowEnd } from './award-windows.js';
export { checkActionPlan, type CheckActionPlanOptions } from './check-action-plan.js';
export {
  type DecisionDifference,
  type DecisionDifferences,
  decisionDifferences,
  type DifferenceKind,
} from './decision-differences.js';
export {
  draftActions,
  type DraftActionsOptions,
  type DraftedActions,
  type SuggestedForIndicator,
} from './draft-actions.js';
export {
  type ElementProgress,
  elementProgress,
  type ElementProgressOptions,
  type ElementState,
  type LaterDecision,
} from './element-progress.js';
export {
  type EvidenceGap,
  type EvidenceGapKind,
  type EvidenceGaps,
  evidenceGaps,
  type EvidenceGapsOptions,
  type IndicatorEvidence,
} from './evidence-gaps.js';
export type { AgeLimit, EvidenceTimes } from './evidence-items.js';
export type { IndicatorChoice, IndicatorSource, NamedIndicator } from './indicators-of.js';
export {
  type Concentration,
  type HolderLoad,
  type IndicatorRoles,
  type LeadershipRoles,
  leadershipRoles,
} from './leadership-roles.js';
export { type PermissionFlag, permissionsAsked, type PermissionsAsked } from './permissions-missing.js';
export {
  type StakeholderCoverage,
  stakeholderCoverage,
  type StakeholderCoverageOptions,
  type VoiceHeard,
} from './stakeholder-coverage.js';
export { type AchievedRow, checkAchievedTable, type TableOptions } from './check-achieved-table.js';
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
