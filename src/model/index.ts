export {
  type Application,
  type ApplicationCondition,
  applicationSchema,
  type ApplicationState,
  type ApplicationTransition,
  type PermissionFlag,
  type PermissionsAsked,
} from './awards/application.js';
export { type QuantityBand, type QuantityWords, quantityWordsSchema } from './awards/quantity-words.js';
export { type Action, type ActionPlan, actionPlanSchema, actionSchema } from './awards/action-plan.js';
export { type Article, articleSchema, type ArticleSeo } from './articles/article.js';
export { type ArticleGraph, articleGraphSchema, type ArticleLink, type ArticleNode } from './articles/article-graph.js';
export {
  type Assessment,
  type AssessmentOf,
  assessmentSchema,
  assessmentSchemaFor,
  type CriterionId,
  type EvaluationOf,
  type FactId,
  type FactsOf,
  type Judgements,
  type LevelId,
  type OutcomeId,
  type RatingOf,
  type RatedOnly,
  type Ratings,
  type RatingsOf,
} from './rubrics/assessment.js';
export { type Attestation, attestationSchema, type ReasonedAttestation } from './awards/attestation.js';
export {
  type Crosswalk,
  crosswalkSchema,
  type CrosswalkSide,
  type Mapping,
  type Strength,
} from './articles/crosswalk.js';
export { type Decision, decisionSchema } from './awards/decision.js';
export {
  defineApplication,
  defineCrosswalk,
  defineFramework,
  defineMigration,
  defineQuantityWords,
  defineRubric,
  defineScale,
  type NamesOf,
  type RubricDraft,
} from './define.js';
export {
  type Contributions,
  type CriterionProfile,
  type Evaluation,
  evaluationSchema,
  type Finding,
  type Gap,
  type Missing,
  type OutcomeVerdict,
  type Score,
  type ScoreInterval,
  type Unscored,
} from './rubrics/evaluation.js';
export { type Evidence, type EvidenceKind, evidenceSchema, type Permission } from './awards/evidence.js';
export { type ExactNumber, type Fraction, fractionSchema } from './shared/fraction.js';
export {
  type Element,
  elementSchema,
  type Framework,
  frameworkSchema,
  type Indicator,
  indicatorSchema,
  type SectorLabel,
  type Strand,
} from './awards/framework.js';
export { type Guidance, type GuidanceList, guidanceSchema } from './articles/guidance.js';
export { idSchema, versionSchema } from './shared/id.js';
export { type Issue, issueSchema, type Result, type Severity } from './shared/issue.js';
export { type FeatureStep, type Measure, measureSchema, type ThresholdStep } from './rubrics/measure.js';
export { type CriterionMove, type Migration, type MigrationMaps, migrationSchema } from './rubrics/migration.js';
export {
  type ContestedLevels,
  type NotApplicable,
  type NotedLevel,
  type Rated,
  type Rating,
  ratingSchema,
} from './rubrics/rating.js';
export { type RelatedLink, relatedLinkSchema } from './articles/related-link.js';
export { type Role, roleSchema } from './awards/role.js';
export { type Holder, type RoleAssignment, roleAssignmentSchema } from './awards/role-assignment.js';
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
export type { OwnLevel, RubricExtras, RubricOf } from './rubrics/rubric-of.js';
export { criterionSchema, rubricSchema } from './rubrics/rubric-schema.js';
export type { Rule, RuleKind, RuleNames, Selector } from './rubrics/rule.js';
export { ruleSchema } from './rubrics/rule-schema.js';
export { type Level, levelSchema, type Scale, type ScaleOf, scaleSchema } from './rubrics/scale.js';
export { type Sector, sectorSchema } from './shared/sector.js';
export { type Setting, settingSchema } from './awards/setting.js';
export { type Origin, type Source, sourceSchema } from './shared/source.js';
export { type Strategy, strategySchema } from './articles/strategy.js';
export { type Verdict, verdictSchema } from './shared/verdict.js';
export { type Voice, voiceSchema } from './awards/voice.js';
export type {
  PublishedColumn,
  PublishedCount,
  PublishedPortfolio,
  PublishedRow,
  PublishedRubric,
  PublishedTable,
} from './awards/published-portfolio.js';
export type { GraphCode, GraphIssue, GraphRepair, LinkCode, PageCode } from './articles/graph-issue.js';
export type { Recommendation, RecommendationReason, RecommendedList, Signal } from './articles/recommendation.js';
export type { ResolvedBy, WrittenLink } from './articles/written-link.js';
export type { ElementOfFramework, FrameworkEdition, RubricVersion } from './shared/record-name.js';
