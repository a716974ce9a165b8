import { freezeDeeply } from '../common/freeze-deeply.js';
import { reportInEnglish as report } from '../display/report/english.js';
import { english as form } from '../display/forms/english.js';
import { english as pictures } from '../display/pictures/english.js';
import { english as evaluation } from '../evaluation/words/english.js';
import type { Messages } from '../model/messages/messages.js';

/** English: what every verb speaks where it is given no other language, put together from the rooms. */
export const english: Messages = /* @__PURE__ */ freezeDeeply({
  language: 'en',
  ...evaluation,
  form,
  pictures,
  report,
});
