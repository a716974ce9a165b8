import { newTermList, readTerms } from './read-terms.js';
import { refuseNoText } from '../../common/refuse.js';
import { newTermTable, spellingOf } from './term-table.js';

/**
 * The words of a text as an index compares them, for any language:
 *
 * - letters and digits of every script, small, taken apart by compatibility (ﬁ is f and i) and without the marks above and below
 *   Latin, Greek and Cyrillic letters; ß is ss, æ ae, œ oe, ø o, ł l;
 * - a hyphen or apostrophe inside a word vanishes, so that “Co-ordinator” meets “coordinator” and “note-taking” “notetaking”. Where
 *   every part of a hyphened word has three letters or more, the parts follow it as words of their own;
 * - scripts that put no space between words (Chinese, Japanese, Korean, Thai, Khmer, …) are read in overlapping pairs of letters;
 * - of a word longer than 64 code units the first 64 count. Half a surrogate pair separates words.
 *
 * Letters, marks, numbers and lower case are those of Unicode 17.0, in every engine; a code point that it does not assign separates
 * words. A letter and its marks stay together however they were put together: a text in either normal form has the same words.
 *
 * @example
 * tokenizeText('The Co-ordinator’s note-taking'); // => ['the', 'coordinators', 'notetaking', 'note', 'taking']
 * tokenizeText('Élan, 東京都'); // => ['elan', '東京', '京都']
 */
export const tokenizeText = (text: string): string[] => {
  refuseNoText('tokenizeText', 'text', text);
  const table = newTermTable();
  const list = newTermList();
  readTerms(text, table, list);
  return Array.from(list.terms.subarray(0, list.count), (term) => spellingOf(table, term));
};
