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
export type { FormInput } from './forms/form-input.js';
export { readAnswers } from './forms/read-answers.js';
export type { PictureMessages } from '../model/messages/picture-messages.js';
