export type { ArticleGraph, ArticleLink, ArticleNode } from './model/articles/article-graph.js';
export type { Article } from './model/articles/article.js';
export type { Crosswalk, Mapping, Strength } from './model/articles/crosswalk.js';
export type { Guidance } from './model/articles/guidance.js';
export type { RelatedLink } from './model/articles/related-link.js';
export type { Strategy } from './model/articles/strategy.js';
export type { Action, ActionPlan } from './model/awards/action-plan.js';
export type { Attestation, ReasonedAttestation } from './model/awards/attestation.js';
export type { Decision } from './model/awards/decision.js';
export type { Evidence, EvidenceKind, Permission } from './model/awards/evidence.js';
export type { Element, Framework, Indicator, Strand } from './model/awards/framework.js';
export type { RoleAssignment } from './model/awards/role-assignment.js';
export type { Role } from './model/awards/role.js';
export type { Setting } from './model/awards/setting.js';
export type { Voice } from './model/awards/voice.js';
export { defineCrosswalk, defineFramework, defineMigration, defineRubric, defineScale } from './model/define.js';
export type { Messages } from './model/messages/messages.js';
export type {
  Assessment,
  AssessmentOf,
  CriterionId,
  EvaluationOf,
  FactsOf,
  Judgements,
  LevelId,
  OutcomeId,
  RatingOf,
  RatingsOf,
} from './model/rubrics/assessment.js';
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
} from './model/rubrics/evaluation.js';
export type { Measure } from './model/rubrics/measure.js';
export type { Migration } from './model/rubrics/migration.js';
export type { NotApplicable, Rated, Rating } from './model/rubrics/rating.js';
export type { RubricOf } from './model/rubrics/rubric-of.js';
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
} from './model/rubrics/rubric.js';
export type { Rule, RuleKind, Selector } from './model/rubrics/rule.js';
export type { Level, Scale } from './model/rubrics/scale.js';
export type { ExactNumber, Fraction } from './model/shared/fraction.js';
export type { Issue, Result, Severity } from './model/shared/issue.js';
export type { Sector } from './model/shared/sector.js';
export type { Origin, Source } from './model/shared/source.js';
export type { Verdict } from './model/shared/verdict.js';
export { translated } from './model/translations/translated.js';
export type { Translation } from './model/translations/translation.js';

export { parseArticle } from './text/article/parse-article.js';
export { parseGuidance } from './text/guidance/parse-guidance.js';
export { parseStrategies } from './text/strategies/parse-strategies.js';

export { compareEvaluations } from './evaluation/advice/compare-evaluations.js';
export { nextSteps, type NextStepsOptions } from './evaluation/advice/next-steps.js';
export { whatIf } from './evaluation/advice/what-if.js';
export { checkRubric, type CheckRubricOptions } from './evaluation/check/check-rubric.js';
export type { RubricIssue } from './evaluation/check/rubric-issue.js';
export { evaluate, type EvaluateOptions } from './evaluation/verdict/evaluate.js';
export { type DisplayOptions, formatScore } from './evaluation/words/display.js';
export type { Comparison } from './model/advice/comparison.js';
export type { NextStep, NextSteps, StepToPrice } from './model/advice/next-steps.js';
export type { Changes, WhatIf } from './model/advice/what-if.js';

export { checkCrosswalk } from './crosswalk/check-crosswalk.js';
export { type SuggestOptions, suggestStrategies } from './crosswalk/suggest-strategies.js';
export { unaddressedIndicators, type UnaddressedOptions } from './crosswalk/unaddressed-indicators.js';
export type { Suggestion } from './model/articles/suggestion.js';

