import type { ContestedCriterion, OpenCriterion, RaterTendency } from '../agreement/moderation-report.js';
import type { WhyUndefined } from '../agreement/agreement.js';
import type { CriterionMovement, OutcomeMovement } from '../advice/comparison.js';
import type { Assessment } from '../rubrics/assessment.js';
import type { CriterionProfile, Unscored } from '../rubrics/evaluation.js';
import type { ElementState, MissingElement } from '../progress/award-progress.js';
import type { EvidenceKind } from '../awards/evidence.js';
import type { PictureMessages } from './picture-messages.js';
import type { PublishedColumn } from '../awards/published-portfolio.js';
import type { Sector } from '../shared/sector.js';
import type { Severity } from '../shared/issue.js';
import type { Strength } from '../articles/crosswalk.js';
import type { Verdict } from '../shared/verdict.js';

/** The words of reports. Numbers come in figures, dates as *2026-05-12*. */
export interface ReportMessages {
  /** What stands between a name and what is said of it, its spaces included: *: *. */
  readonly colon: string;
  readonly notice: string;
  /** How many rows or entries more there are. */
  readonly leftOut: (count: number) => string;
  readonly rubric: string;
  /** A label with the version of what it names. */
  readonly version: (label: string, version: string) => string;
  readonly framework: string;
  readonly setting: string;
  readonly assessor: string;
  readonly date: string;
  readonly criterion: string;
  readonly level: string;
  readonly outcome: string;
  readonly outcomes: string;
  readonly element: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string;
  readonly yes: string;
  readonly no: string;
  readonly between: (least: string, greatest: string) => string;
  readonly outOf: (value: string, highest: string) => string;
  readonly verdicts: Readonly<Record<Verdict | 'not-applicable', string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly issues: string;
  readonly evaluation: EvaluationReportMessages;
  readonly comparison: ComparisonReportMessages;
  readonly award: AwardReportMessages;
  readonly portfolio: PortfolioReportMessages;
  readonly moderation: ModerationReportMessages;
  readonly site: SiteReportMessages;
}

export interface EvaluationReportMessages {
  readonly kind: string;
  readonly kinds: Readonly<Record<Assessment['kind'], string>>;
  readonly score: string;
  readonly ofRated: string;
  readonly coverage: string;
  readonly whenAll: string;
  readonly band: string;
  readonly unscored: Readonly<Record<Unscored, string>>;
  readonly why: string;
  readonly gaps: string;
  /** The table of all criteria. */
  readonly profile: string;
  readonly statement: string;
  readonly group: string;
  readonly states: Readonly<Record<CriterionProfile['state'], string>>;
  readonly note: string;
  readonly items: string;
  readonly facts: string;
  readonly fact: string;
  readonly answer: string;
  readonly notKnown: string;
  readonly priorities: string;
  readonly obligations: string;
  readonly nextSteps: string;
  readonly nextStepsTo: (outcome: string) => string;
  readonly metAlready: string;
  readonly outOfReach: string;
  readonly notProved: string;
  readonly strategies: string;
  readonly strengths: Readonly<Record<Exclude<Strength, 'none'>, string>>;
  readonly noMainLever: string;
  readonly readings: string;
  readonly evidence: string;
  readonly shows: string;
  readonly evidenceKind: string;
  readonly evidenceKinds: Readonly<Record<EvidenceKind, string>>;
  readonly supports: string;
  readonly kept: string;
}

export interface ComparisonReportMessages {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly scoreBefore: string;
  readonly scoreAfter: string;
  /** A score with how much of it is rated. */
  readonly scoreOf: (score: string, rated: string) => string;
  readonly scoreChange: string;
  /** A change of a share. */
  readonly percentagePoints: (change: string) => string;
  readonly noScoreChange: string;
  readonly change: string;
  readonly criteria: string;
  readonly movements: Readonly<Record<CriterionMovement['movement'], string>>;
  readonly outcomeMovements: Readonly<Record<OutcomeMovement['movement'], string>>;
  readonly overTime: string;
  readonly period: string;
  readonly least: string;
  readonly coverage: string;
  readonly achieved: string;
  readonly noneMet: string;
  readonly steps: string;
  readonly movedCriteria: string;
  readonly gainedOutcomes: string;
  readonly lostOutcomes: string;
  readonly sinceBaseline: string;
  readonly best: string;
  readonly firstMet: string;
  readonly lastMet: string;
  readonly metNow: string;
  readonly highest: string;
  readonly refused: string;
}

