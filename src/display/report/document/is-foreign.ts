import type { ReportDocument, Words } from './blocks.js';

/** True for English words in a report of another language, which are then marked as English. */
export const isForeign = (words: Words, { language }: Pick<ReportDocument, 'language'>): boolean =>
  words.lang === 'en' && !/^en(?:-|$)/iu.test(language);
