export { NO_BAND, NOT_APPLICABLE, type ScoreState, UNRATED } from './columns/codes.js';
export type { EvidenceColumn } from './columns/block-columns.js';
export {
  type AssessmentColumns,
  type ColumnScorer,
  compileScorer,
  type ScoredColumns,
} from './columns/compile-scorer.js';
export { checkMigration } from './versions/check-migration.js';
export { checkFramework, type CheckFrameworkOptions, type DatedFramework } from './check/check-framework.js';
export { checkRubric, type CheckRubricOptions } from './check/check-rubric.js';
export type { RubricIssue } from './check/rubric-issue.js';
export {
  type Comparison,
  compareEvaluations,
  type CriterionMovement,
  type Movement,
  type OutcomeMovement,
} from './advice/compare-evaluations.js';
export { type Bump, type DiffOptions, diffRubrics, type RubricDiff } from './versions/diff-rubrics.js';
export type { Rounding } from '../common/rounding.js';
export { type DisplayOptions, formatExact, formatScore } from './words/display.js';
export { evaluate, type EvaluateOptions } from './verdict/evaluate.js';
export { type Dropped, type MigratedAssessment, migrateAssessment } from './versions/migrate-assessment.js';
export type { AskAgain, AskAgainReason } from './versions/migrate-rating.js';
export {
  type NextStep,
  nextSteps,
  type NextSteps,
  type NextStepsOptions,
  type StepToPrice,
} from './advice/next-steps.js';
export type { Counterexample, PropertyProof, RubricProof, RubricProperty } from './prove/promises.js';
export type { LongWorkOptions } from '../common/long-work.js';
export { type ProveOptions, proveRubric } from './prove/prove-rubric.js';
export { type Measurements, rateMeasures } from './program/rate-measures.js';
export type { ChangeKind, RubricChange } from './versions/rubric-changes.js';
export { sensitivity, type WeightBound, type WeightInterval } from './advice/sensitivity.js';
export { type Changes, type WhatIf, whatIf } from './advice/what-if.js';
export { lowerRubric } from './program/lower-rubric.js';
export type {
  Branch,
  CriterionLook,
  Enough,
  EvidenceLook,
  FactLook,
  Look,
  Path,
  Program,
  ProgramCriterion,
  ProgramNode,
  Quorum,
  Reaches,
  Sums,
  Term,
} from './program/program.js';
export { type RubricSql, toSql } from './sql/to-sql.js';
export type { SqlDialect } from './sql/dialects.js';
export type { SqlColumn, SqlColumnKind } from './sql/result-columns.js';
export type { LowestAndHighest, MeasureColumns, SqlColumnNames, ToSqlOptions } from './sql/sql-options.js';