export interface AwardReportMessages {
  readonly title: (framework: string) => string;
  readonly on: string;
  readonly eligible: string;
  readonly eligibleSince: string;
  readonly elements: string;
  readonly state: string;
  readonly states: Readonly<Record<ElementState['state'], string>>;
  readonly achievedOn: string;
  readonly decidedBy: string;
  readonly decisions: string;
  readonly window: string;
  readonly windowOf: (from: string, last: string) => string;
  readonly inWindow: (achieved: number, elements: number) => string;
  readonly completeBy: string;
  readonly daysLeft: (days: number) => string;
  readonly missing: string;
  readonly because: Readonly<Record<MissingElement['because'], string>>;
  readonly lapses: string;
  readonly countsUntil: string;
  readonly lapsed: string;
  /** What is said where the other reading of a window’s end gives another answer. */
  readonly otherReading: (eligible: boolean) => string;
  readonly later: (decisions: number) => string;
}

export interface PortfolioReportMessages {
  readonly title: string;
  readonly on: string;
  readonly settings: string;
  readonly below: (count: number) => string;
  readonly hidden: string;
  readonly tooFew: string;
  readonly withheld: string;
  readonly indicator: string;
  readonly group: string;
  readonly allSettings: string;
  readonly by: Readonly<Record<'sector' | 'authority', (what: string) => string>>;
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly columns: Readonly<Record<Exclude<PublishedColumn['kind'], 'level' | 'elements'>, string>>;
  readonly elements: (count: number) => string;
  readonly decisions: string;
}

export interface ModerationReportMessages {
  readonly title: string;
  readonly settings: string;
  readonly raters: string;
  readonly overall: string;
  readonly measure: string;
  readonly alpha: string;
  readonly ac: string;
  readonly kappa: string;
  readonly value: string;
  readonly interval: string;
  readonly undefined: Readonly<Record<WhyUndefined, string>>;
  readonly byCriterion: string;
  readonly exact: string;
  readonly agreed: (agreed: number, compared: number) => string;
  readonly pairs: string;
  readonly pair: (first: string, second: string) => string;
  readonly tendencies: string;
  readonly rater: string;
  readonly compared: string;
  readonly same: string;
  readonly higher: string;
  readonly lower: string;
  readonly meanLevels: string;
  readonly direction: string;
  readonly directions: Readonly<Record<RaterTendency['direction'], string>>;
  readonly contested: string;
  readonly ratings: string;
  readonly notApplicable: (reason: string) => string;
  readonly applicabilityDisputed: (criterion: ContestedCriterion['label']) => string;
  readonly open: string;
  readonly levels: string;
  readonly because: Readonly<Record<OpenCriterion['because'], string>>;
  readonly leftOut: string;
  readonly unnamed: (place: number) => string;
}

export interface SiteReportMessages {
  readonly title: string;
  readonly figures: string;
  readonly figure: string;
  readonly number: string;
  readonly share: string;
  readonly articles: string;
  readonly written: string;
  readonly dangling: string;
  readonly kept: string;
  readonly self: string;
  readonly repeated: string;
  readonly reciprocity: string;
  readonly crossSubject: string;
  readonly topArticle: string;
  readonly topHundredth: (articles: number) => string;
  readonly components: string;
  readonly largest: string;
  readonly copies: string;
  readonly linksToNoIndex: string;
  readonly reach: string;
  readonly clicks: string;
  readonly reached: string;
  readonly unknownEntries: string;
  readonly unreachable: (clicks: number) => string;
  readonly subjects: string;
  readonly subject: string;
  readonly withLinks: string;
  readonly withInbound: string;
  readonly linksWithin: string;
  readonly linksOut: string;
  readonly linksIn: string;
  readonly orphans: string;
  readonly sinks: string;
  readonly isolated: string;
  readonly noIndex: string;
  /** How many there are of a list of articles, and that the first of them follow. */
  readonly count: (articles: number) => string;
  readonly page: string;
  readonly severity: string;
  readonly found: string;
  readonly hint: string;
  readonly entry: string;
  readonly noIssues: string;
}

/** What a report needs of the words of a language. */
export interface ReportWords {
  /** The language, as a BCP 47 tag: *en*, *fr*, *pt-BR*. Pages are marked with it. */
  readonly language: string;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** What stands before the decimal places of a number: a point or a comma. */
  readonly decimalSign: string;
  readonly report: ReportMessages;
  /** The words of the pictures that a page of a report holds. */
  readonly pictures: PictureMessages;
}
