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
export type { EvidenceTimes, Period } from './evidence-items.js';
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
