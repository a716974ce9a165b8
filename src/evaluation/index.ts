export { NO_BAND, NOT_APPLICABLE, type ScoreState, UNRATED } from './columns-codes.js';
export type { EvidenceColumn } from './columns-program.js';
export {
  type AssessmentColumns,
  type ColumnScorer,
  compileScorer,
  type ScoredColumns,
} from './compile-scorer.js';
export { checkMigration } from './check-migration.js';
export { checkRubric, type CheckRubricOptions } from './check-rubric.js';
export type { RubricIssue } from './rubric-issue.js';
export {
  type Comparison,
  compareEvaluations,
  type CriterionMovement,
  type Movement,
  type OutcomeMovement,
} from './compare-evaluations.js';
export { type Bump, type DiffOptions, diffRubrics, type RubricDiff } from './diff-rubrics.js';
export type { Rounding } from '../common/rounding.js';
export { type DisplayOptions, formatExact, formatScore } from './display.js';
export { english } from './english.js';
export { evaluate, type EvaluateOptions } from './evaluate.js';
export { french } from './french.js';
export type {
  AskedFacts,
  GapFacts,
  Messages,
  NamedCriterion,
  RuleFacts,
  ScoreFacts,
  SelectionFacts,
  StepFacts,
} from './messages.js';
export { type Dropped, type MigratedAssessment, migrateAssessment } from './migrate-assessment.js';
export type { AskAgain, AskAgainReason } from './migrate-rating.js';
export { type NextStep, nextSteps, type NextSteps, type NextStepsOptions, type StepToPrice } from './next-steps.js';
export {
  type Counterexample,
  type PropertyProof,
  type ProveOptions,
  proveRubric,
  type RubricProof,
  type RubricProperty,
} from './prove-rubric.js';
export { type Measurements, rateMeasures } from './rate-measures.js';
export type { ChangeKind, RubricChange } from './rubric-changes.js';
export { sensitivity, type WeightBound, type WeightInterval } from './sensitivity.js';
export { type Changes, type WhatIf, whatIf } from './what-if.js';
