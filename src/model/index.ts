export { type Action, type ActionPlan, actionPlanSchema, actionSchema } from './action-plan.js';
export { type Article, articleSchema, type ArticleSeo } from './article.js';
export { type ArticleGraph, articleGraphSchema, type ArticleLink, type ArticleNode } from './article-graph.js';
export {
  type Assessment,
  type AssessmentOf,
  assessmentSchema,
  assessmentSchemaFor,
  type CriterionId,
  type FactId,
  type FactsOf,
  type Judgements,
  type LevelId,
  type OutcomeId,
  type RatingOf,
  type RatingsOf,
} from './assessment.js';
export { type Attestation, attestationSchema, type ReasonedAttestation } from './attestation.js';
export { type Crosswalk, crosswalkSchema, type CrosswalkSide, type Mapping, type Strength } from './crosswalk.js';
export { type Decision, decisionSchema } from './decision.js';
export {
  defineCrosswalk,
  defineFramework,
  defineMigration,
  defineRubric,
  defineScale,
  type NamesOf,
  type RubricDraft,
  type RubricLiteral,
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
} from './evaluation.js';
export { type Evidence, type EvidenceKind, evidenceSchema, type Permission } from './evidence.js';
export { type ExactNumber, type Fraction, fractionSchema } from './fraction.js';
export {
  type Element,
  elementSchema,
  type Framework,
  frameworkSchema,
  type Indicator,
  indicatorSchema,
  type SectorLabel,
  type Strand,
} from './framework.js';
export { type Guidance, type GuidanceList, guidanceSchema } from './guidance.js';
export { idSchema, versionSchema } from './id.js';
export { type Issue, issueSchema, type Result, type Severity } from './issue.js';
export { type FeatureStep, type Measure, measureSchema, type ThresholdStep } from './measure.js';
export { type CriterionMove, type Migration, type MigrationMaps, migrationSchema } from './migration.js';
export {
  type ContestedLevels,
  type NotApplicable,
  type NotedLevel,
  type Rated,
  type Rating,
  ratingSchema,
} from './rating.js';
export { type RelatedLink, relatedLinkSchema } from './related-link.js';
export { type Role, roleSchema } from './role.js';
export { type Holder, type RoleAssignment, roleAssignmentSchema } from './role-assignment.js';
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
} from './rubric.js';
export { criterionSchema, rubricSchema } from './rubric-schema.js';
export { type Rule, type RuleKind, type RuleNames, ruleSchema, type Selector } from './rule.js';
export { type Level, levelSchema, type Scale, scaleSchema } from './scale.js';
export { type Sector, sectorSchema } from './sector.js';
export { type Setting, settingSchema } from './setting.js';
export { type Origin, type Source, sourceSchema } from './source.js';
export { type Strategy, strategySchema } from './strategy.js';
export { type Verdict, verdictSchema } from './verdict.js';
export { type Voice, voiceSchema } from './voice.js';
