export type { PictureMessages } from '../model/messages/picture-messages.js';
export type {
  AwardReport,
  ComparedReport,
  ComparisonReport,
  EvaluationReport,
  ModerationPageReport,
  PortfolioReport,
  Report,
  ReportedAssessment,
  SitePageReport,
} from './report/document/report.js';
export { reportHtml, type ReportHtmlOptions } from './report/report-html.js';
export { reportMarkdown, type ReportMarkdownOptions } from './report/report-markdown.js';
export { reportStyles } from './report/report-styles.js';
export { reportText, type ReportTextOptions } from './report/report-text.js';
