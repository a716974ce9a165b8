export { answersOf, type FormAnswers } from './forms/answers-of.js';
export type {
  CriterionField,
  EvidenceFields,
  FactField,
  FormChoice,
  FormField,
  FormGroup,
  FormModel,
  FormValues,
} from './forms/form.js';
export { formModel, type FormModelOptions } from './forms/form-model.js';
export {
  type FilledField,
  type FormSection,
  formSections,
  type FormSectionsOptions,
} from './forms/form-sections.js';
export type { FormInput } from './forms/form-input.js';
export { readAnswers } from './forms/read-answers.js';
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
