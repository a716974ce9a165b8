export {
  type ActionPlanDeadline,
  actionPlanDeadline,
  type ActionPlanDeadlineOptions,
  type DeadlineCounting,
} from './plan/action-plan-deadline.js';
export {
  type ApplicationFacts,
  applicationStep,
  type ApplicationStepResult,
  type ConditionCheck,
} from './plan/application-step.js';
export {
  type AwardProgress,
  awardProgress,
  type AwardProgressOptions,
  type Lapse,
  type MissingElement,
} from './decisions/award-progress.js';
export type { AwardWindow, WindowEnd } from './decisions/award-windows.js';
export { checkActionPlan, type CheckActionPlanOptions } from './plan/check-action-plan.js';
export {
  type DecisionDifference,
  type DecisionDifferences,
  decisionDifferences,
  type DifferenceKind,
} from './decisions/decision-differences.js';
export {
  draftActions,
  type DraftActionsOptions,
  type DraftedActions,
  type SuggestedForIndicator,
} from './plan/draft-actions.js';
export {
  type ElementProgress,
  elementProgress,
  type ElementProgressOptions,
  type ElementState,
  type LaterDecision,
} from './decisions/element-progress.js';
export {
  type EvidenceGap,
  type EvidenceGapKind,
  type EvidenceGaps,
  evidenceGaps,
  type EvidenceGapsOptions,
  type IndicatorEvidence,
} from './evidence/evidence-gaps.js';
export type { AgeLimit, EvidenceTimes } from './evidence/evidence-items.js';
export type { IndicatorChoice, IndicatorSource, NamedIndicator } from './evidence/indicators-of.js';
export {
  type Concentration,
  type HolderLoad,
  type IndicatorRoles,
  type LeadershipRoles,
  leadershipRoles,
} from './evidence/leadership-roles.js';
export {
  type StakeholderCoverage,
  stakeholderCoverage,
  type StakeholderCoverageOptions,
  type VoiceHeard,
} from './evidence/stakeholder-coverage.js';
export {
  type Claim,
  compareJudgements,
  type JudgementComparison,
  type JudgementPair,
  type NotCompared,
} from './decisions/compare-judgements.js';
export type { DatedEvaluation, MapEvaluation, RefusedEvaluation } from './progress/comparable.js';
export type { RubricVersion } from '../model/shared/record-name.js';
export type { Period, PeriodKind } from '../model/shared/period.js';
export { type Quantity, quantityWords, type QuantityWordsOptions } from './portfolio/quantity-words.js';
export {
  publishPortfolio,
  type PublishedColumn,
  type PublishedPortfolio,
  type PublishedRow,
  type PublishedRubric,
  type PublishedTable,
  type PublishOptions,
} from './portfolio/publish-portfolio.js';
export type {
  JudgedSetting,
  PortfolioAward,
  PortfolioSetting,
  PortfolioWindow,
  SettingElements,
  SettingSummary,
  SinceBaseline,
  WindowState,
} from './portfolio/portfolio-settings.js';
export type {
  ElementCount,
  IndicatorDistribution,
  LevelCount,
  PortfolioTables,
  RubricTable,
} from './portfolio/portfolio-tables.js';
export {
  type PortfolioGroup,
  type PortfolioOptions,
  type PortfolioSummary,
  summarisePortfolio,
} from './portfolio/summarise-portfolio.js';
export {
  type PublishedCount,
  type SuppressedTable,
  type SuppressOptions,
  suppressSmallCounts,
} from './portfolio/suppress-small-counts.js';
export {
  type BestSoFar,
  type ProgressPoint,
  type ProgressStep,
  type SettingProgress,
  settingProgress,
  type SettingProgressOptions,
  type Standing,
} from './progress/setting-progress.js';
export type {
  CriterionStep,
  EvaluationStep,
  MovementCounts,
  OutcomeStep,
  StepMovement,
} from './progress/step-between.js';
export type { JudgedCriterion } from './decisions/compare-judgements.js';
export type { SettingOptions } from './portfolio/portfolio-settings.js';
