import { asciiLowerCase } from '../../common/ascii-case.js';
import { lowerCase } from '../../common/unicode/letter-case.js';
import { composedText } from '../../common/unicode/normal-forms.js';

const PLAIN = /^[\x20-\x7e]*$/u;
/** Signs that show nothing: soft hyphen, zero-width space and joiners, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** ASCII in full width, as East Asian keyboards write it. */
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/**
 * What is compared of a word in a cell: not its case, spacing or Unicode form, nor which hyphen, dash, underscore or quotation mark it is
 * written with. *“ MET ”* and *met*, *Not yet*, *not-yet* and *NOT_YET* are the same word.
 */
export const wordKey = (text: string): string => {
  const small = PLAIN.test(text) ? asciiLowerCase(text) : lowerCase(inOneForm(text));
  return small.replace(/[\s_-]+/gu, ' ').replace(/^ | $/gu, '');
};

const inOneForm = (text: string): string =>
  composedText(
    text
      .replace(UNSEEN, '')
      .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[\ufb00-\ufb06]/gu, (sign) => LIGATURES[sign] ?? sign),
  )
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u201b]/gu, "'")
    .replace(/[\u201c-\u201f]/gu, '"');

/** Whether a text begins with a sign of ASCII that shows: nearly every cell does, and is told so at once. */
const beginsPlainly = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
};

/** Whether a cell says nothing: white space and signs that show nothing. */
export const isBlank = (cell: string): boolean =>
  cell === '' || (!beginsPlainly(cell) && cell.replace(UNSEEN, '').trim() === '');

/** A cell without the white space around it. */
export const trimmed = (cell: string): string => cell.trim();

/** Gives for equal texts the first of them. It is compared with itself at once, however long it is and however many rows repeat it. */
export const sameTexts = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
};

/** What spreadsheets put in place of a value: *#N/A*, *#REF!*, *#BEZUG!*, *#NAME?*, *Err:502*, and *#####* where a column is too narrow. */
const SPREADSHEET_ERROR = /^(?:#(?:N\/A|NV|N\/D|[A-Z\u00c0-\u00de0-9/_]{2,20}[!?])|#{3,}|Err:\d{3})$/u;

/** Whether a cell holds an error of the spreadsheet, and no value. */
export const isSpreadsheetError = (cell: string): boolean =>
  cell.length <= 60 &&
  !(beginsPlainly(cell) && cell[0] !== '#' && cell[0] !== 'E') &&
  SPREADSHEET_ERROR.test(cell.replace(UNSEEN, '').trim());

/** What to do about one. */
export const ERROR_HINT = 'look at the formula of the cell, or leave it blank';

/** The cell of a column in a row; blank where there is no such column, or the row is shorter. */
export const cellAt = (cells: readonly string[], column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '');
