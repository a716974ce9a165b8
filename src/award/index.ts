export { actionPlanDeadline, type ActionPlanDeadlineOptions } from './plan/action-plan-deadline.js';
export type { ActionPlanDeadline, DeadlineCounting } from '../model/progress/action-plan-deadline.js';
export {
  type ApplicationFacts,
  applicationStep,
  type ApplicationStepResult,
  type ConditionCheck,
} from './plan/application-step.js';
export { awardProgress, type AwardProgressOptions } from './decisions/award-progress.js';
export type {
  AwardProgress,
  AwardWindow,
  ElementProgress,
  ElementState,
  Lapse,
  MissingElement,
  WindowEnd,
} from '../model/progress/award-progress.js';
export { checkActionPlan, type CheckActionPlanOptions } from './plan/check-action-plan.js';
export { decisionDifferences } from './decisions/decision-differences.js';
export type {
  DecisionDifference,
  DecisionDifferences,
  DifferenceKind,
} from '../model/progress/decision-differences.js';
export {
  draftActions,
  type DraftActionsOptions,
  type DraftedActions,
  type SuggestedForIndicator,
} from './plan/draft-actions.js';
export { elementProgress, type ElementProgressOptions, type LaterDecision } from './decisions/element-progress.js';
export { evidenceGaps, type EvidenceGapsOptions } from './evidence/evidence-gaps.js';
export type { EvidenceGap, EvidenceGapKind, EvidenceGaps, IndicatorEvidence } from '../model/progress/evidence-gaps.js';
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
export { compareJudgements } from './decisions/compare-judgements.js';
export type {
  Claim,
  JudgedCriterion,
  JudgementComparison,
  JudgementPair,
  NotCompared,
} from '../model/progress/judgement-comparison.js';
export type { MapEvaluation } from './progress/comparable.js';
export type {
  BestSoFar,
  DatedEvaluation,
  EvaluationStep,
  MovementCounts,
  ProgressPoint,
  ProgressStep,
  RefusedEvaluation,
  SettingProgress,
  Standing,
} from '../model/progress/setting-progress.js';
export type { RubricVersion } from '../model/shared/record-name.js';
export type { Period, PeriodKind } from '../model/shared/period.js';
export { quantityWords, type QuantityWordsOptions } from './portfolio/quantity-words.js';
export type {
  ElementCount,
  IndicatorDistribution,
  LevelCount,
  PortfolioTables,
  Quantity,
  RubricTable,
} from '../model/progress/portfolio-tables.js';
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
  PortfolioAward,
  PortfolioSetting,
  PortfolioWindow,
  SettingOptions,
} from './portfolio/portfolio-settings.js';
export type {
  JudgedSetting,
  PortfolioGroup,
  PortfolioSummary,
  SettingElements,
  SettingSummary,
  SinceBaseline,
  WindowState,
} from '../model/progress/portfolio-summary.js';
export { type PortfolioOptions, summarisePortfolio } from './portfolio/summarise-portfolio.js';
export {
  type PublishedCount,
  type SuppressedTable,
  type SuppressOptions,
  suppressSmallCounts,
} from './portfolio/suppress-small-counts.js';
export { settingProgress, type SettingProgressOptions } from './progress/setting-progress.js';
export type {
  CriterionMovement as CriterionStep,
  Movement as StepMovement,
  OutcomeMovement as OutcomeStep,
} from '../model/advice/comparison.js';