export { awardProgress, type AwardProgressOptions } from './award/decisions/award-progress.js';
export { decisionDifferences } from './award/decisions/decision-differences.js';
export { evidenceGaps, type EvidenceGapsOptions } from './award/evidence/evidence-gaps.js';
export { actionPlanDeadline, type ActionPlanDeadlineOptions } from './award/plan/action-plan-deadline.js';
export { checkActionPlan, type CheckActionPlanOptions } from './award/plan/check-action-plan.js';
export { draftActions, type DraftActionsOptions, type DraftedActions } from './award/plan/draft-actions.js';
export type { PortfolioSetting } from './award/portfolio/portfolio-settings.js';
export { type PortfolioOptions, summarisePortfolio } from './award/portfolio/summarise-portfolio.js';
export { settingProgress, type SettingProgressOptions } from './award/progress/setting-progress.js';
export type { ActionPlanDeadline } from './model/progress/action-plan-deadline.js';
export type { AwardProgress } from './model/progress/award-progress.js';
export type { DecisionDifferences } from './model/progress/decision-differences.js';
export type { EvidenceGap, EvidenceGaps } from './model/progress/evidence-gaps.js';
export type { PortfolioSummary } from './model/progress/portfolio-summary.js';
export type { DatedEvaluation, SettingProgress } from './model/progress/setting-progress.js';
export type { Period, PeriodKind } from './model/shared/period.js';

export { applyRepairs, type ApplyRepairsOptions, type RepairableArticle } from './graph/check/apply-repairs.js';
export { type ArticleGraphBuilder, articleGraphBuilder } from './graph/articles/article-graph-builder.js';
export { buildArticleGraph } from './graph/articles/build-article-graph.js';
export { buildTextIndex, type TextArticle, type TextIndexOptions } from './graph/words/build-text-index.js';
export { checkArticleGraph, type CheckArticleGraphOptions } from './graph/check/check-article-graph.js';
export { countGraphIssues } from './graph/check/count-graph-issues.js';
export type { FrozenArticleGraph, WrittenLink } from './graph/articles/frozen-article-graph.js';
export type { GraphCode, GraphIssue, GraphRepair, LinkCode } from './graph/check/graph-issue.js';
export type { Signal } from './graph/recommend/link-signals.js';
export { moreLikeThis, type MoreLikeThisOptions, type TextMatch } from './graph/words/more-like-this.js';
export { type ReadingPath, readingPath, type ReadingPathOptions } from './graph/recommend/reading-path.js';
export { readingsFor, type ReadingsOptions, type Topic } from './graph/recommend/readings-for.js';
export { recommendAll, type RecommendAllOptions, type RecommendedList } from './graph/recommend/recommend-all.js';
export type { RecommendOptions } from './graph/recommend/recommend-options.js';
export { type Recommendation, recommendRelated } from './graph/recommend/recommend-related.js';
export type { RecommendationReason } from './graph/recommend/recommendation-reasons.js';
export { searchText, type SearchTextOptions } from './graph/words/search-text.js';
export { siteReport, type SiteReportOptions } from './graph/measure/site-report.js';
export type { TextIndex } from './graph/words/text-index.js';
export { writtenLinks } from './graph/articles/written-links.js';
export type { GraphArticle } from './model/articles/graph-article.js';
export type { GraphIssueCount } from './model/articles/graph-issue.js';
export type { Reading } from './model/articles/reading.js';
export type { SiteReport } from './model/articles/site-report.js';

export { parseCsv, type ParseCsvOptions } from './tables/csv/parse-csv.js';
export { toCsv, type ToCsvOptions } from './tables/csv/to-csv.js';
export { ratingsFromRows, type RatingsFromRowsOptions } from './tables/ratings/ratings-from-rows.js';

export { answersOf } from './display/forms/answers-of.js';
export { formModel } from './display/forms/form-model.js';
export type { FormModel } from './display/forms/form.js';
export type { FormInput } from './display/forms/form-input.js';
export { readAnswers } from './display/forms/read-answers.js';
export type { Report } from './display/report/document/report.js';
export { reportHtml } from './display/report/report-html.js';
export { reportMarkdown } from './display/report/report-markdown.js';
export { reportText } from './display/report/report-text.js';
