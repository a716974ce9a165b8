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
export { compareEvaluations } from './advice/compare-evaluations.js';
export type { Comparison, CriterionMovement, Movement, OutcomeMovement } from '../model/advice/comparison.js';
export { type Bump, type DiffOptions, diffRubrics, type RubricDiff } from './versions/diff-rubrics.js';
export type { Rounding } from '../common/rounding.js';
export { type DisplayOptions, formatExact, formatScore } from './words/display.js';
export { evaluate, type EvaluateOptions } from './verdict/evaluate.js';
export { type Dropped, type MigratedAssessment, migrateAssessment } from './versions/migrate-assessment.js';
export type { AskAgain, AskAgainReason } from './versions/migrate-rating.js';
export { nextSteps, type NextStepsOptions } from './advice/next-steps.js';
export type { NextStep, NextSteps, StepToPrice } from '../model/advice/next-steps.js';
export type { Counterexample, PropertyProof, RubricProof, RubricProperty } from './prove/promises.js';
export type { LongWorkOptions } from '../common/long-work.js';
export { type ProveOptions, proveRubric } from './prove/prove-rubric.js';
export { type Measurements, rateMeasures } from './program/rate-measures.js';
export type { ChangeKind, RubricChange } from './versions/rubric-changes.js';
export { sensitivity } from './advice/sensitivity.js';
export type { WeightBound, WeightInterval } from '../model/advice/weight-interval.js';
export { whatIf } from './advice/what-if.js';
export type { Changes, ChangesGiven, ChangesWith, WhatIf } from '../model/advice/what-if.js';
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
