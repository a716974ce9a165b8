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
export { defaultColours, type PictureColours } from './pictures/draw/colours.js';
export type { PictureOptions, PictureWords } from './pictures/picture-options.js';
export { awardTimeLine } from './pictures/award-time-line.js';
export { crosswalkMatrix } from './pictures/crosswalk-matrix.js';
export { heatMap } from './pictures/heat-map.js';
export { neighbourhoodPicture } from './pictures/neighbourhood-picture.js';
export { profilePicture } from './pictures/profile-picture.js';
export { progressPicture, type ProgressPictureOptions } from './pictures/progress-picture.js';
export { rulePicture } from './pictures/rule-picture.js';
export { scoreBar } from './pictures/score-bar.js';
export { settingsHeatMap } from './pictures/settings-heat-map.js';
export type { PictureMessages } from '../model/messages/picture-messages.js';
export type {
  AwardReport,
  ComparedOverTime,
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
