export type {
  Application,
  ApplicationCondition,
  ApplicationState,
  ApplicationTransition,
  PermissionFlag,
  PermissionsAsked,
} from './awards/application.js';
export { applicationSchema } from './awards/schemas/application-schema.js';
export type { QuantityBand, QuantityWords } from './awards/quantity-words.js';
export { quantityWordsSchema } from './awards/schemas/quantity-words-schema.js';
export type { Action, ActionPlan } from './awards/action-plan.js';
export { actionPlanSchema, actionSchema } from './awards/schemas/action-plan-schema.js';
export type {
  Agreement,
  Category,
  KappaAgreement,
  UndefinedAgreement,
  WhyUndefined,
} from './agreement/agreement.js';
export type {
  AgreedShare,
  BootstrappedInterval,
  ContestedCriterion,
  CriterionAgreement,
  LevelIndices,
  ModerationReport,
  OpenCriterion,
  RaterPair,
  RaterTendency,
} from './agreement/moderation-report.js';
export type { Article, ArticleSeo } from './articles/article.js';
export { articleSchema } from './articles/schemas/article-schema.js';
export type { GraphArticle } from './articles/graph-article.js';
export { graphArticleSchema } from './articles/schemas/graph-article-schema.js';
export type {
  NeighbourArticle,
  Neighbourhood,
  NeighbourLayer,
  NeighbourLink,
} from './articles/neighbourhood.js';
export type { ArticleGraph, ArticleLink, ArticleNode } from './articles/article-graph.js';
export { articleGraphSchema } from './articles/schemas/article-graph-schema.js';
export type {
  Assessment,
  AssessmentOf,
  BesideRatings,
  CriteriaById,
  CriterionId,
  CriterionLevel,
  EvaluationOf,
  FactId,
  FactsOf,
  FewOf,
  Judgements,
  JudgementsBy,
  JudgementsGiven,
  JudgementsWith,
  LastOf,
  LevelId,
  LevelsNotKnown,
  RatingGiven,
  NamesNotKnown,
  NearByLetter,
  NearTo,
  NotApplicableRefused,
  OutcomeId,
  PlainRatings,
  RatedOnly,
  RatingOf,
  RatingsOf,
  RatingUnder,
  StrangeJudgements,
  UncheckedNames,
  UnknownNames,
  WithRatings,
} from './rubrics/assessment.js';
export { assessmentSchema, assessmentSchemaFor } from './rubrics/schemas/assessment-schema.js';
export type { Attestation, ReasonedAttestation } from './awards/attestation.js';
export { attestationSchema } from './awards/schemas/attestation-schema.js';
export type { Crosswalk, CrosswalkSide, Mapping, Strength } from './articles/crosswalk.js';
export { crosswalkSchema } from './articles/schemas/crosswalk-schema.js';
export type {
  AskedFacts,
  EvaluationMessages,
  GapFacts,
  NamedCriterion,
  RuleFacts,
  ScoreFacts,
  SelectionFacts,
  StepFacts,
} from './messages/evaluation-messages.js';
export type { FormMessages } from './messages/form-messages.js';
export type { Messages } from './messages/messages.js';
export type { PictureMessages } from './messages/picture-messages.js';
export type {
  AwardReportMessages,
  ComparisonReportMessages,
  EvaluationReportMessages,
  ModerationReportMessages,
  PortfolioReportMessages,
  ReportMessages,
  ReportWords,
  SiteReportMessages,
} from './messages/report-messages.js';
export type { Decision } from './awards/decision.js';
export { decisionSchema } from './awards/schemas/decision-schema.js';
export {
  defineApplication,
  defineCrosswalk,
  defineFramework,
  defineMigration,
  defineQuantityWords,
  defineRubric,
  defineScale,
  defineTranslation,
  type ExampleRatings,
  type FieldFault,
  type FieldsGiven,
  type NamesOf,
  type RubricDraft,
  type TagOf,
  type TextUnless,
  type WhereFaultsShow,
} from './define.js';
export type {
  Contributions,
  CriterionProfile,
  Evaluation,
  Finding,
  Gap,
  Missing,
  OutcomeVerdict,
  Score,
  ScoreInterval,
  Unscored,
} from './rubrics/evaluation.js';
export { evaluationSchema } from './rubrics/schemas/evaluation-schema.js';
export type { Evidence, EvidenceKind, Permission } from './awards/evidence.js';
export { evidenceSchema } from './awards/schemas/evidence-schema.js';
export type { ExactNumber, Fraction } from './shared/fraction.js';
export { fractionSchema } from './shared/schemas/fraction-schema.js';
export type { Element, ElementOf, Framework, FrameworkOf, Indicator, SectorLabel, Strand } from './awards/framework.js';
export { elementSchema, frameworkSchema, indicatorSchema } from './awards/schemas/framework-schema.js';
export type { Guidance, GuidanceList } from './articles/guidance.js';
export { guidanceSchema } from './articles/schemas/guidance-schema.js';
export { idSchema, versionSchema } from './shared/id.js';
export type { Issue, Result, Severity } from './shared/issue.js';
export { issueSchema } from './shared/schemas/issue-schema.js';
export type { FeatureStep, Measure, ThresholdStep } from './rubrics/measure.js';
export { measureSchema } from './rubrics/schemas/measure-schema.js';
export type {
  CriterionMove,
  FactMoves,
  LevelMap,
  LevelOf,
  Migration,
  MigrationMaps,
  MoveTo,
  OntoOwnScale,
} from './rubrics/migration.js';
export { migrationSchema } from './rubrics/schemas/migration-schema.js';
export type { ContestedLevels, NotApplicable, NotedLevel, Rated, Rating } from './rubrics/rating.js';
export { ratingSchema } from './rubrics/schemas/rating-schema.js';
export type { RelatedLink } from './articles/related-link.js';
export { relatedLinkSchema } from './articles/schemas/related-link-schema.js';
export type { Role } from './awards/role.js';
export { roleSchema } from './awards/schemas/role-schema.js';
export type { Holder, RoleAssignment } from './awards/role-assignment.js';
export { roleAssignmentSchema } from './awards/schemas/role-assignment-schema.js';
export type {
  Band,
  Criterion,
  Fact,
  Group,
  NotApplicablePolicy,
  Obligation,
  Outcome,
  Rubric,
  RubricExample,
  Scoring,
} from './rubrics/rubric.js';
export type {
  CriterionNamed,
  CriterionOf,
  ListedId,
  OwnLevel,
  OwnLevels,
  RubricExtras,
  RubricOf,
} from './rubrics/rubric-of.js';
export { criterionSchema, rubricSchema } from './rubrics/schemas/rubric-schema.js';
export type {
  AchievesRule,
  AllRule,
  AnyRule,
  AtLeastNRule,
  AtLeastRule,
  AttestedRule,
  BandRule,
  CountGroupsRule,
  CountRule,
  EveryGroupRule,
  EveryRule,
  EvidenceRule,
  LowerMedianRule,
  MinimumRule,
  OfCriteria,
  Rule,
  RuleKind,
  RuleNames,
  ScoreRule,
  Selector,
  ShareRule,
  SomeRule,
  WhenCountRule,
} from './rubrics/rule.js';
export { ruleSchema } from './rubrics/schemas/rule-schema.js';
export type { Level, Scale, ScaleOf } from './rubrics/scale.js';
export { levelSchema, scaleSchema } from './rubrics/schemas/scale-schema.js';
export type { Sector } from './shared/sector.js';
export { sectorSchema } from './shared/schemas/sector-schema.js';
export type { Setting } from './awards/setting.js';
export { settingSchema } from './awards/schemas/setting-schema.js';
export type { Origin, Source } from './shared/source.js';
export { sourceSchema } from './shared/schemas/source-schema.js';
export type { Strategy } from './articles/strategy.js';
export { strategySchema } from './articles/schemas/strategy-schema.js';
export type { Verdict } from './shared/verdict.js';
export type {
  CriterionWords,
  ElementWords,
  FrameworkWords,
  IndicatorWords,
  LabelWords,
  LevelWords,
  NamedWords,
  RubricWords,
  ScaleWords,
  Translation,
  WordsById,
} from './translations/translation.js';
export { translationSchema } from './translations/translation-schema.js';
export { translated, type Translated } from './translations/translated.js';
export { verdictSchema } from './shared/schemas/verdict-schema.js';
export type { Voice } from './awards/voice.js';
export { voiceSchema } from './awards/schemas/voice-schema.js';
export type {
  PublishedColumn,
  PublishedCount,
  PublishedPortfolio,
  PublishedRow,
  PublishedRubric,
  PublishedTable,
} from './awards/published-portfolio.js';
export type {
  GraphCode,
  GraphIssue,
  GraphIssueCount,
  GraphRepair,
  LinkCode,
  PageCode,
} from './articles/graph-issue.js';
export type { Recommendation, RecommendationReason, RecommendedList, Signal } from './articles/recommendation.js';
export type { ResolvedBy, WrittenLink } from './articles/written-link.js';
export type { ElementOfFramework, FrameworkEdition, RubricVersion } from './shared/record-name.js';

