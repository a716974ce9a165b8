import type { Comparison } from '../../../model/advice/comparison.js';
import type { NextSteps } from '../../../model/advice/next-steps.js';
import type { ModerationReport } from '../../../model/agreement/moderation-report.js';
import type { GraphIssue } from '../../../model/articles/graph-issue.js';
import type { Reading } from '../../../model/articles/reading.js';
import type { SiteReport } from '../../../model/articles/site-report.js';
import type { Suggestion } from '../../../model/articles/suggestion.js';
import type { Framework } from '../../../model/awards/framework.js';
import type { PublishedPortfolio } from '../../../model/awards/published-portfolio.js';
import type { ReportWords } from '../../../model/messages/report-messages.js';
import type { AwardProgress, AwardWindow } from '../../../model/progress/award-progress.js';
import type { DatedEvaluation, SettingProgress } from '../../../model/progress/setting-progress.js';
import type { Assessment } from '../../../model/rubrics/assessment.js';
import type { Evaluation } from '../../../model/rubrics/evaluation.js';
import type { Rubric } from '../../../model/rubrics/rubric.js';

/** What a report of an assessment says of it: what is known besides its ratings. */
export interface ReportedAssessment extends Partial<Omit<Assessment, 'ratings'>> {
  readonly ratings: object;
}

/** How an assessment stands, why, and what to do next. */
export interface EvaluationReport {
  readonly kind: 'evaluation';
  readonly rubric: Rubric;
  readonly assessment: ReportedAssessment;
  /** What `evaluate` made of it. */
  readonly evaluation: Evaluation;
  /** The framework that the rubric judges: its indicators’ statements are then shown. */
  readonly framework?: Framework | undefined;
  /** What `nextSteps` gives. */
  readonly nextSteps?: NextSteps | undefined;
  /** The id of the outcome that those steps lead to. */
  readonly nextStepsTo?: string | undefined;
  /** What `suggestStrategies` gives. */
  readonly strategies?: readonly Suggestion[] | undefined;
  /** What `readingsFor` gives. */
  readonly readings?: readonly Reading[] | undefined;
  readonly messages?: ReportWords | undefined;
}

/** What a comparison may show besides. */
export interface ComparedOverTime {
  /** The dated evaluations that `settingProgress` took, for the picture of the years. */
  readonly evaluations?: readonly DatedEvaluation[] | undefined;
  /** Windows to show in that picture, such as those of `awardProgress`. */
  readonly windows?: readonly Pick<AwardWindow, 'from' | 'last'>[] | undefined;
}

/** What changed: between two evaluations, over several dates, or both. */
export type ComparisonReport = ComparedReport &
  ComparedOverTime & {
    readonly kind: 'comparison';
    /** The rubric that the evaluations are by: it gives the levels their labels. */
    readonly rubric: Rubric;
    /** The name of the setting, as people read it. */
    readonly setting?: string | undefined;
    readonly messages?: ReportWords | undefined;
  };

export type ComparedReport =
  | {
      /** What `compareEvaluations` gives. */
      readonly comparison: Comparison;
      /** The two evaluations that are compared, for their scores. */
      readonly before?: Evaluation | undefined;
      readonly after?: Evaluation | undefined;
      /** What `settingProgress` gives. */
      readonly progress?: SettingProgress | undefined;
    }
  | {
      readonly comparison?: undefined;
      readonly before?: undefined;
      readonly after?: undefined;
      readonly progress: SettingProgress;
    };

/** How far a setting has come towards the full award. */
export interface AwardReport {
  readonly kind: 'award';
  /** What `awardProgress` gives. */
  readonly award: AwardProgress;
  readonly framework?: Framework | undefined;
  /** The name of the setting, as people read it. */
  readonly setting?: string | undefined;
  readonly messages?: ReportWords | undefined;
}

/** Many settings, in numbers that may be published. */
export interface PortfolioReport {
  readonly kind: 'portfolio';
  /** What `publishPortfolio` gives. */
  readonly portfolio: PublishedPortfolio;
  /** The rubrics in it: they give the levels their labels. */
  readonly rubrics?: readonly Rubric[] | undefined;
  /** The framework of the award in it: it gives the elements their labels. */
  readonly framework?: Framework | undefined;
  readonly messages?: ReportWords | undefined;
}

/** How far several assessors agree, and what to talk about. */
export interface ModerationPageReport {
  readonly kind: 'moderation';
  /** What `moderationReport` gives. */
  readonly moderation: ModerationReport;
  /** The rubric they rated by: it gives the levels their labels. */
  readonly rubric?: Rubric | undefined;
  readonly messages?: ReportWords | undefined;
}

/** The articles of a site: how they are linked, and what is amiss. */
export interface SitePageReport {
  readonly kind: 'site';
  /** What `siteReport` gives. */
  readonly site: SiteReport;
  /** What `checkArticleGraph` gives. */
  readonly issues?: readonly GraphIssue[] | undefined;
  readonly messages?: ReportWords | undefined;
}

/** Finished values of other rooms, of which a report is written. */
export type Report =
  | EvaluationReport
  | ComparisonReport
  | AwardReport
  | PortfolioReport
  | ModerationPageReport
  | SitePageReport;