export type { NextStep, NextSteps, StepToPrice } from './advice/next-steps.js';
export type { Comparison, CriterionMovement, Movement, OutcomeMovement } from './advice/comparison.js';
export type { Changes, WhatIf } from './advice/what-if.js';
export type { WeightBound, WeightInterval } from './advice/weight-interval.js';
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
} from './progress/setting-progress.js';
export type {
  AwardProgress,
  AwardWindow,
  ElementProgress,
  ElementState,
  Lapse,
  MissingElement,
  WindowEnd,
} from './progress/award-progress.js';
export type {
  Claim,
  JudgedCriterion,
  JudgementComparison,
  JudgementPair,
  NotCompared,
} from './progress/judgement-comparison.js';
export type { DecisionDifference, DecisionDifferences, DifferenceKind } from './progress/decision-differences.js';
export type { EvidenceGap, EvidenceGapKind, EvidenceGaps, IndicatorEvidence } from './progress/evidence-gaps.js';
export type { ActionPlanDeadline, DeadlineCounting } from './progress/action-plan-deadline.js';
export type {
  ElementCount,
  IndicatorDistribution,
  LevelCount,
  PortfolioTables,
  Quantity,
  RubricTable,
} from './progress/portfolio-tables.js';
export type {
  JudgedSetting,
  PortfolioGroup,
  PortfolioSummary,
  SettingElements,
  SettingSummary,
  SinceBaseline,
  WindowState,
} from './progress/portfolio-summary.js';
export type {
  HubShare,
  LinkCounts,
  ListedArticles,
  Reach,
  Share,
  SiteReport,
  SubjectCoverage,
} from './articles/site-report.js';
export type { SuggestedStrategy, Suggestion } from './articles/suggestion.js';
export type { Reading } from './articles/reading.js';
